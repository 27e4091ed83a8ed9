package contacts

import (
	"encoding/json"
	"fmt"
	"maps"
	"slices"
	"strings"
	"testing"

	"pressroom/internal/expect"
)

// everything is a journalist of whom every column says something.
const everything = "email,name,outlet,beats,region,language,timezone,embargo,format,attachments,priority,source,tags,basis,added,tier\n" +
	"a@b.example,Ana,Tide,sea;air,west,es,Europe/Madrid,yes,text,no,2.5,a fair,x;y,consent,2026-01-02,gold\n" +
	"c@d.example,,,,,,,no,html,yes,,,,,,\ne@f.example,,,,,,,,,,,,,,,\n"

// A segment may ask for each column, by its name.
func TestEachColumnInARule(t *testing.T) {
	var b strings.Builder
	for _, rule := range []string{
		`email == "a@b.example"`, `name == "Ana"`, `outlet == "Tide"`, `"air" in beats`, `region == "west"`, `language == "es"`, `timezone == "Europe/Madrid"`, `embargo`, `not embargo`,
		`format == "text"`, `format == "html"`, `attachments`, `priority == 2.5`, `priority > 2`, `source == "a fair"`, `"y" in tags`, `basis == "consent"`, `added == "2026-01-02"`, `tier == "gold"`,
		`"x" in lists`, `"y" in lists`, `name == ""`, `len(beats) == 0`, `priority == 0`,
		`nothing == 1`, `tire == "gold"`, `xyzxyz == "gold"`, `name <> "Ana"`, `name = "Ana"`, `name == "a = b" and x`, `name == 'Like' and x`, `name LIKE "A"`, `name == "Ana" OR embargo`, `NOT embargo`, `"sea" IN beats`,
		`name == „Ana"`, `name ==`, `now() == 1`, `date("2026") == 1`, `duration("1s") == 1`, `timezone("UTC") == 1`, `name`, `priority + 1`, `int(name) == 1`, `[1][priority] == 1`, ` `,
		`name == "Ana"` + "\nand nam == 1", `"é" == name or nam == 1`, `true` + strings.Repeat(" and true", 999), `true` + strings.Repeat(" and true", 1000),
	} {
		book, diags := Read([]File{{Name: "contacts/x.csv", Data: []byte(everything)}, {Name: "contacts/segments.toml", Data: []byte("[segment.some]\nwhere = '''" + rule + "'''\n")}})
		fmt.Fprintf(&b, "%.60q: ", rule)
		list, err := book.Pick("some")
		if !book.Has("some") {
			err = nil
		}
		for _, j := range list {
			b.WriteString(j.Key + " ")
		}
		fmt.Fprintf(&b, "%v %s\n", err, strings.ReplaceAll(diags.Error(), "\n", " / "))
	}
	expect.File(t, "rules.golden.txt", b.String())
}

// What is known of a journalist goes back into a list as it came.
func TestValuesAreWhatTheListSays(t *testing.T) {
	var b strings.Builder
	book, diags := Read([]File{{Name: "contacts/x.csv", Data: []byte(everything)}})
	if len(diags) > 0 {
		t.Fatal(diags)
	}
	for _, j := range book.Journalists {
		values := j.Values()
		for _, k := range slices.Sorted(maps.Keys(values)) {
			fmt.Fprintf(&b, "%s = %q\n", k, values[k])
		}
		row, err := json.Marshal(j.Row())
		if err != nil {
			t.Fatal(err)
		}
		fmt.Fprintf(&b, "%s\n", row)
	}
	book, _ = Read([]File{{Name: "contacts/x.csv", Data: []byte(everything)}, {Name: "contacts/segments.toml", Data: []byte("[segment.all]\nwhere = 'true'\n[segment.bad]\nwhere = 'int(name) == 1'\n")}})
	audiences, err := book.Audiences()
	fmt.Fprintf(&b, "%+v, %v\n", audiences, err)
	book, _ = Read([]File{{Name: "contacts/x.csv", Data: []byte(everything)}, {Name: "contacts/segments.toml", Data: []byte("[segment.all]\nwhere = 'true'\n")}})
	audiences, err = book.Audiences()
	fmt.Fprintf(&b, "%+v, %v\n", audiences, err)
	for _, name := range []string{"x", "all", "none"} {
		fmt.Fprintf(&b, "there is %s: %v\n", name, book.Has(name))
	}
	_, err = (&Book{}).Pick("x")
	fmt.Fprintf(&b, "without any: %v\n", err)
	expect.File(t, "values.golden.txt", b.String())
}

// Addresses at the edge of what can be one.
func TestAddressesAtTheEdge(t *testing.T) {
	var b strings.Builder
	long := strings.Repeat("a", 63)
	for _, s := range []string{
		"a9@b.example", "0@0a.example", "a@0-9z.example", "a@a_z.example", "a@az{.example", "a@a:z.example", "a@a/z.example", "a@a`.example", "a@{.example", "a{}~@b.example", "!@b.example", " a@b.example", "a\x7f@b.example",
		"a@" + long + ".example", "a@" + long + "a.example", strings.Repeat("a", 65) + "@b.example", "a@" + strings.Repeat("b.", 122) + "example", "a@" + strings.Repeat("b.", 122) + "examplee",
		"\u0080a@b.example", "é@b.example", "É@B.example", "E\u0301@b.example", "Å@b.example", "\u212b@b.example", "İ@b.example", "a@é.example", "a@-é.example", "a@é..example", "a@é-.example", "a@" + strings.Repeat("é", 60) + ".example",
		"a@é.24", "a@b.24", "a@é.２４", "a@[1.2.3.4]", "a@[x]", "a@b.1a", "a@b.", "a@" + strings.Repeat("1", 61), "a@" + strings.Repeat("1", 60), strings.Repeat("a", 58) + "@1", strings.Repeat("a", 59) + "@1",
		"a@" + strings.Repeat("b.", 122) + "exampleee", "a\x80@b.example", "I\u0307@b.example", strings.Repeat("x", 61) + "\u200b@b.example", "a b\u200bc@b.example", "a\u2801@b.example", "a\u034f@b.example", "a\u0350@b.example", "a\u3164@b.example", "a\u3165@b.example", "\u200ba@b.example", "\u200b\u200ca@b.example", "x\u200ba@b.example", "a\u00a0@b.example", "a\u2028@b.example",
		strings.Repeat("x", 80) + "\u200b@b.example", strings.Repeat("x", 80) + "@", strings.Repeat("x", 61) + "<@b.example", "." + strings.Repeat("x", 62) + "@b.example", "a@" + strings.Repeat("-", 62) + "é.example", strings.Repeat("x", 62) + "\xff@b.example", "a@-" + strings.Repeat("b", 62) + ".example",
		`a<@b.example`, `a>@b.example`, `a(@b.example`, `a)@b.example`, `a[@b.example`, `a]@b.example`, `a\@b.example`, `a,@b.example`, `a;@b.example`, `a:@b.example`, `a"@b.example`, "a@a@b.example", "a..b@c.example",
	} {
		key, err := AddressKey(s)
		fmt.Fprintf(&b, "%q: %q %v\n", s, key, err)
	}
	expect.File(t, "edges.golden.txt", b.String())
}

// What is said of cells, headings and files that stand in no other test.
func TestWhatElseIsSaidOfPressLists(t *testing.T) {
	long := strings.Repeat("x", 70)
	var b strings.Builder
	for _, files := range [][]string{
		{"x.csv", "email,name,outlet,region,source,basis,added,own\na@b.example,\"A\n B\",\"C\tD\",\"\nE\",\"F\r\rG\",\"H\nI\",\"J\nK\",\"L\n\n M\"\n"},
		{"x.csv", "email,name\na@b.example,A\x01B\nb@b.example,A\x1fB\nc@b.example,A\x7fB\nd@b.example,A B\n\"e@b.\nexample\",E\n"},
		{"x.csv", "email,language\na@b.example,\"e\ns\"\nb@b.example,\"e\rs\"\nc@b.example,\"e\ts\"\n"},
		{"x.csv", "email,embargo,attachments\na@b.example,Y,N\nb@b.example,TRUE,FALSE\nc@b.example,1,0\nd@b.example,n,y\ne@b.example," + long + "," + long + "\n"},
		{"x.csv", "email,format,priority,language\na@b.example," + long + "," + long + "," + long + "\nb@b.example,Html,NaN,en\nc@b.example,,-1e9,en_us\nd@b.example,,-1.1e9,\ne@b.example,,1e9,\n"},
		{"x.csv", "email,beats,tags\na@b.example,\"" + long + ", y\",\"a, b\"\nb@b.example,\"a, b; c\",\n"},
		{"x.csv", "email,!!!\na@b.example,x\n"},
		{"x.csv", "email,,!!!\na@b.example,x\n"},
		{"x.csv", "E mail Address,name\na@b.example,x\n"},
		{"x.csv", "name,Courriel\nx,a@b.example\n"},
		{"x.csv", "email,Thema,outlets,foo,tier,tgas,Beat,Time-Zone,Prority\na@b.example,1,2,3,4,5,6,7,8\n"},
		{"x.csv", "email,x,,y,\na@b.example,1,2,3,4\n"},
		{"x.csv", "\n\nemail\n\na@b.example\n"},
		{"x.csv", "\n\n"},
		{"b.csv", "email\nb@b.example\n", "a.csv", "email\na@b.example\n", "segments.toml", "[segment.c]\nwhere = 'true'\n[segment.B]\nwhere = 'true'\n[segment." + long + "]\nwhere = ' '\n[segment.\"x " + long + "\"]\nwhere = 'true'\n"},
		{"a.csv", "email,name\na@b.example," + long + "\n", "b.csv", "email,name\na@b.example,Bo\n"},
		{"a.csv", "email,source,basis,added\na@b.example,1,2,3\n", "b.csv", "email,source,basis,added\na@b.example,4,5,6\n"},
		{"a.csv", "email,own\na@b.example,\n", "b.csv", "email,own,more\na@b.example,1,2\n", "c.csv", "email,own,more\na@b.example,1,3\n"},
		{"a.csv", "email\na@b.example\na@b.example\n"},
		{"x.toml", "[[journalist]]\nemail = \" a@b.example \"\nown = 3\nrate = 1.5\nyes = true\nno = false\nlist = [\"a\", \"b\"]\nmixed = [\"a\", 1]\nday = 2026-01-01\n[[journalist]]\nemail = 3\n[[journalist]]\n"},
		{"x.toml", "[[journalist]]\nemail = \"a@b.example\"\nEmail = \"b@b.example\"\n\"Own Name\" = \"x\"\n\"!!\" = \"y\"\n"},
		{"x.toml", "a = 1\n[[journalist]]\nemail = \"a@b.example\"\n"},
	} {
		var read []File
		for i := 0; i < len(files); i += 2 {
			read = append(read, File{Name: "contacts/" + files[i], Data: []byte(files[i+1])})
			fmt.Fprintf(&b, "=== %s %q\n", files[i], files[i+1])
		}
		names := fmt.Sprint(read[0].Name)
		book, diags := Read(read)
		if read[0].Name != names {
			t.Error("the caller's files are in another order")
		}
		fmt.Fprintln(&b, diags.Error())
		for _, j := range book.Journalists {
			fmt.Fprintf(&b, "  %s: %v %s %v\n", j.At(), j.Values(), j.Lists, j.Extra)
		}
		fmt.Fprintf(&b, "  names %q\n", book.Names())
	}
	for _, size := range []int{MaxFileSize, MaxFileSize + 1} {
		_, diags := Read([]File{{Name: "contacts/x.csv", Data: make([]byte, size)}})
		fmt.Fprintf(&b, "%d bytes: %.100s\n", size, diags.Error())
	}
	expect.File(t, "more.golden.txt", b.String())
}

// Entries are found and taken out where files are odd, or left.
func TestEntriesOfOddFiles(t *testing.T) {
	var b strings.Builder
	for _, f := range [][2]string{
		{"x.csv", "\n\nname,email\n\nAna,a@b.example\nBo\nCy,A@B.example\n"},
		{"x.csv", "name\nAna\n"},
		{"x.csv", "email\n\"open\n"},
		{"x.csv", "\xff\xfee\x00"},
		{"x.csv", "email\na@b.example"},
		{"x.csv", "email,name\na@b.example,\"\n"},
		{"x.toml", "[[journalist]]\nemail = \"b@b.example\"\n\n# Ana\n[[journalist]]\nemail = \"a@b.example\"\n\n[[journalist]]\nemail = \"a@b.example\"\n"},
		{"x.toml", "[[journalist]\n"},
		{"x.toml", "  [[journalist]]\n  email = \"a@b.example\"\n"},
		{"x.toml", "journalist = [{email = \"a@b.example\"}]\n"},
		{"x.toml", "x = 1\njournalist = [{email = \"b@b.example\"}, {email = \"a@b.example\"}]\n"},
		{"x.toml", "journalist = [\n{email = \"b@b.example\"},\n{email = \"a@b.example\"}]\n"},
		{"x.toml", "[[journalist]]\nname = \"\"\"\n[[journalist]]\nemail = \"a@b.example\"\n\"\"\"\nemail = \"a@b.example\"\n"},
	} {
		file := File{Name: "contacts/" + f[0], Data: []byte(f[1])}
		places, err := Find(file, "a@b.example")
		fmt.Fprintf(&b, "=== %s %q\nat %v, %v\n", f[0], f[1], places, err)
		data, n, err := Remove(file, "a@b.example")
		fmt.Fprintf(&b, "%q %d, %v\n", data, n, err)
	}
	expect.File(t, "removed.golden.txt", b.String())
}

// Who replaces whom does not share what is kept of them with those who stay.
func TestWhoIsUnitedKeepsWhatTheyHave(t *testing.T) {
	read := func() *Book {
		book, _ := Read([]File{{Name: "contacts/a.csv", Data: []byte("email,beats,tags,embargo\na@b.example,sea;air,x,yes\nb@b.example,law,y,no\nc@b.example,,z,\n")}, {Name: "contacts/b.csv", Data: []byte("email\nc@b.example\na@b.example\n")}})
		return book
	}
	var b strings.Builder
	name, empty, yes, no := "Ana", "", true, false
	for _, changes := range []map[string]Change{
		{"a@b.example": {Email: "b@b.example"}},
		{"a@b.example": {Email: "b@b.example"}, "b@b.example": {Email: "c@b.example"}},
		{"a@b.example": {Email: "b@b.example"}, "b@b.example": {Email: "a@b.example"}},
		{"a@b.example": {Email: "A@b.example"}},
		{"a@b.example": {Name: &name, Outlet: &name, Language: &name, Format: &name}},
		{"a@b.example": {Name: &empty, Embargo: &no}, "b@b.example": {Embargo: &yes, Attachments: &yes}},
		{"x@b.example": {Name: &name}},
	} {
		book := read()
		book.Apply(changes)
		for _, j := range book.Journalists {
			fmt.Fprintf(&b, "%s %v %v embargo %v %v; ", j.Key, j.Values(), j.Lists, j.Embargo, j.NoEmbargo)
		}
		for _, list := range book.Lists() {
			on, err := book.Pick(list)
			fmt.Fprintf(&b, "%s: ", list)
			for _, j := range on {
				fmt.Fprintf(&b, "%s ", j.Key)
			}
			fmt.Fprintf(&b, "%v; ", err)
		}
		b.WriteString("\n")
	}
	expect.File(t, "united.golden.txt", b.String())
}
