-- +goose Up
-- What was said of a release after it had gone out: that something in it was wrong, is
-- new, is being checked, or that nobody is to use it any more.
CREATE TABLE amendment (
  slug      TEXT NOT NULL,
  number    INTEGER NOT NULL, -- counted for each release
  grade     TEXT NOT NULL,
  at        BIGINT NOT NULL,
  sentences TEXT NOT NULL, -- JSON, by language
  no_repeat INTEGER NOT NULL, -- 1: what was wrong is not shown any more, neither on a dated page
  instead   TEXT NOT NULL, -- slug of what stands in the place of what was withdrawn
  dispatch  TEXT NOT NULL, -- with which what is so now goes to everybody else; '' for none
  mailing   TEXT NOT NULL, -- to those who have it; '' for none
  PRIMARY KEY (slug, number)
);
-- The dispatch whose words have taken the place of a dispatch's own; '' while they hold.
ALTER TABLE dispatch ADD COLUMN superseded TEXT NOT NULL DEFAULT '';
-- +goose Down
ALTER TABLE dispatch DROP COLUMN superseded;
DROP TABLE amendment;
