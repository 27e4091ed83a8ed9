package cli

import (
	"context"
	"fmt"
	"log/slog"
	"sync"
	"time"

	"github.com/spf13/cobra"

	"pressroom/internal/delivery"
	"pressroom/internal/jobs"
	"pressroom/internal/ledger"
	"pressroom/internal/notices"
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
			return e.work(cmd.Context(), w, l, works{ready: func() { fmt.Fprintln(e.stderr, "Delivering. Ctrl-C ends it.") }, jobs: true})
		},
	}
}

// works says what a process does besides delivering.
type works struct {
	ready func()
	jobs  bool                            // notices and webhooks
	inbox func(ctx context.Context) error // reads what came back; nil if this process does not
	every time.Duration
}

func (e *env) logger(least slog.Level) *slog.Logger {
	return slog.New(slog.NewTextHandler(e.stderr, &slog.HandlerOptions{Level: least}))
}

// work delivers, and does jobs, until ctx ends.
func (e *env) work(ctx context.Context, w *workspace.Workspace, l *ledger.Ledger, what works) error {
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
	key, err := l.Key(ctx)
	if err != nil {
		return err
	}
	log := e.logger(slog.LevelWarn)
	notices.Lead{Email: t.Notify.Email, Webhook: t.Notify.Webhook}.Watch(l)
	var others sync.WaitGroup
	ctx, stop := context.WithCancelCause(ctx)
	defer others.Wait()
	defer stop(nil)
	if what.jobs || len(t.Notify.Email) > 0 || t.Notify.Webhook != "" {
		sender := &notices.Sender{Dialer: dialer, From: t.Mail.From, Key: key, Signer: signer, Now: e.now}
		handlers := jobs.Handlers{Notice: sender.Mail, Webhook: sender.Call, Inbox: what.inbox, InboxEvery: what.every}
		others.Go(func() {
			if err := jobs.Run(ctx, l.DB(), handlers, log); err != nil {
				stop(err)
			}
		})
	}
	m := t.Mail
	err = delivery.Run(ctx, delivery.Options{
		Ledger: l, Dialer: dialer, Connections: m.Connections, Rate: m.Rate, PerDomain: m.PerDomain, Window: m.Window,
		Signer: signer, ReturnPath: m.ReturnPath, Now: e.now, Ready: what.ready, Log: log,
	})
	if cause := context.Cause(ctx); err == nil && cause != nil && cause != context.Canceled {
		err = cause
	}
	return err
}
