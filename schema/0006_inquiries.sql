-- SPDX-License-Identifier: EUPL-1.2
-- Who was asked what there is for children, and what they said.

CREATE TABLE inquiry (
  ecosystem_id TEXT NOT NULL REFERENCES ecosystem (id),
  id TEXT NOT NULL,
  version BIGINT NOT NULL,
  source TEXT NOT NULL,
  confirmed_on TEXT,
  archived_on TEXT,
  areas TEXT,
  themes TEXT,
  ages TEXT NOT NULL,
  asked TEXT,
  answer TEXT NOT NULL,
  note TEXT NOT NULL,
  PRIMARY KEY (ecosystem_id, id),
  FOREIGN KEY (ecosystem_id, asked) REFERENCES organisation (ecosystem_id, id)
);
CREATE UNIQUE INDEX inquiry_source ON inquiry (ecosystem_id, source) WHERE source <> '';
