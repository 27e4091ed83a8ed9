package release

import (
	"fmt"
	"strings"
	"testing"
	"time"

	golden "pressroom/internal/expect"
	"pressroom/internal/language"
)

// inlines shows what a line is made of: texts stand in brackets.
func inlines(in []Inline) string {
	var b strings.Builder
	for _, i := range in {
		switch i := i.(type) {
		case *Text:
			b.WriteString("[" + i.S + "]")
		case *Emphasis:
			fmt.Fprintf(&b, "*%s*", inlines(i.Children))
		case *Link:
			fmt.Fprintf(&b, "<%s %s>", i.Href, inlines(i.Children))
		default:
			fmt.Fprintf(&b, "%T", i)
		}
	}
	return b.String()
}

// How words read in each style of languages that write quotes differently.
func TestWordsInEachStyle(t *testing.T) {
	var b strings.Builder
	for _, text := range []string{
		"It held.", "It held", "Did it hold?", "It held…", "It held...", "It held, {said}, all night.", "It held. {said} It will hold.", "It held {said}", "It held,{said}: “all” night",
		"It held {said} – and more.", "Did it? {said} It did!", "At 9 a.m. {said} it held at 9 a.m.", "*It held.*", "It *held*, {said} *again*.", "One.\n\nTwo.", "One {said}\n\nTwo.\n\nThree.", "One.\n\nTwo, {said}, two.\n\nThree",
		"“Inner.”", "It “held.” {said} So.", "[It](https://a.example) held.", "It [*held.*](https://a.example)", "It <b>held</b>.", "Fields Inc.", "الماء.", "水。",
	} {
		fmt.Fprintf(&b, "=== %q\n", text)
		last := ""
		for _, tag := range []string{"en", "en-GB", "es", "fr", "de", "ja", "ar", "nl"} {
			for _, style := range []Style{StyleSaid, StyleDash, StyleLeadIn, StyleBlock} {
				if style != StyleSaid && (strings.Contains(text, "{said}") || tag == "nl" || tag == "en-GB") {
					continue
				}
				q := &Quote{ID: "q", Org: "Harbor", Speaker: "Ana Ruiz", Title: "chair", Text: text, Style: style, Translated: tag == "es"}
				if tag == "de" {
					q.Attribution = strings.Replace("so *Ana Ruiz*", "*Ana", "*"+strings.Repeat("<b>", strings.Count(text, "<b>"))+"Ana", 1)
				}
				got, diags := q.Reads(tag)
				if got == nil || len(diags) > 0 {
					fmt.Fprintf(&b, "%s %s: %v\n", tag, style, diags)
				}
				if got == nil {
					continue
				}
				now := ""
				for _, p := range got.Paragraphs {
					now += " / " + inlines(p)
				}
				if got.Attribution != nil {
					now += " // " + inlines(got.Attribution) + fmt.Sprintf(" %q", got.Plain())
				}
				if now != last {
					fmt.Fprintf(&b, "%s %s%s\n", tag, style, now)
				}
				last = now
			}
		}
	}
	golden.File(t, "quotations.golden.txt", b.String())
}

func TestAddressesWithinSentences(t *testing.T) {
	for s, want := range map[string]string{
		"":                              "",
		"https://a.example/x.":          "https://a.example/x",
		"https://a.example/x,;:!?'*_~.": "https://a.example/x",
		"https://a.example/x)":          "https://a.example/x",
		"https://a.example/(x)":         "https://a.example/(x)",
		"https://a.example/(x))":        "https://a.example/(x)",
		"https://a.example/x]":          "https://a.example/x",
		"https://a.example/[x]":         "https://a.example/[x]",
		"https://a.example/[x]].":       "https://a.example/[x]",
		"https://a.example/x)]).":       "https://a.example/x",
		"https://a.example/x^":          "https://a.example/x^",
		"ana@a.example”x":               "ana@a.example",
		"ana@a.example、次":               "ana@a.example",
		").":                            "",
	} {
		if got := trimAddress(s); got != want {
			t.Errorf("%q: %q, want %q", s, got, want)
		}
	}
	for s, want := range map[string]string{
		"see WWW.a.example.":                    "[see ]<https://WWW.a.example [WWW.a.example]>[.]",
		"HTTP://a.example and ana@a.example":    "<HTTP://a.example [HTTP://a.example]>[ and ]<mailto:ana@a.example [ana@a.example]>",
		"www.example":                           "[www.example]",
		"wwwana@a.example":                      "<mailto:wwwana@a.example [wwwana@a.example]>",
		"ana.b@x漢.example":                      "[ana.b@x漢.example]",
		"https://./ and http://":                "[https://./ and http://]",
		"ana@localhost":                         "[ana@localhost]",
		"x/ana@a.example":                       "[x/ana@a.example]",
		"éana@a.example":                        "[éana@a.example]",
		"次ana@a.example次":                       "[次]<mailto:ana@a.example [ana@a.example]>[次]",
		"xhttps://a.example, https://b.example": "[xhttps://a.example, ]<https://b.example [https://b.example]>",
		"9www.a.example":                        "[9www.a.example]",
		"a:b":                                   "[a:b]",
		"plain":                                 "[plain]",
		"":                                      "",
	} {
		if got := inlines(splitAddresses(s)); got != want {
			t.Errorf("%q: %s, want %s", s, got, want)
		}
	}
}

// Markdown that would make a parser slow is refused, and what is just below is not.
func TestHowMuchMarkdownALineMayHold(t *testing.T) {
	n := strings.Repeat
	for _, c := range []struct {
		name, src string
		at        int
		want      string
	}{
		{"nothing", "", 0, ""},
		{"quotations", n("> ", 16) + "x", 0, ""},
		{"too many quotations", "x\n" + n("> ", 17) + "x", 2, "more than 16 levels of lists and quotations in one line; write it flatter"},
		{"lists", n("- ", 6) + n("+ ", 5) + n("* ", 5) + "x", 0, ""},
		{"too many lists", n("1. ", 8) + n("23) ", 8) + "-", 0, "more than 16 levels of lists and quotations in one line; write it flatter"},
		{"no list", n("> ", 16) + "-x", 0, ""},
		{"a number of nine signs", n("> ", 16) + "123456789. x", 0, "more than 16 levels of lists and quotations in one line; write it flatter"},
		{"a number of ten", n("> ", 16) + "1234567890. x", 0, ""},
		{"a number and a sign behind it", n("> ", 16) + "1.x", 0, ""},
		{"a year", "2026", 0, ""},
		{"a zero", n("> ", 16) + "0. x", 0, "more than 16 levels of lists and quotations in one line; write it flatter"},
		{"a year behind others", n("> ", 16) + "2026", 0, ""},
		{"brackets of three paragraphs", n(n("[]", 400)+"\n\n", 3), 0, ""},
		{"marks of three paragraphs", n(n("*_`<~", 160)+"\n\n", 3), 0, ""},
		{"a number alone", n("> ", 16) + "1.", 0, "more than 16 levels of lists and quotations in one line; write it flatter"},
		{"a list with a tab", n("> ", 16) + "-\tx", 0, "more than 16 levels of lists and quotations in one line; write it flatter"},
		{"columns", n(" ", 96) + "\tx", 0, ""},
		{"too many columns", "\n" + n(" ", 97) + "\tx", 1, "indented by more than 100 columns; write it flatter"},
		{"a row", n("|", 61), 0, ""},
		{"a long row", "a\n" + n("|", 62), 63, "a table row of more than 60 columns; split the table"},
		{"brackets", n("[]", 400), 0, ""},
		{"too many brackets", n("[]", 400) + "\n[", 801, "more than 400 square brackets in one paragraph; split it, or write \\["},
		{"brackets of two paragraphs", n("[]", 400) + "\n \r\n[", 0, ""},
		{"marks", n("*_`<~", 160), 0, ""},
		{"marks in a row", n("****", 800), 0, ""},
		{"too many marks", n("*_`<~", 160) + "\nx*", 802, "more than 800 of * _ ` < in one paragraph; split it, or put a \\ before those that are meant literally"},
		{"marks of two paragraphs", n("*_`<~", 160) + "\n\n**", 0, ""},
		{"signs that are none", n("=;\\{}", 400), 0, ""},
		{"a paragraph", n(n("x", 63)+"\n", 1024)[:64<<10], 0, ""},
		{"a long paragraph", n(n("x", 63)+"\n", 1024) + "x", 64 << 10, "a paragraph of more than 64 KiB; split it with a blank line"},
		{"two paragraphs", n(n("x", 63)+"\n", 1024) + "\nx", 0, ""},
	} {
		if at, got := markdownLimits(c.src); at != c.at || got != c.want {
			t.Errorf("%s: %d %q, want %d %q", c.name, at, got, c.at, c.want)
		}
	}
}

func TestHowColoursAreAdjusted(t *testing.T) {
	for color, want := range map[string][2]string{
		"#000000": {"#000000", "#8c8c8c"}, "#ffffff": {"#737373", "#ffffff"}, "#0b5a76": {"#0b5a76", "#548b9f"},
		"#ffcc00": {"#8d7100", "#ffcc00"}, "#ff0000": {"#e60000", "#ff1919"}, "#0000ff": {"#0000ff", "#7272ff"}, "#767676": {"#717171", "#838383"}, "#777777": {"#727272", "#848484"},
		"": {"", ""}, "#fff": {"#fff", "#fff"}, "0b5a766": {"0b5a766", "0b5a766"}, "#0b5a7g": {"#0b5a7g", "#0b5a7g"}, "#0b5a7666": {"#0b5a7666", "#0b5a7666"},
	} {
		if got := [2]string{Readable(color), ReadableOnDark(color)}; got != want {
			t.Errorf("%s: %q, want %q", color, got, want)
		}
	}
	for s, want := range map[string]string{"#010203": "1 2 3 true", "#ABcdef": "171 205 239 true", "010203#": "0 0 0 false", "#01020": "0 0 0 false"} {
		r, g, b, ok := ParseColor(s)
		if got := fmt.Sprint(r, g, b, ok); got != want {
			t.Errorf("%s: %s, want %s", s, got, want)
		}
	}
}

func TestNamesOfFilesThatWereMade(t *testing.T) {
	for _, c := range [][3]string{
		{"image/jpeg", "media/pier.six.png", "pier.six.jpeg"}, {"image/png", "pier", "pier.png"}, {"image/png", "a/b/pier.JPG", "pier.png"}, {"text", "x.y", "x.text"},
	} {
		if got := (Asset{Type: c[0]}).FileName(c[1]); got != c[2] {
			t.Errorf("%s of %s is called %s", c[1], c[0], got)
		}
	}
	if got := LogoKey("a.svg") + " " + LogoPixels("a.svg"); got != "logo:a.svg logo:a.svg:pixels" {
		t.Error(got)
	}
}

// The instants that times on a clock can mean, where it is changed and where a day has no
// midnight.
func TestTheInstantsOfAClock(t *testing.T) {
	zone := func(name string) *time.Location {
		z, err := time.LoadLocation(name)
		if err != nil {
			t.Fatal(err)
		}
		return z
	}
	const form = "2006-01-02T15:04:05.999Z07:00"
	for _, c := range []struct{ zone, wall, want string }{
		{"UTC", "2026-07-26T09:00:00Z", "2026-07-26T09:00:00Z"},
		{"America/New_York", "2026-07-26T09:00:00.5Z", "2026-07-26T09:00:00.5-04:00"},
		{"America/New_York", "2026-11-01T01:30:00Z", "2026-11-01T01:30:00-04:00 2026-11-01T01:30:00-05:00"},
		{"America/New_York", "2026-11-01T00:59:59Z", "2026-11-01T00:59:59-04:00"},
		{"America/New_York", "2026-11-01T02:00:00Z", "2026-11-01T02:00:00-05:00"},
		{"America/New_York", "2026-03-08T02:30:00Z", "2026-03-08T01:30:00-05:00 2026-03-08T03:30:00-04:00"},
		{"America/New_York", "2026-03-08T03:00:00Z", "2026-03-08T03:00:00-04:00"},
		{"Asia/Beirut", "2026-03-29T00:00:00Z", "2026-03-28T23:00:00+02:00 2026-03-29T01:00:00+03:00"},
	} {
		wall, err := time.Parse(time.RFC3339Nano, c.wall)
		if err != nil {
			t.Fatal(err)
		}
		var got []string
		for _, r := range Readings(wall, zone(c.zone)) {
			got = append(got, r.Format(form))
		}
		if strings.Join(got, " ") != c.want {
			t.Errorf("%s in %s: %v, want %s", c.wall, c.zone, got, c.want)
		}
		said := ""
		if _, err := (Moment{localDateTime, wall}).In(zone(c.zone)); err != nil {
			said = err.Error()
		}
		want := ""
		switch {
		case strings.Contains(c.wall, "11-01T01:30"):
			want = "in America/New_York the clock shows 01:30 twice that day; write 2026-11-01T01:30:00-04:00 or 2026-11-01T01:30:00-05:00"
		case strings.Contains(c.wall, "03-08T02:30"):
			want = "in America/New_York the clock skips 02:30 that day; write 2026-03-08T01:30:00-05:00 or 2026-03-08T03:30:00-04:00"
		case c.zone == "Asia/Beirut":
			want = "in Asia/Beirut the clock skips 00:00 that day; write 2026-03-28T23:00:00+02:00 or 2026-03-29T01:00:00+03:00"
		}
		if said != want {
			t.Errorf("%s in %s: %q, want %q", c.wall, c.zone, said, want)
		}
	}
	day := Moment{localDateTime, time.Date(2026, 7, 26, 17, 5, 6, 7, time.UTC)}
	if got := day.dayStart(zone("Asia/Tokyo")).Format(form); got != "2026-07-26T00:00:00+09:00" {
		t.Errorf("the day begins at %s", got)
	}
	for _, c := range []struct {
		zone       string
		month, day int
		want       string
	}{
		{"Asia/Beirut", 3, 29, "2026-03-29T01:00:00+03:00"},
		{"Asia/Beirut", 3, 28, "2026-03-28T00:00:00+02:00"},
		{"America/Santiago", 9, 6, "2026-09-06T01:00:00-03:00"},
		{"America/Havana", 3, 8, "2026-03-08T01:00:00-04:00"},
		{"America/Havana", 11, 1, "2026-11-01T00:00:00-04:00"}, // its midnight comes twice
	} {
		day.wall = time.Date(2026, time.Month(c.month), c.day, 5, 0, 0, 0, time.UTC)
		if got := day.dayStart(zone(c.zone)).Format(form); got != c.want {
			t.Errorf("%d-%d in %s begins at %s, not %s", c.month, c.day, c.zone, got, c.want)
		}
	}
}

// What stands on top, and in a mail's subject, in each phase and of whatever became of it.
func TestWhatStandsOnTop(t *testing.T) {
	at := time.Date(2026, 7, 26, 9, 0, 0, 0, time.UTC)
	r := &Release{Timing: Timing{At: at}}
	v := &Version{Subject: "A levee"}
	for _, c := range []struct {
		tag   string
		phase Phase
		want  string
	}{
		{"en", PhaseAdvance, "EMBARGOED UNTIL Sunday, July 26, 2026, 9:00 a.m. UTC|EMBARGO July 26, 9 a.m. UTC: A levee"},
		{"en", PhaseRelease, "FOR IMMEDIATE RELEASE: July 26, 2026|A levee"},
		{"ar", PhaseAdvance, "محظور النشر حتى الأحد، 26 يوليو 2026، 09:00 UTC|حظر نشر 26 يوليو 09:00 UTC\u200f: A levee"},
		{"he", PhaseAdvance, "אסור לפרסום עד יום ראשון, 26 ביולי 2026, 09:00 UTC\u200f / " +
			"EMBARGOED UNTIL Sunday, July 26, 2026, 9:00 a.m. UTC|אסור לפרסום עד 26/7 09:00 UTC\u200f: A levee"},
	} {
		cat := language.Of(c.tag)
		got := r.ReleaseLines(cat, c.phase) + "|" + r.SubjectLine(cat, v, c.phase)
		if got != c.want {
			t.Errorf("%s %s: %s, want %s", c.tag, c.phase, got, c.want)
		}
	}
	unread := *language.Of("es")
	unread.Read = false
	if got := r.ReleaseLines(&unread, PhaseAdvance); !strings.Contains(got, " / EMBARGOED UNTIL ") || strings.Contains(r.ReleaseLines(&unread, PhaseRelease), "/") {
		t.Errorf("in phrases that nobody has read: %s", got)
	}
	uk := &Release{Issuer: Organization{Layout: LayoutUK}}
	if got := fmt.Sprint(r.Parts(), uk.Parts(), r.EndMark(language.Of("en")), uk.EndMark(language.Of("en-GB"))); got != "[0 1 2 3 4 5 6 7 8 9 10] [0 1 3 4 5 6 7 9 2 8 10]###ENDS" {
		t.Error(got)
	}
	for _, c := range []struct {
		v    Version
		want string
	}{
		{Version{Body: []Block{&Paragraph{[]Inline{&Text{"a"}}}}}, "[a]"},
		{Version{Dateline: "MARLOW", Body: []Block{&Paragraph{[]Inline{&Text{"a"}}}, &Paragraph{[]Inline{&Text{"b"}}}}}, "*[MARLOW]*[ — ][a]|[b]"},
		{Version{Dateline: "MARLOW", Body: []Block{&Heading{}, &Paragraph{[]Inline{&Text{"b"}}}}}, "*[MARLOW]*|-|[b]"},
		{Version{Dateline: "MARLOW"}, "*[MARLOW]*"},
	} {
		var got []string
		for _, b := range c.v.Copy() {
			if p, ok := b.(*Paragraph); ok {
				got = append(got, inlines(p.Inlines))
				if e, ok := p.Inlines[0].(*Emphasis); ok && !e.Strong {
					t.Error("the dateline is not strong")
				}
				continue
			}
			got = append(got, "-")
		}
		if strings.Join(got, "|") != c.want {
			t.Errorf("%v, want %s", got, c.want)
		}
	}
}

func TestWhoMayReadIt(t *testing.T) {
	src := "+++\nheadline = \"H\"\naccess = [\"Ana@office.example\", \"Bo <bo@office.example>\", \"cy\", \"dee@office.example \"]\n+++\nBody.\n"
	r, diags := Read("h", []Source{{Name: "h.md", Data: []byte(src)}}, Settings{})
	var said []string
	for _, d := range diags {
		if d.Rule == "access" {
			said = append(said, d.String())
		}
	}
	const behind = ` is no address alone; write those of [[user]] in pressroom.toml, as in access = ["ana@office.example"] [access]`
	want := `h.md:3:33: error: "Bo <bo@office.example>"` + behind + "\n" + `h.md:3:59: error: "cy"` + behind + "\n" + `h.md:3:65: error: "dee@office.example "` + behind
	if got := strings.Join(said, "\n"); got != want {
		t.Errorf("%s\nwant\n%s", got, want)
	}
	if r != nil && (len(r.Access) != 1 || r.Access[0].Email != "ana@office.example") {
		t.Errorf("%+v", r.Access)
	}
}
