package frontmatter

import (
	"fmt"
	"os"
	"strings"
	"testing"

	"pressroom/internal/expect"
)

// edges are files whose slips stand where something begins or ends.
func edges() []string {
	var out []string
	for _, s := range []string{
		"day = Thursday, the 3rd of December 2026 at half past 9 in the morning\n",
		"day = December 3rd, 2026" + strings.Repeat(" ", 80-len("December 3rd, 2026")-4) + "9 am\n",
		"day = December 3rd, 2026" + strings.Repeat(" ", 81-len("December 3rd, 2026")-4) + "9 am\n",
		"a = (one, two, 'three')\n", "a = (" + strings.Repeat("x, ", 20) + "y)\n", "a = (" + strings.Repeat("x", 86) + ")\n", "a = (" + strings.Repeat("x", 87) + ")\n",
		"a = (\"one\", [two])\n", "a = YES\nb = On\nc = TRUE\nd = Y\ne = no\nf = OFF\ng = N\nh = False\n",
		"a = Oars\"\"\"\n", "a = Oars”””\n", "a = Oars\nand sails\"\"\"\n", "a = Oars, sails # and more\n", "a = Oars#1\n", "a = \"\n", "a = '\n", "a = “\n", "a = ”””\n", "a = ]\n", "a = ,\n", "a =\n", "a\n", "=\n", "= 1\n",
		"a = " + strings.Repeat("x", 199) + ",\n", "a = " + strings.Repeat("x", 198) + ",\n", "a = " + strings.Repeat("x", 80) + "\n", "a = " + strings.Repeat("x", 81) + "\n",
		"a = \"the \"Swan\".\"\n", "a = \"the \"Swan\".\n", "a = \"the \"Swan\";\n", "a = \"the \"Swan\",\n", "a = \"x\" # y\n", "a = \"x\" y\n", "a = \"x\", \"y\"\n", "a = \"x\" \"y\"\n", "a = \"x\", b = \"y\"\n", "a = \"x\"; b = \"y\"\n",
		"a = [\"the \"Swan\"\", \"b\"]\n", "a = [\"x\" \"y\"]\n", "a = [\"x\",, \"y\"]\n", "a = [\"x\"; \"y\"]\n", "a = [\"x\"， \"y\"、 \"z\"；]\n", "a = [,]\n", "a = [;\n", "a = [\"x\"\nb = 1\n", "a = [\n\"x\"\n\nb = 1\n", "a = [\n\"x\",\n",
		"a = [x, \"y\"]\n", "a = [x\", 1, true]\n", "a = [x y]\n", "a = [" + strings.Repeat("x", 40) + "]\n", "a = [" + strings.Repeat("x", 41) + "]\n", "a = ['it's', 'y']\n", "a = ['x\n", "a = [\"x]\n", "a = [“x]\n", "a = [“x”, ‘y’]\n", "a = [{b = 1}]\n", "a = [{b = 1\n",
		"a = [[[[[[[[[\"x\"]]]]]]]]]\n", "a = [[[[[[[[[[\"x\"]]]]]]]]]]\n", "a = {b = 1\n", "a = {b = \"}\"}\n", "a = {b = {c = 1}}\n", "a = {b = {c = 1}\n", "a = {}}\n",
		"a = \"x\\q\\\\y\"\n", "a = \"x\\\\\\q\"\n", "a = \"x\\\n", "a = \"x\\u00e\"\n", "a = \"x\\u00e9\\U0001F600\\x41\\e\"\n", "a = \"\\ud800\"\n", "a = \"\\udfff\\ue000\\ud7ff\"\n", "a = \"\\U00110000\"\n", "a = \"\\U0010FFFF\"\n", "a = \"\\u00g0\"\n", "a = \"\\x4\"\n", "a = \"\\u00fF\\x0F\\q\"\n",
		"a = \"\"\"x\\   \n  y\"\"\"\n", "a = \"\"\"x\\ y\"\"\"\n", "a = \"x\\ y\"\n", "a = \"\"\"x\\q\"\"\"\n", "a = \"\"\"x\"\"\"\"\n", "a = \"\"\"x\"\"\"\"\"\n", "a = \"\"\"x\"\"\"\"\"\"\n", "a = '''x'''''\n", "a = '''x\n", "a = '''x'y\n'''\n", "a = '''x''\nb = 1\n",
		"a = \"\"\"x\n+++\nBody \"\"\" more\n", "a = \"\"\"x\nb = \"\"\"\ny\n\"\"\"\n", "a = \"\"\"x\nb: \"\"\"y\"\"\"\n", "a = \"\"\"x\"\nb = 1\n", "a = \"\"\"x\"\n\n\nb = 1\n", "a = \"\"\"x\"\nand \"y\"\nb = 1\n", "a = \"\"\"x”””\nb = 1\n", "a = “\"\"x\"\"\"\n", "a = \"\"x\"\"\"\n", "a = \"\"\"\"\"\n", "a = \"\"\"\"\n",
		"a = \"x\x01y\"\n", "a = \"x\x7fy\"\n", "a = \"\"\"x\x1f\ty\"\"\"\n", "a = 1\r", "a = \"x\ry\"\n", "a = \"\"\"x\ry\"\"\"\n", "a = \"pics\\oar.png\"\n", "a = \"" + strings.Repeat("x", 388) + "\\oar.png\"\n", "a = \"" + strings.Repeat("x", 391) + "\\oar.png\"\n", "a = \"c:\\oar.p\"\n", "a = \"c:\\oar.abcdef\"\n",
		"a =\u00a01\n", "a\u00a0= 1\n", "\u00a0a = 1\n", "a = 1\u00a0\n", "a\u200b = 1\n", "a = \u30001\n", "a =\u202f1\n", "a =\u20091\n", "a = 1\u0085\n", "\ufeffa = 1\n",
		"[row\na = 1\n", "[row]]\na = 1\n", "[[row]\na = 1\n", "[ row ]\na = 1\n", "[row] # r\na = 1\n", "[row] a = 1\n", "[[row]] a = 1\n", "[[row]]a = 1\n", "[row]x\n", "[a b]\nc = 1\n", "[“row”]\na = 1\n", "[row]\n[row]\na = 1\n", "[row]\na = 1\n[row]\na = 2\n", "[]\n", "[[]]\n", "[.]\n", "[a.]\n", "[a..b]\n", "[a . b]\nc = 1\n", "[a]\n[[a]]\n", "[[a]]\n[a]\nb = 1\n", "[[[a]]]\nb = 1\n", "[a](b)\n", "[row]\n\n[row]\n", "[\n",
		"a b = 1\n", "a b c d e = 1\n", "a: 1\n", "a : 1\n", "a：1\n", "a =: 1\n", "a == 1\n", "a := 1\n", "\"a\" = 1\n", "'a' = 1\n", "“a” = 1\n", "a.b = 1\n", "a..b = 1\n", "a. = 1\n", "é = 1\n", "a = 1\na = 2\n", "a = 1\nA = 2\n", "a = 1 b = 2\n", "a:\n- x\n- \"y\"\n", "a:\n- \nb = 1\n", "a:\n  x\n", "a =\n  \"x\"\n", "a =\n\n\"x\"\n", "a =\nb = 1\n", "// a\n", "-- a\n", "; a\n", "<!-- a -->\n", "- a\n", "* a\n", "> a\n",
		"a = 09\n", "a = 1,5\n", "a = 1.500\n", "a = +1\n", "a = 1_000\n", "a = 1e5\n", "a = .5\n", "a = 5.\n", "a = 5%\n", "a = $5\n", "a = null\n", "a = none\n", "a = 2026-02-30\n", "a = 24:00:00\n", "a = 9:30\n", "a = 09:30\n", "a = 2026-12-03T9:30\n", "a = 2026-12-03T09:30\n", "a = true false\n", "a = true # no\n", "a = 2026-12-03 to 2026-12-04\n",
		"a = 99999999999999999999\n", "a = 1e999\n", "a = 2026-11-30\n", "a = 2026-11-31\n", "a = 2026-11-00\n", "a = 2026-12-31\n", "a = 29 February 2028\n", "a = 29 February 2026\n", "a = 3 December 2026 23:30 CET\n", "a = 3 December 2026 24:30 CET\n", "a = 2026-12-03 x\n", "a = 2026-12-03T09:30:00 (CET)\n", "a = 2026-12-03 09:30 (EST)\n", "a = 2026-12-03 (day)\n", "[row]\na = 1\n\na = 2\n", "[[row]]\na = 1\n\na = 2\n",
		"b\"\\.ffff\n", "a=#", "a:pics\"Oars\"\"\"\n", "a=\na“", "a\"\"\" \n", "'the''", "a[\"\".\"\"\"\n", "Z\u200b", "!\x7f", "a[\"]\n", "a\"\\`\n", "a=nullx\t#", "a=3 December 202623", "[dee\u200b]",
	} {
		out = append(out, "+++\nkind = \"boat\"\n"+s+"length = 12\n+++\nBody.\n")
	}
	return append(out, "\n\na = 1\n+++\nBody.\n", "\n \n", " \n\n+++\na = 1\n+++\n", "+++\na = 1\n---\n  \nb = 2\n+++\n", "+++\na = 1\n---\n  \nBody\n", "---\na: 1\n---\n\nb = 2\n---\n", "--- \na: 1\n...\n", "+++\na = 1\n+++ x\nBody\n", "+++\na = 1\n ++\n",
		"+++\na = \"\"\"x\n+++\n", "+++\na = \"x", "+++\na = [", "+++\na", "+++\n[a", "+++\n", "+++", "++", "+", "\ufeff", "\ufeff+++\na = 1\n", "\ufeff\n+++\na = 1\n+++\n", "a = 1", "[a]\n+++\n", "+++x\na = 1\n+++\n", "+++\r\na = x\r\n+++\r\nBody\r\n", "+++\r\na = 1\r\n---\r\nBody\r\n", "—\na = 1\n—\nBody\n", "~~~\na = 1\n~~~\n", "Dear all,\n+++\n",
		"\n[row ", "]\nDecember 2026=\n+++", "++\ny\"\"\"\n++++\nBody", "++\n\r12\n+++", "++\na[[[[[[[[[", "++\na\"\n.\n\"", "\nlength＝", "\n---\n \n+++", "\"\n[a 12\n+++", "++\nkind\"»", "\x01\n+++", "\na\"x’\n", "\na[\"‘y’]", "\na\"\"\"x=\"\"\"",
		"\na\""+strings.Repeat("x", 391)+"\\oar.boat\"\n")
}

// What is said of slips at the edge of what is read, how the file is read in spite of them,
// and what an editor offers to write instead.
func TestSlipsAtTheEdges(t *testing.T) {
	var b strings.Builder
	for _, src := range edges() {
		b.WriteString(strings.TrimSuffix(told("x.md", src, fmt.Sprintf("%.120q\n", src)), "\n"))
		for _, m := range Mends("x.md", []byte(src)) {
			fmt.Fprintf(&b, "write %d-%d %q\n", m.Start, m.End, m.New)
		}
		b.WriteString("\n")
	}
	expect.File(t, "edges.golden.txt", b.String())
}

// With what is offered in its place, a file with slips is what it is read as.
func TestWhatIsOfferedIsWhatIsRead(t *testing.T) {
	slips, err := os.ReadFile("testdata/slips.txt")
	if err != nil {
		t.Fatal(err)
	}
	files := edges()
	for _, s := range append(statements, strings.Split(string(slips), "---\n")...) {
		files = append(files, "+++\nkind = \"boat\"\n"+s+"length = 12\n+++\nBody.\n")
	}
	offered := 0
	for _, src := range files {
		var b strings.Builder
		at := 0
		mends := Mends("x.md", []byte(src))
		for _, m := range mends {
			if m.Start < at || m.End < m.Start || m.End > len(src) {
				t.Fatalf("%q: %v", src, mends)
			}
			b.WriteString(src[at:m.Start] + m.New)
			at = m.End
		}
		b.WriteString(src[at:])
		d, _ := Recover("x.md", []byte(src))
		switch {
		case d == nil:
		case d.original == nil && len(mends) > 0:
			t.Errorf("%q has no slips, and %v is offered", src, mends)
		case d.original != nil && strings.Join(strings.Fields(b.String()), " ") != strings.Join(strings.Fields(string(d.Src)), " ") && !blankedOut(string(d.Src), b.String()):
			t.Errorf("%q is offered as\n%q, and read as\n%q", src, b.String(), d.Src)
		case len(mends) > 0:
			offered++
		}
	}
	if offered < 100 {
		t.Errorf("something was offered for %d files", offered)
	}
}

// blankedOut tells whether a file is another with blanks in the place of what could not be
// read at all.
func blankedOut(read, offered string) bool {
	if len(read) != len(offered) {
		return false
	}
	for i := range read {
		if read[i] != offered[i] && read[i] != ' ' {
			return false
		}
	}
	return true
}
