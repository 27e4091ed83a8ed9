package importer

import (
	"strings"
	"testing"
)

// TestTitlesOfPages reads pages whose words have no headline: it is what the page says of itself then.
func TestTitlesOfPages(t *testing.T) {
	t.Parallel()
	const copied = "<p>MARLOW – Eleven groups along the waterfront have asked the port to publish its water tests, and the port said no.</p>" +
		"<p>The port has tested the water of its piers since 2022 and has not said what it found.</p>"
	const fromTitle, none = "no headline was found in the text; this is the title of its page", "no headline was found; this is the beginning"
	for name, c := range map[string]struct {
		head, front string
		want, lacks []string
	}{
		"a title":                   {"<title>Harbor groups ask the port</title>", "", []string{`headline = "Harbor groups ask the port"`, fromTitle}, nil},
		"with the site's name":      {"<title>Harbor groups ask the port | Open Harbor</title>", "", []string{`headline = "Harbor groups ask the port"`}, nil},
		"with a dash and the name":  {"<title>Harbor groups ask the port – Open Harbor – News</title>", "", []string{`headline = "Harbor groups ask the port – Open Harbor"`}, nil},
		"a short one with a stroke": {"<title>The port asks | Open Harbor</title>", "", []string{`headline = "The port asks | Open Harbor"`}, nil},
		"broken over lines":         {"<title>\n Harbor groups\n ask &amp; ask </title>", "", []string{`headline = "Harbor groups ask & ask"`}, nil},
		"an empty one":              {"<title></title>", "", []string{none}, []string{fromTitle}},
		"none":                      {"", "", []string{none}, []string{fromTitle}},
		"a headline in the text":    {"<title>Open Harbor – News of us all</title>", "<h1>Harbor groups ask the port</h1>", []string{`headline = "Harbor groups ask the port"`}, []string{fromTitle}},
		"an item of a feed": {
			"<title>Harbor groups ask the port</title><pubDate>Tue, 16 Aug 2022 09:00:09 +0000</pubDate>", "",
			[]string{`headline = "Harbor groups ask the port"`, "date = 2022-08-16", "\n\nEleven groups"},
			[]string{"09:00:09"},
		},
		"an item with no such day": {"<title>Harbor groups ask the port</title><pubDate>soon</pubDate>", "", []string{"names no day of release; this is today", "soon"}, nil},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			importedHas(t, "page.html", c.head+c.front+copied, c.want, c.lacks)
		})
	}
}

// importedHas imports a source, whose file or notes have to have all of want and nothing of lacks.
func importedHas(t *testing.T, name, text string, want, lacks []string) {
	t.Helper()
	r, err := Import(name, []byte(text), Options{Today: today, Email: "press@office.example"})
	if err != nil {
		t.Fatal(err)
	}
	all := string(r.Markdown) + strings.Join(r.Unsure, "\n")
	for _, w := range want {
		if !strings.Contains(all, w) {
			t.Errorf("it lacks %q:\n%s", w, r.Markdown)
		}
	}
	for _, l := range lacks {
		if strings.Contains(all, l) {
			t.Errorf("it has %q:\n%s", l, r.Markdown)
		}
	}
}
