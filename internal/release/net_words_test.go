package release

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"pressroom/internal/language"
)

// told are the messages about a release of such keys above its tables, such tables and such a body.
func told(top, tables, body string, settings Settings, others ...Source) (*Release, string) {
	src := Source{Name: "x.md", Data: []byte("+++\n" + head + top + contact + tables + "+++\n" + body + "\n")}
	r, diags := Read("x", append([]Source{src}, others...), settings)
	return r, diags.Error()
}

// TestAStyleThatIsNoneIsNamedShortly reads quotes of each style and of others.
func TestAStyleThatIsNoneIsNamedShortly(t *testing.T) {
	t.Parallel()
	long := strings.Repeat("lamps", 13)
	for style, want := range map[string]string{
		"said": "", "dash": "", "lead-in": "", "block": "", "": "",
		"loud": `x.md:11:9: error: style is "said", "dash", "lead-in" or "block", not "loud" [style]`,
		long:   `x.md:11:9: error: style is "said", "dash", "lead-in" or "block", not "` + long[:60] + `…" [style]`,
	} {
		_, got := told("", "[[quote]]\norg = \"O\"\nspeaker = \"S\"\nstyle = \""+style+"\"\ntext = \"Oars.\"\n", "x", Settings{})
		if got != want {
			t.Errorf("%s: %s", style, got)
		}
	}
}

// TestAPathIsReadAsItIsWritten reads paths of documents in each kind of marks, with slashes of either kind and over lines.
func TestAPathIsReadAsItIsWritten(t *testing.T) {
	t.Parallel()
	const folders = "folders are separated by / here"
	for written, want := range map[string]struct{ path, says string }{
		`"media/a.pdf"`:                 {"media/a.pdf", ""},
		`" media/a.pdf "`:               {"media/a.pdf", ""},
		`'media\a.pdf'`:                 {"", folders},
		`"media\\a.pdf"`:                {"", "write media/a.pdf"},
		`'C:\quay\a.pdf'`:               {"", "write media/a.pdf"},
		`"""media\\a.pdf"""`:            {"", `\`},
		"'''\nmedia\\a.pdf'''":          {"", `\`},
		"\"\"\"\nmedia\\\n/a.pdf\"\"\"": {"media/a.pdf", ""},
		`"media/a\n.pdf"`:               {"", "write media/a/n.pdf"},
		"\"media/a\t.pdf\"":             {"media/a.pdf", ""},
		"'''media/a\n.pdf'''":           {"", "file must stand on one line"},
		"'''media/a\r\n.pdf'''":         {"", "file must stand on one line"},
	} {
		r, got := told("", "[[document]]\ntitle = \"Lamps\"\nfile = "+written+"\n", "x", Settings{})
		if want.says == "" {
			if r == nil || len(r.Documents) != 1 || r.Documents[0].File != want.path {
				t.Errorf("%s: %s", written, got)
			}
		} else if !strings.Contains(got, want.says) {
			t.Errorf("%s: %s", written, got)
		}
		if strings.Contains(got, folders) != (want.says == folders || strings.HasPrefix(want.says, "write")) {
			t.Errorf("%s: of folders: %s", written, got)
		}
	}
}

// TestLinesThatAreNothingButAnEndMark reads each way to end the copy, as long as one may be.
func TestLinesThatAreNothingButAnEndMark(t *testing.T) {
	t.Parallel()
	for _, mark := range []string{
		"#", "###", "# # #", "######", "***", "* * *", "xxx", "XXX", "end", "ends", "ENDS", "Fin", "Ende", "fine", "fim", "einde", "30", "-30-",
		"- 30 -",
		"–30–", "– 30 –", "ends here", "-ends-", "- ende -", "-fin-", "[ends]", "(ENDS)", "—ends—", "–end–", strings.Repeat("-", 22) + "#",
	} {
		if !IsEndMark(mark) {
			t.Errorf("%q is none", mark)
		}
	}
	for _, text := range []string{
		"", "#######", "**", "xx", "xxxx", "it ends", "31", "endes", "-", "ends there",
		strings.Repeat("-", 23) + "#",
	} {
		if IsEndMark(text) {
			t.Errorf("%q is one", text)
		}
	}
	for text, left := range map[string]int{"ENDS": 1, "xxx": 2, "XXX": 2, "xxxx": 2} {
		blocks := []Block{&Paragraph{[]Inline{&Text{"Lamps."}}}, &Paragraph{[]Inline{&Text{text}}}}
		if got := withoutEndMark(blocks); len(got) != left {
			t.Errorf("%s: %d are left", text, len(got))
		}
	}
}

// TestWhatFollowsTheMarkerInAQuote parts marks, dashes and words that stand behind it.
func TestWhatFollowsTheMarkerInAQuote(t *testing.T) {
	t.Parallel()
	for s, want := range map[string][2]string{
		", and": {",", "and"}, "; and": {";", "and"}, ": and": {":", "and"}, ". And": {".", "And"}, "? And": {"?", "And"}, "! And": {"!", "And"},
		"، and": {"،", "and"}, "؛ and": {"؛", "and"}, "؟ and": {"؟", "and"}, "、and": {"、", "and"}, "。and": {"。", "and"}, "！and": {"！", "and"},
		"？and": {"？", "and"}, " – and": {" –", "and"}, " — and": {" —", "and"}, "—and": {"—", "and"}, " , and": {"", ", and"}, " and": {
			"",
			"and",
		},
		"": {"", ""}, " ": {"", ""}, "(and": {"", "(and"},
	} {
		punct, rest := leadingPunctuation([]Inline{&Text{s}, &CodeSpan{"x"}})
		if punct != want[0] || len(rest) != 2 || PlainText(rest[:1]) != want[1] {
			t.Errorf("%q: %q %q", s, punct, PlainText(rest))
		}
	}
	if punct, rest := leadingPunctuation([]Inline{&CodeSpan{","}}); punct != "" || len(rest) != 1 {
		t.Errorf("code: %q %v", punct, rest)
	}
	if punct, rest := leadingPunctuation(nil); punct != "" || rest != nil {
		t.Errorf("nothing: %q %v", punct, rest)
	}
}

// TestWhatWordsEndWith looks behind closing marks and spaces for what a sentence ends with.
func TestWhatWordsEndWith(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		tag, text string
		want      endKind
		at, n     int
	}{
		{"en", "Oars.", stopEnd, 4, 1},
		{"en", "Oars. ", stopEnd, 4, 1},
		{"en", "Oars.’", stopEnd, 4, 1},
		{"en", "Oars...", markEnd, 0, 0},
		{"en", "Oars,", commaEnd, 4, 1},
		{"en", "Oars…", markEnd, 0, 0},
		{"en", "Oars?", markEnd, 0, 0},
		{"en", "Oars!", markEnd, 0, 0},
		{"en", "Oars؟", markEnd, 0, 0},
		{"en", "Oars", otherEnd, 0, 0},
		{"en", "Oars –", otherEnd, 0, 0},
		{"en", "Oars Inc.", abbreviationEnd, 8, 1},
		{"ar", "Oars،", commaEnd, 4, 2},
		{"hi", "Oars।", stopEnd, 4, 3},
		{"en", "Oars;", otherEnd, 0, 0},
	} {
		got := endOf([]Inline{&Text{c.text}}, language.Of(c.tag))
		if got.kind != c.want || got.at != c.at || got.n != c.n {
			t.Errorf("%s %q: %d at %d, %d", c.tag, c.text, got.kind, got.at, got.n)
		}
	}
	if got := endOf([]Inline{&Text{"Oars."}, &Text{" "}}, language.Of("en")); got.kind != stopEnd {
		t.Errorf("a space behind a stop: %d", got.kind)
	}
	if got := endOf([]Inline{&Text{"Oars."}, &CodeSpan{"x"}}, language.Of("en")); got.kind != otherEnd {
		t.Errorf("code behind a stop: %d", got.kind)
	}
	if got := endOf([]Inline{&Text{"“"}}, language.Of("en")); got.kind != otherEnd {
		t.Errorf("nothing but a mark: %d", got.kind)
	}
}

// TestAMarkerInAQuoteMovesNoPlace names the place of what is wrong before and behind a marker.
func TestAMarkerInAQuoteMovesNoPlace(t *testing.T) {
	t.Parallel()
	for text, want := range map[string]string{
		"Oars {said} and <b>": "q:1:17: ", "Oars <b> and {said} sails": "q:1:6: ", "Oars {said}<b>": "q:1:12: ",
		"Oars {said} and {said}": "q:1:17: ",
	} {
		_, diags := readQuote(t, "en", &Quote{Style: StyleSaid, Speaker: "Ana Ruiz", Org: "Rivers Trust", Text: text})
		if len(diags) == 0 || !strings.HasPrefix(diags[0].String(), want) {
			t.Errorf("%s: %v", text, diags)
		}
	}
}

// TestAnAttributionIsOneLine reads attributions of one paragraph, of two and of none.
func TestAnAttributionIsOneLine(t *testing.T) {
	t.Parallel()
	for attribution, want := range map[string]string{
		"said a pilot": "", "said a pilot\n\nof Marlow": "an attribution is one line", "said a pilot\nof Marlow": "",
	} {
		_, diags := readQuote(t, "en", &Quote{Style: StyleSaid, Org: "Rivers Trust", Text: "Oars.", Attribution: attribution})
		if got := diags.Error(); (want == "") != (got == "") || !strings.Contains(got, want) {
			t.Errorf("%q: %s", attribution, got)
		}
	}
}

// TestWordsThatTellSomethingByThemselves reads short words, figures and stretches of marks alone.
func TestWordsThatTellSomethingByThemselves(t *testing.T) {
	t.Parallel()
	for word, want := range map[string]bool{"oar": true, "of": false, "9": true, "b2": true, "né": false, "née": true, "": false} {
		if telling(word) != want {
			t.Errorf("%q", word)
		}
	}
	if got := bareWords("Oars — “and” 9 sails, ..."); !slices.Equal(got, []string{"oars", "and", "9", "sails"}) {
		t.Errorf("%q", got)
	}
}

// TestReferencesBeginWithALetterAndAreBounded finds no more of them than a text is searched for.
func TestReferencesBeginWithALetterAndAreBounded(t *testing.T) {
	t.Parallel()
	for s, want := range map[string]string{
		"K7PD-3WQX": "K7PD-3WQX", "K7PD‐3WQX": "K7PD-3WQX", "K7PD‑3WQX": "K7PD-3WQX", "I7PD-3WQX": "", "O7PD-3WQX": "", "L7PD-3WQX": "",
		"U7PD-3WQX": "",
	} {
		if got := strings.Join(References(s), " "); got != want {
			t.Errorf("%s: %s", s, got)
		}
	}
	for random, want := range map[[8]byte]string{
		{0, 1, 2, 3, 4, 5, 6, 7}: "A123-4567", {1, 0, 9, 10, 31, 32, 33, 64}: "B09A-Z010", {255, 255, 255, 255, 255, 255, 255, 255}: "QZZZ-ZZZZ",
	} {
		if got := NewReference(random); got != want {
			t.Errorf("%v: %s, want %s", random, got, want)
		}
	}
	var b strings.Builder
	for i := range mostReferences + 2 {
		fmt.Fprintf(&b, "A%03d-%04d ", i%1000, i)
	}
	if got := References(b.String()); len(got) != 2000 || got[1999] != "A999-1999" {
		t.Errorf("%d, the last %s", len(got), got[len(got)-1])
	}
}

// TestSlugsAreBounded holds how long the name of a release may be, and what it is made of.
func TestSlugsAreBounded(t *testing.T) {
	t.Parallel()
	for s, want := range map[string]bool{
		"a": true, "oars-9": true, "": false, "-oars": false, "oars-": false, "oars--9": false, "Oars": false,
		strings.Repeat("a", 100): true, strings.Repeat("a", 101): false,
	} {
		if ValidSlug(s) != want {
			t.Errorf("%q", s)
		}
	}
}

// TestOnlyTimesAreMoments decodes what TOML has of dates and times, and what is none.
func TestOnlyTimesAreMoments(t *testing.T) {
	t.Parallel()
	at := time.Date(2026, 7, 26, 9, 5, 7, 8, time.UTC)
	for zone, want := range map[string]momentKind{"datetime-local": localDateTime, "date-local": localDate, "x": offsetDateTime} {
		var m Moment
		if err := m.UnmarshalTOML(at.In(time.FixedZone(zone, 0))); err != nil || m.kind != want || !m.wall.Equal(at) {
			t.Errorf("%s: %v %v", zone, m, err)
		}
	}
	for want, v := range map[string]any{
		"string is not a date or time": "2026-07-26", "int is not a date or time": 5,
		"a time without its date; write 2026-07-26T09:00:00": at.In(time.FixedZone("time-local", 0)),
	} {
		if err := new(Moment).UnmarshalTOML(v); err == nil || err.Error() != want {
			t.Errorf("%v: %v", v, err)
		}
	}
}
