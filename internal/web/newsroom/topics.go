package newsroom

import (
	"cmp"
	"net/http"
	"net/url"
	"slices"
	"strconv"

	"pressroom/internal/language"
	"pressroom/internal/publication"
	"pressroom/internal/release"
)

// mostTopics is how many topics stand above the list of all releases: the page of topics has
// the others.
const mostTopics = 12

// topic answers with the releases of a topic: /topics/night-work, as release.TopicSlug has
// it, with page= and language= as the list of all releases takes them. Who writes a topic as
// releases do ("/topics/Night & Work") is led there. A topic that nothing public has is no
// address, whatever is scheduled.
func (n *Newsroom) topic(w http.ResponseWriter, r *http.Request) {
	x, asked := n.reader.Index(), r.PathValue("topic")
	slug := release.TopicSlug(asked)
	if slug == asked || x.Topic(slug) == nil {
		n.showList(w, r, x)
		return
	}
	w.Header().Set("Cache-Control", "no-cache")
	http.Redirect(w, r, n.Base()+"/topics/"+url.PathEscape(slug), http.StatusMovedPermanently)
}

// topics answers with the topics of all that is public; while there are none it is no
// address.
func (n *Newsroom) topics(w http.ResponseWriter, r *http.Request) {
	x := n.reader.Index()
	if len(x.Topics()) == 0 {
		n.missing(w, r, x)
		return
	}
	a, err := n.shelf.take("topics "+strconv.Itoa(x.Number), func() (*answer, error) {
		cat := n.Languages.ForReader(n.Language)
		return n.compose(view{
			Title: cat.Search(language.TopicsLabel), Topics: topicLinks(x.Topics(), len(x.Topics())), Back: "./", Search: n.searchForm("", ""),
			Contacts: contacts(x.Releases, n.Language),
		}, cat)
	})
	if err != nil {
		n.Broken(w, err)
		return
	}
	w.Header().Set("Content-Security-Policy", listPolicy)
	a.write(w, r, http.StatusOK)
}

// topicFeed answers with a feed of the releases of a topic.
func (n *Newsroom) topicFeed(w http.ResponseWriter, r *http.Request) {
	if slices.Contains([]string{"feed.atom", "feed.rss", "feed.json"}, r.PathValue("feed")) {
		n.feed(w, r)
		return
	}
	n.missing(w, r, n.reader.Index())
}

// topicLinks lead to the topics of most releases, as seen from the newsroom's root: by their
// slugs, and of as many releases those first whose newest is newer.
func topicLinks(all []*publication.Topic, most int) []topicLink {
	all = slices.Clone(all)
	slices.SortStableFunc(all, func(a, b *publication.Topic) int {
		return cmp.Or(cmp.Compare(len(b.Releases), len(a.Releases)), b.Releases[0].Since.Compare(a.Releases[0].Since))
	})
	all = all[:min(len(all), most)]
	slices.SortFunc(all, func(a, b *publication.Topic) int { return cmp.Compare(a.Slug, b.Slug) })
	var out []topicLink
	for _, t := range all {
		out = append(out, topicLink{t.Name, t.Releases[0].Versions[0].Language, "topics/" + url.PathEscape(t.Slug), len(t.Releases)})
	}
	return out
}
