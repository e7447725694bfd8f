-- SPDX-License-Identifier: EUPL-1.2
-- What somebody said of two records that look alike (decisions/0056). grounds: one in a line.

CREATE TABLE verdict (
  ecosystem_id TEXT NOT NULL REFERENCES ecosystem (id),
  record TEXT NOT NULL,
  one TEXT NOT NULL,
  other TEXT NOT NULL,
  says TEXT NOT NULL,
  grounds TEXT NOT NULL,
  actor TEXT NOT NULL,
  at TEXT NOT NULL,
  change_id TEXT,
  PRIMARY KEY (ecosystem_id, record, one, other)
);
