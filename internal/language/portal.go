package language

import (
	"fmt"
	"maps"
	"regexp"
	"slices"
	"strings"

	"golang.org/x/text/feature/plural"
	"golang.org/x/text/language"

	"pressroom/internal/frontmatter"
)

// PortalPhrase names a phrase of partners' pages and of the mails to them, as the table
// [portal] of a language's file does. The English file is the list of them: a phrase is
// added by one line there, which says its places too, and a line in each other language.
// Until a language has that line, its partners' pages (its mails, for what begins with
// mail_ or promise_) are English as a whole.
type PortalPhrase string

// Said is a phrase with what stands in its places, before it is known who reads it.
type Said struct {
	Phrase PortalPhrase
	Places []any // names and values in turn
	// Count chooses among the forms of a phrase that counts; it stands at {n}.
	Count *int
	Then  *Said // what is said after it
}

// Spoken is a value of a place that each language has in its own way.
type Spoken interface {
	In(c *Catalogue) string
}

// In says it in a language.
func (s Said) In(c *Catalogue) string { return c.Put(s) }

// Or is it, or what else is to be said where it says nothing.
func (s Said) Or(other Said) Said {
	if s.Phrase == "" {
		return other
	}
	return s
}

// Line is a phrase with names and values of its places in turn. A value may be Spoken,
// as what is Said is.
func Line(p PortalPhrase, places ...any) Said { return Said{Phrase: p, Places: places} }

// Counted is Line for a phrase that has a form for one and for several.
func Counted(p PortalPhrase, n int, places ...any) Said {
	return Said{Phrase: p, Places: append([]any{"n", n}, places...), Count: &n}
}

// Portal is a phrase with the names and values of its places in turn.
func (c *Catalogue) Portal(p PortalPhrase, places ...any) string { return c.Put(Line(p, places...)) }

// Put says what was Said in this language. A value of the other direction of writing is
// set apart from the sentence around it (UAX 9, isolates).
func (c *Catalogue) Put(s Said) string {
	if s.Phrase == "" {
		return ""
	}
	right := RightToLeft(c.Tag)
	var pairs []string
	for i := 0; i+1 < len(s.Places); i += 2 {
		value := ""
		switch v := s.Places[i+1].(type) {
		case Said:
			value = c.Put(v)
		case Spoken:
			value = isolated(v.In(c), right)
		default:
			value = isolated(fmt.Sprint(v), right)
		}
		pairs = append(pairs, fmt.Sprint(s.Places[i]), value)
	}
	text := fill(c.portal[c.form(s)], pairs...)
	if s.Then != nil {
		text += c.Gap() + c.Put(*s.Then)
	}
	return text
}

// form is the phrase, in the form that a number takes (CLDR, cardinals).
func (c *Catalogue) form(s Said) PortalPhrase {
	if s.Count == nil {
		return s.Phrase
	}
	form := plural.Cardinal.MatchPlural(language.Make(c.Tag), *s.Count, 0, 0, 0, 0)
	if p := s.Phrase + PortalPhrase(pluralForms[form]); c.portal[p] != "" {
		return p
	}
	return s.Phrase + pluralOther
}

const pluralOther = "_other"

var pluralForms = map[plural.Form]string{
	plural.Zero: "_zero", plural.One: "_one", plural.Two: "_two", plural.Few: "_few", plural.Many: "_many", plural.Other: pluralOther,
}

// isolated sets a value apart that is written in the other direction than the sentence.
func isolated(value string, right bool) string {
	for _, r := range value {
		if toRight, ok := FirstStrong(string(r)); ok && toRight != right {
			return "\u2068" + value + "\u2069"
		}
	}
	return value
}

var placeName = regexp.MustCompile(`\{(\w+)\}`)

func placesOf(text string) (names []string) {
	for _, m := range placeName.FindAllStringSubmatch(text, -1) {
		names = append(names, m[1])
	}
	return names
}

// PartnerTexts are the phrases of partners' pages and mails as the file has them.
func (c *Catalogue) PartnerTexts() map[PortalPhrase]string { return maps.Clone(c.portal) }

// portal reads the table of partners' pages. It may lack phrases, and may have a count
// in more forms than English does, whose phrases they are.
func (r *reader) portal(t *frontmatter.Table) {
	first := r.c.places == nil
	own := make(map[PortalPhrase]string) // not that of the language which this one lies over
	maps.Copy(own, r.c.portal)
	r.c.portal = own
	for _, key := range t.Keys() {
		p := PortalPhrase(key)
		var may, must []string
		if !first {
			var known bool
			if may, must, known = r.c.portalForm(p); !known {
				continue // the table tells of it
			}
		}
		s := t.String(key)
		switch {
		case t.Faulty(key):
		case s == "" || strings.ContainsAny(s, "\r\n"):
			t.Errorf(key, "language", "%s must be one line of text", key)
		default:
			if !first {
				held(t, key, s, may, must)
			}
			own[p] = s
		}
	}
	if !first { // so that the nearest is named
		for p := range r.c.places {
			t.Raw(string(p))
		}
		return
	}
	r.c.places = make(map[PortalPhrase][]string, len(own))
	for p, text := range own {
		r.c.places[p] = placesOf(text)
	}
}

// portalForm is what a phrase may and must have in braces. The forms of a count need not
// write the number.
func (c *Catalogue) portalForm(p PortalPhrase) (may, must []string, known bool) {
	all := c.places
	if places, ok := all[p]; ok && !c.isForm(p) {
		return places, places, true
	}
	for _, form := range pluralForms {
		base, ok := strings.CutSuffix(string(p), form)
		places, known := all[PortalPhrase(base)+pluralOther]
		if !ok || !known {
			continue
		}
		if form == pluralOther {
			return places, places, true
		}
		return places, slices.DeleteFunc(slices.Clone(places), func(s string) bool { return s == "n" }), true
	}
	return nil, nil, false
}

// isForm tells one form of a count.
func (c *Catalogue) isForm(p PortalPhrase) bool {
	for _, form := range pluralForms {
		if base, ok := strings.CutSuffix(string(p), form); ok {
			_, counts := c.places[PortalPhrase(base)+pluralOther]
			return counts
		}
	}
	return false
}

// lackingPortal are the phrases that a language needs and does not have.
func (c *Catalogue) lackingPortal() (lacking []PortalPhrase) {
	for _, p := range slices.Sorted(maps.Keys(c.places)) {
		if c.portal[p] == "" && (!c.isForm(p) || strings.HasSuffix(string(p), pluralOther)) {
			lacking = append(lacking, p)
		}
	}
	return lacking
}

// ofMail tells a phrase that stands in mails to partners.
func ofMail(p PortalPhrase) bool {
	group, _, _ := strings.Cut(string(p), "_")
	return slices.Contains([]string{"mail", "promise", "short", "fate", "back", "signing"}, group) || p == "press_office"
}

// Whole tells whether partners' pages, or with mail the mails to them, can be in this
// language. They are never half in one and half in another.
func (c *Catalogue) Whole(mail bool) bool {
	return !slices.ContainsFunc(c.lacking, func(p PortalPhrase) bool { return !mail || ofMail(p) }) &&
		(mail || !slices.Contains(c.Lacks, "links"))
}

// ForPartner is the language of a partner's pages, or with mail of the mails to them:
// the first of the wishes that is on and whole, else English. wished is the language of
// the first wish, if that is known, so that a page can say why it is in another.
func (s *Set) ForPartner(mail bool, wishes ...string) (c, wished *Catalogue) {
	for _, tag := range wishes {
		found, ok := s.For(tag)
		if !ok {
			continue
		}
		if wished == nil {
			wished = found
		}
		if s.On(found) && found.Whole(mail) {
			return found, wished
		}
	}
	return s.Of(english), wished
}

// ForPartners lists the tags of the languages that partners' pages can be in, sorted.
func (s *Set) ForPartners() []string {
	return slices.DeleteFunc(s.Offered(), func(tag string) bool { return !s.Of(tag).Whole(false) })
}

// countLacking writes down what a language lacks of partners' pages, for whoever lists
// languages.
func (c *Catalogue) countLacking() {
	c.Lacks = slices.DeleteFunc(slices.Clone(c.Lacks), func(s string) bool { return strings.HasPrefix(s, "portal") })
	c.lacking = c.lackingPortal()
	switch n, all := len(c.lacking), len(c.places); {
	case n == 0:
	case len(c.portal) == 0:
		c.Lacks = append(c.Lacks, "portal")
	case n <= 3:
		c.Lacks = append(c.Lacks, fmt.Sprintf("portal (%s)", joined(c.lacking)))
	default:
		c.Lacks = append(c.Lacks, fmt.Sprintf("portal (%d of %d phrases, %s first)", n, all, c.lacking[0]))
	}
}

func joined(phrases []PortalPhrase) string {
	var names []string
	for _, p := range phrases {
		names = append(names, string(p))
	}
	return strings.Join(names, ", ")
}
