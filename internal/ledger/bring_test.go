package ledger

import (
	"context"
	"errors"
	"testing"
	"time"

	"pressroom/internal/embargo"
)

// broughtDraft writes a release that bears a day, with so many recipients.
func broughtDraft(t *testing.T, l *Ledger, slug string, kind embargo.Kind, at time.Time, n int) string {
	t.Helper()
	id, err := l.Create(context.Background(), Draft{
		Slug: slug, Revision: "r", Headline: "H", Kind: kind, ReleaseAt: at, Zone: "America/New_York", Sender: "p@x.example", Snapshot: []byte("{}"),
	})
	if err != nil {
		t.Fatal(err)
	}
	for range n {
		if err := l.Add(context.Background(), id, []Recipient{{Key: "a@p.example", Address: "a@p.example", Template: "mail/en"}}); err != nil {
			t.Fatal(err)
		}
	}
	return id
}

func TestWhatWasOutBeforeIsBroughtInOnceAndOnlyAsThat(t *testing.T) {
	ctx := context.Background()
	c := &clock{t: t0}
	l := open(t, t.TempDir(), c)
	now, err := l.Now(ctx)
	if err != nil {
		t.Fatal(err)
	}
	old := time.Date(2019, 5, 4, 4, 0, 0, 0, time.UTC)
	id := broughtDraft(t, l, "old", embargo.Release, old, 0)
	if err := l.BringIn(ctx, id); err != nil {
		t.Fatal(err)
	}
	pass, since, err := l.Passed(ctx, id)
	if err != nil || !pass.Covers(id) || !since.Equal(old) {
		t.Errorf("%v since %s, %v", pass.Covers(id), since, err)
	}
	if d, err := l.Dispatch(ctx, id); err != nil || d.State != Done {
		t.Errorf("%+v %v", d, err)
	}
	var had *HasHistoryError
	if err := l.BringIn(ctx, broughtDraft(t, l, "old", embargo.Release, old, 0)); !errors.As(err, &had) || had.ID != id {
		t.Errorf("a second time: %v", err)
	}
	var day *NotBeforeError
	for name, at := range map[string]time.Time{"now": now, "ahead": now.AddDate(1, 0, 0), "no day": {}} {
		if err := l.BringIn(ctx, broughtDraft(t, l, "x", embargo.Release, at, 0)); !errors.As(err, &day) {
			t.Errorf("%s: %v", name, err)
		}
	}
	if err := l.BringIn(ctx, broughtDraft(t, l, "y", embargo.Release, old, 1)); err == nil {
		t.Error("one with recipients was brought in")
	}
	if err := l.BringIn(ctx, broughtDraft(t, l, "z", embargo.Advance, old, 0)); err == nil {
		t.Error("an advance copy was brought in")
	}
	for _, slug := range []string{"x", "y", "z"} {
		if out, err := l.IsPublic(ctx, slug); err != nil || out {
			t.Errorf("%s is public: %t, %v", slug, out, err)
		}
	}
}
