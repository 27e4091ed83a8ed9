package importer

import (
	"strings"
	"testing"
)

func TestAFileIsCalledAfterItsHeadline(t *testing.T) {
	for headline, want := range map[string]string{
		"Harbor groups ask the port":             "harbor-groups-ask-the-port",
		"Größe und Straße: ÄÖÜ":                  "grosse-und-strasse-aou",
		"It’s 9 o'clock – “now”, at 5 % (or 10)": "its-9-oclock-now-at-5-or-10",
		"¿Qué pasó en Ñuñoa?":                    "que-paso-en-nunoa",
		"港":                                      "",
		"--a--":                                  "a",
		strings.Repeat("a", 55) + " b":           strings.Repeat("a", 55),
		strings.Repeat("a", 54) + " b":           strings.Repeat("a", 54) + "-b",
		strings.Repeat("a", 56):                  "",
		strings.Repeat("pier ", 30):              strings.TrimSuffix(strings.Repeat("pier-", 11), "-"),
		"a/b_c.d\\e":                             "a-b-c-d-e",
		"Zażółć gęślą jaźń":                      "zazo-c-gesla-jazn",
		"Łódź":                                   "odz",
		"One\u00a0two\tthree\nfour":              "one-two-three-four",
		"0123456789 z":                           "0123456789-z",
		"ABC xyz":                                "abc-xyz",
		"`{@[/:":                                 "",
		strings.Repeat("b", 30) + " " + strings.Repeat("c", 30): strings.Repeat("b", 30),
	} {
		if got := Slug(headline); got != want {
			t.Errorf("%q: %q, want %q", headline, got, want)
		}
	}
}

// Page numbers and lines that stand on every page are no words of a release.
func TestPagesLoseTheirEdges(t *testing.T) {
	page := func(lines ...string) string { return strings.Join(lines, "\n") }
	for name, c := range map[string][2]string{
		"one page stays":          {page("Page 1", "words"), page("Page 1", "words")},
		"numbers above and below": {page("1", "a", "b", "2 of 3") + "\f" + page("Seite 2 von 3", "c", "d", "- 2 -"), page("a", "b") + "\n\n" + page("c", "d")},
		"a running head on all but the first": {
			page("Open Harbor", "News", "a", "b") + "\f" + page("  Open Harbor  ", "x", "c", "d", "e") + "\f" + page("Open Harbor", "y", "f", "g", "h"),
			page("Open Harbor", "News", "a", "b") + "\n\n" + page("x", "c", "d", "e") + "\n\n" + page("y", "f", "g", "h"),
		},
		"a head with its number":   {page("a", "b") + "\f" + page("Harbor news, page 2", "c", "d", "e", "f") + "\f" + page("Harbor news, page 3", "g", "h"), page("a", "b") + "\n\n" + page("c", "d", "e", "f") + "\n\n" + page("g", "h")},
		"more below":               {page("a", "b", "(more)") + "\f" + page("c", "- mehr -"), page("a", "b") + "\n\n" + page("c")},
		"a long line that ends so": {page("a") + "\f" + page("one two three four five six seven eight nine ten eleven twelve page 14", "c"), page("a") + "\n\n" + page("one two three four five six seven eight nine ten eleven twelve page 14", "c")},
		"what stands within stays": {page("a", "b", "7", "c", "d") + "\f" + page("e", "f", "8", "g", "h"), page("a", "b", "7", "c", "d") + "\n\n" + page("e", "f", "8", "g", "h")},
		"two pages with one line":  {page("x", "y", "a") + "\f" + page("x", "y", "b"), page("x", "y", "a") + "\n\n" + page("b")},
	} {
		if got := unpage(c[0]); got != c[1] {
			t.Errorf("%s: %q, want %q", name, got, c[1])
		}
	}
}

func TestSubjectsLoseWhatMailProgramsPutBeforeThem(t *testing.T) {
	for in, want := range map[string]string{
		"Re: Fwd: FW : WG: AW: TR: RV: Harbor": "Harbor", "Press release: News Release: media release: Harbor: groups": "Harbor: groups",
		"Harbor: re: x": "Harbor: re: x", "re": "re", "Re Harbor": "Re Harbor", "Re:": "",
	} {
		if got := stripSubject(in); got != want {
			t.Errorf("%q: %q, want %q", in, got, want)
		}
	}
	if got := unquoteFlowed("one \ntwo\nthree \n\nfour"); got != "one two\nthree \nfour" {
		t.Errorf("%q", got)
	}
}
