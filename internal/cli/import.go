package cli

import (
	"cmp"
	"fmt"
	"os"
	"path/filepath"

	"github.com/spf13/cobra"

	"pressroom/internal/app"
	"pressroom/internal/importer"
	"pressroom/internal/importer/archive"
	"pressroom/internal/release"
	"pressroom/internal/wording"
)

func (e *env) importCommand() *cobra.Command {
	var slug, lang string
	var show bool
	c := &cobra.Command{
		Use: "import FILE|FOLDER", Short: "Bring existing releases in, as Markdown with front matter",
		Long: importer.Importing,
		Args: args(cobra.ExactArgs(1), "import takes one file"),
		RunE: func(_ *cobra.Command, file []string) error {
			if slug != "" && !release.ValidSlug(slug) {
				return usageError{fmt.Errorf("%q cannot name a release: small letters, digits and hyphens, as in river-report", slug)}
			}
			a, err := app.Folder(e.dir, e.world())
			if err != nil {
				return err
			}
			if info, err := os.Stat(file[0]); err == nil && info.IsDir() {
				moved, err := a.MoveFolder(file[0])
				return e.takeOver(a, moved, err)
			}
			_, data, err := e.readTable(file[0], archive.MaxBytes)
			if err != nil {
				return err
			}
			if archive.Is(file[0], data) {
				moved, err := a.MoveExport(filepath.Base(file[0]), data, lang)
				return e.takeOver(a, moved, err)
			}
			r, err := a.Understand(filepath.Base(file[0]), data, lang)
			if err != nil {
				return err
			}
			if show {
				_, err := e.stdout.Write(r.Markdown)
				return err
			}
			if slug == "" {
				slug = r.Slug
			}
			return e.writeImport(a, slug, r)
		},
	}
	c.Flags().StringVar(&slug, "slug", "", "the release's slug (default: from the headline)")
	c.Flags().StringVar(&lang, "language", "", "the language of the source, as in es (default: told by its words)")
	c.Flags().BoolVar(&show, "stdout", false, "show the file instead of writing it")
	return c
}

// takeOver writes many releases, and says what became of each.
func (e *env) takeOver(a *app.App, m *archive.Moved, err error) error {
	if err != nil {
		return err
	}
	summary, err := a.TakeOver(m, func(line string) { fmt.Fprintln(e.stdout, line) })
	for _, line := range summary {
		fmt.Fprintln(e.stderr, line)
	}
	return err
}

func (e *env) writeImport(a *app.App, slug string, r *importer.Result) error {
	name, err := a.TakeIn(slug, r)
	if err != nil {
		return err
	}
	for _, q := range r.Quotes {
		fmt.Fprintf(e.stderr, "quote %s: %s, %s\n", q.ID, cmp.Or(q.Speaker, "unnamed"), q.Org)
	}
	for _, u := range r.Unsure {
		fmt.Fprintf(e.stderr, "please look: %s\n", u)
	}
	fmt.Fprintf(e.stderr, "%s; pressroom check %s says what is left to do\n", wording.Count(len(r.Quotes), "quote"), slug)
	fmt.Fprintln(e.stdout, name)
	return nil
}
