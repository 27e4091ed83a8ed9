package dispatch

import (
	"context"
	"errors"
	"strings"
	"testing"
	"time"

	"pressroom/internal/ledger"
)

const ferries = "+++\nheadline = \"Ferries are full\"\ndate = 2026-07-26\ntimezone = \"UTC\"\nlanguage = \"en\"\nto = [\"all\"]\n" +
	"[[contact]]\nname = \"Nora\"\nemail = \"press@harbor.example\"\npublic = true\n+++\nThey carried 3.2 million people.\n"

// halfOut is a release that has left to two of four people.
func halfOut(t *testing.T) *pressed {
	t.Helper()
	p := pressOutTo(t, map[string]string{
		"releases/x.md": ferries, "releases/x.es.md": "+++\nheadline = \"Los ferris van llenos\"\n+++\nLlevaron a 3,2 millones.\n",
		"contacts/all.csv": "email,attachments\na@paper.example,yes\nb@paper.example,\nc@paper.example,\nd@paper.example,\n",
	}, 2)
	return p
}

// checking puts the release on hold, or ends that.
func (p *pressed) checking(end bool) Scheduled {
	p.Helper()
	p.clock = p.clock.Add(time.Minute)
	c, err := PrepareChecking(context.Background(), p.w, p.l, "x", end, map[string]string{"": "The count may be wrong."}, nil, p.clock)
	p.must(err)
	s, err := c.Schedule(context.Background())
	p.must(err)
	return s
}

// got counts what each got of a mailing.
func (p *pressed) got(id string) (out []string) {
	p.Helper()
	entries, err := p.l.Entries(context.Background(), id, "")
	p.must(err)
	for _, e := range entries {
		out = append(out, strings.TrimSuffix(e.Address, "@paper.example")+" "+string(e.State))
	}
	return out
}

func TestWhoHasNothingWaitsWhileAReleaseIsCheckedAndGetsItAfterwards(t *testing.T) {
	ctx := context.Background()
	p := halfOut(t)
	hold := p.checking(false)
	d, err := p.l.Dispatch(ctx, hold.Release)
	p.must(err)
	if d.State != ledger.Paused || len(p.got(hold.Release)) != 2 || len(p.got(hold.Mailing)) != 2 {
		t.Fatalf("on hold it is %s, %v wait and %v are told", d.State, p.got(hold.Release), p.got(hold.Mailing))
	}
	var checked *ledger.CheckedError
	if err := p.l.Resume(ctx, hold.Release, ledger.MainRelay); !errors.As(err, &checked) {
		t.Errorf("what waits goes on by itself: %v", err)
	}
	p.deliver(hold.Mailing)
	if at := p.reader().Index().Of("x"); at == nil || at.Dispatch != hold.Release || at.Amendment().Grade != "hold" {
		t.Errorf("the page shows %+v", at)
	}
	end := p.checking(true)
	p.deliver(end.Release, end.Mailing)
	if got := strings.Join(p.got(end.Release), ", "); got != "c sent, d sent" {
		t.Errorf("who waited: %s", got)
	}
	if got := strings.Join(p.got(end.Mailing), ", "); got != "a sent, b sent" {
		t.Errorf("who was asked to wait: %s", got)
	}
	standings, err := p.l.Standings(ctx, "x")
	p.must(err)
	for _, s := range standings {
		if s.Waits || s.InHand != nil || len(s.Copies) == 0 {
			t.Errorf("%s: %+v", s.Key, s)
		}
	}
}

func TestACorrectionEndsAHoldForThoseWhoWaitAsWell(t *testing.T) {
	p := halfOut(t)
	p.deliver(p.checking(false).Mailing)
	p.write(strings.Replace(ferries, "3.2", "3.1", 1), "+++\nheadline = \"Los ferris van llenos\"\n+++\nLlevaron a 3,2 millones.\n")
	s := p.correct(Wish{Correction: true}, map[string]string{"": "3.1 million, not 3.2 million."})
	if got := strings.Join(p.got(s.Release), ", "); got != "c sent, d sent" {
		t.Errorf("who waited: %s", got)
	}
	if got := strings.Join(p.got(s.Mailing), ", "); got != "a sent, b sent" {
		t.Errorf("who was asked to wait: %s", got)
	}
}

func TestAHoldThatEndsInAWithdrawalLetsNothingLeave(t *testing.T) {
	ctx := context.Background()
	p := halfOut(t)
	hold := p.checking(false)
	p.deliver(hold.Mailing)
	p.clock = p.clock.Add(time.Minute)
	w, err := PrepareWithdrawal(ctx, p.w, p.l, "x", "", map[string]string{"": "None of it holds."}, nil, p.clock)
	p.must(err)
	id, err := w.Schedule(ctx)
	p.must(err)
	p.deliver(id)
	if got := strings.Join(p.got(id), ", "); got != "a sent, b sent" {
		t.Errorf("who is told: %s", got)
	}
	d, err := p.l.Dispatch(ctx, hold.Release)
	p.must(err)
	if d.State != ledger.Cancelled {
		t.Errorf("what waited is %s", d.State)
	}
}

// The letter of a hold says what is being checked, and nothing of what may be wrong.
func TestTheLetterOfAHoldHasNoneOfTheWords(t *testing.T) {
	p := halfOut(t)
	for _, end := range []bool{false, true} {
		id := p.checking(end).Mailing
		mailed := 0
		for name, data := range p.kept(id) {
			if !strings.HasPrefix(name, "mail/") {
				continue
			}
			mailed++
			if says(t, name, data, "million") || says(t, name, data, "immediate") {
				t.Errorf("%s says what is being checked", name)
			}
			if strings.HasSuffix(name, " as mailed") && strings.Contains(name, "/en") && !says(t, name, data, "The count may be wrong.") {
				t.Errorf("%s does not say what is being checked:\n%s", name, data)
			}
		}
		entries, err := p.l.Entries(context.Background(), id, "")
		p.must(err)
		for _, e := range entries {
			if strings.Contains(e.Template, "pdf") {
				t.Errorf("%s gets a file with it: %s", e.Address, e.Template)
			}
		}
		if mailed == 0 || len(entries) != 2 {
			t.Errorf("%d forms are mailed to %d", mailed, len(entries))
		}
	}
}

// A release that bears a day alone did not go out at the midnight with which that begins.
func TestACorrectionSaysWhenTheReleaseWentOut(t *testing.T) {
	p := halfOut(t)
	for i, want := range []string{"3.1", "3.0"} {
		p.write(strings.Replace(ferries, "3.2", want, 1), "+++\nheadline = \"Los ferris van llenos\"\n+++\nLlevaron a 3,2 millones.\n")
		p.clock = p.clock.Add(time.Hour)
		s := p.correct(Wish{Correction: true}, map[string]string{"": want + " million."})
		got := string(p.kept(s.Mailing)["mail/en as mailed"])
		if !strings.Contains(got, "This replaces the release of Sunday, July 26, 2026, 4:00 p.m. UTC.") {
			t.Errorf("correction %d:\n%s", i+1, got)
		}
	}
}
