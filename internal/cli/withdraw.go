package cli

import (
	"context"

	"github.com/spf13/cobra"

	"pressroom/internal/app"
	"pressroom/internal/console"
	"pressroom/internal/dispatch"
	"pressroom/internal/language"
)

func (e *env) withdrawCommand() *cobra.Command {
	var hold bool
	var f console.Manner
	var reason, instead string
	reasons := make(map[string]*string)
	c := &cobra.Command{
		Use: "withdraw SLUG --reason TEXT | --hold", Short: "Take a release back, or ask those who have a copy to wait",
		Long: dispatch.Withdrawing,
		Args: args(cobra.ExactArgs(1), "withdraw takes one release"),
		RunE: e.on(func(ctx context.Context, a *app.App, arg []string) error {
			reasons[""] = &reason
			given, err := dispatch.ReadSentences("", reasons)
			if err != nil {
				return err
			}
			if hold {
				return e.Hold(ctx, a, arg[0], reason, given, f)
			}
			return e.Withdraw(ctx, a, arg[0], instead, given, f)
		}),
	}
	c.Flags().BoolVar(&hold, "hold", false, "nothing leaves for now; it is not taken back for good")
	c.Flags().StringVar(&reason, "reason", "",
		"why, as those who have it read it (--reason-es and so on for others); of a hold before it is out, for the record")
	c.Flags().StringVar(&instead, "replace-with", "", "the slug of a public release that stands in its place")
	e.perLanguage(c, "reason", reasons)
	c.Flags().BoolVar(&f.DryRun, "dry-run", false, "show who would be told, and what they would read, and stop")
	c.Flags().BoolVarP(&f.Yes, "yes", "y", false, "do not ask")
	c.Flags().BoolVar(&f.Wait, "wait", false, "deliver the letters from this process, and come back when that is done")
	return c
}

// perLanguage adds a hidden flag for each language, as in --reason-es.
func (e *env) perLanguage(c *cobra.Command, name string, to map[string]*string) {
	for _, tag := range language.Known() {
		to[tag] = c.Flags().String(name+"-"+tag, "", "in "+tag)
		c.Flags().Lookup(name + "-" + tag).Hidden = true
	}
}
