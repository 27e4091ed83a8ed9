package cli

import (
	"context"
	"fmt"
	"strings"

	"github.com/spf13/cobra"

	"pressroom/internal/app"
	"pressroom/internal/console"
	"pressroom/internal/doctor"
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
		RunE: e.on(func(ctx context.Context, a *app.App, _ []string) error { return e.doctor(ctx, a, asJSON) }),
	}
	c.Flags().BoolVar(&asJSON, "json", false, "as JSON")
	return c
}

func (e *env) doctor(ctx context.Context, a *app.App, asJSON bool) error {
	findings, err := a.Examine(ctx)
	if err != nil {
		return err
	}
	if asJSON {
		if err := e.JSON(map[string]any{"findings": findings}); err != nil {
			return err
		}
	} else {
		for _, f := range findings {
			mark := map[doctor.Level]string{doctor.OK: "ok     ", doctor.Warning: "warning", doctor.Failure: "FAILS  "}[f.Level]
			fmt.Fprintf(e.Stdout, "%s  %s: %s\n", mark, f.Subject, f.Text)
			if f.Fix != "" {
				fmt.Fprintf(e.Stdout, "         → %s\n", strings.ReplaceAll(f.Fix, "\n", "\n           "))
			}
		}
	}
	if doctor.Worst(findings) == doctor.Failure {
		return console.QuietError{}
	}
	return nil
}
