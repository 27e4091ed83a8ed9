// Package private makes folders and files that only their owner may read, whatever
// the umask, and whoever could read them before.
package private

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
)

// Permissions of what is private.
const (
	dirMode  = 0o700
	fileMode = 0o600
	others   = 0o077 // what anybody else may do
)

// Dir makes a folder, and takes it from others if it is there already.
func Dir(name string) error {
	if err := os.MkdirAll(name, dirMode); err != nil {
		return err
	}
	return tighten(name, dirMode)
}

// File makes an empty file, and takes it from others if it is there already. It does
// not open one that is there: closing it would end the locks that this process has
// on it (POSIX fcntl).
func File(name string) error {
	f, err := os.OpenFile(name, os.O_CREATE|os.O_EXCL|os.O_RDWR, fileMode)
	if errors.Is(err, fs.ErrExist) {
		return tighten(name, fileMode)
	}
	if err != nil {
		return err
	}
	return f.Close()
}

// Inside takes from others what lies in a folder, and not what lies deeper: a
// folder that is private keeps that. Symbolic links stay as they are.
func Inside(dir string) error {
	entries, err := os.ReadDir(dir)
	if err != nil {
		return err
	}
	for _, e := range entries {
		mode := fs.FileMode(fileMode)
		switch {
		case e.IsDir():
			mode = dirMode
		case !e.Type().IsRegular():
			continue
		}
		// Files of a database come and go.
		if err := tighten(filepath.Join(dir, e.Name()), mode); err != nil && !errors.Is(err, fs.ErrNotExist) {
			return err
		}
	}
	return nil
}

func tighten(name string, mode fs.FileMode) error {
	info, err := os.Stat(name)
	if err != nil || info.Mode().Perm()&others == 0 {
		return err
	}
	if err := os.Chmod(name, mode); err != nil {
		return fmt.Errorf("others can read %s, and that cannot be changed: %w; have its owner run chmod go= on it", name, err)
	}
	return nil
}
