package dispatch

import (
	"context"
	"errors"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"pressroom/internal/embargo"
	"pressroom/internal/ledger"
	"pressroom/internal/workspace"
)

// immediate is a release that leaves as soon as it is sent.
const immediate = `+++
headline = "H"
date = 2026-07-20
timezone = "UTC"
dateline = "CITY"
to = ["main"]
[[contact]]
name = "Dana"
phone = "1"
+++
Body.
`

func TestAPlanTellsWhatIsAnotherSinceItWasSeen(t *testing.T) {
	w, l := setup(t, nil)
	seen := prepare(t, w, l, now).Sight().String()
	if strings.ContainsAny(seen, "\"<>&\n") || len(seen) > 1000 {
		t.Errorf("a form carries %q", seen)
	}
	if said := prepare(t, w, l, now.Add(time.Minute)).Sight().Since(seen); said != nil {
		t.Errorf("a minute later: %q", said)
	}
	write := func(name, data string) {
		t.Helper()
		if err := workspace.WriteFile(filepath.Join(w.Dir, name), []byte(data)); err != nil {
			t.Fatal(err)
		}
	}
	for _, c := range []struct{ name, data, want string }{
		{"releases/x.md", strings.Replace(source, "Body.", "Other words.", 1), "the words, or the files and settings that go with them"},
		{"contacts/press.csv", press + "new@a.example,New,en,,,,,main\n", "who gets the release: 4 before, 5 now"},
		{"releases/x.md", strings.Replace(source, "T09:00:00", "T10:00:00", 1), "when the release leaves"},
	} {
		write("releases/x.md", source)
		write("contacts/press.csv", press)
		write(c.name, c.data)
		if said := prepare(t, w, l, now).Sight().Since(seen); !strings.Contains(said.Join("; ").String(), c.want) {
			t.Errorf("%s: %q, want %q", c.name, said, c.want)
		}
	}
	if said := prepare(t, w, l, now).Sight().Since("nonsense"); len(said) == 0 {
		t.Error("what was seen of something else is taken")
	}
	if said := prepare(t, w, l, now).Sight().Since(""); len(said) == 0 {
		t.Error("a plan that nobody saw is taken")
	}
}

func TestWhatLeavesAtOnceWaitsWhereItIsAsked(t *testing.T) {
	ctx := context.Background()
	w, l := setup(t, map[string]string{"releases/x.md": immediate, "releases/x.es.md": "+++\nheadline = \"T\"\ndateline = \"C\"\n+++\nC.\n"})
	p := prepare(t, w, l, now)
	if !p.AtOnce(p.Mailings[0]) {
		t.Fatal("it does not leave at once")
	}
	p.Wait, p.By = 30*time.Second, "ana@office.example"
	ids, err := p.Schedule(ctx, false, nil)
	if err != nil {
		t.Fatal(err)
	}
	d, err := l.Dispatch(ctx, ids[0])
	if err != nil || !d.Leaves().Equal(now.Add(30*time.Second)) || d.ScheduledBy != "ana@office.example" {
		t.Fatal(d, err)
	}
	if g, err := l.Gate(ctx, d.ID, 0); err != nil || g.Verdict != embargo.Wait {
		t.Fatal(g, err)
	}
	if _, err := l.NoWait(ctx, "x"); err != nil {
		t.Fatal(err)
	}
	if g, err := l.Gate(ctx, d.ID, 0); err != nil || g.Verdict != embargo.Open {
		t.Fatal(g, err)
	}
}

func TestWhatOthersApproveNamesWhoScheduledIt(t *testing.T) {
	ctx := context.Background()
	w, l := setup(t, map[string]string{"pressroom.toml": "[dispatch]\napprovers = 1\n"})
	p := prepare(t, w, l, now)
	if _, err := p.Schedule(ctx, false, nil); !errors.Is(err, ErrNobodyNamed) {
		t.Fatalf("nobody schedules it: %v", err)
	}
	p.By = "ana@office.example"
	ids, err := p.Schedule(ctx, false, nil)
	if err != nil {
		t.Fatal(err)
	}
	if p.Approvers() != "1 other" {
		t.Error(p.Approvers())
	}
	for _, id := range ids {
		d, err := l.Dispatch(ctx, id)
		if err != nil || d.State != ledger.Held || !d.AwaitsApproval() {
			t.Errorf("%s is %s: %v", id, d.State, err)
		}
	}
}
