-- +goose Up
-- What happened to the embargo of a release while it ran: each is told once to those who
-- have a copy, or were told of the release before.
CREATE TABLE turn (
  slug       TEXT NOT NULL,
  what       TEXT NOT NULL, -- move, lift, hold, resume, free
  number     BIGINT NOT NULL, -- counted for each release and what
  at         BIGINT NOT NULL,
  before_at  BIGINT NOT NULL DEFAULT 0, -- the instant as it was
  instant    BIGINT NOT NULL DEFAULT 0, -- and as it is since
  reason     TEXT NOT NULL DEFAULT '',
  told_at    BIGINT NOT NULL DEFAULT 0, -- when the letters were scheduled; 0 as long as they are owed
  filed_at   BIGINT NOT NULL DEFAULT 0, -- when the key in the release's file was looked at; 0 as long as that is owed
  PRIMARY KEY (slug, what, number)
);
CREATE INDEX turn_owed ON turn (at) WHERE told_at = 0 OR filed_at = 0;
-- 1 while what is stored of a dispatch bears another instant than its row.
ALTER TABLE dispatch ADD COLUMN moved BIGINT NOT NULL DEFAULT 0;
-- The messages to which a mail to a holder answers: their Message-IDs, oldest first.
ALTER TABLE delivery ADD COLUMN thread TEXT NOT NULL DEFAULT '';
-- +goose Down
ALTER TABLE delivery DROP COLUMN thread;
ALTER TABLE dispatch DROP COLUMN moved;
DROP INDEX turn_owed;
DROP TABLE turn;
