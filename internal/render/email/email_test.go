package email

import (
	"regexp"
	"strings"
	"testing"
	"time"

	"pressroom/internal/release"
	"pressroom/templates"
)

// render renders a body in a language as a mail.
func render(t *testing.T, lang string, r *release.Release, phase release.Phase, above Above, assets release.Assets,
	body ...release.Block,
) *Bodies {
	t.Helper()
	v := &release.Version{Language: lang, Headline: "H & <h>", Subject: "S", Body: body, Covers: []release.CoverText{
		{ID: "one", Text: []release.Block{paragraph("cover one & <c>")}}, {ID: "two", Text: []release.Block{paragraph("cover two")}},
	}}
	r.Versions = []*release.Version{v}
	set := templates.Defaults(nil)
	b, err := Render(r, v, phase, above, assets, nil, Templates{Mail: set["email/mail.html"], Style: set["email/mail.css"]})
	if err != nil {
		t.Fatal(err)
	}
	return b
}

func paragraph(s string) release.Block {
	return &release.Paragraph{Inlines: []release.Inline{&release.Text{S: s}}}
}

func row(cells ...string) (out [][]release.Inline) {
	for _, c := range cells {
		out = append(out, []release.Inline{&release.Text{S: c}})
	}
	return out
}

// aligned are the sides to which the cells of a mail's tables are set, by their words.
func aligned(html []byte) map[string]string {
	out := make(map[string]string)
	for _, m := range regexp.MustCompile(`<t[hd][^>]*text-align:(\w+)[^>]*>(?:<span dir="ltr">)?([^<]*)<`).FindAllStringSubmatch(string(html), -1) {
		out[m[2]] = m[1]
	}
	return out
}

func TestColumnsAreAligned(t *testing.T) {
	table := &release.Table{
		Align: []release.Align{release.AlignNone, release.AlignLeft, release.AlignRight, release.AlignCentre},
		Head:  row("a", "b", "c", "d"), Rows: [][][]release.Inline{row("x", "2", "3", "4")},
	}
	for lang, want := range map[string]map[string]string{
		"en": {"a": "left", "b": "left", "c": "right", "d": "center", "x": "left", "2": "left", "3": "right", "4": "center"},
		"ar": {"a": "right", "b": "right", "c": "left", "d": "center", "x": "right", "2": "right", "3": "left", "4": "center"},
	} {
		got := aligned(render(t, lang, &release.Release{}, release.PhaseRelease, Above{}, nil, table).HTML)
		for cell, side := range want {
			if got[cell] != side {
				t.Errorf("%s: the cell %s is set to the %s, not to the %s", lang, cell, got[cell], side)
			}
		}
	}
}

func TestColumnsOfNumbersAreSetToTheirEnd(t *testing.T) {
	table := &release.Table{Head: row("a", "b"), Rows: [][][]release.Inline{row("x", "1,204"), row("y", "−7 %")}}
	for lang, want := range map[string]string{"en": "right", "ar": "left"} {
		got := aligned(render(t, lang, &release.Release{}, release.PhaseRelease, Above{}, nil, table).HTML)
		for _, cell := range []string{"b", "1,204", "−7\u00a0%"} {
			if got[cell] != want {
				t.Errorf("%s: the cell %s is set to the %s, not to the %s", lang, cell, got[cell], want)
			}
		}
	}
}

// On a telephone a mail has room for few columns, and no box to scroll in.
func TestAWideTableIsToldRowByRow(t *testing.T) {
	tables := map[string]*release.Table{
		"many columns": {Head: row("a", "b", "c", "d", "e"), Rows: [][][]release.Inline{row("1", "2", "3", "4", "5"), row("6", "7", "8", "9", "x & y")}},
		"long words":   {Head: row("a", "e"), Rows: [][][]release.Inline{row("Donaudampfschifffahrts", "1"), row("6", "x & yElektrizitätenhauptwerke")}},
	}
	cell := regexp.MustCompile(`<(?:th scope="row"|td)[^>]*>([^<]*)</t[hd]>`)
	for name, want := range map[string]string{
		"many columns": "a 1|b 2|c 3|d 4|e 5|a 6|b 7|c 8|d 9|e x &amp; y",
		"long words":   "a Donaudampfschifffahrts|e 1|a 6|e x &amp; yElektrizitätenhauptwerke",
	} {
		html := string(render(t, "en", &release.Release{}, release.PhaseRelease, Above{}, nil, tables[name]).HTML)
		var got []string
		for i, m := range cell.FindAllStringSubmatch(html, -1) {
			if i%2 == 0 {
				got = append(got, m[1])
			} else {
				got[len(got)-1] += " " + m[1]
			}
		}
		if list := strings.Join(got, "|"); list != want || strings.Contains(html, `scope="col"`) {
			t.Errorf("%s: %s, not %s", name, list, want)
		}
		if !strings.Contains(html, "table-layout:fixed") || strings.Contains(html, "tabindex") {
			t.Errorf("%s: the table can grow wider than the mail", name)
		}
	}
}

// What stands at the side where reading begins stands at the right in Arabic.
func TestMailFromRightToLeftHasItsRoomAtTheRight(t *testing.T) {
	body := []release.Block{
		&release.List{Items: [][]release.Block{{paragraph("x")}}}, &release.BlockQuote{Blocks: []release.Block{paragraph("y")}},
	}
	for lang, want := range map[string][]string{
		"en": {`<ul style="margin:0 0 16px;padding:0 0 0 24px"`, `padding:2px 0 2px 16px;border-left:3px solid #d8d9dc"`},
		"ar": {`<ul style="margin:0 0 16px;padding:0 24px 0 0"`, `padding:2px 16px 2px 0`, "border-right:3px solid #d8d9dc", "border-left:0"},
	} {
		html := string(render(t, lang, &release.Release{}, release.PhaseRelease, Above{}, nil, body...).HTML)
		for _, w := range want {
			if !strings.Contains(html, w) {
				t.Errorf("%s: no %s in\n%s", lang, w, html[strings.Index(html, "<ul"):])
			}
		}
	}
}

func TestAPrivateContactStandsInBothBodies(t *testing.T) {
	r := &release.Release{Contacts: []release.PressContact{{Name: "Private", Phone: "+1 (777) 0", Email: "p@x.example"}}}
	b := render(t, "en", r, release.PhaseRelease, Above{}, nil)
	for _, want := range []string{"<strong>Private</strong>", `href="tel:+17770"`, `href="mailto:p@x.example"`} {
		if !strings.Contains(string(b.HTML), want) {
			t.Errorf("the HTML lacks %s", want)
		}
	}
	if !strings.Contains(string(b.Text), "Private, +1 (777) 0, p@x.example") {
		t.Errorf("the text lacks the contact:\n%s", b.Text)
	}
}

func TestPicturesGoWithTheMailAndHaveTheirWordsEscaped(t *testing.T) {
	m := release.Medium{File: "a.png", Alt: `An "alt" & <b>`, Caption: `A caption & <i>`, Credit: `"T" & Co`}
	assets := release.Assets{"a.png": {Data: []byte("PNG"), Type: "image/png", Width: 30, Height: 20}}
	picture := &release.Picture{Medium: m}
	b := render(t, "en", &release.Release{}, release.PhaseRelease, Above{}, assets, picture, picture)
	if len(b.Pictures) != 2 || b.Pictures[0].ID != "picture-1" || b.Pictures[1].ID != "picture-2" {
		t.Fatalf("the pictures are %v", b.Pictures)
	}
	if string(b.Pictures[0].Asset.Data) != "PNG" {
		t.Errorf("the picture's bytes are %q", b.Pictures[0].Asset.Data)
	}
	for _, want := range []string{
		`<img src="cid:picture-1" alt="An &#34;alt&#34; &amp; &lt;b&gt;"`, `<img src="cid:picture-2"`, "A caption &amp; &lt;i&gt;",
		"&#34;T&#34; &amp; Co",
	} {
		if !strings.Contains(string(b.HTML), want) {
			t.Errorf("no %s", want)
		}
	}
	b = render(t, "en", &release.Release{}, release.PhaseRelease, Above{}, nil, &release.Picture{Medium: m})
	if len(b.Pictures) != 0 || !strings.Contains(string(b.HTML), "[Picture: An &#34;alt&#34; &amp; &lt;b&gt;]") {
		t.Error("a picture that is not there does not say what it shows")
	}
}

func TestWhatStandsAboveTheRelease(t *testing.T) {
	r := &release.Release{Issuer: release.Organization{Name: "Org & Co"}}
	r.Timing.At = time.Date(2027, 6, 8, 17, 30, 0, 0, time.UTC)
	b := render(t, "en", r, release.PhaseAdvance, Above{Covers: []string{"one"}, Note: []string{"a note & <n>", "more"}}, nil)
	const until = "under embargo until Tuesday, June 8, 2027, 5:30 p.m. UTC"
	order := func(body string, words ...string) {
		at := 0
		for _, w := range words {
			i := strings.Index(body[at:], w)
			if i < 0 {
				t.Errorf("%q is not there, or not in its place:\n%s", w, body)
				return
			}
			at += i + len(w)
		}
	}
	_, body, _ := strings.Cut(string(b.HTML), `class="mail"`)
	order(body, "a note &amp; &lt;n&gt;", "more", "A note from Org &amp; Co", "cover one &amp; &lt;c&gt;", until,
		"EMBARGOED UNTIL", "H &amp; &lt;h&gt;")
	text := strings.ReplaceAll(string(b.Text), "\n", " ")
	order(text, "a note & <n>", "more", "A note from Org & Co:", "cover one & <c>", until, "EMBARGOED UNTIL", "H & <h>", PersonalLine)
	for name, text := range map[string]string{"HTML": string(b.HTML), "text": string(b.Text)} {
		if strings.Contains(text, "cover two") {
			t.Errorf("the %s has a note that these do not get", name)
		}
	}
	if b.Subject != "EMBARGO June 8, 5:30 p.m. UTC: S" {
		t.Errorf("the subject is %q", b.Subject)
	}
	b = render(t, "en", r, release.PhaseRelease, Above{}, nil)
	for name, text := range map[string]string{"HTML": string(b.HTML), "text": string(b.Text), "subject": b.Subject} {
		if strings.Contains(strings.ToLower(text), "embargo") || strings.Contains(text, "A note from") {
			t.Errorf("the release's %s says embargo, or has an empty note:\n%s", name, text)
		}
	}
}

// A preview is opened from a folder, where nobody fills in what a mail program would.
func TestAPreviewShowsItsPicturesAndOneCoverNoteAtATime(t *testing.T) {
	r := &release.Release{
		Issuer: release.Organization{Name: "Reeds & Co"},
		Covers: []release.Cover{{ID: "one", To: []release.Audience{{Name: "desk"}}, Phase: release.PhaseRelease}, {ID: "two", Phase: release.PhaseRelease}},
	}
	v := &release.Version{
		Language: "en", Headline: "H", Subject: "S",
		Body:   []release.Block{&release.Picture{Medium: release.Medium{File: "a.png", Alt: "A"}}},
		Covers: []release.CoverText{{ID: "one", Text: []release.Block{paragraph("first note")}}, {ID: "two", Text: []release.Block{paragraph("second note")}}},
	}
	r.Versions = []*release.Version{v}
	set := templates.Defaults(nil)
	tpl := Templates{Mail: set["email/mail.html"], Style: set["email/mail.css"]}
	assets := release.Assets{"a.png": {Data: []byte("pixels"), Type: "image/png", Width: 9, Height: 9}}
	data, err := Preview(r, v, release.PhaseRelease, Above{Covers: []string{"one", "two"}}, Foot{HTML: "journalist@paper.example"}, assets, nil, tpl)
	if err != nil {
		t.Fatal(err)
	}
	page := string(data)
	for _, want := range []string{
		`src="data:image/png;base64,cGl4ZWxz"`, "journalist@paper.example",
		`<div class="note-1"><p`, `<div class="note-2"><p`, "With one (to desk)", "Without a cover note",
		"#choice-1:checked ~ * .note-2 { display: none !important; }", "#choice-2:checked ~ * .note-1 { display: none !important; }",
	} {
		if !strings.Contains(page, want) {
			t.Errorf("%s is not in\n%s", want, page)
		}
	}
	for _, inner := range []string{PersonalLine, "cid:", "<script"} {
		if strings.Contains(page, inner) {
			t.Errorf("%s is in it", inner)
		}
	}
	german := Above{Covers: []string{"one", "two"}, Choice: Choice{"Ohne Begleitwort", "Mit %s", "Mit %s (an %s)"}}
	data, err = Preview(r, v, release.PhaseRelease, german, Foot{HTML: "journalist@paper.example"}, assets, nil, tpl)
	for _, want := range []string{">Ohne Begleitwort<", ">Mit one (an desk)<", ">Mit two<"} {
		if err != nil || !strings.Contains(string(data), want) {
			t.Errorf("%v: %s is not in\n%s", err, want, data)
		}
	}
	if plain, err := Preview(r, v, release.PhaseRelease, Above{}, Foot{HTML: "journalist@paper.example"}, assets, nil, tpl); err != nil || strings.Contains(string(plain), "choice") {
		t.Errorf("without a note there is something to choose, or %v:\n%s", err, plain)
	}
}

func TestManySignatoriesStandInPairs(t *testing.T) {
	r := &release.Release{}
	for range release.NamesInColumns + 1 {
		r.Signatories = append(r.Signatories, "Quay Trust")
	}
	html := string(render(t, "en", r, release.PhaseRelease, Above{}, nil).HTML)
	if n := strings.Count(html, ">Quay Trust</td>"); n != release.NamesInColumns+1 || strings.Count(html, "<tr><td") != release.NamesInColumns/2+2 { // one is for Outlook
		t.Errorf("%d names in cells:\n%s", n, html)
	}
}
