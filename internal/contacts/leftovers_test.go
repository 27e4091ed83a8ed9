package contacts

import (
	"strings"
	"testing"
)

// TestWhatSpreadsheetsLeave in a table does not keep anybody off a list.
func TestWhatSpreadsheetsLeave(t *testing.T) {
	for name, src := range map[string]string{
		"empty columns at the end":   "email;name;;\na@b.example;Ana;;\n",
		"an empty column inside":     "email,,name\na@b.example,,Ana\n",
		"rows of separators":         "email,name\n,,,,\n,\na@b.example,Ana,,\n",
		"a declared separator":       "sep=;\nemail;name\na@b.example;Ana\n",
		"a break in a note":          "email,name,note\na@b.example,Ana,\"met in May\r\nat the harbour\"\n",
		"a break in a name":          "email,name\na@b.example,\"\nAna\n\"\n",
		"lines of an old Macintosh":  "email,name\ra@b.example,Ana\r",
		"a tab in a note":            "email,name,note\na@b.example,Ana,one\ttwo\n",
		"a byte order mark and tabs": "\xef\xbb\xbfemail\tname\toutlet\na@b.example\tAna\t\n",
	} {
		t.Run(name, func(t *testing.T) {
			b, diags := book(t, "x.csv", src)
			if diags != "" || len(b.Journalists) != 1 {
				t.Fatalf("%d journalists; %s", len(b.Journalists), diags)
			}
			if j := b.Journalists[0]; j.Key != "a@b.example" || j.Name != "Ana" {
				t.Errorf("%+v", j)
			}
			data, n, err := Remove(File{"x.csv", []byte(src)}, "a@b.example")
			if err != nil || n != 1 || strings.Contains(string(data), "@") {
				t.Errorf("taken out %d times, %v: %q", n, err, data)
			}
		})
	}
	b, _ := book(t, "x.csv", "email,note\na@b.example,\"met in May\r\n  at the harbour\"\n")
	if got := b.Journalists[0].Extra["note"]; got != "met in May at the harbour" {
		t.Errorf("%q", got)
	}
}

// TestWhatIsToldOfAPressList: nothing is passed over in silence.
func TestWhatIsToldOfAPressList(t *testing.T) {
	for name, c := range map[string]struct{ src, want string }{
		"UTF-16":                     {"\xff\xfee\x00m\x00a\x00i\x00l\x00\n\x00", "contacts/x.csv:1:1: error: the file is UTF-16"},
		"values without a heading":   {"email,,name\na@b.example,Tide,Ana\n", "contacts/x.csv:2:13: error: column 2 has no name in the first line"},
		"a zero width space":         {"email\nze\u200bro@b.example\n", `contacts/x.csv:2:1: error: "zero@b.example" is not an e-mail address: behind "ze" it has U+200B, which is not seen; take it out`},
		"a joiner":                   {"email\nzero\u200d@b.example\n", "U+200D"},
		"a soft hyphen":              {"email\nzero@b\u00ad.example\n", "U+00AD"},
		"a word joiner":              {"email\n\u2060zero@b.example\n", `at its beginning it has U+2060`},
		"a mark of order":            {"email\nzero@\ufeffb.example\n", "U+FEFF"},
		"a mark of direction":        {"email\nzero@b.example\u200f\n", "U+200F"},
		"an isolate":                 {"email\n\u2068zero@b.example\u2069\n", "U+2068"},
		"a no-break space inside":    {"email\nzero one@b.example\n", "is not an e-mail address"},
		"a sign that chooses a form": {"email\nzero\ufe0f@b.example\n", `behind "zero" it has U+FE0F, which is not seen; take it out`},
		"a filler":                   {"email\nze\u115fro@b.example\n", "U+115F"},
		"an empty sign of Braille":   {"email\nzero@b\u2800.example\n", "U+2800"},
		"a Cyrillic letter":          {"email\nz\u0435ro@b.example\n", `contacts/x.csv:2:1: error: "zеro@b.example" is not an e-mail address: its "е" is U+0435, a Cyrillic letter among Latin ones; type it anew`},
		"a Greek letter in a domain": {"email\nzero@n\u03bfws.example\n", "U+03BF, a Greek letter"},
		"a sign of typography":       {"email\n“zero@b.example”\n", `"“zero@b.example”" is not an e-mail address: its "“" is U+201C, which no address has; write zero@b.example`},
		"a hyphen of typography":     {"email\nze\u2011ro@b.example\n", `its "‑" is U+2011, which no address has`},
		"a full stop of China":       {"email\nzero@b\u3002example\n", `its "。" is U+3002, which no address has`},
		"a letter of full width":     {"email\n\uff5aero@b.example\n", `its "ｚ" is U+FF5A, which no address has; write zero@b.example`},
		"a mark of spreadsheets":     {"email\n'zero@b.example\n", `"'zero@b.example" begins with ', as spreadsheets mark what is text; take it out; write zero@b.example`},
		"a row within marks":         {"email,name\na@b.example,\"Ana\nzero@b.example,Bo\"\n", `contacts/x.csv:2:13: error: name has a line that begins with an address, zero@b.example: a row of its own, whose line end is of another kind or stands between quotation marks`},
		"a line end of a Macintosh":  {"email,name\na@b.example,Ana\rzero@b.example\n", `contacts/x.csv:2:13: error: name has a line that begins with an address, zero@b.example`},
		"a line end of Unicode":      {"email,outlet\na@b.example,Tide\u2028zero@b.example\n", `contacts/x.csv:2:13: error: outlet has a line that begins with an address, zero@b.example`},
		"a line end of terminals":    {"email,region\na@b.example,West\u0085zero@b.example\n", `contacts/x.csv:2:13: error: region has a line that begins with an address, zero@b.example`},
		"a row within a note":        {"email,note\na@b.example,\"met in May\nzero@b.example\"\n", `contacts/x.csv:2:13: warning: note has a line that begins with an address, zero@b.example`},
		"letters of Japan":           {"email,name\na@b.example,\x8eR\x93c\n", "contacts/x.csv:1:1: warning: the file is not UTF-8, and “ŽR“c” is no word in the letters in which it is read; save it as “CSV UTF-8”"},
		"letters written twice":      {"email,name\na@b.example,Zo\u00c3\u00ab\n", "contacts/x.csv:1:1: warning: “Zo\u00c3\u00ab” was written in the wrong letters by the program that made this file, and is “Zoë”"},
		"ends of lines unheard of":   {"email,name\u2028a@b.example,Ana\u2028", "this one holds an address"},
		"topics":                     {"email,topics\na@b.example,health\n", `contacts/x.csv:1:7: warning: the column topics is yours, and means nothing to a mailing; if it holds beats, call it beats`},
		"a slip":                     {"email,langauge\na@b.example,es\n", `if it holds language, call it language`},
		"first name":                 {"email,first name\na@b.example,Ana\n", `if it holds name, call it name`},
		"a heading with an accent":   {"email,thématiques\na@b.example,santé\n", `if it holds beats, call it beats`},
		"beats with commas":          {"email,beats\na@b.example,\"health, technology\"\n", `contacts/x.csv:2:13: warning: "health, technology" is one beat; between several stands a semicolon`},
		"tags with commas":           {"email,tags\na@b.example,\"a, b\"\n", `is one tag;`},
		"beats with bars":            {"email,beats\na@b.example,health|law\n", `contacts/x.csv:2:13: warning: "health|law" is one beat; between several stands a semicolon`},
		"beats with strokes":         {"email,beats\na@b.example,health / law\n", `"health / law" is one beat`},
		"beats of Japan":             {"email,beats\na@b.example,健康、法律\n", `"健康、法律" is one beat`},
		"beats of China":             {"email,beats\na@b.example,健康，法律\n", `"健康，法律" is one beat`},
		"tags in Arabic":             {"email,tags\na@b.example,الصحة، القانون\n", `is one tag; between`},
		"a rule with =":              {"", `a comparison is ==`},
		"a rule with AND":            {"", `write "and", in small letters`},
		"a rule with like":           {"", `write contains`},
		"a rule with a wrong letter": {"", `a text stands between quotation marks`},
	} {
		t.Run(name, func(t *testing.T) {
			files := []string{"x.csv", c.src}
			if c.src == "" {
				rule := map[string]string{
					"a rule with =": `language = "es"`, "a rule with AND": `language == "es" AND embargo`,
					"a rule with like": `outlet like "Tide"`, "a rule with a wrong letter": `language == “es”`,
				}[name]
				files = []string{"x.csv", "email\na@b.example\n", "segments.toml", "[segment.some]\nwhere = '" + rule + "'\n"}
			}
			if _, diags := book(t, files...); !strings.Contains(diags, c.want) {
				t.Errorf("got %s\nwant %s", diags, c.want)
			}
		})
	}
}

// TestNotTold: what is meant as it stands brings no warning.
func TestNotTold(t *testing.T) {
	for name, src := range map[string]string{
		"beats beside topics":      "email,beats,topics\na@b.example,health,x\n",
		"a Cyrillic name":          "email\n\u0438\u0432\u0430\u043d.2@b.example\n",
		"two scripts, a word each": "email\na.\u0438\u0432\u0430\u043d@b.example\n",
		"a column of yours":        "email,tier\na@b.example,gold\n",
		"a beat with a stroke":     "email,beats\na@b.example,TV/radio\n",
		"letters of full width":    "email,name\na@b.example,\uff21na\n",
		"an address in a note":     "email,note\na@b.example,or write to c@d.example\n",
		"an address under a note":  "email,note\na@b.example,\"met in May;\nor write to c@d.example\"\n",
		"an address of Thailand":   "email\n\u0e01\u0e33@b.example\n",
		"an address of Catalonia":  "email\nal\u00b7l@b.example\n",
		"a beat with a comma":      "email,beats\na@b.example,\"food, drink;health\"\n",
	} {
		if _, diags := book(t, "x.csv", src); diags != "" {
			t.Errorf("%s: %s", name, diags)
		}
	}
}

// TestSemicolonsOfOtherScripts stand between beats as one of ours does.
func TestSemicolonsOfOtherScripts(t *testing.T) {
	b, diags := book(t, "x.csv", "email,beats,tags\na@b.example,健康；法律,الصحة؛ القانون\n")
	if diags != "" || len(b.Journalists) != 1 {
		t.Fatal(diags)
	}
	if j := b.Journalists[0]; len(j.Beats) != 2 || j.Beats[1] != "法律" || len(j.Tags) != 2 || j.Tags[1] != "القانون" {
		t.Errorf("%q %q", j.Beats, j.Tags)
	}
}

func TestBeatsAreComparedWithoutCase(t *testing.T) {
	b, diags := book(t, "a.csv", "email,beats\na@b.example,Technology\nc@d.example,TECHNOLOGY;technology;Ärzte\n",
		"b.csv", "email,beats\na@b.example,technology\n",
		"segments.toml", "[segment.tech]\nwhere = '\"technology\" in beats'\n[segment.doctors]\nwhere = '\"ÄRZTE\" in beats'\n[segment.first]\nwhere = '\"A\" in lists'\n")
	if diags != "" {
		t.Fatal(diags)
	}
	if got := emails(t, b, "tech"); got != "a@b.example c@d.example" {
		t.Errorf("%s", got)
	}
	if got := emails(t, b, "doctors"); got != "c@d.example" {
		t.Errorf("%s", got)
	}
	if got := strings.Join(b.Journalists[0].Beats, ";") + " " + strings.Join(b.Journalists[1].Beats, ";"); got != "Technology TECHNOLOGY;Ärzte" {
		t.Errorf("%s", got)
	}
}

// TestAColumnHasTheNameThatAnImportGivesIt: with its accents taken off, not with their
// letters left out.
func TestAColumnHasTheNameThatAnImportGivesIt(t *testing.T) {
	book, found := Read([]File{
		{Name: "contacts/press.csv", Data: []byte("email,Durée d’accès,Straße\nana@paper.example,long,Ring\n")},
		{Name: "contacts/segments.toml", Data: []byte("[segment.there]\nwhere = 'duree_dacces == \"long\" and strasse == \"Ring\"'\n")},
	})
	if len(found) > 0 {
		t.Fatal(found)
	}
	if list, err := book.Pick("there"); err != nil || len(list) != 1 {
		t.Errorf("%d picked, %v", len(list), err)
	}
}

// TestWhatToWriteForAnAddress: a cell that holds more than one address, or no heading.
func TestWhatToWriteForAnAddress(t *testing.T) {
	for name, c := range map[string]struct{ src, want string }{
		"a name before it": {"email\nAna <ana@b.example>\n", "; write ana@b.example, and the name in the column name"},
		"two":              {"email,name\na@b.example; c@b.example,Ana\n", "; write one in each row, as in a@b.example"},
		"a link":           {"email\nmailto:a@b.example\n", "; write a@b.example"},
		"a stop behind":    {"email\na@b.example.\n", "; write a@b.example"},
		"a remark":         {"email\n#a@b.example\n", `"#a@b.example" begins with #, and a press list has no remarks: take the row out, or the #`},
		"no headings":      {"a@b.example,Ana\n", "; the first line names them, as in email,name, or: pressroom contacts import"},
		"no address":       {"name,,outlet\nAna,,Tide\n", "no column is called email; the columns are name, outlet"},
		"two of a name":    {"email,name,Name\na@b.example,Ana,Ana\n", "two columns are called name; call one of them something else"},
	} {
		if b, diags := book(t, "x.csv", c.src); !strings.Contains(diags, c.want) || len(b.Journalists) > 0 {
			t.Errorf("%s: %s\nwant %s", name, diags, c.want)
		}
	}
}
