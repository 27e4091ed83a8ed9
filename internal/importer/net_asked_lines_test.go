package importer

import (
	"strings"
	"testing"

	"pressroom/internal/importer/prose"
)

// TestBlocksOfAContact take a label and the lines below it, and no line of the copy.
func TestBlocksOfAContact(t *testing.T) {
	t.Parallel()
	const contact = "Press contact: Ana Ruiz¶ana@h.example"
	for _, c := range [][3]string{ // lines, how many are taken, contacts
		{contact, "11", "Ana Ruiz||||ana@h.example"},
		{"Press contact:¶For all that is asked of the harbour please contact Ana Ruiz on 555-010-0142.", "1", "Ana Ruiz|||555-010-0142"},
		{"Press contact:¶#For all that is asked of the harbour please contact Ana Ruiz on 555-010-0142.", "1", ""},
		{"Press contact:¶|Ana Ruiz | ana@h.example|", "11", "Ana Ruiz||||ana@h.example"},
		{contact + "¶|Bo Lind | bo@h.example|", "11", "Ana Ruiz||||ana@h.example"},
		{contact + "¶Company: Harbour Union", "111", "Ana Ruiz||Harbour Union||ana@h.example"},
		{contact + "¶#Bo Lind", "11", "Ana Ruiz||||ana@h.example"},
		{contact + "¶Related links", "11", "Ana Ruiz||||ana@h.example"},
		{contact + "¶See https://h.example/a for 555-010-0142", "11", "Ana Ruiz||||ana@h.example"},
		{contact + "¶^Harbour Union", "111", "Ana Ruiz||Harbour Union||ana@h.example"},
		{contact + "¶Harbour Union", "11", "Ana Ruiz||||ana@h.example"},
		{contact + "¶^Harbour Union | Rivers Trust", "11", "Ana Ruiz||||ana@h.example"},
		{contact + "¶https://h.example", "11", "Ana Ruiz||||ana@h.example"},
		{contact + "¶555-010-0142¶https://h.example", "111", "Ana Ruiz|||555-010-0142|ana@h.example"},
		{contact + "¶^555-010-0142¶^https://h.example", "111", "Ana Ruiz|||555-010-0142|ana@h.example"},
		{"Press contact:¶https://h.example", "1", ""},
		{"Press contact:¶for Harbour Union¶ana@h.example", "111", "||Harbour Union||ana@h.example"},
		{"Press contact:¶for Harbour Union¶The lamps", "11", "||Harbour Union"},
		{contact + "¶for Rivers Trust¶The lamps", "11", "Ana Ruiz||||ana@h.example"},
		{contact + "¶Bo Lind¶555-010-0142", "1111", "Ana Ruiz||||ana@h.example // Bo Lind|||555-010-0142"},
		{contact + "¶Bo Lind¶The lamps", "11", "Ana Ruiz||||ana@h.example"},
		{contact + "¶The lamps of Marlow are lit by the harbour’s own men.¶The quays", "11", "Ana Ruiz||||ana@h.example"},
		{contact + "¶^ext. 5", "111", "Ana Ruiz|ext. 5|||ana@h.example"},
	} {
		d := drafted("en")
		n := d.contactBlock(lined(c[0]))
		if got := strings.Repeat("1", n); got != c[1] {
			t.Errorf("lines of %s: %q, want %q", c[0], got, c[1])
		}
		if got := allWritten(d.Contacts); got != c[2] {
			t.Errorf("contacts of %s: %q, want %q", c[0], got, c[2])
		}
	}
}

// TestLabelsOfAContact are taken off the line of a block, and kept as what is dropped.
func TestLabelsOfAContact(t *testing.T) {
	t.Parallel()
	for _, c := range [][2]string{
		{"Press contact: Ana Ruiz", "Ana Ruiz|Press contact:"},
		{"Press contact Ana Ruiz", "Ana Ruiz|Press contact"},
		{"Press contact Harbour Union", "|Press contact Harbour Union"},
		{"For more information contact Ana Ruiz on 555-010-0142", "Ana Ruiz, 555-010-0142|"},
		{"#For more information", "|For more information"},
		{"#For more information 555-010-0142", "555-010-0142|"},
		{"For more information", "|"},
		{"Press: Ana Ruiz, 555-010-0142", "Ana Ruiz, 555-010-0142|"},
		{"#Press: Ana Ruiz, 555-010-0142", "Ana Ruiz, 555-010-0142|"},
		{"Press Office, Harbour Union", "Press Office, Harbour Union|"},
		{"#Press Office, Harbour Union", "|Press Office, Harbour Union"},
		{"The lamps", "The lamps|"},
		{"For more information, Ana Ruiz is the one to ask: 555-010-0142.", "555-010-0142|"},
	} {
		d := drafted("en")
		rest, whole := d.withoutLabel(lined(c[0])[0])
		got := rest.Text + "|" + strings.Join(d.dropped, "|")
		if whole {
			got += " whole"
		}
		if got != c[1] {
			t.Errorf("%s: %q, want %q", c[0], got, c[1])
		}
	}
	for text, want := range map[string]string{
		"Contact Ana Ruiz": "Ana Ruiz", "Contacts Ana Ruiz": "Ana Ruiz", "Kontakt Ana Ruiz": "Ana Ruiz", "Contacto Ana Ruiz": "Ana Ruiz",
		"Contatto Ana Ruiz": "Ana Ruiz", "Contato Ana Ruiz": "Ana Ruiz", "Contact Harbour Union": "", "Contact Press Officer": "",
		"Contact us": "",
	} {
		if got := text[drafted("en").labelEnd(text, len(text)):]; got != want {
			t.Errorf("%s: %q", text, got)
		}
	}
}

// TestTwoNamesWithAStrokeBetween are two people, where both are somebody and neither is what an address has behind its sign.
func TestTwoNamesWithAStrokeBetween(t *testing.T) {
	t.Parallel()
	for _, c := range [][3]string{
		{"Ana Ruiz / Bo Lind", "", "Ana Ruiz & Bo Lind"},
		{"Ana Ruiz / Bo Lind, 555-010-0142", "", "Ana Ruiz & Bo Lind, 555-010-0142"},
		{"Ana Ruiz / Harbour Union", "", "Ana Ruiz / Harbour Union"},
		{"Harbour Union / Ana Ruiz", "", "Harbour Union / Ana Ruiz"},
		{"Ana Ruiz / Old Quay", "@quayexample", "Ana Ruiz / Old Quay"},
		{"Old Quay / Ana Ruiz", "@quayexample", "Old Quay / Ana Ruiz"},
		{"Ana Ruiz/Bo Lind", "", "Ana Ruiz/Bo Lind"},
		{"Ana Ruiz", "", "Ana Ruiz"},
	} {
		if got := drafted("en").twoNames(c[0], c[1]); got != c[2] {
			t.Errorf("%s: %q, want %q", c[0], got, c[2])
		}
	}
}

// TestContactsAreKeptOnce adds what is new to somebody who is known, and tells what differs.
func TestContactsAreKeptOnce(t *testing.T) {
	t.Parallel()
	ana := prose.Contact{Name: "Ana Ruiz", Phone: "555-010-0142", Email: "ana@h.example"}
	for _, c := range []struct {
		old, more prose.Contact
		want      string
	}{
		{ana, prose.Contact{Name: "Bo Lind", Email: "bo@h.example"}, "Ana Ruiz|||555-010-0142|ana@h.example // Bo Lind||||bo@h.example told "},
		{ana, prose.Contact{Email: "ANA@h.example"}, "Ana Ruiz|||555-010-0142|ana@h.example told "},
		{
			ana,
			prose.Contact{Email: "ana@h.example", Org: "Harbour Union"},
			"Ana Ruiz|||555-010-0142|ana@h.example // ||Harbour Union||ana@h.example told ",
		},
		{
			ana,
			prose.Contact{Email: "ana@h.example", Role: "Director"},
			"Ana Ruiz|||555-010-0142|ana@h.example // |Director|||ana@h.example told ",
		},
		{ana, prose.Contact{Email: "bo@h.example"}, "Ana Ruiz|||555-010-0142|ana@h.example // ||||bo@h.example told "},
		{ana, prose.Contact{Name: "ANA RUIZ", Email: "ana@h.example", Role: "Director"}, "Ana Ruiz|Director||555-010-0142|ana@h.example told "},
		{
			ana,
			prose.Contact{Name: "Ana Ruiz", Phone: "(555) 010 0142", Org: "Harbour Union"},
			"Ana Ruiz||Harbour Union|555-010-0142|ana@h.example told ",
		},
		{
			ana,
			prose.Contact{Name: "Ana Ruiz", Phone: "555-010-0143", Email: "ana@h.example"},
			"Ana Ruiz|||555-010-0142|ana@h.example told the contact Ana Ruiz stands in the source twice; the second time with " +
				"\"555-010-0143\"",
		},
		{ana, prose.Contact{Name: "Ana Ruiz", Phone: "555-010-0143"}, "Ana Ruiz|||555-010-0142|ana@h.example // Ana Ruiz|||555-010-0143 told "},
		{ana, prose.Contact{Name: "Ana Ruiz"}, "Ana Ruiz|||555-010-0142|ana@h.example // Ana Ruiz told "},
		{
			ana,
			prose.Contact{Name: "Ana Ruiz", Phone: "555-010-0142", Email: "ruiz@h.example"},
			"Ana Ruiz|||555-010-0142|ana@h.example told the contact Ana Ruiz stands in the source twice; the second time with " +
				"\"ruiz@h.example\"",
		},
		{
			prose.Contact{},
			prose.Contact{Name: "They say that lamps burn"},
			" told where a press contact should stand, the source says \"They say that lamps burn\" noted",
		},
		{prose.Contact{}, prose.Contact{Name: "Ana Maria Ruiz Osten"}, "Ana Maria Ruiz Osten told "},
		{prose.Contact{}, prose.Contact{Name: "They say that"}, "They say that told "},
		{prose.Contact{}, prose.Contact{Name: "They say that lamps burn", Org: "Harbour Union"}, "They say that lamps burn||Harbour Union told "},
		{prose.Contact{}, prose.Contact{Name: "They say that lamps burn", Phone: "555-010-0142"}, "They say that lamps burn|||555-010-0142 told "},
		{prose.Contact{}, prose.Contact{Name: "They say that lamps burn", Email: "a@h.example"}, "They say that lamps burn||||a@h.example told "},
		{prose.Contact{}, prose.Contact{Email: shieldedMail}, " told the page hid the e-mail address of a contact (email protected); write it"},
		{
			prose.Contact{},
			prose.Contact{Name: "Ana Ruiz", Email: shieldedMail},
			"Ana Ruiz told the page hid the e-mail address of Ana Ruiz (email protected); write it",
		},
		{
			prose.Contact{},
			prose.Contact{Org: "Harbour Union", Email: shieldedMail},
			"||Harbour Union told the page hid the e-mail address of Harbour Union (email protected); write it",
		},
	} {
		d := drafted("en")
		if c.old != (prose.Contact{}) {
			d.Contacts = []prose.Contact{c.old}
		}
		d.addContact(c.more)
		got := allWritten(d.Contacts) + " told " + strings.Join(d.Unsure, "; ")
		if len(d.notes) > 0 {
			got += " noted"
		}
		if got != c.want {
			t.Errorf("%s, %s: %q, want %q", asWritten(c.old), asWritten(c.more), got, c.want)
		}
	}
}

// TestWordsOfAContact are its name, its office or whose it is, by what is known of it.
func TestWordsOfAContact(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		c     prose.Contact
		extra string
		word  string
		want  string
	}{
		{prose.Contact{Name: "Ana Ruiz", Phone: "555-010-0142"}, "555-010-0143", "office", "Ana Ruiz|||555-010-0142 + 555-010-0143 office"},
		{prose.Contact{Name: "Ana Ruiz", Phone: "555-010-0142"}, "lamps", "office", "Ana Ruiz|||555-010-0142 + lamps"},
		{prose.Contact{Name: "Ana Ruiz", Phone: "555-010-0142"}, "", "office", "Ana Ruiz|||555-010-0142 + "},
		{prose.Contact{Name: "Ana Ruiz"}, "", "office", "Ana Ruiz|office + "},
		{prose.Contact{Name: "Harbour Union"}, "", "Ana Ruiz", "Ana Ruiz||Harbour Union + "},
		{prose.Contact{Name: "Harbour Union"}, "", "Press Officer", "Harbour Union|Press Officer + "},
		{prose.Contact{Name: "Harbour Union"}, "", "Rivers Trust", "Harbour Union||Rivers Trust + "},
		{prose.Contact{Name: "Harbour Union", Org: "Rivers Trust"}, "", "Ana Ruiz", "Harbour Union||Rivers Trust + Ana Ruiz"},
		{prose.Contact{}, "", "lamps", "lamps + "},
		{prose.Contact{Phone: "555-010-0142"}, "", "lamps", "|||555-010-0142 + lamps"},
		{prose.Contact{Email: "ana@h.example"}, "", "lamps", "||||ana@h.example + lamps"},
		{prose.Contact{Name: "Ana Ruiz"}, "", "for the Harbour Union", "Ana Ruiz||Harbour Union + "},
		{prose.Contact{}, "", "for the Harbour Union", "||Harbour Union + "},
		{prose.Contact{Role: "Director"}, "", "for the Harbour Union", "for the Harbour Union|Director + "},
		{prose.Contact{Name: "Ana Ruiz", Org: "Rivers Trust"}, "", "for the Harbour Union", "Ana Ruiz||Rivers Trust + for the Harbour Union"},
		{prose.Contact{}, "", "Director Ana Ruiz", "Ana Ruiz|Director + "},
		{prose.Contact{Role: "Head"}, "", "Director Ana Ruiz", "Director Ana Ruiz|Head + "},
		{prose.Contact{}, "", "Ana Ruiz CEO", "Ana Ruiz|CEO + "},
		{prose.Contact{}, "", "Ana Ruiz.", "Ana Ruiz + "},
		{prose.Contact{}, "", "Ana Rui Z.", "Ana Rui Z. + "},
		{prose.Contact{Name: "Ana Ruiz"}, "", "PhD", "Ana Ruiz + PhD"},
		{prose.Contact{Name: "Ana Ruiz"}, "", "Ph.D.", "Ana Ruiz + Ph.D."},
		{prose.Contact{}, "", "PhD", "PhD + "},
		{prose.Contact{Name: "Ana Ruiz"}, "", "Press", "Ana Ruiz|Press + "},
		{prose.Contact{Name: "Ana Ruiz", Role: "Director"}, "", "Press", "Ana Ruiz|Director + Press"},
		{prose.Contact{Name: "Ana Ruiz"}, "", "Marlow", "Ana Ruiz||Marlow + "},
		{prose.Contact{Name: "Ana Ruiz", Org: "Marlow"}, "", "Marlow", "Ana Ruiz||Marlow + "},
		{prose.Contact{Org: "Marlow"}, "", "Marlow", "Marlow||Marlow + "},
		{prose.Contact{Name: "Ana Ruiz"}, "", "or call", "Ana Ruiz + "},
		{prose.Contact{Name: "Ana Ruiz"}, "", "--", "Ana Ruiz + "},
		{prose.Contact{Name: "Ana Ruiz"}, "", "h.example", "Ana Ruiz + h.example"},
		{prose.Contact{Name: "Ana Ruiz"}, "", "or visit us at www.h.example", "Ana Ruiz + www.h.example"},
		{prose.Contact{Name: "Ana Ruiz"}, "", "lamps", "Ana Ruiz + lamps"},
	} {
		var extra []string
		if c.extra != "" {
			extra = []string{c.extra}
		}
		drafted("en").contactWord(&c.c, &extra, c.word)
		if got := asWritten(c.c) + " + " + strings.Join(extra, ", "); got != c.want {
			t.Errorf("%s: %q, want %q", c.word, got, c.want)
		}
	}
}

// TestContactsOfTheEast are read from the lines below their label, up to the next one.
func TestContactsOfTheEast(t *testing.T) {
	t.Parallel()
	for _, c := range [][3]string{
		{"ja", "お問い合わせ先¶港協会¶担当:山田 太郎¶電話 03-5550-1234", "山田 太郎||港協会|03-5550-1234"},
		{"ja", "お問い合わせ先¶港協会¶川財団¶(03-5550-1234)", "||港協会|03-5550-1234"},
		{"ja", "お問い合わせ先¶港協会¶(03)5550-1234", "||港協会|(03)5550-1234"},
		{"ja", "お問い合わせ先¶港協会¶連絡先¶電話 03-5550-1234", "||港協会|03-5550-1234"},
		{"ja", "お問い合わせ先¶港協会¶電話 03-5550-1234¶連絡先¶川財団 kawa@r.example", "||港協会|03-5550-1234"},
		{"ja", "お問い合わせ先¶港協会¶灯り¶連絡先¶電話 03-5550-1234", "||港協会|03-5550-1234"},
		{"ja", "お問い合わせ先¶a¶b¶c¶d¶e¶f¶g¶h¶電話 03-5550-1234", "|||03-5550-1234"},
		{"ja", "お問い合わせ先¶a¶b¶c¶d¶e¶f¶g¶h¶i¶電話 03-5550-1234", ""},
		{"ja", "お問い合わせ先¶会長 山田 太郎¶a@r.example¶担当:川田 b@r.example", "||||a@r.example // 川田||||b@r.example"},
		{"ja", "お問い合わせ先¶FAX: 03-5550-1234", ""},
		{"ko", "문의처¶담당자: 김철수¶02-555-0142", "김철수|||02-555-0142"},
		{"zh", "媒体联系人: 王明 010-5550-1234", "王明|||010-5550-1234"},
		{"en", "お問い合わせ先¶電話 03-5550-1234", ""},
	} {
		d := drafted(c[0])
		d.Body = lined(c[1])
		d.contactOfEast()
		if got := allWritten(d.Contacts); got != c[2] {
			t.Errorf("%s: %q, want %q", c[1], got, c[2])
		}
		d.Contacts = []prose.Contact{{Name: "Ana Ruiz"}}
		if d.contactOfEast(); len(d.Contacts) != 1 {
			t.Errorf("%s: read where there is another contact", c[1])
		}
	}
	for _, c := range [][2]string{
		{"新しい灯り", ""},
		{"新しい灯りへ", "1"},
		{"港協会は新しい灯りをつける。", ""},
		{"株式会社みなと灯り", ""},
		{"代表取締役 山田 太郎", ""},
		{"会長 山田太郎、港の灯り", ""},
		{"報道関係者の皆さまへ", ""},
		{"報道機関 各位のみなさま各位", ""},
		{"|a|", ""},
		{"〒104-0001 東京都港区 電話03-5550-1234", "1"},
		{"minato@h.example", ""},
		{"港が新しい灯りをつける", "1"},
	} {
		got := ""
		if drafted("ja").firstUnspaced(lined(c[0])) == 0 {
			got = "1"
		}
		if got != c[1] {
			t.Errorf("%s is a headline: %q, want %q", c[0], got, c[1])
		}
	}
	if drafted("en").firstUnspaced(lined("港協会が新しい灯りをつける")) != -1 ||
		drafted("ja").firstUnspaced([]prose.Para{{Text: "港協会が灯りをつける", Table: "a"}}) != -1 {
		t.Error("a headline of another language, or a table")
	}
}

// TestTextsThatStandInHeadings become paragraphs, where nearly all of them are of one level and one is long.
func TestTextsThatStandInHeadings(t *testing.T) {
	t.Parallel()
	long, short := prose.Para{Text: "The lamps of old Marlow burn all night", Level: 3}, prose.Para{Text: "Lamps", Level: 3}
	other, plain := prose.Para{Text: "Lamps", Level: 2}, prose.Para{Text: "Lamps"}
	for i, c := range []struct {
		list []prose.Para
		want bool
	}{
		{[]prose.Para{long, short, short, short, short}, true},
		{[]prose.Para{long, short, short, short}, false},
		{[]prose.Para{short, short, short, short, short}, false},
		{[]prose.Para{long, short, short, short, short, short, other, plain}, true},
		{[]prose.Para{long, short, short, short, short, other, plain}, false},
		{[]prose.Para{plain, plain, plain, plain, {Text: long.Text}}, true},
	} {
		noHeadings(c.list)
		if (c.list[0].Level == 0) != c.want {
			t.Errorf("%d: level %d", i, c.list[0].Level)
		}
		for _, p := range c.list {
			if p.Level == 2 != (p.Text == "Lamps" && p.Level == 2) || len(c.list) > 6 && c.list[len(c.list)-2].Level != 2 {
				t.Errorf("%d: another level is changed", i)
			}
		}
	}
}
