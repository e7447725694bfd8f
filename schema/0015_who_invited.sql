-- SPDX-License-Identifier: EUPL-1.2
-- Who sent an invitation, so that it is over when they may no longer invite; '' where the operator sent it by the command
-- line. What each sent in the last day is counted apart, since an invitation goes when it is used.

ALTER TABLE invitation ADD COLUMN invited_by TEXT NOT NULL DEFAULT '';
CREATE INDEX invitation_by_place ON invitation (ecosystem_id, organisation_id);

CREATE TABLE invitation_sent (
  person_id TEXT NOT NULL REFERENCES person (id),
  sent_at TEXT NOT NULL
);
CREATE INDEX invitation_sent_by_person ON invitation_sent (person_id, sent_at);
