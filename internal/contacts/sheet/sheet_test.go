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

func TestWhatIsNoTable(t *testing.T) {
	_, err := read("sep=,\nemail,name\na@b.example,\"Ana\n")
	var e *Error
	if !errors.As(err, &e) || e.At.Line < 3 || !strings.Contains(err.Error(), "write a quotation mark inside a quoted field twice") {
		t.Errorf("%v", err)
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
