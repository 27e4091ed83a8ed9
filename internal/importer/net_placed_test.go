package importer

import (
	"strings"
	"testing"

	"golang.org/x/net/html"

	"pressroom/internal/importer/prose"
)

// TestHeadlinesBehindTheLineOfRelease are told from the copy, from labels and from days.
func TestHeadlinesBehindTheLineOfRelease(t *testing.T) {
	t.Parallel()
	for lines, want := range map[string]bool{
		"Lamps for Marlow": true, "Lamps Marlow": false, "4 May 2026¶Lamps for Marlow": true, "Press release¶Lamps for Marlow": true,
		"":                  false,
		"¶Lamps for Marlow": true, "- Lamps for Marlow": false, "|a|": false, "4 May 2026": false,
		strings.Repeat("The lamps burn. ", 8): false,
	} {
		if got := headlineFollows(lined(lines), "en"); got != want {
			t.Errorf("%.60s: %t", lines, got)
		}
	}
	for _, c := range [][2]string{
		{"For immediate release: Lamps for old Marlow", "Lamps for old Marlow|For immediate release"},
		{"For immediate release: Lamps for Marlow", "|For immediate release: Lamps for Marlow"},
		{"For immediate release: Lamps for old Marlow¶^and its quays", "Lamps for old Marlow and its quays||For immediate release"},
		{"For immediate release: Lamps for old Marlow¶and its quays", "Lamps for old Marlow|For immediate release"},
		{"For immediate release: Lamps for old Marlow¶^4 May 2026", "Lamps for old Marlow|For immediate release"},
		{"For immediate release: Lamps for old Marlow¶^Press contact: Ana Ruiz", "Lamps for old Marlow|For immediate release"},
		{
			"For immediate release: Lamps for old Marlow¶^a b c d e f g h i j",
			"Lamps for old Marlow a b c d e f g h i j||For immediate release",
		},
		{"For immediate release: Lamps for old Marlow¶^a b c d e f g h i j k", "Lamps for old Marlow|For immediate release"},
		{
			"For immediate release: Lamps for old Marlow¶^" + strings.Repeat("The lamps burn. ", 8),
			"Lamps for old Marlow|For immediate release",
		},
		{"For immediate release Contact: Ana Ruiz, ana@h.example", "|For immediate release"},
		{"For immediate release", "|For immediate release"},
	} {
		d := drafted("en")
		headline, n := d.release(lined(c[0]))
		got := headline.Text + strings.Repeat("|", n) + strings.Join(d.releaseLines, "|")
		if got != c[1] {
			t.Errorf("%.80s: %q, want %q", c[0], got, c[1])
		}
	}
}

// TestPlacesBeforeTheCopy are its dateline, in brackets or not, and not where they are all that there is.
func TestPlacesBeforeTheCopy(t *testing.T) {
	t.Parallel()
	for _, c := range [][2]string{
		{"MARLOW, 4 May 2026 – The lamps burn.", "MARLOW, 4 May 2026 // The lamps burn."},
		{"(MARLOW) – The lamps burn.", "MARLOW // The lamps burn."},
		{"(MARLOW) Mass. – The lamps burn.", "MARLOW // Mass. – The lamps burn."},
		{"(MARLOW) 4 May 2026 – The lamps burn.", "MARLOW // The lamps burn."},
		{"MARLOW – ", " // MARLOW – "},
		{"MARLOW – ¶The lamps burn.", "MARLOW // The lamps burn."},
		{"#Lamps¶MARLOW – The lamps burn.", "MARLOW // #Lamps¶The lamps burn."},
		{"a¶b¶c¶MARLOW – The lamps burn.", " // a¶b¶c¶MARLOW – The lamps burn."},
		{"a¶b¶MARLOW – The lamps burn.", "MARLOW // a¶b¶The lamps burn."},
		{"marlow – The lamps burn.", " // marlow – The lamps burn."},
		{", – The lamps burn.", " // , – The lamps burn."},
	} {
		d, body := drafted("en"), lined(c[0])
		d.takeDateline(&body)
		if got := d.Dateline.Text + " // " + outlined(body); got != c[1] {
			t.Errorf("%s: %q, want %q", c[0], got, c[1])
		}
	}
}

// TestNamesThatAddressesHave are those of people and of hosts, as the text writes them.
func TestNamesThatAddressesHave(t *testing.T) {
	t.Parallel()
	for _, c := range [][3]string{ // address, source, name
		{"Ana.Ruiz@h.example", "", "Ana Ruiz"},
		{"ana.ruiz@h.example", "", ""},
		{"ana.ruiz@h.example", "So says Ana Ruiz.", "Ana Ruiz"},
		{"Human.Ruiz@h.example", "", ""},
		{"Editorial.Ruiz@h.example", "", ""},
		{"Office.Ruiz@h.example", "", ""},
		{"Senior.Ruiz@h.example", "", ""},
		{"Harbour.Union@h.example", "", ""},
		{"ana@h.example", "", ""},
	} {
		d := drafted("en")
		d.Source = c[1]
		if got := d.ofAddress(c[0]); got != c[2] {
			t.Errorf("%s: %q, want %q", c[0], got, c[2])
		}
	}
	for _, c := range [][3]string{ // text, host, name
		{"So the Old Quay burns.", "oldquay", "Old Quay"},
		{"So the Old, Quay burns.", "oldquay", ""},
		{"So the Old Quay’s lamps burn.", "oldquay", "Old Quay"},
		{"So the Old Quay Union burns.", "oldquay", ""},
		{"So the Old Quay, Union burns.", "oldquay", "Old Quay"},
		{"So New Old Quay burns.", "oldquay", ""},
		{"So it ends. New. Old Quay burns.", "oldquay", "Old Quay"},
		{"The Old Quay burns.", "oldquay", "Old Quay"},
		{"So the A B C D E F burns.", "abcdef", "A B C D E F"},
		{"So the A B C D E F G burns.", "abcdefg", ""},
		{"So it is Quay", "quay", "Quay"},
		{"Quay", "quay", "Quay"},
		{"Quay lamps", "quay", ""},
		{"So the old quay burns.", "oldquay", ""},
	} {
		if got := calledSo(c[0], c[1]); got != c[2] {
			t.Errorf("%s: %q, want %q", c[0], got, c[2])
		}
	}
}

// TestNamesAndOfficesInWords are told by what stands at their beginning and their end.
func TestNamesAndOfficesInWords(t *testing.T) {
	t.Parallel()
	for words, want := range map[string]int{
		"Ana Ruiz": 2, "Ana Ruiz director": 2, "Dr. Ana Ruiz lamps": 3, "Dr. Prof.": 0, "Ana B. Ruiz lamps": 3, "Ana de Ruiz": 3,
		"de Ana Ruiz": 0,
		"Ana":         0, "Ana, Ruiz": 0, "Ana Ruiz Jr. lamps": 3, "Ana Ruiz Lamp": 2, "Press Ruiz": 0, "ana Ruiz": 0, "Ana R2 Lamp": 0,
		"Ana @Ruiz": 0, "": 0,
		"Dr.": 0,
	} {
		if got := nameLength(strings.Fields(words)); got != want {
			t.Errorf("%s: a name of %d words", words, got)
		}
	}
	for words, want := range map[string]int{
		"Harbour Union Ana Ruiz": 2, "Harbour Union Ana": 0, "Harbour Union Ana Maria Ruiz": 2, "Harbour Union Ana Maria Bo Ruiz": 0,
		"Ana Ruiz":       0,
		"Union Ana Ruiz": 0, "Harbour Union director Ruiz": 0, "Harbour Union Pressesprecher Ruiz": 0, "Harbour Union ana ruiz": 0,
		"Harbour Union": 0,
	} {
		if got := orgBefore(strings.Fields(words)); got != want {
			t.Errorf("%s: a name at %d", words, got)
		}
	}
	for words, want := range map[string]bool{
		"Public Relations": true, "Press Office": true, "Media and Press": true, "Harbour Press": false, "Press & Media": true,
		"Group": true, "": true,
	} {
		if got := generic(strings.Fields(words)); got != want {
			t.Errorf("%s is nobody's own: %t", words, got)
		}
	}
	for line, want := range map[string]bool{
		"Ana Ruiz, Director, ana@h.example": true, "Ana Ruiz, Director, 555-010-0142": true,
		"Ana Ruiz, Director, 555-010-0142 lamps": false,
		"Ana Ruiz, ana@h.example":                false, "Ana Ruiz, Director,\nQuay, ana@h.example": false, "Ana Ruiz, Director,\n555-010-0142": false,
		"Ana Ruiz, Director\nQuay, Harbour, ana@h.example": false, "Lamps, Director, ana@h.example": false,
		"Ana Ruiz, Director, ana@h.example.": false,
	} {
		if got := drafted("en").signedInLine(line); got != want {
			t.Errorf("%q is signed: %t", line, got)
		}
	}
	lines := func(n int) string { return "Ana Ruiz" + strings.Repeat("\nlamps", n-2) + "\nana@h.example" }
	for text, want := range map[string]bool{
		lines(2): false, lines(3): true, lines(longestSignOff): true, lines(longestSignOff + 1): false, "Lamps\nQuay\nana@h.example": false,
		"Ana Ruiz\nQuay\nlamps": false,
	} {
		if got := drafted("en").signedInLines(text); got != want {
			t.Errorf("%q is signed: %t", text, got)
		}
	}
	for table, want := range map[string]bool{
		"| Contact | Ana Ruiz | ana@h.example |": true, "| Contact |": false, "| Lamps | Ana Ruiz | ana@h.example |": false,
		"| --- |": false,
		"|  |\n| --- |\n| Contact | Ana Ruiz | ana@h.example |": true,
	} {
		if got := tableAsks(table); got != want {
			t.Errorf("%q asks: %t", table, got)
		}
	}
	p := prose.Para{Text: "Ana Bo", Marks: []prose.Mark{
		{From: 0, To: 3, Href: "mailto:ana@h.example"}, {From: 4, To: 6, Href: "mailto:bo@h.example?a"},
	}}
	first := linkedReach(p)
	if p.Marks[1].From = 2; first == linkedReach(p) || !strings.Contains(first, "ana@h.example") ||
		!strings.Contains(first, "bo@h.example") {
		t.Errorf("what links lead to: %q", first)
	}
}

// TestPicturesAreKeptOnce where each has an address or lies beside the source.
func TestPicturesAreKeptOnce(t *testing.T) {
	t.Parallel()
	for i, c := range []struct {
		list []Picture
		want string
	}{
		{[]Picture{{URL: "https://h.example/a.png"}, {URL: "https://h.example/a.png", Alt: "Quay"}}, "https://h.example/a.png||Quay"},
		{[]Picture{{File: "a.png"}, {File: "b.png"}, {File: "a.png", Alt: "Quay"}}, "|a.png|Quay // |b.png|"},
		{[]Picture{{URL: "a.png"}}, ""},
		{[]Picture{{URL: "ftp://h.example/a.png"}}, ""},
		{[]Picture{{URL: "mailto:ana@h.example"}}, ""},
		{[]Picture{{URL: "HTTPS://h.example/a.png"}}, "HTTPS://h.example/a.png||"},
		{[]Picture{{}}, ""},
	} {
		var out []string
		for _, p := range merged(c.list) {
			out = append(out, p.URL+"|"+p.File+"|"+p.Alt)
		}
		if got := strings.Join(out, " // "); got != c.want {
			t.Errorf("%d: %q", i, got)
		}
	}
}

// TestDaysThatPagesState are read from their heads, and their titles without the site's.
func TestDaysThatPagesState(t *testing.T) {
	t.Parallel()
	for _, c := range [][3]string{ // page, title, days
		{"<title>Lamps for old Marlow | Quay</title>", "Lamps for old Marlow", ""},
		{"<title>Lamps for Marlow | Quay</title>", "Lamps for Marlow | Quay", ""},
		{
			"<title>Lamps for old Marlow</title><pubdate>Mon, 04 May 2026 09:00:00 +0000</pubdate>",
			"Lamps for old Marlow item",
			"2026-05-04",
		},
		{
			"<title>Lamps for old Marlow | Quay</title><pubdate>Mon, 04 May 2026 09:00:00 +0000</pubdate>",
			"Lamps for old Marlow | Quay item",
			"2026-05-04",
		},
		{"<title>Lamps for old Marlow | Quay</title><pubdate></pubdate>", "Lamps for old Marlow", ""},
		{"<title></title>", "", ""},
		{"<title>Lamps, 4 May 2026</title>", "Lamps, 4 May 2026", "2026-05-04"},
		{`<meta property="article:published_time" content="2026-05-04T09:00">`, "", "2026-05-04"},
		{`<meta name="date" content="2026/05/04">`, "", "2026-05-04"},
		{`<script type="application/ld+json">{"datePublished": "2026-05-04"}</script>`, "", "2026-05-04"},
		{`<script type="application/ld+json"></script>`, "", ""},
		{`<script type="application/ld+json">{"datePublished": "2026-05-04"</script>`, "", ""},
		{`<script>{"datePublished": "2026-05-04"}</script>`, "", ""},
		{`<time class="entry-date" datetime="2026-05-04">`, "", "2026-05-04"},
		{`<time datetime="2026-05-04">`, "", ""},
		{`<time pubdate datetime="2026-05-04">`, "", "2026-05-04"},
	} {
		root, err := html.Parse(strings.NewReader("<html><head>" + c[0] + "</head></html>"))
		if err != nil {
			t.Fatal(err)
		}
		title, item := titleOf(root)
		if item {
			title += " item"
		}
		if title != c[1] {
			t.Errorf("title of %s: %q, want %q", c[0], title, c[1])
		}
		var days []string
		for _, d := range programDays(root) {
			days = append(days, d.Format("2006-01-02"))
		}
		if got := strings.Join(days, " "); got != c[2] {
			t.Errorf("days of %s: %q, want %q", c[0], got, c[2])
		}
	}
}
