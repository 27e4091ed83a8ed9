package dispatch

import (
	"context"
	"strings"
	"testing"

	"pressroom/internal/ledger"
)

// A correction that has to be put right itself before it has left does not leave: everybody
// gets the second, which is told apart and says what the first said.
func TestACorrectionThatIsPutRightBeforeItHasLeftNeverLeaves(t *testing.T) {
	ctx := context.Background()
	p := halfOut(t)
	spanish := "+++\nheadline = \"Los ferris van llenos\"\n+++\nLlevaron a 3,2 millones.\n"
	p.write(strings.Replace(ferries, "3.2", "3.1", 1), spanish)
	a := p.amendment(Wish{Correction: true})
	p.must(a.Say(map[string]string{"": "3.1 million, not 3.2 million."}))
	first, err := a.Schedule(ctx)
	p.must(err)
	p.write(strings.Replace(ferries, "3.2", "3.0", 1), spanish)
	second := p.correct(Wish{Correction: true}, map[string]string{"": "3.0 million, not 3.1 million."})
	for _, id := range first.IDs() {
		d, err := p.l.Dispatch(ctx, id)
		p.must(err)
		if d.State != ledger.Cancelled || d.Superseded != second.Release {
			t.Errorf("%s is %s, and %q took its place", id, d.State, d.Superseded)
		}
	}
	if got := strings.Join(p.got(second.Mailing), ", "); got != "a sent, b sent" {
		t.Errorf("the second goes to %s", got)
	}
	if got := strings.Join(p.got(second.Release), ", "); got != "c sent, d sent" {
		t.Errorf("who had nothing: %s", got)
	}
	letter, page := p.kept(second.Mailing)["mail/en as mailed"], p.kept(second.Release)["web/en"]
	for _, want := range []string{"3.0 million, not 3.1 million.", "Changed before (", "3.1 million, not 3.2 million."} {
		if !says(t, "the letter", letter, want) || !says(t, "the page", page, want) {
			t.Errorf("the second does not say %q", want)
		}
	}
	if fresh := p.kept(second.Release)["mail/en as mailed"]; says(t, "the release", fresh, "3.1 million") || !says(t, "the release", fresh, "3.0 million") {
		t.Errorf("who had nothing reads\n%s", fresh)
	}
}
