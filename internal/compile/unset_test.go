package compile

import (
	"bytes"
	"image"
	"image/jpeg"
	"path/filepath"
	"strings"
	"testing"

	"pressroom/internal/diagnostic"
	"pressroom/internal/release"
	"pressroom/internal/workspace"
)

const head = "+++\nheadline = 'H'\ndate = 2026-07-20\n" +
	"timezone = 'America/New_York'\ndateline = 'MARLOW'\n[[contact]]\nname = 'Dana'\nphone = '1'\n"

// written is a workspace with one release and other files, loaded.
func written(t *testing.T, src string, files map[string]string) (*Input, diagnostic.List) {
	t.Helper()
	dir := t.TempDir()
	all := map[string]string{"releases/x.md": src}
	for n, s := range files {
		all[n] = s
	}
	for n, s := range all {
		if err := workspace.WriteFile(filepath.Join(dir, n), []byte(s)); err != nil {
			t.Fatal(err)
		}
	}
	w, err := workspace.Open(dir)
	if err != nil {
		t.Fatal(err)
	}
	in, diags, err := load(w, "x")
	if err != nil {
		t.Fatal(err)
	}
	return in, diags
}

func TestWhatTheSetterCannotSetIsSaidBeforeItIsAsked(t *testing.T) {
	for _, c := range []struct{ name, src, want string }{
		{"letters and marks", head + "+++\nŽižkov – “quoted” … €5\n", ""},
		{"a tab is a space", head + "+++\nText with a\ttab.\n", ""},
		{"so is a line separator", head + "+++\nText with a\u2028separator.\n", ""},
		{"an emoji", head + "+++\nA party \U0001F389.\n", "releases/x.md:10:9"},
		{"a family is one character", head + "+++\nA \U0001F468\u200D\U0001F469\u200D\U0001F467.\n", "releases/x.md:10:3"},
		{"one written as a number", head + "+++\nA &#127881; party.\n", "releases/x.md"},
		{"one in the notes", strings.Replace(head, "dateline", "notes = 'See \U0001F389'\ndateline", 1) + "+++\nText.\n", "releases/x.md:5:14"},
		{"one in the mail's subject alone", strings.Replace(head, "dateline", "subject = 'See \U0001F389'\ndateline", 1) + "+++\nText.\n", ""},
		{"one in a comment", strings.Replace(head, "dateline", "# \U0001F389\ndateline", 1) + "+++\nText.\n", ""},
		{"one in an address", head + "+++\nThe [record](https://port.example/\U0001F389).\n", ""},
		{"a control character that a font happens to have", head + "+++\nText\u0007 with a bell.\n", "releases/x.md:10:5"},
	} {
		t.Run(c.name, func(t *testing.T) {
			in, diags := written(t, c.src, nil)
			if in == nil {
				if c.want == "" || len(diags) != 1 || diags[0].Position.String() != c.want {
					t.Errorf("%v", diags)
				}
				return
			}
			got := in.Unset()
			_, err := in.One(PDF, release.Variant{Phase: release.PhaseRelease, Language: "en"})
			if (err == nil) != (len(got) == 0) {
				t.Errorf("what is said beforehand is %v, and the setter says %v", got, err)
			}
			switch {
			case c.want == "" && len(got) > 0, c.want != "" && len(got) != 1:
				t.Errorf("%v", got)
			case c.want != "" && got[0].Position.String() != c.want:
				t.Errorf("said at %s, and it stands at %s: %v", got[0].Position, c.want, got)
			}
		})
	}
}

// A partner's own edition prints what the settings say of them, and nothing else does.
func TestWhatAPartnersEditionCannotSetIsSaidBeforehand(t *testing.T) {
	src := head + "[[quote]]\norg = 'River'\nspeaker = 'Ana'\ntext = 'So.'\n+++\nText.\n"
	for name, org := range map[string]string{
		"boilerplate": "boilerplate = 'About \U0001F389'",
		"contact":     "[org.press]\nname = 'Ria \U0001F389'\nphone = '1'",
	} {
		in, diags := written(t, src, map[string]string{"pressroom.toml": "[[org]]\nid = 'river'\nname = 'River'\n" + org})
		if in == nil {
			t.Fatal(diags)
		}
		edition, err := in.Edition("river")
		if err != nil {
			t.Fatal(err)
		}
		if _, err := edition.One(PDF, release.Variant{Phase: release.PhaseRelease, Language: "en"}); err == nil {
			t.Errorf("%s: the setter has the character", name)
		}
		if got := in.Unset(); len(got) != 1 || got[0].File != settingsFile {
			t.Errorf("%s: %v", name, got)
		}
	}
}

func TestAnEditionShowsItsLogoHoweverItsQuoteIsFound(t *testing.T) {
	src := head + "[[quote]]\nid = 'river'\norg = 'River North'\nspeaker = 'Ana'\ntext = 'So.'\n+++\nText.\n"
	in, diags := written(t, src, map[string]string{
		"pressroom.toml": "[[org]]\nid = 'river'\nname = 'River'\nlogo = 'logo.jpg'", "logo.jpg": string(sampleJPEG(t)),
	})
	if in == nil {
		t.Fatal(diags)
	}
	if edition, err := in.Edition("river"); err != nil || len(edition.Assets[release.LogoKey(edition.Release.Issuer.Logo)].Data) == 0 {
		t.Errorf("the edition has no logo: %v", err)
	}
}

func TestManyCharactersThatCannotBeSetAreNotTenThousandFindings(t *testing.T) {
	var b strings.Builder
	for c := rune(0xF0000); c < 0xF0400; c++ { // for private use: no font has them
		b.WriteRune(c)
		b.WriteString(" x ")
	}
	in, diags := written(t, head+"+++\n"+b.String()+"\n", nil)
	if in == nil {
		t.Fatal(diags)
	}
	if got := in.Unset(); len(got) == 0 || len(got) > mostUnset {
		t.Errorf("%d findings", len(got))
	}
}

func TestFilesThatCannotBeUsedAreSaidAtTheirPlace(t *testing.T) {
	media := func(file string) string {
		return head + "[[media]]\nalt = 'A pier'\nfile = '" + file + "'\n+++\nText.\n"
	}
	box := func(kind string) string { return "\x00\x00\x00\x18ftyp" + kind + "\x00\x00\x00\x00" }
	photo := string(sampleJPEG(t))
	for _, c := range []struct{ name, src, file, data, want string }{
		{"HEIC", media("media/pier.HEIC"), "media/pier.HEIC", box("heic"), "it is HEIC, as phones take them; open it"},
		{"HEIC by another name", media("media/pier.jpg"), "media/pier.jpg", box("mif1"), "it is HEIC"},
		{"AVIF", media("media/pier.avif"), "media/pier.avif", box("avif"), "it is AVIF; open it"},
		{"TIFF", media("media/pier.tiff"), "media/pier.tiff", "II*\x00\x08\x00", "it is TIFF"},
		{"BMP", media("media/pier.bmp"), "media/pier.bmp", "BM\x00\x00", "it is BMP"},
		{"Photoshop", media("media/pier.psd"), "media/pier.psd", "8BPS", "it is Photoshop"},
		{"a page", media("media/pier.png"), "media/pier.png", "%PDF-1.7", "declare it under [[document]]"},
		{"a drawing", media("media/pier.svg"), "media/pier.svg", "<svg/>", "export it as PNG"},
		{"nothing", media("media/pier.jpg"), "media/pier.jpg", "", "the file is empty"},
		{"a picture called a video", media("media/pier.mov"), "media/pier.mov", photo, "let the name end in .jpeg"},
		{"a picture whose name says nothing", media("media/pier"), "media/pier", photo, "the file media/pier cannot be used: it is a picture (jpeg), and its name does not say so"},
		{"a page called nothing", media("media/pier.pdf"), "media/pier.pdf", "%PDF-1.7", "the file media/pier.pdf cannot be used"},
		{"a file that is nothing known", media("media/pier.raw"), "media/pier.raw", "\x00\x01\x02\x03", "its name is that of no picture and of no video; save it as JPEG, PNG or MP4"},
		{"a text called a video", media("media/pier.mov"), "media/pier.mov", "<html><p>Not found", "it is a text and no video; fetch it again"},
		{"an empty video", media("media/pier.mp4"), "media/pier.mp4", "", "the file is empty; copy it again"},
		{"a video by its rare name", media("media/pier.mts"), "media/pier.mts", "\x47\x40\x00", ""},
		{"HEIC called a video", media("media/pier.mp4"), "media/pier.mp4", box("heic"), "it is HEIC"},
		{"a picture that is not there", media("media/pier.jpg"), "", "", "there is no such file"},
		{"a video that is not there", media("media/pier.mp4"), "", "", "there is no such file"},
		{"JPEG by its rare name", media("media/pier.jfif"), "media/pier.jfif", photo, ""},
		{"a video", media("media/pier.mp4"), "media/pier.mp4", box("isom"), ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			files := map[string]string{}
			if c.file != "" {
				files["releases/"+c.file] = c.data
			}
			in, diags := written(t, c.src, files)
			if c.want == "" {
				if in == nil || len(diags) > 0 {
					t.Errorf("%v", diags)
				}
				return
			}
			if in != nil || len(diags) != 1 || diags[0].Position.String() != "releases/x.md:11:8" ||
				!strings.Contains(diags[0].Message, c.want) {
				t.Errorf("%v", diags)
			}
		})
	}
}

func TestADocumentThatIsNotThereIsSaidAtItsPlace(t *testing.T) {
	src := head + "[[document]]\ntitle = 'One'\nurl = 'https://port.example/one.pdf'\n" +
		"[[document]]\ntitle = 'Two'\nfile = 'two.pdf'\n+++\nText.\n"
	in, diags := written(t, src, nil)
	if in != nil || len(diags) != 1 || diags[0].Position.String() != "releases/x.md:14:8" ||
		!strings.Contains(diags[0].Message, "two.pdf cannot be read: there is no such file") {
		t.Errorf("%v", diags)
	}
}

// sampleJPEG is a picture.
func sampleJPEG(t *testing.T) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := jpeg.Encode(&b, image.NewRGBA(image.Rect(0, 0, 640, 64)), nil); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}
