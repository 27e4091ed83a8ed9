package status

import (
	"context"
	"strings"
	"time"

	"pressroom/internal/delivery"
	"pressroom/internal/ledger"
	"pressroom/internal/people"
)

// Detail is what is asked of one mailing.
type Detail struct {
	Domains  []ledger.DomainCounts // those with trouble first
	Troubles []ledger.Entry        // what did not arrive, or not yet
	Replies  []people.Reply        // what came back by mail
	LastAt   time.Time             // of the last answer
}

// Failure is what several deliveries of a mailing have in common that did not
// arrive: the state, the answer, and what can be done.
type Failure struct {
	State, Answer, Advice string
	Addresses             []string
	Next                  time.Time // of those that are tried again, the earliest
}

// Look reads the detail of a dispatch.
func Look(ctx context.Context, l *ledger.Ledger, p *people.Desk, id string) (*Detail, error) {
	d := &Detail{}
	domains, err := l.Domains(ctx, id)
	if err != nil {
		return nil, err
	}
	for _, trouble := range []bool{true, false} {
		for _, c := range domains {
			if (c.Failed+c.Deferred+c.InDoubt > 0) == trouble {
				d.Domains = append(d.Domains, c)
			}
		}
	}
	if d.LastAt, err = l.LastAnswer(ctx, id); err != nil {
		return nil, err
	}
	if d.Troubles, err = l.Troubles(ctx, id); err != nil {
		return nil, err
	}
	d.Replies, err = p.RepliesIn(ctx, id)
	return d, err
}

// Failures groups what did not arrive by reason.
func (d *Detail) Failures() []*Failure {
	var out []*Failure
	byKey := make(map[string]*Failure)
	for _, e := range d.Troubles {
		answer := e.Answer()
		if e.Stage != "" && e.Stage != "compose" {
			answer += " (at " + e.Stage + ", " + e.Server + ")"
		}
		key := e.State + strings.ReplaceAll(answer, e.Address, "…")
		f := byKey[key]
		if f == nil {
			f = &Failure{State: e.State, Answer: answer, Advice: delivery.Advice(e)}
			byKey[key], out = f, append(out, f)
		}
		f.Addresses = append(f.Addresses, e.Address)
		if f.Next.IsZero() || e.NextAttemptAt.Before(f.Next) {
			f.Next = e.NextAttemptAt
		}
	}
	return out
}
