package cli

import (
	"context"
	"fmt"
	"log/slog"
	"runtime/debug"
	"strings"
	"sync"
	"time"

	"github.com/prometheus/client_golang/prometheus"
	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"pressroom/internal/coalition"
	"pressroom/internal/delivery"
	"pressroom/internal/jobs"
	"pressroom/internal/ledger"
	"pressroom/internal/notices"
	"pressroom/internal/smtp"
	"pressroom/internal/workspace"
)

func (e *env) workerCommand() *cobra.Command {
	c := &cobra.Command{
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
	e.log.flags(c)
	return c
}

// works says what a process does besides delivering.
type works struct {
	ready func()
	jobs  bool                            // notices and webhooks
	inbox func(ctx context.Context) error // reads what came back; nil if this process does not
	every time.Duration
	// metrics is where the worker's are registered; nil for nowhere.
	metrics prometheus.Registerer
}

// logging is how much a command says on stderr, and in which form. At info and
// above it names no addresses.
type logging struct {
	level  slog.Level
	format string
}

func (g *logging) flags(c *cobra.Command) {
	g.level, g.format = slog.LevelWarn, "text"
	c.Flags().Var((*levelValue)(&g.level), "log-level", "debug, info, warn or error; debug names addresses")
	c.Flags().StringVar(&g.format, "log-format", g.format, "text or json")
}

// levelValue is a pflag.Value for a level of logging.
type levelValue slog.Level

var _ pflag.Value = (*levelValue)(nil)

func (v *levelValue) String() string { return strings.ToLower(slog.Level(*v).String()) }
func (v *levelValue) Type() string   { return "level" }

func (v *levelValue) Set(s string) error {
	if err := (*slog.Level)(v).UnmarshalText([]byte(s)); err != nil {
		return fmt.Errorf("%q is no level", s)
	}
	return nil
}

func (e *env) logger() *slog.Logger {
	o := &slog.HandlerOptions{Level: e.log.level}
	if e.log.format == "json" {
		return slog.New(slog.NewJSONHandler(e.stderr, o))
	}
	return slog.New(slog.NewTextHandler(e.stderr, o))
}

// outgoing is how mail leaves this process. done must be called.
type outgoing struct {
	transport transport
	sender    *notices.Sender
	fallback  *smtp.Dialer // nil where there is no second relay
	done      func()
}

func (e *env) outgoing(ctx context.Context, w *workspace.Workspace, l *ledger.Ledger) (*outgoing, error) {
	t, err := loadTransport(ctx, w, l)
	if err != nil {
		return nil, err
	}
	dialer, done, err := t.open(w)
	if err != nil {
		return nil, err
	}
	second, err := t.fallback(w)
	if err != nil {
		done()
		return nil, err
	}
	o := &outgoing{transport: t, fallback: second, sender: &notices.Sender{Dialer: dialer, From: t.Mail.From, Now: e.now}, done: done}
	if o.sender.Signer, err = newSigner(w); err == nil {
		o.sender.Key, err = l.Key(ctx)
	}
	if err != nil {
		done()
		return nil, err
	}
	return o, nil
}

// work delivers, and does jobs, until ctx ends.
func (e *env) work(ctx context.Context, w *workspace.Workspace, l *ledger.Ledger, what works) error {
	if err := l.DB().Armed(ctx); err != nil {
		return err
	}
	out, err := e.outgoing(ctx, w, l)
	if err != nil {
		return err
	}
	defer out.done()
	t := out.transport
	log := e.logger()
	var metrics *delivery.Metrics
	if what.metrics != nil {
		metrics = delivery.NewMetrics(what.metrics)
	}
	notices.Lead{Email: t.Notify.Email, Webhook: t.Notify.Webhook}.Watch(l)
	var others sync.WaitGroup
	told := ctx // ends when somebody asks for it
	ctx, stop := context.WithCancelCause(ctx)
	defer others.Wait()
	defer stop(nil)
	if what.jobs || len(t.Notify.Email) > 0 || t.Notify.Webhook != "" {
		handlers := jobs.Handlers{Notice: out.sender.Mail, Webhook: out.sender.Call, Inbox: what.inbox, InboxEvery: what.every}
		if !w.Bare {
			handlers.Letter = letters(coalition.New(l, w, e.now, w.Settings.Server.PublicURL), out.sender)
			handlers.FreshLink = freshLinks(e.links(w, l), out.sender)
		}
		others.Go(func() {
			if err := jobs.Run(ctx, l.DB(), handlers, log); err != nil {
				stop(err)
			}
		})
	}
	// Messages come and go fast: collecting their garbage less often leaves the
	// processor to the mail server, within bounds. The program's own file, as far as
	// it is in memory, comes on top (some 28 MiB).
	debug.SetGCPercent(400)
	debug.SetMemoryLimit(72 << 20)
	m := t.Mail
	err = delivery.Run(ctx, delivery.Options{
		Ledger: l, Dialer: out.sender.Dialer, Fallback: out.fallback, Connections: m.Connections, Rate: m.Rate, PerDomain: m.PerDomain, Window: m.Window,
		Signer: out.sender.Signer, ReturnPath: m.ReturnPath, Now: e.now, Ready: what.ready, Log: log, Metrics: metrics,
	})
	if err == nil && told.Err() == nil {
		err = context.Cause(ctx) // jobs could not run
	}
	return err
}
