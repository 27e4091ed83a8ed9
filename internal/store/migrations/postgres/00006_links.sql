-- +goose Up
-- Who got in by mailed links. Tokens, cookies and codes are kept as digests only,
-- and so is what a link opens, which may name an address.
CREATE TABLE link_open (
  link TEXT PRIMARY KEY, -- digest of the link's token, after its purpose
  at   BIGINT NOT NULL   -- when it was opened first
);
-- Browsers that got in.
CREATE TABLE link_browser (
  subject  TEXT NOT NULL, -- digest of what the link opens
  browser  TEXT NOT NULL, -- digest of what the browser was given
  until_at BIGINT NOT NULL,
  PRIMARY KEY (subject, browser)
);
CREATE INDEX link_browser_until ON link_browser (until_at);
-- Fresh links that a further browser asked for, each with a code beside it.
CREATE TABLE link_code (
  id         TEXT PRIMARY KEY, -- digest of what the asking page holds
  subject    TEXT NOT NULL,
  visit      TEXT NOT NULL,             -- digest of the visit that asked
  asked_at   BIGINT NOT NULL,
  code       TEXT NOT NULL DEFAULT '',  -- HMAC of the code; '' until it is mailed, and once it was used
  expires_at BIGINT NOT NULL DEFAULT 0, -- of the code
  tries      INTEGER NOT NULL DEFAULT 0
);
CREATE INDEX link_code_subject ON link_code (subject, asked_at);
-- +goose Down
DROP TABLE link_code;
DROP TABLE link_browser;
DROP TABLE link_open;
