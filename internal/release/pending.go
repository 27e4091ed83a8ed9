package release

import (
	"fmt"
	"slices"
	"strings"

	"pressroom/internal/saying"
	"pressroom/internal/wording"
)

// Pending is a quote that lacks a sign-off, as it is asked for by who leads, and
// what becomes of it if nothing happens. It is the one answer to that question: the
// plan, the checks, what is compiled and what partners are promised all rest on it.
type Pending struct {
	Key QuoteKey // its language is that of the words
	Org string   // as it is printed
	// OrgID is the organization's id where it was asked for the quote, "" where
	// nobody was.
	OrgID string
	// State is how far an asked partner is: "asked", "draft", "declined" …
	State string
	// Stale tells of a translation that its original has changed since it was made or
	// signed.
	Stale bool
	// Absent tells that no words of it stand in the release.
	Absent bool
	// Does is what becomes of it: it is printed (Warn), left out, or stops the release.
	Does Policy
	At   Position
}

// PolicyFor is what holds for a quote that nobody has signed off: what [quotes]
// unsigned says, else that quotes which were asked for are left out, and others are
// printed.
func (r *Release) PolicyFor(k *Known, quote string) Policy {
	switch {
	case r.Unsigned != "":
		return r.Unsigned
	case k.Request(quote) != nil:
		return LeaveOut
	}
	return Warn
}

// Pending lists the quotes without sign-off, in the order of the languages and of the
// file, and after them those that were asked for and have no words yet. k is what the
// database knows, nil for nothing.
func (r *Release) Pending(k *Known) []Pending {
	var out []Pending
	main := r.Main()
	gone := make(map[string]bool) // in every language
	for _, v := range r.Versions {
		for _, q := range v.Quotes {
			if v != main && slices.Contains(main.Quotes, q) || gone[q.ID] {
				continue // printed in the main language: looked at there
			}
			if p, ok := r.pending(k, v, q); ok {
				out = append(out, p)
				gone[q.ID] = v == main && p.Does == LeaveOut
			}
		}
	}
	if k == nil {
		return out
	}
	for _, a := range k.Requests {
		there := slices.ContainsFunc(main.Quotes, func(q *Quote) bool { return q.ID == a.Quote })
		if there || !a.Open || r.LeavesOut(a.Quote, a.Org) || r.LeavesOut(a.OrgID, a.Org) {
			continue
		}
		out = append(out, Pending{
			Key: QuoteKey{a.Quote, main.Language}, Org: a.Org, OrgID: a.OrgID, State: a.State, Absent: true, Does: LeaveOut, At: main.HeadlineAt,
		})
	}
	return out
}

// pending looks at one quote of a version.
func (r *Release) pending(k *Known, v *Version, q *Quote) (Pending, bool) {
	key := QuoteKey{q.ID, v.Language}
	p := Pending{Key: key, Org: q.Org, Does: r.PolicyFor(k, q.ID), At: q.At}
	if q.Org == r.Issuer.Name { // whoever sends the release signs for itself
		return p, false
	}
	if a := k.Request(q.ID); a != nil {
		p.OrgID, p.State = a.OrgID, a.State
	}
	if v != r.Main() {
		p.Stale = r.stale(k, v, q)
		return p, p.Stale
	}
	decision, decided := k.Decision(key)
	switch {
	case k.waits(key):
		return p, false // what stands in the file is not what was decided last
	case decided && decision.Given:
		return p, false
	case decided: // taken back: the checks refuse it, unless the release says what becomes of it
		p.State = decision.How
		return p, r.Unsigned == LeaveOut
	}
	return p, q.Signoff == nil
}

// stale tells whether the original of a translation changed since the translation
// was made or signed: since words were first known to stand beside others.
func (r *Release) stale(k *Known, v *Version, q *Quote) bool {
	if k == nil {
		return false
	}
	of, known := k.Originals[SignoffDigest(r.Slug, v.Language, q)]
	if !known {
		return false
	}
	i := slices.IndexFunc(r.Main().Quotes, func(m *Quote) bool { return m.ID == q.ID })
	return i >= 0 && SignoffDigest(r.Slug, r.Main().Language, r.Main().Quotes[i]) != of
}

// LeftOut are the entries under which the quotes among them that are left out are
// named to ReadWithout: the id, or of a translation alone its id and language. One that is
// printed though its sign-off is of other words is named there too: as translated.
func LeftOut(list []Pending, main string) []string {
	var out []string
	for _, p := range list {
		switch {
		case p.Stale && p.Does == Warn:
			out = append(out, asTranslatedEntry(p.Key.Quote, p.Key.Language))
		case p.Does != LeaveOut || p.Absent:
		case p.Key.Language == main:
			out = append(out, p.Key.Quote)
		default:
			out = append(out, TranslationEntry(p.Key.Quote, p.Key.Language))
		}
	}
	return out
}

// TranslationEntry names a quote in one language alone. A slash stands in no id.
func TranslationEntry(quote, lang string) string { return quote + "/" + lang }

// asTranslatedEntry names a translation whose sign-off, if it has one, does not hold any
// more.
func asTranslatedEntry(quote, lang string) string {
	return TranslationEntry(quote, lang) + "/as-translated"
}

// Translation is a quote that is printed as translated in a language.
type Translation struct {
	Language string
	Quote    *Quote
}

// AsTranslated lists the quotes that are printed as translated, in the order of the
// languages and of the file.
func (r *Release) AsTranslated() []Translation {
	var out []Translation
	for _, v := range r.Versions {
		for _, q := range v.Quotes {
			if q.Translated {
				out = append(out, Translation{v.Language, q})
			}
		}
	}
	return out
}

// stateWords are how far a partner is, as the press office reads it.
var stateWords = map[string]string{
	"asked": "has not answered", "draft": "has written words and not signed them", "submitted": "handed words in without a sign-off",
	"proposed": "was shown words and has not signed them", "sent-back": "was asked for a change", "declined": "gives no quote",
	"withdrawn": "has withdrawn it", "signed": "has signed other words",
}

// Says tells of it: whose it is, how far they are, what becomes of it, and what can be
// done about that.
func (p Pending) Says(slug string) saying.Sentence {
	words := saying.Word(stateWords[p.State])
	var says saying.Sentence
	switch {
	case p.Stale:
		says = saying.Of("the quote of %s (%s) was changed in its own language since its words in %s were made or signed", p.Org, p.Key.Quote,
			p.Key.Language)
	case p.Absent && words == "":
		says = saying.Of("no quote of %s yet", p.Org)
	case p.Absent:
		says = saying.Of("no quote of %s yet (%s: %v)", p.Org, p.Key.Quote, words)
	case words == "":
		says = saying.Of("the quote of %s has no sign-off", p.Org)
	default:
		says = saying.Of("the quote of %s has no sign-off (%s: %v)", p.Org, p.Key.Quote, words)
	}
	says = saying.Lines{says, saying.Word(p.becomes(true)).Said()}.Join("")
	if ways := p.Ways(slug); ways != nil {
		return saying.Of("%v; %v", says, ways.Join(", or "))
	}
	return says
}

// SayAll tells of several of which the same becomes, and names some of them.
func SayAll(list []Pending, slug string, most int) saying.Sentence {
	names := make([]string, len(list))
	for i, p := range list {
		names[i] = p.Org
		if words := stateWords[p.State]; words != "" {
			names[i] = fmt.Sprintf("%s (%s: %s)", p.Org, p.Key.Quote, words)
		}
	}
	first, some := list[0], wording.Some(names, most)
	switch {
	case first.Absent:
		return saying.Of("%d quotes are not there yet, and nothing of them is printed: those of %s; pressroom quotes remind %s", len(list),
			some, slug)
	case first.OrgID == "":
		return saying.Of("%d quotes have no sign-off%v: those of %s", len(list), saying.Word(first.becomes(first.Does != LeaveOut)), some)
	}
	return saying.Of("%d quotes have no sign-off%v: those of %s; pressroom quotes remind %s, "+
		"pressroom quotes approve %s QUOTE --recorded \"…\", or pressroom send %s --without QUOTE",
		len(list), saying.Word(first.becomes(false)), some, slug, slug, slug)
}

// Brief tells of it in one line of a plan: whose it is, how far they are, and what becomes
// of it.
func (p Pending) Brief() saying.Sentence {
	words := saying.Word(stateWords[p.State])
	switch {
	case p.Stale:
		return saying.Of("%s in %s (%s), translated from other words", p.Key.Quote, p.Key.Language, p.Org)
	case words == "":
		return saying.Of("%s (%s)", p.Key.Quote, p.Org)
	}
	return saying.Of("%s (%s), %v", p.Key.Quote, p.Org, words)
}

// becomes is what happens if nobody does anything, to one or to several.
func (p Pending) becomes(one bool) string {
	says := ""
	switch {
	case p.Absent:
		return "; nothing of it is printed"
	case p.Does == LeaveOut && p.Stale:
		says = "; it is left out in that language"
	case p.Does == LeaveOut:
		says = "; it is left out"
	case p.Does == Refuse:
		return `, and [quotes] unsigned = "refuse"`
	case p.Stale:
		says = "; it is printed as translated"
	case p.OrgID != "":
		says = "; it is printed all the same"
	}
	if !one {
		says = strings.ReplaceAll(says, "it is", "they are")
	}
	return says
}

// Ways are the commands that settle it.
func (p Pending) Ways(slug string) (out saying.Lines) {
	switch {
	case p.Stale:
		out.Add("translate it anew")
		out.Add("pressroom quotes approve %s %s --translation %s says that it still fits", slug, p.Key.Quote, p.Key.Language)
		return out
	case p.OrgID == "":
		return nil
	case p.State == "declined" || p.State == "withdrawn":
		return nil
	case p.State == "submitted":
		out.Add("pressroom quotes approve %s %s asks for it", slug, p.Key.Quote)
	default:
		out.Add("pressroom quotes remind %s --org %s", slug, p.OrgID)
	}
	if !p.Absent {
		out.Add("pressroom quotes approve %s %s --recorded \"…\"", slug, p.Key.Quote)
	}
	out.Add("pressroom send %s --without %s", slug, p.Key.Quote)
	return out
}
