package cli

import (
	"context"

	"github.com/spf13/cobra"

	"pressroom/internal/app"
)

func (e *env) repliesCommand() *cobra.Command {
	c := group("replies", "What came back by mail: bounces, complaints, people who have left",
		e.repliesListCommand(), e.repliesReadCommand(), e.repliesFetchCommand(), e.repliesReplaceCommand(), e.repliesAgreeCommand(),
		e.repliesDismissCommand())
	c.Long = `What came back by mail: bounces, complaints, absence notes, and people who no
longer work where the list has them.

With [inbox] in pressroom.toml, pressroom serve reads the mailbox by itself.
Without, pipe each message to pressroom replies read. A message that proves to be
about a mail of ours, and says that the address itself does not exist, takes the
address off the list; one about a member of an alias or the end of a forward does
not, and is listed. Absence notes take nobody off. An answer that says no more than
that somebody wants to leave ("unsubscribe", or the same in any language that
Pressroom has phrases for) is done as asked, and a mail tells them; one that says
more is listed. An answer to the notice that asks whether somebody agrees to an embargo
is listed with what it says: whether that is a yes, you decide.`
	return c
}

func (e *env) repliesListCommand() *cobra.Command {
	var all, asJSON bool
	c := &cobra.Command{
		Use: "list", Short: "What waits for you: each with the sentence that says so",
		Args: args(cobra.NoArgs, "replies list takes no argument"),
		RunE: e.on(func(ctx context.Context, a *app.App, _ []string) error { return e.ListReplies(ctx, a, all, asJSON) }),
	}
	c.Flags().BoolVar(&all, "all", false, "also what needs nothing")
	c.Flags().BoolVar(&asJSON, "json", false, "as JSON")
	return c
}

func (e *env) repliesReadCommand() *cobra.Command {
	return &cobra.Command{
		Use: "read [FILE…]", Short: "Read messages from files, or one from standard input",
		Long: `Read messages from files, or one from standard input, as a mail server hands it
to a program: in an alias, press-bounces: "|pressroom -C /srv/newsroom replies read".`,
		RunE: e.on(func(ctx context.Context, a *app.App, files []string) error { return e.ReadReplies(ctx, a, files) }),
	}
}

func (e *env) repliesFetchCommand() *cobra.Command {
	return &cobra.Command{
		Use: "fetch", Short: "Read now what is new in the mailbox of [inbox]",
		Args: args(cobra.NoArgs, "replies fetch takes no argument"),
		RunE: e.on(func(ctx context.Context, a *app.App, _ []string) error { return e.FetchReplies(ctx, a) }),
	}
}

func (e *env) repliesReplaceCommand() *cobra.Command {
	return &cobra.Command{
		Use: "replace ID|ADDRESS [NEW]", Short: "Mail another address instead, from now on",
		Long: `Mail another address instead, from now on: the one that a reply names, by the
reply's number, or NEW. Press lists stay as they are; the change stands over them
and survives any re-import.`,
		Args: args(cobra.RangeArgs(1, 2), "replies replace takes a reply's number or an address, and the new address"),
		RunE: e.on(func(ctx context.Context, a *app.App, arg []string) error {
			to := ""
			if len(arg) == 2 {
				to = arg[1]
			}
			return e.ReplaceAddress(ctx, a, arg[0], to)
		}),
	}
}

func (e *env) repliesAgreeCommand() *cobra.Command {
	return &cobra.Command{
		Use: "agree ID", Short: "Write down that an answer agrees to an embargo, and mail the advance copy",
		Args: args(cobra.ExactArgs(1), "replies agree takes a reply's number"),
		RunE: e.on(func(ctx context.Context, a *app.App, arg []string) error { return e.AcceptReply(ctx, a, arg[0]) }),
	}
}

func (e *env) repliesDismissCommand() *cobra.Command {
	return &cobra.Command{
		Use: "dismiss ID…", Short: "Take replies off the list: nothing is to be done",
		Args: args(cobra.MinimumNArgs(1), "replies dismiss takes the numbers of replies"),
		RunE: e.on(func(ctx context.Context, a *app.App, numbers []string) error {
			return e.DismissReplies(ctx, a, numbers)
		}),
	}
}
