-- SPDX-License-Identifier: EUPL-1.2
-- People of the organisations of a network, with business details only (decisions/0062). What is erased leaves nothing.

-- layer: green or orange. turn_to and themes: codes with ";" between them. way: mail or signed_in. given_on: the last yes;
-- nothing: it waits for one. moved_from and moved_by: where it stood before a merge, and the change that did so.
CREATE TABLE contact (
  ecosystem_id TEXT NOT NULL REFERENCES ecosystem (id),
  id TEXT NOT NULL,
  version BIGINT NOT NULL,
  organisation TEXT NOT NULL,
  name TEXT NOT NULL,
  position TEXT NOT NULL,
  layer TEXT NOT NULL,
  email TEXT NOT NULL,
  phone TEXT NOT NULL,
  turn_to TEXT,
  about TEXT NOT NULL,
  themes TEXT,
  way TEXT NOT NULL,
  asked_on TEXT,
  given_on TEXT,
  entered_by TEXT NOT NULL,
  moved_from TEXT,
  moved_by TEXT,
  PRIMARY KEY (ecosystem_id, id)
);
CREATE INDEX contact_by_organisation ON contact (ecosystem_id, organisation);
CREATE INDEX contact_by_email ON contact (email);

-- Links to what is said of somebody: keyed hashes.
CREATE TABLE contact_link (
  ecosystem_id TEXT NOT NULL REFERENCES ecosystem (id),
  token TEXT NOT NULL,
  contact TEXT NOT NULL,
  PRIMARY KEY (ecosystem_id, token)
);
CREATE INDEX contact_link_by_contact ON contact_link (ecosystem_id, contact);

-- Whom was asked when, or never again: keyed hashes of addresses. refused: yes or no.
CREATE TABLE contact_mailbox (
  ecosystem_id TEXT NOT NULL REFERENCES ecosystem (id),
  address TEXT NOT NULL,
  asked_on TEXT,
  refused TEXT NOT NULL,
  PRIMARY KEY (ecosystem_id, address)
);
