package intake

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/nyaruka/phonenumbers"

	"pressroom/internal/contacts/heading"
)

// What stands in brackets beside an address or a name is a remark, wherever in the cell it stands; one that asks for no mail is told,
// on however many lines it is written.
func TestRemarksBesideAnAddress(t *testing.T) {
	t.Parallel()
	for cell, want := range map[string]string{
		"(unsubscribed)":                          "unsubscribed",
		"(unsubscribed) <ana@rivers.example>":     "unsubscribed",
		"Ana (unsubscribed) <ana@rivers.example>": "unsubscribed",
		"Ana <ana@rivers.example> (unsubscribed)": "unsubscribed",
		"Ana <ana@rivers.example> (home)":         "",
		"Ana unsubscribed) <ana@rivers.example>":  "",
		"Ana (unsubscribed <ana@rivers.example>":  "",
	} {
		if got := remarked(cell); got != want {
			t.Errorf("%q: %q, want %q", cell, got, want)
		}
	}
	for v, want := range map[string]bool{"never\nsubscribed": true, "never subscribed": true, "Marlow": false, "": false} {
		if got := leavesBy(v); got != want {
			t.Errorf("%q: %t", v, got)
		}
	}
	for _, c := range []struct {
		f       heading.Field
		v, want string
	}{
		{heading.Name, "Ana Ruiz (do not\nmail)", "do not mail"},
		{heading.Name, "Ana Ruiz (Rivers\nTrust)", ""},
		{heading.Tags, "lamps;do not\nmail", "do not mail"},
		{heading.Left, "yes", "yes"},
		{heading.Left, "opted\nout", "opted\nout"},
		{heading.Left, "htt", "htt"},
		{heading.Left, "http://rivers.example/off", ""},
		{heading.Subscribed, "never\nsubscribed", "never\nsubscribed"},
		{heading.Status, "left in\nMay", "left in\nMay"},
		{heading.Status, "retired , 12.3.2025", "retired , 12.3.2025"},
	} {
		if got := (Column{Field: c.f}).leaves(c.v); got != c.want {
			t.Errorf("%s %q: %q, want %q", c.f, c.v, got, c.want)
		}
	}
}

// A column asks whether somebody is mailed where its first two thousand cells say yes or no.
func TestTwoThousandCellsTellWhetherAColumnAsks(t *testing.T) {
	t.Parallel()
	for at, want := range map[int]heading.Field{0: "", 1999: "", 2000: heading.Left} {
		rows := make([]Row, 2001)
		for i := range rows {
			rows[i].Fields = []string{"yes"}
		}
		rows[at].Fields[0] = "on the quay"
		c := Column{Heading: "No mail?"}
		if c.asks(rows); c.Field != want {
			t.Errorf("with another cell in row %d it is %q, want %q", at+1, c.Field, want)
		}
	}
}

// Several people in one cell are told apart by their names, however many lines those take.
func TestPeopleWhoseNamesTakeSeveralLines(t *testing.T) {
	t.Parallel()
	for cell, want := range map[string][]string{
		"Ana\nRuiz <ana@rivers.example>; Jan <jan@rivers.example>":      {"Ana Ruiz <ana@rivers.example>", "Jan <jan@rivers.example>"},
		"Ana\nRuiz <ana@rivers.example>; Ana Ruiz <jan@rivers.example>": nil,
		"a!b@x.example\tb@x.example c@x.example,d@x.example|e@x.example;f@x.example": {
			"a!b@x.example", "b@x.example", "c@x.example", "d@x.example", "e@x.example", "f@x.example",
		},
	} {
		if got := people(cell); !slices.Equal(got, want) {
			t.Errorf("%q: %q", cell, got)
		}
	}
}

// Names that are quoted in a message are quoted by their first sixty letters.
func TestLongNamesAreQuotedInShort(t *testing.T) {
	t.Parallel()
	long := func(c string) string { return strings.Repeat(c, 61) }
	here := Entry{Line: 4, Values: map[string]string{"email": "ana@rivers.example", "name": long("a")}}
	before := Entry{Line: 2, Values: map[string]string{"email": "ana@rivers.example", "name": long("b")}}
	want := "ana@rivers.example stands in row 2 already, as " + strings.Repeat("b", 60) + "…, and here as " + strings.Repeat("a", 60) +
		"…; the two are joined as " + strings.Repeat("b", 60) + "…"
	if got := twiceThere(here, before); got != want {
		t.Errorf("%s\nwant\n%s", got, want)
	}
	const quay = "Marlow Harbour Union press office at the old eastern quay by the mill "
	const title = "Unsubscribed: newsletter, mailings, mailing lists, press mailings"
	for table, want := range map[string]string{
		"Email\n" + quay + "(unsubscribed) <ana@rivers.example>\n": "\n" +
			`! row 2: "Marlow Harbour Union press office at the old eastern quay by…" says that it is not to be mailed: left out`,
		"Email,Outlet\njan@rivers.example,Tide\n,\"" + title + "\"\nana@rivers.example,Tide\n": "email,outlet\njan@rivers.example,Tide\n" +
			"! row 3: no e-mail address: left out\n" +
			`! row 4: it stands below "Unsubscribed: newsletter, mailings, mailing lists, press mai…": left out`,
	} {
		if got := whole(t, "x.csv", table, ""); got != want {
			t.Errorf("%q: got\n%s\nwant\n%s", table, got, want)
		}
	}
	if got, want := whole(t, strings.ReplaceAll(title, ":", "")+".csv", "Email\nana@rivers.example\n", ""),
		"\n"+`! row 2: it stands in "Unsubscribed newsletter, mailings, mailing lists, press mail…": left out`; got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
}

// A cell that seems to hold the next row is told of, in words that say what may have come of its line end.
func TestWhatIsSaidOfARowWithinACell(t *testing.T) {
	t.Parallel()
	r := &rowReader{row: Row{Line: 7}}
	r.swallowed("ana@rivers.example", Column{Heading: "Notes"}, "Oars\njan@rivers.example,Jan")
	want := `row 7: "Notes" has a line that begins with an address, jan@rivers.example: if it is a row of its own, nobody on it is read; ` +
		"its line end is of another kind or stands between quotation marks"
	if len(r.notes) != 1 || r.notes[0].String() != want || !r.notes[0].Look {
		t.Errorf("%+v", r.notes)
	}
	long := strings.Repeat("q", 61)
	r.swallowed("ana@rivers.example", Column{Heading: "Notes"}, "Oars\n"+long+"@rivers.example,Jan")
	want = strings.Replace(want, "jan@rivers.example", long[:60]+"…", 1)
	if len(r.notes) != 2 || r.notes[1].String() != want {
		t.Errorf("%+v", r.notes)
	}
}

// What is said of one cell of a row is said in a whole sentence, and where it is not sure who is mailed, somebody has to look.
func TestWhatIsSaidOfACell(t *testing.T) {
	t.Parallel()
	long := strings.Repeat("q", 61)
	for table, want := range map[string]Note{
		"Email,Status\nana@rivers.example,unknown\n": {
			Line: 2, Look: true,
			Text: `"Status" says "unknown": look whether ana@rivers.example is to be mailed; it stays on the list`,
		},
		"Email,Added\nana@rivers.example," + long + "\n": {
			Line: 2, Text: `added "` + long[:60] + `…" is no day that is understood; it stays as it is`,
		},
		"Email,Language\nana@rivers.example," + long + "\n": {
			Line: 2, Text: `language "` + long[:60] + `…" is not understood, and left out`,
		},
		"Email,Phone\nana@rivers.example,1." + strings.Repeat("2", 61) + "E+61\n": {
			Line: 2, Text: `phone "1.` + strings.Repeat("2", 58) + `…" has lost its digits in a spreadsheet, and is left out`,
		},
		"Email,Status\nana@rivers.example,unsubscribed " + long + "\n": {
			Line: 2, Text: `"Status" says "unsubscribed ` + long[:47] + `…": left out`,
		},
	} {
		if got := result(t, table).Notes; len(got) != 1 || got[0] != want {
			t.Errorf("%q: %+v, want %+v", table, got, want)
		}
	}
}

// A name before an address is one where it has no sign and no digit in it that names do not have.
func TestSignsThatNamesDoNotHave(t *testing.T) {
	t.Parallel()
	for _, sign := range `:<>()[]{}?!0123456789` {
		s := fmt.Sprintf("Pier %cx ana@rivers.example", sign)
		if name, _, ok := named(s); ok {
			t.Errorf("%q: %q", s, name)
		}
	}
	for s, want := range map[string]string{
		"Pier x ana@rivers.example": "Pier x", "ana@rivers.example, ;": "", "ana@rivers.example . ,": "", "Ana Ruiz - ana@rivers.example": "Ana Ruiz",
		"Ana Ruiz – ana@rivers.example": "Ana Ruiz", "Ana Ruiz — ana@rivers.example": "Ana Ruiz",
	} {
		if name, address, ok := named(s); name != want || address != "ana@rivers.example" || !ok {
			t.Errorf("%q: %q %q %t", s, name, address, ok)
		}
	}
}

// Addresses with nothing but blanks between them are rows of their line.
func TestAddressesWithBlanksBetweenThem(t *testing.T) {
	t.Parallel()
	want := []Row{
		{1, []string{"Email", "Name"}},
		{1, []string{"ana@rivers.example", ""}},
		{1, []string{"jan@rivers.example", ""}},
		{3, []string{"bo@rivers.example", ""}},
		{3, []string{"cy@rivers.example", ""}},
	}
	got := pasted("ana@rivers.example jan@rivers.example\n\nbo@rivers.example cy@rivers.example")
	if fmt.Sprint(got) != fmt.Sprint(want) {
		t.Errorf("%v", got)
	}
}

// Words before a telephone number are taken away, each with a colon or a full stop behind it.
func TestWordsBeforeANumber(t *testing.T) {
	t.Parallel()
	const words = "tel telefon telefono teléfono telefone telefoon tél téléphone phone ph t m mob mobile cell office"
	for _, word := range strings.Fields(words) {
		for _, between := range []string{": ", ". ", ".: ", ":"} {
			if got := phone(word+between+"+49 30 901820", ""); got != "+49 30 901820" {
				t.Errorf("%s: %q", word+between, got)
			}
		}
		if v := word + "x: +49 30 901820"; phone(v, "") != v {
			t.Errorf("%s: %q", v, phone(v, ""))
		}
	}
	for _, c := range []struct{ v, country, want string }{
		{"5035550100.0", "US", "+1 503-555-0100"},
		{"503555.0100.0", "US", "503555.0100.0"}, // eleven digits
	} {
		if got := phone(c.v, c.country); got != c.want {
			t.Errorf("%q: %q, want %q", c.v, got, c.want)
		}
	}
}

// Numbers of countries that take more for a prefix, or make something of it, are read at length, and those of others in short.
func TestCountriesWhoseNumbersAreReadAtLength(t *testing.T) {
	t.Parallel()
	long := map[string]bool{"AR": true, "BR": true, "AU": true, "CN": true, "MG": true, "LU": true, "SM": true, "NF": true}
	for _, region := range strings.Fields("AR BR AU CN MG LU SM NF CU CL MY NZ MU KE IE HR BN ID JP US DE") {
		example := phonenumbers.GetExampleNumber(region)
		v := fmt.Sprintf("+%d%s", example.GetCountryCode(), phonenumbers.GetNationalSignificantNumber(example))
		if _, short := plain(v); short == long[region] {
			t.Errorf("%s %s is read in short: %t", region, v, short)
		}
	}
	for _, v := range []string{"+378 66661212", "+378 886377"} { // of San Marino, where a code is put before the second
		if n, short := plain(v); short {
			t.Errorf("%s is read in short, as %v", v, n)
		}
	}
	if got := phone("+378 886377", ""); got != "+378 0549 886377" {
		t.Error(got)
	}
}

// Cells are read with the blanks and the ends of lines that they came with.
func TestCellsWithBlanksAndLines(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		f       heading.Field
		v, want string
	}{
		{heading.Phone, "030 901820\n030 901821", "030 901820 / 030 901821"},
		{heading.Mobile, "030 901820\r\n030 901821", "030 901820 / 030 901821"},
		{heading.Notes, "oars\rsails\tlamps\nropes", "oars sails lamps ropes"},
		{heading.Beats, "oars\nsails", "oars;sails"},
		{heading.Language, "ga", "ga"},
		{heading.Language, "br", "br"},
		{heading.Language, "de_AT", "de-AT"},
	} {
		if got, ok := value(c.f, c.v, ""); got != c.want || !ok {
			t.Errorf("%s %q: %q %t", c.f, c.v, got, ok)
		}
	}
	for v, want := range map[string]bool{" yes": true, "\tyes ": true, "yes\n": true, " \ufe0f✓": true} {
		if yes, known := yesNo(v); yes != want || !known {
			t.Errorf("%q: %t %t", v, yes, known)
		}
	}
	for v, want := range map[string]string{
		"Pier 12.30 May 2 2026": "Pier 12.30 May 2 2026", "May 2 2026 12.30": "2026-05-02", "2 May 2026, 9:05:30 p.m.": "2026-05-02",
	} {
		if got, _ := day(v, eitherWay); got != want {
			t.Errorf("%q: %q", v, got)
		}
	}
}
