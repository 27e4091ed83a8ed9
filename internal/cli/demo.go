package cli

import (
	"context"
	"errors"
	"fmt"
	"path/filepath"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"pressroom/internal/app"
	"pressroom/internal/wording"
)

func (e *env) demoCommand() *cobra.Command {
	return &cobra.Command{
		Use: "demo", Annotations: anywhere, Short: "The whole thing on sample data, in seconds; nothing leaves the machine",
		Long: `Make a workspace in a temporary folder, build its sample release, mail the
advance copies, lift the embargo a few seconds later, mail the release, and show
who got what. Mail goes to the sandbox inside the program.`,
		Args: args(cobra.NoArgs, "demo takes no argument"),
		RunE: func(cmd *cobra.Command, _ []string) error { return e.demo(cmd.Context()) },
	}
}

func (e *env) demo(ctx context.Context) error {
	demo, err := app.NewDemo(ctx, e.World())
	if err != nil {
		return err
	}
	defer demo.Close()
	fmt.Fprintf(e.Stdout, "A newsroom in %s\n", demo.Dir)
	fmt.Fprintf(e.Stdout, "Built %d files of %s: web page, email, text and PDF, in two languages, released and embargoed\n\n", demo.Files,
		app.SampleSlug)
	if err := demo.Plan.Describe(ctx, e.Stdout); err != nil {
		return err
	}
	fmt.Fprintln(e.Stdout)
	ids, err := demo.Plan.Schedule(ctx, false, nil)
	if err != nil {
		return err
	}
	if err := e.WaitFor(ctx, demo.App, ids); err != nil {
		return err
	}
	outcome, err := demo.Outcome(ctx, ids)
	if err != nil {
		return err
	}
	return e.showOutcome(demo, outcome)
}

// shownOfEach is how many deliveries of a mailing the demo shows.
const shownOfEach = 6

// showOutcome prints who got what, and when.
func (e *env) showOutcome(demo *app.Demo, o *app.Outcome) error {
	say := func(format string, a ...any) { fmt.Fprintf(e.Stdout, format+"\n", a...) }
	say("\nWho got what:")
	t := e.Table()
	for _, m := range o.Mailings {
		for i, en := range m.Entries {
			if more := len(m.Entries) - i; i >= shownOfEach && more > 1 {
				fmt.Fprintf(t, "  and %d more\n", more)
				break
			}
			fmt.Fprintf(t, "  %s\t%s\t%s\t%s\t%s\n", m.Kind, en.Language, en.Address, en.State, m.Stamp(en.AnsweredAt))
		}
	}
	if err := t.Flush(); err != nil {
		return err
	}
	say("")
	for _, m := range o.Mailings {
		switch {
		case m.Arrived == 0:
		case m.Advance():
			say("%s: %d sent under embargo, each marked EMBARGOED in its language", m.ID, m.Sent)
		default:
			say("%s: %d sent; the first arrived %s after the instant, the last %s after it", m.ID, m.Sent,
				m.First.Round(time.Millisecond), m.Last.Round(time.Millisecond))
		}
	}
	say("%s in the sandbox's mailbox", wording.Count(o.Messages, "message"))
	if len(o.Problems) > 0 {
		return errors.New(strings.Join(o.Problems, "; "))
	}
	say("\nEverything is kept. To look at the mails:  pressroom -C %s serve", demo.Dir)
	say("To look at the documents:  %s", filepath.Join(demo.Dir, "build", app.SampleSlug))
	say("Every delivery:  pressroom -C %s status %s --all", demo.Dir, o.Mailings[len(o.Mailings)-1].ID)
	return nil
}
