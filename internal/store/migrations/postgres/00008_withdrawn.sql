-- +goose Up
-- Quotes in what a dispatch has stored that their partners have taken back: nothing
-- leaves with them that has not left. Their ids, one a line.
ALTER TABLE dispatch ADD COLUMN withdrawn TEXT NOT NULL DEFAULT '';
-- +goose Down
ALTER TABLE dispatch DROP COLUMN withdrawn;
