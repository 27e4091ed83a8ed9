package docx

import (
	"strings"
	"testing"

	"pressroom/internal/release"
)

// TestThePaperOfADocument is what the release is printed on, or else what its layout has.
func TestThePaperOfADocument(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		paper  release.Paper
		layout release.Layout
		width  int
	}{
		{release.A4, "", 11906},
		{release.A4, release.LayoutUK, 11906},
		{"", release.LayoutUK, 11906},
		{"", "", 12240},
		{"letter", release.LayoutUK, 12240},
		{"letter", "", 12240},
	} {
		w := &writer{r: &release.Release{Print: release.Print{Paper: c.paper}, Issuer: release.Organization{Layout: c.layout}}}
		if width, height := w.paper(); width != c.width || height <= width {
			t.Errorf("%+v: %d %d", c, width, height)
		}
	}
	if with("<a/>", "<b/>") != "<a/><b/>" || with("<a/><b/>", "<b/>") != "<a/><b/>" || with("", "<b/>") != "<b/>" {
		t.Error("a property stands once")
	}
}

// TestLogosOfPartnersStandInARow shows those that there are, with a gap between them.
func TestLogosOfPartnersStandInARow(t *testing.T) {
	t.Parallel()
	logo := func(name string) release.Org { return release.Org{Name: name, Logo: name + ".png"} }
	r := &release.Release{Partners: []release.Org{logo("a"), logo("b"), logo("c"), {Name: "d"}, logo("e")}}
	small := func(data string) release.Asset {
		return release.Asset{Data: []byte(data), Type: "image/png", Width: 20, Height: 10}
	}
	assets := release.Assets{
		release.LogoSmall("a.png"): small("x"), release.LogoSmall("b.png"): small(""), release.LogoSmall("e.png"): small("y"), release.LogoSmall(""): small("z"),
	}
	xml := parts(t, r, release.PhaseRelease, assets)["word/document.xml"]
	if got := strings.Count(xml, "<w:drawing>"); got != 2 {
		t.Errorf("%d logos", got)
	}
	if got := strings.Count(xml, `</w:drawing></w:r><w:r><w:t xml:space="preserve">   </w:t></w:r><w:r><w:drawing>`); got != 1 {
		t.Errorf("%d gaps", got)
	}
	for _, c := range []struct {
		m    release.Medium
		want bool
	}{{release.Medium{Alt: "A"}, false}, {
		release.Medium{Alt: "A", Caption: "Oars"},
		true,
	}, {release.Medium{Alt: "A", URL: "https://a.example"}, true}, {release.Medium{Alt: "A", Credit: "Ana"}, true}} {
		c.m.File = "a.png"
		xml := parts(t, &release.Release{}, release.PhaseRelease, release.Assets{"a.png": small("x")},
			&release.Picture{Medium: c.m})["word/document.xml"]
		if got := strings.Contains(xml, `"Caption"`); got != c.want {
			t.Errorf("%+v: %t", c.m, got)
		}
	}
}
