-- SPDX-License-Identifier: EUPL-1.2
-- The colours and the logo that an ecosystem brings; NULL: as everywhere.

ALTER TABLE ecosystem ADD COLUMN colour TEXT;
ALTER TABLE ecosystem ADD COLUMN accent TEXT;
ALTER TABLE ecosystem ADD COLUMN logo TEXT;
