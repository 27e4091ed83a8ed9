package importer

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"pressroom/internal/expect"
)

// understood is what an import makes of a source, without its words: who speaks, for
// whom, in which place, when, whom to ask, and how many paragraphs there are.
func understood(file, source string) []string {
	r, err := Import(file, []byte(source), Options{Today: today, Email: "press@office.example"})
	if err != nil {
		return []string{err.Error()}
	}
	front, body, _ := strings.Cut(strings.TrimPrefix(string(r.Markdown), "+++\n"), "\n+++\n")
	var out []string
	for line := range strings.Lines(front) {
		switch key, _, ok := strings.Cut(strings.TrimSpace(line), " = "); {
		case !ok || slices.Contains([]string{"id", "headline", "text", "speaker", "title", "style", "attribution"}, key):
		default:
			out = append(out, strings.TrimSpace(line))
		}
	}
	for _, q := range r.Quotes {
		out = append(out, fmt.Sprintf("%s; %s; %s; %s; %s", q.Speaker, q.Title, q.Org, q.Style, q.Unsure))
	}
	for _, u := range r.Unsure {
		if text := fmt.Sprint(u); len(text) < 90 {
			out = append(out, text)
		}
	}
	return append(out, r.Language, fmt.Sprintf("%d paragraphs", strings.Count(body, "\n\n")))
}

// What becomes of sources in which one word is missing: what is understood otherwise
// than of the source whole.
func TestSourcesInWhichAWordSlips(t *testing.T) {
	var b strings.Builder
	for _, s := range slipping() {
		whole := understood("a.txt", s.source)
		same := ""
		if s.name != "the head alone" && strings.HasPrefix(s.source, head) { // what they have in common is tried once
			same = head
		}
		fmt.Fprintf(&b, "=== %s\n%s", s.name, expect.Missing(s.source[len(same):], expect.Words, func(rest string) string {
			now := understood("a.txt", same+rest)
			var said []string
			for _, line := range whole {
				if !slices.Contains(now, line) {
					said = append(said, "-"+line)
				}
			}
			for _, line := range now {
				if !slices.Contains(whole, line) {
					said = append(said, "+"+line)
				}
			}
			return strings.Join(said, " / ")
		}))
	}
	expect.File(t, "fingers.golden.txt", b.String())
}

func slipping() []layout {
	out := []layout{{name: "the head alone", source: head + "The groups met on Monday."}}
	for _, l := range layouts {
		switch l.name {
		case "after the words", "in the middle", "before the words", "before, with a colon", "a dash on a line of its own", "the name on a line under the words", "title before the name", "name, then verb", "unnamed",
			"letters after the name", "surname only, and she", "two organisations for one speaker", "marks reopened at each paragraph", "embargo in two zones, below the headline", "verbs and marks of Spanish",
			"verbs and marks of French", "verbs and marks of German", "contacts in a block of lines":
			out = append(out, l)
		}
	}
	return out
}
