-- +goose Up
-- How often what is public was fetched: by day and form, and of nobody in particular.
CREATE TABLE fetched (
  slug     TEXT NOT NULL,
  day      TEXT NOT NULL, -- in the release's zone, as 2026-07-26
  form     TEXT NOT NULL, -- page, pdf, docx, txt, json, eml, files or media
  language TEXT NOT NULL, -- '' for files, which are the same in each
  robot    INTEGER NOT NULL, -- 1: by programs that say that they are no reader's
  n        BIGINT NOT NULL,
  PRIMARY KEY (slug, day, form, language, robot)
);
-- +goose Down
DROP TABLE fetched;
