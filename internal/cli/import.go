package cli

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"

	"github.com/spf13/cobra"

	"pressroom/internal/app"
	"pressroom/internal/console"
	"pressroom/internal/importer"
	"pressroom/internal/importer/archive"
	"pressroom/internal/wording"
)

func (e *env) importCommand() *cobra.Command {
	var slug string
	var known app.Known
	var show, published bool
	c := &cobra.Command{
		Use: "import FILE|FOLDER", Short: "Bring existing releases in, as Markdown with front matter",
		Long: importer.Importing,
		Args: args(cobra.ExactArgs(1), "import takes one file"),
		RunE: func(cmd *cobra.Command, file []string) error {
			if slug != "" {
				if err := app.NameOf(slug); err != nil {
					return console.Usage(err)
				}
			}
			if published {
				if show {
					return console.Usage(errors.New("--stdout writes no file, and --published is about files that are written"))
				}
				return e.on(func(ctx context.Context, a *app.App, file []string) error {
					slugs, err := e.bringOver(a, file[0], slug, known, false, true)
					if err != nil {
						return err
					}
					summary, err := a.BringIn(ctx, slugs, func(line string) { fmt.Fprintln(e.Stderr, line) })
					if summary != "" {
						fmt.Fprintln(e.Stderr, summary)
					}
					return err
				})(cmd, file)
			}
			a, err := app.Folder(e.Dir, e.World())
			if err != nil {
				return err
			}
			_, err = e.bringOver(a, file[0], slug, known, show, false)
			return err
		},
	}
	c.Flags().StringVar(&slug, "slug", "", "the release's slug (default: from the headline)")
	c.Flags().StringVar(&known.Language, "language", "", "the language of the source, as in es (default: told by its words)")
	c.Flags().StringVar(&known.Issuer, "by", "", "the organisation that issues it, as in \"Harbour Union\", where it does not tell so itself")
	c.Flags().BoolVar(&published, "published", false, "they were out before: make them public under their days, and mail nobody")
	c.Flags().BoolVar(&show, "stdout", false, "show the file instead of writing it")
	return c
}

// bringOver writes the releases of a source and returns their slugs. again has one that
// is there already stay as it is, and count.
func (e *env) bringOver(a *app.App, file, slug string, known app.Known, show, again bool) ([]string, error) {
	if info, err := os.Stat(file); err == nil && info.IsDir() {
		moved, err := a.MoveFolder(file, known)
		slugs, err := e.takeOver(a, moved, err)
		if err != nil {
			return slugs, err
		}
		return slugs, e.takePictures(a, file, moved.Media())
	}
	_, data, err := e.readTable(file, archive.MaxBytes)
	if err != nil {
		return nil, err
	}
	if archive.Is(file, data) {
		moved, err := a.MoveExport(filepath.Base(file), data, known)
		return e.takeOver(a, moved, err)
	}
	r, err := a.UnderstandFile(file, data, known)
	if err != nil {
		return nil, err
	}
	if show {
		_, err := e.Stdout.Write(r.Markdown)
		return nil, err
	}
	slug = cmp.Or(slug, r.Slug)
	if again && a.HasRelease(slug) {
		return []string{slug}, nil
	}
	if err := e.writeImport(a, slug, r); err != nil {
		return []string{slug}, err
	}
	return []string{slug}, e.takePictures(a, filepath.Dir(file), r.Media)
}

// takePictures copies those beside a source, and says how many.
func (e *env) takePictures(a *app.App, dir string, list []importer.Media) error {
	n, err := a.TakePictures(dir, list)
	if n > 0 {
		fmt.Fprintf(e.Stderr, "%s taken from beside the source into releases/media\n", wording.Count(n, "picture"))
	}
	return err
}

// takeOver writes many releases, and says what became of each.
func (e *env) takeOver(a *app.App, m *archive.Moved, err error) ([]string, error) {
	if err != nil {
		return nil, err
	}
	summary, err := a.TakeOver(m, func(line string) { fmt.Fprintln(e.Stdout, line) })
	for _, line := range summary {
		fmt.Fprintln(e.Stderr, line)
	}
	return m.Slugs(), err
}

func (e *env) writeImport(a *app.App, slug string, r *importer.Result) error {
	name, err := a.TakeIn(slug, r)
	if err != nil {
		return err
	}
	for _, q := range r.Quotes {
		fmt.Fprintf(e.Stderr, "quote %s: %s, %s\n", q.ID, cmp.Or(q.Speaker, "unnamed"), q.Org)
	}
	for _, u := range r.Unsure {
		fmt.Fprintf(e.Stderr, "please look: %s\n", u)
	}
	fmt.Fprintf(e.Stderr, "%s; pressroom check %s says what is left to do\n", wording.Count(len(r.Quotes), "quote"), slug)
	fmt.Fprintln(e.Stdout, name)
	return nil
}
