// Package language holds what differs between languages in a release beside the
// author's own words: fixed phrases, quotation marks and their punctuation,
// dates, abbreviations, and how an attribution is built.
//
// For finds the catalogue of a BCP 47 tag; Lookup picks among the languages a
// release is written in.
package language

import (
	"fmt"
	"sort"
	"strings"
	"time"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/language"
)

// Catalogue is one language. Its fields are data: a catalogue is added by adding
// one to the table in catalogues.go.
type Catalogue struct {
	Tag  string // BCP 47
	Name string // in its own language, as in "Español"

	Open, Close  string // outer quotation marks, with the spaces they want inside
	Reopen       string // opens each paragraph of a quotation after the first
	InnerClosers string // marks that may stand between a full stop and the end of the words

	// CommaOutside: the comma before an attribution follows the closing mark, and
	// is written whatever the words end with. Otherwise (English) a full stop
	// becomes a comma inside, and nothing is added where there is none.
	CommaOutside bool
	// CommaAfterMarks: with CommaOutside, also after … ? and !.
	CommaAfterMarks bool
	// StopOutside: the full stop that ends the words follows the closing mark.
	StopOutside bool
	// Comma and Stop are how the language writes them; empty means , and .
	Comma, Stop string
	// Tight: no space and no comma stand between words and attribution.
	Tight bool

	Said, SaidNoTitle     string // {speaker} {title} {org}
	LeadIn                string // {speaker} {org}
	Signature, SignNoRole string // {speaker} {title} {org}
	elide                 func(string) string

	Phrases       map[Phrase]string
	Abbreviations []string // with their stop
	weekdays      [7]string
	months        [12]string
	date          func(c *Catalogue, t time.Time) string
	clock         func(t time.Time) string
	joinDayTime   string

	// Units follow a number on the same line, as in "7 million"; Titles stand
	// before a name; Leaders are the articles, prepositions and conjunctions with
	// which no line of a headline should end.
	Units, Titles, Leaders []string
}

// Phrase names a fixed phrase.
type Phrase string

// The fixed phrases. Those with a comment take one argument.
const (
	Immediate     Phrase = "immediate"     // the day
	EmbargoedTill Phrase = "embargoed"     // the instant
	ContactLabel  Phrase = "contact"       //
	ContactsLabel Phrase = "contacts"      //
	NotesLabel    Phrase = "notes"         //
	Signatories   Phrase = "signatories"   //
	Documents     Phrase = "documents"     //
	MediaLabel    Phrase = "media"         //
	LinksLabel    Phrase = "links"         //
	Ends          Phrase = "ends"          //
	PageOf        Phrase = "page"          // number, count
	AboutLabel    Phrase = "about"         // organisation
	PictureLabel  Phrase = "picture"       //
	CreditLabel   Phrase = "credit"        // name
	SubjectHold   Phrase = "subject-hold"  // instant, subject
	AdvanceCopy   Phrase = "advance"       // instant
	SentTo        Phrase = "sent-to"       // address, organisation
	LeaveList     Phrase = "leave"         //
	LeaveLink     Phrase = "leave-link"    //
	DetailsLink   Phrase = "details-link"  //
	AvailableIn   Phrase = "available"     //
	FullSize      Phrase = "full-size"     //
	LeaveSubject  Phrase = "leave-subject" //
	CoverNote     Phrase = "cover-note"    // organisation
	SentAgain     Phrase = "sent-again"    // first line of a copy that somebody asked for
	Replaces      Phrase = "replaces"      // first line of an advance copy in the place of an earlier one
	Replaced      Phrase = "replaced"      // the same, before a list of what changed
	Translation   Phrase = "as-translated" //
	WatchVideo    Phrase = "watch"         //
	PressOffice   Phrase = "press-office"  // organisation
	PDFAttached   Phrase = "pdf-attached"  //
	HoursLabel    Phrase = "hours"         // hours
	CopyText      Phrase = "copy-text"     //
	CopyQuote     Phrase = "copy-quote"    //
	Copied        Phrase = "copied"        //
	Download      Phrase = "download"      //
)

// Say is the phrase with its arguments put in.
func (c *Catalogue) Say(p Phrase, args ...any) string {
	s := c.Phrases[p]
	if len(args) > 0 {
		s = fmt.Sprintf(s, args...)
	}
	return s
}

// For returns the catalogue of a tag, falling back from en-US to en as RFC 4647
// section 3.4 does. ok is false if the tag's language has no catalogue.
func For(tag string) (c *Catalogue, ok bool) {
	for _, t := range fallbacks(tag) {
		if c, ok := catalogues[t]; ok {
			return c, true
		}
	}
	return nil, false
}

// Characters is every character that fixed phrases, days and months can print.
func (c *Catalogue) Characters() string {
	var b strings.Builder
	for _, p := range c.Phrases {
		b.WriteString(p)
	}
	for _, l := range [][]string{c.weekdays[:], c.months[:], {c.Name, c.Open, c.Close, c.Reopen, c.Said, c.LeadIn, c.Signature, c.joinDayTime}} {
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
	ends := func(s string) bool { return s != "" && strings.ContainsAny(s[len(s)-1:], ".,;:!?") }
	switch {
	case digit(lastRunes(b)) && (in(c.Units, a) || in(c.Units, a+".")), in(c.Titles, b):
		return -1
	case in(c.months[:], b) && digit(a), digit(b) && !ends(b) && in(c.months[:], a):
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

// ForReader is For, with English where the tag's language has no catalogue.
func ForReader(tag string) *Catalogue {
	if c, ok := For(tag); ok {
		return c
	}
	return &english
}

// Known lists the tags that have a catalogue.
func Known() []string {
	var out []string
	for tag := range catalogues {
		out = append(out, tag)
	}
	sort.Strings(out)
	return out
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

// Date writes the day of t, in t's own zone, without the weekday.
func (c *Catalogue) Date(t time.Time) string { return c.date(c, t) }

// Instant writes t, in t's own zone, with weekday, date, time and zone, and the
// time in UTC behind it, so that no reader has to know the zone's letters.
func (c *Catalogue) Instant(t time.Time) string {
	_, offset := t.Zone()
	s := c.weekdays[int(t.Weekday())] + c.joinDayTime + c.Date(t) + c.ListComma() + c.clock(t) + " " + ZoneName(t)
	if offset != 0 {
		s += " (" + t.UTC().Format("15:04") + " UTC)"
	}
	return s
}

// ZoneName is how the zone of t is written: its letters where it has them, else
// UTC and the offset.
func ZoneName(t time.Time) string {
	name, offset := t.Zone()
	if name != "" && unicode.IsLetter(rune(name[0])) {
		return name
	}
	sign := "+"
	if offset < 0 {
		sign, offset = "−", -offset
	}
	if m := offset / 60 % 60; m != 0 {
		return fmt.Sprintf("UTC%s%d:%02d", sign, offset/3600, m)
	}
	if offset == 0 {
		return "UTC"
	}
	return fmt.Sprintf("UTC%s%d", sign, offset/3600)
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
	if c.Tight {
		return ""
	}
	return " "
}

// ClauseComma stands between words and their attribution.
func (c *Catalogue) ClauseComma() string {
	switch {
	case c.Tight:
		return ""
	case c.Comma != "":
		return c.Comma
	}
	return ","
}

// ListComma stands between the parts of a line, with its space.
func (c *Catalogue) ListComma() string {
	switch {
	case c.Tight:
		return "、"
	case c.Comma != "":
		return c.Comma + " "
	}
	return ", "
}

// FullStop ends a sentence.
func (c *Catalogue) FullStop() string {
	if c.Stop != "" {
		return c.Stop
	}
	return "."
}

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
	s := strings.NewReplacer("{speaker}", a.Speaker, "{title}", a.Title, "{org}", a.Org).Replace(pattern)
	if c.elide != nil {
		s = c.elide(s)
	}
	return s
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
