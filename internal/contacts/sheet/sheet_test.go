package sheet

import (
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"
	"testing"
	"unicode/utf16"
)

// read returns the rows of a table, fields between bars.
func read(data string) (string, error) {
	r, err := Open("x.csv", []byte(data))
	if err != nil {
		return "", err
	}
	var out []string
	for {
		row, err := r.Next()
		if errors.Is(err, io.EOF) {
			return strings.Join(out, "\n"), nil
		}
		if err != nil {
			return "", err
		}
		out = append(out, strings.Join(row, "|"))
	}
}

func TestDialects(t *testing.T) {
	const want = "email|name\na@b.example|Zoë"
	for name, data := range map[string]string{
		"comma":             "email,name\na@b.example,Zoë\n",
		"semicolon":         "email;name\r\na@b.example;Zoë\r\n",
		"tab":               "email\tname\na@b.example\tZoë",
		"bar":               "email|name\na@b.example|Zoë",
		"mark of UTF-8":     "\xef\xbb\xbfemail,name\na@b.example,Zoë\n",
		"Windows-1252":      "email,name\na@b.example,Zo\xeb\n",
		"Macintosh":         "email,name\ra@b.example,Zo\x91\r",
		"CR of Windows":     "email,name\ra@b.example,Zo\xeb\r",
		"CR with UTF-8":     "email,name\ra@b.example,Zoë",
		"declared":          "sep=;\r\nemail;name\r\na@b.example;Zoë\r\n",
		"declared, quoted":  "\"sep=;\"\nemail;name\na@b.example;Zoë\n",
		"declared with BOM": "\xef\xbb\xbfsep=\t\nemail\tname\na@b.example\tZoë\n",
		"blank lines first": "\n\nemail;name\na@b.example;Zoë\n",
		"space around":      "email , name\n a@b.example , \"Zoë\"\n",
	} {
		t.Run(name, func(t *testing.T) {
			if got, err := read(data); got != want || err != nil {
				t.Errorf("%q, %v", got, err)
			}
		})
	}
}

func TestAnEmptyFieldBetweenTabs(t *testing.T) {
	if got, err := read("email\tname\toutlet\na@b.example\t\tTide\n"); got != "email|name|outlet\na@b.example||Tide" || err != nil {
		t.Errorf("%q, %v", got, err)
	}
}

func TestUTF16IsNamed(t *testing.T) {
	for _, mark := range []string{"\ufeff", ""} {
		for _, swapped := range []bool{false, true} {
			var b []byte
			for _, u := range utf16.Encode([]rune(mark + "email\tname\r\n")) {
				if swapped {
					b = append(b, byte(u>>8), byte(u))
				} else {
					b = append(b, byte(u), byte(u>>8))
				}
			}
			if _, err := read(string(b)); !errors.Is(err, errUTF16) {
				t.Errorf("%q, swapped %t: %v", mark, swapped, err)
			}
		}
	}
}

func TestWhatIsUTF16(t *testing.T) {
	for data, want := range map[string]bool{
		"":                                   false,
		"\xff":                               false,
		"\xff\xff":                           false,
		"\xfe\xfe":                           false,
		"\xff\xfe":                           true,
		"\xfe\xff":                           true,
		"a\x00":                              false, // too short to tell
		"a\x00b\x00":                         true,
		"\x00a\x00b":                         true,
		"a\x00b\x00c":                        true, // half a character at the end
		"a\x00b\x00c\x00\x19 ":               true, // a dash or an apostrophe among letters
		"\x00a\x00b\x00c \x19":               true,
		"a\x00b\x00\x19 \x19 ":               false,
		"\x00a\x00b \x19 \x19":               false,
		"a\x00b\x00c\x00d\x00\x00e":          false, // zeros on both sides
		"\x00a\x00b\x00c\x00de\x00":          false,
		strings.Repeat("a\x00", 32) + "\x00": true, // only the beginning counts
		strings.Repeat("a\x00", 32) + "\x00b\x00b": true,
	} {
		if got := IsUTF16([]byte(data)); got != want {
			t.Errorf("%q: %t", data, got)
		}
	}
}

// What a table is written in is found out: lines, signs and what stands between fields.
func TestWhatATableIsWrittenIn(t *testing.T) {
	lines := func(parts ...string) string { return strings.Join(parts, "") }
	for _, c := range []struct{ name, data, want string }{
		{"nothing", "", `"\n" ',' UTF-8`},
		{"no line's end", "a,b", `"\n" ',' UTF-8`},
		{"LF", "a,b\nc,d\n", `"\n" ',' UTF-8`},
		{"CRLF", "a,b\r\nc,d\r\n", `"\r\n" ',' UTF-8`},
		{"CR", "a,b\rc,d\r", `"\r" ',' UTF-8`},
		{"only a CR", "a,b\r", `"\r" ',' UTF-8`},
		{"only a CRLF", "a,b\r\n", `"\r\n" ',' UTF-8`},
		{"LF, then CRLF", "a,b\nc,d\r\n", `"\n" ',' UTF-8`},
		{"CR at the beginning", "\ra,b", `"\r" ',' UTF-8`},
		{"CR, and an inch", "a,5\" disk\rc,d", `"\r" ',' UTF-8`},
		{"CR, and a break in a cell", "a,\"b\nc\"\rd,e\r", `"\r" ',' UTF-8`},
		{"CRLF, and a break in a cell", "a,\"b\nc\"\r\nd,e\r\n", `"\r\n" ',' UTF-8`},
		{"LF, and an old break in a cell", "a,\"b\rc\"\nd,e\n", `"\n" ',' UTF-8`},
		{"an old break in the only cell", "\"b\r\n\"", `"\n" ',' UTF-8`},

		{"semicolons", "a;b\nc\n", `"\n" ';' UTF-8`},
		{"tabs", "a\tb\n", `"\n" '\t' UTF-8`},
		{"bars", "a|b\n", `"\n" '|' UTF-8`},
		{"a heading over the table", "a\nb;c\n", `"\n" ';' UTF-8`},
		{"a last line of one sign", "a\n;", `"\n" ';' UTF-8`},
		{"commas in more lines", "a;;;b,c\nd,e\nf,g\n", `"\n" ',' UTF-8`},
		{"commas in more lines, later", "a;b\nc,d\ne,f\n", `"\n" ',' UTF-8`},
		{"in as many lines, the first line tells", "  \na;;b,c\n", `"\n" ';' UTF-8`},
		{"the first line has as many", "a,b;c\n", `"\n" ',' UTF-8`},
		{"the first line has one of two", "a,b\nc;d\n", `"\n" ',' UTF-8`},
		{"as often in each line counts", "a,b;c\n,,;\n,;\n,,,;\n", `"\n" ';' UTF-8`},
		{"those in quotation marks do not count", "\"a;b;c\",d\n\"e;f;g\",h\n", `"\n" ',' UTF-8`},
		{"nor those in a broken cell", "\"a;b\nc;d\",e\n", `"\n" ',' UTF-8`},
		{"fifty lines are looked at", lines(strings.Repeat("a,b\n", 25), strings.Repeat("c;d\n", 25), "e;f\n"), `"\n" ',' UTF-8`},
		{"all fifty", lines(strings.Repeat("a,b\n", 24), strings.Repeat("c\n", 1), strings.Repeat("c;d\n", 25), "e,f\n"), `"\n" ';' UTF-8`},

		{"named", "sep=;\na,b\n", `"\n" ';' UTF-8`},
		{"named as Excel does", "\"SEP=|\"\r\na,b\r\n", `"\r\n" '|' UTF-8`},
		{"named, and no more", "sep=;", `"\n" ';' UTF-8`},
		{"nothing is named", "sep=\na,b\n", `"\n" ',' UTF-8`},
		{"two are named", "sep=;;\na,b\nc,d\n", `"\n" ',' UTF-8`},
		{"a letter is named", "sep=x\na,b\n", `"\n" ',' UTF-8`},
		{"something else is named", "set=;\na,b\nc,d\n", `"\n" ',' UTF-8`},
	} {
		t.Run(c.name, func(t *testing.T) {
			r, err := Open("x.csv", []byte(c.data))
			if err != nil {
				t.Fatal(err)
			}
			signs := "UTF-8"
			if !r.UTF8() {
				signs = "other"
			}
			if got := fmt.Sprintf("%q %q %s", r.Newline(), r.Separator(), signs); got != c.want {
				t.Errorf("%s, not %s", got, c.want)
			}
		})
	}
}

// The bytes from 0x80 to 0x9F are letters on a Macintosh, and signs on Windows.
func TestLettersOfAMacintoshAndOfWindows(t *testing.T) {
	for data, want := range map[string]string{
		"Zo\xeb":           "Zoë",
		"a\x8e":            "aé",
		"a\x8a":            "aä",
		"a\x9f":            "aü",
		"a\x87z":           "aáz",
		"z\x87a":           "záa",
		"a\x80b":           "aÄb",
		"{\x8e":            "{Ž",
		"`\x8e":            "`Ž",
		"\x8e,a":           "Ž|a",
		"a\x87":            "a‡",
		"a\x87 b":          "a‡ b",
		"a\xa0b":           "a\u00a0b",
		"a\x8e \xc0":       "aŽ À",
		"a\x8e \xbf":       "aé ø",
		"a\x91b":           "a‘b",
		"a\x92b":           "a’b",
		"a\x93b":           "a“b",
		"a\x94b":           "a”b",
		"a\x9ab":           "ašb",
		"a\x9cb":           "aœb",
		"a\x9eb":           "ažb",
		"a\x81\xffb":       "a\ufffdÿb",
		"a\x95b":           "aïb",
		"\x93a\x94 \x96 b": "“a” – b",
	} {
		if got, err := read(data); got != want || err != nil {
			t.Errorf("%q: %q, %v; want %q", data, got, err, want)
		}
	}
}

func TestQuotationMarksBetweenTabsAreAsTheyWereTyped(t *testing.T) {
	if got, err := read("a\tb\nc\t5\" disk\n"); got != "a|b\nc|5\" disk" || err != nil {
		t.Errorf("%q, %v", got, err)
	}
}

// TestPlaces are those of the file, whatever stood before the table.
func TestPlaces(t *testing.T) {
	for name, data := range map[string]string{
		"plain":     "email,name\na@b.example,Ana\n",
		"BOM":       "\xef\xbb\xbfemail,name\na@b.example,Ana\n",
		"declared":  "\xef\xbb\xbfsep=,\r\nemail,name\r\na@b.example,Ana\r\n",
		"Macintosh": "email,name\ra@b.example,Ana\r",
	} {
		r, err := Open("x.csv", []byte(data))
		if err != nil {
			t.Fatal(err)
		}
		r.Next()
		if _, err := r.Next(); err != nil {
			t.Fatal(err)
		}
		start, end := r.Bytes()
		if got := strings.TrimSpace(data[start:end]); got != "a@b.example,Ana" {
			t.Errorf("%s: the row is %q", name, got)
		}
		line := 2
		if name == "declared" {
			line = 3
		}
		if got, want := r.At(1).String(), fmt.Sprintf("x.csv:%d:13", line); got != want {
			t.Errorf("%s: the name is at %s, not %s", name, got, want)
		}
	}
}

// TestCells are where their bytes are, marks and all.
func TestCells(t *testing.T) {
	const data = "\xef\xbb\xbfsep=;\r\nemail; name ;note\r\n\r\na@b.example;\"Ana; \"\"R\"\"\"; two\r\nc@d.example;;\"one\r\ntwo\"\r\ne@f.example"
	r, err := Open("x.csv", []byte(data))
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for {
		row, err := r.Next()
		if err != nil {
			break
		}
		for i := range row {
			start, end := r.Cell(i, len(row))
			got = append(got, data[start:end])
		}
	}
	want := []string{"email", "name", "note", "a@b.example", `"Ana; ""R"""`, "two", "c@d.example", "", "\"one\r\ntwo\"", "e@f.example"}
	if !slices.Equal(got, want) {
		t.Errorf("%q", got)
	}
}

// Where spaces are around them, and between tabs, where a tab is no space.
func TestCellsAmongSpaces(t *testing.T) {
	for data, want := range map[string][]string{
		"a, ,b \t\n":       {"1-2 a", "4-4 ", "5-6 b"},
		"a ,\t b\t,c\n":    {"1-2 a", "6-7 b", "9-10 c"},
		"a,\n":             {"1-2 a", "3-3 "},
		"a\t\tb \t \r\n":   {"1-2 a", "3-3 ", "4-5 b", "7-7 "},
		"a;\" b \";c":      {"1-2 a", "3-8 \" b \"", "9-10 c"},
		"\xef\xbb\xbfa;b":  {"4-5 a", "6-7 b"},
		"sep=;\na;b\n\n\n": {"7-8 a", "9-10 b"},
	} {
		r, err := Open("x.csv", []byte(data))
		if err != nil {
			t.Fatal(err)
		}
		row, err := r.Next()
		if err != nil {
			t.Fatal(err)
		}
		var got []string
		for i := range row {
			start, end := r.Cell(i, len(row))
			got = append(got, fmt.Sprintf("%d-%d %s", start+1, end+1, data[start:end]))
		}
		if !slices.Equal(got, want) {
			t.Errorf("%q: %q", data, got)
		}
	}
}

func TestWhatIsNoTable(t *testing.T) {
	for data, want := range map[string]string{
		"sep=,\nemail,name\na@b.example,\"Ana\n": `x.csv:3:18: extraneous or missing " in quoted-field; write a quotation mark inside a quoted field twice`,
		"a,b\nc,d\"e\n":                          `x.csv:2:4: bare " in non-quoted-field; write a quotation mark inside a quoted field twice`,
		"\xff\xfea\x00":                          "the file is UTF-16, as Excel's “Unicode text” is; save it as “CSV UTF-8”",
	} {
		if _, err := read(data); err == nil || err.Error() != want {
			t.Errorf("%q: %v", data, err)
		}
	}
}

func FuzzOpen(f *testing.F) {
	f.Add([]byte("sep=;\r\nemail;name\r\n\"a\nb\";\x91\r\n"))
	f.Add([]byte("email,name\ra@b.example,Zo\x91\r"))
	f.Fuzz(func(t *testing.T, data []byte) {
		r, err := Open("x.csv", data)
		if err != nil {
			return
		}
		last := 0
		for {
			row, err := r.Next()
			if err != nil {
				return
			}
			start, end := r.Bytes()
			for i := range row {
				if from, to := r.Cell(i, len(row)); from < start || to < from || to > end {
					t.Fatalf("cell %d of %q is at %d to %d, the row at %d to %d", i, row, from, to, start, end)
				}
			}
			if start < last || end < start || end > len(data) {
				t.Fatalf("from %d to %d of %d, after %d", start, end, len(data), last)
			}
			last = end
		}
	})
}
