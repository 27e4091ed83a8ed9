package language

import (
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
)

// The phrases of a page are those that templates and code ask for: one that is not in
// the English file would be an empty place, one that nobody asks for is left over.
func TestPhrasesOfPartnersPagesAreThoseThatAreAskedFor(t *testing.T) {
	var source strings.Builder
	for _, glob := range []string{
		"../web/portal/*.go", "../web/portal/pages/*", "../web/page/*.go", "../coalition/*.go", "../submission/*.go", "../photo/*.go",
	} {
		names, err := filepath.Glob(glob)
		if err != nil {
			t.Fatal(err)
		}
		for _, name := range names {
			if strings.HasSuffix(name, "_test.go") {
				continue
			}
			data, err := os.ReadFile(name)
			if err != nil {
				t.Fatal(err)
			}
			source.Write(data)
		}
	}
	asked := regexp.MustCompile(`(?:\bT|\bsay|\blink|\bphrase|Portal|Line|RefusePartner|bad|Counted)\(?(?:\w+\.\w+, )? ?"([a-z]+_[a-z_]+)"`)
	for _, m := range asked.FindAllStringSubmatch(source.String(), -1) {
		places := Of("en").places
		_, ok := places[PortalPhrase(m[1])]
		if _, counts := places[PortalPhrase(m[1])+pluralOther]; !ok && !counts && !strings.HasSuffix(m[1], "_") {
			t.Errorf("%s is asked for, and en.toml has no such line under [portal]", m[1])
		}
	}
	composed := regexp.MustCompile(`^(done_|mail_\w+_subject$)`) // of the names of acts and letters
	for p := range Of("en").places {
		name := regexp.MustCompile(`_(one|other)$`).ReplaceAllString(string(p), "")
		if !composed.MatchString(name) && !strings.Contains(source.String(), `"`+name+`"`) && !strings.Contains(source.String(), `"`+string(p)+`"`) {
			t.Errorf("nobody asks for %s", p)
		}
	}
}

func TestPartnersReadEnglishWhereALanguageIsNotWhole(t *testing.T) {
	part := File{"eo.toml", []byte(strings.Replace(string(whole(t).Data), "asked_by = \"Asked by\"\n", "", 1))}
	set, diags := NewSet([]File{part}, "eo")
	if diags.HasErrors() {
		t.Fatal(diags)
	}
	c, wished := set.ForPartner(false, "eo")
	if c.Tag != "en" || wished.Tag != "eo" {
		t.Errorf("pages are in %s, wished %v", c.Tag, wished.Tag)
	}
	if c, _ := set.ForPartner(true, "eo"); c.Tag != "eo" {
		t.Errorf("what only pages lack makes mails %s", c.Tag)
	}
	if lacks := strings.Join(set.Of("eo").Lacks, ", "); lacks != "portal (asked_by)" {
		t.Errorf("it lacks %s", lacks)
	}
	if c, wished := set.ForPartner(false, "tlh", ""); c.Tag != "en" || wished != nil {
		t.Errorf("%s, %v", c.Tag, wished)
	}
}

func TestWhatIsWrongWithAPhraseOfPartnersPages(t *testing.T) {
	for change, want := range map[string]string{
		"[portal]\nasked_bye = \"x\"":           "unknown key asked_bye; did you mean asked_by?",
		"[portal]\ntitle = \"x\"":               "title lacks {org}; write it where that is to stand",
		"[portal]\ntitle = \"{org} {orgs}\"":    "{orgs} is no place of title; it has {org}",
		"[portal]\ntitle = \"\"":                "title must be one line of text",
		"[portal]\ntitle = \"{org}\\nx\"":       "title must be one line of text",
		"[portal]\ncount_other = \"words\"":     "count_other lacks {n}",
		"[portal]\ncount_sixteen = \"{n} w\"":   "unknown key count_sixteen",
		"[portal]\nlanguage_one = \"{n}\"":      "unknown key language_one",
		"[portal]\ncount_asked_few = \"{n} w\"": "count_asked_few lacks {asked}",
	} {
		_, diags := NewSet([]File{{"es.toml", []byte(change + "\n")}})
		found := false
		for _, d := range diags {
			found = found || strings.Contains(d.String(), want)
		}
		if !found {
			t.Errorf("%s: %v", change, diags)
		}
	}
	if _, diags := NewSet([]File{{"pl.toml", []byte("[portal]\ncount_one = \"słowo\"\ncount_few = \"{n} słowa\"\n")}}); len(diags) > 0 {
		t.Error(diags)
	}
}

func TestACountTakesTheFormOfItsNumber(t *testing.T) {
	set, diags := NewSet([]File{{"pl.toml", []byte("[portal]\ncount_one = \"słowo\"\ncount_few = \"{n} słowa\"\ncount_other = \"{n} słów\"\n")}})
	if len(diags) > 0 {
		t.Fatal(diags)
	}
	for n, want := range map[int]string{0: "0 słów", 1: "słowo", 2: "2 słowa", 5: "5 słów", 22: "22 słowa", 112: "112 słów"} {
		if got := set.Of("pl").Put(Counted("count", n)); got != want {
			t.Errorf("%d: %s", n, got)
		}
	}
}

// A name that runs the other way must not turn the sentence around.
func TestNamesOfTheOtherDirectionStandApart(t *testing.T) {
	if got := Of("en").Portal("title", "org", "نادي البحر"); got != "A quote from \u2068نادي البحر\u2069" {
		t.Errorf("%q", got)
	}
	if got := Of("en").Portal("title", "org", "Harbor Alliance 7"); got != "A quote from Harbor Alliance 7" {
		t.Errorf("%q", got)
	}
	c := *Of("ar")
	c.portal = map[PortalPhrase]string{"title": "اقتباس من {org}"}
	if got := c.Portal("title", "org", "Harbor Alliance"); got != "اقتباس من \u2068Harbor Alliance\u2069" {
		t.Errorf("%q", got)
	}
}

// Somebody who reads a language has all of it, or English: nothing half in one.
func TestPartnersPagesAreWholeInTheLanguagesThatAreRead(t *testing.T) {
	for _, tag := range (*Set)(nil).Offered() {
		if lacking := Of(tag).lacking; len(lacking) > 0 {
			t.Errorf("%s lacks %s", tag, joined(lacking))
		}
	}
}

// A line that was not translated would stand there in English, or in the language that
// the file was made from.
func TestNoPhraseOfAnotherLanguageStandsInPartnersPages(t *testing.T) {
	long := func(s string) bool { return len([]rune(placeName.ReplaceAllString(s, ""))) >= 14 }
	for _, tag := range Known() {
		own := Of(tag).portal
		for _, other := range Known() {
			base, _, _ := strings.Cut(tag, "-")
			if foreign, _, _ := strings.Cut(other, "-"); foreign == base {
				continue
			}
			for p, text := range Of(other).portal {
				if long(text) && own[p] == text && !strings.HasPrefix(string(p), "style_") {
					t.Errorf("%s in %s and in %s is %q", p, tag, other, text)
				}
			}
		}
	}
}
