package app

import (
	"errors"
	"path/filepath"

	"pressroom/internal/contacts"
	"pressroom/internal/lists"
)

// Named is a press list that named somebody who was erased.
type Named struct {
	Name    string
	Removed int   // entries that were taken out
	Left    []int // the lines of those that still stand there
}

// EraseFromFiles looks for somebody in the press lists and, where it shall, takes
// them out. What could be done is returned also with an error.
func (a *App) EraseFromFiles(key string, remove bool) ([]Named, error) {
	files, err := a.Workspace.ContactFiles()
	if err != nil {
		return nil, err
	}
	kept, err := lists.Kept(a.Workspace)
	if err != nil {
		return nil, err
	}
	var out []Named
	for _, f := range append(files, kept...) {
		if filepath.Base(f.Name) == contacts.SegmentsFile {
			continue
		}
		n, ferr := a.eraseFrom(f, key, remove)
		out, err = append(out, n), errors.Join(err, ferr)
	}
	return out, err
}

func (a *App) eraseFrom(f contacts.File, key string, remove bool) (Named, error) {
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
		err = a.Workspace.Write(f.Name, data)
	}
	if err == nil {
		n.Removed, n.Left = removed, nil
	}
	return n, err
}
