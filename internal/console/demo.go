package console

import (
	"context"
	"errors"
	"fmt"
	"path/filepath"
	"strings"
	"time"

	"pressroom/internal/app"
	"pressroom/internal/wording"
)

// Demo shows the whole thing on sample data, in a temporary folder.
func (t *Terminal) Demo(ctx context.Context) error {
	demo, err := app.NewDemo(ctx, t.World())
	if err != nil {
		return err
	}
	defer demo.Close()
	fmt.Fprintf(t.Stdout, "A newsroom in %s\n", demo.Dir)
	fmt.Fprintf(t.Stdout, "Built %d files of %s: web page, email, text and PDF, in two languages, released and embargoed\n\n", demo.Files,
		app.SampleSlug)
	if err := demo.Plan.Describe(ctx, t.Stdout); err != nil {
		return err
	}
	fmt.Fprintln(t.Stdout)
	ids, err := demo.Plan.Schedule(ctx, false, nil)
	if err != nil {
		return err
	}
	if err := t.waitFor(ctx, demo.App, ids); err != nil {
		return err
	}
	outcome, err := demo.Outcome(ctx, ids)
	if err != nil {
		return err
	}
	return t.showOutcome(demo, outcome)
}

// showOutcome prints who got what, and when.
func (t *Terminal) showOutcome(demo *app.Demo, o *app.Outcome) error {
	say := func(format string, a ...any) { fmt.Fprintf(t.Stdout, format+"\n", a...) }
	say("\nWho got what:")
	w := t.table()
	for _, m := range o.Mailings {
		for i, en := range m.Entries {
			if more := len(m.Entries) - i; i >= shownOfEach && more > 1 {
				fmt.Fprintf(w, "  and %d more\n", more)
				break
			}
			fmt.Fprintf(w, "  %s\t%s\t%s\t%s\t%s\n", m.Kind, en.Language, en.Address, en.State, m.Stamp(en.AnsweredAt))
		}
	}
	if err := w.Flush(); err != nil {
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

// shownOfEach is how many deliveries of a mailing the demo shows.
const shownOfEach = 6
