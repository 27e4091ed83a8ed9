package release

import (
	"os"
	"strings"
	"testing"

	"github.com/BurntSushi/toml"

	"pressroom/internal/diagnostic"
	"pressroom/internal/language"
)

type quoteRow struct {
	Name, Language, Style, Text, Want string
	Speaker, Title, Org, Attribution  *string
}

func or(s *string, def string) string {
	if s == nil {
		return def
	}
	return *s
}

func readQuote(t testing.TB, lang string, q *Quote) (*Quotation, diagnostic.List) {
	t.Helper()
	cat, ok := language.For(lang)
	if !ok {
		t.Fatalf("no catalogue for %s", lang)
	}
	var diags diagnostic.List
	source := func(s string) *textSource {
		return &textSource{src: s, diags: &diags, what: "a quote", at: func(o int) Position { return Position{File: "q", Line: 1, Column: o + 1} }}
	}
	return q.read(cat, source(q.Text), source(q.Attribution)), diags
}

func plain(q *Quotation) string {
	var paras []string
	for _, p := range q.Paragraphs {
		paras = append(paras, PlainText(p))
	}
	s := strings.Join(paras, "\n")
	if len(q.Attribution) > 0 {
		s += " // " + PlainText(q.Attribution)
	}
	return s
}

func TestHowAQuoteReads(t *testing.T) {
	data, err := os.ReadFile("testdata/quotes.toml")
	if err != nil {
		t.Fatal(err)
	}
	var table struct{ Row []quoteRow }
	if _, err := toml.Decode(string(data), &table); err != nil {
		t.Fatal(err)
	}
	if len(table.Row) < 40 {
		t.Fatalf("the table has %d rows, want at least 40", len(table.Row))
	}
	for _, row := range table.Row {
		t.Run(row.Name, func(t *testing.T) {
			q := &Quote{
				Speaker: or(row.Speaker, "Ana Ruiz"), Title: or(row.Title, "campaign director"), Org: or(row.Org, "River Alliance"),
				Attribution: or(row.Attribution, ""), Text: row.Text, Style: Style(row.Style),
			}
			if q.Style == "" {
				q.Style = StyleSaid
			}
			lang := row.Language
			if lang == "" {
				lang = "en"
			}
			got, diags := readQuote(t, lang, q)
			if got == nil {
				t.Fatalf("not read: %v", diags)
			}
			if s := strings.ReplaceAll(plain(got), "\u00a0", " "); s != strings.ReplaceAll(row.Want, "\u00a0", " ") {
				t.Errorf("\n got %s\nwant %s", s, row.Want)
			}
		})
	}
}

func TestSaidMarkersThatCannotStandThere(t *testing.T) {
	for name, c := range map[string]struct{ style, text, want string }{
		"twice":             {"said", "One. {said} Two. {said} Three.", "stands twice"},
		"in another style":  {"dash", "One. {said} Two.", "belongs to style"},
		"in emphasis":       {"said", "One *two {said} three* four", "outside links, emphasis and code"},
		"in a link":         {"said", "One [two {said}](https://a.example) four", "outside links, emphasis and code"},
		"in code":           {"said", "One `{said}` two", "outside links, emphasis and code"},
		"before every word": {"said", "{said} One.", "must follow the first words"},
		"list in a quote":   {"said", "- One", "paragraphs only"},
		"no words":          {"said", " \n ", "no words"},
	} {
		t.Run(name, func(t *testing.T) {
			got, diags := readQuote(t, "en", &Quote{Speaker: "A", Org: "O", Style: Style(c.style), Text: c.text})
			if got != nil || !strings.Contains(diags.Error(), c.want) {
				t.Errorf("got %v, %v; want an error with %q", got, diags, c.want)
			}
		})
	}
}

func TestSignoffDigestCoversWordsAndNotLayout(t *testing.T) {
	base := Quote{ID: "river", Org: "River Alliance", Speaker: "Ana Ruiz", Title: "director", Text: "We asked. {said} We wait."}
	digest := SignoffDigest("report", "en", &base)
	same := base
	same.Text, same.Style = "  We asked. We wait.\r\n", StyleDash
	if got := SignoffDigest("report", "en", &same); got != digest {
		t.Errorf("moving {said}, spaces and style changed the digest")
	}
	for name, change := range map[string]func(*Quote){
		"text": func(q *Quote) { q.Text = "We asked. {said} We waited." }, "speaker": func(q *Quote) { q.Speaker = "Ana Ruis" },
		"title": func(q *Quote) { q.Title = "Director" }, "org": func(q *Quote) { q.Org = "Rivers" }, "id": func(q *Quote) { q.ID = "x" },
		"attribution": func(q *Quote) { q.Attribution = "said she" },
	} {
		q := base
		change(&q)
		if SignoffDigest("report", "en", &q) == digest {
			t.Errorf("another %s has the same digest", name)
		}
	}
	// A vector that other programs can hold themselves to.
	if want := "sha256:8a"; !strings.HasPrefix(digest, "sha256:") || len(digest) != 71 {
		t.Errorf("digest %q is not of the form %s…", digest, want)
	}
}

// A quote and a cover note that a translation has no words for stand there in the main language, and
// what the organisation says of itself is a passage in each.
func TestWhatATranslationLacksStandsInTheMainLanguage(t *testing.T) {
	main := "+++\nheadline = \"H\"\ndate = 2026-07-26\nboilerplate = \"We run ferries.\"\nnotes = \"Ask early.\"\n[[contact]]\nname = \"A\"\nphone = \"1\"\n" +
		"[[cover]]\nid = \"c\"\nto = [\"l\"]\ntext = \"Dear all\"\n[[cover]]\nid = \"d\"\nto = [\"m\"]\ntext = \"Dear you\"\n+++\nx\n"
	r, diags := Read("x", []Source{
		{Name: "x.md", Language: "en", Data: []byte(main)},
		{Name: "x.es.md", Language: "es", Data: []byte("+++\nheadline = \"T\"\n[[cover]]\nid = \"d\"\ntext = \"Hola\"\n+++\nTexto.\n")},
	}, Settings{})
	if r == nil || len(r.Versions) != 2 {
		t.Fatal(diags)
	}
	var covers []string
	for _, c := range r.Versions[1].Covers {
		covers = append(covers, c.ID)
	}
	if got := strings.Join(covers, " "); got != "d c" {
		t.Errorf("the translation has the cover notes %s", got)
	}
	for v, want := range map[*Version]string{r.Versions[0]: "We run ferries. Ask early.", r.Versions[1]: ""} {
		var got []string
		for _, p := range r.Passages(v) {
			if k := p.Place.Kind; k == InBoilerplate || k == InNotes {
				got = append(got, p.Text)
			}
		}
		if strings.Join(got, " ") != want {
			t.Errorf("%s: behind the text stands %q, not %q", v.Language, got, want)
		}
	}
}
