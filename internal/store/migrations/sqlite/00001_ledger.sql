-- +goose Up
-- Instants are whole microseconds since 1970 UTC.
CREATE TABLE setting (
  name  TEXT PRIMARY KEY,
  value TEXT NOT NULL
);
CREATE TABLE pulse ( -- the last moment at which a worker of this workspace was alive
  id INTEGER PRIMARY KEY,
  at BIGINT NOT NULL
);
CREATE TABLE worker (
  id         TEXT PRIMARY KEY,
  started_at BIGINT NOT NULL,
  seen_at    BIGINT NOT NULL
);
CREATE TABLE blob (
  digest TEXT PRIMARY KEY,
  data   BLOB NOT NULL
);
CREATE TABLE dispatch (
  id          TEXT PRIMARY KEY,
  slug        TEXT NOT NULL,
  kind        TEXT NOT NULL,
  number      INTEGER NOT NULL,
  revision    TEXT NOT NULL,
  headline    TEXT NOT NULL,
  state       TEXT NOT NULL,
  release_at  BIGINT NOT NULL,
  wake_at     BIGINT NOT NULL,
  lifted_at   BIGINT,
  resumed_at  BIGINT NOT NULL DEFAULT 0,
  grace       BIGINT NOT NULL,
  zone        TEXT NOT NULL,
  sender      TEXT NOT NULL,
  snapshot    TEXT NOT NULL,
  reason      TEXT NOT NULL DEFAULT '',
  answers     BIGINT NOT NULL DEFAULT 0, -- final answers so far
  answers_from BIGINT NOT NULL DEFAULT 0, -- as of the last resume
  created_at  BIGINT NOT NULL,
  updated_at  BIGINT NOT NULL,
  UNIQUE (slug, kind, number)
);
CREATE INDEX dispatch_wake ON dispatch (state, wake_at);
CREATE TABLE artefact (
  dispatch TEXT NOT NULL REFERENCES dispatch (id),
  name     TEXT NOT NULL,
  digest   TEXT NOT NULL REFERENCES blob (digest),
  PRIMARY KEY (dispatch, name)
);
CREATE TABLE delivery (
  id              INTEGER PRIMARY KEY,
  dispatch        TEXT NOT NULL REFERENCES dispatch (id),
  address_key     TEXT NOT NULL,
  address         TEXT NOT NULL,
  name            TEXT NOT NULL,
  language        TEXT NOT NULL,
  template        TEXT NOT NULL,
  lists           TEXT NOT NULL,
  priority        REAL NOT NULL,
  state           TEXT NOT NULL,
  worker          TEXT NOT NULL DEFAULT '',
  attempts        INTEGER NOT NULL DEFAULT 0,
  next_attempt_at BIGINT NOT NULL DEFAULT 0,
  answered_at     BIGINT,
  answer          BIGINT,
  stage           TEXT NOT NULL DEFAULT '',
  code            INTEGER NOT NULL DEFAULT 0,
  enhanced        TEXT NOT NULL DEFAULT '',
  reply           TEXT NOT NULL DEFAULT '',
  server          TEXT NOT NULL DEFAULT '',
  UNIQUE (dispatch, address_key)
);
CREATE INDEX delivery_open ON delivery (dispatch, next_attempt_at, priority DESC, id) WHERE state IN ('queued', 'deferred');
CREATE INDEX delivery_claimed ON delivery (worker) WHERE state = 'claimed';
CREATE INDEX delivery_failed ON delivery (dispatch, answer) WHERE state = 'failed';
CREATE INDEX delivery_address ON delivery (address_key);
CREATE TABLE attempt (
  delivery INTEGER NOT NULL REFERENCES delivery (id),
  at       BIGINT NOT NULL,
  server   TEXT NOT NULL,
  stage    TEXT NOT NULL,
  code     INTEGER NOT NULL,
  enhanced TEXT NOT NULL,
  reply    TEXT NOT NULL
);
CREATE INDEX attempt_delivery ON attempt (delivery);
CREATE TABLE suppression (
  seq         INTEGER PRIMARY KEY AUTOINCREMENT, -- grows with every address, so that a worker sees that there is a new one
  address_key TEXT NOT NULL UNIQUE,
  reason      TEXT NOT NULL,
  detail      TEXT NOT NULL,
  at          BIGINT NOT NULL
);
-- +goose Down
DROP TABLE suppression;
DROP TABLE attempt;
DROP TABLE delivery;
DROP TABLE artefact;
DROP TABLE dispatch;
DROP TABLE blob;
DROP TABLE worker;
DROP TABLE pulse;
DROP TABLE setting;
