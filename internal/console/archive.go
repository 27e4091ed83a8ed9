package console

import (
	"cmp"
	"context"
	"fmt"
	"text/tabwriter"
	"time"

	"pressroom/internal/app"
	"pressroom/internal/archive"
	"pressroom/internal/seal"
	"pressroom/internal/wording"
)

// ListArchive shows every mailing, and how many of its messages can be shown. There need not
// be a database.
func (t *Terminal) ListArchive(ctx context.Context, a *app.App) error {
	var list []archive.Mailing
	if a.Ledger != nil {
		var err error
		if list, err = a.Archive().List(ctx); err != nil {
			return err
		}
	}
	if len(list) == 0 {
		fmt.Fprintln(t.Stdout, "Nothing has been scheduled yet; pressroom send SLUG does that")
	}
	w := tabwriter.NewWriter(t.Stdout, 0, 0, 2, ' ', 0)
	for _, m := range list {
		fmt.Fprintf(w, "%s\t%s\t%s\n", m.Dispatch, cmp.Or(m.When(), "not gone out"), m.Tally)
	}
	return w.Flush()
}

// ListMessages lists the messages of a mailing.
func (t *Terminal) ListMessages(ctx context.Context, a *app.App, dispatch string) error {
	list, err := a.Archive().Copies(ctx, dispatch)
	if err != nil {
		return err
	}
	w := tabwriter.NewWriter(t.Stdout, 0, 0, 2, ' ', 0)
	for _, c := range list {
		kept := "sha256:" + c.Message.SHA256
		if c.Message.SHA256 == "" {
			kept = "from before messages were kept"
		}
		fmt.Fprintf(w, "#%d\t%s\t%s\t%s\n", c.ID, c.Address, c.At.UTC().Format(time.RFC3339), kept)
	}
	return w.Flush()
}

// ShowMessage writes the exact bytes that somebody got to stdout.
func (t *Terminal) ShowMessage(ctx context.Context, a *app.App, dispatch, address string) error {
	shown, err := a.Archive().Show(ctx, dispatch, address)
	if err != nil {
		return err
	}
	if note := shown.Note(); note != "" {
		fmt.Fprintln(t.Stderr, note)
	}
	_, err = t.Stdout.Write(shown.Message)
	return err
}

// ExportArchive writes all that is kept of a release to one signed file.
func (t *Terminal) ExportArchive(ctx context.Context, a *app.App, slug, file string) error {
	if err := a.Export(ctx, slug, file); err != nil {
		return err
	}
	fmt.Fprintln(t.Stdout, file)
	fmt.Fprintln(t.Stderr, "It holds names and addresses of people; keep it as you keep those.")
	return nil
}

// CheckArchive says whether an archive is as it was signed, and what of it is not. The key is
// a file with the press office's public key, "" for none.
func (t *Terminal) CheckArchive(file, key string) error {
	checked, err := app.CheckArchive(file, key)
	if err != nil {
		return err
	}
	for _, f := range checked.Faults {
		fmt.Fprintln(t.Stdout, f)
	}
	if len(checked.Faults) > 0 {
		return QuietError{}
	}
	fmt.Fprintf(t.Stdout, "%s: %s as they were signed on %s\n", checked.Release, wording.Count(checked.Files, "file"),
		checked.Made.Format(time.RFC3339))
	if key == "" {
		fmt.Fprintf(t.Stdout, "signed by %s; compare that with the key at the press office's /%s\n", checked.Key, seal.Address)
	}
	return nil
}
