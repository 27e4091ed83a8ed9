package compile

import (
	"bytes"
	"context"
	"image"
	"image/color"
	"image/png"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"sync"
	"testing"

	"github.com/rivo/uniseg"

	"pressroom/internal/diagnostic"
	"pressroom/internal/release"
	"pressroom/internal/render/email"
	"pressroom/internal/workspace"
	"pressroom/templates"
)

// input reads a release from source, in the workspace of settings.
func input(t testing.TB, settings release.Settings, sources ...string) *Input {
	t.Helper()
	var list []release.Source
	for i, s := range sources {
		src := release.Source{Name: "x.md", Data: []byte(s)}
		if i > 0 {
			src.Name, src.Language = "x.es.md", "es"
		}
		list = append(list, src)
	}
	rel, diags := release.Read("x", list, settings)
	if rel == nil {
		t.Fatal(diags)
	}
	return &Input{Release: rel, Templates: templates.Defaults(nil), Assets: release.Assets{}}
}

// load reads a release of a workspace.
func load(w *workspace.Workspace, slug string) (*Input, diagnostic.List, error) {
	sources, err := w.Sources(slug)
	if err != nil {
		return nil, nil, err
	}
	return NewLoader(w).Load(slug, sources, nil)
}

func sampleInput(t testing.TB) *Input {
	t.Helper()
	dir := t.TempDir()
	for _, d := range []string{"releases", "contacts"} {
		if err := os.CopyFS(filepath.Join(dir, d), os.DirFS(filepath.Join("../..", d))); err != nil {
			t.Fatal(err)
		}
	}
	settings, err := os.ReadFile("../../templates/init/pressroom.toml")
	if err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(dir, "pressroom.toml"), settings, 0o644); err != nil {
		t.Fatal(err)
	}
	w, err := workspace.Open(dir)
	if err != nil {
		t.Fatal(err)
	}
	in, diags, err := load(w, "harbor-water-report")
	if err != nil || in == nil {
		t.Fatal(diags, err)
	}
	return in
}

func one(t testing.TB, in *Input, f Format, phase release.Phase, lang string) string {
	t.Helper()
	out, err := in.One(f, release.Variant{Phase: phase, Language: lang})
	if err != nil {
		t.Fatal(err)
	}
	return string(out)
}

const front = `+++
headline = "H"
date = 2026-07-26
timezone = "UTC"
dateline = "CITY"
[[contact]]
name = "Dana"
phone = "1"
`

var us = release.Settings{Organization: release.Organization{Name: "Org", Language: "en", Layout: release.LayoutUS, Boilerplate: "About Org."}}

func TestTextIsAtMost72ColumnsWide(t *testing.T) {
	long := strings.Repeat("Übergrößenträger und Straßenbahn ", 20) + "\n\n" + strings.Repeat("港の水質検査を公開せよ、", 30) + "\n\n- " + strings.Repeat("an item ", 30) + "\n  1. " + strings.Repeat("nested ", 30) +
		"\n\n> " + strings.Repeat("a passage ", 30) + "\n\n| a | b |\n|---|---|\n| " + strings.Repeat("cell ", 30) + " | c |\n"
	for _, text := range []string{
		one(t, input(t, us, front+"+++\n"+long), Text, release.PhaseRelease, "en"),
		one(t, sampleInput(t), Text, release.PhaseAdvance, "es"),
	} {
		for i, line := range strings.Split(text, "\n") {
			if n := uniseg.StringWidth(line); n > 72 && !strings.HasPrefix(line, "[") {
				t.Errorf("line %d has %d columns: %s", i+1, n, line)
			}
		}
	}
}

func TestOrderOfTheParts(t *testing.T) {
	src := front + "[[quote]]\norg = \"O\"\nspeaker = \"S\"\ntext = \"Words.\"\n+++\nLede.\n\nMore."
	src = strings.Replace(src, "dateline", "notes = \"Note.\"\nsignatories = [\"Signer\"]\ndateline", 1)
	uk := us
	uk.Organization.Layout = release.LayoutUK
	for _, c := range []struct {
		settings release.Settings
		want     []string
	}{
		{us, []string{"FOR IMMEDIATE RELEASE", "Contact:", "\nH\n", "CITY — Lede.", "More.", "“Words,”", "Signed by", "About Org.", "NOTES TO EDITORS", "###"}},
		{uk, []string{"FOR IMMEDIATE RELEASE", "\nH\n", "CITY — Lede.", "“Words,”", "Signed by", "About Org.", "ENDS", "Contact:", "NOTES TO EDITORS"}},
	} {
		text, at := one(t, input(t, c.settings, src), Text, release.PhaseRelease, "en"), 0
		for _, w := range c.want {
			i := strings.Index(text[at:], w)
			if i < 0 {
				t.Errorf("%s layout: %q is not there, or not in its place:\n%s", c.settings.Organization.Layout, w, text)
				break
			}
			at += i
		}
	}
}

func TestHostileWordsStayWords(t *testing.T) {
	const evil = `<script>alert('1')</script>"><img src=x onerror=alert(1)>`
	src := "+++\nheadline = '''" + evil + "'''\nsubhead = '''" + evil + "'''\ndate = 2026-07-26\ntimezone = \"UTC\"\ndateline = '''" + evil + "'''\ntopics = ['''" + evil + "''']\n" +
		"[[contact]]\nname = '''" + evil + "'''\nphone = '''" + evil + "'''\n[[quote]]\norg = '''" + evil + "'''\nid = \"e\"\nspeaker = '''" + evil + "'''\ntitle = '''" + evil + "'''\n" +
		"text = '''\\<script>alert(1)\\</script> {said} `<b>`'''\n+++\nA `<script>` and \\<script>.\n"
	in := input(t, us, src)
	for _, f := range []Format{Web, Email} {
		html := one(t, in, f, release.PhaseRelease, "en")
		body := html
		if f == Web { // JSON-LD, which nothing may close early, and the page's own script
			if n := strings.Count(html, "<script"); n != 2 {
				t.Errorf("%d script elements", n)
			}
			_, body, _ = strings.Cut(html, "</script>")
			body = strings.Replace(body, "<script>"+in.Templates["web/page.js"]+"</script>", "", 1)
		}
		if strings.Contains(body, "<script") || strings.Contains(html, "<img src=x") || strings.Contains(html, "<b>") {
			t.Errorf("%s lets markup through:\n%s", f, body)
		}
	}
	if _, err := in.One(PDF, release.Variant{Phase: release.PhaseRelease, Language: "en"}); err != nil {
		t.Error(err)
	}
}

var fetches = regexp.MustCompile(`(?i)(?:src|srcset|poster|data)\s*=\s*"([^"]*)"|url\(([^)]*)\)|<link[^>]*>|@import[^;]*`)

func TestNothingIsFetchedFromElsewhere(t *testing.T) {
	in := sampleInput(t)
	for _, v := range []release.Variant{{Phase: release.PhaseRelease, Language: "en"}, {Phase: release.PhaseAdvance, Language: "es"}} {
		page := one(t, in, Web, v.Phase, v.Language)
		for _, m := range fetches.FindAllStringSubmatch(page, -1) {
			if !strings.HasPrefix(m[1], "data:image/") && !strings.HasPrefix(m[0], `<link rel="alternate"`) { // a link to another language
				t.Errorf("the page fetches %.80s", m[0])
			}
		}
		for _, m := range fetches.FindAllStringSubmatch(one(t, in, Email, v.Phase, v.Language), -1) {
			if !strings.HasPrefix(m[1], "data:image/") {
				t.Errorf("the mail to look at fetches %.80s", m[0])
			}
		}
		bodies, err := in.Bodies(v, email.Above{Covers: in.Release.CoverIDs(v.Phase)})
		if err != nil {
			t.Fatal(err)
		}
		mail := string(bodies.HTML)
		for _, m := range fetches.FindAllStringSubmatch(mail, -1) {
			if !strings.HasPrefix(m[1], "cid:") {
				t.Errorf("the mail fetches %.80s", m[0])
			}
		}
		if len(mail) > 100_000 {
			t.Errorf("the mail has %d bytes", len(mail))
		}
		if strings.Count(mail, email.PersonalLine) != 1 || !strings.Contains(mail, "\n"+email.PersonalLine+"\n") {
			t.Error("the personal line does not stand alone, once")
		}
		if !strings.Contains(mail, "prefers-color-scheme: dark") || !strings.Contains(mail, "max-width: 600px") && !strings.Contains(mail, "max-width:600px") || !strings.Contains(mail, "[if mso]") {
			t.Error("the mail has lost its dark mode, its width or Outlook's table")
		}
	}
}

func TestReleaseCopiesNeverSayEmbargoed(t *testing.T) {
	in := sampleInput(t)
	for _, lang := range []string{"en", "es"} {
		for _, f := range []Format{Web, Email, Text} {
			if s := strings.ToLower(one(t, in, f, release.PhaseRelease, lang)); strings.Contains(s, "embarg") {
				t.Errorf("%s in %s says embargo", f, lang)
			}
			if s := one(t, in, f, release.PhaseAdvance, lang); !strings.Contains(s, map[string]string{"en": "EMBARGOED UNTIL Tuesday, March 9, 2027, 9:00 a.m. EST (14:00 UTC)", "es": "EMBARGADO HASTA EL martes 9 de marzo de 2027, 09:00 EST (14:00 UTC)"}[lang]) {
				t.Errorf("%s in %s does not say until when", f, lang)
			}
		}
	}
}

func TestCoversStandAboveTheReleaseForThoseWhoGetThem(t *testing.T) {
	in := sampleInput(t)
	with, err := in.Bodies(release.Variant{Phase: release.PhaseAdvance, Language: "en"}, email.Above{Covers: []string{"trusted-note"}})
	if err != nil {
		t.Fatal(err)
	}
	without, err := in.Bodies(release.Variant{Phase: release.PhaseAdvance, Language: "en"}, email.Above{})
	if err != nil {
		t.Fatal(err)
	}
	const note = "This is yours ahead of time"
	for name, body := range map[string][2][]byte{"text": {with.Text, without.Text}, "html": {with.HTML, without.HTML}} {
		i, h := bytes.Index(body[0], []byte(note)), bytes.Index(body[0], []byte("EMBARGOED UNTIL"))
		if i < 0 || i > h {
			t.Errorf("%s: the note stands at %d, the release at %d", name, i, h)
		}
		if bytes.Contains(body[1], []byte(note)) {
			t.Errorf("%s: those who do not get the note read it", name)
		}
	}
}

func TestTheBuiltMailShowsTheNotesOfItsPhase(t *testing.T) {
	in := sampleInput(t)
	for lang, note := range map[string]string{"en": "This is yours ahead of time", "es": "Lo recibe por adelantado"} {
		if s := one(t, in, Email, release.PhaseAdvance, lang); !strings.Contains(s, note) {
			t.Errorf("the advance copy in %s lacks its cover note", lang)
		}
		if s := one(t, in, Email, release.PhaseRelease, lang); strings.Contains(s, note) {
			t.Errorf("the release in %s has the advance copies' cover note", lang)
		}
	}
	own, err := in.Edition("river-alliance")
	if err != nil {
		t.Fatal(err)
	}
	if s := one(t, own, Email, release.PhaseAdvance, "en"); strings.Contains(s, "This is yours ahead of time") {
		t.Error("a partner's edition has the issuer's note to its journalists")
	}
}

func TestEightConcurrentAreTheSameAsOneByOne(t *testing.T) {
	in := sampleInput(t)
	variants := []release.Variant{{Phase: release.PhaseRelease, Language: "en"}, {Phase: release.PhaseAdvance, Language: "en"}, {Phase: release.PhaseRelease, Language: "es"}, {Phase: release.PhaseAdvance, Language: "es"}}
	want, err := in.All(context.Background(), Formats, variants)
	if err != nil {
		t.Fatal(err)
	}
	var wg sync.WaitGroup
	for range 8 {
		wg.Go(func() {
			got, err := in.All(context.Background(), Formats, variants)
			if err != nil {
				t.Error(err)
				return
			}
			for i := range want {
				if !bytes.Equal(got[i].Data, want[i].Data) {
					t.Errorf("%s %v differs", want[i].Format, want[i].Variant)
				}
			}
		})
	}
	wg.Wait()
}

func TestACharacterNoFontHasIsNamed(t *testing.T) {
	src := front + "+++\nWords and 😀 more.\n"
	in := input(t, us, src)
	in.Sources = []release.Source{{Name: "releases/x.md", Data: []byte(src)}}
	_, err := in.One(PDF, release.Variant{Phase: release.PhaseRelease, Language: "en"})
	if err == nil || !strings.Contains(err.Error(), "U+1F600") || !strings.Contains(err.Error(), "Words and 😀 more") || !strings.Contains(err.Error(), ":11: error: no font has") {
		t.Errorf("%v", err)
	}
}

func TestPictures(t *testing.T) {
	img := image.NewRGBA(image.Rect(0, 0, 3000, 1500))
	for i := range img.Pix {
		img.Pix[i] = byte(i * i >> 7)
	}
	img.Set(0, 0, color.Transparent)
	var b bytes.Buffer
	if err := png.Encode(&b, img); err != nil {
		t.Fatal(err)
	}
	a, err := prepare(b.Bytes())
	if err != nil || a.Width != shownWidth || a.Height != 600 || a.Type != "image/jpeg" {
		t.Errorf("%d × %d %s, %v", a.Width, a.Height, a.Type, err)
	}
	again, err := prepare(b.Bytes())
	if err != nil || !bytes.Equal(a.Data, again.Data) {
		t.Error("not the same twice")
	}
	for name, data := range map[string][]byte{
		"no picture": []byte("hello"), "cut short": b.Bytes()[:b.Len()/2],
		"a bomb": []byte("\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\x00\x01\x00\x00\x00\x01\x00\x00\x08\x02\x00\x00\x00\x15\x14\x15\x27"),
	} {
		if _, err := prepare(data); err == nil {
			t.Errorf("%s was taken", name)
		}
	}
}

func FuzzPDF(f *testing.F) {
	f.Add("Plain words, “quoted” – and more…\n\n- a\n  - b\n\n| a | b |\n|--|--:|\n| c | d |\n")
	f.Add("e\u0301 \u202eabc\u202c \u200d ﬁ ffi \u00ad x\u0308\u0301 [l](https://a.example)\n\n> q\n\n```\ncode\n```\n")
	f.Fuzz(func(t *testing.T, body string) {
		rel, _ := release.Read("x", []release.Source{{Name: "x.md", Data: []byte(front + "+++\n" + body)}}, us)
		if rel == nil {
			return
		}
		in := &Input{Release: rel, Templates: templates.Defaults(nil)}
		for _, format := range []Format{PDF, Text, Web} {
			out, err := in.One(format, release.Variant{Phase: release.PhaseRelease, Language: "en"})
			if err != nil && format == PDF && strings.Contains(err.Error(), "no font has ") {
				continue
			}
			if err != nil && format == PDF && strings.Contains(err.Error(), "does not fit the page") {
				continue
			}
			if err != nil || len(out) == 0 {
				t.Fatalf("%s: %v", format, err)
			}
		}
	})
}

func BenchmarkPDF(b *testing.B) {
	in := sampleInput(b)
	for b.Loop() {
		if _, err := in.One(PDF, release.Variant{Phase: release.PhaseRelease, Language: "en"}); err != nil {
			b.Fatal(err)
		}
	}
}
