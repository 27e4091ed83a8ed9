package ledger

import (
	"context"
	"fmt"
	"testing"
	"time"

	"pressroom/internal/embargo"
	"pressroom/internal/store"
)

// A person counts once in a round, by the best that came of it, and why others were not
// reached is told once of each.
func TestPeopleAreCountedOnceInARound(t *testing.T) {
	ctx := context.Background()
	c := &clock{t: t0}
	l := open(t, t.TempDir(), c)
	put := func(id, slug string, kind embargo.Kind, round string, rows ...string) {
		err := l.db.Tx(ctx, func(tx *store.Tx) error {
			if _, err := tx.ExecContext(ctx, `INSERT INTO dispatch (id, slug, kind, number, revision, headline, state, release_at, wake_at, grace, zone,
				sender, snapshot, round, created_at, updated_at) VALUES (?, ?, ?, ?, '', '', 'done', 0, 0, 0, 'UTC', '', '', ?, 0, 0)`,
				id, slug, string(kind), len(id), round); err != nil {
				return err
			}
			for i := 0; i < len(rows); i += 3 {
				if _, err := tx.ExecContext(ctx, `INSERT INTO delivery (dispatch, slug, round, person, address_key, address, name, language, template,
					lists, priority, state, stage, code, enhanced, reply, answered_at) VALUES (?, ?, ?, ?, ?, '', '', '', '', '', 0, ?, 'rcpt', 550, ?, '', ?)`,
					id, slug, round, rows[i], rows[i], rows[i+1], rows[i+2], store.Micros(t0)); err != nil {
					return err
				}
			}
			return nil
		})
		if err != nil {
			t.Fatal(err)
		}
	}
	put("x/release-1", "x", embargo.Release, "release", "a", "sent", "", "b", "failed", "5.7.1", "c", "failed", "5.1.1", "d", "suppressed", "", "e", "in_doubt", "", "f", "cancelled", "")
	put("x/release-02", "x", embargo.Release, "release", "b", "sent", "", "c", "failed", "5.2.2", "f", "deferred", "")
	put("x/advance-1", "x", embargo.Advance, "advance", "a", "sent", "")
	put("x/advance-002", "x", embargo.Advance, "advance/2", "a", "sent", "")
	put("x/test-1", "x", embargo.Test, "", "t", "sent", "")
	put("y/release-1", "y", embargo.Release, "release", "a", "sent", "", "z", "failed", "5.1.1")

	got, err := l.CountPeople(ctx, "x")
	want := "[{advance 2 0 0 0 0} {release 2 1 1 1 1}]"
	if err != nil || fmt.Sprint(got) != want {
		t.Errorf("counted %v, want %s; %v", got, want, err)
	}
	answers, err := l.Unreached(ctx, "x")
	if err != nil || len(answers) != 1 || answers[0].Enhanced != "5.2.2" || answers[0].Address != "" {
		t.Errorf("not reached: %+v, %v", answers, err)
	}

	// Who left counts with what they had got last.
	for key, at := range map[string]time.Time{"a": t0.Add(time.Hour), "b": t0.Add(time.Hour), "d": t0.Add(time.Hour), "e": t0.Add(-time.Hour)} {
		c.t = at
		if err := l.Suppress(ctx, key, Unsubscribed, "by hand"); err != nil {
			t.Fatal(err)
		}
	}
	put("z/release-1", "z", embargo.Release, "release", "q", "sent", "")
	if err := l.db.Tx(ctx, func(tx *store.Tx) error {
		_, err := tx.ExecContext(ctx, `UPDATE delivery SET answered_at = ? WHERE dispatch = 'y/release-1'`, store.Micros(t0.Add(time.Minute)))
		return err
	}); err != nil {
		t.Fatal(err)
	}
	for slug, want := range map[string]int{"x": 1, "y": 1, "z": 0} { // b; a, who had y later; nobody
		if n, err := l.LeftAfter(ctx, slug, t0.Add(-2*time.Hour)); err != nil || n != want {
			t.Errorf("%d left after %s, want %d; %v", n, slug, want, err)
		}
	}
	if n, err := l.LeftAfter(ctx, "x", t0.Add(2*time.Hour)); err != nil || n != 0 {
		t.Errorf("%d left since; %v", n, err)
	}
}
