package release

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"pressroom/internal/pattern"
)

// around is what cannot belong to an address: quotation marks, and the characters of
// scripts whose sentences go on behind it without a space.
const around = `“”„‘’«»‹›…–—،؛؟।\p{Han}\p{Hiragana}\p{Katakana}\p{Hangul}\p{Thai}\x{3000}-\x{303F}\x{FF00}-\x{FFEF}`

// address is what may be an address in running text.
var address = pattern.New(`(?i)(?:https?://|www\.)[^\s<>"` + around + `]+|[a-z0-9][a-z0-9._%+-]*@[\pL\pN-]+(?:\.[\pL\pN-]+)+`)

// behindAddress begins what follows the domain of a mail address.
var behindAddress = pattern.New(`[` + around + `]`)

// linkAddresses makes links of the addresses that stand bare in the text. What looks
// like one and is none stays text: nobody wrote a link there that could be wrong.
func linkAddresses(in []Inline) []Inline {
	var out []Inline
	for _, i := range in {
		switch i := i.(type) {
		case *Text:
			out = append(out, splitAddresses(i.S)...)
		case *Emphasis:
			out = append(out, &Emphasis{i.Strong, i.Changed, linkAddresses(i.Children)})
		default: // within a link is no other
			out = append(out, i)
		}
	}
	return out
}

func splitAddresses(s string) []Inline {
	if s != "" && !strings.ContainsAny(s, "@:") && !strings.Contains(strings.ToLower(s), "www.") {
		return []Inline{&Text{s}} // quickly, since most text holds none
	}
	var out []Inline
	done := 0
	at := 0
	for {
		m := address.FindStringIndex(s[at:])
		if m == nil {
			break
		}
		start, end := at+m[0], at+m[1]
		words := trimAddress(s[start:end])
		href := addressOf(words)
		if href == "" || insideWord(s[:start]) {
			at = end
			continue
		}
		if start > done {
			out = append(out, &Text{s[done:start]})
		}
		out = append(out, &Link{Href: href, Children: []Inline{&Text{words}}})
		done = start + len(words)
		at = done
	}
	if done < len(s) {
		out = append(out, &Text{s[done:]})
	}
	return out
}

// trimAddress cuts off what belongs to the sentence: marks at the end, and brackets
// that were opened before the address.
func trimAddress(s string) string {
	if m := behindAddress.FindStringIndex(s); m != nil {
		s = s[:m[0]]
	}
	round := strings.Count(s, ")") - strings.Count(s, "(")
	square := strings.Count(s, "]") - strings.Count(s, "[")
	for s != "" {
		switch last := s[len(s)-1]; {
		case last == ')' && round > 0:
			round--
		case last == ']' && square > 0:
			square--
		case !strings.ContainsRune(".,;:!?'*_~", rune(last)):
			return s
		}
		s = s[:len(s)-1]
	}
	return s
}

// addressOf is where a bare address leads, "" if it is none.
func addressOf(words string) string {
	lower := strings.ToLower(words)
	href := words
	switch {
	case strings.HasPrefix(lower, "http:"), strings.HasPrefix(lower, "https:"):
		if _, host, _ := strings.Cut(lower, ":"); strings.Trim(host, "./") == "" {
			return ""
		}
	case strings.HasPrefix(lower, "www."):
		if !strings.Contains(strings.TrimPrefix(lower, "www."), ".") {
			return ""
		}
		href = "https://" + words
	default:
		if _, domain, _ := strings.Cut(words, "@"); !strings.Contains(domain, ".") {
			return ""
		}
		href = "mailto:" + words
	}
	if checkAddress(href) != "" {
		return ""
	}
	return href
}

// spaceless are the scripts that write no space between a word and an address.
var spaceless = []*unicode.RangeTable{unicode.Han, unicode.Hiragana, unicode.Katakana, unicode.Hangul, unicode.Thai}

// prefixing are the scripts that write a preposition close to its noun, and the stroke that
// draws a letter out to it.
var prefixing = []*unicode.RangeTable{unicode.Hebrew, unicode.Arabic, {R16: []unicode.Range16{{Lo: 0x0640, Hi: 0x0640, Stride: 1}}}}

// elided matches an apostrophe behind which a word begins: one that opens a quotation, or that
// stands for a vowel in French and Italian. Behind any other, as in "sean.o'hara@", the rest of
// an address would be that of somebody else.
var elided = pattern.New(`(?i)(?:^|[^\pL\pN._%+-])(?:[cdjlmnst]|qu|un|d?all|[dn]ell|sull)?['’]$`)

// insideWord tells whether what follows before goes on with a word.
func insideWord(before string) bool {
	r, n := utf8.DecodeLastRuneInString(before)
	if n == 0 {
		return false
	}
	if r == '\'' || r == '’' {
		return !elided.MatchString(before)
	}
	if r == '-' && n < len(before) { // which in Hebrew stands between a preposition and its noun
		letter, _ := utf8.DecodeLastRuneInString(before[:len(before)-n])
		return !unicode.In(letter, prefixing...)
	}
	return strings.ContainsRune("/.@-_", r) || unicode.IsDigit(r) ||
		unicode.IsLetter(r) && !unicode.In(r, spaceless...) && !unicode.In(r, prefixing...)
}

// Bare tells whether a link's words are its address already.
func (l *Link) Bare() bool {
	words := PlainText(l.Children)
	return words == l.Href || "mailto:"+words == l.Href || "tel:"+words == l.Href || words == strings.TrimPrefix(l.Href, "https://")
}
