-- +goose Up
-- A command that delivers what it was asked for leaves all else alone: its worker is none
-- of those who deliver whatever is due.
ALTER TABLE worker ADD COLUMN mailings TEXT NOT NULL DEFAULT ''; -- their ids, a space before and behind each; '' for all
-- +goose Down
ALTER TABLE worker DROP COLUMN mailings;
