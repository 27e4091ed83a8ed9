package release_test

import (
	"os"
	"strings"
	"testing"

	"pressroom/internal/expect"
	"pressroom/internal/release"
	"pressroom/internal/render/text"
)

// coalitionSettings are those of a workspace with two partners.
var coalitionSettings = release.Settings{
	Organization: release.Organization{Name: "Open Harbor", URL: "https://harbor.example", Language: "en", Timezone: "America/New_York", Layout: release.LayoutUS},
	Orgs:         []release.Org{{ID: "river", Name: "River Alliance"}, {ID: "table", Name: "Harbor Table"}},
}

// printed is what is said of a release and, where it can be read, what of its text is
// not in the one that is right.
func printed(right map[string]bool, src string) string {
	r, diags := release.Read("water", []release.Source{{Name: "water.md", Data: []byte(src)}}, coalitionSettings)
	out := strings.ReplaceAll(diags.Error(), "\n", " / ")
	if r == nil {
		return "not read; " + out
	}
	for line := range strings.Lines(string(text.Render(r, r.Main(), release.PhaseRelease, nil))) {
		if line = strings.TrimSpace(line); line != "" && !right[line] {
			out += " | " + line
		}
	}
	return strings.TrimSpace(out)
}

// What a release says and what is said of it when one word of its file is missing, or
// stands twice.
func TestWhatIsReadWhenAWordIsMissing(t *testing.T) {
	data, err := os.ReadFile("testdata/water.md")
	if err != nil {
		t.Fatal(err)
	}
	r, diags := release.Read("water", []release.Source{{Name: "water.md", Data: data}}, coalitionSettings)
	if r == nil {
		t.Fatal(diags)
	}
	whole := string(text.Render(r, r.Main(), release.PhaseRelease, nil))
	right := make(map[string]bool)
	for line := range strings.Lines(whole) {
		right[strings.TrimSpace(line)] = true
	}
	expect.File(t, "words.golden.txt", whole+"=====\n"+expect.Slips(string(data), expect.Words, func(s string) string { return printed(right, s) }))
}

// The same of single letters, in what has marks of its own.
func TestWhatIsReadWhenALetterIsMissing(t *testing.T) {
	const head = "+++\nheadline = \"H\"\ndate = 2027-06-08\n[[contact]]\nname = \"A\"\nphone = \"+1 555 0100\"\n"
	right := map[string]bool{"FOR IMMEDIATE RELEASE: June 8, 2027": true, "Contact:": true, "A, +1 555 0100": true, "H": true, "=": true, "###": true}
	var b strings.Builder
	for _, s := range []string{
		"A [link](https://a.example/b) & <https://c.example>.\n", "*One* and **two** and `three`\\\nfour &amp; five\n", "| A | B |\n|---|--:|\n| 1 | 2 |\n", "3. one\n4. two\n   - in\n",
		"> set off\n\n## Head\n", "![A pier](a.png \"Low tide\")\n", "x\n\n{{quote \"o\"}}\n\ny\n", "https://a.example/b_(c)? d@e.example.\n",
	} {
		b.WriteString("=== " + s + expect.Slips(s, expect.Letters, func(s string) string {
			return printed(right, head+"[[media]]\nfile = \"a.png\"\nalt = \"A pier\"\n[[quote]]\norg = \"O\"\nspeaker = \"S\"\ntext = \"T.\"\n+++\n"+s)
		}))
	}
	for _, s := range []string{"He said “no, {said} and *yes*.” Then…", "One, {said}. Two", "Is it? {said}", "U.S. {said} too", "{said}", "One.\n\nTwo {said} three."} {
		b.WriteString("=== " + s + "\n" + expect.Slips(s, expect.Letters, func(s string) string {
			out := ""
			for _, tag := range []string{"en", "fr", "de"} {
				q := &release.Quote{Org: "River Alliance", Speaker: "Ana Ruiz", Title: "chair", Style: release.StyleSaid, Text: s}
				read, diags := q.Reads(tag)
				out += " " + tag + ": " + strings.ReplaceAll(diags.Error(), "\n", " / ")
				if read != nil {
					out += strings.ReplaceAll(strings.Join(read.Plain(), " // "), "\n", "⏎")
				}
			}
			return strings.TrimSpace(out)
		}))
	}
	expect.File(t, "letters.golden.txt", b.String())
}
