package peers

import (
	"context"
	"crypto/sha256"
	"database/sql"
	"encoding/hex"
	"fmt"
	"net/http"
	"net/url"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"time"

	"github.com/chromedp/cdproto/network"
	"github.com/chromedp/chromedp"
	_ "modernc.org/sqlite"
)

// The words of a release that no robot may see before it is public.
const (
	sealedHeadline = "Harbor cranes stood idle"
	sealedSubhead  = "Nine of forty never moved"
	sealedBody     = "The ledger of the port names each crane that rusted where it was built."
	sealedQuote    = "Whoever ordered nine cranes too many ought to say who asked for them."
	sealedSpeaker  = "Wilhelmina Orchard"
)

// leaks tells what of the release stands in a text: headline, subhead, speaker, or three
// words in a row of body or quote.
func leaks(text string) string {
	low := strings.ToLower(text)
	for _, s := range []string{sealedHeadline, sealedSubhead, sealedSpeaker, "Wilhelmina", "Orchard"} {
		if strings.Contains(low, strings.ToLower(s)) {
			return s
		}
	}
	for _, s := range []string{sealedBody, sealedQuote} {
		words := strings.Fields(strings.ToLower(s))
		for i := range len(words) - 2 {
			if three := strings.Join(words[i:i+3], " "); strings.Contains(low, three) {
				return three
			}
		}
	}
	return ""
}

// sealed is a workspace with a release under embargo of which every kind of mailed link
// has gone out; those that nobody has to open so that others go out are sealed.
type sealed struct {
	*coalitionBench
	links map[string]string // by kind
}

func newSealed(t *testing.T) *sealed {
	t.Helper()
	port := freePort(t)
	settings := fmt.Sprintf("[organization]\nid = \"harbor\"\nname = \"Open Harbor\"\n[mail]\nfrom = \"Press <press@harbor.example>\"\nsmtp = \"sandbox:\"\n"+
		"[server]\nlisten = \"127.0.0.1:%[1]d\"\npublic_url = \"http://127.0.0.1:%[1]d\"\nproxies = [\"127.0.0.1\"]\n"+
		"[[org]]\nid = \"river\"\nname = \"River Alliance\"\ncontact = \"Ana <ana@river.example>\"\n"+
		"[[org]]\nid = \"lake\"\nname = \"Lake Watch\"\ncontact = \"Bo <bo@lake.example>\"\n", port)
	source := "+++\nheadline = \"" + sealedHeadline + "\"\nsubhead = \"" + sealedSubhead + "\"\nembargo = " +
		time.Now().Add(14*time.Hour).UTC().Format(time.RFC3339) + "\ndateline = \"MARLOW\"\nto = [\"all\"]\nadvance = [\"all\"]\n[[contact]]\nname = \"Dana\"\n" +
		"email = \"dana@harbor.example\"\n[[quote]]\nid = \"river\"\norg = \"river\"\nspeaker = \"" + sealedSpeaker + "\"\ntext = \"" + sealedQuote + "\"\n+++\n" +
		sealedBody + "\n"
	s := &sealed{coalitionBench: &coalitionBench{t: t}, links: make(map[string]string)}
	s.dir = workspace(t, "pressroom.toml", settings, "releases/cranes.md", source,
		"contacts/all.csv", "email,embargo\nnora@paper.example,yes\nomar@paper.example,yes\n")
	cmd, _ := startDesk(t, s.dir)
	t.Cleanup(func() {
		cmd.Process.Signal(os.Interrupt)
		cmd.Wait()
	})
	must(t, s.dir, "quotes", "request", "cranes", "--org", "river,lake", "--soft", "1h", "--hard", "2h")
	s.wait("partner", "ana@river.example", "/quote/")
	must(t, s.dir, "send", "cranes", "--yes")
	s.wait("details", "nora@paper.example", "/details/")
	s.wait("leave", "omar@paper.example", "/leave/")
	resp, err := http.PostForm(s.links["leave"], url.Values{"List-Unsubscribe": {"One-Click"}}) // RFC 8058
	if err != nil {
		t.Fatal(err)
	}
	resp.Body.Close()
	s.wait("undo", "omar@paper.example", "/undo/")
	s.fresh()
	return s
}

// wait waits for a link in a mail.
func (s *sealed) wait(kind, to, path string) {
	s.t.Helper()
	link := regexp.MustCompile(`http://127\.0\.0\.1:\d+` + path + `[A-Za-z0-9._-]+`)
	until(s.t, "the link "+kind, func() bool {
		for _, l := range s.letters(to) {
			if found := link.FindString(l); found != "" {
				s.links[kind] = found
			}
		}
		return s.links[kind] != ""
	})
}

// fresh has fresh links mailed. A details link does it at the first press, since the mail
// that it stands in is forwarded; a partner's in the second browser.
func (s *sealed) fresh() {
	s.t.Helper()
	s.press("details")
	s.wait("fresh details", "nora@paper.example", "/me/")
	s.wait("opened", "bo@lake.example", "/quote/")
	s.press("opened")
	s.press("opened")
	first := s.links["opened"]
	until(s.t, "a fresh link", func() bool {
		for _, l := range s.letters("bo@lake.example") {
			if found := portalLink.FindString(l); found != "" && found != first {
				s.links["fresh"] = found
			}
		}
		return s.links["fresh"] != ""
	})
}

// press presses the button behind a link, in a browser of its own.
func (s *sealed) press(kind string) {
	s.t.Helper()
	resp, err := http.PostForm(s.links[kind], url.Values{"action": {"open"}})
	if err != nil {
		s.t.Fatal(err)
	}
	resp.Body.Close()
}

// state is a digest of what the database holds, without what a running program writes
// into it all the time, and without counters of openings.
func (s *sealed) state() map[string]string {
	s.t.Helper()
	db, err := sql.Open("sqlite", "file:"+filepath.Join(s.dir, ".pressroom", "pressroom.db")+"?mode=ro")
	if err != nil {
		s.t.Fatal(err)
	}
	defer db.Close()
	names := column(s.t, db, `SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%' AND name NOT LIKE 'river_%'
		AND name NOT IN ('pulse', 'worker')`)
	out := make(map[string]string)
	for _, name := range names {
		h := sha256.New()
		for _, row := range rows(s.t, db, `SELECT * FROM `+name) {
			fmt.Fprintln(h, row)
		}
		out[name] = hex.EncodeToString(h.Sum(nil))
	}
	out["letters"] = fmt.Sprint(len(s.letters("@")))
	return out
}

func column(t *testing.T, db *sql.DB, query string) (out []string) {
	t.Helper()
	for _, row := range rows(t, db, query) {
		out = append(out, fmt.Sprint(row[0]))
	}
	return out
}

func rows(t *testing.T, db *sql.DB, query string) (out [][]any) {
	t.Helper()
	r, err := db.Query(query)
	if err != nil {
		t.Fatal(err)
	}
	defer r.Close()
	names, err := r.Columns()
	if err != nil {
		t.Fatal(err)
	}
	for r.Next() {
		values := make([]any, len(names))
		to := make([]any, len(names))
		for i := range values {
			to[i] = &values[i]
		}
		if err := r.Scan(to...); err != nil {
			t.Fatal(err)
		}
		out = append(out, values)
	}
	if err := r.Err(); err != nil {
		t.Fatal(err)
	}
	return out
}

// TestRobotsThatOpenMailedLinksSeeNothing opens every kind of mailed link as gateways
// do: in a browser that runs scripts, for five seconds, from one address (ten with
// PRESSROOM_FULL=1), and presses nothing. It sees no word of the release, and leaves the database as it was; the person
// gets in with one press afterwards.
func TestRobotsThatOpenMailedLinksSeeNothing(t *testing.T) {
	need(t, "chromium")
	s := newSealed(t)
	ctx, asked := browser(t)
	s.ctx = ctx
	before := s.state()
	addresses := 1
	if os.Getenv("PRESSROOM_FULL") != "" {
		addresses = 10
	}
	for address := range addresses {
		tabs := make(map[string]context.Context)
		var closing []context.CancelFunc
		for kind, link := range s.links {
			tab, closeTab := chromedp.NewContext(ctx, chromedp.WithNewBrowserContext())
			closing = append(closing, closeTab)
			tabs[kind] = tab
			from := network.SetExtraHTTPHeadersParams{Headers: network.Headers{"X-Forwarded-For": fmt.Sprintf("192.0.2.%d", address+1)}}
			do(t, tab, chromedp.Navigate("about:blank"))
			if _, err := chromedp.Call(tab, network.SetExtraHTTPHeaders, from); err != nil {
				t.Fatal(err)
			}
			do(t, tab, chromedp.Navigate(link))
			// All tabs have their five seconds at once.
			ask(t, tab, chromedp.Evaluate[bool](`window.stayed = new Promise(done => setTimeout(done, 5000)); true`))
		}
		for kind, tab := range tabs {
			got := ask(t, tab, chromedp.Evaluate[string](`window.stayed.then(() => document.title + "\n" + document.documentElement.outerHTML)`,
				chromedp.EvalAwaitPromise))
			if leaks(got) != "" {
				t.Errorf("%s shows %q to a robot:\n%s", kind, leaks(got), got)
			}
		}
		for _, done := range closing {
			done()
		}
	}
	after := s.state()
	for name, digest := range before {
		if after[name] != digest {
			t.Errorf("robots changed %s", name)
		}
	}
	for _, address := range asked() {
		if !strings.HasPrefix(address, "http://127.0.0.1:") && !strings.HasPrefix(address, "data:") && !strings.HasPrefix(address, "about:") {
			t.Errorf("a page asked for %s", address)
		}
	}
	s.open(s.links["partner"], "main")
	if page := ask(t, ctx, chromedp.Text("main")); !strings.Contains(page, sealedHeadline) || !strings.Contains(page, "ordered nine cranes") {
		t.Errorf("the person who pressed the button does not see it:\n%s", page)
	}
	s.open(s.links["fresh details"], "input[name=outlet]")
}
