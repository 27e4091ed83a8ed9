package workspace

import (
	"context"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/gofrs/flock"
)

func editable(t *testing.T) (*Workspace, string) {
	t.Helper()
	dir := t.TempDir()
	name := filepath.Join(dir, "releases/x.md")
	if err := WriteFile(name, []byte("one\n")); err != nil {
		t.Fatal(err)
	}
	w, err := Open(dir)
	if err != nil {
		t.Fatal(err)
	}
	return w, name
}

type reader = func(string) ([]byte, error)

func TestWhatAnEditorSavedMeanwhileIsNotWrittenOver(t *testing.T) {
	w, name := editable(t)
	runs := 0
	err := w.EditRelease(context.Background(), "x", func(read reader) (map[string][]byte, error) {
		data, err := read("releases/x.md")
		if runs++; runs == 1 { // an editor saves between reading and writing
			if err := os.WriteFile(name, []byte("two\n"), 0o644); err != nil {
				t.Fatal(err)
			}
		}
		return map[string][]byte{"releases/x.md": append(data, "added\n"...)}, err
	})
	got, rerr := os.ReadFile(name)
	if err != nil || rerr != nil || string(got) != "two\nadded\n" || runs != 2 {
		t.Errorf("%v, %v, %d runs: %q", err, rerr, runs, got)
	}
	// Somebody who saves again and again is told.
	err = w.EditRelease(context.Background(), "x", func(read reader) (map[string][]byte, error) {
		data, err := read("releases/x.md")
		if werr := os.WriteFile(name, append(data, '.'), 0o644); werr != nil {
			t.Fatal(werr)
		}
		return map[string][]byte{"releases/x.md": []byte("lost")}, err
	})
	if err == nil || !strings.Contains(err.Error(), "being saved by somebody else") {
		t.Errorf("%v", err)
	}
	if got, _ := os.ReadFile(name); strings.Contains(string(got), "lost") {
		t.Errorf("written over: %q", got)
	}
}

func TestALockThatHangsHoldsNobodyUpForLong(t *testing.T) {
	w, name := editable(t)
	if err := os.MkdirAll(filepath.Join(w.StateDir(), "locks"), 0o700); err != nil {
		t.Fatal(err)
	}
	lock := flock.New(filepath.Join(w.StateDir(), "locks", "x"))
	if err := lock.Lock(); err != nil {
		t.Fatal(err)
	}
	edit := func(read reader) (map[string][]byte, error) {
		_, err := read("releases/x.md")
		return map[string][]byte{"releases/x.md": []byte("new")}, err
	}
	if err := w.EditRelease(context.Background(), "x", edit); err == nil || !strings.Contains(err.Error(), "held by another process") {
		t.Errorf("%v", err)
	}
	if err := lock.Unlock(); err != nil {
		t.Fatal(err)
	}
	if err := w.EditRelease(context.Background(), "x", edit); err != nil {
		t.Error(err)
	}
	if got, _ := os.ReadFile(name); string(got) != "new" {
		t.Errorf("%q", got)
	}
}

func TestOnlyFilesOfReleasesAreEdited(t *testing.T) {
	w, _ := editable(t)
	for _, name := range []string{"../x.md", "pressroom.toml", "releases/../pressroom.toml", "releases/media/x.md", "/etc/passwd", "releases/x.txt"} {
		err := w.EditRelease(context.Background(), "x", func(read reader) (map[string][]byte, error) {
			_, err := read(name)
			return map[string][]byte{name: []byte("x")}, err
		})
		if err == nil || !strings.Contains(err.Error(), "is no file of a release") {
			t.Errorf("%s: %v", name, err)
		}
	}
}
