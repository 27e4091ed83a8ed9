package store

import (
	"os"

	"golang.org/x/sys/unix"
)

// syncData waits until a file's data is on disk, with as much of its metadata as
// is needed to read it.
func syncData(f *os.File) error { return unix.Fdatasync(int(f.Fd())) }
