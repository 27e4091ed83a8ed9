package dispatch

import (
	"bytes"
	"context"
	"encoding/base64"
	"image"
	"image/color"
	"image/jpeg"
	"io"
	"mime"
	"mime/multipart"
	"mime/quotedprintable"
	"net/mail"
	"strings"
	"testing"

	"pressroom/internal/workspace"
)

// part is a leaf of a message.
type part struct {
	kind, name, disposition string
	body                    []byte
}

// parts takes a message apart with the standard library.
func parts(t *testing.T, raw string) []part {
	t.Helper()
	m, err := mail.ReadMessage(strings.NewReader(raw))
	if err != nil {
		t.Fatal(err)
	}
	return leaves(t, m.Header.Get("Content-Type"), m.Header.Get("Content-Transfer-Encoding"), "", m.Body)
}

func leaves(t *testing.T, kind, encoding, disposition string, body io.Reader) []part {
	t.Helper()
	media, params, err := mime.ParseMediaType(kind)
	if err != nil {
		t.Fatalf("%s: %v", kind, err)
	}
	if strings.HasPrefix(media, "multipart/") {
		var out []part
		for r := multipart.NewReader(body, params["boundary"]); ; {
			p, err := r.NextRawPart()
			if err == io.EOF {
				return out
			}
			if err != nil {
				t.Fatal(err)
			}
			h := p.Header
			out = append(out, leaves(t, h.Get("Content-Type"), h.Get("Content-Transfer-Encoding"), h.Get("Content-Disposition"), p)...)
		}
	}
	if encoding == "base64" {
		body = base64.NewDecoder(base64.StdEncoding, body)
	} else {
		body = quotedprintable.NewReader(body)
	}
	data, err := io.ReadAll(body)
	if err != nil {
		t.Fatal(err)
	}
	out := part{kind: kind, body: data}
	if disposition != "" {
		d, params, err := mime.ParseMediaType(disposition)
		if err != nil {
			t.Fatalf("%s: %v", disposition, err)
		}
		out.disposition, out.name = d, params["filename"]
	}
	return []part{out}
}

// photograph is a JPEG of a size, with words that a camera hid in it.
func photograph(t *testing.T, w, h int) string {
	t.Helper()
	img := image.NewRGBA(image.Rect(0, 0, w, h))
	for x := range w {
		for y := range h {
			img.Set(x, y, color.RGBA{uint8(x), uint8(y), 90, 255})
		}
	}
	var b bytes.Buffer
	if err := jpeg.Encode(&b, img, nil); err != nil {
		t.Fatal(err)
	}
	hidden := "Exif\x00\x00MM\x00*\x00\x00\x00\x08\x00\x00SECRET PLACE"
	return b.String()[:2] + "\xff\xe1\x00" + string(rune(len(hidden)+2)) + hidden + b.String()[2:]
}

const announcing = `[[media]]
file = "media/pier nine.jpg"
alt = "A pier at low tide"
caption = "The ninth pier"
credit = "Tove Lind"
rights = "free for the press"
[[media]]
file = "media/walk.mp4"
caption = "A walk along the pier"
[[document]]
file = "media/Prüfbericht 2026.pdf"
title = "The full report"
[[document]]
file = "media/x.pdf"
title = "The letter"
[[contact]]`

// announced is a workspace with a release that announces files.
func announced(t *testing.T) map[string]string {
	t.Helper()
	lists := press + "plain@a.example,Plain,en,,text,,,main\nwords@a.example,Words,en,,text,no,,main\n"
	return map[string]string{
		"releases/x.md": strings.Replace(source, "[[contact]]", announcing, 1), "contacts/press.csv": lists,
		"releases/media/pier nine.jpg": photograph(t, 1600, 800), "releases/media/walk.mp4": "\x00\x00\x00\x18ftypmp42 a walk",
		"releases/media/Prüfbericht 2026.pdf": "%PDF-1.4 the report", "releases/media/x.pdf": "%PDF-1.4 the letter",
	}
}

func TestWhatAMailAnnouncesIsInIt(t *testing.T) {
	w, l := setup(t, announced(t))
	p := prepare(t, w, l, now)
	ids, err := p.Schedule(context.Background(), false, nil)
	if err != nil {
		t.Fatal(err)
	}
	// What is changed afterwards changes nothing.
	if err := workspace.WriteFile(w.Dir+"/releases/media/x.pdf", []byte("%PDF-1.4 another letter")); err != nil {
		t.Fatal(err)
	}
	for _, form := range []string{"mail/en.pdf", "mail/en.text.pdf"} {
		all := parts(t, message(t, l, ids[1], form))
		var text string
		got := make(map[string]part)
		for _, p := range all {
			switch {
			case strings.HasPrefix(p.kind, "text/plain"):
				text = string(p.body)
			case p.disposition == "attachment":
				got[p.name] = p
			}
		}
		for name, want := range map[string]string{
			"Prüfbericht 2026.pdf": "%PDF-1.4 the report", "x-2.pdf": "%PDF-1.4 the letter",
			"walk.mp4": "\x00\x00\x00\x18ftypmp42 a walk", "pier-nine.jpg": "\xff\xd8",
		} {
			if f, ok := got[name]; !ok || !bytes.HasPrefix(f.body, []byte(want)) {
				t.Errorf("%s: %s holds %.40q", form, name, f.body)
			}
		}
		if k := got["Prüfbericht 2026.pdf"].kind; k != `application/pdf; name="Prufbericht-2026.pdf"` {
			t.Errorf("%s: the report is %s", form, k)
		}
		original := got["pier-nine.jpg"].body
		if cfg, err := jpeg.DecodeConfig(bytes.NewReader(original)); err != nil || cfg.Width != 1600 {
			t.Errorf("%s: the picture is not in full size: %+v, %v", form, cfg, err)
		}
		if bytes.Contains(original, []byte("SECRET")) || !bytes.Contains(original, []byte("free for the press")) {
			t.Errorf("%s: the picture says where it was taken, or not what may be done with it", form)
		}
		for _, want := range []string{
			"- The full report – attached: Prufbericht-2026.pdf\n", "- The letter – attached: x-2.pdf\n", "- A walk along the pier – attached: walk.mp4\n",
			"- The ninth pier (Credit: Tove Lind · free for the press) – attached:\n   pier-nine.jpg, 1600 × 800\n",
		} {
			if !strings.Contains(strings.ReplaceAll(text, "\r\n", "\n"), want) {
				t.Errorf("%s: %q is not in\n%s", form, want, text)
			}
		}
		if strings.Contains(text, "not attached") {
			t.Errorf("%s says that something is not attached:\n%s", form, text)
		}
	}
}

func TestWhoWantsNoAttachmentsIsToldWhomToAsk(t *testing.T) {
	w, l := setup(t, announced(t))
	ids, err := prepare(t, w, l, now).Schedule(context.Background(), false, nil)
	if err != nil {
		t.Fatal(err)
	}
	for _, form := range []string{"mail/en", "mail/en.text", "mail/es"} {
		raw := message(t, l, ids[1], form)
		for _, p := range parts(t, raw) {
			if p.disposition == "attachment" {
				t.Errorf("%s has %s", form, p.name)
			}
			want := "These files are not attached. Ask for them: Dana, 1"
			if form == "mail/es" {
				want = "Estos archivos no van adjuntos. Puede pedirlos: Dana, 1"
			}
			if strings.HasPrefix(p.kind, "text/") && (!strings.Contains(string(p.body), want) || strings.Contains(string(p.body), "attached: ")) {
				t.Errorf("%s, %s does not say whom to ask, or says that something is attached:\n%s", form, p.kind, p.body)
			}
		}
	}
}

func TestFilesThatAreTooMuchAreNamedAtTheirPlace(t *testing.T) {
	const limits = "[mail]\nattach_limit = \"%\"\nattach_limit_advance = \"#\"\n"
	settings := func(limit, advance string) string {
		return strings.NewReplacer("%", limit, "#", advance).Replace(limits)
	}
	big := strings.Repeat("x", 1200<<10) // 1.6 MiB as it is mailed
	for name, c := range map[string]struct {
		settings, list string
		want           []string
	}{
		"room for all":          {settings("4MiB", "4MiB"), press, nil},
		"as it is by default":   {"", press, []string{"releases/x.md:12:8: error: media/x.pdf is too much for a mail", "attach_limit is 2 MiB"}},
		"in advance copies":     {settings("9MiB", "2MiB"), press, []string{"releases/x.md:12:8: error: media/x.pdf", "attach_limit_advance is 2 MiB"}},
		"even the first":        {settings("1 MiB", "9MiB"), press, []string{"releases/x.md:9:8: error: media/report.pdf", "releases/x.md:12:8: error"}},
		"nobody wants them":     {settings("1KiB", "1KiB"), strings.ReplaceAll(press, ",,,,", ",,no,,"), nil},
		"who agreed wants none": {settings("9MiB", "1KiB"), "email,embargo,attachments,tags\na@a.example,yes,no,trusted\nb@a.example,,,main\n", nil},
	} {
		t.Run(name, func(t *testing.T) {
			list := c.list
			if name == "nobody wants them" {
				list = "email,embargo,attachments,tags\na@a.example,yes,no,trusted\nb@a.example,,no,main\n"
			}
			w, l := setup(t, map[string]string{
				"releases/x.md": strings.Replace(source, "[[contact]]",
					"[[document]]\nfile = \"media/report.pdf\"\ntitle = \"A\"\n[[document]]\nfile = \"media/x.pdf\"\ntitle = \"B\"\n[[contact]]", 1),
				"releases/media/report.pdf": big, "releases/media/x.pdf": big, "contacts/press.csv": list, "pressroom.toml": c.settings,
			})
			said := prepare(t, w, l, now).Findings
			got := ""
			for _, d := range said {
				if d.Rule == "attach" {
					got += d.String() + "\n"
				}
			}
			if len(c.want) == 0 && got != "" {
				t.Error(got)
			}
			for _, want := range c.want {
				if !strings.Contains(got, want) {
					t.Errorf("%q is not in\n%s", want, got)
				}
			}
			checker, err := NewChecker(context.Background(), w, l, nil, now)
			if err != nil {
				t.Fatal(err)
			}
			checked, err := checker.Release(context.Background(), "x")
			if err != nil || checked.Findings.HasErrors() != said.HasErrors() {
				t.Errorf("check says %v, send %v; %v", checked.Findings, said, err)
			}
		})
	}
}

func TestAFileThatChangedAfterSendIsToldOf(t *testing.T) {
	ctx := context.Background()
	w, l := setup(t, announced(t))
	if _, err := prepare(t, w, l, now).Schedule(ctx, false, nil); err != nil {
		t.Fatal(err)
	}
	for _, changed := range []bool{false, true} {
		if changed {
			if err := workspace.WriteFile(w.Dir+"/releases/media/walk.mp4", []byte("\x00\x00\x00\x18ftypmp42 another walk")); err != nil {
				t.Fatal(err)
			}
		}
		checker, err := NewChecker(ctx, w, l, nil, now)
		if err != nil {
			t.Fatal(err)
		}
		checked, err := checker.Release(ctx, "x")
		if err != nil {
			t.Fatal(err)
		}
		if told := strings.Contains(checked.Findings.Error(), "is not what stands here now"); told != changed {
			t.Errorf("changed: %t; check says %v", changed, checked.Findings)
		}
	}
}

func TestThePlanSaysHowMuchIsSent(t *testing.T) {
	ctx := context.Background()
	w, l := setup(t, announced(t))
	p := prepare(t, w, l, now)
	v, err := p.Volume(ctx, p.Mailings[1])
	if err != nil {
		t.Fatal(err)
	}
	if v.Messages != 6 || v.Asking != 2 || len(v.Files) != 4 {
		t.Errorf("%+v", v)
	}
	ids, err := p.Schedule(ctx, false, nil)
	if err != nil {
		t.Fatal(err)
	}
	largest, total := 0, 0
	for _, r := range p.Mailings[1].Recipients {
		n := len(message(t, l, ids[1], r.Form.Name()))
		largest, total = max(largest, n), total+n
	}
	if near := func(a, b int) bool { return a > b*99/100-1000 && a < b*101/100+1000 }; !near(v.Largest, largest) || !near(int(v.Total), total) {
		t.Errorf("the largest has %d bytes, all have %d; planned are %d and %d", largest, total, v.Largest, v.Total)
	}
}
