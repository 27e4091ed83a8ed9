package publication_test

import (
	"context"
	"errors"
	"log/slog"
	"os"
	"testing"
	"time"

	"pressroom/internal/embargo"
	"pressroom/internal/ledger"
	"pressroom/internal/publication"
	"pressroom/internal/store"
	"pressroom/internal/testdb"
)

func TestMain(m *testing.M) { os.Exit(testdb.Both(m)) }

var t0 = time.Date(2026, 7, 26, 16, 0, 0, 0, time.UTC)

// scene is a ledger, a clock that the test sets, and a reader of what is public.
type scene struct {
	*testing.T
	l   *ledger.Ledger
	r   *publication.Reader
	now time.Time
}

func newScene(t *testing.T) *scene {
	s := &scene{T: t, now: t0.Add(-time.Hour)}
	s.l = ledger.New(testdb.Open(t, t.TempDir()), func() time.Time { return s.now }).GoByOwnClock()
	s.r = publication.New(s.l.DB(), s.l, slog.New(slog.DiscardHandler))
	return s
}

func (s *scene) must(err error) {
	s.Helper()
	if err != nil {
		s.Fatal(err)
	}
}

// planned writes a dispatch of a release that everybody may get at t0.
func (s *scene) planned(slug, revision string, kind embargo.Kind) string {
	s.Helper()
	ctx := context.Background()
	listing, err := publication.Listing{
		Versions: []publication.Version{{
			Language: "en", Headline: revision,
			Forms: []publication.Form{{Address: slug, Artefact: "web/en", Type: "text/html; charset=utf-8", Page: true}},
		}},
		Files: []publication.File{{Address: slug + "/files/report.pdf", Artefact: "file/report.pdf", Type: "application/pdf"}},
	}.Marshal()
	s.must(err)
	id, err := s.l.Create(ctx, ledger.Draft{
		Slug: slug, Revision: revision, Headline: "H", Kind: kind, ReleaseAt: t0, ClosesAt: t0, Grace: 15 * time.Minute, Zone: "UTC",
		Sender: "p@x.example", Snapshot: []byte("{}"),
		Artefacts: map[string][]byte{"web/en": []byte("page " + revision), "file/report.pdf": []byte("%PDF"), publication.ListingName: listing},
	})
	s.must(err)
	s.must(s.l.Add(ctx, id, []ledger.Recipient{{Key: "a@b.example", Address: "a@b.example", Language: "en", Template: "mail/en"}}))
	return id
}

func (s *scene) scheduled(slug, revision string, replace bool) string {
	s.Helper()
	id := s.planned(slug, revision, embargo.Release)
	s.must(s.l.Schedule(context.Background(), ledger.Scheduling{Slug: slug, Revision: revision, IDs: []string{id}, Replace: replace}))
	return id
}

// lift asks the gate at the instant, as a worker does.
func (s *scene) lift(id string) {
	s.Helper()
	s.now = t0
	_, err := s.l.Gate(context.Background(), id, 0)
	s.must(err)
}

// shows is the page at an address, "" if there is none.
func (s *scene) shows(address string) string {
	s.Helper()
	s.must(s.r.Refresh(context.Background()))
	place, ok := s.r.Index().At(address)
	if !ok {
		return ""
	}
	data, err := s.r.Read(context.Background(), place.Release.Pass, place.Release, place.Form.Artefact)
	s.must(err)
	return string(data)
}

func (s *scene) want(address, page string) {
	s.Helper()
	if got := s.shows(address); got != page {
		s.Errorf("%s shows %q, want %q", address, got, page)
	}
}

func TestAReleaseIsPublicFromTheLatchOn(t *testing.T) {
	s := newScene(t)
	id := s.scheduled("x", "one", false)
	s.want("x", "")
	s.now = t0.Add(time.Minute) // no clock opens it
	s.want("x", "")
	s.lift(id)
	s.want("x", "page one")
	s.want("x/files/report.pdf", "%PDF")
	if all := s.r.Index().Releases; len(all) != 1 || !all[0].Since.Equal(t0) || !all[0].Pass.Covers(id) {
		t.Errorf("the list holds %v", all)
	}
	s.now = t0.Add(-24 * time.Hour) // nor does one close it
	s.want("x", "page one")
}

func TestWhatKeepsAReleaseShutBeforeItsInstant(t *testing.T) {
	ctx := context.Background()
	for name, stop := range map[string]func(s *scene, id string) error{
		"cancelled": func(s *scene, id string) error { return s.l.Cancel(ctx, id, "by hand") },
		"paused":    func(s *scene, id string) error { return s.l.Pause(ctx, id) },
		"held": func(s *scene, id string) error {
			return s.l.DB().Tx(ctx, func(tx *store.Tx) error { return s.l.HoldIn(ctx, tx, "x", "a quote was taken back") })
		},
		"missed": func(s *scene, id string) error {
			s.now = t0.Add(time.Hour)
			_, err := s.l.Gate(ctx, id, -1)
			return err
		},
	} {
		t.Run(name, func(t *testing.T) {
			s := newScene(t)
			id := s.scheduled("x", "one", false)
			s.must(stop(s, id))
			if name != "missed" {
				s.lift(id)
			}
			s.want("x", "")
			if name == "cancelled" {
				return
			}
			s.must(s.l.Resume(ctx, id, ledger.MainRelay))
			if _, err := s.l.Gate(ctx, id, 0); err != nil {
				t.Fatal(err)
			}
			s.want("x", "page one")
		})
	}
}

func TestNothingThatStopsAMailingTakesAPublicPageAway(t *testing.T) {
	ctx := context.Background()
	s := newScene(t)
	id := s.scheduled("x", "one", false)
	s.lift(id)
	s.must(s.l.Pause(ctx, id))
	s.want("x", "page one")
	s.must(s.l.Cancel(ctx, id, "by hand"))
	s.want("x", "page one")
	// The rest of it is mailed: the same words, from another dispatch.
	rest := s.planned("x", "one", embargo.Release)
	s.must(s.l.Schedule(ctx, ledger.Scheduling{Slug: "x", Revision: "one", IDs: []string{rest}}))
	s.want("x", "page one")
	if got := s.r.Index().Releases; len(got) != 1 || got[0].Dispatch != id {
		t.Errorf("the list holds %v", got)
	}
	s.must(s.l.Cancel(ctx, rest, "by hand"))
	s.want("x", "page one")
}

func TestReplacingSwapsWhatWillBePublic(t *testing.T) {
	s := newScene(t)
	first := s.scheduled("x", "one", false)
	second := s.scheduled("x", "two", true)
	s.lift(first)
	s.want("x", "")
	s.lift(second)
	s.want("x", "page two")
	// After cancelling, it may be sent anew.
	s = newScene(t)
	s.must(s.l.Cancel(context.Background(), s.scheduled("x", "one", false), "by hand"))
	s.lift(s.scheduled("x", "three", false))
	s.want("x", "page three")
}

func TestAdvanceCopiesAndTestsAndWhatIsOnlyPlannedAreNotPublic(t *testing.T) {
	ctx := context.Background()
	s := newScene(t)
	advance := s.planned("x", "one", embargo.Advance)
	s.must(s.l.Schedule(ctx, ledger.Scheduling{Slug: "x", Revision: "one", IDs: []string{advance}}))
	test := s.planned("x", "one", embargo.Test)
	s.must(s.l.ScheduleTest(ctx, test))
	planned := s.planned("y", "one", embargo.Release)
	s.now = t0.Add(-time.Minute)
	for _, id := range []string{advance, test, planned} {
		if _, err := s.l.Gate(ctx, id, 0); err != nil {
			t.Fatal(err)
		}
	}
	s.want("x", "")
	s.want("y", "")
	if got := s.r.Index().Releases; len(got) != 0 {
		t.Errorf("the list holds %v", got)
	}
}

func TestReadingTakesAPass(t *testing.T) {
	s := newScene(t)
	id := s.scheduled("x", "one", false)
	other := s.scheduled("y", "two", false)
	s.lift(id)
	s.lift(other)
	s.want("x", "page one")
	place, _ := s.r.Index().At("x")
	yours, _ := s.r.Index().At("y")
	for name, pass := range map[string]embargo.Pass{"none": {}, "another's": yours.Release.Pass} {
		var no *publication.NoPassError
		if data, err := s.r.Read(context.Background(), pass, place.Release, "web/en"); !errors.As(err, &no) || data != nil {
			t.Errorf("with %s: %q, %v", name, data, err)
		}
	}
}

func TestALatchWakesTheReader(t *testing.T) {
	s := newScene(t)
	id := s.scheduled("x", "one", false)
	woken := 0
	s.l.OnLift = func() { woken++ }
	s.now = t0.Add(-1)
	if _, err := s.l.Gate(context.Background(), id, 0); err != nil || woken != 0 {
		t.Fatalf("woken %d times before the instant, %v", woken, err)
	}
	s.lift(id)
	s.lift(id)
	if woken != 1 {
		t.Errorf("woken %d times", woken)
	}
}

// A release whose mailing has nobody left on it opens all the same.
func TestARunWithNobodyLeftSetsTheLatch(t *testing.T) {
	ctx := context.Background()
	s := newScene(t)
	id := s.scheduled("x", "one", false)
	s.must(s.l.Suppress(ctx, "a@b.example", ledger.ByHand, "asked by telephone"))
	s.lift(id)
	if _, _, err := s.l.Settle(ctx, id); err != nil {
		t.Fatal(err)
	}
	s.want("x", "page one")
}

func TestADamagedListingHidesNothingElse(t *testing.T) {
	ctx := context.Background()
	s := newScene(t)
	bad := s.scheduled("bad", "one", false)
	good := s.scheduled("good", "two", false)
	s.must(s.l.DB().Tx(ctx, func(tx *store.Tx) error {
		_, err := tx.ExecContext(ctx, `UPDATE blob SET data = ? WHERE digest = (SELECT digest FROM artefact WHERE dispatch = ? AND name = ?)`,
			[]byte("{}"), bad, publication.ListingName)
		return err
	}))
	s.lift(bad)
	s.lift(good)
	if err := s.r.Refresh(ctx); err == nil {
		t.Error("the damage is not told")
	}
	if _, ok := s.r.Index().At("good"); !ok {
		t.Error("the other is not there")
	}
	if _, ok := s.r.Index().At("bad"); ok {
		t.Error("a page without its listing is there")
	}
}
