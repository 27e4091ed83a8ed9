package workspace

import (
	"crypto/rand"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"syscall"

	"pressroom/internal/diagnostic"
)

// FileError says that a file cannot be read, or written, for what it is: the file's
// name, and what is wrong and what to do, as in "this is a link …".
type FileError struct {
	File   string // with slashes, relative to the workspace where it is one of its own
	Reason string
	Large  bool // it is larger than what is read
}

func (e *FileError) Error() string { return e.File + ": " + e.Reason }

// finding makes an error about a file's kind a diagnostic.List; others say what was
// being done.
func finding(doing string, err error) error {
	if bad := (*FileError)(nil); errors.As(err, &bad) {
		return diagnostic.List{diagnosed(bad.File, err)}
	}
	return fmt.Errorf("%s: %w", doing, err)
}

// diagnosed is what there is to say about a file that could not be read.
func diagnosed(name string, err error) diagnostic.Diagnostic {
	d := diagnostic.Diagnostic{Position: diagnostic.Position{File: name}, Rule: "file", Message: err.Error()}
	if bad := (*FileError)(nil); errors.As(err, &bad) {
		d.Position.File, d.Message = bad.File, bad.Reason
	}
	return d
}

// read reads a file of the workspace of at most limit bytes. Links are followed as
// long as they stay in the workspace; what is no file is refused and never waited
// for.
func (w *Workspace) read(name string, limit int64) ([]byte, error) {
	f, err := w.open(name)
	if err != nil {
		return nil, err
	}
	return readAll(f, name, limit)
}

// open opens a file of the workspace as read does.
func (w *Workspace) open(name string) (*os.File, error) {
	root, inside, err := w.resolve(name)
	if err != nil {
		return nil, err
	}
	defer root.Close()
	info, err := root.Lstat(inside)
	if err != nil {
		return nil, err
	}
	if !info.Mode().IsRegular() {
		return nil, &FileError{File: name, Reason: noFile(info.Mode())}
	}
	// Without waiting: it may have become a pipe just now.
	return root.OpenFile(inside, os.O_RDONLY|syscall.O_NONBLOCK, 0)
}

// list lists a folder of the workspace by name; one that is not there is empty.
func (w *Workspace) list(name string) ([]fs.DirEntry, error) {
	root, inside, err := w.resolve(name)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	}
	if err != nil {
		return nil, err
	}
	defer root.Close()
	return fs.ReadDir(root.FS(), filepath.ToSlash(inside))
}

// Write writes a file of the workspace whole or not at all: beside its place, to the
// disk, then renamed over it. Folders on the way are made. Where the name is a link
// inside the workspace, the file that it leads to is written.
func (w *Workspace) Write(name string, data []byte) error {
	root, inside, err := w.resolve(name)
	if errors.Is(err, fs.ErrNotExist) {
		root, inside, err = w.resolveNew(name)
	}
	if err != nil {
		return fmt.Errorf("writing: %w", err)
	}
	defer root.Close()
	if err := writeIn(root, inside, data); err != nil {
		return fmt.Errorf("writing %s: %w", name, err)
	}
	return nil
}

// remove takes a file of the workspace away.
func (w *Workspace) remove(name string) error {
	root, inside, err := w.resolve(name)
	if err != nil {
		return fmt.Errorf("removing: %w", err)
	}
	defer root.Close()
	if err := root.Remove(inside); err != nil {
		return fmt.Errorf("removing %s: %w", name, err)
	}
	return nil
}

func writeIn(root *os.Root, name string, data []byte) error {
	dir := filepath.Dir(name)
	if err := root.MkdirAll(dir, 0o755); err != nil {
		return err
	}
	var b [8]byte
	rand.Read(b[:])
	temporary := filepath.Join(dir, "."+filepath.Base(name)+"."+hex.EncodeToString(b[:]))
	f, err := root.OpenFile(temporary, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o600)
	if err != nil {
		return err
	}
	if err = fill(f, data); err == nil {
		err = root.Rename(temporary, name)
	}
	if err != nil {
		root.Remove(temporary)
	}
	return err
}

// resolve opens the workspace and gives the place in it that a name leads to, with
// all links followed. The root must be closed.
func (w *Workspace) resolve(name string) (root *os.Root, inside string, err error) {
	local := filepath.Clean(filepath.FromSlash(name))
	if !filepath.IsLocal(local) {
		return nil, "", &FileError{File: name, Reason: "this leads out of the workspace"}
	}
	top, err := filepath.EvalSymlinks(w.Dir)
	if err != nil {
		return nil, "", fmt.Errorf("opening workspace: %w", err)
	}
	place, err := filepath.EvalSymlinks(filepath.Join(top, local))
	if errors.Is(err, fs.ErrNotExist) {
		return nil, "", w.missing(name, top, err)
	}
	if err != nil {
		return nil, "", err
	}
	if inside, err = filepath.Rel(top, place); err != nil || !filepath.IsLocal(inside) {
		return nil, "", &FileError{File: name, Reason: "this is a link that leads out of the workspace; put a copy of the file there"}
	}
	if root, err = os.OpenRoot(top); err != nil {
		return nil, "", fmt.Errorf("opening workspace: %w", err)
	}
	return root, inside, nil
}

// missing tells a file that is not there from a link to nothing, and from one in a
// folder that is not the workspace's: what is outside is not even looked for.
func (w *Workspace) missing(name, top string, err error) error {
	if dir := path.Dir(name); dir != "." {
		root, _, derr := w.resolve(dir)
		if derr != nil {
			return derr
		}
		root.Close()
	}
	if info, lerr := os.Lstat(filepath.Join(top, filepath.FromSlash(name))); lerr == nil && info.Mode()&fs.ModeSymlink != 0 {
		return &FileError{File: name, Reason: "this is a link to nothing; put the file there, or take the link away"}
	}
	return err
}

// resolveNew is resolve for a file that is not there yet, in a folder that may have
// to be made.
func (w *Workspace) resolveNew(name string) (root *os.Root, inside string, err error) {
	root, dir, err := w.resolve(path.Dir(name))
	if errors.Is(err, fs.ErrNotExist) {
		root, _, err = w.resolve(".")
		dir = filepath.FromSlash(path.Dir(name))
	}
	return root, filepath.Join(dir, path.Base(name)), err
}

// ReadFile reads a file anywhere, of at most limit bytes, as settings name some.
// What is no file is refused and never waited for.
func ReadFile(name string, limit int64) ([]byte, error) {
	info, err := os.Stat(name)
	if err != nil {
		return nil, err
	}
	if !info.Mode().IsRegular() {
		return nil, &FileError{File: name, Reason: noFile(info.Mode())}
	}
	f, err := os.OpenFile(name, os.O_RDONLY|syscall.O_NONBLOCK, 0)
	if err != nil {
		return nil, err
	}
	return readAll(f, name, limit)
}

// readAll reads and closes a file, if it is one, up to a limit.
func readAll(f *os.File, name string, limit int64) ([]byte, error) {
	defer f.Close()
	info, err := f.Stat()
	if err != nil {
		return nil, err
	}
	if !info.Mode().IsRegular() {
		return nil, &FileError{File: name, Reason: noFile(info.Mode())}
	}
	data, err := io.ReadAll(io.LimitReader(f, limit+1))
	if err != nil {
		return nil, err
	}
	if int64(len(data)) > limit {
		return nil, &FileError{File: name, Reason: fmt.Sprintf("this is larger than %d KiB", limit>>10), Large: true}
	}
	return data, nil
}

// noFile says what something is that should be a file.
func noFile(m fs.FileMode) string {
	what := "a device"
	switch {
	case m.IsDir():
		what = "a folder"
	case m&fs.ModeNamedPipe != 0:
		what = "a named pipe"
	case m&fs.ModeSocket != 0:
		what = "a socket"
	}
	return "this is no file but " + what + "; put a file there, or take it away"
}
