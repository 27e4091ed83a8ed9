package cli

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"strconv"
	"text/tabwriter"

	"github.com/spf13/cobra"

	"pressroom/internal/app"
	"pressroom/internal/console"
	"pressroom/internal/dispatch"
	"pressroom/internal/draft"
	"pressroom/internal/revisions"
	"pressroom/internal/status"
	"pressroom/internal/wording"
)

func (e *env) revisionsCommand() *cobra.Command {
	var lang string
	var from, restore, undo int
	var hold bool
	c := &cobra.Command{
		Use: "revisions SLUG [N]", Short: "Earlier texts of a release: compared, undone, taken back",
		Long: fmt.Sprintf(`Lists what the release's file held: each text that was saved in the press office's
pages or taken back here, with when and by whom, and what an editor had written in the
file as soon as something is saved over it. The last %d texts of each file are kept.

With N it shows what changed in that text, word by word, and with --from since which.
--restore N puts that text in the place of what the file holds; --undo N takes back what
made N of the text before it, and keeps what was saved since on other lines. What the
file held is kept either way, so that both can be undone. --keep keeps what the file
holds now, for whoever writes with an editor of their own.`, revisions.Most),
		Args: args(cobra.RangeArgs(1, 2), "revisions takes a release, and the number of a text"),
		RunE: e.on(func(ctx context.Context, a *app.App, arg []string) error {
			wishes := 0
			for _, wish := range []bool{restore != 0, undo != 0, hold, len(arg) > 1} {
				if wish {
					wishes++
				}
			}
			if wishes > 1 {
				return console.Usage(errors.New("revisions does one thing at a time: show a text, --restore one, --undo one, or --keep"))
			}
			slug, err := a.Release(ctx, arg[0])
			if err != nil {
				return err
			}
			switch {
			case restore != 0:
				now, err := a.Revisions.Take(ctx, slug, lang, restore, "", e.World().User)
				return e.wrote(now, err, fmt.Sprintf("text %d is in the file again", restore))
			case undo != 0:
				now, err := a.Revisions.Undo(ctx, slug, lang, undo, e.World().User)
				return e.wrote(now, err, fmt.Sprintf("text %d is undone", undo))
			case hold:
				file, n, err := a.Revisions.Hold(ctx, slug, lang, e.World().User)
				if err == nil && n == 0 {
					fmt.Fprintf(e.Stdout, "%s is kept already\n", file)
				} else if err == nil {
					fmt.Fprintf(e.Stdout, "%s is kept as text %d\n", file, n)
				}
				return err
			case len(arg) > 1:
				n, err := strconv.Atoi(arg[1])
				if err != nil || n < 1 {
					return console.Usage(fmt.Errorf("%q is no number of a text; pressroom revisions %s lists them", arg[1], slug))
				}
				return e.revision(ctx, a, slug, lang, cmp.Or(from, n-1), n)
			}
			return e.revisions(ctx, a, slug, lang)
		}),
	}
	c.Flags().StringVar(&lang, "language", "", "of the release's file in this language (default: its own)")
	c.Flags().IntVar(&from, "from", 0, "compare with this text (default: the one before)")
	c.Flags().IntVar(&restore, "restore", 0, "put this text in the place of what the file holds")
	c.Flags().BoolVar(&hold, "keep", false, "keep what the file holds now")
	c.Flags().IntVar(&undo, "undo", 0, "take back what made this text of the one before")
	return c
}

// wrote says that a file was written.
func (e *env) wrote(now *revisions.Written, err error, what string) error {
	var changed *draft.ChangedError
	switch {
	case errors.As(err, &changed):
		return fmt.Errorf("%s was changed in the same lines since; nothing was written: write it by hand", changed.Now.Name)
	case err != nil:
		return err
	case now.N == 0:
		fmt.Fprintf(e.Stdout, "%s is like that already\n", now.Name)
	case now.Merged:
		fmt.Fprintf(e.Stdout, "%s: %s, with what was saved since; it is text %d now\n", now.Name, what, now.N)
	default:
		fmt.Fprintf(e.Stdout, "%s: %s; it is text %d now\n", now.Name, what, now.N)
	}
	return nil
}

func (e *env) revisions(ctx context.Context, a *app.App, slug, lang string) error {
	list, err := a.Revisions.List(ctx, slug, lang)
	if err != nil {
		return err
	}
	if len(list) == 0 {
		fmt.Fprintf(e.Stderr, "Nothing of %s was saved in the press office's pages yet; from then on each text is kept.\n", slug)
	}
	w := tabwriter.NewWriter(e.Stdout, 0, 0, 2, ' ', 0)
	for _, r := range list {
		fmt.Fprintf(w, "%d\t%s\t%s\t%s\n", r.N, r.At.In(a.Zone()).Format(status.Clock), r.Says(), r.Who)
	}
	return w.Flush()
}

// revision shows what changed from one text to another.
func (e *env) revision(ctx context.Context, a *app.App, slug, lang string, from, to int) error {
	after, err := a.Revisions.Text(ctx, slug, lang, to)
	if err != nil {
		return err
	}
	before, err := a.Revisions.Text(ctx, slug, lang, from)
	var gone *revisions.NotKeptError
	if errors.As(err, &gone) && from == to-1 { // it is the oldest
		_, err = e.Stdout.Write(after)
		return err
	}
	if err != nil {
		return err
	}
	list := wording.Passages(string(before), string(after))
	if len(list) == 0 {
		fmt.Fprintf(e.Stdout, "text %d is text %d, byte for byte\n", to, from)
	}
	for _, p := range list {
		shown := dispatch.Shown(p.Stretches)
		if p.Bare() {
			shown = "spaces or empty lines alone"
		}
		fmt.Fprintf(e.Stdout, "line %d: %s\n", p.Line, shown)
	}
	return nil
}
