package console

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"strconv"
	"strings"

	"pressroom/internal/app"
	"pressroom/internal/bounce"
	"pressroom/internal/people"
	"pressroom/internal/status"
)

// ListReplies shows what came back by mail and waits for somebody, and with all what needs
// nothing too.
func (t *Terminal) ListReplies(ctx context.Context, a *app.App, all, asJSON bool) error {
	list, err := a.People.Replies(ctx, all)
	if err != nil {
		return err
	}
	if asJSON {
		rows := []people.Row{}
		for _, r := range list {
			rows = append(rows, r.Row())
		}
		return t.json(map[string]any{"replies": rows})
	}
	return t.showReplies(ctx, a, list, all)
}

func (t *Terminal) showReplies(ctx context.Context, a *app.App, list []people.Reply, all bool) error {
	if len(list) == 0 {
		word := "Nothing waits for you."
		if all {
			word = "Nothing has come back."
		}
		fmt.Fprintln(t.Stderr, word)
		return nil
	}
	for _, r := range list {
		fmt.Fprintf(t.Stdout, "%d  %s  %s  %s\n", r.ID, r.Kind, r.Key, r.At.In(a.ZoneOf(ctx, r.Dispatch)).Format(status.Clock))
		for _, line := range r.Lines() {
			fmt.Fprintf(t.Stdout, "   %s\n", line)
		}
	}
	return nil
}

// ReadReplies reads messages from files, or one from stdin where none are named, and says what
// followed.
func (t *Terminal) ReadReplies(ctx context.Context, a *app.App, files []string) error {
	if len(files) == 0 {
		return t.take(ctx, a, "standard input", t.Stdin)
	}
	for _, name := range files {
		f, err := os.Open(name)
		if err != nil {
			return err
		}
		err = t.take(ctx, a, name, f)
		f.Close()
		if err != nil {
			return err
		}
	}
	return nil
}

// take reads a message and says what followed.
func (t *Terminal) take(ctx context.Context, a *app.App, name string, in io.Reader) error {
	raw, err := io.ReadAll(io.LimitReader(in, bounce.MaxSize))
	if err != nil {
		return fmt.Errorf("reading %s: %w", name, err)
	}
	taken, err := a.People.Take(ctx, raw)
	if err != nil {
		return err
	}
	fmt.Fprintln(t.Stdout, taken)
	return nil
}

// FetchReplies reads what is new in the mailbox, and says what followed.
func (t *Terminal) FetchReplies(ctx context.Context, a *app.App) error {
	return a.Fetch(ctx, func(taken *people.Taken) { fmt.Fprintln(t.Stdout, taken) })
}

// ReplaceAddress has another address mailed from now on: of is an address or the number of a
// reply, which may name the other itself where to is empty.
func (t *Terminal) ReplaceAddress(ctx context.Context, a *app.App, of, to string) error {
	var err error
	var key string
	if id, nerr := strconv.ParseInt(of, 10, 64); nerr == nil {
		key, to, err = a.People.ReplaceNamed(ctx, id, to)
	} else if key, err = Address(of); err == nil {
		err = a.People.Replace(ctx, key, to)
	}
	switch {
	case errors.Is(err, people.ErrNoAddress):
		return Usage(fmt.Errorf("%w; add it: pressroom replies replace %s NEW", err, of))
	case errors.Is(err, people.ErrUnknown):
		return fmt.Errorf("there is no reply %s; pressroom replies list shows them", of)
	case err != nil:
		return err
	}
	fmt.Fprintf(t.Stdout, "%s is mailed instead of %s.\n", to, key)
	return nil
}

// AcceptReply writes down that an answer agrees to an embargo, and has the advance copy mailed.
func (t *Terminal) AcceptReply(ctx context.Context, a *app.App, number string) error {
	id, err := strconv.ParseInt(number, 10, 64)
	if err != nil {
		return Usage(fmt.Errorf("%q is no reply's number", number))
	}
	given, copies, err := a.People.Agrees(ctx, id)
	if errors.Is(err, people.ErrUnknown) {
		return fmt.Errorf("there is no reply %s; pressroom replies list shows them", number)
	}
	if err == nil {
		fmt.Fprintln(t.Stdout, given.Added(copies))
	}
	return err
}

// DismissReplies takes replies off the list.
func (t *Terminal) DismissReplies(ctx context.Context, a *app.App, numbers []string) error {
	for _, s := range numbers {
		id, err := strconv.ParseInt(s, 10, 64)
		if err != nil {
			return Usage(fmt.Errorf("%q is no reply's number", s))
		}
		found, err := a.People.Dismiss(ctx, id)
		if err != nil {
			return err
		}
		if !found {
			return fmt.Errorf("reply %d does not wait; pressroom replies list shows those that do", id)
		}
	}
	fmt.Fprintf(t.Stdout, "dismissed %s\n", strings.Join(numbers, ", "))
	return nil
}
