package cli

import (
	"context"
	"errors"
	"fmt"
	"path/filepath"
	"strings"

	"github.com/spf13/cobra"

	"pressroom/internal/app"
	"pressroom/internal/compile"
	"pressroom/internal/console"
	"pressroom/internal/diagnostic"
	"pressroom/internal/wording"
	"pressroom/internal/workspace"
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
			if err := app.Vacant(dir); err != nil {
				return err
			}
			err := who.Look()
			if err == nil && e.Interactive() {
				err = who.Ask(e.Stdin, e.Stderr)
			}
			if wrong := (*app.IdentityError)(nil); errors.As(err, &wrong) {
				return console.Usage(wrong)
			}
			if err != nil {
				return err
			}
			if err := app.Init(dir, app.Beginning{Empty: empty, Who: who, Embargo: app.NextMorning(e.Now())}); err != nil {
				return err
			}
			fmt.Fprintf(e.Stdout, "%s is a workspace.\n", dir)
			if empty {
				who.Lacking(e.Stderr, filepath.Join(dir, workspace.SettingsFile))
				fmt.Fprintf(e.Stdout, "Next: pressroom -C %s new my-release\n", dir)
				return nil
			}
			fmt.Fprintln(e.Stdout, "The release, press lists and partners in it are a sample, and invented; init --empty begins without them.")
			fmt.Fprintf(e.Stdout, "Next: pressroom -C %s check\n      pressroom -C %s build\n      pressroom -C %s send %s --dry-run\n", dir, dir,
				dir, app.SampleSlug)
			return nil
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
			name, err := a.NewRelease(slug)
			if err != nil {
				return err
			}
			fmt.Fprintln(e.Stdout, name)
			return nil
		},
	}
}

func (e *env) buildCommand() *cobra.Command {
	var out, org string
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
			slugs, err := a.Slugs(files)
			if err != nil {
				return err
			}
			var whole []string
			for _, slug := range slugs {
				built, err := a.Build(ctx, slug, app.Building{Out: out, Org: org, Formats: chosen})
				for _, d := range built.Findings {
					fmt.Fprintln(e.Stderr, d)
				}
				for _, name := range built.Files {
					fmt.Fprintln(e.Stdout, name)
				}
				if err != nil {
					e.unbuilt(slug, err)
					continue
				}
				whole = append(whole, slug)
			}
			if err := e.unready(ctx, a, whole); err != nil {
				return err
			}
			if len(whole) < len(slugs) {
				return console.QuietError{}
			}
			return nil
		}),
	}
	c.Flags().StringVar(&out, "out", "build", "the folder to write to, relative to the workspace")
	c.Flags().StringVar(&org, "for", "", "a partner's own edition: its contact, quote, logo and boilerplate first; the id of an [[org]]")
	c.Flags().StringSliceVar(&formats, "format", nil, "web, email, text, pdf, docx, card; several with commas (default the first four)")
	return c
}

// unbuilt says why nothing was built of a release.
func (e *env) unbuilt(slug string, err error) {
	e.report(err)
	if found := diagnostic.List(nil); errors.As(err, &found) {
		fmt.Fprintf(e.Stderr, "%s: nothing is built of it, it has %s\n", slug, wording.Count(found.Errors(), "error"))
	}
}

// unready says which of the releases that were compiled have errors, which the documents do
// not show: a draft can be looked at, and is not to be handed out.
func (e *env) unready(ctx context.Context, a *app.App, slugs []string) error {
	if len(slugs) == 0 {
		return nil
	}
	checked, _, err := a.Check(ctx, slugs)
	if err != nil {
		return err
	}
	for _, c := range checked {
		if n := c.Findings.Errors(); n > 0 {
			fmt.Fprintf(e.Stderr, "%s: not to be sent yet, it has %s; pressroom check %[1]s tells what to write\n",
				c.Slug, wording.Count(n, "error"))
		}
	}
	return nil
}
