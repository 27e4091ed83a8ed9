package language

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"pressroom/internal/frontmatter"
)

// What a language lacks is told as long as it does, whatever lies under it.
func TestWhatALanguageLacksIsToldAsLongAsItDoes(t *testing.T) {
	text := string(whole(t).Data)
	for _, name := range []string{"portal", "speech"} {
		lines, without := section(text, name)
		over := strings.Join(lines, "")
		for _, c := range []struct{ over, want string }{{"", name}, {over, "nothing"}} {
			under, above := File{"eo.toml", []byte(without)}, File{"eo-AQ.toml", []byte("name = \"Esperanto\"\n" + c.over)}
			// The shorter tag is read first, in whichever order they come.
			for _, files := range [][]File{{under, above}, {above, under}} {
				set, diags := NewSet(files, "eo", "eo-AQ")
				if len(diags) > 0 {
					t.Fatalf("%s: %v", name, diags)
				}
				for _, row := range set.Rows() {
					switch {
					case row.Tag == "eo" && row.Missing() != name:
						t.Errorf("without [%s] it lacks %s", name, row.Missing())
					case row.Tag == "eo-AQ" && row.Missing() != c.want:
						t.Errorf("over it, it lacks %s, want %s", row.Missing(), c.want)
					}
				}
			}
		}
	}
	for want, r := range map[string]Row{
		"nothing": {}, "speech": {Lacks: []string{"speech"}}, "links, speech, portal": {Lacks: []string{"links", "speech", "portal"}},
	} {
		if got := r.Missing(); got != want {
			t.Errorf("%v lacks %s", r.Lacks, got)
		}
	}
	for want, r := range map[string]Row{
		"by nobody": {}, "by a speaker": {Read: true}, "by a speaker, but for links, speech": {Read: true, Unread: []string{"links", "speech"}},
	} {
		if got := r.ReadBy(); got != want {
			t.Errorf("%v is read %s", r, got)
		}
	}
}

// What lies over a language takes nothing from what that one is told to lack.
func TestWhatALanguageLacksStaysWithIt(t *testing.T) {
	text := string(whole(t).Data)
	for _, name := range append([]string{"portal"}, phraseTables...) {
		lines, without := section(text, name)
		_, without = section(without, "speech")
		set, diags := NewSet([]File{{"eo.toml", []byte(without)}, {"eo-AQ.toml", []byte(strings.Join(lines, ""))}}, "eo", "eo-AQ")
		if len(diags) > 0 {
			t.Fatalf("%s: %v", name, diags)
		}
		want := map[string]string{"eo": name + ", speech", "eo-AQ": "speech"}
		if name == "portal" {
			want["eo"] = "speech, portal"
		}
		for _, row := range set.Rows() {
			if lacks := want[row.Tag]; lacks != "" && row.Missing() != lacks {
				t.Errorf("%s, where [%s] is over it, lacks %s, want %s", row.Tag, name, row.Missing(), lacks)
			}
		}
	}
}

// Whoever takes the phrases of a language cannot change them in it.
func TestPhrasesThatAreTakenStayInTheLanguage(t *testing.T) {
	c := Of("en")
	was := c.PartnerTexts()["asked_by"]
	texts := c.PartnerTexts()
	texts["asked_by"] = "Marlow"
	if got := c.Portal("asked_by"); was == "" || got != was {
		t.Errorf("%q became %q", was, got)
	}
}

// A place is there under its whole name.
func TestAPlaceIsThereUnderItsWholeName(t *testing.T) {
	for value, want := range map[string]string{
		"{days}":       "x.toml:1:8: error: line lacks {day}; write it where that is to stand [place]",
		"{day":         "x.toml:1:9: error: {day is no place of line; it has {day}, {days} [place]",
		"see {day":     "x.toml:1:13: error: {day is no place of line; it has {day}, {days} [place]",
		"day}":         "x.toml:1:12: error: } is no place of line; it has {day}, {days} [place]",
		"{day} {days}": "",
		"{day}":        "",
	} {
		d, diags := frontmatter.Parse("x.toml", []byte(fmt.Sprintf("line = %q\n", value)))
		if d == nil {
			t.Fatal(diags)
		}
		held(d.Root(), "line", value, []string{"day", "days"}, []string{"day"})
		if got := d.Diagnostics().Error(); got != want {
			t.Errorf("%s: %s, want %s", value, got, want)
		}
	}
}

// A number takes the form that its language has for it; whole numbers have no figures behind a point.
func TestTheFormOfAWholeNumber(t *testing.T) {
	for tag, forms := range map[string]map[int]string{
		"en": {0: "other", 1: "one", 2: "other"}, "fr": {0: "one", 1: "one", 2: "other"},
		"es": {0: "other", 1: "one", 2: "other"}, "da": {0: "other", 1: "one", 2: "other"},
		"is": {0: "other", 1: "one", 2: "other", 21: "one", 11: "other", 20: "other"}, "mk": {1: "one", 21: "one", 5: "other"},
		"lv": {0: "zero", 1: "one", 2: "other", 5: "other", 10: "zero", 11: "zero", 21: "one"},
		"lt": {1: "one", 2: "few", 9: "few", 10: "other", 11: "other", 21: "one"},
		"pl": {1: "one", 2: "few", 5: "many", 22: "few"}, "ru": {1: "one", 2: "few", 5: "many", 21: "one"},
		"ar": {0: "zero", 1: "one", 2: "two", 3: "few", 11: "many", 100: "other"},
		"cs": {1: "one", 2: "few", 5: "other"}, "sl": {1: "one", 2: "two", 3: "few", 5: "other", 101: "one"}, "ja": {0: "other", 1: "other"},
	} {
		c := &Catalogue{Tag: tag, portal: map[PortalPhrase]string{}}
		for _, form := range pluralForms {
			c.portal["lamps"+PortalPhrase(form)] = form
		}
		for n, want := range forms {
			if got := c.form(Counted("lamps", n)); got != PortalPhrase("lamps_"+want) {
				t.Errorf("%s, %d: %s, want %s", tag, n, got, want)
			}
		}
	}
}

// A zone that reads otherwise is told, though its clock shows the same.
func TestAZoneThatReadsOtherwiseIsTold(t *testing.T) {
	london, err := time.LoadLocation("Europe/London")
	if err != nil {
		t.Fatal(err)
	}
	at := time.Date(2026, 12, 3, 9, 0, 0, 0, time.UTC)
	for _, c := range []struct {
		at      time.Time
		further []*time.Location
		want    string
	}{
		{at, nil, "Thursday, December 3, 2026, 9:00 a.m. UTC"},
		{at, []*time.Location{time.UTC}, "Thursday, December 3, 2026, 9:00 a.m. UTC"},
		{at.In(london), nil, "Thursday, December 3, 2026, 9:00 a.m. GMT"},
		{at.In(london), []*time.Location{time.UTC, london, time.UTC}, "Thursday, December 3, 2026, 9:00 a.m. GMT / 9:00 a.m. UTC"},
		{at, []*time.Location{london}, "Thursday, December 3, 2026, 9:00 a.m. UTC / 9:00 a.m. GMT"},
	} {
		if got := Of("en").Instant(c.at, c.further...); got != c.want {
			t.Errorf("%s, want %s", got, c.want)
		}
	}
}

// What stands in brackets behind midnight has no place in a subject.
func TestMidnightIsShortInASubject(t *testing.T) {
	c := *Of("en")
	for midnight, want := range map[string]string{
		"0(night)": "0", "0 (night)": "0", "24:00\u00a0（night）": "24:00", "midnight": "midnight", "(night)": "(night)",
	} {
		c.dates.midnight = midnight
		at := time.Date(2026, 12, 3, 0, 0, 0, 0, time.UTC)
		if got := c.ShortInstant(at); got != "Dec 3, "+want+" UTC" {
			t.Errorf("%s is %s", midnight, got)
		}
	}
}
