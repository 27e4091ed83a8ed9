package when

import (
	"slices"
	"strings"
	"sync"
	"time"
	"unicode"

	"pressroom/internal/pattern"
)

// zoneWord reads a zone that begins with a letter.
func (c *scanner) zoneWord(rest string) (token, int) {
	if n, z := utcOffset(c, rest); n != 0 {
		return token{kind: zoneToken, zone: z}, n
	}
	if !zoneStarts()[firstLetters(rest)] {
		return token{}, 0
	}
	list := zoneWords(rest)
	behind := c.last()
	afterClock := behind.kind == clockToken || behind.kind == zoneToken
	afterDay := (behind.kind == dayToken || behind.kind == weekdayToken) && c.hourWithoutZone()
	if z, n := fullName(list, afterClock || afterDay); n != 0 {
		if afterDay && !strings.Contains(rest[:n], " ") && wordFollows.MatchString(rest[n:]) { // "Eastern harbors ask"
			return perhapsZone, n
		}
		return token{kind: zoneToken, zone: z}, n
	}
	if z, ok := c.abbreviation(list, behind, rest); ok {
		return token{kind: zoneToken, zone: z}, list[0].end
	}
	if iana, n := placeTime(list); n != 0 {
		return token{kind: zoneToken, zone: place(iana)}, n
	}
	if afterClock || afterDay {
		switch iana, n := barePlace(list); {
		case n == 0:
		case afterDay && !(c.out[len(c.out)-1].opens() && strings.HasPrefix(rest[n:], ")")):
			return perhapsZone, n
		default:
			return token{kind: zoneToken, zone: place(iana), alone: true}, n
		}
	}
	return token{}, 0
}

// hourWithoutZone tells that an hour without a zone stands before in the sentence.
func (c *scanner) hourWithoutZone() bool { return c.lastOf(clockToken, zoneToken) == clockToken }

// hourInSentence tells that an hour stands before in the sentence.
func (c *scanner) hourInSentence() bool { return c.lastOf(clockToken) == clockToken }

// lastOf is the kind of the last word of these kinds in the sentence.
func (c *scanner) lastOf(kinds ...kind) kind {
	for i := len(c.out) - 1; i >= 0 && c.out[i].kind != stopToken; i-- {
		if slices.Contains(kinds, c.out[i].kind) {
			return c.out[i].kind
		}
	}
	return stopToken
}

// perhapsZone is a place that stands where one of other things may too.
var perhapsZone = token{kind: numberToken, why: "may be the zone of its hour, or not"}

var wordFollows = pattern.New(`^ ?[\pL\pN]`)

// firstLetters are those before the first other sign, in small letters.
func firstLetters(s string) string {
	behind := strings.TrimLeftFunc(s, unicode.IsLetter)
	return strings.ToLower(s[:len(s)-len(behind)])
}

// zoneStarts are the beginnings of all that names a zone.
var zoneStarts = sync.OnceValue(func() map[string]bool {
	out := make(map[string]bool)
	for _, list := range placeNames {
		for _, n := range strings.Split(list, "|") {
			out[firstLetters(n)] = true
		}
	}
	for n := range full {
		out[firstLetters(n)] = true
	}
	for n := range abbreviations {
		out[strings.ToLower(n)] = true
		out[strings.ToLower(n[:1])] = true // E.S.T.
	}
	for _, set := range []map[string]bool{timeWords, beside} {
		for n := range set {
			out[n] = true
		}
	}
	return out
})

// zonePart is a word in small letters, without full stops, and where it ends.
type zonePart struct {
	text, raw string
	end       int
}

var zonePattern = pattern.New(`^(?:[ ']{0,2}|-)(\pL(?:[\pL.]*\pL)?)`)

// zoneWords are the next words, up to what parts them other than a space, an
// apostrophe or a full stop.
func zoneWords(rest string) []zonePart {
	var out []zonePart
	at := 0
	for len(out) < 9 {
		m := zonePattern.FindStringSubmatchIndex(rest[at:])
		if m == nil {
			break
		}
		raw := rest[at+m[2] : at+m[3]]
		end := at + m[3]
		if strings.Contains(raw, ".") && end < len(rest) && rest[end] == '.' {
			end++
		}
		out = append(out, zonePart{strings.ReplaceAll(strings.ToLower(raw), ".", ""), raw, end})
		at = end
	}
	return out
}

func joined(list []zonePart) string {
	var parts []string
	for _, p := range list {
		parts = append(parts, p.text)
	}
	return strings.Join(parts, " ")
}

// fullName reads "Eastern Standard Time"; one word alone only behind an hour.
func fullName(list []zonePart, afterClock bool) (zone, int) {
	for last, w := range slices.Backward(list) {
		name, ok := fullNames()[joined(list[:last+1])]
		if !ok || last == 0 && !afterClock {
			continue
		}
		if z, ok := named[name]; ok {
			return z, w.end
		}
		return abbreviations[name], w.end
	}
	return nil, 0
}

var fullNames = sync.OnceValue(func() map[string]string {
	out := make(map[string]string)
	for k, v := range full {
		out[nameReplacer.Replace(k)] = v
	}
	return out
})

// abbreviation reads ET, MEZ and the like beside an hour or a day.
func (c *scanner) abbreviation(list []zonePart, behind token, rest string) (zone, bool) {
	w := list[0]
	z, ok := abbreviations[strings.ToUpper(w.text)]
	if !ok {
		return nil, false
	}
	isUpper := strings.ToUpper(w.raw) == w.raw
	switch {
	case c.v.doubt.begins(rest): // "9 H ET DEMIE"
		return nil, false
	case isUpper && c.inCapitals(w.end) && spoken[c.language][w.text]:
		return nil, false
	case isUpper:
	case behind.kind != clockToken:
		return nil, false
	case small[w.raw]:
	case c.language == "en" && smallEnglish[w.raw]:
	default:
		return nil, false
	}
	next := strings.TrimLeft(rest[w.end:], " :")
	return z, behind.kind.ofTime() || next != "" && next[0] >= '0' && next[0] <= '9'
}

// inCapitals tells that the words about the next one, which is so long, are all in
// capitals, and that it does not stand in brackets: it may be a word like them.
func (c *scanner) inCapitals(size int) bool {
	if c.at > 0 && c.s[c.at-1] == '(' {
		return false
	}
	about := c.s[max(0, c.at-15):min(len(c.s), c.at+size+15)]
	return !strings.ContainsFunc(about, unicode.IsLower)
}

// longest is the longest place that the words begin with.
func longest(list []zonePart) (iana string, words int) {
	for n := min(len(list), longestPlace); n > 0; n-- {
		if iana, ok := placesByName()[joined(list[:n])]; ok {
			return iana, n
		}
	}
	return "", 0
}

// placeTime reads a place with a word for time: "UK time", "hora de Madrid".
func placeTime(list []zonePart) (string, int) {
	if timeWords[list[0].text] {
		i := 1
		for i < len(list) && beside[list[i].text] {
			i++
		}
		iana, n := longest(list[i:])
		if n == 0 {
			return "", 0
		}
		end := i + n
		for { // "hora peninsular española"
			more, n := longest(list[end:])
			if more != iana {
				break
			}
			end += n
		}
		return iana, list[end-1].end
	}
	iana, n := longest(list)
	for i := n; n > 0 && i < len(list); i++ {
		switch {
		case timeWords[list[i].text]:
			return iana, list[i].end
		case !beside[list[i].text]:
			return "", 0
		}
	}
	return "", 0
}

// barePlace reads a place that stands behind an hour: "9:00 (London)", "8 h en
// Canarias".
func barePlace(list []zonePart) (string, int) {
	i := 0
	for i < len(list) && beside[list[i].text] {
		i++
	}
	iana, n := longest(list[i:])
	if n == 0 || n == 1 && notBare[list[i].text] {
		return "", 0
	}
	if list[i].raw[0] >= 'a' {
		return "", 0
	}
	return iana, list[i+n-1].end
}

var offsetPattern = pattern.New(`^((?:UTC|GMT|utc|gmt)(?: ?/ ?(?:UTC|GMT))? ?([+-]))((\d{1,2})(?::?(\d{2}))?)(?:[^\d\pL:]|$)`)

// utcOffset reads UTC+2 and GMT-5:30. "GMT - 5" and "GMT-8 December" are none.
func utcOffset(c *scanner, rest string) (int, zone) {
	m := offsetPattern.FindStringSubmatch(rest)
	if m == nil {
		return 0, nil
	}
	if _, n := c.dayMonth(rest[len(m[1]):]); n != 0 {
		return 0, nil
	}
	if z, ok := offset(m[2], m[4], m[5]); ok {
		return len(m[1] + m[3]), z
	}
	return 0, nil
}

func offset(sign, hours, minutes string) (zone, bool) {
	h, m := atoi(hours), atoi(minutes)
	if h > 14 || m > 59 {
		return nil, false
	}
	d := time.Duration(h)*time.Hour + time.Duration(m)*time.Minute
	if sign == "-" {
		d = -d
	}
	name := ""
	if d == 0 {
		name = "UTC"
	}
	return zone{{place: name, offset: d, fixed: true}}, true
}

// offsetZone is that of ISO 8601: Z, +0200, -05:00.
func offsetZone(s string) zone {
	if s == "Z" {
		return abbreviations["UTC"]
	}
	s = strings.ReplaceAll(s, ":", "")
	z, _ := offset(s[:1], s[1:3], s[3:])
	return z
}

var signed = pattern.New(`^(([+-])(\d{2})(:?)(\d{2}))(?:[^\d\pL:]|$)`)

// signedOffset reads +0200 behind an hour, or behind a day with an hour before it. With a
// minus and a colon it may be the end of a span, "9:00 -10:00", but in brackets.
func (c *scanner) signedOffset(rest string) (size int, z zone, ok bool) {
	m := signed.FindStringSubmatch(rest)
	if m == nil || len(c.out) == 0 {
		return size, z, false
	}
	before := c.out[len(c.out)-1]
	bracket, spaced := before.opens(), c.s[c.at-1] == ' '
	if !bracket && (!spaced || m[2] == "-" && m[4] == ":") {
		return size, z, false
	}
	switch behind := c.last(); {
	case behind.kind == clockToken && (bracket || before.kind == clockToken):
	case behind.kind == dayToken && c.hourWithoutZone() && !moreDigits.MatchString(rest[len(m[1]):]):
	default:
		return size, z, false
	}
	z, ok = offset(m[2], m[3], m[5])
	return len(m[1]), z, ok
}

// moreDigits follow what begins a telephone number.
var moreDigits = pattern.New(`^[ .-]?\d`)
