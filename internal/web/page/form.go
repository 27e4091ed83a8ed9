package page

import (
	"strings"

	"pressroom/internal/submission"
)

// Line is one line of what somebody typed, of at most so many characters.
func Line(s string, most int) string {
	var b strings.Builder
	n := 0
	for _, r := range strings.ToValidUTF8(s, "") {
		if r < 0x20 || r == 0x7f || r >= 0x80 && r < 0xa0 || r == 0x2028 || r == 0x2029 {
			r = ' '
		}
		if n++; n > most {
			break
		}
		b.WriteRune(r)
	}
	return strings.Join(strings.Fields(b.String()), " ")
}

// Words reads the form of a quote.
func Words(get func(string) string) submission.Words {
	return submission.Words{
		Speaker: get("speaker"), Title: get("title"), Org: get("org"), Text: get("text"),
		Attribution: get("attribution"), Style: submission.Style(get("style")),
		MayEdit: get("may_edit") == "yes", Link: get("link"),
	}
}

// Style is one way of setting a quote, as a form offers it.
type Style struct {
	Value, Name, Example string
	Chosen               bool
	Own                  bool // the example is of the partner's own words
}

var styleNames = map[submission.Style][2]string{
	submission.AfterFirst: {"Attribution after the first sentence", "“…,” said Ana Ruiz. “…”"},
	submission.AtEnd:      {"Attribution at the end", "“…,” said Ana Ruiz."},
	submission.Dash:       {"With a dash", "“…” – Ana Ruiz, director"},
	submission.LeadIn:     {"Name first", "Ana Ruiz of … says “…”"},
	submission.Block:      {"Set apart, the name below", "“…” – Ana Ruiz, director"},
}

// Styles are the ways of setting a quote, one of them chosen.
func Styles(chosen submission.Style) []Style {
	var all []Style
	for _, s := range submission.Styles {
		all = append(all, Style{string(s), styleNames[s][0], styleNames[s][1], s == chosen, false})
	}
	return all
}
