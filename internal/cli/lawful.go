package cli

import (
	"context"
	"fmt"
	"strings"

	"github.com/spf13/cobra"

	"pressroom/internal/app"
	"pressroom/internal/console"
)

// person is a command about one address. name is all of its words.
func (e *env) person(name, short, long string, do func(ctx context.Context, a *app.App, key, typed string) error) *cobra.Command {
	return &cobra.Command{
		Use: name[strings.LastIndexByte(name, ' ')+1:] + " ADDRESS", Short: short, Long: long,
		Args: args(cobra.ExactArgs(1), name+" takes one address"),
		RunE: e.on(func(ctx context.Context, a *app.App, typed []string) error {
			key, err := console.Address(typed[0])
			if err != nil {
				return err
			}
			return do(ctx, a, key, typed[0])
		}),
	}
}

func (e *env) staleCommand() *cobra.Command {
	months, asJSON := 24, false
	c := &cobra.Command{
		Use: "stale", Short: "Whom nothing was sent to, and who said nothing, for so long that they may be let go",
		Args: args(cobra.NoArgs, "contacts stale takes no argument"),
		RunE: e.on(func(ctx context.Context, a *app.App, _ []string) error {
			if months < 0 {
				return console.Usage(fmt.Errorf("--months is a number of months, as in 24, not %d", months))
			}
			return e.ListStale(ctx, a, months, asJSON)
		}),
	}
	c.Flags().IntVar(&months, "months", months, "for how many months")
	c.Flags().BoolVar(&asJSON, "json", false, "as JSON")
	return c
}
