package draft

import (
	"bytes"
	"context"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"pressroom/internal/compile"
	"pressroom/internal/frontmatter"
	"pressroom/internal/workspace"
)

const text = `+++
headline = "Ferry fares fall"
date = 2026-07-26
timezone = "UTC"
dateline = "CITY"
to = []
[[contact]]
name = "Dana"
phone = "1"
[[quote]]
org = "River Alliance"
speaker = "Ana"
text = "We are glad."
[[quote]]
org = "Tide Watch"
speaker = "Bo"
text = "So are we."
+++
The fares fall.
`

func folder(t *testing.T, files map[string]string) (*workspace.Workspace, *Folder) {
	t.Helper()
	dir := t.TempDir()
	for name, data := range files {
		if err := workspace.WriteFile(filepath.Join(dir, name), []byte(data)); err != nil {
			t.Fatal(err)
		}
	}
	w, err := workspace.Open(dir)
	if err != nil {
		t.Fatal(err)
	}
	return w, New(w)
}

// tree is every file of a folder, with what it holds.
func tree(t *testing.T, dir string) map[string]string {
	t.Helper()
	out := make(map[string]string)
	err := filepath.WalkDir(dir, func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		data, err := os.ReadFile(name)
		out[name] = string(data)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return out
}

func compiled(t *testing.T, f *Folder, slug string) string {
	t.Helper()
	read, err := f.Read(slug)
	if err != nil || read.Input == nil {
		t.Fatal(read, err)
	}
	all, err := read.Input.All(context.Background(), []compile.Format{compile.Text}, read.Input.Variants())
	if err != nil {
		t.Fatal(err)
	}
	var out strings.Builder
	for _, a := range all {
		out.WriteString(a.FileName(read.Input.Release) + "\n" + string(a.Data))
	}
	return out.String()
}

func TestWhatAnEditorHoldsIsCompiledAndTheFolderIsNotTouched(t *testing.T) {
	w, disk := folder(t, map[string]string{"releases/fares.md": text})
	before := tree(t, w.Dir)
	held := disk.Over(map[string][]byte{
		"releases/fares.md":    []byte(strings.Replace(text, "The fares fall.", "The fares fall by half.", 1)),
		"releases/fares.es.md": []byte("+++\nheadline = \"Bajan las tarifas\"\ndateline = \"CIUDAD\"\n+++\nBajan a la mitad.\n"),
		"releases/new.md":      []byte(strings.Replace(text, "Ferry fares fall", "Not saved yet", 1)),
	})
	for slug, want := range map[string][]string{
		"fares": {"fares.txt", "The fares fall by half.", "fares.es.txt", "Bajan a la mitad."},
		"new":   {"new.txt", "Not saved yet"},
	} {
		got := compiled(t, held, slug)
		for _, w := range want {
			if !strings.Contains(got, w) {
				t.Errorf("%s from memory lacks %q:\n%s", slug, w, got)
			}
		}
	}
	if got := compiled(t, disk, "fares"); strings.Contains(got, "by half") || strings.Contains(got, "fares.es") {
		t.Errorf("what is in memory shows on the disk:\n%s", got)
	}
	after := tree(t, w.Dir)
	if len(after) != len(before) {
		t.Errorf("there were %d files, and are %d", len(before), len(after))
	}
	for name, data := range before {
		if after[name] != data {
			t.Errorf("%s was written", name)
		}
	}
}

func TestTheSameTextIsTheSameRevisionFromMemoryAndFromTheDisk(t *testing.T) {
	_, disk := folder(t, map[string]string{"releases/fares.md": text})
	_, empty := folder(t, nil)
	a, err := disk.Read("fares")
	if err != nil {
		t.Fatal(err)
	}
	b, err := empty.Over(map[string][]byte{"releases/fares.md": []byte(text)}).Read("fares")
	if err != nil {
		t.Fatal(err)
	}
	if a.Input.Revision != b.Input.Revision {
		t.Errorf("%s and %s", a.Input.Revision, b.Input.Revision)
	}
}

func TestWhatIsLeftOutIsAnotherRevisionAndTheSettingsStay(t *testing.T) {
	w, f := folder(t, map[string]string{"releases/fares.md": text})
	whole, err := f.Read("fares")
	if err != nil {
		t.Fatal(err)
	}
	less, err := f.Read("fares", "river-alliance")
	if err != nil {
		t.Fatal(err)
	}
	if n := len(less.Input.Release.Main().Quotes); n != 1 || whole.Input.Revision == less.Input.Revision {
		t.Errorf("%d quotes, revisions %s and %s", n, whole.Input.Revision, less.Input.Revision)
	}
	again, err := New(w).Read("fares")
	if err != nil || again.Input.Revision != whole.Input.Revision {
		t.Errorf("it stays left out: %v", err)
	}
}

func TestAReleaseIsReadOnceAndAgainWhenItChanges(t *testing.T) {
	w, f := folder(t, map[string]string{"releases/fares.md": text})
	read := func(without ...string) any {
		r, found, err := f.Release("fares", without...)
		if err != nil || r == nil {
			t.Fatal(found, err)
		}
		return r
	}
	first := read()
	if read() != first {
		t.Error("it was read again")
	}
	if read("river-alliance") == first {
		t.Error("what is left out makes no difference")
	}
	if err := w.Write("releases/fares.md", []byte(text+"More.\n")); err != nil {
		t.Fatal(err)
	}
	if read() == first {
		t.Error("what was saved is not seen")
	}
}

func TestAnEditTouchesNothingElseAndNeverBreaksARelease(t *testing.T) {
	ctx := context.Background()
	w, f := folder(t, map[string]string{"releases/fares.md": text})
	err := f.Edit(ctx, "fares", "", func(doc *frontmatter.Document) ([]byte, error) {
		return doc.Set("", "headline", `"Fares fall"`)
	})
	if err != nil {
		t.Fatal(err)
	}
	name := filepath.Join(w.Dir, "releases", "fares.md")
	want := strings.Replace(text, "Ferry fares fall", "Fares fall", 1)
	if got, err := os.ReadFile(name); err != nil || string(got) != want {
		t.Errorf("%v\n%s", err, got)
	}
	err = f.Edit(ctx, "fares", "", func(doc *frontmatter.Document) ([]byte, error) {
		return bytes.Replace(doc.Src, []byte(`"Fares fall"`), []byte("7"), 1), nil
	})
	if err == nil || !strings.Contains(err.Error(), "could not be read with it") {
		t.Errorf("%v", err)
	}
	if got, err := os.ReadFile(name); err != nil || string(got) != want {
		t.Errorf("%v\n%s", err, got)
	}
}
