package newsroom

import (
	"cmp"
	"context"
	"net/http"
	"net/url"
	"strconv"
	"time"

	"pressroom/internal/language"
	"pressroom/internal/publication"
	"pressroom/internal/search"
	"pressroom/internal/terms"
)

// Limits of searches.
const (
	searchesAtOnce = 2
	searchWithin   = 3 * time.Second // with the wait for a turn
	foundPerPage   = 20
	excerptLetters = 240
)

// search answers with the releases that have all words of q=, in all languages or with
// language= in one, the newest first. terms.Parse has how q is read, and what is left out of
// one that is too long. Without words it shows the form and says how to search. A page= that
// there is not is the nearest that there is; a language in which nothing is public is no
// address, as in lists.
//
// What is found is the same for everybody, so it has an ETag and may be kept and asked for anew
// like the lists, and is there, or another, as soon as they are. It is made for each request and
// stays out of what search engines list: there are as many such pages as words. Where too many
// look at once it says to try later (429).
func (n *Newsroom) search(w http.ResponseWriter, r *http.Request) {
	x, asked := n.reader.Index(), r.URL.Query()
	p := part{language: asked.Get("language")}
	if p.language != "" && len(p.releases(x)) == 0 {
		n.missing(w, r, x)
		return
	}
	ctx, cancel := context.WithTimeout(r.Context(), searchWithin)
	defer cancel()
	if !n.turns.Enter(ctx) {
		n.TooManyIn(w, p.language)
		return
	}
	defer n.turns.Leave()
	p.number, _ = strconv.Atoi(asked.Get("page")) // what is none is the first
	v, err := n.results(ctx, x, p, terms.Parse(asked.Get("q")))
	switch {
	case err != nil && ctx.Err() != nil:
		n.TooManyIn(w, p.language)
		return
	case err != nil:
		n.Broken(w, err)
		return
	}
	a, err := n.compose(v, n.Languages.ForReader(cmp.Or(p.language, n.Language)))
	if err != nil {
		n.Broken(w, err)
		return
	}
	a.hidden = true
	w.Header().Set("Content-Security-Policy", listPolicy)
	a.write(w, r, http.StatusOK)
}

// searchForm is the form of the search on a page that is so far from the newsroom's root; nil
// where nothing can be searched.
func (n *Newsroom) searchForm(root, lang string) *searchForm {
	if n.Searched == nil {
		return nil
	}
	if root == "./" {
		root = ""
	}
	return &searchForm{Action: root + "search", Language: lang}
}

// results are what a page of what was found shows.
func (n *Newsroom) results(ctx context.Context, x *publication.Index, p part, q terms.Query) (v view, err error) {
	tag := cmp.Or(p.language, n.Language)
	cat := n.Languages.ForReader(tag)
	v = view{
		Title: cat.Search(language.SearchLabel), Search: n.searchForm("", p.language), Back: p.from(p.address("", p.language, 1)),
		Contacts: contacts(p.releases(x), tag),
	}
	v.Choices = n.choices(cat, languages(x.Releases), p.language, func(lang string) string { return searchAddress(q, lang, 1) })
	if v.Search.Query = q.Text; len(q.Phrases) == 0 {
		v.Text = cat.Search(language.HowToSearch)
		return v, nil
	}
	hits, err := n.Searched.Find(ctx, x, q, p.language)
	if err != nil {
		return v, err
	}
	if len(hits) == 0 {
		v.Found, v.Text = cat.Search(language.NothingFound), cat.Search(language.HowToSearch)
		return v, nil
	}
	v.Found = cat.Search(language.Found, len(hits))
	number := min(max(p.number, 1), (len(hits)-1)/foundPerPage+1)
	if number > 1 {
		v.Newer = searchAddress(q, p.language, number-1)
	}
	if hits = hits[(number-1)*foundPerPage:]; len(hits) > foundPerPage {
		hits, v.Older = hits[:foundPerPage], searchAddress(q, p.language, number+1)
	}
	for _, h := range hits {
		e, err := n.result(ctx, h, q)
		if err != nil {
			return v, err
		}
		v.Entries = append(v.Entries, e)
	}
	return v, nil
}

// result is a release as it was found.
func (n *Newsroom) result(ctx context.Context, h search.Hit, q terms.Query) (entry, error) {
	text, err := n.Searched.Text(ctx, h)
	return entry{
		Language: h.Version.Language, Headline: h.Version.Headline, Day: h.Version.Day, Instant: h.Release.At.Format(time.RFC3339),
		Href: address(h.Version), Became: n.became(h.Release, h.Version), Marked: q.Mark(h.Version.Headline),
		Excerpt: q.Excerpt(text, excerptLetters), Tongue: n.Languages.Of(h.Version.Language).Name,
	}, err
}

// searchAddress is that of a page of what was found, below the newsroom.
func searchAddress(q terms.Query, lang string, number int) string {
	values := make(url.Values)
	if q.Text != "" {
		values.Set("q", q.Text)
	}
	if lang != "" {
		values.Set("language", lang)
	}
	if number > 1 {
		values.Set("page", strconv.Itoa(number))
	}
	if len(values) == 0 {
		return "search"
	}
	return "search?" + values.Encode()
}
