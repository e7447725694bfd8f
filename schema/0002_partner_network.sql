-- SPDX-License-Identifier: EUPL-1.2
-- Who works with whom, by which channels families hear of it, learning routes, and what publications say. Lists of
-- ids are text (docs/decisions/0001), so the store cannot see what they refer to.

ALTER TABLE ecosystem ADD COLUMN origin TEXT NOT NULL DEFAULT 'own';
UPDATE ecosystem SET origin = 'fictional' WHERE fictional = 'yes';
ALTER TABLE ecosystem DROP COLUMN fictional;

ALTER TABLE venue ADD COLUMN catchment TEXT;

CREATE TABLE collaboration (
  ecosystem_id TEXT NOT NULL REFERENCES ecosystem (id),
  id TEXT NOT NULL,
  version BIGINT NOT NULL,
  source TEXT NOT NULL,
  confirmed_on TEXT,
  archived_on TEXT,
  from_organisation TEXT NOT NULL,
  to_organisation TEXT NOT NULL,
  kind TEXT NOT NULL,
  level TEXT,
  about TEXT NOT NULL,
  about_en TEXT NOT NULL,
  reference TEXT NOT NULL,
  PRIMARY KEY (ecosystem_id, id),
  FOREIGN KEY (ecosystem_id, from_organisation) REFERENCES organisation (ecosystem_id, id),
  FOREIGN KEY (ecosystem_id, to_organisation) REFERENCES organisation (ecosystem_id, id)
);
CREATE UNIQUE INDEX collaboration_source ON collaboration (ecosystem_id, source) WHERE source <> '';

CREATE TABLE channel (
  ecosystem_id TEXT NOT NULL REFERENCES ecosystem (id),
  id TEXT NOT NULL,
  version BIGINT NOT NULL,
  source TEXT NOT NULL,
  confirmed_on TEXT,
  archived_on TEXT,
  name TEXT NOT NULL,
  kind TEXT NOT NULL,
  organisation TEXT,
  lists TEXT,
  areas TEXT,
  families TEXT,
  PRIMARY KEY (ecosystem_id, id),
  FOREIGN KEY (ecosystem_id, organisation) REFERENCES organisation (ecosystem_id, id)
);
CREATE UNIQUE INDEX channel_source ON channel (ecosystem_id, source) WHERE source <> '';

CREATE TABLE learning_route (
  ecosystem_id TEXT NOT NULL REFERENCES ecosystem (id),
  id TEXT NOT NULL,
  version BIGINT NOT NULL,
  source TEXT NOT NULL,
  confirmed_on TEXT,
  archived_on TEXT,
  title TEXT NOT NULL,
  summary TEXT NOT NULL,
  steps TEXT,
  PRIMARY KEY (ecosystem_id, id)
);
CREATE UNIQUE INDEX learning_route_source ON learning_route (ecosystem_id, source) WHERE source <> '';

CREATE TABLE fact (
  ecosystem_id TEXT NOT NULL REFERENCES ecosystem (id),
  id TEXT NOT NULL,
  version BIGINT NOT NULL,
  source TEXT NOT NULL,
  confirmed_on TEXT,
  archived_on TEXT,
  kind TEXT NOT NULL,
  level TEXT,
  organisations TEXT,
  dutch TEXT NOT NULL,
  english TEXT NOT NULL,
  reference TEXT NOT NULL,
  PRIMARY KEY (ecosystem_id, id)
);
CREATE UNIQUE INDEX fact_source ON fact (ecosystem_id, source) WHERE source <> '';
