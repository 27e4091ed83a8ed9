package submission

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"pressroom/internal/language"
	"pressroom/internal/pattern"
)

// mostTimes is how often a text is cleaned at most, until cleaning changes nothing:
// what is taken off may have hidden more of the kind.
const mostTimes = 12

// paragraphs cleans a text of several. It tells what was taken out of it, and what
// cannot be taken.
func paragraphs(s string, cat *language.Catalogue) (text string, told []Problem) {
	for range mostTimes {
		next, more := cleaned(s, cat)
		for _, p := range more {
			if !slices.ContainsFunc(told, func(t Problem) bool { return t.Message == p.Message }) {
				told = append(told, p)
			}
		}
		if next == s {
			break
		}
		s = next
	}
	return s, told
}

func cleaned(s string, cat *language.Catalogue) (text string, told []Problem) {
	s = fromHTML(s)
	if stamp := chatStamp.FindString(s); stamp != "" {
		s = s[len(stamp):]
		told = append(told, Unsent.problem())
	}
	if cut, ok := cutSignature(s); ok {
		s = cut
		told = append(told, Unsigned.problem())
	}
	s = quotedLine.ReplaceAllString(s, "")
	if words, ok := unframed(s); ok {
		s = words
		told = append(told, Unframed.problem())
	}
	if bare, ok := unstarred(s); ok {
		s = bare
		told = append(told, Unstarry.problem())
	}
	if listed(s) {
		told = append(told, problem("text", false, language.Line("lacks_sentences")))
	}
	if tag, _, _ := strings.Cut(cat.Tag, "-"); tag == "nl" || tag == "af" {
		s = dutchClipped.ReplaceAllString(s, "${1}’${2}")
	}
	s, marked := unopened(s)
	paras, wrapped := unwrap(joined(s))
	if marked || wrapped {
		told = append(told, Unquoted.problem())
	}
	return marks(strings.Join(paras, "\n\n"), cat), told
}

// joined are the paragraphs of a text. One line break divides them where a sentence
// ends; elsewhere the lines are wrapped.
func joined(s string) []string {
	var paras, current []string
	end := func() {
		if len(current) > 0 {
			paras = append(paras, strings.Join(current, " "))
			current = nil
		}
	}
	for l := range strings.SplitSeq(s, "\n") {
		l = strings.Join(strings.Fields(l), " ")
		if l == "" {
			end()
			continue
		}
		current = append(current, l)
		if r, _ := utf8.DecodeLastRuneInString(strings.TrimRight(l, `"'”’»`)); strings.ContainsRune(".!?…。！？؟", r) {
			end()
		}
	}
	end()
	return paras
}

// outer are the marks in which people quote, each with those that end it.
var outer = []struct{ open, ends string }{
	{"``", "''"},
	{"“", "”“"},
	{"„", "“”"},
	{"«", "»"},
	{"»", "«"},
	{"”", "”"},
	{"\"", "\""},
	{"「", "」"},
	{"『", "』"},
	{"‘", "’"},
	{"‚", "‘’"},
	{"‹", "›"},
	{"›", "‹"},
	{"'", "'"},
}

// unwrap takes off the marks around the whole, around each paragraph, or opened anew
// at each, once or twice.
func unwrap(paras []string) ([]string, bool) {
	whole := strings.Join(paras, "")
	for _, m := range outer {
		if !strings.HasPrefix(whole, m.open) || utf8.RuneCountInString(whole) < 3 {
			continue
		}
		if (m.open == "‘" || m.open == "'") && (endsWithin(whole, m.ends) || strings.HasPrefix(unclipped(whole), string(apostrophe))) {
			return paras, false
		}
		bare := make([]string, 0, len(paras))
		for i, p := range paras {
			inside, opened := strings.CutPrefix(p, m.open)
			inside, closed := uncloses(inside, m.ends)
			if i < len(paras)-1 && opened && !closed && !strings.HasPrefix(paras[i+1], m.open) && m.open != "“" {
				return paras, false
			}
			bare = append(bare, strings.TrimSpace(inside))
		}
		if !clean(bare, m.open, m.ends) {
			return paras, false
		}
		if again, ok := unwrap(bare); ok {
			return again, true
		}
		return bare, true
	}
	return paras, false
}

// endsWithin tells whether single marks around the whole would end before its end, and not
// there: behind a stop, where no apostrophe stands.
func endsWithin(whole, ends string) bool {
	if strings.Contains(ends, lastRune(whole)) {
		return false
	}
	before := ' '
	for _, r := range whole {
		if strings.ContainsRune(ends, r) && strings.ContainsRune(",.!?…;", before) {
			return true
		}
		before = r
	}
	return false
}

// unopened takes a mark off the end that nothing begins.
func unopened(s string) (string, bool) {
	s = strings.TrimSpace(s)
	bare := strings.TrimRight(s, `"”»`)
	if len(bare) == len(s) || utf8.RuneCountInString(s[len(bare):]) != 1 || strings.ContainsAny(bare, `"“”„«»`) {
		return s, false
	}
	if last, _ := utf8.DecodeLastRuneInString(bare); unicode.IsDigit(last) {
		return s, false // inches
	}
	return bare, true
}

// uncloses takes the mark off the end of a paragraph, also from before its stop.
func uncloses(p, ends string) (string, bool) {
	stop := ""
	if cut, ok := strings.CutSuffix(p, "."); ok {
		p, stop = cut, "."
	}
	if ends == "''" {
		cut, ok := strings.CutSuffix(p, ends)
		return cut + stop, ok
	}
	last := lastRune(p)
	if last == "" || !strings.Contains(ends, last) {
		return p + stop, false
	}
	return strings.TrimSuffix(p, last) + stop, true
}

func lastRune(s string) string {
	_, n := utf8.DecodeLastRuneInString(s)
	return s[len(s)-n:]
}

// clean tells whether marks that were taken off belonged together: what is left has
// none that ends before another begins.
func clean(paras []string, open, ends string) bool {
	for _, p := range paras {
		if open == "'" || open == "‘" { // which are apostrophes too
			if i := strings.LastIndexAny(p, "‘'"); i > 0 && p[i-1] == ' ' {
				return false
			}
			continue
		}
		if open == "``" {
			continue
		}
		first, last := strings.IndexAny(p, ends), strings.LastIndex(p, open)
		if open == "\"" || open == "”" {
			if strings.Count(p, open)%2 != 0 || first >= 0 && (first == 0 || p[first-1] != ' ') {
				return false
			}
			continue
		}
		if first >= 0 && (last < 0 || first < last) && !strings.HasPrefix(p, open) {
			return false
		}
	}
	return true
}

// inner are the marks for what is quoted inside a quotation, by the outer ones; the
// second for what is quoted in that.
var inner = map[rune][2][2]string{
	'“': {{"‘", "’"}, {"“", "”"}}, '«': {{"“", "”"}, {"‘", "’"}}, '„': {{"‚", "‘"}, {"„", "“"}}, '「': {{"『", "』"}, {"「", "」"}},
	'”': {{"’", "’"}, {"”", "”"}}, '‘': {{"“", "”"}, {"‘", "’"}},
}

var (
	spacedHyphen = pattern.New(`(^|[ \n])--?( )`)
	doubleHyphen = pattern.New(`--+`)
	threeDots    = pattern.New(`\.\.\.+`)
	feetInches   = pattern.New(`(\d)'( ?\d+)"`)
	gershayim    = pattern.New(`(\p{Hebrew})"(\p{Hebrew})`)
	geresh       = pattern.New(`(\p{Hebrew})'(\p{Hebrew}|\b)`)
	backtick     = pattern.New("(\\pL)[`´](\\pL)")
	acute        = pattern.New(`(^|[ \n(])´([\pL\d])`)
	// French sets spaces inside its marks, which are not part of the words.
	guillemets = strings.NewReplacer("« ", "«", " »", "»")
	// clipped are words that begin with an apostrophe.
	clipped = pattern.New(`(?i)(^|[ \n(\[–—“"«])['‘’](\d0s\b|\d\ds?\b|` +
		`(?:twas|tis|twere|twill|twould|tisn|twasn|tain|em|til|cause|cos|cuz|round|bout|nuff|nother|neath|gainst|tween|scuse|fraid|n)` +
		`(?:\b|$))`)
	// dutchClipped are the words of Dutch of which an apostrophe and one letter are left ('s avonds).
	dutchClipped = pattern.New(`(^|[ \n(\[–—“"«])['‘]([stkmn] )`)
	rockAnd      = pattern.New(`(?i)([ \x{a0}‑-])['‘’]n['‘’]([ \x{a0}‑-])`)
)

// apostrophe stands for one while marks are looked at. It is no character, and
// taken out of what people type.
const apostrophe = '\uFDD2'

// marks writes straight marks, double hyphens and rows of dots as print has them, and
// what is quoted inside by the habits of the language. Single spaces stand between the
// words of s.
func marks(s string, cat *language.Catalogue) string {
	s = threeDots.ReplaceAllString(s, "…")
	s = spacedHyphen.ReplaceAllString(s, "${1}–${2}")
	s = doubleHyphen.ReplaceAllString(s, "–")
	if !strings.ContainsAny(s, "\"'`´“”„«»‘’‚‹") {
		return s
	}
	s = feetInches.ReplaceAllString(s, "${1}′${2}″")
	s = gershayim.ReplaceAllString(s, "${1}״${2}")
	s = geresh.ReplaceAllString(s, "${1}׳${2}")
	s = acute.ReplaceAllString(backtick.ReplaceAllString(s, "${1}'${2}"), "${1}'${2}")
	s = rockAnd.ReplaceAllString(s, "${1}"+string(apostrophe)+"n"+string(apostrophe)+"${2}")
	s = unclipped(s)
	if strings.IndexRune(s, '«') < strings.IndexRune(s, '»') { // not »so«
		s = guillemets.Replace(s)
	}
	paras := strings.Split(s, "\n\n")
	for i, p := range paras {
		paras[i] = quotations(p, cat)
	}
	return strings.ReplaceAll(strings.Join(paras, "\n\n"), string(apostrophe), "’")
}

// unclipped has the apostrophes with which words begin. A number alone between two marks is
// one that is quoted.
func unclipped(s string) string {
	var b strings.Builder
	end := 0
	for _, m := range clipped.FindAllStringSubmatchIndex(s, -1) {
		word, behind := s[m[4]:m[5]], s[m[5]:]
		if unicode.IsDigit(rune(word[len(word)-1])) && (strings.HasPrefix(behind, "'") || strings.HasPrefix(behind, "’")) {
			continue
		}
		b.WriteString(s[end:m[3]] + string(apostrophe))
		end = m[4]
	}
	return b.String() + s[end:]
}

// quotations writes the quotations inside a paragraph, which alternate with their
// depth.
func quotations(p string, cat *language.Catalogue) string {
	open, _ := utf8.DecodeRuneInString(cat.Open)
	pairs, ok := inner[open]
	if !ok {
		pairs = inner['“']
	}
	runes := []rune(p)
	var b strings.Builder
	var waiting []string // what ends the quotations that are open
	for i, r := range runes {
		before, after := ' ', ' '
		if i > 0 {
			before = runes[i-1]
		}
		if i+1 < len(runes) {
			after = runes[i+1]
		}
		begins := (unicode.IsSpace(before) || strings.ContainsRune("([–—-“‘«„‚\"'", before)) && !unicode.IsSpace(after)
		switch ends := enders(r, runes[i+1:]); {
		case len(waiting) > 0 && strings.ContainsRune(waiting[len(waiting)-1], r) && !begins && !within(before, after, r):
			b.WriteString(pairs[(len(waiting)-1)%2][1])
			waiting = waiting[:len(waiting)-1]
		case begins && ends != "":
			b.WriteString(pairs[len(waiting)%2][0])
			waiting = append(waiting, ends)
		case r == '\'' && unicode.Is(unicode.Hebrew, before):
			b.WriteRune('׳') // a word cut short
		case r == '\'' && feet(runes[:i], after):
			b.WriteRune('′')
		case r == '\'' || r == '‘' && !begins:
			b.WriteRune('’')
		case r == '"' && unicode.IsDigit(before) && !unicode.IsLetter(after):
			b.WriteRune('″')
		default:
			b.WriteRune(r)
		}
	}
	return b.String()
}

// feet tells whether a mark behind a number, which closes nothing, is one of feet. Behind a
// year it is more likely one that was left over.
func feet(before []rune, after rune) bool {
	n := 0
	for n < len(before) && unicode.IsDigit(before[len(before)-1-n]) {
		n++
	}
	return n > 0 && n < 4 && !unicode.IsLetter(after) && !unicode.IsDigit(after)
}

// within tells an apostrophe inside a word.
func within(before, after, r rune) bool {
	return (r == '\'' || r == '’') && (unicode.IsLetter(before) || unicode.IsDigit(before)) && unicode.IsLetter(after)
}

// longestInner is how many characters a quotation inside has at most.
const longestInner = 2000

// enders are the marks that end what a mark begins, "" where none of them follows:
// then it begins nothing.
func enders(r rune, rest []rune) string {
	ends := map[rune]string{
		'"': "\"", '“': "”“\"", '„': "“”\"", '«': "»", '»': "«", '\'': "'’", '‘': "’'", '‚': "‘’'", '‹': "›", '”': "”",
	}[r]
	for i, c := range rest[:min(len(rest), longestInner)] {
		if !strings.ContainsRune(ends, c) {
			continue
		}
		var after rune
		if i+1 < len(rest) {
			after = rest[i+1]
		}
		if i > 0 && !unicode.IsSpace(rest[i-1]) && !unicode.IsLetter(after) && !unicode.IsDigit(after) {
			return ends
		}
	}
	return ""
}
