package check

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"pressroom/internal/contacts"
	"pressroom/internal/expect"
	"pressroom/internal/release"
)

// edges are texts that are a letter, a line or a level away from others, of which something
// else is said.
var edges = []string{
	"a\n\n###### b\n\nc\n\n## d\n\ne", "a\n\n## b\n\n### c\n\n#### d\n\n##### e\n\n###### f\n\n###### g\n\n### h\n\n##### i\n\nj", "# a\n\nb", "#\n\n#### a", "## #\n\n#### a", "##\ta\n\n#### b", "   ## a\n\nb", "    ## a\n\nb", "####### a",
	strings.Repeat("é", 60) + "\n---", strings.Repeat("é", 61) + "\n---", "Ends with a stop.\n===", "Ends with a stop. \n---", "- a\n---", "12) a\n---", "`x`\n---", "x\n--- ", "x\n---\n\n#### y", "    x\n---", "x\n    ---",
	"|---|---|\n| a | b |", "x\n|---|---|", "x | y\n|---|", "| a | b |\n| c | d |", "| a | b |\n| c | d |\n| e | f |\n\n| g | h |\n| i | j |", "|a|\n|b|", "|||\n|||", "||\n||", "| a | b\n| c | d", "a | b |\n| c | d |", "| a | b |\n\n| c | d |", "  | a | b |\n  |---|---|\n  | 1 | 2 | 3 |",
	"| a | b |\r\n|---|---|\r\n| 1 | 2 | 3 |\r\n", "| a | b |\r\n| c | d |\r\n", "| `a|b` | c |\n|---|---|\n| 1 | 2 | 3 |", "| a |\n|---|\n| 1 |  \n|  |\n| 1 | |", "a|b\n-|-\n1|2|3\n\n1|2|3", "| a | b |\n|---|---|\n|1|2|\t3 |", "|\n|---|", "| a \\| b |\n|---|---|\n",
	"- a\n\n  b\n\n    c\n\nd\n\n    e", "x\n\n \tcode\n\n    more\n\ny\n\n    again", "    a\nb\n\n    c", "x\n    y\n\n    z", "1234567890. a\n\n    b", "123456789. a\n\n    b", "-a\n\n    b", "-\n\n    b", "* a\nb\n\n    c", "   x\n\n\ty",
	"a\n\n** b", "a\n\nb **c\n\nd** e", "**a** **", "a ** b **c", "**a", "a**", "** a\n\nb **", "a***b***", "*** a", "**a\n\n**b", "a ** b", "a ** b ** c", "(**a**)", "**", "a\n\n**", "*a**", "**a*", "a** **b",
	"\"b\" and “a”", "“a” and \"", "„a“ and 5\" and \"b\"", "‘a’ and 'b'", "’a ' b", "’a 5'b 'c", "“a” {{quote \"open-harbor\"}} b", "{{quote \"open-harbor\"}}\n\n“a” \"b\"", "“a” {{ \"b\n\" }}", "“a” 'b'", "’a “b” \"c\" 'd'",
	"~~~\nTK\n~~~x\nTK", "    ```\nTK\n    ```", "    ```\nTK", "x\n    ~~~\nTK", "   ~~~\nTK", "   ```\nTK", "```\nTK\n````\nTK", "````\nTK\n```\n````\nTK", "`` `TK` `` TK", "`a\n\nTK`", "`a\nTK` TK", "\\`TK`", "\\<tel:TK>", "<tel:TK", "<tel:b TK>", "<TK@a.example> TK", "<tel:TK> TK", "\\![](a b.png)", "TK \\", "a\\TK", "`TK", "``TK`", "`TK`` TK", "``` TK ``", "~~~ TK\n~~~\nTK",
	"```\n~~~\nTK\n```\nTK", "~~~~\nTK\n~~~~~ \nTK", "`a``TK`", "<" + strings.Repeat("a", 1990) + ":TK> TK", "[a]: TK\nTK", "[a](TK) TK", "[^a]: TK", "    [a]: TK", "http://TK TK", "(https://a.example/TK) TK",
	"x\n\nENDS", "x\n\n\\###", "x\n\n# # #\n", "x -30-", "x\n– 30 –", "x\nENDS y", strings.Repeat("x", 74) + "\nENDS\n", "MARLOW, MASS. x", "**marlow, Mass.** x", "\r\n MARLOW, Mass. x", "  Under Embargo until x", "(EMBARGOED UNTIL x", "Embargoed untilx",
	"TK" + strings.Repeat(" TK", 19) + " TK", "[TBC] XXX [XXX]", "[CHECK " + strings.Repeat("x", 40) + "] TODO", "[CHECK " + strings.Repeat("x", 33) + "TODO]", "[CHECK " + strings.Repeat("x", 36) + "TODO]", "x____ y _____", "_ ____", "TKTKT", "_TK_", "[fill in: a] [fill in: b", "☃☃", ":a-b:", ":ab", "a://b:c:", "x ~ab~ ~~a~ y",
	"x | y\n  \n|---|---|", "  | a | b |  \n\t| c | d |\t", "|||", "|\n|", "„a\" b", "\"a„", "‘a' b", "a\n\n```\nb\n\nTK\n```\nTK", "~~~\nb\n\n    TK\n\n~~~\n\nTK", "`a\n\n` TK`", "`a\n` TK`", "TK\n\n`", "a\n\n##b  \n\nc", "a | b\n---\n\n#### y", "x\n  \n---\n\n#### y", "- a\n---\n\n#### y", "`x`\n---\n\n#### y", "| a |b|\n|-|-|\n|1|2| |", "## #\t\n\n#### a", "[NAME]TK", "x\n \t\n    y", "“a” 5\"\"b", "“a” 5\"\"", "`a` TK `b`", "a ** b***c", "** ***a", "a](TK", "a]:TK", "b://TK",
}

// What is said of each in the body of a release, and where.
func TestTextsAtTheEdge(t *testing.T) {
	var b strings.Builder
	for _, text := range edges {
		src, _ := entry{slot: "body", text: text}.source()
		fmt.Fprintf(&b, "=== %.100q\n", text)
		for _, d := range look(t, src) {
			fmt.Fprintf(&b, "%d:%d %s [%s]\n", d.Line, d.Column, strings.ReplaceAll(d.Message, "\n", "⏎"), d.Rule)
		}
	}
	expect.File(t, "edges.golden.txt", b.String())
}

// An instant that has come is one that has passed, and two years ahead are not more than two.
func TestAnInstantAtTheEdge(t *testing.T) {
	book, _ := contacts.Read([]contacts.File{{Name: "contacts/press.csv", Data: []byte("email\nana@paper.example\n")}})
	at := time.Date(2027, 6, 8, 12, 0, 0, 0, time.UTC)
	for _, c := range []struct {
		line string
		now  time.Time
		want string
	}{
		{"embargo = 2027-06-08T12:00:00Z", at.Add(-time.Second), ""},
		{"embargo = 2027-06-08T12:00:00Z", at, "2027-06-08 12:00:00 UTC has passed"},
		{"embargo = 2027-06-08T12:00:00Z", at.AddDate(-2, 0, 0), ""},
		{"embargo = 2027-06-08T12:00:00Z", at.AddDate(-2, 0, 0).Add(-time.Second), "2027-06-08 12:00:00 UTC is more than two years ahead"},
		{"date = 2027-06-08", at, ""},
		{"date = 2027-06-08", at.AddDate(0, 0, 1), "date is 2027-06-08, and today is 2027-06-09 in UTC"},
		{"date = 2027-06-08", at.AddDate(0, 0, -1), "date is 2027-06-08, and today is 2027-06-07 in UTC"},
		{"release_at = \"hold\"", at, ""},
		{"timezone = \"Europe/Paris\"\nembargo = 2027-06-08T14:00:00+01:00", at, "Europe/Paris is not at +01:00 on that day but at +02:00 (CEST); write 2027-06-08T14:00:00+02:00 for that time on its clock, or 2027-06-08T15:00:00+02:00 for"},
		{"timezone = \"Europe/Paris\"\nembargo = 2027-06-08T14:00:01-00:00", at, ""},
		{"timezone = \"Africa/Casablanca\"\nrelease_at = 2027-06-08T14:00:01+00:00", at, "Africa/Casablanca is not at +00:00 on that day but at +01:00 (+01)"},
		{"timezone = \"Europe/London\"\nrelease_at = 2027-06-08T14:00:01+00:00", at, "Europe/London is not at +00:00 on that day but at +01:00 (BST)"},
		{"timezone = \"Europe/London\"\nrelease_at = 2027-06-08T14:00:01Z", at, ""},
		{
			"timezone = \"Europe/Paris\"\nembargo = 2027-06-08T14:00:01\nadvance = [\"press\"]\nadvance_at = 2027-06-07T14:00:00+01:00", at.AddDate(0, 0, -2),
			"Europe/Paris is not at +01:00 on that day but at +02:00 (CEST); write 2027-06-07T14:00:00+02:00 for that time on its clock, or",
		},
		{"timezone = \"Europe/Paris\"\nembargo = 2027-06-08T14:00:01", at.Add(-time.Minute), ""},
		{"timezone = \"Europe/Paris\"\nrelease_at = 2027-06-08T14:00:00+02:00", at.Add(-time.Minute), ""},
	} {
		src := "+++\nheadline = \"H\"\ndateline = \"C\"\nto = [\"press\"]\n" + c.line + "\n[[contact]]\nname = \"D\"\nphone = \"1\"\n+++\nBody.\n"
		r, diags := release.Read("x", []release.Source{{Name: "x.md", Data: []byte(src)}}, release.Settings{})
		if r == nil {
			t.Fatal(diags)
		}
		var got []string
		for _, d := range Release(Subject{Release: r, Book: book, Now: c.now}).Warned() {
			got = append(got, d.Message)
		}
		if all := strings.Join(got, " / "); !strings.HasPrefix(all, c.want) || (all == "") != (c.want == "") {
			t.Errorf("%s at %s: %s\nwant %s", c.line, c.now, all, c.want)
		}
	}
}

// A run of characters is told at its first place alone.
func TestACharacterIsToldAtItsFirstPlace(t *testing.T) {
	src := "+++\nheadline = \"☃ a\"\ndate = 2026-11-01\n[[contact]]\nname = \"D\"\nphone = \"1\"\n[[cover]]\nto = [\"press\"]\ntext = \"☂\"\n+++\nb ☃ c ☄ d ☃☄ e ☄\n"
	r, diags := release.Read("x", []release.Source{{Name: "x.md", Data: []byte(src)}}, release.Settings{})
	if r == nil {
		t.Fatal(diags)
	}
	var got []string
	for _, p := range Places(r.Files, []rune("☃☄☂"), 9) {
		got = append(got, fmt.Sprintf("%d:%d %s", p.At.Line, p.At.Column, p.Text))
	}
	if all := strings.Join(got, ", "); all != "2:13 ☃, 11:7 ☄, 11:11 ☃☄" {
		t.Error(all)
	}
}
