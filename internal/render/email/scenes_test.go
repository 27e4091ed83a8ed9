package email

import (
	"cmp"
	"fmt"
	"regexp"
	"strings"
	"testing"

	"pressroom/internal/expect"
	"pressroom/internal/release"
	"pressroom/internal/render/text"
	"pressroom/internal/scenes"
	"pressroom/templates"
)

var (
	styles = regexp.MustCompile(` (?:style|bgcolor|align|valign|width|cellpadding|cellspacing|border|role)="[^"]*"`)
	spaces = regexp.MustCompile(`\s*\n\s*`)
)

// What the page in a mail has of each scene that the first has not, and what stands around
// its text; how its parts look, the golden files of the whole release show.
func TestScenes(t *testing.T) {
	set := templates.Defaults(nil)
	tpl := Templates{Mail: set["email/mail.html"], Style: set["email/mail.css"]}
	var b strings.Builder
	first, around := "", "" // of the first scene
	for _, s := range scenes.All(t) {
		bodies, err := Render(s.Release, s.Version, s.Phase, Above{Enclosed: *s.Enclosed}, s.Assets, nil, tpl)
		if err != nil {
			t.Fatal(err)
		}
		fmt.Fprintf(&b, "##### %s\n%s\n", s.Name, bodies.Subject)
		for _, p := range bodies.Pictures {
			fmt.Fprintf(&b, "picture %s, %s, %d by %d\n", p.ID, p.Asset.Type, p.Asset.Width, p.Asset.Height)
		}
		page := string(bodies.HTML)
		_, page, _ = strings.Cut(page, "<body")
		page = spaces.ReplaceAllString(styles.ReplaceAllString("<body"+page, ""), "\n")
		b.WriteString(expect.Changed(first, page))
		first = cmp.Or(first, page)
		plain, _ := text.RenderLines(s.Release, s.Version, s.Phase, s.Enclosed).Flowed()
		if now := fmt.Sprintf("--- text%s\n%s", bodies.Flow, expect.Changed(plain, string(bodies.Text))); now != around {
			b.WriteString(now)
			around = cmp.Or(around, now)
		}
	}
	expect.File(t, "scenes.golden.txt", b.String())
}

// A logo is shown at half its size, and neither wider than the letterhead nor higher than
// two of its lines.
func TestHowLargeALogoIs(t *testing.T) {
	for _, c := range []struct{ w, h, want int }{
		{300, 40, 150}, {60, 20, 30}, {1000, 10, 180}, {360, 10, 180}, {200, 96, 100}, {200, 98, 97}, {98, 97, 49}, {101, 97, 50}, {400, 400, 48}, {10, 4000, 1}, {1, 1, 1},
	} {
		b := &Bodies{}
		o := release.Organization{Name: "A & B", Logo: "a.png"}
		got := string(b.logo(o, release.Assets{release.LogoPixels("a.png"): {Width: c.w, Height: c.h}}))
		if want := fmt.Sprintf(`alt="A &amp; B" width="%d" style="background-color:#ffffff;max-width:%dpx;width:%dpx;`, c.want, c.want, c.want); !strings.Contains(got, want) ||
			len(b.Pictures) != 1 || b.Pictures[0].ID != "logo" {
			t.Errorf("%d by %d: %s, want %d", c.w, c.h, got, c.want)
		}
	}
	for _, logo := range []string{"", "b.png", "c.png"} {
		b := &Bodies{}
		o := release.Organization{Name: "A & B", Logo: logo}
		if got := b.logo(o, release.Assets{release.LogoPixels(""): {Width: 9, Height: 9}, release.LogoPixels("c.png"): {}}); got != "A &amp; B" || len(b.Pictures) != 0 {
			t.Errorf("the logo %q: %s", logo, got)
		}
	}
}

func TestABrandColoursLinks(t *testing.T) {
	for _, color := range []string{"#ffff00", "#000080"} { // one that is made darker, and one that is made lighter
		if got, want := brand(color), "\n.mail a { color: "+release.Readable(color)+"; }\n@media (prefers-color-scheme: dark) { .mail a { color: "+
			release.ReadableOnDark(color)+" !important; } }\n"; got != want {
			t.Errorf("%q, want %q", got, want)
		}
	}
	if got := brand(""); got != "" {
		t.Errorf("without a colour: %q", got)
	}
}
