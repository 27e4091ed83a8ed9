package draft

import (
	"bytes"
	"context"
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

// change writes a file of a release, under its lock. What it is to become is kept first. become
// runs again where an editor on the machine saved meanwhile.
func (f *Folder) change(ctx context.Context, slug string, become func(read reader) (Change, error)) error {
	forget := func() {}
	err := f.w.EditRelease(ctx, slug, func(read func(string) ([]byte, error)) (map[string][]byte, error) {
		forget()
		forget = func() {}
		c, err := become(read)
		if err != nil {
			return nil, err
		}
		if f.keeper != nil && !bytes.Equal(c.Before, c.After) {
			if forget, err = f.keeper.Keep(ctx, c); err != nil {
				forget = func() {}
				return nil, err
			}
		}
		return map[string][]byte{c.File: c.After}, nil
	})
	if err != nil {
		forget()
	}
	return err
}
