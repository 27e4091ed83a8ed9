package release

import (
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"

	"pressroom/internal/diagnostic"
	"pressroom/internal/frontmatter"
	"pressroom/internal/language"
)

// quotes reads the quotes of the main version, or with main given, of a
// translation of it.
func (r *reader) quotes(t *frontmatter.Table, v *Version, cat *language.Catalogue, main *Version) {
	seen := make(map[string]bool)
	for _, qt := range t.Tables("quote") {
		if main == nil {
			expect(qt, "quote")
		} else {
			r.expectTranslated(qt, "quote")
		}
		q := &Quote{At: qt.Here(), ID: qt.Line("id")}
		var ok bool
		if main == nil {
			ok = r.mainQuote(qt, q)
		} else {
			ok = r.translatedQuote(qt, q, main)
		}
		if !ok {
			if main == nil {
				r.giveUp(q)
			}
			continue
		}
		if seen[q.ID] {
			qt.Errorf("id", "quote-id", "two quotes have the id %q; give each its own id = \"…\"", q.ID)
			continue
		}
		seen[q.ID] = true
		if main == nil {
			r.without[q.ID] = r.left(q)
		}
		if r.without[q.ID] || main != nil && r.leftIn(q.ID, v.Language) {
			continue
		}
		q.Signoff = signoff(qt)
		if q.Translated && (q.Signoff != nil && !r.asTranslated(q.ID, v.Language) || q.Org == r.rel.Issuer.Name) {
			q.Translated = false // whoever sends the release signs for itself
		}
		q.Reading = q.read(cat, r.source(qt, "text", q.Text, "a quote"), r.source(qt, "attribution", q.Attribution, "an attribution"))
		v.Quotes = append(v.Quotes, q)
	}
}

func (r *reader) mainQuote(t *frontmatter.Table, q *Quote) bool {
	q.Org = r.settings.OrgName(t.Line("org"))
	orgKey, _ := t.Raw("org")
	q.Speaker, q.Title = t.Line("speaker"), t.Line("title")
	q.Text, q.Attribution = r.quoteText(t), t.Line("attribution")
	q.Style = Style(t.Line("style"))
	if q.Style == "" {
		q.Style = StyleSaid
	}
	if q.ID == "" {
		s, _ := orgKey.(string)
		q.ID = Slugify(s)
	}
	ok := strings.TrimSpace(q.Text) != ""
	switch q.Style {
	case StyleSaid, StyleDash, StyleLeadIn, StyleBlock:
	default:
		t.Errorf("style", "style", `style is "said", "dash", "lead-in" or "block", not %q`, diagnostic.Word(string(q.Style)))
		ok = false
	}
	if q.Org == "" {
		t.Errorf("org", "quote", "a quote needs org: the organisation it is attributed to")
		return false
	}
	if q.Speaker == "" && q.Attribution == "" {
		t.Errorf("speaker", "quote", "the quote of %s has no speaker; add speaker, or attribution for an unnamed one", q.Org)
		ok = false
	}
	if !ValidSlug(q.ID) {
		t.Errorf("id", "quote-id", "the id %q must be small letters, digits and hyphens; add id = \"…\"", diagnostic.Word(q.ID))
		ok = false
	}
	return ok
}

func (r *reader) translatedQuote(t *frontmatter.Table, q *Quote, main *Version) bool {
	var of *Quote
	for _, m := range main.Quotes {
		if m.ID == q.ID {
			of = m
		}
	}
	q.Title, q.Text, q.Attribution = t.Line("title"), r.quoteText(t), t.Line("attribution")
	if of == nil {
		if r.without[q.ID] || r.isBroken(q.ID) {
			return false
		}
		advice := "the quotes there: " + quoteIDs(main)
		if len(main.Quotes) == 0 {
			advice = "there is none yet"
		}
		t.Errorf("id", "quote-id", "no quote has the id %q in %s; %s", diagnostic.Word(q.ID), r.rel.File, advice)
		return false
	}
	q.Org, q.Speaker, q.Style = of.Org, of.Speaker, of.Style
	if q.Attribution == "" && q.Speaker == "" {
		t.Errorf("attribution", "quote", "the quote %s has an unnamed speaker; add attribution in this language", q.ID)
		return false
	}
	q.Translated = true
	return true
}

func quoteIDs(v *Version) string {
	var ids []string
	for _, q := range v.Quotes {
		ids = append(ids, q.ID)
	}
	return strings.Join(ids, ", ")
}

// giveUp notes a quote that an error keeps from being read: nothing is said where
// the text or a language's file names it.
func (r *reader) giveUp(q *Quote) {
	if !ValidSlug(q.ID) {
		r.nameless = true
		return
	}
	r.broken[q.ID] = true
}

// isBroken tells whether an id may be that of a quote with an error.
func (r *reader) isBroken(id string) bool { return r.broken[id] || r.nameless }

// quoteText reads the words and refuses outer quotation marks, which the style
// writes.
func (r *reader) quoteText(t *frontmatter.Table) string {
	text := strings.ReplaceAll(t.String("text"), "\r\n", "\n")
	trimmed := strings.TrimSpace(text)
	if trimmed == "" {
		t.Errorf("text", "quote", "the quote has no text")
	}
	runes := []rune(trimmed)
	if n := len(runes); n > 1 && strings.ContainsRune("“\"«„", runes[0]) && strings.ContainsRune("”\"»“", runes[n-1]) &&
		!strings.ContainsAny(string(runes[1:n-1]), "“”\"«»„") {
		t.Errorf("text", "quote-marks", "the quotation marks around the words are written by the style; leave them out")
	}
	return text
}

func signoff(t *frontmatter.Table) *Signoff {
	s := t.Table("signoff")
	if s == nil {
		return nil
	}
	out := &Signoff{By: s.Line("by"), Digest: s.Line("digest")}
	if at, ok := moment(s, "at"); ok {
		if at.kind != offsetDateTime {
			s.Errorf("at", "signoff", "at needs its offset, as in 2026-07-25T10:00:00Z")
		}
		out.At = at.wall
	}
	s.Done(nil)
	return out
}

// Slugify makes an id of a name: small Latin letters, digits and hyphens.
func Slugify(name string) string {
	var b strings.Builder
	var dash bool
	for _, c := range norm.NFD.String(strings.ToLower(name)) {
		switch {
		case c >= 'a' && c <= 'z' || c >= '0' && c <= '9':
			if dash && b.Len() > 0 {
				b.WriteByte('-')
			}
			dash = false
			b.WriteRune(c)
		case unicode.Is(unicode.Mn, c), c == '\'', c == '’':
		default:
			dash = true
		}
	}
	return b.String()
}
