package app

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"pressroom/internal/compile"
	"pressroom/internal/dispatch"
	"pressroom/internal/embargo"
	"pressroom/internal/ledger"
	"pressroom/internal/sandbox"
	"pressroom/internal/status"
	"pressroom/internal/transport"
	"pressroom/internal/workspace"
)

// demoLead is how far ahead the demo sets its embargo; on a machine that is slow, or
// busy, it is ten times what the building took: planning takes about as long, and so
// does storing the plan.
const demoLead = 6 * time.Second

// Demo is a workspace in a temporary folder with the sample release, built and
// planned. Close must be called; the folder stays.
type Demo struct {
	*App
	Dir   string
	Files int // how many were built
	Plan  *dispatch.Plan
}

// NewDemo makes one. Its embargo ends in some seconds.
func NewDemo(ctx context.Context, world World) (*Demo, error) {
	world = world.whole()
	dir, err := os.MkdirTemp("", "pressroom-demo-")
	if err != nil {
		return nil, fmt.Errorf("making the demo's folder: %w", err)
	}
	begun := world.Now()
	soon := func() time.Time {
		return world.Now().Add(max(demoLead, 10*world.Now().Sub(begun))).Truncate(time.Second)
	}
	if err := Init(dir, Beginning{Embargo: soon()}); err != nil {
		return nil, err
	}
	a, err := Open(ctx, dir, world)
	if err != nil {
		return nil, err
	}
	d := &Demo{App: a, Dir: dir}
	built, err := a.Build(ctx, SampleSlug, Building{Out: "build", Formats: compile.Formats})
	if err == nil {
		// The instant is set only now, so that a slow build does not eat it up.
		err = redate(dir, soon())
	}
	if err == nil {
		d.Plan, err = a.Plan(ctx, SampleSlug, nil)
	}
	if err == nil && d.Plan.Findings.HasErrors() {
		err = d.Plan.Findings
	}
	if err != nil {
		a.Close()
		return nil, err
	}
	d.Files = len(built.Files)
	return d, nil
}

func redate(dir string, at time.Time) error {
	name := filepath.Join(dir, "releases", SampleSlug+".md")
	src, err := os.ReadFile(name)
	if err != nil {
		return fmt.Errorf("reading the sample: %w", err)
	}
	dated, err := setEmbargo(src, at)
	if err != nil {
		return err
	}
	return workspace.WriteFile(name, dated)
}

// Outcome is what became of the demo: the mailbox held against the ledger.
type Outcome struct {
	Mailings []Delivered
	Messages int      // in the mailbox
	Problems []string // what should not be; nil if all is well
}

// Delivered is one mailing of the demo.
type Delivered struct {
	status.Mailing
	Entries []ledger.Entry
	Arrived int // in the mailbox
	// First and Last are how long after the instant the first and the last arrived.
	First, Last time.Duration
}

// Advance tells whether these are the advance copies.
func (d Delivered) Advance() bool { return d.Kind == embargo.Advance }

// Outcome compares the mailbox with the ledger.
func (d *Demo) Outcome(ctx context.Context, ids []string) (*Outcome, error) {
	box, err := (sandbox.Mailbox{Dir: transport.SandboxDir(d.Workspace)}).List(0)
	if err != nil {
		return nil, err
	}
	o := &Outcome{Messages: len(box)}
	once := make(map[string]bool)
	for _, m := range box {
		once[m.MessageID] = true
	}
	if len(once) != len(box) {
		o.Problems = append(o.Problems, "somebody was mailed twice")
	}
	for _, id := range ids {
		list, err := status.Read(ctx, d.Ledger, id)
		if err != nil {
			return nil, err
		}
		m := Delivered{Mailing: list[0]}
		if m.Entries, err = d.Ledger.Entries(ctx, id, ""); err != nil {
			return nil, err
		}
		o.Problems = append(o.Problems, m.compare(box)...)
		o.Mailings = append(o.Mailings, m)
	}
	return o, nil
}

// compare finds what arrived of a mailing, and what is wrong with that.
func (d *Delivered) compare(box []sandbox.Envelope) (problems []string) {
	var times []time.Time
	for _, m := range box {
		if strings.HasPrefix(m.Subject, "EMBARG") == d.Advance() {
			times = append(times, m.Received)
		}
	}
	slices.SortFunc(times, time.Time.Compare)
	d.Arrived = len(times)
	if d.Arrived != d.Sent || d.Sent == 0 {
		problems = append(problems, fmt.Sprintf("%s: %d arrived, the ledger says %d", d.ID, d.Arrived, d.Sent))
	}
	if d.Sent+d.Suppressed != d.Total {
		problems = append(problems, fmt.Sprintf("%s: %d of %d sent", d.ID, d.Sent, d.Total))
	}
	if d.Arrived == 0 {
		return problems
	}
	d.First, d.Last = times[0].Sub(d.ReleaseAt), times[len(times)-1].Sub(d.ReleaseAt)
	if d.First < 0 && !d.Advance() {
		problems = append(problems, fmt.Sprintf("%s: the first message came %s before the instant", d.ID, -d.First))
	}
	return problems
}
