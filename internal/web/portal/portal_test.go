package portal

import (
	"bytes"
	"context"
	"fmt"
	"image"
	"image/jpeg"
	"io"
	"maps"
	"mime/multipart"
	"net/http"
	"net/http/cookiejar"
	"net/http/httptest"
	"net/url"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"time"

	"pressroom/internal/coalition"
	"pressroom/internal/ledger"
	"pressroom/internal/links"
	"pressroom/internal/people"
	"pressroom/internal/release"
	"pressroom/internal/testdb"
	"pressroom/internal/web/page"
	"pressroom/internal/web/person"
	"pressroom/internal/workspace"
)

// stage is a portal with two partners and two releases.
type stage struct {
	*httptest.Server
	desk    *coalition.Desk
	ledger  *ledger.Ledger
	links   *links.Desk
	site    *page.Site
	browser *http.Client // which has opened all links
	dir     string
	now     time.Time
	link    map[string]string // by release and organisation, as in "x/river"
}

const staged = "+++\nheadline = \"H & <b>co</b>\"\nembargo = 2026-07-26T09:00:00-04:00\ntimezone = \"America/New_York\"\n[[contact]]\nname = \"D\"\nemail = \"d@h.example\"\n+++\nBody.\n"

func newStage(t *testing.T) *stage {
	t.Helper()
	s := &stage{dir: t.TempDir(), now: time.Date(2026, 7, 20, 12, 0, 0, 0, time.UTC), link: make(map[string]string)}
	settings := "[organization]\nname = \"Harbor <Alliance>\"\n[[org]]\nid = \"river\"\nname = \"River <i>Alliance</i>\"\ncontact = \"Ana <ana@river.example>\"\n[[org]]\nid = \"piers\"\nname = \"Piers\"\ncontact = \"Bo <bo@piers.example>\"\n"
	for name, data := range map[string]string{"pressroom.toml": settings, "releases/x.md": staged, "releases/y.md": staged} {
		if err := workspace.WriteFile(filepath.Join(s.dir, name), []byte(data)); err != nil {
			t.Fatal(err)
		}
	}
	w, err := workspace.Open(s.dir)
	if err == nil {
		err = w.MakeStateDir()
	}
	if err != nil {
		t.Fatal(err)
	}
	clock := func() time.Time { return s.now }
	l := ledger.New(testdb.Open(t, s.dir), clock).GoByOwnClock()
	s.ledger = l
	s.desk = coalition.New(l, w, clock, "https://press.example")
	ctx := context.Background()
	for _, slug := range []string{"x", "y"} {
		asked, _, err := s.desk.Ask(ctx, coalition.Call{Slug: slug, Orgs: []string{"river", "piers"}, Soft: s.now.Add(time.Hour), Hard: s.now.Add(2 * time.Hour), Words: 60, Show: coalition.ShowFull, Asker: "Lead <lead@h.example>"})
		if err != nil {
			t.Fatal(err)
		}
		for _, r := range asked {
			n, err := s.desk.Letter(ctx, coalition.Letter{Request: r.ID, Person: map[string]string{"river": "Ana <ana@river.example>", "piers": "Bo <bo@piers.example>"}[r.Org], What: "ask", Event: 1, Name: "t"})
			if err != nil {
				t.Fatal(err)
			}
			s.link[slug+"/"+r.Org] = regexp.MustCompile(`/quote/\S+`).FindString(n.Text)
		}
	}
	press := people.New(l, clock, "https://press.example")
	s.links = links.New(l, clock, "Harbor <Alliance>", map[string]links.Issuer{coalition.LinkPurpose: s.desk, people.LinkPurpose: press})
	s.site = page.New("Harbor <Alliance>", "en", nil)
	s.site.PublicURL = "https://press.example"
	door := page.NewDoor(s.site, s.links)
	s.Server = httptest.NewServer(s.site.Handler(person.New(s.site, door, press, nil), New(s.site, door, s.desk)))
	s.browser = newBrowser(t)
	for _, link := range s.link {
		if code, page := s.send(t, link, url.Values{"action": {"open"}}); code != http.StatusOK || !strings.Contains(page, "Save and preview") {
			t.Fatalf("%s does not open: %d %s", link, code, page)
		}
	}
	t.Cleanup(s.Close)
	return s
}

func newBrowser(t *testing.T) *http.Client {
	t.Helper()
	jar, err := cookiejar.New(nil)
	if err != nil {
		t.Fatal(err)
	}
	return &http.Client{Jar: jar}
}

func (s *stage) get(t *testing.T, path string) (int, string) {
	t.Helper()
	resp, err := s.browser.Get(s.URL + path)
	if err != nil {
		t.Fatal(err)
	}
	return answered(t, resp)
}

func answered(t *testing.T, resp *http.Response) (int, string) {
	t.Helper()
	defer resp.Body.Close()
	var b strings.Builder
	if _, err := io.Copy(&b, io.LimitReader(resp.Body, 1<<20)); err != nil {
		t.Fatal(err)
	}
	return resp.StatusCode, b.String()
}

// post sends a form as it stands on its page, with the version there if it says
// none, and follows to the page that it leads to.
func (s *stage) post(t *testing.T, path string, form url.Values, headers ...string) (int, string) {
	t.Helper()
	if form = maps.Clone(form); !form.Has("version") {
		form.Set("version", s.version(t, path))
	}
	return s.send(t, path, form, headers...)
}

// version is the one that the forms of a page have; of a page without forms, any.
func (s *stage) version(t *testing.T, path string) string {
	t.Helper()
	_, page := s.get(t, path)
	if v := field(versionField, page); v != "" {
		return v
	}
	return "1"
}

// send posts a form as it is.
func (s *stage) send(t *testing.T, path string, form url.Values, headers ...string) (int, string) {
	t.Helper()
	req, err := http.NewRequest(http.MethodPost, s.URL+path, strings.NewReader(form.Encode()))
	if err != nil {
		t.Fatal(err)
	}
	req.Header.Set("Content-Type", "application/x-www-form-urlencoded")
	for i := 0; i < len(headers); i += 2 {
		req.Header.Set(headers[i], headers[i+1])
	}
	resp, err := s.browser.Do(req)
	if err != nil {
		t.Fatal(err)
	}
	return answered(t, resp)
}

func (s *stage) write(t *testing.T, slug, source string) {
	t.Helper()
	if err := os.WriteFile(filepath.Join(s.dir, "releases", slug+".md"), []byte(source), 0o644); err != nil {
		t.Fatal(err)
	}
}

func (s *stage) file(t *testing.T, slug string) string {
	t.Helper()
	data, err := os.ReadFile(filepath.Join(s.dir, "releases", slug+".md"))
	if err != nil {
		t.Fatal(err)
	}
	return string(data)
}

var (
	digestField  = regexp.MustCompile(`name="digest" value="([^"]+)"`)
	versionField = regexp.MustCompile(`name="version" value="(\d+)"`)
	tagsOfOurs   = regexp.MustCompile(`(?i)<(script|img|iframe|b|i|svg)[ >/]`)
)

func field(re *regexp.Regexp, page string) string {
	if m := re.FindStringSubmatch(page); m != nil {
		return m[1]
	}
	return ""
}

func good() url.Values {
	return url.Values{"action": {"save"}, "speaker": {"Ana Ruiz"}, "title": {"chair"}, "org": {"River"}, "text": {"Words that can be printed."}, "style": {"said"}}
}

// TestHostilePartners is everything that a stranger may try on the portal. Each
// case is refused, or harmless, with a page that a person understands.
func TestHostilePartners(t *testing.T) {
	cases := 0
	check := func(name string, f func(t *testing.T, s *stage)) {
		cases++
		t.Run(name, func(t *testing.T) {
			s := newStage(t)
			f(t, s)
			for _, slug := range []string{"x", "y"} {
				sources := []release.Source{{Name: slug + ".md", Data: []byte(s.file(t, slug))}}
				if rel, diags := release.Read(slug, sources, release.Settings{}); rel == nil {
					t.Errorf("%s cannot be read any more: %v\n%s", slug, diags, sources[0].Data)
				}
			}
		})
	}
	untouched := func(t *testing.T, s *stage) {
		t.Helper()
		for _, slug := range []string{"x", "y"} {
			if got := s.file(t, slug); got != staged {
				t.Errorf("%s was changed:\n%s", slug, got)
			}
		}
	}
	// Tokens.
	for name, path := range map[string]func(s *stage) string{
		"forged": func(*stage) string { return "/quote/" + strings.Repeat("A", 43) }, "empty": func(*stage) string { return "/quote/" },
		"short": func(*stage) string { return "/quote/abc" }, "long": func(*stage) string { return "/quote/" + strings.Repeat("A", 3000) },
		"one letter more": func(s *stage) string { return s.link["x/river"] + "A" }, "cut": func(s *stage) string { return s.link["x/river"][:len(s.link["x/river"])-1] },
		"in capitals": func(s *stage) string { return strings.ToUpper(s.link["x/river"]) }, "SQL": func(*stage) string { return "/quote/'%20OR%20'1'='1'%20--%20aaaaaaaaaaaaaaaa" },
		"path": func(*stage) string { return "/quote/..%2f..%2f..%2fetc%2fpasswd-aaaaaaaaaaaaaaa" }, "nul": func(*stage) string { return "/quote/%00aaaaaaaaaaaaaaaaaaaaaaaaaaaaaa" },
	} {
		check("token "+name, func(t *testing.T, s *stage) {
			for _, code := range []int{first(s.get(t, path(s))), first(s.post(t, path(s), good()))} {
				if code != http.StatusNotFound && code != http.StatusMethodNotAllowed {
					t.Errorf("answered %d", code)
				}
			}
			untouched(t, s)
		})
	}
	check("token of another release signs nothing there", func(t *testing.T, s *stage) {
		_, page := s.post(t, s.link["x/river"], good())
		digest := field(digestField, page)
		if digest == "" {
			t.Fatal(page)
		}
		s.post(t, s.link["y/river"], good()) // the same words, in another release
		code, page := s.post(t, s.link["y/river"], url.Values{"action": {"sign"}, "digest": {digest}})
		if code != http.StatusConflict || !strings.Contains(page, "nothing was signed") {
			t.Errorf("%d %s", code, page)
		}
		untouched(t, s)
	})
	check("token of another partner signs nothing", func(t *testing.T, s *stage) {
		_, page := s.post(t, s.link["x/river"], good())
		s.post(t, s.link["x/piers"], good())
		if code, page := s.post(t, s.link["x/piers"], url.Values{"action": {"sign"}, "digest": {field(digestField, page)}}); code != http.StatusConflict {
			t.Errorf("%d %s", code, page)
		}
		untouched(t, s)
	})
	check("token after the deadline", func(t *testing.T, s *stage) {
		s.post(t, s.link["x/river"], good())
		s.now = s.now.Add(3 * time.Hour)
		code, page := s.get(t, s.link["x/river"])
		if code != http.StatusOK || !strings.Contains(page, "The deadline has passed") || strings.Contains(page, "value=\"sign\"") {
			t.Errorf("%d %s", code, page)
		}
		for _, action := range []string{"save", "submit", "sign", "decline", "hand-on", "sign-on"} {
			if code, page := s.post(t, s.link["x/river"], url.Values{"action": {action}, "sure": {"yes"}, "to": {"c@river.example"}, "text": {"x"}}); code != http.StatusForbidden || !strings.Contains(page, "deadline has passed, so nothing was changed") {
				t.Errorf("%s: %d", action, code)
			}
		}
		untouched(t, s)
	})
	check("token that was revoked", func(t *testing.T, s *stage) {
		if _, err := s.desk.Revoke(context.Background(), "x", "river"); err != nil {
			t.Fatal(err)
		}
		if code, _ := s.get(t, s.link["x/river"]); code != http.StatusGone {
			t.Errorf("%d", code)
		}
		if code, _ := s.post(t, s.link["x/river"], good()); code != http.StatusGone {
			t.Errorf("%d", code)
		}
	})
	check("replayed sign-off of words that were changed", func(t *testing.T, s *stage) {
		_, page := s.post(t, s.link["x/river"], good())
		old := url.Values{"action": {"sign"}, "digest": {field(digestField, page)}}
		other := good()
		other.Set("text", "Other words.")
		s.post(t, s.link["x/river"], other)
		for range 2 {
			if code, _ := s.post(t, s.link["x/river"], old); code != http.StatusConflict {
				t.Errorf("%d", code)
			}
		}
		untouched(t, s)
	})
	check("replayed sign-off is written once", func(t *testing.T, s *stage) {
		_, page := s.post(t, s.link["x/river"], good())
		form := url.Values{"action": {"sign"}, "digest": {field(digestField, page)}}
		for range 3 {
			s.post(t, s.link["x/river"], form)
		}
		if n := strings.Count(s.file(t, "x"), "[[quote]]"); n != 1 {
			t.Errorf("%d quotes:\n%s", n, s.file(t, "x"))
		}
	})
	check("two windows", func(t *testing.T, s *stage) {
		_, page := s.post(t, s.link["x/river"], good())
		stale := good()
		stale.Set("version", field(versionField, page))
		newer := good()
		newer.Set("text", "The colleague's words.")
		s.post(t, s.link["x/river"], newer)
		stale.Set("text", "Typed for an hour.")
		code, page := s.post(t, s.link["x/river"], stale)
		if code != http.StatusConflict || !strings.Contains(page, "Somebody else changed this quote") || !strings.Contains(page, "Typed for an hour.") || !strings.Contains(page, "The colleague’s words.") {
			t.Errorf("%d %s", code, page)
		}
	})
	// Other sites.
	for name, headers := range map[string][]string{"another site's form": {"Origin", "https://evil.example"}, "a request from another site": {"Sec-Fetch-Site", "cross-site"}, "no origin at all": {"Origin", "null"}} {
		check(name, func(t *testing.T, s *stage) {
			if code, _ := s.post(t, s.link["x/river"], good(), headers...); code != http.StatusForbidden {
				t.Errorf("%d", code)
			}
			untouched(t, s)
		})
	}
	check("GET changes nothing", func(t *testing.T, s *stage) {
		for _, q := range []string{"?action=sign", "?action=decline", "?action=withdraw&sure=yes", "/live", "/draft", "/photo", "/edition/x.pdf"} {
			s.get(t, s.link["x/river"]+q)
		}
		events, err := s.desk.Events(context.Background(), "x")
		if err != nil || len(events) != 2 {
			t.Errorf("%d events, %v", len(events), err)
		}
		untouched(t, s)
	})
	// Fields.
	for _, attack := range []string{
		`<script>alert(1)</script>`, `"><img src=x onerror=alert(1)>`, `<svg/onload=alert(1)>`, `javascript:alert(1)`, `{said} {said}`, `{{quote "river"}}`, `{{quotes}}`,
		"x\r\nBcc: eve@evil.example", "+++\nheadline = \"other\"\n+++", `""" ` + "\n[[contact]]\nname = \"Eve\"", `\u0000\"`, "\x00\x1b[2J\u202e", `[a](javascript:alert(1))`, `![x](https://evil.example/t.gif)`,
		`&#123;said}`, "`code` *b* _i_ ~s~ | t |", "\xff\xfe", "😀 e\u0301", `'; DROP TABLE quote_event; --`, `%s%n{{.}}`,
	} {
		for _, name := range []string{"speaker", "title", "org", "text", "attribution", "link", "style", "version", "action", "may_edit"} {
			check(fmt.Sprintf("%s in %s", attack, name), func(t *testing.T, s *stage) {
				form := good()
				form.Set(name, attack)
				code, page := s.post(t, s.link["x/river"], form)
				if code != http.StatusOK && code != http.StatusConflict {
					t.Errorf("%d", code)
				}
				for _, tag := range tagsOfOurs.FindAllString(page, -1) {
					if tag != "<script " && tag != "<iframe " {
						t.Errorf("the page has %s:\n%s", tag, page)
					}
				}
				if strings.Contains(page, "<script>") || strings.Contains(page, "onerror=alert(1)>") && !strings.Contains(page, "&gt;") {
					t.Errorf("%s", page)
				}
				if digest := field(digestField, page); digest != "" {
					if code, page := s.post(t, s.link["x/river"], url.Values{"action": {"sign"}, "digest": {digest}}); code != http.StatusOK || !strings.Contains(page, "Signed off") {
						t.Errorf("it cannot be signed: %d %s", code, page)
					}
					inTheRelease(t, s)
				}
			})
		}
	}
	for name, form := range map[string]url.Values{
		"10 MB of words": {"action": {"save"}, "text": {strings.Repeat("word ", 2<<20)}}, "10 MB of name": {"action": {"save"}, "speaker": {strings.Repeat("n", 10<<20)}},
		"20 MB": {"action": {"save"}, "text": {strings.Repeat("w", 20<<20)}}, "100,000 fields": manyFields(),
		"nothing": {}, "an unknown action": {"action": {"rm -rf"}}, "a sign-off without words": {"action": {"sign"}}, "a withdrawal of nothing": {"action": {"withdraw"}, "sure": {"yes"}},
		"a withdrawal unsure": {"action": {"withdraw"}}, "signing on unsure": {"action": {"sign-on"}}, "handing on to nobody": {"action": {"hand-on"}},
		"handing on to another house": {"action": {"hand-on"}, "to": {"eve@evil.example"}}, "handing on with a header": {"action": {"hand-on"}, "to": {"eve@river.example\r\nBcc: eve@evil.example"}},
		"handing on to two": {"action": {"hand-on"}, "to": {"a@river.example, eve@evil.example"}}, "a translation that is not": {"action": {"sign-translation"}, "language": {"../../x"}, "digest": {"sha256:0"}},
		"a photo without a file": {"action": {"photo"}}, "keeping nothing": {"action": {"keep"}},
	} {
		check(name, func(t *testing.T, s *stage) {
			code, page := s.post(t, s.link["x/river"], form)
			if code >= 500 || !strings.Contains(page, "<main") && code != http.StatusRequestEntityTooLarge {
				t.Errorf("%d %.300s", code, page)
			}
			untouched(t, s)
		})
	}
	// Photos.
	for name, data := range map[string][]byte{
		"no photo": []byte("hello"), "a drawing with a script": []byte(`<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>`), "a page": []byte("<html><script>alert(1)</script>"),
		"a photo that is too large": make([]byte, 14<<20), "half a photo": aPhoto(t)[:200], "a photo and a page": append(aPhoto(t), "<script>alert(1)</script>"...),
	} {
		check("upload of "+name, func(t *testing.T, s *stage) {
			code, page := s.upload(t, s.link["x/river"], "../../evil.php", data, "Ana\r\nX: y <b>", "Bo")
			if code >= 500 || strings.Contains(page, "<b>") {
				t.Errorf("%d %.300s", code, page)
			}
			if code == http.StatusOK {
				_, kept := s.get(t, s.link["x/river"]+"/photo")
				if strings.Contains(kept, "<script>") || !strings.HasPrefix(kept, "\xff\xd8") {
					t.Errorf("the photo is handed out as it came: %.60q", kept)
				}
			}
		})
	}
	check("photos without end", func(t *testing.T, s *stage) {
		refused := 0
		for i := range 14 {
			if code, page := s.upload(t, s.link["x/river"], "x.jpg", aPhoto(t), fmt.Sprint("Photo ", i), "Bo"); code == http.StatusConflict && strings.Contains(page, "Photos handed in already: 10") {
				refused++
			}
		}
		if refused != 4 {
			t.Errorf("%d of 14 were refused", refused)
		}
	})
	check("what others have not signed is not shown", func(t *testing.T, s *stage) {
		form := good()
		form.Set("text", "A secret of the river.")
		s.post(t, s.link["x/river"], form)
		lead := strings.Replace(staged, "[[contact]]", "[[quote]]\nid = \"river\"\norg = \"River\"\nspeaker = \"A\"\ntext = \"The lead's own draft for the river.\"\n[[contact]]", 1)
		if err := os.WriteFile(filepath.Join(s.dir, "releases/x.md"), []byte(lead), 0o644); err != nil {
			t.Fatal(err)
		}
		for _, path := range []string{"", "/draft"} {
			code, page := s.get(t, s.link["x/piers"]+path)
			if code != http.StatusOK || strings.Contains(page, "secret of the river") || strings.Contains(page, "own draft for the river") {
				t.Errorf("%s: %d %s", path, code, page)
			}
		}
		if code, page := s.get(t, s.link["x/river"]+"/draft"); code != http.StatusOK || !strings.Contains(page, "own draft for the river") {
			t.Errorf("their own: %d", code)
		}
		if err := os.WriteFile(filepath.Join(s.dir, "releases/x.md"), []byte(staged), 0o644); err != nil {
			t.Fatal(err)
		}
	})
	check("the edition before the lift", func(t *testing.T, s *stage) {
		for _, f := range []string{"x.for-river.pdf", "..%2f..%2fx", "x"} {
			if code, _ := s.get(t, s.link["x/river"]+"/edition/"+f); code != http.StatusNotFound {
				t.Errorf("%s: %d", f, code)
			}
		}
	})
	check("too many at once", func(t *testing.T, s *stage) {
		limited := 0
		for range 60 {
			if code, page := s.post(t, s.link["x/river"], url.Values{"action": {"sign"}}); code == http.StatusTooManyRequests {
				if limited++; !strings.Contains(page, "<main") {
					t.Errorf("%s", page)
				}
			}
		}
		if limited == 0 {
			t.Error("60 posts in a moment were all taken")
		}
	})
	if cases < 230 {
		t.Errorf("only %d cases", cases)
	}
	t.Logf("%d cases", cases)
}

// inTheRelease checks that what was signed stands in the release as one quote of
// theirs and nothing else.
func inTheRelease(t *testing.T, s *stage) {
	t.Helper()
	src := s.file(t, "x")
	rel, diags := release.Read("x", []release.Source{{Name: "x.md", Data: []byte(src)}}, release.Settings{})
	if rel == nil {
		t.Errorf("%v\n%s", diags, src)
		return
	}
	if len(rel.Main().Quotes) != 1 || len(rel.Contacts) != 1 || rel.Main().Headline != "H & <b>co</b>" || len(rel.Main().Body) != 2 {
		t.Errorf("the release has other parts than before:\n%s", src)
	}
	q := rel.Main().Quotes[0]
	if q.Signoff == nil || q.Signoff.By != "ana@river.example" || q.Signoff.Digest != release.SignoffDigest("x", "en", q) {
		t.Errorf("%+v", q.Signoff)
	}
	for _, p := range q.Reading.Paragraphs {
		for _, in := range p {
			if _, ok := in.(*release.Text); !ok {
				t.Errorf("what was typed became markup: %T\n%s", in, src)
			}
		}
	}
}

func manyFields() url.Values {
	v := url.Values{"action": {"save"}}
	for i := range 100_000 {
		v.Set(fmt.Sprint("f", i), "x")
	}
	return v
}

func first(code int, _ string) int { return code }

func aPhoto(t *testing.T) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := jpeg.Encode(&b, image.NewRGBA(image.Rect(0, 0, 60, 40)), nil); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func (s *stage) upload(t *testing.T, path, name string, data []byte, caption, credit string) (int, string) {
	t.Helper()
	var b bytes.Buffer
	m := multipart.NewWriter(&b)
	for k, v := range map[string]string{"action": "photo", "version": s.version(t, path), "caption": caption, "credit": credit} {
		if err := m.WriteField(k, v); err != nil {
			t.Fatal(err)
		}
	}
	part, err := m.CreateFormFile("photo", name)
	if err == nil {
		_, err = part.Write(data)
	}
	if err == nil {
		err = m.Close()
	}
	if err != nil {
		t.Fatal(err)
	}
	resp, err := s.browser.Post(s.URL+path, m.FormDataContentType(), io.NopCloser(&b))
	if err != nil {
		return http.StatusRequestEntityTooLarge, "" // the server hung up on it
	}
	return answered(t, resp)
}
