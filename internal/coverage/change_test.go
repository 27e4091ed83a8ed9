package coverage

import (
	"strings"
	"testing"
)

var river = []Name{{Org: "River Alliance", Also: []string{"river", "Ana Ruiz"}}, {Org: "Bay Union"}}

func TestAPieceIsAddedAndEveryByteStays(t *testing.T) {
	row := Row{Address: "https://daily.example/a?b=1", Outlet: `The "Daily", Late`, Date: "2026-07-28", Quoted: []string{"River Alliance", "Bay Union"}}
	for name, c := range map[string][2]string{
		"there is no table yet": {"", "address,outlet,date,quoted\n" +
			"https://daily.example/a?b=1,\"The \"\"Daily\"\", Late\",2026-07-28,River Alliance; Bay Union\n"},
		"columns of one's own, semicolons, lines as Windows has them, and no last end": {
			"note;date;quoted;outlet;address\r\nmine;2026-07-27;;Radio;https://radio.example/x",
			"note;date;quoted;outlet;address\r\nmine;2026-07-27;;Radio;https://radio.example/x\r\n" +
				";2026-07-28;\"River Alliance; Bay Union\";\"The \"\"Daily\"\", Late\";https://daily.example/a?b=1\r\n",
		},
		"a line end within a heading, as Excel writes it": {
			"address,outlet,date,quoted,\"my\nnote\"\r\nhttps://radio.example/x,Radio,2026-07-27,,\r\n",
			"address,outlet,date,quoted,\"my\nnote\"\r\nhttps://radio.example/x,Radio,2026-07-27,,\r\n" +
				"https://daily.example/a?b=1,\"The \"\"Daily\"\", Late\",2026-07-28,River Alliance; Bay Union,\r\n",
		},
		"an empty line at the end": {
			"address,outlet,date,quoted\nhttps://radio.example/x,Radio,2026-07-27,\n\n",
			"address,outlet,date,quoted\nhttps://radio.example/x,Radio,2026-07-27,\n\n" +
				"https://daily.example/a?b=1,\"The \"\"Daily\"\", Late\",2026-07-28,River Alliance; Bay Union\n",
		},
	} {
		got, found := Add("coverage/x.csv", []byte(c[0]), row, river)
		if string(got) != c[1] || found.HasErrors() {
			t.Errorf("%s:\n%q\n%q\n%v", name, got, c[1], found)
		}
		back, found := Remove("coverage/x.csv", got, row.Address)
		if want := c[0]; found.HasErrors() || strings.TrimRight(string(back), "\r\n") != strings.TrimRight(want, "\r\n") && want != "" {
			t.Errorf("%s, taken out again:\n%q\n%v", name, back, found)
		}
	}
}

func TestWhatIsWrongIsNotAdded(t *testing.T) {
	const table = "address,outlet,date\nhttps://radio.example/x,Radio,2026-07-27\n"
	right := Row{Address: "https://daily.example/a", Outlet: "Daily", Date: "2026-07-28"}
	for _, c := range []struct {
		table string
		with  func(*Row)
		says  string
	}{
		{table, func(r *Row) { r.Address = "https://radio.example/x" }, "stands in line 2 already"},
		{table, func(r *Row) { r.Address = "daily" }, "is no address of a page"},
		{table, func(r *Row) { r.Date = "yesterday" }, "is no day"},
		{table, func(r *Row) { r.Outlet = "" }, "outlet is empty"},
		{table, func(r *Row) { r.Quoted = []string{"Bay Union"} }, "the table has no column quoted"},
		{strings.Replace(table, "date", "date,quoted", 1), func(r *Row) { r.Quoted = []string{"Nobody"} }, "is quoted nowhere"},
		{"adress,outlet,date\n", func(*Row) {}, "did you mean this one"},
		{"address,outlet,date\nhttps://radio.example/\xe9,Radio,2026-07-27\n", func(r *Row) { r.Outlet = "Défi" }, "not in UTF-8"},
	} {
		row := right
		c.with(&row)
		got, found := Add("coverage/x.csv", []byte(c.table), row, river)
		if got != nil || !strings.Contains(found.Error(), c.says) {
			t.Errorf("%q does not say %q: %q", found.Error(), c.says, got)
		}
	}
	if got, found := Remove("coverage/x.csv", []byte(table), "https://daily.example/"); string(got) != table || found.HasErrors() {
		t.Errorf("%q, %v", got, found)
	}
}
