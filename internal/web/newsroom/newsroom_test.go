package newsroom

import (
	"bytes"
	"compress/gzip"
	"context"
	"encoding/json"
	"encoding/xml"
	"fmt"
	"html/template"
	"io"
	"log/slog"
	"maps"
	"net/http"
	"net/http/httptest"
	"os"
	"regexp"
	"slices"
	"strings"
	"testing"
	"time"

	"pressroom/internal/drill"
	"pressroom/internal/embargo"
	"pressroom/internal/fetches"
	"pressroom/internal/ledger"
	"pressroom/internal/publication"
	"pressroom/internal/release"
	"pressroom/internal/search"
	"pressroom/internal/store"
	"pressroom/internal/testdb"
	"pressroom/internal/web/page"
	"pressroom/templates"
)

func TestMain(m *testing.M) { os.Exit(testdb.Both(m)) }

var t0 = time.Date(2026, 7, 26, 16, 0, 0, 0, time.UTC)

// stage is a newsroom over a ledger, with a clock that the test sets.
type stage struct {
	*testing.T
	l       *ledger.Ledger
	reader  *publication.Reader
	handler http.Handler
	news    *Newsroom
	now     time.Time
	topics  []string // of what is written next; nil for that of the harbor
	words   string   // of the summary of what is written next, after its first words
}

func newStage(t *testing.T, publicURL string) *stage {
	s := &stage{T: t, now: t0.Add(-time.Hour)}
	s.l = ledger.New(testdb.Open(t, t.TempDir()), func() time.Time { return s.now }).GoByOwnClock()
	s.reader = publication.New(s.l.DB(), s.l, slog.New(slog.DiscardHandler))
	site := page.New("Harbor & Co", "en", nil)
	site.PublicURL = publicURL
	s.news = opened(t, site, s.reader, release.Organization{Name: "Harbor & Co", URL: "https://harbor.example"}, "body { margin: 0; }", nil)
	s.news.Searched = search.New(s.l.DB(), s.reader, slog.New(slog.DiscardHandler))
	s.handler = site.Handler(s.news)
	return s
}

var long = strings.Repeat("<p>The harbor authority published its figures.</p>\n", 200)

// scheduled writes a release in English and Spanish that goes out at an instant.
func (s *stage) scheduled(slug string, at time.Time) string {
	s.Helper()
	ctx := context.Background()
	listing := publication.Listing{
		At: at, Zone: "UTC", Topics: s.topics,
		Files: []publication.File{
			{Address: slug + "/media/pier.png", Artefact: "public/pier.png", Type: "image/png"},
			{Address: slug + "/files/drawing.svg", Artefact: "public/drawing.svg", Type: "image/svg+xml"},
		},
	}
	if s.topics == nil {
		listing.Topics = []string{"harbor"}
	}
	artefacts := map[string][]byte{"public/pier.png": []byte("0123456789"), "public/drawing.svg": []byte("<svg onload='x'/>")}
	for lang, name := range map[string]string{"en": slug, "es": slug + ".es"} {
		v := publication.Version{Language: lang, Headline: "Headline of " + name, Summary: "Summary of " + name + s.words, Day: "July 26", Contacts: []publication.Contact{{Name: "Dana <D>", Phone: "+1 555 0100", Dial: "tel:+15550100", Email: "dana@harbor.example"}}}
		for ending, kind := range map[string]string{"": "text/html; charset=utf-8", ".pdf": "application/pdf", ".txt": "text/plain; charset=utf-8"} {
			v.Forms = append(v.Forms, publication.Form{Address: name + ending, Artefact: "form/" + name + ending, Type: kind, Page: ending == ""})
			artefacts["form/"+name+ending] = []byte(name + ending + "\n" + long)
		}
		listing.Versions = append(listing.Versions, v)
	}
	slices.SortFunc(listing.Versions, func(a, b publication.Version) int { return strings.Compare(a.Language, b.Language) })
	data, err := listing.Marshal()
	s.must(err)
	artefacts[publication.ListingName] = data
	id, err := s.l.Create(ctx, ledger.Draft{
		Slug: slug, Revision: "r", Headline: "H", Kind: embargo.Release, ReleaseAt: at, Grace: time.Hour, Zone: "UTC",
		Sender: "p@x.example", Snapshot: []byte("{}"), Artefacts: artefacts,
	})
	s.must(err)
	s.must(s.l.Schedule(ctx, ledger.Scheduling{Slug: slug, Revision: "r", IDs: []string{id}}))
	return id
}

func (s *stage) must(err error) {
	s.Helper()
	if err != nil {
		s.Fatal(err)
	}
}

func (s *stage) lifted(slug string, at time.Time) {
	s.Helper()
	id := s.scheduled(slug, at)
	s.now = at
	_, err := s.l.Gate(context.Background(), id, 0)
	s.must(err)
	s.must(s.reader.Refresh(context.Background()))
}

// ask asks for an address, with headers given as name, value.
func (s *stage) ask(method, address string, headers ...string) *http.Response {
	s.Helper()
	r := httptest.NewRequest(method, address, nil)
	for i := 0; i+1 < len(headers); i += 2 {
		r.Header.Set(headers[i], headers[i+1])
	}
	w := httptest.NewRecorder()
	s.handler.ServeHTTP(w, r)
	return w.Result()
}

// askIn is a GET of somebody who may have gone.
func (s *stage) askIn(ctx context.Context, address string) *http.Response {
	s.Helper()
	w := httptest.NewRecorder()
	s.handler.ServeHTTP(w, httptest.NewRequest("GET", address, nil).WithContext(ctx))
	return w.Result()
}

func (s *stage) body(r *http.Response) string {
	s.Helper()
	data, err := io.ReadAll(r.Body)
	s.must(err)
	return string(data)
}

// told is all that an answer says.
func (s *stage) told(method, address string, headers ...string) string {
	s.Helper()
	r := s.ask(method, address, headers...)
	out := fmt.Sprint(r.StatusCode)
	for _, name := range slices.Sorted(maps.Keys(r.Header)) {
		out += fmt.Sprintf("\n%s: %q", name, r.Header[name])
	}
	return out + "\n" + s.body(r)
}

func TestWhatIsPublicIsThereInEveryForm(t *testing.T) {
	s := newStage(t, "https://press.example")
	s.lifted("report", t0)
	for address, kind := range map[string]string{
		"/report": "text/html; charset=utf-8", "/report.es": "text/html; charset=utf-8", "/report.pdf": "application/pdf",
		"/report.es.txt": "text/plain; charset=utf-8", "/report/media/pier.png": "image/png", "/report/files/drawing.svg": "image/svg+xml",
	} {
		r := s.ask("GET", address)
		if r.StatusCode != 200 || r.Header.Get("Content-Type") != kind || r.Header.Get("Cache-Control") != "no-cache" || r.Header.Get("ETag") == "" {
			t.Errorf("%s: %d %v", address, r.StatusCode, r.Header)
		}
		if r.Header.Get("X-Robots-Tag") != "" || !strings.Contains(r.Header.Get("Link"), "https://press.example"+address+">") {
			t.Errorf("%s: %v", address, r.Header)
		}
	}
	if r := s.ask("GET", "/report/files/drawing.svg"); r.Header.Get("Content-Disposition") != "attachment" {
		t.Error("a drawing that may run a script is shown in place")
	}
	for _, no := range []string{"/report/", "/report/media/", "/report.docx", "/Report", "/report.en", "/report/media/other.png", "/feed.xml", "/?language=de", "/?page=2", "/?page=x", "/?page=-1", "/?page=9223372036854775807"} {
		if r := s.ask("GET", no); r.StatusCode != 404 {
			t.Errorf("%s: %d", no, r.StatusCode)
		}
	}
}

func TestTheKeyThatSignsIsPublic(t *testing.T) {
	db := testdb.Open(t, t.TempDir())
	site := page.New("Harbor & Co", "en", nil)
	news := opened(t, site, publication.New(db, ledger.New(db, time.Now), slog.New(slog.DiscardHandler)), release.Organization{Name: "H"}, "", nil)
	s := &stage{T: t, handler: site.Handler(news)}
	const address = "/.well-known/pressroom-key"
	if r := s.ask("GET", address); r.StatusCode != 404 {
		t.Errorf("without a key: %d", r.StatusCode)
	}
	news.Key = []byte("-----BEGIN PUBLIC KEY-----\n")
	s.handler = site.Handler(news)
	r := s.ask("GET", address)
	if r.StatusCode != 200 || s.body(r) != string(news.Key) || r.Header.Get("Content-Type") != "application/x-pem-file" {
		t.Errorf("%d %v", r.StatusCode, r.Header)
	}
}

// The clock has the headers of every other page: who keeps that, keeps all.
func TestTheClockIsToldAsAPageIs(t *testing.T) {
	db := testdb.Open(t, t.TempDir())
	site := page.New("Harbor & Co", "en", nil)
	news := opened(t, site, publication.New(db, ledger.New(db, time.Now), slog.New(slog.DiscardHandler)), release.Organization{Name: "H"}, "", nil)
	at := t0
	news.Now = func() time.Time { at = at.Add(time.Millisecond); return at }
	s := &stage{T: t, handler: site.Handler(news)}
	for address, status := range map[string]int{drill.ClockAddress: 200, drill.MissingClock: 404} {
		first, second, other := s.ask("GET", address), s.ask("GET", address), s.ask("GET", "/nothing")
		if first.StatusCode != status || first.Header.Get("Cache-Control") != other.Header.Get("Cache-Control") || first.Header.Get("Vary") != other.Header.Get("Vary") {
			t.Errorf("%s: %d %v, and a page %v", address, first.StatusCode, first.Header, other.Header)
		}
		if a, b := s.body(first), s.body(second); a == b || !strings.HasPrefix(a, t0.Format("2006-01-02T15:04:05")) {
			t.Errorf("%s says %q, then %q", address, a, b)
		}
	}
}

func TestConditionsRangesAndHead(t *testing.T) {
	s := newStage(t, "")
	s.lifted("report", t0)
	plain := s.ask("GET", "/report")
	packed := s.ask("GET", "/report", "Accept-Encoding", "br, gzip")
	if packed.Header.Get("Content-Encoding") != "gzip" || packed.Header.Get("ETag") == plain.Header.Get("ETag") || packed.Header.Get("Vary") != "Accept-Encoding" {
		t.Errorf("compressed: %v", packed.Header)
	}
	z, err := gzip.NewReader(packed.Body)
	s.must(err)
	unpacked, err := io.ReadAll(z)
	s.must(err)
	if whole := s.body(plain); whole != string(unpacked) || !strings.HasPrefix(whole, "report\n") {
		t.Error("compressed it is another page")
	}
	for _, encoding := range []string{"identity", "gzip"} {
		tag := s.ask("GET", "/report", "Accept-Encoding", encoding).Header.Get("ETag")
		r := s.ask("GET", "/report", "Accept-Encoding", encoding, "If-None-Match", `"other", W/`+tag)
		if r.StatusCode != 304 || s.body(r) != "" || r.Header.Get("ETag") != tag || r.Header.Get("Cache-Control") != "no-cache" {
			t.Errorf("%s, held already: %d %v", encoding, r.StatusCode, r.Header)
		}
		head := s.ask("HEAD", "/report", "Accept-Encoding", encoding)
		get := s.ask("GET", "/report", "Accept-Encoding", encoding)
		if head.StatusCode != 200 || s.body(head) != "" || fmt.Sprint(head.Header) != fmt.Sprint(get.Header) {
			t.Errorf("%s, HEAD: %v, GET: %v", encoding, head.Header, get.Header)
		}
	}
	if r := s.ask("GET", "/report", "Accept-Encoding", "gzip;q=0"); r.Header.Get("Content-Encoding") != "" {
		t.Error("compressed for one who does not take it")
	}
	r := s.ask("GET", "/report/media/pier.png", "Range", "bytes=2-4")
	if got := s.body(r); r.StatusCode != 206 || got != "234" || r.Header.Get("Content-Range") != "bytes 2-4/10" {
		t.Errorf("a range: %d %q", r.StatusCode, got)
	}
}

// What is embargoed answers as what does not exist, however one asks.
func TestAnEmbargoedReleaseAnswersAsOneThatDoesNotExist(t *testing.T) {
	s := newStage(t, "https://press.example/news")
	s.lifted("report", t0)
	id := s.scheduled("secret", t0.Add(time.Hour))
	s.now = t0.Add(2 * time.Hour) // no clock opens it
	s.must(s.reader.Refresh(context.Background()))
	// Both have six letters, so that a redirect, which repeats the address, is as long.
	pairs := []string{"", ".es", ".pdf", ".es.pdf", ".txt", ".json", ".docx", ".eml", "/", "/media/pier.png", "/files/drawing.svg", "//media", "?language=es"}
	for _, method := range []string{"GET", "HEAD", "POST", "OPTIONS"} {
		for _, rest := range pairs {
			for _, headers := range [][]string{nil, {"Accept-Encoding", "gzip"}, {"Range", "bytes=0-1"}, {"If-None-Match", "*"}, {"Host", "other.example"}} {
				secret := s.told(method, "/news/secret"+rest, headers...)
				madeUp := s.told(method, "/news/nobody"+rest, headers...)
				if strings.ReplaceAll(secret, "secret", "nobody") != madeUp {
					t.Errorf("%s %s %v:\n%s\nand what does not exist:\n%s", method, rest, headers, secret, madeUp)
				}
				if method == "GET" && !strings.HasPrefix(rest, "//") && !strings.HasPrefix(secret, "404") {
					t.Errorf("GET %s: %.20s", rest, secret)
				}
			}
		}
	}
	for _, all := range []string{"/news/", "/news/feed.atom", "/news/feed.rss", "/news/feed.json", "/news/sitemap.xml", "/news/news-sitemap.xml", "/news/?language=es", "/news/nothing"} {
		if strings.Contains(s.told("GET", all), "secret") {
			t.Errorf("%s tells of it", all)
		}
	}
	_, err := s.l.Gate(context.Background(), id, 0)
	s.must(err)
	s.must(s.reader.Refresh(context.Background()))
	for _, all := range []string{"/news/", "/news/feed.atom", "/news/feed.rss", "/news/feed.json", "/news/sitemap.xml"} {
		if !strings.Contains(s.told("GET", all), "secret") {
			t.Errorf("%s does not tell of it once it is out", all)
		}
	}
}

func TestAnOldAddressLeadsToWhatIsPublicAndToNothingElse(t *testing.T) {
	s := newStage(t, "https://press.example/news")
	s.lifted("report", t0)
	s.scheduled("secret", t0.Add(time.Hour))
	s.must(s.reader.Refresh(context.Background()))
	old := map[string]string{"/2020/report/": "/report", "/2020/informe": "/report.es", "/?p=7": "/report", "/2020/secret/": "/secret", "/report": "/secret"}
	s.news.Moved = func(address string) string { return old[address] }
	for from, to := range map[string]string{"/news/2020/report/": "/news/report", "/news/2020/informe": "/news/report.es", "/news/?p=7": "/news/report"} {
		r := s.ask("GET", from)
		if r.StatusCode != http.StatusMovedPermanently || r.Header.Get("Location") != to {
			t.Errorf("%s: %d, %q; want %s", from, r.StatusCode, r.Header.Get("Location"), to)
		}
		if got := r.Header.Get("Cache-Control"); got != "no-cache" {
			t.Errorf("%s: Cache-Control: %s", from, got)
		}
	}
	if r := s.ask("GET", "/news/report"); r.StatusCode != http.StatusOK {
		t.Errorf("a page that there is: %d", r.StatusCode)
	}
	secret, madeUp := s.told("GET", "/news/2020/secret/"), s.told("GET", "/news/2020/nobody/")
	if secret != madeUp || !strings.HasPrefix(secret, "404") {
		t.Errorf("the old address of what is not public:\n%s\nand what does not exist:\n%s", secret, madeUp)
	}
}

func TestTheListSaysWhatThereIs(t *testing.T) {
	s := newStage(t, "https://press.example/news")
	empty := s.body(s.ask("GET", "/news/"))
	if !strings.Contains(empty, "Nothing has been published here yet.") || strings.Contains(empty, "<ol") {
		t.Errorf("an empty newsroom:\n%s", empty)
	}
	s.lifted("older", t0)
	s.lifted("newer", t0.Add(time.Hour))
	list := s.body(s.ask("GET", "/news/"))
	for _, want := range []string{
		`<a href="newer">Headline of newer</a>`, `<a href="older.es" lang="es" hreflang="es">Español</a>`, "Harbor &amp; Co",
		`href="./?language=es"`, "Dana &lt;D&gt;", `href="tel:&#43;15550100"`, "Summary of newer",
	} {
		if !strings.Contains(list, want) {
			t.Errorf("the list lacks %s:\n%s", want, list)
		}
	}
	if strings.Index(list, "Headline of newer") > strings.Index(list, "Headline of older") {
		t.Error("the older one comes first")
	}
	spanish := s.body(s.ask("GET", "/news/?language=es"))
	if !strings.Contains(spanish, "Comunicados de prensa") || !strings.Contains(spanish, `<a href="newer.es">Headline of newer.es</a>`) {
		t.Errorf("the list in Spanish:\n%s", spanish)
	}
	if r := s.ask("GET", "/news"); r.StatusCode != 301 || r.Header.Get("Location") != "/news/" {
		t.Errorf("without its slash: %d %v", r.StatusCode, r.Header)
	}
	if missing := s.body(s.ask("GET", "/news/nothing")); !strings.Contains(missing, "+1 555 0100") && !strings.Contains(missing, "555 0100") {
		t.Error("the page of what is missing names nobody to call")
	}
}

func TestTheListIsReadPageByPage(t *testing.T) {
	s := newStage(t, "")
	for i := range perPage + 3 {
		s.lifted(fmt.Sprintf("r%03d", i), t0.Add(time.Duration(i)*time.Second))
	}
	first, second := s.body(s.ask("GET", "/")), s.body(s.ask("GET", "/?page=2"))
	if n := strings.Count(first, "<li>\n<h2"); n != perPage || !strings.Contains(first, `href="./?page=2"`) {
		t.Errorf("the first page holds %d", n)
	}
	if n := strings.Count(second, "<li>\n<h2"); n != 3 || !strings.Contains(second, `href="./"`) {
		t.Errorf("the second page holds %d", n)
	}
	if r := s.ask("GET", "/?page=3"); r.StatusCode != 404 {
		t.Errorf("the third page: %d", r.StatusCode)
	}
}

func TestFeeds(t *testing.T) {
	s := newStage(t, "https://press.example/news")
	empty := s.ask("GET", "/news/feed.json")
	if got := s.body(empty); !strings.Contains(got, `"items": []`) || empty.Header.Get("Content-Type") != "application/feed+json; charset=utf-8" {
		t.Errorf("an empty feed: %s", got)
	}
	s.lifted("report", t0)
	for _, c := range []struct{ address, link, title string }{
		{"/news/feed.atom", "https://press.example/news/report", "Headline of report"},
		{"/news/feed.atom?language=es", "https://press.example/news/report.es", "Headline of report.es"},
		{"/news/feed.json", "https://press.example/news/report", "Headline of report"},
		{"/news/feed.json?language=es", "https://press.example/news/report.es", "Headline of report.es"},
	} {
		r := s.ask("GET", c.address)
		got := s.body(r)
		if !strings.Contains(got, `"`+c.link+`"`) || !strings.Contains(got, c.title) || !strings.Contains(got, "2026-07-26T16:00:00Z") {
			t.Errorf("%s:\n%s", c.address, got)
		}
		if r.Header.Get("ETag") == "" || r.Header.Get("Cache-Control") != "no-cache" {
			t.Errorf("%s: %v", c.address, r.Header)
		}
		var err error
		if strings.Contains(c.address, "json") {
			err = json.Unmarshal([]byte(got), new(jsonFeed))
		} else {
			err = xml.Unmarshal([]byte(got), new(struct {
				XMLName xml.Name `xml:"http://www.w3.org/2005/Atom feed"`
			}))
		}
		if err != nil {
			t.Errorf("%s: %v", c.address, err)
		}
	}
}

func TestRobotsMayReadWhatIsPublicAndNobodysOwnLinks(t *testing.T) {
	s := newStage(t, "")
	got := s.body(s.ask("GET", "/robots.txt"))
	if regexp.MustCompile(`(?m)^Disallow: /$`).MatchString(got) || !strings.Contains(got, "Disallow: /quote/") {
		t.Errorf("robots.txt:\n%s", got)
	}
}

func TestDamagedBytesAreNeverHandedOut(t *testing.T) {
	s := newStage(t, "")
	s.lifted("report", t0)
	s.must(s.l.DB().Tx(context.Background(), func(tx *store.Tx) error {
		_, err := tx.ExecContext(context.Background(), `UPDATE blob SET data = ? WHERE data = ?`, []byte("9876543210"), []byte("0123456789"))
		return err
	}))
	r := s.ask("GET", "/report/media/pier.png")
	if got := s.body(r); r.StatusCode != 500 || bytes.Contains([]byte(got), []byte("987")) {
		t.Errorf("%d %s", r.StatusCode, got)
	}
}

// What is fetched is counted by form and language, and nothing of who asked is handed on.
func TestFetchesAreCounted(t *testing.T) {
	s := newStage(t, "")
	s.lifted("harbor", t0)
	counted := make(map[string]int)
	s.news.Counted = func(f fetches.Fetch, zone string) { counted[fmt.Sprintf("%+v %s", f, zone)]++ }
	const browser = "Mozilla/5.0 (X11; Linux x86_64; rv:128.0) Gecko/20100101 Firefox/128.0"
	tag := s.ask(http.MethodGet, "/harbor", "User-Agent", browser).Header.Get("ETag")
	s.ask(http.MethodGet, "/harbor", "User-Agent", browser, "If-None-Match", tag)
	s.ask(http.MethodHead, "/harbor", "User-Agent", browser)
	s.ask(http.MethodGet, "/harbor", "User-Agent", "Examplebot/1.0")
	s.ask(http.MethodGet, "/harbor.es.pdf", "User-Agent", browser)
	s.ask(http.MethodGet, "/harbor.txt", "User-Agent", browser)
	s.ask(http.MethodGet, "/harbor/media/pier.png", "User-Agent", browser)
	s.ask(http.MethodGet, "/harbor/media/pier.png", "User-Agent", browser, "Range", "bytes=4-")
	s.ask(http.MethodGet, "/harbor/files/drawing.svg", "User-Agent", browser)
	for _, none := range []string{"/", "/feed.atom", "/nothing", "/harbor.docx", "/robots.txt"} {
		s.ask(http.MethodGet, none, "User-Agent", browser)
	}
	want := map[string]int{
		"{Slug:harbor Form:page Language:en Robot:false} UTC": 2, "{Slug:harbor Form:page Language:en Robot:true} UTC": 1,
		"{Slug:harbor Form:pdf Language:es Robot:false} UTC": 1, "{Slug:harbor Form:txt Language:en Robot:false} UTC": 1,
		"{Slug:harbor Form:media Language: Robot:false} UTC": 1, "{Slug:harbor Form:files Language: Robot:false} UTC": 1,
	}
	if !maps.Equal(counted, want) {
		t.Errorf("counted %v, want %v", counted, want)
	}
}

// opened is New, with the templates that override.
func opened(t testing.TB, site *page.Site, r *publication.Reader, issuer release.Organization, style string, own map[string]string) *Newsroom {
	t.Helper()
	n, err := New(site, r, issuer, style, templates.Newsroom(own))
	if err != nil {
		t.Fatal(err)
	}
	return n
}

// The list looks like the pages of the releases: the same logo, the same color.
func TestTheListHasTheLogoAndTheColorOfTheHouse(t *testing.T) {
	t.Parallel()
	db := testdb.Open(t, t.TempDir())
	reader := publication.New(db, ledger.New(db, time.Now), slog.New(slog.DiscardHandler))
	site := page.New("Harbor & Co", "en", nil)
	o := release.Organization{Name: "Harbor & Co", URL: "https://harbor.example", Color: "#a00000", Logo: "harbor.svg"}
	shown := func(mark template.HTML) string {
		n := opened(t, site, reader, o, "", nil)
		if mark != "" {
			n.Mark = mark
		}
		w := httptest.NewRecorder()
		site.Handler(n).ServeHTTP(w, httptest.NewRequest("GET", "/", nil))
		return w.Body.String()
	}
	if body := shown(""); !strings.Contains(body, `<a href="https://harbor.example">Harbor &amp; Co</a></header>`) ||
		!strings.Contains(body, "--accent: "+release.Readable("#a00000")+";") || !strings.Contains(body, "--accent: "+release.ReadableOnDark("#a00000")+";") {
		t.Errorf("without a logo, or not in its color:\n%s", body)
	}
	if body := shown(`<span class="logo"><img src="data:," alt="Harbor"></span>`); !strings.Contains(body, `<a href="https://harbor.example"><span class="logo"><img src="data:," alt="Harbor"></span></a></header>`) {
		t.Errorf("without its logo:\n%s", body)
	}
}

func TestTheListHasTheWorkspacesOwnTemplate(t *testing.T) {
	db := testdb.Open(t, t.TempDir())
	reader := publication.New(db, ledger.New(db, time.Now), slog.New(slog.DiscardHandler))
	list := func(own map[string]string) (*Newsroom, error) {
		return New(page.New("Harbor & Co", "en", nil), reader, release.Organization{Name: "H"}, "p {}", templates.Newsroom(own))
	}
	n, err := list(map[string]string{"web/newsroom.html": "<title>Ours: {{.Title}}</title>{{.Style}}", "web/newsroom.css": "b {}"})
	if err != nil {
		t.Fatal(err)
	}
	w := httptest.NewRecorder()
	n.Handler(n).ServeHTTP(w, httptest.NewRequest("GET", "/", nil))
	if got := w.Body.String(); !strings.HasPrefix(got, "<title>Ours: ") || !strings.Contains(got, "p {}b {}") {
		t.Errorf("%d %s", w.Code, got)
	}
	for what, source := range map[string]string{"that cannot be read": "{{.Title", "with a name that there is not": "{{range .Entries}}{{.Headlines}}{{end}}"} {
		if _, err := list(map[string]string{"web/newsroom.html": source}); err == nil || !strings.Contains(err.Error(), "template web/newsroom.html") {
			t.Errorf("one %s: %v", what, err)
		}
	}
}

// Whoever looks at the list sees what became of a release, and why.
func TestTheListSaysWhatBecameOfARelease(t *testing.T) {
	s := newStage(t, "https://press.example")
	at := time.Date(2026, 7, 26, 9, 0, 0, 0, time.UTC)
	of := func(slug string, amended ...release.Amendment) *publication.Release {
		return &publication.Release{Row: publication.Row{Slug: slug}, Listing: publication.Listing{At: at, Zone: "UTC", Amended: amended, Versions: []publication.Version{
			{Language: "en", Headline: "Headline of " + slug, Summary: "Summary of " + slug, Forms: []publication.Form{{Address: slug, Page: true}}},
		}}}
	}
	sentence := map[string]string{"en": "It is 3.1 & not 3.2."}
	a, err := s.news.composeList(&publication.Index{Releases: []*publication.Release{
		of("plain"), of("mended", release.Amendment{At: at, Grade: release.GradeCorrection, Sentences: sentence}),
		of("waiting", release.Amendment{At: at, Grade: release.GradeHold}),
	}}, part{number: 1})
	s.must(err)
	got := string(a.body)
	if n := strings.Count(got, `class="became"`); n != 3 {
		t.Errorf("%d lines say what became of three releases:\n%s", n, got)
	}
	for _, want := range []string{"Corrected: Sunday, July 26, 2026, 9:00 a.m. UTC</p>", "It is 3.1 &amp; not 3.2.</p>", "Summary of mended</p>"} {
		if !strings.Contains(got, want) {
			t.Errorf("the list lacks %q:\n%s", want, got)
		}
	}
}
