package coverage

import (
	"fmt"
	"strings"
	"testing"
)

// What is said of a table, and of a change of it, word for word.
func TestWhatIsSaidOfTables(t *testing.T) {
	const top, broken = "address,outlet,date,quoted\n", "a,\"b\nc"
	row := Row{Address: "https://daily.example/a", Outlet: "Défi", Date: "2026-07-28", Quoted: []string{"Bay Union"}}
	bare := row
	bare.Quoted = nil
	long := strings.Repeat("x", 70)
	add := func(table string, row Row) string {
		got, found := Add("c.csv", []byte(table), row, river)
		if found.HasErrors() != (got == nil) {
			t.Errorf("%q: %q, %v", table, got, found)
		}
		if got != nil {
			return string(got)
		}
		return found.Error()
	}
	remove := func(table, address string) string {
		got, found := Remove("c.csv", []byte(table), address)
		if got != nil {
			return string(got)
		}
		return found.Error()
	}
	read := func(table string) string {
		pieces, found := Read("c.csv", []byte(table), river)
		return strings.TrimSpace(fmt.Sprintf("%d %s", len(pieces), found.Error()))
	}
	utf16 := "\xff\xfea\x00"
	for _, c := range []struct{ name, got, want string }{
		{"added to blank lines", add(" \n", row), top + "https://daily.example/a,Défi,2026-07-28,Bay Union\n"},
		{"added to one without quoted", add("address,outlet,date\n", row), "c.csv:1:1: error: the table has no column quoted; add it to the first line, or say of nobody that they are quoted [coverage]"},
		{"added to one without quoted, nobody", add("address,outlet,date\n", bare), "address,outlet,date\nhttps://daily.example/a,Défi,2026-07-28\n"},
		{
			"added to one of Windows", add("address,outlet,date\nhttps://b.example/x,R\xe9d,2026-07-27\n", bare),
			"c.csv: error: the table is not in UTF-8; save it so in your spreadsheet first (“CSV UTF-8”) [coverage]",
		},
		{"added to one that ends in a quoted field", add(top+`https://b.example/x,R,2026-07-27,"`, row), `c.csv:2:35: error: extraneous or missing " in quoted-field; write a quotation mark inside a quoted field twice [coverage]`},
		{"added to UTF-16", add(utf16, row), "c.csv:1:1: error: the file is UTF-16, as Excel's “Unicode text” is; save it as “CSV UTF-8” [coverage]"},
		{"added to lines that end in CR", add("address,outlet,date\rhttps://b.example/x,R,2026-07-27", bare), "address,outlet,date\rhttps://b.example/x,R,2026-07-27\rhttps://daily.example/a,Défi,2026-07-28\r"},
		{"added to lines that end in CRLF", add("address,outlet,date\r\n", bare), "address,outlet,date\r\nhttps://daily.example/a,Défi,2026-07-28\r\n"},

		{"taken out", remove(top+"\n\r\nhttps://b.example/x,R,2026-07-27,\nhttps://c.example/x,R,2026-07-27,\n", "https://b.example/x"), top + "\n\r\nhttps://c.example/x,R,2026-07-27,\n"},
		{"taken out, the last", remove(top+"https://b.example/x,R,2026-07-27,\nhttps://c.example/x,R,2026-07-27,", "https://c.example/x"), top + "https://b.example/x,R,2026-07-27,\n"},
		{"taken out of blank lines", remove("\n\n", "x"), "\n\n"},
		{"a column twice", read("address,outlet,date,date\nhttp://b.example,R,2026-07-27,\n"), "0 c.csv:1:21: error: the column date stands here twice; write each once [coverage]"},
		{"names with space around them", read(top + "http://b.example,R,2026-07-27,\" Ana Ruiz ; ; Bay  Union; \"\n"), "1"},
		{"a name without its space", read(top + "http://b.example,R,2026-07-27,AnaRuiz\n"), `0 c.csv:2:31: error: "AnaRuiz" is quoted nowhere in this release; did you mean Ana Ruiz? [coverage]`},
		{
			"the last of ASCII in a table of Windows", add("address,outlet,date\nhttps://b.example/x,R\xe9d,2026-07-27\n", Row{Address: "https://c.example", Outlet: "R\x7f", Date: "2026-07-28"}),
			"address,outlet,date\nhttps://b.example/x,R\xe9d,2026-07-27\nhttps://c.example,R\x7f,2026-07-28\n",
		},
		{
			"the first behind it", add("address,outlet,date\nhttps://b.example/x,R\xe9d,2026-07-27\n", Row{Address: "https://c.example", Outlet: "R\u0080", Date: "2026-07-28"}),
			"c.csv: error: the table is not in UTF-8; save it so in your spreadsheet first (“CSV UTF-8”) [coverage]",
		},
		{"not there", remove(top, "https://c.example/x"), top},
		{"taken out of UTF-16", remove(utf16, "x"), "c.csv: error: the file is UTF-16, as Excel's “Unicode text” is; save it as “CSV UTF-8” [coverage]"},
		{"taken out of what is none", remove(top+broken, "x"), `c.csv:3:2: error: extraneous or missing " in quoted-field; write a quotation mark inside a quoted field twice [coverage]`},
		{"taken out of nothing", remove("", "x"), ""},
		{"taken out below what is no heading", remove("a,\"b", "x"), `c.csv:1:5: error: extraneous or missing " in quoted-field; write a quotation mark inside a quoted field twice [coverage]`},
		{"taken out of another table", remove("name\n", "x")[:60], "c.csv:1:1: error: there is no column address; the first line"},

		{"as large as it may be", fmt.Sprint(len(read(top+strings.Repeat("\n", MaxBytes-len(top)))) < 3), "true"},
		{"larger", read(strings.Repeat("\n", MaxBytes+1)), "0 c.csv: error: this is larger than 4 MiB; a table of coverage is text [coverage]"},
		{"UTF-16", read(utf16), "0 c.csv:1:1: error: the file is UTF-16, as Excel's “Unicode text” is; save it as “CSV UTF-8” [coverage]"},
		{"a long column", read("ADRESS,outlet,date\n"), "0 c.csv:1:1: error: there is no column address; did you mean this one, ADRESS? [coverage]"},
		{"a column that is alike at the end", read("xddress,outlet,date\n"), "0 c.csv:1:1: error: there is no column address; the first line names the columns: address,outlet,date,quoted [coverage]"},
		{"a column that is not alike", read("all,outlet,date\n"), "0 c.csv:1:1: error: there is no column address; the first line names the columns: address,outlet,date,quoted [coverage]"},
		{"a long field", read(top + strings.Repeat("x", maxField+1) + ",R,2026-07-27,\n"), "0 c.csv:2:1: error: this has more than 2000 characters; write the address, the outlet or the names alone [coverage]"},
		{"no host", read(top + "https:///x,R,2026-07-27,\n"), `0 c.csv:2:1: error: "https:///x" is no address of a page; write it whole, as in https://daily.example/harbor [coverage]`},
		{"another scheme", read(top + "ftp://b.example/x,R,2026-07-27,\n"), `0 c.csv:2:1: error: "ftp://b.example/x" is no address of a page; write it whole, as in https://daily.example/harbor [coverage]`},
		{"no address", read(top + "http://%zz,R,2026-07-27,\n"), `0 c.csv:2:1: error: "http://%zz" is no address of a page; write it whole, as in https://daily.example/harbor [coverage]`},
		{"a long one", read(top + long + ",R,2026-07-27,\n"), `0 c.csv:2:1: error: "` + long[:60] + `…" is no address of a page; write it whole, as in https://daily.example/harbor [coverage]`},
		{"a long day", read(top + "http://b.example," + "R," + long + ",\n"), `0 c.csv:2:20: error: "` + long[:60] + `…" is no day; write year, month and day, as in 2026-07-28 [coverage]`},
		{"a long name", read(top + "http://b.example,R,2026-07-27,Bay union;" + long + "\n"), `0 c.csv:2:31: error: "` + long[:60] + `…" is quoted nowhere in this release; write one of these, or nothing: River Alliance; river; Ana Ruiz; Bay Union [coverage]`},
		{"in the first line", read(top + "http://b.example,R,2026-07-27,\nhttp://b.example,R,2026-07-27,\n"), "1 c.csv:3:1: error: this address stands in line 2 already; a piece counts once, so name all who are quoted there [coverage]"},
	} {
		if c.got != c.want {
			t.Errorf("%s:\n got %q\nwant %q", c.name, c.got, c.want)
		}
	}
	behind := append(make([]byte, 0, 500), top...)
	if got, _ := Add("c.csv", behind, bare, river); len(got) <= len(top) || behind[:cap(behind)][len(top)] != 0 {
		t.Errorf("what stands behind the table in memory is written on: %q", got)
	}
	_, found := Read("c.csv", []byte(top+"http://b.example,R,2026-07-27,Ana\n"), nil)
	if got := found.Error(); got != `c.csv:2:31: error: "Ana" is quoted nowhere in this release; nobody is quoted in it, so leave it empty [coverage]` {
		t.Error(got)
	}
	var many []Name
	for i := range mostNamed + 2 {
		many = append(many, Name{Org: fmt.Sprintf("Organization number %c", 'A'+i), Also: []string{"", " ana  RUIZ "}})
	}
	pieces, found := Read("c.csv", []byte(top+"http://b.example,R,2026-07-27,Ana Ruiz\nhttp://c.example,R,2026-07-27,xyzzy\n"), many)
	if len(pieces) != 1 || fmt.Sprint(pieces[0].Quoted) != "[Organization number A]" || !strings.Contains(found.Error(), "number K [coverage]") || strings.Contains(found.Error(), "number L") {
		t.Errorf("%v %v", pieces, found)
	}
	for data, want := range map[string]string{"": "\n", "\n": "\n", "\r\n": "\r\n", "\r": "\r"} {
		if got := add(top[:len(top)-1]+data, row); got != strings.ReplaceAll(top+"https://daily.example/a,Défi,2026-07-28,Bay Union\n", "\n", want) {
			t.Errorf("lines of %q: %q", data, got)
		}
	}
}
