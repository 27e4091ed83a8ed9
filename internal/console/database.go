package console

import (
	"context"
	"errors"
	"fmt"

	"pressroom/internal/app"
	"pressroom/internal/store"
	"pressroom/internal/wording"
)

// CopyDatabase moves the workspace from SQLite to PostgreSQL, or back where postgres is not set.
func (t *Terminal) CopyDatabase(ctx context.Context, postgres bool) error {
	move, err := app.OpenMove(ctx, t.Dir, postgres, t.World())
	if err != nil {
		return usageIf(err, app.ErrNoPostgres)
	}
	defer move.Close()
	fmt.Fprintf(t.Stderr, "from %s to %s\n", move.From.Name(), move.To.Name())
	rows, begun, err := move.Copy(ctx, func(table string, n int) { fmt.Fprintf(t.Stderr, "%9d  %s\n", n, table) })
	if err != nil {
		return err
	}
	if begun {
		fmt.Fprintf(t.Stdout, "copied %s to %s\n", wording.Count(rows, "row"), move.To.Name())
	} else {
		fmt.Fprintf(t.Stdout, "everything had been copied to %s before it was broken off\n", move.To.Name())
	}
	if postgres {
		fmt.Fprintln(t.Stderr, "From now on: set database.url in pressroom.toml, or PRESSROOM_DATABASE_URL, for every command and worker.")
	} else {
		fmt.Fprintln(t.Stderr, "From now on: take database.url out of pressroom.toml, and unset PRESSROOM_DATABASE_URL.")
	}
	fmt.Fprintf(t.Stderr, "Nothing goes out from %s any more.\n", move.From.Name())
	return nil
}

// UndoCopy takes the workspace back to the database in which it was before it was moved to
// PostgreSQL or, where postgres is not set, to SQLite. Lost says that the one to which it was
// moved is gone for good.
func (t *Terminal) UndoCopy(ctx context.Context, postgres, lost, yes bool) error {
	undo, err := app.OpenUndo(ctx, t.Dir, postgres, lost, t.World())
	if out := (*app.OutOfReachError)(nil); errors.As(err, &out) {
		return fmt.Errorf("%w; where it is gone for good, and nothing works on it, add --lost", err)
	}
	if err != nil {
		return usageIf(err, app.ErrNoPostgres)
	}
	defer undo.Close()
	question := fmt.Sprintf("Take the workspace back to %s?", undo.From.Name())
	if lost {
		question = fmt.Sprintf("Does nothing work on %s any more, and shall %s deliver again?", undo.MovedTo, undo.From.Name())
	}
	if err := t.Confirm(question, yes); err != nil {
		return err
	}
	if err := undo.Undo(ctx); errors.Is(err, store.ErrElsewhere) {
		return fmt.Errorf("%w; name that one or, where it is gone for good and nothing works on it, add --lost", err)
	} else if err != nil {
		return err
	}
	fmt.Fprintf(t.Stdout, "taken back: %s delivers again\n", undo.From.Name())
	return nil
}

// usageIf makes an error one of usage if it is that one.
func usageIf(err, that error) error {
	if errors.Is(err, that) {
		return Usage(err)
	}
	return err
}
