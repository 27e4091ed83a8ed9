package drill_test

import (
	"context"
	"crypto/tls"
	"crypto/x509"
	"errors"
	"fmt"
	"html"
	"io"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"pressroom/internal/drill"
	"pressroom/internal/publication"
)

var t0 = time.Date(2026, 11, 26, 12, 0, 0, 0, time.UTC)

// office is a server that knows nothing of the release that is rehearsed.
type office struct {
	*testing.T
	now     time.Time
	answers map[string]http.HandlerFunc // by address, what is wrong with it
	clock   time.Duration               // how wrong that of the server is
}

func newOffice(t *testing.T) *office {
	return &office{T: t, now: time.Now(), answers: make(map[string]http.HandlerFunc)}
}

func (o *office) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	if wrong := o.answers[r.URL.Path]; wrong != nil {
		wrong(w, r)
		return
	}
	h := w.Header()
	h.Set("Cache-Control", "no-cache")
	switch r.URL.Path {
	case drill.ClockAddress:
		fmt.Fprintln(w, time.Now().Add(o.clock).UTC().Format(time.RFC3339Nano))
	case drill.MissingClock:
		w.WriteHeader(http.StatusNotFound)
		fmt.Fprintln(w, time.Now().Add(o.clock).UTC().Format(time.RFC3339Nano))
	case "/", "/feed.atom", "/outlook-october-2026", "/outlook-october-2026.pdf", "/outlook-october-2026/files/tables-2026-10.pdf":
		io.WriteString(w, "<p>Outlook for October. Our report.</p>")
	default:
		w.WriteHeader(http.StatusNotFound)
		io.WriteString(w, "<p>There is no such page here.</p>")
	}
}

// listing is that of a release in two languages with a document.
func listing(slug, file string, at time.Time) publication.Listing {
	l := publication.Listing{At: at, Zone: "UTC", Topics: []string{"harbor"}}
	for lang, name := range map[string]string{"en": slug, "es": slug + ".es"} {
		v := publication.Version{Language: lang, Headline: "The <outlook> of " + name}
		for _, e := range []string{"", ".pdf", ".txt", ".json"} {
			v.Forms = append(v.Forms, publication.Form{Address: name + e, Page: e == ""})
		}
		l.Versions = append(l.Versions, v)
	}
	l.Files = []publication.File{{Address: slug + "/files/" + file}}
	return l
}

func (o *office) plan(server *httptest.Server) *drill.Plan {
	public := []string{"outlook-october-2026", "outlook-october-2026.pdf", "outlook-october-2026/files/tables-2026-10.pdf"}
	return &drill.Plan{
		Slug: "sea-wall", Revision: "r", Dispatch: "sea-wall/release-1", At: t0, Listing: listing("sea-wall", "the figures.pdf", t0),
		Recent:   []publication.Listing{listing("outlook-october-2026", "tables-2026-10.pdf", t0.AddDate(0, -1, 0))},
		Public:   func(address string) bool { return slices.Contains(public, address) },
		Reserved: []string{"search", "log", "advance"}, Targets: []drill.Target{{URL: server.URL}}, Client: server.Client(), Pairs: 40, Now: time.Now,
	}
}

// run rehearses, and returns the kinds of faults that were found.
func (o *office) run(change func(*drill.Plan)) (*drill.Report, string) {
	o.Helper()
	server := httptest.NewServer(o)
	defer server.Close()
	p := o.plan(server)
	if change != nil {
		change(p)
	}
	return o.found(p)
}

func (o *office) found(p *drill.Plan) (*drill.Report, string) {
	o.Helper()
	r, err := drill.Run(context.Background(), p)
	if err != nil {
		o.Fatal(err)
	}
	var kinds []string
	for _, f := range r.Faults {
		if k := string(f.Kind); !slices.Contains(kinds, k) {
			kinds = append(kinds, k)
		}
	}
	return r, strings.Join(kinds, " ")
}

// show answers with something.
func show(text string) http.HandlerFunc {
	return func(w http.ResponseWriter, _ *http.Request) { io.WriteString(w, text) }
}

// What is public may have the words of a release's name, and its topics: a search and the page of
// a topic that find that tell nothing.
func TestWhatIsPublicMayHaveItsWordsAndTopics(t *testing.T) {
	o := newOffice(t)
	o.answers["/search"] = func(w http.ResponseWriter, r *http.Request) {
		if strings.Contains(r.FormValue("q"), "wall") {
			io.WriteString(w, `<a href="harbor">A wall by the sea</a>`)
		}
	}
	o.answers["/topics/harbor"] = show(`<a href="../harbor">A wall by the sea</a>`)
	_, kinds := o.run(func(p *drill.Plan) {
		of := p.Public
		p.Public = func(address string) bool { return of(address) || address == "topics/harbor" }
	})
	if kinds != "" {
		t.Error(kinds)
	}
}

// TestEachFaultIsFound puts each fault into a server that is otherwise right.
func TestEachFaultIsFound(t *testing.T) {
	for name, c := range map[string]struct {
		put  func(o *office, p *drill.Plan)
		kind drill.Kind
		what string
	}{
		"a built page in a served folder": {func(o *office, _ *drill.Plan) { o.answers["/build/sea-wall/sea-wall.html"] = show("<p>It</p>") }, drill.Shown, "/build/sea-wall/sea-wall.html"},
		"a page under embargo in another": {func(o *office, _ *drill.Plan) { o.answers["/sea-wall.embargoed.pdf"] = show("%PDF") }, drill.Shown, "embargoed.pdf"},
		"a file beside it":                {func(o *office, _ *drill.Plan) { o.answers["/uploads/the figures.pdf"] = show("%PDF") }, drill.Shown, "/uploads/the%20figures.pdf"},
		"a page that is forbidden": {func(o *office, _ *drill.Plan) {
			o.answers["/sea-wall.es"] = func(w http.ResponseWriter, _ *http.Request) { http.Error(w, "no", http.StatusForbidden) }
		}, drill.Shown, "status 403, not 404"},
		"a header more": {func(o *office, _ *drill.Plan) {
			o.answers["/sea-wall"] = func(w http.ResponseWriter, r *http.Request) {
				w.Header().Set("Expires", "Thu, 26 Nov 2026 12:00:00 GMT")
				r.URL.Path = "/other"
				o.ServeHTTP(w, r)
			}
		}, drill.Shown, `Expires: "Thu, 26 Nov 2026 12:00:00 GMT", not ""`},
		"only to one who asks in another way": {func(o *office, _ *drill.Plan) {
			o.answers["/sea-wall.pdf"] = func(w http.ResponseWriter, r *http.Request) {
				if r.Header.Get("Range") == "" {
					r.URL.Path = "/other"
					o.ServeHTTP(w, r)
					return
				}
				w.WriteHeader(http.StatusPartialContent)
			}
		}, drill.Shown, "Range: bytes=0-99"},
		"by another name of the host": {func(o *office, _ *drill.Plan) {
			o.answers["/sea-wall.json"] = func(w http.ResponseWriter, r *http.Request) {
				if !strings.HasPrefix(r.Host, "localhost") {
					r.URL.Path = "/other"
					o.ServeHTTP(w, r)
				}
			}
		}, drill.Shown, "asked as localhost"},
		"a feed made ahead": {func(o *office, _ *drill.Plan) {
			o.answers["/feed.atom"] = show("<title>The &lt;outlook&gt; of sea-wall</title>")
		}, drill.Listed, "its headline"},
		"a map of the site": {func(o *office, _ *drill.Plan) {
			o.answers["/sitemap.xml"] = show("<loc>https://press.example/sea-wall</loc>")
		}, drill.Listed, "its address"},
		"a page of its topic": {func(o *office, _ *drill.Plan) { o.answers["/topics/harbor"] = show("<p>1 release</p>") }, drill.Shown, "/topics/harbor"},
		"a feed of its topic, which others have": {func(o *office, p *drill.Plan) {
			of := p.Public
			p.Public = func(address string) bool { return of(address) || address == "topics/harbor" }
			o.answers["/topics/harbor/feed.rss"] = show("<title>The &lt;outlook&gt; of sea-wall</title>")
		}, drill.Listed, "its headline"},
		"a search that finds it": {func(o *office, _ *drill.Plan) {
			o.answers["/search"] = func(w http.ResponseWriter, r *http.Request) {
				if strings.Contains(r.FormValue("q"), "outlook") {
					io.WriteString(w, `<input value="`+html.EscapeString(r.FormValue("q"))+`"><a href="sea-wall.es"><mark>The</mark> &lt;outlook&gt;</a>`)
				}
			}
		}, drill.Listed, "its address"},
		"last month's under a name": {func(o *office, _ *drill.Plan) { o.answers["/outlook-november-2026.pdf"] = show("%PDF") }, drill.Guessed, "/outlook-november-2026.pdf"},
		"next month's tables": {func(o *office, _ *drill.Plan) {
			o.answers["/outlook-october-2026/files/tables-2026-11.pdf"] = show("%PDF")
		}, drill.Guessed, "tables-2026-11.pdf"},
		"a clock two minutes off": {func(o *office, _ *drill.Plan) { o.clock = -2 * time.Minute }, drill.Clock, "behind this machine's"},
		"this clock two minutes off": {func(_ *office, p *drill.Plan) {
			p.Now = func() time.Time { return time.Now().Add(-2 * time.Minute) }
		}, drill.Clock, "ahead of this machine's"},
		"a link that is stale and opens": {func(o *office, p *drill.Plan) {
			p.Closed = []string{"https://press.example/advance/abc"}
			o.answers["/advance/abc"] = show("<form method=post><button>Open</button></form>")
		}, drill.Link, "shows the button"},
		"a relay that refuses": {func(_ *office, p *drill.Plan) {
			p.Checks = append(p.Checks, drill.Test(drill.Relay, "a test mail", "", func(context.Context) (string, error) { return "", errors.New("554 no") }))
		}, drill.Relay, "554 no"},
		"a page that is slower": {func(o *office, _ *drill.Plan) {
			o.answers["/sea-wall"] = func(w http.ResponseWriter, r *http.Request) {
				<-time.After(40 * time.Millisecond) // the fault itself
				r.URL.Path = "/other"
				o.ServeHTTP(w, r)
			}
		}, drill.Timed, "/sea-wall takes 4"},
		"somebody who keeps what is missing": {func(o *office, _ *drill.Plan) {
			o.answers[drill.MissingClock] = func(w http.ResponseWriter, _ *http.Request) {
				w.WriteHeader(http.StatusNotFound)
				fmt.Fprintln(w, o.now.UTC().Format(time.RFC3339Nano))
			}
		}, drill.Cached, "status 404"},
		"somebody who keeps answers": {func(o *office, _ *drill.Plan) {
			o.answers[drill.ClockAddress] = func(w http.ResponseWriter, _ *http.Request) {
				w.Header().Set("Age", "7")
				fmt.Fprintln(w, time.Now().UTC().Format(time.RFC3339Nano))
			}
		}, drill.Cached, "an Age of 7"},
	} {
		t.Run(name, func(t *testing.T) {
			o := newOffice(t)
			r, kinds := o.run(func(p *drill.Plan) { c.put(o, p) })
			if kinds != string(c.kind) || !slices.ContainsFunc(r.Faults, func(f drill.Fault) bool { return strings.Contains(f.What, c.what) }) {
				t.Errorf("found %q, not %s: %+v", kinds, c.kind, r.Faults)
			}
			if text := string(r.Text()); !strings.Contains(text, "FAULT") || !strings.Contains(text, c.what) {
				t.Errorf("the report says\n%s", text)
			}
		})
	}
}

func TestNothingIsFoundWhereNothingIsWrong(t *testing.T) {
	o := newOffice(t)
	r, kinds := o.run(func(p *drill.Plan) { p.Closed = []string{"/advance/gone"} })
	if kinds != "" || !strings.Contains(string(r.Text()), "NO FAULT was found.") {
		t.Errorf("found %s:\n%s", kinds, r.Text())
	}
	if s := r.Servers[0]; s.Pairs < 500 || s.Questions < 2*s.Pairs || s.Unanswered != 0 || s.Links != 1 || len(r.Times) != 3 {
		t.Errorf("asked %+v, times %+v", s, r.Times)
	}
}

// What appears each month under the same headline is told by the last month's.
func TestAHeadlineThatIsPublicTellsNothing(t *testing.T) {
	o := newOffice(t)
	o.answers["/feed.atom"] = show("<title>The &lt;outlook&gt; of sea-wall</title>")
	if r, kinds := o.run(func(p *drill.Plan) { p.Headlines = []string{"The <outlook> of sea-wall"} }); kinds != "" {
		t.Errorf("found %s: %+v", kinds, r.Faults)
	}
}

// A proxy that gives every answer a number is no fault.
func TestWhatIsDifferentInEveryAnswerIsNotCompared(t *testing.T) {
	o := newOffice(t)
	n := 0
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		n++
		w.Header().Set("X-Request-Id", fmt.Sprint(n))
		o.ServeHTTP(w, r)
	}))
	defer server.Close()
	r, kinds := o.found(o.plan(server))
	if kinds != "" || !slices.Equal(r.Servers[0].Unsteady, []string{"X-Request-Id"}) {
		t.Errorf("found %s, %+v", kinds, r.Servers[0])
	}
}

func TestAServerThatIsNotThereAndOneThatShowsEverything(t *testing.T) {
	o := newOffice(t)
	server := httptest.NewServer(o)
	p := o.plan(server)
	server.Close()
	if _, kinds := o.found(p); kinds != string(drill.Unanswered) {
		t.Errorf("nobody there: %s", kinds)
	}
	all := httptest.NewServer(show("hello"))
	defer all.Close()
	if _, kinds := o.found(o.plan(all)); !strings.Contains(kinds, string(drill.Unanswered)) {
		t.Errorf("everything is there: %s", kinds)
	}
	for _, address := range []string{"", "press.example", "ftp://x", "http://"} {
		p.Targets = []drill.Target{{URL: address}}
		if _, err := drill.Run(context.Background(), p); err == nil {
			t.Errorf("%q is asked", address)
		}
	}
}

func TestACertificateForAnotherName(t *testing.T) {
	o := newOffice(t)
	server := httptest.NewTLSServer(o)
	defer server.Close()
	port := server.URL[strings.LastIndexByte(server.URL, ':'):]
	roots := x509.NewCertPool()
	roots.AddCert(server.Certificate())
	for name, c := range map[string]struct {
		target drill.Target
		trust  bool
		want   string
	}{
		"its own name":         {drill.Target{URL: server.URL}, true, ""},
		"by another":           {drill.Target{URL: "https://localhost" + port}, true, "for another name"},
		"by number, as public": {drill.Target{URL: server.URL, Host: "press.harbor.test"}, true, "for another name"},
		"as it is called":      {drill.Target{URL: server.URL, Host: "example.com"}, true, ""},
		"signed by nobody":     {drill.Target{URL: server.URL}, false, "nobody whom browsers know"},
	} {
		t.Run(name, func(t *testing.T) {
			p := o.plan(server)
			config := &tls.Config{}
			if c.trust {
				config.RootCAs = roots
			}
			p.Client, p.Targets = &http.Client{Transport: &http.Transport{TLSClientConfig: config}}, []drill.Target{c.target}
			p.At = time.Time{}
			r, kinds := o.found(p)
			if (kinds != "") != (c.want != "") || c.want != "" && (kinds != string(drill.Certificate) || !strings.Contains(r.Faults[0].What, c.want)) {
				t.Errorf("found %s: %+v", kinds, r.Faults)
			}
		})
	}
}

func TestFilesThatOthersMayRead(t *testing.T) {
	dir := t.TempDir()
	top := filepath.Join(dir, ".pressroom")
	if err := os.Mkdir(top, 0o700); err != nil {
		t.Fatal(err)
	}
	name := filepath.Join(top, "pressroom.db")
	if err := os.WriteFile(name, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	look := func() (string, []drill.Fault) {
		open, err := drill.Open(top, filepath.Join(dir, "none"))
		if err != nil {
			t.Fatal(err)
		}
		return drill.Modes(open).Look(context.Background())
	}
	if said, faults := look(); len(faults) != 0 || said != "their owner alone" {
		t.Errorf("%s, %v", said, faults)
	}
	if err := os.Chmod(name, 0o640); err != nil {
		t.Fatal(err)
	}
	if _, faults := look(); len(faults) != 1 || faults[0].Kind != drill.Files || !strings.Contains(faults[0].What, "pressroom.db (-rw-r-----)") {
		t.Errorf("%v", faults)
	}
}

func TestNamesAreRolledOn(t *testing.T) {
	day := time.Date(2026, 11, 26, 0, 0, 0, 0, time.UTC)
	for part, want := range map[string]string{
		"outlook-october-2026": "outlook-november-2026", "Outlook_OCT_2025.pdf": "Outlook_NOV_2026.pdf", "efo-july-2026": "efo-november-2026",
		"report-2026-10-01.pdf": "report-2026-11-26.pdf", "report-202610": "report-202611", "10-2026-report": "11-2026-report",
		"q3-2026": "q4-2026", "annual-2025.es": "annual-2026.es", "issue-09.pdf": "issue-10.pdf", "issue-99": "issue-100",
		"harbor-report": "", "outlook-november-2026": "", "may-2025": "november-2026",
	} {
		if got := strings.Join(drill.Roll(part, day), " "); got != want {
			t.Errorf("%s becomes %q, want %q", part, got, want)
		}
	}
}

func TestTheRankTestSeesWhatIsThere(t *testing.T) {
	for name, c := range map[string]struct {
		add  time.Duration
		seen bool
	}{"nothing": {0, false}, "a little": {300, true}} {
		var a, b []time.Duration
		state := uint32(1)
		draw := func() time.Duration { state = state*1664525 + 1013904223; return time.Duration(state >> 22) } // 0 to 1023
		for range 200 {
			a, b = append(a, 1000+c.add+draw()), append(b, 1000+draw())
		}
		if p := drill.SignedRank(a, b); (p < 0.01) != c.seen || p < 0 || p > 1 {
			t.Errorf("%s: p = %v", name, p)
		}
	}
	if p := drill.SignedRank([]time.Duration{1, 2}, []time.Duration{3, 4}); p != 1 {
		t.Errorf("of two pairs p = %v", p)
	}
}

func TestAMadeUpNameIsLikeTheOther(t *testing.T) {
	for _, name := range []string{"sea-wall", "a", "tables-2026.10", "q", "sea-wall.es"} {
		made := drill.MadeUp(name)
		if len(made) != len(name) || made == name || made != drill.MadeUp(name) || strings.Count(made, "-") != strings.Count(name, "-") {
			t.Errorf("%s: %s", name, made)
		}
	}
}
