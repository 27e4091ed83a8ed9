package when

import (
	"strings"
	"unicode/utf8"

	"pressroom/internal/pattern"
)

// wrapping are signs that may stand round part of a label, as in "(Hold for) release".
const wrapping = `()[]*_"“”„«»`

// unwrapped is a text without signs round parts of labels, and with single spaces where
// it has spaces or ends a line.
type unwrapped struct {
	text string
	from []int // of each byte, its place in the text that it was made of
	at   []int // of each byte of that text, its place here
}

func unwrap(s string) unwrapped {
	var b strings.Builder
	var u unwrapped
	var last rune
	for at, r := range s {
		_, size := utf8.DecodeRuneInString(s[at:])
		for range size {
			u.at = append(u.at, b.Len())
		}
		if r == '\n' {
			r = ' '
		}
		if strings.ContainsRune(wrapping, r) || r == ' ' && last == ' ' {
			continue
		}
		if r == ' ' {
			b.WriteByte(' ')
		} else {
			b.WriteString(s[at : at+size])
		}
		for i := range size {
			u.from = append(u.from, at+i)
		}
		last = r
	}
	u.text = b.String()
	return u
}

// label reads words of embargo and release, with what stands round a part of them.
func (c *scanner) label(rest string) (mark, int) {
	plain := ""
	if c.plain.text != c.s {
		plain = c.plain.text[c.plain.at[c.at]:]
	}
	for _, m := range c.v.marks {
		if m.start && !c.atStart() && !c.behindKind(rest) || m.mark == behindMark && !c.untilThen() {
			continue
		}
		n := m.p.length(rest)
		if n == 0 {
			if n = m.p.length(plain); n != 0 { // "(Hold for) release"
				n = c.plain.from[c.plain.at[c.at]+n-1] + 1 - c.at
			}
		}
		switch {
		case n == 0:
		case m.mark != blockedMark:
			return m.mark, n
		case c.blocks(rest[:n]):
			return embargoMark, n
		}
	}
	return noMark, 0
}

// kindAhead is what kind of text a line begins with, and a sign behind it: "MEDIA ALERT: ", "Communiqué – ".
var kindAhead = pattern.New(`(?i)^[^\pL\pN]*(?:(?:joint |live |breaking |new )?(?:press|news|media)` +
	`(?: (?:release|statement|advisory|alert|notice|note|invitation|update))?|advisory|alert|photo (?:opportunity|call)|statement|` +
	`communique(?: de presse)?|(?:dossier|invitation|info|avis|note) (?:de |a la )?presse|(?:nota|comunicado|aviso|convocatoria|boletin) ` +
	`(?:de|a|para) (?:la )?(?:prensa|imprensa|medios)|comunicado|(?:presse|medien)(?:mitteilung|information|meldung|info|einladung|hinweis)|` +
	`comunicato stampa|persbericht) ?[:|/*•-][ :|/*•-]*$`)

// behindKind tells that a label of release stands behind a kind of text, or whose it is, and is no part of a sentence.
func (c *scanner) behindKind(rest string) bool {
	ahead := c.s[strings.LastIndexByte(c.s[:c.at], '\n')+1 : c.at]
	return len(ahead) < 60 && (kindAhead.MatchString(ahead) && !strings.HasPrefix(strings.ToLower(rest), "live") ||
		nameAhead.MatchString(ahead) && forRelease.MatchString(rest))
}

// nameAhead is what else a line begins with, up to such a sign: whose text it is. forRelease is a label that says
// nothing else there.
var (
	nameAhead  = pattern.New(`^[^\pL\pN]*\p{Lu}[^\pN.!?;:|/-]{2,50} [|/*-][ |/*-]*$`)
	forRelease = pattern.New(`(?i)^(?:for|pour|para|zur|per|voor) `)
)

// texts are words for what may be published, as the subject of a sentence.
var texts = wordSet(`text texte meldung meldungen mitteilung mitteilungen pressemitteilung pressemeldung presseinformation medienmitteilung
	medieninformation information informationen inhalt inhalte material pressematerial pressetext unterlagen dokument dokumente beitrag
	bericht studie nachricht rede manuskript redemanuskript veroffentlichung berichterstattung`)

// blocks tells that words such as "gesperrt bis" speak of a text, or begin a line.
func (c *scanner) blocks(words string) bool {
	if c.atStart() {
		return strings.Contains(words, " ")
	}
	for i := len(c.out) - 1; i >= 0 && c.out[i].kind != stopToken; i-- {
		if texts[strings.ToLower(c.s[c.out[i].from:c.out[i].to])] {
			return true
		}
	}
	return false
}

// untilWords stand before a time up to which something is forbidden.
var untilWords = wordSet("before until till vor bis avant jusqu hasta antes prima fino sino voor tot ate")

// untilThen tells that a sentence has said until when, and little else: "until 9 a.m. on
// December 8, do" not publish.
func (c *scanner) untilThen() bool {
	until, timed, strange := false, false, 0
	for i := len(c.out) - 1; i >= 0 && c.out[i].kind != stopToken; i-- {
		t := c.out[i]
		switch {
		case t.kind == strangeToken:
			strange++
		case t.kind == clockToken, t.kind == dayToken:
			timed = true
		case untilWords[strings.ToLower(c.s[t.from:t.to])]:
			until = true
		}
	}
	return until && timed && strange <= 1
}
