package coverage_test

import (
	"fmt"
	"strings"
	"testing"

	"pressroom/internal/coverage"
)

var quoted = []coverage.Name{
	{Org: "River Alliance", Also: []string{"river-alliance", "Ana Ruiz"}},
	{Org: "Open Harbor", Also: []string{"open-harbor", "Bo Lind", "Chen Wu"}},
}

func read(table string) string {
	pieces, found := coverage.Read("coverage/harbor.csv", []byte(table), quoted)
	var b strings.Builder
	for _, p := range pieces {
		fmt.Fprintf(&b, "%s | %s | %s | %s\n", p.Date.Format("2006-01-02"), p.Outlet, p.Address, strings.Join(p.Quoted, " + "))
	}
	if len(found) > 0 {
		b.WriteString(found.Error() + "\n")
	}
	return b.String()
}

const head = "address,outlet,date,quoted\n"

func TestATableOfCoverage(t *testing.T) {
	for name, c := range map[string]struct{ table, want string }{
		"by name, id and speaker, the first day first": {
			head + "https://daily.example/b,The Daily,2026-07-29,Ana  Ruiz; OPEN-HARBOR\nhttps://gazette.example/a,Gazette,2026-07-28,\n",
			"2026-07-28 | Gazette | https://gazette.example/a | \n2026-07-29 | The Daily | https://daily.example/b | River Alliance + Open Harbor\n",
		},
		"one organization by two of its people counts once": {
			head + "https://daily.example/b,The Daily,2026-07-29,Bo Lind; Chen Wu\n",
			"2026-07-29 | The Daily | https://daily.example/b | Open Harbor\n",
		},
		"semicolons between, other columns beside, quoted left out": {
			"Date;Outlet;Reach;Address\n2026-07-29;„Küste“;1 200;http://kueste.example/x\n\n",
			"2026-07-29 | „Küste“ | http://kueste.example/x | \n",
		},
		"no column that must be": {
			"adress,outlet,date\nhttps://daily.example/b,The Daily,2026-07-29\n",
			"coverage/harbor.csv:1:1: error: there is no column address; did you mean this one, adress? [coverage]\n",
		},
		"a table of something else": {
			"name,email\n",
			`coverage/harbor.csv:1:1: error: there is no column address; the first line names the columns: address,outlet,date,quoted [coverage]
coverage/harbor.csv:1:1: error: there is no column outlet; the first line names the columns: address,outlet,date,quoted [coverage]
coverage/harbor.csv:1:1: error: there is no column date; the first line names the columns: address,outlet,date,quoted [coverage]
`,
		},
		"each thing wrong at its place": {
			head + "daily.example/b,,28.7.2026,River Aliance\n,The Daily,,Nobody Atall\n",
			`coverage/harbor.csv:2:1: error: "daily.example/b" is no address of a page; write it whole, as in https://daily.example/harbor [coverage]
coverage/harbor.csv:2:17: error: outlet is empty; write where it appeared, as in The Daily [coverage]
coverage/harbor.csv:2:18: error: "28.7.2026" is no day; write year, month and day, as in 2026-07-28 [coverage]
coverage/harbor.csv:2:28: error: "River Aliance" is quoted nowhere in this release; did you mean River Alliance? [coverage]
coverage/harbor.csv:3:1: error: address is empty; write where it can be read, as in https://daily.example/harbor [coverage]
coverage/harbor.csv:3:12: error: date is empty; write the day on which it appeared, as in 2026-07-28 [coverage]
coverage/harbor.csv:3:13: error: "Nobody Atall" is quoted nowhere in this release; write one of these, or nothing: River Alliance; river-alliance; Ana Ruiz; Open Harbor; open-harbor; Bo Lind; Chen Wu [coverage]
`,
		},
		"one address twice": {
			head + "https://daily.example/b,The Daily,2026-07-29,\nhttps://daily.example/b,The Daily,2026-07-30,\n",
			"2026-07-29 | The Daily | https://daily.example/b | \ncoverage/harbor.csv:3:1: error: this address stands in line 2 already; " +
				"a piece counts once, so name all who are quoted there [coverage]\n",
		},
		"a row that is too short": {
			head + "https://daily.example/b\n",
			`coverage/harbor.csv:2:1: error: outlet is empty; write where it appeared, as in The Daily [coverage]
coverage/harbor.csv:2:1: error: date is empty; write the day on which it appeared, as in 2026-07-28 [coverage]
`,
		},
		"a column twice": {
			"address,outlet,date,date\n",
			"coverage/harbor.csv:1:21: error: the column date stands here twice; write each once [coverage]\n",
		},
		"nothing": {
			"\n\n", "coverage/harbor.csv:1:1: error: the table is empty; its first line names the columns, as in\n" + coverage.Example() + " [coverage]\n",
		},
		"an open quotation mark": {
			head + "\"https://daily.example/b,The Daily,2026-07-29,\n",
			"coverage/harbor.csv:2:48: error: extraneous or missing \" in quoted-field; write a quotation mark inside a quoted field twice [coverage]\n",
		},
		"a script": {
			head + "javascript:alert(1),The Daily,2026-07-29,\n",
			"coverage/harbor.csv:2:1: error: \"javascript:alert(1)\" is no address of a page; write it whole, as in https://daily.example/harbor [coverage]\n",
		},
	} {
		if got := read(c.table); got != c.want {
			t.Errorf("%s:\n%s\nwant\n%s", name, got, c.want)
		}
	}
}

func TestLimitsOfATable(t *testing.T) {
	if got := read(strings.Repeat("x", coverage.MaxBytes+1)); !strings.Contains(got, "larger than 4 MiB") {
		t.Errorf("too large: %.200s", got)
	}
	if got := read(head + "https://daily.example/" + strings.Repeat("b", 3000) + ",The Daily,2026-07-29,\n"); !strings.Contains(got, "more than 2000") {
		t.Errorf("a long field: %.200s", got)
	}
	for more, want := range map[int]bool{0: false, 1: true} {
		address := "https://daily.example/" + strings.Repeat("b", 2000-len("https://daily.example/")+more)
		if got := read(head + address + ",The Daily,2026-07-29,\n"); strings.Contains(got, "more than 2000") != want {
			t.Errorf("a field of %d: %.100s", len(address), got)
		}
	}
	if got := read("\n" + head + "\n,,,\nhttps://daily.example/b,The Daily,2026-07-29,Ana Ruiz\n"); !strings.HasPrefix(got, "2026-07-29 | The Daily") {
		t.Errorf("empty lines: %s", got)
	}
	var many strings.Builder
	many.WriteString(head)
	for i := range 20_001 {
		fmt.Fprintf(&many, "https://d.example/%d,D,2026-07-29,\n", i)
	}
	if got := read(many.String()); !strings.HasSuffix(got,
		"coverage/harbor.csv:20002:1: error: the table has more than 20000 rows; keep a release's own coverage in it [coverage]\n") {
		t.Errorf("many rows: %.200s", got[len(got)-200:])
	}
}

func FuzzRead(f *testing.F) {
	f.Add([]byte(head + "https://daily.example/b,The Daily,2026-07-29,Ana Ruiz\n"))
	f.Add([]byte("sep=;\naddress;outlet;date\n\"a;b;c\n"))
	f.Add([]byte("\xff\xfea\x00"))
	f.Fuzz(func(t *testing.T, data []byte) {
		pieces, found := coverage.Read("x.csv", data, quoted)
		for _, p := range pieces {
			if p.Address == "" || p.Outlet == "" || p.Date.IsZero() && !strings.Contains(string(data), "0001-01-01") {
				t.Errorf("a piece without what it must have: %+v; %v", p, found)
			}
		}
	})
}
