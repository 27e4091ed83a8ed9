package when

import (
	"fmt"
	"strings"
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
func statements(text string, list []token) []statement {
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
		if !own && marked && strange && s.has(clockToken) && len(text) <= longLine {
			s.problems = []string{"another hour stands beside it"}
			out = append(out, s)
			continue
		}
		if !own && (!timed || marked && strange) {
			continue
		}
		if own || timed {
			s.doubts(text)
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
			if i > from {
				out = append(out, list[from:i:i])
			}
			from = i + 1
		}
	}
	if from < len(list) {
		out = append(out, list[from:])
	}
	return out
}

// doubts notes what makes a statement unsure: words between those of time that were
// not understood, digits that were not read, words of doubt.
func (s *statement) doubts(text string) {
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
		word := strings.TrimSpace(text[t.from:t.to])
		within := first >= 0 && i > first && i < last
		// A word directly before the first of time belongs to it: "until roughly 9 a.m.".
		before := i == first-1 && i >= 0
		switch {
		case t.kind == numberToken:
			s.problems = append(s.problems, fmt.Sprintf("“%s” in it could not be read", word))
		case t.kind == doubtToken:
			s.problems = append(s.problems, fmt.Sprintf("“%s” leaves it open", word))
		case t.kind == strangeToken && t.mark != tradeMark && (within || before):
			s.problems = append(s.problems, fmt.Sprintf("“%s” in it was not understood", word))
		case within && relative[strings.ToLower(word)]:
			s.problems = append(s.problems, fmt.Sprintf("“%s” in it leaves it open", word))
		case t.kind == strangeToken && timeWords[strings.ToLower(word)] && i > first && first >= 0:
			s.problems = append(s.problems, "the zone in it was not understood")
		}
	}
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

// parts divides a statement into its outer text, first, and its brackets.
func (s *statement) parts() ([]part, []string) {
	list := qualify(s.list)
	var out []part
	var problems []string
	outer := []token{}
	for i := 0; i < len(list); i++ {
		end := closing(list, i)
		if end < 0 {
			outer = append(outer, list[i])
			continue
		}
		inner := statement{list: list[i+1 : end]}
		if !inner.has(clockToken) {
			outer = append(outer, inner.list...)
		} else {
			p, why := newPart(inner.list)
			out, problems = append(out, p), append(problems, why...)
		}
		i = end
	}
	p, why := newPart(outer)
	return append([]part{p}, out...), append(why, problems...)
}

// closing is the bracket that closes the one at i, -1 if none opens there.
func closing(list []token, i int) int {
	if list[i].point != '(' && list[i].point != '[' {
		return -1
	}
	for j := i + 1; j < len(list); j++ {
		if list[j].point == ')' || list[j].point == ']' {
			return j
		}
	}
	return -1
}

// qualify joins noon and midnight to the number beside them: "midnight (00:00 GMT)".
func qualify(list []token) []token {
	out := append([]token{}, list...)
	for i := 0; i < len(out); i++ {
		if out[i].kind != clockToken {
			continue
		}
		j := i + 1
		for j < len(out) && out[j].kind == pointToken && (out[j].point == '(' || out[j].point == ',' || out[j].point == '-') {
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
		if k := i + 1; k < j && out[k].point == '(' {
			rest = withoutFirst(rest, ')')
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
	if len(before[0]) > 0 && len(p.hours) > 0 { // "GMT 09:00, CET 10:00"
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
	for i, t := range list {
		if t.kind == weekdayToken && !p.attach(t.weekday, i) {
			p.loose = append(p.loose, t.weekday)
		}
	}
	return p, problems
}

// attach gives a weekday to the nearest day that has none.
func (p *part) attach(weekday, at int) bool {
	best, distance := -1, 0
	for i, d := range p.days {
		n := max(d.at-at, at-d.at)
		if d.weekday < 0 && (best < 0 || n < distance) {
			best, distance = i, n
		}
	}
	if best >= 0 {
		p.days[best].weekday = weekday
	}
	return best >= 0
}
