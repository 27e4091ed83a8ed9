package dispatch

import (
	"context"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"pressroom/internal/diagnostic"
	"pressroom/internal/workspace"
)

func TestCheckSaysInWordsWhenAReleaseGoesOut(t *testing.T) {
	ctx := context.Background()
	w, l := setup(t, nil)
	goes := func(now time.Time) (string, diagnostic.List) {
		t.Helper()
		c, err := NewChecker(ctx, w, l, nil, now)
		if err != nil {
			t.Fatal(err)
		}
		said, err := c.Release(ctx, "x")
		if err != nil {
			t.Fatal(err)
		}
		return said.Goes.String(), said.Findings
	}
	has := func(got, want string) {
		t.Helper()
		if !strings.Contains(got, want) {
			t.Errorf("said is %q, and not %q", got, want)
		}
	}
	before, _ := goes(now)
	has(before, "goes out Sunday 2026-07-26 09:00:00 PDT, when its embargo ends, once it is scheduled with pressroom send x; "+
		"advance copies leave as soon as that is done")
	late, _ := goes(time.Date(2026, 7, 26, 16, 0, 0, 0, time.UTC))
	has(late, "nothing will be sent of it as it is: 2026-07-26 09:00:00 PDT has passed")

	plan := prepare(t, w, l, now, "Nobody") // a mailing that leaves somebody out is no other release
	if _, err := plan.Schedule(ctx, false, nil); err != nil {
		t.Fatal(err)
	}
	scheduled, found := goes(now)
	has(scheduled, "the release goes out Sunday 2026-07-26 09:00:00 PDT (x/release-1, scheduled)")
	has(scheduled, "advance copies go out Monday 2026-07-20")
	for _, d := range found {
		if d.Rule == "scheduled" {
			t.Errorf("nothing was changed: %s", d)
		}
	}
	same, err := l.Dispatches(ctx, "x")
	if err != nil {
		t.Fatal(err)
	}
	if differ, err := Differing(ctx, w, l, same, nil); err != nil || differ["x/advance-1"] || differ["x/release-1"] {
		t.Errorf("nothing was changed: %v, %v", differ, err)
	}
	if err := workspace.WriteFile(filepath.Join(w.Dir, "releases", "x.md"), []byte(source+"More.\n")); err != nil {
		t.Fatal(err)
	}
	all, err := l.Dispatches(ctx, "x")
	if err != nil || len(all) != 2 {
		t.Fatal(all, err)
	}
	if differ, err := Differing(ctx, w, l, all, nil); err != nil || !differ["x/advance-1"] || !differ["x/release-1"] {
		t.Errorf("%v, %v", differ, err)
	}
	_, found = goes(now)
	if len(found) == 0 || found[0].Rule != "scheduled" || found[0].Position.String() != "releases/x.md:1:1" {
		t.Errorf("that the file differs from what is scheduled is not said:\n%v", found)
	}
}
