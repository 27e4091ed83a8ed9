// Package search finds words in what is public.
//
// The words of a release are written down (searchable) once publication says that it can be
// read, and not before: its latch is set then. So before the instant there is nothing of it
// that could be found, counted or sorted. What Reader.Index no longer holds, because it was
// corrected or withdrawn since, is not found from that moment on, and taken out next.
//
// What was written down follows from what is published. Where the table is empty, as in a
// database of before, or one that was copied, it is filled when Run begins.
package search

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"time"

	"pressroom/internal/publication"
	"pressroom/internal/setting"
	"pressroom/internal/store"
)

// Index is what was written down.
type Index struct {
	db     *store.DB
	reader *publication.Reader
	log    *slog.Logger
}

// New returns an index over what a reader knows of.
func New(db *store.DB, reader *publication.Reader, log *slog.Logger) *Index {
	return &Index{db, reader, log}
}

const (
	// lookEvery is how soon it is seen that something else is public.
	lookEvery = 100 * time.Millisecond
	// againAfter is how soon what could not be written down is tried again.
	againAfter = 10 * time.Second
	// atOnce is how many releases are written down in one transaction: others wait for it.
	atOnce = 5
)

// Run keeps up with what is public until ctx ends.
func (i *Index) Run(ctx context.Context) {
	ticker := time.NewTicker(lookEvery)
	defer ticker.Stop()
	done, failed := -1, time.Time{}
	for {
		if x := i.reader.Index(); x.Number != done && time.Since(failed) > againAfter {
			err := i.Fill(ctx, x)
			if err != nil && ctx.Err() == nil {
				i.log.Error("writing down what can be searched", "error", err)
				failed = time.Now()
			} else {
				done = x.Number
			}
		}
		select {
		case <-ctx.Done():
			return
		case <-ticker.C:
		}
	}
}

// settingForm is the form in which rows were written; those of another are written anew.
const (
	settingForm = "searchable"
	form        = "1"
)

// Fill writes down what is public at a moment and was not yet, the newest first, and takes out
// what is so no longer. What cannot be read is left out, and is an error after all else is
// there.
func (i *Index) Fill(ctx context.Context, x *publication.Index) error {
	public := make(map[string]bool)
	for _, p := range x.Releases {
		public[p.Dispatch] = true
	}
	var held map[string]bool
	err := i.db.Tx(ctx, func(tx *store.Tx) (err error) {
		held, err = tidied(ctx, tx, public)
		return err
	})
	if err != nil {
		return fmt.Errorf("looking for what can be searched: %w", err)
	}
	var errs []error
	var rows []row
	n := 0
	for _, p := range x.Releases {
		if held[p.Dispatch] {
			continue
		}
		of, err := i.rows(ctx, p)
		if ctx.Err() != nil {
			return ctx.Err()
		}
		if err != nil {
			errs = append(errs, err)
			continue
		}
		rows = append(rows, of...)
		if n++; n%atOnce == 0 {
			errs = append(errs, i.write(ctx, rows))
			rows = nil
		}
	}
	return errors.Join(append(errs, i.write(ctx, rows))...)
}

// tidied takes out what is not to be there, and tells of which dispatches the words are.
func tidied(ctx context.Context, tx *store.Tx, public map[string]bool) (map[string]bool, error) {
	was, err := setting.Get(ctx, tx, settingForm)
	if err != nil {
		return nil, err
	}
	if was != form {
		if err := setting.Set(ctx, tx, settingForm, form); err != nil {
			return nil, err
		}
	}
	held := make(map[string]bool)
	gone, err := list(ctx, tx, func(id int64, dispatch, _ string) bool {
		stays := was == form && public[dispatch]
		if stays {
			held[dispatch] = true
		}
		return !stays
	})
	if err != nil {
		return nil, err
	}
	for _, id := range gone {
		if _, err := tx.ExecContext(ctx, `DELETE FROM searchable WHERE rowid = ?`, id); err != nil {
			return nil, err
		}
	}
	return held, nil
}

// list shows all rows, and returns those that are picked.
func list(ctx context.Context, q store.Querier, pick func(id int64, dispatch, language string) bool) (picked []int64, err error) {
	rows, err := q.QueryContext(ctx, `SELECT rowid, dispatch, language FROM searchable`)
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	for rows.Next() {
		var id int64
		var dispatch, language string
		if err := rows.Scan(&id, &dispatch, &language); err != nil {
			return nil, err
		}
		if pick(id, dispatch, language) {
			picked = append(picked, id)
		}
	}
	return picked, rows.Err()
}

// row is a release in one language.
type row struct{ dispatch, language, text string }

// write writes rows down that another process has not written meanwhile.
func (i *Index) write(ctx context.Context, all []row) error {
	if len(all) == 0 {
		return nil
	}
	insert := `INSERT INTO searchable (dispatch, language, text, words) VALUES (?, ?, ?, ?)`
	words := spaced
	if i.db.Postgres() {
		insert = `INSERT INTO searchable (dispatch, language, text, words) VALUES (?, ?, ?, CAST(CAST(? AS TEXT) AS TSVECTOR))`
		words = vector
	}
	made := make([]string, len(all))
	for n, r := range all {
		made[n] = words(r.text)
	}
	err := i.db.Tx(ctx, func(tx *store.Tx) error {
		held := make(map[string]bool)
		if _, err := list(ctx, tx, func(_ int64, dispatch, _ string) bool { held[dispatch] = true; return false }); err != nil {
			return err
		}
		for n, r := range all {
			if held[r.dispatch] {
				continue
			}
			if _, err := tx.ExecContext(ctx, insert, r.dispatch, r.language, r.text, made[n]); err != nil {
				return err
			}
		}
		return nil
	})
	if err != nil {
		return fmt.Errorf("writing down what can be searched: %w", err)
	}
	return nil
}
