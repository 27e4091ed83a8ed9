package newsroom

import (
	"context"
	"encoding/json"
	"encoding/xml"
	"strings"
	"testing"
	"time"

	"pressroom/internal/embargo"
	"pressroom/internal/ledger"
	"pressroom/internal/publication"
	"pressroom/internal/release"
)

const yesterday = "report.2026-07-26-1600" // the page as it was

// amended says something of the report, which went out an hour before.
func (s *stage) amended(grade release.Grade, sentence string, became publication.Became) {
	s.Helper()
	ctx := context.Background()
	s.now = s.now.Add(time.Hour)
	base, err := s.l.Current(ctx, "report")
	s.must(err)
	said := []release.Amendment{{Grade: grade, At: s.now, Sentences: map[string]string{"en": sentence}}}
	v := publication.Version{Language: "en", Headline: "Headline of report", Summary: "Summary of report", Day: "July 26", Forms: []publication.Form{
		{Address: "report", Artefact: "form/report", Type: "text/html; charset=utf-8", Page: true},
	}}
	listing := publication.Listing{At: t0, Zone: "UTC", Versions: []publication.Version{v}, First: t0, Amended: said, Topics: s.topics}
	artefacts := map[string][]byte{"form/report": []byte("as it is now\n" + long)}
	if became == publication.Earlier {
		listing.Earlier = []publication.EarlierPage{{Language: "en", Form: publication.Form{
			Address: yesterday, Artefact: "earlier/" + yesterday, Type: "text/html; charset=utf-8", Page: true,
		}}}
		artefacts["earlier/"+yesterday] = []byte("as it was\n" + long)
	}
	artefacts[publication.ListingName], err = listing.Marshal()
	s.must(err)
	id, err := s.l.Create(ctx, ledger.Draft{
		Slug: "report", Revision: "r2", Headline: "H", Kind: embargo.Release, ReleaseAt: s.now, Grace: time.Hour, Zone: "UTC",
		Sender: "p@x.example", Snapshot: []byte("{}"), Artefacts: artefacts,
	})
	s.must(err)
	nobody := func(*ledger.Standing) (ledger.Recipient, bool) { return ledger.Recipient{}, false }
	_, err = s.l.Amend(ctx, ledger.Amending{
		Amendment: ledger.Amendment{Slug: "report", Grade: string(grade), At: s.now, Dispatch: id}, AnyQuotes: true, Base: base.ID,
		Became: became, Holder: nobody,
		Waiting: func(s *ledger.Standing, _ embargo.Kind) (ledger.Recipient, bool) { return nobody(s) },
	})
	s.must(err)
	s.must(s.reader.Refresh(ctx))
}

func TestWhatWasPutRightHasAnotherTagAndTheEarlierPageAnAddressOfItsOwn(t *testing.T) {
	s := newStage(t, "https://press.example/news")
	s.lifted("report", t0)
	before := s.ask("GET", "/news/report")
	tag := before.Header.Get("ETag")
	if r := s.ask("GET", "/news/report", "If-None-Match", tag); r.StatusCode != 304 {
		t.Fatalf("what is the same answers %d", r.StatusCode)
	}
	if r := s.ask("GET", "/news/"+yesterday); r.StatusCode != 404 {
		t.Errorf("an earlier page is there before there is one: %d", r.StatusCode)
	}
	s.amended(release.GradeCorrection, "Nine, not eight.", publication.Earlier)
	after := s.ask("GET", "/news/report", "If-None-Match", tag)
	if body := s.body(after); after.StatusCode != 200 || after.Header.Get("ETag") == tag || !strings.HasPrefix(body, "as it is now") {
		t.Errorf("the page answers %d, %v\n%.40s", after.StatusCode, after.Header, body)
	}
	if got := after.Header.Get("X-Robots-Tag"); got != "" {
		t.Errorf("search engines are told %q of what holds", got)
	}
	was := s.ask("GET", "/news/"+yesterday)
	if body := s.body(was); was.StatusCode != 200 || !strings.HasPrefix(body, "as it was") {
		t.Errorf("the earlier page answers %d\n%.40s", was.StatusCode, body)
	}
	if got := was.Header.Get("X-Robots-Tag"); !strings.Contains(got, "noindex") {
		t.Errorf("search engines are told %q of an earlier page", got)
	}
	if got := was.Header.Get("Link"); got != "" {
		t.Errorf("the earlier page says that its address is the one to use: %s", got)
	}
	if list := s.body(s.ask("GET", "/news/")); strings.Contains(list, yesterday) || !strings.Contains(list, `href="report"`) {
		t.Errorf("the list:\n%s", list)
	}
	s.amended(release.GradeCorrection, "Ten.", publication.Hidden) // not to be repeated
	if r := s.ask("GET", "/news/"+yesterday); r.StatusCode != 404 {
		t.Errorf("what is not to be shown any more answers %d", r.StatusCode)
	}
}

func TestFeedsSayWhatBecameOfARelease(t *testing.T) {
	for _, c := range []struct {
		grade           release.Grade
		title, sentence string
	}{
		{release.GradeCorrection, "CORRECTION: Headline of report", "Corrected: Sunday, July 26, 2026, 5:00 p.m. UTC"},
		{release.GradeUpdate, "UPDATE: Headline of report", "Updated: Sunday, July 26, 2026, 5:00 p.m. UTC"},
		{release.GradeHold, "PLEASE HOLD – checking: Headline of report", "Please do not use this press release for now."},
		{release.GradeHoldEnd, "HOLD ENDED – may be used: Headline of report", "It stands"},
	} {
		t.Run(string(c.grade), func(t *testing.T) {
			s := newStage(t, "https://press.example")
			s.lifted("report", t0)
			s.amended(c.grade, "It stands: nine.", publication.Earlier)
			var atom struct {
				Updated string `xml:"updated"`
				Entries []struct {
					ID        string `xml:"id"`
					Title     string `xml:"title"`
					Summary   string `xml:"summary"`
					Updated   string `xml:"updated"`
					Published string `xml:"published"`
				} `xml:"entry"`
			}
			s.must(xml.Unmarshal([]byte(s.body(s.ask("GET", "/feed.atom"))), &atom))
			if len(atom.Entries) != 1 || atom.Updated != "2026-07-26T17:00:00Z" {
				t.Fatalf("%+v", atom)
			}
			if e := atom.Entries[0]; e.ID != "https://press.example/report" || e.Title != c.title || !strings.Contains(e.Summary, c.sentence) ||
				!strings.Contains(e.Summary, "It stands: nine.") || e.Updated != "2026-07-26T17:00:00Z" || e.Published != "2026-07-26T16:00:00Z" {
				t.Errorf("the feed says %+v", e)
			}
			var feed jsonFeed
			s.must(json.Unmarshal([]byte(s.body(s.ask("GET", "/feed.json"))), &feed))
			if i := feed.Items[0]; i.ID != "https://press.example/report" || i.Title != c.title || !strings.Contains(i.ContentText, c.sentence) ||
				i.DateModified != "2026-07-26T17:00:00Z" || i.DatePublished != "2026-07-26T16:00:00Z" {
				t.Errorf("the JSON feed says %+v", i)
			}
		})
	}
}
