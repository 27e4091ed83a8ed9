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
	if err := w.MakeStateDir(); err != nil {
		return err
	}
	locks := filepath.Join(w.StateDir(), "locks")
	if err := private.Dir(locks); err != nil {
		return fmt.Errorf("locking the release: %w", err)
	}
	lock := flock.New(filepath.Join(locks, slug))
	wait, cancel := context.WithTimeout(ctx, lockWait)
	defer cancel()
	if ok, err := lock.TryLockContext(wait, 5*time.Millisecond); err != nil || !ok {
		return fmt.Errorf("releases/%s.md is held by another process, which may hang; nothing was written: %w", slug, errors.Join(err, ctx.Err()))
	}
	defer lock.Unlock()
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
