// Package submission is what a partner hands in: words typed or pasted into a
// form, made clean, and written as a quote of a release so that they read as they
// were typed. Whatever stands in them is words, never markup.
//
// Clean makes Words of a form; Words.Quote makes the quote.
package submission

import (
	"fmt"
	"html"
	"net/url"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"github.com/microcosm-cc/bluemonday"
	"github.com/rivo/uniseg"
	"golang.org/x/text/unicode/norm"

	"pressroom/internal/frontmatter"
	"pressroom/internal/language"
	"pressroom/internal/pattern"
	"pressroom/internal/release"
)

// Words are what a partner wants printed: plain text, paragraphs divided by an
// empty line.
type Words struct {
	Speaker     string `json:"speaker,omitempty"`
	Title       string `json:"title,omitempty"`
	Org         string `json:"org"`
	Text        string `json:"text"`
	Attribution string `json:"attribution,omitempty"` // the printed clause, for a speaker who is not named
	Style       Style  `json:"style"`
	MayEdit     bool   `json:"may_edit,omitempty"` // spelling and house style may be changed
	Link        string `json:"link,omitempty"`     // where the organisation says more; for the lead
	// Source is Markdown that stands in the release for the same text, where it
	// holds more than plain text; "" otherwise.
	Source string `json:"source,omitempty"`
	// Language (BCP 47) is that by whose habits a sentence ends: Clean sets it.
	Language string `json:"language,omitempty"`
}

// Style is how a partner wants the quote set.
type Style string

// The styles.
const (
	AfterFirst Style = "said-first" // the attribution after the first sentence
	AtEnd      Style = "said"       // after all words
	Dash       Style = "dash"
	LeadIn     Style = "lead-in"
	Block      Style = "block"
)

// Styles lists them, the usual one first.
var Styles = []Style{AfterFirst, AtEnd, Dash, LeadIn, Block}

// Limits of what is taken.
const (
	MaxText = 4000 // characters
	maxLine = 200
)

// Problem is something about one field of the form: a mistake, or advice.
type Problem struct {
	Field   string // speaker, title, org, text, attribution, link
	Say     language.Said
	Message string // Say in English
	Advice  bool   // it can be handed in all the same
	Done    Done   // what was done about it; "" if nothing was
}

// problem is what is to be said of a field.
func problem(field string, advice bool, say language.Said) Problem {
	return Problem{Field: field, Say: say, Message: language.Of("en").Put(say), Advice: advice}
}

// Done is something that was done with what was typed, of which there is to be a word.
type Done string

// What is done.
const (
	Unquoted Done = "marks"
	Unsigned Done = "signature"
	Unsaid   Done = "attribution"
	Unsent   Done = "stamp"
	Unstarry Done = "stars"
	Unframed Done = "around"
)

// dones are the phrases that say what was done.
var dones = map[Done]language.PortalPhrase{
	Unquoted: "took_marks", Unsigned: "took_signature", Unsaid: "took_attribution", Unsent: "took_stamp", Unstarry: "took_stars",
	Unframed: "took_around",
}

// Say says what was done; nothing for anything else.
func (d Done) Say() language.Said { return language.Line(dones[d]) }

// problem is what was done, as a word about the text.
func (d Done) problem() Problem {
	p := problem("text", true, d.Say())
	p.Done = d
	return p
}

// Clean makes words of what was typed into a form, by the habits of a language.
// Problems that are not advice have to be mended first.
func Clean(in Words, cat *language.Catalogue) (Words, []Problem) {
	var problems []Problem
	bad := func(field string, p language.PortalPhrase, places ...any) {
		problems = append(problems, problem(field, false, language.Line(p, places...)))
	}
	in, said := pasted(in, cat)
	out := Words{MayEdit: in.MayEdit, Style: AfterFirst, Language: cat.Tag}
	for _, f := range []struct {
		name  string
		label language.PortalPhrase
		in    string
		out   *string
	}{
		{"speaker", "field_speaker", in.Speaker, &out.Speaker},
		{"title", "field_title", in.Title, &out.Title},
		{"org", "short_org", in.Org, &out.Org},
		{"attribution", "short_attribution", in.Attribution, &out.Attribution},
		{"link", "short_link", in.Link, &out.Link},
	} {
		*f.out = line(f.in, cat)
		if n := utf8.RuneCountInString(*f.out); n > maxLine {
			bad(f.name, "lacks_room", "field", language.Line(f.label), "n", n, "most", maxLine)
			*f.out = string([]rune(*f.out)[:maxLine])
		}
	}
	for _, s := range Styles {
		if in.Style == s {
			out.Style = s
		}
	}
	if n := utf8.RuneCountInString(in.Text); n > 4*MaxText {
		bad("text", "lacks_room", "field", language.Line("short_text"), "n", n, "most", MaxText)
		in.Text = string([]rune(in.Text)[:4*MaxText])
	}
	text, more := paragraphs(in.Text, cat)
	problems = append(problems, more...)
	out.Text = text
	if n := utf8.RuneCountInString(text); n > MaxText {
		bad("text", "lacks_room", "field", language.Line("short_text"), "n", n, "most", MaxText)
	}
	if text == "" {
		bad("text", "lacks_words")
	}
	if out.Org == "" {
		bad("org", "lacks_org")
	}
	if out.Speaker == "" && out.Attribution == "" {
		bad("speaker", "lacks_speaker")
	}
	if out.Link != "" && !webAddress(out.Link) {
		bad("link", "lacks_https")
	}
	for _, f := range []struct{ field, words string }{
		{"speaker", out.Speaker}, {"title", out.Title}, {"org", out.Org}, {"text", out.Text}, {"attribution", out.Attribution},
	} {
		if e := emoji(f.words); e != "" {
			bad(f.field, "lacks_font", "sign", e)
		}
	}
	if out.Attribution != "" && !says(out.Attribution, cat) {
		problems = append(problems, problem("attribution", true, language.Line("advice_verb")))
	}
	return out, append(problems, said...)
}

func webAddress(s string) bool {
	u, err := url.Parse(s)
	return err == nil && (u.Scheme == "https" || u.Scheme == "http") && u.Host != "" && !strings.ContainsAny(s, " <>\"")
}

// Advice is what the checks of a release, and a reader, would say.
func (w Words) Advice(limit int) []Problem {
	var out []Problem
	say := func(field string, p language.PortalPhrase, places ...any) {
		out = append(out, problem(field, true, language.Line(p, places...)))
	}
	if n := w.Count(); limit > 0 && n > limit {
		say("text", "advice_shorter", "n", n, "asked", limit)
	}
	if strings.Contains(w.Text, "://") || strings.Contains(w.Text, "www.") {
		say("text", "advice_address")
	}
	if strings.ContainsAny(w.Text, "{}") {
		say("text", "advice_braces")
	}
	if r, _ := utf8.DecodeLastRuneInString(strings.TrimRight(w.Text, "”’»“")); w.Text != "" && !unicode.In(r, unicode.Po) && r != ')' {
		say("text", "advice_stop")
	}
	if w.Speaker != "" && w.Title == "" {
		say("title", "advice_title", "name", w.Speaker)
	}
	if w.Speaker != "" && w.Attribution != "" {
		say("attribution", "advice_both")
	}
	return out
}

// Count is the number of words.
func (w Words) Count() int {
	n := 0
	state := -1
	rest := w.Text
	for rest != "" {
		var word string
		word, rest, state = uniseg.FirstWordInString(rest, state)
		if strings.ContainsFunc(word, func(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }) {
			n++
		}
	}
	return n
}

// Same tells whether two hold the same words in every field that is signed.
func (w Words) Same(o Words) bool {
	return w.Speaker == o.Speaker && w.Title == o.Title && w.Org == o.Org && w.Text == o.Text && w.Attribution == o.Attribution
}

// line is one line of text, without control characters and with its spaces joined.
func line(s string, cat *language.Catalogue) string {
	return marks(strings.Join(strings.Fields(fromHTML(s)), " "), cat)
}

// printable drops what is no character of a text: controls, the marks that turn
// the direction of writing, and what Unicode says is no character.
func printable(s string) string {
	s = norm.NFC.String(strings.ToValidUTF8(s, ""))
	return strings.Map(func(r rune) rune {
		switch {
		case r == '\n' || r == '\t':
			return r
		case r == 0x85, r == 0x2028, r == 0x2029, r == '\r':
			return '\n'
		case unicode.Is(unicode.Zs, r):
			return ' '
		case r == 0x200c || r == 0x200d: // joiners, which Persian and Indic scripts need
			return r
		case unicode.IsControl(r), unicode.Is(unicode.Cf, r), r >= 0xFDD0 && r <= 0xFDEF, r&0xFFFE == 0xFFFE, unicode.Is(unicode.Co, r):
			return -1
		}
		return r
	}, s)
}

var (
	htmlTag = pattern.New(`(?i)</?(p|br|div|span|b|i|u|em|strong|a|ul|ol|li|h[1-6]|font|table|td|tr|blockquote|html|body|head|style|` +
		`script|meta|title|o:p|img|iframe|svg|object|form|input|button|textarea|xml)(\s[^<>]*)?/?>`)
	htmlBlock = pattern.New(`(?i)</?(p|div|li|h[1-6]|tr|blockquote)(\s[^<>]*)?>`)
	htmlBreak = pattern.New(`(?i)<br\s*/?>`)
)

var strict = sync.OnceValue(bluemonday.StrictPolicy)

// fromHTML is the text of pasted HTML. What has no tag of HTML in it is text. Taking
// out what is no character must not make a tag of what was none, so it is done first.
func fromHTML(s string) string {
	s = printable(strings.ReplaceAll(s, "\r\n", "\n"))
	if !htmlTag.MatchString(s) {
		return s
	}
	s = htmlBlock.ReplaceAllString(s, "\n\n")
	s = htmlBreak.ReplaceAllString(s, "\n")
	return printable(html.UnescapeString(strict().Sanitize(s)))
}

// saidMarker is where the attribution stands in a quote's text.
const saidMarker = "{said}"

// Quote is the quote as it stands in a release's front matter.
func (w Words) Quote(id string) *release.Quote {
	q := &release.Quote{
		ID: id, Org: w.Org, Speaker: w.Speaker, Title: w.Title, Style: release.Style(w.Style),
		Attribution: escape(w.Attribution),
	}
	if w.Style == AfterFirst || w.Style == "" {
		q.Style = release.StyleSaid
	}
	if w.Source != "" && (q.Style == release.StyleSaid || !strings.Contains(w.Source, saidMarker)) {
		q.Text = w.Source
		return q
	}
	q.Text = Markdown(w.Text, w.Style == AfterFirst, w.Language)
	return q
}

// Markdown writes plain text so that it reads as it stands. With after, the
// attribution is placed behind the first sentence, if there is another, by the habits
// of a language (BCP 47; "" is English).
func Markdown(text string, after bool, tag string) string {
	cat := language.Of(tag)
	paras := strings.Split(text, "\n\n")
	for i, p := range paras {
		if i == 0 && after {
			if first, gap, rest := firstSentence(p, cat); rest != "" {
				paras[i] = escape(first) + gap + saidMarker + gap + escapeInner(rest)
				continue
			} else if len(paras) > 1 {
				paras[i] = escape(p) + " " + saidMarker
				continue
			}
		}
		paras[i] = escape(p)
	}
	return strings.Join(paras, "\n\n")
}

var (
	special  = pattern.New("[\\\\`*_\\[\\]<>&#~|]")
	listMark = pattern.New(`^(\d{1,9})([.)])`)
)

// escape writes a line so that Markdown reads it as it stands.
func escape(s string) string {
	s = escapeInner(s)
	switch {
	case s == "":
	case strings.ContainsRune("-+=", rune(s[0])):
		s = `\` + s
	default:
		s = listMark.ReplaceAllString(s, `${1}\${2}`)
	}
	return s
}

// escapeInner does so for what does not begin a line.
func escapeInner(s string) string {
	return strings.ReplaceAll(special.ReplaceAllString(s, `\$0`), "{", "&#123;")
}

// FromQuote is a quote of a release as words to be looked at and changed. The
// text is given as it reads, without marks and attribution.
func FromQuote(q *release.Quote) Words {
	w := Words{Speaker: q.Speaker, Title: q.Title, Org: q.Org, Attribution: spoken(q.Attribution), Style: Style(q.Style)}
	w.Text = spoken(q.Text)
	if q.Style == release.StyleSaid && strings.Contains(q.Text, saidMarker) {
		w.Style = AfterFirst
	}
	if got := Markdown(w.Text, w.Style == AfterFirst, ""); got != q.Text {
		w.Source = q.Text
	}
	return w
}

// spoken is the words of Markdown: without markup, and without the place of the
// attribution.
func spoken(md string) string {
	if before, rest, ok := strings.Cut(md, saidMarker); ok {
		// "luck, {said}, it" has its comma once where nothing stands between.
		before = strings.TrimRight(before, " ")
		if strings.HasPrefix(rest, ",") {
			before = strings.TrimSuffix(before, ",")
		}
		md = before + rest
	}
	q := &release.Quote{Text: md, Style: release.StyleBlock}
	got, _ := q.Reads("") // in no language, with the marks that are taken off below
	if got == nil {
		return strings.TrimSpace(strings.ReplaceAll(md, "\r\n", "\n"))
	}
	var paras []string
	for _, p := range got.Paragraphs {
		paras = append(paras, strings.TrimPrefix(release.PlainText(p), "“"))
	}
	return strings.TrimSuffix(strings.Join(paras, "\n\n"), "”")
}

// TOML is the keys of the quote's table in front matter. org is how the file
// names the organisation: its id, or its printed name.
func TOML(q *release.Quote, org string) string {
	var b strings.Builder
	put := func(key, value string) {
		if value != "" {
			fmt.Fprintf(&b, "%s = %s\n", key, frontmatter.Quote(value))
		}
	}
	put("id", q.ID)
	put("org", org)
	put("speaker", q.Speaker)
	put("title", q.Title)
	put("attribution", q.Attribution)
	if q.Style != release.StyleSaid {
		put("style", string(q.Style))
	}
	put("text", q.Text)
	return b.String()
}
