package portal

import (
	"context"
	"crypto/sha256"
	"fmt"
	"net/http"
	"net/netip"
	"net/url"
	"regexp"
	"strings"
	"testing"
	"time"

	"pressroom/internal/coalition"
	"pressroom/internal/links"
	"pressroom/internal/submission"
)

// secretWords are what no link alone may show: of the release, and of the quote that
// somebody has written already.
const secretHeadline, secretSubhead, secretSpeaker = "Dredging stops at once", "Nine piers are closed", "Quillon Averey"

const secretBody = "The authority found that every second bolt was missing from the northern quay."

const secretQuote = "Nobody counted these bolts in eleven years, and we asked for it each spring."

// newSealed is a stage with a release whose words can be told from all others, and a
// link that nobody has opened.
func newSealed(t *testing.T) (s *stage, link string) {
	t.Helper()
	s = newStage(t)
	source := "+++\nheadline = \"" + secretHeadline + "\"\nsubhead = \"" + secretSubhead + "\"\nembargo = 2026-07-26T09:00:00-04:00\ntimezone = \"America/New_York\"\n" +
		"[[contact]]\nname = \"D\"\nemail = \"d@h.example\"\n+++\n" + secretBody + "\n"
	s.write(t, "z", source)
	ctx := context.Background()
	asked, _, err := s.desk.Ask(ctx, coalition.Call{
		Slug: "z", Orgs: []string{"river"}, Soft: s.now.Add(time.Hour), Hard: s.now.Add(2 * time.Hour), Show: coalition.ShowFull, Asker: "Dana Whit <lead@h.example>",
	})
	if err != nil {
		t.Fatal(err)
	}
	first := s.letter(t, asked[0].ID, "ask")
	if _, err := s.desk.Save(ctx, strings.TrimPrefix(first, "/quote/"), 0, submission.Words{Speaker: secretSpeaker, Org: "River", Text: secretQuote}); err != nil {
		t.Fatal(err)
	}
	return s, s.letter(t, asked[0].ID, "remind")
}

// letter is the link in a letter to the river.
func (s *stage) letter(t *testing.T, request int64, what string) string {
	t.Helper()
	n, err := s.desk.Letter(context.Background(), coalition.Letter{Request: request, Person: "Ana <ana@river.example>", What: what, Event: 1, Name: t.Name() + what})
	if err != nil {
		t.Fatal(err)
	}
	return regexp.MustCompile(`/quote/\S+`).FindString(n.Text)
}

// shows tells what of the release or the quote stands on a page.
func shows(page string) string {
	lower := strings.ToLower(page)
	for _, secret := range []string{secretHeadline, secretSubhead, secretSpeaker, "Quillon", "Averey"} {
		if strings.Contains(lower, strings.ToLower(secret)) {
			return secret
		}
	}
	for _, text := range []string{secretBody, secretQuote} {
		words := strings.Fields(strings.ToLower(text))
		for i := range len(words) - 2 {
			if three := strings.Join(words[i:i+3], " "); strings.Contains(lower, three) {
				return three
			}
		}
	}
	return ""
}

// state is a digest of all that the database holds.
func (s *stage) state(t *testing.T) string {
	t.Helper()
	h := sha256.New()
	for _, table := range []string{"quote_request", "quote_link", "quote_event", "link_open", "link_browser", "link_code", "river_job", "setting", "delivery"} {
		rows, err := s.ledger.DB().Reader().QueryContext(context.Background(), `SELECT * FROM `+table+` ORDER BY 1`)
		if err != nil {
			t.Fatal(err)
		}
		columns, err := rows.Columns()
		if err != nil {
			t.Fatal(err)
		}
		for rows.Next() {
			values := make([]any, len(columns))
			for i := range values {
				values[i] = new(any)
			}
			if err := rows.Scan(values...); err != nil {
				t.Fatal(err)
			}
			for _, v := range values {
				fmt.Fprintf(h, "%v|", *v.(*any))
			}
		}
		rows.Close()
	}
	return fmt.Sprintf("%x", h.Sum(nil))
}

// TestALinkAloneShowsNothing: gateways and robots open links from many addresses,
// before a person does and after; none of it changes anything.
func TestALinkAloneShowsNothing(t *testing.T) {
	s, link := newSealed(t)
	before := s.state(t)
	look := func() {
		for i := range 10 {
			for _, kind := range []struct {
				method, path string
				headers      []string
			}{
				{"GET", "", nil},
				{"HEAD", "", nil},
				{"GET", "", []string{"Sec-Purpose", "prefetch"}},
				{"GET", "", []string{"Purpose", "prefetch"}},
				{"GET", "?done=saved", nil},
				{"GET", "?ticket=" + strings.Repeat("A", 43), nil},
				{"GET", "?action=open", nil},
				{"GET", "/draft", nil},
				{"GET", "/photo", nil},
				{"GET", "/edition/z.for-river.pdf", nil},
				{"GET", "/live", nil},
				{"OPTIONS", "", nil},
			} {
				req, err := http.NewRequest(kind.method, s.URL+link+kind.path, nil)
				if err != nil {
					t.Fatal(err)
				}
				req.Header.Set("X-Forwarded-For", fmt.Sprintf("192.0.2.%d", i))
				for n := 0; n < len(kind.headers); n += 2 {
					req.Header.Set(kind.headers[n], kind.headers[n+1])
				}
				resp, err := newBrowser(t).Do(req)
				if err != nil {
					t.Fatal(err)
				}
				if code, page := answered(t, resp); shows(page) != "" || code >= 500 {
					t.Fatalf("%s %s: %d shows %q:\n%s", kind.method, kind.path, code, shows(page), page)
				}
			}
		}
	}
	look()
	if s.state(t) != before {
		t.Error("a GET changed the database")
	}
	_, page := s.get(t, link)
	if !strings.Contains(page, "Dana Whit asks") || !strings.Contains(page, "a•••@r•••.example") || strings.Count(page, "<button") != 1 {
		t.Errorf("it does not say who asks, or has not one button:\n%s", page)
	}
	if code, page := open(t, s, newBrowser(t), link); code != http.StatusOK || !strings.Contains(page, secretHeadline) || !strings.Contains(page, secretQuote) {
		t.Errorf("the person does not get in with one press: %d\n%s", code, page)
	}
	look()
}

// open presses the button on the page of a link.
func open(t *testing.T, s *stage, browser *http.Client, link string) (int, string) {
	t.Helper()
	resp, err := browser.Get(s.URL + link)
	if err != nil {
		t.Fatal(err)
	}
	_, page := answered(t, resp)
	return press(t, s, browser, link, page, url.Values{"action": {"open"}})
}

var hidden = regexp.MustCompile(`<input type="hidden" name="([^"]+)" value="([^"]*)">`)

// press sends a form of a page, with what it has hidden.
func press(t *testing.T, s *stage, browser *http.Client, link, page string, form url.Values, headers ...string) (int, string) {
	t.Helper()
	for _, m := range hidden.FindAllStringSubmatch(page, -1) {
		if !form.Has(m[1]) {
			form.Set(m[1], m[2])
		}
	}
	req, err := http.NewRequest(http.MethodPost, s.URL+link, strings.NewReader(form.Encode()))
	if err != nil {
		t.Fatal(err)
	}
	req.Header.Set("Content-Type", "application/x-www-form-urlencoded")
	for i := 0; i < len(headers); i += 2 {
		req.Header.Set(headers[i], headers[i+1])
	}
	resp, err := browser.Do(req)
	if err != nil {
		t.Fatal(err)
	}
	return answered(t, resp)
}

// asked are the mails with fresh links that wait to be sent.
func (s *stage) asked(t *testing.T) []links.FreshLink {
	t.Helper()
	rows, err := s.ledger.DB().Reader().QueryContext(context.Background(),
		`SELECT args ->> 'purpose', args ->> 'of', args ->> 'asked', args ->> 'name' FROM river_job WHERE kind = 'fresh-link' ORDER BY id`)
	if err != nil {
		t.Fatal(err)
	}
	defer rows.Close()
	var all []links.FreshLink
	for rows.Next() {
		var j links.FreshLink
		if err := rows.Scan(&j.Purpose, &j.Of, &j.Asked, &j.Name); err != nil {
			t.Fatal(err)
		}
		all = append(all, j)
	}
	return all
}

// mailbox sends the newest of these mails, and returns link and code in it.
func (s *stage) mailbox(t *testing.T) (link, code string) {
	t.Helper()
	all := s.asked(t)
	if len(all) == 0 {
		t.Fatal("no mail was asked for")
	}
	n, err := s.links.Letter(context.Background(), all[len(all)-1])
	if err != nil || n.To != "Ana <ana@river.example>" || n.ReplyTo != "Dana Whit <lead@h.example>" || shows(n.Subject+n.Text) != "" {
		t.Fatalf("%+v, %v", n, err)
	}
	return regexp.MustCompile(`/quote/\S+`).FindString(n.Text), regexp.MustCompile(`\b\d{6}\b`).FindString(n.Text)
}

// TestAFurtherBrowserNeedsTheMailbox: by the fresh link or by the code beside it, and
// in no other way.
func TestAFurtherBrowserNeedsTheMailbox(t *testing.T) {
	s, link := newSealed(t)
	if _, page := open(t, s, newBrowser(t), link); !strings.Contains(page, secretQuote) {
		t.Fatal(page)
	}
	for _, by := range []string{"link", "code"} {
		second := newBrowser(t)
		code, page := open(t, s, second, link)
		if code != http.StatusOK || shows(page) != "" || !strings.Contains(page, "a•••@r•••.example") {
			t.Fatalf("the second browser: %d %s\n%s", code, shows(page), page)
		}
		fresh, digits := s.mailbox(t)
		if by == "link" {
			if resp, err := second.Get(s.URL + fresh); err != nil {
				t.Fatal(err)
			} else if _, page := answered(t, resp); shows(page) != "" {
				t.Fatalf("the fresh link alone shows %s", shows(page))
			}
			_, page = open(t, s, second, fresh)
		} else {
			_, page = press(t, s, second, link, page, url.Values{"action": {"code"}, "code": {" " + digits[:3] + " " + digits[3:]}})
		}
		if !strings.Contains(page, secretQuote) {
			t.Errorf("by the %s nobody gets in:\n%s", by, page)
		}
		if resp, err := second.Get(s.URL + link); err != nil {
			t.Fatal(err)
		} else if _, page := answered(t, resp); !strings.Contains(page, secretQuote) {
			t.Errorf("by the %s: the old link does not open for this browser:\n%s", by, page)
		}
		// The same link or code for somebody else.
		third := newBrowser(t)
		if _, page := open(t, s, third, fresh); by == "link" && shows(page) != "" {
			t.Error("a fresh link that was opened lets another in")
		}
		if _, page := press(t, s, third, link, page, url.Values{"action": {"code"}, "code": {digits}}); shows(page) != "" {
			t.Errorf("by the %s: the code lets another in", by)
		}
	}
}

// TestGuessingAndFlooding: who has the link and not the mailbox has fifteen guesses
// of a million in an hour, sends three mails in it, and locks nobody out.
func TestGuessingAndFlooding(t *testing.T) {
	s, link := newSealed(t)
	person := newBrowser(t)
	if _, page := open(t, s, person, link); !strings.Contains(page, secretQuote) {
		t.Fatal(page)
	}
	guesses := 0
	s.site.Proxies = []netip.Prefix{netip.MustParsePrefix("127.0.0.0/8")}
	for i := range 10 {
		thief := newBrowser(t)
		from := []string{"X-Forwarded-For", fmt.Sprintf("192.0.2.%d", i)}
		_, page := press(t, s, thief, link, "", url.Values{"action": {"open"}}, from...)
		if !strings.Contains(page, `name="code"`) {
			if !strings.Contains(page, "Three mails went to") {
				t.Errorf("it does not say why no mail was sent:\n%s", page)
			}
			continue
		}
		_, right := s.mailbox(t)
		for range 20 {
			wrong := fmt.Sprintf("%06d", (guesses+1)%1_000_000)
			if wrong == right {
				continue
			}
			_, answer := press(t, s, thief, link, page, url.Values{"action": {"code"}, "code": {wrong}}, from...)
			if strings.Contains(answer, "That is not the code") {
				guesses++
			}
		}
		if _, answer := press(t, s, thief, link, page, url.Values{"action": {"code"}, "code": {right}}, from...); shows(answer) != "" {
			t.Error("the code is good after its tries")
		}
	}
	if n := len(s.asked(t)); n != 3 {
		t.Errorf("%d mails within the hour", n)
	}
	if guesses != 12 { // the fifth says that the code is not good any more
		t.Errorf("%d guesses were said to be wrong", guesses)
	}
	if resp, err := person.Get(s.URL + link); err != nil {
		t.Fatal(err)
	} else if _, page := answered(t, resp); !strings.Contains(page, secretQuote) {
		t.Error("the person is locked out")
	}
	fresh, _ := s.mailbox(t)
	if _, page := open(t, s, newBrowser(t), fresh); !strings.Contains(page, secretQuote) {
		t.Error("the newest link does not open")
	}
	t.Log("15 tries of 1,000,000 and 3 mails in an hour")
	// A code is good for ten minutes.
	s.now = s.now.Add(61 * time.Minute)
	late := newBrowser(t)
	_, page := open(t, s, late, link)
	_, digits := s.mailbox(t)
	s.now = s.now.Add(10*time.Minute + time.Second)
	if _, page := press(t, s, late, link, page, url.Values{"action": {"code"}, "code": {digits}}); shows(page) != "" {
		t.Error("a code is good after ten minutes")
	}
}

// TestAskingAgainAndAgain: whoever asks again from the same page is bounded as
// everybody is.
func TestAskingAgainAndAgain(t *testing.T) {
	s, link := newSealed(t)
	open(t, s, newBrowser(t), link)
	thief := newBrowser(t)
	resp, err := thief.Get(s.URL + link)
	if err != nil {
		t.Fatal(err)
	}
	_, page := answered(t, resp)
	for range 15 {
		press(t, s, thief, link, page, url.Values{"action": {"open"}})
		s.now = s.now.Add(3 * time.Minute)
	}
	if n := len(s.asked(t)); n != 3 {
		t.Errorf("%d mails in 45 minutes", n)
	}
}

// TestTheSamePressTwiceMailsOnce: a button pressed twice, and a page loaded anew.
func TestTheSamePressTwiceMailsOnce(t *testing.T) {
	s, link := newSealed(t)
	first := &http.Client{} // keeps no cookie
	resp, err := first.Get(s.URL + link)
	if err != nil {
		t.Fatal(err)
	}
	_, page := answered(t, resp)
	for range 2 {
		if _, answer := press(t, s, first, link, page, url.Values{"action": {"open"}}); !strings.Contains(answer, secretQuote) {
			t.Fatalf("loaded anew it does not open:\n%s", answer)
		}
	}
	resp, err = first.Get(s.URL + link)
	if err != nil {
		t.Fatal(err)
	}
	_, page = answered(t, resp)
	for range 3 {
		if _, answer := press(t, s, first, link, page, url.Values{"action": {"open"}}); !strings.Contains(answer, `name="code"`) {
			t.Fatal(answer)
		}
	}
	if n := len(s.asked(t)); n != 1 {
		t.Errorf("%d mails", n)
	}
}

// TestWithoutCookies: each page comes as the answer to a form, and its forms carry a
// ticket for two hours.
func TestWithoutCookies(t *testing.T) {
	s, link := newSealed(t)
	bare := &http.Client{}
	_, page := open(t, s, bare, link)
	if !strings.Contains(page, secretQuote) {
		t.Fatal(page)
	}
	code, saved := press(t, s, bare, link, page, url.Values{
		"action": {"save"}, "speaker": {"Ana Ruiz"}, "title": {"chair"}, "org": {"River"}, "text": {"Words without a cookie."}, "style": {"said"},
	})
	if code != http.StatusOK || !strings.Contains(saved, "Saved.") || !strings.Contains(saved, "Words without a cookie.") {
		t.Fatalf("%d %s", code, saved)
	}
	if _, signed := press(t, s, bare, link, saved, url.Values{"action": {"sign"}}); !strings.Contains(signed, "Signed off.") {
		t.Errorf("%s", signed)
	}
	frame := regexp.MustCompile(`src="(/quote/[^"]+/draft[^"]*)"`).FindStringSubmatch(saved)
	if frame == nil {
		t.Fatal(saved)
	}
	if resp, err := bare.Get(s.URL + strings.ReplaceAll(frame[1], "&amp;", "&")); err != nil {
		t.Fatal(err)
	} else if _, draft := answered(t, resp); !strings.Contains(draft, secretHeadline) {
		t.Errorf("the draft does not open: %s", draft)
	}
	s.now = s.now.Add(2*time.Hour + time.Second)
	code, late := press(t, s, bare, link, saved, url.Values{"action": {"save"}, "speaker": {"Ana Ruiz"}, "org": {"River"}, "text": {"Typed for too long."}})
	if code != http.StatusOK || !strings.Contains(late, "Typed for too long.") || !strings.Contains(late, `value="open"`) {
		t.Errorf("what was typed is lost: %d\n%s", code, late)
	}
}

// TestWhatWasTypedComesBack: where a browser does not say which page a form is from,
// the words come back with a button that sends them.
func TestWhatWasTypedComesBack(t *testing.T) {
	for name, headers := range map[string][]string{
		"null": {"Origin", "null"}, "another address": {"Origin", "http://127.0.0.1:9"},
	} {
		s := newStage(t)
		link := s.link["x/river"]
		form := good()
		form.Set("version", s.version(t, link))
		code, page := s.send(t, link, form, headers...)
		if code != http.StatusForbidden || !strings.Contains(page, "Words that can be printed.") || strings.Count(page, "<button") != 1 {
			t.Fatalf("%s: %d %s", name, code, page)
		}
		if code, page := press(t, s, s.browser, link, page, url.Values{}, headers...); code != http.StatusOK || !strings.Contains(page, "Saved.") || !strings.Contains(page, "Words that can be printed.") {
			t.Errorf("%s: pressed: %d %s", name, code, page)
		}
	}
	s := newStage(t)
	form := good()
	form.Set("version", s.version(t, s.link["x/river"]))
	if code, _ := s.send(t, s.link["x/river"], form, "Origin", "https://press.example"); code != http.StatusOK {
		t.Errorf("the public address is not trusted: %d", code)
	}
}

// TestAColleagueHasALinkOfTheirOwn, at the same organization only.
func TestAColleagueHasALinkOfTheirOwn(t *testing.T) {
	s, link := newSealed(t)
	open(t, s, newBrowser(t), link)
	colleague := newBrowser(t)
	open(t, s, colleague, link)
	for address, mails := range map[string]int{"bo@river.example": 1, "eve@evil.example": 0, "x@river.example.evil.example": 0, "nobody": 0, "a@b, c@river.example": 0} {
		before := s.letters(t)
		code, page := press(t, s, colleague, link, "", url.Values{"action": {"colleague"}, "to": {address}})
		if code != http.StatusOK || shows(page) != "" || s.letters(t)-before != mails {
			t.Errorf("%s: %d, %d mails\n%s", address, code, s.letters(t)-before, page)
		}
	}
	for range 10 {
		press(t, s, colleague, link, "", url.Values{"action": {"colleague"}, "to": {"bo@river.example"}})
	}
	if n := s.letters(t); n > 8 {
		t.Errorf("%d letters: anybody can flood a colleague", n)
	}
}

func (s *stage) letters(t *testing.T) int {
	t.Helper()
	var n int
	if err := s.ledger.DB().Reader().QueryRowContext(context.Background(), `SELECT COUNT(*) FROM river_job WHERE kind = 'letter' AND args ->> 'what' = 'handed-on'`).Scan(&n); err != nil {
		t.Fatal(err)
	}
	return n
}

// TestUnderAPath: the addresses of a page begin with the path of the public address,
// whether a proxy takes it off or hands it on.
func TestUnderAPath(t *testing.T) {
	s := newStage(t)
	s.site.PublicURL = "https://press.example/news"
	for _, base := range []string{"", "/news"} {
		_, page := open(t, s, newBrowser(t), base+s.link["x/river"])
		if !strings.Contains(page, `href="/news/style.css"`) {
			t.Errorf("%s: %s", base, page)
		}
		code, style := s.get(t, base+"/style.css")
		if code != http.StatusOK || !strings.Contains(style, "body") {
			t.Errorf("%s: the style answers %d", base, code)
		}
	}
	// What is done leads back under it.
	browser := s.browser
	_, page := s.get(t, "/news"+s.link["x/piers"])
	browser.CheckRedirect = func(*http.Request, []*http.Request) error { return http.ErrUseLastResponse }
	form := good()
	for _, m := range hidden.FindAllStringSubmatch(page, -1) {
		form.Set(m[1], m[2])
	}
	form.Set("action", "save")
	resp, err := browser.PostForm(s.URL+"/news"+s.link["x/piers"], form)
	if err != nil {
		t.Fatal(err)
	}
	if to := resp.Header.Get("Location"); resp.Body.Close() != nil || !strings.HasPrefix(to, "/news/quote/") {
		t.Errorf("%d, to %s", resp.StatusCode, to)
	}
}
