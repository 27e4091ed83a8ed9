package release

import (
	"bytes"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"

	"pressroom/internal/pattern"
)

// around is what cannot belong to an address: quotation marks, and the characters of
// scripts whose sentences go on behind it without a space.
const around = `“”„‘’«»‹›…–—،؛؟।\p{Han}\p{Hiragana}\p{Katakana}\p{Hangul}\p{Thai}\x{3000}-\x{303F}\x{FF00}-\x{FFEF}`

// address is what may be an address in running text.
var address = pattern.New(`(?i)(?:https?://|www\.)[^\s<>"` + around + `]+|[a-z0-9][a-z0-9._%+-]*@[\pL\pN-]+(?:\.[\pL\pN-]+)+`)

// behindAddress begins what follows the domain of a mail address.
var behindAddress = pattern.New(`[` + around + `]`)

// wholeAddress reads an address that stands bare as one piece of text: the stars and
// underscores in it begin no emphasis, and are not lost.
type wholeAddress struct{}

// Trigger is what stands behind the letters with which such an address begins.
func (wholeAddress) Trigger() []byte { return []byte(":.") }

// goesOn is the rest of an address behind those letters. Brackets may be those of a link.
var goesOn = pattern.New("^(?:://|\\.)[^\\s<>\"`\\[\\]" + around + "]+")

// Parse takes the rest of an address up to what may end emphasis around it.
func (wholeAddress) Parse(_ ast.Node, block text.Reader, _ parser.Context) ast.Node {
	line, at := block.PeekLine()
	before := bytes.ToLower(block.Source()[max(0, at.Start-len("*https")):at.Start])
	opened := bytes.TrimSuffix(before, []byte("www"))
	if line[0] == ':' {
		opened = bytes.TrimSuffix(bytes.TrimSuffix(before, []byte("s")), []byte("http"))
	}
	rest := goesOn.Find(line)
	if len(rest) == 0 || len(before)-len(opened) < len("www") {
		return nil
	}
	stars := []byte("**")
	if bytes.HasSuffix(opened, []byte("*")) {
		stars = stars[:1]
	}
	rest, _, _ = bytes.Cut(rest, stars)
	if rest = bytes.TrimRight(rest, `*_~.,:;!?')\`); len(rest) == 0 {
		return nil
	}
	block.Advance(len(rest))
	return ast.NewTextSegment(text.NewSegment(at.Start, at.Start+len(rest)))
}

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
		if href == "" || insideWord(s[:start]) || otherProgram.MatchString(s[max(done, start-8):start]) {
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
			if m := suffixed.FindStringIndex(s); m != nil {
				return s[:m[0]]
			}
			return s
		}
		s = s[:len(s)-1]
	}
	return s
}

// suffixed is what languages put behind a name, as in "www.quay.example'da".
var suffixed = pattern.New(`'\pL{1,6}$`)

// noMail is what looks like an address of mail and is the name of a picture for finer
// screens, as in "pier@2x.png".
var noMail = pattern.New(`@[0-9]x\.[a-z]+$`)

// otherProgram matches what stands before an address that another program than mail uses.
var otherProgram = pattern.New(`(?i)(?:xmpp|sips?|skype|ssh|sftp|git|acct):$`)

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
		if _, domain, _ := strings.Cut(words, "@"); !strings.Contains(domain, ".") || noMail.MatchString(lower) {
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
