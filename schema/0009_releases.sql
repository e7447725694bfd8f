-- SPDX-License-Identifier: EUPL-1.2
-- Figures about inequality as they were on a day, with all that is needed to compare them later. Rows are only added.

CREATE TABLE figure_release (
  id TEXT NOT NULL PRIMARY KEY,
  area TEXT NOT NULL,
  area_name TEXT NOT NULL,
  day TEXT NOT NULL,
  note TEXT NOT NULL,
  versions TEXT NOT NULL,
  checksum TEXT NOT NULL,
  figures TEXT NOT NULL,
  method TEXT NOT NULL,
  parameters TEXT NOT NULL,
  funnel TEXT NOT NULL
);
CREATE INDEX figure_release_area ON figure_release (area, id);
