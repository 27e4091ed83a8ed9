package newsroom

import (
	"context"
	"fmt"
	"html"
	"net/url"
	"strings"
	"testing"
	"time"

	"pressroom/internal/publication"
	"pressroom/internal/release"
	"pressroom/internal/testdb"
	"pressroom/internal/web/page"
)

// found lifts a release with words of its own, and writes them down.
func (s *stage) found(slug string, at time.Time, words string) {
	s.Helper()
	s.words = " " + words
	s.lifted(slug, at)
	s.words = ""
	s.filled()
}

func (s *stage) filled() {
	s.Helper()
	s.must(s.reader.Refresh(context.Background()))
	s.must(s.news.Searched.Fill(context.Background(), s.reader.Index()))
}

func TestSearchShowsWhatIsFound(t *testing.T) {
	s := newStage(t, "https://press.example/news")
	s.found("ferry", t0, "The <b>ferry</b> to Malmö & back, “at night”.")
	s.found("buses", t0.Add(time.Hour), "Buses at night.")
	r := s.ask("GET", "/news/search?q=night")
	got := s.body(r)
	if r.StatusCode != 200 || r.Header.Get("Cache-Control") != "no-cache" || r.Header.Get("ETag") == "" || r.Header.Get("X-Robots-Tag") != "noindex" || !strings.Contains(r.Header.Get("Content-Security-Policy"), "form-action 'self'") {
		t.Errorf("%d %v", r.StatusCode, r.Header)
	}
	for _, want := range []string{
		"Press releases found: 4, the newest first", `<a href="buses">Headline of buses</a>`, `<a href="ferry.es">Headline of ferry.es</a>`, "Español",
		`Summary of ferry The &lt;b&gt;ferry&lt;/b&gt; to Malmö &amp; back, “at <mark>night</mark>”.`, `value="night"`, `<form class="search" role="search" action="search">`,
	} {
		if !strings.Contains(got, want) {
			t.Errorf("it lacks %s:\n%s", want, got)
		}
	}
	if strings.Index(got, "Headline of buses") > strings.Index(got, "Headline of ferry") {
		t.Error("the older one comes first")
	}
	if r := s.ask("GET", "/news/search?q=night", "If-None-Match", r.Header.Get("ETag")); r.StatusCode != 304 {
		t.Errorf("what is held already: %d", r.StatusCode)
	}
	spanish := s.body(s.ask("GET", "/news/search?language=es&q=malmo+HEADLINE"))
	for _, want := range []string{`<mark>Headline</mark> of ferry.es`, "<mark>Malmö</mark>", "Comunicados encontrados: 1", `name="language" value="es"`, `<button>Buscar</button>`, `href="./?language=es"`, `<a href="search?q=malmo&#43;HEADLINE" lang="es">Todos`, `<a href="search?language=en&amp;q=malmo&#43;HEADLINE" lang="en"`} {
		if !strings.Contains(spanish, want) {
			t.Errorf("in Spanish it lacks %s:\n%s", want, spanish)
		}
	}
	if got := s.body(s.ask("GET", "/news/search?q=%22night+at%22")); !strings.Contains(got, "Nothing was found.") || !strings.Contains(got, "quotation marks") || !strings.Contains(got, `value="&#34;night at&#34;"`) {
		t.Errorf("nothing found:\n%s", got)
	}
	if got := s.body(s.ask("GET", "/news/search")); !strings.Contains(got, "quotation marks") || strings.Contains(got, "found:") || strings.Contains(got, "Nothing was") {
		t.Errorf("nothing asked:\n%s", got)
	}
	if r := s.ask("GET", "/news/search?q=night&language=de"); r.StatusCode != 404 {
		t.Errorf("in a language of nothing: %d", r.StatusCode)
	}
	for address, action := range map[string]string{"/news/": "search", "/news/topics/harbor": "../search", "/news/topics": "search", "/news/nothing/here": "/news/search"} {
		if got := s.body(s.ask("GET", address)); !strings.Contains(got, `action="`+action+`"`) {
			t.Errorf("%s has no form:\n%.2000s", address, got)
		}
	}
	if got := s.body(s.ask("GET", "/news/?language=es")); !strings.Contains(got, `name="language" value="es"`) {
		t.Error("the list in one language searches all")
	}
}

func TestWhatIsFoundIsReadPageByPage(t *testing.T) {
	s := newStage(t, "")
	for i := range foundPerPage + 1 {
		s.found(fmt.Sprintf("r%03d", i), t0.Add(time.Duration(i)*time.Second), "boats")
	}
	for page, want := range map[string]struct {
		n    int
		last string
	}{
		"": {20, "page=2"}, "&page=1": {20, "page=2"}, "&page=2": {1, `search?language=es&amp;q=boats"`}, "&page=9223372036854775807": {1, `search?language=es&amp;q=boats"`},
		"&page=-1": {20, "page=2"}, "&page=x": {20, "page=2"},
	} {
		r := s.ask("GET", "/search?q=boats&language=es"+page)
		if got := s.body(r); r.StatusCode != 200 || strings.Count(got, "<li>\n<h2") != want.n || !strings.Contains(got, want.last) || !strings.Contains(got, "encontrados: 21") {
			t.Errorf("%s: %d, %d entries:\n%.3000s", page, r.StatusCode, strings.Count(got, "<li>\n<h2"), got)
		}
	}
}

// Whatever is asked, the answer is a page, what was asked stands in it as text, and no more of it
// than was looked for.
func TestNothingThatIsAskedIsAnError(t *testing.T) {
	s := newStage(t, "")
	s.found("ferry", t0, "boats")
	for _, q := range []string{
		"\x00", "\xff\xfe", `"`, `""`, `"*`, "*", "a*", `boats" OR "x`, "NEAR(", "words:boats", "-boats", "(((", "' OR '1'='1", "<script>alert(1)</script>", `"><img src=x onerror=alert(1)>`,
		"{{.Query}}", strings.Repeat("boats ", 170_000), strings.Repeat("\"", 1<<20), strings.Repeat("x", 1<<20), strings.Repeat("東京", 1<<18), "%", "\\", "\u202e boats", "🚢",
	} {
		for _, name := range []string{"q", "q=boats&q", "page", "language=&q", "x"} {
			r := s.ask("GET", "/search?"+name+"="+url.QueryEscape(q))
			got := s.body(r)
			if r.StatusCode != 200 || strings.Contains(got, "<script>a") || strings.Contains(got, "<img") || len(got) > 20_000 {
				t.Errorf("%s of %.40q: %d, %d bytes:\n%.2000s", name, q, r.StatusCode, len(got), got)
			}
		}
	}
	if r := s.ask("GET", "/search?q=%zz&q=boats"); r.StatusCode != 200 {
		t.Errorf("what is no address: %d", r.StatusCode)
	}
	got := s.body(s.ask("GET", "/search?q="+url.QueryEscape(`<i>"boats`)))
	if !strings.Contains(html.UnescapeString(got), `value="<i>"boats"`) || strings.Contains(got, "<i>") {
		t.Errorf("what was asked is not shown again:\n%s", got)
	}
}

// Nothing of a release is found, counted or sorted before its instant: whatever is asked, the
// answer is that of a newsroom that knows nothing of it.
func TestSearchTellsNothingOfWhatIsEmbargoed(t *testing.T) {
	with, without := newStage(t, "https://press.example"), newStage(t, "https://press.example")
	for _, s := range []*stage{with, without} {
		s.found("report", t0, "Zinc was found; zinc is a metal.")
		s.found("other", t0.Add(time.Minute), "Copper.")
	}
	with.words = " Zinc, zinc and vanadium; copper."
	id := with.scheduled("secret", t0.Add(time.Hour))
	for _, s := range []*stage{with, without} {
		s.now = t0.Add(2 * time.Hour) // no clock opens it
		s.filled()
	}
	for _, q := range []string{"zinc", "vanadium", "gallium", "copper", `"zinc and vanadium"`, "secret", "Headline of secret", "v", "summary", ""} {
		for _, rest := range []string{"", "&language=es", "&page=2"} {
			for _, method := range []string{"GET", "HEAD", "POST"} {
				address := "/search?q=" + url.QueryEscape(q) + rest
				if a, b := with.told(method, address, "Accept-Encoding", "gzip"), without.told(method, address, "Accept-Encoding", "gzip"); a != b {
					t.Errorf("%s %s:\n%s\nand without it:\n%s", method, address, a, b)
				}
			}
		}
	}
	secret, madeUp := with.told("GET", "/search?q=vanadium"), with.told("GET", "/search?q=galliums")
	if a, b := strings.ReplaceAll(secret, "vanadium", "galliums"), madeUp; withoutTag(a) != withoutTag(b) {
		t.Errorf("a word of it:\n%s\nand one of nothing:\n%s", a, b)
	}
	with.out(id, t0.Add(2*time.Hour))
	with.filled()
	if got := with.told("GET", "/search?q=vanadium"); !strings.Contains(got, `href="secret"`) {
		t.Errorf("once it is out:\n%s", got)
	}
}

// withoutTag is an answer without its ETag, which is another for each text.
func withoutTag(told string) string {
	before, rest, _ := strings.Cut(told, "\nEtag: ")
	_, after, _ := strings.Cut(rest, "\n")
	return before + "\n" + after
}

// What was withdrawn is shown as the list shows it, and is found by the words of the notice.
func TestSearchShowsWhatBecameOfARelease(t *testing.T) {
	s := newStage(t, "")
	s.found("report", t0, "Zinc.")
	s.amended(release.GradeCorrection, "Nine, not eight.", publication.Earlier)
	if got := s.body(s.ask("GET", "/search?q=zinc")); strings.Contains(got, "<h2") {
		t.Errorf("before it is written down anew:\n%s", got)
	}
	s.filled()
	got := s.body(s.ask("GET", "/search?q=report"))
	if strings.Count(got, "<li>\n<h2") != 1 || !strings.Contains(got, "Corrected: ") || !strings.Contains(got, "Nine, not eight.") {
		t.Errorf("corrected:\n%s", got)
	}
	if got := s.body(s.ask("GET", "/search?q=zinc")); strings.Contains(got, "<h2") {
		t.Errorf("by the words of before:\n%s", got)
	}
	s.amended(release.GradeWithdrawal, "None of it is so.", publication.Withdrawn)
	s.filled()
	if got := s.body(s.ask("GET", "/search?q=report")); strings.Count(got, "<li>\n<h2") != 1 || !strings.Contains(got, "None of it is so.") {
		t.Errorf("withdrawn:\n%s", got)
	}
}

// Where too many look at once, who has no turn in time is told so.
func TestWhoHasNoTurnIsTold(t *testing.T) {
	s := newStage(t, "")
	s.found("report", t0, "")
	for range searchesAtOnce {
		s.news.turns.Enter(context.Background())
	}
	gone, cancel := context.WithCancel(context.Background())
	cancel()
	if r := s.askIn(gone, "/search?q=report"); r.StatusCode != 429 || r.Header.Get("Retry-After") == "" {
		t.Errorf("%d %v", r.StatusCode, r.Header)
	}
	for range searchesAtOnce {
		s.news.turns.Leave()
	}
	if r := s.ask("GET", "/search?q=report"); r.StatusCode != 200 {
		t.Errorf("with a turn: %d", r.StatusCode)
	}
}

// Where nothing can be searched there is neither an address nor a form.
func TestWithoutASearchThereIsNoForm(t *testing.T) {
	s := newStage(t, "")
	site := page.New("Harbor & Co", "en", nil)
	s.news = opened(t, site, publication.New(testdb.Open(t, t.TempDir()), s.l, nil), release.Organization{Name: "H"}, "", nil)
	s.handler = site.Handler(s.news)
	if got := s.told("GET", "/"); !strings.HasPrefix(got, "200") || strings.Contains(got, "<form") {
		t.Errorf("the list:\n%s", got)
	}
	if r := s.ask("GET", "/search?q=x"); r.StatusCode != 404 {
		t.Errorf("the search: %d", r.StatusCode)
	}
}
