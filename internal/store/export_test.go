package store

import (
	"context"
	"time"
)

// CopyAt is Copy with a call wherever being killed leaves something begun.
func CopyAt(ctx context.Context, from, to *DB, at func(point string)) error {
	c := copier{from: from, to: to, now: time.UnixMicro(1), at: at}
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
