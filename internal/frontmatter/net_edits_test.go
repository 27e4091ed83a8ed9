package frontmatter

import (
	"reflect"
	"strings"
	"testing"
)

// edit makes a change of a file's front matter. It returns that, or why it was not made.
func edit(t *testing.T, front string, do func(d *Document) ([]byte, error)) string {
	t.Helper()
	src := "+++\n" + front + "+++\nBody.\n"
	if strings.Contains(front, "\r\n") {
		src = strings.ReplaceAll("+++\r\n"+strings.ReplaceAll(front, "\r\n", "\n")+"+++\nBody.\n", "\n", "\r\n")
		src = strings.Replace(src, "\r\r", "\r", 1)
	}
	d, diags := Split("x.md", []byte(src))
	if d == nil {
		t.Fatal(diags)
	}
	out, err := do(d)
	if err != nil {
		return err.Error()
	}
	return strings.TrimSuffix(strings.TrimPrefix(strings.ReplaceAll(string(out), "\r\n", "|\n"), "+++\n"), "+++\nBody.\n")
}

// TestEditsOfTables puts tables and keys into front matter of each form, and takes them out.
func TestEditsOfTables(t *testing.T) {
	t.Parallel()
	table := func(name, keys string) func(d *Document) ([]byte, error) {
		return func(d *Document) ([]byte, error) { return d.AppendTable(name, keys) }
	}
	within := func(parent, name, keys string) func(d *Document) ([]byte, error) {
		return func(d *Document) ([]byte, error) { return d.AddTable(parent, name, keys) }
	}
	set := func(table, key, value string) func(d *Document) ([]byte, error) {
		return func(d *Document) ([]byte, error) { return d.Set(table, key, value) }
	}
	add := func(d *Document) ([]byte, error) { return d.Add("quote", []Pair{{"org", `"B"`}}) }
	remove := func(i int) func(d *Document) ([]byte, error) {
		return func(d *Document) ([]byte, error) { return d.Remove("quote", i) }
	}
	become := func(key, name, value string) func(d *Document) ([]byte, error) {
		return func(d *Document) ([]byte, error) { return d.Become("", key, name, value) }
	}
	unset := func(key string) func(d *Document) ([]byte, error) {
		return func(d *Document) ([]byte, error) { return d.Unset("quotes", key) }
	}
	list := func(want ...string) func(d *Document) ([]byte, error) {
		return func(d *Document) ([]byte, error) { return d.SetList("", "to", want) }
	}
	const inline = "quotes = { order = \"lot\", lot = \"1\", local = true }\n"
	for i, c := range []struct {
		front string
		do    func(d *Document) ([]byte, error)
		want  string // the front matter, or part of why it stays
	}{
		{"a = 1\n", table("notice", "b = 2\n"), "a = 1\n\n[notice]\nb = 2\n"},
		{"a = 1\n", table("notice.local", "b = 2\n"), "a = 1\n\n[notice.local]\nb = 2\n"},
		{"[notice]\na = 1\n", table("notice.local", "b = 2\n"), "[notice]\na = 1\n\n[notice.local]\nb = 2\n"},
		{"[notice]\na = 1\n", table("notice", "b = 2\n"), "would break the file"},
		{"notice = 1\n", table("notice", "b = 2\n"), "would break the file"},
		{"notice = 1\n", table("notice.local", "b = 2\n"), "would break the file"},
		{"[[notice]]\n", table("notice.local", "b = 2\n"), "would change more than that"},
		{"[[notice]]\n", table("notice", "b = 2\n"), "would break the file"},
		{"a = 1\n", table("of lamps", "b = 2\n"), "is no table in TOML"},
		{"a = 1\n", table("notice.of lamps", "b = 2\n"), "is no table in TOML"},
		{"a = 1\n", table("notice", "b = \n"), "is no table in TOML"},

		{"[[quote]]\norg = \"A\"\n", within("quote[0]", "signoff", ""), "[[quote]]\norg = \"A\"\n[quote.signoff]\n\n"},
		{"[[quote]]\norg = \"A\"\n", within("quote[0]", "of lamps", "b = 2\n"), "cannot be put into quote[0]"},
		{"[\"of lamps\"]\norg = \"A\"\n", within("\"of lamps\"", "signoff", "b = 2\n"), "cannot be put into"},
		{"[a.b]\norg = \"A\"\n", within("a.b", "signoff", "b = 2\n"), "cannot be put into a.b"},
		{"[a]\norg = \"A\"\n", within("a", "signoff", "b = 2\n"), "[a]\norg = \"A\"\n[a.signoff]\nb = 2\n"},

		{"a = 1\r\n\r\n", table("notice", "b = 2\n"), "+++|\na = 1|\n|\n[notice]|\nb = 2|\n+++|\nBody.|\n"},
		{"a = 1\r\n", table("notice", "b = 2\n"), "+++|\na = 1|\n|\n[notice]|\nb = 2|\n+++|\nBody.|\n"},
		{"a = 1\n\n", table("notice", "b = 2\n"), "a = 1\n\n[notice]\nb = 2\n"},
		{"", table("notice", "b = 2\n"), "[notice]\nb = 2\n"},

		{"a = 1\n", set("a", "b", "2"), "there is no table a"},
		{"a = [1]\n", set("a", "b", "2"), "there is no table a"},
		{"a = { }\n", set("a", "b", "2"), "a = { b = 2}\n"},
		{"a = { c = 1 }\n", set("a", "b", "2"), "a = { c = 1, b = 2 }\n"},
		{"a.c = 1\n", set("a", "b", "2"), "a.c = 1\na.b = 2\n"},
		{"\"of lamps\".c = 1\n", set("\"of lamps\"", "b", "2"), "there is no table"},
		{"a.b.c = 1\n", set("a.b", "d", "2"), "there is no table a.b"},
		{"a = 1\n", set("b", "d", "2"), "there is no table b"},
		{"[[a]]\n", set("a", "d", "2"), "there is no table a"},

		{"[[quote]]\norg = \"A\"\n\n[[media]]\n", add, "[[quote]]\norg = \"A\"\n\n[[quote]]\norg = \"B\"\n\n[[media]]\n"},
		{"[[quote]]\norg = \"A\"\n[[media]]\n", add, "[[quote]]\norg = \"A\"\n\n[[quote]]\norg = \"B\"\n\n[[media]]\n"},
		{
			"[[quote]]\r\norg = \"A\"\r\n\r\n[[media]]\r\n", add,
			"+++|\n[[quote]]|\norg = \"A\"|\n|\n[[quote]]|\norg = \"B\"|\n|\n[[media]]|\n+++|\nBody.|\n",
		},
		{"quote = [{ org = \"A\" }]\n", add, "quote = [{ org = \"A\" }, { org = \"B\" }]\n"},
		{"quote = [\n  { org = \"A\" },\n]\n", add, "quote = [\n  { org = \"A\" },\n  { org = \"B\" },\n]\n"},
		{"quote = []\n", add, "quote = [{ org = \"B\" }]\n"},

		{"quote = [{ org = \"A\" }, { org = \"B\" }]\n", remove(1), "quote = [{ org = \"A\" }]\n"},
		{"quote = [{ org = \"A\" }, { org = \"B\" }]\n", remove(2), "there is no quote[2]"},
		{"quote = [{ org = \"A\" }, { org = \"B\" }]\n", remove(-1), "there is no quote[-1]"},
		{"a = \"\"\"\n# x\"\"\"\n[[quote]]\norg = \"A\"\n", remove(0), "a = \"\"\"\n# x\"\"\"\n"},
		{"a = 1\n# x\n[[quote]]\norg = \"A\"\n", remove(0), "a = 1\n"},
		{"a = 1\n# x\n\n[[quote]]\norg = \"A\"\n", remove(0), "a = 1\n# x\n"},

		{"a = 1\n", become("a", "b", "2"), "b = 2\n"},
		{"a = 1\n", become("a", "b", "="), "cannot stand in the place of a"},
		{"a = 1\n", become("c", "b", "2"), "cannot stand in the place of c"},
		{"a = 1\n", become("a", "b c", "2"), "cannot stand in the place of a"},
		{"[a]\n", become("a", "b", "2"), "cannot stand in the place of a"},

		{inline, unset("order"), "quotes = { lot = \"1\", local = true }\n"},
		{inline, unset("lot"), "quotes = { order = \"lot\", local = true }\n"},
		{inline, unset("local"), "quotes = { order = \"lot\", lot = \"1\" }\n"},
		{"quotes = { order = \"lot\" }\n", unset("order"), "quotes = {  }\n"},
		{inline, unset("weather"), "there is no key quotes.weather"},

		{"to = \"x\"\n", list("y"), "to = [\"y\"]\n"},
		{"a = 1\n", list("y"), "a = 1\nto = [\"y\"]\n"},
		{"to = [\n\"x\",\t\n\"y\"\n]\n", list("y"), "to = [\n\"y\"\n]\n"},
		{"to = [\n\"x\", \n\"y\"\n]\n", list("y"), "to = [\n\"y\"\n]\n"},
		{"to = [\n\t\"x\",\n\t\"y\"\n]\n", list("y"), "to = [\n\t\"y\"\n]\n"},
		{"to = [\"x\", \"y\"]\n", list("x"), "to = [\"x\"]\n"},
		{"to = [\"x\", \"y\"]\n", list("y", "x"), "to = [\"y\", \"x\"]\n"},
		{"to = [\"x\", \"y\"]\n", list("y", "z"), "to = [\"y\", \"z\"]\n"},
		{"to = [1, \"y\"]\n", list("y"), "to = [\"y\"]\n"},
	} {
		got := edit(t, c.front, c.do)
		if got != c.want && !(strings.Contains(got, c.want) && !strings.HasSuffix(c.want, "\n")) {
			t.Errorf("%d: %s gives\n%s, not\n%s", i, c.front, got, c.want)
		}
	}
}

// TestWhatGettersSayOfOtherValues reads keys that are absent, right and of another kind.
func TestWhatGettersSayOfOtherValues(t *testing.T) {
	t.Parallel()
	get := map[string]func(t *Table, key string) any{
		"String": func(t *Table, key string) any { return t.String(key) }, "Line": func(t *Table, key string) any { return t.Line(key) },
		"Bool":    func(t *Table, key string) any { return t.Bool(key, false) },
		"Default": func(t *Table, key string) any { return t.Bool(key, true) },
		"Int":     func(t *Table, key string) any { return t.Int(key, 7) }, "Strings": func(t *Table, key string) any { return t.Strings(key) },
		"Time":    func(t *Table, key string) any { _, ok := t.Time(key); return ok },
		"Written": func(t *Table, key string) any { return t.Written(key) },
	}
	for _, c := range []struct {
		getter, written string // the key, absent if it is ""
		want            any
		says            string
	}{
		{"String", "", "", ""},
		{"String", `"x"`, "x", ""},
		{"String", "5", "", `a must be a string in quotation marks, not a number; write "5"`},
		{"String", "{ b = 1 }", "", "not a table"},
		{"String", "true", "", `write "true"`},
		{"String", "1.5", "", `write "1.5"`},
		{"String", "[1]", "", "not a list"},
		{"String", "2026-07-26", "", `not a date or time; write "2026-07-26"`},
		{"Line", "", "", ""},
		{"Line", `" x\ty "`, "x y", ""},
		{"Line", `"x\u007F"`, "", "(U+007F)"},
		{"Line", `"x\u2029"`, "", "(U+2029)"},
		{"Line", `"x\u2028"`, "", "(U+2028)"},
		{"Line", `"x\u0085"`, "", "(U+0085)"},
		{"Line", `"x\n"`, "", "(U+000A)"},
		{"Line", `"x\u001F"`, "", "(U+001F)"},
		{"Line", `"x\u0080"`, "x\u0080", ""},
		{"Line", `"x~ "`, "x~", ""},
		{"Bool", "", false, ""},
		{"Default", "", true, ""},
		{"Bool", "true", true, ""},
		{"Default", "false", false, ""},
		{"Bool", "false", false, ""},
		{"Bool", `"x"`, false, "a must be true or false, not a string"},
		{"Default", "5", true, "not a number"},
		{"Bool", `"True"`, false, "write it without"},
		{"Default", `"false"`, true, "write it without quotation marks"},
		{"Int", "", 7, ""},
		{"Int", "5", 5, ""},
		{"Int", `"5"`, 7, "a must be a whole number, not a string"},
		{"Int", "1.5", 7, "not a decimal number"},
		{"Strings", "", []string(nil), ""},
		{"Strings", `["x", "y"]`, []string{"x", "y"}, ""},
		{"Strings", `["x", 5]`, []string{"x"}, "must hold strings, not a number"},
		{"Strings", `"x, y"`, []string(nil), `write ["x", "y"]`},
		{"Strings", "5", []string(nil), "a must be a list of strings"},
		{"Time", "", false, ""},
		{"Time", "2026-07-26", true, ""},
		{"Time", `"2026-07-26"`, false, "write 2026-07-26"},
		{"Time", "5", false, "not a number"},
		{"Written", "", "", ""},
		{"Written", "[1]", "[1]", ""},
	} {
		src := "b = 1\n"
		if c.written != "" {
			src += "a = " + c.written + "\n"
		}
		d, diags := Parse("x.toml", []byte(src))
		if d == nil {
			t.Fatal(diags)
		}
		got := get[c.getter](d.Root(), "a")
		if said := d.Diagnostics().Error(); !reflect.DeepEqual(got, c.want) || !strings.Contains(said, c.says) || (c.says == "") != (said == "") {
			t.Errorf("%s of %s: %v\n%s", c.getter, c.written, got, said)
		}
	}
	d, _ := Parse("x.toml", []byte("[[quotation]]\na = 1\n[[quotation]]\na = 2\n"))
	d.Root().Expect(Shape{Keys: []string{"quote"}, Also: map[string]string{"quotation": "quote"}})
	root := d.Root()
	if got := root.Tables("quote"); len(got) != 2 || !root.Has("quote") {
		t.Errorf("tables under another name: %d", len(got))
	}
	d, _ = Parse("x.toml", []byte("[[quotation]]\na = 1\n[[quote]]\na = 2\n"))
	root = d.Root()
	root.Expect(Shape{Keys: []string{"quote"}, Also: map[string]string{"quotation": "quote"}})
	if got := root.Tables("quote"); len(got) != 2 || got[0].Int("a", 0) != 1 || d.Diagnostics().Error() == "" {
		t.Errorf("tables under both names: %d", len(got))
	}
	before := len(d.Diagnostics())
	if root.Done(nil); len(d.Diagnostics()) != before {
		t.Error("unknown keys are told twice")
	}
	if d.InString("nowhere", 3) != d.Front.Start || d.InString("quote[0].a", 3) != strings.Index(string(d.Src), "2\n") {
		t.Error("a place in a string that is none")
	}
}

// TestATextIsWrittenAsTOML writes texts of one line and of several, with signs that nobody sees.
func TestATextIsWrittenAsTOML(t *testing.T) {
	t.Parallel()
	for s, want := range map[string]string{
		"x": `"x"`, "": `""`, `a "b" \c`: `"a \"b\" \\c"`, "a\tb": "\"a\tb\"", "a\nb": "\"\"\"\na\nb\"\"\"", "a\r\nb": "\"\"\"\na\nb\"\"\"",
		"a\rb":         `"a\u000Db"`,
		"\u2028\u2029": `"\u2028\u2029"`, "\u2027\u202a": "\"\u2027\u202a\"", "\x1f ": `"\u001F "`, "~\x7f": `"~\u007F"`,
		"\u009f\u00a0": "\"\\u009F\u00a0\"",
	} {
		if got := Quote(s); got != want {
			t.Errorf("%q: %s", s, got)
		}
		if d, diags := Parse("x.toml", []byte("a = "+Quote(s)+"\n")); d == nil || d.Tree()["a"] != strings.ReplaceAll(s, "\r\n", "\n") {
			t.Errorf("%q reads %v", s, diags)
		}
	}
}
