package pdf

import (
	"bytes"
	"cmp"
	"compress/zlib"
	"errors"
	"fmt"
	"io"
	"regexp"
	"strconv"
	"strings"
	"testing"
	"time"
	"unicode/utf16"

	"pressroom/internal/expect"
	"pressroom/internal/release"
	"pressroom/internal/render/pdf/setter"
	"pressroom/internal/scenes"
)

var (
	objectParts   = regexp.MustCompile(`(?s)(\d+) 0 obj\n(<<.*?>>)\nstream\n(.*?)\nendstream`)
	fontUse       = regexp.MustCompile(`/F(\d+) (\d+) 0 R`)
	unicodeMap    = regexp.MustCompile(`/ToUnicode (\d+) 0 R`)
	codeText      = regexp.MustCompile(`(?m)^<([0-9A-F]{4})> <([0-9A-F]*)>$`)
	shownCodes    = regexp.MustCompile(`<(?:[0-9A-F]{4})+>`)
	chosenFont    = regexp.MustCompile(`^/F(\d+) `)
	markedContent = regexp.MustCompile(` <</MCID \d+>> BDC| <</Type /\w+>> BDC`)
	contents      = regexp.MustCompile(`/Type /Page /.*?/Contents (\d+) 0 R`)
)

// shown is what stands on the pages of a PDF, and where: the operators of its pages with
// their text readable, one line for each thing that is marked; and its structure, its links
// and what is said of it.
func shown(t *testing.T, data []byte) string {
	t.Helper()
	streams, objects := make(map[string][]byte), make(map[string]string)
	var plain strings.Builder // objects that are no streams
	for _, m := range objectParts.FindAllSubmatch(data, -1) {
		text := m[3]
		if bytes.Contains(m[2], []byte("/FlateDecode")) {
			z, err := zlib.NewReader(bytes.NewReader(text))
			if err != nil {
				t.Fatal(err)
			}
			if text, err = io.ReadAll(z); err != nil {
				t.Fatal(err)
			}
		}
		streams[string(m[1])] = text
		if !bytes.Contains(m[2], []byte("/ObjStm")) {
			continue
		}
		first, _ := strconv.Atoi(regexp.MustCompile(`/First (\d+)`).FindStringSubmatch(string(m[2]))[1])
		places := strings.Fields(string(text[:first]))
		for i := 0; i < len(places); i += 2 {
			at, _ := strconv.Atoi(places[i+1])
			object, _, _ := strings.Cut(string(text[first+at:]), "\n")
			objects[places[i]] = object
			plain.WriteString(object + "\n")
		}
	}
	texts := make(map[string]map[string]string) // of each font, by code
	for _, f := range fontUse.FindAllStringSubmatch(plain.String(), -1) {
		texts[f[1]] = make(map[string]string)
		for _, c := range codeText.FindAllStringSubmatch(string(streams[unicodeMap.FindStringSubmatch(objects[f[2]])[1]]), -1) {
			var units []uint16
			for i := 0; i+4 <= len(c[2]); i += 4 {
				u, _ := strconv.ParseUint(c[2][i:i+4], 16, 16)
				units = append(units, uint16(u))
			}
			texts[f[1]][c[1]] = string(utf16.Decode(units))
		}
	}
	var b strings.Builder
	for n, page := range contents.FindAllStringSubmatch(plain.String(), -1) {
		fmt.Fprintf(&b, "page %d\n", n+1)
		font := ""
		for line := range strings.Lines(string(streams[page[1]])) {
			if m := chosenFont.FindStringSubmatch(line); m != nil {
				font = m[1]
			}
			line = shownCodes.ReplaceAllStringFunc(strings.TrimSpace(line), func(hex string) string {
				if strings.HasPrefix(hex, "<FEFF") { // what a cluster stands for
					return hex
				}
				text := ""
				for ; len(hex) > 5; hex = hex[:1] + hex[5:] {
					text += texts[font][hex[1:5]]
				}
				return "‹" + strings.ReplaceAll(text, "\u00ad", "-") + "›"
			})
			switch line {
			case "BT", "ET":
			case "EMC":
				b.WriteString("\n")
			default:
				b.WriteString(" " + regexp.MustCompile(`/I\d+ Do`).ReplaceAllString(line, "/I Do"))
			}
		}
	}
	numbers := regexp.MustCompile(`\d+ 0 R|/MCID \d+|/StructParents? \d+|/F\d+ |/ID .*`)
	for object := range strings.Lines(plain.String()) {
		for _, kind := range []string{"/StructElem", "/Type /Annot", "/Title", "/Catalog", "/MediaBox"} {
			if strings.Contains(object, kind) {
				b.WriteString(numbers.ReplaceAllString(object, "_"))
				break
			}
		}
	}
	return strings.NewReplacer("<< /Type /MCR /Pg _ _ >>", "words", "<< /Type /StructElem /S ", "<< ", " rg 0 Tc 1 0 0 1 ", " rg ").Replace(markedContent.ReplaceAllString(b.String(), ""))
}

// What stands on the pages of each scene that does not stand on those of the first.
func TestScenes(t *testing.T) {
	var b strings.Builder
	first := ""
	for _, s := range scenes.All(t) {
		data, err := Render(s.Release, s.Version, s.Phase, s.Assets, nil, nil)
		if missing := new(setter.MissingError); errors.As(err, &missing) { // a script that the built-in fonts lack
			fmt.Fprintf(&b, "##### %s\nerror: %v\n", s.Name, err)
			continue
		}
		if err != nil {
			t.Fatalf("%s: %v", s.Name, err)
		}
		now := shown(t, data)
		fmt.Fprintf(&b, "##### %s\n%s", s.Name, expect.Changed(first, now))
		first = cmp.Or(first, now)
	}
	expect.File(t, "scenes.golden.txt", b.String())
}

func in(s string) []release.Inline { return []release.Inline{&release.Text{S: s}} }

func cells(texts ...string) (out [][]release.Inline) {
	for _, s := range texts {
		out = append(out, in(s))
	}
	return out
}

// everything is one of each block, and within each other what can be.
func everything() []release.Block {
	long := strings.TrimSpace(strings.Repeat("words go on and ", 9)) + " on."
	link := &release.Link{Href: "https://x.example/a", Children: in("a link")}
	table := &release.Table{Align: []release.Align{release.AlignNone, release.AlignCentre, release.AlignRight}, Head: cells("Pier", "Lead", "Kept"), Rows: [][][]release.Inline{cells("One", "15 µg", "no"), cells("Two", "1,204", "x")}}
	giant := &release.Table{Head: [][]release.Inline{in(strings.Repeat("Donau", 30)), nil}, Rows: [][][]release.Inline{{in("first"), in("second"), in("third")}, {in("alone")}}}
	return []release.Block{
		&release.Paragraph{Inlines: []release.Inline{&release.Text{S: "The lede with "}, &release.Emphasis{Children: in("stress")}, &release.Text{S: ", "}, &release.Emphasis{Strong: true, Children: []release.Inline{&release.Emphasis{Children: in("more")}}}, &release.Text{S: ", "}, &release.CodeSpan{S: "x = 1"}, &release.Text{S: ", "}, link, &release.Break{}, &release.Emphasis{Changed: true, Children: in("and what was changed.")}}},
		paragraph(long), paragraph("Announced:"), &release.List{Items: [][]release.Block{{paragraph("one"), paragraph("more of it"), table}, {&release.List{Ordered: true, Start: 99, Items: [][]release.Block{{paragraph("in it")}, {paragraph(long)}}}}, nil}},
		&release.Heading{Level: 2, Inlines: in("A heading of the second level")}, &release.Heading{Level: 3, Inlines: in("Of the third")}, &release.Heading{Level: 6, Inlines: in("Of the sixth")}, &release.Heading{Level: 7, Inlines: in("Of the seventh")},
		&release.Quotation{Language: "en", Paragraphs: [][]release.Inline{in("“It goes,” she said."), in("“" + long + "”")}, Attribution: []release.Inline{&release.Text{S: "Ana Ruiz, "}, link}},
		&release.Quotation{Language: "es", Paragraphs: [][]release.Inline{in("«Sí»")}},
		&release.BlockQuote{Blocks: []release.Block{paragraph("Quoted."), &release.BlockQuote{Blocks: []release.Block{paragraph("Within.")}}, &release.Quotation{Language: "en", Paragraphs: [][]release.Inline{in("Again.")}}}},
		&release.Code{Text: "if x {\n\ty\tz\n}"}, &release.Rule{}, table, giant, &release.Table{Head: giant.Head},
		&release.Picture{Medium: release.Medium{File: "a.png", Alt: "A", Caption: "Low tide", Credit: "Ana", URL: "https://x.example/a.png"}},
		&release.Picture{Medium: release.Medium{File: "a.png", Alt: "B", Credit: "Ana"}}, &release.Picture{Medium: release.Medium{File: "b.jpg", Alt: "C", Caption: "Wide"}}, &release.Picture{Medium: release.Medium{File: "lost.png", Alt: "D", Caption: "Not there"}},
		&release.List{Ordered: true, Start: 1, Items: [][]release.Block{{&release.Code{Text: "code"}}, {&release.Quotation{Language: "en", Paragraphs: [][]release.Inline{in("In a list.")}}}, {giant}}},
	}
}

// whole is a release with one of each block and part, and little assets.
func whole(lang string) (*release.Release, *release.Version, release.Assets) {
	v := &release.Version{Language: lang, Headline: "A ferry goes at night, and what all of the harbor says of it", Subhead: "Nobody was asked before", Body: everything(), Boilerplate: []release.Block{paragraph("About us."), &release.Quotation{Language: "en", Paragraphs: [][]release.Inline{in("Small.")}}, &release.Heading{Level: 2, Inlines: in("Small too")}}, Notes: []release.Block{paragraph("A note."), &release.List{Items: [][]release.Block{{paragraph("small")}}}}}
	v.Media = []release.Medium{{URL: "https://x.example/v.mp4", Caption: "A tour"}, {URL: "https://x.example/w.mp4"}}
	r := &release.Release{
		Slug: "ferry", Issuer: release.Organization{Name: "River Alliance", URL: "https://river.example/"}, Versions: []*release.Version{v}, Zone: time.UTC,
		Contacts:  []release.PressContact{{Name: "Dana", Role: "press", Org: "River", Phone: "+1 (555) 0142", Email: "d@x.example", Hours: "9 to 5", Public: true}, {Name: "Eve", Phone: "+1 555", Public: true}},
		Documents: []release.Document{{Title: "The report", URL: "https://x.example/r.pdf"}, {Title: "A letter"}}, Signatories: []string{"Quay Trust", "Pier Choir"},
	}
	r.Timing.At = time.Date(2027, 6, 8, 13, 5, 0, 0, time.UTC)
	return r, v, release.Assets{"a.png": {Data: onePixel, Type: "image/png", Width: 1, Height: 1}, "b.jpg": {Data: []byte("a jpeg"), Type: "image/jpeg", Width: 1200, Height: 300}}
}

// A release with everything, and then smaller ones with each thing otherwise.
func TestAReleaseWhole(t *testing.T) {
	many := func(n int, s string) (out []string) {
		for i := range n {
			out = append(out, fmt.Sprintf("%s %d", s, i))
		}
		return out
	}
	hyphens, err := ParseHyphens([]byte(dictionary))
	if err != nil {
		t.Fatal(err)
	}
	divided := strings.Repeat("waters", 6)
	var b strings.Builder
	for _, c := range []struct {
		name    string
		lang    string
		phase   release.Phase
		hyphens *Hyphens
		change  func(r *release.Release, v *release.Version, a release.Assets)
	}{
		{"all of it", "en", release.PhaseRelease, nil, func(*release.Release, *release.Version, release.Assets) {}},
		{"under embargo, whose copy it is, in colour", "en", release.PhaseAdvance, nil, func(r *release.Release, v *release.Version, _ release.Assets) {
			r.Reference, r.Issuer.Color, v.Body = "K7", "#ffff00", v.Body[:1]
		}},
		{"under embargo with a name that has no room beside it", "en", release.PhaseAdvance, nil, func(r *release.Release, v *release.Version, _ release.Assets) {
			r.Issuer.Name, v.Body = strings.Repeat("River Alliance of the North ", 6), nil
		}},
		{"a name of two lines, an address of three, and a reference", "en", release.PhaseRelease, nil, func(r *release.Release, v *release.Version, _ release.Assets) {
			r.Issuer.Name, r.Issuer.URL, r.Reference, v.Body = strings.Repeat("River Alliance ", 5), "http://river.example/"+strings.Repeat("a/", 180), "K7", nil
		}},
		{"British", "en-GB", release.PhaseRelease, nil, func(r *release.Release, v *release.Version, _ release.Assets) {
			r.Issuer.Layout, r.Issuer.URL, v.Body, r.Contacts, r.Documents, v.Media = release.LayoutUK, "", v.Body[:3], r.Contacts[:1], nil, v.Media[:1]
		}},
		{"words in another script", "en", release.PhaseRelease, nil, func(r *release.Release, v *release.Version, _ release.Assets) {
			v.Headline, v.Body, v.Media, v.Boilerplate, v.Notes, r.Contacts, r.Documents, r.Signatories = "Хор sings", []release.Block{paragraph("They sing as Хор «Причал» did."), &release.Table{Head: cells("Choir", "Хор")}}, nil, nil, nil, nil, nil, nil
		}},
		{"many names", "en", release.PhaseRelease, nil, func(r *release.Release, v *release.Version, _ release.Assets) {
			v.Body, v.Media = nil, nil
			r.Signatories = many(release.NamesInColumns, "Quay Trust")
			r.Signatories[1] = "Хор «Причал»"
		}},
		{"logos", "en", release.PhaseRelease, nil, func(r *release.Release, v *release.Version, a release.Assets) {
			v.Body, r.Issuer.Logo = nil, "l.png"
			r.Partners = []release.Org{{Name: "Pier", Logo: "l.png"}, {Name: "none"}, {Name: "Drawn", Logo: "d.svg"}, {Name: "Gradient", Logo: "g.svg"}}
			a[release.LogoKey("l.png")] = release.Asset{Data: onePixel, Type: "image/png", Width: 300, Height: 100}
			a[release.LogoKey("d.svg")] = release.Asset{Data: []byte(`<svg viewBox="0 0 20 10"><path d="M0 0h10v10z" fill="#123456"/></svg>`), Type: "image/svg+xml"}
			a[release.LogoKey("g.svg")] = release.Asset{Data: []byte(`<svg viewBox="0 0 20 10"><path d="M0 0h10v10z" fill="#123456" fill-opacity="0.5"/></svg>`), Type: "image/svg+xml"}
			a[release.LogoPixels("g.svg")] = release.Asset{Data: onePixel, Type: "image/png", Width: 1, Height: 1}
		}},
		{"justified and divided", "en", release.PhaseRelease, hyphens, func(r *release.Release, v *release.Version, _ release.Assets) {
			r.Print.Justify = true
			v.Headline, v.Body = "A "+divided+" headline", []release.Block{paragraph(strings.Repeat("The waters of business ", 20)), paragraph(strings.Repeat("The waters of business ", 20)), &release.Table{Head: cells("Waters", "Business")}, &release.Quotation{Language: "en", Paragraphs: [][]release.Inline{in(strings.Repeat("The waters of business ", 9))}}}
		}},
		{"ragged, with long words divided", "en", release.PhaseRelease, hyphens, func(_ *release.Release, v *release.Version, _ release.Assets) {
			v.Headline, v.Subhead, v.Body = "A "+divided+" headline", "The business of "+divided, []release.Block{paragraph("The waters of " + divided + " and business")}
		}},
		{"from right to left", "he", release.PhaseAdvance, nil, func(r *release.Release, v *release.Version, _ release.Assets) {
			v.Body = v.Body[1:4]
			r.Contacts[0].Name = "דנה"
		}},
		{"in a language with marks above and below", "ar", release.PhaseRelease, nil, func(r *release.Release, v *release.Version, _ release.Assets) {
			v.Headline, v.Subhead, v.Body, v.Boilerplate, v.Notes, v.Media, r.Contacts, r.Documents, r.Signatories, r.Issuer.URL = "A", "", nil, nil, nil, nil, nil, nil, nil, ""
		}},
	} {
		r, v, assets := whole(c.lang)
		c.change(r, v, assets)
		data, err := Render(r, v, c.phase, assets, nil, c.hyphens)
		if err != nil {
			fmt.Fprintf(&b, "##### %s\nerror: %v\n", c.name, err)
			continue
		}
		fmt.Fprintf(&b, "##### %s\n%s", c.name, shown(t, data))
	}
	expect.File(t, "whole.golden.txt", b.String())
}
