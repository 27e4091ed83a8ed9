-- +goose Up
-- Until not_before whoever scheduled a dispatch may take it back, and nothing of it leaves.
ALTER TABLE dispatch ADD COLUMN not_before BIGINT NOT NULL DEFAULT 0;
-- Who scheduled it, and how many others have to approve its words before anything leaves.
ALTER TABLE dispatch ADD COLUMN scheduled_by TEXT NOT NULL DEFAULT '';
ALTER TABLE dispatch ADD COLUMN approvers INTEGER NOT NULL DEFAULT 0;
-- Who has approved which words: those of a revision. Of another one it says nothing.
CREATE TABLE approval (
  dispatch TEXT NOT NULL,
  revision TEXT NOT NULL,
  name     TEXT NOT NULL,
  at       BIGINT NOT NULL,
  PRIMARY KEY (dispatch, revision, name)
);
-- +goose Down
DROP TABLE approval;
ALTER TABLE dispatch DROP COLUMN approvers;
ALTER TABLE dispatch DROP COLUMN scheduled_by;
ALTER TABLE dispatch DROP COLUMN not_before;
