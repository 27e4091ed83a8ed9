package submission

import (
	"strings"
	"testing"

	"pressroom/internal/language"
)

// TestMarksOfWordsAtTheirEdges takes off those that stand around, and leaves those that belong to the words.
func TestMarksOfWordsAtTheirEdges(t *testing.T) {
	t.Parallel()
	for text, want := range map[string]string{
		"« Oars. »": "Oars.", "“ Oars. ”|“ Sails. ”": "Oars.|Sails.", "„Oars“.": "Oars.", "„Oars“ and sails.": "no",
		"``Oars''.": "Oars.", "'Oars'.": "Oars.", "«Oars».": "Oars.",
	} {
		got, ok := unwrap(strings.Split(text, "|"))
		if s := strings.Join(got, "|"); ok != (want != "no") || ok && s != want {
			t.Errorf("%s: %q %t", text, s, ok)
		}
	}
	for _, mark := range ",.!?…;" {
		if !endsWithin("'Oars"+string(mark)+"' he said", "'’") {
			t.Errorf("'Oars%c' he said goes on behind its mark", mark)
		}
	}
	for _, mark := range ":-)x" {
		if endsWithin("'Oars"+string(mark)+"' he said", "'’") {
			t.Errorf("'Oars%c' he said ends at its mark", mark)
		}
	}
	for text, want := range map[string]string{
		" Oars.” ": "Oars.", "Oars.\"": "Oars.", "Oars.»\n": "Oars.", "Oars.": "no", "Oars.””": "no", "It is 5\"": "no", "Oars.’": "no",
	} {
		got, ok := unopened(text)
		if ok != (want != "no") || ok && got != want || !ok && got != strings.TrimSpace(text) {
			t.Errorf("%q: %q %t", text, got, ok)
		}
	}
	for _, mark := range `"“”„«»` {
		for _, text := range []string{string(mark) + "Oars.”", "Oars " + string(mark) + "of wood.»", "Oars. " + string(mark) + " So.\""} {
			if got, ok := unopened(text); ok {
				t.Errorf("%s: %s", text, got)
			}
		}
	}
}

// TestWhereAQuotationInsideBegins is behind a space, a bracket, a dash or another mark, and not within a word.
func TestWhereAQuotationInsideBegins(t *testing.T) {
	t.Parallel()
	en := language.Of("en")
	for _, before := range "([–—-" {
		if got, want := marks("so "+string(before)+"\"b\" c", en), "so "+string(before)+"‘b’ c"; got != want {
			t.Errorf("%q, want %q", got, want)
		}
	}
	for text, want := range map[string]string{
		"so “\"b\" c” d": "so ‘“b” c’ d", "so ‘\"b\" c’ d": "so ‘“b” c’ d", "so «\"b\" c» d": "so ‘“b” c’ d", "so „\"b\" c“ d": "so ‘“b” c’ d",
		"so ‚\"b\" c‘ d": "so ‘“b” c’ d", "so \"'b' c\" d": "so ‘“b” c’ d", "so '\"b\" c' d": "so ‘“b” c’ d",
		"so,\"b\" c": "so,\"b\" c", "so.\"b\" c": "so.\"b\" c", "x\"b\" c": "x\"b\" c",
	} {
		if got := marks(text, en); got != want {
			t.Errorf("%s: %q, want %q", text, got, want)
		}
	}
}

// TestMarksInWordsOfOtherHabits writes those of Hebrew, of clipped words inside quotations and of guillemets.
func TestMarksInWordsOfOtherHabits(t *testing.T) {
	t.Parallel()
	for _, c := range []struct{ tag, text, want string }{
		{"en", "the 'rock 'n' roll' years", "the ‘rock ’n’ roll’ years"},
		{"es", "los años del 'rock 'n' roll' siguen", "los años del “rock ’n’ roll” siguen"},
		{"en", "the 'rock ‘n’ roll' years", "the ‘rock ’n’ roll’ years"},
		{"en", "the 'rock ’n’ roll' years", "the ‘rock ’n’ roll’ years"},
		{"en", "rock-'n'-roll and drum-‘n’-bass", "rock-’n’-roll and drum-’n’-bass"},
		{"en", "'Nuff said, 'twould be late", "’Nuff said, ’twould be late"},
		{"fr", "l´eau et l`air", "l’eau et l’air"},
		{"he", "אמר 'ב ה'5 במאי' כך", "אמר ’ב ה׳5 במאי’ כך"},
		{"he", "ג'ון צה\"ל", "ג׳ון צה״ל"},
		{"fr", "Il dit « non » hier", "Il dit “non” hier"},
		{"en", "He said ‹no› then", "He said ‘no’ then"},
		{"en", "O`Brien said", "O’Brien said"},
	} {
		if got := marks(c.text, language.Of(c.tag)); got != c.want {
			t.Errorf("%s %q: %q, want %q", c.tag, c.text, got, c.want)
		}
	}
}

// TestLinesBelowWordsInMarksSayWhoTheyAreBy reads names with brackets, and lines that are set in.
func TestLinesBelowWordsInMarksSayWhoTheyAreBy(t *testing.T) {
	t.Parallel()
	for text, want := range map[string][3]string{
		"“We wait here.”\nAna Ruiz (River Alliance)":  {"Ana Ruiz", "", "River Alliance"},
		"“We wait here.”\n\t– Ana Ruiz, director.":    {"Ana Ruiz", "director", ""},
		"“We wait here.”\n\t–Ana Ruiz, director.":     {"Ana Ruiz", "director", ""},
		"“We wait here.”\n\n\t—  Ana Ruiz, director.": {"Ana Ruiz", "director", ""},
	} {
		got, told := pasted(Words{Text: text}, language.Of("en"))
		if got.Text != "We wait here." || [3]string{got.Speaker, got.Title, got.Org} != want || len(told) != 1 {
			t.Errorf("%q: %+v %v", text, got, told)
		}
	}
}

// TestAFieldThatIsTooLongIsCalledByItsName says how long each is, and how long it may be.
func TestAFieldThatIsTooLongIsCalledByItsName(t *testing.T) {
	t.Parallel()
	long, en := strings.Repeat("a", maxLine+1), language.Of("en")
	for field, c := range map[string]struct {
		in    Words
		label language.PortalPhrase
	}{
		"speaker":     {Words{Speaker: long, Org: "O", Text: "X."}, "field_speaker"},
		"title":       {Words{Speaker: "S", Title: long, Org: "O", Text: "X."}, "field_title"},
		"org":         {Words{Speaker: "S", Org: long, Text: "X."}, "short_org"},
		"attribution": {Words{Attribution: "said " + long[5:], Org: "O", Text: "X."}, "short_attribution"},
		"link":        {Words{Speaker: "S", Org: "O", Text: "X.", Link: "https://" + long[8:]}, "short_link"},
	} {
		_, problems := Clean(c.in, en)
		want := en.Put(language.Line("lacks_room", "field", language.Line(c.label), "n", maxLine+1, "most", maxLine))
		if len(problems) != 1 || problems[0].Field != field || problems[0].Message != want || want == "" {
			t.Errorf("%s: %+v, want %s", field, problems, want)
		}
	}
	got, problems := Clean(Words{
		Speaker: " <b>Ana</b>  Ruiz\n", Title: "chair\tof it", Org: " Rivers  Trust", Text: "X.", Attribution: "said  \"she\"",
		Link: " https://a.example ",
	}, en)
	if got.Speaker != "Ana Ruiz" || got.Title != "chair of it" || got.Org != "Rivers Trust" || got.Attribution != "said ‘she’" ||
		got.Link != "https://a.example" || len(problems) != 0 {
		t.Errorf("%+v %v", got, problems)
	}
}

// TestWhatIsAdvisedOfAnEnd looks behind closing marks for the stop, and for braces of both kinds.
func TestWhatIsAdvisedOfAnEnd(t *testing.T) {
	t.Parallel()
	for text, want := range map[string]string{
		"Oars.": "", "Oars.”": "", "Oars.’": "", "Oars.»": "", "Oars.“": "", "Oars!’”": "", "Oars)": "", "": "",
		"Oars”": "advice_stop", "Oars": "advice_stop", "Oars }.": "advice_braces", "Oars {.": "advice_braces",
	} {
		want := strings.Fields(want)
		for i, p := range want {
			want[i] = language.Of("en").Put(language.Line(language.PortalPhrase(p)))
		}
		var got []string
		for _, p := range (Words{Text: text}).Advice(0) {
			got = append(got, p.Message)
		}
		if strings.Join(got, "|") != strings.Join(want, "|") {
			t.Errorf("%q: %q, want %q", text, got, want)
		}
	}
}

// TestWordsAreNoMarkupAnywhere has signs of Markdown in an attribution and behind it, and signs that begin no tag.
func TestWordsAreNoMarkupAnywhere(t *testing.T) {
	t.Parallel()
	if got := (Words{Attribution: "said *she*", Org: "O", Text: "X."}).Quote("x").Attribution; got != `said \*she\*` {
		t.Error(got)
	}
	if got := Markdown("We waited here so long. *Now* we go.", true, "en"); got != `We waited here so long. {said} \*Now\* we go.` {
		t.Error(got)
	}
	for _, text := range []string{"so <b & c", "so <p", "so <br / x", "so </div & y"} {
		if got := fromHTML(text); got != text {
			t.Errorf("%q: %q", text, got)
		}
	}
	for md, want := range map[string]string{
		"- a\r\n- b\r\n": "- a\n- b", " \n# a\n ": "# a", "1. a\n2. b": "1. a\n2. b",
	} {
		if got := spoken(md); got != want {
			t.Errorf("%q: %q, want %q", md, got, want)
		}
	}
}
