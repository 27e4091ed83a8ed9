-- +goose Up
-- By what the words of a mailing are found: numbers that stand for stretches of its text.
-- The place 0 says that all of a mailing are noted.
CREATE TABLE sampled (
  place    BIGINT NOT NULL,
  dispatch TEXT NOT NULL,
  PRIMARY KEY (place, dispatch)
);
CREATE INDEX artefact_digest ON artefact (digest);
-- +goose Down
DROP INDEX artefact_digest;
DROP TABLE sampled;
