package cli

import (
	"errors"

	"github.com/spf13/cobra"

	"pressroom/internal/console"
	"pressroom/internal/store"
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
			if err := f.check(); err != nil {
				return err
			}
			if f.undo {
				return e.UndoCopy(cmd.Context(), f.to == "postgres", f.lost, f.yes)
			}
			return e.CopyDatabase(cmd.Context(), f.to == "postgres")
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
