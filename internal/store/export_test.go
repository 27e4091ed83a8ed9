package store

import (
	"context"
	"io/fs"
	"time"

	"github.com/pressly/goose/v3"
)

// CopyAt is Copy with a call wherever being killed leaves something begun.
func CopyAt(ctx context.Context, from, to *DB, at func(point string)) error {
	c := copier{from: from, to: to, Copying: Copying{Now: time.UnixMicro(1)}, at: at}
	return c.run(ctx)
}

// Copied are the tables that Copy carries.
func Copied() []string { return copied }

// DisarmTarget is the first half of Undo.
func DisarmTarget(ctx context.Context, from, to *DB) error {
	m, err := readMove(ctx, from.Reader(), settingMoved)
	if err != nil {
		return err
	}
	return disarmTarget(ctx, from, to, m)
}

// DownTo takes the schema back to a version.
func DownTo(ctx context.Context, db *DB, version int64) error {
	dialect, folder := goose.DialectSQLite3, "sqlite"
	if db.Postgres() {
		dialect, folder = goose.DialectPostgres, "postgres"
	}
	sub, err := fs.Sub(migrations, "migrations/"+folder)
	if err != nil {
		return err
	}
	provider, err := goose.NewProvider(dialect, db.write, sub)
	if err != nil {
		return err
	}
	_, err = provider.DownTo(ctx, version)
	return err
}
