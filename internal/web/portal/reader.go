package portal

import (
	"net/http"
	"net/url"
	"strings"

	"pressroom/internal/coalition"
	"pressroom/internal/language"
	"pressroom/internal/release"
	"pressroom/internal/submission"
	"pressroom/internal/web/page"
)

// The reader's language stands in the address once they chose one, and in a cookie, so
// that either does where the other is not kept.
const (
	languageKey    = "language"
	languageCookie = "pressroom_language"
	languageFor    = 365 * 24 * 60 * 60 // seconds
)

// reads is the language of the page: the one chosen, else the partner's. wished is the
// one that it should be in, if that is known.
func (q *Portal) reads(r *http.Request, v *coalition.Visit) (c, wished *language.Catalogue) {
	return q.Languages.ForPartner(false, append(wishesOf(r), v.Reads())...)
}

// wishesOf are the languages that whoever is there has chosen: in the address, or before.
func wishesOf(r *http.Request) []string {
	wishes := []string{chosen(r)}
	if kept, err := r.Cookie(languageCookie); err == nil {
		wishes = append(wishes, kept.Value)
	}
	return wishes
}

// chosen is the language that the address asks for, "" for none.
func chosen(r *http.Request) string {
	tag, err := language.Canonical(r.URL.Query().Get(languageKey))
	if err != nil {
		return ""
	}
	return tag
}

// languageQuery goes on with the language that the address asks for; sign is ? or &.
func languageQuery(r *http.Request, sign string) string {
	if tag := chosen(r); tag != "" {
		return sign + languageKey + "=" + url.QueryEscape(tag)
	}
	return ""
}

// remember keeps the language that the address asks for. Nothing of ours is changed by
// it.
func (q *Portal) remember(w http.ResponseWriter, r *http.Request) {
	if tag := chosen(r); tag != "" {
		http.SetCookie(w, &http.Cookie{
			Name: languageCookie, Value: tag, Path: q.Base() + "/", MaxAge: languageFor, HttpOnly: true, SameSite: http.SameSiteLaxMode,
		})
	}
}

// tongues are the languages that the page can be switched to.
func (q *Portal) tongues(r *http.Request, now string) page.Tongues {
	t := page.Tongues{Label: q.Languages.Of(now).Portal("language"), Now: q.Languages.Of(now).Name}
	for _, tag := range q.Languages.ForPartners() {
		t.All = append(t.All, page.Tongue{
			Tag: tag, Name: q.Languages.Of(tag).Name, URL: q.address(r) + "?" + languageKey + "=" + tag, Now: tag == now,
		})
	}
	return t
}

// blank is a view with its language.
func (q *Portal) blank(r *http.Request, v *coalition.Visit) *quoteView {
	cat, wished := q.reads(r, v)
	out := &quoteView{Visit: v, View: page.View{Site: q.Site, Language: cat.Tag}, cat: cat}
	if spoken := language.Of(v.Language()).Tag; spoken != cat.Tag {
		out.Spoken = v.Language()
	}
	if wished != nil && wished.Tag != cat.Tag {
		out.NotYet = out.T("untranslated", "language", wished.Name)
	}
	return out
}

// T is a phrase in the reader's language. Whom the page is about and who asks are known
// to all of them.
func (v *quoteView) T(p language.PortalPhrase, places ...any) string {
	return v.cat.Portal(p, append(places, "org", v.Org.Name, "asker", v.Asker())...)
}

// Gap stands between two sentences.
func (v *quoteView) Gap() string { return v.cat.Gap() }

// Put is T for what is to be said.
func (v *quoteView) Put(s language.Said) string { return v.cat.Put(s) }

// Asker is who asks, by name.
func (v *quoteView) Asker() string { return v.Visit.Asker(v.cat) }

// Length is how long the words are.
func (v *quoteView) Length() string {
	if v.Request.Words > 0 {
		return v.Put(language.Counted("count_asked", v.Count, "asked", v.Request.Words))
	}
	return v.Put(language.Counted("count", v.Count))
}

// Message is what was written with a proposal, or back.
func (v *quoteView) Message() string {
	if v.Request.Message == coalition.Meanwhile {
		return v.T("proposed_meanwhile")
	}
	return v.Request.Message
}

// order says where the quote stands among others, "" if it has no place.
func (v *quoteView) order() string {
	phrase := map[release.Order]language.PortalPhrase{
		release.OrderPlaced: "order_placed", release.OrderAlphabetical: "order_alphabetical", release.OrderLot: "order_lot",
	}[v.Release.Order]
	if v.Position == 0 {
		return ""
	}
	return v.T(phrase, "n", v.Position, "count", v.Among, "lot", v.Release.Lot)
}

// stylePhrases are the names of the ways of setting a quote, and an example of each.
var stylePhrases = map[submission.Style][2]language.PortalPhrase{
	submission.AfterFirst: {"style_first", "style_first_example"}, submission.AtEnd: {"style_end", "style_end_example"},
	submission.Dash: {"style_dash", "style_dash_example"}, submission.LeadIn: {"style_lead", "style_lead_example"},
	submission.Block: {"style_block", "style_dash_example"},
}

// styles are the ways of setting a quote, one of them chosen.
func (v *quoteView) styles(now submission.Style) []page.Style {
	var all []page.Style
	for _, s := range submission.Styles {
		style := page.Style{
			Value: string(s), Name: v.T(stylePhrases[s][0]), Example: v.T(stylePhrases[s][1]), Chosen: s == now,
		}
		if own := v.example(s); own != "" {
			style.Example, style.Own = own, true
		}
		all = append(all, style)
	}
	return all
}

// exampleWords is how many of their own words a partner is shown of each style.
const exampleWords = 24

// example is how the partner's own words read in a style, "" where they are not whole.
func (v *quoteView) example(s submission.Style) string {
	if !v.Whole {
		return ""
	}
	w := v.Words
	w.Style, w.Source = s, ""
	if words := strings.Fields(w.Text); len(words) > exampleWords {
		w.Text = strings.Join(words[:exampleWords], " ") + "…"
	}
	got, _ := w.Quote(v.Request.Quote).Reads(v.Visit.Language())
	if got == nil {
		return ""
	}
	return strings.Join(got.Plain(), " ")
}

// Typed stands over words that were not kept.
func (v *quoteView) Typed() string {
	said, _ := v.cat.Link(language.DoorTypedTitle)
	return said
}
