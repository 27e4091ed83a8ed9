package drill

import (
	"context"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"time"

	"pressroom/internal/wording"
)

// Open lists what in some folders and files others on this machine may read, with its
// mode. What is not there is passed over. It has to be asked before a database is opened:
// that takes its files from others.
func Open(names ...string) ([]string, error) {
	var out []string
	for _, top := range names {
		err := filepath.WalkDir(top, func(name string, e fs.DirEntry, err error) error {
			if os.IsNotExist(err) {
				return nil // files of a database come and go
			}
			if err != nil {
				return err
			}
			info, err := e.Info()
			if os.IsNotExist(err) {
				return nil
			}
			if err != nil {
				return err
			}
			if info.Mode().Perm()&0o077 != 0 && info.Mode()&fs.ModeSymlink == 0 {
				out = append(out, fmt.Sprintf("%s (%s)", name, info.Mode()))
			}
			return nil
		})
		if err != nil {
			return nil, fmt.Errorf("looking who may read %s: %w", top, err)
		}
	}
	return out, nil
}

// Modes is the check of what Open has listed.
func Modes(open []string) Check {
	return Check{Kind: Files, What: "who may read the files of the database", Look: func(context.Context) (string, []Fault) {
		if len(open) == 0 {
			return "their owner alone", nil
		}
		few := open[:min(len(open), 5)]
		return "", []Fault{{
			Kind: Files, What: wording.Count(len(open), "file") + " can be read by others on this machine: " + strings.Join(few, ", "),
			Fix: "chmod -R go= .pressroom, and see who was able to read it since",
		}}
	}}
}

// Clocks is the check of a clock that has to agree with this machine's.
func Clocks(whose string, now func() time.Time, read func(context.Context) (time.Time, error)) Check {
	return Check{Kind: Clock, What: whose, Look: func(ctx context.Context) (string, []Fault) {
		before := now()
		at, err := read(ctx)
		if err != nil {
			return "", []Fault{{Kind: Clock, What: whose + " cannot be read: " + err.Error()}}
		}
		off := at.Sub(before.Add(now().Sub(before) / 2))
		if off.Abs() > mostApart {
			return "", []Fault{{
				Kind: Clock, What: whose + " is " + Apart(off), Fix: "set the clocks by a time service, as with timedatectl set-ntp true",
			}}
		}
		return "it agrees with this machine's", nil
	}}
}

// Test is the check of a thing that can be tried out, and either works or says why not.
func Test(kind Kind, what, fix string, try func(context.Context) (said string, err error)) Check {
	return Check{Kind: kind, What: what, Look: func(ctx context.Context) (string, []Fault) {
		said, err := try(ctx)
		if err != nil {
			return "", []Fault{{Kind: kind, What: what + ": " + err.Error(), Fix: fix}}
		}
		return said, nil
	}}
}

// Readers is who can read the release in the press office before it is public: users, as
// "Ana Ruiz, lead".
func Readers(users []string) Check {
	const what = "who can read it in the press office under the public address"
	return Check{Kind: Files, What: what, Look: func(context.Context) (string, []Fault) {
		if len(users) == 0 {
			return "nobody", nil
		}
		return strings.Join(users, "; "), nil
	}}
}
