package cli

import (
	"cmp"
	"context"

	"github.com/spf13/cobra"

	"pressroom/internal/app"
)

func (e *env) archiveCommand() *cobra.Command {
	return group("archive", "What went out, byte for byte, and as evidence", e.archiveList(), e.archiveShow(), e.archiveExport(),
		e.archiveCheck())
}

func (e *env) archiveList() *cobra.Command {
	return &cobra.Command{
		Use: "list", Short: "Every mailing, and how many of its messages can be shown",
		Args: args(cobra.NoArgs, "archive list takes no argument"),
		RunE: e.looking(func(ctx context.Context, a *app.App, _ []string) error { return e.ListArchive(ctx, a) }),
	}
}

func (e *env) archiveShow() *cobra.Command {
	return &cobra.Command{
		Use: "show DISPATCH [ADDRESS]", Short: "The exact bytes that somebody got",
		Long: `The exact bytes that somebody got: the message is made again from what is stored,
and held against the digest of what was sent. Other bytes are never shown.

Without an ADDRESS, as in pressroom archive show river-report/release-1, it lists
whose messages there are. "#17" is the message with that number: of a person who
was erased that is the words, without what was theirs. Of mailings from before
this was kept, it says so.`,
		Args: args(cobra.RangeArgs(1, 2), "archive show takes a dispatch, and an address"),
		RunE: e.on(func(ctx context.Context, a *app.App, args []string) error {
			if len(args) == 1 {
				return e.ListMessages(ctx, a, args[0])
			}
			return e.ShowMessage(ctx, a, args[0], args[1])
		}),
	}
}

func (e *env) archiveExport() *cobra.Command {
	var out string
	c := &cobra.Command{
		Use: "export SLUG", Short: "All that is kept of a release in one signed file",
		Long: `All that is kept of a release in one ZIP file: sources, what they were compiled to,
the ledger with every answer, the history of the quotes, what happened to the
embargo, corrections, agreements, and who opened what (that it was looked at for
this is written down). A manifest has the digest of each file, signed with the press
office's key, whose public half is at /.well-known/pressroom-key. The file holds
names and addresses of people, and only its owner can read it.

Who is erased is erased here alone: a file that was exported before still names
them, so erase there too, or delete it.`,
		Args: args(cobra.ExactArgs(1), "archive export takes one release"),
		RunE: e.on(func(ctx context.Context, a *app.App, args []string) error {
			return e.ExportArchive(ctx, a, args[0], cmp.Or(out, args[0]+".archive.zip"))
		}),
	}
	c.Flags().StringVarP(&out, "out", "o", "", "the file to write (default SLUG.archive.zip)")
	return c
}

func (e *env) archiveCheck() *cobra.Command {
	var key string
	c := &cobra.Command{
		Use: "check FILE", Annotations: anywhere, Short: "Whether an archive is as it was signed, to the last byte",
		Long: `Whether an archive is as it was signed, to the last byte. It takes nothing but the
program: no workspace, no network. What was changed is named.

--key says whose archive it should be: the public key as the press office has it at
/.well-known/pressroom-key. Without it, compare the fingerprint that is shown.`,
		Args: args(cobra.ExactArgs(1), "archive check takes one file"),
		RunE: func(_ *cobra.Command, args []string) error { return e.CheckArchive(args[0], key) },
	}
	c.Flags().StringVar(&key, "key", "", "a file with the press office's public key")
	return c
}
