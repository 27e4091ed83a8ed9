package intake

import (
	"fmt"
	"strings"
	"testing"

	"pressroom/internal/contacts/heading"
)

// Days as tables write them, in each order that a column can have.
func TestDaysAsTablesWriteThem(t *testing.T) {
	const none, two = "is no day that is understood; it stays as it is", "can be two days; it stays as it is: write "
	for _, c := range []struct {
		v     string
		order dayOrder
		want  string
	}{
		{"2026-03-02", eitherWay, "2026-03-02 "},
		{"2026/3/2", eitherWay, "2026-03-02 "},
		{"2026.12.31 10:00", eitherWay, "2026-12-31 "},
		{"2026-03-02T10:00:00Z", eitherWay, "2026-03-02 "},
		{"2026-02-30", eitherWay, "2026-02-30 " + none},
		{"2026-13-01", eitherWay, "2026-13-01 " + none},
		{"3/4/2026", eitherWay, "3/4/2026 " + two + "2026-04-03 or 2026-03-04"},
		{"3/4/2026", dayFirst, "2026-04-03 "},
		{"3/4/2026", monthFirst, "2026-03-04 "},
		{"3.4.2026", monthFirst, "2026-04-03 "},
		{"31/12/2026", monthFirst, "2026-12-31 "},
		{"12-31-2026", dayFirst, "2026-12-31 "},
		{"4/4/2026", eitherWay, "2026-04-04 "},
		{"31.2.2026", eitherWay, "31.2.2026 " + none},
		{"3/4/2026 10:00", dayFirst, "2026-04-03 "},
		{"3/4/26", dayFirst, "3/4/26 " + none},
		{"2 March 2026", eitherWay, "2026-03-02 "},
		{"2. März 2026", eitherWay, "2026-03-02 "},
		{"March 2nd, 2026", eitherWay, "2026-03-02 "},
		{"Mar. 2, 2026", eitherWay, "2026-03-02 "},
		{"2 de marzo de 2026", eitherWay, "2026-03-02 "},
		{"2nd of May 2026", eitherWay, "2026-05-02 "},
		{"2 Nobody 2026", eitherWay, "2 Nobody 2026 " + none},
		{"46083", eitherWay, "2026-03-02 "},
		{"46083.75", eitherWay, "2026-03-02 "},
		{"20000", eitherWay, "1954-10-03 "},
		{"19999", eitherWay, "19999 " + none},
		{"460830", eitherWay, "460830 " + none},
		{"2-Mar-2026", eitherWay, "2026-03-02 "},
		{"2-Mar-20267", eitherWay, "2-Mar-20267 " + none},
		{"2-Mar-2026 at noon", eitherWay, "2-Mar-2026 at noon " + none},
		{"2026-03-02x", eitherWay, "2026-03-02x " + none},
		{"2.3.20267", eitherWay, "2.3.20267 " + none},
		{"2 March 20267", eitherWay, "2 March 20267 " + none},
		{"46083.75x", eitherWay, "46083.75x " + none},
		{"", eitherWay, " " + none},
	} {
		out, why := day(c.v, c.order)
		if got := out + " " + why; got != c.want {
			t.Errorf("%q (%d): %q, want %q", c.v, c.order, got, c.want)
		}
	}
	for i, names := range strings.Split("jan ene gen January,feb fév fev,mar mär mrt maa,apr abr avr,may mai mei mag,jun juin giu,jul juil lug,aug ago aoû aou,"+
		"sep set,oct okt out ott,nov,dec déc dez dic Dezember", ",") {
		for _, name := range strings.Fields(names) {
			if got := month(strings.ToUpper(name)); got != fmt.Sprint(i+1) {
				t.Errorf("%s is month %s", name, got)
			}
		}
	}
	for _, name := range []string{"", "ja", "fe", "xmas", "x jan"} {
		if got := month(name); got != "" {
			t.Errorf("%q is month %s", name, got)
		}
	}
	rows := func(days ...string) (out []Row) {
		for i, d := range days {
			out = append(out, Row{i, []string{"a", d}})
		}
		return out
	}
	for want, list := range map[dayOrder][][]string{
		eitherWay:  {nil, {"1/2/2026", "12/12/2026"}, {"13/1/2026", "1/13/2026"}, {"1.2.2026", "1/13/2026"}, {"2026-01-13"}},
		dayFirst:   {{"13/1/2026"}, {"1.2.2026"}, {"1/2/2026", "x", "31/1/2026", "30/1/2026"}},
		monthFirst: {{"1/13/2026"}, {"1/2/2026", "12/31/2026"}},
	} {
		for _, days := range list {
			if got := dayOrderOf(rows(days...), 1); got != want {
				t.Errorf("%v: %d, want %d", days, got, want)
			}
		}
	}
}

// Whoever wants no mail, as mailing programs say it.
func TestWhoIsNotMailed(t *testing.T) {
	for _, word := range strings.Split("unsub,non-subscribed,not subscribed,never subscribed,opted out,opted-out,opt-out,opt out,bounce,cleaned,blocked,complain,"+
		"suppressed,removed,do not,abgemeldet,désabonn,désinscri,baja,cancelad,cancellat,disiscritt,afgemeld,uitgeschreven", ",") {
		if !heading.Gone("Is " + strings.ToUpper(word) + "ed\n") {
			t.Errorf("%q is mailed", word)
		}
		if _, size := len(word), 1; heading.Gone(word[:len(word)-size]) {
			t.Errorf("without its last letter %q is not mailed", word)
		}
	}
	for _, c := range []struct {
		f    heading.Field
		v    string
		want bool
	}{
		{heading.Left, "yes", true},
		{heading.Left, "no", false},
		{heading.Left, " no", false},
		{heading.Subscribed, " no", true},
		{heading.Left, "2026-03-02", true},
		{heading.Subscribed, "yes", false},
		{heading.Subscribed, "no", true},
		{heading.Subscribed, "2026-03-02", false},
		{heading.Subscribed, "unsubscribed", true},
		{heading.Status, "no", false},
		{heading.Status, "bounced", true},
		{heading.Notes, "bounced", false},
	} {
		if got := left(c.f, c.v); got != c.want {
			t.Errorf("%s %q: %t", c.f, c.v, got)
		}
	}
}

// What a spreadsheet would change is written with a mark before it, and read without.
func TestCellsThatASpreadsheetWouldChange(t *testing.T) {
	for v, want := range map[string]string{
		"=1": "'=1", "@ana": "'@ana", "+1 503": "+1 503", "+1503": "'+1503", "-1": "-1", "-x": "'-x", "+x": "'+x", "0123": "'0123", "0": "0", "01a": "01a", "-1 (5)": "-1 (5)", "": "", "a": "a", "a=1": "a=1",
	} {
		got := guard(v)
		if got != want {
			t.Errorf("%q is written %q, want %q", v, got, want)
		}
		if strings.HasPrefix(got, "'") && unguarded(got) != v {
			t.Errorf("%q is read as %q", got, unguarded(got))
		}
	}
	for v, want := range map[string]string{"'+1 503": "+1 503", "'s": "'s", "'": "'", "'+": "+", "'0": "'0", "'01": "01"} {
		if got := unguarded(v); got != want {
			t.Errorf("%q is read as %q, want %q", v, got, want)
		}
	}
	for v, want := range map[string]string{
		"a b": "a b", "": "", " a": "a", "a ": "a", "a  b": "a b", "a\tb\nc\r\nd": "a b c d", "a\x00b\x7f": "ab", "é": "é", "a\u00a0b": "a b", "~": "~", "\x1f": "",
	} {
		if got := oneLine(v); got != want {
			t.Errorf("%q is %q on a line, want %q", v, got, want)
		}
	}
	for v, plain := range map[string]bool{"a b": true, "": true, " a": false, "a ": false, "a  b": false, "a\tb": false, "é": false, "~": true, "\x7f": false, "!": true, " ": false} {
		if got := isOneLine(v); got != plain {
			t.Errorf("%q: %t", v, got)
		}
	}
}

func TestNumbersInACell(t *testing.T) {
	for _, c := range []struct{ v, country, want string }{
		{"+1 503 555 0100", "", "+1 503-555-0100"},
		{"0049 30 901820", "", "+49 30 901820"},
		{"0049 30 901820", "DE", "+49 30 901820"},
		{"030 901820", "DE", "+49 30 901820"},
		{"030 901820", "", "030 901820"},
		{"Tel.: +49 30 901820", "", "+49 30 901820"},
		{"MOB: +49 30 901820", "", "+49 30 901820"},
		{"Fax: +49 30 901820", "", "Fax: +49 30 901820"},
		{"+49 30 901820 / +49 30 901821", "", "+49 30 901820 / +49 30 901821"},
		{"+49 30 901820/+49 30 901821", "", "+49 30 901820 / +49 30 901821"},
		{"+49 30 901820;+49 30 901821", "", "+49 30 901820 / +49 30 901821"},
		{"+49 30 901820, +49 30 901821", "", "+49 30 901820 / +49 30 901821"},
		{"+49 30 901820 | +49 30 901821", "", "+49 30 901820 / +49 30 901821"},
		{"+49 30 901820 / later", "", "+49 30 901820 / later"},
		{"0049 30 901820; 0049 30 901821", "", "+49 30 901820 / +49 30 901821"},
		{"030 /901820 / 030 /901821", "DE", "+49 30 901820 / +49 30 901821"},
		{"+49 30 901820 Ana", "", "+49 30 901820 Ana"},
		{"030 901820 a", "DE", "030 901820 a"},
		{"+1 503 555 0100 ext. 5", "", "+1 503-555-0100 ext. 5"},
		{"+1 503 555 0100x5", "", "+1 503-555-0100 ext. 5"},
		{"+1 503 555 0100 (Ext 5)", "", "+1 503 555 0100 (Ext 5)"},
		{"503 555 0100, extension 12", "US", "+1 503-555-0100 ext. 12"},
		{"+49 (0)30 901820", "", "+49 30 901820"},
		{"+49", "", "+49"},
		{"+", "", "+"},
		{"00", "", "00"},
		{"+999 1", "", "+999 1"},
		{"+001 503 555 0100", "", "+1 503-555-0100"},
		{"+0001 503 555 0100", "", "+0001 503 555 0100"},
		{strings.Repeat("1", 121), "DE", strings.Repeat("1", 121)},
	} {
		if got := phone(c.v, c.country); got != c.want {
			t.Errorf("%q in %q: %q, want %q", c.v, c.country, got, c.want)
		}
	}
}

// Address books of old programs are read as those of new ones.
func TestAddressBooksOfOldPrograms(t *testing.T) {
	for in, want := range map[string]string{
		"TEL;WORK:1":                                "TEL;TYPE=WORK:1\n",
		"TEL;TYPE=work;PREF:1":                      "TEL;TYPE=work;TYPE=PREF:1\n",
		"N;QUOTED-PRINTABLE:a=\r\nb":                "N;ENCODING=QUOTED-PRINTABLE:ab\n",
		"N;ENCODING=quoted-printable:a=\r\nb=\r\nc": "N;ENCODING=quoted-printable:abc\n",
		"N:a=\r\nb":                                 "N:a=\nb\n",
		"PHOTO;base64:x":                            "PHOTO;ENCODING=base64:x\n",
		"NOTE:a\r\n b\r\n\tc":                       "NOTE:abc\n",
		"NOTE:a\r\n \r\n b":                         "NOTE:ab\n",
		"N;QUOTED-PRINTABL:a=\r\nb":                 "N;TYPE=QUOTED-PRINTABL:a=\nb\n",
		"Categories:a,b\\,c,d":                      "Categories:a;b\\,c;d\n",
		"CATEGORIES;X:,a\\\\,b":                     "CATEGORIES;TYPE=X:;a\\\\;b\n",
		"NOTE:a,b":                                  "NOTE:a,b\n",
		"N;X=\"a;b\":c":                             "N;X=\"a;b\":c\n",
		"\"a;b:c":                                   "\"a;b:c\n",
		"nothing":                                   "nothing\n",
		"":                                          "",
	} {
		if got := string(modern([]byte(in))); got != want {
			t.Errorf("%q: %q, want %q", in, got, want)
		}
	}
	table := &Table{}
	book := "BEGIN:VCARD\r\nVERSION:2.1\r\nN:Ruiz;Ana;Maria\r\nORG:The Paper\\; Ltd;Desk\r\nTEL;FAX:1\r\nTEL;CELL:2\r\nTEL;WORK:tel:3\r\nTEL:4\r\n" +
		"EMAIL:b@paper.example\r\nEMAIL;PREF:a@paper.example\r\nEMAIL:c@paper.example\r\nTITLE;QUOTED-PRINTABLE;CHARSET=ISO-8859-2:=B3\r\n" +
		"NOTE;QUOTED-PRINTABLE:=80=E9\r\nCATEGORIES:sea,air\r\nADR:;;;;;;Peru\r\nEND:VCARD\r\nBEGIN:VCARD\r\nVERSION:3.0\r\nFN:Bo \\, Ek\r\nEMAIL:bo@paper.example\r\nEND:VCARD\r\n"
	if err := table.cards([]byte(book)); err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, r := range table.Rows[1:] {
		got = append(got, fmt.Sprintf("%d %s", r.Line, strings.Join(r.Fields, "|")))
	}
	want := "2 a@paper.example|b@paper.example;c@paper.example|Ana Maria Ruiz|The Paper; Ltd|ł|3|2||||sea;air|€é|Peru"
	if len(got) != 2 || got[1] != "3 bo@paper.example||Bo , Ek" {
		t.Errorf("%q", got)
	} else if got[0] != strings.Replace(want, "||||sea;air", "|||sea;air", 1) {
		t.Errorf("%q", got[0])
	}
}

func TestRowsOfATable(t *testing.T) {
	table := &Table{}
	wide := make([]string, maxColumns+2)
	wide[maxColumns-1] = "x"
	for _, c := range []struct {
		record []string
		want   string
	}{
		{nil, ""},
		{[]string{"", ""}, ""},
		{[]string{"", "a\xff", ""}, ""},
		{wide, ""},
		{append(append([]string{}, wide[:maxColumns]...), "y"), "line 7 has 501 columns; a press list has a few"},
	} {
		said := ""
		if err := table.add(7, c.record); err != nil {
			said = err.Error()
		}
		if said != c.want {
			t.Errorf("%d columns: %q", len(c.record), said)
		}
	}
	if len(table.Rows) != 2 || fmt.Sprintf("%q", table.Rows[0].Fields) != `["" "a�"]` || len(table.Rows[1].Fields) != maxColumns {
		t.Errorf("%d rows, first %q", len(table.Rows), table.Rows[0].Fields)
	}
	table.Rows = make([]Row, maxRows-1)
	if err := table.add(1, []string{"a"}); err != nil {
		t.Error(err)
	}
	if err := table.add(1, []string{"a"}); err == nil || err.Error() != "there are more than 250000 rows; divide it" {
		t.Error(err)
	}
}
