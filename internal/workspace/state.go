package workspace

import (
	"fmt"
	"slices"
	"strings"
	"time"
)

// racy is how long after it was written a file may be written again within one tick
// of the file system's clock.
const racy = 2 * time.Second

// ContactsState names the files of contacts/ as they are now, without reading them: it
// is another where one was written, added or taken away. settled is false as long as
// one of them was written so lately that it could be written again unseen.
func (w *Workspace) ContactsState() (state string, settled bool, err error) {
	entries, err := w.list("contacts")
	if err != nil {
		return "", false, finding("listing press lists", err)
	}
	now := time.Now()
	settled = true
	var b strings.Builder
	for _, e := range entries {
		f, err := w.open("contacts/" + e.Name()) // a link is the file that it leads to
		if err != nil {
			fmt.Fprintf(&b, "%s: %v\n", e.Name(), err)
			continue
		}
		info, err := f.Stat()
		f.Close()
		if err != nil {
			return "", false, fmt.Errorf("looking at press lists: %w", err)
		}
		fmt.Fprintf(&b, "%s %d %d\n", e.Name(), info.Size(), info.ModTime().UnixNano())
		settled = settled && now.Sub(info.ModTime()) > racy
	}
	return b.String(), settled, nil
}

// Stamp names a file of the workspace as it is now, without reading it: it is another where
// the file was written, or was lately enough to be written again unseen. "" where there is none.
func (w *Workspace) Stamp(file string) string {
	f, err := w.open(file)
	if err != nil {
		return ""
	}
	defer f.Close()
	info, err := f.Stat()
	if err != nil {
		return ""
	}
	now, lately := time.Now(), int64(0)
	if now.Sub(info.ModTime()) <= racy {
		lately = now.UnixNano()
	}
	return fmt.Sprintf("%d %d %d", info.Size(), info.ModTime().UnixNano(), lately)
}

// mostAssets is how many names of files are told to whoever looks for one.
const mostAssets = 500

// Assets are the names by which a release can refer to the files beside it, as in
// media/photo.jpg: those of releases/media, the first ones by name.
func (w *Workspace) Assets() []string {
	entries, err := w.list("releases/media")
	if err != nil {
		return nil
	}
	var out []string
	for _, e := range entries {
		if e.Type().IsRegular() && !strings.HasPrefix(e.Name(), ".") && len(out) < mostAssets {
			out = append(out, "media/"+e.Name())
		}
	}
	return out
}

// Changed names what a release is shown from as it lies in the folder now, without reading it:
// its files and those beside it, templates and press lists. It is another where one of them
// was written, added or taken away.
func (w *Workspace) Changed(slug string) (string, error) {
	var b strings.Builder
	for _, dir := range []string{"releases", "releases/media", "contacts", "templates/web", "templates/email", "templates/language"} {
		entries, err := w.list(dir)
		if err != nil {
			return "", finding("looking at "+dir, err)
		}
		for _, e := range entries {
			if dir == "releases" && !strings.HasPrefix(e.Name(), slug+".") {
				continue
			}
			size, at := w.written(dir + "/" + e.Name())
			fmt.Fprintf(&b, "%s/%s %d %d\n", dir, e.Name(), size, at.UnixNano())
		}
	}
	return b.String(), nil
}

// written is how large a file is, and when it was written last; a link is the file that it
// leads to.
func (w *Workspace) written(file string) (size int64, at time.Time) {
	f, err := w.open(file)
	if err != nil {
		return 0, at
	}
	defer f.Close()
	info, err := f.Stat()
	if err != nil {
		return 0, at
	}
	return info.Size(), info.ModTime()
}

// Latest is the file of a release that was written last, as its slug and its language ("" for
// the release's own): of these releases, or of all where there are none.
func (w *Workspace) Latest(slugs []string) (slug, language string, err error) {
	entries, err := w.list("releases")
	if err != nil {
		return "", "", finding("listing releases", err)
	}
	var latest time.Time
	for _, e := range entries {
		name, isRelease := strings.CutSuffix(e.Name(), ".md")
		one, tag, _ := strings.Cut(name, ".")
		if !isRelease || e.IsDir() || len(slugs) > 0 && !slices.Contains(slugs, one) {
			continue
		}
		if _, at := w.written("releases/" + e.Name()); slug == "" || at.After(latest) {
			slug, language, latest = one, tag, at
		}
	}
	return slug, language, nil
}
