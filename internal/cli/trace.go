package cli

import (
	"context"

	"github.com/spf13/cobra"

	"pressroom/internal/app"
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
		RunE:    e.on(func(ctx context.Context, a *app.App, args []string) error { return e.Trace(ctx, a, args[0], asJSON) }),
	}
	c.Flags().BoolVar(&asJSON, "json", false, "as JSON")
	return c
}
