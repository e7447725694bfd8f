-- SPDX-License-Identifier: EUPL-1.2
-- What was published about real children, and the privacy budget that it spent. No number here may not be shown.

CREATE TABLE child_release (
  ecosystem_id TEXT NOT NULL REFERENCES ecosystem (id),
  subject TEXT NOT NULL,
  first_day TEXT NOT NULL,
  last_day TEXT NOT NULL,
  classification TEXT NOT NULL,
  cost BIGINT NOT NULL CHECK (cost >= 0),
  for_everyone TEXT NOT NULL,
  PRIMARY KEY (ecosystem_id, subject, first_day)
);

CREATE TABLE released_number (
  ecosystem_id TEXT NOT NULL,
  subject TEXT NOT NULL,
  first_day TEXT NOT NULL,
  cell TEXT NOT NULL,
  partners BIGINT NOT NULL,
  everyone BIGINT NOT NULL,
  PRIMARY KEY (ecosystem_id, subject, first_day, cell),
  FOREIGN KEY (ecosystem_id, subject, first_day) REFERENCES child_release (ecosystem_id, subject, first_day)
);

CREATE TABLE privacy_budget (
  ecosystem_id TEXT NOT NULL REFERENCES ecosystem (id),
  subject TEXT NOT NULL,
  year BIGINT NOT NULL,
  most BIGINT NOT NULL,
  spent BIGINT NOT NULL CHECK (spent >= 0 AND spent <= most),
  PRIMARY KEY (ecosystem_id, subject, year)
);
