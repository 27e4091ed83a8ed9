package importer

import (
	"fmt"
	"slices"
	"strings"
	"time"
	"unicode/utf8"

	"pressroom/internal/importer/prose"
	"pressroom/internal/importer/when"
	"pressroom/internal/pattern"
)

// saying is what a place in the source says of embargo or hour of release.
type saying struct {
	place, text string
	when.Reading
}

const (
	maxTimed  = 256 << 10 // bytes of the source that are read for their time
	goesOnFor = 3         // lines that a line of time may go on for

)

// embargoStem finds paragraphs that must be read for their time wherever they stand,
// timeStem short lines, and forbids running text that may forbid publication.
var (
	embargoStem = pattern.New(`(?i)embarg|sperrfrist|sperrvermerk|` + when.Elsewhere)

	forbids = pattern.New(`(?is)(?:\bnot\b|\bno\b|ne pas|nicht|não|niet|\bnon\b|hold).{0,90}(?:before|until|till|prior|antes|hasta|avant|` +
		`jusqu|vor|bis|até|prima|fino|voor|vóór|tot)`)

	// liveAt begins a headline too.
	liveAt     = pattern.New(`(?i)^\W*live (?:at|on|from)\b`)
	mailHeader = pattern.New(`(?i)^\W*(?:from|to|subject|sent|cc|von|an|betreff|de|à|para|asunto|objet|assunto|oggetto|van|aan|onderwerp)\s*:`)
)

// endsTime tells a line that says when the release may be published, up to its end.
func endsTime(s string) bool {
	if !prose.IsTimeLine(s) {
		return false
	}
	r := when.Read(s, when.Options{Today: time.Unix(0, 0)})
	return r.Complete() && strings.Trim(s[r.End:], " *_.)]|–—-") == ""
}

// takeTimes takes out the lines that say when the release may be published, and reads
// the running text that does, wherever it stands.
func (d *draft) takeTimes(list []prose.Para) []prose.Para {
	body := bodyStart(list)
	d.Days = wholeDays(list[:min(len(list), body+3)], d.Lang)
	var out []prose.Para
	left := maxTimed
	for i := 0; i < len(list); i++ {
		p := list[i]
		if !mayBeTimed(p) {
			if !p.Aside {
				out = append(out, p)
			}
			continue
		}
		if left -= len(p.Text) + len(p.Table); left < 0 {
			d.say(saying{p.Place, p.Text, when.Reading{Embargo: true, Why: "so much of the source speaks of embargoes that it was not all read"}})
			return append(out, list[i:]...)
		}
		n, rest := d.takeTime(list[i:], i < body)
		if n == 0 && !p.Aside {
			out = append(out, p)
		}
		if rest.Text != "" {
			out = append(out, rest)
		}
		i += max(n, 1) - 1
	}
	return out
}

// bodyStart is where running text begins, or the end.
func bodyStart(list []prose.Para) int {
	for i, p := range list {
		if !p.Aside && eventFields(list[i:]) || !p.Aside && isBodyStart(p) && !prose.TimeStem.MatchString(p.Text[:min(len(p.Text), 40)]) {
			return i
		}
	}
	return len(list)
}

// wholeDays are the days with their year that the beginning of the source names.
func wholeDays(list []prose.Para, lang string) (out []when.Day) {
	for _, p := range list {
		text := p.Text[:min(len(p.Text), 200)]
		if !prose.TimeSign.MatchString(text) {
			continue
		}
		r := when.Read(text, when.Options{Language: lang, Today: time.Unix(0, 0)})
		for _, day := range r.Days {
			if r.Twice == "" && day.Year != 0 {
				out = append(out, day)
			}
		}
	}
	return out
}

// forTheirQuestions says whom the public asks, with a number behind it: "For public inquiries: 1-800-…".
var forTheirQuestions = pattern.New(`(?i)^\W*for (?:the )?(?:general )?public (?:in|en)quir(?:y|ies)\b`)

// mayBeTimed tells paragraphs that are worth reading for their time.
func mayBeTimed(p prose.Para) bool {
	text := p.Text + p.Table
	short := utf8.RuneCountInString(text) < prose.LongestLine
	switch {
	case embargoStem.MatchString(text):
		return true
	case forTheirQuestions.MatchString(text):
		return false
	case short:
		return prose.TimeStem.MatchString(text) || prose.TimeSign.MatchString(text)
	}
	return prose.TimeSign.MatchString(text) && forbids.MatchString(text)
}

// takeTime reads the first paragraph of a list for its time. It returns how many
// paragraphs are lines of time and so are taken out of the copy, and what of the last
// is copy again: a headline on the same line.
func (d *draft) takeTime(list []prose.Para, head bool) (n int, rest prose.Para) {
	p := list[0]
	if p.Table != "" {
		d.takeTable(p)
		return 0, prose.Para{}
	}
	text := p.Text
	if loc := contactInLine.FindStringIndex(text); loc != nil && loc[0] > 0 {
		text, rest = strings.TrimSpace(text[:loc[0]]), p.Part(loc[0], len(text))
	}
	r, begun := d.Read(text), 0
	if rest.Text == "" {
		text, r, begun = d.endsBelow(list, text, r)
		if head && begun == 0 {
			text, r, begun = d.hourBelow(list, text, r)
		}
	}
	line := utf8.RuneCountInString(text) < prose.LongestLine && r.Strange <= prose.MostStrange
	if !d.speaks(r, text, line, head) {
		return 0, prose.Para{}
	}
	if !line {
		d.say(saying{p.Place, excerpt(text), r})
		return 0, prose.Para{}
	}
	n = 1
	if rest.Text == "" {
		text, r, n = d.goOn(list[begun:], text, r)
		n += begun
		if n == 1 && r.Complete() {
			if at := headlineBehind(text, r.End); at > 0 {
				text, rest = strings.TrimSpace(text[:at]), p.Part(at, len(text))
			}
		}
	}
	if head && (r.Release || r.Open) && !r.Embargo && !r.Hour { // a day of release
		if at := headlineBehind(text, r.End); at > 0 && n == 1 && rest.Text == "" {
			text, rest = strings.TrimSpace(text[:at]), p.Part(at, len(text))
		}
		d.noteDay(text)
		d.open = d.open || r.Open
		d.releaseLines = append(d.releaseLines, text)
		return n, rest
	}
	if !r.Embargo && !r.Release && !r.Immediate && !r.Open && !p.Aside && d.givenOut(r) {
		d.noteDay(text) // a day and an hour that have passed, and nothing that says of what
		d.releaseLines = append(d.releaseLines, text)
		return n, rest
	}
	d.say(saying{p.Place, text, r})
	return n, rest
}

// speaks tells whether a text says when the release may be published, other than at
// once and other than by a day alone. head: it stands above the running text.
func (d *draft) speaks(r when.Reading, text string, line, head bool) bool {
	switch {
	case r.Immediate && r.Leads && line && !r.Embargo:
		d.immediate = true
		return r.Hour || r.Open && head
	case r.Open && !r.Embargo:
		return r.Leads && line && (r.Hour || head)
	case r.Outright:
		return true
	case r.Embargo:
		return r.Leads && (head || r.Hour || line) || r.Hour && r.Dated()
	case r.Release && line:
		if liveAt.MatchString(text) && r.At.IsZero() && r.Strange > 2 { // "Live on 2nd Street: a party for all"
			return false
		}
		return r.Hour || head && r.Dated()
	}
	return head && line && r.Hour && r.Dated() && r.Strange <= 1 && !prose.Occasion.MatchString(text)
}

// endsBelow joins a line with the next one where only both forbid publication before a
// time: "NOT FOR PUBLICATION" above "BEFORE 9 A.M. ET". It tells how many lines it joined.
func (d *draft) endsBelow(list []prose.Para, text string, r when.Reading) (string, when.Reading, int) {
	if len(list) < 2 || r.Embargo || r.Complete() || list[1].Table != "" || list[1].Level > 0 || list[1].Aside != list[0].Aside ||
		utf8.RuneCountInString(text) > 80 || utf8.RuneCountInString(list[1].Text) > 80 || !prose.TimeSign.MatchString(list[1].Text) {
		return text, r, 0
	}
	both := d.Read(text + "\n" + list[1].Text)
	if !both.Embargo || !both.Leads || !both.Hour && !both.Dated() || d.Read(list[1].Text).Embargo {
		return text, r, 0
	}
	return text + "\n" + list[1].Text, both, 1
}

// fieldOfTime begins a line of day or hour that may be those of an event.
var fieldOfTime = pattern.New(`(?i)^\W*\p{L}+\s?:`)

// hourBelow joins a label of release, a day or an hour, each alone on a line, with the lines below
// where both together name a day and an hour: "FOR RELEASE" above "December 8, 2026" above "9 A.M. ET".
// It tells how many lines it joined.
func (d *draft) hourBelow(list []prose.Para, text string, r when.Reading) (string, when.Reading, int) {
	label := r.Release && r.Leads && r.Strange <= 2
	alone := r.Strange == 0 && r.End > 0 && (r.Dated() || r.Hour) && !fieldOfTime.MatchString(text)
	if r.Embargo || r.Immediate || r.Open || r.Complete() || !label && !alone {
		return text, r, 0
	}
	both, all, n := d.goOn(list, text, r)
	if n == 1 || !all.Complete() {
		return text, r, 0
	}
	return both, all, n - 1
}

// goOn joins the lines that a line of time goes on for: its day or hour, or a second
// hour.
func (d *draft) goOn(list []prose.Para, text string, r when.Reading) (string, when.Reading, int) {
	n := 1
	for n < len(list) && n <= goesOnFor {
		next := list[n]
		if next.Table != "" || next.Level > 0 || next.Aside != list[0].Aside || utf8.RuneCountInString(next.Text) > 80 ||
			mailHeader.MatchString(next.Text) {
			break
		}
		more := d.Read(next.Text)
		pure := more.Strange == 0 && more.End > 0 && !more.Embargo && !more.Immediate
		if !pure || r.Complete() && !more.Hour && (more.Dated() || !r.At.IsZero()) {
			break
		}
		text += "\n" + next.Text
		r = d.Read(text)
		n++
	}
	return text, r, n
}

// headlineBehind finds a headline behind the words of time on their line: "EMBARGOED
// UNTIL 9 A.M. ET: …". It is 0 where there is none.
func headlineBehind(text string, end int) int {
	behind := strings.TrimLeft(text[end:], " )]*.")
	cut := strings.TrimLeft(behind, ":–—-|• ")
	if len(cut) == len(behind) || len(strings.Fields(cut)) < 4 {
		return 0
	}
	return len(text) - len(cut)
}

// takeTable reads the rows of a table for what they say.
func (d *draft) takeTable(p prose.Para) {
	for _, row := range strings.Split(p.Table, "\n") {
		text := strings.Join(strings.Fields(strings.NewReplacer("|", " ", `\`, "", "*", "").Replace(row)), " ")
		if r := d.Read(text); r.Outright || r.Leads && (r.Embargo || r.Release) && r.Hour {
			d.say(saying{p.Place, text, r})
		}
	}
}

func (d *draft) say(s saying) {
	s.text = strings.Join(strings.Fields(s.text), " ")
	d.sayings = append(d.sayings, s)
}

// excerpt is the sentence of running text that speaks of an embargo, or its beginning.
func excerpt(text string) string {
	from := 0
	if loc := embargoStem.FindStringIndex(text); loc != nil {
		from = strings.LastIndex(text[:loc[0]], ". ") + 1
	}
	text = strings.TrimSpace(text[from:])
	if r := []rune(text); len(r) > prose.LongestLine {
		return string(r[:prose.LongestLine]) + " …"
	}
	return text
}

// settleTime decides what all sayings mean together. Nothing is sure while one of them
// is not, or two differ.
func (d *draft) settleTime() {
	if r := d.Read(d.Dateline.Text); d.Dateline.Text != "" && r.Hour && !d.givenOut(r) {
		d.say(saying{"the dateline", d.Dateline.Text, r})
	}
	d.hourAbove()
	if len(d.sayings) == 0 {
		return
	}
	d.timed = true
	first := slices.IndexFunc(d.sayings, func(s saying) bool { return !s.At.IsZero() })
	for i, s := range d.sayings {
		switch {
		case d.immediate || s.Immediate:
			d.unclear(s, "the source says “for immediate release” too")
			return
		case (d.open || s.Open) && s.Embargo:
			d.unclear(s, "it says that there is no embargo, too")
			return
		case s.At.IsZero() && first >= 0 && s.agrees(d.sayings[first].At):
		case s.At.IsZero():
			d.unclear(s, s.Why)
			return
		case i != first && !s.At.Equal(d.sayings[first].At):
			d.unclear(s, fmt.Sprintf("%s it says %s, and here %s", d.sayings[first].place, d.sayings[first].At.Format(time.RFC3339),
				s.At.Format(time.RFC3339)))
			return
		}
	}
	d.at, d.zone = d.sayings[first].At, d.sayings[first].Zone
	for _, s := range d.sayings {
		d.releaseLines = append(d.releaseLines, s.text)
	}
}

// hourAbove tells of an hour alone on a line above the copy, where nothing else says when the release
// may be published and its day has not passed: the day alone would let it go at any hour.
func (d *draft) hourAbove() {
	passed := len(d.Days) > 0 && !slices.ContainsFunc(d.Days, func(day when.Day) bool { return !day.Time().Before(d.Today.AddDate(0, 0, -2)) })
	if len(d.sayings) > 0 || passed {
		return
	}
	for _, l := range d.Letterhead {
		if d.hourAlone(l) {
			d.say(saying{"a line above the copy", l, d.Read(l)})
		}
	}
	for i := range d.Contacts {
		if c := &d.Contacts[i]; d.hourAlone(c.Role) {
			d.say(saying{"a line beside a contact", c.Role, d.Read(c.Role)})
			c.Role = ""
		}
	}
}

// hourAlone tells a text that is an hour and nothing else.
func (d *draft) hourAlone(text string) bool {
	if !prose.TimeSign.MatchString(text) {
		return false
	}
	r := d.Read(text)
	return r.Hour && r.Strange == 0 && r.End > 0 && !r.Dated()
}

// givenOut tells an hour in a dateline that has passed and of which nothing says that it is
// one of release: the one at which a wire gave the text out.
func (d *draft) givenOut(r when.Reading) bool {
	if r.Embargo || r.Release || len(d.sayings) > 0 {
		return false
	}
	if r.At.IsZero() { // no zone is further than a day
		return len(r.Days) == 1 && r.Twice == "" && r.Days[0].Year != 0 && r.Days[0].Time().Before(d.Today.AddDate(0, 0, -2))
	}
	return r.At.Before(d.Today)
}

// agrees tells that a place that names no instant says nothing against one: it names
// no time at all, or that day and no hour.
func (s saying) agrees(at time.Time) bool {
	if s.Silent {
		return true
	}
	if s.Hour || len(s.Days) != 1 || s.Twice != "" || s.Why != "it names no hour" {
		return false
	}
	day := s.Days[0]
	return (day.Year == 0 || day.Year == at.Year()) && day.Month == int(at.Month()) && day.Day == at.Day()
}

func (d *draft) unclear(s saying, why string) {
	d.Unsure = append(d.Unsure, fmt.Sprintf("%s speaks of an embargo or an hour of release, and %s; the file has embargo = \"?\", which "+
		"check, build and send refuse. "+
		"Write the instant with its zone, or date if there is no embargo: %q", s.place, why, s.text))
}
