-- +goose Up
-- Who was asked for a quote, and how far it is. Words and state follow from the
-- events; they are kept here to be found at once.
CREATE TABLE quote_request (
  id         INTEGER PRIMARY KEY,
  slug       TEXT NOT NULL,
  org        TEXT NOT NULL, -- id in the settings
  quote      TEXT NOT NULL, -- id in the release
  state      TEXT NOT NULL,
  version    BIGINT NOT NULL, -- grows with every change, so that none is written over
  words      INTEGER NOT NULL, -- how many were asked for
  soft_at    BIGINT NOT NULL,
  hard_at    BIGINT NOT NULL,
  shows      TEXT NOT NULL, -- how much of the draft
  asker      TEXT NOT NULL,
  note       TEXT NOT NULL,
  draft      TEXT NOT NULL, -- JSON
  proposal   TEXT NOT NULL DEFAULT '', -- JSON, the lead's
  message    TEXT NOT NULL DEFAULT '', -- what the lead wrote with it
  accepted   INTEGER NOT NULL DEFAULT 0,
  photo      TEXT NOT NULL DEFAULT '', -- digest of a blob
  photo_text TEXT NOT NULL DEFAULT '', -- JSON: caption, credit, rights
  created_at BIGINT NOT NULL,
  updated_at BIGINT NOT NULL,
  UNIQUE (slug, org)
);
-- Links to the portal, each for one person. Only a digest is kept.
CREATE TABLE quote_link (
  digest     TEXT PRIMARY KEY,
  request    BIGINT NOT NULL REFERENCES quote_request (id),
  person     TEXT NOT NULL, -- an address (RFC 5322)
  made_at    BIGINT NOT NULL,
  revoked_at BIGINT NOT NULL DEFAULT 0
);
CREATE INDEX quote_link_request ON quote_link (request);
-- What was done, by whom, with which words: each event holds the hash of the one
-- before it.
CREATE TABLE quote_event (
  slug     TEXT NOT NULL,
  number   BIGINT NOT NULL,
  at       BIGINT NOT NULL,
  what     TEXT NOT NULL,
  actor    TEXT NOT NULL,
  link     TEXT NOT NULL, -- the first characters of the link's digest
  org      TEXT NOT NULL,
  quote    TEXT NOT NULL,
  language TEXT NOT NULL,
  before   TEXT NOT NULL, -- digest of the words
  after    TEXT NOT NULL,
  words    TEXT NOT NULL, -- JSON
  detail   TEXT NOT NULL,
  previous TEXT NOT NULL,
  hash     TEXT NOT NULL,
  PRIMARY KEY (slug, number)
);
CREATE INDEX quote_event_quote ON quote_event (slug, quote);
-- +goose StatementBegin
CREATE TRIGGER quote_event_kept BEFORE DELETE ON quote_event BEGIN SELECT RAISE(ABORT, 'events of quotes are kept'); END;
-- +goose StatementEnd
-- +goose StatementBegin
CREATE TRIGGER quote_event_fixed BEFORE UPDATE ON quote_event BEGIN SELECT RAISE(ABORT, 'events of quotes are not changed'); END;
-- +goose StatementEnd
-- +goose Down
DROP TRIGGER quote_event_fixed;
DROP TRIGGER quote_event_kept;
DROP TABLE quote_event;
DROP TABLE quote_link;
DROP TABLE quote_request;
