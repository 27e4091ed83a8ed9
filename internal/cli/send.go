package cli

import (
	"context"
	"errors"

	"github.com/spf13/cobra"

	"pressroom/internal/app"
	"pressroom/internal/console"
	"pressroom/internal/dispatch"
)

func (e *env) sendCommand() *cobra.Command {
	var f console.Sending
	c := &cobra.Command{
		Use: "send FILE|SLUG [--more [ADDRESS…] | --again ADDRESS]", Short: "Show the plan, ask, and schedule the mailing",
		Long: dispatch.Sending,
		Args: args(cobra.MinimumNArgs(1), "send takes one release"),
		RunE: func(cmd *cobra.Command, a []string) error {
			if err := checkSending(f, a[1:]); err != nil {
				return err
			}
			return e.on(func(ctx context.Context, p *app.App, a []string) error {
				return e.Send(ctx, p, a[0], a[1:], f)
			})(cmd, a)
		},
	}
	c.Flags().StringVar(&f.Test, "test", "", "send to this address alone, at once, marked as a test")
	c.Flags().StringVar(&f.Language, "language", "", "with --test: the language to send")
	c.Flags().BoolVar(&f.DryRun, "dry-run", false, "show the plan and stop")
	c.Flags().BoolVarP(&f.Yes, "yes", "y", false, "do not ask")
	c.Flags().BoolVar(&f.Wait, "wait", false, "deliver in this process, and come back when the mailing is done")
	c.Flags().StringSliceVar(&f.Without, "without", nil, "leave out the quote of this organization, by its id or name; several with commas")
	c.Flags().BoolVar(&f.More, "more", false, "mail what has gone out to those of its audience who do not have it, or to the addresses given")
	c.Flags().StringVar(&f.Again, "again", "", "mail this person's copy once more, at their request")
	c.Flags().StringVar(&f.Name, "name", "", "with --more and one address that is on no list: whose it is")
	c.Flags().StringVar(&f.Outlet, "outlet", "", "with --more and one address that is on no list: for whom they work")
	c.Flags().BoolVar(&f.Replace, "replace", false, "swap what is still scheduled of this release")
	return c
}

// checkSending tells which flags do not go together.
func checkSending(f console.Sending, addresses []string) error {
	other := f.Replace || f.Test != "" || len(f.Without) > 0
	switch {
	case f.More && f.Again != "":
		return console.Usage(errors.New("--more and --again are two things; one at a time"))
	case f.Again != "" && len(addresses) > 0:
		return console.Usage(errors.New("--again takes one address; one person at a time"))
	case f.More && other:
		return console.Usage(errors.New("--more sends what is stored, as it went out; it goes with none of --replace, --test and --without"))
	case f.Again != "" && other:
		return console.Usage(errors.New("--again repeats what somebody got; it goes with none of --replace, --test and --without"))
	case f.More && len(addresses) != 1 && (f.Name != "" || f.Outlet != ""):
		return console.Usage(errors.New("--name and --outlet say who one address is; give one"))
	case !f.More && len(addresses) > 0:
		return console.Usage(errors.New("send takes one release; addresses go with --more"))
	}
	return nil
}
