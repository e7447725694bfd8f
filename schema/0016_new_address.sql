-- SPDX-License-Identifier: EUPL-1.2
-- Changing one's mail address: decisions/0054. person_id of a mail is '' unless it went to an address that is not, or no
-- longer, of a person: then it goes with that person.

CREATE TABLE new_address (
  token TEXT NOT NULL PRIMARY KEY,
  person_id TEXT NOT NULL UNIQUE REFERENCES person (id),
  mail TEXT NOT NULL,
  ends TEXT NOT NULL
);

CREATE TABLE account_event (
  person_id TEXT NOT NULL REFERENCES person (id),
  at TEXT NOT NULL,
  step TEXT NOT NULL
);
CREATE INDEX account_event_by_person ON account_event (person_id, at);

ALTER TABLE mail ADD COLUMN person_id TEXT NOT NULL DEFAULT '';
