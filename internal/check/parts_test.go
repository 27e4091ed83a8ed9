package check

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"pressroom/internal/contacts"
	"pressroom/internal/diagnostic"
	"pressroom/internal/language"
	"pressroom/internal/release"
)

// saidOf is what is said of a text in one place of a release, with its rule, a line each.
func saidOf(t *testing.T, slot, text string) string {
	t.Helper()
	src, _ := entry{slot: slot, text: text}.source()
	var out []string
	for _, d := range look(t, src) {
		out = append(out, fmt.Sprintf("%s [%s]", d.Message, d.Rule))
	}
	return strings.Join(out, "\n")
}

// Each sign that people put before the points of a list makes none, and two figures or letters do neither.
func TestSignsThatMakeNoList(t *testing.T) {
	const (
		noList  = "%s makes no list, and its lines run on; write - Lamps [list]"
		noSpace = "a point needs a space after its sign, and its lines run on; write %s Lamps [list]"
	)
	for _, sign := range "–—·▪◦‣●○■□✓✔➢➤" {
		want := fmt.Sprintf(noList, string(sign))
		for _, text := range []string{
			"%c Lamps\n%c Quays", "%c Lamps\n %c Quays", "%cLamps\n%cQuays", "Of it:\n%c Lamps\n%c Quays",
			"Of it.\n\n%c Lamps\n%c Quays", "Of it.\n \t\n   %c Lamps\n%c Quays",
		} {
			text = fmt.Sprintf(text, sign, sign)
			if got := saidOf(t, "body", text); got != want {
				t.Errorf("%q: %s, want %s", text, got, want)
			}
			if got := saidOf(t, "notes", text); got != want {
				t.Errorf("%q in notes: %s, want %s", text, got, want)
			}
		}
		for _, text := range []string{"%c Lamps\nand quays", "Of it\n%c Lamps\n%c Quays"} {
			if text = strings.ReplaceAll(text, "%c", string(sign)); saidOf(t, "body", text) != "" {
				t.Errorf("%q: %s", text, saidOf(t, "body", text))
			}
		}
	}
	for text, want := range map[string]string{
		"-Lamps\n-Quays":       fmt.Sprintf(noSpace, "-"),
		"+Lamps\n+Quays":       fmt.Sprintf(noSpace, "+"),
		"+Lamps\n-Quays":       fmt.Sprintf(noSpace, "+"),
		"1.Lamps\n2.Quays":     fmt.Sprintf(noSpace, "1."),
		"1)Lamps\n2)Quays":     fmt.Sprintf(noSpace, "1)"),
		"10)Lamps\n11)Quays":   fmt.Sprintf(noSpace, "10)"),
		"a) Lamps\nb) Quays":   fmt.Sprintf(noList, "a)"),
		"A) Lamps\nB) Quays":   fmt.Sprintf(noList, "A)"),
		"• Lamps\n• Quays":     "• makes no list, and its lines run on; write - Lamps [list]",
		"100)Lamps\n101)Quays": "",
		"- Lamps\n- Quays":     "",
		"1. Lamps\n2. Quays":   "",
		"+1 lamp\n+2 quays":    "",
		"a) Lamps\nc) Quays":   "",
		"::: note\nLamps": "::: note is printed as it stands; a box is made " +
			"by > before its lines, and an empty line behind them [program]",
		"!!! note\nLamps": "!!! note is printed as it stands; a box is made " +
			"by > before its lines, and an empty line behind them [program]",
		"??? note\nLamps": "??? note is printed as it stands; a box is made " +
			"by > before its lines, and an empty line behind them [program]",
		"???+ note\nLamps": "???+ note is printed as it stands; a box is made " +
			"by > before its lines, and an empty line behind them [program]",
		"What???\nLamps": "",
		"Caf\u00c3\u00a9 Marlow": "\u00c3\u00a9 comes from reading the text in the " +
			"wrong encoding; write the letter that belongs here [encoding]",
		"Caf\u00e2\u20acs": "\u00e2\u20acs comes from reading the text in the " +
			"wrong encoding; write the character that belongs here [encoding]",
		"Caf\ufffd": "\ufffd stands for a character lost in the wrong " +
			"encoding; write the one that belongs here [encoding]",
		"Caf\ufffc": "an object that was not pasted along left a sign here; take it out [encoding]",
	} {
		if got := saidOf(t, "body", text); got != want {
			t.Errorf("%q: %s, want %s", text, got, want)
		}
	}
}

// One slip is told of once, by the rule that it breaks.
func TestASlipIsToldByOneRule(t *testing.T) {
	const noMarker = "{{ begins a marker, and {{quote \"id\"}} or {{quotes}} must be a paragraph of its own, outside lists and quotations; " +
		"for literal braces write &#123;&#123; [marker]"
	for text, want := range map[string]string{
		"{{quotes} and more":            noMarker,
		"{{quote \"open-harbor\"} more": noMarker,
		"{quotes} and more":             "one brace makes no marker; write {{quotes}} [marker]",
		"See ![A pier](https://a.b c).": "a name with a space needs angle brackets, and " +
			"this is printed as it stands; write ![A pier](<https://a.b c>) [picture]",
		"See [A pier](https://a.b c).": "the link does not end, and is printed as it " +
			"stands; write [A pier](https://a.b) [link]",
		"[Note]: see [[A pier]] there.": "[[A pier]] is printed as it stands; write the words, or [words](address) [link]",
		"[Note]: see ![[pier.jpg]] there.": "![[pier.jpg]] is printed as it stands; write " +
			"![](media/pier.jpg), and declare it under [[media]] [picture]",
		"See [[A pier]] there.": "[[A pier]] is printed as it stands; write the " +
			"words, or [words](address) [link]",
		"See ![[pier.jpg]] there.": "![[pier.jpg]] is printed as it stands; write " +
			"![](media/pier.jpg), and declare it under [[media]] [picture]",
		"See [the pier][one] there.": "[the pier][one] is printed as it stands, since " +
			"nothing defines one; write [the pier](address) [link]",
		"See [it][one].\n\n[one]: https://a.b":             "",
		"See [it][One  pier].\n\n[one pier]: https://a.b":  "",
		"See [it][one pier].\n\n[ONE   PIER]: https://a.b": "",
		"See [it][two].\n\n[one]: https://a.b": "[it][two] is printed as it stands, since nothing " +
			"defines two; write [it](address) [link]",
		"See [it][onepier].\n\n[one pier]: https://a.b": "[it][onepier] is printed as it stands, since " +
			"nothing defines onepier; write [it](address) [link]",
	} {
		if got := saidOf(t, "body", text); got != want {
			t.Errorf("%q: %s, want %s", text, got, want)
		}
	}
	const braces = "{{ begins a marker, and none stands in the notes; for literal braces write &#123;&#123; [marker]"
	if got := saidOf(t, "notes", "{{quotes} and more"); got != braces {
		t.Errorf("%s", got)
	}
}

// Blanks of either kind stand round the bars of a table, and within a quotation.
func TestTabsAreBlanks(t *testing.T) {
	const code = "four spaces before it make this paragraph code, in letters of one width; take the spaces out [code]"
	for text, want := range map[string]string{
		"| a | b |\t\n|---|---|\t\n| 1 | 2 |\t\n": "",
		"| a | b |\n|---|---|\n|\t1\t|\t2\t|\t3\t|\t": "the row has 3 cells and the table 2 columns, so " +
			"that this is not printed; add a column to its head, or write \\| for a bar [table]",
		"| a | b |\t\n|---|---|---|\n": "the line under the table's head has 3 cells and " +
			"the line above it 2, so that this is no table; make them as many [table]",
		"> one\n>\n>      two":    code,
		"> one\n>\t\n>      two":  code,
		"> one\n> \t\n>      two": code,
		"> one\n>\t>\n>      two": code,
		"> one\n>> \n>      two":  code,
		"> one\n> x\n>      two":  "",
		"> one\n>\n>     two":     code,
		"> one\n>\n>    two":      "",
	} {
		if got := saidOf(t, "body", text); got != want {
			t.Errorf("%q: %s, want %s", text, got, want)
		}
	}
}

// An address between angle brackets is one up to two thousand bytes.
func TestAnAddressIsNotOfAnyLength(t *testing.T) {
	for n, want := range map[int]string{
		2000: "",
		2001: "TK still stands for something to be written; write it, or take this out [placeholder]",
	} {
		text := "<tel:" + strings.Repeat("5", n-len("<tel:-TK>")) + "-TK>"
		if got := saidOf(t, "body", text); got != want || len(text) != n {
			t.Errorf("%d: %s, want %s", n, got, want)
		}
	}
}

// What stands around a place is told from either side, without what was lost at its ends.
func TestWhatStandsAroundAPlace(t *testing.T) {
	for _, c := range []struct {
		s      string
		offset int
		want   string
	}{
		{"The lamps of Marlow", 4, "The lamps of Marlow"},
		{"The lamps\n of   Marlow", 4, "The lamps of Marlow"},
		{strings.Repeat("a", 21) + strings.Repeat("b", 21), 21, strings.Repeat("a", 20) + strings.Repeat("b", 20)},
		{strings.Repeat("é", 21) + strings.Repeat("ü", 21), 42, strings.Repeat("é", 20) + strings.Repeat("ü", 20)},
		{strings.Repeat("😀", 21) + strings.Repeat("😃", 21), 84, strings.Repeat("😀", 20) + strings.Repeat("😃", 20)},
		{"\ufffdThe lamps\ufffd", 7, "The lamps"},
	} {
		if got := around(c.s, c.offset); got != c.want {
			t.Errorf("%q at %d: %q, want %q", c.s, c.offset, got, c.want)
		}
	}
}

// The words of a quote have its language's marks round them, and within them others.
func TestTheMarksOfAQuoteDoNotStandTwice(t *testing.T) {
	for tag, c := range map[string]struct{ text, want string }{
		"en": {"We said “never” twice.", "“ ‘…’"}, "sv": {"Vi sade ”aldrig” igen.", "” ’…’"},
		"de": {"Wir sagten „nie“ dazu.", "„ ‚…‘"},
		"es": {"Dijimos «nunca» ayer.", "« “…”"}, "fr": {"On a dit « jamais » hier.", "« “…”"},
		"da": {"Vi sagde »aldrig« igen.", "» ›…‹"},
		"ja": {"私たちは「いいえ」と言った。", "「 『…』"},
	} {
		src := "+++\nheadline = \"H\"\ndateline = \"C\"\nto = [\"press\"]\ndate = 2026-07-20\n[[contact]]\nname = \"D\"\nphone = \"1\"\n" +
			"[[quote]]\norg = \"Rivers Trust\"\nspeaker = \"Jan Osten\"\ntext = \"" + c.text + "\"\n+++\nBody.\n"
		on, _ := language.NewSet(nil, tag)
		settings := release.Settings{Organization: release.Organization{Name: "Open Harbor", Language: tag}, Languages: on}
		r, diags := release.Read("x", []release.Source{{Name: "releases/x.md", Data: []byte(src)}}, settings)
		if r == nil {
			t.Fatal(diags)
		}
		book, _ := contacts.Read([]contacts.File{{Name: "contacts/press.csv", Data: []byte("email\nana@paper.example\n")}})
		mark, within, _ := strings.Cut(c.want, " ")
		want := fmt.Sprintf("the words have %s round them already, and it stands twice; write %s within", mark, within)
		var got []string
		for _, d := range Release(Subject{Release: r, Book: book, Now: time.Date(2026, 7, 20, 10, 0, 0, 0, time.UTC)}).Findings {
			if d.Rule == "quote-marks" {
				got = append(got, d.Message)
			}
		}
		if strings.Join(got, "\n") != want {
			t.Errorf("%s: %q, want %s", tag, got, want)
		}
	}
}

// A mark is found where a text begins with it.
func TestAMarkAtTheBeginningOfAText(t *testing.T) {
	for text, want := range map[string]string{
		"'Tis the pier’s turn.": "a straight ' stands beside curly ones; write ’ [quote-marks]",
		"\"Lamps\" and “quays”": "a straight \" stands beside curly marks; write “…”, or ‘…’ within a quote [quote-marks]",
		"** lamps **bold": "** is printed as it stands; **bold** needs one " +
			"before and one behind, close to the words [emphasis]",
	} {
		if got := saidOf(t, "body", text); got != want {
			t.Errorf("%q: %s, want %s", text, got, want)
		}
	}
}

// A marker of two braces of which one is missing is no marker of one brace.
func TestABraceBehindABraceBeginsNoMarker(t *testing.T) {
	for _, c := range []struct {
		kind kind
		s    string
		want string
	}{
		{bodyText, "{quotes} x", "1 one brace makes no marker; write {{quotes}} [marker]"},
		{bodyText, "The {quotes} x", "5 one brace makes no marker; write {{quotes}} [marker]"},
		{bodyText, "{{quotes} x", ""},
		{bodyText, "The {{quotes} x", ""},
		{bodyText, "{quotes}} x", ""},
		{
			blockText, "{quotes} x",
			"1 a place for quotes belongs into the text below the front matter, and {quotes} is printed here as it stands; take it out [marker]",
		},
		{blockText, "{{quotes} x", ""},
		{blockText, "The {{quote \"river\"} x", ""},
		{plainLine, "{quotes} x", ""},
	} {
		tx := &text{kind: c.kind, s: c.s, at: func(offset int) diagnostic.Position { return diagnostic.Position{Line: 1, Column: offset + 1} }}
		var diags diagnostic.List
		tx.slips(&diags, tx.mask())
		var got []string
		for _, d := range diags {
			got = append(got, fmt.Sprintf("%d %s [%s]", d.Column, d.Message, d.Rule))
		}
		if strings.Join(got, "\n") != c.want {
			t.Errorf("%q: %q, want %q", c.s, got, c.want)
		}
	}
}
