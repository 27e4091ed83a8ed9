-- +goose Up
-- Final answers by dispatch and worker: a row of each worker's own, so that
-- workers do not wait for each other.
CREATE TABLE tally (
  dispatch TEXT NOT NULL REFERENCES dispatch (id),
  worker   TEXT NOT NULL,
  answers  BIGINT NOT NULL,
  PRIMARY KEY (dispatch, worker)
);
INSERT INTO tally (dispatch, worker, answers) SELECT id, '', answers FROM dispatch WHERE answers > 0;
ALTER TABLE dispatch DROP COLUMN answers;
-- +goose Down
ALTER TABLE dispatch ADD COLUMN answers BIGINT NOT NULL DEFAULT 0;
UPDATE dispatch SET answers = (SELECT COALESCE(SUM(t.answers), 0) FROM tally t WHERE t.dispatch = dispatch.id);
DROP TABLE tally;
