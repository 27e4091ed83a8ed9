package when

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"pressroom/internal/pattern"
)

// readFar divides a line in such a language into tokens; ok tells that it knows all its words.
func readFar(s string, o Options) (list []token, ok bool) {
	language, _, _ := strings.Cut(strings.ToLower(o.Language), "-")
	t, ok := farTongues[language]
	if !ok {
		return nil, false
	}
	c := &farScanner{scanner: scanner{s: s, language: language, v: known()}, far: far(), twelve: t.twelve}
	for c.at < len(s) {
		if !c.next() {
			return nil, false
		}
	}
	has := func(k kind) bool { return slices.ContainsFunc(c.out, func(t token) bool { return t.kind == k }) }
	if c.half != 0 || !has(clockToken) && !has(dayToken) {
		return nil, false
	}
	return c.out, true
}

// farScanner is a scanner of such a line.
type farScanner struct {
	scanner
	far    *farVocabulary
	twelve bool // an hour without its half of the day may be either
	named  bool // a word stands before that a number behind is an hour
	half   byte // the half of the day that stands before its hour
}

// next takes the next word; it tells whether it is known.
func (c *farScanner) next() bool {
	rest := c.s[c.at:]
	r, size := utf8.DecodeRuneInString(rest)
	named := c.named
	switch {
	case unicode.IsDigit(r):
		c.named = false
		return c.number(rest, named)
	case unicode.IsLetter(r):
		c.named = false
		if t, n := c.eraDay(rest); n != 0 {
			c.add(t, n)
			return t.kind == dayToken
		}
		return c.wordElsewhere(rest)
	case r == '(' || r == '[' || r == ')' || r == ']':
		c.add(token{kind: pointToken, point: byte(r)}, size)
	case unicode.IsNumber(r):
		return false
	default:
		c.at += size
	}
	return true
}

// number takes a day or an hour.
func (c *farScanner) number(rest string, named bool) bool {
	for _, read := range []func(string) (token, int){c.isoDay, c.hanDay, c.farDay, c.dayMonth, c.numericDay} {
		if t, n := read(rest); n != 0 {
			t.days = c.inOrder(t.days, rest)
			c.add(t, n)
			return t.kind == dayToken
		}
	}
	k, n := c.hourElsewhere(rest, named)
	if n == 0 || !k.valid() || k.half != 0 && k.hour >= 12 {
		return false
	}
	c.half = 0
	c.add(token{kind: clockToken, clock: k}, n)
	return true
}

// inOrder is which of two days figures mean: the day stands first, where the year does not.
func (c *farScanner) inOrder(days []Day, rest string) []Day {
	if c.language == "ja" || c.language == "ko" || c.language == "zh" || len(days) < 2 {
		return days
	}
	first := atoi(leadingFigures.FindString(rest))
	return slices.DeleteFunc(days, func(d Day) bool { return d.Day != first })
}

var (
	leadingFigures = pattern.New(`^\d+`)
	farColon       = pattern.New(`^(\d{1,2}) ?: ?(\d{2})(?::(\d{2}))?(?:[^\d:]|$)`)
	twoFigures     = pattern.New(`^ ?\d{1,2}`)
)

// hourElsewhere reads an hour.
func (c *farScanner) hourElsewhere(rest string, named bool) (k clock, n int) {
	if m := farColon.FindStringSubmatchIndex(rest); m != nil {
		k, n = numbers(rest, m)
		k.whole = !c.twelve
	} else if m := dottedClock.FindStringSubmatchIndex(rest); m != nil && (named || c.shows(rest[m[5]:])) {
		k, n = numbers(rest, m)
		k.whole = !c.twelve
	} else if k, n = c.countedElsewhere(rest); n == 0 {
		figures := leadingFigures.FindString(rest)
		if !named && !c.shows(rest[len(figures):]) {
			return k, 0
		}
		k, n = clock{hour: atoi(figures), whole: !c.twelve}, len(figures)
	}
	k.whole = k.whole || k.hour > 12 || rest[0] == '0'
	k.bare, k.half = !k.whole, c.half
	return k, n
}

// shows tells that what stands behind figures shows them to be an hour: its word, its half of the day or a zone.
func (c *farScanner) shows(behind string) bool {
	behind = strings.TrimLeft(behind, " ")
	for _, p := range []*pattern.Pattern{c.far.hours, c.far.morning, c.far.evening} {
		if begun(p, behind) > 0 {
			return true
		}
	}
	zone, _ := c.zoneElsewhere(behind)
	return zone != ""
}

// zoneElsewhere is the zone that a text begins with by its name, and how long that is.
func (c *farScanner) zoneElsewhere(rest string) (iana string, size int) {
	for iana, p := range c.far.zones {
		if n := begun(p, rest); n != 0 {
			return iana, n
		}
	}
	return "", 0
}

// countedElsewhere reads an hour with its word behind it: "9時30分", "9 часов".
func (c *farScanner) countedElsewhere(rest string) (k clock, n int) {
	figures := leadingFigures.FindString(rest)
	n = len(figures)
	behind := strings.TrimLeft(rest[n:], " ")
	word := begun(c.far.hours, behind)
	if word == 0 || n > 2 {
		return k, 0
	}
	spoken := strings.HasPrefix(behind, "点") || strings.HasPrefix(behind, "點") || c.language == "ko"
	k = clock{hour: atoi(figures), whole: !c.twelve && !spoken}
	n = len(rest) - len(behind) + word
	minutes := twoFigures.FindString(rest[n:])
	if length := begun(c.far.minutes, strings.TrimLeft(rest[n+len(minutes):], " ")); minutes != "" && length != 0 {
		k.minute, k.whole = atoi(strings.TrimLeft(minutes, " ")), !c.twelve
		n += len(minutes)
		n += len(rest[n:]) - len(strings.TrimLeft(rest[n:], " ")) + length
	}
	return k, n
}

// wordElsewhere takes what begins with a letter.
func (c *farScanner) wordElsewhere(rest string) bool {
	last := token{kind: stopToken}
	if len(c.out) > 0 {
		last = c.out[len(c.out)-1]
	}
	if n := begun(c.far.marks, rest); n != 0 {
		c.add(token{kind: markToken, mark: embargoMark}, n)
		return true
	}
	for i, p := range []*pattern.Pattern{c.far.morning, c.far.evening} {
		half, n := "ap"[i], begun(p, rest)
		ofDay := strings.EqualFold(rest[:n], "дня")
		if ofDay {
			half = daytime(last.clock.hour)
		}
		switch {
		case n == 0:
		case last.kind == clockToken && last.clock.half == 0 && half != 0 && (last.clock.hour < 12 || ofDay) && !c.before():
			c.out[len(c.out)-1].clock.half = half
			c.at += n
			return true
		default:
			c.half = half
			c.at += n
			return c.before()
		}
	}
	if iana, n := c.zoneElsewhere(rest); n != 0 {
		c.add(token{kind: zoneToken, zone: place(iana)}, n)
		return true
	}
	return c.weekdayElsewhere(rest, last) || c.abbreviationElsewhere(rest) || c.filler(rest, last)
}

// daytime is the half of the day of an hour that is said to be of the day in Russian: of noon and two o’clock the
// second, of eleven the first; 0 of one that nobody calls so.
func daytime(hour int) byte {
	switch {
	case hour == 12 || hour < 6:
		return 'p'
	case hour >= 9 && hour < 12:
		return 'a'
	}
	return 0
}

// before tells a half of the day that stands before its hour.
func (c *farScanner) before() bool {
	return c.language == "ja" || c.language == "ko" || c.language == "zh"
}

// weekdayElsewhere takes a day of the week.
func (c *farScanner) weekdayElsewhere(rest string, last token) bool {
	for i, p := range c.far.weekdays {
		n := begun(p, rest)
		if n == 0 && last.opens() {
			n = begun(c.far.short[i], rest)
		}
		if n != 0 {
			c.add(token{kind: weekdayToken, weekday: i}, n)
			return true
		}
	}
	return false
}

// abbreviationElsewhere takes a zone for short, of which there is one.
func (c *farScanner) abbreviationElsewhere(rest string) bool {
	if n, z := utcOffset(&c.scanner, rest); n != 0 {
		c.add(token{kind: zoneToken, zone: z}, n)
		return true
	}
	word := capitals.FindString(rest)
	z, ok := abbreviations[word]
	if !ok || len(word) < 2 || len(z) > 1 {
		return false
	}
	c.add(token{kind: zoneToken, zone: z}, len(word))
	return true
}

var capitals = pattern.New(`^[A-Z]+\b`)

// filler passes over a word that says nothing of the hour.
func (c *farScanner) filler(rest string, last token) bool {
	if n := begun(c.far.named, rest); n != 0 {
		c.at += n
		c.named = true
		return true
	}
	if n := begun(c.far.hours, rest); n > 0 && last.kind == clockToken { // "9:00 hodin"
		c.at += n
		return true
	}
	n := begun(c.far.fillers, rest)
	c.at += n
	return n > 0
}
