package docx

import (
	"archive/zip"
	"bytes"
	"io"
	"regexp"
	"strconv"
	"strings"
	"testing"
	"time"

	"pressroom/internal/release"
)

// parts are the parts of a document in English by their names.
func parts(t *testing.T, r *release.Release, phase release.Phase, assets release.Assets, body ...release.Block) map[string]string {
	t.Helper()
	v := &release.Version{Language: "en", Headline: "H & <h>", Body: body}
	r.Versions = []*release.Version{v}
	data, err := Render(r, v, phase, assets)
	if err != nil {
		t.Fatal(err)
	}
	return unpacked(t, data)
}

// unpacked is the parts of a document by their names.
func unpacked(t *testing.T, data []byte) map[string]string {
	t.Helper()
	z, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		t.Fatal(err)
	}
	out := make(map[string]string)
	for _, f := range z.File {
		r, err := f.Open()
		if err != nil {
			t.Fatal(err)
		}
		text, err := io.ReadAll(r)
		if err != nil {
			t.Fatal(err)
		}
		out[f.Name] = string(text)
	}
	return out
}

func paragraph(s string) release.Block {
	return &release.Paragraph{Inlines: []release.Inline{&release.Text{S: s}}}
}

func ordered(start int, items ...[]release.Block) *release.List {
	return &release.List{Ordered: true, Start: start, Items: items}
}

func TestAListWithinAListCountsFromItsOwnNumber(t *testing.T) {
	inner := ordered(7, []release.Block{paragraph("seven")})
	doc := parts(t, &release.Release{}, release.PhaseRelease, nil, ordered(3, []release.Block{paragraph("three"), inner}))
	override := regexp.MustCompile(`numId="(\d)"><w:abstractNumId w:val="1"/><w:lvlOverride w:ilvl="(\d)"><w:startOverride w:val="(\d)"/>`)
	var got []string
	for _, m := range override.FindAllStringSubmatch(doc["word/numbering.xml"], -1) {
		got = append(got, strings.Join(m[1:], " "))
	}
	if strings.Join(got, ", ") != "1 0 3, 2 1 7" {
		t.Errorf("the lists count by (list, level, number) %v", got)
	}
	for _, want := range []string{`<w:ilvl w:val="0"/><w:numId w:val="1"/>`, `<w:ilvl w:val="1"/><w:numId w:val="2"/>`} {
		if !strings.Contains(doc["word/document.xml"], want) {
			t.Errorf("no paragraph has %s", want)
		}
	}
}

// A list that lies deeper than Word has levels stays on the last.
func TestListsGoNoDeeperThanWordDoes(t *testing.T) {
	list := ordered(5, []release.Block{paragraph("in the deep")})
	for range 12 {
		list = ordered(5, []release.Block{paragraph("deeper"), list})
	}
	doc := parts(t, &release.Release{}, release.PhaseRelease, nil, list)
	if strings.Contains(doc["word/document.xml"], `<w:ilvl w:val="9"/>`) || strings.Contains(doc["word/numbering.xml"], `w:ilvl="9"`) {
		t.Error("a list has the level 9; the levels are 0 to 8")
	}
	if !strings.Contains(doc["word/numbering.xml"], `<w:lvlOverride w:ilvl="8"><w:startOverride w:val="5"/>`) {
		t.Error("the deepest list does not count from 5")
	}
}

func TestAPrivateContactIsNotInWord(t *testing.T) {
	doc := parts(t, &release.Release{Contacts: []release.PressContact{
		{Name: "Ann & <Co>", Phone: "+1 (555) 0", Email: "a@x.example", Public: true},
		{Name: "Private", Phone: "+1 777 0", Email: "p@x.example"},
	}}, release.PhaseRelease, nil)
	for name, part := range doc {
		for _, word := range []string{"Private", "777", "p@x.example"} {
			if strings.Contains(part, word) {
				t.Errorf("%s names a contact that is not public: %s", name, word)
			}
		}
	}
	if d := doc["word/document.xml"]; !strings.Contains(d, "Ann &amp; &lt;Co&gt;") || !strings.Contains(d, ">Contact<") {
		t.Errorf("the contact that is public does not stand there:\n%s", d)
	}
	if !strings.Contains(doc["word/_rels/document.xml.rels"], `Target="tel:+15550"`) {
		t.Error("the number cannot be dialled")
	}
}

func TestPicturesHaveTheirWordsEscaped(t *testing.T) {
	m := release.Medium{File: "a.png", Alt: `An "alt" & <b>`, Caption: `A caption & <i>`, Credit: `"T" & Co`}
	assets := release.Assets{"a.png": {Data: []byte("PNG"), Type: "image/png", Width: 30, Height: 20}}
	doc := parts(t, &release.Release{}, release.PhaseRelease, assets, &release.Picture{Medium: m})
	d := doc["word/document.xml"]
	if n := strings.Count(d, `descr="An &#34;alt&#34; &amp; &lt;b&gt;"`); n != 2 {
		t.Errorf("the picture has its alternative text %d times, not at the drawing and the picture", n)
	}
	for _, want := range []string{"A caption &amp; &lt;i&gt;", "Credit: &#34;T&#34; &amp; Co", `cx="249381" cy="166254"`} {
		if !strings.Contains(d, want) {
			t.Errorf("no %s", want)
		}
	}
	if doc["word/media/picture1.png"] != "PNG" {
		t.Error("the picture's bytes are not in the document")
	}
	doc = parts(t, &release.Release{}, release.PhaseRelease, nil, &release.Picture{Medium: m})
	if !strings.Contains(doc["word/document.xml"], "[Picture: An &#34;alt&#34; &amp; &lt;b&gt;]") {
		t.Error("a picture that is not there does not say what it shows")
	}
}

func TestTheEmbargoStandsInTheFooterOfAdvanceCopies(t *testing.T) {
	for phase, want := range map[release.Phase]bool{release.PhaseAdvance: true, release.PhaseRelease: false} {
		doc := parts(t, &release.Release{}, phase, nil)
		if got := strings.Contains(doc["word/footer1.xml"], "EMBARGOED"); got != want {
			t.Errorf("%s: the footer says until when: %v", phase, got)
		}
		if got := strings.Contains(doc["word/document.xml"], `<w:pStyle w:val="EmbargoLine"/>`); got != want {
			t.Errorf("%s: the line has the style of an embargo: %v", phase, got)
		}
	}
}

func TestContactsAndParagraphsAreThoseOfTheirLanguage(t *testing.T) {
	r := &release.Release{Contacts: []release.PressContact{{Name: "Ann", Role: "officer", Phone: "+1 555 0", Public: true}}}
	for lang, want := range map[string][]string{
		"en": {">, officer<", `<w:pStyle w:val="Normal"/><w:bidi/></w:pPr><w:r><w:rPr><w:rtl/></w:rPr>`},
		"ja": {">、officer<"},
		"ar": {">، officer<", "+1 555 0", `<w:rStyle w:val="Hyperlink"/></w:rPr><w:t xml:space="preserve">+1 555 0<`},
	} {
		v := &release.Version{Language: lang, Headline: "H", Body: []release.Block{paragraph("שלום 12"), paragraph("plain")}}
		r.Versions = []*release.Version{v}
		data, err := Render(r, v, release.PhaseRelease, nil)
		if err != nil {
			t.Fatal(err)
		}
		doc := unpacked(t, data)["word/document.xml"]
		for _, w := range want {
			if !strings.Contains(doc, w) {
				t.Errorf("%s: no %s", lang, w)
			}
		}
	}
}

func TestLetterheadTablesAndNotes(t *testing.T) {
	r := &release.Release{}
	r.Issuer.Name, r.Issuer.Color, r.Issuer.Logo = "Night & Shelf", "#0b5a76", "logo.png"
	table := &release.Table{Head: [][]release.Inline{{&release.Text{S: "A"}}, {&release.Text{S: "Words of many letters"}}}}
	for range 2 {
		table.Rows = append(table.Rows, [][]release.Inline{{&release.Text{S: "1"}}, {&release.Text{S: strings.Repeat("long ", 60)}}})
	}
	assets := release.Assets{release.LogoKey("logo.png"): {Data: []byte("PNG"), Type: "image/png", Width: 300, Height: 60}}
	doc := parts(t, r, release.PhaseRelease, assets, table)
	if head := doc["word/header1.xml"]; !strings.Contains(head, `descr="Night &amp; Shelf"`) || doc["word/media/logo.png"] != "PNG" {
		t.Errorf("the letterhead has no logo: %s", head)
	}
	if !strings.Contains(doc["word/styles.xml"], `w:color="0B5A76"`) {
		t.Error("the letterhead's line has not the issuer's colour")
	}
	d := doc["word/document.xml"]
	if !strings.Contains(d, `<w:tblLayout w:type="fixed"/>`) {
		t.Error("the table's columns are not fixed")
	}
	var widths []int
	for _, m := range regexp.MustCompile(`<w:gridCol w:w="(\d+)"/>`).FindAllStringSubmatch(d, -1) {
		n, err := strconv.Atoi(m[1])
		if err != nil {
			t.Fatal(err)
		}
		widths = append(widths, n)
	}
	if len(widths) != 2 || widths[0] > 600 || widths[0]+widths[1] > 9360 || widths[1] < 8000 {
		t.Errorf("columns of %v", widths)
	}
	v := &release.Version{Language: "en", Headline: "H", Notes: []release.Block{&release.List{Items: [][]release.Block{{paragraph("a note")}}}}}
	r.Versions = []*release.Version{v}
	data, err := Render(r, v, release.PhaseRelease, nil)
	if err != nil {
		t.Fatal(err)
	}
	if d := unpacked(t, data)["word/document.xml"]; !strings.Contains(d, `<w:pStyle w:val="ListSmall"/>`) {
		t.Error("a list in the notes is larger than they are")
	}
}

func TestColumnsOfNumbersAreSetToTheRight(t *testing.T) {
	cell := func(s string) []release.Inline { return []release.Inline{&release.Text{S: s}} }
	table := &release.Table{Head: [][]release.Inline{cell("Pier"), cell("Boats")}, Rows: [][][]release.Inline{{cell("North"), cell("1,204")}}}
	doc := parts(t, &release.Release{}, release.PhaseRelease, nil, table)["word/document.xml"]
	if n := strings.Count(doc, `<w:jc w:val="right"/>`); n != 2 {
		t.Errorf("%d cells are set to the right", n)
	}
}

func TestManySignatoriesStandInTwoColumns(t *testing.T) {
	r := &release.Release{}
	for range release.NamesInColumns + 1 {
		r.Signatories = append(r.Signatories, "Quay Trust")
	}
	doc := parts(t, r, release.PhaseRelease, nil)["word/document.xml"]
	if names, cells := strings.Count(doc, ">Quay Trust<"), strings.Count(doc, "<w:tc>"); names != release.NamesInColumns+1 || cells != names+1 {
		t.Errorf("%d names in %d cells", names, cells)
	}
}

// A document without one of these opens as damaged, and one with the time of day in it
// would be another every time.
func TestTheFileHasAllItsPartsAtTheSameTime(t *testing.T) {
	v := &release.Version{Language: "en", Headline: "H", Body: []release.Block{paragraph("Words.")}}
	data, err := Render(&release.Release{Versions: []*release.Version{v}}, v, release.PhaseRelease, nil)
	if err != nil {
		t.Fatal(err)
	}
	z, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		t.Fatal(err)
	}
	var names []string
	for _, f := range z.File {
		names = append(names, f.Name)
		if at := f.Modified.UTC(); !at.Equal(time.Date(1980, 1, 1, 0, 0, 0, 0, time.UTC)) || f.Method != zip.Deflate {
			t.Errorf("%s: %s, method %d", f.Name, at, f.Method)
		}
	}
	const want = "[Content_Types].xml _rels/.rels docProps/core.xml word/document.xml word/styles.xml word/numbering.xml word/settings.xml " +
		"word/footer1.xml word/header1.xml word/header2.xml word/_rels/document.xml.rels"
	if got := strings.Join(names, " "); got != want {
		t.Errorf("got  %s\nwant %s", got, want)
	}
}
