-- SPDX-License-Identifier: EUPL-1.2
-- People who sign in, what they may where, and mails that are to be sent. People are of the whole store. Of a token only
-- a keyed hash is here; what must be read again is encrypted. The key lies outside the store.

CREATE TABLE person (
  id TEXT NOT NULL PRIMARY KEY,
  mail TEXT NOT NULL UNIQUE,
  name TEXT NOT NULL,
  language TEXT NOT NULL,
  made_at TEXT NOT NULL
);

-- ecosystem_id and organisation_id are '' where the role belongs to none.
CREATE TABLE membership (
  person_id TEXT NOT NULL REFERENCES person (id),
  role TEXT NOT NULL,
  ecosystem_id TEXT NOT NULL,
  organisation_id TEXT NOT NULL,
  PRIMARY KEY (person_id, role, ecosystem_id, organisation_id)
);
CREATE INDEX membership_by_place ON membership (ecosystem_id, organisation_id, role);

CREATE TABLE password (
  person_id TEXT NOT NULL PRIMARY KEY REFERENCES person (id),
  hash TEXT NOT NULL
);

CREATE TABLE second_factor (
  person_id TEXT NOT NULL PRIMARY KEY REFERENCES person (id),
  sealed TEXT NOT NULL,
  confirmed_at TEXT NOT NULL,
  last_step BIGINT NOT NULL
);

CREATE TABLE recovery_code (
  person_id TEXT NOT NULL REFERENCES person (id),
  hash TEXT NOT NULL,
  PRIMARY KEY (person_id, hash)
);

CREATE TABLE sign_in (
  id TEXT NOT NULL PRIMARY KEY,
  token TEXT NOT NULL UNIQUE,
  person_id TEXT NOT NULL REFERENCES person (id),
  way TEXT NOT NULL,
  stage TEXT NOT NULL,
  began TEXT NOT NULL,
  seen TEXT NOT NULL,
  device TEXT NOT NULL
);
CREATE INDEX sign_in_by_person ON sign_in (person_id);

CREATE TABLE invitation (
  id TEXT NOT NULL PRIMARY KEY,
  token TEXT NOT NULL UNIQUE,
  mail TEXT NOT NULL,
  role TEXT NOT NULL,
  ecosystem_id TEXT NOT NULL,
  organisation_id TEXT NOT NULL,
  language TEXT NOT NULL,
  ends TEXT NOT NULL
);

CREATE TABLE sign_in_link (
  token TEXT NOT NULL PRIMARY KEY,
  person_id TEXT NOT NULL REFERENCES person (id),
  ends TEXT NOT NULL
);

-- state: waiting, taken, sent or given_up.
CREATE TABLE mail (
  id TEXT NOT NULL PRIMARY KEY,
  receiver TEXT NOT NULL,
  kind TEXT NOT NULL,
  language TEXT NOT NULL,
  sealed_token TEXT NOT NULL,
  about TEXT NOT NULL,
  written_at TEXT NOT NULL,
  state TEXT NOT NULL,
  tries BIGINT NOT NULL,
  next_at TEXT NOT NULL
);
CREATE INDEX mail_to_send ON mail (state, next_at);
