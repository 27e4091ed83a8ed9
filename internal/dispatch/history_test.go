package dispatch

import (
	"context"
	"fmt"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"pgregory.net/rapid"

	"pressroom/internal/ledger"
	"pressroom/internal/store"
	"pressroom/internal/workspace"
)

// past is what was done with a release before it is looked at again.
type past struct {
	t     *rapid.T
	w     *workspace.Workspace
	clock time.Time
	l     *ledger.Ledger
	slug  string
	ids   []string
}

// read is what check and the plan say of it now.
func (p *past) read() (Checked, *Plan) {
	p.t.Helper()
	ctx := context.Background()
	checker, err := NewChecker(ctx, p.w, p.l, nil, p.clock)
	if err != nil {
		p.t.Fatal(err)
	}
	said, err := checker.Release(ctx, p.slug)
	if err != nil {
		p.t.Fatal(err)
	}
	plan, err := Prepare(ctx, p.w, p.l, p.slug, nil, nil, p.clock)
	if err != nil {
		p.t.Fatal(err)
	}
	return said, plan
}

// deliver lets a mailing begin and takes so many of its messages out.
func (p *past) deliver(id string, worker string, most int) {
	p.t.Helper()
	ctx := context.Background()
	if _, err := p.l.Gate(ctx, id, 0); err != nil {
		p.t.Fatal(err)
	}
	list, err := p.l.Claim(ctx, id, worker, most)
	if err != nil {
		p.t.Fatal(err)
	}
	for _, d := range list {
		o := ledger.Outcome{Delivery: d, Result: ledger.Sent, Code: 250, Stage: "content", At: p.clock}
		if _, err := p.l.Record(ctx, []ledger.Outcome{o}); err != nil {
			p.t.Fatal(err)
		}
	}
}

// TestWhatCheckSaysOfWhatWasSentBeforeIsWhatSendDoes: of releases that are scheduled,
// on their way, stopped, out, and changed since.
func TestWhatCheckSaysOfWhatWasSentBeforeIsWhatSendDoes(t *testing.T) {
	w, l := setup(t, map[string]string{"contacts/close.csv": "email,embargo\nagreed@a.example,yes\nboth@a.example,yes\n"})
	lock, err := l.DB().LockWorker(context.Background())
	if err != nil {
		t.Fatal(err)
	}
	defer lock.Release()
	n, sent := 0, 0
	rapid.Check(t, func(t *rapid.T) {
		n++
		p := &past{t: t, w: w, clock: now, slug: fmt.Sprintf("p%d", n)}
		p.l = ledger.New(l.DB(), func() time.Time { return p.clock })
		happened(t, p, lock)
		said, plan := p.read()
		_, refused := plan.Schedule(context.Background(), true, nil)
		stays := strings.HasPrefix(said.Goes.String(), "nothing will be sent") || strings.HasSuffix(said.Goes.String(), "nothing more will be sent of it") ||
			strings.HasSuffix(said.Goes.String(), "puts it right")
		if passes := passes(said.Findings) && !stays; passes != (refused == nil) {
			t.Fatalf("check says %q and\n%v\nand send --replace: %v", said.Goes.String(), said.Findings, refused)
		}
		if refused == nil {
			sent++
		}
	})
	t.Logf("%d of %d were sent", sent, n)
}

func happened(t *rapid.T, p *past, lock *store.Lock) {
	t.Helper()
	ctx := context.Background()
	pick := func(label string, of ...string) string { return rapid.SampledFrom(of).Draw(t, label) }
	src := source
	switch pick("audience", "both", "to alone", "advance alone", "advance and nobody") {
	case "to alone":
		src = strings.Replace(src, "advance = [\"trusted\"]\n", "", 1)
		src = src[:strings.Index(src, "[[cover]]")] + "+++\nBody.\n"
	case "advance alone":
		src = strings.Replace(src, `to = ["main"]`, `to = []`, 1)
	case "advance and nobody":
		src = strings.Replace(strings.Replace(src, `to = ["main"]`, `to = []`, 1), `advance = ["trusted"]`, `advance = ["close"]`, 1)
	}
	p.write(src)
	plan, err := Prepare(ctx, p.w, p.l, p.slug, nil, nil, p.clock)
	if err != nil {
		t.Fatal(err)
	}
	if p.ids, err = plan.Schedule(ctx, false, nil); err != nil {
		t.Fatal(err)
	}
	worker := lock.ID
	if strings.Contains(p.ids[0], "advance") {
		p.deliver(p.ids[0], worker, rapid.IntRange(0, 3).Draw(t, "advance copies"))
	}
	last := p.ids[len(p.ids)-1]
	if pick("instant", "ahead", "come") == "come" {
		p.clock = time.Date(2026, 7, 26, 16, 0, 0, 0, time.UTC)
		if err := p.l.CloseDue(ctx, p.clock); err != nil {
			t.Fatal(err)
		}
		p.deliver(last, worker, rapid.IntRange(0, 4).Draw(t, "releases"))
	}
	for _, id := range p.ids {
		switch pick("stop "+id[strings.Index(id, "/"):], "no", "cancel", "pause") {
		case "cancel":
			_ = p.l.Cancel(ctx, id, "by hand") // what is finished says so
		case "pause":
			_ = p.l.Pause(ctx, id)
		}
	}
	switch pick("file", "same", "same", "other words", "wrong") {
	case "other words":
		p.write(src + "\nMore.\n")
	case "wrong":
		p.write(strings.Replace(src, "dateline", "datelin", 1))
	}
}

func (p *past) write(src string) {
	p.t.Helper()
	if err := workspace.WriteFile(filepath.Join(p.w.Dir, "releases", p.slug+".md"), []byte(src)); err != nil {
		p.t.Fatal(err)
	}
}
