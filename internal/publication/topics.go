package publication

import (
	"cmp"
	"slices"

	"pressroom/internal/release"
)

// Topic is what public releases say that they are about.
type Topic struct {
	Slug     string // as it stands in its address
	Name     string // as the newest of its releases writes it
	Releases []*Release
}

// Topics are those of what is public, by their slugs.
func (x *Index) Topics() []*Topic { return x.topics }

// Topic is the one of a slug; nil where nothing public has it.
func (x *Index) Topic(slug string) *Topic {
	i, ok := slices.BinarySearchFunc(x.topics, slug, func(t *Topic, slug string) int { return cmp.Compare(t.Slug, slug) })
	if !ok {
		return nil
	}
	return x.topics[i]
}

// topicsOf sorts releases, the newest first, by their topics.
func topicsOf(all []*Release) []*Topic {
	bySlug := make(map[string]*Topic)
	var out []*Topic
	for _, p := range all {
		for _, name := range p.Topics {
			slug := release.TopicSlug(name)
			if slug == "" {
				continue
			}
			t := bySlug[slug]
			if t == nil {
				t = &Topic{Slug: slug, Name: name}
				bySlug[slug], out = t, append(out, t)
			}
			if n := len(t.Releases); n == 0 || t.Releases[n-1] != p {
				t.Releases = append(t.Releases, p)
			}
		}
	}
	slices.SortFunc(out, func(a, b *Topic) int { return cmp.Compare(a.Slug, b.Slug) })
	return out
}
