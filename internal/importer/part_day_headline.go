package importer

import (
	"fmt"

	"pressroom/internal/pattern"
)

// The day of release may stand beside the headline.

// dayBesideHeadline takes the day off that stands in brackets behind a headline or with a colon or a dash before it, where
// nothing else has named one.
func (d *draft) dayBesideHeadline() {
	where, text, rest := "in brackets behind", "", [2]int{}
	if m := inBracketsBehind.FindStringSubmatchIndex(d.Headline.Text); m != nil {
		text, rest = d.Headline.Text[m[4]:m[5]], [2]int{m[2], m[3]}
	} else if m := dayInFront.FindStringSubmatchIndex(d.Headline.Text); m != nil {
		where, text, rest = "before", d.Headline.Text[m[2]:m[3]], [2]int{m[4], m[5]}
	}
	if text == "" || !d.day.IsZero() {
		return
	}
	written := yearFirst.ReplaceAllString(text, "$3 $2 $1")
	r := d.Read(written)
	if len(r.Days) != 1 || r.Strange > 0 || r.Twice != "" || r.Days[0].Year == 0 || d.toCome(written) {
		return // of an event, or of nothing
	}
	d.noteDay(written)
	d.Headline = d.Headline.Part(rest[0], rest[1])
	d.Unsure = append(d.Unsure,
		fmt.Sprintf("the day of release is the one %s the headline (%s): look whether that is right", where, text))
}

// dayInFront is a day with its year before a headline: "2026 Jan 09: Quay opens", "9 January 2026 – Quay opens".
var dayInFront = pattern.New(`^((?:19|20)\d\d(?:[-./]\d\d[-./]\d\d| \p{L}{3,9}\.? \d{1,2})|\d{1,2}[./]\d{1,2}[./](?:19|20)\d\d|` +
	`\d{1,2}(?:\.|st|nd|rd|th|er)? (?:de )?\p{L}{3,9}\.?,? (?:de )?(?:19|20)\d\d|\p{L}{3,9}\.? \d{1,2},? (?:19|20)\d\d)` +
	`(?::|\s[–—-])\s+(\S.*)$`)

// inBracketsBehind is what stands in brackets at the end of a headline.
var inBracketsBehind = pattern.New(`^(.*\S)\s+[(\[]([^()\[\]]{6,30})[)\]]$`)

// yearFirst is a day that begins with its year, the month in letters: "2026 Jan 09".
var yearFirst = pattern.New(`^((?:19|20)\d\d) (\p{L}{3,9}\.?) (\d{1,2})$`)
