package app

import (
	"context"
	"fmt"
	"io"
	"log/slog"
	"maps"
	"net/http"
	"net/url"
	"regexp"
	"slices"
	"strings"
	"testing"
	"time"

	"golang.org/x/net/html"

	"pressroom/internal/coalition"
	"pressroom/internal/expect"
	"pressroom/internal/status"
	"pressroom/internal/web/page"
	"pressroom/internal/workspace"
)

// words that stand in nearly every English sentence, and in none of the other languages.
var english = regexp.MustCompile(`(?i)\b(the|of|and|with|this|that|nothing|yet|who|when|are|its|from|which|your|you|there|they|been|everybody|nobody|somebody|what|whom)\b`)

const otherTongues = "[organization]\nname = \"Puerto\"\nlanguage = %q\ntimezone = \"UTC\"\n[server]\npublic_url = \"https://press.example/news\"\n" +
	"[[user]]\nemail = \"lea@office.example\"\nrole = \"lead\"\n[[org]]\nid = \"rio\"\nname = \"Río\"\ncontact = \"Ana <ana@rio.example>\"\n"

// otherRelease is one whose words are in no language.
func otherRelease(timing string) string {
	return "+++\nheadline = \"Xxxx xxx\"\n" + timing + "\nto = [\"prensa\"]\ntimezone = \"UTC\"\ndateline = \"X\"\n" +
		"[[contact]]\nname = \"Dana\"\nphone = \"1\"\n+++\nXxx xxxx xx.\n"
}

// openTongue is a press office in a language, in which there is something of all: a release
// that is out, one under embargo with a quote that was asked for, a draft, lists and mail.
func openTongue(t *testing.T, tag string) *pressOffice {
	t.Helper()
	dir, ctx := t.TempDir(), context.Background()
	for name, data := range map[string]string{
		"pressroom.toml": fmt.Sprintf(otherTongues, tag), "contacts/prensa.csv": "email,name\njo@paper.example,Jo\nbo@radio.example,Bo\n",
		"contacts/segments.toml": "[segment.todos]\nwhere = 'name == \"Jo\"'\n",
		"releases/fuera.md":      otherRelease("date = " + time.Now().UTC().Format(time.DateOnly)),
		"releases/pronto.md":     otherRelease("embargo = " + time.Now().UTC().AddDate(0, 1, 0).Format(time.RFC3339) + "\nadvance = [\"todos\"]"),
		"releases/palabra.md":    otherRelease("release_at = \"hold\""), "releases/borrador.md": otherRelease("date = 2026-01-01"),
	} {
		if err := workspace.WriteFile(dir+"/"+name, []byte(data)); err != nil {
			t.Fatal(err)
		}
	}
	log := slog.New(slog.NewTextHandler(t.Output(), nil))
	a, err := Open(ctx, dir, World{Log: log})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { a.Close() })
	site := page.New("Puerto", tag, log)
	site.PublicURL = a.Workspace.Settings.Server.PublicURL
	press, err := a.office(site)
	if err != nil {
		t.Fatal(err)
	}
	call := coalition.Call{Slug: "pronto", Orgs: []string{"rio"}, Words: 60, Show: coalition.ShowHeadline}
	if _, err = a.Coalition.Complete(&call, "", ""); err == nil {
		_, _, err = a.Coalition.Ask(ctx, call)
	}
	for _, slug := range []string{"fuera", "pronto", "palabra"} {
		var p interface {
			Schedule(context.Context, bool, func(int, int)) ([]string, error)
		}
		if err == nil {
			p, err = a.Plan(ctx, slug, nil)
		}
		if err == nil {
			err = a.ReadyToSend(ctx)
		}
		if err == nil {
			_, err = p.Schedule(ctx, false, nil)
		}
	}
	if err == nil {
		_, err = a.Deliver(ctx, []string{"fuera/release-1"}, func([]status.Mailing) {})
	}
	if err != nil {
		t.Fatal(err)
	}
	return &pressOffice{t: t, app: a, handler: site.Handler(press), routes: press.Table(), codes: make(map[string][]string)}
}

// Each page of the office is wholly in its language, whatever somebody asks for, and
// whatever they do. What services say in English is marked as such, and which pages have
// how much of that is a list of its own, so that it grows by no accident.
func TestEachPageIsInItsLanguage(t *testing.T) {
	for _, tag := range []string{"es", "fr", "de"} {
		t.Run(tag, func(t *testing.T) {
			p := openTongue(t, tag)
			cookies := p.in("lea@office.example")
			marked := make(map[string][]string)
			for _, method := range []string{http.MethodGet, http.MethodPost} {
				for _, route := range p.routes {
					if route.Method != method || route.Path == "/sessions/out" || strings.HasPrefix(route.Path, "/portal/quote") {
						continue
					}
					for _, path := range p.paths(route.Path) {
						res := p.ask(cookies, method, path, url.Values{})
						if to := res.Header.Get("Location"); res.StatusCode == http.StatusSeeOther && to != "" {
							res = p.ask(cookies, http.MethodGet, strings.TrimPrefix(to, "/news/office"), nil)
						}
						body, err := io.ReadAll(res.Body)
						if err != nil || !strings.HasPrefix(res.Header.Get("Content-Type"), "text/html") || !strings.Contains(string(body), `class="skip"`) {
							continue // no page of the room
						}
						for _, said := range p.foreign(method+" "+path, string(body), tag) {
							if where := route.Pattern(); !slices.Contains(marked[where], said) {
								marked[where] = append(marked[where], said)
							}
						}
					}
				}
			}
			var list strings.Builder
			for _, where := range slices.Sorted(maps.Keys(marked)) {
				fmt.Fprintf(&list, "%s\n", where)
			}
			if tag == "es" {
				expect.File(t, "english.golden.txt", list.String())
			}
		})
	}
}

// paths are addresses of a route, with what there is in the place of its parts.
func (p *pressOffice) paths(route string) []string {
	var out []string
	for _, slug := range []string{"fuera", "pronto", "palabra", "borrador", "nada"} {
		path := strings.NewReplacer("{$}", "", "{slug}", slug, "{name}", "release-1", "{form}", "zzz", "{act}", "cancel", "{quote}", "rio", "{list}", "prensa",
			"{row}", "0", "{segment}", "todos", "{copy}", "1", "{n}", "1", "{", "", "}", "").Replace(route)
		if !slices.Contains(out, path) {
			out = append(out, path)
		}
	}
	return out
}

// foreign finds English in a page that is not marked as such, and returns what is.
func (p *pressOffice) foreign(where, body, tag string) (marked []string) {
	p.t.Helper()
	doc, err := html.Parse(strings.NewReader(body))
	if err != nil {
		p.t.Fatal(err)
	}
	var look func(n *html.Node, lang string)
	look = func(n *html.Node, lang string) {
		texts := []string{}
		if n.Type == html.TextNode {
			texts = append(texts, n.Data)
		}
		if n.Type == html.ElementNode && slices.Contains([]string{"script", "style", "code", "pre", "textarea"}, n.Data) {
			return
		}
		for _, a := range n.Attr {
			switch a.Key {
			case "lang":
				lang = a.Val
			case "aria-label", "title", "placeholder", "alt":
				texts = append(texts, a.Val)
			}
		}
		for _, text := range texts {
			switch text = strings.Join(strings.Fields(text), " "); {
			case lang == "en" && english.MatchString(text):
				marked = append(marked, text)
			case lang == tag && english.MatchString(text):
				p.t.Errorf("%s says in %s: %q", where, tag, text)
			}
		}
		for c := n.FirstChild; c != nil; c = c.NextSibling {
			look(c, lang)
		}
	}
	look(doc, "")
	return marked
}
