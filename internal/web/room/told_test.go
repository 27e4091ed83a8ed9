package room

import (
	"errors"
	"fmt"
	"html/template"
	"testing"
	"time"

	"pressroom/internal/saying"
	"pressroom/internal/workspace"
)

// What a service says is in the language of the page where that has its words, with what
// stands in its places; the rest is marked as English, and everything is escaped.
func TestWhatServicesSayIsInTheLanguageOfThePage(t *testing.T) {
	t.Parallel()
	at := saying.Moment{Time: time.Date(2026, 7, 26, 9, 0, 0, 0, time.UTC)}
	journalists := saying.Count(2, "%d journalist", "%d journalists")
	for _, c := range []struct {
		tag  string
		said any
		want template.HTML
	}{
		{"es", saying.Of("%s goes out %v, and not %v, to %v", "<a>", at, at, journalists), "&lt;a&gt; sale el domingo 2026-07-26 09:00:00 UTC, " +
			"y no el domingo 2026-07-26 09:00:00 UTC, a 2 periodistas"},
		{"de", saying.Of("%s is %s, and waits for no approval", "x", workspace.Role("done")), "x: erledigt, und wartet auf keine Freigabe"},
		{"fr", saying.Of("nobody would be mailed: %v", saying.Of("for <no> reason")), `personne ne serait contacté : <span lang="en">for &lt;no&gt; reason</span>`},
		{"es", saying.Lines{saying.Of("nobody is mailed"), saying.Of("nobody is mailed")}.Join("; "), "nadie recibe correo; nadie recibe correo"},
		{"es", "what no service <says>", `<span lang="en">what no service &lt;says&gt;</span>`},
		{"es", saying.Sentence{}, ""},
		{"en", saying.Of("%s goes out %s as it is", "a&b", at), "a&amp;b goes out Sunday 2026-07-26 09:00:00 UTC as it is"},
	} {
		if got := In(c.tag).Told(c.said); got != c.want {
			t.Errorf("%s: %s\nwant %s", c.tag, got, c.want)
		}
	}
}

func TestWhyNothingWasDoneIsASentenceOfThePage(t *testing.T) {
	t.Parallel()
	err := saying.Errorf("%s is not an address: %w", "jo", errors.New("no @"))
	for tag, want := range map[string]template.HTML{
		"de": `jo ist keine Adresse: <span lang="en">no @</span>.`, "en": "jo is not an address: no @.",
	} {
		if got := In(tag).Fault(err); got != want {
			t.Errorf("%s: %s", tag, got)
		}
	}
	if got := In("es").Fault(fmt.Errorf("writing: %w", err)); got != `<span lang="en">Writing: jo is not an address: no @</span>.` {
		t.Error(got)
	}
	for said, want := range map[saying.Said]template.HTML{
		saying.Word("nobody is mailed"): "Personne n’est contacté.", saying.Word("as it is"): `<span lang="en">As it is</span>.`,
	} {
		if got := In("fr").Whole(said); got != want {
			t.Errorf("%s, not %s", got, want)
		}
	}
	if got := In("en").Whole(saying.Of("%s is %s; cancel it (pressroom cancel %s), or swap what is still scheduled with send --replace", "a", "b", "a")); got !=
		"a is b; cancel it, or replace what is still scheduled." {
		t.Error(got)
	}
	if got := In("fr").Opening(saying.Of("at once")); got != "Aussitôt" {
		t.Error(got)
	}
	if got := In("es").Opening("as it is"); got != `<span lang="en">As it is</span>` {
		t.Error(got)
	}
	if got := In("es").Line(saying.Of("%s: %v", "<a>", saying.Of("so"))); got != "<a>: so" {
		t.Error(got)
	}
}
