package cli

import (
	"context"
	"errors"

	"github.com/spf13/cobra"

	"pressroom/internal/app"
	"pressroom/internal/console"
)

func (e *env) embargoCommand() *cobra.Command {
	return group("embargo", "Rehearse an embargo, move an embargo while it runs, or lift one that was broken", e.embargoDrillCommand(),
		e.embargoMoveCommand(), e.embargoLiftCommand(),
		e.embargoOffCommand())
}

// movingFlags are those of the commands that change an instant.
func movingFlags(c *cobra.Command, f *console.Manner) {
	c.Flags().BoolVarP(&f.Yes, "yes", "y", false, "do not ask")
	c.Flags().BoolVar(&f.Wait, "wait", false, "deliver in this process, and come back when the mailing is done")
}

func (e *env) embargoMoveCommand() *cobra.Command {
	var f console.Manner
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
			return e.MoveEmbargo(ctx, a, arg[0], arg[1], f)
		}),
	}
	movingFlags(c, &f)
	return c
}

func (e *env) embargoLiftCommand() *cobra.Command {
	var f console.Manner
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
			return e.LiftEmbargo(ctx, a, arg[0], reason, f)
		}),
	}
	movingFlags(c, &f)
	c.Flags().StringVar(&reason, "reason", "", "why, for the record")
	return c
}

func (e *env) embargoOffCommand() *cobra.Command {
	var f console.Manner
	c := &cobra.Command{
		Use: "off SLUG ADDRESS", Short: "Take somebody off the advance copies of a release",
		Long: `Take somebody off the advance copies of a release that is not out.

What waits for them is cancelled, and they get the release when it is out. Where
they have a copy they are told, in its thread, and that it stays under embargo.
Later mailings of advance copies of this release pass them over.`,
		Args: args(cobra.ExactArgs(2), "off takes a release and an address"),
		RunE: e.on(func(ctx context.Context, a *app.App, arg []string) error { return e.TakeOff(ctx, a, arg[0], arg[1], f) }),
	}
	movingFlags(c, &f)
	return c
}
