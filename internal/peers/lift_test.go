package peers

import (
	"bytes"
	"fmt"
	"os"
	"regexp"
	"slices"
	"strings"
	"testing"
	"time"
)

// TestPageAndFeedAreThereWithALift lifts embargoes by hand while a server runs that knows
// nothing of it but what the database says: page, list and feed are there within a second
// of the command's end. Twice; ten times with PRESSROOM_FULL=1, where the second counts.
func TestPageAndFeedAreThereWithALift(t *testing.T) {
	n, full, times := openNewsroom(t), os.Getenv("PRESSROOM_FULL") == "1", 2
	if full {
		times = 10
	}
	var all []time.Duration
	for i := range times {
		slug := fmt.Sprintf("lifted-%d", i)
		n.write(slug, time.Now().Add(24*time.Hour))
		must(t, n.dir, "send", slug, "--yes")
		if h, err := n.ask("GET", n.direct+"/"+slug); err != nil || h.status != 404 {
			t.Fatalf("before the lift: %+v, %v", h, err)
		}
		must(t, n.dir, "embargo", "lift", slug, "--reason", "a newspaper has it", "--yes")
		began := time.Now()
		for _, address := range []string{"/" + slug, "/" + slug + ".es.pdf", "/", "/feed.atom", "/feed.rss", "/feed.json", found} {
			until(t, address, func() bool {
				h, err := n.ask("GET", n.direct+address)
				return err == nil && h.status == 200 && (strings.HasPrefix(address, "/"+slug) || bytes.Contains(h.body, []byte(slug)))
			})
		}
		all = append(all, time.Since(began))
	}
	slices.Sort(all)
	t.Logf("all of it was there after %v; the slowest after %s", all, all[len(all)-1])
	if full && all[len(all)-1] > time.Second {
		t.Errorf("all of it was there %s after the lift", all[len(all)-1])
	}
}

// probe is one way to ask for an address of a release.
type probe struct {
	method, before, ending string
	name                   func(slug string) string
	headers                []string
}

func (p probe) address(slug string) string { return p.before + p.name(slug) + p.ending }

var (
	probedMethods = []string{"GET", "HEAD", "GET", "OPTIONS", "GET", "POST", "GET", "PUT"}
	probedBefore  = []string{
		"/", "/", "/", "//", "/./", "/x/../", "/%2e/", "/news/", "/topics/", "/log/", "/advance/", "/office/", "/search?q=", "/feed.atom?",
	}
	probedNames = []func(string) string{
		strings.Clone, strings.Clone, strings.Clone, strings.ToUpper,
		func(s string) string { return strings.ReplaceAll(s, "-", "%2D") }, func(s string) string { return strings.ReplaceAll(s, "-", "_") },
	}
	probedEndings = append([]string{
		"/", "//", "/.", "/..", "%20", "%00", "%2e", ".html", ".PDF", "?x=1", "?language=en", "?page=0", ";a=b", "%2Fmedia%2Fpier.png",
		".embargoed.html", ".embargoed.pdf", ".es.embargoed.txt", "/20270101-120000", "/media/", "/media/pier.PNG", "/media/..%2Fpier.png",
		"/files/report.txt/", "~", ".bak", ".md", "/index.html",
	}, endings...)
	probedHeaders = [][]string{
		nil,
		{"Range", "bytes=0-9"},
		{"If-None-Match", "*"},
		{"If-None-Match", `"x"`},
		{"If-Modified-Since", "Mon, 01 Jan 2029 00:00:00 GMT"},
		{"Accept-Encoding", "gzip"},
		{"Accept", "application/json"},
		{"Accept-Language", "es"},
		{"X-Forwarded-Host", "evil.example"},
		{"X-Http-Method-Override", "GET"},
		{"Cookie", "a=b"},
		{"If-Match", "*"},
		{"Range", "bytes=-1"},
		{"Forwarded", "for=127.0.0.1;host=localhost"},
		{"X-Forwarded-For", "127.0.0.1"},
		{"Authorization", "Basic YTpi"},
	}
)

func (n *newsroom) probe(i int) probe {
	return probe{
		method: probedMethods[i%len(probedMethods)], before: probedBefore[n.random.IntN(len(probedBefore))],
		name: probedNames[n.random.IntN(len(probedNames))], ending: probedEndings[n.random.IntN(len(probedEndings))],
		headers: probedHeaders[n.random.IntN(len(probedHeaders))],
	}
}

// tags are those by which caches know what an answer was.
var tags = regexp.MustCompile(`(?i)etag: *[^\s]+`)

// TestNoProbeTellsOfAnEmbargoedRelease asks for one in many ways, as it asks for one that
// does not exist, and holds each pair of answers against each other: 2,000 times, 100,000
// with PRESSROOM_FULL=1. What an answer repeats of the question is the only difference.
func TestNoProbeTellsOfAnEmbargoedRelease(t *testing.T) {
	n, asks := openNewsroom(t), 2000
	if os.Getenv("PRESSROOM_FULL") == "1" {
		asks = 100_000
	}
	const slug, other = "forecast-2027", "foretold-2027"
	n.write(slug, time.Now().Add(24*time.Hour))
	must(t, n.dir, "send", slug, "--yes")
	statuses := make(map[int]int)
	for i := range asks {
		p := n.probe(i)
		searched := strings.HasPrefix(p.before, "/search")
		if searched && slices.Contains(p.headers, "gzip") { // a page that repeats another question is packed in another way
			p.headers = nil
		}
		a, err := n.ask(p.method, n.direct+p.address(slug), p.headers...)
		if err != nil {
			t.Fatal(err)
		}
		b, err := n.ask(p.method, n.direct+p.address(other), p.headers...)
		if err != nil {
			t.Fatal(err)
		}
		statuses[a.status]++
		if searched { // the tag of a page is another for each question that it repeats
			a.head, b.head = tags.ReplaceAllString(a.head, ""), tags.ReplaceAllString(b.head, "")
		}
		escaped := func(s string) string { return strings.ReplaceAll(p.name(s), "%", "%25") }
		repeats := strings.NewReplacer(p.name(other), p.name(slug), other, slug, escaped(other), escaped(slug))
		if a.status != b.status || a.head != repeats.Replace(b.head) || string(a.body) != repeats.Replace(string(b.body)) ||
			bytes.Contains(a.body, []byte(secretWords)) {
			t.Fatalf("%s %s %q:\n%d %s\n%d %s\n%.300s", p.method, p.address(slug), p.headers, a.status, a.head, b.status, b.head, a.body)
		}
	}
	t.Logf("%d probes, each with its other: %v", asks, statuses)
}
