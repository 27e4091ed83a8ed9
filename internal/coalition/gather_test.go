package coalition

import (
	"context"
	"strings"
	"testing"
	"time"
)

// jobs are how many of a kind were written.
func (b *bench) jobs(kind string) (n int) {
	b.t.Helper()
	err := b.db.Reader().QueryRowContext(context.Background(), `SELECT COUNT(*) FROM river_job WHERE kind = ?`, kind).Scan(&n)
	if err != nil {
		b.t.Fatal(err)
	}
	return n
}

// What partners do before a release is sent is told in one mail for ten minutes, with the
// words; what the press office did itself is not.
func TestWhatPartnersDoIsGathered(t *testing.T) {
	b := newBench(t, 3, begun)
	ctx := context.Background()
	links := b.ask("org-0", "org-1", "org-2")
	span := b.now.Unix() / 600
	if _, err := b.give(links["org-0"], words(0)); err != nil {
		t.Fatal(err)
	}
	b.now = b.now.Add(9 * time.Minute)
	if _, err := b.Submit(ctx, links["org-1"], 0, words(1)); err != nil {
		t.Fatal(err)
	}
	if got := b.jobs("gathered"); got != 1 {
		t.Errorf("%d jobs for one span", got)
	}
	b.now = b.now.Add(time.Minute)
	if _, err := b.Decline(ctx, links["org-2"], 0, "no time"); err != nil {
		t.Fatal(err)
	}
	if _, err := b.Record(ctx, "x", "org-1", "phone"); err != nil {
		t.Fatal(err)
	}
	if got := b.jobs("gathered"); got != 2 {
		t.Errorf("%d jobs for two spans", got)
	}
	told, err := b.Told(ctx, Gathered{Slug: "x", Span: span})
	if err != nil || len(told) != 1 || told[0].To != "Lead <lead@harbor.example>" {
		t.Fatalf("%+v, %v", told, err)
	}
	if want := "Org 0 has signed off (ana@org0.example, en), and 1 more – Harbor water is not safe"; told[0].Subject != want {
		t.Errorf("%q, not %q", told[0].Subject, want)
	}
	for _, want := range []string{"“These are the words of organization 0", "Org 1 has handed words in, without a sign-off", "pressroom quotes list x"} {
		if !strings.Contains(told[0].Text, want) {
			t.Errorf("%q is missing:\n%s", want, told[0].Text)
		}
	}
	later, err := b.Told(ctx, Gathered{Slug: "x", Span: span + 1})
	if err != nil || len(later) != 1 || later[0].Name == told[0].Name || strings.Contains(later[0].Text, "Org 1") ||
		!strings.Contains(later[0].Text, "Org 2 gives no quote (ana@org2.example).\n\n  no time") {
		t.Errorf("%+v, %v", later, err)
	}
}

// Words that are handed in for somebody else to sign are mailed to whoever else has a link
// there, with what was asked for; where there is nobody, that is known.
func TestHandingInTellsWhoeverSigns(t *testing.T) {
	b := newBench(t, 1, begun)
	ctx := context.Background()
	link := b.ask("org-0")["org-0"]
	v, err := b.Submit(ctx, link, 0, words(0))
	if err != nil {
		t.Fatal(err)
	}
	if others, err := b.Others(ctx, v); err != nil || len(others) != 0 {
		t.Errorf("%q, %v", others, err)
	}
	if _, err := b.HandOn(ctx, link, "boss@org0.example"); err != nil {
		t.Fatal(err)
	}
	if others, err := b.Others(ctx, v); err != nil || len(others) != 1 || others[0] != "boss@org0.example" {
		t.Errorf("%q, %v", others, err)
	}
	handed := b.lastEvent(WasHandedOn)
	n, err := b.Letter(ctx, Letter{Request: v.Request.ID, Person: "boss@org0.example", What: string(LetterHandedOn), Event: handed.Number, Name: "h"})
	if err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{"Lead asks for it.", "About 60 words would be right.", "Please answer by"} {
		if !strings.Contains(n.Text, want) {
			t.Errorf("handed on, and %q is missing:\n%s", want, n.Text)
		}
	}
	before := b.jobs("letter")
	if v, err = b.Submit(ctx, link, 0, words(0)); err != nil {
		t.Fatal(err)
	}
	if waiting := b.jobs("letter") - before; waiting != 1 {
		t.Errorf("%d letters to who signs", waiting)
	}
	e := b.lastEvent(WasSubmitted)
	if n, err = b.Letter(ctx, Letter{Request: v.Request.ID, Person: "boss@org0.example", What: string(LetterSubmitted), Event: e.Number, Name: "s"}); err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{"ana@org0.example has written words for Org 0", "These are the words of organization 0", "Sign them off here:"} {
		if !strings.Contains(n.Text, want) {
			t.Errorf("to sign, and %q is missing:\n%s", want, n.Text)
		}
	}
}

// lastEvent is the last of a kind.
func (b *bench) lastEvent(what What) *Event {
	b.t.Helper()
	list, err := b.Events(context.Background(), "x")
	if err != nil {
		b.t.Fatal(err)
	}
	for i := len(list) - 1; i >= 0; i-- {
		if list[i].What == what {
			return list[i]
		}
	}
	b.t.Fatalf("nothing was %s", what)
	return nil
}

// The number of those who were asked stays, whoever declines.
func TestWhoDeclinesWasAsked(t *testing.T) {
	b := newBench(t, 3, begun)
	ctx := context.Background()
	links := b.ask("org-0", "org-1", "org-2")
	if _, err := b.Decline(ctx, links["org-2"], 0, ""); err != nil {
		t.Fatal(err)
	}
	if v, err := b.Visit(ctx, links["org-0"]); err != nil || v.Among != 3 {
		t.Errorf("%d were asked, %v", v.Among, err)
	}
}
