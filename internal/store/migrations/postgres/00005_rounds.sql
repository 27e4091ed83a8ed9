-- +goose Up
-- A person gets a release once in a round, over all its dispatches: the index
-- holds it. A person is the address key first used here; round is '' for what
-- does not count (tests, and copies that are sent again at somebody's request).
ALTER TABLE delivery ADD COLUMN slug TEXT NOT NULL DEFAULT '';
ALTER TABLE delivery ADD COLUMN round TEXT NOT NULL DEFAULT '';
ALTER TABLE delivery ADD COLUMN person TEXT NOT NULL DEFAULT '';
-- How often a message was written whole and its answer was lost; when that was
-- first so, and how many final answers its dispatch had by then.
ALTER TABLE delivery ADD COLUMN lost INTEGER NOT NULL DEFAULT 0;
ALTER TABLE delivery ADD COLUMN lost_at BIGINT NOT NULL DEFAULT 0;
ALTER TABLE delivery ADD COLUMN lost_after BIGINT NOT NULL DEFAULT 0;
-- What was sent: the date for which the message was composed, its signature field
-- as sent, and the SHA-256 of the whole, in hexadecimal.
ALTER TABLE delivery ADD COLUMN composed_at BIGINT NOT NULL DEFAULT 0;
ALTER TABLE delivery ADD COLUMN signature TEXT NOT NULL DEFAULT '';
ALTER TABLE delivery ADD COLUMN sha256 TEXT NOT NULL DEFAULT '';
-- Of an advance copy: the message of the release that its recipient gets if the
-- embargo ends before the copy could leave.
ALTER TABLE delivery ADD COLUMN follow TEXT NOT NULL DEFAULT '';
ALTER TABLE delivery ADD COLUMN outlet TEXT NOT NULL DEFAULT ''; -- for whom the journalist works
ALTER TABLE dispatch ADD COLUMN round TEXT NOT NULL DEFAULT '';
ALTER TABLE dispatch ADD COLUMN closes_at BIGINT NOT NULL DEFAULT 0; -- of an advance dispatch: the embargo's instant
ALTER TABLE dispatch ADD COLUMN relay TEXT NOT NULL DEFAULT ''; -- 'fallback': through the second relay
ALTER TABLE worker ADD COLUMN skew BIGINT NOT NULL DEFAULT 0; -- how far its clock is ahead of the database's
-- Addresses of people who have had another one: person is the first that was used
-- here. moved is 1 for those that another has replaced.
CREATE TABLE person (
  address_key TEXT PRIMARY KEY,
  person      TEXT NOT NULL,
  address     TEXT NOT NULL,
  moved       INTEGER NOT NULL
);
CREATE INDEX person_person ON person (person);
INSERT INTO person (address_key, person, address, moved) SELECT address_key, address_key, address_key, 1 FROM override WHERE COALESCE(fields::jsonb ->> 'email', '') <> '';
INSERT INTO person (address_key, person, address, moved) SELECT lower(fields::jsonb ->> 'email'), MIN(address_key), MIN(fields::jsonb ->> 'email'), 0 FROM override
  WHERE COALESCE(fields::jsonb ->> 'email', '') <> '' GROUP BY lower(fields::jsonb ->> 'email') ON CONFLICT (address_key) DO NOTHING;
UPDATE dispatch SET round = kind WHERE kind <> 'test';
UPDATE delivery SET slug = (SELECT d.slug FROM dispatch d WHERE d.id = delivery.dispatch),
  round = (SELECT d.round FROM dispatch d WHERE d.id = delivery.dispatch),
  person = COALESCE((SELECT p.person FROM person p WHERE p.address_key = delivery.address_key), address_key);
-- Where somebody got a release more than once, the first counts.
UPDATE delivery SET round = round || '/old-' || n.n FROM (
  SELECT id, ROW_NUMBER() OVER (PARTITION BY slug, round, person ORDER BY id) AS n FROM delivery WHERE round <> '' AND state IN ('claimed', 'sent')
) AS n WHERE n.id = delivery.id AND n.n > 1;
CREATE UNIQUE INDEX delivery_once ON delivery (slug, round, person) WHERE round <> '' AND (state IN ('claimed', 'sent', 'in_doubt') OR lost > 0);
CREATE INDEX delivery_person ON delivery (person) WHERE person <> address_key;
CREATE INDEX delivery_lost ON delivery (dispatch, lost_after) WHERE lost > 0;
-- +goose Down
DROP INDEX delivery_lost;
DROP INDEX delivery_person;
DROP INDEX delivery_once;
DROP TABLE person;
ALTER TABLE worker DROP COLUMN skew;
ALTER TABLE dispatch DROP COLUMN relay;
ALTER TABLE dispatch DROP COLUMN closes_at;
ALTER TABLE dispatch DROP COLUMN round;
ALTER TABLE delivery DROP COLUMN outlet;
ALTER TABLE delivery DROP COLUMN follow;
ALTER TABLE delivery DROP COLUMN sha256;
ALTER TABLE delivery DROP COLUMN signature;
ALTER TABLE delivery DROP COLUMN composed_at;
ALTER TABLE delivery DROP COLUMN lost_after;
ALTER TABLE delivery DROP COLUMN lost_at;
ALTER TABLE delivery DROP COLUMN lost;
ALTER TABLE delivery DROP COLUMN person;
ALTER TABLE delivery DROP COLUMN round;
ALTER TABLE delivery DROP COLUMN slug;
