package intake

import (
	"bytes"
	"math/rand/v2"
	"strings"
	"testing"

	"pressroom/internal/contacts"
)

// written are lists as programs and people write them.
var written = []string{
	"email,name,outlet\na@x.example,Ana,Paper\nb@x.example,Bo,\n",
	"email;name;outlet\r\n\"a@x.example\";\"Ana; Ruiz\";\"The \"\"Paper\"\"\"\r\n\r\nb@x.example;Bo\r\n",
	"\xef\xbb\xbfname\temail\toutlet\nAna\ta@x.example\t Paper \nBo\tb@x.example\t\n",
	"sep=;\r\nemail;name\r\na@x.example;Ana\r\nnobody;\r\nb@x.example;Bo",
	"email,name,,outlet\n  a@x.example , Ana ,note,Paper\nb@x.example,\"Bo\nEk\",,\n\n\n",
	"email,name\ra@x.example,Ana\rb@x.example,Bo\r",
}

// outside holds that what stands before and behind a change is as it was: the longest
// beginning and end that both have must leave no more than the row and the headings.
func outside(t *testing.T, before, after []byte, most int) {
	t.Helper()
	head := 0
	for head < len(before) && head < len(after) && before[head] == after[head] {
		head++
	}
	tail := 0
	for tail < len(before)-head && tail < len(after)-head && before[len(before)-1-tail] == after[len(after)-1-tail] {
		tail++
	}
	if changed := len(before) - head - tail; changed > most {
		t.Errorf("%d bytes are other ones:\n%q\n%q", changed, before, after)
	}
}

// A cell that is changed is changed, no other is, and no byte beside it.
func TestRandomChangesOfCells(t *testing.T) {
	rng := rand.New(rand.NewPCG(7, 24))
	values := []string{"", "x", "two words", "with, comma", "with; semicolon", `with "marks"`, "with\ttab", "ünïcödé", "a|b", "=1+1", "'"}
	for n := range 4000 {
		data := []byte(written[n%len(written)])
		c, err := OpenCells(contacts.File{Name: "contacts/x.csv", Data: data})
		if err != nil {
			t.Fatal(err)
		}
		lines := c.Lines()
		row := rng.IntN(len(lines))
		column := []string{"name", "outlet", "beats"}[rng.IntN(3)]
		value := values[rng.IntN(len(values))]
		out, err := c.Set(row, map[string]string{column: value})
		if err != nil {
			t.Fatalf("%q in %s of row %d of %q: %v", value, column, row, data, err)
		}
		after, err := OpenCells(contacts.File{Name: "contacts/x.csv", Data: out})
		if err != nil {
			t.Fatal(err)
		}
		for i, l := range after.Lines() {
			for _, name := range append(after.Columns(), "name", "outlet", "beats") {
				want := lines[i].Values[name]
				if i == row && name == column {
					want = strings.TrimSpace(value)
				}
				if l.Values[name] != want {
					t.Fatalf("%q in %s of row %d of %q: row %d has %s %q, not %q", value, column, row, data, i, name, l.Values[name], want)
				}
			}
		}
		if lines[row].Values[column] == value && !bytes.Equal(out, data) {
			t.Errorf("nothing was changed:\n%q\n%q", data, out)
		}
		if len(after.Columns()) == len(c.Columns()) {
			outside(t, data, out, len(lines[row].Values[column])+4)
		}
	}
}

func TestRowsAreAddedAndRemovedByThemselves(t *testing.T) {
	for _, data := range written {
		c, err := OpenCells(contacts.File{Name: "contacts/x.csv", Data: []byte(data)})
		if err != nil {
			t.Fatal(err)
		}
		out, err := c.Add(map[string]string{"email": "new@x.example", "name": "New, One", "outlet": ""})
		if err != nil || !bytes.HasPrefix(out, []byte(data)) {
			t.Errorf("%q became %q, %v", data, out, err)
		}
		for i, l := range c.Lines() {
			out, err := c.Remove(i)
			if err != nil {
				t.Errorf("%q: %v", data, err)
				continue
			}
			if after, err := OpenCells(contacts.File{Name: "contacts/x.csv", Data: out}); err != nil || len(after.Lines()) != len(c.Lines())-1 {
				t.Errorf("%q without row %d is %q: %v", data, i, out, err)
			}
			if l.Key != "" && bytes.Contains(out, []byte(l.Key)) {
				t.Errorf("%s is still in %q", l.Key, out)
			}
		}
		for _, row := range []int{-1, len(c.Lines())} {
			if _, err := c.Remove(row); err == nil {
				t.Errorf("row %d was taken out", row)
			}
			if _, err := c.Set(row, nil); err == nil {
				t.Errorf("row %d was written", row)
			}
		}
	}
	for _, data := range []string{"name\nAna\n", "email,name\nx@y.example,caf\xe9\n", "\xff\xfee\x00"} {
		if _, err := OpenCells(contacts.File{Name: "x.csv", Data: []byte(data)}); err == nil {
			t.Errorf("%q was taken for a list", data)
		}
	}
}

// FuzzCells: whatever a list and a value are, a change does what it says, or nothing.
func FuzzCells(f *testing.F) {
	for _, d := range written {
		f.Add([]byte(d), "name", "value", 0)
	}
	f.Fuzz(func(t *testing.T, data []byte, column, value string, row int) {
		c, err := OpenCells(contacts.File{Name: "contacts/x.csv", Data: data})
		if err != nil {
			return
		}
		value = strings.TrimSpace(strings.ToValidUTF8(value, ""))
		out, err := c.Set(row, map[string]string{column: value})
		if err != nil {
			return
		}
		after, err := OpenCells(contacts.File{Name: "contacts/x.csv", Data: out})
		if err != nil {
			t.Fatal(err)
		}
		if got := after.Lines()[row].Values[column]; got != value {
			t.Errorf("%q became %q", value, got)
		}
	})
}

// FuzzAlone: what is told of an address without its pattern is what the pattern tells.
func FuzzAlone(f *testing.F) {
	for _, s := range []string{"a@b.example", "a@b@c.example", "a@b.example.", "a@.example", "a@b", "@b.c", "a @b.c", "a@b.c?d", "ü@bü.example", "a@b..c", "a@b\u00a0.c"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		if found := addressPattern.FindAllString(s, -1); alone(s) && (len(found) != 1 || found[0] != s) {
			t.Errorf("%q is no address by itself: %q", s, found)
		}
		if isOneLine(s) && strings.Join(strings.Fields(s), " ") != s {
			t.Errorf("%q is not one line", s)
		}
	})
}
