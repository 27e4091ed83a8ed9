package cli

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"path/filepath"

	"github.com/spf13/cobra"

	"pressroom/internal/app"
	"pressroom/internal/console"
	"pressroom/internal/release"
)

func (e *env) traceCommand() *cobra.Command {
	var asJSON bool
	c := &cobra.Command{
		Use: "trace FILE", Short: "Whose advance copy a file is, by the reference on it",
		Long: `Whose advance copy a file is: a PDF, Word file, page, text or mail, or words that
somebody pasted (- reads them from the input). With [embargo] reference = true what is
downloaded from the page of an advance copy bears a reference, in sight: below the text,
in the foot of each page and in what the file says of itself. The terms say so.

Of a print or a picture, give the reference as it stands there, as in K7PD-3WQX.

It ends with 1 where there is no reference that stands for somebody: of people who were
erased none is known any more, and what was mailed bears none.`,
		Example: "  pressroom trace leaked.pdf\n  pressroom trace K7PD-3WQX",
		Args:    args(cobra.ExactArgs(1), "trace takes one file, a reference, or - for the input"),
		RunE: e.on(func(ctx context.Context, a *app.App, args []string) error {
			data, err := e.handedIn(args[0])
			if errors.Is(err, fs.ErrNotExist) && len(release.References(args[0])) == 1 {
				data, err = []byte(args[0]), nil
			}
			if err != nil {
				return err
			}
			found, err := a.Trace(ctx, filepath.Base(args[0]), data)
			if err != nil {
				return fmt.Errorf("%s: %w", args[0], err)
			}
			if asJSON {
				return errors.Join(e.JSON(found), orQuiet(len(found) > 0))
			}
			for _, h := range found {
				fmt.Fprintf(e.Stdout, "%s: %s, of %s, who first downloaded something of it at %s\n", h.Reference, h.Release, h.Address,
					h.At.In(a.Zone()).Format("2006-01-02 15:04:05 MST"))
			}
			if len(found) == 0 {
				fmt.Fprintln(e.Stdout, "No reference in it stands for somebody.")
			}
			return orQuiet(len(found) > 0)
		}),
	}
	c.Flags().BoolVar(&asJSON, "json", false, "as JSON")
	return c
}

// orQuiet ends a command with 1 where nothing was found, which is said already.
func orQuiet(found bool) error {
	if found {
		return nil
	}
	return console.QuietError{}
}
