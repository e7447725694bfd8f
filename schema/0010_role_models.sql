-- SPDX-License-Identifier: EUPL-1.2
-- Which people like themselves children meet at an offering, by kind; never who they are.

ALTER TABLE offering ADD COLUMN role_models TEXT;
