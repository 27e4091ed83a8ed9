package cli

import (
	"context"

	"github.com/spf13/cobra"

	"pressroom/internal/app"
)

func (e *env) doctorCommand() *cobra.Command {
	var asJSON bool
	c := &cobra.Command{
		Use: "doctor", Short: "What would stop a send, or have it land in a spam folder",
		Long: `Look for what would stop a send, or have it land in a spam folder: the mail
server and the login, the records in DNS that receivers look at (SPF, DKIM, DMARC,
MX, reverse name), the clock, the limit on open files, the worker, how bounces
come back, and with server.acme whether the name leads here, the ports answer,
and how old the certificate is. It says what to publish or to set. It sends nothing and changes
nothing. Exit code 1 if something would stop a send.`,
		Args: args(cobra.NoArgs, "doctor takes no argument"),
		RunE: e.on(func(ctx context.Context, a *app.App, _ []string) error { return e.Doctor(ctx, a, asJSON) }),
	}
	c.Flags().BoolVar(&asJSON, "json", false, "as JSON")
	return c
}
