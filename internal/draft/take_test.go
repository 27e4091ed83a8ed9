package draft

import (
	"bytes"
	"context"
	"errors"
	"image"
	"image/color"
	"image/jpeg"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"pressroom/internal/fields"
	"pressroom/internal/photo"
	"pressroom/internal/release"
)

func picture(t *testing.T, shade uint8) []byte {
	t.Helper()
	img := image.NewGray(image.Rect(0, 0, 40, 30))
	for i := range img.Pix {
		img.Pix[i] = shade
	}
	img.Set(3, 3, color.White)
	var b bytes.Buffer
	if err := jpeg.Encode(&b, img, nil); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func TestAFileThatIsTakenInIsWrittenOverNone(t *testing.T) {
	ctx := context.Background()
	f, name := folderWith(t, "+++\n+++\n")
	dir := filepath.Dir(name)
	text := photo.Text{Caption: "The harbor", Credit: "Ana Ruiz"}
	for _, c := range []struct {
		name, want string
		shade      uint8
	}{
		{`C:\Bilder\Der Häfen (1).JPG`, "media/der-hafen-1.jpg", 10},
		{"../../etc/passwd.png", "media/passwd.jpg", 10},
		{"DER HAFEN 1.jpeg", "media/der-hafen-1.jpg", 10},   // the same picture
		{"der hafen 1.jpeg", "media/der-hafen-1-2.jpg", 20}, // another one
		{"der hafen 1.jpeg", "media/der-hafen-1-2.jpg", 20},
		{"….jpg", "media/photo.jpg", 10},
		{strings.Repeat("long ", 40) + ".jpg", "media/" + strings.TrimRight(strings.Repeat("long-", 12), "-") + ".jpg", 10},
	} {
		file, err := f.TakePhoto(ctx, c.name, picture(t, c.shade), text)
		if err != nil || file != c.want {
			t.Errorf("%q is taken in as %q, %v, want %q", c.name, file, err, c.want)
			continue
		}
		got, err := os.ReadFile(filepath.Join(dir, file))
		if err != nil || !bytes.Contains(got, []byte("Ana Ruiz")) {
			t.Errorf("%s: the credit is not in the file, %v", file, err)
		}
	}
	if err := os.WriteFile(filepath.Join(dir, "media/report.pdf"), []byte("%PDF-1.7 theirs"), 0o600); err != nil {
		t.Fatal(err)
	}
	file, err := f.TakeDocument(ctx, "Report.PDF", []byte("%PDF-1.7 mine"))
	if err != nil || file != "media/report-2.pdf" {
		t.Errorf("%q, %v", file, err)
	}
	if got, err := os.ReadFile(filepath.Join(dir, "media/report.pdf")); err != nil || string(got) != "%PDF-1.7 theirs" {
		t.Errorf("it was written over: %q, %v", got, err)
	}
}

func TestWhatIsNoPhotoAndNoDocumentIsNotTakenIn(t *testing.T) {
	ctx := context.Background()
	f, _ := folderWith(t, "+++\n+++\n")
	var refused *photo.RefusedError
	for name, data := range map[string]string{"page": "<svg onload='x'/>", "nothing": "", "gif": "GIF89a"} {
		if _, err := f.TakePhoto(ctx, "a.jpg", []byte(data), photo.Text{}); !errors.As(err, &refused) {
			t.Errorf("%s: %v", name, err)
		}
	}
	for name, data := range map[string]string{
		"a.exe": "MZ", "a.html": "<p>", "a": "x", "a.pdf": "<html>", "a.docx": "%PDF-", "a.txt": "a\x00b", "b.txt": "caf\xe9", "c.txt": "",
		"d.csv": strings.Repeat("x", MaxFile+1),
	} {
		if file, err := f.TakeDocument(ctx, name, []byte(data)); err == nil {
			t.Errorf("%s is taken in as %s", name, file)
		}
	}
}

func TestHowARetimedReleasePrints(t *testing.T) {
	settings := release.Settings{Organization: release.Organization{Language: "en", Timezone: "America/New_York"}}
	today := time.Date(2026, 7, 20, 10, 0, 0, 0, time.UTC)
	for _, c := range []struct {
		timing     fields.Timing
		lang, want string
	}{
		{fields.Timing{Kind: "embargo", At: "2026-07-26T09:00"}, "", "EMBARGOED UNTIL Sunday, July 26, 2026, 9:00 a.m. EDT (13:00 UTC)"},
		{fields.Timing{Kind: "embargo", At: "2026-07-26T09:00", Zone: "Europe/Madrid"}, "es", "EMBARGADO"},
		{fields.Timing{Kind: "release_at", At: "2026-07-26T23:30"}, "", "FOR IMMEDIATE RELEASE"},
		{fields.Timing{Kind: "date", At: "2026-07-26"}, "", "July 26, 2026"},
		{fields.Timing{Kind: "hold"}, "", "July 20, 2026"},
	} {
		got, err := Prints(settings, c.timing, c.lang, today)
		if err != nil || !strings.Contains(got, c.want) {
			t.Errorf("%+v: %q, %v", c.timing, got, err)
		}
	}
	for timing, want := range map[fields.Timing]string{
		{Kind: "embargo", At: "2026-03-08T02:30"}:                       "skips 02:30",
		{Kind: "embargo", At: "2026-11-01T01:30"}:                       "shows 01:30 twice",
		{Kind: "embargo", At: "2026-07-26T09:00", Zone: "Eastern Time"}: "is no time zone",
		{Kind: "embargo", At: "soon"}:                                   "is no day and time",
	} {
		if got, err := Prints(settings, timing, "", today); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%+v: %q, %v", timing, got, err)
		}
	}
}
