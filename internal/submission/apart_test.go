package submission

import (
	"strings"
	"testing"

	"pressroom/internal/language"
)

// In each of these languages a number in order has a stop, and in no other.
func TestWhereAStopBehindANumberEndsNoSentence(t *testing.T) {
	for tag, want := range map[string]bool{
		"de": false, "da": false, "nb": false, "no": false, "fi": false, "cs": false, "sk": false, "pl": false, "hu": false, "hr": false, "sl": false,
		"et": false, "tr": false, "de-AT": false, "en": true, "fr": true, "s": true, "": true,
	} {
		cat := &language.Catalogue{Tag: tag}
		if got := ends("We came on the 31.", "October was cold", cat); got != want {
			t.Errorf("%s: a sentence ends behind 31.: %t", tag, got)
		}
		if !ends("We came until 310.", "October was cold", cat) {
			t.Errorf("%s: no sentence ends behind 310.", tag)
		}
	}
}

// Words that are shortened before a name, those that are so before a number alone, and others.
func TestShortenedWordsEndNoSentence(t *testing.T) {
	cat := &language.Catalogue{Tag: "en"}
	for words, want := range map[string]bool{
		"mr mrs ms dr prof st sr sra srta jr gov sen rep gen maj capt sgt lt hon rev mt jan feb apr aug sept oct nov dec dra ud uds dott avda " +
			"profa mme mlle bzw evtl ggf inkl vgl z.B u.a d.h Dr DR (Dr x É": false,
		"no nr núm n p pp vol fig art s pág pag cap abs harbor it No (no": true,
	} {
		for w := range strings.FieldsSeq(words) {
			if got := ends("We spoke to "+w+".", "Ruiz was there", cat); got != want {
				t.Errorf("behind %s. a sentence ends: %t", w, got)
			}
			if ends("We spoke to "+w+".", "7 were there", cat) {
				t.Errorf("behind %s. a sentence ends before a number", w)
			}
		}
	}
}

func TestMarksThatBeginInASentence(t *testing.T) {
	for _, before := range []string{"", " ", "\n", "(", "[", "–", "—", "-", "“", "‘", "«", "„", "‚"} {
		if got := closerOf(before+"“", len(before), '“'); got != '”' {
			t.Errorf("behind %q: %q", before, got)
		}
	}
	for _, before := range []string{"a", "7", ".", "”", "’", ")"} {
		if got := closerOf(before+"“", len(before), '“'); got != 0 {
			t.Errorf("behind %q: %q", before, got)
		}
	}
	cat := language.Of("ja")
	for _, stop := range []string{"。", "！", "？"} {
		long := strings.Repeat("港", leastSentence-1) + stop
		for p, want := range map[string]string{long + "船": long + "/船", long[3:] + "船": long[3:] + "船/", long: long + "/"} {
			if first, gap, rest := firstSentence(p, cat); first+gap+"/"+rest != want {
				t.Errorf("%s: %s, %q, %s", p, first, gap, rest)
			}
		}
	}
}

// The lines below the words that say who they are by.
func TestLinesBelowTheWords(t *testing.T) {
	for _, c := range []struct{ text, speaker, words, by string }{
		{"“Words.”\n\nAna Ruiz, Head\n\n", "", "“Words.”", "Ana Ruiz, Head"},
		{"“Words.”\n– Ana Ruiz\nHead\n", "", "“Words.”", "Ana Ruiz, Head"},
		{"“Words.”\nAna", "", "“Words.”\nAna", ""},
		{"“Words.”\nAna Bea Cy Dee Eve", "", "“Words.”", "Ana Bea Cy Dee Eve"},
		{"“Words.”\nAna Bea Cy Dee Eve Fay", "", "“Words.”\nAna Bea Cy Dee Eve Fay", ""},
		{"Words.\n\nAna, Head", "ana", "Words.", "Ana, Head"},
		{"Words.\nAna, »x", "Ana", "Words.\nAna, »x", ""},
		{"Words.\nAna Ruiz", "", "Words.\nAna Ruiz", ""},
		{"“Words.”\nAna Ruiz\na\nb\nc", "", "“Words.”", "Ana Ruiz, a, b, c"},
		{"“Words.”\nAna Ruiz\na\nb\nc\nd", "", "“Words.”\nAna Ruiz\na\nb\nc\nd", ""},
		{"“Words.”\nAna Ruiz.", "", "“Words.”\nAna Ruiz.", ""},
		{"“Words.”\nAna Ruiz, " + strings.Repeat("x", 90), "", "“Words.”", "Ana Ruiz, " + strings.Repeat("x", 90)},
		{"“Words.”\nAna Ruiz, " + strings.Repeat("x", 91), "", "“Words.”\nAna Ruiz, " + strings.Repeat("x", 91), ""},
		{"Ana Ruiz", "Ana Ruiz", "Ana Ruiz", ""},
	} {
		if words, by := cutByline(c.text, c.speaker); words != c.words || by != c.by {
			t.Errorf("%q: %q by %q, want %q by %q", c.text, words, by, c.words, c.by)
		}
	}
	for p, want := range map[string]bool{
		`""`: false, `"a"`: true, " “a” ": true, "„a“": true, "«a»": true, "»a«": true, "“a": false, "a”": false, "a": false, "": false,
	} {
		if got := inMarks(p); got != want {
			t.Errorf("%q stands in marks: %t", p, got)
		}
	}
}

// What stands around the words of a letter.
func TestWhatStandsAroundTheWordsOfALetter(t *testing.T) {
	for in, want := range map[string]string{
		"  Quote from River Alliance: “Words.”": "“Words.”", "Quote: “Words.”": "“Words.”", "Quote: my “words”": "-", "Quote:\nWords.": "Words.",
		"Hello\n\nOur statement:  \n\n“Words.” \n\n“More.”\n\nBye": "“Words.” \n\n“More.”", "Hello\n\nOur words:\n\n“Words.”": "-",
		"Hello\n\nOur statement:\n\nWords.": "-", "Quote:": "-",
	} {
		got, ok := unframed(in)
		if !ok {
			got = "-"
		}
		if got != want {
			t.Errorf("%q: %q, want %q", in, got, want)
		}
	}
	long := strings.Repeat("x", 400)
	if got, ok := unstarred("*" + long + "*"); !ok || got != long {
		t.Errorf("stars around %d letters stay", len(long))
	}
	if got, ok := unstarred("_" + long + "_"); !ok || got != long {
		t.Errorf("lines around %d letters stay", len(long))
	}
	for text, want := range map[string]int{"a:/b": 0, "a://b": 1, "see www.a": 1, "see www": 0} {
		if got := (Words{Text: text + " c.", Title: "x"}).Advice(0); len(got) != want {
			t.Errorf("%q: %v", text, got)
		}
	}
	if got := marks("“a ‘b “c ‘d’ e” f’ g”", language.Of("en")); got != "‘a “b ‘c “d” e’ f” g’" {
		t.Error(got)
	}
	for text, want := range map[string]string{
		"«First.»\nSecond": "«First.»|Second", "First.”\nSecond": "First.”|Second", "First\nsecond": "First second", "First؟\nSecond": "First؟|Second",
	} {
		if got := strings.Join(joined(text), "|"); got != want {
			t.Errorf("%q: %q, want %q", text, got, want)
		}
	}
}

// Signs that nobody sees make no tag of what was none, and none comes out of HTML; fields are
// cleaned as words are.
func TestUnseenSignsInPages(t *testing.T) {
	for in, want := range map[string]string{
		"<\u200bb>x</b>": "x", "<b>a&#x200b;b</b>": "ab", "<b>a&#13;b</b>": "a\nb",
	} {
		if got := fromHTML(in); got != want {
			t.Errorf("%q: %q, want %q", in, got, want)
		}
	}
	for in, want := range map[string]string{"<b>Ana</b>  Ruiz\n": "Ana Ruiz", "Ana's \u200b\"x\"": "Ana’s ‘x’", "<i>A&#x200b;na</i>": "Ana"} {
		if got := line(in, language.Of("en")); got != want {
			t.Errorf("%q: %q, want %q", in, got, want)
		}
	}
	cat := language.Of("en")
	for field, w := range map[string]Words{
		"speaker": {Speaker: "Ana ☀", Org: "R", Text: "X."}, "title": {Speaker: "Ana", Title: "☀", Org: "R", Text: "X."}, "org": {Speaker: "Ana", Org: "☀", Text: "X."},
		"text": {Speaker: "Ana", Org: "R", Text: "☀ X."}, "attribution": {Attribution: "said ☀", Org: "R", Text: "X."},
	} {
		_, told := Clean(w, cat)
		if len(told) != 1 || told[0].Field != field || told[0].Advice {
			t.Errorf("a picture in %s: %+v", field, told)
		}
	}
	if !says("Ana Ruiz", &language.Catalogue{}) {
		t.Error("a language whose verbs nobody knows has none that misses")
	}
	for limit, want := range map[int]int{0: 0, 1: 1, 2: 0} {
		if got := (Words{Text: "Two words.", Title: "x"}).Advice(limit); len(got) != want {
			t.Errorf("of two words where %d are asked: %v", limit, got)
		}
	}
}

// Whole quotations that are pasted are taken apart up to a length, and fill what is empty.
func TestPastedQuotationsFillWhatIsEmpty(t *testing.T) {
	cat := language.Of("en")
	const said = "” said Ana Ruiz, director of River Alliance."
	for n, want := range map[int]string{4 * MaxText: "Ana Ruiz", 4*MaxText + 1: ""} {
		text := "“" + strings.Repeat("We wait. ", n/9-10)
		text += strings.Repeat("x", n-len(text)-len(","+said)) + "," + said
		if got, _ := pasted(Words{Text: text}, cat); got.Speaker != want || len(text) != n {
			t.Errorf("of %d bytes it is by %q, want %q", len(text), got.Speaker, want)
		}
	}
	got, _ := pasted(Words{Title: " \n", Org: "The River", Text: "“We have waited long enough,” said Ana Ruiz, director of River Alliance."}, cat)
	if got.Speaker != "Ana Ruiz" || got.Title != "director" || got.Org != "The River" {
		t.Errorf("%+v", got)
	}
	for _, text := range []string{"“We have waited long enough.”", "“One.” And “two.”", "We wait."} {
		if got, told := pasted(Words{Text: text}, cat); got.Text != text || told != nil {
			t.Errorf("%q: %+v, %v", text, got, told)
		}
	}
}
