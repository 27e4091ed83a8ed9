package intake

import (
	"fmt"
	"maps"
	"slices"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"pressroom/internal/contacts"
	"pressroom/internal/expect"
)

// told is all that is said of a file, and what comes of it.
func told(name, data, sheet, country string, as map[string]string) string {
	t, err := Open(name, []byte(data), sheet)
	if err != nil {
		return fmt.Sprintf("error: %v\n", err)
	}
	r, err := Understand(t, as)
	if err != nil {
		return fmt.Sprintf("error: %v\n", err)
	}
	var b strings.Builder
	fmt.Fprintf(&b, "sheet %q, head %d, guessed %v\n", t.Sheet, r.Head, r.Guessed)
	for _, c := range r.Columns {
		fmt.Fprintf(&b, "  %s %s (%s)", c.Head(), c.Says(), c.As())
		if c.Unsure != "" {
			fmt.Fprintf(&b, ", may be %s", c.Unsure)
		}
		if c.Asked {
			b.WriteString(", is asked about")
		}
		b.WriteString("\n")
	}
	list := r.List(country)
	b.Write(list.CSV())
	for _, e := range list.Entries {
		for _, k := range slices.Sorted(maps.Keys(e.Values)) {
			if !slices.Contains(list.Columns, k) {
				fmt.Fprintf(&b, "  row %d has %s = %q\n", e.Line, k, e.Values[k])
			}
		}
	}
	for _, l := range list.Left {
		fmt.Fprintf(&b, "out: row %d %s %q %s\n", l.Line, l.Address, l.Says, l.Why)
	}
	fmt.Fprintf(&b, "empty: %q\n", list.Empty)
	for _, n := range list.Notes {
		fmt.Fprintln(&b, n)
	}
	return b.String()
}

// What is understood of a table: its headings, names, addresses, and what is left out.
func TestWhatIsUnderstoodOfTables(t *testing.T) {
	var b strings.Builder
	for _, c := range []struct {
		data, country string
		as            map[string]string
	}{
		{data: "email,name\n"},
		{data: "name\nAna\n"},
		{data: "Ana,Tide\n"},
		{data: "a@b.example,,Ana,Tide,x\nc@d.example,,,,y\n"},
		{data: "Ana\na@b.example\n"},
		{data: "Kürzel,Blatt\nAR,Tide\n", as: map[string]string{"Blatt": "!!"}},
		{data: "Kürzel,Blatt\nAR,Tide\n", as: map[string]string{"Ort": "city"}},
		{data: "Email,Tier,Blatt\na@b.example,1,2\n", as: map[string]string{"Blatt": "tier"}},
		{data: "Email,Phone\na@b.example,030 2345 6789\n", country: "germany"},
		{data: "Kürzel,Blatt\nAR,Tide\n", as: map[string]string{"Kürzel": "-"}},
		{data: " Kürzel ,Blatt,Ich\na@b.example,Tide,Ana\n", as: map[string]string{" kürzel": "email", "BLATT": "Tier Level", "Ich": "-"}},
		{data: "Our press list\nof May\n\nName,E-Mail\nAna,a@b.example\n"},
		{data: strings.Repeat("words,more\n", 19) + "Email,Name\na@b.example,Ana\n"},
		{data: strings.Repeat("words,more\n", 20) + "Email,Name\na@b.example,Ana\n"},
		{data: strings.Repeat("words,more\n", 18) + "what,ever\na@b.example,Ana\n"},
		{data: "First Name,Last Name,Middle Name,Email\nAna,Ruiz,María,a@b.example\n,Lind,,c@d.example\nCy,,,e@f.example\n,,,g@h.example\n"},
		{data: "First Name,Email\nAna,a@b.example\n"},
		{data: "Last Name,Email\nRuiz,a@b.example\n"},
		{data: "Name,First Name,Email\nRuiz,Ana,a@b.example\n"},
		{data: "Name,First Name,Last Name,Email\nA. Ruiz,Ana,Ruiz,a@b.example\n"},
		{data: "Email,E-Mail,Outlet,Publication,Media outlet,,Outlet 2\na@b.example,c@d.example,Tide,Post,News,x,y\n"},
		{data: "Email,Topic,Topics,Subject\na@b.example,one,two,three\n"},
		{data: "Email,Ort?,!!!,Ort!\na@b.example,1,2,3\n"},
		{data: "Email,Phone,Beats,Language,Tags\na@b.example,,,,\n"},
		{data: "Name\nAna Ruiz <a@b.example>\nmailto:c@d.example\n\"\"\"Lind, Bo\"\" <e@f.example>\"\n'g@h.example'\n"},
		{data: "Email,Name\nAna Ruiz <a@b.example>,\nBo <c@d.example>,Bo Lind\na@x.example / b@x.example,\nmailto:d@x.example,\n<e@x.example>.,\nnot known,\nü@,\nf@x..example,\n"},
		{data: "Email,Name\n,a@b.example\nx,b@b.example\n"},
		{data: "Email,Unsubscribed\na@b.example,yes\nb@b.example,no\nc@b.example,\nd@b.example,on 3 May\ne@b.example,0\n"},
		{data: "Email,Beats,Tags,Name\na@b.example,Sea;Air,x,\nA@B.example,air;Land,y,Ana\na@B.example,Land,X,Bo\n"},
		{data: "Email,Country,Phone\na@b.example,US,503 555 0100\nb@b.example,DE,030 2345 6789\nc@b.example,,020 7946 0000\nd@b.example,Nowhere,020 7946 0000\n", country: "GB"},
		{data: "Email,Note\na@b.example,\"one\ntwo\x01three\t four\"\n"},
		{data: "Email,Name\na@b.example,\"Ana\nRuiz\"\n\"b@b.example\n\",Bo\n"},
		{data: "Email,First name,Last name,Vorname\na@b.example,\"An\na\",Ruiz,\n"},
		{data: "Email,Name,Outlet\na@b.example,Ana,\nc@d.example,Ana,\ne@f.example,,\ng@h.example,,\ni@j.example,Ana,Tide\n"},
		{data: "Email,Other e-mail\n\"please do not mail her any more, she has left the paper in the spring of last year and never came back\",z@b.example\n"},
		{data: "Email\nAna (do not mail her any more: she has left the paper in the spring of last year, and never came back) <a@b.example>\n" +
			"\"a@b.example, c@d.example (unsubscribed)\"\nAna (unsubscribed) <e@f.example>\n"},
		{data: "Email,E-Mail,Email 3,Unsubscribed\na@b.example,c@d.example,c@d.example,yes\n,\x01e@f.example,,yes\n,\x01g@h.example,,\n"},
		{data: "Email\nx@y.example < c@d.example >\nx@y.example <mailto:e@f.example>\n\"<g@h.example i@j.example>\"\n"},
		{data: "Ana Daily,Great Stuff,ana@x.example\n"},
		{data: "Blue Sky,Ana Ruiz,ana@x.example\nRed Sky,Foo Bar,q@x.example\nOld Sky,Foo Baz,w@x.example\n"},
		{data: "Blue Sky,Ana Ruiz,ana@x.example\nRed Sky,Foo Bar,q@x.example\nOld Sky,Foo Baz,w@x.example\nNew Sky,Foo Bat,v@x.example\n"},
		{data: "Blue Sky,Ti De,a@x.tide.example\nRed Sky,Ti De,b@x.tide.example\n"},
		{data: "Email,Name,Outlet,Qux,Zap,Bim\na@b.example,Ana,Tide,some words,other words,more words\n"},
		{data: "Email,Name,Outlet,Qux,Zap,Bim,Zot\na@b.example,Ana,Tide,some words,other words,more words,last words\n"},
		{data: "Email,Name,Qux,Zap,Bim,Zot,Fum,Foo,Bar\na@b.example,Ana,some words,other words,more words,last words,yet words,old words,few words\n"},
		{data: "Email,Qux,Zap\na@b.example,yes,AB\nc@d.example,no,C\n"},
		{data: "Email,E-Mail? \na@b.example,yes\nc@d.example,no\n"},
		{data: "Email,Mail ok?\na@b.example,\n"},
		{data: "Email,Unsubscribed\na@b.example,\x015\nc@d.example,5\ne@f.example,?\n"},
		{data: "Email,Added\na@b.example,\x012024-05-03\nc@d.example,\"3 May\n2024\"\ne@f.example,31 February 2024\n"},
		{data: "Email,Status\na@b.example,Inactiva\nc@d.example,ACTIVE\ne@f.example,Baja\ng@h.example,alta\ni@j.example,left in May\n"},
		{data: "Email,Region\na@b.example,Inactivo\nc@d.example,inativo\ne@f.example,ACTIF\n"},
		{data: "Email,Name\na@b.example,Ana\nEmail,Name\nc@d.example,Bo\n"},
		{data: "Email,Name\na@b.example,unsubscribed)\nc@d.example,Bo (unsubscribed\ne@f.example,Cy (unsubscribed)\n"},
		{data: "Added,Email\n25/04/2024,a@b.example\n03/04/2024,c@d.example\n"},
		{data: "Harbor Daily,ana@x.example\n"},
		{data: "Blue Sky,Ana Maria de la Ruiz,ana@x.example\n"},
		{data: "Blue Sky,Ana Maria de la Ruiz Lind,ana@x.example\n"},
		{data: "Blue Sky,Al Ko,alpha@x.example\n"},
		{data: "Blue Sky,Example Words,q@x.example\n"},
		{data: "A,Blue Sky,q@x.example\n"},
		{data: "Blue:/Sky,Red Sky,q@x.example\n"},
		{data: "blue://sky,Red Sky,q@x.example\n"},
		{data: "Email,Note\na@b.example,\"=\"\"5\"\"\"\nc@d.example,\"=\"\"5x\"\n"},
	} {
		fmt.Fprintf(&b, "=== %q %s %v\n%s", c.data, c.country, c.as, told("x.csv", c.data, "", c.country, c.as))
	}
	fmt.Fprintf(&b, "=== words that are long\n%s", told("x.csv", "Email,Language,Left\n"+strings.Repeat("x", 300)+",,\na@b.example,"+strings.Repeat("y", 300)+",\n", "", "", nil))
	fmt.Fprintf(&b, "=== a cell of 2000 bytes, and one more\n%s", told("x.csv", "Email\n"+strings.Repeat("x ", 994)+"a@b.example\n"+strings.Repeat("x ", 994)+"ab@b.example\n"+strings.Repeat("x ", 995)+"c@b.example\n", "", "", nil))
	// A column is judged by its first two hundred rows.
	var many strings.Builder
	for n := range 500 {
		if n < 200 {
			fmt.Fprintf(&many, "Blue Sky,Ana%d Ruiz,ana%d@x.example\n", n, n)
		} else {
			fmt.Fprintf(&many, "%d,Harbor News,ana%d@x.example\n", n, n)
		}
	}
	var cards []string
	is, _, _ := strings.Cut(told("x.csv", many.String(), "", "", nil), "\nana1@")
	fmt.Fprintf(&b, "=== five hundred rows\n%s\n", is)
	for name, data := range map[string]string{
		"begins with a space": " \nBEGIN:VCARD\nVERSION:3.0\nFN:Ana\n \nEMAIL:a@b.example\nTEL;TYPE=cell:tel:+15035550100\nTEL:tel:+15035550101\nEND:VCARD\n",
		"with commas":         "\nBEGIN:VCARD\nVERSION:3.0\nFN:Ruiz\\, Ana\nTITLE:Editor\\, sea\nEMAIL:a@b.example\nEND:VCARD\n",
	} {
		told := told("x.vcf", data, "", "", nil)
		if !strings.Contains(told, "a@b.example") {
			t.Errorf("a card that %s: %s", name, told)
		}
		cards = append(cards, "=== a card "+name+"\n"+told)
	}
	slices.Sort(cards)
	b.WriteString(strings.Join(cards, ""))
	for _, text := range []string{
		"Ana <a@b.example>; ; Bo <c@d.example>\n", "\"@ana;\" <a@b.example>, c@d.example\n", "mailto:'a@b.example', c@d.example\n", "Ana — a@b.example\nBo – c@d.example\n",
		"To: Ana Ruiz <a@b.example>\nSubject: news\nCc: c@d.example\n", "* a@b.example\n2) c@d.example\n",
	} {
		fmt.Fprintf(&b, "=== %q\n%s", text, told("x.txt", text, "", "", nil))
	}
	expect.File(t, "tables.golden.txt", b.String())
}

// Each kind of cell, in the words that tables have for it.
func TestWhatACellSays(t *testing.T) {
	var b strings.Builder
	row := func(heading string, values ...string) {
		fmt.Fprintf(&b, "=== %s\n", heading)
		for _, v := range values {
			table := &Table{Name: "x.csv", Rows: []Row{{1, []string{"Email", heading}}, {2, []string{"a@b.example", v}}}}
			r, err := Understand(table, nil)
			if err != nil {
				t.Fatal(err)
			}
			list := r.List("")
			name := ""
			if len(list.Columns) > 1 {
				name = list.Columns[1]
			}
			fmt.Fprintf(&b, "%q: ", v)
			if len(list.Entries) == 0 {
				b.WriteString("nobody")
			} else {
				fmt.Fprintf(&b, "%s %q", name, list.Entries[0].Values[name])
			}
			for _, n := range list.Notes {
				fmt.Fprintf(&b, "; %s", n.Text)
			}
			b.WriteString("\n")
		}
	}
	row("Embargo", strings.Split("yes|y|true|1|x|✓|✔|☑|ok|on|agreed|ja|j|oui|o|sí|si|s|sim|sì|vrai|wahr|verdadero|waar|vero|"+
		"no|n|false|0|-|–|✗|✘|☐|off|nein|non|não|nao|nee|never|faux|falsch|falso|onwaar| YES |perhaps", "|")...)
	row("Embargo", "✓ \ufe0f", " ✔\ufe0f ")
	row("Format", "html", "htm", "text/htm", "HTML", "text/html", "Plain text", "txt", "plain", "Plain", "Texto", "texte", "Testo", "pdf")
	row("Time zone", "Europe/Madrid", "Local", "Mars/Base", "UTC")
	row("Language", "en", "EN_us", "pt-BR", "Spanish", "español", "Deutsch", "castellano", "Mandarin", "Flemish", "日本語", "es, fr", "es;fr", "es/fr", "es|fr",
		"Spanish (Spain)", "und", "", ",", " , ", "Klingon!")
	for _, tag := range strings.Fields("en es fr de pt it nl ar ja pl uk ru tr el he hi zh ko sv da nb no fi cs sk hu ro bg hr ca eu vi id gl lt lv et sl sr fa ur bn ta th") {
		var names []string
		for name, of := range languageNames() {
			if of == tag {
				names = append(names, name)
			}
		}
		slices.Sort(names)
		fmt.Fprintf(&b, "%s is called %s\n", tag, strings.Join(names, ", "))
	}
	row("Phone", "+1 503 555 0100", "+15035550100", "0034 912 345 678", "503 555 0100", " 00 ", "+", "ext. 5", "+49 30 "+strings.Repeat("1", 33), "+49 30 "+strings.Repeat("1", 34))
	row("Beats", "sea;air", "sea, air", "sea|air", "sea; air, wind", "sea ::: * myContacts ::: air", "* starred", `"sea", "air"`, ";;")
	row("Name", "Ruiz, Ana", "Ruiz, Ana, MD", "Ruiz, A.", "Ruiz,", ", Ana", "Ana Ruiz", "Ruiz, JR", "Ruiz, sr", "Ruiz, II", "Ruiz, III", "Ruiz, IV", "Ruiz, PhD", "Ruiz, MD", "Ruiz, MBA",
		"Ruiz, CBE", "Ruiz, OBE", "Ruiz, MBE", "Ruiz, MP", "Ruiz, QC", "Ruiz, KC", "Ruiz, Esq", "Ruiz, RN", "Ruiz, MA", "Ruiz, BA", "a@c.example")
	row("Name", "Ruiz, Ana (Tide)", "Ruiz, (Tide)", "Ruiz (Tide), Ana", "Ruiz, Ana  (Tide)", "(Tide)", "Ruiz,(Tide) Ana")
	row("Country", "US", "us", "USA", "ZZ", "EU")
	row("Unsubscribed", "yes", "no", "3 May", strings.Repeat("y", 300))
	expect.File(t, "cells.golden.txt", b.String())
}

// Addresses that look like a slip of one that many have.
func TestDomainsThatMayBeSlips(t *testing.T) {
	var b strings.Builder
	for _, d := range []string{
		"gmial.com", "gmal.com", "gmai.com", "gmaill.com", "gnail.com", "gmail.co", "gmail.comm", "gmail.de", "googelmail.com", "outlok.com", "outlook.co", "hotmial.com", "yaho.com", "yahoo.co",
		"icloud.co", "iclod.com", "gmx.dee", "gmx.d", "gmx.dd", "web.dee", "webb.de", "wep.de", "orange.f", "ornge.fr", "orangee.fr", "gmail.com", "tide.example", "a.de", "gxm.de", "mail.com",
	} {
		if said := told("x.csv", "email\na@"+d+"\n", "", "", nil); strings.Contains(said, "meant") {
			_, said, _ = strings.Cut(said, "row 2: ")
			fmt.Fprintf(&b, "%s: %s", d, said)
		} else {
			fmt.Fprintf(&b, "%s: nothing is said\n", d)
		}
	}
	for _, table := range []string{
		"email\na@tide.example\nb@tide.example\nc@tide.example\nd@tdie.example\n",
		"email\na@tide.example\nb@tide.example\nd@tdie.example\n",
		"email\na@tide.example\nb@tide.example\nc@tide.example\nd@tdie.example\ne@tdie.example\n",
		"email\na@tide.example\nb@tide.example\nc@tide.example\nd@wave.example\n",
		"email\na@tides.example\nb@tides.example\nc@tides.example\nd@tide.example\ne@tidess.example\nf@tidesxx.example\n",
	} {
		fmt.Fprintf(&b, "=== %q\n%s", table, told("x.csv", table, "", "", nil))
	}
	expect.File(t, "domains.golden.txt", b.String())
}

// Address books of every version, and addresses as they are pasted.
func TestAddressBooksAndPastedLines(t *testing.T) {
	card := func(lines ...string) string {
		return "BEGIN:VCARD\r\n" + strings.Join(lines, "\r\n") + "\r\nEND:VCARD\r\n"
	}
	var b strings.Builder
	for _, data := range []string{
		card("VERSION:3.0", "FN:Ana Ruiz", "N:Ruiz;Anna;;;", "ORG: Daily Tide ;News", "TITLE:Editor", "EMAIL:a@b.example", "EMAIL:c@d.example", "EMAIL:e@f.example",
			"TEL;TYPE=WORK:+1 503 555 0100", "TEL;TYPE=CELL:+1 503 555 0101", "TEL;TYPE=HOME:+1 503 555 0102", "LANG:es", "TZ:Europe/Madrid", "CATEGORIES:sea,air", `NOTE:one\, two`, "ADR:;;Pier 1;Port;;1;US"),
		card("VERSION:2.1", "N;CHARSET=UTF-8;QUOTED-PRINTABLE:Ruiz;Zo=C3=AB", "EMAIL;INTERNET;PREF:a@b.example", "TEL;CELL;VOICE:tel:+15035550100", "TEL;FAX:+15035550109", "TEL;WORK:tel:+15035550102",
			"NOTE;ENCODING=QUOTED-PRINTABLE:one=", " two", "PHOTO;BASE64;JPEG:AAAA", " BBBB"),
		card("VERSION:2.1", "FN;ENCODING=quoted-printable:Z=FF", "EMAIL:a@b.example"),
		strings.ReplaceAll(card("VERSION:2.1", "FN;quoted-printable:Zo=", "=C3=AB", "EMAIL:a@b.example"), "\r\n", "\n"),
		card("VERSION:3.0", "FN:Jos\xe9 Ruiz", "EMAIL:a@b.example"),
		card("VERSION:3.0", `X-A;X="a;b":c`, "FN:Ana=", "EMAIL:a@b.example"),
		card("VERSION:3.0", "FN:Ana", "EMAIL:a@b.example") + "BEGIN:VCARD\r\nFN:Bo\r\n",
		card("VERSION:3.0", "FN:Ana"),
		"begin:vcard\nversion:3.0\nfn:Ana\nemail:a@b.example\nend:vcard\n",
		"BEGIN:VCAR",
		"An: Ana <a@b.example>\nPara: b@b.example\nÀ : c@b.example\nA: d@b.example\nAan: e@b.example\nCc: f@b.example\nBCC: g@b.example\nTo: h@b.example",
		"Ana <mailto:a@b.example>; mailto:b@b.example, 'c@b.example'. ,\"d@b.example\"",
		"Ruiz, Ana <a@b.example>\tBo Lind <b@b.example>",
		"\"Ruiz; Ana\" <a@b.example>, 'Bo' <b@b.example>, =?utf-8?q?Zo=C3=AB?= <c@b.example>, (x) D <d@b.example>",
		"a@b.example, nobody",
		"a@b.example <x> y@z.example",
		"Ana <a@b.example",
		"> a@b.example <",
		"Dear all,\nhere is the list.",
		"a@b.example\r\n\r\nb@b.example\r\n",
		"\xef\xbb\xbfa@b.example",
		"", " \n ",
	} {
		fmt.Fprintf(&b, "=== %q\n%s", data, told("pasted.txt", data, "", "", nil))
	}
	for _, name := range []string{"x.csv", "x.tsv", "x.txt"} {
		data := "a@b.example, b@b.example\n"
		fmt.Fprintf(&b, "=== %s %q\n%s", name, data, told(name, data, "", "", nil))
	}
	fmt.Fprintf(&b, "=== a sheet of a text\n%s", told("x.csv", "email\n", "A", "", nil))
	for _, data := range []string{"\xfe\xff\x00e\x00m\x00a\x00i\x00l\x00\n\x00a\x00@\x00b\x00.\x00c\x00o", "\x00e\x00m\x00a\x00i\x00l\x00\n\x00a\x00@\x00b\x00.\x00c\x00o", "email\n" + strings.Repeat(" ", 4089) + "\x00a@b.example", "email\n" + strings.Repeat(" ", 4090) + "\x00a@b.example"} {
		said := told("x.csv", data, "", "", nil)
		fmt.Fprintf(&b, "=== %d bytes\n%s", len(data), said)
	}
	expect.File(t, "books.golden.txt", b.String())
}

// What a list says of cells beyond its headings, of rows without an address, and of one
// that cannot be changed.
func TestListsThatAreMerged(t *testing.T) {
	var b strings.Builder
	for _, c := range [][3]string{
		{"email,name\na@b.example,Ana\n", "", "email,name,outlet\na@b.example,Bo,Tide\nc@d.example,Cy,\n"},
		{"email,name\na@b.example,Ana\n", "email,name\na@b.example,Ana\n", "email,name\na@b.example,Bo\n"},
		{"email,name\na@b.example,Anna\n", "email,name\na@b.example,Ana\n", "email,name\na@b.example,Ana\n"},
		{"email,name\na@b.example,Ana\n", "email,name\na@b.example,Ana\n", "email,name\na@b.example,\nb@b.example,Bo\n"},
		{"email,name\r\na@b.example,Ana", "", "email,note\nA@B.example,\"x, \"\"y\"\"\"\nb@b.example, z\n"},
		{"email;name\ra@b.example;Ana\r", "", "email,name\nb@b.example,\"Bo; Lind\"\n"},
		{"email,name\n\na@b.example\n,Nobody\nx,Y\na@b.example,Twice\n", "", "email,name,outlet\na@b.example,Ana,Tide\n"},
		{"email,name\na@b.example,Ana\nold@b.example,Old\n", "email,name\ngone@b.example,Gone\n", "email,name\na@b.example,Ana\ngone@b.example,Gone\n"},
		{"name\nAna\n", "", "email\na@b.example\n"},
		{"email\na@b.example\n", "name\n", "email\na@b.example\n"},
		{"email\nJos\xe9@b.example\n", "", "email\na@b.example\n"},
		{"\xff\xfee\x00", "", "email\na@b.example\n"},
		{"email,name\na@b.example,\"open\n", "", "email\na@b.example\n"},
		{"", "", "email\na@b.example\n"},
	} {
		var last []byte
		if c[1] != "" {
			last = []byte(c[1])
		}
		out, changes, err := Merge(contacts.File{Name: "contacts/x.csv", Data: []byte(c[0])}, last, result(t, c[2]))
		fmt.Fprintf(&b, "=== %q and, the last time %q, %q\n", c[0], c[1], c[2])
		if err != nil {
			fmt.Fprintf(&b, "error: %v\n", err)
			continue
		}
		fmt.Fprintf(&b, "%q\nadded %q changed %q cells %d same %d elsewhere %q off %q none %v\n", out, changes.Added, changes.Changed, changes.Cells, changes.Same, changes.Elsewhere, changes.Off, changes.None())
	}
	for _, data := range []string{"email,,name,note\na@b.example,x,Ana,\n\nb@b.example,,,\n", "name\n"} {
		r, err := Values(contacts.File{Name: "contacts/x.csv", Data: []byte(data)})
		fmt.Fprintf(&b, "=== values of %q: %v\n", data, err)
		if err == nil {
			fmt.Fprintf(&b, "columns %q\n", r.Columns)
			for _, e := range r.Entries {
				fmt.Fprintf(&b, "%d %s %v\n", e.Line, e.Key, e.Values)
			}
		}
	}
	expect.File(t, "merged.golden.txt", b.String())
}

// An Excel file is opened again, and its cells are texts under a row that stays in sight.
func TestWorkbooksThatAreWritten(t *testing.T) {
	var b strings.Builder
	for _, name := range []string{"press", `a:b\c/d?e*f[g]`, strings.Repeat("é", 31), strings.Repeat("é", 32)} {
		list := &Result{Columns: []string{"email", "phone"}, Entries: []Entry{{2, "a@b.example", map[string]string{"email": "a@b.example", "phone": "=1+1"}}, {3, "c@d.example", map[string]string{"email": "c@d.example"}}}}
		data, err := list.Workbook(name)
		if err != nil {
			t.Fatal(err)
		}
		f, err := excelize.OpenReader(strings.NewReader(string(data)))
		if err != nil {
			t.Fatal(err)
		}
		sheet := f.GetSheetName(0)
		panes, err := f.GetPanes(sheet)
		if err != nil {
			t.Fatal(err)
		}
		fmt.Fprintf(&b, "%s: sheets %q, panes %v %d %q %q\n", name, f.GetSheetList(), panes.Freeze, panes.YSplit, panes.TopLeftCell, panes.ActivePane)
		for _, at := range []string{"A1", "B1", "A2", "B2", "A3", "B3", "A4"} {
			v, err := f.GetCellValue(sheet, at)
			if err != nil {
				t.Fatal(err)
			}
			id, err := f.GetCellStyle(sheet, at)
			if err != nil {
				t.Fatal(err)
			}
			style, err := f.GetStyle(id)
			if err != nil {
				t.Fatal(err)
			}
			formula, err := f.GetCellFormula(sheet, at)
			if err != nil {
				t.Fatal(err)
			}
			fmt.Fprintf(&b, "  %s %q bold %v format %d formula %q\n", at, v, style.Font != nil && style.Font.Bold, style.NumFmt, formula)
		}
		for _, col := range []string{"A", "B", "C"} {
			w, err := f.GetColWidth(sheet, col)
			if err != nil {
				t.Fatal(err)
			}
			fmt.Fprintf(&b, "  %s is %.1f wide\n", col, w)
		}
		f.Close()
	}
	data, err := (&Result{}).Workbook("empty")
	fmt.Fprintf(&b, "without columns: %v, %s", err, told("x.xlsx", string(data), "", "", nil))
	fmt.Fprintf(&b, "a sheet by its name: %s", told("x.xlsx", workbook(t, map[string][][]string{"A": {{"Email"}, {" a@b.example "}}}), "a", "", nil))
	fmt.Fprintf(&b, "a zip: %s", told("x.xlsx", zipped(t, "x", "y"), "", "", nil))
	fmt.Fprintf(&b, "no zip: %s", told("x.xlsx", "PK", "", "", nil))
	fmt.Fprintf(&b, "a workbook alone: %s", told("x.xlsx", zipped(t, "xl/workbook.xml", "y"), "", "", nil))
	fmt.Fprintf(&b, "too wide: %s", told("x.xlsx", workbook(t, map[string][][]string{"A": {slices.Repeat([]string{"x"}, maxColumns+1)}}), "A", "", nil))
	fmt.Fprintf(&b, "as wide as may be: %s", strings.SplitAfter(told("x.csv", "email"+strings.Repeat(",x", maxColumns-1)+"\na@b.example\n", "", "", nil), "\n")[0])
	expect.File(t, "workbooks.golden.txt", b.String())
}

// What is understood of tables in which one cell is missing, stands twice, or is written
// otherwise.
func TestTablesInOneCellOtherwise(t *testing.T) {
	cells := func(text string) []string {
		return strings.FieldsFunc(strings.NewReplacer(",", ",\x00", "\n", "\n\x00").Replace(text), func(r rune) bool { return r == 0 })
	}
	var b strings.Builder
	for _, table := range []string{
		"First Name,Last Name,Outlet,E-mail,Phone,Beats,Country,Language\nAna,Ruiz,Daily Tide,ana@tide.example,503 555 0100,Sea; Air,US,Spanish\n,Lind,Post,bo@post.example,,,,\n",
		"Ana Ruiz,ana@tide.example,Daily Tide\nBo Lind,bo@post.example,Post\nCy Otter,cy@post.example,Post\n",
		"Press list\nName,Email,Tags,Unsubscribed\nAna Ruiz,Ana <ana@tide.example>,x; y,no\nBo,bo@post.example,,yes\nbo,BO@post.example,z,\n",
		"Nachname,Vorname,Redaktion,E-Mail,Telefon\nStein,Klara,Blatt,klara@blatt.example,030 2345 6789\n",
	} {
		said := func(s string) string { return strings.ReplaceAll(told("x.csv", s, "", "", nil), "\n", "⏎") }
		_, turns, _ := strings.Cut(expect.Turns(table, cells, said), "\n")
		fmt.Fprintf(&b, "=== %q\n%s%s", table, expect.Slips(table, cells, said), turns)
	}
	expect.File(t, "turned.golden.txt", b.String())
}
