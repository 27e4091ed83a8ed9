package console

import (
	"cmp"
	"context"
	"fmt"
	"os"
	"path/filepath"

	"pressroom/internal/app"
	"pressroom/internal/importer"
	"pressroom/internal/importer/archive"
	"pressroom/internal/wording"
)

// Import writes the releases of a file or folder into the workspace, or shows the one of a file.
// The slug is "" where the headline tells it.
func (t *Terminal) Import(a *app.App, file, slug string, known app.Known, show bool) error {
	_, err := t.bringOver(a, file, slug, known, show, false)
	return err
}

// ImportPublished is the same for what was out before: it is public under its days, and nobody is
// mailed.
func (t *Terminal) ImportPublished(ctx context.Context, a *app.App, file, slug string, known app.Known) error {
	slugs, err := t.bringOver(a, file, slug, known, false, true)
	if err != nil {
		return err
	}
	summary, err := a.BringIn(ctx, slugs, func(line string) { fmt.Fprintln(t.Stderr, line) })
	if summary != "" {
		fmt.Fprintln(t.Stderr, summary)
	}
	return err
}

// bringOver writes the releases of a source and returns their slugs. again has one that
// is there already stay as it is, and count.
func (t *Terminal) bringOver(a *app.App, file, slug string, known app.Known, show, again bool) ([]string, error) {
	if info, err := os.Stat(file); err == nil && info.IsDir() {
		moved, err := a.MoveFolder(file, known)
		slugs, err := t.takeOver(a, moved, err)
		if err != nil {
			return slugs, err
		}
		return slugs, t.takePictures(a, file, moved.Media())
	}
	_, data, err := t.readTable(file, archive.MaxBytes)
	if err != nil {
		return nil, err
	}
	if archive.Is(file, data) {
		moved, err := a.MoveExport(filepath.Base(file), data, known)
		return t.takeOver(a, moved, err)
	}
	r, err := a.UnderstandFile(file, data, known)
	if err != nil {
		return nil, err
	}
	if show {
		_, err := t.Stdout.Write(r.Markdown)
		return nil, err
	}
	slug = cmp.Or(slug, r.Slug)
	if again && a.HasRelease(slug) {
		return []string{slug}, nil
	}
	if err := t.writeImport(a, slug, r); err != nil {
		return []string{slug}, err
	}
	return []string{slug}, t.takePictures(a, filepath.Dir(file), r.Media)
}

// takePictures copies those beside a source, and says how many.
func (t *Terminal) takePictures(a *app.App, dir string, list []importer.Media) error {
	n, err := a.TakePictures(dir, list)
	if n > 0 {
		fmt.Fprintf(t.Stderr, "%s taken from beside the source into releases/media\n", wording.Count(n, "picture"))
	}
	return err
}

// takeOver writes many releases, and says what became of each.
func (t *Terminal) takeOver(a *app.App, m *archive.Moved, err error) ([]string, error) {
	if err != nil {
		return nil, err
	}
	summary, err := a.TakeOver(m, func(line string) { fmt.Fprintln(t.Stdout, line) })
	for _, line := range summary {
		fmt.Fprintln(t.Stderr, line)
	}
	return m.Slugs(), err
}

func (t *Terminal) writeImport(a *app.App, slug string, r *importer.Result) error {
	name, err := a.TakeIn(slug, r)
	if err != nil {
		return err
	}
	for _, q := range r.Quotes {
		fmt.Fprintf(t.Stderr, "quote %s: %s, %s\n", q.ID, cmp.Or(q.Speaker, "unnamed"), q.Org)
	}
	for _, u := range r.Unsure {
		fmt.Fprintf(t.Stderr, "please look: %s\n", u)
	}
	fmt.Fprintf(t.Stderr, "%s; pressroom check %s says what is left to do\n", wording.Count(len(r.Quotes), "quote"), slug)
	fmt.Fprintln(t.Stdout, name)
	return nil
}
