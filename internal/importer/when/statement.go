package when

import (
	"fmt"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// statement is what is said of one time: words of time that belong together, and
// what of them was not understood.
type statement struct {
	list     []token
	problems []string
}

func (s *statement) has(k kind) bool {
	for _, t := range s.list {
		if t.kind == k {
			return true
		}
	}
	return false
}

// longLine is what is longer than a line that says when: hours in other sentences are
// those of something else.
const longLine = 400

// relative stand between words of time only where they make an instant of two.
var relative = wordSet("after before prior nach vor antes despues avant apres prima dopo depois apos voor na")

// statements finds those of a text: sentences that speak of embargo or release, and
// those of nothing but time. In a text that speaks of neither, all are read.
func statements(f folded, list []token) []statement {
	var out []statement
	marked := false
	for _, t := range list {
		marked = marked || t.kind == markToken
	}
	for _, clause := range clauses(list) {
		s := statement{list: clause}
		own, strange := false, false
		for _, t := range clause {
			own = own || t.kind == markToken
			strange = strange || t.kind == strangeToken || t.kind == numberToken || t.kind == otherToken
		}
		timed := s.has(dayToken) || s.has(clockToken) || s.has(weekdayToken) || s.has(zoneToken)
		if !own && marked && strange && s.has(clockToken) && len(f.text) <= longLine {
			s.problems = []string{"another hour stands beside it"}
			out = append(out, s)
			continue
		}
		if !own && (!timed || marked && strange) {
			continue
		}
		if own || timed {
			s.doubts(f)
		}
		last := len(out) - 1
		if last < 0 || own && out[last].has(clockToken) && (s.has(clockToken) || s.has(dayToken) && out[last].has(dayToken)) {
			out = append(out, s)
			continue
		}
		out[last].list = append(append(out[last].list, token{kind: pointToken}), s.list...)
		out[last].problems = append(out[last].problems, s.problems...)
	}
	return out
}

// clauses divides at the ends of sentences and lines.
func clauses(list []token) [][]token {
	var out [][]token
	from := 0
	for i, t := range list {
		if t.kind == stopToken {
			out = append(out, list[from:i:i])
			from = i + 1
		}
	}
	return append(out, list[from:])
}

// doubts notes what makes a statement unsure: words between those of time that were
// not understood, digits that were not read, words of doubt.
func (s *statement) doubts(f folded) {
	first, last := -1, -1
	for i, t := range s.list {
		if t.kind.ofTime() {
			if first < 0 {
				first = i
			}
			last = i
		}
	}
	for i, t := range s.list {
		word := strings.Join(strings.Fields(f.written(t.from, t.to)), " ")
		plain := strings.ToLower(f.text[t.from:t.to])
		within := i > first && i < last
		// A word directly before the first of time belongs to it: "until roughly 9 a.m.".
		before := i == first-1 && i >= 0
		switch {
		case t.why != "":
			s.problems = append(s.problems, fmt.Sprintf("“%s” %s", strings.TrimRight(word, "."), t.why))
		case t.alone && s.namesMore(f.text, i):
			s.problems = append(s.problems, fmt.Sprintf("“%s” %s", word, perhapsZone.why))
		case t.kind == numberToken:
			s.problems = append(s.problems, fmt.Sprintf("“%s” in it could not be read", word))
		case t.kind == doubtToken:
			s.problems = append(s.problems, fmt.Sprintf("“%s” leaves it open", word))
		case t.kind == strangeToken && t.mark != tradeMark && (within || before):
			s.problems = append(s.problems, fmt.Sprintf("“%s” in it was not understood", word))
		case within && relative[plain]:
			s.problems = append(s.problems, fmt.Sprintf("“%s” in it leaves it open", word))
		case i < first && s.waits(f.text, i, first):
			s.problems = append(s.problems, fmt.Sprintf("“%s” in it leaves it open", lastWord(word)))
		case i > first && first >= 0 && (t.kind == strangeToken && timeWords[plain] || s.namesZone(f.text, i)):
			s.problems = append(s.problems, "the zone in it was not understood")
		}
	}
}

// waiting are words behind which something must be over, and not only an hour.
var waiting = wordSet("after nach apres despues dopo depois apos na")

// waits tells that what must be over stands between a word and the first of time: "until
// after the vote, 9 a.m.".
func (s *statement) waits(text string, i, first int) bool {
	t := s.list[i]
	if !waiting[strings.ToLower(lastWord(text[t.from:t.to]))] {
		return false
	}
	return slices.ContainsFunc(s.list[i+1:first], func(t token) bool { return t.kind == strangeToken })
}

func lastWord(s string) string {
	list := strings.FieldsFunc(s, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.Is(unicode.Mn, r) })
	if len(list) == 0 {
		return s
	}
	return list[len(list)-1]
}

// clockOf stand beside a place whose time is meant.
var clockOf = wordSet("time zeit ortszeit tijd hora horario heure ora")

// namesZone tells that a word for time stands with a name that is no zone known here.
func (s *statement) namesZone(text string, i int) bool {
	name := func(t token) bool {
		r, _ := utf8.DecodeRuneInString(text[t.from:])
		return t.kind == strangeToken && unicode.IsUpper(r)
	}
	t := s.list[i]
	if !clockOf[strings.ToLower(text[t.from:t.to])] {
		return false
	}
	behind := i + 1
	for behind < len(s.list) && beside[strings.ToLower(text[s.list[behind].from:s.list[behind].to])] {
		behind++
	}
	return name(s.list[i-1]) || behind > i+1 && behind < len(s.list) && name(s.list[behind])
}

// namesMore tells that a place is followed by a name: "London, Ontario", "London Bridge",
// or a dateline on the same line.
func (s *statement) namesMore(text string, i int) bool {
	if s.list[i-1].opens() {
		return false
	}
	for _, t := range s.list[i+1:] {
		if t.kind == pointToken && !t.opens() {
			continue
		}
		r, _ := utf8.DecodeRuneInString(text[t.from:])
		return t.kind == strangeToken && unicode.IsUpper(r)
	}
	return false
}

// part is the outer text of a statement, or a bracket in it that has an hour of its
// own, as in "9 a.m. ET (14:00 GMT)".
type part struct {
	hours []hour
	days  []dayWord
	loose []int // weekdays that belong to no day
}

// hour is a clock with the zones that stand with it.
type hour struct {
	clock clock
	zones []zone
	at    int
}

// dayWord is a day with its weekday, -1 where there is none.
type dayWord struct {
	days    []Day
	weekday int
	at      int
}

// parts divides a statement into its outer text, first, and its brackets. Where all of
// it stands in brackets, as in "[9 a.m. ET, December 8]", the first of them is none.
func (s *statement) parts() ([]part, []string) {
	list := qualify(s.list)
	var brackets [][]token
	outer := []token{}
	for i := 0; i < len(list); i++ {
		end := closing(list, i)
		if end == -1 {
			outer = append(outer, list[i])
			continue
		}
		inner := list[i+1 : end]
		switch {
		case !(&statement{list: inner}).has(clockToken):
			outer = append(outer, inner...)
		case !outerHas(list, clockToken) && !(outerHas(list, zoneToken) && (&statement{list: inner}).has(zoneToken)):
			opened := slices.Concat(list[:i], inner, list[end+1:])
			return (&statement{list: opened}).parts()
		default:
			brackets = append(brackets, inner)
		}
		i = end
	}
	p, problems := newPart(outer)
	out := []part{p}
	for _, inner := range brackets {
		p, why := newPart(inner)
		out, problems = append(out, p), append(problems, why...)
	}
	return out, problems
}

// outerHas tells that a word of a kind stands outside of brackets.
func outerHas(list []token, k kind) bool {
	for i := 0; i < len(list); i++ {
		if end := closing(list, i); end != -1 {
			i = end
		} else if list[i].kind == k {
			return true
		}
	}
	return false
}

// closing is the bracket that closes the one at i, -1 if none opens there. One of the
// other kind closes it where none of its own does.
func closing(list []token, i int) int {
	if !list[i].opens() {
		return -1
	}
	other, depth := -1, 0
	for j := i + 1; j < len(list); j++ {
		switch point := list[j].point; {
		case point == list[i].point:
			depth++
		case point == list[i].closer() && depth == 0:
			return j
		case point == list[i].closer():
			depth--
		case (point == ')' || point == ']') && other == -1:
			other = j
		}
	}
	return other
}

// qualify joins noon and midnight to the number beside them: "midnight (00:00 GMT)".
func qualify(list []token) []token {
	out := append([]token{}, list...)
	for i := 0; i < len(out); i++ {
		if out[i].kind != clockToken {
			continue
		}
		j := i + 1
		for j < len(out) && out[j].kind == pointToken && (out[j].opens() || out[j].point == ',' || out[j].point == '-') {
			j++
		}
		if j >= len(out) || out[j].kind != clockToken || out[i].clock.word == out[j].clock.word {
			continue
		}
		number, word := out[i].clock, out[j].clock
		if number.word {
			number, word = word, number
		}
		midnight := number.minute == 0 && (number.hour == 0 || number.hour == 24 || number.hour == 12 && number.half != 'p')
		noon := number.minute == 0 && number.hour == 12 && number.half != 'a'
		if word.night && !midnight || !word.night && !noon {
			continue
		}
		number.night = number.night || word.night && number.hour == 12
		number.whole = true
		merged := token{kind: clockToken, clock: number, from: out[i].from, to: out[j].to}
		rest := out[j+1:]
		if k := i + 1; out[k].opens() {
			rest = withoutFirst(rest, out[k].closer())
		}
		out = append(append(append([]token{}, out[:i]...), merged), rest...)
	}
	return out
}

func withoutFirst(list []token, point byte) []token {
	for i, t := range list {
		if t.point == point {
			return append(append([]token{}, list[:i]...), list[i+1:]...)
		}
	}
	return list
}

// newPart binds zones to hours and weekdays to days.
func newPart(list []token) (part, []string) {
	var p part
	var lead []zone
	var problems []string
	before := make(map[int][]zone) // of an hour, where zones stand before hours
	for i, t := range list {
		switch t.kind {
		case clockToken:
			p.hours = append(p.hours, hour{clock: t.clock, at: i})
			before[len(p.hours)-1], lead = lead, nil
		case zoneToken:
			lead = append(lead, t.zone)
			if n := len(p.hours); n > 0 {
				p.hours[n-1].zones = append(p.hours[n-1].zones, t.zone)
			}
		case dayToken:
			p.days = append(p.days, dayWord{t.days, -1, i})
		}
	}
	if len(before[0]) > 0 { // "GMT 09:00, CET 10:00"
		if len(p.hours) > 1 && len(lead) > 0 {
			problems = append(problems, "it is not clear which of its zones belongs to which hour")
		}
		for i := range p.hours {
			switch {
			case len(p.hours) == 1:
				p.hours[i].zones = append(p.hours[i].zones, before[0]...)
			default:
				p.hours[i].zones = before[i]
			}
		}
	}
	p.pairZones()
	for i, t := range list {
		if t.kind == weekdayToken && !p.attach(t.weekday, i) {
			p.loose = append(p.loose, t.weekday)
		}
	}
	return p, problems
}

// pairZones gives each hour its zone where as many zones as hours stand behind the last
// of them: "9 a.m. / 6 a.m. ET/PT".
func (p *part) pairZones() {
	last := len(p.hours) - 1
	if last < 1 || len(p.hours[last].zones) != len(p.hours) {
		return
	}
	for _, h := range p.hours[:last] {
		if len(h.zones) > 0 {
			return
		}
	}
	zones := p.hours[last].zones
	for i := range p.hours {
		p.hours[i].zones = zones[i : i+1]
	}
}

// attach gives a weekday to the nearest day that has none.
func (p *part) attach(weekday, at int) bool {
	var nearest *dayWord
	for i := range p.days {
		d := &p.days[i]
		if d.weekday < 0 && (nearest == nil || d.apart(at) < nearest.apart(at)) {
			nearest = d
		}
	}
	if nearest != nil {
		nearest.weekday = weekday
	}
	return nearest != nil
}

// apart is how many words part a day from a place in its statement.
func (w dayWord) apart(at int) int { return max(w.at-at, at-w.at) }
