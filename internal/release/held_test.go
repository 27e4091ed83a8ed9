package release

import (
	"fmt"
	"strings"
	"testing"

	"pressroom/internal/diagnostic"
	"pressroom/internal/wording"
)

// readMore reads a release whose front matter has more, and its translations by language.
func readMore(more, body string, others ...string) (*Release, diagnostic.List) {
	src := "+++\nheadline = \"H\"\n[[contact]]\nname = \"D\"\nphone = \"1\"\n" + more + "+++\n" + body + "\n"
	if top, tables, ok := strings.Cut(more, "---\n"); ok {
		src = "+++\nheadline = \"H\"\n" + top + "[[contact]]\nname = \"D\"\nphone = \"1\"\n" + tables + "+++\n" + body + "\n"
	}
	files := []Source{{Name: "x.md", Data: []byte(src)}}
	for i := 0; i < len(others); i += 2 {
		files = append(files, Source{Name: "x." + others[i] + ".md", Language: others[i], Data: []byte(others[i+1])})
	}
	return Read("x", files, Settings{Organization: Organization{ID: "union", Name: "Union", Timezone: "America/New_York"}})
}

// What is said of a word names no more of it than a line takes, and an instant that nobody
// knows is one error.
func TestWhatIsSaidOfFrontMatterIsShort(t *testing.T) {
	t.Parallel()
	long := strings.Repeat("x", 70)
	for front, want := range map[string]string{
		"date = 2026-07-26\n---\n[quotes]\norder = \"" + long + "\"\n":                                          `order is "placed", "alphabetical" or "lot", not "` + long[:60] + `…"`,
		"date = 2026-07-26\n---\n[quotes]\nunsigned = \"" + long + "\"\n":                                       `unsigned is "warn", "leave-out" or "refuse", not "` + long[:60] + `…"`,
		"date = 2026-07-26\n---\n[quotes]\nwithdrawn = \"" + long + "\"\n":                                      `withdrawn is "leave-out" or "hold", not "` + long[:60] + `…"`,
		"date = 2026-07-26\n---\n[[cover]]\nid = \"c\"\nto = [\"a\"]\ntext = \"w\"\nphase = \"" + long + "\"\n": `not "` + long[:60] + `…"`,
		"embargo = \"?\"\n---\n": `embargo = "?" stands for an instant that is not known`,
		"date = 2026-07-26\n---\n[[document]]\ntitle = \"t\"\nfile = \"\"\n": "neither file nor url is set",
	} {
		_, diags := readMore(front, "Body.")
		if len(diags) != 1 || !strings.Contains(diags[0].Message, want) {
			t.Errorf("%s:\n%v\nwant %s", front, diags, want)
		}
	}
	_, diags := readMore("embargo = 2026-11-01T01:30:00\n---\n", "Body.")
	if len(diags) != 1 || diags[0].Instead != (diagnostic.Instead{Old: "2026-11-01T01:30:00", New: "2026-11-01T01:30:00-04:00", Or: "2026-11-01T01:30:00-05:00"}) {
		t.Errorf("%+v", diags)
	}
}

// A link may begin with a sign that footnotes have, where it leads somewhere.
func TestALinkWithTheSignOfAFootnote(t *testing.T) {
	t.Parallel()
	rel, diags := readMore("date = 2026-07-26\n---\n", "See [^up](https://a.example) there.")
	if rel == nil || len(diags) > 0 {
		t.Fatal(diags)
	}
	p, _ := rel.Main().Body[0].(*Paragraph)
	if link, ok := p.Inlines[1].(*Link); !ok || link.Href != "https://a.example" {
		t.Errorf("%+v", p.Inlines)
	}
	if _, diags := readMore("date = 2026-07-26\n---\n", "See [^up](up) there."); len(diags) != 1 || diags[0].Rule != "footnote" {
		t.Error(diags)
	}
}

// Readers of a language have the notice in its words, and in the main ones where there are none.
func TestInWhichWordsANoticeIs(t *testing.T) {
	t.Parallel()
	rel, diags := readMore("date = 2026-07-26\n---\n[notice]\nheadline = \"Soon\"\ntext = \"Wait.\"\n", "Body.",
		"es", "+++\nheadline = \"T\"\n[notice]\nheadline = \"Pronto\"\n+++\nTexto.\n", "fr", "+++\nheadline = \"T\"\n+++\nTexte.\n")
	if rel == nil {
		t.Fatal(diags)
	}
	for tag, want := range map[string]string{"en": "Soon", "es": "Pronto", "fr": "Soon", "de": "Soon"} {
		if got := rel.NoticeIn(tag).Headline; got != want {
			t.Errorf("%s: %s, want %s", tag, got, want)
		}
	}
	if got := (&Release{Slug: "x", EditionOf: "River Alliance", Versions: rel.Versions}).FileName(Variant{Language: "es", Phase: PhaseAdvance}); got != "x.for-river-alliance.es.embargoed" {
		t.Error(got)
	}
}

// An organisation's own edition says who it is, and below who issued the release.
func TestAnEditionHasBothBoilerplates(t *testing.T) {
	t.Parallel()
	rel, diags := readMore("date = 2026-07-26\nboilerplate = \"We are the union.\"\n---\n", "Body.")
	if rel == nil {
		t.Fatal(diags)
	}
	var got []string
	for _, b := range rel.Edition(Org{ID: "tarn", Name: "Tarn", Boilerplate: "One.\n\nTwo."}).Main().Boilerplate {
		got = append(got, PlainText(b.(*Paragraph).Inlines))
	}
	if s := strings.Join(got, " "); s != "One. Two. We are the union." {
		t.Error(s)
	}
}

// Words that went with nothing in their place are not looked for, and a text is cut once at
// each mark.
func TestWhatWasTakenOutIsNotLookedFor(t *testing.T) {
	t.Parallel()
	changed := []ChangedPassage{{Stretches: []wording.Stretch{{Text: "It is "}, {Text: "fourteen", Old: true}}}}
	if got := Remaining(changed, []Passage{{Text: "fourteen piers"}}); got != nil {
		t.Errorf("%v", got)
	}
	m := &marking{passage: "ab cd", stretches: [][2]int{{0, 2}, {2, 5}}}
	if got := m.text("ab cd"); len(got) != 2 {
		t.Errorf("it is cut into %d", len(got))
	}
	if a, b := SignoffDigest("x", "en", &Quote{Text: "a\r\nb"}), SignoffDigest("x", "en", &Quote{Text: "a\nb"}); a != b {
		t.Error("line ends count in what is signed")
	}
}

// A quote cannot begin with who says it.
func TestAQuoteDoesNotBeginWithItsAttribution(t *testing.T) {
	t.Parallel()
	for text, want := range map[string]bool{"{said} We wait.": false, " {said} We wait.": false, "We wait, {said}, here.": true, "We wait. {said}": true, "We wait.": true} {
		_, diags := readMore("date = 2026-07-26\n---\n[[quote]]\nid = \"q\"\norg = \"R\"\nspeaker = \"A\"\ntext = "+fmt.Sprintf("%q", text)+"\n", "Body.")
		if got := !diags.HasErrors(); got != want {
			t.Errorf("%q: %v", text, diags)
		}
	}
}

// Of two files in one language there is one too many, and a path has no line ends in it.
func TestTwoVersionsInOneLanguage(t *testing.T) {
	t.Parallel()
	es := "+++\nheadline = \"T\"\n+++\nTexto.\n"
	for second, want := range map[string]bool{"fr": false, "es": true} {
		_, diags := readMore("date = 2026-07-26\n---\n", "Body.", "es", es, second, es)
		if got := strings.Contains(diags.Error(), "there are two versions in es"); got != want {
			t.Errorf("%q: %v", second, diags)
		}
	}
	for path, want := range map[string]string{"a.png": "a.png", "a\\tb.png": "ab.png", "a\\nb.png": "ab.png", " a.png ": "a.png"} {
		rel, diags := readMore("date = 2026-07-26\n---\n[[document]]\ntitle = \"t\"\nfile = \"\"\""+strings.ReplaceAll(strings.ReplaceAll(path, "\\t", "\t"), "\\n", "\n")+"\"\"\"\n", "Body.")
		if rel != nil && rel.Documents[0].File != want {
			t.Errorf("%q is %q, want %q: %v", path, rel.Documents[0].File, want, diags)
		}
	}
}

// The dateline leads the first paragraph, also of one alone, and stands by itself where there
// is none.
func TestWhatTheDatelineLeads(t *testing.T) {
	t.Parallel()
	for body, want := range map[string]string{"One.": "[CITY — One.]", "One.\n\nTwo.": "[CITY — One. Two.]", "- a\n": "[CITY]"} {
		rel, diags := readMore("date = 2026-07-26\ndateline = \"CITY\"\n---\n", body)
		if rel == nil {
			t.Fatal(diags)
		}
		var got []string
		for _, b := range rel.Main().Copy() {
			if p, ok := b.(*Paragraph); ok {
				got = append(got, PlainText(p.Inlines))
			}
		}
		if s := fmt.Sprint(got); s != want {
			t.Errorf("%q: %s, want %s", body, s, want)
		}
	}
}

// A translation names a medium by its file, or by its address where it has no file, and says
// each of its texts anew.
func TestMediaInATranslation(t *testing.T) {
	t.Parallel()
	main := "date = 2026-07-26\n---\n[[media]]\nfile = \"a.png\"\nalt = \"Alt\"\ncaption = \"Caption\"\ncredit = \"Credit\"\nrights = \"Rights\"\n" +
		"[[media]]\nurl = \"https://a.example/film\"\ncaption = \"Film\"\n"
	texts := func(m Medium) string { return strings.Join([]string{m.Alt, m.Caption, m.Credit, m.Rights}, "|") }
	for more, want := range map[string]string{
		"file = \"a.png\"\nalt = \"1\"\ncaption = \"2\"\ncredit = \"3\"\nrights = \"4\"\n": "1|2|3|4 |Film||",
		"file = \"a.png\"\nurl = \"https://a.example/a\"\nalt = \"1\"\n":                   "1|Caption|Credit|Rights |Film||",
		"url = \"https://a.example/film\"\ncaption = \"5\"\n":                              "Alt|Caption|Credit|Rights |5||",
		"file = \"b.png\"\nalt = \"1\"\n":                                                  "",
		"alt = \"1\"\n":                                                                    "",
		"file = \"a.png\"\nalt = \"1\"\nurls = \"x\"\n":                                    "",
	} {
		rel, diags := readMore(main, "Body.", "es", "+++\nheadline = \"T\"\n[[media]]\n"+more+"+++\nTexto.\n")
		got := ""
		if rel != nil && !diags.HasErrors() {
			got = texts(rel.Version("es").Media[0]) + " " + texts(rel.Version("es").Media[1])
		}
		if got != want {
			t.Errorf("%s%s, want %s\n%v", more, got, want, diags)
		}
	}
}
