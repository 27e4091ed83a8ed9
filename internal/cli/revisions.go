package cli

import (
	"context"
	"fmt"

	"github.com/spf13/cobra"

	"pressroom/internal/app"
	"pressroom/internal/console"
	"pressroom/internal/revisions"
)

func (e *env) revisionsCommand() *cobra.Command {
	var w console.RevisionWish
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
		RunE: e.on(func(ctx context.Context, a *app.App, arg []string) error { return e.Revisions(ctx, a, arg, w) }),
	}
	c.Flags().StringVar(&w.Language, "language", "", "of the release's file in this language (default: its own)")
	c.Flags().IntVar(&w.From, "from", 0, "compare with this text (default: the one before)")
	c.Flags().IntVar(&w.Restore, "restore", 0, "put this text in the place of what the file holds")
	c.Flags().BoolVar(&w.Keep, "keep", false, "keep what the file holds now")
	c.Flags().IntVar(&w.Undo, "undo", 0, "take back what made this text of the one before")
	return c
}
