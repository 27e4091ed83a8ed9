package cli

import (
	"cmp"
	"context"
	"fmt"
	"text/tabwriter"
	"time"

	"github.com/spf13/cobra"

	"pressroom/internal/app"
	"pressroom/internal/archive"
	"pressroom/internal/console"
	"pressroom/internal/seal"
	"pressroom/internal/wording"
)

func (e *env) archiveCommand() *cobra.Command {
	return group("archive", "What went out, byte for byte, and as evidence", e.archiveList(), e.archiveShow(), e.archiveExport(),
		e.archiveCheck())
}

func (e *env) archiveList() *cobra.Command {
	return &cobra.Command{
		Use: "list", Short: "Every mailing, and how many of its messages can be shown",
		Args: args(cobra.NoArgs, "archive list takes no argument"),
		RunE: e.looking(func(ctx context.Context, a *app.App, _ []string) error {
			var list []archive.Mailing
			if a.Ledger != nil {
				var err error
				if list, err = a.Archive().List(ctx); err != nil {
					return err
				}
			}
			if len(list) == 0 {
				fmt.Fprintln(e.Stdout, "Nothing has been scheduled yet; pressroom send SLUG does that")
			}
			w := tabwriter.NewWriter(e.Stdout, 0, 0, 2, ' ', 0)
			for _, m := range list {
				fmt.Fprintf(w, "%s\t%s\t%s\n", m.Dispatch, cmp.Or(m.When(), "not gone out"), m.Tally)
			}
			return w.Flush()
		}),
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
				return e.archived(ctx, a, args[0])
			}
			shown, err := a.Archive().Show(ctx, args[0], args[1])
			if err != nil {
				return err
			}
			if note := shown.Note(); note != "" {
				fmt.Fprintln(e.Stderr, note)
			}
			_, err = e.Stdout.Write(shown.Message)
			return err
		}),
	}
}

// archived lists the messages of a mailing.
func (e *env) archived(ctx context.Context, a *app.App, dispatch string) error {
	list, err := a.Archive().Copies(ctx, dispatch)
	if err != nil {
		return err
	}
	w := tabwriter.NewWriter(e.Stdout, 0, 0, 2, ' ', 0)
	for _, c := range list {
		kept := "sha256:" + c.Message.SHA256
		if c.Message.SHA256 == "" {
			kept = "from before messages were kept"
		}
		fmt.Fprintf(w, "#%d\t%s\t%s\t%s\n", c.ID, c.Address, c.At.UTC().Format(time.RFC3339), kept)
	}
	return w.Flush()
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
			file := cmp.Or(out, args[0]+".archive.zip")
			if err := a.Export(ctx, args[0], file); err != nil {
				return err
			}
			fmt.Fprintln(e.Stdout, file)
			fmt.Fprintln(e.Stderr, "It holds names and addresses of people; keep it as you keep those.")
			return nil
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
		RunE: func(_ *cobra.Command, args []string) error {
			checked, err := app.CheckArchive(args[0], key)
			if err != nil {
				return err
			}
			for _, f := range checked.Faults {
				fmt.Fprintln(e.Stdout, f)
			}
			if len(checked.Faults) > 0 {
				return console.QuietError{}
			}
			fmt.Fprintf(e.Stdout, "%s: %s as they were signed on %s\n", checked.Release, wording.Count(checked.Files, "file"),
				checked.Made.Format(time.RFC3339))
			if key == "" {
				fmt.Fprintf(e.Stdout, "signed by %s; compare that with the key at the press office's /%s\n", checked.Key, seal.Address)
			}
			return nil
		},
	}
	c.Flags().StringVar(&key, "key", "", "a file with the press office's public key")
	return c
}
