package cli

import (
	"context"
	"fmt"

	"pressroom/internal/app"
	"pressroom/internal/console"

	"github.com/spf13/cobra"
)

func (e *env) discloseCommand() *cobra.Command {
	return e.person("contacts disclose", "All that is known of one person, as JSON for them to have", "", e.Disclose)
}

func (e *env) eraseCommand() *cobra.Command {
	var yes, files bool
	c := &cobra.Command{
		Use: "erase ADDRESS", Short: "Take a person out of the database for good, and say where files have them",
		Long: `Take a person out of the database for good: out of the ledger, with its attempts
and replies, their own changes, links and mails that wait. What stays is a digest
that only this workspace can make. It keeps the address from being mailed,
whatever is imported later, and takes its place in the ledger.

Press lists are your files: the lines that still have the person are printed,
and removed with --files. Backups of yours are not reached. It cannot be undone.`,
		Args: args(cobra.ExactArgs(1), "contacts erase takes one address"),
		RunE: func(cmd *cobra.Command, typed []string) error {
			key, err := console.Address(typed[0])
			if err != nil {
				return err
			}
			if err := e.Confirm(fmt.Sprintf("Erase %s for good? It cannot be undone.", key), yes); err != nil {
				return err
			}
			return e.on(func(ctx context.Context, a *app.App, _ []string) error { return e.Erase(ctx, a, key, files) })(cmd, nil)
		},
	}
	c.Flags().BoolVarP(&yes, "yes", "y", false, "do not ask")
	c.Flags().BoolVar(&files, "files", false, "also remove them from the files in contacts/")
	return c
}
