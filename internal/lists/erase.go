package lists

import (
	"errors"
	"path"

	"pressroom/internal/contacts"
	"pressroom/internal/contacts/intake"
	"pressroom/internal/workspace"
)

// Named is a press list that named somebody who was erased.
type Named struct {
	Name    string
	Removed int   // entries that were taken out
	Left    []int // the lines of those that still stand there
}

// Erase looks for somebody, by the key of the address, in the press lists and in what is
// kept of imports, and where remove is set takes them out. What could be done is returned
// also with an error.
func Erase(w *workspace.Workspace, key string, remove bool) ([]Named, error) {
	files, err := Everywhere(w)
	if err != nil {
		return nil, err
	}
	var out []Named
	for _, f := range files {
		if path.Base(f.Name) == contacts.SegmentsFile {
			continue
		}
		n, ferr := eraseFrom(w, f, key, remove)
		out, err = append(out, n), errors.Join(err, ferr)
	}
	return out, err
}

func eraseFrom(w *workspace.Workspace, f contacts.File, key string, remove bool) (Named, error) {
	n := Named{Name: f.Name}
	places, err := contacts.Find(f, key)
	for _, p := range append(places, contacts.Further(f, key)...) {
		n.Left = append(n.Left, p.Line)
	}
	if err != nil || len(n.Left) == 0 || !remove {
		return n, err
	}
	data, removed, err := contacts.Remove(f, key)
	if err != nil {
		return n, err
	}
	if path.Ext(f.Name) != ".toml" {
		cells, ferr := withoutFurther(contacts.File{Name: f.Name, Data: data}, key, &removed)
		if ferr != nil {
			return n, ferr
		}
		data = cells
	}
	if removed > 0 {
		if err := w.Write(f.Name, data); err != nil {
			return n, err
		}
	}
	n.Removed, n.Left = removed, nil
	for _, p := range contacts.Further(contacts.File{Name: f.Name, Data: data}, key) {
		n.Left = append(n.Left, p.Line)
	}
	return n, nil
}

// withoutFurther takes an address out of the cells of a list in which it is a further one,
// and counts them.
func withoutFurther(f contacts.File, key string, removed *int) ([]byte, error) {
	if len(contacts.Further(f, key)) == 0 {
		return f.Data, nil
	}
	cells, err := intake.OpenCells(f)
	if err != nil {
		return nil, err
	}
	for n, line := range cells.Lines() {
		values := make(map[string]string)
		for column, cell := range line.Values {
			if rest, found := contacts.Without(cell, key); found && column != "email" {
				values[column] = rest
			}
		}
		if len(values) == 0 {
			continue
		}
		if f.Data, err = cells.Set(n, values); err != nil {
			return nil, err
		}
		if cells, err = intake.OpenCells(f); err != nil {
			return nil, err
		}
		*removed++
	}
	return f.Data, nil
}
