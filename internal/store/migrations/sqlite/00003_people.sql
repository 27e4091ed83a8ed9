-- +goose Up
-- What journalists have changed themselves, and addresses that have replaced
-- theirs. It stands over whatever press lists say.
CREATE TABLE override (
  address_key TEXT PRIMARY KEY,
  fields      TEXT NOT NULL, -- JSON
  at          BIGINT NOT NULL
);
-- Links that were mailed to somebody and work once. Only a digest is kept.
CREATE TABLE link (
  digest      TEXT PRIMARY KEY,
  address_key TEXT NOT NULL,
  address     TEXT NOT NULL,
  delivery    BIGINT NOT NULL, -- by which it was asked for
  made_at     BIGINT NOT NULL,
  expires_at  BIGINT NOT NULL,
  used_at     BIGINT NOT NULL DEFAULT 0
);
CREATE INDEX link_address ON link (address_key, made_at);
-- What came back by mail.
CREATE TABLE reply (
  id          INTEGER PRIMARY KEY,
  digest      TEXT NOT NULL UNIQUE, -- of the message, so that none counts twice
  at          BIGINT NOT NULL,
  kind        TEXT NOT NULL,
  delivery    BIGINT NOT NULL DEFAULT 0, -- 0: none was found
  address_key TEXT NOT NULL,
  code        TEXT NOT NULL DEFAULT '',
  detail      TEXT NOT NULL, -- the sentence or the diagnostic that says so
  replacement TEXT NOT NULL DEFAULT '', -- the address that is named instead
  open        INTEGER NOT NULL -- 1: waits for the lead
);
CREATE INDEX reply_address ON reply (address_key);
-- What the lead has been told of a dispatch.
CREATE TABLE told (
  dispatch TEXT NOT NULL REFERENCES dispatch (id),
  what     TEXT NOT NULL,
  at       BIGINT NOT NULL,
  PRIMARY KEY (dispatch, what)
);
-- +goose Down
DROP TABLE told;
DROP TABLE reply;
DROP TABLE link;
DROP TABLE override;
