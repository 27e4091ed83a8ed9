package cli

import (
	"context"
	"errors"
	"fmt"
	"path/filepath"

	"github.com/spf13/cobra"

	"pressroom/internal/contacts"
	"pressroom/internal/lists"
	"pressroom/internal/people"
	"pressroom/internal/workspace"
)

func (e *env) discloseCommand() *cobra.Command {
	return &cobra.Command{
		Use: "disclose ADDRESS", Short: "All that is known of one person, as JSON for them to have",
		Args: args(cobra.ExactArgs(1), "contacts disclose takes one address"),
		RunE: func(cmd *cobra.Command, a []string) error {
			key, err := contacts.AddressKey(a[0])
			if err != nil {
				return usageError{err}
			}
			w, l, done, err := e.ledger(cmd.Context())
			if err != nil {
				return err
			}
			defer done()
			files, err := w.ContactFiles()
			if err != nil {
				return err
			}
			data, err := people.New(l, e.now, "").Export(cmd.Context(), key, files)
			if err != nil {
				return err
			}
			if data.Empty() {
				fmt.Fprintf(e.stderr, "Nothing is known of %s.\n", a[0])
			}
			return e.json(data)
		},
	}
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
		RunE: func(cmd *cobra.Command, a []string) error {
			key, err := contacts.AddressKey(a[0])
			if err != nil {
				return usageError{err}
			}
			if !yes {
				ok, err := e.ask(fmt.Sprintf("Erase %s for good? It cannot be undone.", key), "--yes")
				if err != nil {
					return err
				}
				if !ok {
					return quietError{}
				}
			}
			return e.erase(cmd.Context(), key, files)
		},
	}
	c.Flags().BoolVarP(&yes, "yes", "y", false, "do not ask")
	c.Flags().BoolVar(&files, "files", false, "also remove them from the files in contacts/")
	return c
}

func (e *env) erase(ctx context.Context, key string, fromFiles bool) error {
	w, l, done, err := e.ledger(ctx)
	if err != nil {
		return err
	}
	defer done()
	n, err := people.New(l, e.now, "").Erase(ctx, key)
	if err != nil {
		return err
	}
	fmt.Fprintf(e.stdout, "Erased from the database; it stood in %s.\n", count(int(n), "delivery"))
	files, err := w.ContactFiles()
	if err != nil {
		return err
	}
	kept, err := lists.Kept(w)
	if err != nil {
		return err
	}
	left := 0
	for _, f := range append(files, kept...) {
		if filepath.Base(f.Name) == contacts.SegmentsFile {
			continue
		}
		k, ferr := e.eraseFrom(w, f, key, fromFiles)
		left += k
		err = errors.Join(err, ferr)
	}
	if left > 0 {
		fmt.Fprintf(e.stderr, "%s in files still; pressroom contacts erase --files removes them.\n", count(left, "entry"))
	}
	return err
}

// eraseFrom removes a person from a press list, or says where they stand. left is
// how many entries are still there.
func (e *env) eraseFrom(w *workspace.Workspace, f contacts.File, key string, remove bool) (left int, err error) {
	places, err := contacts.Find(f, key)
	if err != nil || len(places) == 0 {
		return 0, err
	}
	if remove {
		data, n, err := contacts.Remove(f, key)
		if err != nil {
			return len(places), err
		}
		if err := w.Write(f.Name, data); err != nil {
			return len(places), err
		}
		fmt.Fprintf(e.stdout, "%s: removed %s\n", f.Name, count(n, "entry"))
		return 0, nil
	}
	for _, p := range places {
		fmt.Fprintf(e.stdout, "%s:%d: still names them\n", p.File, p.Line)
	}
	return len(places), nil
}
