-- +goose Up
-- What journalists have said of embargoes. Each row holds the hash of the one before it,
-- and a salted digest of what is personal in it: of somebody whose data was erased that
-- digest is left, so that the whole can still be checked.
CREATE TABLE agreement (
  number      BIGINT PRIMARY KEY,
  at          BIGINT NOT NULL,
  slug        TEXT NOT NULL,   -- '' for all releases
  answer      TEXT NOT NULL,   -- agreed or declined
  how         TEXT NOT NULL,   -- page, reply or hand
  until_at    BIGINT NOT NULL, -- the end of the embargo as it was then; 0 for all releases
  version     TEXT NOT NULL,   -- of the terms
  terms       TEXT NOT NULL,   -- digest of their wording
  person      TEXT NOT NULL,
  address_key TEXT NOT NULL,
  address     TEXT NOT NULL,
  note        TEXT NOT NULL,   -- of the lead, as in phone, 16:10
  remote      TEXT NOT NULL,   -- where the form was sent from
  browser     TEXT NOT NULL,
  salt        TEXT NOT NULL,
  personal    TEXT NOT NULL,   -- the digest
  previous    TEXT NOT NULL,
  hash        TEXT NOT NULL
);
CREATE INDEX agreement_person ON agreement (person);
CREATE INDEX agreement_slug ON agreement (slug);
-- What was opened of advance pages and downloaded from them, where that is recorded.
CREATE TABLE agreement_reading (
  id          INTEGER PRIMARY KEY,
  at          BIGINT NOT NULL,
  slug        TEXT NOT NULL,
  person      TEXT NOT NULL,
  address_key TEXT NOT NULL,
  what        TEXT NOT NULL -- page, or the address of a file
);
CREATE INDEX agreement_reading_slug ON agreement_reading (slug);
CREATE INDEX agreement_reading_person ON agreement_reading (person);
-- Who has looked at that, and why.
CREATE TABLE agreement_look (
  id     INTEGER PRIMARY KEY,
  at     BIGINT NOT NULL,
  slug   TEXT NOT NULL,
  reason TEXT NOT NULL,
  shown  BIGINT NOT NULL -- how many lines
);
-- Who gets nothing before an embargo ends: an address, or @domain.
CREATE TABLE bar (
  subject  TEXT PRIMARY KEY,
  reason   TEXT NOT NULL,
  until_at BIGINT NOT NULL,
  at       BIGINT NOT NULL
);
-- Copies that wait for an agreement.
CREATE INDEX delivery_asked ON delivery (dispatch) WHERE state = 'asked';
-- +goose Down
DROP INDEX delivery_asked;
DROP TABLE bar;
DROP TABLE agreement_look;
DROP TABLE agreement_reading;
DROP TABLE agreement;
