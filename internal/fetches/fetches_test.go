package fetches_test

import (
	"context"
	"fmt"
	"log/slog"
	"net/http"
	"net/http/httptest"
	"os"
	"strings"
	"sync"
	"testing"
	"time"

	"pressroom/internal/fetches"
	"pressroom/internal/testdb"
)

func TestMain(m *testing.M) { os.Exit(testdb.Both(m)) }

func shown(t *testing.T, list []fetches.Count, err error) string {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
	var b strings.Builder
	for _, c := range list {
		fmt.Fprintf(&b, "%s %s %s %v %d\n", c.Day, c.Form, c.Language, c.Robot, c.N)
	}
	return b.String()
}

func TestConcurrentFetchesAreCountedByDayAndForm(t *testing.T) {
	ctx := context.Background()
	db := testdb.Open(t, t.TempDir())
	now := time.Date(2026, 7, 26, 23, 30, 0, 0, time.UTC)
	clock := func() time.Time { return now }
	// Two servers on one database, and many at once.
	one, other := fetches.New(db, clock, slog.New(slog.DiscardHandler)), fetches.New(db, clock, slog.New(slog.DiscardHandler))
	page := fetches.Fetch{Slug: "x", Form: "page", Language: "en"}
	var readers sync.WaitGroup
	for range 20 {
		readers.Go(func() { one.Add(page, "UTC") })
		readers.Go(func() { other.Add(page, "UTC") })
	}
	readers.Wait()
	one.Add(fetches.Fetch{Slug: "x", Form: "page", Language: "en", Robot: true}, "UTC")
	one.Add(fetches.Fetch{Slug: "x", Form: "files"}, "Asia/Tokyo")
	one.Add(fetches.Fetch{Slug: "y", Form: "page", Language: "en"}, "Nowhere/None")
	for range 2 { // the second time there is nothing new
		for _, c := range []*fetches.Counter{one, other} {
			if err := c.Write(ctx); err != nil {
				t.Fatal(err)
			}
		}
	}
	now = now.Add(time.Hour)
	one.Add(page, "UTC")
	ended, cancel := context.WithCancel(ctx)
	cancel()
	one.Run(ended) // what is left is written when it ends
	list, err := fetches.Of(ctx, db, "x")
	want := "2026-07-26 page en false 40\n2026-07-26 page en true 1\n2026-07-27 files  false 1\n2026-07-27 page en false 1\n"
	if got := shown(t, list, err); got != want {
		t.Errorf("counted\n%swant\n%s", got, want)
	}
	list, err = fetches.Of(ctx, db, "y")
	if got := shown(t, list, err); got != "2026-07-26 page en false 1\n" {
		t.Errorf("counted of the other\n%s", got)
	}
}

func TestWhatCannotBeWrittenIsKept(t *testing.T) {
	db := testdb.Open(t, t.TempDir())
	c := fetches.New(db, time.Now, slog.New(slog.DiscardHandler))
	c.Add(fetches.Fetch{Slug: "x", Form: "page"}, "UTC")
	ended, cancel := context.WithCancel(context.Background())
	cancel()
	if err := c.Write(ended); err == nil {
		t.Fatal("it is written though nobody waits for it")
	}
	if err := c.Write(context.Background()); err != nil {
		t.Fatal(err)
	}
	list, err := fetches.Of(context.Background(), db, "x")
	if err != nil || len(list) != 1 || list[0].N != 1 {
		t.Errorf("%v %v", list, err)
	}
}

func TestProgramsThatSaySoAreNoReaders(t *testing.T) {
	for name, robot := range map[string]bool{
		"": true,
		"Mozilla/5.0 (compatible; Examplebot/2.1; +https://example.com/bot)":                                        true,
		"Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) HeadlessChrome/120.0 Safari/537.36": true,
		"curl/8.5.0": true, "python-requests/2.31": true, "Go-http-client/2.0": true, "Wget/1.21": true, "facebookexternalhit/1.1": true,
		"WhatsApp/2.23": true, "Slackbot-LinkExpanding 1.0": true,
		"Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/126.0.0.0 Safari/537.36":   false,
		"Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/17.4 Safari/605":  false,
		"Mozilla/5.0 (X11; Linux x86_64; rv:128.0) Gecko/20100101 Firefox/128.0":                                            false,
		"Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X) AppleWebKit/605.1.15 Version/17.5 Mobile/15E148 Safari/604": false,
		"Lynx/2.9.0dev.12 libwww-FM/2.14SSL-MM/1.4.1":                                                                       false,
	} {
		if got := fetches.Robot(name); got != robot {
			t.Errorf("%q is a robot: %v, want %v", name, got, robot)
		}
	}
}

func TestWhatIsNoFetchOfItsOwn(t *testing.T) {
	for _, c := range []struct {
		method, header, value string
		counts                bool
	}{
		{http.MethodGet, "Accept", "*/*", true},
		{http.MethodGet, "If-None-Match", `"x"`, true},
		{http.MethodHead, "Accept", "*/*", false},
		{http.MethodGet, "Range", "bytes=0-99", true},
		{http.MethodGet, "Range", "bytes=100-", false},
		{http.MethodGet, "Range", "bytes=-100", false},
		{http.MethodGet, "Sec-Purpose", "prefetch;prerender", false},
		{http.MethodGet, "X-Moz", "prefetch", false},
		{http.MethodGet, "Purpose", "preview", false},
	} {
		r := httptest.NewRequest(c.method, "/x", nil)
		r.Header.Set(c.header, c.value)
		if got := fetches.Counts(r); got != c.counts {
			t.Errorf("%s with %s: %s counts: %v", c.method, c.header, c.value, got)
		}
	}
}
