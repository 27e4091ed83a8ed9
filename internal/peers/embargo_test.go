package peers

import (
	"bytes"
	"context"
	"crypto/sha256"
	"encoding/base64"
	"errors"
	"fmt"
	"io"
	"math/rand/v2"
	"net/http"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"pressroom/internal/testdb"
)

// newsroomSettings are those of a workspace whose newsroom is at a port.
const newsroomSettings = "[organization]\nname = \"Harbor\"\nlanguage = \"en\"\n[mail]\nfrom = \"Press <press@harbor.example>\"\nsmtp = \"sandbox:\"\n" +
	"[server]\nlisten = \"127.0.0.1:%[1]d\"\npublic_url = \"http://127.0.0.1:%[1]d\"\n"

// dot is a picture of one pixel.
const dot = "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=="

// secretWords stand in an embargoed release and nowhere else.
const secretWords = "quicksilver forecast"

// newsroom is a workspace with a server that is killed and started again.
type newsroom struct {
	*testing.T
	dir    string
	port   int
	direct string // where the server answers
	cached string // where nginx with a shared cache stands in front of it
	serve  *exec.Cmd
	random *rand.Rand
	client *http.Client
}

func openNewsroom(t *testing.T) *newsroom {
	need(t, "nginx")
	seed := uint64(time.Now().UnixNano())
	t.Logf("seed %d", seed)
	n := &newsroom{T: t, port: freePort(t), random: rand.New(rand.NewPCG(seed, 0))}
	n.dir = workspace(t, "pressroom.toml", fmt.Sprintf(newsroomSettings, n.port), "contacts/all.csv", "email\nnora@paper.example\n")
	picture, err := base64.StdEncoding.DecodeString(dot)
	if err != nil {
		t.Fatal(err)
	}
	writeFile(t, filepath.Join(n.dir, "releases/media/pier.png"), string(picture))
	writeFile(t, filepath.Join(n.dir, "releases/media/report.txt"), "The figures.\n")
	n.direct = fmt.Sprintf("http://127.0.0.1:%d", n.port)
	front := freePort(t)
	n.cached = fmt.Sprintf("http://127.0.0.1:%d", front)
	// The cache would keep everything for an hour, were it not told to ask anew.
	nginx(t, front, "location / { proxy_pass http://pressroom; proxy_http_version 1.1; proxy_set_header Connection \"\"; "+
		"proxy_cache press; proxy_cache_valid 200 301 404 1h; proxy_cache_revalidate on; }",
		fmt.Sprintf("proxy_cache_path %s keys_zone=press:1m;\nupstream pressroom { server 127.0.0.1:%d; keepalive 8; }", t.TempDir(), n.port))
	n.client = &http.Client{
		Transport:     &http.Transport{DisableCompression: true, MaxIdleConnsPerHost: 8},
		CheckRedirect: func(*http.Request, []*http.Request) error { return http.ErrUseLastResponse },
		Timeout:       20 * time.Second,
	}
	n.restart()
	t.Cleanup(n.kill)
	until(t, "the newsroom", func() bool { _, err := n.ask("GET", n.direct+"/"); return err == nil })
	return n
}

func (n *newsroom) restart() {
	n.serve = exec.Command(binary, "-C", n.dir, "serve", "--desk", "127.0.0.1:0")
	n.serve.Stderr = os.Stderr
	if err := n.serve.Start(); err != nil {
		n.Error(err)
	}
}

func (n *newsroom) kill() {
	n.serve.Process.Kill()
	n.serve.Wait()
}

// write writes a release in two languages with a picture and a document.
func (n *newsroom) write(slug string, at time.Time) {
	instant := at.UTC().Format("2006-01-02T15:04:05Z")
	writeFile(n, filepath.Join(n.dir, "releases", slug+".md"), "+++\nheadline = \"The "+secretWords+" is here\"\nembargo = "+instant+
		"\ntimezone = \"UTC\"\ndateline = \"MARLOW\"\nlanguage = \"en\"\nto = [\"all\"]\n[[contact]]\nname = \"Dana\"\nphone = \"+1 555 0142\"\n"+
		"[[media]]\nfile = \"media/pier.png\"\nalt = \"A pier\"\n[[document]]\nfile = \"media/report.txt\"\ntitle = \"Figures\"\n+++\nThe "+
		secretWords+" says what the year brings to the harbor.\n")
	writeFile(n, filepath.Join(n.dir, "releases", slug+".es.md"), "+++\nheadline = \"La "+secretWords+" en la web\"\n+++\nEl texto.\n")
}

// heard is all that an answer says, but for the date.
type heard struct {
	status int
	head   string
	body   []byte
	length int
	at     time.Time // when all of it was there
}

func (n *newsroom) ask(method, address string, headers ...string) (*heard, error) {
	r, err := http.NewRequestWithContext(context.Background(), method, address, nil)
	if err != nil {
		return nil, err
	}
	for i := 0; i+1 < len(headers); i += 2 {
		r.Header.Set(headers[i], headers[i+1])
	}
	resp, err := n.client.Do(r)
	if err != nil {
		return nil, err
	}
	defer resp.Body.Close()
	h := &heard{status: resp.StatusCode}
	if h.body, err = io.ReadAll(resp.Body); err != nil {
		return nil, err
	}
	h.at, h.length = time.Now(), len(h.body)
	resp.Header.Del("Date")
	resp.Header.Del("Connection") // of the connection, which nginx ends after so many requests
	var head bytes.Buffer
	if err := resp.Header.Write(&head); err != nil { // in the order of names
		return nil, err
	}
	h.head = head.String()
	if h.status == http.StatusBadGateway || h.status == http.StatusGatewayTimeout {
		return nil, errors.New("the server is down") // so says nginx
	}
	return h, nil
}

// endings are the addresses of a release, after its slug.
var endings = []string{
	"", ".es", ".pdf", ".es.pdf", ".txt", ".es.txt", ".docx", ".es.docx", ".json", ".es.json", ".eml", ".es.eml", "/media/pier.png",
	"/files/report.txt",
}

// lists are the addresses that tell of all releases.
var lists = []string{
	"/", "/?language=en", "/?language=es", "/feed.atom", "/feed.json", "/feed.atom?language=es", "/feed.json?language=en", "/robots.txt",
	"/sitemap.xml", "/news-sitemap.xml", "/feed.rss", "/feed.rss?language=es", "/topics", "/topics/harbor", "/topics/harbor/feed.atom",
	"/search", found, "/search?q=harbor&language=en",
}

// found is the address at which a release is found by a word of its text.
const found = "/search?q=harbor"

// madeUp is a slug that nothing is called, as long as another.
func madeUp(slug string) string {
	sum := fmt.Sprintf("%x", sha256.Sum256([]byte(slug)))
	return "q" + strings.Repeat(sum, 2)[:len(slug)-1]
}

// crawler asks for a release all the time until all of it is there.
type crawler struct {
	*newsroom
	slug, base string
	instant    time.Time
	guesses    int
	asked      int
	seen       map[string]time.Time // when each address showed it first
	answered   []time.Time          // when the server answered anything
}

// run looks at everything, again and again, until all of it is public or ctx ends.
func (c *crawler) run(ctx context.Context) {
	c.seen = make(map[string]time.Time)
	other := madeUp(c.slug)
	for round := 0; ctx.Err() == nil && len(c.seen) < len(endings)+6; round++ {
		for _, e := range endings {
			c.pair("/"+c.slug+e, "/"+other+e, other)
		}
		for range c.guesses {
			guess := fmt.Sprintf("%s%s%d", []string{"", "/media/", "/files/", "/advance/", ".embargoed", ".v"}[round%6], "x", c.random.IntN(1000))
			c.pair("/"+c.slug+guess, "/"+other+guess, other)
		}
		for _, l := range lists {
			c.list(l)
		}
		time.Sleep(10 * time.Millisecond) // leaves something of the machine to what is asked
	}
}

// pair asks for an address and for the same of what is made up, one after the other.
func (c *crawler) pair(real, other, otherSlug string) {
	method := []string{"GET", "GET", "HEAD"}[c.asked%3]
	headers := [][]string{nil, {"Accept-Encoding", "gzip"}, {"If-None-Match", `"x"`}, {"Range", "bytes=0-20"}}[c.asked%4]
	c.asked++
	a, err := c.ask(method, c.base+real, headers...)
	if err != nil {
		return
	}
	c.answered = append(c.answered, a.at)
	if a.status == http.StatusOK || a.status == http.StatusPartialContent {
		if a.at.Before(c.instant) {
			c.Errorf("%s%s answered %d %s before the instant", c.base, real, a.status, c.instant.Sub(a.at))
		}
		if _, ok := c.seen[real]; !ok {
			c.seen[real] = a.at
		}
		return
	}
	b, err := c.ask(method, c.base+other, headers...)
	if err != nil || !b.at.Before(c.instant) {
		return
	}
	if a.status != b.status || a.head != b.head || !bytes.Equal(a.body, b.body) || bytes.Contains(a.body, []byte(c.slug)) {
		c.Errorf("%s%s does not answer as %s:\n%d %s\n%d %s", c.base, real, other, a.status, a.head, b.status, b.head)
	}
}

// list asks for what tells of all releases.
func (c *crawler) list(address string) {
	a, err := c.ask("GET", c.base+address)
	if err != nil {
		return
	}
	if !bytes.Contains(a.body, []byte(c.slug)) {
		return
	}
	if a.at.Before(c.instant) {
		c.Errorf("%s%s tells of %s %s before the instant", c.base, address, c.slug, c.instant.Sub(a.at))
	}
	if _, ok := c.seen[address]; !ok && (address == "/" || address == found || strings.HasPrefix(address, "/feed") && !strings.Contains(address, "?") ||
		address == "/?language=es") {
		c.seen[address] = a.at
	}
}

// whole is how long after the instant, or after the server answered again, all was
// there.
func (c *crawler) whole() time.Duration {
	var last time.Time
	for _, at := range c.seen {
		if at.After(last) {
			last = at
		}
	}
	from := c.instant
	i := slices.IndexFunc(c.answered, func(at time.Time) bool { return !at.Before(c.instant) })
	if i >= 0 && c.answered[i].After(from) {
		from = c.answered[i]
	}
	return last.Sub(from)
}

// TestNothingBeforeTheInstantAllOfItAfter: releases are lifted while the server and a
// worker are killed at random moments around the instant, and a crawler that knows every
// address, and guesses more, asks all the time, through a shared cache too. Ten lifts;
// with PRESSROOM_FULL=1 a hundred, and then all of it has to be there within a second.
func TestNothingBeforeTheInstantAllOfItAfter(t *testing.T) {
	lifts, guesses, full := 10, 10, os.Getenv("PRESSROOM_FULL") == "1"
	if full {
		lifts, guesses = 100, 1000/len(endings)
	}
	n := openNewsroom(t)
	var worst time.Duration
	asked := 0
	for i := range lifts {
		if t.Failed() {
			return
		}
		took, n := n.lift(i, guesses)
		worst, asked = max(worst, took), asked+n
		if full && took > time.Second {
			t.Errorf("lift %d: all of it was there %s after the instant or the server's first answer", i, took)
		}
	}
	t.Logf("%d lifts, %d pairs of questions; the slowest was whole after %s", lifts, asked, worst.Round(time.Millisecond))
}

// TestPagesAppearWithTheLiftOfAnotherMachine: on PostgreSQL a worker elsewhere sets the
// latch, and the server only looks.
func TestPagesAppearWithTheLiftOfAnotherMachine(t *testing.T) {
	t.Setenv("PRESSROOM_DATABASE_URL", testdb.Postgres(t))
	n := openNewsroom(t)
	took, asked := n.lift(0, 10)
	t.Logf("%d pairs of questions; whole after %s", asked, took.Round(time.Millisecond))
}

// lift sends a release, kills what works around its instant, and returns after how long
// all of it was there, and how many pairs were asked.
func (n *newsroom) lift(i, guesses int) (took time.Duration, asked int) {
	n.Helper()
	slug := fmt.Sprintf("r%d-%06x", i, n.random.IntN(1<<24))
	var at time.Time
	for ahead := 4 * time.Second; ; ahead *= 2 {
		at = time.Now().Add(ahead).Truncate(time.Second)
		n.write(slug, at)
		out, err := run(n, n.dir, "send", slug, "--yes")
		if err == nil {
			break
		}
		if !strings.Contains(out, "has passed") || ahead > time.Minute {
			n.Fatalf("%v\n%s", err, out)
		}
	}
	other := worker(n.T, n.dir)
	ctx, stop := context.WithTimeout(context.Background(), patience)
	defer stop()
	crawlers := []*crawler{
		{newsroom: n, slug: slug, base: n.direct, instant: at, guesses: guesses}, {newsroom: n, slug: slug, base: n.cached, instant: at, guesses: guesses},
	}
	var crawling sync.WaitGroup
	for k, c := range crawlers {
		own := *n
		own.random = rand.New(rand.NewPCG(uint64(i), uint64(k)))
		c.newsroom = &own
		crawling.Go(func() { c.run(ctx) })
	}
	// From a second and a half before to half a second after the instant.
	around := func() time.Duration {
		return time.Until(at) - 1500*time.Millisecond + time.Duration(n.random.IntN(2000))*time.Millisecond
	}
	first, second := around(), around()
	var killing sync.WaitGroup
	killing.Go(func() {
		time.Sleep(second)
		other.Process.Kill()
		other.Wait()
	})
	time.Sleep(first)
	n.kill()
	n.restart()
	killing.Wait()
	crawling.Wait()
	if ctx.Err() != nil {
		n.Fatalf("lift %d: not all of it is public: of %d addresses %d directly, and %d through the cache", i, len(endings)+6,
			len(crawlers[0].seen), len(crawlers[1].seen))
	}
	for _, c := range crawlers {
		took, asked = max(took, c.whole()), asked+c.asked
	}
	return took, asked
}
