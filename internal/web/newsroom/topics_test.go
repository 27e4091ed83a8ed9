package newsroom

import (
	"context"
	"fmt"
	"strings"
	"testing"
	"time"

	"pressroom/internal/publication"
	"pressroom/internal/release"
)

// about is scheduled, of other topics.
func (s *stage) about(slug string, at time.Time, topics ...string) (id string) {
	s.Helper()
	s.topics = topics
	defer func() { s.topics = nil }()
	return s.scheduled(slug, at)
}

// out lifts what was scheduled.
func (s *stage) out(id string, at time.Time) {
	s.Helper()
	s.now = at
	_, err := s.l.Gate(context.Background(), id, 0)
	s.must(err)
	s.must(s.reader.Refresh(context.Background()))
}

func TestATopicListsItsReleases(t *testing.T) {
	s := newStage(t, "https://press.example/news")
	s.out(s.about("figures", t0, "night & work", "水", "Night–Work"), t0)
	s.out(s.about("ferries", t0.Add(time.Hour), "Night & Work"), t0.Add(time.Hour))
	s.out(s.about("buses", t0.Add(2*time.Hour), "transport"), t0.Add(2*time.Hour))
	r := s.ask("GET", "/news/topics/night-work")
	got := s.body(r)
	if r.StatusCode != 200 || r.Header.Get("Cache-Control") != "no-cache" || r.Header.Get("ETag") == "" || r.Header.Get("X-Robots-Tag") != "" {
		t.Fatalf("%d %v", r.StatusCode, r.Header)
	}
	for _, want := range []string{
		`<h1><bdi lang="en">Night &amp; Work</bdi></h1>`, `<a href="../ferries">Headline of ferries</a>`, `<a href="../figures.es" lang="es"`,
		`<a href="../">All press releases</a>`, `<a href="../topics/night-work?language=es" lang="es"`, `"../topics/night-work/feed.rss"`,
		`<link rel="alternate" type="application/atom+xml" title="Atom" href="../topics/night-work/feed.atom">`,
	} {
		if !strings.Contains(got, want) {
			t.Errorf("it lacks %s:\n%s", want, got)
		}
	}
	if strings.Contains(got, "buses") || strings.Count(got, `<a href="../figures">`) != 1 || strings.Index(got, "ferries") > strings.Index(got, "figures") {
		t.Errorf("another release, one twice, or the older one first:\n%s", got)
	}
	spanish := s.body(s.ask("GET", "/news/topics/%E6%B0%B4?language=es"))
	if !strings.Contains(spanish, `<a href="../figures.es">Headline of figures.es</a>`) || !strings.Contains(spanish, `<a href="../?language=es">Todos los comunicados</a>`) || strings.Contains(spanish, "ferries") {
		t.Errorf("in Spanish:\n%s", spanish)
	}
	home := s.body(s.ask("GET", "/news/"))
	for _, want := range []string{
		`<a href="topics/night-work" lang="en">Night &amp; Work</a> <span class="count">2</span>`, `<a href="topics/%E6%B0%B4" lang="en">水</a> <span class="count">1</span>`,
	} {
		if strings.Count(home, want) != 1 {
			t.Errorf("the list of all lacks %s:\n%s", want, home)
		}
	}
	for from, to := range map[string]string{"/news/topics/Night%20&%20Work": "/news/topics/night-work", "/news/topics/Transport": "/news/topics/transport"} {
		if r := s.ask("GET", from); r.StatusCode != 301 || r.Header.Get("Location") != to || r.Header.Get("Cache-Control") != "no-cache" {
			t.Errorf("%s: %d %v", from, r.StatusCode, r.Header)
		}
	}
	for _, no := range []string{
		"/news/topics/nothing", "/news/topics/", "/news/topics/night-work/", "/news/topics/night-work/feed.xml", "/news/topics/night-work?page=2",
		"/news/topics/night-work?language=de", "/news/topics/nothing/feed.atom", "/news/topics/night-work/feed.json?language=de",
		"/news/topics/Night%20&%20Work/feed.atom", "/news/topics/%00", "/news/topics/night-work/feed.atom/x",
	} {
		if r := s.ask("GET", no); r.StatusCode != 404 {
			t.Errorf("%s: %d", no, r.StatusCode)
		}
	}
}

func TestATopicHasItsFeeds(t *testing.T) {
	s := newStage(t, "https://press.example/news")
	s.out(s.about("figures", t0, "night & work"), t0)
	s.out(s.about("buses", t0.Add(time.Hour), "transport"), t0.Add(time.Hour))
	for _, form := range []string{"atom", "rss", "json"} {
		for _, asked := range []string{"", "?language=es"} {
			own := "/topics/night-work/feed." + form + asked
			got := s.body(s.ask("GET", "/news"+own))
			if !strings.Contains(got, "Headline of figures") || strings.Contains(got, "buses") || !strings.Contains(got, "https://press.example/news"+own) ||
				!strings.Contains(got, `https://press.example/news/topics/night-work`+asked) || !strings.Contains(got, "Harbor &amp; Co – night &amp; work") && !strings.Contains(got, `Harbor \u0026 Co – night \u0026 work`) {
				t.Errorf("%s:\n%s", own, got)
			}
		}
	}
	f := s.rssAt("/news/topics/night-work/feed.rss?language=es")
	if len(f.Channel.Items) != 1 || f.Channel.Items[0].Link != "https://press.example/news/figures.es" {
		t.Errorf("%+v", f.Channel.Items)
	}
}

func TestATopicOfManyReleasesIsReadPageByPage(t *testing.T) {
	s := newStage(t, "")
	for i := range perPage + 1 {
		s.lifted(fmt.Sprintf("r%03d", i), t0.Add(time.Duration(i)*time.Second))
	}
	first, second := s.body(s.ask("GET", "/topics/harbor?language=es")), s.body(s.ask("GET", "/topics/harbor?language=es&page=2"))
	if n := strings.Count(first, "<li>\n<h2"); n != perPage || !strings.Contains(first, `href="../topics/harbor?language=es&amp;page=2" rel="next"`) {
		t.Errorf("the first page holds %d:\n%.3000s", n, first)
	}
	if n := strings.Count(second, "<li>\n<h2"); n != 1 || !strings.Contains(second, `href="../topics/harbor?language=es" rel="prev"`) {
		t.Errorf("the second page holds %d:\n%.3000s", n, second)
	}
	if r := s.ask("GET", "/topics/harbor?page=3"); r.StatusCode != 404 {
		t.Errorf("the third page: %d", r.StatusCode)
	}
}

// Those of most releases stand above the list, and all on a page of their own.
func TestTheListNamesTheTopicsOfMostReleases(t *testing.T) {
	s := newStage(t, "")
	if r := s.ask("GET", "/topics"); r.StatusCode != 404 {
		t.Errorf("of nothing: %d", r.StatusCode)
	}
	var topics []string
	for i := range mostTopics + 1 {
		topics = append(topics, fmt.Sprintf("topic %02d", i))
	}
	s.out(s.about("report", t0, topics...), t0)
	s.out(s.about("older", t0.Add(time.Second), topics[1:]...), t0.Add(time.Second))
	home, all := s.body(s.ask("GET", "/")), s.body(s.ask("GET", "/topics"))
	if n := strings.Count(home, `href="topics/topic-`); n != mostTopics || strings.Contains(home, "topic-00") || !strings.Contains(home, `<a href="topics">All topics</a>`) {
		t.Errorf("%d above the list:\n%s", n, home)
	}
	if n := strings.Count(all, `href="topics/topic-`); n != mostTopics+1 || !strings.Contains(all, "topic-00") || strings.Contains(all, "All topics") {
		t.Errorf("%d on the page of topics:\n%s", n, all)
	}
}

// What was withdrawn stands under its topics as it does on the list of all.
func TestWhatWasWithdrawnStandsUnderItsTopicsAsInTheList(t *testing.T) {
	s := newStage(t, "")
	s.lifted("report", t0)
	s.topics = []string{"harbor"}
	s.amended(release.GradeWithdrawal, "None of it is so.", publication.Withdrawn)
	for _, address := range []string{"/", "/topics/harbor"} {
		if got := s.body(s.ask("GET", address)); strings.Count(got, `class="became"`) != 2 || !strings.Contains(got, "None of it is so.") {
			t.Errorf("%s:\n%s", address, got)
		}
	}
}

// Whatever is embargoed, no address of topics answers otherwise than where nothing is: those
// of its own topics as those that nobody ever wrote, and those of others as without it.
func TestTopicsTellNothingOfWhatIsEmbargoed(t *testing.T) {
	with, without := newStage(t, "https://press.example"), newStage(t, "https://press.example")
	for _, s := range []*stage{with, without} {
		s.lifted("report", t0)
	}
	id := with.about("secret", t0.Add(time.Hour), "harbor", "mining")
	for _, s := range []*stage{with, without} {
		s.now = t0.Add(2 * time.Hour) // no clock opens it
		s.must(s.reader.Refresh(context.Background()))
	}
	addresses := []string{"/", "/topics", "/sitemap.xml", "/topics/harbor", "/topics/Harbor", "/topics/harbor?page=2", "/topics/harbor?language=es"}
	for _, of := range []string{"harbor", "mining", "gammon"} {
		addresses = append(addresses, "/topics/"+of, "/topics/"+of+"/", "/topics/"+strings.ToUpper(of), "/topics/"+of+"?language=es",
			"/topics/"+of+"/feed.atom", "/topics/"+of+"/feed.rss", "/topics/"+of+"/feed.json?language=es")
	}
	for _, method := range []string{"GET", "HEAD", "POST", "OPTIONS"} {
		for _, address := range addresses {
			for _, headers := range [][]string{nil, {"Accept-Encoding", "gzip"}, {"If-None-Match", "*"}} {
				if a, b := with.told(method, address, headers...), without.told(method, address, headers...); a != b {
					t.Errorf("%s %s %v:\n%s\nand without it:\n%s", method, address, headers, a, b)
				}
				secret := with.told(method, address, headers...)
				madeUp := with.told(method, strings.NewReplacer("mining", "gammon", "MINING", "GAMMON").Replace(address), headers...)
				if secret != madeUp {
					t.Errorf("%s %s %v:\n%s\nand what nobody wrote:\n%s", method, address, headers, secret, madeUp)
				}
			}
		}
	}
	with.out(id, t0.Add(2*time.Hour))
	for _, address := range []string{"/topics/mining", "/topics/harbor", "/topics/mining/feed.rss", "/sitemap.xml", "/topics", "/"} {
		want := "secret"
		if address == "/topics" {
			want = "mining"
		}
		if got := with.told("GET", address); !strings.HasPrefix(got, "200") || !strings.Contains(got, want) {
			t.Errorf("%s once it is out:\n%s", address, got)
		}
	}
}
