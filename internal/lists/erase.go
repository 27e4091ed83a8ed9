package lists

import (
	"errors"
	"path"

	"pressroom/internal/contacts"
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
	for _, p := range places {
		n.Left = append(n.Left, p.Line)
	}
	if err != nil || len(places) == 0 || !remove {
		return n, err
	}
	data, removed, err := contacts.Remove(f, key)
	if err == nil {
		err = w.Write(f.Name, data)
	}
	if err == nil {
		n.Removed, n.Left = removed, nil
	}
	return n, err
}
