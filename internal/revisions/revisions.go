// Package revisions keeps what the files of releases held, as they were saved: each save
// can be undone, any two texts compared, and an earlier one taken back.
//
// Desk.Save, Edit, Undo and Take write a file; List and Text read what is kept. What a file
// holds is kept before something else is written there, also where an editor on the machine
// wrote it, so that nothing that was ever saved over is lost while it is kept.
package revisions

import (
	"bytes"
	"context"
	"database/sql"
	"errors"
	"fmt"
	"time"

	"pressroom/internal/blob"
	"pressroom/internal/draft"
	"pressroom/internal/frontmatter"
	"pressroom/internal/saying"
	"pressroom/internal/store"
	"pressroom/internal/workspace"
)

// How a text came into its file.
type How string

// The ways.
const (
	Found  How = "found"  // it was there: an editor on the machine wrote it, or the program itself
	Saved  How = "saved"  // as a whole text
	Merged How = "merged" // and what somebody else had saved meanwhile is in it too
	Edited How = "edited" // one part of it alone, by a form
	Undone How = "undone" // a save was undone
	Taken  How = "taken"  // an earlier text was taken back
)

// Bounds of what is kept of one file; the oldest go first, and the newest stays.
const (
	Most      = 200
	MostBytes = 16 << 20
)

// Revision is what a file held from a moment on.
type Revision struct {
	N   int // from 1; its predecessor is what the file held before
	At  time.Time
	Who string // "" where nobody is named
	How How
	Of  int // the one that was undone, or taken back; else 0
}

// Desk writes the files of releases, and keeps what they held.
type Desk struct {
	db  *store.DB
	w   *workspace.Workspace
	now func() time.Time

	most, mostBytes int
}

// New returns a desk for the files of a workspace.
func New(db *store.DB, w *workspace.Workspace, now func() time.Time) *Desk {
	return &Desk{db, w, now, Most, MostBytes}
}

// Written is a file after something was written there. N is the revision that it is now, 0
// where it was like that before.
type Written struct {
	*draft.Opened
	N int
}

// NotKeptError says that a revision is not there, or not any more.
type NotKeptError struct {
	File string
	N    int
}

func (e *NotKeptError) Error() string { return e.Said().String() }

// Said is the error as a sentence.
func (e *NotKeptError) Said() saying.Sentence {
	return saying.Of("revision %d of %s is not kept: the last %d are", e.N, e.File, Most)
}

// ChangedError says that a file has become another since somebody looked at it.
type ChangedError struct{ File string }

func (e *ChangedError) Error() string { return e.Said().String() }

// Said is the error as a sentence.
func (e *ChangedError) Said() saying.Sentence {
	return saying.Of("%s was changed since you looked; look at it again", e.File)
}

// Save writes the text of a file, as draft.Folder's Save does. lang is the file's language,
// "" for the release's own, and by who writes it.
func (d *Desk) Save(ctx context.Context, slug, lang, base, text, by string) (*Written, error) {
	k := &keeper{Desk: d, by: by, how: Saved}
	now, err := draft.New(d.w).KeptBy(k).Save(ctx, slug, lang, base, text)
	return k.written(now, err)
}

// Edit changes the front matter of a file, as draft.Folder's Edit does.
func (d *Desk) Edit(
	ctx context.Context, slug, lang, by string, edit func(doc *frontmatter.Document) ([]byte, error),
) (n int, err error) {
	k := &keeper{Desk: d, by: by, how: Edited}
	err = draft.New(d.w).KeptBy(k).Edit(ctx, slug, lang, edit)
	return k.n, err
}

// Wrote is a file of a release, by its language, and the revision that it is now.
type Wrote struct {
	Language string
	N        int
}

// Exchange puts another file in the place of one that a release names, as draft.Folder's
// Exchange does: what was written, the release's own file first.
func (d *Desk) Exchange(
	ctx context.Context, slug, old, file, by string, edit func(doc *frontmatter.Document) ([]byte, error),
) (out []Wrote, err error) {
	k := &keeper{Desk: d, by: by, how: Edited, wrote: make(map[string]int)}
	if err := draft.New(d.w).KeptBy(k).Exchange(ctx, slug, old, file, edit); err != nil {
		return nil, err
	}
	sources, err := draft.New(d.w).Sources(slug)
	for _, s := range sources {
		if n := k.wrote[s.Name]; n > 0 {
			out = append(out, Wrote{s.Language, n})
		}
	}
	return out, err
}

// Undo takes back what made a revision of the one before it. Where nothing was saved since,
// each byte is as it was; what was saved since stays, or is a *draft.ChangedError where it
// is on the same lines.
func (d *Desk) Undo(ctx context.Context, slug, lang string, n int, by string) (*Written, error) {
	after, err := d.Text(ctx, slug, lang, n)
	if err != nil {
		return nil, err
	}
	before, err := d.Text(ctx, slug, lang, n-1)
	if err != nil {
		return nil, err
	}
	k := &keeper{Desk: d, by: by, how: Undone, of: n}
	now, err := draft.New(d.w).KeptBy(k).Return(ctx, slug, lang, after, before)
	return k.written(now, err)
}

// Take puts a revision in the place of what the file holds, which is kept. seen names what
// the file held when somebody looked at it, as Sight does; "" where nobody looked.
func (d *Desk) Take(ctx context.Context, slug, lang string, n int, seen, by string) (*Written, error) {
	text, err := d.Text(ctx, slug, lang, n)
	if err != nil {
		return nil, err
	}
	k := &keeper{Desk: d, by: by, how: Taken, of: n}
	file, err := d.file(slug, lang)
	if err != nil {
		return nil, err
	}
	now, err := draft.New(d.w).KeptBy(k).Replace(ctx, slug, lang, text, func(now []byte) error {
		if seen != "" && seen != blob.Digest(now) {
			return &ChangedError{file}
		}
		return nil
	})
	return k.written(now, err)
}

// Hold keeps what a file holds now, as what somebody wrote there. N is 0 where that is kept
// already.
func (d *Desk) Hold(ctx context.Context, slug, lang, by string) (file string, n int, err error) {
	if file, err = d.file(slug, lang); err != nil {
		return "", 0, err
	}
	data, err := d.w.ReadOwn(file)
	if err != nil {
		return "", 0, err
	}
	err = d.db.Tx(ctx, func(tx *store.Tx) error {
		last, held, err := newest(ctx, tx, file)
		if err != nil || last > 0 && bytes.Equal(held, data) {
			return err
		}
		n = last + 1
		if err := keep(ctx, tx, file, store.Micros(d.now()), Revision{N: n, Who: by, How: Found}, data); err != nil {
			return err
		}
		return d.prune(ctx, tx, file)
	})
	return file, n, err
}

// Now is what a file holds, and its sight: a name for just that.
func (d *Desk) Now(slug, lang string) (data []byte, sight string, err error) {
	file, err := d.file(slug, lang)
	if err != nil {
		return nil, "", err
	}
	if data, err = d.w.ReadOwn(file); err != nil {
		return nil, "", err
	}
	return data, blob.Digest(data), nil
}

// List are the revisions of a file that are kept, the newest first.
func (d *Desk) List(ctx context.Context, slug, lang string) (out []Revision, err error) {
	file, err := d.file(slug, lang)
	if err != nil {
		return nil, err
	}
	rows, err := d.db.Reader().QueryContext(ctx, `SELECT n, at, who, how, of_n FROM saved WHERE file = ? ORDER BY n DESC`, file)
	if err != nil {
		return nil, fmt.Errorf("listing what was saved: %w", err)
	}
	defer rows.Close()
	for rows.Next() {
		var r Revision
		var at int64
		if err := rows.Scan(&r.N, &at, &r.Who, &r.How, &r.Of); err != nil {
			return nil, fmt.Errorf("listing what was saved: %w", err)
		}
		r.At = store.Time(at)
		out = append(out, r)
	}
	return out, rows.Err()
}

// Text is what a file held in a revision, byte for byte.
func (d *Desk) Text(ctx context.Context, slug, lang string, n int) ([]byte, error) {
	file, err := d.file(slug, lang)
	if err != nil {
		return nil, err
	}
	var data []byte
	err = d.db.Reader().QueryRowContext(ctx, `SELECT data FROM saved WHERE file = ? AND n = ?`, file, n).Scan(&data)
	if errors.Is(err, sql.ErrNoRows) {
		return nil, &NotKeptError{file, n}
	}
	if err != nil {
		return nil, fmt.Errorf("reading what was saved: %w", err)
	}
	return data, nil
}

// file is the name of a file of a release, by its language.
func (d *Desk) file(slug, lang string) (string, error) {
	sources, err := draft.New(d.w).Sources(slug)
	if err != nil {
		return "", err
	}
	for i, s := range sources {
		if s.Language == lang || lang == "" && i == 0 {
			return s.Name, nil
		}
	}
	return "", fmt.Errorf("%s is not written in %s", slug, lang)
}

// keeper keeps what one act of somebody writes.
type keeper struct {
	*Desk
	by  string
	how How
	of  int
	n   int
	// wrote are the revisions by their files, where several are written at once.
	wrote map[string]int
}

// Keep is draft.Keeper's.
func (k *keeper) Keep(ctx context.Context, c draft.Change) (forget func(), err error) {
	err = k.db.Tx(ctx, func(tx *store.Tx) error {
		last, held, err := newest(ctx, tx, c.File)
		if err != nil {
			return err
		}
		at := store.Micros(k.now())
		if last == 0 || !bytes.Equal(held, c.Before) {
			last++
			if err := keep(ctx, tx, c.File, at, Revision{N: last, How: Found}, c.Before); err != nil {
				return err
			}
		}
		how := k.how
		if how == Saved && c.Merged {
			how = Merged
		}
		k.n = last + 1
		if err := keep(ctx, tx, c.File, at, Revision{N: k.n, Who: k.by, How: how, Of: k.of}, c.After); err != nil {
			return err
		}
		return k.prune(ctx, tx, c.File)
	})
	if err != nil {
		return nil, fmt.Errorf("keeping what is saved: %w", err)
	}
	n := k.n
	if k.wrote != nil {
		k.wrote[c.File] = n
	}
	return func() { k.forget(context.WithoutCancel(ctx), c.File, n) }, nil
}

// forget takes back what was kept of a text that was not written. Where that fails too, a
// text too much is kept, and the next one that is written says what the file holds.
func (k *keeper) forget(ctx context.Context, file string, n int) {
	k.n = 0
	delete(k.wrote, file)
	k.db.Tx(ctx, func(tx *store.Tx) error {
		_, err := tx.ExecContext(ctx, `DELETE FROM saved WHERE file = ? AND n = ?`, file, n)
		return err
	})
}

func (k *keeper) written(now *draft.Opened, err error) (*Written, error) {
	if err != nil {
		return nil, err
	}
	return &Written{now, k.n}, nil
}

// newest is the newest revision of a file, and what it holds; 0 where there is none.
func newest(ctx context.Context, tx *store.Tx, file string) (n int, data []byte, err error) {
	err = tx.QueryRowContext(ctx, `SELECT n, data FROM saved WHERE file = ? ORDER BY n DESC LIMIT 1`, file).Scan(&n, &data)
	if errors.Is(err, sql.ErrNoRows) {
		return 0, nil, nil
	}
	return n, data, err
}

func keep(ctx context.Context, tx *store.Tx, file string, at int64, r Revision, data []byte) error {
	if data == nil {
		data = []byte{} // a driver takes nil for NULL
	}
	_, err := tx.ExecContext(ctx, `INSERT INTO saved (file, n, at, who, how, of_n, data) VALUES (?, ?, ?, ?, ?, ?, ?)`,
		file, r.N, at, r.Who, string(r.How), r.Of, data)
	return err
}

// prune lets go of what is beyond the bounds. Of a file's two newest texts none goes: one
// can be made of the other again.
func (d *Desk) prune(ctx context.Context, tx *store.Tx, file string) error {
	rows, err := tx.QueryContext(ctx, `SELECT n, LENGTH(data) FROM saved WHERE file = ? ORDER BY n DESC`, file)
	if err != nil {
		return err
	}
	defer rows.Close()
	count, size, from := 0, 0, 0
	for rows.Next() && from == 0 {
		var n, length int
		if err := rows.Scan(&n, &length); err != nil {
			return err
		}
		count, size = count+1, size+length
		if count > d.most || count > 2 && size > d.mostBytes {
			from = n
		}
	}
	if err := errors.Join(rows.Err(), rows.Close()); err != nil || from == 0 {
		return err
	}
	_, err = tx.ExecContext(ctx, `DELETE FROM saved WHERE file = ? AND n <= ?`, file, from)
	return err
}

// Says is how a text came into its file, in words.
func (r Revision) Says() string {
	switch r.How {
	case Saved:
		return "saved as text"
	case Merged:
		return "saved, with what others had saved"
	case Edited:
		return "saved in the form"
	case Undone:
		return fmt.Sprintf("text %d was undone", r.Of)
	case Taken:
		return fmt.Sprintf("text %d was taken back", r.Of)
	}
	return "found in the file"
}
