package cli

import (
	"context"
	"errors"
	"fmt"

	"github.com/spf13/cobra"

	"pressroom/internal/store"
	"pressroom/internal/workspace"
)

type copyFlags struct {
	to              string
	undo, lost, yes bool
}

func (e *env) databaseCommand() *cobra.Command {
	var f copyFlags
	c := &cobra.Command{
		Use: "copy --to postgres|sqlite [--undo]", Short: "Move the workspace from SQLite to PostgreSQL, or back",
		Long: `Move all that the database holds from SQLite, in the workspace, to the PostgreSQL
that PRESSROOM_DATABASE_URL or database.url names, or back. The other database must
hold no workspace, and no worker may run on either.

First the old database is disarmed: from then on nothing goes out from it, and
serve, worker, send and whatever else would change something refuse to work on it.
Then everything is copied and compared, and the new one is armed. If it is broken
off, neither delivers, and the same command goes on. Afterwards set database.url
(or take it out): copying does not change which one is used.

--undo takes it back to the old database, which holds all that it did: at any time
while the copy is not complete, and afterwards as long as nobody has worked on the
new one. Where the new one is gone, say so with --lost: nothing must be working on
it any more, or journalists are mailed twice.`,
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

// file opens the workspace's SQLite.
func (e *env) file(ctx context.Context, w *workspace.Workspace) (*store.DB, error) {
	if err := w.MakeStateDir(); err != nil {
		return nil, err
	}
	return store.Open(ctx, w.StateDir(), "")
}

// madeFile opens the workspace's SQLite, if there is one.
func (e *env) madeFile(ctx context.Context, w *workspace.Workspace) (*store.DB, error) {
	if !store.Exists(w.StateDir(), "") {
		return nil, fmt.Errorf("there is no database in %s", w.StateDir())
	}
	return e.file(ctx, w)
}

// server opens the PostgreSQL that the settings name.
func (e *env) server(ctx context.Context, w *workspace.Workspace) (*store.DB, error) {
	if w.DatabaseURL() == "" {
		return nil, usageError{errors.New("no PostgreSQL is named; set PRESSROOM_DATABASE_URL or database.url")}
	}
	return store.Open(ctx, w.StateDir(), w.DatabaseURL())
}

func (f copyFlags) check() error {
	switch {
	case f.to != "postgres" && f.to != "sqlite":
		return usageError{errors.New("database copy needs --to postgres or --to sqlite")}
	case !f.undo && (f.lost || f.yes):
		return usageError{errors.New("--lost and --yes belong to --undo")}
	}
	return nil
}

func (e *env) copyDatabase(ctx context.Context, f copyFlags) error {
	if err := f.check(); err != nil {
		return err
	}
	w, err := e.workspace()
	if err != nil {
		return err
	}
	dest, err := e.server(ctx, w)
	if err != nil {
		return err
	}
	defer dest.Close()
	from, err := e.file(ctx, w)
	if err != nil {
		return err
	}
	defer from.Close()
	if f.to == "sqlite" {
		from, dest = dest, from
	}
	fmt.Fprintf(e.stderr, "from %s to %s\n", from.Name(), dest.Name())
	rows, begun := 0, false
	err = store.Copy(ctx, from, dest, e.now(), func(table string, n int) {
		rows, begun = rows+n, true
		if n > 0 {
			fmt.Fprintf(e.stderr, "%9d  %s\n", n, table)
		}
	})
	if err != nil {
		return err
	}
	if begun {
		fmt.Fprintf(e.stdout, "copied %s to %s\n", count(rows, "row"), dest.Name())
	} else {
		fmt.Fprintf(e.stdout, "everything had been copied to %s before it was broken off\n", dest.Name())
	}
	if f.to == "postgres" {
		fmt.Fprintln(e.stderr, "From now on: set database.url in pressroom.toml, or PRESSROOM_DATABASE_URL, for every command and worker.")
	} else {
		fmt.Fprintln(e.stderr, "From now on: take database.url out of pressroom.toml, and unset PRESSROOM_DATABASE_URL.")
	}
	fmt.Fprintf(e.stderr, "Nothing goes out from %s any more.\n", from.Name())
	return nil
}

// undoCopy takes the workspace back to the database from which it was moved.
func (e *env) undoCopy(ctx context.Context, f copyFlags) error {
	if err := f.check(); err != nil {
		return err
	}
	w, err := e.workspace()
	if err != nil {
		return err
	}
	source, target := e.file, e.server
	if f.to == "sqlite" {
		source, target = e.server, e.madeFile
	}
	from, err := source(ctx, w)
	if err != nil {
		return err
	}
	defer from.Close()
	var moved *store.MovedError
	if err := from.Armed(ctx); err == nil {
		return fmt.Errorf("the workspace in %s was not moved: there is nothing to take back", from.Name())
	} else if !errors.As(err, &moved) {
		return err
	}
	question := fmt.Sprintf("Take the workspace back to %s?", from.Name())
	var other *store.DB
	if f.lost {
		question = fmt.Sprintf("Does nothing work on %s any more, and shall %s deliver again?", moved.To, from.Name())
	} else {
		if other, err = target(ctx, w); err != nil {
			return fmt.Errorf("asking %s what has happened there: %w; where it is gone for good, and nothing works on it, add --lost", moved.To, err)
		}
		defer other.Close()
	}
	if !f.yes {
		yes, err := e.ask(question, "--yes")
		if err != nil {
			return err
		}
		if !yes {
			return quietError{}
		}
	}
	if err := store.Undo(ctx, from, other); errors.Is(err, store.ErrElsewhere) {
		return fmt.Errorf("%w; name that one or, where it is gone for good and nothing works on it, add --lost", err)
	} else if err != nil {
		return err
	}
	fmt.Fprintf(e.stdout, "taken back: %s delivers again\n", from.Name())
	return nil
}
