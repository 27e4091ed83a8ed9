package terms

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

func texts(all []Term) string {
	var out []string
	for _, t := range all {
		out = append(out, t.Text)
	}
	return strings.Join(out, " ")
}

func TestTermsOfTexts(t *testing.T) {
	t.Parallel()
	for text, want := range map[string]string{
		"": "", " – ": "", "Malmö, MALMO": "malmo malmo", "Łódź Tromsø Straße Ærø İzmir ısı": "lodz tromso strasse aero izmir isi",
		"l’eau don't": "l eau don t", "3.1 million in 2026": "3 1 million in 2026", "co\u00adopera\u200bte": "cooperate", "one\ntwo\n\n": "one · two ·",
		"\n\none": "one", "東京都": "東京 京都 都", "東": "東", "東京2026年AI": "東京 京 2026 年 ai", "ｶﾞｽ ガス": "ガス ス ガス ス", "コーヒー": "コー ーヒ ヒー ー",
		"서울은": "서울 울은 은", "हिन्दी": "हिन्दी", "مُحَمَّد أحمد": "محمد احمد", "שָׁלוֹם": "שלום", "Ποιος Αθήνας": "ποιοσ αθηνασ", "ＩＴ": "it", "Ёлка йод": "елка иод",
		strings.Repeat("a", 100): strings.Repeat("a", 64), "\u0301a": "a", "ﬁsh": "fish", "x\x00y\xffz": "x y z", "AT&T": "at t",
	} {
		if got := texts(Of(norm.NFC.String(text))); got != want {
			t.Errorf("%q: %q, want %q", text, got, want)
		}
	}
}

func describe(q Query) string {
	var out []string
	for _, p := range q.Phrases {
		s := strings.Join(p.Terms, "+")
		if p.Open {
			s += "*"
		}
		out = append(out, s)
	}
	return strings.Join(out, " ")
}

func TestWhatIsTyped(t *testing.T) {
	t.Parallel()
	for typed, want := range map[string]string{
		"": "", `"" * ""`: "", "Flood": "flood*", "of": "of", "2026": "2026", "a flood flood": "a flood*", `"Night Work" ferry`: "night+work ferry*",
		`„Nacht Arbeit“`: "nacht+arbeit", "« nuit et jour »": "nuit+et+jour", `say "the rest`: "say* the+rest", "well-known": "well+known*",
		"NEAR(a b) OR -c AND headline:x": "near+a b or c and* headline+x", "東京 都": "東京 都*", "東京都": "東京+京都", "「東」": "東*", "東京2026": "東京+京+2026",
		"a\x00b\xff\tc": "a b c", "''; DROP TABLE": "drop* table*", "x*": "x", "ferry\u00a0line": "ferry* line*", `a"b"c`: "a b c",
	} {
		if got := describe(Parse(typed)); got != want {
			t.Errorf("%q: %q, want %q", typed, got, want)
		}
	}
}

// What is typed is cut, and shown again as it was taken.
func TestWhatIsTypedIsCut(t *testing.T) {
	t.Parallel()
	var words []string
	for i := range MostPhrases + 3 {
		words = append(words, fmt.Sprintf("w%02d", i))
	}
	if q := Parse(strings.Join(words, "  ")); len(q.Phrases) != MostPhrases || q.Text != strings.Join(words[:MostPhrases], " ") {
		t.Errorf("%d phrases, %q", len(q.Phrases), q.Text)
	}
	if q := Parse(strings.Join(words[:MostPhrases], " ") + ` "last one`); len(q.Phrases) != MostPhrases || q.Text != strings.Join(words[:MostPhrases], " ") {
		t.Errorf("%d phrases, %q", len(q.Phrases), q.Text)
	}
	if q := Parse(strings.Repeat("ä", 1<<20)); utf8.RuneCountInString(q.Text) != MostLetters || len(q.Phrases) != 1 {
		t.Errorf("%d letters", utf8.RuneCountInString(q.Text))
	}
	if q := Parse(` "Café  au" lait`); q.Text != `"Café au" lait` {
		t.Errorf("%q", q.Text)
	}
}

func shown(all []Piece) string {
	var b strings.Builder
	for _, p := range all {
		if p.Found {
			b.WriteString("[" + p.Text + "]")
		} else {
			b.WriteString(p.Text)
		}
	}
	return b.String()
}

func TestWhatWasFoundIsMarked(t *testing.T) {
	t.Parallel()
	for _, c := range []struct{ typed, text, want string }{
		{"flood", "Floods: the flooding of a <b>flood</b> plain", "[Floods]: the [flooding] of a <b>[flood]</b> plain"},
		{`"flood"`, "Floods and a flood", "Floods and a [flood]"},
		{"malmo", "In Malmö", "In [Malmö]"},
		{`"night work"`, "Night work, night shift\nnight\nwork", "[Night work], night shift · night · work"},
		{"東京", "東京都の東", "[東京]都の東"},
		{"京都", "東京都", "東[京都]"},
		{"東", "東京と東", "[東]京と[東]"},
		{"東京都", "東京都", "[東京都]"},
		{"ferry night", "ferry night", "[ferry] [night]"},
		{`ferry "ferry line"`, "a ferry line", "a [ferry line]"},
		{"x", "y", "y"},
		{"x", "", ""},
	} {
		if got := shown(Parse(c.typed).Mark(c.text)); got != c.want {
			t.Errorf("%q in %q: %q, want %q", c.typed, c.text, got, c.want)
		}
	}
}

func TestAnExcerptIsWhereMostWasFound(t *testing.T) {
	t.Parallel()
	filler := strings.Repeat("nothing of it here ", 30)
	text := "Ferry at the start. " + filler + "the night ferry runs at night " + filler
	got := shown(Parse("ferry night").Excerpt(text, 90))
	if !strings.HasPrefix(got, "… ") || !strings.HasSuffix(got, " …") || !strings.Contains(got, "the [night] [ferry] runs at [night] nothing") || utf8.RuneCountInString(got) > 100 {
		t.Errorf("%q", got)
	}
	if got := shown(Parse("zebra").Excerpt(text, 24)); got != "Ferry at the start. …" {
		t.Errorf("%q", got)
	}
	if got := shown(Parse("nothing").Excerpt("nothing", 24)); got != "[nothing]" {
		t.Errorf("%q", got)
	}
	if got := shown(Parse("水").Excerpt(strings.Repeat("東京", 100)+"水"+strings.Repeat("東京", 100), 12)); got != "… 東京東京[水]東京東京東京東 …" {
		t.Errorf("%q", got)
	}
}

// Whatever is typed, it is a query that can be asked, and finds itself.
func FuzzQuery(f *testing.F) {
	for _, s := range []string{"flood", `"night work" of`, "東京都 東", "a\x00\xff", "\"*", "NEAR(a b)", "café ＩＴ ß", "한국어", "ｶﾞ", "«»", "a\u0301 \u0301"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, typed string) {
		q := Parse(typed)
		if len(q.Phrases) > MostPhrases || utf8.RuneCountInString(q.Text) > 4*MostLetters || !utf8.ValidString(q.Text) || strings.ContainsAny(q.Text, "\x00\n") {
			t.Fatalf("%q: %q", typed, q.Text)
		}
		if again := Parse(q.Text); utf8.RuneCountInString(q.Text) <= MostLetters && describe(again) != describe(q) {
			t.Errorf("%q is %q, and shown again %q", typed, describe(q), describe(again))
		}
		all := Of(q.Text)
		for _, p := range q.Phrases {
			for _, term := range p.Terms {
				if term == "" || strings.ContainsAny(term, " \"'*\\:&|!<>()·") {
					t.Fatalf("%q: the term %q", typed, term)
				}
			}
			if !slices.ContainsFunc(all, func(first Term) bool {
				i := slices.Index(all, first)
				return p.at(all[i:])
			}) {
				t.Errorf("%q: %q is not found in %q", typed, p.Terms, q.Text)
			}
		}
		if got := shown(q.Mark(q.Text)); strings.NewReplacer("[", "", "]", "").Replace(got) != strings.NewReplacer("[", "", "]", "").Replace(q.Text) {
			t.Errorf("%q marked is %q", q.Text, got)
		}
	})
}
