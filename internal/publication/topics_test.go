package publication_test

import (
	"context"
	"slices"
	"testing"

	"pressroom/internal/embargo"
	"pressroom/internal/ledger"
	"pressroom/internal/publication"
)

// about schedules a release of some topics.
func (s *scene) about(slug string, topics ...string) string {
	s.Helper()
	listing, err := publication.Listing{Topics: topics, Versions: []publication.Version{{Language: "en"}}}.Marshal()
	s.must(err)
	id, err := s.l.Create(context.Background(), ledger.Draft{
		Slug: slug, Revision: "one", Headline: "H", Kind: embargo.Release, ReleaseAt: t0, Zone: "UTC", Sender: "p@x.example",
		Snapshot: []byte("{}"), Artefacts: map[string][]byte{publication.ListingName: listing},
	})
	s.must(err)
	s.must(s.l.Schedule(context.Background(), ledger.Scheduling{Slug: slug, Revision: "one", IDs: []string{id}}))
	return id
}

// Topics are those of what is public, under the name that the newest release gives them.
func TestTopicsAreThoseOfWhatIsPublic(t *testing.T) {
	s := newScene(t)
	want := func(want ...string) {
		t.Helper()
		s.must(s.r.Refresh(context.Background()))
		var got []string
		for _, topic := range s.r.Index().Topics() {
			line := topic.Slug + " " + topic.Name
			for _, p := range topic.Releases {
				line += " " + p.Slug
			}
			if got = append(got, line); s.r.Index().Topic(topic.Slug) != topic {
				t.Errorf("%s is not found", topic.Slug)
			}
		}
		if !slices.Equal(got, want) {
			t.Errorf("%q, want %q", got, want)
		}
	}
	first, second := s.about("b", "Water", "water", "&", "night & day"), s.about("a", "WATER")
	want()
	s.lift(first)
	want("night-day night & day b", "water Water b")
	s.lift(second) // at the same instant: by its slug
	want("night-day night & day b", "water WATER a b")
	for _, none := range []string{"", "Water", "wat", "waters", "zz"} {
		if topic := s.r.Index().Topic(none); topic != nil {
			t.Errorf("%q is %q", none, topic.Slug)
		}
	}
}
