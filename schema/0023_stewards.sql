-- SPDX-License-Identifier: EUPL-1.2
-- A role may belong to a part of the map of an ecosystem (decisions/0064): the code of an area, '' for any other role.

CREATE TABLE membership_with_area (
  person_id TEXT NOT NULL REFERENCES person (id),
  role TEXT NOT NULL,
  ecosystem_id TEXT NOT NULL,
  organisation_id TEXT NOT NULL,
  area TEXT NOT NULL,
  PRIMARY KEY (person_id, role, ecosystem_id, organisation_id, area)
);
INSERT INTO membership_with_area (person_id, role, ecosystem_id, organisation_id, area)
SELECT person_id, role, ecosystem_id, organisation_id, '' FROM membership;
DROP TABLE membership;
ALTER TABLE membership_with_area RENAME TO membership;
CREATE INDEX membership_by_place ON membership (ecosystem_id, organisation_id, area, role);

ALTER TABLE invitation ADD COLUMN area TEXT NOT NULL DEFAULT '';
