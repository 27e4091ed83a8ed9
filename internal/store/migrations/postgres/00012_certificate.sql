-- +goose Up
-- What the certificate of the public pages takes: the key of the account, the
-- certificate with its key, challenges while they are under way, and what the lead was
-- told. By authority, so that one for trials leaves nothing to the one in use.
CREATE TABLE certificate (
  directory  TEXT NOT NULL,
  name       TEXT NOT NULL,
  value      BYTEA NOT NULL,
  changed_at BIGINT NOT NULL,
  PRIMARY KEY (directory, name)
);

-- +goose Down
DROP TABLE certificate;
