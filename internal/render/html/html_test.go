package html

import (
	"strings"
	"testing"
	"time"

	"pressroom/internal/release"
	"pressroom/templates"
)

// render renders a body in a language as a page.
func render(t *testing.T, lang string, r *release.Release, phase release.Phase, assets release.Assets, body ...release.Block) string {
	t.Helper()
	v := &release.Version{Language: lang, Headline: "H & <h>", Body: body}
	r.Versions = append([]*release.Version{v}, r.Versions...)
	set := templates.Defaults(nil)
	page, err := Render(r, v, phase, assets, nil, Templates{Page: set["web/page.html"], Style: set["web/page.css"], Script: set["web/page.js"]})
	if err != nil {
		t.Fatal(err)
	}
	return string(page)
}

func paragraph(s string) release.Block {
	return &release.Paragraph{Inlines: []release.Inline{&release.Text{S: s}}}
}

func mustHave(t *testing.T, page string, words ...string) {
	t.Helper()
	for _, w := range words {
		if !strings.Contains(page, w) {
			t.Errorf("no %s", w)
		}
	}
}

func TestAPrivateContactIsNotOnThePage(t *testing.T) {
	page := render(t, "en", &release.Release{Contacts: []release.PressContact{
		{Name: "Ann & <Co>", Role: "press", Phone: "+1 (555) 0", Email: "a@x.example", Hours: "9 to 5", Public: true},
		{Name: "Private", Phone: "+1 777 0", Email: "p@x.example"},
	}}, release.PhaseRelease, nil)
	for _, word := range []string{"Private", "+1 777 0", "17770", "p@x.example"} {
		if strings.Contains(page, word) {
			t.Errorf("the page names a contact that is not public: %s", word)
		}
	}
	mustHave(t, page, "<strong>Ann &amp; &lt;Co&gt;</strong>, press<br>", `<h2>Contact</h2>`, `href="mailto:a@x.example"`, "reachable 9 to 5")
	alone := &release.Release{Contacts: []release.PressContact{{Name: "Private", Email: "p@x.example"}}}
	page = render(t, "en", alone, release.PhaseRelease, nil)
	if strings.Contains(page, `class="contacts"`) {
		t.Error("a page without a public contact has a place for contacts")
	}
}

func TestPicturesHaveTheirWordsEscaped(t *testing.T) {
	const evil = `"alt" & <b>`
	m := release.Medium{File: "m/a.jpg", Alt: evil, Caption: evil, Credit: evil}
	assets := release.Assets{"m/a.jpg": {Data: []byte("JPG"), Type: "image/jpeg", Width: 30, Height: 20}}
	const safe = `&#34;alt&#34; &amp; &lt;b&gt;`
	page := render(t, "en", &release.Release{}, release.PhaseRelease, assets, &release.Picture{Medium: m})
	mustHave(t, page, `<img src="data:image/jpeg;base64,SlBH" alt="`+safe+`" width="30" height="20">`,
		"<figcaption>"+safe+` · <span class="credit">Credit: `+safe+"</span>", `<a data-download="a.jpeg" hidden>Download</a>`)
	if strings.Count(page, "SlBH") != 1 {
		t.Error("the page holds the picture more than once")
	}
	page = render(t, "en", &release.Release{}, release.PhaseRelease, nil, &release.Picture{Medium: m})
	mustHave(t, page, `<p class="alt">[Picture: `+safe+"]</p>")
	m = release.Medium{URL: "https://x.example/a.jpg?a=1&b=2", Alt: "A"}
	page = render(t, "en", &release.Release{}, release.PhaseRelease, nil, &release.Picture{Medium: m})
	mustHave(t, page, `<a href="https://x.example/a.jpg?a=1&amp;b=2">Full size</a>`)
}

func TestAPageUnderEmbargoSaysSoAndIsNotIndexed(t *testing.T) {
	at := release.Timing{At: time.Date(2027, 6, 8, 17, 30, 0, 0, time.UTC)}
	page := render(t, "en", &release.Release{Timing: at}, release.PhaseAdvance, nil)
	mustHave(t, page, `<p class="release-line held">EMBARGOED UNTIL Tuesday, June 8, 2027, 5:30 p.m. UTC</p>`, `content="noindex, noarchive"`)
	page = render(t, "en", &release.Release{Timing: at}, release.PhaseRelease, nil)
	mustHave(t, page, `<p class="release-line">FOR IMMEDIATE RELEASE: June 8, 2027</p>`)
	for _, word := range []string{"EMBARGO", "noindex", "held"} {
		_, body, _ := strings.Cut(page, "</style>")
		if strings.Contains(body, word) {
			t.Errorf("the page of a release says %s", word)
		}
	}
}

func TestPagesLinkToTheirOtherLanguages(t *testing.T) {
	for phase, want := range map[release.Phase]string{release.PhaseAdvance: "x.es.embargoed.html", release.PhaseRelease: "x.es.html"} {
		r := &release.Release{Slug: "x", Versions: []*release.Version{{Language: "es"}}}
		page := render(t, "en", r, phase, nil)
		mustHave(t, page, `<link rel="alternate" hreflang="es" href="`+want+`">`, `<a href="`+want+`" lang="es" hreflang="es">Español</a>`)
	}
}

func TestDirectionIsThatOfTheLanguageAndOfTheParagraph(t *testing.T) {
	arabic := []release.Block{paragraph("نص"), paragraph("Latin alone"), paragraph("Latin ثم عربي")}
	page := render(t, "ar", &release.Release{}, release.PhaseRelease, nil, arabic...)
	mustHave(t, page, `<html lang="ar" dir="rtl"`, "<p>نص</p>", `<p dir="ltr">Latin alone</p>`, "<p>Latin ثم عربي</p>")
	table := &release.Table{Head: [][]release.Inline{words("Text!"), words("نص")}}
	page = render(t, "ar", &release.Release{}, release.PhaseRelease, nil, table)
	mustHave(t, page, `<span dir="ltr">Text!</span></th>`, `>نص</th>`)
	page = render(t, "en", &release.Release{}, release.PhaseRelease, nil, paragraph("نص"), paragraph("Latin"))
	mustHave(t, page, `<html lang="en" dir="ltr"`, `<p dir="rtl">نص</p>`, "<p>Latin</p>")
}

func TestQuotationsInAnotherLanguageSayIt(t *testing.T) {
	q := &release.Quotation{
		ID: "a-b", Style: release.StyleBlock, Language: "es",
		Paragraphs: [][]release.Inline{{&release.Text{S: "«Sí»"}}}, Attribution: []release.Inline{&release.Text{S: "Ann & Co"}},
	}
	page := render(t, "en", &release.Release{}, release.PhaseRelease, nil, q)
	mustHave(t, page, `<blockquote class="quote block" id="quote-a-b" lang="es"><p>«Sí»</p>`,
		`<p class="attribution">– Ann &amp; Co</p>`, `data-copy="#quote-a-b"`)
	q.Language = "en"
	if page := render(t, "en", &release.Release{}, release.PhaseRelease, nil, q); strings.Contains(page, `id="quote-a-b" lang`) {
		t.Error("a quotation in the page's own language names it again")
	}
}

func TestListsAndTablesKeepTheirNumbersAndSides(t *testing.T) {
	cells := func(s ...string) (out [][]release.Inline) {
		for _, c := range s {
			out = append(out, []release.Inline{&release.Text{S: c}})
		}
		return out
	}
	page := render(t, "en", &release.Release{}, release.PhaseRelease, nil,
		&release.List{Ordered: true, Start: 3, Items: [][]release.Block{{paragraph("three")}, {paragraph("four"), paragraph("more")}}},
		&release.List{Ordered: true, Start: 1, Items: [][]release.Block{{paragraph("one")}}},
		&release.List{Ordered: true, Start: 9, Items: [][]release.Block{{paragraph("nine")}, {paragraph("ten")}}},
		&release.List{Ordered: true, Start: 12345, Items: [][]release.Block{{paragraph("many")}}},
		&release.Table{
			Align: []release.Align{release.AlignRight, release.AlignCentre}, Head: cells("a", "b", "c"),
			Rows: [][][]release.Inline{cells("1", "2", "x")},
		})
	mustHave(t, page, "<ol start=\"3\">\n<li>three</li>\n<li><p>four</p>\n<p>more</p>\n</li>\n</ol>", "<ol>\n<li>one</li>",
		"<ol start=\"9\" class=\"figures-2\">\n<li>nine</li>", "<ol start=\"12345\" class=\"figures-6\">\n<li>many</li>",
		`<th scope="col" class="right">a</th><th scope="col" class="centre">b</th><th scope="col">c</th>`,
		`<td class="right">1</td><td class="centre">2</td><td>x</td>`)
}

func TestAPictureIsNotShownLargerThanItIs(t *testing.T) {
	for _, c := range []struct {
		w, h      int
		page, own string
	}{
		{24, 24, ` width="24" height="24"`, ` width="24" style="max-width:24px"`},
		{1200, 600, ` width="632" height="316"`, ` width="560" style="max-width:560px"`},
		{540, 270, ` width="505" height="252"`, ` width="448" style="max-width:448px"`}, // visibly narrower than the column
		{632, 316, ` width="632" height="316"`, ` width="560" style="max-width:560px"`},
		{505, 10, ` width="505" height="10"`, ` width="448" style="max-width:448px"`},
		{448, 10, ` width="448" height="10"`, ` width="448" style="max-width:448px"`},
		{1, 1, ` width="1" height="1"`, ` width="1" style="max-width:1px"`},
		{1, 9000, ` width="1" height="9000"`, ` width="1" style="max-width:1px"`},
		{2, 9000, ` width="1" height="4500"`, ` width="1" style="max-width:1px"`},
		{9000, 1, ` width="632" height="1"`, ` width="560" style="max-width:560px"`},
		{0, 9, "", ` width="560"`},
		{9, 0, "", ` width="560"`}, // nobody knows how large
		{6999, 10000, ` width="503" height="718"`, ` width="448" style="max-width:448px"`},
		{600, 6000, ` width="72" height="720"`, ` width="72" style="max-width:72px"`}, // at most a screen high
	} {
		a := release.Asset{Width: c.w, Height: c.h}
		if got := (&Fragment{web: true}).size(a); got != c.page {
			t.Errorf("%d × %d on a page: %s", c.w, c.h, got)
		}
		if got := (&Fragment{}).size(a); got != c.own {
			t.Errorf("%d × %d in a mail: %s", c.w, c.h, got)
		}
	}
}
