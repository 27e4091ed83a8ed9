package cli

import (
	"context"
	"fmt"
	"net"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"pressroom/internal/doctor"
	"pressroom/internal/inbox"
	"pressroom/internal/ledger"
	"pressroom/internal/listen"
	"pressroom/internal/workspace"
)

func (e *env) doctorCommand() *cobra.Command {
	var asJSON bool
	c := &cobra.Command{
		Use: "doctor", Short: "What would stop a send, or have it land in a spam folder",
		Long: `Look for what would stop a send, or have it land in a spam folder: the mail
server and the login, the records in DNS that receivers look at (SPF, DKIM, DMARC,
MX, reverse name), the clock, the limit on open files, the worker, and how bounces
come back. It says what to publish or to set. It sends nothing and changes
nothing. Exit code 1 if something would stop a send.`,
		Args: args(cobra.NoArgs, "doctor takes no argument"),
		RunE: func(cmd *cobra.Command, _ []string) error { return e.doctor(cmd.Context(), asJSON) },
	}
	c.Flags().BoolVar(&asJSON, "json", false, "as JSON")
	return c
}

func (e *env) doctor(ctx context.Context, asJSON bool) error {
	w, l, done, err := e.ledger(ctx)
	if err != nil {
		return err
	}
	defer done()
	p, err := e.patient(ctx, w, l)
	if err != nil {
		return err
	}
	findings := doctor.Examine(ctx, p)
	if asJSON {
		if err := e.json(map[string]any{"findings": findings}); err != nil {
			return err
		}
	} else {
		for _, f := range findings {
			mark := map[doctor.Level]string{doctor.OK: "ok     ", doctor.Warning: "warning", doctor.Failure: "FAILS  "}[f.Level]
			fmt.Fprintf(e.stdout, "%s  %s: %s\n", mark, f.Subject, f.Text)
			if f.Fix != "" {
				fmt.Fprintf(e.stdout, "         → %s\n", strings.ReplaceAll(f.Fix, "\n", "\n           "))
			}
		}
	}
	if doctor.Worst(findings) == doctor.Failure {
		return quietError{}
	}
	return nil
}

// wrongClocks are the workers at work whose clock is not the database's.
func wrongClocks(ctx context.Context, l *ledger.Ledger) ([]ledger.AtWork, error) {
	all, err := l.Workers(ctx)
	return slices.DeleteFunc(all, func(w ledger.AtWork) bool { return !ledger.Off(w.Skew) }), err
}

func (e *env) patient(ctx context.Context, w *workspace.Workspace, l *ledger.Ledger) (*doctor.Patient, error) {
	if err := l.DB().Armed(ctx); err != nil {
		return nil, err
	}
	t, err := loadTransport(ctx, w, l)
	if err != nil {
		return nil, err
	}
	p := &doctor.Patient{Settings: w.Settings, Resolver: net.DefaultResolver, Clock: clockKept, Workers: l.DB().LiveWorkers(ctx)}
	p.Files = listen.Files(listen.FileLimit(), t.Mail.Connections, t.Mail.SMTP == workspace.Sandbox)
	if t.Mail.SMTP != workspace.Sandbox {
		if p.Dialer, err = t.dialer(w); err != nil {
			return nil, err
		}
		if p.Fallback, err = t.fallback(w); err != nil {
			return nil, err
		}
		if p.Signer, err = newSigner(w); err != nil {
			return nil, err
		}
	}
	if !l.DB().Postgres() {
		p.Free = func() (uint64, error) { return freeBytes(w.StateDir()) }
	}
	if l.ByDatabase() {
		now, err := l.Now(ctx)
		if err != nil {
			return nil, err
		}
		skew := e.now().Sub(now)
		p.Skew = &skew
		if p.Wrong, err = wrongClocks(ctx, l); err != nil {
			return nil, err
		}
	}
	all, err := l.Dispatches(ctx, "")
	if err != nil {
		return nil, err
	}
	for _, d := range all {
		if d.State == ledger.Scheduled || d.State == ledger.Sending {
			p.Ahead++
		}
	}
	if s := w.Settings.Inbox; s.Maildir != "" {
		p.Inbox = func(ctx context.Context) error {
			return inbox.Maildir{Dir: w.Path(s.Maildir), Now: e.now}.Check()
		}
	} else if s.IMAP != "" {
		p.Inbox = func(ctx context.Context) error {
			password, err := w.IMAPPassword()
			if err != nil {
				return err
			}
			return inbox.IMAP{URL: s.IMAP, Password: password, Now: e.now}.Check(ctx)
		}
	}
	return p, nil
}
