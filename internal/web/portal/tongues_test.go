package portal

import (
	"context"
	"net/http"
	"net/url"
	"regexp"
	"slices"
	"strings"
	"testing"
	"time"
	"unicode/utf8"

	"golang.org/x/net/html"

	"pressroom/internal/coalition"
	"pressroom/internal/dispatch"
	"pressroom/internal/language"
	"pressroom/internal/links"
	"pressroom/internal/submission"
	"pressroom/internal/web/page"
	"pressroom/internal/workspace"
)

// tongues looks at pages in every language that comes with the program.
type tongues struct {
	*stage
	t     *testing.T
	all   *language.Set
	own   map[string][]string // the phrases of a language
	of    map[string][]string // who has a text that has no places, by the text
	parts []string            // long parts of English phrases
	seen  int
}

func newTongueTest(t *testing.T) *tongues {
	t.Helper()
	all, diags := language.NewSet(nil, language.Known()...)
	if len(diags) > 0 {
		t.Fatal(diags)
	}
	r := &tongues{stage: newStage(t), t: t, all: all, of: make(map[string][]string), own: make(map[string][]string)}
	r.site.Languages, r.links.Languages, r.site.WriteTo = all, all, "press@harbor.example"
	for _, tag := range language.Known() {
		r.own[tag] = texts(all.Of(tag))
		for _, text := range r.own[tag] {
			if !strings.Contains(text, "{") && utf8.RuneCountInString(text) >= 12 {
				r.of[text] = append(r.of[text], tag)
			}
		}
	}
	for _, text := range texts(all.Of("en")) {
		for _, part := range place.Split(text, -1) {
			if part = strings.TrimSpace(part); utf8.RuneCountInString(part) >= 16 {
				r.parts = append(r.parts, part)
			}
		}
	}
	return r
}

var place = regexp.MustCompile(`\{[a-z_]+\}`)

// texts are the phrases of partners' pages and of mailed links.
func texts(c *language.Catalogue) (out []string) {
	for p, text := range c.PartnerTexts() {
		if !strings.HasPrefix(string(p), "style_") {
			out = append(out, text)
		}
	}
	for _, text := range c.Links {
		out = append(out, text)
	}
	return out
}

// everywhere looks at a page in each language.
func (r *tongues) everywhere(state, path string) {
	r.t.Helper()
	for _, tag := range r.all.ForPartners() {
		_, got := r.get(r.t, asking(path, "language="+tag))
		r.whole(state, tag, got)
	}
}

func asking(path, query string) string {
	if strings.Contains(path, "?") {
		return path + "&" + query
	}
	return path + "?" + query
}

// answers looks at what a form is answered in each language; it must change nothing.
func (r *tongues) answers(state, path string, form url.Values, browser *http.Client, headers ...string) {
	r.t.Helper()
	keep := r.browser
	defer func() { r.browser = keep }()
	if browser != nil {
		r.browser = browser
	}
	for _, tag := range r.all.ForPartners() {
		r.site.Limits = page.Limits{}
		_, got := r.send(r.t, asking(path, "language="+tag), form, headers...)
		r.whole(state, tag, got)
	}
}

// whole holds a page against its language: all that it says is that language's, nothing
// is empty, and no place was left open.
func (r *tongues) whole(state, tag, got string) {
	r.t.Helper()
	r.seen++
	root, err := html.Parse(strings.NewReader(got))
	if err != nil {
		r.t.Fatal(err)
	}
	own := r.own[tag]
	base, _, _ := strings.Cut(tag, "-")
	var everything strings.Builder
	fault := func(what, text string) { r.t.Errorf("%s in %s: %s: %q", state, tag, what, text) }
	var walk func(n *html.Node)
	text := func(s string) {
		s = strings.Join(strings.Fields(s), " ")
		if open := place.FindString(s); open != "" {
			fault("a place is left open", s)
		}
		if who := r.of[s]; len(who) > 0 && !slices.Contains(own, s) {
			fault("a phrase of "+strings.Join(who, ", "), s)
		}
		everything.WriteString(s + "\n")
	}
	walk = func(n *html.Node) {
		switch n.Type {
		case html.TextNode:
			text(n.Data)
		case html.ElementNode:
			if attr(n, "class") == "tongues" || n.Data == "script" || n.Data == "style" {
				return // names of languages, each in its own
			}
			if n.Data == "html" && attr(n, "lang") != tag {
				fault("the page says that it is in", attr(n, "lang"))
			}
			if slices.Contains(spoken, n.Data) && strings.TrimSpace(content(n)) == "" {
				fault("nothing stands in a "+n.Data, attr(n, "class"))
			}
			for _, name := range []string{"placeholder", "title", "alt", "aria-label"} {
				text(attr(n, name))
			}
		}
		for c := n.FirstChild; c != nil; c = c.NextSibling {
			walk(c)
		}
	}
	walk(root)
	if base == "en" {
		return
	}
	for _, part := range r.parts {
		if strings.Contains(everything.String(), part) && !slices.ContainsFunc(own, func(s string) bool { return strings.Contains(s, part) }) {
			fault("English", part)
		}
	}
}

var spoken = []string{"title", "h1", "h2", "h3", "p", "button", "label", "legend", "summary", "dt", "dd", "li", "a"}

func attr(n *html.Node, name string) string {
	for _, a := range n.Attr {
		if a.Key == name {
			return a.Val
		}
	}
	return ""
}

func content(n *html.Node) string {
	if n.Type == html.TextNode {
		return n.Data
	}
	if n.Data == "img" {
		return attr(n, "alt")
	}
	var out strings.Builder
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		out.WriteString(content(c))
	}
	return out.String()
}

// done is the page after an act of that name.
func (r *tongues) done(link, name string) string {
	r.t.Helper()
	v, err := r.desk.Visit(context.Background(), strings.TrimPrefix(link, "/quote/"))
	if err != nil {
		r.t.Fatal(err)
	}
	return link + "?" + doneKey + "=" + url.QueryEscape(name) + "&" + afterKey + "=" + after(v)
}

// Every page of a partner, in every state of a quote, and what each button is answered
// where it is refused, is whole in every language that comes with the program.
func TestEveryPageIsWholeInEveryLanguage(t *testing.T) {
	r := newTongueTest(t)
	if got := r.all.ForPartners(); !slices.Equal(got, language.Known()) {
		t.Fatalf("partners' pages are not whole in all of %v: %v", language.Known(), got)
	}
	link := r.link["x/river"]
	r.everywhere("asked", link)
	r.beforeTheDoor(r.link["x/piers"])
	odd := good()
	odd.Set("text", "Words with 3 > 2 {7} at https://river.example and no stop")
	odd.Set("attribution", "Ana of the river")
	if code, page := r.post(t, link, odd); code != http.StatusOK {
		t.Fatal(code, page)
	}
	r.everywhere("saved, with advice", r.done(link, "saved"))
	odd.Set("text", "• one 💧\n• two")
	odd.Set("link", "http://river.example")
	odd.Set("speaker", "")
	odd.Set("attribution", "")
	r.post(t, link, odd)
	told := "saved"
	for _, d := range []submission.Done{submission.Unquoted, submission.Unsigned, submission.Unsaid, submission.Unsent, submission.Unstarry} {
		told += "," + string(d)
	}
	r.everywhere("saved, with what is wrong", r.done(link, told))
	for name := range notices {
		r.everywhere("the banner of "+name, r.done(link, name))
	}
	r.refusals(link)
	r.quoted(link)
}

// beforeTheDoor is what somebody sees who was not let in.
func (r *tongues) beforeTheDoor(link string) {
	t := r.t
	t.Helper()
	keep := r.browser
	stranger := newBrowser(t)
	r.browser = stranger
	r.everywhere("the door", link)
	r.browser = keep
	r.answers("a mail on its way, or many", link, url.Values{"action": {"open"}}, stranger)
	r.answers("a code", link, url.Values{"action": {"code"}, "code": {"123456"}, "asked": {links.Secret()}}, stranger)
	r.answers("a colleague", link, url.Values{"action": {"colleague"}, "to": {"x@piers.example"}}, stranger)
	r.answers("no colleague", link, url.Values{"action": {"colleague"}, "to": {"x"}}, stranger)
	r.answers("typed at the door", link, good(), stranger)
	r.answers("from nowhere", link, good(), nil, "Origin", "null")
	r.answers("from elsewhere", link, good(), nil, "Origin", "https://evil.example")
	r.everywhere("unknown", "/quote/"+strings.Repeat("A", 43))
}

// refusals are forms that are not done.
func (r *tongues) refusals(link string) {
	r.t.Helper()
	version := r.version(r.t, link)
	for what, form := range map[string]url.Values{
		"no version":         {"action": {"save"}, "text": {"x"}},
		"another version":    {"action": {"save"}, "version": {"1"}, "text": {"x"}},
		"other words":        {"action": {"sign"}, "version": {version}, "digest": {"sha256:00"}},
		"nothing to keep":    {"action": {"keep"}, "version": {version}},
		"not sure":           {"action": {"withdraw"}, "version": {version}},
		"not sure to sign":   {"action": {"sign-on"}, "version": {version}},
		"no address":         {"action": {"hand-on"}, "version": {version}, "to": {"x"}},
		"an address outside": {"action": {"hand-on"}, "version": {version}, "to": {"x@other.example"}},
		"no such button":     {"action": {"dance"}, "version": {version}},
		"no photo":           {"action": {"photo"}, "version": {version}},
	} {
		r.answers("refused, "+what, link, form, nil)
	}
}

// quoted goes through what becomes of a quote, to the end.
func (r *tongues) quoted(link string) {
	t, ctx := r.t, context.Background()
	t.Helper()
	r.proposes(t, "The lead says it so.")
	r.everywhere("proposed", link)
	none := r.link["y/piers"]
	w := submission.Words{Speaker: "Bo", Org: "Piers", Text: "Nothing of ours.", Style: submission.AtEnd}
	if _, err := r.desk.Propose(ctx, "y", "piers", 0, w, "Why not?"); err != nil {
		t.Fatal(err)
	}
	r.everywhere("proposed, with no words of one's own", none)
	if _, err := r.desk.SendBack(ctx, "x", "river", 0, "Shorter?"); err != nil {
		t.Fatal(err)
	}
	r.everywhere("sent back", link)
	r.signs(t, link, "Words that are signed.")
	r.upload(t, link, "a.jpg", aPhoto(t), "Ana at the pier", "B. Ray")
	r.write(t, "x.es", "+++\nheadline = \"T\"\n[[quote]]\nid = \"river\"\ntext = \"Firmadas.\"\n+++\nCuerpo.\n")
	r.everywhere("signed, with a translation", link)
	r.signs(t, link, "Other words that are signed.")
	r.everywhere("signed, with a translation of other words", link)
	r.post(t, none, url.Values{"action": {"decline"}})
	r.everywhere("declined", none)
	r.scheduled(link)
	if _, err := r.desk.Revoke(ctx, "y", "river"); err != nil {
		t.Fatal(err)
	}
	r.everywhere("taken back", r.link["y/river"])
	if _, err := r.desk.Revoke(ctx, "x", "river"); err != nil {
		t.Fatal(err)
	}
	r.everywhere("taken back, and signed", link)
	for _, tag := range r.all.ForPartners() {
		code, got := 0, ""
		for range 200 { // some more are let through the longer the pages take
			if code, got = r.send(t, asking(link, "language="+tag), url.Values{"action": {"dance"}}); code == http.StatusTooManyRequests {
				break
			}
		}
		if r.whole("too many", tag, got); code != http.StatusTooManyRequests {
			t.Errorf("too many in %s: %d", tag, code)
		}
	}
}

// scheduled sends the release, has the quote withdrawn, and lets the release go.
func (r *tongues) scheduled(link string) {
	t, ctx := r.t, context.Background()
	t.Helper()
	r.write(t, "x", strings.Replace(r.file(t, "x"), "timezone =", "dateline = \"CITY\"\nto = [\"all\"]\ntimezone =", 1))
	if err := workspace.WriteFile(r.dir+"/contacts/all.csv", []byte("email\na@b.example\n")); err != nil {
		t.Fatal(err)
	}
	w, err := workspace.Open(r.dir)
	if err != nil {
		t.Fatal(err)
	}
	known, err := r.desk.Known(ctx, "x")
	if err != nil {
		t.Fatal(err)
	}
	plan, err := dispatch.Prepare(ctx, w, r.ledger, "x", nil, known, r.now)
	if err != nil || plan.Findings.HasErrors() {
		t.Fatal(err, plan.Findings)
	}
	ids, err := plan.Schedule(ctx, false, nil)
	if err != nil {
		t.Fatal(err)
	}
	r.everywhere("scheduled", link)
	r.signs(t, link, "Words that come late.")
	r.everywhere("signed after it was scheduled", r.done(link, "signed"))
	r.now = r.now.Add(100 * time.Minute)
	r.everywhere("the deadline has passed", link)
	r.everywhere("the deadline has passed, unsigned", r.link["y/river"])
	r.now = time.Date(2026, 7, 26, 13, 0, 1, 0, time.UTC)
	if _, err := r.ledger.Gate(ctx, ids[0], 0); err != nil {
		t.Fatal(err)
	}
	r.everywhere("it is out", link)
	if _, err := r.desk.Withdraw(ctx, strings.TrimPrefix(link, "/quote/"), "no"); err != nil {
		t.Fatal(err)
	}
	r.everywhere("withdrawn after it is out", r.done(link, "withdrawn"))
	if v, err := r.desk.Visit(ctx, strings.TrimPrefix(link, "/quote/")); err != nil || !v.Standing.Out() || v.Closed != coalition.ErrSent {
		t.Errorf("it is not out: %+v, %v", v.Standing, err)
	}
	if r.seen < 40*len(r.all.ForPartners()) {
		t.Errorf("only %d pages were looked at", r.seen)
	}
}
