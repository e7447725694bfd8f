-- SPDX-License-Identifier: EUPL-1.2
-- Accounts at other organisations that people come in with: decisions/0052.

CREATE TABLE linked_account (
  issuer TEXT NOT NULL,
  subject TEXT NOT NULL,
  person_id TEXT NOT NULL REFERENCES person (id),
  linked_at TEXT NOT NULL,
  PRIMARY KEY (issuer, subject)
);
CREATE INDEX linked_account_by_person ON linked_account (person_id);
