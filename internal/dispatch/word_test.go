package dispatch

import (
	"context"
	"strings"
	"testing"
	"time"

	"pressroom/internal/ledger"
	"pressroom/internal/store"
)

const ruling = `+++
headline = "The court has ruled"
release_at = "hold"
timezone = "America/Los_Angeles"
dateline = "CITY"
to = ["main"]
[[contact]]
name = "Dana"
phone = "1"
+++
The river keeps its water.
`

// armed arms the ruling on an evening in California, on which it is tomorrow elsewhere;
// the clock can be set.
func armed(t *testing.T) (*ledger.Ledger, string, *time.Time) {
	t.Helper()
	clock := time.Date(2026, 7, 26, 3, 0, 0, 0, time.UTC) // Saturday, 8 p.m. there
	w, l := setup(t, map[string]string{"releases/x.md": ruling, "releases/x.es.md": strings.Replace(spanish, "[[cover]]\nid = \"note\"\ntext = \"Para usted.\"\n", "", 1)})
	l = ledger.New(l.DB(), func() time.Time { return clock })
	p := prepare(t, w, l, clock)
	if p.Findings.HasErrors() || !p.Armed {
		t.Fatalf("%v, armed %v", p.Findings, p.Armed)
	}
	ids, err := p.Schedule(context.Background(), false, nil)
	if err != nil || len(ids) != 1 {
		t.Fatal(ids, err)
	}
	return l, ids[0], &clock
}

func text(t *testing.T, l *ledger.Ledger, id, name string) string {
	t.Helper()
	data, err := l.Artefact(context.Background(), id, name)
	if err != nil {
		t.Fatal(err)
	}
	return string(data)
}

func TestWhatIsArmedBearsTheDayOnWhichItGoes(t *testing.T) {
	ctx := context.Background()
	l, id, clock := armed(t)
	if got := text(t, l, id, "text/en"); !strings.Contains(got, "July 25, 2026") {
		t.Fatalf("armed on July 25:\n%s", got)
	}
	before, err := l.Dispatch(ctx, id)
	if err != nil {
		t.Fatal(err)
	}
	// Midnight passes there, with a process running: the job composes it anew.
	*clock = time.Date(2026, 7, 26, 7, 0, 0, 0, time.UTC)
	if day, err := Redate(ctx, l, before, *clock); err != nil || day != "2026-07-26" {
		t.Fatal(day, err)
	}
	for name, want := range map[string]string{"text/en": "July 26, 2026", "text/es": "26 de julio de 2026", "web/en": "July 26, 2026"} {
		if got := text(t, l, id, name); !strings.Contains(got, want) {
			t.Errorf("%s lacks %s", name, want)
		}
	}
	if got := message(t, l, id, "mail/en"); !strings.Contains(got, "July 26, 2026") || strings.Contains(got, "July 25") {
		t.Errorf("the mail:\n%s", got)
	}
	after, err := l.Dispatch(ctx, id)
	if err != nil || after.Revision != before.Revision || after.Snapshot == before.Snapshot {
		t.Errorf("revision %s and %s, %v", before.Revision, after.Revision, err)
	}
	// Two days later, with none: the word composes it.
	*clock = clock.AddDate(0, 0, 2)
	w, err := Ready(ctx, l, "x")
	if err != nil || w.Day != "2026-07-28" || w.Mailed() != 3 {
		t.Fatal(w, err)
	}
	// And midnight passes once more while somebody looks at the question.
	*clock = clock.AddDate(0, 0, 1)
	at, _, err := w.Go(ctx)
	if err != nil || !at.Equal(*clock) {
		t.Fatal(at, err)
	}
	if got := text(t, l, id, "text/en"); !strings.Contains(got, "July 29, 2026") {
		t.Errorf("it went with another day:\n%s", got)
	}
	s, err := ReadSnapshot(ctx, l, id)
	if err != nil {
		t.Fatal(err)
	}
	all, err := s.Artefacts(ctx)
	if err != nil || string(all["text/en"]) != text(t, l, id, "text/en") {
		t.Errorf("from the snapshot alone it is another text: %v", err)
	}
}

func TestARehearsalIsWhatWouldGoAndNothingGoes(t *testing.T) {
	ctx := context.Background()
	l, id, clock := armed(t)
	*clock = clock.AddDate(0, 0, 3)
	w, err := Ready(ctx, l, "x")
	if err != nil {
		t.Fatal(err)
	}
	test, err := w.Rehearse(ctx, []string{"lead@harbor.example"})
	if err != nil {
		t.Fatal(err)
	}
	if d, err := l.Dispatch(ctx, id); err != nil || d.State != ledger.Armed {
		t.Errorf("%+v, %v", d, err)
	}
	got := message(t, l, test, "mail/en")
	if !strings.Contains(got, "[TEST] The court has ruled") || !strings.Contains(got, "July 28, 2026") {
		t.Errorf("the rehearsal:\n%s", got)
	}
	entries, err := l.Entries(ctx, test, "")
	if err != nil || len(entries) != 1 || entries[0].Address != "lead@harbor.example" {
		t.Errorf("%+v, %v", entries, err)
	}
}

func TestADamagedSnapshotIsNotLetGo(t *testing.T) {
	ctx := context.Background()
	l, id, _ := armed(t)
	err := l.DB().Tx(ctx, func(tx *store.Tx) error {
		_, err := tx.ExecContext(ctx, `UPDATE blob SET data = ? WHERE digest = (SELECT snapshot FROM dispatch WHERE id = ?)`, []byte("{}"), id)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	if _, err := Ready(ctx, l, "x"); err == nil || !strings.Contains(err.Error(), id) {
		t.Errorf("%v", err)
	}
}
