package intake

import (
	_ "embed"
	"strings"
	"testing"
)

//go:embed testdata/dialects.txt
var dialects string

// TestDialects: the tables of testdata/dialects.txt are read without asking.
func TestDialects(t *testing.T) {
	cases := strings.Split(dialects, "\n=== ")[1:]
	if len(cases) < 30 {
		t.Fatalf("%d dialects", len(cases))
	}
	for _, c := range cases {
		name, rest, _ := strings.Cut(c, "\n")
		in, want, _ := strings.Cut(rest, "---\n")
		t.Run(name, func(t *testing.T) {
			if got := read(t, "list.csv", in, ""); got != strings.TrimRight(want, "\n") {
				t.Errorf("got\n%s\nwant\n%s", got, want)
			}
		})
	}
}

// read is the press list that comes of a file.
func read(t *testing.T, name, data, country string) string {
	t.Helper()
	table, err := Open(name, []byte(data), "")
	if err != nil {
		t.Fatal(err)
	}
	r, err := Understand(table, nil)
	if err != nil {
		t.Fatal(err)
	}
	return strings.TrimRight(string(r.List(country).CSV()), "\n")
}
