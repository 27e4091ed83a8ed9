package ledger

import (
	"context"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"pressroom/internal/embargo"
)

// TestWhatGoesOutFromTheOriginalDoesNotGoOutFromACopy mails nobody from both, until the lead resumes it.
func TestWhatGoesOutFromTheOriginalDoesNotGoOutFromACopy(t *testing.T) {
	ctx := context.Background()
	for name, c := range map[string]struct {
		before func(t *testing.T, original *Ledger, id string)
		missed bool
	}{
		"a worker is at work there": {func(t *testing.T, original *Ledger, _ string) { hands(t, original) }, true},
		"it has begun there":        {func(t *testing.T, original *Ledger, id string) { lift(t, original, id) }, true},
		"nobody is there":           {func(*testing.T, *Ledger, string) {}, false},
	} {
		t.Run(name, func(t *testing.T) {
			at := &clock{t0}
			from, to := t.TempDir(), t.TempDir()
			first := open(t, from, at)
			id := schedule(t, first, Scheduling{}, Draft{Kind: embargo.Release, ReleaseAt: t0}, "a@p.example")
			if err := first.DB().Close(); err != nil { // which leaves all in one file
				t.Fatal(err)
			}
			data, err := os.ReadFile(filepath.Join(from, "pressroom.db"))
			if err == nil {
				err = os.WriteFile(filepath.Join(to, "pressroom.db"), data, 0o600)
			}
			if err != nil {
				t.Fatal(err)
			}
			original, copied := open(t, from, at), open(t, to, at)
			c.before(t, original, id)
			gate := func(want embargo.Verdict) {
				t.Helper()
				if d, err := copied.Gate(ctx, id, -1); err != nil || d.Verdict != want {
					t.Errorf("the gate says %v, %v, not %v", d.Verdict, err, want)
				}
			}
			if !c.missed {
				gate(embargo.Open)
				return
			}
			gate(embargo.Missed)
			d, err := copied.Dispatch(ctx, id)
			if err != nil || d.State != Missed || !strings.Contains(d.Reason, original.DB().Name()) {
				t.Errorf("%v, %s, %q", err, d.State, d.Reason)
			}
			at.t = at.t.Add(time.Second)
			if err := copied.Resume(ctx, id, d.Relay); err != nil {
				t.Fatal(err)
			}
			gate(embargo.Open)
			if d, err := original.Dispatch(ctx, id); err != nil || d.State == Missed {
				t.Errorf("there it is %s, %v", d.State, err)
			}
		})
	}
}
