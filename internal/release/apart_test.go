package release

import (
	"strings"
	"testing"
)

// Front matter that is a word away from other front matter: what is said of it, and what
// is read.
func TestFilesThatAreAWordApart(t *testing.T) {
	settings := Settings{
		Organization: Organization{ID: "union", Name: "Valley Union", Timezone: "UTC", Language: "en", Boilerplate: "About <b>us</b>."},
		Orgs:         []Org{{ID: "tarn", Name: "Tarn Riders"}, {ID: "pier", Name: "Pier"}},
	}
	for _, c := range []struct {
		name, top, tables, body string
		said                    string // a part of what is said, "" if nothing is
		holds                   func(r *Release) bool
	}{
		{name: "quotes that are held", tables: "[quotes]\nwithdrawn = \"hold\"", holds: func(r *Release) bool { return r.Withdrawn == Hold && !r.Local }},
		{name: "quotes that are left out", tables: "[quotes]\nwithdrawn = \"leave-out\"\nlocal = true", holds: func(r *Release) bool { return r.Withdrawn == TakeOut && r.Local }},
		{name: "a key that quotes have not", tables: "[quotes]\nspeaker = \"S\"", said: "x.md:10:1: error: unknown key speaker; speaker belongs to a [[quote]]"},
		{name: "the issuer by its id", top: `organization = "union"`, holds: func(r *Release) bool { return r.Issuer.Name == "Valley Union" }},
		{name: "another issuer by its id", top: `organization = "pier"`, holds: func(r *Release) bool { return r.Issuer.Name == "Pier" }},
		{name: "a boilerplate of the settings that is no text", said: "pressroom.toml"},
		{name: "a German quotation mark around a quote", tables: "[[quote]]\norg = \"O\"\nspeaker = \"S\"\ntext = '„a“'", said: "the quotation marks around the words are written by the style"},
		{name: "a picture of the same name in another folder", tables: "[[media]]\nalt = \"A\"\nfile = \"media/a.png\"", body: "![](pictures/of/the/whole/harbor/a.png)", said: "media/a.png"},
		{name: "a document whose title is empty", tables: "[[document]]\nfile = \"a.pdf\"\ntitle = \"\"", said: "x.md:11:9: error: a document needs a title"},
		{name: "who is quoted", tables: "[[quote]]\norg = \"Pier\"\nspeaker = \"S\"\ntext = \"a\"", holds: func(r *Release) bool {
			return len(r.Partners) == 1 && r.Partners[0].ID == "pier" && r.Takes(settings.Orgs[1]) && !r.Takes(settings.Orgs[0])
		}},
		{name: "who has signed", top: `signatories = ["Tarn Riders"]`, holds: func(r *Release) bool {
			return len(r.Partners) == 1 && r.Partners[0].ID == "tarn" && r.Takes(settings.Orgs[0]) && !r.Takes(settings.Orgs[1])
		}},
		{name: "where the headline stands", holds: func(r *Release) bool { return r.Main().HeadlineAt.Line == 2 && r.Main().HeadlineAt.Column > 1 }},
	} {
		own := settings
		if c.said != "pressroom.toml" {
			own.Organization.Boilerplate = "About us."
		}
		if c.body == "" {
			c.body = "x"
		}
		r, diags := Read("x", []Source{{Name: "x.md", Data: []byte("+++\n" + head + c.top + "\n" + contact + c.tables + "\n+++\n" + c.body + "\n")}}, own)
		said := ""
		for _, d := range diags {
			said += d.String() + "\n"
		}
		if !strings.Contains(said, c.said) || c.said == "" && said != "" {
			t.Errorf("%s: %q is said, want %q", c.name, said, c.said)
		}
		if c.holds != nil && (r == nil || !c.holds(r)) {
			t.Errorf("%s: it is read as %+v", c.name, r)
		}
	}
}

// A line begins with the marks of what it stands in; as many as may be are counted.
func TestWhatALineBeginsWith(t *testing.T) {
	for text, want := range map[string][3]int{
		"* a": {1, 1, 2}, "+ a": {1, 1, 2}, "- a": {1, 1, 2}, "*": {1, 0, 1}, "*a": {0, 0, 0}, ", a": {0, 0, 0}, "*\ta": {1, 4, 2},
		"> a": {1, 1, 2}, ">> a": {2, 1, 3}, "? a": {0, 0, 0}, "\t> a": {1, 5, 3},
		"0. a": {1, 1, 3}, "9) a": {1, 1, 3}, "9.": {1, 0, 2}, "9.a": {0, 0, 0}, "9": {0, 0, 0}, "/. a": {0, 0, 0}, ":. a": {0, 0, 0},
		"123456789. a": {1, 1, 11}, "1234567890. a": {0, 0, 0}, "12:. a": {0, 0, 0}, "\r": {0, 0, 1},
	} {
		containers, indent, rest := lineStart(text)
		if got := [3]int{containers, indent, rest}; got != want {
			t.Errorf("%q: %v, want %v", text, got, want)
		}
	}
}

// A cell names others by its first words.
func TestHeadingsOfCells(t *testing.T) {
	for text, want := range map[string]string{
		"one  two": "one two", "1 2 3 4 5 6": "1 2 3 4 5 6", "1 2 3 4 5 6 7": "1 2 3 4 5 6 …", "": "",
	} {
		if got := heading([]Inline{&Text{text}}); got != want {
			t.Errorf("%q names as %q, want %q", text, got, want)
		}
	}
}

// What leads out of the workspace, or cannot be a file's name, is refused.
func TestFilesInsideTheWorkspace(t *testing.T) {
	for file, want := range map[string]bool{
		"a.png": true, "media/a.png": true, "../a.png": true, "../../a.png": false, "/a.png": false, "a\\b": false, "a\x00b": false, "": false,
		".git/a": false, "a/../.pressroom/b": false, strings.Repeat("a", 400): true, strings.Repeat("a", 401): false,
	} {
		if got := InsideWorkspace(file); got != want {
			t.Errorf("%q: %t, want %t", file, got, want)
		}
	}
}

// Where one file of several is neither held nor linked, somebody is named who has it.
func TestWhomToAskForAFileThatIsLacking(t *testing.T) {
	r, diags := Read("x", []Source{{Name: "x.md", Data: []byte("+++\n" + head + contact + "[[document]]\ntitle = \"A\"\nfile = \"a.pdf\"\n[[document]]\ntitle = \"B\"\nfile = \"b.pdf\"\n+++\nx\n")}}, Settings{})
	if r == nil {
		t.Fatal(diags)
	}
	one := Enclosure{Kind: DocumentFile, Key: "a.pdf", Name: "a.pdf"}
	other := Enclosure{Kind: DocumentFile, Key: "b.pdf", Name: "b.pdf"}
	for _, c := range []struct {
		name string
		e    *Enclosures
		asks bool
	}{
		{"both", &Enclosures{Attached: true, Files: []Enclosure{one, other}}, false},
		{"the first", &Enclosures{Attached: true, Files: []Enclosure{one}}, true},
		{"the second", &Enclosures{Attached: true, Files: []Enclosure{other}}, true},
		{"neither", &Enclosures{Attached: true}, true},
	} {
		if got := c.e.Ask(r, r.Main()); (got != "") != c.asks {
			t.Errorf("%s is there: %q is asked", c.name, got)
		}
	}
}
