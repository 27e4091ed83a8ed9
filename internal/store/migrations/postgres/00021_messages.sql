-- +goose Up
-- Who may have got a message of a mailing that was cancelled, and gets the same words by
-- the next, gets them under the same Message-ID.
ALTER TABLE dispatch ADD COLUMN messages TEXT NOT NULL DEFAULT ''; -- of which dispatch the Message-IDs are; '' for its own
-- +goose Down
ALTER TABLE dispatch DROP COLUMN messages;
