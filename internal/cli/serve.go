package cli

import (
	"context"
	"errors"
	"fmt"

	"github.com/spf13/cobra"

	"pressroom/internal/app"
)

func (e *env) serveCommand() *cobra.Command {
	var desk, public string
	c := &cobra.Command{
		Use: "serve", Short: "Deliver what is scheduled, and serve the desk and the public pages",
		Long: `Deliver what is scheduled, and show the desk in the browser: the mailings, the
sandbox's mailbox and the program's metrics. The desk listens on this machine
alone, behind the link that is printed.

With server.listen set, it also serves the pages on which journalists leave the
list and change their details, for the world to reach under server.public_url.
With server.acme = "press.example.org" it ends TLS itself, at :443, with a
certificate that it gets and renews; :80 then leads there, and every other name
is turned away.

With [inbox] set, it reads bounces and answers. Ctrl-C ends it once what is in
flight has its answer. When a mailing begins, and when it ends, a line says so.

GOGC, GOMEMLIMIT and GOMAXPROCS hold as for pressroom worker.`,
		Args: args(cobra.NoArgs, "serve takes no argument"),
		RunE: e.on(func(ctx context.Context, a *app.App, _ []string) error {
			err := a.Serve(ctx, app.Serving{
				Desk: desk, Public: public, Ready: e.delivering, Tell: func(line string) { fmt.Fprintln(e.stderr, line) },
				AtDesk:   func(address string) { fmt.Fprintf(e.stdout, "The desk: %s\n", address) },
				AtPublic: func(address string) { fmt.Fprintf(e.stdout, "Public pages: %s\n", address) },
				AtPlain:  func(address string) { fmt.Fprintf(e.stdout, "Sent on to them over TLS: %s\n", address) },
			})
			if outside := (*app.NotLocalError)(nil); errors.As(err, &outside) {
				return usageError{outside}
			}
			return err
		}),
	}
	c.Flags().StringVar(&desk, "desk", "", "address of the desk (default from pressroom.toml, 127.0.0.1:8025)")
	c.Flags().StringVar(&public, "listen", "", "address of the public pages (default from pressroom.toml; none)")
	e.log.flags(c)
	return c
}
