-- +goose Up
-- Whose copy bears which reference, where what is downloaded from the page of an advance
-- copy bears one.
CREATE TABLE agreement_reference (
  reference   TEXT PRIMARY KEY, -- as in K7PD-3WQX
  at          BIGINT NOT NULL,  -- when it was made, at their first download
  slug        TEXT NOT NULL,
  person      TEXT NOT NULL,
  address_key TEXT NOT NULL,
  address     TEXT NOT NULL,
  UNIQUE (slug, person)
);
CREATE INDEX agreement_reference_person ON agreement_reference (person);
-- +goose Down
DROP TABLE agreement_reference;
