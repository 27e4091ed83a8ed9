-- +goose Up
-- Releases that wait for a word: of those of one group one goes. A group is open as
-- long as one of it waits; the same name later is another number.
ALTER TABLE dispatch ADD COLUMN release_group TEXT NOT NULL DEFAULT '';
ALTER TABLE dispatch ADD COLUMN group_number BIGINT NOT NULL DEFAULT 0;
ALTER TABLE dispatch ADD COLUMN went_at BIGINT NOT NULL DEFAULT 0;
CREATE UNIQUE INDEX dispatch_one_goes ON dispatch (release_group, group_number) WHERE went_at > 0 AND release_group <> '';

-- +goose Down
DROP INDEX dispatch_one_goes;
ALTER TABLE dispatch DROP COLUMN went_at;
ALTER TABLE dispatch DROP COLUMN group_number;
ALTER TABLE dispatch DROP COLUMN release_group;
