package cli

import (
	"context"
	"errors"
	"fmt"

	"github.com/spf13/cobra"

	"pressroom/internal/app"
	"pressroom/internal/console"
	"pressroom/internal/store"
	"pressroom/internal/wording"
)

type copyFlags struct {
	to              string
	undo, lost, yes bool
}

func (e *env) databaseCommand() *cobra.Command {
	var f copyFlags
	c := &cobra.Command{
		Use: "copy --to postgres|sqlite [--undo]", Short: "Move the workspace from SQLite to PostgreSQL, or back",
		Long: store.Moving,
		Args: args(cobra.NoArgs, "database copy takes --to postgres or --to sqlite"),
		RunE: func(cmd *cobra.Command, _ []string) error {
			if f.undo {
				return e.undoCopy(cmd.Context(), f)
			}
			return e.copyDatabase(cmd.Context(), f)
		},
	}
	c.Flags().StringVar(&f.to, "to", "", "postgres or sqlite")
	c.Flags().BoolVar(&f.undo, "undo", false, "take it back to the database from which it was moved")
	c.Flags().BoolVar(&f.lost, "lost", false, "with --undo: the new database is gone, and nothing works on it")
	c.Flags().BoolVar(&f.yes, "yes", false, "with --undo: do not ask")
	return group("database", "The database: move it", c)
}

func (f copyFlags) check() error {
	switch {
	case f.to != "postgres" && f.to != "sqlite":
		return console.Usage(errors.New("database copy needs --to postgres or --to sqlite"))
	case !f.undo && (f.lost || f.yes):
		return console.Usage(errors.New("--lost and --yes belong to --undo"))
	}
	return nil
}

func (e *env) copyDatabase(ctx context.Context, f copyFlags) error {
	if err := f.check(); err != nil {
		return err
	}
	move, err := app.OpenMove(ctx, e.Dir, f.to == "postgres", e.World())
	if err != nil {
		return usageIf(err, app.ErrNoPostgres)
	}
	defer move.Close()
	fmt.Fprintf(e.Stderr, "from %s to %s\n", move.From.Name(), move.To.Name())
	rows, begun, err := move.Copy(ctx, func(table string, n int) { fmt.Fprintf(e.Stderr, "%9d  %s\n", n, table) })
	if err != nil {
		return err
	}
	if begun {
		fmt.Fprintf(e.Stdout, "copied %s to %s\n", wording.Count(rows, "row"), move.To.Name())
	} else {
		fmt.Fprintf(e.Stdout, "everything had been copied to %s before it was broken off\n", move.To.Name())
	}
	if f.to == "postgres" {
		fmt.Fprintln(e.Stderr, "From now on: set database.url in pressroom.toml, or PRESSROOM_DATABASE_URL, for every command and worker.")
	} else {
		fmt.Fprintln(e.Stderr, "From now on: take database.url out of pressroom.toml, and unset PRESSROOM_DATABASE_URL.")
	}
	fmt.Fprintf(e.Stderr, "Nothing goes out from %s any more.\n", move.From.Name())
	return nil
}

// undoCopy takes the workspace back to the database from which it was moved.
func (e *env) undoCopy(ctx context.Context, f copyFlags) error {
	if err := f.check(); err != nil {
		return err
	}
	undo, err := app.OpenUndo(ctx, e.Dir, f.to == "postgres", f.lost, e.World())
	if out := (*app.OutOfReachError)(nil); errors.As(err, &out) {
		return fmt.Errorf("%w; where it is gone for good, and nothing works on it, add --lost", err)
	}
	if err != nil {
		return usageIf(err, app.ErrNoPostgres)
	}
	defer undo.Close()
	question := fmt.Sprintf("Take the workspace back to %s?", undo.From.Name())
	if f.lost {
		question = fmt.Sprintf("Does nothing work on %s any more, and shall %s deliver again?", undo.MovedTo, undo.From.Name())
	}
	if err := e.Confirm(question, f.yes); err != nil {
		return err
	}
	if err := undo.Undo(ctx); errors.Is(err, store.ErrElsewhere) {
		return fmt.Errorf("%w; name that one or, where it is gone for good and nothing works on it, add --lost", err)
	} else if err != nil {
		return err
	}
	fmt.Fprintf(e.Stdout, "taken back: %s delivers again\n", undo.From.Name())
	return nil
}

// usageIf makes an error one of usage if it is that one.
func usageIf(err, that error) error {
	if errors.Is(err, that) {
		return console.Usage(err)
	}
	return err
}
