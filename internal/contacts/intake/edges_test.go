package intake

import (
	"archive/zip"
	"bytes"
	"fmt"
	"io"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"
)

// What stands around an address in a line that is pasted, and what does not belong to it.
func TestNamesBesideAddresses(t *testing.T) {
	for s, want := range map[string]string{
		"<ana@tide.example>":                                 "|ana@tide.example",
		"Ana Ruiz <ana@tide.example>":                        "Ana Ruiz|ana@tide.example",
		"Ruiz, Ana <ana@tide.example>":                       "Ana Ruiz|ana@tide.example",
		"<mailto:ana@tide.example>":                          "|ana@tide.example",
		"Ana < ana@tide.example >":                           "Ana|ana@tide.example",
		"'Ana, of the Tide' (x <ana@tide.example>":           "of the Tide' (x Ana|ana@tide.example",
		"\"Ana\" (Tide <ana@tide.example>":                   "Ana\" (Tide|ana@tide.example",
		"Ana: 'x' <ana@tide.example>":                        "Ana: 'x|ana@tide.example",
		"ana@tide.example":                                   "|ana@tide.example",
		"mailto:ana@tide.example":                            "|ana@tide.example",
		"mailto:ana@tide.example?subject=x":                  "|ana@tide.example",
		"Ana <MAILTO:ana@tide.example>":                      "Ana|ana@tide.example",
		"Ana [Mailto:ana@tide.example]":                      "Ana|ana@tide.example",
		"MailTo:ana@tide.example":                            "|ana@tide.example",
		"Ana mailt:ana@tide.example":                         "no",
		"Ana <mailt:ana@tide.example>":                       "no",
		"mailto:'ana@tide.example'":                          "|ana@tide.example",
		"Ana\u00a0[mailto:ana@tide.example]":                 "Ana|ana@tide.example",
		"'ana@tide.example'.":                                "|ana@tide.example",
		"ana@tide.example (Ana Ruiz)":                        "Ana Ruiz|ana@tide.example",
		"ana@tide.example ( Ana )":                           "Ana|ana@tide.example",
		"ana@tide.example (A)":                               "A|ana@tide.example",
		"ana@tide.example ()":                                "no",
		"ana@tide.example (Ana":                              "no",
		"ana@tide.example Ana)":                              "no",
		"Ana ana@tide.example":                               "Ana|ana@tide.example",
		"'Ana ' ana@tide.example":                            "Ana|ana@tide.example",
		"Ana [mailto:ana@tide.example]":                      "Ana|ana@tide.example",
		"Ana [ mailto: ana@tide.example ]":                   "no",
		"Ana [ mailto:ana@tide.example":                      "Ana|ana@tide.example",
		"[ana@tide.example]":                                 "|ana@tide.example",
		"[ana@tide.example] ,":                               "|ana@tide.example",
		"ana@tide.example;.":                                 "|ana@tide.example",
		"Ana ana@tide.example x":                             "no",
		"Ana: ana@tide.example":                              "no",
		"sean.o'hara@tide.example":                           "|sean.o'hara@tide.example",
		"'sean.o'hara@tide.example'":                         "|sean.o'hara@tide.example",
		"Sean O'Hara <sean.o'hara@tide.example>":             "Sean O'Hara|sean.o'hara@tide.example",
		"Sean O'Hara sean.o'hara@tide.example":               "Sean O'Hara|sean.o'hara@tide.example",
		"Ruiz, Ana ana@tide.example":                         "Ana Ruiz|ana@tide.example",
		"Ruiz, Ana - ana@tide.example":                       "Ana Ruiz|ana@tide.example",
		"ana@tide.example (Ruiz, Ana)":                       "Ana Ruiz|ana@tide.example",
		"'Ana Ruiz' via Desk <desk@tide.example>":            "Desk|desk@tide.example",
		"ana@tide.example (work)":                            "|ana@tide.example",
		"Ana (ana@home.example) <ana@tide.example>":          "Ana|ana@tide.example",
		"Ana [ana@home.example]; <ana@tide.example>":         "Ana|ana@tide.example",
		"one two three four five six ana@tide.example":       "one two three four five six|ana@tide.example",
		"one two three four five six seven ana@tide.example": "no",
		"ana@tide.example bo@tide.example":                   "no",
		"Ana <ana>":                                          "no",
		"Ana":                                                "no",
		">ana@tide.example<":                                 "no",
	} {
		name, address, ok := named(s)
		got := "no"
		if ok {
			got = name + "|" + address
		}
		if got != want {
			t.Errorf("%q: %q, want %q", s, got, want)
		}
	}
}

// Pasted lines are divided at what stands between addresses, and not within a name.
func TestPastedLinesAreDivided(t *testing.T) {
	for text, want := range map[string]string{
		"a@b.example, , c@d.example":                          "1 a@b.example|; 1 c@d.example|",
		",a@b.example;;c@d.example,":                          "1 a@b.example|; 1 c@d.example|",
		"\"x@y, z\" <a@b.example>; c@d.example":               "1 a@b.example|z x@y; 1 c@d.example|",
		"\"Ruiz; Ana\" <a@b.example>":                         "1 a@b.example|Ruiz; Ana",
		"a@b.example\n\nAna\t<c@d.example>\t<e@f.example>":    "1 a@b.example|; 3 c@d.example|Ana; 3 e@f.example|",
		"a@b.example, bo@@b.example; c@b,example":             "1 a@b.example|; 1 bo@@b.example|; 1 c@b|; 1 example|",
		"a@b.example; bo at b.example; c@d.example":           "1 a@b.example|; 1 bo at b.example|; 1 c@d.example|",
		"<a href=\"mailto:a@b.example\">Ana</a>; c@d.example": "no",
		"a@b.example, Bo Lind bo@@b.example":                  "1 a@b.example|; 1 bo@@b.example|Bo Lind",
		"To: a@b.example\nmailto:c@d.example":                 "1 a@b.example|; 2 c@d.example|",
		"a@b.example\nMailto: c@d.example":                    "1 a@b.example|; 2 c@d.example|",
		"À l'attention de : a@b.example":                      "no",
		"Copie cachée : a@b.example":                          "1 a@b.example|",
		"A line that is thirty letter1: a@b.example":          "no",
		"A line that is thirty lettersx: a@b.example":         "1 a@b.example|",
		"A line that is thirty lettersxyz: a@b.example":       "no",
		"Ana <a@b.example, c@d.example>":                      "1 a@b.example|Ana; 1 c@d.example>|",
		"Ana <a@b.example, c@d.example":                       "1 a@b.example|Ana; 1 c@d.example|",
		"a@b.example, c":                                      "no",
		"nothing":                                             "no",
		"Ana <a@b.example>, @desk":                            "1 a@b.example|Ana; 1 @desk|",
		"<a@b.example>; Desk":                                 "1 a@b.example|; 1 Desk|",
		"<a@b.example>; Desk; <c@d.example>":                  "1 a@b.example|; 1 Desk|; 1 c@d.example|",
		"•   a@b.example\n12)  c@d.example":                   "1 a@b.example|; 2 c@d.example|",
		"":                                                    "no",
	} {
		got := "no"
		if rows := pasted(text); rows != nil {
			var all []string
			for _, r := range rows[1:] {
				all = append(all, fmt.Sprintf("%d %s", r.Line, strings.Join(r.Fields, "|")))
			}
			got = strings.Join(all, "; ")
			if rows[0].Line != 1 || !slices.Equal(rows[0].Fields, []string{"Email", "Name"}) {
				t.Errorf("%q: headings %v", text, rows[0])
			}
		}
		if got != want {
			t.Errorf("%q: %q, want %q", text, got, want)
		}
	}
}

// What is told of an address in short is what its pattern tells, both ways.
func TestAddressesThatStandAlone(t *testing.T) {
	for s, want := range map[string]bool{
		"a@b.example": true, "a.b@c.d.example": true, "ü@bü.example": true, "a@b.c": true, "!a@b.c": true, "a~@b.c": true,
		"a@b": false, "@b.example": false, "a@.example": false, "a@b.": false, "a@b@c.example": false, "a b@c.example": false, "a@b.example\t": false,
		"a@b.c?d": false, "a,b@c.d": false, "a;b@c.d": false, "<a@b.c": false, "a@b.c>": false, "(a@b.c": false, "a@b.c)": false, "[a@b.c": false,
		"a@b.c]": false, "\"a@b.c": false, "'a@b.c": false, "a/b@c.d": false, "a|b@c.d": false, "a:b@c.d": false, "": false, ".a@b": false,
	} {
		if alone(s) != want {
			t.Errorf("%q: %v", s, !want)
		}
	}
}

// Further addresses of a person, each once, and what is joined of two rows.
func TestFurtherAddresses(t *testing.T) {
	for table, want := range map[string]string{
		"Email,Email 2\n\"a@x.example; b@x.example; c@x.example\",B@x.example\n": "email,email_2\na@x.example,b@x.example;c@x.example\n" +
			"! row 2: 3 addresses; a@x.example is mailed, b@x.example and c@x.example are kept as email_2",
		"Email\n\"a@x.example; b@x.example; c@x.example; d@x.example\"\n": "email,email_2\na@x.example,b@x.example;c@x.example;d@x.example\n" +
			"! row 2: 4 addresses; a@x.example is mailed, b@x.example, c@x.example and d@x.example are kept as email_2",
		"Email,Email 2\na@x.example,\"b@x.example, B@x.example\nc@x.example | d@x.example\"\nb@y.example,\"or Ana\n<c@y.example>\"\n": "email,email_2\na@x.example,b@x.example;c@x.example;d@x.example\nb@y.example,or Ana <c@y.example>",
		"Email\n<a@x.example> or c@x.example\n":              "email,email_2\na@x.example,c@x.example\n! row 2: two addresses; a@x.example is mailed, c@x.example is kept as email_2",
		"Email,Name\na@x.example,\"=\"\"A\"\"\"\"na\"\"\"\n": "email,name\na@x.example,\"A\"\"na\"",
		"Email,Name\na@x.example,\"Ruiz , Ana\"\n":           "email,name\na@x.example,Ana Ruiz",
		"Email,Name\n" + `"a@x.example;b@x.example;c@x.example;d@x.example;e@x.example;f@x.example",Desk` + "\n": "email,name\na@x.example,Desk\nb@x.example,Desk\n" +
			"c@x.example,Desk\nd@x.example,Desk\ne@x.example,Desk\nf@x.example,Desk\n! row 2: it names 6 people with their addresses; each is mailed\n" +
			"! row 2: b@x.example has the name and outlet of a@x.example in row 2; both are mailed\n! row 2: c@x.example has the name and outlet of a@x.example in row 2; both are mailed\n" +
			"! row 2: d@x.example has the name and outlet of a@x.example in row 2; both are mailed\n! row 2: e@x.example has the name and outlet of a@x.example in row 2; both are mailed\n" +
			"! row 2: f@x.example has the name and outlet of a@x.example in row 2; both are mailed",
		"Email,Beats\na@x.example,sea;air|wind\nb@x.example,\"sea;air\nwind\"\nc@x.example,\"sea, air\nwind\"\nd@x.example,\"sea\nair\"\n": "email,beats\n" +
			"a@x.example,sea;air;wind\nb@x.example,sea;air;wind\nc@x.example,\"sea, air;wind\"\nd@x.example,sea;air",
		"Email,State\na@x.example,OR\nb@x.example,ACTIVE\n": "email,state\na@x.example,OR\nb@x.example,ACTIVE",
		"Email,Status\na@x.example,left in May\nb@x.example,left 3 May 2025\nc@x.example,\"inactive, since March 2025\"\nd@x.example,active since 2020\n" +
			"e@x.example,left handed\nf@x.example,in May\n": "email,status\nd@x.example,active since 2020\ne@x.example,left handed\nf@x.example,in May\n" +
			"! row 2: \"Status\" says \"left in May\": left out\n! row 3: \"Status\" says \"left 3 May 2025\": left out\n" +
			"! row 4: \"Status\" says \"inactive, since March 2025\": left out",
		"Email,Unsubscribed\na@x.example,HTTPS://x.example/u/1\n": "email\na@x.example",
		"Email,Name\nsean.o'hara@x.example,Sean O'Hara\nSean <d'arcy@x.example>,\n\"o'hea@x.example; o'dea@x.example\",Ana\n": "email,name,email_2\nsean.o'hara@x.example,Sean O'Hara,\n" +
			"d'arcy@x.example,Sean,\no'hea@x.example,Ana,o'dea@x.example\n! row 4: two addresses; o'hea@x.example is mailed, o'dea@x.example is kept as email_2",
		"Email\na@b@c.example\n":                          "\n! row 2: \"a@b@c.example\" is not an e-mail address: it has \"@\" in it: left out",
		"Email,Name\nanа@b.example,Ana\nc@d.example,Cy\n": "email,name\nc@d.example,Cy\n! row 2: \"anа@b.example\" is not an e-mail address: its \"а\" is U+0430, a Cyrillic letter among Latin ones; type it anew: left out",
		"Email,Name\na@x.example,Ana\nDo not mail,\nnobody,Bo\nc@x.example,Cy\nStaff,\nd@x.example,Di\n": "email,name\na@x.example,Ana\nd@x.example,Di\n" +
			"! row 3: \"Do not mail\" says that it is not to be mailed: left out\n! row 4: \"nobody\" is no e-mail address: left out\n" +
			"! row 5: it stands below \"Do not mail\": left out\n! row 6: \"Staff\" is no e-mail address: left out",
		"Email,Ours\na@x.example,I asked whether you could please stop sending mails\nb@x.example,unwanted\n": "email,ours\na@x.example,I asked whether you could please stop sending mails\nb@x.example,unwanted\n" +
			"! row 2: \"Ours\" says \"I asked whether you could please stop sending mails\": look whether a@x.example is to be mailed; it stays on the list",
		"\x1fEmail,Name\na@x.example,Ana\n":                "email,name\na@x.example,Ana",
		"Email,Tags\na@x.example,\"press;do not\nmail\"\n": "\n! row 2: \"Tags\" says \"do not mail\": left out",
		"Email,Note\na@x.example,\"she asked\nus last year whether we could please stop sending her many mails\"\n": "email,notes\na@x.example,she asked us last year whether we could please stop sending her many mails\n" +
			"! row 2: \"Note\" says \"she asked us last year whether we could please stop sending …\": look whether a@x.example is to be mailed; it stays on the list",
		"Email\nAna <MAILTO:a@x.example>\nMAILTO: b@x.example\n": "email,name\na@x.example,Ana\nb@x.example,",
		"Email\nx <mailto:a@x.example> y\n":                      "email,name\na@x.example,x",
		"Email\nAna <a@x.example> (home)\n":                      "email,name\na@x.example,Ana",
		"Email\n<a@x.example> (home)\n":                          "email\na@x.example",
		"Email\nAna <a@x.example.>\n<b@x.example.>\nmailto: c@x.example\n\"see 'd@x.example.'\"\n": "email\na@x.example\nb@x.example\nc@x.example\n" +
			"! row 5: \"see 'd@x.example\" is not an e-mail address: it has \" \" in it: left out",
		"Email,Name\nx <a@x.example> y,Ana\n": "email,name\na@x.example,Ana",
		"Email,Name,Outlet\na@x.example,Ana T,ide\nb@x.example,Ana,Tide\nc@x.example,AnaT,ide\n": "email,name,outlet\na@x.example,Ana T,ide\n" +
			"b@x.example,Ana,Tide\nc@x.example,AnaT,ide",
		"Email\na@gml.com\nb@gmailx.com\nc@gmailxx.com\nd@gmail.co\n": "email\na@gml.com\nb@gmailx.com\nc@gmailxx.com\nd@gmail.co\n" +
			"! row 3: is b@gmailx.com meant to be at gmail.com? It stays as it is\n! row 5: is d@gmail.co meant to be at gmail.com? It stays as it is",
		"Email,Priority\na@x.example,1000000000\nb@x.example,-1000000000\nc@x.example,1000000001\nd@x.example,-1000000001\n": "email,priority\n" +
			"a@x.example,1000000000\nb@x.example,-1000000000\nc@x.example,\nd@x.example,\n" +
			"! row 4: priority \"1000000001\" is not understood, and left out\n! row 5: priority \"-1000000001\" is not understood, and left out",
		"Email,Format\na@x.example,texte\nb@x.example,tex\nc@x.example,testo\nd@x.example,test\ne@x.example,texto\nf@x.example,tx\ng@x.example,plai\n": "email,format\n" +
			"a@x.example,text\nb@x.example,\nc@x.example,text\nd@x.example,\ne@x.example,text\nf@x.example,\ng@x.example,\n" +
			"! row 3: format \"tex\" is not understood, and left out\n! row 5: format \"test\" is not understood, and left out\n" +
			"! row 7: format \"tx\" is not understood, and left out\n! row 8: format \"plai\" is not understood, and left out",
		"Email,Name\na@x.example,\"(Ruiz), Ana\"\nb@x.example,\"Ruiz, Ana (she)\"\nc@x.example,\"Ruiz,(Ana)\"\nd@x.example,\"Ruiz, Ana (she\"\ne@x.example,\"Ruiz, MA (she)\"\n": "email,name\n" +
			"a@x.example,Ana (Ruiz)\nb@x.example,Ana Ruiz (she)\nc@x.example,(Ana) Ruiz\nd@x.example,Ana (she Ruiz\ne@x.example,\"Ruiz, MA (she)\"",
		"Email,Added\na@x.example,2026-03-02\nb@x.example,2026-03-02x\nc@x.example,2.3.2026x\nd@x.example,45000\n": "email,added\n" +
			"a@x.example,2026-03-02\nb@x.example,2026-03-02x\nc@x.example,2.3.2026x\nd@x.example,2023-03-15\n" +
			"! row 3: added \"2026-03-02x\" is no day that is understood; it stays as it is\n" +
			"! row 4: added \"2.3.2026x\" is no day that is understood; it stays as it is",
		"Email,Name\nemail,name\na@x.example,Ana\nEmail,Name\n": "email,name\na@x.example,Ana\n! row 2: \"email\" is no e-mail address: left out",
	} {
		if got := whole(t, "x.csv", table, ""); got != want {
			t.Errorf("%q: got\n%s\nwant\n%s", table, got, want)
		}
	}
}

// Numbers at the edge of what is read.
func TestNumbersAtTheEdge(t *testing.T) {
	pad := func(n int) string {
		const a, b = "+49 30 901820 /", "+49 30 901821"
		return a + strings.Repeat(" ", n-len(a)-len(b)) + b
	}
	for _, c := range []struct{ v, country, want string }{
		{pad(120), "", "+49 30 901820 / +49 30 901821"},
		{pad(121), "", pad(121)},
		{"030/901820 / 030/901821", "DE", "+49 30 901820 / +49 30 901821"},
		{"030 901820|030 901821", "DE", "+49 30 901820 / +49 30 901821"},
		{"030 901820,030 901821", "DE", "+49 30 901820 / +49 30 901821"},
		{"030 901820,5", "DE", "+49 30 901820 ext. 5"},
		{"+375 8290364192", "", "+375 29 036-41-92"}, // with what is dialled before it at home
		{"++1 503 555 0100", "", "+1 503-555-0100"},
		{"+1_503", "", "+1_503"},
		{"+49 30 x1 901820", "", "+49 30 x1 901820"},
		{"0", "", "0"},
		{"030 901820", "", "030 901820"},
		{"0049 30 901820", "US", "0049 30 901820"},
		{"011 49 30 901820", "US", "+49 30 901820"},
		{"", "DE", ""},
		{"t: 030 901820", "DE", "+49 30 901820"},
		{"+49.30.901820", "", "+49 30 901820"},
		{"+(49)(30)901820", "", "+49 30 901820"},
		{"+49-30-901820", "", "+49 30 901820"},
	} {
		if got := phone(c.v, c.country); got != c.want {
			t.Errorf("%q in %q: %q, want %q", c.v, c.country, got, c.want)
		}
	}
	for n := range 10 {
		if got := phone(fmt.Sprintf("%d30 901820 x", n), "DE"); got != fmt.Sprintf("%d30 901820 x", n) {
			t.Errorf("%d: %q", n, got)
		}
	}
}

// The names of months are as long as they have to be.
func TestMonthsThatAreCutShort(t *testing.T) {
	for _, name := range strings.Fields("jan ene gen feb fév fev mar mär mrt maa apr abr avr may mai mei mag jun juin giu jul juil lug aug ago aoû aou " +
		"sep set oct okt out ott nov dec déc dez dic") {
		short := shortened(name)
		if month(name) == "" || month(short) != "" && short != "jui" {
			t.Errorf("%s is month %q, and %s %q", name, month(name), short, month(short))
		}
	}
}

// Each kind of file that is none, at the edge of what is one, and in whole sentences.
func TestFilesAtTheEdge(t *testing.T) {
	const card = "BEGIN:VCARD\nVERSION:3.0\nFN:Ana\nEMAIL:a@b.example\nEND:VCARD\n"
	for _, c := range []struct{ name, data, want string }{
		{"x.csv", string(make([]byte, MaxBytes+1)), "x.csv is larger than 64 MiB; divide it"},
		{"x.csv", string(make([]byte, MaxBytes)), "x.csv: it is no table of text; save it as .xlsx or .csv"},
		{"x.csv", "\x00email\na@b.example\n", "x.csv: it is no table of text; save it as .xlsx or .csv"},
		{"x.xls", "\xd0\xcf\x11\xe0", "x.xls: this is an Excel file of before 2007, or one with a password; save it as .xlsx without one"},
		{"x.csv", "\n", "x.csv: there is nothing in it"},
		{"x.csv", "email,name\na@b.example,\"Ana\n", "x.csv: line 2, column 18: extraneous or missing \" in quoted-field; write a quotation mark inside a quoted field twice"},
		{"x.txt", "BEGIN:VCARD", "x.txt: the 1. card: vcard: no END field found"},
		{"x.txt", " \n" + card, "1 Email|Email 2|Name|Outlet|Title|Phone|Mobile|Language|Time zone|Tags|Notes|Country; 2 a@b.example||Ana"},
		{"x.csv", card + card, "1 Email|Email 2|Name|Outlet|Title|Phone|Mobile|Language|Time zone|Tags|Notes|Country; 2 a@b.example||Ana; 3 a@b.example||Ana"},
		{"x.csv", card + "BEGIN:VCARD\n", "x.csv: the 2. card: vcard: no END field found"},
		{"x.csv", "email\n\na@b.example, ,\n", "1 email; 3 a@b.example"},
		{"x.txt", "a@b.example\nc@d.example", "1 Email|Name; 1 a@b.example|; 2 c@d.example|"},
		{"x.tsv", "a@b.example\nc@d.example", "1 a@b.example; 2 c@d.example"},
	} {
		got := ""
		if table, err := Open(c.name, []byte(c.data), ""); err != nil {
			got = err.Error()
		} else {
			var all []string
			for _, r := range table.Rows {
				all = append(all, fmt.Sprintf("%d %s", r.Line, strings.Join(r.Fields, "|")))
			}
			got = strings.Join(all, "; ")
		}
		if got != c.want {
			t.Errorf("%s %.40q: %s\nwant %s", c.name, c.data, got, c.want)
		}
	}
	if _, err := Open("x.csv", []byte("email\n"), "A"); err == nil || err.Error() != "x.csv: only Excel files have sheets" {
		t.Error(err)
	}
	if got := string(modern([]byte("TEL;=x;y=:1"))); got != "TEL;=x;y=:1\n" {
		t.Errorf("%q", got)
	}
}

// rewritten is a workbook in which parts are others.
func rewritten(t *testing.T, book string, parts map[string]func(string) string) string {
	t.Helper()
	z, err := zip.NewReader(strings.NewReader(book), int64(len(book)))
	if err != nil {
		t.Fatal(err)
	}
	var b bytes.Buffer
	w := zip.NewWriter(&b)
	for _, f := range z.File {
		r, err := f.Open()
		if err != nil {
			t.Fatal(err)
		}
		data, err := io.ReadAll(r)
		if err != nil {
			t.Fatal(err)
		}
		if change := parts[f.Name]; change != nil {
			data = []byte(change(string(data)))
		}
		out, err := w.Create(f.Name)
		if err != nil {
			t.Fatal(err)
		}
		if _, err := out.Write(data); err != nil {
			t.Fatal(err)
		}
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

// TestWorkbooksOfOtherPrograms: what other programs write otherwise than Excel does.
func TestWorkbooksOfOtherPrograms(t *testing.T) {
	const two = "email,name\nana@tide.example,Ana\nbo@tide.example,Bo"
	linked := func(f *excelize.File, s string) error {
		if err := f.SetCellValue(s, "B3", "write"); err != nil {
			return err
		}
		if err := f.SetCellHyperLink(s, "B2", "https://tide.example", "External"); err != nil {
			return err
		}
		return f.SetCellHyperLink(s, "B3", "mailto:bo@tide.example", "External")
	}
	replace := func(pattern, by string) func(string) string {
		return func(s string) string {
			out := regexp.MustCompile(pattern).ReplaceAllString(s, by)
			if out == s {
				t.Errorf("%s stands nowhere in %s", pattern, s)
			}
			return out
		}
	}
	const rels, sheet = "xl/_rels/workbook.xml.rels", "xl/worksheets/sheet1.xml"
	cols := func(cols string) map[string]func(string) string {
		return map[string]func(string) string{sheet: replace(`<sheetData>`, `<cols>`+cols+`</cols><sheetData>`)}
	}
	none := func(*excelize.File, string) error { return nil }
	for name, c := range map[string]struct {
		do    func(*excelize.File, string) error
		parts map[string]func(string) string
		want  string
	}{
		"a link":                            {linked, nil, two},
		"an absolute target":                {linked, map[string]func(string) string{rels: replace(`Target="(?:/?xl/)?worksheets/`, `Target="/xl/worksheets/`)}, two},
		"hidden in a number":                {none, cols(`<col min="2" max="2" width="9" hidden="1"/>`), two + "\n! row 1: hidden columns are read like the others: B"},
		"hidden in a word":                  {none, cols(`<col min="1" max="3" hidden="true" width="9"/>`), two + "\n! row 1: hidden columns are read like the others: A, B, C"},
		"not hidden":                        {none, cols(`<col min="1" max="3" hidden="0" width="9"/>`), two},
		"all that is beside it hidden":      {none, cols(`<col min="5" max="16384" hidden="1"/>`), two},
		"the last and all beside it hidden": {none, cols(`<col min="4" max="16384" hidden="1"/>`), two + "\n! row 1: hidden columns are read like the others: D"},
		"a formula of which something came": {func(f *excelize.File, s string) error {
			return f.SetCellFormula(s, "B3", `LOWER("BO@tide.example")`)
		}, map[string]func(string) string{sheet: replace(`<f>LOWER[^<]*</f>(<v[^>]*>[^<]*</v>)?`, `<f>LOWER("BO")</f><v>bo@tide.example</v>`)}, two},
		"a formula with a text, and no result": {func(f *excelize.File, s string) error {
			return f.SetCellFormula(s, "C3", `A1`)
		}, nil, two + "\n! row 3: C3 is a formula of which nothing has come yet; open the file in Excel, and save it"},
	} {
		t.Run(name, func(t *testing.T) {
			if got := whole(t, "x.xlsx", rewritten(t, made(t, c.do), c.parts), ""); got != c.want {
				t.Errorf("got\n%s\nwant\n%s", got, c.want)
			}
		})
	}
}

// Rows are read as many as there are, and what a column is, is told by the first two hundred.
func TestTablesOfManyRows(t *testing.T) {
	var b strings.Builder
	b.WriteString("Email,State\n")
	for n := range 501 {
		state := "OR"
		if n == 200 {
			state = "Active"
		}
		fmt.Fprintf(&b, "a%d@x.example,%s\n", n, state)
	}
	list := result(t, b.String())
	if !slices.Equal(list.Columns, []string{"email", "region"}) || len(list.Entries) != 501 {
		t.Errorf("%v, %d rows", list.Columns, len(list.Entries))
	}
	table := strings.Replace(b.String(), "a199@x.example,OR", "a199@x.example,Active", 1)
	if list := result(t, table); !slices.Equal(list.Columns, []string{"email", "state"}) {
		t.Errorf("with a status among the first: %v", list.Columns)
	}
}

// A row that stands within a cell of the one before it is told: nobody on it is mailed.
func TestARowWithinACell(t *testing.T) {
	const says = "has a line that begins with an address, bo@tide.example: if it is a row of its own, nobody on it is read"
	for name, table := range map[string]string{
		"quotation marks":        "Email,Name,Outlet\nana@tide.example,\"Ana\nbo@tide.example,Bo\",Tide\n",
		"an end of Macintosh":    "Email,Name,Outlet\nana@tide.example,Ana,Tide\rbo@tide.example,Bo,Tide\n",
		"another end of Unicode": "Email,Name\nana@tide.example,Ana\u2028bo@tide.example\n",
	} {
		if got := whole(t, "x.csv", table, ""); !strings.Contains(got, says) || strings.Contains(got, "\nbo@") {
			t.Errorf("%s:\n%s", name, got)
		}
	}
	for name, table := range map[string]string{
		"their own address": "Email,Name\nana@tide.example,\"Ana\nana@tide.example\"\n",
		"two addresses":     "Email,Name\n\"ana@tide.example\nbo@tide.example\",Ana\n",
		"a remark":          "Email,Name,Notes\nana@tide.example,Ana,\"met in May\nor write to bo@tide.example\"\n",
	} {
		if got := whole(t, "x.csv", table, ""); strings.Contains(got, "has a line") {
			t.Errorf("%s:\n%s", name, got)
		}
	}
}

// What stands between beats in other scripts parts them.
func TestBeatsOfOtherScripts(t *testing.T) {
	const want = "email,beats\na@tide.example,健康;法律\nb@tide.example,健康;法律、税\nc@tide.example,الصحة;القانون"
	if got := read(t, "x.csv", "Email,Beats\na@tide.example,健康、法律\nb@tide.example,健康；法律、税\nc@tide.example,الصحة، القانون\n", ""); got != want {
		t.Error(got)
	}
}
