// Package publication is what is public: which revision of which release, and since
// when.
//
// A row is written in the transaction that schedules the dispatch of a release (Put),
// and voided in the one that cancels it before its instant (Void). It names no instant
// of its own: the latch of its dispatch opens the pages, as it opens the mail. Reader
// is the only reader of it that pages have.
package publication

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"time"

	"pressroom/internal/store"
)

// Row says that what a dispatch sends becomes public with it.
type Row struct{ Dispatch, Slug, Revision string }

// What a publication became, in the column of that name; "" while it stands.
const (
	void      = "void"      // cancelled before its instant
	earlier   = "earlier"   // another revision stands, and this one under an address with its date
	hidden    = "hidden"    // another revision stands, and this one is shown no more
	withdrawn = "withdrawn" // a notice stands in its place
)

// Became is what becomes of what was public when something else takes its place.
type Became string

// What it can become.
const (
	Earlier   Became = earlier
	Hidden    Became = hidden
	Withdrawn Became = withdrawn
)

// Amend puts what a dispatch sends into the place of what is public of a release. What was
// public before that is shown no more where what it becomes is not to be shown. Whoever
// calls it sets, in the same transaction, the latch of that dispatch.
func Amend(ctx context.Context, tx *store.Tx, r Row, became Became, now time.Time) error {
	_, err := tx.ExecContext(ctx, `UPDATE publication SET became = ?, changed_at = ? WHERE slug = ? AND became IN ('', ?)`, string(became),
		store.Micros(now), r.Slug, earlierToo(became))
	if err != nil {
		return fmt.Errorf("changing what is public of %s: %w", r.Slug, err)
	}
	return Put(ctx, tx, r, now)
}

// earlierToo is what earlier revisions are found by that become the same: where words are
// not to be shown any more, those that were replaced before may have them as well.
func earlierToo(became Became) string {
	if became == Earlier {
		return ""
	}
	return earlier
}

// Put writes a publication. It does nothing where one of the release stands: what is
// public is not replaced by a mailing of the same words to others.
func Put(ctx context.Context, tx *store.Tx, r Row, now time.Time) error {
	_, err := tx.ExecContext(ctx, `INSERT INTO publication (dispatch, slug, revision, created_at, changed_at)
		SELECT CAST(?1 AS TEXT), CAST(?2 AS TEXT), CAST(?3 AS TEXT), CAST(?4 AS BIGINT), CAST(?4 AS BIGINT)
		WHERE NOT EXISTS (SELECT 1 FROM publication WHERE slug = ?2 AND became = '')`, r.Dispatch, r.Slug, r.Revision, store.Micros(now))
	if err != nil {
		return fmt.Errorf("writing what becomes public with %s: %w", r.Dispatch, err)
	}
	return nil
}

// Revise puts another revision into the place of the one that becomes public with a
// dispatch. Whoever calls it has made sure, in the same transaction, that the latch of
// the dispatch is not set.
func Revise(ctx context.Context, tx *store.Tx, dispatch, revision string, now time.Time) error {
	_, err := tx.ExecContext(ctx, `UPDATE publication SET revision = ?, changed_at = ? WHERE dispatch = ? AND became = ''`, revision,
		store.Micros(now), dispatch)
	if err != nil {
		return fmt.Errorf("changing what becomes public with %s: %w", dispatch, err)
	}
	return nil
}

// Stands tells whether what a dispatch sends is public, or becomes so with it.
func Stands(ctx context.Context, tx *store.Tx, dispatch string) (bool, error) {
	var n int
	err := tx.QueryRowContext(ctx, `SELECT COUNT(*) FROM publication WHERE dispatch = ? AND became = ''`, dispatch).Scan(&n)
	if err != nil {
		return false, fmt.Errorf("looking for what is public with %s: %w", dispatch, err)
	}
	return n > 0, nil
}

// Void takes a publication back. Whoever calls it has made sure, in the same
// transaction, that the latch of the dispatch is not set.
func Void(ctx context.Context, tx *store.Tx, dispatch string, now time.Time) error {
	_, err := tx.ExecContext(ctx, `UPDATE publication SET became = '`+void+`', changed_at = ? WHERE dispatch = ? AND became = ''`,
		store.Micros(now), dispatch)
	if err != nil {
		return fmt.Errorf("taking back what would become public with %s: %w", dispatch, err)
	}
	return nil
}

// Kept are the slugs of all releases of which something is, was or becomes public here.
func (r *Reader) Kept(ctx context.Context) (map[string]bool, error) {
	rows, err := r.db.Reader().QueryContext(ctx, `SELECT DISTINCT slug FROM publication`)
	if err != nil {
		return nil, fmt.Errorf("listing what is public: %w", err)
	}
	defer rows.Close()
	out := make(map[string]bool)
	for rows.Next() {
		var slug string
		if err := rows.Scan(&slug); err != nil {
			return nil, fmt.Errorf("listing what is public: %w", err)
		}
		out[slug] = true
	}
	return out, rows.Err()
}

// Once tells whether what a dispatch sends is public, or was once, and whether it may still
// be shown: what was taken back, or corrected so that its words are not repeated, is known
// and not shown. Before the latch of the dispatch it is neither.
func (r *Reader) Once(ctx context.Context, dispatch string) (known, shown bool, err error) {
	// Whatever is found first, the latch is looked at: the one takes as long as the other.
	pass, _, passErr := r.book.Passed(ctx, dispatch)
	var became string
	err = r.db.Reader().QueryRowContext(ctx, `SELECT became FROM publication WHERE dispatch = ? AND became <> '`+void+`'`, dispatch).
		Scan(&became)
	if errors.Is(err, sql.ErrNoRows) {
		return false, false, nil
	}
	if err != nil {
		return false, false, fmt.Errorf("looking whether %s is public: %w", dispatch, err)
	}
	if passErr != nil || !pass.Covers(dispatch) {
		return false, false, passErr
	}
	return true, became == "" || became == earlier, nil
}
