package cli

import (
	"context"
	"errors"

	"github.com/spf13/cobra"

	"pressroom/internal/app"
	"pressroom/internal/console"
	"pressroom/internal/importer"
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
					return e.ImportPublished(ctx, a, file[0], slug, known)
				})(cmd, file)
			}
			a, err := app.Folder(e.Dir, e.World())
			if err != nil {
				return err
			}
			return e.Import(a, file[0], slug, known, show)
		},
	}
	c.Flags().StringVar(&slug, "slug", "", "the release's slug (default: from the headline)")
	c.Flags().StringVar(&known.Language, "language", "", "the language of the source, as in es (default: told by its words)")
	c.Flags().StringVar(&known.Issuer, "by", "", "the organisation that issues it, as in \"Harbour Union\", where it does not tell so itself")
	c.Flags().BoolVar(&published, "published", false, "they were out before: make them public under their days, and mail nobody")
	c.Flags().BoolVar(&show, "stdout", false, "show the file instead of writing it")
	return c
}
