-- SPDX-License-Identifier: EUPL-1.2
-- Versions of a network's map that it published as open data: the map as it was at that moment, which its history tells
-- (decisions/0061).

CREATE TABLE open_data_version (
  ecosystem_id TEXT NOT NULL REFERENCES ecosystem (id),
  id TEXT NOT NULL,
  at TEXT NOT NULL,
  licence TEXT NOT NULL,
  note TEXT NOT NULL,
  actor TEXT NOT NULL,
  PRIMARY KEY (ecosystem_id, id)
);
