package cli

import (
	"context"
	"fmt"
	"log/slog"

	"github.com/spf13/cobra"

	"pressroom/internal/delivery"
	"pressroom/internal/ledger"
	"pressroom/internal/workspace"
)

func (e *env) workerCommand() *cobra.Command {
	return &cobra.Command{
		Use: "worker", Short: "Deliver what is scheduled, without the desk",
		Long: `Deliver what is scheduled, without the desk: beside serve, or on other machines.

On PostgreSQL a worker needs no folder. Set PRESSROOM_DATABASE_URL and the mail
server's secret (PRESSROOM_SMTP_PASSWORD, PRESSROOM_DKIM_KEY) in its environment
and start it anywhere: the rest is in the database.`,
		Args: args(cobra.NoArgs, "worker takes no argument"),
		RunE: func(cmd *cobra.Command, _ []string) error {
			w, l, done, err := e.ledger(cmd.Context())
			if err != nil {
				return err
			}
			defer done()
			return e.runWorker(cmd.Context(), w, l, func() { fmt.Fprintln(e.stderr, "Delivering. Ctrl-C ends it.") })
		},
	}
}

// runWorker delivers until ctx ends, through the sandbox where no server is set.
func (e *env) runWorker(ctx context.Context, w *workspace.Workspace, l *ledger.Ledger, ready func()) error {
	t, err := loadTransport(ctx, w, l)
	if err != nil {
		return err
	}
	dialer, done, err := t.open(w)
	if err != nil {
		return err
	}
	defer done()
	signer, err := newSigner(w)
	if err != nil {
		return err
	}
	m := t.Mail
	return delivery.Run(ctx, delivery.Options{
		Ledger: l, Dialer: dialer, Connections: m.Connections, Rate: m.Rate, PerDomain: m.PerDomain, Window: m.Window,
		Signer: signer, ReturnPath: m.ReturnPath, Now: e.now, Ready: ready,
		Log: slog.New(slog.NewTextHandler(e.stderr, &slog.HandlerOptions{Level: slog.LevelWarn})),
	})
}
