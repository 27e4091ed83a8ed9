package frontmatter

import (
	"fmt"
	"strings"
	"testing"

	"pressroom/internal/expect"
)

// What is too much is told where it is reached; strings and remarks are not counted, and each sign that
// ends a key begins the next one.
func TestWhatIsCountedInAFile(t *testing.T) {
	const (
		deep   = "more than 16 brackets open at once; write nested values as tables"
		dotted = "a dotted key of more than 10 parts; use a table"
		many   = "more than 3 keys and tables; a release needs a few dozen"
	)
	dots := strings.Repeat(".a", 9)
	type row struct {
		src  string
		at   int
		said string
	}
	rows := []row{
		{strings.Repeat("[", 16), 0, ""},
		{strings.Repeat("[", 17), 16, deep},
		{strings.Repeat("{", 16), 0, ""},
		{strings.Repeat("{", 17), 16, deep},
		{strings.Repeat("[{", 8) + "}{", 0, ""},
		{strings.Repeat("[{", 8) + "][", 0, ""},
		{strings.Repeat("[{", 8) + "}{[", 18, deep},
		{"]}]}" + strings.Repeat("[", 16), 0, ""},
		{strings.Repeat("\"[\" '{' \"\"\"[\n{\"\"\"\n", 20), 0, ""},
		{strings.Repeat("# [\n", 20), 0, ""},
		{strings.Repeat("#x[\n", 20), 0, ""},
		{dots, 0, ""},
		{dots + " .", 19, dotted},
		{dots + "\"" + dots + "\"", 0, ""},
		{dots + " # .", 0, ""},
		{dots + " #.", 0, ""},
		{dots + " #x.\n", 0, ""},
		{dots + " #.\n", 0, ""},
		{dots + "#\n" + dots, 0, ""},
		{dots + "#\n" + dots + ".", 38, dotted},
	}
	for _, sign := range "[]{}=,\n" {
		rows = append(rows, row{dots + string(sign) + dots, 0, ""}, row{dots + string(sign) + dots + ".", 37, dotted})
	}
	for _, sign := range " :;" {
		rows = append(rows, row{dots + string(sign) + dots, 19, dotted})
	}
	for _, c := range rows {
		e := checkLimits([]byte(c.src), 0)
		if e == nil {
			e = &limitError{}
		}
		if e.offset != c.at || e.msg != c.said {
			t.Errorf("%q: %q at %d, want %q at %d", c.src, e.msg, e.offset, c.said, c.at)
		}
	}
	for src, at := range map[string]int{
		"[a]\nb = 1\nc = 2": -1, "[a]\nb = 1\nc = {}": 15, "[a]\nb = {c = 2}": 12, "a = [[]]\n# ====": -1,
		"a = [[]] # b\nb = 1\n": 16, "a = '[[[='": -1, "a = {b = {": -1,
		"a = {b = {}": 10,
	} {
		e := checkLimits([]byte(src), 3)
		if at < 0 != (e == nil) || e != nil && (e.offset != at || e.msg != many) {
			t.Errorf("%q: %+v, want it at %d", src, e, at)
		}
	}
}

// Where a string ends, of whatever kind.
func TestWhereAStringEnds(t *testing.T) {
	for src, want := range map[string]int{
		`"a" b`: 2, `"" b`: 1, `"a\" b"`: 6, `"a\\" b"`: 4, `'a\' b'`: 3, "\"a\nb\"": 1, "'a\nb'": 1, `"a`: 2, `"a\"`: 4, `'a"`: 3, `"a'`: 3,
		`"""a"""b`: 6, `"""a""""b`: 7, `"""a"""""b`: 8, `"""a""""`: 7, `"""a\"""b"""`: 11, `"""a""b"""`: 9,
		`"""a"b"""`: 8, "\"\"\"a\n\"\"\"": 7, `"""a""`: 6,
		`'''a'''b`: 6, `'''a''''b`: 7, `'''a\'''b`: 7, `'''a"""'''`: 9, `"""a'''"""`: 9, `'''`: 3, `"`: 1,
	} {
		if got := skipString([]byte(src), 0); got != want {
			t.Errorf("%s ends at %d, want %d", src, got, want)
		}
		if got := skipString([]byte("= "+src), 2); got != want+2 {
			t.Errorf("= %s ends at %d, want %d", src, got, want+2)
		}
	}
}

// The line +++ that closes front matter stands in no string and behind no remark.
func TestWhereFrontMatterEnds(t *testing.T) {
	for front, want := range map[string]string{
		"a = 1\n": "Body.\n", "# it's '''\n": "Body.\n", "a = 1 # \"\"\"\n": "Body.\n", "#\n": "Body.\n", "": "Body.\n",
		"a = '''\n+++\n'''\n": "Body.\n", "a = \"\"\"\n+++\n\"\"\"\"\n": "Body.\n", "a = \"+++\"\n": "Body.\n",
	} {
		d, diags := Split("x.md", []byte("+++\n"+front+"+++ \t\r\nBody.\n"))
		if d == nil {
			t.Errorf("%q: %v", front, diags)
			continue
		}
		if got := string(d.Src[d.Body.Start:]); got != want || string(d.Src[d.Front.Start:d.Front.End]) != front {
			t.Errorf("%q: the body is %q", front, got)
		}
	}
}

// What the parsers say is told on one line, and not at any length.
func TestWhatTheParsersSayIsToldOnOneLine(t *testing.T) {
	name := strings.Repeat("x", 300)
	_, said := Split("x.md", []byte("+++\n"+name+" = {b = 1, b = 2}\n+++\n"))
	if got, want := placed(said), "2:312 Key '"+name[:195]+"… [toml]"; got != want {
		t.Errorf("%s\nwant\n%s", got, want)
	}
	if got := oneLine(" a\n\tb  c\r\n"); got != "a b c" {
		t.Errorf("%q", got)
	}
}

// What is said of a file with slips is said from its first line to its last.
func TestSlipsAreToldFromTheFirstLineToTheLast(t *testing.T) {
	_, said := Split("x.md", []byte("+++\nb = z\ntwo words = 1\nc = z\n[three more words]\nd = z\n+++\n"))
	var lines []int
	for _, d := range said {
		lines = append(lines, d.Line)
	}
	if fmt.Sprint(lines) != "[2 3 4 5 6]" {
		t.Errorf("%v", said)
	}
}

// The place of a byte of a string is never behind the string.
func TestThePlaceOfAByteOfAString(t *testing.T) {
	const src = "a = \"b\\u00e9\\\"c\"\nd = 'e\\f'\ng = \"\"\"\r\nh\\\n  i\"\"\"\nj = 1\n[k]\n"
	d, diags := Parse("x.toml", []byte(src))
	if d == nil {
		t.Fatal(diags)
	}
	for _, c := range []struct {
		path   string
		offset int
		want   string // what stands there
	}{
		{"a", 0, "b\\u00e9"},
		{"a", 1, "\\u00e9"},
		{"a", 3, "\\\"c\"\n"},
		{"a", 4, "c\"\n"},
		{"a", 5, "\"\nd"},
		{"a", 500, "\nd = "},
		{"d", 0, "e\\f"},
		{"d", 2, "f'\n"},
		{"d", 500, "\ng = "},
		{"g", 0, "h\\\n"},
		{"g", 1, "\\\n  i"},
		{"g", 2, "\"\"\"\nj"},
		{"g", 500, "\nj = "},
		{"j", 5, "1\n"},
		{"none", 5, "a = "},
	} {
		if got := d.InString(c.path, c.offset); !strings.HasPrefix(src[got:], c.want) {
			t.Errorf("%d of %s is at %.8q, want %q", c.offset, c.path, src[got:], c.want)
		}
	}
	for raw, want := range map[string]int{
		"\"\"\"\r\na": 5, "\"\"\"\na": 4, "\"\"\"\ra": 3, "\"\"\"a": 3, "'''\r\na": 5, "'''\na": 4, "'''a": 3, "\"a": 1, "'a": 1, "1": 0, "": 0,
	} {
		if got := openingLength([]byte(raw)); got != want {
			t.Errorf("%q opens with %d, want %d", raw, got, want)
		}
	}
}

// Keys that are not known are told as they follow one another in the file, with what an editor can
// write instead; the first that is meant for another is read in its place.
func TestKeysAreToldInTheOrderOfTheFile(t *testing.T) {
	const src = "[hall]\nzzz = 1\nlampz = \"Marlow\"\nlamqs = \"Quay\"\nseats = 4\nseatz = 5\n" +
		"\"open at the quay side\" = true\naaa = 2\nyes = 3\n"
	d, diags := Parse("x.toml", []byte(src))
	if d == nil {
		t.Fatal(diags)
	}
	hall := d.Root().Table("hall")
	hall.Expect(Shape{
		Keys: []string{"lamps", "open-at-the-quay_side", "seats"}, Also: map[string]string{"zzz": "seats"},
		Hint: func(key string) string {
			if key == "yes" || key == "zzz" {
				return key + " stands above"
			}
			return ""
		},
	})
	const known = "known here: lamps, open-at-the-quay_side, seats"
	var got []string
	for _, f := range d.Diagnostics() {
		got = append(got, fmt.Sprintf("%s %s %s", f.Position, f.Message, expect.Given(f.Instead)))
	}
	want := []string{
		"x.toml:2:1 unknown key zzz; did you mean seats? {}",
		"x.toml:3:1 unknown key lampz; did you mean lamps? {Old:lampz New:lamps}",
		"x.toml:4:1 unknown key lamqs; did you mean lamps? {}",
		"x.toml:6:1 unknown key seatz; did you mean seats? {}",
		"x.toml:7:1 unknown key open at the quay side; did you mean open-at-the-quay_side? {Old:open at the quay side New:open-at-the-quay_side}",
		"x.toml:8:1 unknown key aaa; " + known + " {}",
		"x.toml:9:1 unknown key yes; yes stands above {}",
	}
	if strings.Join(got, "\n") != strings.Join(want, "\n") {
		t.Errorf("%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
	lamps, seats, open := hall.String("lamps"), hall.Int("seats", 0), hall.Bool("open-at-the-quay_side", false)
	if lamps != "Marlow" || seats != 4 || !open {
		t.Errorf("%q, %d, %t", lamps, seats, open)
	}
}

const harbour = `name = "Marlow"
[hall]
lamps = "six"
berth = 1
[[hall.row]]
a = 1
[[hall.rox]]
a = 2
[[hall.row]]
a = 3
[hall.lone]
a = 4
[[twice]]
b = 5
[[twice]]
b = 6
[once]
c = 7
inline = {d = 8}
`

// Keys and tables that are read elsewhere than they stand are spoken of where they stand.
func TestWhatIsReadElsewhereIsSpokenOfWhereItStands(t *testing.T) {
	d, diags := Parse("x.toml", []byte(harbour))
	if d == nil {
		t.Fatal(diags)
	}
	root := d.Root()
	hall, once := root.Table("hall"), root.Table("once")
	if !hall.Lend("lamps", once, "lights") || once.String("lights") != "six" || once.At("lights").String() != "x.toml:3:1" ||
		once.ValueAt("lights").String() != "x.toml:3:9" {
		t.Errorf("lights %q at %s", once.String("lights"), once.At("lights"))
	}
	if hall.Lend("none", once, "more") || hall.Lend("berth", once, "c") || once.Has("more") || once.Int("c", 0) != 7 {
		t.Error("what is not there, or was there, is lent")
	}
	hall.Expect(Shape{Keys: []string{"lamps", "berth", "row", "alone"}})
	peeked := func(table *Table, key string) string {
		var out []string
		for _, p := range table.Peek(key) {
			out = append(out, fmt.Sprint(p.Path(), " ", p.Here(), " ", p.Keys()))
		}
		return strings.Join(out, "; ")
	}
	for _, c := range []struct {
		table     *Table
		key, want string
	}{
		{hall, "row", "hall.row[0] x.toml:5:8 [a]; hall.rox[0] x.toml:7:8 [a]; hall.row[1] x.toml:9:8 [a]"},
		{hall, "alone", "hall.lone x.toml:11:7 [a]"},
		{root, "twice", "twice[0] x.toml:13:3 [b]; twice[1] x.toml:15:3 [b]"},
		{root, "once", "once x.toml:17:2 [c inline]"},
		{root, "name", ""},
		{root, "none", ""},
	} {
		if got := peeked(c.table, c.key); got != c.want {
			t.Errorf("%s: %s, want %s", c.key, got, c.want)
		}
	}
	if got := root.Written("once") + root.Written("none") + once.Written("inline"); got != "{d = 8}" {
		t.Errorf("written %q", got)
	}
	var rows []string
	for _, row := range hall.Tables("row") {
		rows = append(rows, row.Path())
	}
	if got := strings.Join(rows, " "); got != "hall.row[0] hall.rox[0] hall.row[1]" {
		t.Errorf("rows %s", got)
	}
	root.Errorf("twice", "rule", "whatever else is wrong with it")
	before := len(d.Diagnostics())
	twice := root.Table("twice")
	if twice.Path() != "twice[0]" || twice.At("b").String() != "x.toml:14:1" || twice.Int("b", 0) != 5 {
		t.Errorf("%s at %s", twice.Path(), twice.At("b"))
	}
	if got, want := placed(d.Diagnostics()[before:]), "13:3 twice stands once, so it takes one bracket; write [twice] [type]\n"+
		"15:3 twice stands once, so it takes one bracket; write [twice] [type]"; got != want {
		t.Errorf("%s\nwant\n%s", got, want)
	}
}

// An edit that cannot be is refused, with the reason.
func TestEditsThatCannotBe(t *testing.T) {
	d, diags := Parse("x.toml", []byte(harbour+"list = [{e = 1}]\nempty = []\nto = [\"a\" # one\n, \"b\"]\n[deep.down]\n"))
	if d == nil {
		t.Fatal(diags)
	}
	for _, c := range []struct {
		want string
		do   func() ([]byte, error)
	}{
		{"row is no single table", func() ([]byte, error) { return d.Append("row", "a = 1\n[[row]]\nb = 2\n") }},
		{"row is no single table", func() ([]byte, error) { return d.Append("row", "a = 1\n[other]\nb = 2\n") }},
		{"a.b is no single table", func() ([]byte, error) { return d.Append("a.b", "c = 1\n") }},
		{"\"a\" is no single table", func() ([]byte, error) { return d.Append("\"a\"", "c = 1\n") }},
		{
			"two words is no table in TOML: names have letters, figures, - and _, with stops between",
			func() ([]byte, error) { return d.AppendTable("two words", "") },
		},
		{
			"adding [name.a] would break the file; edit it by hand",
			func() ([]byte, error) { return d.AppendTable("name.a", "b = 1\n") },
		},
		{
			"adding [twice.a] would change more than that; edit the file by hand",
			func() ([]byte, error) { return d.AppendTable("twice.a", "b = 1\n") },
		},
		{"there is no table none", func() ([]byte, error) { return d.AddTable("none", "a", "") }},
		{"a table cannot be put into hall.row[0]; edit it by hand", func() ([]byte, error) { return d.AddTable("hall.row[0]", "a", "") }},
		{"a table cannot be put into once; edit it by hand", func() ([]byte, error) { return d.AddTable("once", "two words", "") }},
		{"there is no table deep", func() ([]byte, error) { return d.Set("deep", "k", "1") }},
		{"hall is a table and cannot be set to a value", func() ([]byte, error) { return d.Set("", "hall", "1") }},
		{"there is no once.list[1]", func() ([]byte, error) { return d.Remove("once.list", 1) }},
		{"there is no once.list[-1]", func() ([]byte, error) { return d.Remove("once.list", -1) }},
		{"there is no once.empty[0]", func() ([]byte, error) { return d.Remove("once.empty", 0) }},
		{"there is no twice[2]", func() ([]byte, error) { return d.Remove("twice", 2) }},
		{"there is no twice[-1]", func() ([]byte, error) { return d.Remove("twice", -1) }},
		{"there is no once.list[1]", func() ([]byte, error) { return d.Swap("once.list", 0) }},
		{"there is no twice[2]", func() ([]byte, error) { return d.Swap("twice", 1) }},
		{"changing once.to would break the file; edit it by hand", func() ([]byte, error) { return d.SetList("once", "to", []string{"b"}) }},
	} {
		out, err := c.do()
		if err == nil || err.Error() != c.want {
			t.Errorf("%v\n%s\nwant %s", err, out, c.want)
		}
	}
}

// A list keeps what stays in it as it is written.
func TestAListKeepsWhatStays(t *testing.T) {
	for _, c := range []struct {
		list string
		want []string
		out  string
	}{
		{"[\"\"\"a\"\"\"\", \"b\"]", []string{`a"`}, "[\"\"\"a\"\"\"\"]"},
		{"[\"\"\"a\"\"\"\"\", \"b\"]", []string{"b"}, "[\"b\"]"},
		{"['a', \"b\"]", []string{"a", "b", "c"}, "['a', \"b\", \"c\"]"},
		{"['a', \"b\"]", []string{"a", "c"}, "['a', \"c\"]"},
		{"['a', \"b\"]", []string{"b", "a"}, "[\"b\", \"a\"]"},
		{"['a', # one\n \"b\"]", []string{"b"}, "[ # one\n \"b\"]"},
		{"['a, b', \"c\"]", []string{"a, b"}, "['a, b']"},
		{"['a] # b', \"c, d\"]", []string{"a] # b", "e"}, "['a] # b', \"e\"]"},
		{"[]", []string{"a"}, "[\"a\"]"},
		{"['a']", nil, "[]"},
	} {
		d, diags := Parse("x.toml", []byte("to = "+c.list+"\nz = 1\n"))
		if d == nil {
			t.Fatal(diags)
		}
		if out, err := d.SetList("", "to", c.want); err != nil || string(out) != "to = "+c.out+"\nz = 1\n" {
			t.Errorf("%s: %v\n%s", c.list, err, out)
		}
	}
}

// A key is taken out of a table in braces with the comma beside it.
func TestAKeyIsTakenOutOfBraces(t *testing.T) {
	for _, c := range [][3]string{
		{"{a = 1, b = 2, c = 3}", "a", "{b = 2, c = 3}"},
		{"{a = 1, b = 2, c = 3}", "b", "{a = 1, c = 3}"},
		{"{a = 1, b = 2, c = 3}", "c", "{a = 1, b = 2}"},
		{"{a = 1, b = 2}", "b", "{a = 1}"},
		{"{a = 1,b = '}, c'}", "a", "{b = '}, c'}"},
		{"{a = 1}", "a", "{}"},
	} {
		d, diags := Parse("x.toml", []byte("x = "+c[0]+"\nz = 1\n"))
		if d == nil {
			t.Fatal(diags)
		}
		if out, err := d.Unset("x", c[1]); err != nil || string(out) != "x = "+c[2]+"\nz = 1\n" {
			t.Errorf("%s without %s: %v\n%s", c[0], c[1], err, out)
		}
	}
}
