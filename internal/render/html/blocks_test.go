package html

import (
	"fmt"
	"html/template"
	"strings"
	"testing"
	"time"

	"pressroom/internal/language"
	"pressroom/internal/release"
)

// evil is text that ends whatever it stands in, unless it is escaped.
const evil = `"<&>`

func words(s string) []release.Inline { return []release.Inline{&release.Text{S: s}} }

// fragment is blocks on a page or in a mail, with one picture that is there.
func fragment(web bool, lang string, enclosed *release.Enclosures, blocks ...release.Block) string {
	v := &release.Version{Language: lang}
	f := &Fragment{
		v: v, cat: v.Catalogue(), rtl: language.RightToLeft(lang), web: web, enclosed: enclosed,
		assets: release.Assets{"m/a" + evil + ".png": {Data: []byte("x"), Type: "image/png", Width: 20, Height: 10}},
		picture: func(m release.Medium) string {
			if m.File == "" {
				return ""
			}
			return "cid:" + m.File
		},
	}
	return string(f.html(blocks))
}

func TestEveryBlockWhole(t *testing.T) {
	file := "m/a" + evil + ".png"
	quote := &release.Quotation{ID: "a" + evil, Language: "x" + evil, Style: release.StyleSaid, Paragraphs: [][]release.Inline{words(evil), words("b")}, Attribution: words(evil)}
	own := &release.Quotation{ID: "a", Language: "en", Style: release.StyleDash, Paragraphs: [][]release.Inline{words("a")}}
	public := &release.Enclosures{Files: []release.Enclosure{{Kind: release.OriginalFile, Key: file, Address: "/f?a&b", Width: 300, Height: 150}}}
	smaller := &release.Enclosures{Files: []release.Enclosure{{Kind: release.PictureFile, Key: file, Address: "/f?a&b", Width: 300, Height: 150}}}
	for _, c := range []struct {
		name     string
		web      bool
		lang     string
		enclosed *release.Enclosures
		block    release.Block
		want     string
	}{
		{"a paragraph", true, "en", nil, &release.Paragraph{Inlines: words(evil)}, "<p>&#34;&lt;&amp;&gt;</p>\n"},
		{"one against the page", true, "en", nil, &release.Paragraph{Inlines: words("نص")}, "<p dir=\"rtl\">نص</p>\n"},
		{"the other way round", true, "ar", nil, &release.Paragraph{Inlines: words("Text")}, "<p dir=\"ltr\">Text</p>\n"},
		{"a heading against the page", true, "ar", nil, &release.Heading{Level: 2, Inlines: words("Text!")}, "<h2><span dir=\"ltr\">Text!</span></h2>\n"},
		{
			"a point of a list against the page", true, "en", nil, &release.List{Items: [][]release.Block{{&release.Paragraph{Inlines: words("نص!")}}}},
			"<ul>\n<li><span dir=\"rtl\">نص!</span></li>\n</ul>\n",
		},
		{
			"a quotation against the page", false, "ar", nil,
			&release.Quotation{ID: "a", Language: "ar", Style: release.StyleBlock, Paragraphs: [][]release.Inline{words("Text!")}, Attribution: words("Ana")},
			"<blockquote class=\"quote block\" id=\"quote-a\"><p dir=\"ltr\">Text!</p>\n<p class=\"attribution\" dir=\"ltr\">– Ana</p>\n</blockquote>\n",
		},
		{"a heading", true, "en", nil, &release.Heading{Level: 4, Inlines: words(evil)}, "<h2>&#34;&lt;&amp;&gt;</h2>\n"},
		{"a rule", true, "en", nil, &release.Rule{}, "<hr>\n"},
		{"code", true, "en", nil, &release.Code{Text: evil}, "<pre>&#34;&lt;&amp;&gt;</pre>\n"},
		{"code on a page from right to left", true, "ar", nil, &release.Code{Text: evil}, "<pre dir=\"ltr\">&#34;&lt;&amp;&gt;</pre>\n"},
		{"code in Arabic", true, "ar", nil, &release.Code{Text: "نص"}, "<pre>نص</pre>\n"},
		{"a quotation on a page", true, "en", nil, quote, `<blockquote class="quote said" id="quote-a&#34;&lt;&amp;&gt;" lang="x&#34;&lt;&amp;&gt;"><p>&#34;&lt;&amp;&gt;</p>
<p>b</p>
<p class="attribution">– &#34;&lt;&amp;&gt;</p>
</blockquote>
<p class="tools"><button type="button" data-copy="#quote-a&#34;&lt;&amp;&gt;" data-done="Copied" hidden><span>Copy quote</span><span class="whose">: </span></button></p>
`},
		{"a quotation in a mail", false, "en", nil, own, "<blockquote class=\"quote dash\" id=\"quote-a\"><p>a</p>\n</blockquote>\n"},
		{
			"a picture on a page", true, "en", nil, &release.Picture{Medium: release.Medium{File: file, Alt: evil}},
			`<figure><img src="cid:m/a&#34;&lt;&amp;&gt;.png" alt="&#34;&lt;&amp;&gt;" width="20" height="10"><figcaption> <a data-download="a&#34;&lt;&amp;&gt;.png" hidden>Download</a></figcaption></figure>
`,
		},
		{
			"a picture in a mail", false, "en", nil, &release.Picture{Medium: release.Medium{File: file, Alt: evil}},
			`<figure><img src="cid:m/a&#34;&lt;&amp;&gt;.png" alt="&#34;&lt;&amp;&gt;" width="20" style="max-width:20px"></figure>
`,
		},
		{
			"a picture with all that is said of it", false, "en", nil, &release.Picture{Medium: release.Medium{File: file, Alt: "A", Caption: evil, Credit: evil, URL: "https://x.example/?a&b"}},
			`<figure><img src="cid:m/a&#34;&lt;&amp;&gt;.png" alt="A" width="20" style="max-width:20px"><figcaption>&#34;&lt;&amp;&gt; · <span class="credit">Credit: &#34;&lt;&amp;&gt;</span> · <a href="https://x.example/?a&amp;b">Full size</a></figcaption></figure>
`,
		},
		{
			"a picture with a credit alone", false, "en", nil, &release.Picture{Medium: release.Medium{File: file, Alt: "A", Credit: "B"}},
			`<figure><img src="cid:m/a&#34;&lt;&amp;&gt;.png" alt="A" width="20" style="max-width:20px"><figcaption><span class="credit">Credit: B</span></figcaption></figure>
`,
		},
		{
			"a picture elsewhere", true, "en", nil, &release.Picture{Medium: release.Medium{Alt: evil, URL: "https://x.example/a.png"}},
			`<figure><p class="alt">[Picture: &#34;&lt;&amp;&gt;]</p><figcaption><a href="https://x.example/a.png">Full size</a></figcaption></figure>
`,
		},
		{"a picture that is nowhere", true, "en", nil, &release.Picture{Medium: release.Medium{Alt: "A"}}, "<figure><p class=\"alt\">[Picture: A]</p></figure>\n"},
		{
			"a picture whose original is public", true, "en", public, &release.Picture{Medium: release.Medium{File: file, Alt: "A"}},
			`<figure><img src="cid:m/a&#34;&lt;&amp;&gt;.png" alt="A" width="20" height="10"><figcaption><a href="/f?a&amp;b">Full size (300 × 150)</a></figcaption></figure>
`,
		},
		{
			"a picture that is public as it is", true, "en", smaller, &release.Picture{Medium: release.Medium{File: file, Alt: "A"}},
			`<figure><img src="cid:m/a&#34;&lt;&amp;&gt;.png" alt="A" width="20" height="10"><figcaption><a href="/f?a&amp;b">Download</a></figcaption></figure>
`,
		},
		{"inlines", true, "en", nil, &release.Paragraph{Inlines: []release.Inline{
			&release.Emphasis{Children: words("a")}, &release.Emphasis{Strong: true, Children: words("b")}, &release.Emphasis{Changed: true, Children: words("c")},
			&release.CodeSpan{S: evil}, &release.Break{}, &release.Link{Href: "/?" + evil, Children: words("d")},
			&release.Link{Href: "https://x.example/" + evil, Children: words("x.example/" + evil)},
		}}, `<p><em>a</em><strong>b</strong><ins>c</ins><code>&#34;&lt;&amp;&gt;</code><br><a href="/?&#34;&lt;&amp;&gt;">d</a>` +
			`<a href="https://x.example/&#34;&lt;&amp;&gt;" class="address" dir="ltr">x.example/&#34;&lt;&amp;&gt;</a></p>` + "\n"},
		{
			"a table in a mail that is told row by row, with cells that are empty or not there", false, "en", nil,
			&release.Table{Head: row("A", " ", "C", "D", evil), Rows: rows(row("1", "2", "3", "4"))},
			`<table class="records">
<tbody>
<tr><th scope="row" class="first">A</th><td class="first">1</td></tr>
<tr><td></td><td>2</td></tr>
<tr><th scope="row">C</th><td>3</td></tr>
<tr><th scope="row">D</th><td>4</td></tr>
<tr><th scope="row" class="last">&#34;&lt;&amp;&gt;</th><td class="last"></td></tr>
</tbody></table>
`,
		},
		{"such a table without rows", false, "en", nil, &release.Table{Head: row("A", "", "C", "D", "E")}, `<table class="records">
<tbody>
<tr><th scope="row">A</th><td></td></tr>
<tr><td></td><td></td></tr>
<tr><th scope="row">C</th><td></td></tr>
<tr><th scope="row">D</th><td></td></tr>
<tr><th scope="row">E</th><td></td></tr>
</tbody></table>
`},
		{"a table whose first column has a space for a heading", false, "en", nil, &release.Table{Head: row(" ", "B", "C", "D"), Rows: rows(row("Quay", "2"))}, `<table>
<thead><tr><td></td><th scope="col" class="right">B</th><th scope="col">C</th><th scope="col">D</th></tr></thead>
<tbody>
<tr><td>Quay</td><td class="right">2</td></tr>
</tbody></table>
`},
		{"a wide one of these on a page", true, "en", nil, &release.Table{Head: row(" ", " B ", "C", "D", "E")}, `<div class="table" tabindex="0" role="region" aria-label="B, C, D, E">
<table>
<thead><tr><td></td><th scope="col"> B </th><th scope="col">C</th><th scope="col">D</th><th scope="col">E</th></tr></thead>
<tbody>
</tbody></table>
</div>
`},
	} {
		if got := fragment(c.web, c.lang, c.enclosed, c.block); got != c.want {
			t.Errorf("%s:\n%s\nwant\n%s", c.name, got, c.want)
		}
	}
}

// The widths by which it is told whether a telephone has room for a table.
func TestHowWideWordsAre(t *testing.T) {
	for s, want := range map[string]float64{
		"": 0, "a": 8.8, "A": 11.5, "7": 11.5, "m": 11.5, "w": 11.5, "W": 11.5, "M": 11.5, "@": 11.5, "%": 11.5, "—": 11.5, "…": 11.5,
		"bb a": 17.6, "a bb": 17.6, "a\u00a0b": 26.4, "a\u202fb": 26.4, "a\u2009b": 8.8, "a\u00a1b": 26.4, "a\u2030b": 26.4, "漢字": 17, "かな": 17, "カナ": 17, "漢a": 25.8, "e\u0301": 8.8,
	} {
		if got := longestWord(words(s)); got < want-0.001 || got > want+0.001 {
			t.Errorf("%q is %.1f wide, want %.1f", s, got, want)
		}
	}
	letters := func(n int) string { return strings.Repeat("a", n) }
	f := &Fragment{}
	for _, c := range []struct {
		name  string
		inset int
		table *release.Table
		wide  bool
	}{
		{"four columns", 0, &release.Table{Head: row("a", "b", "c", "d")}, false},
		{"five columns", 0, &release.Table{Head: row("a", "b", "c", "d", "e")}, true},
		{"words that just fit", 0, &release.Table{Head: row("a", "b"), Rows: rows(row(letters(18), letters(17)))}, false},
		{"words that do not", 0, &release.Table{Head: row("a", "b"), Rows: rows(row(letters(18), letters(18)))}, true},
		{"headings that just fit", 0, &release.Table{Head: row(letters(16), letters(15))}, false},
		{"headings, which are bold, that do not", 0, &release.Table{Head: row(letters(16), letters(16))}, true},
		{"words that just fit where they stand in", 9, &release.Table{Head: row("a", "b"), Rows: rows(row(letters(17), letters(17)))}, false},
		{"words that do not where they stand in", 10, &release.Table{Head: row("a", "b"), Rows: rows(row(letters(17), letters(17)), row("b"))}, true},
		{"exactly as wide", phoneColumn - 13, &release.Table{Head: row("")}, false},
	} {
		f.inset = c.inset
		if got := f.wide(c.table); got != c.wide {
			t.Errorf("%s: wide is %v", c.name, got)
		}
	}
}

// What was changed after the release went out is marked in its lines too.
func TestLinesAreMarkedAndEscaped(t *testing.T) {
	v := &release.Version{Language: "en", Headline: "A ferry & a bus go at night"}
	r := &release.Release{Versions: []*release.Version{v}}
	amended := r.Amend(&release.Amended{All: make([]release.Amendment, 1), Before: map[string][]string{"en": {"A ferry goes at night"}}}).Versions[0]
	f := &Fragment{v: amended, divide: func(text string, least int) string { return fmt.Sprintf("[%d:%s]", least, text) }}
	for least, want := range map[int]template.HTML{
		0: "A ferry <ins>&amp; a bus go</ins> at night", 7: "[7:A ferry ]<ins>[7:&amp; a bus go]</ins>[7: at night]",
	} {
		if got := f.line(v.Headline, least); got != want {
			t.Errorf("%s, want %s", got, want)
		}
	}
}

func TestALineIsDividedWhereItIsToldHowLongItsWordsAre(t *testing.T) {
	v := &release.Version{Language: "en"}
	f := &Fragment{v: v, cat: v.Catalogue(), divide: func(text string, least int) string { return fmt.Sprintf("%d-%s", least, text) }}
	f.picture = func(release.Medium) string { return "" }
	if got := string(f.html([]release.Block{&release.Picture{Medium: release.Medium{Alt: "A", Caption: "b"}}})); !strings.Contains(got, "<figcaption>b</figcaption>") {
		t.Errorf("a caption is divided: %s", got)
	}
	for least, want := range map[int]template.HTML{0: "a &amp; b", 1: "1-a &amp; b", 18: "18-a &amp; b"} {
		if got := f.line("a & b", least); got != want {
			t.Errorf("%d: %s, want %s", least, got, want)
		}
	}
}

// The logos of those who take part, and the issuer's, are escaped and stand only for files
// that are there.
func TestLogosOfThoseWhoTakePart(t *testing.T) {
	picture := release.Asset{Data: []byte("x"), Type: "image/" + evil}
	f := &Fragment{web: true, assets: release.Assets{release.LogoKey("a.png"): picture, release.LogoKey(""): picture}}
	const src = "data:image/&#34;&lt;&amp;&gt;;base64,eA=="
	list := []release.Org{{Name: evil, Logo: "a.png"}, {Name: "none"}, {Name: "lost", Logo: "b.png"}}
	if got, want := f.partners(list), template.HTML(`<ul class="partners"><li class="logo"><img src="`+src+`" alt="&#34;&lt;&amp;&gt;"></li></ul>`); got != want {
		t.Errorf("%s, want %s", got, want)
	}
	if got := f.partners(list[1:]); got != "" {
		t.Errorf("without logos: %s", got)
	}
	small := release.Asset{Data: []byte("y"), Width: 60, Height: 41}
	mail := &Fragment{
		assets: release.Assets{release.LogoKey("b.png"): picture, release.LogoSmall("a.png"): small},
		logo:   func(a release.Asset) string { return "cid:" + string(a.Data) },
	}
	if got, want := mail.partners(list), template.HTML(`<p class="partners"><img class="partner" src="cid:y" alt="&#34;&lt;&amp;&gt;" `+
		`width="30" height="20" style="width:30px;height:20px"></p>`); got != want {
		t.Errorf("in a mail: %s, want %s", got, want)
	}
	for logo, want := range map[string]template.HTML{
		"a.png": `<span class="logo"><img src="` + src + `" alt="&#34;&lt;&amp;&gt;"></span>`, "": "&#34;&lt;&amp;&gt;", "b.png": "&#34;&lt;&amp;&gt;",
	} {
		if got := Mark(release.Organization{Name: evil, Logo: logo}, f.assets); got != want {
			t.Errorf("the logo %q: %s, want %s", logo, got, want)
		}
	}
}

// What a template is told beside the parts.
func TestWhatATemplateIsTold(t *testing.T) {
	at := time.Date(2027, 6, 8, 9, 0, 0, 0, time.UTC)
	v := &release.Version{Language: "en", Headline: "H", Body: []release.Block{paragraph(strings.Repeat("o", 201))}}
	r := &release.Release{Issuer: release.Organization{Name: "Harbor"}, Revision: "sha256:1", Versions: []*release.Version{v}}
	r.Timing.At = at
	p := NewMail(r, v, release.PhaseRelease, nil, func(release.Medium) string { return "" }, nil, nil, nil)
	want := map[string]string{
		"contact": "Contact", "notes": "Notes to editors", "pressoffice": "Harbor press office", "copytext": "Copy as text", "copied": "Copied",
		"also": "Also in",
	}
	if fmt.Sprint(p.Say) != fmt.Sprint(want) {
		t.Errorf("the phrases are %v, want %v", p.Say, want)
	}
	if want := strings.Repeat("o", 199) + "…"; p.Summary != want {
		t.Errorf("the summary is %q", p.Summary)
	}
	if p.Structured["version"] != "sha256:1" || p.Instant != "2027-06-08T09:00:00Z" || p.Direction != "ltr" {
		t.Errorf("it is told %v, %s, %s", p.Structured["version"], p.Instant, p.Direction)
	}
	names := PartView{Names: []template.HTML{"a", "b", "c"}}
	if got := fmt.Sprint(names.Pairs()); got != "[[a b] [c]]" {
		t.Errorf("pairs: %s", got)
	}
	for n, want := range map[int]bool{release.NamesInColumns - 1: false, release.NamesInColumns: true} {
		if got := (PartView{Names: make([]template.HTML, n)}).InColumns(); got != want {
			t.Errorf("%d names in columns: %v", n, got)
		}
	}
}

// A name that signed stands whole, and what is asked for is asked below the last list alone.
func TestFilesThatAreAskedFor(t *testing.T) {
	v := &release.Version{Language: "en", Headline: "H"}
	r := &release.Release{Versions: []*release.Version{v}, Signatories: []string{strings.Repeat("o", 40)}, Documents: []release.Document{{Title: evil, File: "a.pdf"}}}
	r.Issuer.Name = evil
	r.Contacts = []release.PressContact{{Name: evil, Email: "a@x.example", Public: true}}
	divide := func(text string, _ int) string { return "-" + text }
	p := NewMail(r, v, release.PhaseRelease, nil, func(release.Medium) string { return "" }, nil, &release.Enclosures{}, divide)
	var got []string
	for _, part := range p.Parts {
		if part.Name == "media" || part.Name == "signatories" {
			got = append(got, fmt.Sprint(part.Label, part.HTML, part.Names))
		}
	}
	ask := template.HTMLEscapeString((&release.Enclosures{}).Ask(r, v))
	want := []string{
		"Documents<ul><li>&#34;&lt;&amp;&gt;</li></ul><p>" + ask + "</p>[]",
		"Signed by[" + strings.Repeat("o", 40) + "]",
	}
	if strings.Join(got, "\n") != strings.Join(want, "\n") {
		t.Errorf("%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
	r.Documents = nil
	p = NewMail(r, v, release.PhaseRelease, nil, func(release.Medium) string { return "" }, nil, &release.Enclosures{Files: []release.Enclosure{{Kind: release.OriginalFile, Key: "a"}}}, nil)
	for _, part := range p.Parts {
		if part.Name == "media" {
			t.Errorf("without a list: %v", part)
		}
	}
}

// A page that prints whose copy it is, and what became of the release, is a page, whatever
// letters that has.
func TestWhatMustBeSaidIsFoundEscaped(t *testing.T) {
	v := &release.Version{Language: "en", Headline: "H"}
	r := &release.Release{Reference: "<A & B>", Versions: []*release.Version{v}, Zone: time.UTC, Amended: &release.Amended{
		All: []release.Amendment{{At: time.Date(2027, 6, 8, 9, 0, 0, 0, time.UTC), Grade: release.GradeCorrection, Sentences: map[string]string{"en": "It goes at ten."}}},
	}}
	const reference, head, sentence = `{{range .Parts}}{{if eq .Name "reference"}}{{.Label}}{{end}}{{end}}`, `{{range .Parts}}{{if eq .Name "statement"}}{{index .Names 0}}{{end}}{{end}}`,
		`{{range .Parts}}{{if eq .Name "statement"}}{{index .Names 1}}{{end}}{{end}}`
	for page, want := range map[string]string{
		reference + head:     "<nil>",
		reference + sentence: `template web/page.html: it must print the part "statement", its .Names, above the release`,
		head:                 `template web/page.html: it must print the part "reference", its .Label, below the release`,
	} {
		if _, err := Render(r, v, release.PhaseRelease, nil, nil, Templates{Page: page}); fmt.Sprint(err) != want {
			t.Errorf("%s: %v, want %s", page, err, want)
		}
	}
}

// No word stands alone below a line of large type of a mail, where two fit into a row.
func TestTheLastWordOfAHeadlineInAMail(t *testing.T) {
	for line, want := range map[template.HTML]template.HTML{
		"Eleven groups ask for tests":               "Eleven groups ask for&nbsp;tests",
		"Groups ask Marlow":                         "Groups ask Marlow",
		"We of the harborside passageways":          "We of the harborside&nbsp;passageways",
		"We of the harborsides passageways":         "We of the harborsides passageways",
		"":                                          "",
		"We ask for <ins>more tests</ins>":          "We ask for <ins>more tests</ins>",
		"We ask for unconstitutional arrangements":  "We ask for unconstitutional arrangements",
		"R&amp;D of the Marlow &amp;&amp;&amp; ask": "R&amp;D of the Marlow &amp;&amp;&amp;&nbsp;ask",
	} {
		if got := unwidowed(line); got != want {
			t.Errorf("%q: %q, want %q", line, got, want)
		}
	}
}
