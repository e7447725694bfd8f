-- SPDX-License-Identifier: EUPL-1.2
-- What providers need to work on their own records: these found by organisation, and what was typed and not yet kept.

CREATE INDEX offering_by_organisation ON offering (ecosystem_id, organisation);
CREATE INDEX venue_by_organisation ON venue (ecosystem_id, organisation);
CREATE INDEX next_step_by_from ON next_step (ecosystem_id, from_offering);
CREATE INDEX next_step_by_to ON next_step (ecosystem_id, to_offering);

-- One row, higher with each change of the map; signing in, mails and drafts leave it as it is.
CREATE TABLE map_change (
  number BIGINT NOT NULL
);
INSERT INTO map_change (number) VALUES (0);

-- form: the fields as a browser sends them.
CREATE TABLE draft (
  person_id TEXT NOT NULL REFERENCES person (id),
  subject TEXT NOT NULL,
  form TEXT NOT NULL,
  saved_at TEXT NOT NULL,
  PRIMARY KEY (person_id, subject)
);

-- Links in mails that ask whether all is still right, and when each organisation was last asked.
CREATE TABLE question (
  token TEXT NOT NULL PRIMARY KEY,
  person_id TEXT NOT NULL REFERENCES person (id),
  ecosystem_id TEXT NOT NULL,
  organisation_id TEXT NOT NULL,
  asked_at TEXT NOT NULL,
  ends TEXT NOT NULL
);
CREATE TABLE asked (
  ecosystem_id TEXT NOT NULL,
  organisation_id TEXT NOT NULL,
  asked_at TEXT NOT NULL,
  PRIMARY KEY (ecosystem_id, organisation_id)
);
