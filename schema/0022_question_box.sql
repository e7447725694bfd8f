-- SPDX-License-Identifier: EUPL-1.2
-- Domain hubs, which are on the map; and what partners say to each other, which is not (decisions/0063).

CREATE TABLE hub (
  ecosystem_id TEXT NOT NULL REFERENCES ecosystem (id),
  id TEXT NOT NULL,
  version BIGINT NOT NULL,
  source TEXT NOT NULL,
  confirmed_on TEXT,
  archived_on TEXT,
  name TEXT NOT NULL,
  organisation TEXT NOT NULL,
  themes TEXT,
  about TEXT NOT NULL,
  email TEXT NOT NULL,
  PRIMARY KEY (ecosystem_id, id)
);
CREATE INDEX hub_by_source ON hub (ecosystem_id, source);

CREATE TABLE hub_question (
  ecosystem_id TEXT NOT NULL REFERENCES ecosystem (id),
  id TEXT NOT NULL,
  version BIGINT NOT NULL,
  source TEXT NOT NULL,
  confirmed_on TEXT,
  archived_on TEXT,
  hub TEXT NOT NULL,
  title TEXT NOT NULL,
  details TEXT NOT NULL,
  organisation TEXT,
  voice TEXT NOT NULL,
  asked_on TEXT NOT NULL,
  state TEXT NOT NULL,
  PRIMARY KEY (ecosystem_id, id)
);
CREATE INDEX hub_question_by_hub ON hub_question (ecosystem_id, hub);

CREATE TABLE hub_answer (
  ecosystem_id TEXT NOT NULL REFERENCES ecosystem (id),
  id TEXT NOT NULL,
  version BIGINT NOT NULL,
  source TEXT NOT NULL,
  confirmed_on TEXT,
  archived_on TEXT,
  question TEXT NOT NULL,
  body TEXT NOT NULL,
  organisation TEXT,
  voice TEXT NOT NULL,
  answered_on TEXT NOT NULL,
  PRIMARY KEY (ecosystem_id, id)
);
CREATE INDEX hub_answer_by_question ON hub_answer (ecosystem_id, question);

CREATE TABLE knowledge_page (
  ecosystem_id TEXT NOT NULL REFERENCES ecosystem (id),
  id TEXT NOT NULL,
  version BIGINT NOT NULL,
  source TEXT NOT NULL,
  confirmed_on TEXT,
  archived_on TEXT,
  hub TEXT NOT NULL,
  title TEXT NOT NULL,
  body TEXT NOT NULL,
  themes TEXT,
  question TEXT,
  is_public TEXT NOT NULL,
  PRIMARY KEY (ecosystem_id, id)
);
CREATE INDEX knowledge_page_by_hub ON knowledge_page (ecosystem_id, hub);

CREATE TABLE notice (
  ecosystem_id TEXT NOT NULL REFERENCES ecosystem (id),
  id TEXT NOT NULL,
  version BIGINT NOT NULL,
  source TEXT NOT NULL,
  confirmed_on TEXT,
  archived_on TEXT,
  side TEXT NOT NULL,
  what TEXT NOT NULL,
  title TEXT NOT NULL,
  body TEXT NOT NULL,
  organisation TEXT NOT NULL,
  themes TEXT,
  placed_on TEXT NOT NULL,
  until_day TEXT NOT NULL,
  state TEXT NOT NULL,
  agreed_with TEXT,
  PRIMARY KEY (ecosystem_id, id)
);
CREATE INDEX notice_by_state ON notice (ecosystem_id, state, until_day);
