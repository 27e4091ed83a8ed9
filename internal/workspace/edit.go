package workspace

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io/fs"
	"path/filepath"
	"strings"
	"time"

	"github.com/gofrs/flock"

	"pressroom/internal/contacts"
	"pressroom/internal/private"
)

// lockWait is how long an edit waits for another: each takes milliseconds, and
// whoever edits may hold the database's only writer meanwhile.
const lockWait = 2 * time.Second

// EditRelease changes files of a release under a lock that other processes of the
// workspace respect. edit gets the file's bytes by name, relative to the
// workspace, and returns those that are to be written; a file that does not change
// is not written. A file that an editor saved meanwhile is read again, and edit
// runs again: nothing is written over.
func (w *Workspace) EditRelease(ctx context.Context, slug string, edit func(read func(name string) ([]byte, error)) (map[string][]byte,
	error),
) error {
	unlock, err := w.lock(ctx, slug, "releases/"+slug+".md")
	if err != nil {
		return err
	}
	defer unlock()
	const attempts = 5
	for range attempts {
		seen := make(map[string][]byte)
		out, err := edit(func(name string) ([]byte, error) {
			if filepath.Dir(filepath.FromSlash(name)) != "releases" || !strings.HasSuffix(name, ".md") {
				return nil, fmt.Errorf("%s is no file of a release", name)
			}
			data, err := w.read(name, 1<<20)
			if err == nil {
				seen[name] = data
			}
			return data, err
		})
		if err != nil {
			return err
		}
		if w.changed(seen) {
			continue
		}
		for name, data := range out {
			if old, ok := seen[name]; !ok || bytes.Equal(old, data) {
				continue
			}
			if err := w.Write(name, data); err != nil {
				return err
			}
		}
		return nil
	}
	return fmt.Errorf("releases/%s.md is being saved by somebody else again and again; try once more in a moment", slug)
}

// EditFile changes a file of the workspace, as a press list, under a lock that other
// processes of the workspace respect. edit gets its bytes, nil where there is no such
// file, and returns those that are to be written; nil takes the file away, and one that
// does not change is not written. One that was saved while edit ran is read again, and
// edit runs again.
func (w *Workspace) EditFile(ctx context.Context, name string, edit func(data []byte) ([]byte, error)) error {
	unlock, err := w.lock(ctx, filepath.Base(name), name) // has a dot in it, as no slug has
	if err != nil {
		return err
	}
	defer unlock()
	const attempts = 5
	for range attempts {
		before, err := w.whole(name)
		if err != nil {
			return err
		}
		after, err := edit(before)
		if err != nil {
			return err
		}
		now, err := w.whole(name)
		if err != nil {
			return err
		}
		switch {
		case !bytes.Equal(before, now):
			continue
		case bytes.Equal(before, after) && (before == nil) == (after == nil):
			return nil
		case after == nil:
			return w.remove(name)
		}
		return w.Write(name, after)
	}
	return fmt.Errorf("%s is being saved by somebody else again and again; try once more in a moment", name)
}

// whole reads a file of any size that one here may have; nil where there is none.
func (w *Workspace) whole(name string) ([]byte, error) {
	data, err := w.read(name, contacts.MaxFileSize)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	}
	return data, err
}

// lock takes what a name stands for, until unlock is called. file is what is said to be
// held where it cannot be had.
func (w *Workspace) lock(ctx context.Context, name, file string) (unlock func(), err error) {
	if err := w.MakeStateDir(); err != nil {
		return nil, err
	}
	locks := filepath.Join(w.StateDir(), "locks")
	if err := private.Dir(locks); err != nil {
		return nil, fmt.Errorf("locking %s: %w", file, err)
	}
	lock := flock.New(filepath.Join(locks, name))
	wait, cancel := context.WithTimeout(ctx, lockWait)
	defer cancel()
	if ok, err := lock.TryLockContext(wait, 5*time.Millisecond); err != nil || !ok {
		return nil, fmt.Errorf("%s is held by another process, which may hang; nothing was written: %w", file, errors.Join(err, ctx.Err()))
	}
	return func() { lock.Unlock() }, nil
}

// changed tells whether a file is no longer what was read.
func (w *Workspace) changed(seen map[string][]byte) bool {
	for name, data := range seen {
		now, err := w.read(name, 1<<20)
		if err != nil && !errors.Is(err, fs.ErrNotExist) || !bytes.Equal(now, data) {
			return true
		}
	}
	return false
}
