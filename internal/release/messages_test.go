package release

import (
	"fmt"
	"maps"
	"slices"
	"strings"
	"testing"

	golden "pressroom/internal/expect"
)

// more are further faults: what stands above the first table, the tables, the body. They
// are in no other test; what is said of them stands in the golden file.
var more = []struct{ name, top, tables, body string }{
	{"a harmless one", "", "", "x"},
	{"unsigned that is neither", "", "[quotes]\nunsigned = \"maybe\"", "x"},
	{"withdrawn that is neither", "", "[quotes]\nwithdrawn = \"wait\"", "x"},
	{"an order that is none", "", "[quotes]\norder = \"random\"", "x"},
	{"a long order that is none", "", "[quotes]\norder = \"random-and-random-and-random-and-random-and-random-and-random-and-random-and-random-and-\"", "x"},
	{"a lot that is not drawn", "", "[quotes]\norder = \"lot\"", "x"},
	{"an issuer that is not known", `organization = "nobody"`, "", "x"},
	{"a topic twice and one over lines", "topics = [\"a\", \"a\", \"b\\nc\"]", "", "x"},
	{"a language without phrases", `language = "tlh"`, "", "x"},
	{"a language that is no tag", `language = "English!"`, "", "x"},
	{"a late signatory without org", "", "[[signatory]]\non = 2026-07-27", "x"},
	{"a late signatory without a day", "", "[[signatory]]\norg = \"Late\"", "x"},
	{"a late signatory with an hour", "", "[[signatory]]\norg = \"Late\"\non = 2026-07-27T09:00:00Z", "x"},
	{"a contact's address", "", "[[contact]]\nname = \"B\"\nemail = \"B <b@c.example>\"", "x"},
	{"a contact without a name", "", "[[contact]]\nphone = \"1\"", "x"},
	{"a document without a title", "", "[[document]]\nurl = \"https://a.example/b.pdf\"", "x"},
	{"a document with neither", "", "[[document]]\ntitle = \"A\"", "x"},
	{"a document with both", "", "[[document]]\ntitle = \"A\"\nfile = \"a.pdf\"\nurl = \"https://a.example/a.pdf\"", "x"},
	{"a document by mail", "", "[[document]]\ntitle = \"A\"\nurl = \"mailto:a@b.example\"", "x"},
	{"a document at no address", "", "[[document]]\ntitle = \"A\"\nurl = \"not an address\"", "x"},
	{"an absolute path", "", "[[document]]\ntitle = \"A\"\nfile = \"/etc/hosts\"", "x"},
	{"a picture with neither", "", "[[media]]\nalt = \"A\"", "x"},
	{"a picture with both, which is right", "", "[[media]]\nalt = \"A\"\nfile = \"a.png\"\nurl = \"https://a.example/a.png\"", "x"},
	{"a picture twice", "", "[[media]]\nalt = \"A\"\nfile = \"a.png\"\n[[media]]\nalt = \"B\"\nfile = \"a.png\"", "x"},
	{"a picture shown twice", "", "[[media]]\nalt = \"A\"\nfile = \"a.png\"", "x\n\n![](a.png)\n\n![](a.png)"},
	{"two places of a picture that is called otherwise", "", "[[media]]\nalt = \"A\"\nfile = \"harbr.png\"", "x\n\n![](harbor.png)\n\ny\n\n![](harbor.png)"},
	{"a slip of a picture that is shown", "", "[[media]]\nalt = \"A\"\nfile = \"harbor.png\"", "x\n\n![](harbor.png)\n\ny\n\n![](harbr.png)"},
	{"a picture of another folder", "", "[[media]]\nalt = \"A\"\nfile = \"media/a.png\"", "x\n\n![](a.png)"},
	{"a picture in a sentence", "", "[[media]]\nalt = \"A\"\nfile = \"a.png\"", "x ![](a.png) y"},
	{"a video without words", "", "[[media]]\nurl = \"https://a.example/v\"", "x"},
	{"a cover to nobody", "", "[[cover]]\ntext = \"a\"", "x"},
	{"a cover without text", "", "[[cover]]\nto = [\"a\"]\ntext = \" \"", "x"},
	{"a cover of no phase", "", "[[cover]]\nto = [\"a\"]\nphase = \"later\"\ntext = \"a\"", "x"},
	{"two covers of one id", "", "[[cover]]\nid = \"c\"\nto = [\"a\"]\ntext = \"a\"\n[[cover]]\nid = \"c\"\nto = [\"b\"]\ntext = \"b\"", "x"},
	{"a quote of a bad id", "", "[[quote]]\nid = \"A b\"\norg = \"O\"\nspeaker = \"S\"\ntext = \"a\"", "x"},
	{"a quote of a long bad id", "", "[[quote]]\nid = \"Avery-long-name-very-long-name-very-long-name-very-long-name-very-long-name-very-long-name-\"\norg = \"O\"\nspeaker = \"S\"\ntext = \"a\"", "x"},
	{"a long path that leads out", "", "[[document]]\ntitle = \"A\"\nfile = \"../../very-long-name-very-long-name-very-long-name-very-long-name-very-long-name-very-long-name-.pdf\"", "x"},
	{"a quote without words", "", "[[quote]]\norg = \"O\"\nspeaker = \"S\"", "x"},
	{"a quote of two marks", "", "[[quote]]\norg = \"O\"\nspeaker = \"S\"\ntext = '\"\"'", "x"},
	{"a quote of one mark", "", "[[quote]]\norg = \"O\"\nspeaker = \"S\"\ntext = '\"'", "x"},
	{"links with a space, a tab and a line's end in them", "", "", "[a](<https://a.example/b c>) [a](https://a.example/&#9;b) [a](https://a.example/&#10;b) [a](https://a.example/&#13;b)"},
	{"a quote without a speaker", "", "[[quote]]\norg = \"O\"\ntext = \"a\"", "x"},
	{"a quote of no style", "", "[[quote]]\norg = \"O\"\nspeaker = \"S\"\nstyle = \"loud\"\ntext = \"a\"", "x"},
	{"a quote with a heading", "", "[[quote]]\norg = \"O\"\nspeaker = \"S\"\ntext = \"\"\"\n# a\n\"\"\"", "x"},
	{"a quote with a list", "", "[[quote]]\norg = \"O\"\nspeaker = \"S\"\ntext = \"\"\"\n- a\n\"\"\"", "x"},
	{"an attribution of two paragraphs", "", "[[quote]]\norg = \"O\"\nattribution = \"\"\"a\n\nb\"\"\"\ntext = \"a\"", "x"},
	{"a sign-off without its offset", "", "[[quote]]\norg = \"O\"\nspeaker = \"S\"\ntext = \"a\"\n[quote.signoff]\nby = \"a\"\nat = 2026-07-01T00:00:00\ndigest = \"d\"", "x"},
	{"{said} in a link", "", "[[quote]]\norg = \"O\"\nspeaker = \"S\"\ntext = \"a [b {said} c](https://a.example) d\"", "x"},
	{"{said} at the end", "", "[[quote]]\norg = \"O\"\nspeaker = \"S\"\ntext = \"a b. {said}\"", "x"},
	{"{said} in a block", "", "[[quote]]\norg = \"O\"\nspeaker = \"S\"\nstyle = \"block\"\ntext = \"a. {said} b\"", "x"},
	{"a quote placed twice", "", "[[quote]]\norg = \"O\"\nspeaker = \"S\"\ntext = \"a\"", "x\n\n{{quote \"o\"}}\n\n{{quote \"o\"}}"},
	{"all quotes placed twice", "", "[[quote]]\norg = \"O\"\nspeaker = \"S\"\ntext = \"a\"", "x\n\n{{quotes}}\n\n{{quotes}}"},
	{"a quote of no name placed", "", "", "x\n\n{{quote \"\"}}"},
	{"a quote that is not there", "", "", "x\n\n{{quote \"o\"}}"},
	{"an unknown marker", "", "", "x\n\n{{picture}}"},
	{"a marker in the notes", "notes = \"{{quotes}}\"", "", "x"},
	{"HTML in the boilerplate", "boilerplate = \"<b>a</b>\"", "", "x"},
	{"a link without a host", "", "", "[x](https:///a)"},
	{"a link with a space", "", "", "[x](<https://a.example/a b>)"},
	{"a link by mail to nobody", "", "", "[x](mailto:)"},
	{"a link of another kind", "", "", "[x](ftp://a.example/b)"},
	{"a link that is long", "", "", "[x](" + strings.Repeat("long", 30) + ")"},
	{"a heading alone", "", "", "# x"},
	{"deep indents", "", "", strings.Repeat(" ", 200) + "x"},
	{"deep lists", "", "", strings.Repeat("- ", 60) + "x"},
	{"many marks", "", "", strings.Repeat("*a_", 4000)},
	{"a long paragraph", "", "", strings.Repeat("long words ", 8000)},
	{"a wide table", "", "", "|" + strings.Repeat("a|", 200) + "\n|" + strings.Repeat("-|", 200)},
	{"a subject over lines", "subject = \"a\\nb\"", "", "x"},
	{"a day with an hour", "", "", "x"},
	{"advance that is no list", "advance = \"a\"", "", "x"},
	{"headers of two kinds", "", "[[quotes]]\nunsigned = \"warn\"", "x"},
}

func TestWhatEveryMessageSays(t *testing.T) {
	var b strings.Builder
	told := func(name string, rel *Release, diags any) {
		if rel != nil {
			b.WriteString("+ ")
		}
		fmt.Fprintf(&b, "%s\n%v\n\n", name, diags)
	}
	for _, name := range slices.Sorted(maps.Keys(faults)) {
		r, diags := read(t, faults[name].src)
		told(name, r, diags)
	}
	for _, c := range more {
		src := "+++\n" + head + c.top + "\n" + contact + c.tables + "\n+++\n" + c.body + "\n"
		r, diags := read(t, src)
		told(c.name, r, diags)
	}
	for _, s := range slips {
		files := readSlips(t)
		s.put(t, files)
		r, diags := readFiles(files)
		told("slip: "+s.name, r, diags.Error())
	}
	golden.File(t, "messages.golden.txt", b.String())
}

// What a language's own file may not hold, lacks, or has too much of.
func TestWhatIsSaidOfTranslations(t *testing.T) {
	main := "+++\n" + head + "boilerplate = \"About.\"\nnotes = \"Note.\"\n" + contact + "email = \"a@b.example\"\nrole = \"press\"\n" +
		"[[quote]]\norg = \"O\"\nspeaker = \"S\"\ntitle = \"chair\"\ntext = \"a\"\n[[quote]]\nid = \"u\"\norg = \"U\"\nattribution = \"said one\"\ntext = \"b\"\n" +
		"[[media]]\nfile = \"a.png\"\nalt = \"A\"\n[[cover]]\nid = \"c\"\nto = [\"l\"]\ntext = \"C\"\n+++\nx\n"
	var b strings.Builder
	for _, c := range [][2]string{
		{"all of it", "headline = \"T\"\nboilerplate = \"B\"\nnotes = \"N\"\n[[quote]]\nid = \"o\"\ntext = \"x\"\n[[quote]]\nid = \"u\"\nattribution = \"z\"\ntext = \"y\"\n[[media]]\nfile = \"a.png\"\nalt = \"Z\"\n[[cover]]\nid = \"c\"\ntext = \"C\"\n"},
		{"nothing", ""},
		{"a headline alone", "headline = \"T\"\n"},
		{"keys of the release", "headline = \"T\"\ndate = 2026-07-26\nto = [\"a\"]\nlanguage = \"es\"\ntimezone = \"UTC\"\nsignatories = [\"a\"]\n"},
		{"a contact", "headline = \"T\"\n[[contact]]\nname = \"A\"\n"},
		{"a quote of nobody", "headline = \"T\"\n[[quote]]\nid = \"x\"\ntext = \"x\"\n"},
		{"a quote with its org", "headline = \"T\"\n[[quote]]\nid = \"o\"\norg = \"O\"\ntext = \"x\"\n"},
		{"a quote without id", "headline = \"T\"\n[[quote]]\ntext = \"x\"\n"},
		{"a quote without words", "headline = \"T\"\n[[quote]]\nid = \"o\"\n"},
		{"a quote without its clause", "headline = \"T\"\n[[quote]]\nid = \"u\"\ntext = \"x\"\n"},
		{"a picture of no name", "headline = \"T\"\n[[media]]\nalt = \"x\"\n"},
		{"a picture whose file is a number", "headline = \"T\"\n[[media]]\nfile = 7\nalt = \"x\"\n"},
		{"a picture that is not there", "headline = \"T\"\n[[media]]\nfile = \"b.png\"\nalt = \"x\"\n"},
		{"a cover that is not there", "headline = \"T\"\n[[cover]]\nid = \"d\"\ntext = \"x\"\n"},
		{"a cover without text", "headline = \"T\"\n[[cover]]\nid = \"c\"\ntext = \"\"\n"},
		{"a cover with its lists", "headline = \"T\"\n[[cover]]\nid = \"c\"\nto = [\"l\"]\ntext = \"x\"\n"},
	} {
		r, diags := Read("x", []Source{
			{Name: "x.md", Data: []byte(main)}, {Name: "x.es.md", Language: "es", Data: []byte("+++\n" + c[1] + "+++\nTexto.\n")},
		}, Settings{})
		fmt.Fprintf(&b, "=== %s: read %v\n%s\n", c[0], r != nil, diags.Error())
	}
	golden.File(t, "translations.golden.txt", b.String())
}
