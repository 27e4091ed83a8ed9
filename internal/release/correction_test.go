package release

import (
	"slices"
	"strings"
	"testing"
	"time"
)

func readOne(t *testing.T, body string) *Release {
	t.Helper()
	r, diags := Read("x", []Source{{Name: "x.md", Language: "en", Data: []byte("+++\nheadline = \"Ferries are full\"\ndate = 2026-07-26\n" +
		"timezone = \"UTC\"\nlanguage = \"en\"\n[[contact]]\nname = \"Nora\"\nemail = \"press@harbor.example\"\npublic = true\n+++\n" + body)}}, Settings{})
	if r == nil {
		t.Fatal(diags)
	}
	return r
}

// marked are the words of a text that are marked.
func markedWords(blocks []Block) (out []string) {
	w := &passages{change: func(_ string, in []Inline) []Inline {
		for _, i := range in {
			if e, ok := i.(*Emphasis); ok && e.Changed {
				out = append(out, PlainText(e.Children))
			}
		}
		return in
	}}
	w.walk(blocks)
	return out
}

func TestWhatChangedIsFoundNamedAndMarked(t *testing.T) {
	const before = "The count is there.\n\nThey carried 3.2 million people, more than ever.\n\nIt goes on."
	for _, c := range []struct{ after, sentence, want string }{
		{"The count is there.\n\nThey carried 3.1 million people, more than ever.\n\nIt goes on.", "3.1, not 3.2.", "Paragraph 2: 3.1, not 3.2.|3.1"},
		{
			"The count is here.\n\nThey carried 3.2 million people, the most.\n\nIt goes on.", "the most.",
			"Paragraph 1, Paragraph 2: the most.|here.|the most.",
		},
		{"The count is there.\n\nThey carried 3.2 million people, more than ever.", "It does not.", "Paragraph 2: It does not."},
		{"The count is there.\n\n" + strings.Repeat("New.\n\n", 2) + "They carried 3.2 million people, more than ever.\n\nIt goes on.", "x", "Paragraph 2, Paragraph 3: x|New.|New."},
		{"The count is there.\n\nThey carried 3.1 million people, more than ever.\n\nIt goes on.", "Paragraph 2 said 3.2.", "Paragraph 2 said 3.2.|3.1"},
	} {
		old, now := readOne(t, before), readOne(t, c.after)
		changed := Difference(old.Passages(old.Main()), now.Passages(now.Main()))
		words := make([]string, 0)
		for _, p := range old.Passages(old.Main()) {
			words = append(words, p.Text)
		}
		a := now.Amend(&Amended{
			All:    []Amendment{{Grade: GradeCorrection, At: time.Date(2026, 7, 27, 9, 0, 0, 0, time.UTC), Sentences: map[string]string{"en": c.sentence}}},
			Before: map[string][]string{"en": words},
		})
		got := strings.Join(append([]string{now.Sentence(now.Main(), changed, c.sentence)}, markedWords(a.Main().Body)...), "|")
		if got != c.want {
			t.Errorf("%q:\n got %s\nwant %s", c.after, got, c.want)
		}
		if lines := a.Statement(a.Main(), true).Lines(); lines[0] != c.sentence {
			t.Errorf("the mail begins with %q", lines[0])
		}
		if len(markedWords(now.Main().Body)) > 0 || now.Amended != nil {
			t.Error("the release itself was changed")
		}
	}
}

func TestACellAndAnItemAreNamedAsReadersFindThem(t *testing.T) {
	const body = "The piers are open.\n\n- The north pier\n- The south pier\n\n| Pier | Berths | |\n|---|---|---|\n| North | 9 | a |\n| South | 8 | b |\n\nThey close at nine."
	const two = "\n\n3. Nine\n4. Ten\n   - At night"
	for _, c := range []struct{ before, after, from, want string }{
		{body, "The south pier", "The south jetty", "Item 2 of the list"},
		{body, "| 8", "| 7", "Table, South, Berths"},
		{body, "| b |", "| c |", "Table, South"},
		{body, "| North", "| Upper", "Table, Upper"},
		{body, "Berths", "Places", "Table, Places"},
		{body, "nine", "ten", "Paragraph 2"},
		{body, "South | 8", "South of the great new harbour wall | 7", "Table, South of the great new harbour …|Table, South of the great new harbour …, Berths"},
		{body + two, "Ten", "Eleven", "Paragraph 2, Item 4 of the list"},
		{body + two, "At night", "By day", "Paragraph 2, Item 4 of the list"},
		{body + two, "The north pier", "The upper pier", "Paragraph 1, Item 1 of the list"},
	} {
		old, now := readOne(t, c.before), readOne(t, strings.Replace(c.before, c.after, c.from, 1))
		changed := Difference(old.Passages(old.Main()), now.Passages(now.Main()))
		if got := strings.Join(now.PlaceNames(now.Main(), changed), "|"); got != c.want {
			t.Errorf("%q for %q stands at %s, not at %s", c.from, c.after, got, c.want)
		}
	}
}

func TestLinesOfPlainTextAreMarkedAsWell(t *testing.T) {
	source := func(headline, subhead, signatory, caption string) *Release {
		r, diags := Read("x", []Source{{Name: "x.md", Language: "en", Data: []byte("+++\nheadline = \"" + headline + "\"\nsubhead = \"" + subhead +
			"\"\ndate = 2026-07-26\nlanguage = \"en\"\nsignatories = [\"Quay Trust\", \"" + signatory + "\"]\n[[contact]]\nname = \"Nora\"\nphone = \"1\"\n" +
			"[[media]]\nurl = \"https://harbor.example/p.jpg\"\nalt = \"A pier\"\ncaption = \"" + caption + "\"\n+++\n## " + headline + "\n\nIt is there.\n")}}, Settings{})
		if r == nil {
			t.Fatal(diags)
		}
		return r
	}
	old := source("The pier is sold", "For a million", "Tide", "The pier in May")
	now := source("The pier is let", "For a million", "Tide Watch", "The pier in June")
	var before []string
	for _, p := range old.Passages(old.Main()) {
		before = append(before, p.Text)
	}
	v := now.Amend(&Amended{All: []Amendment{{Grade: GradeCorrection}}, Before: map[string][]string{"en": before}}).Main()
	for text, want := range map[string]string{
		v.Headline: "let", v.Subhead: "", "Tide Watch": "Watch", "Quay Trust": "", "The pier in June": "June",
	} {
		if got := strings.Join(markedIn(v.Line(text)), "|"); got != want || PlainText(v.Line(text)) != text {
			t.Errorf("of %q the words %q are marked, not %q", text, got, want)
		}
	}
	if got := strings.Join(markedWords(v.Body), "|"); got != "let" { // the same words as the headline's
		t.Errorf("in the body %q is marked", got)
	}
	if got := PlainText(v.Lines([]string{"Quay Trust", "Tide Watch"}, " · ")); got != "Quay Trust · Tide Watch" {
		t.Error(got)
	}
}

// markedIn are the marked words of a line.
func markedIn(in []Inline) (out []string) {
	for _, i := range in {
		if e, ok := i.(*Emphasis); ok && e.Changed {
			out = append(out, PlainText(e.Children))
		}
	}
	return out
}

// The words below a picture, whose it is, the titles of videos and documents and whom to
// call are words of the release like its paragraphs.
func TestWhatStandsBesideTheTextIsMarkedAsWell(t *testing.T) {
	source := func(alt, credit, rights, video, document, phone string) *Release {
		r, diags := Read("x", []Source{{Name: "x.md", Language: "en", Data: []byte("+++\nheadline = \"The pier is let\"\ndate = 2026-07-26\nlanguage = \"en\"\n" +
			"[[contact]]\nname = \"Nora\"\nrole = \"press officer\"\nphone = \"" + phone + "\"\nemail = \"press@harbor.example\"\npublic = true\n" +
			"[[media]]\nurl = \"https://harbor.example/p.jpg\"\nalt = \"" + alt + "\"\ncredit = \"" + credit + "\"\nrights = \"" + rights + "\"\n" +
			"[[media]]\nurl = \"https://harbor.example/video\"\ncaption = \"" + video + "\"\n" +
			"[[document]]\nurl = \"https://harbor.example/d.pdf\"\ntitle = \"" + document + "\"\n+++\nIt is there.\n")}}, Settings{})
		if r == nil {
			t.Fatal(diags)
		}
		return r
	}
	old := source("A pier", "Tove Lind", "free", "The pier in May", "The lease of May", "1 22")
	amended := func(now *Release) *Version {
		var before []string
		for _, p := range old.Passages(old.Main()) {
			before = append(before, p.Text)
		}
		a := now.Amend(&Amended{All: []Amendment{{Grade: GradeCorrection, At: time.Date(2026, 7, 27, 9, 0, 0, 0, time.UTC)}}, Before: map[string][]string{"en": before}})
		return a.Main()
	}
	shown := func(in []Inline) string {
		var b strings.Builder
		for _, i := range in {
			if e, ok := i.(*Emphasis); ok && e.Changed {
				b.WriteString("[" + PlainText(e.Children) + "]")
				continue
			}
			b.WriteString(PlainText([]Inline{i}))
		}
		return b.String()
	}
	now := source("A quay", "Tove Lund", "for news", "The pier in June", "The lease of June", "1 23")
	var names []string
	for _, d := range Difference(old.Passages(old.Main()), now.Passages(now.Main())) {
		names = append(names, d.Place.Name(now.Main().Catalogue(), "Harbor"))
	}
	if got, want := strings.Join(names, "|"), "Picture|Picture|Contacts|Pictures and video|Documents"; got != want {
		t.Errorf("it differs in %s, not in %s", got, want)
	}
	v := amended(now)
	for _, c := range []struct{ line, want string }{
		{"A quay", "A [quay]"},
		{"Credit: Tove Lund · for news", "Credit: Tove [Lund · for news]"},
		{"The pier in June", "The pier in [June]"},
		{"The lease of June", "The lease of [June]"},
	} {
		if got := shown(v.Line(c.line)); got != c.want {
			t.Errorf("%q is shown as %q, not %q", c.line, got, c.want)
		}
	}
	var parts []string
	for _, p := range v.ContactParts(now.Contacts[0]) {
		parts = append(parts, shown(p.Shown)+" "+p.Href)
	}
	if got, want := strings.Join(parts, "|"), "Nora |press officer |1 [23] tel:123|press@harbor.example mailto:press@harbor.example"; got != want {
		t.Errorf("the press contact is\n%s, not\n%s", got, want)
	}
	if got := shown(v.Parts("Nora", []string{"Eve"})[0]); got != "Eve" {
		t.Errorf("what does not stand in a line is shown as %q", got)
	}
	// What a picture shows is read in some forms alone: where nothing else changed, none says that it is marked.
	if v = amended(source("A quay", "Tove Lind", "free", "The pier in May", "The lease of May", "1 22")); len(v.marks) > 0 {
		t.Errorf("marked is %v", v.marks)
	}
}

func TestWhatIsWithdrawnHasNoneOfItsWords(t *testing.T) {
	r := readOne(t, "They carried 3.2 million people.")
	a := r.Amend(&Amended{All: []Amendment{{Grade: GradeWithdrawal, Sentences: map[string]string{"en": "It was never counted."}}}})
	all := Joined(a.Passages(a.Main())) + strings.Join(a.Statement(a.Main(), true).Lines(), "\n")
	for _, word := range []string{"3.2", "Ferries", "carried"} {
		if strings.Contains(all, word) {
			t.Errorf("the notice says %q: %s", word, all)
		}
	}
	if got := a.SubjectLine(a.Main().Catalogue(), a.Main(), PhaseRelease); got != "WITHDRAWN – please do not use: Ferries are full" {
		t.Errorf("its subject is %q", got)
	}
	if !slices.Contains(a.Statement(a.Main(), true).Lines(), "It was never counted.") {
		t.Error("it does not say why")
	}
}
