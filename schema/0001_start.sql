-- SPDX-License-Identifier: EUPL-1.2
-- ecosystem_id comes first in every key of an ecosystem; the columns of a record follow its field list in src/domain.

CREATE TABLE ecosystem (
  id TEXT NOT NULL PRIMARY KEY,
  slug TEXT NOT NULL UNIQUE,
  name TEXT NOT NULL,
  holiday_region TEXT NOT NULL,
  is_public TEXT NOT NULL,
  fictional TEXT NOT NULL
);

CREATE TABLE organisation (
  ecosystem_id TEXT NOT NULL REFERENCES ecosystem (id),
  id TEXT NOT NULL,
  version BIGINT NOT NULL,
  source TEXT NOT NULL,
  confirmed_on TEXT,
  archived_on TEXT,
  name TEXT NOT NULL,
  roles TEXT,
  sector TEXT NOT NULL,
  about TEXT NOT NULL,
  website TEXT NOT NULL,
  phone TEXT NOT NULL,
  email TEXT NOT NULL,
  green_layer TEXT,
  orange_layer TEXT,
  PRIMARY KEY (ecosystem_id, id)
);
CREATE UNIQUE INDEX organisation_source ON organisation (ecosystem_id, source) WHERE source <> '';

CREATE TABLE venue (
  ecosystem_id TEXT NOT NULL REFERENCES ecosystem (id),
  id TEXT NOT NULL,
  version BIGINT NOT NULL,
  source TEXT NOT NULL,
  confirmed_on TEXT,
  archived_on TEXT,
  name TEXT NOT NULL,
  kind TEXT NOT NULL,
  point TEXT NOT NULL,
  organisation TEXT,
  street TEXT NOT NULL,
  postcode TEXT NOT NULL,
  city TEXT NOT NULL,
  website TEXT NOT NULL,
  phone TEXT NOT NULL,
  wheelchair TEXT,
  pupils TEXT,
  PRIMARY KEY (ecosystem_id, id),
  FOREIGN KEY (ecosystem_id, organisation) REFERENCES organisation (ecosystem_id, id)
);
CREATE UNIQUE INDEX venue_source ON venue (ecosystem_id, source) WHERE source <> '';

CREATE TABLE offering (
  ecosystem_id TEXT NOT NULL REFERENCES ecosystem (id),
  id TEXT NOT NULL,
  version BIGINT NOT NULL,
  source TEXT NOT NULL,
  confirmed_on TEXT,
  archived_on TEXT,
  organisation TEXT NOT NULL,
  venue TEXT,
  title TEXT NOT NULL,
  summary TEXT NOT NULL,
  expect TEXT NOT NULL,
  kind TEXT NOT NULL,
  themes TEXT,
  stage TEXT,
  difficulty TEXT,
  asks_prior TEXT NOT NULL,
  school_time TEXT NOT NULL,
  at TEXT NOT NULL,
  ages TEXT,
  school_groups TEXT,
  price TEXT,
  funds TEXT,
  languages TEXT,
  access TEXT,
  company TEXT,
  capacity TEXT,
  places_left TEXT,
  schedule TEXT NOT NULL,
  link TEXT NOT NULL,
  phone TEXT NOT NULL,
  email TEXT NOT NULL,
  deadline TEXT,
  trial_lesson TEXT,
  waiting_list TEXT,
  PRIMARY KEY (ecosystem_id, id),
  FOREIGN KEY (ecosystem_id, organisation) REFERENCES organisation (ecosystem_id, id),
  FOREIGN KEY (ecosystem_id, venue) REFERENCES venue (ecosystem_id, id)
);
CREATE UNIQUE INDEX offering_source ON offering (ecosystem_id, source) WHERE source <> '';

CREATE TABLE said (
  ecosystem_id TEXT NOT NULL REFERENCES ecosystem (id),
  record TEXT NOT NULL,
  source TEXT NOT NULL,
  fields TEXT NOT NULL,
  PRIMARY KEY (ecosystem_id, record, source)
);

CREATE TABLE audit (
  ecosystem_id TEXT NOT NULL REFERENCES ecosystem (id),
  id TEXT NOT NULL,
  at TEXT NOT NULL,
  actor TEXT NOT NULL,
  record TEXT NOT NULL,
  record_id TEXT NOT NULL,
  field TEXT NOT NULL,
  before_value TEXT,
  after_value TEXT,
  PRIMARY KEY (ecosystem_id, id)
);
CREATE INDEX audit_record ON audit (ecosystem_id, record, record_id);

CREATE TABLE correction (
  ecosystem_id TEXT NOT NULL REFERENCES ecosystem (id),
  id TEXT NOT NULL,
  page TEXT NOT NULL,
  message TEXT NOT NULL,
  received_on TEXT NOT NULL,
  PRIMARY KEY (ecosystem_id, id)
);

-- The ground, shared by all ecosystems.

CREATE TABLE area (
  code TEXT NOT NULL PRIMARY KEY,
  name TEXT NOT NULL,
  outline TEXT NOT NULL,
  label TEXT,
  figures TEXT NOT NULL,
  source TEXT NOT NULL
);

CREATE TABLE place_name (
  source TEXT NOT NULL,
  number BIGINT NOT NULL,
  kind TEXT NOT NULL,
  name TEXT NOT NULL,
  context TEXT NOT NULL,
  latitude BIGINT NOT NULL,
  longitude BIGINT NOT NULL,
  PRIMARY KEY (source, number)
);

CREATE TABLE ground_file (
  kind TEXT NOT NULL,
  source TEXT NOT NULL,
  version BIGINT NOT NULL,
  checksum TEXT NOT NULL,
  size BIGINT NOT NULL,
  PRIMARY KEY (kind, source)
);

-- A file is kept in parts: no value in the store is larger than a few megabytes.
CREATE TABLE ground_part (
  kind TEXT NOT NULL,
  source TEXT NOT NULL,
  part BIGINT NOT NULL,
  bytes BLOB NOT NULL,
  PRIMARY KEY (kind, source, part)
);
