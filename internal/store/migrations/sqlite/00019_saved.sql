-- +goose Up
-- What the files of releases held, as they were saved.
CREATE TABLE saved (
  file TEXT NOT NULL, -- in the workspace, as in releases/river.md
  n    INTEGER NOT NULL, -- from 1, in the order in which they were written
  at   BIGINT NOT NULL,
  who  TEXT NOT NULL, -- '' where nobody is named
  how  TEXT NOT NULL, -- found, saved, merged, edited, undone or taken
  of_n INTEGER NOT NULL, -- the one that was undone, or taken back; else 0
  data BLOB NOT NULL,
  PRIMARY KEY (file, n)
);
-- +goose Down
DROP TABLE saved;
