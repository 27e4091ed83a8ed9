// Package language holds what differs between languages in a release beside the
// author's own words: fixed phrases, quotation marks and their punctuation,
// dates, abbreviations, and how an attribution is built.
//
// A language is one file, templates/language/<tag>.toml (read.go). For finds the
// catalogue of a BCP 47 tag among those of the program; a Set has a workspace's own
// files over them. Lookup picks among the languages a release is written in.
package language

import (
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/cases"
	"golang.org/x/text/language"
)

// Catalogue is one language, as its file says it.
type Catalogue struct {
	Tag     string // BCP 47
	Name    string // in its own language, as in "Español"
	English string // as English calls it
	// Read tells that somebody who speaks the language has read its file; Unread are
	// tables of it that nobody has.
	Read   bool
	Unread []string
	// Sources are the style guides and tables that its usage is taken from.
	Sources []string
	// Lacks are the tables that the file may do without, and does.
	Lacks []string

	Open, Close  string // outer quotation marks, with the spaces they want inside
	Reopen       string // opens each paragraph of a quotation after the first
	InnerClosers string // marks that may stand between a full stop and the end of the words

	// CommaOutside: the comma before an attribution follows the closing mark, and
	// is written whatever the words end with. Otherwise (English) a full stop
	// becomes a comma inside, and nothing is added where there is none.
	CommaOutside bool
	// AfterMarks stands in its place after … ? and !, "" for nothing.
	AfterMarks string
	// StopOutside: the full stop that ends the words follows the closing mark.
	StopOutside bool
	// Comma and Stop are how the language writes them; listComma, with its space,
	// stands between the parts of a line.
	Comma, Stop, listComma string
	// Spaced: a space and a comma stand between words and attribution.
	Spaced bool

	Said, SaidNoTitle     string // {speaker} {title} {org}
	LeadIn                string // {speaker} {org}
	Signature, SignNoRole string // {speaker} {title} {org}
	// elide is a word that becomes elided before one of the letters elideBefore.
	elide, elided, elideBefore string

	Phrases       map[Phrase]string // with their places, as in {org}
	Pages         map[PagePhrase]string
	enclosed      map[EnclosedPhrase]string
	holders       map[HolderPhrase]string
	newsroom      map[NewsroomPhrase]string
	search        map[SearchPhrase]string
	report        map[ReportPhrase]string
	verify        map[VerifyPhrase]string
	embargo       map[EmbargoPhrase]string
	correction    map[CorrectionPhrase]string
	Links         map[LinkPhrase]string
	portal        map[PortalPhrase]string
	lacking       []PortalPhrase            // of portal
	places        map[PortalPhrase][]string // of all phrases of portal
	Abbreviations []string                  // with their stop
	Answers       Answers
	Speech        Speech
	Automatic     Automatic
	dates         dates

	// Units follow a number on the same line, as in "7 million"; Titles stand
	// before a name; Leaders are the articles, prepositions and conjunctions with
	// which no line of a headline should end.
	Units, Titles, Leaders []string
}

// Speech is how speakers are introduced, for taking over a release from elsewhere.
// Verbs and what follows them are expressions.
type Speech struct {
	Verbs              []string
	Articles, Pronouns []string // before somebody unnamed; for somebody named before
	// Prepositions stand between a title and an organization; the weak ones may
	// belong to either.
	Prepositions, Weak []string
	Common             []string // the commonest words, by which the language is told
}

// Automatic is what programs answer, as expressions.
type Automatic struct {
	Left, Stays       []string // somebody no longer works there; what sounds so and is not
	AwaySubject, Away []string // somebody is away
	Ticket            []string // taken down under a number
	Receipt           []string // opened; the word before the colon of a subject
}

// Characters is every character that fixed phrases, days and months can print.
func (c *Catalogue) Characters() string {
	var b strings.Builder
	for _, p := range c.Phrases {
		b.WriteString(p)
	}
	for _, l := range [][]string{c.dates.weekdays, c.dates.months, {
		c.Name, c.Open, c.Close, c.Reopen, c.Said, c.LeadIn, c.Signature,
		c.dates.instant, c.dates.noon, c.dates.midnight, c.dates.elsewhere,
	}} {
		b.WriteString(strings.Join(l, ""))
	}
	return b.String()
}

// Sticky is the cost of ending a line between two words: below 0 it must not end
// there, as between a number and its unit.
func (c *Catalogue) Sticky(before, after string) int {
	b := strings.TrimLeft(before, "(“„«‘‚\"'")
	a := strings.TrimRight(after, ".,;:!?)”“»’\"'")
	digit := func(s string) bool { return s != "" && s[0] >= '0' && s[0] <= '9' }
	in := func(list []string, w string) bool {
		for _, l := range list {
			if strings.EqualFold(l, w) {
				return true
			}
		}
		return false
	}
	ends := func(s string) bool { return strings.ContainsAny(s[len(s)-1:], ".,;:!?") }
	switch {
	case Inseparable(before, after), digit(lastRunes(b)) && (in(c.Units, a) || in(c.Units, a+".")), in(c.Titles, b):
		return -1
	case in(c.dates.months, b) && digit(a), digit(b) && !ends(b) && in(c.dates.months, a):
		return -1
	case isInitials(b) && len([]rune(b)) == 2 && startsUpper(a), b == "–", b == "—":
		return 800
	case startsUpper(b) && startsUpper(a) && !ends(b): // within a name
		return 250
	}
	return 0
}

// lastRunes is the last character of a word, as in $7 or 300.
func lastRunes(s string) string {
	if s == "" {
		return ""
	}
	return s[len(s)-1:]
}

func startsUpper(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	return unicode.IsUpper(r)
}

// Leads tells words with which no line of a headline should end.
func (c *Catalogue) Leads(word string) bool {
	for _, l := range c.Leaders {
		if strings.EqualFold(l, word) {
			return true
		}
	}
	return false
}

// Canonical returns a tag in its canonical form, or an error if it is not BCP 47.
func Canonical(tag string) (string, error) {
	t, err := language.Parse(tag)
	if err != nil {
		return "", fmt.Errorf("%q is not a language tag (write en, es or pt-BR)", tag)
	}
	return t.String(), nil
}

// Lookup picks, of the languages that are available, the one for a reader's
// wish: RFC 4647 section 3.4. Without a match it is the first that is available.
func Lookup(wish string, available []string) string {
	if len(available) == 0 {
		return ""
	}
	for _, t := range fallbacks(wish) {
		for _, a := range available {
			if strings.EqualFold(a, t) {
				return a
			}
		}
	}
	return available[0]
}

// fallbacks is the tag and, from the right, each shorter form of it.
func fallbacks(tag string) []string {
	var out []string
	first := tag
	for tag != "" && len(out) < 16 {
		out = append(out, tag)
		i := strings.LastIndexByte(tag, '-')
		if i < 0 {
			break
		}
		tag = tag[:i]
		if j := len(tag) - 2; j > 0 && tag[j] == '-' { // a single letter goes with what follows it
			tag = tag[:j]
		}
	}
	// What a Chinese reader's region writes, and Norwegian that does not say which.
	switch base, script := writtenIn(first); {
	case base == "zh" && (script == "Hans" || script == "Hant"):
		out = append(out, "zh-"+script)
	case base == "no":
		out = append(out, "nb")
	}
	return out
}

// RightToLeft tells whether the language is written from right to left.
func RightToLeft(tag string) bool {
	t, err := language.Parse(tag)
	if err != nil {
		return false
	}
	script, _ := t.Script()
	switch script.String() {
	case "Arab", "Hebr", "Thaa", "Syrc", "Nkoo", "Adlm":
		return true
	}
	return false
}

// Attribution is a clause in Markdown-free text, built from who spoke.
type Attribution struct{ Speaker, Title, Org string }

// SaidClause is the clause in running text: "said Ana Ruiz, director at …".
func (c *Catalogue) SaidClause(a Attribution) string {
	if a.Title == "" {
		return c.fill(c.SaidNoTitle, a)
	}
	return c.fill(c.Said, a)
}

// Gap stands between words and their attribution.
func (c *Catalogue) Gap() string {
	if c.Spaced {
		return " "
	}
	return ""
}

// Aside is a remark in brackets, with the space before it.
func (c *Catalogue) Aside(text string) string {
	if !c.Spaced {
		return "（" + text + "）"
	}
	return " (" + text + ")"
}

// ClauseComma stands between words and their attribution.
func (c *Catalogue) ClauseComma() string {
	if c.Spaced {
		return c.Comma
	}
	return ""
}

// Upper is a text in capitals, as the language has them: Turkish has two I, and Greek
// capitals bear no accents.
func (c *Catalogue) Upper(s string) string { return cases.Upper(language.Make(c.Tag)).String(s) }

// ListComma stands between the parts of a line, with its space.
func (c *Catalogue) ListComma() string { return c.listComma }

// Colon stands between a label and what follows it in its line, with its spaces, as in the
// line of an immediate release.
func (c *Catalogue) Colon() string {
	const place = "\x00"
	line, _, _ := strings.Cut(c.Say(Immediate, place), place)
	label := strings.TrimRightFunc(line, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsMark(r) })
	if colon := line[len(label):]; strings.ContainsAny(colon, ":：") {
		return colon
	}
	return ": "
}

// Headed is a label on a line of its own, above what it is of.
func (c *Catalogue) Headed(label string) string { return label + strings.TrimRight(c.Colon(), " ") }

// FullStop ends a sentence.
func (c *Catalogue) FullStop() string { return c.Stop }

// LeadInClause stands before the words: "Ana Ruiz of … says".
func (c *Catalogue) LeadInClause(a Attribution) string { return c.fill(c.LeadIn, a) }

// SignatureClause stands behind a dash or under a block: "Ana Ruiz, director, …".
func (c *Catalogue) SignatureClause(a Attribution) string {
	if a.Title == "" {
		return c.fill(c.SignNoRole, a)
	}
	return c.fill(c.Signature, a)
}

func (c *Catalogue) fill(pattern string, a Attribution) string {
	const joint = "\x00" // between parts that nothing stands between
	parts := strings.Split(strings.NewReplacer("{speaker}", a.Speaker, "{title}", a.Title, "{org}", a.Org).
		Replace(strings.ReplaceAll(pattern, "}{", "}"+joint+"{")), joint)
	s := parts[0]
	for _, p := range parts[1:] {
		before, _ := utf8.DecodeLastRuneInString(s)
		if after, _ := utf8.DecodeRuneInString(p); spacedLetter(before) && spacedLetter(after) {
			s += " "
		}
		s += p
	}
	for _, letter := range c.elideBefore {
		s = strings.ReplaceAll(s, " "+c.elide+" "+string(letter), " "+c.elided+string(letter))
	}
	return s
}

// spacedLetter tells letters and digits of scripts that write a space between words.
func spacedLetter(r rune) bool {
	return (unicode.IsLetter(r) || unicode.IsDigit(r)) && !unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana)
}

// EndsInAbbreviation tells whether text ends in a word whose stop is its own:
// one of the catalogue, or letters with stops between them, as in U.S.
func (c *Catalogue) EndsInAbbreviation(text string) bool {
	word := text
	if i := strings.LastIndexFunc(text, unicode.IsSpace); i >= 0 {
		_, n := utf8.DecodeRuneInString(text[i:])
		word = text[i+n:]
	}
	word = strings.TrimLeft(word, "(“‘«„\"'[")
	for _, a := range c.Abbreviations {
		if strings.EqualFold(word, a) {
			return true
		}
	}
	return isInitials(word)
}

// EndsInOwnStop tells whether words after which nothing follows end in an
// abbreviation. Those that a number follows are words of their own there: "Our answer
// is no."
func (c *Catalogue) EndsInOwnStop(text string) bool {
	words := strings.Fields(text)
	return len(words) > 0 && !beforeNumbers[strings.ToLower(words[len(words)-1])] && c.EndsInAbbreviation(text)
}

var beforeNumbers = map[string]bool{
	"no.": true, "nr.": true, "n.": true, "p.": true, "pp.": true, "vol.": true, "art.": true, "fig.": true, "s.": true, "pag.": true,
	"núm.": true, "pág.": true, "abs.": true, "kap.": true,
}

// isInitials is true of single letters each with a stop: U.S., Ph.D. is not, J.
func isInitials(word string) bool {
	letters := 0
	for word != "" {
		r, n := utf8.DecodeRuneInString(word)
		if !unicode.IsLetter(r) || len(word) == n || word[n] != '.' {
			return false
		}
		word = word[n+1:]
		letters++
	}
	return letters >= 1
}
