package newsroom

import (
	"cmp"
	"html/template"
	"net/http"
	"net/url"
	"slices"
	"strconv"
	"strings"
	"time"

	"pressroom/internal/language"
	"pressroom/internal/publication"
)

// perPage is how many releases a page of the list holds.
const perPage = 50

// part is what of the list somebody asks for.
type part struct {
	topic    *publication.Topic // nil for all
	language string             // "" for all
	number   int                // of the page, from 1
}

// asked reads for which part of the list a request asks; ok is false where there is no such.
func (n *Newsroom) asked(r *http.Request, x *publication.Index) (p part, ok bool) {
	q := r.URL.Query()
	p.language, p.number = q.Get("language"), 1
	if slug := r.PathValue("topic"); slug != "" {
		if p.topic = x.Topic(slug); p.topic == nil {
			return p, false
		}
	}
	all := p.releases(x)
	if len(all) == 0 && (p.language != "" || p.topic != nil) {
		return p, false
	}
	if given := q.Get("page"); given != "" {
		var err error
		if p.number, err = strconv.Atoi(given); err != nil || p.number < 1 {
			return p, false
		}
	}
	return p, p.number == 1 || p.number-1 <= (len(all)-1)/perPage // which no number of a stranger overflows
}

// releases are those of the part, on all its pages: the newest first.
func (p part) releases(x *publication.Index) []*publication.Release {
	all := x.Releases
	if p.topic != nil {
		all = p.topic.Releases
	}
	if p.language == "" {
		return all
	}
	var out []*publication.Release
	for _, r := range all {
		if slices.ContainsFunc(r.Versions, func(v publication.Version) bool { return v.Language == p.language }) {
			out = append(out, r)
		}
	}
	return out
}

// key is another for each part of an index.
func (p part) key(x *publication.Index) string {
	return strings.Join([]string{strconv.Itoa(x.Number), p.slug(), p.language, strconv.Itoa(p.number)}, " ")
}

func (p part) slug() string {
	if p.topic == nil {
		return ""
	}
	return p.topic.Slug
}

// name is what the part is called: its topic, or what all releases are called in a language.
func (p part) name(cat *language.Catalogue) string {
	if p.topic == nil {
		return cat.Newsroom(language.NewsroomTitle)
	}
	return p.topic.Name
}

// address is that of its list, or of another page that it has, such as a feed, below the
// newsroom: "" for the list of all releases, in all languages.
func (p part) address(page string, lang string, number int) string {
	if p.topic != nil {
		page = strings.TrimSuffix("topics/"+url.PathEscape(p.topic.Slug)+"/"+page, "/")
	}
	q := url.Values{}
	if lang != "" {
		q.Set("language", lang)
	}
	if number > 1 {
		q.Set("page", strconv.Itoa(number))
	}
	if len(q) == 0 {
		return page
	}
	return page + "?" + q.Encode()
}

// from is an address below the newsroom as it is seen from the part's list.
func (p part) from(address string) string {
	if p.topic != nil {
		return "../" + address
	}
	if address == "" || address[0] == '?' {
		return "./" + address
	}
	return address
}

// showList answers with a page of the list of a part.
func (n *Newsroom) showList(w http.ResponseWriter, r *http.Request, x *publication.Index) {
	p, ok := n.asked(r, x)
	if !ok {
		n.missing(w, r, x)
		return
	}
	a, err := n.shelf.take("list "+p.key(x), func() (*answer, error) { return n.composeList(x, p) })
	if err != nil {
		n.Broken(w, err)
		return
	}
	w.Header().Set("Content-Security-Policy", listPolicy)
	a.write(w, r, http.StatusOK)
}

// languages are those in which some releases are written, sorted.
func languages(all []*publication.Release) []string {
	var out []string
	for _, p := range all {
		for _, v := range p.Versions {
			if !slices.Contains(out, v.Language) {
				out = append(out, v.Language)
			}
		}
	}
	slices.Sort(out)
	return out
}

// version is the one of a release that a reader of a language gets: the main one where
// it is not written in that.
func version(p *publication.Release, tag string) *publication.Version {
	for i := range p.Versions {
		if p.Versions[i].Language == tag {
			return &p.Versions[i]
		}
	}
	return &p.Versions[0]
}

// address is that of a version's page.
func address(v *publication.Version) string {
	for _, f := range v.Forms {
		if f.Page {
			return f.Address
		}
	}
	return ""
}

// contacts are the press contacts of the newest release, in a reader's language: whom to
// call today.
func contacts(list []*publication.Release, tag string) []contact {
	if len(list) == 0 {
		return nil
	}
	var out []contact
	for _, c := range version(list[0], tag).Contacts {
		out = append(out, contact{c, template.URL(c.Dial)})
	}
	return out
}

func (n *Newsroom) composeList(x *publication.Index, p part) (*answer, error) {
	tag := cmp.Or(p.language, n.Language)
	cat := n.Languages.ForReader(tag)
	list := p.releases(x)
	v := view{
		Title: p.name(cat), Search: n.searchForm(p.from(""), p.language), Contacts: contacts(list, tag),
		Feed: p.from(p.address("feed.atom", p.language, 1)),
		RSS:  p.from(p.address("feed.rss", p.language, 1)), JSON: p.from(p.address("feed.json", p.language, 1)),
	}
	if p.topic != nil {
		v.Back = p.from(part{}.address("", p.language, 1))
		v.Titled = p.topic.Releases[0].Versions[0].Language
	} else {
		v.Topics = topicLinks(x.Topics(), mostTopics)
		v.AllTopics = len(x.Topics()) > len(v.Topics)
	}
	if len(list) == 0 {
		v.Text = cat.Newsroom(language.NothingYet)
	}
	if p.number > 1 {
		v.Newer = p.from(p.address("", p.language, p.number-1))
	}
	all := languages(list)
	if p.language != "" {
		all = languages(part{topic: p.topic}.releases(x))
	}
	list = list[min(len(list), (p.number-1)*perPage):]
	if len(list) > perPage {
		list, v.Older = list[:perPage], p.from(p.address("", p.language, p.number+1))
	}
	for _, r := range list {
		v.Entries = append(v.Entries, n.entry(r, tag, p.from))
	}
	v.Choices = n.choices(cat, all, p.language, func(lang string) string { return p.from(p.address("", lang, 1)) })
	return n.compose(v, cat)
}

// choices lead to the same in one of some languages, or with "" in all; none where there is but
// one.
func (n *Newsroom) choices(cat *language.Catalogue, all []string, now string, at func(lang string) string) []choice {
	if len(all) < 2 {
		return nil
	}
	out := []choice{{Language: cat.Tag, Name: cat.Newsroom(language.EveryLanguage), Href: at(""), Current: now == ""}}
	for _, l := range all {
		out = append(out, choice{l, n.Languages.Of(l).Name, at(l), l, l == now})
	}
	return out
}

// entry is a release as a list shows it; from is an address as it is seen from there.
func (n *Newsroom) entry(p *publication.Release, tag string, from func(string) string) entry {
	v := version(p, tag)
	e := entry{
		Language: v.Language, Headline: v.Headline, Summary: v.Summary, Day: v.Day, Instant: p.At.Format(time.RFC3339), Href: from(address(v)),
	}
	if v.Subhead != "" {
		e.Summary = v.Subhead
	}
	e.Became = n.became(p, v)
	for i := range p.Versions {
		if o := &p.Versions[i]; o != v {
			e.Others = append(e.Others, choice{Language: o.Language, Name: n.Languages.Of(o.Language).Name, Href: from(address(o))})
		}
	}
	return e
}
