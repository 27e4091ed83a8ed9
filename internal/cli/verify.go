package cli

import (
	"context"

	"github.com/spf13/cobra"

	"pressroom/internal/app"
)

func (e *env) verifyCommand() *cobra.Command {
	return &cobra.Command{
		Use: "verify FILE", Short: "Whether words are those that were sent, and what was said of them since",
		Long: `Whether words are those that were sent: a PDF, Word file, mail or web page, or words
that somebody pasted (- reads them from the input). It says of which release and
mailing, word for word or where they differ, and whether that was corrected or
withdrawn since.

Line ends, kinds of quotation marks and hyphens, list marks and the > of whoever
forwarded it make no difference; a figure, a name or a "not" does. Paragraphs may be
missing ("4 of 9 paragraphs, unchanged"), and other lines stand beside them. Of a
PDF the words are looked at that a screen reader reads: only a file that is, byte for
byte, one that was sent is sure to show them.

It ends with 1 where words differ, or are of nothing that was sent.`,
		Example: "  pressroom verify release.pdf\n  pbpaste | pressroom verify -",
		Args:    args(cobra.ExactArgs(1), "verify takes one file, or - for the input"),
		RunE:    e.on(func(ctx context.Context, a *app.App, args []string) error { return e.Verify(ctx, a, args[0]) }),
	}
}
