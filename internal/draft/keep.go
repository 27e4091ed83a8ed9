package draft

import (
	"bytes"
	"context"
	"slices"
)

// Change is a file of a release that is about to become another.
type Change struct {
	File          string // in the workspace, as in releases/river.md
	Before, After []byte
	// Merged: what somebody else had saved meanwhile is in After too.
	Merged bool
}

// Keeper keeps what a file holds and what it is to hold, before that is written: what
// cannot be kept is not written. forget takes back what was kept of a text that was not
// written after all.
type Keeper interface {
	Keep(ctx context.Context, c Change) (forget func(), err error)
}

// KeptBy is the folder with somebody who keeps what is written there.
func (f *Folder) KeptBy(k Keeper) *Folder { return &Folder{w: f.w, memory: f.memory, keeper: k} }

// reader reads a file of a release that is about to be changed.
type reader = func(name string) ([]byte, error)

// change writes a file of a release, as changes does.
func (f *Folder) change(ctx context.Context, slug string, become func(read reader) (Change, error)) error {
	return f.changes(ctx, slug, func(read reader) ([]Change, error) {
		c, err := become(read)
		return []Change{c}, err
	})
}

// changes writes files of a release, under its lock. What they are to become is kept first.
// become runs again where an editor on the machine saved meanwhile.
func (f *Folder) changes(ctx context.Context, slug string, become func(read reader) ([]Change, error)) error {
	var kept []func()
	forget := func() {
		for _, one := range slices.Backward(kept) {
			one()
		}
		kept = nil
	}
	err := f.w.EditRelease(ctx, slug, func(read func(string) ([]byte, error)) (map[string][]byte, error) {
		forget()
		all, err := become(read)
		if err != nil {
			return nil, err
		}
		out := make(map[string][]byte)
		for _, c := range all {
			out[c.File] = c.After
			if f.keeper == nil || bytes.Equal(c.Before, c.After) {
				continue
			}
			one, err := f.keeper.Keep(ctx, c)
			if err != nil {
				return nil, err
			}
			kept = append(kept, one)
		}
		return out, nil
	})
	if err != nil {
		forget()
	}
	return err
}
