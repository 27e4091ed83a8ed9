//go:build unix

package workspace

import (
	"path/filepath"
	"strings"
	"syscall"
	"testing"
)

// TestAPipeIsNeverWaitedFor puts a named pipe, which nobody writes to, into the
// place of every file that is read.
func TestAPipeIsNeverWaitedFor(t *testing.T) {
	for name, read := range readers {
		t.Run(name, func(t *testing.T) {
			w := folder(t)
			pipe := filepath.Join(w.Dir, name)
			if err := syscall.Unlink(pipe); err != nil {
				t.Fatal(err)
			}
			if err := syscall.Mkfifo(pipe, 0o600); err != nil {
				t.Fatal(err)
			}
			if err := read(w); err == nil || !strings.Contains(name, "hyph") && !strings.Contains(err.Error(), "named pipe") {
				t.Errorf("%v", err)
			}
			// A link to one is no better.
			replace(t, pipe, "pipe")
			if err := syscall.Mkfifo(filepath.Join(filepath.Dir(pipe), "pipe"), 0o600); err != nil {
				t.Fatal(err)
			}
			if err := read(w); err == nil || !strings.Contains(name, "hyph") && !strings.Contains(err.Error(), "named pipe") {
				t.Errorf("by a link: %v", err)
			}
		})
	}
	pipe := filepath.Join(t.TempDir(), "secret")
	if err := syscall.Mkfifo(pipe, 0o600); err != nil {
		t.Fatal(err)
	}
	settings := "[mail]\nsmtp = \"smtp://press@mail.example\"\npassword_file = \"" + pipe + "\"\n"
	w := newWorkspace(t, map[string]string{"pressroom.toml": settings})
	if _, err := w.SMTPPassword(); err == nil || !strings.Contains(err.Error(), "named pipe") {
		t.Errorf("%v", err)
	}
}
