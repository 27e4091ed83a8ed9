package cli

import (
	"context"
	"errors"
	"fmt"

	"github.com/spf13/cobra"

	"pressroom/internal/store"
)

func (e *env) databaseCommand() *cobra.Command {
	var to string
	c := &cobra.Command{
		Use: "copy --to postgres|sqlite", Short: "Carry the workspace from SQLite to PostgreSQL, or back",
		Long: `Carry all that the database holds from SQLite, in the workspace, to the PostgreSQL
that PRESSROOM_DATABASE_URL or database.url names, or back. The other database must
be empty, and no worker may run on either. Afterwards set database.url (or take it
out): copying does not change which one is used, and takes nothing from the old one.`,
		Args: args(cobra.NoArgs, "database copy takes --to postgres or --to sqlite"),
		RunE: func(cmd *cobra.Command, _ []string) error { return e.copyDatabase(cmd.Context(), to) },
	}
	c.Flags().StringVar(&to, "to", "", "postgres or sqlite")
	return group("database", "The database: move it", c)
}

func (e *env) copyDatabase(ctx context.Context, to string) error {
	if to != "postgres" && to != "sqlite" {
		return usageError{errors.New("database copy needs --to postgres or --to sqlite")}
	}
	w, err := e.workspace()
	if err != nil {
		return err
	}
	url := w.DatabaseURL()
	if url == "" {
		return usageError{errors.New("no PostgreSQL is named; set PRESSROOM_DATABASE_URL or database.url")}
	}
	if err := w.MakeStateDir(); err != nil {
		return err
	}
	file, err := store.Open(ctx, w.StateDir(), "")
	if err != nil {
		return err
	}
	defer file.Close()
	server, err := store.Open(ctx, w.StateDir(), url)
	if err != nil {
		return err
	}
	defer server.Close()
	from, dest := file, server
	if to == "sqlite" {
		from, dest = server, file
	}
	fmt.Fprintf(e.stderr, "from %s to %s\n", from.Name(), dest.Name())
	rows := 0
	err = store.Copy(ctx, from, dest, func(table string, n int) {
		rows += n
		if n > 0 {
			fmt.Fprintf(e.stderr, "%9d  %s\n", n, table)
		}
	})
	if err != nil {
		return err
	}
	fmt.Fprintf(e.stdout, "copied %s to %s\n", count(rows, "row"), dest.Name())
	if to == "postgres" {
		fmt.Fprintln(e.stderr, "From now on: set database.url in pressroom.toml, or PRESSROOM_DATABASE_URL, for every command and worker.")
	} else {
		fmt.Fprintln(e.stderr, "From now on: take database.url out of pressroom.toml, and unset PRESSROOM_DATABASE_URL.")
	}
	return nil
}
