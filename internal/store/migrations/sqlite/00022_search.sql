-- +goose Up
-- The words of what is public, and of nothing else: a row for each language of a release.
-- It follows from what is published, and is filled anew where it is empty.
CREATE VIRTUAL TABLE searchable USING fts5(
  dispatch UNINDEXED, -- what sent it
  language UNINDEXED,
  text UNINDEXED, -- as it is shown where something was found
  words, -- its terms, folded, with spaces between
  tokenize = 'ascii'
);
-- +goose Down
DROP TABLE searchable;
