package cli

import (
	"context"
	"path/filepath"
	"strings"

	"github.com/spf13/cobra"

	"pressroom/internal/app"
	"pressroom/internal/compile"
	"pressroom/internal/console"
)

func (e *env) initCommand() *cobra.Command {
	var empty bool
	var who app.Identity
	c := &cobra.Command{
		Use: "init [DIR]", Annotations: anywhere, Short: "Make a workspace, with a sample release and press lists to change",
		Long: `Make a workspace, with a sample release and press lists to change, or without
them (--empty). On a terminal it asks for what no flag says: the name of the
organization, its time zone, the language of its releases, and the address that
mail is sent from.`,
		Args: args(cobra.MaximumNArgs(1), "init takes one folder"),
		RunE: func(_ *cobra.Command, a []string) error {
			dir := e.Dir
			switch {
			case len(a) == 1 && filepath.IsAbs(a[0]):
				dir = a[0]
			case len(a) == 1:
				dir = filepath.Join(e.Dir, a[0])
			}
			return e.Init(dir, empty, who)
		},
	}
	c.Flags().BoolVar(&empty, "empty", false, "without the sample release and press lists")
	c.Flags().StringVar(&who.Name, "name", "", "the organization's name, as it is printed")
	c.Flags().StringVar(&who.Zone, "zone", "", "in which times are read and printed, as in America/New_York")
	c.Flags().StringVar(&who.Language, "language", "", "of its releases, as in en or fr (en by default; en-GB in London's zone and Dublin's)")
	c.Flags().StringVar(&who.From, "from", "", "the sender of mail, as in \"Press office <press@example.org>\"")
	return c
}

func (e *env) newCommand() *cobra.Command {
	return &cobra.Command{
		Use: "new SLUG", Short: "Begin a release from a skeleton",
		Args: args(cobra.ExactArgs(1), "new takes the release's slug, as in river-report"),
		RunE: func(_ *cobra.Command, named []string) error {
			slug := strings.TrimSuffix(filepath.Base(named[0]), ".md")
			if err := app.NameOf(slug); err != nil {
				return console.Usage(err)
			}
			a, err := app.Folder(e.Dir, e.World())
			if err != nil {
				return err
			}
			return e.New(a, slug)
		},
	}
}

func (e *env) buildCommand() *cobra.Command {
	var b app.Building
	var formats []string
	c := &cobra.Command{
		Use: "build [FILE…]", Short: "Compile releases to web page, email, text and PDF",
		Long: `Compile releases into OUT/<slug>/: <slug>.html (web page), .email.html, .txt and
.pdf, and <slug>.<language>.… for its other languages. A release with an embargo
is built twice: as it goes out, and as advance copy (<slug>.embargoed.…).
--format docx makes a Word document, for desks that paste from Word; --format card
the picture that social networks show beside a link, 1200 by 630 pixels.
--for ORG makes a partner's own edition of the same release (<slug>.for-<org>.…).
A release that has errors is compiled where that can be done, and said to have them. Where
it cannot – a picture lacks its alt text, a logo cannot be drawn –, nothing of it is built,
and all that is wrong with it is said, as pressroom check does.`,
		RunE: e.looking(func(ctx context.Context, a *app.App, files []string) error {
			chosen, err := compile.ParseFormats(formats)
			if err != nil {
				return console.Usage(err)
			}
			b.Formats = chosen
			return e.Build(ctx, a, files, b)
		}),
	}
	c.Flags().StringVar(&b.Out, "out", "build", "the folder to write to, relative to the workspace")
	c.Flags().StringVar(&b.Org, "for", "", "a partner's own edition: its contact, quote, logo and boilerplate first; the id of an [[org]]")
	c.Flags().StringSliceVar(&formats, "format", nil, "web, email, text, pdf, docx, card; several with commas (default the first four)")
	return c
}
