package intake

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"

	"pressroom/internal/contacts"
)

func result(t testing.TB, table string) *Result {
	t.Helper()
	tb, err := Open("x.csv", []byte(table), "")
	if err != nil {
		t.Fatal(err)
	}
	r, err := Understand(tb, nil)
	if err != nil {
		t.Fatal(err)
	}
	return r.List("")
}

func TestMerge(t *testing.T) {
	const list = "\xef\xbb\xbfemail;name;outlet;tier\r\n" +
		"ana@tide.example;\"Ana Ruiz\";Daily Tide;gold\r\n" +
		"\r\n" +
		"bo@tide.example ; Bo Lind;Daily Tide\r\n" +
		"cy@tide.example;Cy;;\r\n"
	for name, c := range map[string]struct {
		last, table, want, changes string
	}{
		"nothing is other": {
			"", "email,name,outlet\nANA@tide.example,Ana Ruiz,Daily Tide\nbo@tide.example,Bo Lind,Daily Tide\n", list,
			"added [] changed [] 0 cells, same 2, elsewhere [cy@tide.example], off []",
		},
		"one cell": {
			"", "email,name,outlet\nana@tide.example,Ana Ruiz,\"Tide; Weekly\"\n",
			strings.Replace(list, `"Ana Ruiz";Daily Tide`, `"Ana Ruiz";"Tide; Weekly"`, 1),
			"added [] changed [ana@tide.example] 1 cells, same 0, elsewhere [bo@tide.example cy@tide.example], off []",
		},
		"a cell beyond the row's end": {
			"", "email,tier,language\nbo@tide.example,silver,es\n",
			strings.NewReplacer("outlet;tier", "outlet;tier;language", "Bo Lind;Daily Tide", "Bo Lind;Daily Tide;silver;es").Replace(list),
			"added [] changed [bo@tide.example] 2 cells, same 0, elsewhere [ana@tide.example cy@tide.example], off []",
		},
		"somebody new": {
			"", "email,name,beats\ndi@tide.example,Di,\"a, b\"\n",
			strings.Replace(list, "outlet;tier", "outlet;tier;beats", 1) + "di@tide.example;Di;;;\"a;b\"\r\n",
			"added [di@tide.example] changed [] 0 cells, same 0, elsewhere [ana@tide.example bo@tide.example cy@tide.example], off []",
		},
		"what was changed in the list stays": {
			"email,name,outlet\nana@tide.example,Anna Ruiz,Old Tide\n", "email,name,outlet\nana@tide.example,Anna Ruiz,New Tide\n",
			strings.Replace(list, `"Ana Ruiz";Daily Tide`, `"Ana Ruiz";New Tide`, 1),
			"added [] changed [ana@tide.example] 1 cells, same 0, elsewhere [bo@tide.example cy@tide.example], off []",
		},
		"what was emptied is emptied": {
			"email,name,outlet\nana@tide.example,Ana Ruiz,Daily Tide\n", "email,name,outlet\nana@tide.example,Ana Ruiz,\n",
			strings.Replace(list, `"Ana Ruiz";Daily Tide`, `"Ana Ruiz";`, 1),
			"added [] changed [ana@tide.example] 1 cells, same 0, elsewhere [bo@tide.example cy@tide.example], off []",
		},
		"who was taken off stays off": {
			"email,name\nzoe@tide.example,Zoe\n", "email,name\nzoe@tide.example,Zoe Miller\n", list,
			"added [] changed [] 0 cells, same 0, elsewhere [ana@tide.example bo@tide.example cy@tide.example], off [zoe@tide.example]",
		},
	} {
		t.Run(name, func(t *testing.T) {
			var last []byte
			if c.last != "" {
				last = []byte(c.last)
			}
			got, ch, err := Merge(contacts.File{Name: "press.csv", Data: []byte(list)}, last, result(t, c.table))
			if err != nil {
				t.Fatal(err)
			}
			if string(got) != c.want {
				t.Errorf("got\n%q\nwant\n%q", got, c.want)
			}
			if s := fmt.Sprintf("added %v changed %v %d cells, same %d, elsewhere %v, off %v", ch.Added, ch.Changed, ch.Cells, ch.Same, ch.Elsewhere, ch.Off); s != c.changes {
				t.Errorf("got %s\nwant %s", s, c.changes)
			}
		})
	}
	for _, bad := range []string{"name\nAna\n", "email,name\na@b.example,Zo\xeb\n", "email,name\na@b.example,\"Ana\n"} {
		if _, _, err := Merge(contacts.File{Name: "press.csv", Data: []byte(bad)}, nil, result(t, "email\nana@tide.example\n")); err == nil {
			t.Errorf("%q was changed", bad)
		}
	}
}

// TestThereAndBack: a list is exported to Excel, one cell is changed, and coming
// back changes that cell and no other byte.
func TestThereAndBack(t *testing.T) {
	var b strings.Builder
	b.WriteString("email;name;outlet;beats;tier\r\n")
	for i := range 300 {
		fmt.Fprintf(&b, "j%d@tide.example;\"Ana \"\"%d\"\" Ruiz\";=Tide;health;%03d\r\n", i, i, i%7)
	}
	list := contacts.File{Name: "press.csv", Data: []byte(b.String())}
	rng := rand.New(rand.NewPCG(1, 2))
	for range 5 {
		out, err := Values(list)
		if err != nil {
			t.Fatal(err)
		}
		row := rng.IntN(len(out.Entries))
		last := out.CSV()
		cell := out.Columns[1+rng.IntN(len(out.Columns)-1)]
		out.Entries[row].Values[cell] = "something else"
		book, err := out.Workbook("press")
		if err != nil {
			t.Fatal(err)
		}
		table, err := Open("press.xlsx", book, "")
		if err != nil {
			t.Fatal(err)
		}
		r, err := Understand(table, nil)
		if err != nil {
			t.Fatal(err)
		}
		got, ch, err := Merge(list, last, r.List(""))
		if err != nil {
			t.Fatal(err)
		}
		if ch.Cells != 1 || len(ch.Changed) != 1 || len(ch.Added)+len(ch.Off)+len(ch.Elsewhere) != 0 {
			t.Errorf("%s of row %d: %+v", cell, row, ch)
		}
		old, now := strings.Split(string(list.Data), "\r\n"), strings.Split(string(got), "\r\n")
		for i := range old {
			if (old[i] != now[i]) != (i == row+1) {
				t.Errorf("line %d: %q became %q", i+1, old[i], now[i])
			}
		}
	}
}

// Of what came of other tables is taken who was taken off since, and nothing else; what is
// known of all of a table stands in the rows that are new, in the order of a list.
func TestMergeKnowsOtherTables(t *testing.T) {
	const list = "email,name\nx@y.example,Kim\n"
	r := result(t, "email,name\na@b.example,Ana\nc@d.example,Cy\n")
	r.New = map[string]string{"source": "the harbor fair", "added": "2026-05-03", "tags": ""}
	got, ch, err := Merge(contacts.File{Name: "press.csv", Data: []byte(list)}, nil, r, []byte("email,name\nz@b.example,Zoe\n"), []byte("email,name\na@b.example,Ana\n"))
	if err != nil {
		t.Fatal(err)
	}
	if want := "email,name,source,added\nx@y.example,Kim\nc@d.example,Cy,the harbor fair,2026-05-03\n"; string(got) != want || fmt.Sprint(ch.Added, ch.Off, ch.Elsewhere) != "[c@d.example] [a@b.example] [x@y.example]" {
		t.Errorf("%q, added %v, off %v, elsewhere %v", got, ch.Added, ch.Off, ch.Elsewhere)
	}
	before := fmt.Sprint(r.Columns)
	if got, want := string(r.List()), "email,name,source,added\r\na@b.example,Ana,the harbor fair,2026-05-03\r\nc@d.example,Cy,the harbor fair,2026-05-03\r\n"; strings.ReplaceAll(got, "\r\n", "\n") != strings.ReplaceAll(want, "\r\n", "\n") {
		t.Errorf("a new list is %q", got)
	}
	if now := fmt.Sprint(r.Columns); now != before || r.Entries[0].Values["source"] != "" {
		t.Errorf("the result itself became %s, %v", now, r.Entries[0].Values)
	}
}

func FuzzMerge(f *testing.F) {
	f.Add("email;name\r\na@b.example;\"A\"\r\n", "email,name,beats\na@b.example,B,\"x, y\"\nc@d.example,,\n")
	f.Add("sep=,\nemail,name\na@b.example\n", "Ana <a@b.example>\n")
	f.Fuzz(func(t *testing.T, list, table string) {
		tb, err := Open("x", []byte(table), "")
		if err != nil {
			return
		}
		r, err := Understand(tb, nil)
		if err != nil {
			return
		}
		res := r.List("US")
		if res.Columns == nil {
			return
		}
		// what comes of any table is a list that can be read
		book, diags := contacts.Read([]contacts.File{{Name: "x.csv", Data: res.CSV()}})
		if diags.HasErrors() || len(book.Journalists) != len(res.Entries) {
			t.Fatalf("%d of %d journalists of %q: %v", len(book.Journalists), len(res.Entries), res.CSV(), diags)
		}
		Merge(contacts.File{Name: "x.csv", Data: []byte(list)}, nil, res)
	})
}
