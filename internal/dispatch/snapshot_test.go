package dispatch

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"image"
	"image/color"
	"image/png"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"pressroom/internal/audience"
	"pressroom/internal/blob"
	"pressroom/internal/compile"
	"pressroom/internal/ledger"
	"pressroom/internal/mail"
	"pressroom/internal/store"
	"pressroom/templates"
)

// everything is a release for which compiling reads all that it can read.
var everything = strings.NewReplacer(
	"[[contact]]", `[quotes]
local = true
[[quote]]
org = "river-alliance"
speaker = "Ana"
text = "Words of the river."
[[quote]]
org = "Bay Union"
speaker = "Ben"
text = "Words of the bay."
[[media]]
file = "media/piers.png"
alt = "Piers"
[[document]]
file = "media/report.txt"
title = "The report"
[[contact]]`,
	"Body.", strings.Repeat("The waters of business are many, 一七万三 and others. ", 40)+"\n\n![](media/piers.png)",
).Replace(source)

const everySetting = `[organization]
id = "harbor"
name = "Harbor"
logo = "logo.svg"
boilerplate = "About us."
[pdf]
justify = true
[server]
public_url = "https://press.example"
[[org]]
id = "river-alliance"
name = "River Alliance"
region = "north"
logo = "river.png"
`

func picture(t *testing.T, c color.Color) string {
	t.Helper()
	img := image.NewRGBA(image.Rect(0, 0, 200, 100))
	for x := range 200 {
		for y := range 100 {
			if x*y%7 > 0 {
				img.Set(x, y, c)
			}
		}
	}
	var b bytes.Buffer
	if err := png.Encode(&b, img); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

// full is a workspace with everything in it.
func full(t *testing.T) map[string]string {
	t.Helper()
	return map[string]string{
		"releases/x.md": everything, "pressroom.toml": everySetting, "releases/media/piers.png": picture(t, color.RGBA{200, 30, 30, 255}),
		"releases/media/report.txt": "The report.", "river.png": picture(t, color.RGBA{0, 90, 200, 255}),
		"logo.svg":                  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 20"><path fill="#0b5a76" d="M0 0h40v20H0z"/></svg>`,
		"templates/email/mail.html": strings.Replace(templates.Defaults(nil)["email/mail.html"], "<body>", "<body><p>Our own template.</p>", 1),
		"templates/web/page.css":    "body { color: #123456 }\n", "templates/hyphenation/hyph_en.dic": "UTF-8\n1ter\n1nes\n",
		"templates/hyphenation/hyph_es.dic": "UTF-8\n1po\n",
		"templates/language/en.toml":        "[phrases]\ncontact = \"Ask us\"\n", "templates/language/de.toml": "",
		"templates/fonts/Made-Regular.ttf": string(chinese(t, 'a')), "templates/fonts/Made-Bold.ttf": string(chinese(t, 'h')),
		"contacts/north.csv": "email,region,tags,language\nnorth@a.example,north,main,en\n",
	}
}

// planned stores the mailings of a full workspace, and then takes the folder away.
func planned(t *testing.T) (*ledger.Ledger, []string) {
	t.Helper()
	w, l := setup(t, full(t))
	p := prepare(t, w, l, now)
	if p.Findings.HasErrors() {
		t.Fatal(p.Findings)
	}
	if len(p.Input.Fonts) == 0 || len(p.Input.Hyphens) != 2 || len(p.Input.Files) != 4 {
		t.Fatalf("%d fonts, %d patterns, %d files: the test tests too little", len(p.Input.Fonts), len(p.Input.Hyphens), len(p.Input.Files))
	}
	ids, err := p.Schedule(context.Background(), false, nil)
	if err != nil {
		t.Fatal(err)
	}
	entries, err := os.ReadDir(w.Dir)
	if err != nil {
		t.Fatal(err)
	}
	for _, e := range entries {
		if e.Name() == ".pressroom" {
			continue
		}
		if err := os.RemoveAll(filepath.Join(w.Dir, e.Name())); err != nil {
			t.Fatal(err)
		}
	}
	return l, ids
}

func TestTheSameBytesComeFromTheSnapshotAlone(t *testing.T) {
	ctx := context.Background()
	l, ids := planned(t)
	for _, id := range ids {
		s, err := ReadSnapshot(ctx, l, id)
		if err != nil {
			t.Fatal(err)
		}
		again, err := s.Artefacts(ctx)
		if err != nil {
			t.Fatal(err)
		}
		names, err := l.ArtefactNames(ctx, id)
		if err != nil {
			t.Fatal(err)
		}
		for _, n := range names {
			if n == mail.OriginsName {
				continue // facts of the moment of planning
			}
			stored, err := l.Artefact(ctx, id, n)
			if err != nil {
				t.Fatal(err)
			}
			if !bytes.Equal(again[n], stored) {
				t.Errorf("%s: %s comes out otherwise", id, n)
			}
			delete(again, n)
		}
		for n := range again {
			t.Errorf("%s: %s was not stored", id, n)
		}
		if d, err := l.Dispatch(ctx, id); err != nil || d.Revision != s.Input.Revision {
			t.Errorf("%s: revision %s, %v", id, s.Input.Revision, err)
		}
	}
	if !strings.Contains(message(t, l, ids[1], "mail/en.pdf"), "Our own template.") {
		t.Error("the workspace's own template was not used")
	}
	if !strings.Contains(message(t, l, ids[1], "mail/en.pdf"), "Ask us") {
		t.Error("the workspace's own phrase was not used")
	}
}

func TestEveryFormThatAJournalistMayHaveIsStored(t *testing.T) {
	ctx := context.Background()
	l, ids := planned(t)
	names, err := l.ArtefactNames(ctx, ids[1])
	if err != nil {
		t.Fatal(err)
	}
	for _, lang := range []string{"en", "es"} {
		for _, form := range []string{"", ".text", ".pdf", ".text.pdf"} {
			for _, local := range []string{"", "@river-alliance"} {
				if n := "mail/" + lang + form + local; !slices.Contains(names, n) {
					t.Errorf("%s is not stored; there are %s", n, strings.Join(names, " "))
				}
			}
		}
	}
	if advance, err := l.ArtefactNames(ctx, ids[0]); err != nil || !slices.Contains(advance, "mail/es.text+note") {
		t.Errorf("mail/es.text+note is not stored; there are %s, %v", strings.Join(advance, " "), err)
	}
	if len(names) > 2*audience.MostForms {
		t.Errorf("%d artefacts", len(names))
	}
}

func TestAFormThatNobodyHadIsCompiledFromTheSnapshot(t *testing.T) {
	ctx := context.Background()
	l, ids := planned(t)
	s, err := ReadSnapshot(ctx, l, ids[0])
	if err != nil {
		t.Fatal(err)
	}
	data, parts, err := s.Message(ctx, audience.Form{Language: "es", TextOnly: true, Attach: true, Covers: "note", Local: "river-alliance"})
	if err != nil {
		t.Fatal(err)
	}
	tpl, err := mail.Unmarshal(data, &mail.Files{Open: func(digest string) ([]byte, error) { return parts[digest], nil }})
	if err != nil {
		t.Fatal(err)
	}
	message, err := tpl.Message(nil, mail.Recipient{Address: "a@b.example", MessageID: "m", DeliveryID: "d"}, now)
	if err != nil {
		t.Fatal(err)
	}
	if raw := message.Bytes(); !bytes.Contains(raw, []byte("Para usted.")) || !bytes.Contains(raw, []byte("JVBERi0")) {
		t.Errorf("%s", raw)
	}
	stored, err := l.Artefact(ctx, ids[0], "mail/en.text+note")
	if err != nil {
		t.Fatal(err)
	}
	if again, _, err := s.Message(ctx, audience.Form{Language: "en", TextOnly: true, Covers: "note"}); err != nil || !bytes.Equal(again, stored) {
		t.Errorf("a stored form comes out otherwise: %v", err)
	}
}

func TestAttachmentsAndFontsAreKeptOnce(t *testing.T) {
	ctx := context.Background()
	l, ids := planned(t)
	pdf, err := l.Artefact(ctx, ids[1], "pdf/en")
	if err != nil {
		t.Fatal(err)
	}
	names, err := l.ArtefactNames(ctx, ids[1])
	if err != nil {
		t.Fatal(err)
	}
	for _, n := range names {
		if data, err := l.Artefact(ctx, ids[1], n); err != nil || strings.HasPrefix(n, "mail/") && len(data) > len(pdf) {
			t.Errorf("%s has %d bytes, and the PDF %d; %v", n, len(data), len(pdf), err)
		}
	}
	snapshot, err := l.Snapshot(ctx, ids[1])
	if err != nil || len(snapshot) > 32<<10 {
		t.Errorf("the snapshot has %d bytes, %v", len(snapshot), err)
	}
	var fonts int
	font := len(chinese(t, 'a'))
	if err := l.DB().Reader().QueryRowContext(ctx, `SELECT COUNT(*) FROM blob WHERE length(data) = ?`, font).Scan(&fonts); err != nil || fonts != 2 {
		t.Errorf("two mailings keep %d fonts, want the regular and the bold one; %v", fonts, err)
	}
}

func TestTheRevisionNamesAllThatGoesIn(t *testing.T) {
	revision := func(change func(files map[string]string)) string {
		files := full(t)
		change(files)
		w, l := setup(t, files)
		p := prepare(t, w, l, now)
		if p.Input == nil {
			t.Fatal(p.Findings)
		}
		return p.Input.Revision
	}
	same := revision(func(map[string]string) {})
	if again := revision(func(map[string]string) {}); again != same {
		t.Fatalf("the same is %s and %s", same, again)
	}
	for name, change := range map[string]func(files map[string]string){
		"a source":         func(f map[string]string) { f["releases/x.md"] += "\n\nMore." },
		"a translation":    func(f map[string]string) { f["releases/x.es.md"] = spanish + "Más." },
		"a picture":        func(f map[string]string) { f["releases/media/piers.png"] = f["river.png"] },
		"a document":       func(f map[string]string) { f["releases/media/report.txt"] += "!" },
		"the logo":         func(f map[string]string) { f["logo.svg"] = strings.Replace(f["logo.svg"], "0b5a76", "0b5a77", 1) },
		"a partner's logo": func(f map[string]string) { f["river.png"] = f["releases/media/piers.png"] },
		"a setting": func(f map[string]string) {
			f["pressroom.toml"] = strings.Replace(everySetting, "About us.", "About.", 1)
		},
		"an overriding template": func(f map[string]string) { f["templates/web/page.css"] += "p { color: red }" },
		"a phrase":               func(f map[string]string) { f["templates/language/en.toml"] = "[phrases]\ncontact = \"Call us\"\n" },
		"hyphenation":            func(f map[string]string) { f["templates/hyphenation/hyph_es.dic"] += "1sa\n" },
		"a font's letters":       func(f map[string]string) { f["templates/fonts/Made-Regular.ttf"] = string(chinese(t, 'b')) },
		"a font's outline": func(f map[string]string) {
			f["templates/fonts/Made-Regular.ttf"] = string(redrawn(t, []byte(f["templates/fonts/Made-Regular.ttf"])))
		},
		"the bold font": func(f map[string]string) { f["templates/fonts/Made-Bold.ttf"] = string(chinese(t, 'i')) },
	} {
		if got := revision(change); got == same {
			t.Errorf("%s changes, and the revision does not", name)
		}
	}
}

func TestADamagedSnapshotIsNamedAndNotUsed(t *testing.T) {
	ctx := context.Background()
	for name, c := range map[string]struct {
		pick func(k *kept) string
		want string
	}{
		"a picture":  {func(k *kept) string { return k.Files["media/piers.png"] }, "the picture media/piers.png of x/release-1 is "},
		"a logo":     {func(k *kept) string { return k.Files["logo:logo.svg"] }, "the logo logo.svg of x/release-1 is "},
		"a template": {func(k *kept) string { return k.Templates["web/page.css"] }, "the template web/page.css of x/release-1 is "},
		"patterns":   {func(k *kept) string { return k.Patterns["es"] }, "the hyphenation patterns for es of x/release-1 is "},
		"a font":     {func(k *kept) string { return k.Fonts[0].Bold.Digest }, "the font for Hani of x/release-1 is "},
	} {
		t.Run(name, func(t *testing.T) {
			l, ids := planned(t)
			data, err := l.Snapshot(ctx, ids[1])
			if err != nil {
				t.Fatal(err)
			}
			var k kept
			if err := json.Unmarshal(data, &k); err != nil {
				t.Fatal(err)
			}
			change(t, l, `UPDATE blob SET data = ? WHERE digest = ?`, []byte("other"), c.pick(&k))
			in, err := ReadSnapshot(ctx, l, ids[1])
			var damaged *blob.DamagedError
			if in != nil || !errors.As(err, &damaged) || damaged.Dispatch != ids[1] || !strings.Contains(err.Error(), c.want) {
				t.Errorf("got %v\nwant %s", err, c.want)
			}
		})
	}
}

func TestWhatEarlierVersionsKeptIsSaidToBePartial(t *testing.T) {
	ctx := context.Background()
	l, ids := planned(t)
	old := []byte(`{"revision":"abc","sources":[{"Name":"releases/x.md","Language":"","Data":"K0w="}],"settings":{}}`)
	change(t, l, `INSERT INTO blob (digest, data) VALUES (?, ?)`, blob.Digest(old), old)
	change(t, l, `UPDATE dispatch SET snapshot = ? WHERE id = ?`, blob.Digest(old), ids[1])
	if _, err := ReadSnapshot(ctx, l, ids[1]); !errors.Is(err, compile.ErrPartial) || !strings.Contains(err.Error(), ids[1]) {
		t.Errorf("%v", err)
	}
}

func change(t *testing.T, l *ledger.Ledger, query string, args ...any) {
	t.Helper()
	err := l.DB().Tx(context.Background(), func(tx *store.Tx) error {
		_, err := tx.ExecContext(context.Background(), query, args...)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
}
