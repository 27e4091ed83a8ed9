package submission

import (
	"slices"
	"strings"
	"testing"

	"github.com/BurntSushi/toml"

	"pressroom/internal/language"
	"pressroom/internal/release"
)

func catalogue(t testing.TB, tag string) *language.Catalogue {
	t.Helper()
	c, ok := language.For(tag)
	if !ok {
		t.Fatalf("no catalogue for %s", tag)
	}
	return c
}

func TestPastedWordsComeInClean(t *testing.T) {
	for _, c := range []struct{ tag, in, want string }{
		{"en", `We asked "why" - and it's--well... silent.`, "We asked ‘why’ – and it’s–well… silent."},
		{"sv", `De sa "vi får se" och gick.`, "De sa ’vi får se’ och gick."},
		{"es", `Dijeron "ya veremos" y nada.`, "Dijeron “ya veremos” y nada."},
		{"de", `Sie sagten "später" und schwiegen.`, "Sie sagten ‚später‘ und schwiegen."},
		{"en", "“The whole of it is quoted.”", "The whole of it is quoted."},
		{"en", "'Fraid so: the pier 'twasn't dry in '05.", "’Fraid so: the pier ’twasn’t dry in ’05."},
		{"fr", "C´est l´été ´68.", "C’est l’été ’68."},
		{"en", "“One” and “two”", "‘One’ and ‘two’"},
		{"en", "Wrapped by a\nmail program. Still\nthe same.", "Wrapped by a mail program. Still the same."},
		{"en", "First.\nSecond.\n\nThird.", "First.\n\nSecond.\n\nThird."},
		{"en", "<p>From <b>Word</b></p><p>in&nbsp;two &amp; more</p><script>alert(1)</script>", "From Word\n\nin two & more"},
		{"en", "<p>From<\x80p>Word</p>", "From\n\nWord"},
		{"en", "<p>One<p>Two <div class=\"x\">Three", "One\n\nTwo\n\nThree"},
		{"en", "5 < 6 and a <- b", "5 < 6 and a <- b"},
		{"en", "  spaces \u00a0and\u2003tabs\t", "spaces and tabs"},
		{"en", "evil\u202etxt\x00\x1b[31m\ufeff", "eviltxt[31m"},
		{"fa", "می\u200cخواهیم", "می\u200cخواهیم"},
	} {
		cat, ok := language.For(c.tag)
		if !ok {
			cat = catalogue(t, "en")
		}
		got, _ := Clean(Words{Org: "O", Speaker: "S", Text: c.in}, cat)
		if got.Text != c.want {
			t.Errorf("%q became %q, not %q", c.in, got.Text, c.want)
		}
	}
}

func TestWhatAPartnerTypesIsWords(t *testing.T) {
	for _, text := range []string{
		"{said} and {{quote \"x\"}} and {{quotes}}", "*not* _em_ `code` [a](https://b.example) ![x](y)", "<b>bold</b> &amp; &lt;", "# no heading", "> no quote",
		"- no list", "+ no list", "1. no list", "12) no list", "===", "---", "back\\slash", "a | b ~ c", "&#123;", "~~~", "https://x.example/a_b*c",
	} {
		for _, style := range Styles {
			w := Words{Org: "O", Speaker: "S", Text: text + "\n\n" + text, Style: style}
			reads(t, w)
		}
	}
}

// reads checks that words read as they are, in a release that has them.
func reads(t *testing.T, w Words) {
	t.Helper()
	q := w.Quote("x")
	got, diags := q.Reads("en")
	if got == nil {
		t.Errorf("%q: %v", w.Text, diags)
		return
	}
	q.Style = release.StyleBlock
	q.Text = Markdown(w.Text, false, "")
	block, diags := q.Reads("en")
	if block == nil {
		t.Fatalf("%q: %v", w.Text, diags)
	}
	var paras []string
	for _, p := range block.Paragraphs {
		paras = append(paras, strings.TrimPrefix(release.PlainText(p), "“"))
	}
	if plain := strings.TrimSuffix(strings.Join(paras, "\n\n"), "”"); plain != w.Text {
		t.Errorf("%q reads %q", w.Text, plain)
	}
	if back := FromQuote(w.Quote("x")); back.Text != w.Text || back.Source != "" {
		t.Errorf("%q comes back as %q (%q)", w.Text, back.Text, back.Source)
	}
}

func TestTheAttributionStandsAfterTheFirstSentence(t *testing.T) {
	for text, want := range map[string]string{
		"This is the first sentence. And a second one.": "“This is the first sentence,” said A. Ruiz, chair at River. “And a second one.”",
		"There is only one sentence here.":              "“There is only one sentence here,” said A. Ruiz, chair at River.",
		"No. That is a sentence too short to stand.":    "“No. That is a sentence too short to stand,” said A. Ruiz, chair at River.",
	} {
		q := Words{Speaker: "A. Ruiz", Title: "chair", Org: "River", Text: text, Style: AfterFirst}.Quote("r")
		got, diags := q.Reads("en")
		if got == nil || strings.Join(got.Plain(), "|") != want {
			t.Errorf("%q: %v %v", text, got.Plain(), diags)
		}
	}
}

func TestMarkdownOfTheLeadIsKept(t *testing.T) {
	w := FromQuote(&release.Quote{Org: "O", Speaker: "S", Style: release.StyleSaid, Text: "We *will* wait. {said} Then act."})
	if w.Source == "" || w.Quote("x").Text != "We *will* wait. {said} Then act." {
		t.Errorf("%+v", w)
	}
}

func TestProblems(t *testing.T) {
	en := catalogue(t, "en")
	for field, in := range map[string]Words{
		"text": {Org: "O", Speaker: "S", Text: " \n"}, "org": {Speaker: "S", Text: "x"}, "speaker": {Org: "O", Text: "x"},
		"link": {Org: "O", Speaker: "S", Text: "x", Link: "javascript:alert(1)"}, "title": {Org: "O", Speaker: "S", Text: "x", Title: strings.Repeat("x", 300)},
	} {
		_, problems := Clean(in, en)
		if len(problems) != 1 || problems[0].Field != field || problems[0].Advice {
			t.Errorf("%s: %v", field, problems)
		}
	}
	w, problems := Clean(Words{Org: "O", Speaker: "S", Text: strings.Repeat("word ", 10<<20/5)}, en)
	if len(problems) < 1 || len(w.Text) > 5*MaxText {
		t.Errorf("10 MB: %d bytes, %v", len(w.Text), problems)
	}
	if n := (Words{Text: "It’s 7.5 million – well-known, isn’t it?"}).Count(); n != 7 {
		t.Errorf("%d words", n)
	}
	if got := (Words{Text: strings.Repeat("word ", 70) + "{x", Speaker: "A"}).Advice(60); len(got) != 4 {
		t.Errorf("%v", got)
	}
}

func FuzzWords(f *testing.F) {
	f.Add("We said: *no*.\n\n1. And `yes`. {said}", "Ana <b>", "chair\r\nBcc: x@y.example", 0)
	f.Add("<p>a</p>\u202e\n- b\n\n    code", "", "said \"somebody\"", 3)
	f.Fuzz(func(t *testing.T, text, speaker, attribution string, style int) {
		en := catalogue(t, "en")
		w, _ := Clean(Words{Org: "O", Speaker: speaker, Attribution: attribution, Text: text, Style: Styles[(style%len(Styles)+len(Styles))%len(Styles)]}, en)
		if strings.ContainsAny(w.Speaker+w.Attribution, "\r\n\x00") {
			t.Fatalf("a line has a break: %q %q", w.Speaker, w.Attribution)
		}
		if again, _ := Clean(w, en); again.Text != w.Text {
			t.Fatalf("cleaning again changes %q into %q", w.Text, again.Text)
		}
		if w.Text == "" || w.Speaker == "" && w.Attribution == "" {
			return
		}
		reads(t, w)
		var back struct{ Text, Speaker, Attribution string }
		q := w.Quote("x")
		if _, err := toml.Decode(TOML(q, "O"), &back); err != nil || back.Text != q.Text || back.Speaker != q.Speaker || back.Attribution != q.Attribution {
			t.Fatalf("%v: %+v\n%s", err, back, TOML(q, "O"))
		}
	})
}

// TestWhoSaysItBelowTheWords: lines with name and title below the words are none of them,
// with quotation marks round these or without, where the name is the one that was given.
func TestWhoSaysItBelowTheWords(t *testing.T) {
	for _, c := range []struct{ typed, speaker, text, wantSpeaker, title string }{
		{"“We counted every drop.”\n\nMara Quill\nDirector, Tidewell", "", "We counted every drop.", "Mara Quill", "Director"},
		{"\"We counted every drop.\"\nMara Quill, Director, Tidewell", "", "We counted every drop.", "Mara Quill", "Director"},
		{"We counted every drop.\n\nMara Quill\nDirector, Tidewell", "Mara Quill", "We counted every drop.", "Mara Quill", ""},
		{"We counted every drop.\n– Mara Quill", "mara quill", "We counted every drop.", "mara quill", ""},
		{"We counted every drop.\n\nIt took a year", "Mara Quill", "We counted every drop.\n\nIt took a year", "Mara Quill", ""},
		{"We thank\n\nMara Quill", "", "We thank\n\nMara Quill", "", ""},
		{"“We counted every drop.”\n\nNobody came.", "Mara Quill", "We counted every drop.\n\nNobody came.", "Mara Quill", ""},
	} {
		w, problems := Clean(Words{Text: c.typed, Speaker: c.speaker, Org: "Tidewell"}, language.Of("en"))
		taken := slices.ContainsFunc(problems, func(p Problem) bool { return p.Done == Unsaid })
		if w.Text != c.text || w.Speaker != c.wantSpeaker || w.Title != c.title || taken != (strings.Count(c.text, "\n") == 0) {
			t.Errorf("%q, %q: %q %q %q, said %v", c.typed, c.speaker, w.Text, w.Speaker, w.Title, taken)
		}
	}
}
