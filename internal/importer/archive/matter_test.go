package archive

import (
	"strings"
	"testing"
)

// Front matter in each form, and what comes of each of its keys.
func TestFrontMatterOfPages(t *testing.T) {
	t.Parallel()
	page := "<p>Eleven groups asked the port of Marlow for its tests today.</p>\n{% include share.html %}\n"
	m, err := MoveFolder([]File{
		{"content/json.md", []byte(`{
  "title": "Groups ask the port", "subtitle": "They gave it a month", "date": "2021-05-04T09:00:00Z", "tags": ["water", "port"],
  "author": "Dana Whitlock", "aliases": ["/old/json"], "image": {"src": "/img/pier.jpg", "alt": "A pier", "caption": "Low tide. Photo: Tom Reed"},
  "contact": {"name": "Dana Whitlock", "email": "dana@harbor.example"}, "draft": false
}

Eleven groups asked the port for {curly} tests.
`)},
		{"_posts/2021-06-01-page.html", []byte("---\ntitle: A page of Jekyll\npermalink: /news/page/\nimage:\n  path: /img/boat.jpg\n  alt: A boat\n---\n" + page)},
		{"src/eleventy.md", []byte("---\ntitle: A note of Eleventy\ndate: 2021-07-01\ntags:\n  - water\nheroImage: none\nhero: ./near.png\nheroAlt: x\n" +
			"hero_alt: Near the pier\nsummary: In short\n---\nThe groups wrote.\n")},
		{"fenced.md", []byte("---\ntitle: \"A page as \\\"code\\\" \\u2013 whole\"\ndate: June 3 2021\n---\n\n```html\n" + page + "```\n")},
		{"plain.html", []byte("<h1>A page without front matter</h1><p>MARLOW, May 6, 2020 – The groups waited all day at the pier.</p>")},
		{"static/img/pier.jpg", nil},
		{"img/boat.jpg", nil},
		{"src/near.png", nil},
		{"img/nobody.png", nil},
	}, options)
	if err != nil {
		t.Fatal(err)
	}
	for file, wants := range map[string][]string{
		"json.md": {
			`headline = "Groups ask the port"`, `subhead = "They gave it a month"`, "date = 2021-05-04", `topics = ["water", "port"]`,
			"file = \"media/static-img-pier.jpg\"\nalt = \"A pier\"\ncaption = \"Low tide.\"\ncredit = \"Tom Reed\"",
			"name = \"Dana Whitlock\"\nemail = \"dana@harbor.example\"", "left out: “author: Dana Whitlock”", "&#123;curly&#125; tests",
		},
		"page.md":                        {`headline = "A page of Jekyll"`, "date = 2021-06-01", `file = "media/img-boat.jpg"`, "asked the port", "a mark of a template was left out"},
		"eleventy.md":                    {"date = 2021-07-01", "file = \"media/src-near.png\"\nalt = \"Near the pier\"", "“summary: In short”"},
		"fenced.md":                      {`headline = "A page as \"code\" – whole"`, "date = 2021-06-03", "\n\nEleven groups asked the port"},
		"a-page-without-front-matter.md": {"date = 2020-05-06"},
	} {
		got := m.file(file)
		for _, want := range wants {
			if !strings.Contains(string(got), want) {
				t.Errorf("%s lacks %s:\n%s", file, want, got)
			}
		}
	}
	if got := len(m.Redirects); got != 2 || m.Redirects[0] != (Redirect{"/old/json", "/json"}) || m.Redirects[1] != (Redirect{"/news/page/", "/page"}) {
		t.Errorf("redirects: %v", m.Redirects)
	}
	if got := strings.Join(m.Left, "; "); got != "1 × picture that no release shows" {
		t.Errorf("left out: %s", got)
	}
}

func TestOneFileWithFrontMatter(t *testing.T) {
	t.Parallel()
	r, ok, err := One("2021-05-04-tests.md", []byte("---\ntitle: Groups ask the port\naliases: [/old]\ntags: [water]\ndraft: true\n---\nEleven groups asked.\n"), options)
	if err != nil || !ok {
		t.Fatal(ok, err)
	}
	for _, want := range []string{`headline = "Groups ask the port"`, "date = 2021-05-04", `topics = ["water"]`} {
		if !strings.Contains(string(r.Markdown), want) {
			t.Errorf("it lacks %s:\n%s", want, r.Markdown)
		}
	}
	told := strings.Join(r.Unsure, "\n")
	for _, want := range []string{"calls it a draft", "a line “/old,/groups-ask-the-port” in redirects.csv"} {
		if !strings.Contains(told, want) {
			t.Errorf("%q is not told: %s", want, told)
		}
	}
	for _, name := range []string{"a.txt", "a.md"} {
		if _, ok, _ := One(name, []byte("{a brace} begins it"), options); ok {
			t.Errorf("%s has front matter", name)
		}
	}
	for key, want := range map[string]bool{"title": true, "headline": true, "headlin": false, "about": false} {
		r, ok, _ := One("a.md", []byte("---\n"+key+": Groups ask the port\n---\nEleven groups asked.\n"), options)
		if ok != want {
			t.Errorf("%s: front matter %v, %v", key, ok, r)
		}
	}
}
