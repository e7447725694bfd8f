-- SPDX-License-Identifier: EUPL-1.2
-- A map kept by many hands: what was changed in one go (decisions/0060), views that a network keeps, where a source
-- says otherwise than people, and what the report asks of an organisation beside how to reach it.

CREATE TABLE change (
  ecosystem_id TEXT NOT NULL REFERENCES ecosystem (id),
  id TEXT NOT NULL,
  at TEXT NOT NULL,
  actor TEXT NOT NULL,
  kind TEXT NOT NULL,
  about TEXT NOT NULL,
  undoes TEXT,
  PRIMARY KEY (ecosystem_id, id)
);
ALTER TABLE audit ADD COLUMN change_id TEXT;
CREATE INDEX audit_change ON audit (ecosystem_id, change_id) WHERE change_id IS NOT NULL;

CREATE TABLE saved_view (
  ecosystem_id TEXT NOT NULL REFERENCES ecosystem (id),
  id TEXT NOT NULL,
  name TEXT NOT NULL,
  kind TEXT NOT NULL,
  query TEXT NOT NULL,
  PRIMARY KEY (ecosystem_id, id)
);

-- People changed a field and then the source said something else of it: nobody decided yet which stands.
CREATE TABLE source_conflict (
  ecosystem_id TEXT NOT NULL REFERENCES ecosystem (id),
  record TEXT NOT NULL,
  source TEXT NOT NULL,
  field TEXT NOT NULL,
  PRIMARY KEY (ecosystem_id, record, source, field)
);

ALTER TABLE organisation ADD COLUMN goals TEXT NOT NULL DEFAULT '';
ALTER TABLE organisation ADD COLUMN level TEXT;
ALTER TABLE organisation ADD COLUMN target_groups TEXT;
ALTER TABLE organisation ADD COLUMN thresholds TEXT;
ALTER TABLE organisation ADD COLUMN quality TEXT NOT NULL DEFAULT '';
