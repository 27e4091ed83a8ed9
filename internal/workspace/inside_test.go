package workspace

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"pressroom/internal/diagnostic"
)

// readers are all ways in which a file of the folder is read, by the file that they
// read here.
var readers = map[string]func(w *Workspace) error{
	"pressroom.toml":              func(w *Workspace) error { _, err := Open(w.Dir); return err },
	"releases/x.md":               func(w *Workspace) error { _, err := w.Sources("x"); return err },
	"releases/x.es.md":            func(w *Workspace) error { _, err := w.Sources("x"); return err },
	"releases/photo.png":          func(w *Workspace) error { _, err := w.ReadAsset("photo.png"); return err },
	"releases/media/photo.png":    func(w *Workspace) error { _, err := w.ReadAsset("media/photo.png"); return err },
	"logo.svg":                    func(w *Workspace) error { _, err := w.ReadOwn("logo.svg"); return err },
	"contacts/all.csv":            func(w *Workspace) error { _, err := w.ContactFiles(); return err },
	"contacts/segments.toml":      func(w *Workspace) error { _, diags, err := w.Contacts(); return errors.Join(err, diags.Err()) },
	"templates/web/page.html":     func(w *Workspace) error { _, err := w.Templates(); return err },
	"templates/web/newsroom.html": func(w *Workspace) error { _, err := w.NewsroomTemplates(); return err },
	// Patterns and fonts may be found elsewhere too: what cannot be read here is left out.
	"templates/hyphenation/hyph_xq.dic": func(w *Workspace) error {
		if w.Hyphens("xq") == nil {
			return &FileError{File: "templates/hyphenation/hyph_xq.dic", Reason: "left out"}
		}
		return nil
	},
	"templates/fonts/a.ttf": func(w *Workspace) error {
		_, err := w.openFont(fontFile{"templates/fonts/a.ttf", true}, "en")
		return err
	},
}

// folder is a workspace with all of these files.
func folder(t *testing.T) *Workspace {
	t.Helper()
	files := map[string]string{"releases/x.md": "x"}
	for name := range readers {
		files[name] = ""
	}
	return newWorkspace(t, files)
}

func TestLinksDoNotLeadOut(t *testing.T) {
	for name, read := range readers {
		outside := t.TempDir()
		for kind, link := range map[string]func(t *testing.T, w *Workspace){
			"the file": func(t *testing.T, w *Workspace) { replace(t, filepath.Join(w.Dir, name), filepath.Join(outside, name)) },
			"its folder": func(t *testing.T, w *Workspace) {
				if dir := filepath.Dir(name); dir != "." {
					replace(t, filepath.Join(w.Dir, dir), filepath.Join(outside, dir))
				} else {
					replace(t, filepath.Join(w.Dir, name), filepath.Join(outside, name))
				}
			},
			"a relative one": func(t *testing.T, w *Workspace) {
				up := strings.Repeat("../", strings.Count(w.Dir, "/")+strings.Count(name, "/"))
				replace(t, filepath.Join(w.Dir, name), up+strings.TrimPrefix(filepath.Join(outside, name), "/"))
			},
		} {
			t.Run(name+" by "+kind, func(t *testing.T) {
				if err := WriteFile(filepath.Join(outside, name), []byte("secret")); err != nil {
					t.Fatal(err)
				}
				w := folder(t)
				link(t, w)
				err := read(w)
				if err == nil {
					t.Fatal("it was read")
				}
				if strings.Contains(name, "hyph") {
					return
				}
				named := strings.Contains(err.Error(), filepath.Base(name)) || kind == "its folder"
				if !strings.Contains(err.Error(), "leads out of the workspace") || !named {
					t.Errorf("%v", err)
				}
			})
		}
	}
}

// replace puts a link in the place of a file or folder.
func replace(t *testing.T, name, target string) {
	t.Helper()
	if err := os.RemoveAll(name); err != nil {
		t.Fatal(err)
	}
	if err := os.Symlink(target, name); err != nil {
		t.Fatal(err)
	}
}

func TestLinksInsideAreFollowed(t *testing.T) {
	for kind, target := range map[string]func(w *Workspace) string{
		"relative": func(*Workspace) string { return "../drafts/y.md" },
		"absolute": func(w *Workspace) string { return filepath.Join(w.Dir, "drafts", "y.md") },
	} {
		t.Run(kind, func(t *testing.T) {
			w := newWorkspace(t, map[string]string{"drafts/y.md": "words", "releases/other.md": ""})
			replace(t, filepath.Join(w.Dir, "releases/x.md"), target(w))
			list, err := w.Releases()
			if err != nil || strings.Join(list, " ") != "other x" {
				t.Error(list, err)
			}
			sources, err := w.Sources("x")
			if err != nil || string(sources[0].Data) != "words" {
				t.Fatal(sources, err)
			}
			// An edit goes to the file, and the link stays one.
			err = w.EditRelease(t.Context(), "x", func(read func(string) ([]byte, error)) (map[string][]byte, error) {
				data, err := read("releases/x.md")
				return map[string][]byte{"releases/x.md": append(data, '!')}, err
			})
			if err != nil {
				t.Fatal(err)
			}
			if data, err := os.ReadFile(filepath.Join(w.Dir, "drafts/y.md")); err != nil || string(data) != "words!" {
				t.Error(string(data), err)
			}
			if info, err := os.Lstat(filepath.Join(w.Dir, "releases/x.md")); err != nil || info.Mode()&fs.ModeSymlink == 0 {
				t.Errorf("the link is none any more: %v", err)
			}
		})
	}
}

func TestNothingIsWrittenOutside(t *testing.T) {
	for _, name := range []string{"releases/x.md", "contacts/all.csv"} {
		w, outside := newWorkspace(t, nil), t.TempDir()
		replace(t, filepath.Join(w.Dir, filepath.Dir(name)), outside)
		if err := w.Write(name, []byte("words")); err == nil || !strings.Contains(err.Error(), "leads out of the workspace") {
			t.Errorf("%s: %v", name, err)
		}
		if entries, err := os.ReadDir(outside); err != nil || len(entries) != 0 {
			t.Errorf("%s: %v was written, %v", name, entries, err)
		}
	}
	w := newWorkspace(t, nil)
	for range 2 {
		if err := w.Write("releases/new.md", []byte("words")); err != nil {
			t.Fatal(err)
		}
	}
	entries, err := os.ReadDir(filepath.Join(w.Dir, "releases"))
	if err != nil || len(entries) != 1 {
		t.Errorf("%v, %v", entries, err)
	}
}

func TestALinkToNothingSaysSo(t *testing.T) {
	w := newWorkspace(t, map[string]string{"contacts/other.csv": ""})
	replace(t, filepath.Join(w.Dir, "contacts/all.csv"), "gone.csv")
	_, diags, err := w.Contacts()
	if err != nil || !strings.Contains(diags.Error(), "contacts/all.csv: error: this is a link to nothing") {
		t.Errorf("%v, %v", diags, err)
	}
}

// TestAFolderWhereAFileIsWanted and what else is no file is refused by its name.
func TestAFolderWhereAFileIsWanted(t *testing.T) {
	for name, read := range readers {
		if strings.Contains(name, "hyph") || strings.HasPrefix(name, "contacts/") {
			continue // another place may have it; a folder of press lists is none of ours
		}
		w := folder(t)
		if err := errors.Join(os.Remove(filepath.Join(w.Dir, name)), os.Mkdir(filepath.Join(w.Dir, name), 0o755)); err != nil {
			t.Fatal(err)
		}
		if err := read(w); err == nil || !strings.Contains(err.Error(), "no file") {
			t.Errorf("%s: %v", name, err)
		}
	}
}

// TestAFindingStopsNoOtherFile: a press list that cannot be read is a finding, and
// the others are read.
func TestAFindingStopsNoOtherFile(t *testing.T) {
	w := newWorkspace(t, map[string]string{"contacts/b.csv": "email\na@b.example\n"})
	replace(t, filepath.Join(w.Dir, "contacts/a.csv"), "/etc/hostname")
	book, diags, err := w.Contacts()
	if err != nil || len(book.Journalists) != 1 || !diags.HasErrors() {
		t.Errorf("%v, %v", diags, err)
	}
	var list diagnostic.List
	if _, err := w.ContactFiles(); !errors.As(err, &list) {
		t.Errorf("%v", err)
	}
}
