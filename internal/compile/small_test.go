package compile

import (
	"strings"
	"testing"

	"pressroom/internal/release"
)

func TestASmallPictureIsToldAtItsPlace(t *testing.T) {
	at := func() release.Position { return release.Position{File: "x.md", Line: 7} }
	for name, c := range map[string]struct {
		width, height int
		told          bool
	}{
		"an icon":                 {24, 24, true},
		"half a column's width":   {400, 300, true},
		"nearly a column's width": {623, 480, true},
		"a column's width":        {624, 300, false},
		"a tall one":              {300, 624, false},
		"four times as high":      {300, 1200, false},
		"a strip of pages":        {300, 1201, true},
		"a wide view":             {2400, 200, false},
		"a ribbon":                {2401, 200, true},
	} {
		f := file{key: "media/pier.png", name: "media/pier.png", what: "picture", rule: "media", at: at}
		got := small(f, release.Asset{Width: c.width, Height: c.height}).Error()
		if strings.Contains(got, "x.md:7") != c.told {
			t.Errorf("%s: %q", name, got)
		}
	}
	logo := file{key: "logo.png", name: "logo.png", what: "logo", rule: "logo", at: at}
	if got := small(logo, release.Asset{Width: 24, Height: 24}); len(got) > 0 {
		t.Errorf("a logo: %v", got)
	}
}

// What journalists would get and could not read is told at its place.
func TestAHollowFileIsToldAtItsPlace(t *testing.T) {
	at := func() release.Position { return release.Position{File: "x.md", Line: 7} }
	for _, c := range []struct{ what, name, data, want string }{
		{"document", "media/report.pdf", "%PDF-1.7\n", ""},
		{"document", "media/report.pdf", "", "x.md:7:0: error: the document media/report.pdf cannot be used: the file is empty"},
		{"document", "media/Report.PDF", "<!doctype html>", "x.md:7:0: warning: the document media/Report.PDF is called .PDF, and is none inside"},
		{"document", "media/letter.docx", "PK\x03\x04\x14", ""},
		{"document", "media/letter.docx", "\xd0\xcf\x11\xe0", "is none inside"},
		{"document", "media/samples.csv", "Stra\xdfe;1\n", ""},
		{"document", "media/samples.csv", "", "is empty"},
		{"document", "media/samples.geojson", "{}", ""},
		{"document", "media/Viewer.EXE", "MZ", "x.md:7:0: warning: the document media/Viewer.EXE is a program by its name"},
		{"video", "media/pier.mp4", "", ""},   // refused when it is taken
		{"picture", "media/pier.jpg", "", ""}, // refused when it is decoded
	} {
		f := file{key: c.name, name: c.name, what: c.what, rule: "document", at: at}
		if got := hollow(f, []byte(c.data)).Error(); !strings.Contains(got, c.want) || (c.want == "") != (len(hollow(f, []byte(c.data))) == 0) {
			t.Errorf("%s: %q, want %q", c.name, got, c.want)
		}
	}
}
