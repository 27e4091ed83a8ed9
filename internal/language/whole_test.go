package language

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"pressroom/internal/expect"
)

// How each language writes days, hours and clauses.
func TestLanguagesWhole(t *testing.T) {
	losAngeles, err := time.LoadLocation("America/Los_Angeles")
	if err != nil {
		t.Fatal(err)
	}
	kathmandu, err := time.LoadLocation("Asia/Kathmandu")
	if err != nil {
		t.Fatal(err)
	}
	var b strings.Builder
	for _, tag := range Known() {
		c, ok := For(tag)
		if !ok {
			t.Fatal(tag)
		}
		fmt.Fprintf(&b, "=== %s\n", tag)
		for _, at := range []time.Time{
			time.Date(2027, 1, 1, 0, 0, 0, 0, time.UTC), time.Date(2027, 2, 3, 0, 1, 0, 0, losAngeles), time.Date(2027, 12, 31, 12, 0, 0, 0, losAngeles),
			time.Date(2027, 7, 11, 17, 5, 0, 0, losAngeles), time.Date(2027, 11, 20, 5, 45, 30, 0, kathmandu), time.Date(2027, 4, 1, 12, 0, 1, 0, time.FixedZone("", -3*3600-1800)),
		} {
			fmt.Fprintf(&b, "%s\n", c.Instant(at))
		}
		for _, a := range []Attribution{{"Ana Ruiz", "chair", "Open Harbor"}, {"Odo Ek", "", "Eau Claire"}, {"", "", ""}} {
			fmt.Fprintf(&b, "%s%s%s%s%s%s | %s | %s\n", c.Open, c.Close, c.ClauseComma(), c.Gap(), c.SaidClause(a), c.FullStop(), c.LeadInClause(a), c.SignatureClause(a))
		}
		fmt.Fprintf(&b, "%q %v\n", c.ListComma(), RightToLeft(tag))
	}
	expect.File(t, "languages.golden.txt", b.String())
}

// Where lines may end, what is an abbreviation, and in what script a text is.
func TestWordsWhole(t *testing.T) {
	var b strings.Builder
	c := Of("en")
	for _, pair := range [][2]string{
		{"7", "million"},
		{"7", "million,"},
		{"$7", "million"},
		{"seven", "million"},
		{"7", "boats"},
		{"Dr.", "Ruiz"},
		{"(Dr.", "Ruiz"},
		{"June", "8"},
		{"8", "June"},
		{"8,", "June"},
		{"June", "morning"},
		{"J.", "Ruiz"},
		{"J.K.", "Ruiz"},
		{"J.", "ruiz"},
		{"–", "a"},
		{"—", "a"},
		{"Ana", "Ruiz"},
		{"Ana,", "Ruiz"},
		{"ana", "Ruiz"},
		{"Ana", "ruiz"},
		{"", ""},
		{"a", ""},
	} {
		fmt.Fprintf(&b, "sticky %q %q: %d\n", pair[0], pair[1], c.Sticky(pair[0], pair[1]))
	}
	for _, w := range []string{"the", "The", "of", "boat", ""} {
		fmt.Fprintf(&b, "leads %q: %v\n", w, c.Leads(w))
	}
	for _, s := range []string{"Inc.", "at Acme inc.", "(Dr.", "U.S.", "a J.", "end.", "Ph.D.", "", ".", "a.m.", "\u00a0St.", "J", "J.K"} {
		fmt.Fprintf(&b, "abbreviation %q: %v\n", s, c.EndsInAbbreviation(s))
	}
	for _, tag := range []string{"en", "ar", "he", "fa", "ja", "sr", "sr-Latn", "zh-TW", "az-Arab", "dv", "syr", "nqo", "ff-Adlm", "?", ""} {
		canonical, err := Canonical(tag)
		fmt.Fprintf(&b, "tag %q: %s %v %q %v\n", tag, Script(tag), RightToLeft(tag), canonical, err)
	}
	for _, s := range []string{"abc", "123", "12 אב", "abc אב", "אב abc", "אב abc de", "אב a https://long.example/", "«مر", "(", "", "\u0370", "\u036f", "µm", "é"} {
		right, ok := FirstStrong(s)
		fmt.Fprintf(&b, "direction %q: %v %v; on a page from the left %v, from the right %v; other script than en %v, ja %v, ar %v\n", s, right, ok,
			ParagraphRightToLeft(s, false), ParagraphRightToLeft(s, true), HasOtherScript(s, "en"), HasOtherScript(s, "ja"), HasOtherScript(s, "ar"))
	}
	for _, c := range [][2]string{
		{"en", "Ana said こんにちは and left."},
		{"en", "漢字かな and 漢字"},
		{"en", "Привет, мир! Hello"},
		{"ja", "これは 漢字 です"},
		{"ko", "한국 漢字"},
		{"zh-Hans", "汉字"},
		{"en", "שלום こんにちは"},
		{"ar", "كلمة word كلمة"},
		{"en", "µ and μ"},
		{"el", "μ"},
		{"en", "नमस्ते."},
		{"en", "กำ!"},
		{"en", "plain"},
		{"en", "Ana (Привет)"},
		{"?", "Привет"},
	} {
		fmt.Fprintf(&b, "passages %s: %q\n", c[0], Passages(c[1], c[0]))
	}
	for _, w := range []string{"en-GB", "EN", "es-419", "zh-TW", "zh-HK", "zh", "no", "nb-NO", "sr-Latn-x-a", "x", ""} {
		fmt.Fprintf(&b, "lookup %q: %s\n", w, Lookup(w, []string{"de", "en", "es", "zh-Hant", "nb", "sr"}))
	}
	for _, s := range []string{"ÉTÉ", "e\u0301te", "ｆｕｌｌ", "a - b", " two  words! ", "“quoted”", "it’s", "Straße", "配信 停止", "12,5"} {
		fmt.Fprintf(&b, "folded %q: %q\n", s, Fold(s))
	}
	expect.File(t, "words.golden.txt", b.String())
}

// Mails in every language say in it what goes with them.
func TestNoLanguageLacksThePhrasesAboutEnclosedFiles(t *testing.T) {
	for _, tag := range Known() {
		if c := Of(tag); slices.Contains(c.Lacks, "enclosed") {
			t.Errorf("%s has none", tag)
		}
	}
}

// Whoever is asked whether they agree to an embargo is asked in every language.
func TestNoLanguageLacksThePhrasesAboutEmbargoes(t *testing.T) {
	for _, tag := range Known() {
		if c := Of(tag); slices.Contains(c.Lacks, "embargo") || !c.SpeaksOfEmbargoes() {
			t.Errorf("%s has none", tag)
		}
	}
}
