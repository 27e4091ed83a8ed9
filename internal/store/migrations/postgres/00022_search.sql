-- +goose Up
-- The words of what is public, and of nothing else: a row for each language of a release.
-- It follows from what is published, and is filled anew where it is empty.
CREATE TABLE searchable (
  rowid    BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY, -- as SQLite calls it
  dispatch TEXT NOT NULL, -- what sent it
  language TEXT NOT NULL,
  text     TEXT NOT NULL, -- as it is shown where something was found
  words    TSVECTOR NOT NULL -- its terms, folded
);
CREATE INDEX searchable_words ON searchable USING gin (words);
-- +goose Down
DROP TABLE searchable;
