-- SPDX-License-Identifier: EUPL-1.2
-- The figures of a release in each draw; releases of before have none.

ALTER TABLE figure_release ADD COLUMN draws TEXT NOT NULL DEFAULT '';
