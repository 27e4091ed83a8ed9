package cli

import (
	"context"

	"github.com/spf13/cobra"

	"pressroom/internal/app"
)

func (e *env) previewCommand() *cobra.Command {
	p := app.Previewing{}
	c := &cobra.Command{
		Use: "preview [FILE…]", Short: "Show a release in the browser while you write it: page, mail, PDF and text",
		Long: `Show a release in the browser while you write it in your own editor: the page,
the mail on a desktop and on a phone, in the light and in the dark, the pages of
its PDF, and the plain text. Each time that the file is saved they are drawn
anew, and stay where they were scrolled to; while something in it is wrong, what
was drawn last stays, and a line says what is wrong.

Of several FILEs the one that was written last is shown; without any, of all
releases. --journalist shows what one of your press lists gets: their language,
their cover note, the quote of their region first.

The page is on this machine alone, behind the link that is printed. Nothing is
written or sent. Ctrl-C ends it.`,
		RunE: e.looking(func(ctx context.Context, a *app.App, files []string) error {
			p.Files = files
			return e.Preview(ctx, a, p)
		}),
	}
	c.Flags().StringVar(&p.Listen, "listen", "127.0.0.1:0", "address of the page; one that others reach only if you say so here")
	c.Flags().StringVar(&p.Journalist, "journalist", "", "whose copy is shown at first: an address of your press lists")
	return c
}
