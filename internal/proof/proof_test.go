package proof_test

import (
	"bytes"
	"context"
	"errors"
	"image"
	"image/png"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"pressroom/internal/audience"
	"pressroom/internal/contacts"
	"pressroom/internal/diagnostic"
	"pressroom/internal/draft"
	"pressroom/internal/proof"
	"pressroom/internal/release"
	"pressroom/internal/workspace"
)

var now = time.Date(2026, 7, 20, 10, 0, 0, 0, time.UTC)

const (
	settings = "[organization]\nname = \"Harbor\"\ntimezone = \"UTC\"\nlogo = \"logo.png\"\n[mail]\nfrom = \"press@harbor.example\"\n" +
		"[[org]]\nid = \"tide\"\nname = \"Tide Watch\"\nregion = \"north\"\n[[org]]\nid = \"reef\"\nname = \"Reef Guard\"\nregion = \"south\"\n"
	press = "email,name,outlet,language,region,format,embargo\nAna@Paper.example,Ana,The Paper,en,south,,yes\nbo@radio.example,Bo,,es,,,yes\n" +
		"cy@blog.example,,,en,,text,yes\n"
	english = "+++\nheadline = \"The levee holds\"\nembargo = 2026-07-26T09:00:00Z\ntimezone = \"UTC\"\ndateline = \"CITY\"\nlanguage = \"en\"\n" +
		"to = [\"press\"]\nadvance = [\"press\"]\n[quotes]\nlocal = true\n[[contact]]\nname = \"Dana\"\nphone = \"1\"\n" +
		"[[cover]]\nid = \"first\"\nto = [\"press\"]\nphase = \"advance\"\ntext = \"Ahead of time, for you.\"\n" +
		"[[media]]\nfile = \"media/pier.png\"\nalt = \"A pier.\"\n" +
		"[[quote]]\norg = \"tide\"\nspeaker = \"Ida\"\ntext = \"North words.\"\n[[quote]]\norg = \"reef\"\nspeaker = \"Rea\"\ntext = \"South words.\"\n" +
		"+++\nIt held all night.\n"
	spanish = "+++\nheadline = \"El dique resiste\"\n+++\nResistió toda la noche.\n"
)

func picture(t testing.TB) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := png.Encode(&b, image.NewNRGBA(image.Rect(0, 0, 700, 500))); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// open is a desk on a workspace, and what is kept of the pictures that it shows.
func open(t testing.TB, files map[string]string) (*proof.Desk, map[string]release.Asset) {
	t.Helper()
	dir := t.TempDir()
	all := map[string]string{
		"pressroom.toml": settings, "contacts/press.csv": press, "releases/levee.md": english, "releases/levee.es.md": spanish,
		"releases/media/pier.png": string(picture(t)), "logo.png": string(picture(t)),
	}
	for name, data := range files {
		all[name] = data
	}
	for name, data := range all {
		path := filepath.Join(dir, name)
		if err := workspace.WriteFile(path, []byte(data)); err != nil {
			t.Fatal(err)
		}
		if err := os.Chtimes(path, now, now); err != nil { // long enough ago to be taken as it was
			t.Fatal(err)
		}
	}
	w, err := workspace.Open(dir)
	if err != nil {
		t.Fatal(err)
	}
	lists := audience.NewLists(w)
	return &proof.Desk{
		Workspace: w, Live: draft.NewLive(w),
		Known: func(context.Context, string) (*release.Known, error) { return nil, nil },
		Book:  func(context.Context) (*contacts.Book, diagnostic.List, error) { return lists.Book(nil) },
		Now:   func(context.Context) (time.Time, error) { return now, nil },
	}, make(map[string]release.Asset)
}

// seen makes a proof; its pictures are kept at the addresses that it has for them.
func seen(t testing.TB, d *proof.Desk, kept map[string]release.Asset, w proof.Wish) (*proof.Proof, error) {
	t.Helper()
	w.Slug = "levee"
	w.Picture = func(a release.Asset) string {
		at := "/kept/" + string('a'+rune(len(a.Data)%26))
		kept[at] = a
		return at
	}
	return d.Make(context.Background(), w)
}

func has(t *testing.T, what, text string, want ...string) {
	t.Helper()
	for _, w := range want {
		if no, ok := strings.CutPrefix(w, "not "); ok == strings.Contains(text, strings.TrimPrefix(no, "not ")) {
			t.Errorf("%s: %q\n%.1500s", what, w, text)
		}
	}
}

func drawn(p *proof.Proof) (out string) {
	for _, s := range p.Sheets {
		out += string(s.SVG)
	}
	return out
}

func TestAReleaseIsShownInItsFormsFromMemory(t *testing.T) {
	d, kept := open(t, nil)
	memory := map[string][]byte{"releases/levee.md": []byte(strings.Replace(english, "held all night", "held until ten", 1))}
	p, err := seen(t, d, kept, proof.Wish{Memory: memory})
	if err != nil {
		t.Fatal(err)
	}
	for what, form := range map[string][]byte{"page": p.Page, "mail": p.Mail, "text": p.Text} {
		has(t, what, string(form), "until ten", "not all night", "EMBARGOED UNTIL", "not data:image", `<base target="_blank"></head>`)
	}
	has(t, "page", string(p.Page), `src="/kept/`)
	has(t, "mail", string(p.Mail), `src="/kept/`, "Ahead of time, for you.", "With first (to press)")
	has(t, "sheets", drawn(p), `href="/kept/`, "not data:")
	if len(kept) == 0 || p.Phase != release.PhaseAdvance || p.Language != "en" || p.Called != "English" || !slices.Equal(p.Languages, []string{"en", "es"}) {
		t.Errorf("%d pictures; %s, %s (%s) of %s", len(kept), p.Phase, p.Language, p.Called, p.Languages)
	}
	for at, a := range kept {
		if len(a.Data) < 20 {
			t.Errorf("at %s are no bytes of a picture: %q", at, a.Data)
		}
	}
	out, err := seen(t, d, kept, proof.Wish{Phase: release.PhaseRelease, Language: "es"})
	if err != nil {
		t.Fatal(err)
	}
	has(t, "page", string(out.Page), "Resistió toda la noche", `lang="es"`)
	if out.Phase != release.PhaseRelease || strings.Contains(string(out.Text), "EMBARG") || drawn(out) == drawn(p) {
		t.Errorf("%s\n%s", out.Phase, out.Text)
	}
}

func TestAMailIsShownAsAJournalistGetsIt(t *testing.T) {
	d, kept := open(t, nil)
	if _, err := seen(t, d, kept, proof.Wish{Journalist: " ana@paper.EXAMPLE"}); !errors.Is(err, proof.ErrNobody) {
		t.Errorf("an address with a space is somebody's: %v", err)
	}
	ana, err := seen(t, d, kept, proof.Wish{Journalist: "ana@paper.EXAMPLE", Language: "es"})
	if err != nil {
		t.Fatal(err)
	}
	mail := string(ana.Mail)
	has(t, "Ana's mail", mail, "Ahead of time, for you.", "Ana@Paper.example", "not With first", "not journalist@paper.example")
	if strings.Index(mail, "South words") > strings.Index(mail, "North words") {
		t.Errorf("the quote of her region is not first:\n%s", mail)
	}
	if r := ana.Reader; r == nil || r.Name != "Ana" || r.Local != "Reef Guard" || !slices.Equal(r.Covers, []string{"first"}) || ana.Language != "en" {
		t.Errorf("%+v, %s", ana.Reader, ana.Language)
	}
	bo, err := seen(t, d, kept, proof.Wish{Journalist: "bo@radio.example", Phase: release.PhaseRelease})
	if err != nil {
		t.Fatal(err)
	}
	has(t, "Bo's mail", string(bo.Mail), "Resistió", "not Ahead of time", "bo@radio.example")
	if bo.Reader.Local != "" || bo.Reader.Covers != nil || bo.Phase != release.PhaseRelease {
		t.Errorf("%+v, %s", bo.Reader, bo.Phase)
	}
	cy, err := seen(t, d, kept, proof.Wish{Journalist: "cy@blog.example"})
	if err != nil {
		t.Fatal(err)
	}
	has(t, "Cy's mail", string(cy.Mail), "<pre>", "Ahead of time, for you.", "cy@blog.example", "not <img", "not PRESSROOM")
	if !cy.Reader.TextOnly || !strings.Contains(drawn(cy), "<svg") {
		t.Errorf("%+v", cy.Reader)
	}
	if _, err := seen(t, d, kept, proof.Wish{Journalist: "nobody@paper.example"}); !errors.Is(err, proof.ErrNobody) {
		t.Errorf("%v", err)
	}
}

// Whose screen is dark is not asked: it is shown as it was wished.
func TestFormsAreShownLightOrDark(t *testing.T) {
	d, kept := open(t, nil)
	for _, c := range []struct {
		dark       bool
		want, only string
	}{{false, "(max-width: 0)", `content="light"`}, {true, "(min-width: 0)", `content="dark"`}} {
		p, err := seen(t, d, kept, proof.Wish{Dark: c.dark})
		if err != nil {
			t.Fatal(err)
		}
		for what, form := range map[string][]byte{"page": p.Page, "mail": p.Mail, "text": p.Text} {
			has(t, what, string(form), c.want, c.only, "not prefers-color-scheme", `not content="light dark"`)
		}
	}
}

func TestWhatKeepsATextFromBeingShownIsSaid(t *testing.T) {
	d, kept := open(t, nil)
	for text, want := range map[string]string{
		"no front matter": "releases/levee.md:1",
		strings.Replace(english, "pier.png", "gone.png", 1):  "releases/levee.md:20:8: error: the picture media/gone.png",
		strings.Replace(english, `"press"]`, `"nobody"]`, 1): "",
	} {
		_, err := seen(t, d, kept, proof.Wish{Memory: map[string][]byte{"releases/levee.md": []byte(text)}})
		var broken *proof.BrokenError
		if want == "" && err == nil {
			continue // the checks say it, and the text can be shown
		}
		if !errors.As(err, &broken) || !strings.Contains(err.Error(), want) {
			t.Errorf("%q: %v", want, err)
		}
	}
	if _, err := d.Make(context.Background(), proof.Wish{Slug: "nothing"}); err == nil {
		t.Error("a release that there is not is shown")
	}
}
