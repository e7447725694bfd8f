-- SPDX-License-Identifier: EUPL-1.2
-- Whether people of an organisation are trained talent spotters; never who they are.

ALTER TABLE organisation ADD COLUMN trained_spotters TEXT;
