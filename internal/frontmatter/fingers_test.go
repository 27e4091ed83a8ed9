package frontmatter

import (
	"fmt"
	"regexp"
	"strings"
	"testing"
	"unicode"

	"pressroom/internal/diagnostic"
	"pressroom/internal/expect"
)

// statements are right; a finger that slips on one key makes something else of each.
var statements = []string{
	"headline = \"The boat is back\"\n",
	"tags = [\"tide\", \"boat\"]  # both\n",
	"day = 2026-12-03\n",
	"at = 2026-12-03T09:30:00-05:00\n",
	"at = 2026-12-03 9:30 p.m. EST\n",
	"at = December 3rd, 2026, 9 am CET\n",
	"read = true\n",
	"seats = 12.5\n",
	"words = \"\"\"\nTwo \\\"lines\\\"\nof it\"\"\"\n",
	"path = 'media\\a.png'\n",
	"box = {w = 1, h = \"x\"}\n",
	"[hall]\nlamp = 1\n",
	"[[row]]\nlamp = \"a\"\n\n[[row]]\nlamp = \"b\"\n",
	"[[row]]\nlamp = \"a\"\n[row.deep]\nby = \"c\"\n",
	"lamp = “a” \n",
	"lamp: two words\n",
	"day = Dec. 3, 2026\n",
	"list = [\n  \"one\",\n  'two',\n]\n",
}

// What is said of a file in which one key was not struck, or twice, and how it is read in
// spite of it.
func TestWhatIsSaidWhenAFingerSlips(t *testing.T) {
	var b strings.Builder
	for _, s := range statements {
		fmt.Fprintf(&b, "=== %s%s", s, expect.Slips(s, expect.Letters, readWith))
	}
	expect.File(t, "fingers.golden.txt", b.String())
}

// The same of a word, a number or a sign that stands before its neighbour, is written
// otherwise, or is followed by a sign too many.
func TestWhatIsSaidWhereAKeyIsStruckOtherwise(t *testing.T) {
	var b strings.Builder
	for _, s := range statements {
		fmt.Fprintf(&b, "=== %s%s", s, expect.Turns(s, strokes, readWith))
	}
	expect.File(t, "turned.golden.txt", b.String())
}

// strokes are the words and numbers of a statement, and its signs.
func strokes(s string) (out []string) {
	kind := func(r rune) int {
		switch {
		case unicode.IsLetter(r):
			return 1
		case unicode.IsDigit(r):
			return 2
		}
		return 0
	}
	last := 0
	for _, r := range s {
		k := kind(r)
		if k == 0 || k != last {
			out = append(out, "")
		}
		out[len(out)-1] += string(r)
		last = k
	}
	return out
}

// readWith is how a file with a statement is read, and what is said of it.
func readWith(s string) string {
	d, diags := Recover("x.md", []byte("+++\nkind = \"boat\"\n"+s+"length = 12\n+++\nBody.\n"))
	if d == nil {
		return "not read; " + strings.ReplaceAll(diags.Error(), "\n", " / ")
	}
	tree := d.Tree()
	if tree["kind"] == "boat" {
		delete(tree, "kind")
	}
	said := treeSaid(tree)
	for _, found := range d.Diagnostics() {
		said += " / " + found.String()
	}
	return strings.ReplaceAll(said, "\n", "⏎")
}

// treeSaid is a tree in words.
func treeSaid(tree map[string]any) string { return inUTC(fmt.Sprint(tree)) }

// inUTC is what is printed of times as on a machine whose zone is UTC: the library notes the
// machine's offset beside a time without one, and its zone's name beside one that has the same.
func inUTC(said string) string {
	said = offsetOfMachine.ReplaceAllString(said, "+0000 $1")
	said = zoneOfMachine.ReplaceAllString(said, "$1 $1")
	return strings.ReplaceAll(said, "+0000 +0000", "+0000 UTC")
}

var (
	offsetOfMachine = regexp.MustCompile(`[+-][0-9]{4} ((?:date|time|datetime)-local)`)
	zoneOfMachine   = regexp.MustCompile(`([+-][0-9]{4}) (?:[A-Z]{3,5}|[+-][0-9]{2,4})\b`)
)

// A table that says what it may hold names what was meant by a key that it does not, and
// reads it in its place.
func TestKeysThatAreMeantForOthers(t *testing.T) {
	d, diags := Split("x.md", []byte(`+++
Head_line = "A"
quote = "none"
lamp-s = 3
colour = "red"
zzz = 1
to = ["a"]
[[lamps]]
a = 1
[[lampen]]
a = 2
[one]
key = "of one"
[[lamps]]
a = 3
[sorted]
b = 1
+++
`))
	if d == nil {
		t.Fatal(diags)
	}
	shape := Shape{
		Keys: []string{"headline", "lamps", "one", "color", "sorted"}, Also: map[string]string{"colour": "color", "lampen": "lamps"},
		Hint: func(key string) string {
			if key == "to" {
				return "to belongs elsewhere"
			}
			return ""
		},
	}
	root := d.Root()
	root.Expect(shape)
	var b strings.Builder
	fmt.Fprintf(&b, "headline %q, color %q\n", root.String("headline"), root.String("color"))
	for _, row := range root.Peek("lamps") {
		fmt.Fprintf(&b, "a row of lamps: %s, a = %d at %s\n", row.Path(), row.Int("a", 0), row.At("a"))
	}
	for _, key := range []string{"one", "headline", "absent"} {
		fmt.Fprintf(&b, "%d tables under %s\n", len(root.Peek(key)), key)
	}
	one, sorted := root.Table("one"), root.Table("sorted")
	fmt.Fprintf(&b, "lent: %v, twice: %v, of nothing: %v, over another: %v; it reads %q\n", one.Lend("key", sorted, "own"), one.Lend("key", sorted, "own"), one.Lend("no", sorted, "x"),
		one.Lend("key", sorted, "b"), sorted.String("own"))
	fmt.Fprintf(&b, "above: %v, below: %v\n", root.Before("to", one), root.Before("sorted", one))
	for _, key := range []string{"HEAD-LINE", "head line", "headlin", "lamp_s", "Colour", "zzz", "", "hedline"} {
		fmt.Fprintf(&b, "%q means %q\n", key, shape.Meant(key))
	}
	for _, found := range d.Diagnostics().Sort() {
		fmt.Fprintln(&b, found)
	}
	expect.File(t, "meant.golden.txt", b.String())
}

// Times as people write them, in a text: what to write instead.
func TestTimesAsPeopleWriteThem(t *testing.T) {
	var b strings.Builder
	for _, s := range []string{
		"2026-12-03", "2026-12-03T09:00:00Z", "2026/12/3 9:05", "2026.12.03 9h30", "2026-12-03 24:00", "2026-12-03 23:59", "2026-12-03 23:59:59", "2026-12-03 24:00:01", "2026-12-00", "2026-12-03 25:00", "2026-12-03 9:60", "2026-12-03 9:59:60", "2026-12-03 9:59:59", "2026-13-01", "2026-02-30",
		"2026-12-03 12 am", "2026-12-03 12 pm", "2026-12-03 0 am", "2026-12-03 13 pm", "2026-12-03 1 p.m.", "2026-12-03 11 a.m", "2026-12-03 9:00 +5:30", "2026-12-03 9:00 UTC-8", "2026-12-03 9:00 GMT+0530",
		"2026-12-03 9:00 +15:00", "2026-12-03 9:00 +14:00", "2026-12-03 9:00 -02:60", "2026-12-03 9:00 (PST)", "2026-12-03 9:00 pdt", "2026-12-03 9:00 ET", "2026-12-03 9:00 GMT", "2026-12-03 9:00 Z",
		"2026-12-03 9:00 XYZ", "2026-12-03 9:00 by the clock of the harbor office", "2026-12-03 9:00 twenty letters: abcd", "2026-12-03 9:00 in the morning", "3 Dec 2026", "3. December 2026", "Thursday, 3rd December 2026 at 9:30", "Sept 3, 2026", "Dezember 3, 2026", "Dec 3 2026 9.30 pm", "12/03/2026",
		"3.12.26", "Monday", "tomorrow", "9 p.m.", "9:00", "noon", "a day", "",
	} {
		fmt.Fprintf(&b, "%q: %v %s\n", s, looksLikeTime(s), timeAdvice(s))
	}
	for _, abbreviation := range []string{
		"UTC", "GMT", "BST", "WET", "CET", "CEST", "EET", "EEST", "MSK", "EST", "EDT", "ET", "CST", "CDT", "CT", "MST", "MDT", "MT", "PST", "PDT", "PT", "JST", "AEST", "AEDT",
	} {
		fmt.Fprintf(&b, "%s: %s\n", abbreviation, timeAdvice("2026-12-03 9:00 "+abbreviation))
	}
	for _, s := range []string{`a\b.png`, `C:\Users\ana\b.jpg`, "/home/b.jpg", `\\host\b.jpg`, "a/b.png", "c:"} {
		fmt.Fprintf(&b, "%s: %s; %s\n", s, SlashPath(s), BackslashAdvice(s))
	}
	fmt.Fprintln(&b, Several("quote"))
	expect.File(t, "times.golden.txt", b.String())
}

// A place within a text that is escaped is that of the character in the file.
func TestPlacesWithinTexts(t *testing.T) {
	var b strings.Builder
	for _, src := range []string{
		"a = \"x\\ty\\\"z\\u00e9w\\U0001F600v\"\n", "a = \"\"\"\nx\\\n   y\nz\"\"\"\n", "a = \"\"\"\r\nx\r\ny\"\"\"\n", "a = \"\"\"x\"\"\"\n", "a = 'x\\ty'\n", "a = '''\nx\ny'''\n", "a = 12\n", "a = \"\\x41b\"\n", "a = \"é字b\"\n",
	} {
		d, diags := Parse("x.toml", []byte(src))
		if d == nil {
			fmt.Fprintf(&b, "%q: %v\n", src, diags)
			continue
		}
		root := d.Root()
		text, _ := root.Raw("a")
		fmt.Fprintf(&b, "%q, %q:", src, text)
		for i := range len(fmt.Sprint(text)) + 2 {
			fmt.Fprintf(&b, " %s", strings.TrimPrefix(root.InString("a", i).String(), "x.toml:"))
		}
		b.WriteString("\n")
	}
	var at diagnostic.Position
	if at.String() == "" {
		b.WriteString("no place\n")
	}
	expect.File(t, "places.golden.txt", b.String())
}
