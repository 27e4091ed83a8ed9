package dispatch

import (
	"context"
	"fmt"
	"strings"
	"testing"
)

// aNoteForEach has a note for each phase, and one that names none.
var aNoteForEach = strings.Replace(source, "[[cover]]\n", `[[cover]]
id = "early"
to = ["main"]
phase = "advance"
text = "Early words."
[[cover]]
id = "late"
to = ["trusted", "main"]
phase = "release"
text = "Late words."
[[cover]]
`, 1)

func TestACoverNoteGoesOnlyToThoseMeantInItsPhase(t *testing.T) {
	w, l := setup(t, map[string]string{"releases/x.md": aNoteForEach})
	p := prepare(t, w, l, now)
	if p.Findings.HasErrors() {
		t.Fatal(p.Findings)
	}
	for i, want := range []string{
		"agreed:en.pdf+note both:en.text.pdf+early,note",
		"both:en.text.pdf+late gone:en.pdf+late main:en+late silent:es.pdf+late",
	} {
		if got := who(p.Mailings[i]); got != want {
			t.Errorf("%s\n got %s\nwant %s", p.Mailings[i].Kind, got, want)
		}
	}
	if got := fmt.Sprint(p.Mailings[0].Covers(), p.Mailings[1].Covers()); got != "map[early:1 note:2] map[late:4]" {
		t.Errorf("the plan counts %s", got)
	}
	if _, err := p.Schedule(context.Background(), false, nil); err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct{ id, form, has, lacks string }{
		{"x/advance-1", "mail/en.text.pdf+early,note", "Early words.", "Late words."},
		{"x/advance-1", "mail/en.text.pdf+early,note", "For you first.", "Late words."},
		{"x/release-1", "mail/en.text.pdf+late", "Late words.", "For you first."},
		{"x/release-1", "mail/en+late", "Late words.", "Early words."},
	} {
		if raw := message(t, l, c.id, c.form); !strings.Contains(raw, c.has) || strings.Contains(raw, c.lacks) {
			t.Errorf("%s, %s: has %q: %t, has %q: %t", c.id, c.form, c.has, strings.Contains(raw, c.has), c.lacks, strings.Contains(raw, c.lacks))
		}
	}
}

func TestATestShowsTheNotesOfThePhaseItIsIn(t *testing.T) {
	ctx := context.Background()
	dated := strings.NewReplacer(
		"embargo = 2026-07-26T09:00:00-07:00", "date = 2026-07-20", "advance = [\"trusted\"]\n", "",
	).Replace(aNoteForEach)
	for _, c := range []struct{ source, form string }{{aNoteForEach, "mail/en.pdf+early,note"}, {dated, "mail/en.pdf+late,note"}} {
		w, l := setup(t, map[string]string{"releases/x.md": c.source})
		id, err := prepare(t, w, l, now).Test(ctx, "me@x.example", "en", now)
		if err != nil {
			t.Fatal(err)
		}
		raw := message(t, l, id, c.form)
		early, late := strings.Contains(raw, "Early words."), strings.Contains(raw, "Late words.")
		if early != strings.Contains(c.form, "early") || early == late {
			t.Errorf("%s: %.900s", c.form, raw)
		}
	}
}
