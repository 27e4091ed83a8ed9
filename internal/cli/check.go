package cli

import (
	"context"

	"github.com/spf13/cobra"

	"pressroom/internal/app"
)

func (e *env) checkCommand() *cobra.Command {
	var asJSON bool
	c := &cobra.Command{
		Use: "check [FILE…]", Short: "Say what is wrong with releases and press lists, and where",
		Long: `Say what is wrong with releases and press lists, and where:
file:line:col: error|warning: what is wrong and what to write instead [rule].
Then, for each release, when it goes out, or why nothing will be sent. It looks as
send does: what it passes without "send will refuse this", send sends.
A FILE is a release's path or slug; without one, everything is checked,
press lists too; with one, what is wrong on a list that could touch it.`,
		RunE: e.looking(func(ctx context.Context, a *app.App, files []string) error { return e.Check(ctx, a, files, asJSON) }),
	}
	c.Flags().BoolVar(&asJSON, "json", false, "as JSON")
	return c
}
