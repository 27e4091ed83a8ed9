package email

import (
	"cmp"
	"fmt"
	"regexp"
	"strings"
	"testing"

	"pressroom/internal/expect"
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
