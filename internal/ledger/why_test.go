package ledger

import (
	"testing"
	"time"
)

// What the ledger writes down is read again as the sentence that it was made of.
func TestReasonsAreReadAsTheSentencesThatTheyAre(t *testing.T) {
	for reason, want := range map[string]struct {
		code string
		args int
	}{
		"replaced":                                {replacedReason, 0},
		"undone before it left":                   {undoneReason, 0},
		"paused by hand":                          {pausedReason, 0},
		"no longer wanted, by Ida":                {"no longer wanted, by Ida", 0}, // somebody's own words
		"overtaken: what it says is no longer so": {overtakenReason, 0},
		"what it says was changed: vow/correction-1 takes its place":                            {changedReason, 1},
		"vow/release-1 has gone, and of the group ruling one goes":                              {groupReason, 2},
		"a quote was withdrawn; those who had no copy yet get it from vow/advance-2":            {lessLeftReason, 1},
		"a quote was withdrawn; what it says now stands in vow/advance-2":                       {lessSaidReason, 1},
		"the embargo was moved; those who had no copy yet get it from vow/advance-2":            {movedLeftReason, 1},
		"the embargo was moved; what it says now stands in vow/advance-2":                       {movedSaidReason, 1},
		unmovedReason + "; it goes out by itself once they do, or with send --replace":          {unmovedReason + "; it goes out by itself once they do, or with send --replace", 0},
		unmovedReason + ": the file is gone; send --replace composes them from the file":        {unmovedReason + ": %s; send --replace composes them from the file", 1},
		onHoldReason + ": the figure on page 2":                                                 {onHoldReason + ": %s", 1},
		"the mail server smtp://mail.example cannot be used: connection refused, and then none": {"the mail server %s cannot be used: %s", 2},
	} {
		if s := Why(reason); s.Code != want.code || len(s.Args) != want.args || s.String() != reason {
			t.Errorf("%q: %q with %q, %q", reason, s.Code, s.Args, s)
		}
	}
}

// An instant that has passed is told in the release's zone.
func TestAnInstantThatHasPassedIsToldInTheReleasesZone(t *testing.T) {
	at := time.Date(2026, 7, 26, 13, 0, 0, 0, time.UTC)
	d := &Dispatch{ID: "vow/release-1", State: Scheduled, Zone: "America/New_York", ReleaseAt: at}
	const want = "the instant of vow/release-1, Sunday 2026-07-26 09:00:00 EDT, has passed, and its embargo with it; " +
		"pressroom resume sends it now, pressroom cancel ends it"
	if err := d.CanMove(at); err == nil || err.Error() != want {
		t.Errorf("%v", err)
	}
	if err := d.CanMove(at.Add(-time.Second)); err != nil {
		t.Error(err)
	}
	for zone, want := range map[string]string{"Europe/Berlin": "Europe/Berlin", "": "UTC", "Moon/Crater": "UTC"} {
		if got := (&Dispatch{Zone: zone}).Location().String(); got != want {
			t.Errorf("%q: %s", zone, got)
		}
	}
}
