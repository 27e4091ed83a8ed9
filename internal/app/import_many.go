package app

import (
	"bytes"
	"encoding/csv"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"pressroom/internal/importer"
	"pressroom/internal/importer/archive"
	"pressroom/internal/wording"
	"pressroom/internal/workspace"
)

// Limits on a folder that is moved here.
const (
	mostFiles  = 50_000
	mostFolder = 256 << 20
)

// MoveFolder brings the releases of a folder over, MoveExport those of an export or
// feed. What is there already is left as it is.
func (a *App) MoveFolder(dir string, known Known) (*archive.Moved, error) {
	files, err := filesIn(dir)
	if err != nil {
		return nil, err
	}
	return archive.MoveFolder(files, a.importing(Known{Issuer: known.Issuer}))
}

// MoveExport brings the releases of an export or a feed over; the language is of entries that name none.
func (a *App) MoveExport(name string, data []byte, known Known) (*archive.Moved, error) {
	return archive.Move(name, data, a.importing(known))
}

// Known is what whoever imports says of what they bring; nothing is said where it is empty.
type Known struct {
	Language string // BCP 47; otherwise its words tell
	Issuer   string // the organisation that issues it, where it does not tell so itself
}

func (a *App) importing(known Known) importer.Options {
	own := a.Workspace.Settings.Organization
	o := importer.Options{
		Today: a.world.Now().In(a.Zone()), Language: known.Language, Issuer: known.Issuer, Own: own.Language, Email: pressAddress(a.Workspace),
	}
	if own.Name != workspace.Unnamed {
		o.House = own.Name
	}
	return o
}

// filesIn reads the files of a folder that can be releases. Links are not followed.
func filesIn(dir string) ([]archive.File, error) {
	var out []archive.File
	total, count := int64(0), 0
	err := filepath.WalkDir(dir, func(name string, d fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		if name != dir && strings.HasPrefix(d.Name(), ".") {
			if d.IsDir() {
				return fs.SkipDir
			}
			return nil
		}
		if count++; count > mostFiles {
			return fmt.Errorf("%s holds more than %d files; name the folder that the releases are in", dir, mostFiles)
		}
		if !d.Type().IsRegular() {
			return nil
		}
		inside, err := filepath.Rel(dir, name)
		if err != nil {
			return err
		}
		f := archive.File{Name: filepath.ToSlash(inside)}
		if archive.Reads(f.Name) {
			info, err := d.Info()
			if err != nil {
				return err
			}
			if total += info.Size(); total > mostFolder || info.Size() > importer.MaxBytes {
				return fmt.Errorf("%s is larger than what is read of a folder (%d MiB, and %d MiB a file)", name, mostFolder>>20, importer.MaxBytes>>20)
			}
			if f.Data, err = os.ReadFile(name); err != nil {
				return err
			}
		}
		out = append(out, f)
		return nil
	})
	return out, err
}

// TakeOver writes what was moved into the workspace and says of each file what became
// of it, and at the end how much there was.
func (a *App) TakeOver(m *archive.Moved, say func(line string)) (summary []string, err error) {
	written, there := 0, 0
	for _, f := range m.Files {
		name := "releases/" + f.Name
		if _, err := os.Lstat(filepath.Join(a.Workspace.Dir, filepath.FromSlash(name))); err == nil {
			there++
			say(name + "  is there already, and stays as it is  ← " + f.From)
			continue
		} else if !errors.Is(err, fs.ErrNotExist) {
			return nil, err
		}
		if err := a.Workspace.Write(name, f.Data); err != nil {
			return nil, err
		}
		written++
		line := name + "  ← " + f.From
		if n := len(f.Unsure); n > 0 {
			line += fmt.Sprintf("  (%s to look at: %s)", wording.Count(n, "thing"), shorten(f.Unsure[0]))
		}
		say(line)
	}
	summary = append(summary, fmt.Sprintf("%s, in %s; %d written, %d there already", wording.Count(len(m.Slugs()), "release"),
		wording.Count(len(m.Files), "file"), written, there))
	for _, l := range m.Left {
		summary = append(summary, "left out: "+l)
	}
	added, err := a.redirect(m.Redirects)
	if err == nil && len(m.Redirects) > 0 {
		summary = append(summary, fmt.Sprintf("%s: %d addresses of before, %d of them new", RedirectsFile, len(m.Redirects), added))
	}
	return summary, err
}

func shorten(s string) string {
	if r := []rune(s); len(r) > 90 {
		return string(r[:90]) + "…"
	}
	return s
}

// redirect adds old addresses to those that are kept; what one leads to already, stays.
func (a *App) redirect(list []archive.Redirect) (added int, err error) {
	if len(list) == 0 {
		return 0, nil
	}
	var out bytes.Buffer
	old, err := os.ReadFile(filepath.Join(a.Workspace.Dir, RedirectsFile))
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return 0, err
	}
	known := make(map[string]bool)
	rows, err := csv.NewReader(bytes.NewReader(old)).ReadAll()
	if err != nil {
		return 0, fmt.Errorf("%s: %w; take it away, or put it right", RedirectsFile, err)
	}
	for _, r := range rows {
		known[r[0]] = true
	}
	w := csv.NewWriter(&out)
	if out.Write(old); len(old) == 0 {
		w.Write([]string{"from", "to"})
	} else if !bytes.HasSuffix(old, []byte("\n")) {
		out.WriteByte('\n')
	}
	for _, r := range list {
		if !known[r.From] {
			known[r.From] = true
			added++
			w.Write([]string{r.From, r.To})
		}
	}
	w.Flush()
	if added == 0 {
		return 0, nil
	}
	return added, a.Workspace.Write(RedirectsFile, out.Bytes())
}
