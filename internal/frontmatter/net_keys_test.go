package frontmatter

import (
	"fmt"
	"strings"
	"testing"
)

// TestLinesThatHaveAKey tells a line with a key from a sentence, by its sign and by what stands on both sides of it: above a line +++ and
// where there is none.
func TestLinesThatHaveAKey(t *testing.T) {
	t.Parallel()
	for line, want := range map[string][2]bool{ // below the last line +++, and above it
		"oars = 1": {true, true}, " = 1": {false, false}, "= 1": {false, false}, "\u200b= 1": {false, false},
		"oars \"wood\"": {true, true}, "oars 'wood'": {false, false}, "oars [1]": {true, true}, "oars {a = 1}": {true, true},
		"oars “wood”": {true, true},
		"oars":        {false, false}, "oars wood": {false, false}, "oars and \"sails\"": {false, false}, "oars # wood": {false, false},
		"oars and sails = 1": {true, true}, "oars and sails and quays = 1": {false, false}, "\"oars\" = 1": {true, true},
		"'oars' = 1": {true, true},
		"a.oars = 1": {true, true}, "oars? = 1": {false, false}, "oars-9 == 1": {true, true}, "oars => 1": {true, true},
		"oars =: 1": {true, true},
		"oars := 1": {true, true}, "oars ＝ 1": {true, true}, "oars? := 1": {false, false}, "oars? ＝ 1": {false, false},
		"oars: 1": {true, true}, "Oars: 1": {false, true}, "Oars: \"wood\"": {true, true}, "Oars: [1]": {true, true},
		"Oars: {a = 1}": {true, true},
		"Oars:":         {false, true}, "oars:": {true, true}, "https://a.example": {false, false}, "oars: // wood": {false, false},
		"oars and sails: 1": {false, false}, "oars and sails: \"wood\"": {false, false}, "oars? : 1": {false, false},
		"oars – \"wood\"": {true, true}, "oars – wood": {false, false}, "oars — [1]": {true, true}, "oars and sails – \"wood\"": {false, false},
		"oars → \"wood\"": {true, true}, "oars → wood": {false, false}, "oars–wood = 1": {false, false},
	} {
		for i, last := range []int{-1, 100} {
			m := newMender("x.md", []byte("\n"+line), true)
			m.at, m.last = 1, last
			name, end := m.keyText()
			sep, width := m.separator(end)
			if got := m.isKey(name, sep, end+width); got != want[i] {
				t.Errorf("%q with a fence at %d: %t, of %q %q", line, last, got, name, sep)
			}
		}
	}
	m := newMender("x.md", []byte("\noars = 1"), true)
	m.at = 3
	for last, want := range map[int]bool{2: false, 3: false, 4: true} {
		if m.last = last; m.isKey("Oars", ":", 6) != want {
			t.Errorf("with a fence at %d", last)
		}
	}
}

// TestSlipsAreReadAsTheyAreMeant reads front matter with one slip: what is said of it, and what is read.
func TestSlipsAreReadAsTheyAreMeant(t *testing.T) {
	t.Parallel()
	for src, want := range map[string][2]string{
		"+++\noars: wood\n+++\nBody.\n": {
			"2:5: error: a key and its value are joined by =, not by a colon",
			"map[oars:wood]",
		},
		"+++\noars:\n  sails: wood\n+++\nBody.\n":      {"write [[oars]]", "map[oars:[map[sails:wood]]]"},
		"+++\noars:\n  sails = \"wood\"\n+++\nBody.\n": {"write [[oars]]", "map[oars:[map[sails:wood]]]"},
		"+++\noars:\n  sails of wood\n+++\nBody.\n":    {"write oars = \"\"", "map[oars:]"},
		"+++\noa\u200brs:\n  sails = \"wood\"\n+++\nBody.\n": {
			"an invisible character (U+200B) stands in this key",
			"map[oars: sails:wood]",
		},
		"+++\noars =\n[sails]\na = 1\n+++\nBody.\n":                      {"oars has no value", "map[oars: sails:map[a:1]]"},
		"+++\noars =\n[\"wood\"]\na = 1\n+++\nBody.\n":                   {"the value stands on the line of its key", "map[a:1 oars:[wood]]"},
		"+++\noars =\n\"wood\"\na = 1\n+++\nBody.\n":                     {"the value stands on the line of its key", "map[a:1 oars:wood]"},
		"+++\noars:\n- wood\n- reed\n+++\nBody.\n":                       {"are joined by =", "map[oars:[wood reed]]"},
		"oars = \"wood\"\nsails = \"reed\"\n":                            {"does not begin with front matter", "map[oars:wood sails:reed]"},
		"[oars]\nsails = \"reed\"\n":                                     {"does not begin with front matter", "map[oars:map[sails:reed]]"},
		"Oars of wood.\nsails = \"reed\"\n":                              {"does not begin with front matter", "map[]"},
		"---\noars: wood\n===\nBody.\n":                                  {"is closed by a line +++, not by ===", "map[oars:wood]"},
		"---\noars: wood\n---\nBody.\n":                                  {"a line +++ instead of ---", "map[oars:wood]"},
		"+++\noars = '''wood\\'''\nsails = reed\n+++\nBody.\n":           {"write \"reed\"", "map[oars:wood\\ sails:reed]"},
		"+++\noars = \"\"\"wood\nsails = \"1\"\n+++\nBody \"\"\" more\n": {"the text that begins here has no end", "map[oars:wood sails:1]"},
		"+++\noars = \"\"\"of \"red\" wood\nsails = \"1\"\n+++\nx\n": {
			"the text that begins here has no end",
			"map[oars:of \"red\" wood sails:1]",
		},
		"+++\noars = \"\"\"of wood\"\nsails = \"1\"\n+++\nx\n":            {"three marks are needed here", "map[oars:of wood sails:1]"},
		"+++\noars = \"c:\\lamps\\oar.png\"\n+++\nx\n":                    {"write media/oar.png", "map[oars:media/oar.png]"},
		"+++\noars = \"\"\"of ”””red\nwood\"\"\"\nsails = reed\n+++\nx\n": {"write \"reed\"", "map[oars:of ”””red\nwood sails:reed]"},
		"+++\noars = wood#\n+++\nx\n":                                     {"write \"wood#\"", "map[oars:wood#]"},
		"+++\noars = [wood\", \"reed\"]\n+++\nx\n":                        {"write \"wood\"", "map[oars:[wood reed]]"},
		"+++\n[[a]]\noars = 1\n\noars = 2\n+++\nx\n":                      {"write [[a]] above this line", "map[a:[map[oars:1] map[oars:2]]]"},
		"+++\n[[a]]\noars = 1\noars = 2\n+++\nx\n":                        {"oars stands twice", "map[a:[map[oars:1]]]"},
		"+++\noars = 1\n\noars = 2\n+++\nx\n":                             {"oars stands twice", "map[oars:1]"},
		"":                                                                {"the file is empty", "map[]"},
		"\xfe\xff+\x00+\x00":                                              {"the file is in UTF-16", "<nil>"},
		"+++\ra = 1\r+++\rBody.\r":                                        {"the lines end in carriage returns alone", "<nil>"},
		"\xff\xfe+\x00+\x00":                                              {"the file is in UTF-16", "<nil>"},
		"+++\noars = 1\r\n+++\r\n":                                        {"", "map[oars:1]"},
	} {
		d, diags := Recover("x.md", []byte(src))
		got := "<nil>"
		if d != nil {
			diags, got = d.Diagnostics(), fmt.Sprint(d.Tree())
		}
		if said := diags.Error(); got != want[1] || !strings.Contains(said, want[0]) || (want[0] == "") != (said == "") {
			t.Errorf("%q: %s\n%s", src, got, said)
		}
	}
	if d, _ := Recover("x.md", nil); d == nil {
		t.Error("nothing at all is not read")
	}
	if out := Mends("x.md", []byte("+++\n"+keys(maxKeys+1)+"oars = wood\n+++\n")); out != nil {
		t.Errorf("too much is mended: %v", out)
	}
	if out := Mends("x.md", []byte("+++\n"+keys(5)+"oars = wood\n+++\n")); len(out) != 1 || out[0].New != `"wood"` {
		t.Errorf("a slip is mended: %v", out)
	}
}

// TestPathsOfOtherDisks writes backslashes as slashes, and what lies on another disk into the release's folder.
func TestPathsOfOtherDisks(t *testing.T) {
	t.Parallel()
	for s, want := range map[string]string{
		"": "", "a": "a", ":": ":", `\`: "media//", `c:\oar.png`: "media/oar.png", `c:`: "media/c:", `\lamps\oar.png`: "media/oar.png",
		`lamps\oar.png`: "lamps/oar.png",
		"oar.png":       "oar.png", `..\oar.png`: "../oar.png", "/oar.png": "media/oar.png",
	} {
		if got := SlashPath(s); got != want {
			t.Errorf("%q: %q", s, got)
		}
	}
}

// TestMonthsInWords reads days whose month is a word of three letters or more, in either order.
func TestMonthsInWords(t *testing.T) {
	t.Parallel()
	for s, want := range map[string]string{
		"3 December 2026": "2026-12-03", "3 Dec 2026": "2026-12-03", "3 Dec. 2026": "2026-12-03", "3rd December, 2026": "2026-12-03",
		"1st May 2026": "2026-05-01",
		"2nd May 2026": "2026-05-02", "4th May 2026": "2026-05-04", "3. Dec 2026": "2026-12-03", "December 3, 2026": "2026-12-03",
		"Dec 3rd 2026":              "2026-12-03",
		"Thursday, 3 December 2026": "2026-12-03", "thursday December 3 2026": "2026-12-03", "3 De 2026": "", "3 Dez 2026": "",
		"3 Decembers 2026": "",
		"3 ma 2026":        "", "3 mar 2026": "2026-03-03", "3 may 2026": "2026-05-03", "December 2026": "",
		"32 Dec 2026": "there is no day 32 in December 2026, which has 31 days",
		"29 Feb 2026": "there is no day 29 in February 2026, which has 28 days", "29 Feb 2028": "2028-02-29",
		"0 Feb 2028": "there is no day 0 in February 2028, which has 29 days",
	} {
		day, _, ok, err := wordedDay(s)
		got := ""
		if ok {
			got = day.Format("2006-01-02")
		}
		if err != nil {
			got = err.Error()
		}
		if got != want {
			t.Errorf("%s: %s", s, got)
		}
	}
}

// TestASlipOnTheFirstLine mends the first line of a file without fences as any other, and a value that begins with
// a dash is no list.
func TestASlipOnTheFirstLine(t *testing.T) {
	t.Parallel()
	for src, want := range map[string]string{
		"oars = wood\nlamps = 2\n":     `write "wood"`,
		"lamps = 2\noars = wood\n":     `write "wood"`,
		"a: -5\n":                      `write a = -5`,
		"a:\n- lamps\n- oars\nb = 2\n": `write a = ["lamps", "oars"]`,
	} {
		if _, diags := Parse("x.toml", []byte(src)); !strings.Contains(diags.Error(), want) {
			t.Errorf("%q: %s, want %s", src, diags.Error(), want)
		}
	}
}
