// Package workspace is the folder a newsroom works in: pressroom.toml,
// releases/, contacts/, templates/ and, out of sight, .pressroom/.
//
// Open finds the settings; the other methods read files and hand bytes to the
// pure packages.
package workspace

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"sort"
	"strings"

	"pressroom/internal/contacts"
	"pressroom/internal/diagnostic"
	"pressroom/internal/private"
	"pressroom/internal/release"
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
	data, err := readLimited(filepath.Join(dir, SettingsFile), 1<<20)
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return nil, fmt.Errorf("reading settings: %w", err)
	}
	w.Bare = errors.Is(err, fs.ErrNotExist)
	settings, diags := ParseSettings(SettingsFile, data)
	if err := diags.Err(); err != nil {
		return nil, err
	}
	w.Settings = settings
	return w, nil
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

// readLimited reads a file of at most limit bytes.
func readLimited(name string, limit int64) ([]byte, error) {
	f, err := os.Open(name)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	data, err := io.ReadAll(io.LimitReader(f, limit+1))
	if err != nil {
		return nil, err
	}
	if int64(len(data)) > limit {
		return nil, fmt.Errorf("%s is larger than %d KiB", name, limit>>10)
	}
	return data, nil
}

// Releases lists the slugs of all releases, sorted.
func (w *Workspace) Releases() ([]string, error) {
	entries, err := os.ReadDir(filepath.Join(w.Dir, "releases"))
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	}
	if err != nil {
		return nil, fmt.Errorf("listing releases: %w", err)
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
			return "", fmt.Errorf("no release is called %q; did you mean %s?", slug, near)
		}
		return "", fmt.Errorf("no release is called %q (there is no releases/%s.md); pressroom new %s begins one", slug, slug, slug)
	}
	return slug, nil
}

// Sources reads the files of a release, the main language first.
func (w *Workspace) Sources(slug string) ([]release.Source, error) {
	dir := filepath.Join(w.Dir, "releases")
	main, err := readLimited(filepath.Join(dir, slug+".md"), 1<<20)
	if err != nil {
		return nil, fmt.Errorf("reading release: %w", err)
	}
	out := []release.Source{{Name: "releases/" + slug + ".md", Data: main}}
	matches, err := filepath.Glob(filepath.Join(dir, slug+".*.md"))
	if err != nil {
		return nil, fmt.Errorf("looking for translations: %w", err)
	}
	sort.Strings(matches)
	for _, m := range matches {
		base := filepath.Base(m)
		lang := strings.TrimSuffix(strings.TrimPrefix(base, slug+"."), ".md")
		data, err := readLimited(m, 1<<20)
		if err != nil {
			return nil, fmt.Errorf("reading translation: %w", err)
		}
		out = append(out, release.Source{Name: "releases/" + base, Language: lang, Data: data})
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
func (w *Workspace) ReadOwn(file string) ([]byte, error) {
	root, err := os.OpenRoot(w.Dir)
	if err != nil {
		return nil, fmt.Errorf("opening workspace: %w", err)
	}
	defer root.Close()
	f, err := root.Open(filepath.Clean(filepath.FromSlash(file)))
	if err != nil {
		return nil, err
	}
	defer f.Close()
	const limit = 32 << 20
	data, err := io.ReadAll(io.LimitReader(f, limit+1))
	if err != nil {
		return nil, err
	}
	if len(data) > limit {
		return nil, fmt.Errorf("%s is larger than %d MiB", file, limit>>20)
	}
	return data, nil
}

// Contacts reads all press lists and segments. Errors in them are diagnostics;
// the error is for what could not be read at all.
func (w *Workspace) Contacts() (*contacts.Book, diagnostic.List, error) {
	files, err := w.ContactFiles()
	if err != nil {
		return nil, nil, err
	}
	book, diags := contacts.Read(files)
	return book, diags, nil
}

// ContactFiles are the files of press lists and segments.
func (w *Workspace) ContactFiles() ([]contacts.File, error) {
	dir := filepath.Join(w.Dir, "contacts")
	entries, err := os.ReadDir(dir)
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return nil, fmt.Errorf("listing press lists: %w", err)
	}
	var files []contacts.File
	for _, e := range entries {
		ext := filepath.Ext(e.Name())
		if e.IsDir() || strings.HasPrefix(e.Name(), ".") || ext != ".csv" && ext != ".toml" && ext != ".tsv" {
			continue
		}
		data, err := readLimited(filepath.Join(dir, e.Name()), contacts.MaxFileSize)
		if err != nil {
			return nil, fmt.Errorf("reading press list: %w", err)
		}
		files = append(files, contacts.File{Name: "contacts/" + e.Name(), Data: data})
	}
	return files, nil
}

// Templates are the workspace's own templates over the defaults.
func (w *Workspace) Templates() (templates.Set, error) {
	override := make(map[string]string)
	for _, name := range templates.Names {
		data, err := readLimited(filepath.Join(w.Dir, "templates", filepath.FromSlash(name)), 1<<20)
		if errors.Is(err, fs.ErrNotExist) {
			continue
		}
		if err != nil {
			return nil, fmt.Errorf("reading template: %w", err)
		}
		override[name] = string(data)
	}
	return templates.Defaults(override), nil
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
	_, err = f.Write(data)
	if err == nil {
		err = f.Chmod(0o644)
	}
	if err == nil {
		err = f.Sync()
	}
	if cerr := f.Close(); err == nil {
		err = cerr
	}
	if err == nil {
		err = os.Rename(f.Name(), name)
	}
	if err != nil {
		os.Remove(f.Name())
		return fmt.Errorf("writing %s: %w", name, err)
	}
	return nil
}
