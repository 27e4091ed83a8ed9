package cli

import (
	"context"
	"errors"
	"fmt"
	"time"

	"github.com/spf13/cobra"

	"pressroom/internal/app"
	"pressroom/internal/console"
	"pressroom/internal/dispatch"
	"pressroom/internal/ledger"
	"pressroom/internal/status"
)

func (e *env) embargoCommand() *cobra.Command {
	return group("embargo", "Rehearse an embargo, move an embargo while it runs, or lift one that was broken", e.embargoDrillCommand(),
		e.embargoMoveCommand(), e.embargoLiftCommand(),
		e.embargoOffCommand())
}

// moveFlags are those of the commands that change an instant.
type moveFlags struct{ yes, wait bool }

func (f *moveFlags) add(c *cobra.Command) {
	c.Flags().BoolVarP(&f.yes, "yes", "y", false, "do not ask")
	c.Flags().BoolVar(&f.wait, "wait", false, "deliver in this process, and come back when the mailing is done")
}

func (e *env) embargoMoveCommand() *cobra.Command {
	var f moveFlags
	c := &cobra.Command{
		Use: "move SLUG INSTANT", Short: "Move the instant of a release that is scheduled",
		Long: `Move the instant at which a scheduled release goes out, earlier or later.

INSTANT is a date and a time in the release's zone, as in 2026-07-26T09:00, or
one with its offset. Release, page and advance copies move together: what is
stored is composed anew from what was sent, and nothing leaves with the old
time. Who has an advance copy, and who was told of the release, is told once, in
the thread of their copy. The key in the release's file is edited last, where
nothing else in it differs from what is scheduled.

What this begins and is broken off, whoever delivers next finishes. Once the
release is out, or its instant has come, nothing moves.`,
		Args: args(cobra.ExactArgs(2), "move takes a release and an instant"),
		RunE: e.on(func(ctx context.Context, a *app.App, arg []string) error {
			return e.moveInstant(ctx, a, arg[0], f, "Move it?", func(slug string) (*dispatch.Move, error) {
				return a.Embargo.PrepareMove(ctx, slug, arg[1])
			})
		}),
	}
	f.add(c)
	return c
}

func (e *env) embargoLiftCommand() *cobra.Command {
	var f moveFlags
	var reason string
	c := &cobra.Command{
		Use: "lift SLUG --reason WHY", Short: "End an embargo that was broken: everything goes now",
		Long: `End the embargo of a scheduled release before its time, since it was broken.

After the answer everything goes within a second if a worker is running: mail,
page and feeds, with the day of today. What waits of the advance copies is
cancelled, and those people get the release. Where its file says lift_note = true,
those who have an advance copy are told that they may publish. The reason is
kept; nobody outside reads it. Nothing of that can be taken back.`,
		Args: args(cobra.ExactArgs(1), "lift takes one release"),
		RunE: e.on(func(ctx context.Context, a *app.App, arg []string) error {
			if reason == "" {
				return console.Usage(errors.New("say why with --reason, as in --reason \"published by a newspaper at 14:02\"; it is kept"))
			}
			return e.moveInstant(ctx, a, arg[0], f, "Let everything go now?", func(slug string) (*dispatch.Move, error) {
				return a.Embargo.PrepareLift(ctx, slug, reason)
			})
		}),
	}
	f.add(c)
	c.Flags().StringVar(&reason, "reason", "", "why, for the record")
	return c
}

func (e *env) embargoOffCommand() *cobra.Command {
	var f moveFlags
	c := &cobra.Command{
		Use: "off SLUG ADDRESS", Short: "Take somebody off the advance copies of a release",
		Long: `Take somebody off the advance copies of a release that is not out.

What waits for them is cancelled, and they get the release when it is out. Where
they have a copy they are told, in its thread, and that it stays under embargo.
Later mailings of advance copies of this release pass them over.`,
		Args: args(cobra.ExactArgs(2), "off takes a release and an address"),
		RunE: e.on(func(ctx context.Context, a *app.App, arg []string) error {
			if err := a.ReadyToSend(ctx); err != nil {
				return err
			}
			slug, err := a.Sent(ctx, arg[0])
			if err != nil {
				return err
			}
			if err := e.Confirm(fmt.Sprintf("Take %s off the advance copies of %s?", arg[1], slug), f.yes); err != nil {
				return err
			}
			taken, err := a.Embargo.TakeOff(ctx, slug, arg[1])
			if err != nil {
				return err
			}
			fmt.Fprintln(e.Stdout, taken.Says(arg[1]))
			if taken.Letter == "" {
				return nil
			}
			return e.afterScheduling(ctx, a, []string{taken.Letter}, f.wait)
		}),
	}
	f.add(c)
	return c
}

// moveInstant shows what another instant would do, asks, and does it.
func (e *env) moveInstant(
	ctx context.Context, a *app.App, arg string, f moveFlags, question string, prepare func(slug string) (*dispatch.Move, error),
) error {
	if err := a.ReadyToSend(ctx); err != nil {
		return err
	}
	slug, err := a.Sent(ctx, arg)
	if err != nil {
		return err
	}
	m, err := prepare(slug)
	if err != nil {
		return err
	}
	fmt.Fprintln(e.Stdout, m)
	if err := e.Confirm(question, f.yes); err != nil {
		if errors.Is(err, console.QuietError{}) {
			fmt.Fprintln(e.Stderr, "Nothing was changed.")
		}
		return err
	}
	since, err := a.Ledger.Now(ctx)
	if err != nil {
		return err
	}
	file, err := m.Do(ctx)
	if err != nil && !errors.Is(err, ledger.ErrInFlight) {
		return err
	}
	switch {
	case m.Now:
		fmt.Fprintf(e.Stdout, "%s goes out now\n", m.Of.ID)
	case m.Of.State != ledger.Scheduled:
		fmt.Fprintf(e.Stdout, "%s is timed for %s, and stays %s\n", m.Of.ID, m.To.Format(dispatch.Instant), m.Of.State)
	default:
		fmt.Fprintf(e.Stdout, "%s goes out %s\n", m.Of.ID, m.To.Format(dispatch.Instant))
	}
	if said := m.FileSays(file); said != "" {
		fmt.Fprintln(e.Stderr, said)
	}
	if err != nil {
		fmt.Fprintln(e.Stderr, dispatch.InFlight)
	}
	ids, err := e.lettersOf(ctx, a, slug, since)
	if err != nil {
		return err
	}
	if m.Now {
		ids = append([]string{m.Of.ID}, ids...)
	}
	if len(ids) == 0 {
		return nil
	}
	return e.afterScheduling(ctx, a, ids, f.wait)
}

// lettersOf names the letters on their way to those who have a copy that were written since
// an instant.
func (e *env) lettersOf(ctx context.Context, a *app.App, slug string, since time.Time) ([]string, error) {
	letters, err := a.Embargo.Letters(ctx, slug)
	var ids []string
	for _, d := range letters {
		if d.CreatedAt.Before(since) {
			continue
		}
		ids = append(ids, d.ID)
		all, cerr := status.Of(ctx, a.Ledger, []*ledger.Dispatch{d})
		if cerr != nil {
			return nil, cerr
		}
		for _, m := range all {
			fmt.Fprintf(e.Stdout, "scheduled %s, to %d who have a copy or were told\n", m.ID, m.Total-m.NotMailed())
		}
	}
	return ids, err
}
