-- SPDX-License-Identifier: EUPL-1.2
-- What a child wants to know before it goes: who it meets, what to bring, and what the provider says about safety.

ALTER TABLE offering ADD COLUMN meets TEXT NOT NULL DEFAULT '';
ALTER TABLE offering ADD COLUMN bring TEXT NOT NULL DEFAULT '';
ALTER TABLE offering ADD COLUMN pictures TEXT NOT NULL DEFAULT '';

ALTER TABLE organisation ADD COLUMN certificates TEXT;
ALTER TABLE organisation ADD COLUMN certificates_said_on TEXT;
ALTER TABLE organisation ADD COLUMN safety_contact TEXT NOT NULL DEFAULT '';
ALTER TABLE organisation ADD COLUMN safety_phone TEXT NOT NULL DEFAULT '';
ALTER TABLE organisation ADD COLUMN safety_email TEXT NOT NULL DEFAULT '';
ALTER TABLE organisation ADD COLUMN safety_rules TEXT NOT NULL DEFAULT '';
