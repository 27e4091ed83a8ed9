package release

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/yuin/goldmark/ast"

	"pressroom/internal/diagnostic"
	"pressroom/internal/language"
)

// TestAnAddressEndsAndBeginsWhereItDoes reads addresses beside marks, behind letters that were cut off, and of several parts.
func TestAnAddressEndsAndBeginsWhereItDoes(t *testing.T) {
	t.Parallel()
	const quay, link = "info@quay.example", "<mailto:info@quay.example [info@quay.example]>"
	for s, want := range map[string]string{
		`"https://a.example/b" is it`:           `["]<https://a.example/b [https://a.example/b]>[" is it]`,
		"https://a.example/b<br":                "<https://a.example/b [https://a.example/b]>[<br]",
		"https://a.example/b>":                  "<https://a.example/b [https://a.example/b]>[>]",
		"at ana@mail.rivers.example.":           "[at ]<mailto:ana@mail.rivers.example [ana@mail.rivers.example]>[.]",
		"httpd@a.example":                       "<mailto:httpd@a.example [httpd@a.example]>",
		"httpsd@a.example":                      "<mailto:httpsd@a.example [httpsd@a.example]>",
		"http://":                               "[http://]",
		"https://..":                            "[https://..]",
		"_ana@a.example":                        "[_ana@a.example]",
		"-ana@a.example":                        "[-ana@a.example]",
		".ana@a.example":                        "[.ana@a.example]",
		"/ana@a.example":                        "[/ana@a.example]",
		"x@ana@a.example":                       "[x@ana@a.example]",
		":ana@a.example":                        "[:]<mailto:ana@a.example [ana@a.example]>",
		"l'eau: sean.o'hara@quay.example":       "[l'eau: sean.o'hara@quay.example]",
		"l'" + quay + ", sean.o'hara@a.example": "[l']" + link + "[, sean.o'hara@a.example]",
	} {
		if got := inlines(splitAddresses(s)); got != want {
			t.Errorf("%q: %s, want %s", s, got, want)
		}
	}
	for _, before := range strings.Fields("c' d' j' l' m' n' s' t' qu' un' dall' all' dell' nell' sull' ' ’ L’ Dell’") {
		if got, want := inlines(splitAddresses("at "+before+quay)), "[at "+before+"]"+link; got != want {
			t.Errorf("%s: %s", before, got)
		}
	}
	for _, before := range strings.Fields("o' b' del' sul' nel' q' da' dal' x.l' 9l' él'") {
		if got, want := inlines(splitAddresses("at "+before+quay)), "[at "+before+quay+"]"; got != want {
			t.Errorf("%s: %s", before, got)
		}
	}
}

// TestColoursThatAreJustReadable are those at which each part of the formula of WCAG 2.1 decides by one step.
func TestColoursThatAreJustReadable(t *testing.T) {
	t.Parallel()
	for color, want := range map[string][2]string{
		"#0075ff": {"#0070f3", "#1982ff"}, "#0000e1": {"#0000e1", "#7272ee"}, "#0f88c3": {"#0e7bb0", "#0f88c3"},
		"#0d9ed2": {"#0a779e", "#0d9ed2"}, "#037cff": {"#0370e6", "#037cff"},
	} {
		if got := [2]string{Readable(color), ReadableOnDark(color)}; got != want {
			t.Errorf("%s: %q, want %q", color, got, want)
		}
	}
}

// TestANumberIsOneWithSpaceAroundIt trims each kind of space that stands around a cell.
func TestANumberIsOneWithSpaceAroundIt(t *testing.T) {
	t.Parallel()
	for _, space := range []string{" ", "\u00a0", "\t", "\n", leftMark} {
		for _, cell := range []string{space + "5 %", "5 %" + space, space + space + "(5)" + space + space} {
			if !IsFigure(cell) {
				t.Errorf("%q is none", cell)
			}
		}
	}
	for _, digit := range "٠١٢٣٤٥٦٧٨٩" {
		table := &Table{Rows: [][][]Inline{{{&Text{"-" + string(digit)}}}}}
		if table.signsBefore(); PlainText(table.Rows[0][0]) != "-"+string(digit) {
			t.Errorf("-%c has an order of its own", digit)
		}
	}
}

// TestTheBreaksOfALineAreInItsText holds them as line feeds, and cuts what a feed shows at a word without its mark.
func TestTheBreaksOfALineAreInItsText(t *testing.T) {
	t.Parallel()
	if got := PlainText([]Inline{&Text{"Oars"}, &Break{}, &Emphasis{Children: []Inline{&CodeSpan{"sails"}}}}); got != "Oars\nsails" {
		t.Errorf("%q", got)
	}
	for text, want := range map[string]string{
		"Oars, sails": "Oars…", "Oars; sails": "Oars…", "Oars: sails": "Oars…", "Oars. sails": "Oars.…", "Oars sail": "Oars sail",
		"Oars, :; sails and": "Oars…", "Oarsandsails": "Oarsandsa…",
	} {
		if got := Summary([]Block{&Rule{}, &Paragraph{[]Inline{&Text{text}}}}, 10); got != want {
			t.Errorf("%q: %q, want %q", text, got, want)
		}
	}
}

// TestWhatIsMarkedTouchesWhatIsOther parts a passage exactly where a word that is another ends.
func TestWhatIsMarkedTouchesWhatIsOther(t *testing.T) {
	t.Parallel()
	for stretch, want := range map[[2]int]bool{{0, 3}: false, {0, 4}: true, {3, 6}: true, {5, 9}: true, {6, 9}: false, {4, 5}: true} {
		m := &marking{at: 3, stretches: [][2]int{stretch}}
		_, got := m.whole(&CodeSpan{"sea"}, 3).(*Emphasis)
		if got != want || m.at != 6 {
			t.Errorf("%v: %t, then at %d", stretch, got, m.at)
		}
	}
	for stretch, want := range map[[2]int]string{{0, 2}: "[ cd]", {2, 4}: "*[ c]*[d]", {5, 7}: "[ cd]", {4, 7}: "[ c]*[d]*"} {
		m := &marking{passage: "ab cdef", at: 2, stretches: [][2]int{stretch}}
		if got := inlines(m.text(" cd")); got != want {
			t.Errorf("%v: %s, want %s", stretch, got, want)
		}
	}
	in := []Inline{&Text{"Oars"}, &Break{}, &Text{"and "}, &CodeSpan{"sea"}}
	if got := inlines(mark("Oars\nand sea", in, []bool{false, false, true})); got != "[Oars]*release.Break[and ]**release.CodeSpan*" {
		t.Error(got)
	}
}

// TestLinesAreAsDeepAsTheyMayBe tries marks that look like those of lists, and paragraphs of just the size.
func TestLinesAreAsDeepAsTheyMayBe(t *testing.T) {
	t.Parallel()
	n := strings.Repeat
	const deep = "more than 16 levels of lists and quotations in one line; write it flatter"
	const long = "a paragraph of more than 64 KiB; split it with a blank line"
	for i, c := range []struct {
		src  string
		at   int
		want string
	}{
		{n("> ", 16) + ". x", 0, ""},
		{n("> ", 16) + ") x", 0, ""},
		{n("> ", 16) + "1) x", 0, deep},
		{n("> ", 16) + "9. x", 0, deep},
		{n("> ", 16) + ":. x", 0, ""},
		{n("> ", 16) + "1", 0, ""},
		{n(n("x", 63)+"\n", 1023) + n("x", 64), 0, ""},
		{n(n("x", 63)+"\n", 1023) + n("x", 65), 1023 * 64, long},
	} {
		if at, got := markdownLimits(c.src); at != c.at || got != c.want {
			t.Errorf("%d: %d %q, want %d %q", i, at, got, c.at, c.want)
		}
	}
}

// TestOfMarkdownNothingIsLostInSilence reads what stands in the wrong place, and what the parser does not make today.
func TestOfMarkdownNothingIsLostInSilence(t *testing.T) {
	t.Parallel()
	const own = `x.md:9:3: error: {{ begins a marker, and {{quote "id"}} or {{quotes}} must be a paragraph of its own, ` +
		`outside lists and quotations; for literal braces write &#123;&#123; [marker]`
	const picture = `x.md:9:5: error: a picture must be a paragraph of its own in the body, declared under [[media]] [picture]`
	long := strings.Repeat("lamp", 16)
	for body, want := range map[string]string{
		"- {{quotes}}":  own,
		"## {{quotes}}": strings.Replace(own, "9:3", "9:4", 1),
		"| a | b |\n|---|---|\n| x | {{quotes}} |": strings.Replace(own, "9:3", "11:7", 1),
		"- x\n- ![A](a.png)":                       "x.md:10:5" + strings.TrimPrefix(picture, "x.md:9:5"),
		"Lamps.\n\n{{quotes}}":                     "",
		"{{quotes}}\u00a0\n\nx":                    "",
		"Lamps.\n\n<b>x</b>":                       `x.md:11:1: error: HTML cannot be carried into text and PDF; write Markdown, or \< for a literal < [html]`,
		"Lamps and <b>x</b> oars":                  `x.md:9:11: error: HTML cannot be carried into text and PDF; write Markdown, or \< for a literal < [html]`,
		"[a](" + long + ":b)": "x.md:9:2: error: the link to " + long[:60] + "… uses " + long[:60] +
			"…:; only https, http, mailto and tel are carried [link]",
		"{{quote '" + long + "'}}": "x.md:9:1: error: the id of a quote stands between straight quotation marks; write {{quote \"" + long[:60] +
			"…\"}} [marker]",
		`{{quote "` + long + `"}}`: `x.md:9:1: error: no quote has the id "` + long[:60] + `…"; the release has no [[quote]] yet [marker]`,
	} {
		_, got := told("", "", body, Settings{})
		if first, _, _ := strings.Cut(got, "\n"); first != want {
			t.Errorf("%s:\n%s\nwant\n%s", body, got, want)
		}
	}
	var diags diagnostic.List
	c := &converter{textSource: &textSource{
		diags: &diags, what: "a quote", at: func(o int) Position { return Position{File: "q", Line: 1, Column: o + 1} },
	}, last: 4}
	p := ast.NewParagraph()
	p.AppendChild(p, ast.NewString([]byte("oars")))
	if b, in := c.block(ast.NewListItem(0), true), c.inlines(p); b != nil || len(in) != 0 {
		t.Errorf("%v %v", b, in)
	}
	const want = "q:1:5: error: ListItem cannot stand in a quote [markdown]\nq:1:5: error: String cannot stand in a quote [markdown]"
	if got := diags.Error(); got != want {
		t.Errorf("%s\nwant\n%s", got, want)
	}
}

// TestACharacterIsWrittenInSeveralWays reads references and escapes, and signs that only look like them.
func TestACharacterIsWrittenInSeveralWays(t *testing.T) {
	t.Parallel()
	for src, want := range map[string]string{
		`Fish & chips \#1; lamps`: "Fish & chips #1; lamps", `Fish &amp; chips \& oars;`: "Fish & chips & oars;", `a & b &amp; c;`: "a & b & c;",
		`&#65;&#x42;&#X43;&copy;&frac12;`: "ABC©½", `&nope; &; &#; &#x; &a b; &`: "&nope; &; &#; &#x; &a b; &", `\&amp; \\ \a \`: `&amp; \ \a \`,
		`&CounterClockwiseContourIntegral;`: "∳", `&amp;amp;`: "&amp;", `&&amp;`: "&&", `&lt`: "&lt",
	} {
		if got := string(unescape([]byte(src))); got != want {
			t.Errorf("%s: %s, want %s", src, got, want)
		}
	}
}

// TestWhatIsStrongAndWhatIsLinked tells the two kinds of emphasis apart, and leaves out a link that leads nowhere.
func TestWhatIsStrongAndWhatIsLinked(t *testing.T) {
	t.Parallel()
	for src, want := range map[string]string{
		"*a*": "false", "**a**": "true", "_a_": "false", "__a__": "true", "***a***": "false true",
		"[a](https://a.example)": "https://a.example", "[a](a.html)": "", "<x:y>": "", "[a](HTTPS://A.example)": "HTTPS://A.example",
	} {
		var got []string
		var look func(in []Inline)
		look = func(in []Inline) {
			for _, i := range in {
				switch i := i.(type) {
				case *Emphasis:
					got = append(got, fmt.Sprint(i.Strong))
					look(i.Children)
				case *Link:
					got = append(got, i.Href)
				}
			}
		}
		blocks := parseMarkdown(&textSource{src: "See " + src, diags: new(diagnostic.List), at: func(int) Position { return Position{} }})
		if look(blocks[0].(*Paragraph).Inlines); strings.Join(got, " ") != want {
			t.Errorf("%s: %q, want %s", src, got, want)
		}
	}
}

// TestWhereTheAttributionOfAQuoteMayStand reads quotes whose marker stands first, twice, in a link, and beside what is blank.
func TestWhereTheAttributionOfAQuoteMayStand(t *testing.T) {
	t.Parallel()
	const first = "{said} must follow the first words of its paragraph [said]"
	for text, want := range map[string]string{
		"{said} One.\n\nTwo.":     "q:1:1: error: " + first,
		"` ` {said} And so.":      "q:1:5: error: " + first,
		"Oars {said}{said}":       "q:1:12: error: {said} stands twice in the quote; the attribution can stand in one place only [said]",
		"Oars [{said}](tel:)":     "q:1:7: error: the link to tel: is empty [link]",
		"Oars, {said} ` `":        "“Oars,” said Ana Ruiz of Marlow.",
		"Oars, {said} sails.":     "“Oars,” said Ana Ruiz of Marlow. “sails.”",
		"Oars, {said}\n\nSails.":  "“Oars,” said Ana Ruiz of Marlow.|“Sails.”",
		"One.\n\nOars,{said}":     "“One.|“Oars,” said Ana Ruiz of Marlow.",
		"Oars, {said} – and tea.": "“Oars,” said Ana Ruiz of Marlow – “and tea.”",
	} {
		q, diags := readQuote(t, "en", &Quote{Style: StyleSaid, Speaker: "Ana Ruiz", Org: "Marlow", Text: text})
		got := ""
		if len(diags) > 0 {
			got = diags[0].String()
		} else {
			got = strings.Join(q.Plain(), "|")
		}
		if got != want {
			t.Errorf("%q: %s, want %s", text, got, want)
		}
	}
	for _, style := range []Style{StyleSaid, StyleDash, StyleLeadIn, StyleBlock} {
		for attribution, want := range map[string]string{
			"said a pilot\n\nof Marlow": "q:1:1: error: an attribution is one line [attribution]",
			"[a]: https://a.example":    "q:1:1: error: an attribution is one line [attribution]",
			"&nbsp;":                    "q:1:1: error: an attribution is one line [attribution]",
			"# said a pilot":            "q:1:1: error: a quote holds paragraphs only; lists, headings and tables belong in the body [quote]",
			"a pilot":                   "",
		} {
			_, diags := readQuote(t, "en", &Quote{Style: style, Org: "Marlow", Text: "Oars.", Attribution: attribution})
			if got := diags.Error(); got != want {
				t.Errorf("%s of %q: %s", style, attribution, got)
			}
		}
		for _, text := range []string{"&nbsp;", "*&nbsp;*\n\n&#32;", "[a]: https://a.example"} {
			_, diags := readQuote(t, "en", &Quote{Style: style, Org: "Marlow", Speaker: "Ana Ruiz", Text: text})
			if got := diags.Error(); got != "q:1:1: error: the quote has no words [quote]" {
				t.Errorf("%s of %q: %s", style, text, got)
			}
		}
		all, _ := readQuote(t, "en", &Quote{Style: style, Org: "Marlow", Speaker: "Ana Ruiz", Text: "Oars.\n\n&nbsp;\n\nSails.\n\n&nbsp;"})
		two, _ := readQuote(t, "en", &Quote{Style: style, Org: "Marlow", Speaker: "Ana Ruiz", Text: "Oars.\n\nSails."})
		if got, want := strings.Join(all.Plain(), "|"), strings.Join(two.Plain(), "|"); got != want {
			t.Errorf("%s: %s, want %s", style, got, want)
		}
	}
}

// TestWhatWordsEndWithInMarkup looks through emphasis and links, and back to what stands before them.
func TestWhatWordsEndWithInMarkup(t *testing.T) {
	t.Parallel()
	em := func(in ...Inline) Inline { return &Emphasis{Children: in} }
	link := func(in ...Inline) Inline { return &Link{Href: "https://a.example", Children: in} }
	for i, words := range [][]Inline{
		{&Text{"Oars."}, em(&Text{"”"})},
		{&Text{"Oars."}, link(&Text{"’"})},
		{em(em(&Text{"Oars."}))},
		{link(em(&Text{"Oars."}), &Text{"”"})},
		{em(link(&Text{"Oars."}))},
	} {
		if got := endOf(words, language.Of("en")); got.kind != stopEnd || got.at != 4 || got.n != 1 {
			t.Errorf("%d: %+v", i, got)
		}
	}
}

// TestADayBeginsWithItsFirstInstant is at midnight, to the nanosecond.
func TestADayBeginsWithItsFirstInstant(t *testing.T) {
	t.Parallel()
	at := Moment{localDate, time.Date(2026, 7, 26, 17, 5, 6, 7, time.UTC)}.dayStart(time.UTC)
	if want := time.Date(2026, 7, 26, 0, 0, 0, 0, time.UTC); !at.Equal(want) {
		t.Errorf("%s, %d", at, at.Nanosecond())
	}
}

// TestWhatAFileThatIsNoReleaseIsCalled reads names that end in a language and in a mark.
func TestWhatAFileThatIsNoReleaseIsCalled(t *testing.T) {
	t.Parallel()
	for slug, want := range map[string]string{
		"buses-es": "buses.es.md buses.md", "buses-es-": "buses.es.md buses.md", "old-buses-es": "old-buses.es.md old-buses.md",
		"old-buses es": "old-buses.es.md old-buses.md", "old-buses.es": "old-buses.es.md old-buses.md",
		"old-buses_es": "old-buses.es.md old-buses.md", "old-buses -es": "old-buses.es.md old-buses.md",
		"old-buses-es-": "old-buses.es.md old-buses.md", "old-buses-es_. ": "old-buses.es.md old-buses.md",
		"buses-pt--br":    "buses.pt-BR.md buses.md",
		"old-buses-pt-br": "old-buses.pt-BR.md old-buses.md", "buses_pt_br": "buses.pt-BR.md buses.md",
	} {
		_, diags := Read(slug, []Source{{Name: slug + ".md", Data: []byte("+++\nheadline = \"H\"\n+++\nTexto.\n")}}, Settings{})
		right, main, _ := strings.Cut(want, " ")
		if got := diags.Error(); got != slug+".md:1:1: error: this looks like the words of "+main+" in another language, since it has no "+
			"time of release and no press contact; call the file "+right+", with a full stop before the language [language]" {
			t.Errorf("%s: %s", slug, got)
		}
	}
}

// TestInHowManyPlacesWordsRemain holds how many places are told, and that words of other lengths are not taken for one another.
func TestInHowManyPlacesWordsRemain(t *testing.T) {
	t.Parallel()
	at := func(texts ...string) (out []Passage) {
		for i, s := range texts {
			out = append(out, Passage{Place{Kind: InParagraph, Number: i + 1}, s})
		}
		return out
	}
	many := func(n int) []Passage {
		return at(append([]string{"ten"}, slices.Repeat([]string{"nine lamps"}, n)...)...)
	}
	for n, want := range map[int]int{1: 1, 4: 4, 5: 0} {
		found := Remaining(Difference(at("nine"), at("ten")), many(n))
		places := 0
		for _, r := range found {
			places += len(r.Places)
		}
		if places != want {
			t.Errorf("of %d: %v", n, found)
		}
	}
	before := at("The net work ended.", "The network ended.")
	now := at("The quay ended.", "The pier ended.", "A net work and a network.")
	var got []string
	for _, r := range Remaining(Difference(before, now), now) {
		got = append(got, r.Words)
	}
	if s := strings.Join(got, "|"); s != "net work|network" {
		t.Error(s)
	}
}

// TestWhoIsAskedForFiles names the first contact who has an address, public or not, and else the first of all.
func TestWhoIsAskedForFiles(t *testing.T) {
	t.Parallel()
	ana, jan := PressContact{Name: "Ana", Phone: "1"}, PressContact{Name: "Jan", Email: "jan@a.example"}
	cat := language.Of("en")
	for i, c := range []struct {
		contacts []PressContact
		want     string
	}{{[]PressContact{ana, jan}, "Jan, jan@a.example"}, {[]PressContact{ana}, "Ana, 1"}, {nil, "Marlow"}} {
		r := &Release{Contacts: c.contacts, Issuer: Organization{Name: "Marlow"}}
		v := &Version{Language: "en"}
		there := Enclosure{Kind: PictureFile, Key: "b.png", Address: "https://a.example/b.png"}
		lacking := Enclosure{Kind: PictureFile, Key: "a.png"}
		want := cat.Enclosed(language.AskForFiles, c.want)
		for _, files := range [][]Enclosure{{lacking}, {lacking, there}, {there, lacking}} {
			if got := (&Enclosures{Files: files}).Ask(r, v); got != want {
				t.Errorf("%d: %s, want %s", i, got, want)
			}
		}
		for _, e := range []*Enclosures{{Files: []Enclosure{there}}, {Attached: true, Files: []Enclosure{lacking}}, {}} {
			if got := e.Ask(r, v); got != "" {
				t.Errorf("%d: %s", i, got)
			}
		}
	}
}

// TestACaptionIsPartedFromWhatFollows by a dot where it does not end like a sentence, whatever marks close it.
func TestACaptionIsPartedFromWhatFollows(t *testing.T) {
	t.Parallel()
	for _, end := range ".!?…:。！？．؟।" {
		for _, close := range append(strings.Split("\"'”“’»«›)]）」』 \u200f\u200e", ""), "”)", "") {
			if got := (Medium{Caption: "Lamps" + string(end) + close}).CaptionGap(); got != " " {
				t.Errorf("Lamps%c%s: %q", end, close, got)
			}
		}
	}
	for caption, want := range map[string]string{"Lamps": " · ", "Lamps,": " · ", "Lamps;": " · ", "“Lamps”": " · ", "": "", "”": ""} {
		if got := (Medium{Caption: caption}).CaptionGap(); got != want {
			t.Errorf("%s: %q", caption, got)
		}
	}
}

// A video that is placed as a picture is told, for its place stays empty.
func TestAVideoIsNoPicture(t *testing.T) {
	for file, want := range map[string]string{
		"a.mp4": "x.md:12:1: warning: a.mp4 is no picture by its name, and its place stays empty; a video has a link under the release, so take this line out [picture]",
		"a.png": "",
	} {
		r, diags := read(t, "+++\n"+head+contact+"[[media]]\nfile = \""+file+"\"\nalt = \"A pier\"\n+++\n![]("+file+")\n")
		if r == nil || strings.TrimSpace(diags) != want {
			t.Errorf("%s: %v, want %s", file, diags, want)
		}
	}
}
