package importer

import (
	"strings"
	"testing"
	"time"
)

// A mark of a template may be given the whole text of the release, which is not left out with it.
func TestTextWithinAMarkOfATemplate(t *testing.T) {
	kept := heldBy(t)
	t.Parallel()
	words := "__MARLOW, 3 December 2026__ -- The port was told to publish what it knows of the water, by people who live beside it and drink it. "
	said := "“The water is not clean, and the port knows it,” said Ana Ruiz, chair of River Alliance."
	for _, c := range []struct{ title, source, headline string }{
		{"The port is told", "{{<press-single\ntitle=\"The port is told\"\ntext=\"" + words + "<br><br>" + said + "\"\ndate=\"2026-12-03\">}}\n", "The port is told"},
		{`""`, "{{< press headline='The port is told' body='" + words + "<br /> <br/>" + said + "' >}}\n", "The port is told"},
		{"The port is told", "{% release text=\"" + words + "<br><br>" + said + "\" title=\"The port is told\" %}\n", "The port is told"},
		{`""`, "# The port is told\n\n{{% words text=\"" + words + "<BR><BR>" + said + "\" %}}\n", "The port is told"},
	} {
		r, err := kept.Import("in.md", []byte("---\ntitle: "+c.title+"\n---\n"+c.source), Options{Today: time.Date(2026, 12, 3, 0, 0, 0, 0, time.UTC), Email: "press@lead.example"})
		if err != nil {
			t.Fatal(err)
		}
		got := string(r.Markdown)
		if len(r.Quotes) != 1 || r.Quotes[0].Org != "River Alliance" || !strings.Contains(got, "headline = \""+c.headline+"\"") ||
			!strings.Contains(got, "who live beside it") || strings.Contains(got, "{{<") || strings.Contains(got, "{%") || strings.Contains(got, "subhead") || strings.Contains(got, "text=") {
			t.Errorf("%s\n%s", c.source, got)
		}
	}
	short := strings.Repeat("a word ", 17)
	for value, stays := range map[string]bool{short: false, short + "a": true, strings.Repeat("a", 200): false} {
		r, err := kept.Import("in.md", []byte("# The port is told\n\n{{< words text=\""+strings.TrimSpace(value)+"\" >}}\n\nThe port was told to publish what it knows.\n"), Options{
			Today: time.Date(2026, 12, 3, 0, 0, 0, 0, time.UTC), Email: "press@lead.example",
		})
		if err != nil {
			t.Fatal(err)
		}
		told := false
		for _, s := range r.Unsure {
			told = told || strings.Contains(s, "a mark of a template was left out")
		}
		var lines []string
		for line := range strings.SplitSeq(string(r.Markdown), "\n") {
			if !strings.HasPrefix(line, "# ") {
				lines = append(lines, line)
			}
		}
		if has := strings.Contains(strings.Join(lines, "\n"), strings.TrimSpace(value)); has != stays || told == stays {
			t.Errorf("%d characters: stays %t, told %t, want stays %t\n%s", len(strings.TrimSpace(value)), has, told, stays, r.Markdown)
		}
	}
}
