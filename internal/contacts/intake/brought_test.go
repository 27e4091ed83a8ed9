package intake

import (
	_ "embed"
	"strconv"
	"strings"
	"testing"
)

//go:embed testdata/brought.txt
var brought string

//go:embed testdata/moved.txt
var moved string

// TestTablesAsTheyAreBrought: those of testdata/brought.txt are read as it says there,
// and no more is said of their rows.
func TestTablesAsTheyAreBrought(t *testing.T) { tablesOf(t, brought, 40) }

// TestTablesOfWhoMovesHere: those of testdata/moved.txt are read as it says there, and no
// more is said of their rows.
func TestTablesOfWhoMovesHere(t *testing.T) { tablesOf(t, moved, 55) }

// tablesOf reads the tables of a file, of which there are so many at least. What stands
// behind "error: " is a part of what is said of a table out of which no list comes.
func tablesOf(t *testing.T, all string, least int) {
	t.Helper()
	cases := strings.Split(all, "\n=== ")[1:]
	if len(cases) < least {
		t.Fatalf("%d tables", len(cases))
	}
	for _, c := range cases {
		head, rest, _ := strings.Cut(c, "\n")
		said := append(strings.Split(head, " | "), "", "")
		in, want, _ := strings.Cut(rest, "---\n")
		file := said[1]
		if file == "" {
			file = "list.csv"
		}
		t.Run(said[0], func(t *testing.T) {
			got, want := whole(t, file, signs(t, in), said[2]), strings.TrimRight(want, "\n")
			if part, isError := strings.CutPrefix(want, "error: "); isError && (strings.Contains(got, part) || nobody(got, part)) {
				return
			}
			if got != want {
				t.Errorf("got\n%s\nwant\n%s", got, want)
			}
		})
	}
}

// nobody tells whether of a table nobody comes, where that is what is wanted: whoever
// imports it is told so.
func nobody(got, part string) bool {
	return part == "no row of it" && !strings.Contains(strings.Split(got, "\n!")[0], "@")
}

// signs are the bytes that a table of such a file means.
func signs(t *testing.T, s string) string {
	t.Helper()
	s = strings.ReplaceAll(s, "\\\n", "")
	var b strings.Builder
	for s != "" {
		if s[0] != '\\' {
			b.WriteByte(s[0])
			s = s[1:]
			continue
		}
		c, multibyte, tail, err := strconv.UnquoteChar(s, 0)
		if err != nil {
			t.Fatalf("%.20q: %v", s, err)
		}
		if multibyte {
			b.WriteRune(c)
		} else {
			b.WriteByte(byte(c))
		}
		s = tail
	}
	return b.String()
}

// whole is the press list that comes of a file, and what is said of its rows.
func whole(t *testing.T, name, data, country string) string {
	t.Helper()
	table, err := Open(name, []byte(data), "")
	if err != nil {
		return "error: " + err.Error()
	}
	r, err := Understand(table, nil)
	if err != nil {
		return "error: " + err.Error()
	}
	list := r.List(country)
	out := strings.TrimRight(string(list.CSV()), "\n")
	for _, n := range list.Notes {
		out += "\n! " + n.String()
	}
	return out
}
