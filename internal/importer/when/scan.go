package when

import (
	"slices"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"pressroom/internal/pattern"
)

type kind int

const (
	strangeToken kind = iota // a word that is none of time
	amongToken               // one that may stand among those of time: "at", "on"
	numberToken              // digits that were not read
	doubtToken               // "around", "tomorrow", "half past"
	markToken                // of embargo or release
	stopToken                // the end of a sentence or line
	pointToken               // other punctuation
	otherToken               // a telephone number, an address: digits that are no time

	dayToken
	weekdayToken
	clockToken
	zoneToken
)

func (k kind) ofTime() bool { return k >= dayToken }

type mark int

const (
	noMark        mark = iota
	tradeMark          // an embargo on goods
	openMark           // "no embargo"
	beforeMark         // "not for publication before"
	immediateMark      // "for immediate release"
	embargoMark        // "embargoed"
	releaseMark        // "for release:"
	behindMark         // "until 9 a.m., not for publication"
	liftedMark         // "embargo lifted": an open one, or an embargo that will be
	blockedMark        // "gesperrt bis": an embargo, where a text is blocked
)

// token is a stretch of the folded text.
type token struct {
	kind     kind
	from, to int
	days     []Day
	weekday  int
	clock    clock
	zone     zone
	mark     mark
	point    byte   // of punctuation
	hourLike bool   // of a number that was not read: it may be an hour
	why      string // of a number that was not read, what is wrong with it, behind its words
	alone    bool   // of a zone that is a place with no word for time
}

// closer is the sign that closes what a bracket opens.
func (t token) closer() byte {
	if t.point == '[' {
		return ']'
	}
	return ')'
}

func (t token) opens() bool { return t.kind == pointToken && (t.point == '(' || t.point == '[') }

// clock is an hour as it is written.
type clock struct {
	hour, minute, second int
	half                 byte // 'a' or 'p', 0 where none is written
	word                 bool // noon or midnight, without a number
	night                bool // midnight: of which day is not said
	whole                bool // counted to 24
	bare                 bool // a number alone: either half of the day
}

type scanner struct {
	s        string
	at       int
	language string
	out      []token
	v        *vocabulary
	plain    unwrapped
}

// scan divides a folded text into tokens.
func scan(s, language string) []token {
	language, _, _ = strings.Cut(strings.ToLower(language), "-")
	c := &scanner{s: s, language: language, v: known(), plain: unwrap(s)}
	for c.at < len(c.s) {
		rest := c.s[c.at:]
		r, size := utf8.DecodeRuneInString(rest)
		switch {
		case r == ' ':
			c.at += size
		case unicode.IsDigit(r):
			c.digits(rest)
		case unicode.IsLetter(r), r == '\'' && c.quoteWord(rest):
			c.word(rest)
		default:
			c.punctuation(rest, r, size)
		}
	}
	return c.out
}

// add takes the next bytes as a token, at least one sign: a digit that is none of 0 to
// 9 matches no pattern.
func (c *scanner) add(t token, size int) {
	if size == 0 {
		_, size = utf8.DecodeRuneInString(c.s[c.at:])
	}
	t.from, t.to = c.at, c.at+size
	c.out = append(c.out, t)
	c.at += size
}

// last is the last token that is no punctuation within a sentence.
func (c *scanner) last() token {
	for i := len(c.out) - 1; i >= 0; i-- {
		if c.out[i].kind != pointToken {
			return c.out[i]
		}
	}
	return token{kind: stopToken}
}

func (c *scanner) quoteWord(rest string) bool { // 's ochtends, '26
	return c.v.noon.begins(rest) || c.v.morning.begins(rest) || c.v.evening.begins(rest) || c.v.doubt.begins(rest)
}

func (c *scanner) punctuation(rest string, r rune, size int) {
	if n, z, ok := c.signedOffset(rest); ok {
		c.add(token{kind: zoneToken, zone: z}, n)
		return
	}
	if m := telephone.FindStringSubmatch(rest); r == '+' && m != nil {
		c.add(token{kind: otherToken}, len(m[1]))
		return
	}
	k := pointToken
	switch {
	case unicode.IsNumber(r): // ½, ³⁰: part of a number that is not read
		k = numberToken
	case r == '.', r == ';', r == '!', r == '?', r == '\n':
		k = stopToken
	}
	t := token{kind: k}
	if r < utf8.RuneSelf {
		t.point = byte(r)
	}
	c.add(t, size)
}

var (
	isoTime    = pattern.New(`^(\d{4})-(\d{2})-(\d{2})(?:T| )(\d{2}):(\d{2})(?::(\d{2})(?:\.\d+)?)?(Z|[+-]\d{2}:?\d{2})?(?:[^\pL\pN:]|$)`)
	isoDay     = pattern.New(`^((\d{4})([-/.]) ?(\d{1,2})([-/.]) ?(\d{1,2}))(?:[^\pL\pN]|$)`)
	numericDay = pattern.New(`^((\d{1,2})([./-]) ?(\d{1,2})([./-]) ?(\d{4}|\d{2}))(?:[^\pL\pN:]|$)`)
	// oddYear is one with a figure too few or too many, where nothing can be counted by it.
	oddYear    = pattern.New(`^, ?(\d{3}|\d{5,6})(?: ?$| ?[\n()|]| - ?)|^ (\d{3}|\d{5,6})(?: ?$| ?[\n)|])`)
	dayYear    = pattern.New(`(?i)^[ ,./-]{0,2}\s?(?:de |del |di )?(?:([12]\d{3})|'(\d{2}))(?:[^\pL\pN:]|:[^\d]|:?$)`)
	yearIsHour = pattern.New(`(?i)^ ?(?:hrs?|hours|h|uhr|uur|horas|z|gmt|utc|[a-z]{2,3}t)(?:[^\pL\pN]|$)`)
	telephone  = pattern.New(`^((?:\+\d|\+?\(?\d{2,4}\)?)[-. /]?\(?\d{3}\)?[-. /]?\d{3,4}(?:[-. ]?\d{2,4})?)(?:[^\pL\pN:]|$)`)
	digitRun   = pattern.New(`^\d[\d\pL]*`)
)

// digits reads what begins with one.
func (c *scanner) digits(rest string) {
	if m := isoTime.FindStringSubmatchIndex(rest); m != nil && c.iso(rest, m) {
		return
	}
	for _, read := range []func(string) (token, int){c.isoDay, c.hanDay, c.farDay, c.dayMonth, c.numericDay, c.clock, c.bareClock} {
		if t, n := read(rest); n != 0 {
			c.add(t, n)
			return
		}
	}
	if m := telephone.FindStringSubmatch(rest); m != nil && len(m[1]) > 8 {
		c.add(token{kind: otherToken}, len(m[1]))
		return
	}
	if n := c.noHour(rest); n != 0 {
		c.add(token{kind: numberToken, hourLike: true, why: "is no hour"}, n)
		return
	}
	if m := dottedClock.FindStringSubmatchIndex(rest); m != nil { // perhaps an hour, perhaps a sum
		c.add(token{kind: numberToken, hourLike: true}, m[5])
		return
	}
	c.add(token{kind: numberToken, hourLike: colonClock.MatchString(rest)}, len(digitRun.FindString(rest)))
}

// iso reads 2026-12-08T09:00:00-05:00 (ISO 8601, RFC 3339).
func (c *scanner) iso(rest string, m []int) bool {
	part := func(i int) string {
		if m[2*i] < 0 {
			return ""
		}
		return rest[m[2*i]:m[2*i+1]]
	}
	day, n := dayNamed([]Day{{atoi(part(1)), atoi(part(2)), atoi(part(3))}}, m[7])
	k := clock{hour: atoi(part(4)), minute: atoi(part(5)), second: atoi(part(6)), whole: true}
	if !k.valid() {
		return false
	}
	start := c.at
	c.add(day, n)
	c.add(token{kind: clockToken, clock: k}, m[11]-m[7])
	if m[12] != -1 {
		c.out[len(c.out)-1].to, c.at = start+m[13], start+m[13]
	}
	if o := part(7); o != "" {
		c.at = start + m[14]
		c.add(token{kind: zoneToken, zone: offsetZone(o)}, len(o))
	}
	return true
}

func (c *scanner) isoDay(rest string) (token, int) {
	m := isoDay.FindStringSubmatch(rest)
	if m == nil || m[3] != m[5] {
		return token{}, 0
	}
	return dayNamed([]Day{{atoi(m[2]), atoi(m[4]), atoi(m[6])}}, len(m[1]))
}

const noDay = "is no day of the calendar"

// dayNamed is a word that names one of these days, so long; where the calendar has none of
// them, one of which nothing can be made: no day is ever counted over into a next month.
func dayNamed(days []Day, size int) (token, int) {
	var out []Day
	for _, d := range days {
		if d.valid() && !slices.Contains(out, d) {
			out = append(out, d)
		}
	}
	if len(out) == 0 {
		return token{kind: numberToken, why: noDay}, size
	}
	return token{kind: dayToken, days: out}, size
}

// numericDay reads 8.12.2026 and 12/8/2026. Which number is the month is sure where
// only one can be, or where full stops part them in a language other than English.
func (c *scanner) numericDay(rest string) (token, int) {
	m := numericDay.FindStringSubmatch(rest)
	if m == nil || m[3] != m[5] {
		return token{}, 0
	}
	a, b, year := atoi(m[2]), atoi(m[4]), atoi(m[6])
	short := len(m[6]) == 2
	if short {
		year += 2000
	}
	european, american := Day{year, b, a}, Day{year, a, b}
	order := []Day{european, american}
	switch {
	case m[3] == "." && c.language != "en":
		order = order[:1]
	case c.language == "en":
		order[0], order[1] = american, european
	}
	t, n := dayNamed(order, len(m[1]))
	if t.kind != dayToken && (short || year < 1900 || year > 2100) {
		return token{}, 0 // part of another number
	}
	return t, n
}

// dayMonth reads "8 December 2026", "8. Dezember", "8 de diciembre de 2026".
func (c *scanner) dayMonth(rest string) (token, int) {
	m := c.v.dayMonth.FindStringSubmatchIndex(rest)
	if m == nil {
		return token{}, 0
	}
	d := Day{Day: atoi(rest[m[2]:m[3]]), Month: c.v.months[strings.ToLower(rest[m[4]:m[5]])]}
	if c.language == "hr" && strings.EqualFold(rest[m[4]:m[5]], "listopada") { // November in Polish
		d.Month = 10
	}
	return c.withYear(rest, d, m[5])
}

// monthDay reads "December 8, 2026" and "Dec. 8th".
func (c *scanner) monthDay(rest string) (token, int) {
	if c.v.months[firstLetters(rest)] == 0 {
		return token{}, 0
	}
	m := c.v.monthDay.FindStringSubmatchIndex(rest)
	if m == nil || clockBehind.MatchString(rest[m[5]:]) {
		return token{}, 0
	}
	name := strings.ToLower(rest[m[2]:m[3]])
	if _, weekday := c.v.brief[name]; weekday && c.v.dayMonth.MatchString(rest[m[4]:]) {
		return token{}, 0 // "mar. 8 décembre" is a Tuesday
	}
	d := Day{Month: c.v.months[name], Day: atoi(rest[m[4]:m[5]])}
	end := m[5]
	if s := ordinal.FindString(rest[end:]); s != "" {
		end += len(s)
	}
	return c.withYear(rest, d, end)
}

var (
	ordinal     = pattern.New(`^(?i:st|nd|rd|th|er|o)\b`)
	clockBehind = pattern.New(`(?i)^ ?(?:[:h]\d|\.\d\d|[ap]\.? ?m\b|uhr\b|h\b|uur\b)`)
)

// withYear takes the year behind a day, unless it is an hour.
func (c *scanner) withYear(rest string, d Day, end int) (token, int) {
	if end < len(rest) && rest[end] == '.' {
		end++
	}
	if m := dayYear.FindStringSubmatchIndex(rest[end:]); m != nil {
		if m[2] < 0 { // '26
			d.Year = 2000 + atoi(rest[end+m[4]:end+m[5]])
			return dayNamed([]Day{d}, end+m[5])
		}
		year, behind := atoi(rest[end+m[2]:end+m[3]]), rest[end+m[3]:]
		hour := yearIsHour.MatchString(behind)
		if sure := hour && hourSuffix.MatchString(behind); !sure && (!hour || year >= 1900 && year < 2100) {
			d.Year, end = year, end+m[3]
		}
	}
	if m := oddYear.FindStringSubmatchIndex(rest[end:]); m != nil && d.Year == 0 {
		return token{kind: numberToken, why: noDay}, end + max(m[3], m[5])
	}
	return dayNamed([]Day{d}, end)
}

var hourSuffix = pattern.New(`(?i)^ ?(?:hrs?|hours|h|uhr|uur|horas)(?:[^\pL\pN]|$)`)

// word reads what begins with a letter.
func (c *scanner) word(rest string) {
	if m, n := c.label(rest); n != 0 {
		k := markToken
		if m == tradeMark {
			k = strangeToken
		}
		c.add(token{kind: k, mark: m}, n)
		return
	}
	for _, read := range []func(string) (token, int){c.eraDay, c.monthDay, c.dayOfWeek, c.zoneWord, c.clockWord} {
		if t, n := read(rest); n != 0 {
			c.add(t, n)
			return
		}
	}
	w := plainWord.FindString(rest)
	k := strangeToken
	switch {
	case c.v.doubt.begins(rest):
		k, w = doubtToken, rest[:c.v.doubt.length(rest)]
	case !c.hourInSentence() && halfAlone.MatchString(rest): // "for release a.m. Tuesday"
		k, w = doubtToken, rest[:4]
	case c.v.among[strings.ToLower(w)]:
		k = amongToken
	}
	if abbreviated := len(w) < len(rest) && rest[len(w)] == '.' && len(w) < 5 && k == strangeToken; abbreviated {
		w = rest[:len(w)+1] // "Mass." ends no sentence
	}
	c.add(token{kind: k}, len(w))
}

// halfAlone is a half of the day that may stand without its hour.
var halfAlone = pattern.New(`(?i)^[ap]\.m\.(?:[^\pL\pN]|$)`)

// atStart tells that nothing but punctuation, and words of embargo, stand before on
// the line.
func (c *scanner) atStart() bool {
	for i := len(c.out) - 1; i >= 0; i-- {
		switch t := c.out[i]; {
		case t.kind == stopToken && t.point == '\n':
			return true
		case t.kind == strangeToken, t.kind == amongToken, t.kind == numberToken, t.kind.ofTime():
			return false
		}
	}
	return true
}

// plainWord is a word with the parts that hyphens join to it.
var plainWord = pattern.New(`^[\pL\p{Nd}]+(?:-\pL[\pL\p{Nd}]*)*`)

// dayOfWeek reads "Tuesday"; short forms only where a day follows.
func (c *scanner) dayOfWeek(rest string) (token, int) {
	m := weekdayWord.FindString(rest)
	if d, ok := c.v.weekdays[strings.ToLower(m)]; ok {
		if len(m) < 6 && len(m) < len(rest) && rest[len(m)] == '.' {
			return token{kind: weekdayToken, weekday: d}, len(m) + 1
		}
		return token{kind: weekdayToken, weekday: d}, len(m)
	}
	if d, ok := c.v.brief[strings.ToLower(m)]; ok {
		behind := strings.TrimLeft(rest[len(m):], "., ")
		stop := 0
		if strings.HasPrefix(rest[len(m):], ".") {
			stop = 1
		}
		for _, read := range []func(string) (token, int){c.dayMonth, c.monthDay, c.numericDay} {
			if _, n := read(behind); n != 0 {
				return token{kind: weekdayToken, weekday: d}, len(m) + stop
			}
		}
	}
	return token{}, 0
}

var weekdayWord = pattern.New(`(?i)^\pL+(?:-feira)?`)

func atoi(s string) int { n, _ := strconv.Atoi(s); return n }
