// Package workspace is the folder a newsroom works in: pressroom.toml,
// releases/, contacts/, templates/ and, out of sight, .pressroom/.
//
// Open finds the settings; the other methods read files and hand bytes to the
// pure packages.
package workspace

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"

	"pressroom/internal/contacts"
	"pressroom/internal/diagnostic"
	"pressroom/internal/language"
	"pressroom/internal/private"
	"pressroom/internal/release"
	"pressroom/internal/saying"
	"pressroom/templates"
)

// Workspace is an open folder.
type Workspace struct {
	Dir      string
	Settings Settings
	// Bare tells that the folder has no settings of its own.
	Bare bool
}

// Open reads the settings of the folder. A folder without pressroom.toml has
// the defaults. A wrong setting is a diagnostic.List.
func Open(dir string) (*Workspace, error) {
	info, err := os.Stat(dir)
	if err != nil {
		return nil, fmt.Errorf("opening workspace: %w", err)
	}
	if !info.IsDir() {
		return nil, fmt.Errorf("opening workspace: %s is not a folder", dir)
	}
	w := &Workspace{Dir: dir}
	data, err := w.read(SettingsFile, 1<<20)
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return nil, finding("reading settings", err)
	}
	w.Bare = errors.Is(err, fs.ErrNotExist)
	settings, diags := ParseSettings(SettingsFile, data)
	if err := diags.Err(); err != nil {
		return nil, err
	}
	w.Settings = settings
	if w.Settings.Languages, err = w.languages(); err != nil {
		return nil, err
	}
	return w, nil
}

// languageDir is where a workspace has languages of its own.
const languageDir = "templates/language"

// languages reads the workspace's own languages over those of the program.
func (w *Workspace) languages() (*language.Set, error) {
	entries, err := w.list(languageDir)
	if err != nil {
		return nil, finding("listing languages", err)
	}
	var files []language.File
	for _, e := range entries {
		if e.IsDir() || filepath.Ext(e.Name()) != ".toml" || strings.HasPrefix(e.Name(), ".") {
			continue
		}
		name := languageDir + "/" + e.Name()
		data, err := w.read(name, 1<<20)
		if err != nil {
			return nil, finding("reading language", err)
		}
		files = append(files, language.File{Name: name, Data: data})
	}
	set, diags := language.NewSet(files, w.Settings.on...)
	return set, diags.Err()
}

// StateDir is the folder for the database, locks and the sandbox's mailbox.
func (w *Workspace) StateDir() string { return filepath.Join(w.Dir, ".pressroom") }

// MakeStateDir creates StateDir, and takes it, and what lies in it, from other users
// if it is there already.
func (w *Workspace) MakeStateDir() error {
	err := private.Dir(w.StateDir())
	if err == nil {
		err = private.Inside(w.StateDir())
	}
	if err != nil {
		return fmt.Errorf("making the state folder: %w", err)
	}
	return nil
}

// Releases lists the slugs of all releases, sorted.
func (w *Workspace) Releases() ([]string, error) {
	entries, err := w.list("releases")
	if err != nil {
		return nil, finding("listing releases", err)
	}
	var out []string
	for _, e := range entries {
		if slug, ok := strings.CutSuffix(e.Name(), ".md"); ok && !e.IsDir() && !strings.Contains(slug, ".") {
			out = append(out, slug)
		}
	}
	return out, nil
}

// SlugOf turns what a user typed, a slug or a path to any language's file, into
// a slug. The file must be in this workspace's releases/.
func (w *Workspace) SlugOf(arg string) (string, error) {
	name := filepath.Base(arg)
	slug, isFile := strings.CutSuffix(name, ".md")
	slug, _, _ = strings.Cut(slug, ".")
	if !isFile && strings.ContainsAny(arg, `/\`) {
		return "", fmt.Errorf("%s is not a release; its file ends in .md", arg)
	}
	path := filepath.Join(w.Dir, "releases", slug+".md")
	if isFile && strings.ContainsAny(arg, `/\`) {
		given, err1 := os.Stat(filepath.Join(filepath.Dir(arg), slug+".md"))
		if err1 != nil && !filepath.IsAbs(arg) {
			given, err1 = os.Stat(filepath.Join(w.Dir, filepath.Dir(arg), slug+".md"))
		}
		own, err2 := os.Stat(path)
		if err1 != nil {
			return "", fmt.Errorf("no release at %s", arg)
		}
		if err2 != nil || !os.SameFile(given, own) {
			return "", fmt.Errorf("%s is not in this workspace's releases folder; copy it there, or use -C", arg)
		}
		return slug, nil
	}
	if _, err := os.Stat(path); err != nil {
		slugs, _ := w.Releases()
		if near := diagnostic.Nearest(slug, slugs); near != "" {
			return "", saying.Errorf("no release is called %q; did you mean %s?", slug, near)
		}
		return "", saying.Errorf("no release is called %q (there is no releases/%s.md); pressroom new %s begins one", slug, slug, slug)
	}
	return slug, nil
}

// Sources reads the files of a release, the main language first. A file that cannot
// be read for what it is, as a pipe or a link that leads out, is a diagnostic.List.
func (w *Workspace) Sources(slug string) ([]release.Source, error) {
	return w.Shelf().Sources(slug)
}

// Shelf is the folder of releases as it was when it was first asked for
// translations: whoever reads many releases lists it once. It may be shared.
type Shelf struct {
	w            *Workspace
	over         map[string][]byte                   // in the place of files, by their names
	translations func() (map[string][]string, error) // names of files, by slug
}

// Shelf is the folder of releases.
func (w *Workspace) Shelf() *Shelf { return (&Shelf{w: w}).Over(nil) }

// Over is the shelf with other files over those of the folder, or beside them, by
// their names in the workspace.
func (s *Shelf) Over(files map[string][]byte) *Shelf {
	out := &Shelf{w: s.w, over: files}
	out.translations = sync.OnceValues(out.list)
	return out
}

// list finds the translations of all releases.
func (s *Shelf) list() (map[string][]string, error) {
	entries, err := s.w.list("releases")
	if err != nil {
		return nil, err
	}
	names := make([]string, 0, len(entries)+len(s.over))
	for _, e := range entries {
		names = append(names, e.Name())
	}
	for name := range s.over {
		if name, ok := strings.CutPrefix(name, "releases/"); ok {
			names = append(names, name)
		}
	}
	slices.Sort(names)
	out := make(map[string][]string)
	for _, name := range slices.Compact(names) {
		slug, lang, _ := strings.Cut(name, ".")
		if strings.HasSuffix(lang, ".md") {
			out[slug] = append(out[slug], name)
		}
	}
	return out, nil
}

func (s *Shelf) read(name string) ([]byte, error) {
	if data, ok := s.over[name]; ok {
		return data, nil
	}
	return s.w.read(name, 1<<20)
}

// Sources reads the files of a release, as the method of the Workspace does.
func (s *Shelf) Sources(slug string) ([]release.Source, error) {
	main, err := s.read("releases/" + slug + ".md")
	if err != nil {
		return nil, finding("reading release", err)
	}
	out := []release.Source{{Name: "releases/" + slug + ".md", Data: main}}
	all, err := s.translations()
	if err != nil {
		return nil, finding("looking for translations", err)
	}
	for _, file := range all[slug] {
		name := "releases/" + file
		data, err := s.read(name)
		if err != nil {
			return nil, finding("reading translation", err)
		}
		lang := strings.TrimSuffix(strings.TrimPrefix(file, slug+"."), ".md")
		out = append(out, release.Source{Name: name, Language: lang, Data: data})
	}
	return out, nil
}

// ReadAsset reads a file that a release refers to, relative to releases/. It
// stays inside the workspace, symbolic links included.
func (w *Workspace) ReadAsset(file string) ([]byte, error) {
	if !release.InsideWorkspace(file) {
		return nil, fmt.Errorf("%s leaves the workspace", file)
	}
	return w.ReadOwn("releases/" + file)
}

// ReadOwn reads a file of the workspace, relative to its settings, as logos are
// named. It stays inside, symbolic links included.
func (w *Workspace) ReadOwn(file string) ([]byte, error) { return w.read(file, 32<<20) }

// Contacts reads all press lists and segments. Errors in them are diagnostics, and
// so is a file that cannot be read; the error is for their folder.
func (w *Workspace) Contacts() (*contacts.Book, diagnostic.List, error) {
	files, unread, err := w.contactFiles()
	if err != nil {
		return nil, nil, err
	}
	book, diags := contacts.Read(files)
	return book, append(unread, diags...), nil
}

// ContactFiles are the files of press lists and segments, all of them.
func (w *Workspace) ContactFiles() ([]contacts.File, error) {
	files, unread, err := w.contactFiles()
	if err == nil {
		err = unread.Err()
	}
	if err != nil {
		return nil, err
	}
	return files, nil
}

func (w *Workspace) contactFiles() (files []contacts.File, unread diagnostic.List, err error) {
	entries, err := w.list("contacts")
	if err != nil {
		return nil, nil, finding("listing press lists", err)
	}
	for _, e := range entries {
		name := "contacts/" + e.Name()
		if strings.HasPrefix(e.Name(), ".") || strings.HasPrefix(e.Name(), "README") || e.IsDir() && e.Name() == mappings {
			continue
		}
		if why := passedOver(e); why != "" {
			unread.Warnf(diagnostic.Position{File: name}, "file", "%s", why)
			continue
		}
		data, err := w.read(name, contacts.MaxFileSize)
		if err != nil {
			unread = append(unread, diagnosed(name, err))
			continue
		}
		files = append(files, contacts.File{Name: name, Data: data})
	}
	return files, unread, nil
}

// mappings is the folder in contacts/ where it is kept how lists of others were read.
const mappings = "import"

// passedOver says why an entry of contacts/ is no press list; "" if it is one.
func passedOver(e fs.DirEntry) string {
	ext := filepath.Ext(e.Name())
	switch lower := strings.ToLower(ext); {
	case e.IsDir():
		return "is not read: press lists are files in contacts/ itself"
	case ext == ".csv", ext == ".toml", ext == ".tsv":
		return ""
	case lower == ".csv", lower == ".toml", lower == ".tsv":
		return "is not read: rename it so that it ends in " + lower
	case lower == ".xlsx", lower == ".xlsm", lower == ".vcf", lower == ".txt":
		return "is not read: pressroom contacts import makes a press list of it"
	case lower == ".xls", lower == ".ods", lower == ".numbers":
		return "is not read: save it as .xlsx or .csv, then: pressroom contacts import"
	}
	return "is not read: a press list is a .csv, .tsv or .toml file"
}

// Templates are the workspace's own templates over the defaults.
func (w *Workspace) Templates() (templates.Set, error) {
	own, err := w.ownTemplates(templates.Names)
	if err != nil {
		return nil, err
	}
	return templates.Defaults(own), nil
}

// NewsroomTemplates are those of the list of releases.
func (w *Workspace) NewsroomTemplates() (templates.Set, error) {
	own, err := w.ownTemplates(templates.NewsroomNames)
	if err != nil {
		return nil, err
	}
	return templates.Newsroom(own), nil
}

func (w *Workspace) ownTemplates(names []string) (map[string]string, error) {
	override := make(map[string]string)
	for _, name := range names {
		data, err := w.read("templates/"+name, 1<<20)
		if errors.Is(err, fs.ErrNotExist) {
			continue
		}
		if err != nil {
			return nil, finding("reading template", err)
		}
		override[name] = string(data)
	}
	return override, nil
}

// WriteFile writes a file whole or not at all: beside its place, to the disk,
// then renamed over it. Folders on the way are made.
func WriteFile(name string, data []byte) error {
	dir := filepath.Dir(name)
	if err := os.MkdirAll(dir, 0o755); err != nil {
		return fmt.Errorf("writing %s: %w", name, err)
	}
	f, err := os.CreateTemp(dir, "."+filepath.Base(name)+".*")
	if err != nil {
		return fmt.Errorf("writing %s: %w", name, err)
	}
	if err = fill(f, data); err == nil {
		err = os.Rename(f.Name(), name)
	}
	if err != nil {
		os.Remove(f.Name())
		return fmt.Errorf("writing %s: %w", name, err)
	}
	return nil
}

// fill writes and closes a file that others may read, to the disk.
func fill(f *os.File, data []byte) error {
	_, err := f.Write(data)
	if err == nil {
		err = f.Chmod(0o644)
	}
	if err == nil {
		err = f.Sync()
	}
	return errors.Join(err, f.Close())
}
