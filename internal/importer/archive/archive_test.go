package archive

import (
	"fmt"
	"os"
	"strings"
	"testing"
	"time"

	"pressroom/internal/importer"
)

// wordpress is an export of n posts, of which every fifth has a Spanish translation.
func wordpress(n int) string {
	var b strings.Builder
	b.WriteString(`<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:excerpt="http://wordpress.org/export/1.2/excerpt/" xmlns:content="http://purl.org/rss/1.0/modules/content/"
 xmlns:wp="http://wordpress.org/export/1.2/"><channel><title>Harbor news</title><link>https://old.harbor.example</link>
<language>en-US</language>
<item><title>A page</title><wp:post_type>page</wp:post_type><wp:status>publish</wp:status><content:encoded><![CDATA[About us.]]></content:encoded></item>
<item><title>Not yet</title><wp:post_type>post</wp:post_type><wp:status>draft</wp:status><content:encoded><![CDATA[A draft.]]></content:encoded></item>
<item><title>pier</title><wp:post_id>9000</wp:post_id><wp:post_type>attachment</wp:post_type><wp:status>inherit</wp:status>
<wp:attachment_url>https://old.harbor.example/files/pier.jpg</wp:attachment_url>
<excerpt:encoded><![CDATA[The third pier at low tide. Photo: Pia Roy]]></excerpt:encoded>
<wp:postmeta><wp:meta_key>_wp_attachment_image_alt</wp:meta_key><wp:meta_value><![CDATA[A pier]]></wp:meta_value></wp:postmeta></item>
`)
	post := func(i int, lang, title, slug, body string) {
		day := time.Date(2019, 1, 1, 9, 0, 0, 0, time.UTC).AddDate(0, 0, 3*i)
		fmt.Fprintf(&b, `<item><title>%s</title><link>https://old.harbor.example/%s/%s/</link><pubDate>%s</pubDate>
<content:encoded><![CDATA[%s]]></content:encoded><wp:post_id>%d</wp:post_id><wp:post_date>%s</wp:post_date>
<wp:post_name>%s</wp:post_name><wp:status>publish</wp:status><wp:post_type>post</wp:post_type>
<category domain="category" nicename="water"><![CDATA[Water]]></category>
<category domain="language" nicename="%s"><![CDATA[x]]></category>
<category domain="post_translations" nicename="pll_%d"><![CDATA[x]]></category>
<wp:postmeta><wp:meta_key>_thumbnail_id</wp:meta_key><wp:meta_value>9000</wp:meta_value></wp:postmeta></item>
`, title, day.Format("2006/01"), slug, day.Format(time.RFC1123Z), body, 10*i+len(lang), day.Format("2006-01-02 15:04:05"), slug, lang, i)
	}
	for i := range n {
		post(i, "en", fmt.Sprintf("Harbor groups ask the port for test number %d", i), fmt.Sprintf("port-test-%d", i),
			fmt.Sprintf("FOR IMMEDIATE RELEASE\n\nMARLOW, Mass. — Eleven groups asked the port for test number %d, and gave it a month.\n\n"+
				"“We have waited long enough,” said Ana Ruiz, director of River Alliance.\n\n"+
				`[caption id="a_%d" width="300"]<img src="https://old.harbor.example/files/jar-%d.jpg" alt="A jar" /> A jar of water (Photo: Tom Reed)[/caption]`+
				"\n\nPress contact: Dana Whitlock, 555-010-0142, dana@harbor.example", i, i, i))
		if i%5 == 0 {
			post(i, "es", fmt.Sprintf("Los grupos piden al puerto el análisis número %d", i), fmt.Sprintf("analisis-%d", i),
				fmt.Sprintf("MARLOW – Once organizaciones han pedido al puerto el análisis número %d.\n\n"+
					"«Hemos esperado bastante», dijo Ana Ruiz, directora de River Alliance.", i))
		}
	}
	b.WriteString("</channel></rss>")
	return b.String()
}

// feed is a feed in Atom of n entries in two languages, linked to each other.
func feed(n int) string {
	var b strings.Builder
	b.WriteString(`<?xml version="1.0"?><feed xmlns="http://www.w3.org/2005/Atom" xmlns:media="http://search.yahoo.com/mrss/" xml:lang="en">
<title>Harbor</title><link rel="self" href="https://old.harbor.example/feed"/>`)
	for i := range n {
		for lang, title := range map[string]string{"en": "Harbor groups ask the port for paper", "de": "Elf Gruppen fordern vom Hafen das Papier"} {
			other := map[string]string{"en": "de", "de": "en"}[lang]
			fmt.Fprintf(&b, `<entry xml:lang="%s"><title>%s %d</title><published>2021-03-%02dT09:00:00+01:00</published>
<link rel="alternate" href="https://old.harbor.example/%s/paper-%d"/><link rel="alternate" hreflang="%s" href="https://old.harbor.example/%s/paper-%d"/>
<category term="water"/><media:content url="https://old.harbor.example/p%d.jpg" medium="image"><media:description>A pier</media:description>
<media:credit>Pia Roy</media:credit></media:content>
<content type="html">&lt;p&gt;MARLOW – Words of number %d.&lt;/p&gt;&lt;p&gt;Contact: Dana Whitlock, dana@harbor.example&lt;/p&gt;</content></entry>
`, lang, title, i, i%28+1, lang, i, other, other, i, i, i)
		}
	}
	return b.String() + "</feed>"
}

var options = importer.Options{Today: time.Date(2026, 11, 24, 0, 0, 0, 0, time.UTC), Email: "press@office.example"}

// file is what was written under a name.
func (m *Moved) file(name string) []byte {
	for _, f := range m.Files {
		if f.Name == name {
			return f.Data
		}
	}
	return nil
}

// number is a tenth of five hundred, or all of them.
func number() int {
	if os.Getenv("PRESSROOM_FULL") != "" {
		return 500
	}
	return 50
}

func moved(t *testing.T, name, data string) *Moved {
	t.Helper()
	m, err := Move(name, []byte(data), options)
	if err != nil {
		t.Fatal(err)
	}
	return m
}

func TestAWordPressExportMovesWhole(t *testing.T) {
	n := number()
	m := moved(t, "export.xml", wordpress(n))
	if len(m.Files) != n+(n+4)/5 || len(m.Redirects) != len(m.Files) {
		t.Fatalf("%d files, %d redirects", len(m.Files), len(m.Redirects))
	}
	if left := strings.Join(m.Left, "; "); !strings.Contains(left, "1 page") || !strings.Contains(left, "1 draft") {
		t.Errorf("left out: %s", left)
	}
	for i := range n {
		slug := fmt.Sprintf("port-test-%d", i)
		day := time.Date(2019, 1, 1, 0, 0, 0, 0, time.UTC).AddDate(0, 0, 3*i)
		main := string(m.file(slug + ".md"))
		for _, want := range []string{
			fmt.Sprintf("headline = \"Harbor groups ask the port for test number %d\"", i), "date = " + day.Format("2006-01-02"),
			`language = "en"`, `topics = ["Water"]`, `name = "Dana Whitlock"`, `phone = "555-010-0142"`, `email = "dana@harbor.example"`,
			`url = "https://old.harbor.example/files/pier.jpg"`, `alt = "A pier"`, `caption = "The third pier at low tide."`, `credit = "Pia Roy"`,
			fmt.Sprintf(`url = "https://old.harbor.example/files/jar-%d.jpg"`, i), `caption = "A jar of water"`, `credit = "Tom Reed"`,
			`org = "River Alliance"`, fmt.Sprintf("asked the port for test number %d, and", i), `dateline = "MARLOW, Mass."`,
		} {
			if !strings.Contains(main, want) {
				t.Fatalf("%s lacks %s:\n%s", slug, want, main)
			}
		}
		if i%5 > 0 {
			continue
		}
		es := string(m.file(slug + ".es.md"))
		for _, want := range []string{fmt.Sprintf("análisis número %d\"", i), `dateline = "MARLOW"`, `id = "river-alliance"`, `title = "directora"`, "Hemos esperado"} {
			if !strings.Contains(es, want) {
				t.Fatalf("%s.es.md lacks %s:\n%s", slug, want, es)
			}
		}
		for _, not := range []string{"date =", "[[contact]]", "org =", "language ="} {
			if strings.Contains(es, not) {
				t.Fatalf("%s.es.md has %s:\n%s", slug, not, es)
			}
		}
	}
	for i, want := range []Redirect{{"/2019/01/port-test-0/", "/port-test-0"}, {"/2019/01/analisis-0/", "/port-test-0.es"}} {
		if m.Redirects[i] != want {
			t.Errorf("redirect: %v, want %v", m.Redirects[i], want)
		}
	}
}

func TestAFeedMovesWhole(t *testing.T) {
	n := number() / 2
	m := moved(t, "feed.xml", feed(n))
	if len(m.Files) != 2*n || len(m.Redirects) != 2*n {
		t.Fatalf("%d files, %d redirects", len(m.Files), len(m.Redirects))
	}
	for i := range n {
		slug := fmt.Sprintf("paper-%d", i)
		main := string(m.file(slug + ".md"))
		for _, want := range []string{
			fmt.Sprintf(`headline = "Harbor groups ask the port for paper %d"`, i), fmt.Sprintf("date = 2021-03-%02d", i%28+1), `topics = ["water"]`,
			`credit = "Pia Roy"`, `alt = "A pier"`, fmt.Sprintf("Words of number %d.", i), `name = "Dana Whitlock"`,
		} {
			if !strings.Contains(main, want) {
				t.Fatalf("%s lacks %s:\n%s", slug, want, main)
			}
		}
		if de := string(m.file(slug + ".de.md")); !strings.Contains(de, "Elf Gruppen fordern") {
			t.Fatalf("%s.de.md:\n%s", slug, de)
		}
	}
}

// sources are exports of other makes, with what a file of them must hold.
var sources = []struct {
	name, data, file string
	want             []string
}{
	{
		"rss.xml", `<rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel><language>fr-FR</language><item>
<title>Onze groupes demandent au port ses analyses</title><link>https://old.example/fr/onze-groupes.html</link>
<pubDate>Tue, 04 May 2021 09:00:00 +0200</pubDate><description>&lt;p&gt;Onze associations demandent les analyses.&lt;/p&gt;</description>
<enclosure url="https://old.example/a.jpg" type="image/jpeg" length="1"/></item></channel></rss>`, "onze-groupes.md",
		[]string{`language = "fr"`, "date = 2021-05-04", `url = "https://old.example/a.jpg"`, "Onze associations demandent"},
	},
	{
		"feed.json", `{"version":"https://jsonfeed.org/version/1.1","language":"en","items":[{"id":"1","url":"https://old.example/a/one?x=1","title":"Harbor groups ask the port",
"content_html":"<p>MARLOW – Eleven groups asked.</p>","date_published":"2022-02-03T10:00:00Z","tags":["water"],"image":"https://old.example/i.png"}]}`, "one.md",
		[]string{"date = 2022-02-03", `topics = ["water"]`, `url = "https://old.example/i.png"`, "Eleven groups asked."},
	},
	{
		"prezly.json", `{"stories":[{"id":7,"uuid":"u7","title":"Harbor groups ask the port","subtitle":"And gave it a month","slug":"groups-ask","published_at":"2022-02-03T10:00:00+00:00",
"culture":{"code":"en_US"},"content":"<p>Eleven groups asked.</p>","links":{"newsroom_view":"https://news.example/groups-ask"},"translations":[{"id":8}],
"contacts":[{"name":"Dana Whitlock","email":"dana@harbor.example","phone":"555-010-0142","description":"press officer"}]},
{"id":8,"title":"Los grupos piden","slug":"los-grupos","published_at":"2022-02-03T10:00:00+00:00","culture":{"code":"es_ES"},"content":"<p>Once grupos pidieron.</p>","translations":[{"id":7}]}]}`, "groups-ask.es.md",
		[]string{`headline = "Los grupos piden"`, "Once grupos pidieron."},
	},
	{
		"prezly.json", `{"stories":[{"id":7,"title":"Harbor groups ask the port","subtitle":"And gave it a month","slug":"groups-ask","published_at":"2022-02-03T10:00:00+00:00",
"culture":{"code":"en_US"},"content":"<p>Eleven groups asked.</p>","links":{"newsroom_view":"https://news.example/groups-ask"},
"contacts":[{"name":"Dana Whitlock","email":"dana@harbor.example","phone":"555-010-0142","description":"press officer"}]}]}`, "groups-ask.md",
		[]string{`subhead = "And gave it a month"`, `role = "press officer"`, `email = "dana@harbor.example"`, `language = "en"`},
	},
	{
		"presspage.json", `{"data":[{"title":"Harbor groups ask the port","date":"2022-02-03","language":"en","url":"https://news.example/r/groups-ask/","body":"<p>Eleven groups asked.</p>",
"media":[{"type":"image","url":"https://news.example/a.jpg","alt":"A pier","caption":"Low tide","copyright":"Pia Roy"}]}]}`, "groups-ask.md",
		[]string{"date = 2022-02-03", `alt = "A pier"`, `caption = "Low tide"`, `credit = "Pia Roy"`},
	},
}

func TestExportsOfOtherMakes(t *testing.T) {
	for _, s := range sources {
		m := moved(t, s.name, s.data)
		got := string(m.file(s.file))
		for _, want := range s.want {
			if !strings.Contains(got, want) {
				t.Errorf("%s: %s lacks %s:\n%s", s.name, s.file, want, got)
			}
		}
	}
}

// Where a file's name tells no language, as Hugo writes the main one, it is the release,
// and the others are its translations.
func TestTheFileWithoutALanguageIsTheMainOne(t *testing.T) {
	m, err := MoveFolder([]File{
		{"press/tests.de.md", []byte("---\ntitle: Elf Gruppen fragen\ndate: 2020-05-04\n---\n\nElf Gruppen haben gefragt.\n")},
		{"press/tests.md", []byte("---\ntitle: Eleven groups ask\ndate: 2020-05-04\n---\n\nEleven groups asked the port.\n")},
	}, options)
	if err != nil {
		t.Fatal(err)
	}
	if got := m.Slugs(); len(got) != 1 || got[0] != "tests" || len(m.Files) != 2 || m.file("tests.de.md") == nil {
		t.Errorf("releases %q, %d files", got, len(m.Files))
	}
	if got := string(m.file("tests.md")); !strings.Contains(got, "Eleven groups ask") {
		t.Errorf("the main one is\n%s", got)
	}
}

func TestAFolderOfMarkdownMovesWhole(t *testing.T) {
	m, err := MoveFolder([]File{
		{"content/press/2020-05-04-tests.md", []byte("---\ntitle: \"Harbor groups ask: the port\"\nsubtitle: 'And gave it a month'\ndate: 2020-05-04T09:00:00Z\n" +
			"tags: [water, port]\naliases:\n  - /old/tests.html\n---\n\nEleven groups **asked** the port.\n\n![A pier](https://old.example/pier.jpg \"Low tide\")\n")},
		{"content/press/2020-05-04-tests.es.md", []byte("---\ntitle: Los grupos piden\ndate: 2020-05-04\n---\n\nOnce grupos pidieron.\n")},
		{"content/press/hugo.md", []byte("+++\ntitle = \"A second one\"\ndate = 2021-06-01T10:00:00+02:00\nslug = \"second\"\ndraft = false\n+++\n\nThe groups wrote again.\n")},
		{"content/press/later.md", []byte("---\ntitle: Not yet\ndraft: true\n---\n\nWords.\n")},
		{"content/press/_index.md", []byte("---\ntitle: Press\n---\n")},
		{"content/press/plain.txt", []byte("FOR IMMEDIATE RELEASE: May 6, 2020\n\nHarbor groups wait for the port\n\nMARLOW — Eleven groups waited all day at the third pier of the port.\n")},
		{"content/press/logo.png", []byte("\x89PNG")},
	}, options)
	if err != nil {
		t.Fatal(err)
	}
	for file, wants := range map[string][]string{
		"tests.md": {
			`headline = "Harbor groups ask: the port"`, `subhead = "And gave it a month"`, "date = 2020-05-04", `topics = ["water", "port"]`,
			"groups **asked**", `url = "https://old.example/pier.jpg"`, `alt = "A pier"`, `caption = "Low tide"`,
		},
		"tests.es.md": {`headline = "Los grupos piden"`}, "second.md": {"date = 2021-06-01", "wrote again"},
		"harbor-groups-wait-for-the-port.md": {"date = 2020-05-06"},
	} {
		for _, want := range wants {
			if got := string(m.file(file)); !strings.Contains(got, want) {
				t.Errorf("%s lacks %s:\n%s", file, want, got)
			}
		}
	}
	if len(m.Files) != 4 || !strings.Contains(strings.Join(m.Left, "; "), "1 draft") {
		t.Errorf("%d files, left out: %q", len(m.Files), m.Left)
	}
	if len(m.Redirects) < 1 || m.Redirects[0] != (Redirect{"/old/tests.html", "/tests"}) {
		t.Errorf("redirects: %v", m.Redirects)
	}
}

func TestBombsAreRefused(t *testing.T) {
	for name, data := range map[string]string{
		"entities":      `<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]><rss><channel><item><title>&b;</title></item></channel></rss>`,
		"outside":       `<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY a SYSTEM "file:///etc/hostname">]><rss><channel><item><title>&a;</title></item></channel></rss>`,
		"depth":         "<rss><channel><item>" + strings.Repeat("<a>", 100_000),
		"depth of JSON": `{"stories":` + strings.Repeat("[", 100_000),
		"no release":    `<rss><channel><title>x</title></channel></rss>`,
		"no JSON":       `{"stories": [`,
	} {
		if m, err := Move("export.xml", []byte(data), options); err == nil {
			t.Errorf("%s: %d files", name, len(m.Files))
		}
	}
}

func FuzzMove(f *testing.F) {
	f.Add("export.xml", []byte(wordpress(1)))
	f.Add("feed.xml", []byte(feed(1)))
	for _, s := range sources {
		f.Add(s.name, []byte(s.data))
	}
	f.Fuzz(func(t *testing.T, name string, data []byte) {
		m, err := Move(name, data, options)
		if err != nil {
			return
		}
		for _, r := range m.Redirects {
			if !strings.HasPrefix(r.From, "/") || strings.ContainsAny(r.From+r.To, "\r\n\"") {
				t.Errorf("redirect %q", r)
			}
		}
	})
}

func FuzzFolder(f *testing.F) {
	f.Add([]byte("---\ntitle: x\ndate: 2020-05-04\ntags: [a, b]\naliases:\n  - /x\n---\n\nWords.\n"))
	f.Add([]byte("+++\ntitle = \"x\"\ndate = 2020-05-04\n+++\n\nWords.\n"))
	f.Fuzz(func(t *testing.T, data []byte) {
		if _, err := MoveFolder([]File{{"a.md", data}}, options); err != nil {
			t.Log(err)
		}
	})
}
