-- SPDX-License-Identifier: EUPL-1.2
-- What others say of the map (decisions/0057), and what organisations were asked by mail (0059).

-- origin: visitor, organisation or colleague. fields: [[name, what it was, what it would be]]. The last columns are
-- of who decided; change_id is of the change that accepting it made.
CREATE TABLE suggestion (
  ecosystem_id TEXT NOT NULL REFERENCES ecosystem (id),
  id TEXT NOT NULL,
  version BIGINT NOT NULL,
  origin TEXT NOT NULL,
  said_by TEXT NOT NULL,
  page TEXT NOT NULL,
  kind TEXT NOT NULL,
  record_id TEXT NOT NULL,
  place TEXT NOT NULL,
  area TEXT NOT NULL,
  message TEXT NOT NULL,
  fields TEXT NOT NULL,
  received_on TEXT NOT NULL,
  state TEXT NOT NULL,
  reason TEXT NOT NULL,
  decided_by TEXT NOT NULL,
  decided_on TEXT,
  change_id TEXT NOT NULL,
  PRIMARY KEY (ecosystem_id, id)
);
CREATE INDEX suggestion_by_state ON suggestion (ecosystem_id, state, received_on);

-- What visitors said before. Their ids told the time of day, which is nobody's.
INSERT INTO suggestion (ecosystem_id, id, version, origin, said_by, page, kind, record_id, place, area, message, fields,
  received_on, state, reason, decided_by, decided_on, change_id)
SELECT ecosystem_id, '00000000-0000-' || substr(id, 15), 1, 'visitor', '', page, '', '', '', '', message, '[]',
  received_on, 'open', '', '', NULL, ''
FROM correction;
DROP TABLE correction;

CREATE TABLE asking (
  ecosystem_id TEXT NOT NULL REFERENCES ecosystem (id),
  id TEXT NOT NULL,
  token TEXT NOT NULL,
  organisation TEXT NOT NULL,
  kind TEXT NOT NULL,
  record_id TEXT NOT NULL,
  field TEXT NOT NULL,
  inquiry TEXT NOT NULL,
  asked_on TEXT NOT NULL,
  ends TEXT NOT NULL,
  asked_by TEXT NOT NULL,
  again TEXT NOT NULL,
  state TEXT NOT NULL,
  answered_on TEXT,
  PRIMARY KEY (ecosystem_id, id)
);
CREATE INDEX asking_by_token ON asking (ecosystem_id, token);
