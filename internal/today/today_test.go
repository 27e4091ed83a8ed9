package today

import (
	"testing"
	"time"

	"pressroom/internal/embargo"
	"pressroom/internal/ledger"
	"pressroom/internal/status"
)

// A mailing to nobody says something only where it is all that went out of its release.
func TestAMailingToNobodyIsShownOnlyWhereItIsAll(t *testing.T) {
	t.Parallel()
	mailing := func(id, slug string, kind embargo.Kind, total int) status.Mailing {
		return status.Mailing{Dispatch: &ledger.Dispatch{ID: id, Slug: slug, Kind: kind}, Counts: ledger.Counts{Total: total}}
	}
	all := []status.Mailing{
		mailing("a/release-1", "a", embargo.Release, 4), mailing("a/release-2", "a", embargo.Release, 0), mailing("a/advance-1", "a", embargo.Advance, 0),
		mailing("b/release-1", "b", embargo.Release, 0), mailing("b/release-2", "b", embargo.Release, 0),
	}
	for i, want := range []bool{false, false, false, true, false} {
		if got := alone(all[i], all); all[i].Total == 0 && got != want {
			t.Errorf("%s: %v", all[i].ID, got)
		}
	}
}

func TestAClockSaysItsPlaceOnce(t *testing.T) {
	t.Parallel()
	at := time.Date(2026, 7, 26, 9, 0, 0, 0, time.UTC)
	if i := (Instant{"UTC", at}); !i.Plain() {
		t.Error("UTC is said twice")
	}
	if i := (Instant{"Europe/Madrid", at.In(time.FixedZone("CEST", 7200))}); i.Plain() {
		t.Error("the place is not said")
	}
}
