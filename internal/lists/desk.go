package lists

import (
	"bytes"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"maps"
	"path"
	"slices"
	"strings"
	"sync"
	"time"

	"pressroom/internal/contacts"
	"pressroom/internal/contacts/heading"
	"pressroom/internal/contacts/intake"
	"pressroom/internal/diagnostic"
	"pressroom/internal/saying"
	"pressroom/internal/workspace"
)

// Desk is the press lists of a workspace, to be looked at and changed by hand. Whatever
// is changed is written into the file so that every other byte stays, and can be undone
// as long as the file is not changed again.
type Desk struct {
	w   *workspace.Workspace
	now func() time.Time

	mu      sync.Mutex
	steps   []step   // that can be undone, the newest last
	uploads []upload // files to be imported, the newest last
}

// NewDesk returns the press lists of a workspace.
func NewDesk(w *workspace.Workspace, now func() time.Time) *Desk { return &Desk{w: w, now: now} }

// Table is a press list as it stands in its file.
type Table struct {
	Name, File string
	Version    string // names the bytes of the file
	Columns    []string
	Lines      []intake.Line
	Fixed      string // why it cannot be changed here; "" where it can
}

// ErrNoList is returned where no press list has a name.
var ErrNoList = saying.Errorf("no press list has this name")

// ChangedError says that a file is another than when it was opened.
type ChangedError struct{ File string }

func (e *ChangedError) Error() string { return e.Said().String() }

// Said is the error as a sentence.
func (e *ChangedError) Said() saying.Sentence {
	return saying.Of("%s was changed since you opened it; nothing was written", e.File)
}

// Table reads a press list.
func (d *Desk) Table(name string) (*Table, error) {
	files, err := d.w.ContactFiles()
	if err != nil {
		return nil, err
	}
	for _, f := range files {
		base := path.Base(f.Name)
		if base != contacts.SegmentsFile && strings.TrimSuffix(base, path.Ext(base)) == name {
			return tableOf(name, f), nil
		}
	}
	return nil, ErrNoList
}

// tableOf is a press list by its file.
func tableOf(name string, f contacts.File) *Table {
	t := &Table{Name: name, File: f.Name, Version: versionOf(f.Data)}
	if path.Ext(f.Name) == ".toml" {
		t.Fixed = f.Name + " is TOML; edit the file, or import it into a list in CSV"
	} else if cells, err := intake.OpenCells(f); err != nil {
		t.Fixed = err.Error()
	} else {
		t.Columns, t.Lines = cells.Columns(), cells.Lines()
		return t
	}
	book, _ := contacts.Read([]contacts.File{f})
	for _, j := range book.Journalists {
		line := intake.Line{At: j.At().Line, Key: j.Key, Values: j.Values()}
		t.Lines = append(t.Lines, line)
		t.Columns = append(t.Columns, slices.Sorted(maps.Keys(line.Values))...)
	}
	slices.Sort(t.Columns)
	t.Columns = intake.Order(slices.Compact(t.Columns))
	return t
}

// versionOf names the bytes of a file; "" for none.
func versionOf(data []byte) string {
	if data == nil {
		return ""
	}
	sum := sha256.Sum256(data)
	return hex.EncodeToString(sum[:12])
}

// Edit is what is to be changed of a press list, by hand.
type Edit struct {
	List    string
	Version string            // of the Table that it was made on
	Row     int               // of its Lines; Further for one more
	Values  map[string]string // by column; "" empties a cell
	Remove  bool
}

// Further is a row that is not there yet.
const Further = -1

// Do changes a press list. What comes back names the change for Undo; "" where nothing is
// another. Where the file is not what it was, it is a *ChangedError; what is wrong with
// what was written is a diagnostic.List, and nothing is written.
func (d *Desk) Do(ctx context.Context, e Edit) (undo string, err error) {
	t, err := d.Table(e.List)
	if err != nil {
		return "", err
	}
	if t.Fixed != "" {
		return "", errors.New(t.Fixed)
	}
	return d.change(ctx, t.File, e.Version, func(data []byte) ([]byte, error) {
		cells, err := intake.OpenCells(contacts.File{Name: t.File, Data: data})
		if err != nil {
			return nil, err
		}
		if e.Remove {
			return cells.Remove(e.Row)
		}
		if err := sensible(cells, e); err != nil {
			return nil, err
		}
		if e.Row == Further {
			return cells.Add(e.Values)
		}
		return cells.Set(e.Row, e.Values)
	})
}

// sensible is an error where a row would have no address, or that of another row.
func sensible(cells *intake.Cells, e Edit) error {
	for name := range e.Values {
		if heading.ColumnName(name) != name {
			return fmt.Errorf("%q can be no column's name: write a word of small letters and digits", diagnostic.Word(name))
		}
	}
	address, said := e.Values["email"]
	if !said && e.Row != Further {
		return nil
	}
	key, err := contacts.AddressKey(address)
	if err != nil {
		return err
	}
	for i, l := range cells.Lines() {
		if l.Key == key && i != e.Row {
			return saying.Errorf("%s stands in line %d of the list already", address, l.At)
		}
	}
	return nil
}

// change writes a file of contacts/ that is still what it was, unless what is wrong with
// it then was not before.
func (d *Desk) change(ctx context.Context, file, version string, edit func([]byte) ([]byte, error)) (undo string, err error) {
	var before, after []byte
	err = d.w.EditFile(ctx, file, func(data []byte) ([]byte, error) {
		if versionOf(data) != version {
			return nil, &ChangedError{file}
		}
		out, err := edit(data)
		if err != nil {
			return nil, err
		}
		if err := d.news(file, data, out).Err(); err != nil {
			return nil, err
		}
		before, after = data, out
		return out, nil
	})
	if err != nil || bytes.Equal(before, after) {
		return "", err
	}
	return d.remember(step{file: file, before: before, after: versionOf(after)}), nil
}

// news are the errors in all press lists that a change of one file brings.
func (d *Desk) news(file string, before, after []byte) diagnostic.List {
	files, err := d.w.ContactFiles()
	if err != nil {
		return nil // what is wrong elsewhere is no matter of this change
	}
	files = slices.DeleteFunc(files, func(f contacts.File) bool { return f.Name == file })
	with := func(data []byte) []diagnostic.Diagnostic {
		all := files
		if data != nil {
			all = append(slices.Clone(files), contacts.File{Name: file, Data: data})
		}
		_, found := contacts.Read(all)
		return found
	}
	old := make(map[string]int)
	for _, f := range with(before) {
		old[f.Message]++
	}
	var out diagnostic.List
	for _, f := range with(after) {
		if old[f.Message]--; old[f.Message] < 0 && f.Severity == diagnostic.Error {
			out = append(out, f)
		}
	}
	return out
}

// step is a change that can be taken back.
type step struct {
	file   string
	before []byte          // nil where there was no file
	after  string          // the version of the file that it made
	also   []contacts.File // files that were written with it, as they were before
}

// mostSteps is how many changes can be taken back at any time.
const mostSteps = 20

// remember keeps what a change can be taken back by, and names it.
func (d *Desk) remember(s step) string {
	d.mu.Lock()
	defer d.mu.Unlock()
	if d.steps = append(d.steps, s); len(d.steps) > mostSteps {
		d.steps = slices.Clone(d.steps[len(d.steps)-mostSteps:])
	}
	return s.after
}

// ErrNoUndo is returned where a change cannot be taken back any more.
var ErrNoUndo = saying.Errorf("this can no longer be undone: the file was changed since, or the program was started anew")

// Undo takes a change back by the name that it was given. It is ErrNoUndo where the file
// was changed since.
func (d *Desk) Undo(ctx context.Context, undo string) error {
	d.mu.Lock()
	i := slices.IndexFunc(d.steps, func(s step) bool { return s.after == undo })
	if i < 0 {
		d.mu.Unlock()
		return ErrNoUndo
	}
	s := d.steps[i]
	d.mu.Unlock()
	err := d.w.EditFile(ctx, s.file, func(data []byte) ([]byte, error) {
		if versionOf(data) != s.after {
			return nil, ErrNoUndo
		}
		return s.before, nil
	})
	for _, f := range s.also {
		if err == nil {
			err = d.w.EditFile(ctx, f.Name, func([]byte) ([]byte, error) { return f.Data, nil })
		}
	}
	if err != nil {
		return err
	}
	d.mu.Lock()
	defer d.mu.Unlock()
	d.steps = slices.DeleteFunc(d.steps, func(o step) bool { return o.after == undo })
	return nil
}
