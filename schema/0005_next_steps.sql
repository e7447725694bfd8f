-- SPDX-License-Identifier: EUPL-1.2
-- What one can go on with after an offering, as its providers agreed or somebody proposed. An archived one was refused,
-- so between two offerings there is one.

CREATE TABLE next_step (
  ecosystem_id TEXT NOT NULL REFERENCES ecosystem (id),
  id TEXT NOT NULL,
  version BIGINT NOT NULL,
  source TEXT NOT NULL,
  confirmed_on TEXT,
  archived_on TEXT,
  from_offering TEXT NOT NULL,
  to_offering TEXT NOT NULL,
  direction TEXT NOT NULL,
  ages TEXT,
  agreed_by_from TEXT NOT NULL,
  agreed_by_to TEXT NOT NULL,
  proposed_by TEXT NOT NULL,
  evidence TEXT NOT NULL,
  PRIMARY KEY (ecosystem_id, id),
  FOREIGN KEY (ecosystem_id, from_offering) REFERENCES offering (ecosystem_id, id),
  FOREIGN KEY (ecosystem_id, to_offering) REFERENCES offering (ecosystem_id, id)
);
CREATE UNIQUE INDEX next_step_source ON next_step (ecosystem_id, source) WHERE source <> '';
CREATE UNIQUE INDEX next_step_between ON next_step (ecosystem_id, from_offering, to_offering);
