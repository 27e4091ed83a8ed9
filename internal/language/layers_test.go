package language

import (
	"encoding/json"
	"fmt"
	"reflect"
	"slices"
	"strings"
	"testing"
	"time"

	"pressroom/internal/expect"
)

// section is a table of a language's file, "" for what stands above the first, and its
// lines; without is the file without it.
func section(text, name string) (lines []string, without string) {
	in := name == ""
	var kept strings.Builder
	for line := range strings.Lines(text) {
		if strings.HasPrefix(line, "[") {
			in = strings.TrimSpace(line) == "["+name+"]"
		}
		if in {
			lines = append(lines, line)
		} else {
			kept.WriteString(line)
		}
	}
	return lines, kept.String()
}

var phraseTables = []string{"pages", "links", "enclosed", "newsroom", "search", "holders", "embargo", "correction", "report", "verify"}

// A language that lies over another changes nothing of that one, in whatever table.
func TestWhatLiesUnderALanguageStaysAsItIs(t *testing.T) {
	text := string(whole(t).Data)
	lines, partly := section(text, "portal")
	partly += "[portal]\n" + strings.Join(lines[1:5], "")
	for _, under := range []string{text, partly} {
		for _, name := range append([]string{"phrases", "portal", "answers", "speech", "automatic", "dates"}, phraseTables...) {
			lines, _ := section(text, name)
			over := "[" + name + "]\n"
			for _, line := range lines {
				key, value, ok := strings.Cut(line, " = ")
				switch {
				case !ok || strings.HasPrefix(line, " "):
				case value == "true\n":
					over += key + " = false\n"
				case value[0] == '"' && key != "time":
					over += key + " = \"☃ " + value[1:]
				case value[0] == '[' && name != "dates":
					over += key + " = [\"snow\"]\n"
				}
			}
			alone, diags := NewSet([]File{{"eo.toml", []byte(under)}})
			if len(diags) > 0 {
				t.Fatal(diags)
			}
			both, diags := NewSet([]File{{"b/eo.toml", []byte(under)}, {"a/eo-AQ.toml", []byte(over)}})
			if len(diags) > 0 {
				t.Fatalf("%s: %v", name, diags)
			}
			if !reflect.DeepEqual(alone.Of("eo"), both.Of("eo")) {
				t.Errorf("what lies over it under [%s] changes the language", name)
			}
			changed, tag := *both.Of("eo-AQ"), both.Of("eo-AQ").Tag
			if changed.Tag = "eo"; tag != "eo-AQ" || reflect.DeepEqual(alone.Of("eo"), &changed) {
				t.Errorf("%s: what stands under [%s] changes nothing", tag, name)
			}
		}
	}
}

// Half a table is none: nobody reads a page half in English.
func TestATableOverALanguageThatLacksItIsWhole(t *testing.T) {
	text := string(whole(t).Data)
	for _, name := range phraseTables {
		lines, without := section(text, name)
		for under, want := range map[string]string{text: "", without: " is missing; write it as in "} {
			_, diags := NewSet([]File{{"eo.toml", []byte(under)}, {"eo-AQ.toml", []byte(lines[0] + lines[1])}})
			if want == "" && len(diags) > 0 || !strings.Contains(fmt.Sprint(diags), want) {
				t.Errorf("[%s]: %v, want %q", name, diags, want)
			}
			set, diags := NewSet([]File{{"eo.toml", []byte(under)}, {"eo-AQ.toml", []byte(strings.Join(lines, ""))}})
			if len(diags) > 0 || len(set.Of("eo-AQ").Lacks) > 0 {
				t.Errorf("all of [%s]: %v, lacks %v", name, diags, set.Of("eo-AQ").Lacks)
			}
		}
	}
}

// Each table of phrases is in the language where it has it, else in English.
func TestPhrasesAreEnglishWhereALanguageHasNone(t *testing.T) {
	said := func(c *Catalogue) []string {
		return []string{
			c.Page(LeaveAsk, "ana@a.example"), c.Enclosed(AttachedAs, "a.pdf"), c.Newsroom(AllReleases), c.Holder(MovedText, "noon", "nine"),
			c.Embargo(NoticeOffer, "Harbor", "noon"), c.Correction(BeforeLine, "noon", "It is so."), c.Report(ReportAsOf, "Harbor", "noon"), c.Verify(VerifyUnchanged, 3, 7),
		}
	}
	text := string(whole(t).Data)
	for _, name := range phraseTables {
		_, text = section(text, name)
	}
	set, diags := NewSet([]File{{"eo.toml", []byte(text)}})
	if len(diags) > 0 {
		t.Fatal(diags)
	}
	english, none, german := said(Of("en")), said(set.Of("eo")), said(Of("de"))
	for i, s := range english {
		if none[i] != s || german[i] == s || strings.ContainsAny(s+german[i], "{}") {
			t.Errorf("%q in English, %q where there is none, %q in German", s, none[i], german[i])
		}
	}
	if got := strings.Join(set.Of("eo").Lacks, " "); got != strings.Join(phraseTables, " ") {
		t.Errorf("it lacks %s", got)
	}
	for i, c := range []struct{ got, want string }{
		{english[0], "ana@a.example"},
		{english[1], "a.pdf"},
		{english[3], "nine"},
		{english[4], "Harbor"},
		{english[5], "It is so."},
		{english[6], "Harbor"},
		{english[7], "7"},
	} {
		if !strings.Contains(c.got, c.want) {
			t.Errorf("%d: %q lacks %q", i, c.got, c.want)
		}
	}
}

// A language of its own that lacks some of the phrases of partners' pages.
func TestWhatALanguageLacksOfPartnersPages(t *testing.T) {
	text := string(whole(t).Data)
	lines, without := section(text, "portal")
	lines = slices.DeleteFunc(lines, func(s string) bool { return !strings.Contains(s, " = ") || strings.Contains(s, "_one = ") })
	var b strings.Builder
	for _, n := range []int{0, 1, 3, 4, len(lines)} {
		file := File{"eo.toml", []byte(without + "[portal]\n" + strings.Join(lines[n:], ""))}
		set, diags := NewSet([]File{file}, "eo")
		if len(diags) > 0 {
			t.Fatal(diags)
		}
		lacks := set.Of("eo").Lacks
		for _, part := range []string{"", fmt.Sprint(len(lines)), fmt.Sprint(len(Of("en").places))} {
			for i, l := range lacks {
				if part != "" {
					lacks[i] = strings.Replace(l, part, "ALL", 1)
				}
			}
		}
		fmt.Fprintf(&b, "without %d: lacks %v, for partners %v\n", min(n, 5), lacks, slices.Contains(set.ForPartners(), "eo"))
	}
	expect.File(t, "lacking.golden.txt", b.String())
}

// Who writes which script, and what passages of others are taken for.
func TestWhichPassagesAreOfAnotherLanguage(t *testing.T) {
	var b strings.Builder
	for _, lang := range []string{"en", "ar", "he", "el", "ru", "ko", "ja", "zh-Hans", "zh-Hant", "hi", "th", "hy", "ka", "bn", "ta", "te", "am"} {
		fmt.Fprintf(&b, "%s:", lang)
		for _, text := range []string{
			"abc", "مرحبا", "שלום", "Ωμ", "привет", "한국", "ひら", "カタ", "漢字", "नम", "ไทย", "Հայ", "ქარ", "বাং", "தமி", "తెల", "አማ",
		} {
			p := Passages("x "+text, lang)
			found := p[len(p)-1].Language
			if HasOtherScript(text, lang) != (found != "") {
				t.Errorf("%q in %s: %v", text, lang, p)
			}
			fmt.Fprintf(&b, " %s", strings.Replace("-"+found, "-und-", "und-", 1))
		}
		fmt.Fprintln(&b)
	}
	expect.File(t, "passages.golden.txt", b.String())
}

// All that a language prints is among the characters that its fonts are asked for, and
// among the texts that are looked through for phrases of other languages.
func TestTextsAndCharactersOfALanguage(t *testing.T) {
	c := &Catalogue{
		Name: "a", Open: "b", Close: "c", Reopen: "d", Said: "e", SaidNoTitle: "f", LeadIn: "g", Signature: "h", SignNoRole: "i",
		Phrases: map[Phrase]string{Ends: "j", AboutLabel: "k"}, Pages: map[PagePhrase]string{MeSave: "l", MeName: "m"},
		Links: map[LinkPhrase]string{DoorOpenButton: "n", DoorCodeLabel: "o"},
		dates: dates{weekdays: []string{"p", "q"}, months: []string{"r", "s"}, noon: "t", midnight: "u", instant: "v", elsewhere: "w"},
	}
	if got := strings.Join(c.Texts(), ""); got != "efghikjmlonpqrstu" {
		t.Errorf("texts: %s", got)
	}
	letters := []rune(c.Characters())
	slices.Sort(letters)
	if got := string(letters); got != "abcdeghjkpqrstuvw" {
		t.Errorf("characters: %s", got)
	}
}

// A number that an abbreviation stands before makes it no word that ends a sentence.
func TestAbbreviationsThatAreWordsAtAnEnd(t *testing.T) {
	words := []string{
		"no.", "nr.", "n.", "p.", "pp.", "vol.", "art.", "fig.", "s.", "pag.", "núm.", "pág.", "abs.", "kap.",
	}
	set, diags := NewSet([]File{{"es.toml", []byte("[lines]\nabbreviations = [\"" + strings.Join(words, `", "`) + "\", \"inc.\"]\n")}})
	if len(diags) > 0 {
		t.Fatal(diags)
	}
	c := set.Of("es")
	for _, w := range words {
		for _, w := range []string{w, strings.ToUpper(w)} {
			if !c.EndsInAbbreviation("it is "+w) || c.EndsInOwnStop("it is "+w) || c.EndsInOwnStop(w) {
				t.Errorf("%s: an abbreviation %v, its own stop %v", w, c.EndsInAbbreviation(w), c.EndsInOwnStop(w))
			}
		}
	}
	if !c.EndsInOwnStop("Inc.") || !c.EndsInOwnStop("of Inc.") || c.EndsInOwnStop("") {
		t.Error("the stop of inc. is its own")
	}
}

func TestACountTakesEachFormThatItsLanguageHas(t *testing.T) {
	forms := "[portal]\n"
	for _, form := range []string{"zero", "one", "two", "few", "many", "other"} {
		forms += "count_" + form + " = \"{n} " + form + "\"\n"
	}
	set, diags := NewSet([]File{{"ar.toml", []byte(forms)}, {"da.toml", []byte(forms)}, {"lv.toml", whole(t).Data}})
	if len(diags) > 0 {
		t.Fatal(diags)
	}
	var got []string
	for _, tag := range []string{"ar", "da"} {
		for _, n := range []int{0, 1, 2, 3, 11, 100} {
			got = append(got, set.Of(tag).Put(Counted("count", n)))
		}
	}
	want := "0 zero, 1 one, 2 two, 3 few, 11 many, 100 other, 0 other, 1 one, 2 other, 3 other, 11 other, 100 other"
	if s := strings.Join(got, ", "); s != want {
		t.Errorf("%s\nwant %s", s, want)
	}
	if got := set.Of("lv").Put(Counted("count", 2)); got != "2 words." {
		t.Errorf("where a language does not have the form: %s", got)
	}
}

// What a language says of itself: whether it was read, and what of it was not.
func TestWhichTablesOfALanguageNobodyHasRead(t *testing.T) {
	unread := File{"eo.toml", []byte("unread = [\"pages\"]\n" + string(whole(t).Data))}
	for over, want := range map[string]string{
		"name = \"E\"\n":              "true [pages]",
		"unread = [\"portal\"]\n":     "true [portal]",
		"read = true\n":               "true []",
		"read = false\n":              "false []",
		"unread = []\nread = false\n": "false []",
	} {
		set, diags := NewSet([]File{unread, {"eo-AQ.toml", []byte(over)}})
		if len(diags) > 0 {
			t.Fatal(diags)
		}
		if c := set.Of("eo-AQ"); fmt.Sprint(c.Read, " ", c.Unread) != want {
			t.Errorf("%q: read %v, but for %v; want %s", over, c.Read, c.Unread, want)
		}
	}
}

func TestASetThatIsNoJSONIsAnError(t *testing.T) {
	if err := json.Unmarshal([]byte(`{"files": 3}`), new(Set)); err == nil || !strings.HasPrefix(err.Error(), "languages: json: ") {
		t.Error(err)
	}
}

func TestAZoneOfOneLetter(t *testing.T) {
	if got := zoneName(time.Date(2027, 1, 1, 0, 0, 0, 0, time.FixedZone("Z", 0))); got != "Z" {
		t.Errorf("%s", got)
	}
}

// An error within a line is told once.
func TestABraceThatIsNotClosedIsOneError(t *testing.T) {
	_, diags := NewSet([]File{{"es.toml", []byte("[dates]\ntime = \"{h12}:{mm} {half\"\n")}})
	if len(diags) != 1 {
		t.Error(diags)
	}
}
