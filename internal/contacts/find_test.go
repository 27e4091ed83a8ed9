package contacts

import (
	"strings"
	"testing"
)

func TestAnEntryIsTakenOutAndNothingElse(t *testing.T) {
	for name, c := range map[string]struct{ file, src, want, at string }{
		"plain":                                 {"contacts/a.csv", "email,name\nana@x.example,Ana\nbo@x.example,Bo\n", "email,name\nbo@x.example,Bo\n", "contacts/a.csv:2:1"},
		"last, without a line end, in capitals": {"contacts/a.csv", "email;name\r\nbo@x.example;Bo\r\nANA@X.example;Ana", "email;name\r\nbo@x.example;Bo\r\n", "contacts/a.csv:3:1"},
		"many lines in one cell":                {"contacts/a.csv", "\xef\xbb\xbfname,email\n\"Ana\n\"\"R\"\"\",ana@x.example\nBo,bo@x.example\n", "\xef\xbb\xbfname,email\nBo,bo@x.example\n", "contacts/a.csv:2:1"},
		"another character set":                 {"contacts/a.csv", "email,name\nana@x.example,Ru\xedz\nbo@x.example,B\xf6\n", "email,name\nbo@x.example,B\xf6\n", "contacts/a.csv:2:1"},
		"toml":                                  {"contacts/a.toml", "# ours\n[[journalist]]\nemail = \"ana@x.example\"\nname = \"[[journalist]]\"\n\n[[journalist]]\nemail = \"bo@x.example\" # keep\n", "# ours\n[[journalist]]\nemail = \"bo@x.example\" # keep\n", "contacts/a.toml:2:1"},
	} {
		t.Run(name, func(t *testing.T) {
			f := File{c.file, []byte(c.src)}
			places, err := Find(f, "ana@x.example")
			if err != nil || len(places) != 1 || !strings.HasPrefix(places[0].String(), c.at[:strings.LastIndexByte(c.at, ':')]) {
				t.Errorf("%v, %v", places, err)
			}
			got, n, err := Remove(f, "ana@x.example")
			if err != nil || n != 1 || string(got) != c.want {
				t.Errorf("%d, %v\n%q\n%q", n, err, got, c.want)
			}
			if got, n, err := Remove(f, "cy@x.example"); err != nil || n != 0 || string(got) != c.src {
				t.Errorf("somebody who is not there: %d, %v, %q", n, err, got)
			}
		})
	}
	if _, _, err := Remove(File{"contacts/a.toml", []byte("journalist = [{email = \"ana@x.example\"}, {email = \"bo@x.example\"}]\n")}, "ana@x.example"); err == nil {
		t.Error("an inline list was cut")
	}
}

func FuzzRemove(f *testing.F) {
	f.Add("email,name\nana@x.example,Ana\nbo@x.example,Bo\n", true)
	f.Add("[[journalist]]\nemail = \"ana@x.example\"\n", false)
	f.Fuzz(func(t *testing.T, src string, csv bool) {
		name := "contacts/a.toml"
		if csv {
			name = "contacts/a.csv"
		}
		file := File{name, []byte(src)}
		data, n, err := Remove(file, "ana@x.example")
		if err != nil {
			return
		}
		if places, err := Find(File{name, data}, "ana@x.example"); err != nil || len(places) != 0 {
			t.Fatalf("%v, %v", places, err)
		}
		if n == 0 && string(data) != src {
			t.Fatalf("%q became %q", src, data)
		}
	})
}

// One of several addresses in a cell is taken out of it, however it is written, and no other.
func TestAnAddressIsTakenOutOfACell(t *testing.T) {
	for _, c := range []struct {
		cell, rest string
		found      bool
	}{
		{"ana@tide.example", "", true},
		{"bo@tide.example;ANA@tide.example; cy@tide.example", "bo@tide.example; cy@tide.example", true},
		{"bo@tide.example; ana@tide.example", "bo@tide.example", true},
		{"bo@tide.example; cy@tide.example", "bo@tide.example; cy@tide.example", false},
		{"the desk; ana@tide.example", "the desk", true},
		{"the desk; ana", "the desk; ana", false},
		{"", "", false},
	} {
		if rest, found := Without(c.cell, "ana@tide.example"); rest != c.rest || found != c.found {
			t.Errorf("%q: %q, %v", c.cell, rest, found)
		}
	}
}
