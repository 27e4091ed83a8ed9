package cli

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"strconv"
	"strings"

	"github.com/spf13/cobra"

	"pressroom/internal/app"
	"pressroom/internal/bounce"
	"pressroom/internal/console"
	"pressroom/internal/people"
	"pressroom/internal/status"
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
		RunE: e.on(func(ctx context.Context, a *app.App, _ []string) error {
			list, err := a.People.Replies(ctx, all)
			if err != nil {
				return err
			}
			if asJSON {
				rows := []people.Row{}
				for _, r := range list {
					rows = append(rows, r.Row())
				}
				return e.JSON(map[string]any{"replies": rows})
			}
			return e.showReplies(ctx, a, list, all)
		}),
	}
	c.Flags().BoolVar(&all, "all", false, "also what needs nothing")
	c.Flags().BoolVar(&asJSON, "json", false, "as JSON")
	return c
}

func (e *env) showReplies(ctx context.Context, a *app.App, list []people.Reply, all bool) error {
	if len(list) == 0 {
		word := "Nothing waits for you."
		if all {
			word = "Nothing has come back."
		}
		fmt.Fprintln(e.Stderr, word)
		return nil
	}
	for _, r := range list {
		fmt.Fprintf(e.Stdout, "%d  %s  %s  %s\n", r.ID, r.Kind, r.Key, r.At.In(a.ZoneOf(ctx, r.Dispatch)).Format(status.Clock))
		for _, line := range r.Lines() {
			fmt.Fprintf(e.Stdout, "   %s\n", line)
		}
	}
	return nil
}

func (e *env) repliesReadCommand() *cobra.Command {
	return &cobra.Command{
		Use: "read [FILE…]", Short: "Read messages from files, or one from standard input",
		Long: `Read messages from files, or one from standard input, as a mail server hands it
to a program: in an alias, press-bounces: "|pressroom -C /srv/newsroom replies read".`,
		RunE: e.on(func(ctx context.Context, a *app.App, files []string) error {
			if len(files) == 0 {
				return e.take(ctx, a, "standard input", e.Stdin)
			}
			for _, name := range files {
				f, err := os.Open(name)
				if err != nil {
					return err
				}
				err = e.take(ctx, a, name, f)
				f.Close()
				if err != nil {
					return err
				}
			}
			return nil
		}),
	}
}

// take reads a message and says what followed.
func (e *env) take(ctx context.Context, a *app.App, name string, in io.Reader) error {
	raw, err := io.ReadAll(io.LimitReader(in, bounce.MaxSize))
	if err != nil {
		return fmt.Errorf("reading %s: %w", name, err)
	}
	t, err := a.People.Take(ctx, raw)
	if err != nil {
		return err
	}
	fmt.Fprintln(e.Stdout, t)
	return nil
}

func (e *env) repliesFetchCommand() *cobra.Command {
	return &cobra.Command{
		Use: "fetch", Short: "Read now what is new in the mailbox of [inbox]",
		Args: args(cobra.NoArgs, "replies fetch takes no argument"),
		RunE: e.on(func(ctx context.Context, a *app.App, _ []string) error {
			return a.Fetch(ctx, func(t *people.Taken) { fmt.Fprintln(e.Stdout, t) })
		}),
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
			var err error
			var key string
			if id, nerr := strconv.ParseInt(arg[0], 10, 64); nerr == nil {
				key, to, err = a.People.ReplaceNamed(ctx, id, to)
			} else if key, err = address(arg[0]); err == nil {
				err = a.People.Replace(ctx, key, to)
			}
			switch {
			case errors.Is(err, people.ErrNoAddress):
				return console.Usage(fmt.Errorf("%w; add it: pressroom replies replace %s NEW", err, arg[0]))
			case errors.Is(err, people.ErrUnknown):
				return fmt.Errorf("there is no reply %s; pressroom replies list shows them", arg[0])
			case err != nil:
				return err
			}
			fmt.Fprintf(e.Stdout, "%s is mailed instead of %s.\n", to, key)
			return nil
		}),
	}
}

func (e *env) repliesAgreeCommand() *cobra.Command {
	return &cobra.Command{
		Use: "agree ID", Short: "Write down that an answer agrees to an embargo, and mail the advance copy",
		Args: args(cobra.ExactArgs(1), "replies agree takes a reply's number"),
		RunE: e.on(func(ctx context.Context, a *app.App, arg []string) error {
			id, err := strconv.ParseInt(arg[0], 10, 64)
			if err != nil {
				return console.Usage(fmt.Errorf("%q is no reply's number", arg[0]))
			}
			given, copies, err := a.People.Agrees(ctx, id)
			if errors.Is(err, people.ErrUnknown) {
				return fmt.Errorf("there is no reply %s; pressroom replies list shows them", arg[0])
			}
			if err == nil {
				fmt.Fprintln(e.Stdout, given.Added(copies))
			}
			return err
		}),
	}
}

func (e *env) repliesDismissCommand() *cobra.Command {
	return &cobra.Command{
		Use: "dismiss ID…", Short: "Take replies off the list: nothing is to be done",
		Args: args(cobra.MinimumNArgs(1), "replies dismiss takes the numbers of replies"),
		RunE: e.on(func(ctx context.Context, a *app.App, numbers []string) error {
			for _, s := range numbers {
				id, err := strconv.ParseInt(s, 10, 64)
				if err != nil {
					return console.Usage(fmt.Errorf("%q is no reply's number", s))
				}
				found, err := a.People.Dismiss(ctx, id)
				if err != nil {
					return err
				}
				if !found {
					return fmt.Errorf("reply %d does not wait; pressroom replies list shows those that do", id)
				}
			}
			fmt.Fprintf(e.Stdout, "dismissed %s\n", strings.Join(numbers, ", "))
			return nil
		}),
	}
}
