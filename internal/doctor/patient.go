package doctor

import (
	"context"
	"net"
	"time"

	"pressroom/internal/ledger"
	"pressroom/internal/listen"
	"pressroom/internal/transport"
	"pressroom/internal/workspace"
)

// Come gathers what is examined of a workspace, on the machine on which it runs. It
// is an error where the workspace was moved to another database.
func Come(ctx context.Context, w *workspace.Workspace, l *ledger.Ledger, now func() time.Time) (*Patient, error) {
	if err := l.DB().Armed(ctx); err != nil {
		return nil, err
	}
	t, err := transport.Load(ctx, w, l)
	if err != nil {
		return nil, err
	}
	sandbox := t.Mail.SMTP == workspace.Sandbox
	p := &Patient{
		Settings: w.Settings, Resolver: net.DefaultResolver, Clock: clockKept, Workers: l.WorkersForAll(ctx),
		Repository: findRepository(w, now()),
		Files:      listen.Files(listen.FileLimit(), t.Mail.Connections, sandbox),
	}
	if !sandbox {
		if err := p.relays(t); err != nil {
			return nil, err
		}
	}
	if !l.DB().Postgres() {
		p.Free = func() (uint64, error) { return freeBytes(w.StateDir()) }
	}
	if l.ByDatabase() {
		decides, err := l.Now(ctx)
		if err != nil {
			return nil, err
		}
		skew := now().Sub(decides)
		p.Skew = &skew
		if p.Wrong, err = l.WrongClocks(ctx); err != nil {
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
	return p, nil
}

// relays are how mail leaves.
func (p *Patient) relays(t *transport.Transport) (err error) {
	if p.Dialer, err = t.Dialer(); err != nil {
		return err
	}
	if p.Fallback, err = t.Fallback(); err != nil {
		return err
	}
	p.Signer, err = t.Signer()
	return err
}

// Keeps says whether anything keeps this machine's clock, "" where the system does not
// say.
func Keeps() string {
	switch kept, err := clockKept(); {
	case err != nil:
		return ""
	case kept:
		return "a time service keeps it"
	}
	return "nothing keeps it: an embargo lifts by it"
}
