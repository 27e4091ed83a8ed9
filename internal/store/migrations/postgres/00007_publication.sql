-- +goose Up
-- What is public, or will be: the revision that a dispatch of kind release sends. It
-- can be read from the moment at which that dispatch's latch (dispatch.lifted_at) is
-- set, and at no other.
CREATE TABLE publication (
  dispatch   TEXT PRIMARY KEY REFERENCES dispatch (id),
  slug       TEXT NOT NULL,
  revision   TEXT NOT NULL,
  became     TEXT NOT NULL DEFAULT '', -- '' while it stands; 'void': cancelled before its instant
  created_at BIGINT NOT NULL,
  changed_at BIGINT NOT NULL
);
CREATE UNIQUE INDEX publication_stands ON publication (slug) WHERE became = '';
CREATE INDEX dispatch_lifted ON dispatch (lifted_at) WHERE lifted_at IS NOT NULL;
-- +goose Down
DROP INDEX dispatch_lifted;
DROP TABLE publication;
