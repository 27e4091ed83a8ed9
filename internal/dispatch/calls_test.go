package dispatch

import (
	"bytes"
	"context"
	"strings"
	"testing"
	"time"

	"pressroom/internal/ledger"
	"pressroom/internal/store"
)

// Whoever has other words and cannot be written to is listed, with what is known of them.
func TestWhoCannotBeWrittenToIsListedToBeCalled(t *testing.T) {
	ctx := context.Background()
	p := pressOut(t, map[string]string{
		"releases/x.md": ferries, "releases/x.es.md": "+++\nheadline = \"Los ferris\"\n+++\nLlevaron.\n",
		"contacts/all.csv": "email,name,outlet\na@paper.example,Ana,The Paper\nb@paper.example,Bo,Radio\nc@paper.example,Cy,\nd@paper.example,,\ne@paper.example,,\n",
	})
	p.must(p.l.Suppress(ctx, "b@paper.example", ledger.Unsubscribed, ""))
	p.must(p.l.Suppress(ctx, "c@paper.example", ledger.Bounced, "5.1.1 no such user"))
	p.must(p.l.DB().Tx(ctx, func(tx *store.Tx) error {
		_, err := p.l.EraseIn(ctx, tx, "d@paper.example")
		return err
	}))
	p.write(strings.Replace(ferries, "3.2", "3.1", 1), "+++\nheadline = \"Los ferris\"\n+++\nLlevaron.\n")
	a := p.amendment(Wish{Correction: true})
	var said bytes.Buffer
	a.Describe(&said)
	for _, want := range []string{
		"2 journalists mailed", "2 journalists have other words and cannot be mailed; call these:", "  Bo, Radio, b@paper.example: unsubscribed\n",
		"  Cy, c@paper.example: bounced 5.1.1 no such user\n", "1 journalist has other words and was erased: nothing is known of them",
	} {
		if !strings.Contains(said.String(), want) {
			t.Errorf("the plan does not say %q:\n%s", want, said.String())
		}
	}
}

// Who is barred from advance copies has one, and gets no other before the instant.
func TestWhoIsBarredGetsNoCorrectionOfAnAdvanceCopy(t *testing.T) {
	ctx := context.Background()
	early := strings.Replace(ferries, "date = 2026-07-26", "embargo = 2026-07-27T09:00:00Z\nadvance = [\"close\"]", 1)
	p := pressOut(t, map[string]string{
		"releases/x.md": early, "releases/x.es.md": "+++\nheadline = \"Los ferris\"\n+++\nLlevaron.\n",
		"contacts/all.csv":   "email\nz@paper.example\n",
		"contacts/close.csv": "email,embargo\na@paper.example,yes\nb@far.example,yes\n",
	})
	_, err := p.l.Bar(ctx, ledger.Bar{Subject: "@far.example", Reason: "published", Until: p.clock.Add(1000 * time.Hour)})
	p.must(err)
	p.write(strings.Replace(early, "3.2", "3.1", 1), "+++\nheadline = \"Los ferris\"\n+++\nLlevaron.\n")
	a := p.amendment(Wish{Correction: true})
	if len(a.Holders) != 1 || len(a.Calls) != 1 || a.Calls[0].Reason != "barred from advance copies" {
		t.Errorf("mailed are %+v, called %+v", a.Holders, a.Calls)
	}
	p.must(a.Say(map[string]string{"": "3.1 million, not 3.2 million."}))
	s, err := a.Schedule(ctx)
	p.must(err)
	if got := strings.Join(p.got(s.Mailing), ", "); got != "a queued" {
		t.Errorf("the correction goes to %s", got)
	}
}
