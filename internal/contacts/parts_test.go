package contacts

import (
	"strings"
	"testing"
)

// What is said of a press list is said in whole sentences, each with the kind of what is wrong.
func TestWholeSentencesAboutPressLists(t *testing.T) {
	t.Parallel()
	long := strings.Repeat("q", 70)
	short := strings.Repeat("q", 60) + "…"
	for _, c := range []struct{ src, want string }{
		{
			"email,name\nana@rivers.example,\"Ana\njan@rivers.example\"\n",
			"contacts/x.csv:2:20: error: name has a line that begins with an address, jan@rivers.example: a row of its own, whose line end " +
				"is of another kind or stands between quotation marks [row]",
		},
		{
			"email,tier\nana@rivers.example,\"gold\njan@rivers.example,tin\"\n",
			"contacts/x.csv:2:20: warning: tier has a line that begins with an address, jan@rivers.example: a row of its own, whose line " +
				"end is of another kind or stands between quotation marks [row]",
		},
		{
			"email,tier\nana@rivers.example,\"gold\n" + long[:50] + "@rivers.example,tin\"\n",
			"contacts/x.csv:2:20: warning: tier has a line that begins with an address, " + long[:50] + "@rivers.ex…: a row of its own, " +
				"whose line end is of another kind or stands between quotation marks [row]",
		},
		{"email,beats\nana@rivers.example,TV /radio\n", ""},
		{"email,beats\nana@rivers.example,TV/ radio\n", ""},
		{
			"email,beats\nana@rivers.example,TV / radio\n",
			`contacts/x.csv:2:20: warning: "TV / radio" is one beat; between several stands a semicolon [row]`,
		},
		{
			"email,tags\nana@rivers.example,do not mail\n",
			`contacts/x.csv:2:20: warning: tags: "do not mail" keeps nobody from being mailed; if ana@rivers.example has left: ` +
				"pressroom suppressions add ana@rivers.example --unsubscribed [row]",
		},
		{
			"email,tags\n" + long[:50] + "@" + long[:40] + ".example,do not mail to her: she has asked us not to mail her any more mails\n",
			`contacts/x.csv:2:101: warning: tags: "do not mail to her: she has asked us not to mail her any mor…" keeps nobody from being ` +
				"mailed; if " + long[:50] + "@" + long[:40] + ".example has left: pressroom suppressions add " + long[:50] + "@" + long[:40] +
				".example --unsubscribed [row]",
		},
		{
			"email,tags\n" + long + ",unsubscribed\n",
			`contacts/x.csv:2:1: error: "` + short + `" is not an e-mail address [row]` + "\n" +
				`contacts/x.csv:2:72: warning: tags: "unsubscribed" keeps nobody from being mailed; if ADDRESS has left: ` +
				"pressroom suppressions add ADDRESS --unsubscribed [row]",
		},
		{
			"ana@rivers.example,email\nx,y\n",
			`contacts/x.csv:1:1: error: the first line names the columns, and this one holds an address: "ana@rivers.example"; ` +
				"end the line before it [columns]",
		},
		{
			"email," + long + "@rivers.example\n",
			`contacts/x.csv:1:7: error: the first line names the columns, and this one holds an address: "` + short + `"; ` +
				"end the line before it [columns]",
		},
		{
			"email,LANGAUGE,Time.Zome\nana@rivers.example,es,UTC\n",
			"contacts/x.csv:1:7: warning: the column langauge is yours, and means nothing to a mailing; if it holds language, call it language " +
				"[columns]\ncontacts/x.csv:1:16: warning: the column time_zome is yours, and means nothing to a mailing; if it holds timezone, " +
				"call it timezone [columns]",
		},
		{
			"email\n#" + long + "@rivers.example\n",
			`contacts/x.csv:2:1: error: "` + "#" + long[:59] + `…" is not an e-mail address [row]`,
		},
		{
			"email\n#" + long[:60] + "@rivers.example\n",
			`contacts/x.csv:2:1: error: "` + "#" + long[:59] + `…" begins with #, and a press list has no remarks: take the row out, or the # [row]`,
		},
		{
			"email\n'" + long[:60] + "@rivers.example\n",
			`contacts/x.csv:2:1: error: "` + "'" + long[:59] + `…" begins with ', as spreadsheets mark what is text; take it out; write ` + long[:60] + "@rivers.example [row]",
		},
		{
			"email\n" + long[:58] + "—@rivers.example\n",
			`contacts/x.csv:2:1: error: "` + long[:58] + `—@…" is not an e-mail address: its "—" is U+2014, which no address has [row]`,
		},
		{
			"email\n" + long[:60] + "а@rivers.example\n",
			`contacts/x.csv:2:1: error: "` + short + `" is not an e-mail address: its "а" is U+0430, a Cyrillic letter among Latin ones; ` +
				"type it anew [row]",
		},
		{
			"email,name\nana@rivers.example,\x8eR\x93c\n",
			"contacts/x.csv:1:1: warning: the file is not UTF-8, and “ŽR“c” is no word in the letters in which it is read; " +
				"save it as “CSV UTF-8” [letters]",
		},
	} {
		if _, diags := book(t, "x.csv", c.src); diags != c.want {
			t.Errorf("%q: got\n%s\nwant\n%s", c.src, diags, c.want)
		}
	}
	if got, want := Misread(long, long+"s"), "“"+short+"” was written in the wrong letters by the program that made this file, and is “"+short+
		"”; write it and what else looks so anew"; got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
	if got, want := Misread(long, ""), "the file is not UTF-8, and “"+short+"” is no word in the letters in which it is read; "+
		"save it as “CSV UTF-8”"; got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
}

// Parts of a cell are addresses where they have a domain, and what a further line of it begins with is one as far as it goes.
func TestAddressesWithinACell(t *testing.T) {
	t.Parallel()
	for value, want := range map[string]string{
		"Ana <ana@desk>": "", "Ana <ana@rivers.example>": "; write ana@rivers.example, and the name in the column name",
		"ana@desk; jan@rivers.example": "", // what belongs to the address, nobody knows
		"mailto:ana@rivers.example.":   "; write ana@rivers.example",
		"«ana@rivers.example»":         "; write ana@rivers.example",
	} {
		if got := instead(cell{column: "email", value: value}); got != want {
			t.Errorf("%q: %q, want %q", value, got, want)
		}
	}
	for value, want := range map[string]string{
		"Oars\njan@rivers.example Jan": "jan@rivers.example", "Oars\njan@rivers.example,Jan": "jan@rivers.example",
		"Oars\njan@rivers.example;Jan": "jan@rivers.example", "Oars\njan@rivers.example\tJan": "jan@rivers.example",
		"Oars\njan@rivers.example|Jan": "jan@rivers.example", "Oars\njan@rivers.example\"Jan": "jan@rivers.example",
		"Oars\r\n  jan@rivers.example": "jan@rivers.example", "Oars\u2028jan@rivers.example": "jan@rivers.example",
		"Oars\u0085jan@rivers.example": "jan@rivers.example", "Oars\u2029jan@rivers.example": "jan@rivers.example",
		"Oars\n|jan@rivers.example|Jan": "", "Oars\n|jan@rivers.example": "", "jan@rivers.example": "", "jan@rivers.example\nOars": "", "\n": "",
	} {
		if got := Swallowed(value); got != want {
			t.Errorf("%q: %q", value, got)
		}
	}
	for cell, want := range map[string]string{
		"ana@rivers.example; jan@rivers.example": " jan@rivers.example true", "jan@rivers.example": "jan@rivers.example false",
		"ANA@rivers.example": " true", "a;b": "a;b false", "": " false",
	} {
		rest, found := Without(cell, "ana@rivers.example")
		if got := rest + map[bool]string{true: " true", false: " false"}[found]; got != want {
			t.Errorf("%q: %q", cell, got)
		}
	}
}

// Addresses that people cannot tell apart are the same, and those that are none are refused by each of their signs.
func TestAddressesThatAreTheSame(t *testing.T) {
	t.Parallel()
	for a, b := range map[string]string{
		"J\u030cana@rivers.example": "ǰana@rivers.example", "T\u0308ana@rivers.example": "ẗana@rivers.example",
		"A\u0301na@rivers.example": "ána@rivers.example", "ANA@RIVERS.EXAMPLE": "ana@rivers.example",
	} {
		left, err := AddressKey(a)
		right, other := AddressKey(b)
		if err != nil || other != nil || left != right {
			t.Errorf("%q %v and %q %v", left, err, right, other)
		}
	}
	for _, digit := range "0123456789" {
		s := "ana@rivers." + string(digit)
		want := `"` + s + `" is not an e-mail address: "rivers.` + string(digit) +
			`" is the number of a machine; write the domain's name, as in ana@paper.example`
		if _, err := AddressKey(s); err == nil || err.Error() != want {
			t.Errorf("%s: %v", s, err)
		}
	}
	for s, want := range map[string]string{
		"ana\u2800@rivers.example": `"ana@rivers.example" is not an e-mail address: behind "ana" it has U+2800, which is not seen; take it out`,
		"ana\u0080@rivers.example": `"ana@rivers.example" is not an e-mail address: behind "ana" it has U+0080, which is not seen; take it out`,
		"ana\u2801@rivers.example": `"ana` + "\u2801" + `@rivers.example" is not an e-mail address: its "` + "\u2801" +
			`" is U+2801, which no address has`,
	} {
		if _, err := AddressKey(s); err == nil || err.Error() != want {
			t.Errorf("%q: %v, want %s", s, err, want)
		}
	}
	for v, want := range map[string]string{"\x01Ana": "", "\nAna": "Ana", "\tAna": "Ana", "A\x01": ""} {
		if got, err := oneLine("name", v); got != want || (err != nil) != (want == "") {
			t.Errorf("%q: %q, %v", v, got, err)
		}
	}
}

// An entry that shares its line with others, or whose line holds a bracket of theirs, is not taken out.
func TestEntriesThatCannotBeTakenOut(t *testing.T) {
	t.Parallel()
	const says = ": the entry cannot be taken out by itself; edit the file"
	for src, want := range map[string]string{
		"journalist = [{email = \"ana@rivers.example\"}, {email = \"jan@rivers.example\"}]\n": "contacts/x.toml:1:15" + says,
		"journalist = [{email = \"jan@rivers.example\"}, {email = \"ana@rivers.example\"}]\n": "contacts/x.toml" + says,
	} {
		data, n, err := Remove(File{Name: "contacts/x.toml", Data: []byte(src)}, "ana@rivers.example")
		if err == nil || err.Error() != want || data != nil || n != 0 {
			t.Errorf("%s: %q %d %v", src, data, n, err)
		}
	}
}

// A row that is not read since another stands within it touches the segments that it could be in, and no others.
func TestARowThatHoldsAnotherTouchesItsSegments(t *testing.T) {
	t.Parallel()
	b, found := Read([]File{
		{"contacts/city.csv", []byte("email,name,beats\nana@rivers.example,\"Ana\njan@rivers.example\",sea\n")},
		{"contacts/segments.toml", []byte("[segment.sea]\nwhere = '\"sea\" in beats'\n[segment.tax]\nwhere = '\"tax\" in beats'\n")},
	})
	for name, want := range map[string]int{"sea": 1, "tax": 0, "city": 1} {
		if got := b.Touching(found, []string{name}, false); len(got) != want {
			t.Errorf("%s is touched by %v", name, got)
		}
	}
}

// What people write in rules who know other languages is answered by what it is, and not by what is like it.
func TestRulesThatAreLikeThoseOfOtherLanguages(t *testing.T) {
	t.Parallel()
	b, _ := book(t, "x.csv", "email,own\nana@rivers.example,x\n")
	for rule, want := range map[string]string{
		`outlet != Tide`:           `; a text stands between quotation marks: "Tide"`,
		`outlet !== "Tide"`:        `; write != for what differs`,
		`not language = "es"`:      `; a comparison is ==, with two signs`,
		`not language == "es"`:     `; write != for what differs, or not (…): language != "es"`,
		`not language != "es"`:     `; write != for what differs, or not (…): language != "es"`,
		`added < spring`:           `; a text stands between quotation marks: "spring"`,
		`added > spring`:           `; a text stands between quotation marks: "spring"`,
		`language startsWith es`:   `; a text stands between quotation marks: "es"`,
		`language endsWith es`:     `; a text stands between quotation marks: "es"`,
		`beats startsWith "es"`:    `; of several words one is looked for: "health" in beats`,
		`tags endsWith "es"`:       `; of several words one is looked for: "health" in beats`,
		`language startswith "es"`: `; write contains, startsWith or endsWith: outlet contains "Tide"`,
		`language ENDSWITH "es"`:   `; write contains, startsWith or endsWith: outlet contains "Tide"`,
		`added <> "spring"`:        `; write != for what differs`,
		`priority > "2`:            "",
		`priority > "2"`:           `; a number stands without quotation marks: priority > 2`,
		`language: "es`:            "",
		`language: "es"`:           `; a comparison is ==, with two signs`,
	} {
		msg := "unexpected"
		for _, name := range []string{"Tide", "spring", "es"} {
			if strings.HasSuffix(rule, " "+name) {
				msg = "unknown name " + name
			}
		}
		if got := b.advice(rule, msg); got != want {
			t.Errorf("%s: %s, want %s", rule, got, want)
		}
	}
}
