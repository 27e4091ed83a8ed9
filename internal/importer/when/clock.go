package when

import (
	"strings"
	"time"

	"pressroom/internal/pattern"
)

var (
	colonClock   = pattern.New(`(?i)^(\d{1,2}) ?(?::|[hu]) ?(\d{2})(?::(\d{2}))?(?:[^\d:]|$)`)
	dottedClock  = pattern.New(`^(\d{1,2})\.(\d{2})(?:[^\d.]|\.(?:[^\d]|$)|$)`)
	commaClock   = pattern.New(`^(\d{1,2}),(\d{2})(?:[^\d.,]|[.,](?:[^\d]|$)|$)`)
	spacedClock  = pattern.New(`(?i)^(\d{1,2}) ?(?:heures|uhr|uur|horas) (\d{2})(?:[^\d\pL.:]|\.? *$)`)
	fourClock    = pattern.New(`^(\d{2})(\d{2})(?:[^\d:]|$)`)
	hourClock    = pattern.New(`^(\d{1,2})(?:[^\d:]|$)`)
	halfOfDay    = pattern.New(`(?i)^([ap]\.? ?m\.?)(?:[^\pL\pN]|$)`)
	zuluBehind   = pattern.New(`^Z(?:[^\pL\pN]|$)`)
	offsetBehind = pattern.New(`^ ?(?:[(\[][+-]\d{2}:?\d{2}[)\]]|[+-]\d{4}(?:\D|$))`)
	openBracket  = pattern.New(`^\s?[(\[]`)
)

func (k clock) valid() bool {
	return k.minute < 60 && k.second < 60 && (k.hour < 24 || k.hour == 24 && k.minute == 0 && k.second == 0) &&
		(k.half == 0 || k.hour <= 12 || k.half == 'p' && k.hour < 24)
}

// clock reads an hour that something shows to be one: "9:30", "0900hrs", "9 a.m.",
// "9 Uhr", "9h30".
func (c *scanner) clock(rest string) (token, int) {
	if m := colonClock.FindStringSubmatchIndex(rest); m != nil {
		k, end := numbers(rest, m)
		k.whole = strings.HasPrefix(rest, "0") || strings.ContainsAny(rest[m[3]:m[4]], "hHuU")
		return c.suffix(rest, k, end, true)
	}
	if m := spacedClock.FindStringSubmatchIndex(rest); m != nil {
		k, end := numbers(rest, m)
		k.whole = true
		return c.suffix(rest, k, end, true)
	}
	if m := dottedClock.FindStringSubmatchIndex(rest); m != nil {
		k, end := numbers(rest, m)
		k.whole = strings.HasPrefix(rest, "0")
		return c.suffix(rest, k, end, c.zoneBehind(rest[end:]) || c.hourBefore())
	}
	if m := commaClock.FindStringSubmatchIndex(rest); m != nil {
		k, end := numbers(rest, m)
		k.whole = true
		return c.suffix(rest, k, end, c.wholeBefore())
	}
	if m := fourClock.FindStringSubmatchIndex(rest); m != nil {
		k, end := numbers(rest, m)
		k.whole = true
		return c.suffix(rest, k, end, strings.HasPrefix(rest, "0") || c.zoneBehind(rest[end:]) && !c.postcode(rest[end:]))
	}
	if m := hourClock.FindStringSubmatchIndex(rest); m != nil {
		whole := c.wholeBefore()
		k := clock{hour: atoi(rest[m[2]:m[3]]), whole: whole || strings.HasPrefix(rest, "0") && m[3] == 2} // "09 hours"
		return c.suffix(rest, k, m[3], whole)
	}
	return token{}, 0
}

func numbers(rest string, m []int) (clock, int) {
	k := clock{hour: atoi(rest[m[2]:m[3]]), minute: atoi(rest[m[4]:m[5]])}
	if len(m) > 6 && m[6] >= 0 {
		k.second = atoi(rest[m[6]:m[7]])
		return k, m[7]
	}
	return k, m[5]
}

// suffix reads what stands behind the number of an hour; shown tells that it is known
// to be an hour without.
func (c *scanner) suffix(rest string, k clock, end int, shown bool) (token, int) {
	hourWord := false
	for {
		at := end
		for at < len(rest) && rest[at] == ' ' {
			at++
		}
		tail, n := rest[at:], 0
		switch {
		case c.half(tail, &k, hourWord, &n), c.partOfDay(tail, &k, &n):
			shown = true
		case !hourWord && k.half == 0 && c.hourWord(tail) > 0:
			n, hourWord = c.hourWord(tail), true
			k, shown = c.withHourWord(k, tail, n, shown, at == end)
		}
		if n == 0 {
			break
		}
		end = at + n
	}
	if !shown || !k.valid() {
		return token{}, 0
	}
	return token{kind: clockToken, clock: k}, end
}

// withHourWord is an hour with the word behind its number, which is so long. "9 o'clock"
// may be of either half of the day, and so may "9 hours" where a zone shows it to be one.
func (c *scanner) withHourWord(k clock, tail string, n int, shown, attached bool) (clock, bool) {
	switch {
	case oClock(tail[:n]), !shown && strings.EqualFold(tail[:1], "h") && n > 2 && !c.isHour(k, tail[:n], attached) && c.zoneBehind(tail[n:]):
		k.bare = !k.whole
		return k, true
	case c.isHour(k, tail[:n], attached), c.zoneBehind(tail[n:]): // "9 h CET"
		shown = true
	}
	k.whole = k.whole || shown
	return k, shown
}

func oClock(word string) bool { return strings.HasSuffix(strings.ToLower(word), "clock") }

// hourWord is how long a word behind a number is that shows it to be an hour. Dutch
// writes "9 u.", which begins other words elsewhere.
func (c *scanner) hourWord(tail string) int {
	n := c.v.hour.length(tail)
	if n > 0 && n < 3 && strings.EqualFold(tail[:1], "u") && c.language != "nl" {
		return 0
	}
	return n
}

// half reads a.m. and p.m. Without full stops "am" is a preposition too.
func (c *scanner) half(tail string, k *clock, hourWord bool, n *int) bool {
	m := halfOfDay.FindStringSubmatch(tail)
	if m == nil || k.half != 0 {
		return false
	}
	if dotted := strings.Contains(m[1], "."); !dotted && (hourWord || k.hour > 12 || c.language == "de") {
		return false
	}
	k.half, *n = strings.ToLower(m[1])[0], len(m[1])
	return true
}

// otherHalf is a half of the day that stands behind all of a statement, as in "9:00 GMT
// p.m.", and is another than that of the instant that was read; "" where none does.
func otherHalf(rest, language string, at time.Time) string {
	if at.IsZero() {
		return ""
	}
	rest = strings.TrimLeft(rest, " ,()")
	v, late := known(), at.Hour() >= 12
	switch m := halfOfDay.FindStringSubmatch(rest); {
	case m != nil && (!strings.HasPrefix(language, "de") || !strings.EqualFold(m[1], "am")): // "am Montag" is no half of the day
		if late != strings.EqualFold(m[1][:1], "p") {
			return m[1]
		}
	case late && v.morning.begins(rest):
		return rest[:v.morning.length(rest)]
	case !late && v.evening.begins(rest):
		return rest[:v.evening.length(rest)]
	}
	return ""
}

// partOfDay reads "in the morning", "du soir", and the noon or midnight of a twelve.
func (c *scanner) partOfDay(tail string, k *clock, n *int) bool {
	twelve := (k.hour == 12 || k.hour == 0 || k.hour == 24) && k.minute == 0
	switch {
	case k.half == 0 && k.hour > 0 && k.hour < 12 && c.v.morning.begins(tail):
		k.half, *n = 'a', c.v.morning.length(tail)
	case k.half == 0 && k.hour > 0 && k.hour < 12 && c.v.evening.begins(tail):
		k.half, *n = 'p', c.v.evening.length(tail)
	case k.hour == 12 && c.v.noon.begins(tail):
		k.whole, *n = true, c.v.noon.length(tail)
	case twelve && c.v.midnight.begins(tail):
		k.night, *n = k.hour == 12, c.v.midnight.length(tail)
	default:
		return false
	}
	return true
}

// isHour tells that a word shows a number to be an hour of the clock, and not how
// many hours pass: "9 Uhr", "9h", "0900 hours", but not "9 hours".
func (c *scanner) isHour(k clock, word string, attached bool) bool {
	word = strings.ToLower(strings.Trim(word, "."))
	switch {
	case k.minute > 0, word == "uhr":
		return true
	case k.hour >= 24:
		return false
	}
	return c.language != "en" || word == "uur" || attached && (word == "h" || word == "hs")
}

// noHour is how long something is that is written as an hour and that no clock shows:
// "25:00", "31 Uhr".
func (c *scanner) noHour(rest string) int {
	if m := colonClock.FindStringSubmatchIndex(rest); m != nil && strings.Contains(rest[m[3]:m[4]], ":") {
		if k, end := numbers(rest, m); !k.valid() {
			return end
		}
	}
	m := hourClock.FindStringSubmatchIndex(rest)
	if m == nil || atoi(rest[m[2]:m[3]]) <= 24 {
		return 0
	}
	tail := strings.TrimLeft(rest[m[3]:], " ")
	n := c.hourWord(tail)
	if !oClock(tail[:n]) && !strings.EqualFold(tail[:n], "uhr") {
		return 0 // "48 hours"
	}
	return len(rest) - len(tail) + n
}

// bareClock reads a number that a word before it, or a zone behind it, shows to be an
// hour: "at 9", "alle 9", "9 GMT". It may be of either half of the day.
func (c *scanner) bareClock(rest string) (token, int) {
	m := hourClock.FindStringSubmatchIndex(rest)
	if m == nil || !c.hourBefore() && !c.zoneBehind(rest[m[3]:]) {
		return token{}, 0
	}
	k := clock{hour: atoi(rest[m[2]:m[3]]), bare: true}
	if !k.valid() || m[3] < len(rest) && (rest[m[3]] == '-' || rest[m[3]] == '/') {
		return token{}, 0
	}
	return token{kind: clockToken, clock: k}, m[3]
}

// zoneBehind tells that a zone follows.
func (c *scanner) zoneBehind(rest string) bool {
	_, ok := c.zoneFollows(rest)
	return offsetBehind.MatchString(rest) || ok
}

// postcode tells that a place follows four digits in a language whose countries write
// "1010 Wien" in addresses.
func (c *scanner) postcode(rest string) bool {
	t, _ := c.zoneFollows(rest)
	return t.alone && c.language != "en"
}

func (c *scanner) zoneFollows(rest string) (token, bool) {
	rest = openBracket.ReplaceAllString(rest, " ")
	if rest == "" || rest[0] != ' ' && !zuluBehind.MatchString(rest) {
		return token{}, false
	}
	inner := &scanner{s: rest, language: c.language, v: c.v, out: []token{{kind: clockToken}}}
	for inner.at < len(rest) && rest[inner.at] == ' ' {
		inner.at++
	}
	t, n := inner.zoneWord(rest[inner.at:])
	return t, n != 0
}

// hourBefore and wholeBefore tell that a word before shows a number to be an hour.
func (c *scanner) hourBefore() bool  { return c.wordBefore(c.v.before) || c.wordBefore(c.v.whole) }
func (c *scanner) wholeBefore() bool { return c.wordBefore(c.v.whole) }

func (c *scanner) wordBefore(p *union) bool {
	if len(c.out) == 0 {
		return false
	}
	t := c.out[len(c.out)-1]
	if t.kind != amongToken {
		return false
	}
	w := c.s[t.from:t.to]
	return p.length(w) == len(w)
}

// clockWord reads an hour that begins with a letter: noon and midnight, "nine
// o'clock in the morning", "abends um 8 Uhr".
func (c *scanner) clockWord(rest string) (token, int) {
	if n := len(pastMidnight.FindString(rest)); n != 0 {
		return token{kind: clockToken, clock: clock{minute: 1}}, n
	}
	if n := c.v.noon.length(rest); n != 0 {
		return token{kind: clockToken, clock: clock{hour: 12, word: true, whole: true}}, n
	}
	if n := c.v.midnight.length(rest); n != 0 {
		return token{kind: clockToken, clock: clock{word: true, night: true}}, n
	}
	if t, n := c.partBefore(rest); n != 0 {
		return t, n
	}
	return c.counted(rest, c.hourBefore())
}

// partBefore reads an hour behind its part of the day: "'s avonds om 8 uur".
func (c *scanner) partBefore(rest string) (token, int) {
	half, n := byte('a'), c.v.morning.length(rest)
	if n == 0 {
		half, n = 'p', c.v.evening.length(rest)
	}
	between := partJoin.FindString(rest[n:])
	if between == "" {
		return token{}, 0
	}
	tail := rest[n+len(between):]
	t, size := c.clock(tail)
	if size == 0 {
		t, size = c.counted(tail, len(between) > 1)
	}
	k := &t.clock
	switch {
	case t.kind != clockToken || k.half != 0 && k.half != half:
		return token{}, 0
	case k.hour > 0 && k.hour < 12:
		k.half = half
	case half == 'a' || k.hour <= 12 || k.hour > 23:
		return token{}, 0
	}
	return t, n + len(between) + size
}

// counted reads an hour in words where something shows that one of the clock is
// meant. Where hours pass ("for nine hours", "ten to nine"), the time is left open.
func (c *scanner) counted(rest string, at bool) (token, int) {
	word := firstLetters(rest)
	hour := c.v.counts[word]
	if hour == 0 || c.v.doubt.begins(rest) {
		return token{}, 0
	}
	if m := countBeside.FindStringSubmatch(rest[len(word):]); m != nil && (m[2] != "" || c.v.counts[strings.ToLower(m[1])] != 0) {
		return token{kind: doubtToken}, len(word)
	}
	tail := strings.TrimLeft(rest[len(word):], " ")
	behind := c.hourWord(tail)
	k := clock{hour: hour, whole: c.wholeBefore()}
	part := clock{hour: hour}
	n := 0
	after := strings.TrimLeft(tail[behind:], " ")
	timed := c.partOfDay(after, &part, &n) || c.half(after, &part, false, &n)
	if behind > 0 && !at && !timed && !strings.EqualFold(tail[:behind], "uhr") && !oClock(tail[:behind]) {
		return token{kind: doubtToken}, len(rest) - len(tail) + behind
	}
	return c.suffix(rest, k, len(word), k.whole)
}

var (
	pastMidnight = pattern.New(`(?i)^(?:(?:one|a) minute (?:past|after) midnight|eine minute nach mitternacht|une minute apres minuit|` +
		`un minuto despues de (?:la )?medianoche|um minuto depois da meia-noite|un minuto dopo (?:la )?mezzanotte|` +
		`een minuut na middernacht)\b`)
	partJoin = pattern.New(`(?i)^,? (?:(?:at|um|om|a|as|a las|alle(?: ore)?) )?`)
	// between the number of minutes and that of the hour, or two hours
	countBeside = pattern.New(`(?i)^(?: minutes| minuten| minutos| minuti)? ` +
		`(?:to|past|before|after|or|vor|nach|bis|oder|voor|over|of|a|e|o|y|et|ou|und|-) ` +
		`(?:(?:the|las|les|le|as) )?(\pL+|(\d))`)
)
