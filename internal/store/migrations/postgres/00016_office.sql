-- +goose Up
-- Browsers of users who have come in to the press office from elsewhere.
CREATE TABLE office_session (
  id      TEXT PRIMARY KEY, -- digest of the browser's secret
  email   TEXT NOT NULL,
  made_at BIGINT NOT NULL,
  seen_at BIGINT NOT NULL,
  origin  TEXT NOT NULL, -- address that it came from last
  agent   TEXT NOT NULL -- what the browser calls itself
);
CREATE INDEX office_session_email ON office_session (email);
-- Printed codes with which somebody comes in whose mail is down, each of them once.
CREATE TABLE office_code (
  email TEXT NOT NULL,
  code  TEXT NOT NULL, -- digest
  PRIMARY KEY (email, code)
);
-- Who did what in the press office, written down before it is done.
CREATE TABLE office_trail (
  id     TEXT PRIMARY KEY,
  at     BIGINT NOT NULL,
  name   TEXT NOT NULL,
  role   TEXT NOT NULL,
  act    TEXT NOT NULL,
  path   TEXT NOT NULL,
  origin TEXT NOT NULL, -- address that they came from
  status INTEGER NOT NULL DEFAULT 0 -- what came of it, as HTTP has it; 0 as long as that is not known
);
CREATE INDEX office_trail_at ON office_trail (at);
-- +goose Down
DROP TABLE office_trail;
DROP TABLE office_code;
DROP TABLE office_session;
