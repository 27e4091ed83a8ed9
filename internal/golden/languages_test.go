package golden

import (
	"fmt"
	"path/filepath"
	"regexp"
	"strings"
	"sync"
	"testing"
	"unicode/utf8"

	"pressroom/internal/compile"
	"pressroom/internal/language"
	"pressroom/internal/release"
	"pressroom/templates"
)

// everyLanguage is a release of which every word is invented or a name, so that what is
// of a language in it is the program's.
const everyLanguage = `+++
headline = "Nerava 7"
subhead = "Tolin 12"
embargo = 2027-06-30T20:30:00
timezone = "America/Los_Angeles"
dateline = "FENWICK"
language = "TAG"
boilerplate = "Kolu sami."
notes = "Ruva nilo."
signatories = ["Quay Seven", "Molu"]
[[contact]]
name = "Odile Brandt"
role = "ruvo"
phone = "+1 555 0123"
email = "odile@quay.example"
org = "Quay Seven"
hours = "9–17"
[[quote]]
id = "a"
org = "Molu"
speaker = "Ana Ruiz"
title = "ruvo"
text = "Sola remi. {said} Tika lomu."
[[quote]]
id = "b"
org = "Pilo"
speaker = "Ben Okoro"
text = "Rami tolo?"
[[quote]]
id = "c"
org = "Taru"
speaker = "Cora Lind"
style = "lead-in"
text = "Lomi sera."
[[quote]]
id = "d"
org = "Sivo"
speaker = "Dag Moen"
title = "ruvo"
style = "block"
text = """Miro tasu.

Neli rova."""
[[document]]
title = "Tabu 3"
url = "https://quay.example/3.pdf"
[[media]]
url = "https://quay.example/4.mp4"
alt = "Film 4"
credit = "Odile Brandt"
+++
Selu mira tola.

{{quotes}}
`

// inLanguage is that release in a language that is on.
var inLanguage = func() func(tag string) (*compile.Input, error) {
	var known sync.Map
	return func(tag string) (*compile.Input, error) {
		in, _ := known.LoadOrStore(tag, sync.OnceValues(func() (*compile.Input, error) {
			on, _ := language.NewSet(nil, language.Known()...)
			settings := release.Settings{Languages: on, Organization: release.Organization{
				ID: "quay", Name: "Quay Seven", Language: "en", Layout: release.LayoutUK, URL: "https://quay.example",
			}}
			source := release.Source{Name: "x.md", Data: []byte(strings.Replace(everyLanguage, "TAG", tag, 1))}
			rel, diags := release.Read("x", []release.Source{source}, settings)
			if rel == nil {
				return nil, diags
			}
			return &compile.Input{Release: rel, Templates: templates.Defaults(nil), Assets: release.Assets{}}, nil
		}))
		return in.(func() (*compile.Input, error))()
	}
}()

// forms of it that its language is read in.
func languageForm(t *testing.T, tag string, f compile.Format, phase release.Phase) string {
	t.Helper()
	in, err := inLanguage(tag)
	if err != nil {
		t.Fatal(err)
	}
	data, err := in.One(f, release.Variant{Phase: phase, Language: tag})
	if err != nil {
		t.Fatal(err)
	}
	text := string(data)
	for _, name := range []string{"web/page.css", "web/page.js"} {
		text = strings.Replace(text, strings.TrimSpace(in.Templates[name]), "["+name+"]", 1)
	}
	return text
}

func TestEveryLanguage(t *testing.T) {
	for _, tag := range language.Known() {
		t.Run(tag, func(t *testing.T) {
			t.Parallel()
			golden(t, filepath.Join("languages", tag+".txt"), languageForm(t, tag, compile.Text, release.PhaseAdvance))
			golden(t, filepath.Join("languages", tag+".html"), languageForm(t, tag, compile.Web, release.PhaseRelease))
			golden(t, filepath.Join("languages", tag+".pages.txt"), ownPages(tag))
		})
	}
}

// ownPages is what a journalist reads about their own entry, in the order of the file.
func ownPages(tag string) string {
	on, _ := language.NewSet(nil, tag)
	c := on.ForReader(tag)
	var b strings.Builder
	for _, p := range language.PagePhrases() {
		fmt.Fprintf(&b, "%s: %s\n", p, c.Page(p, "o•••@q•••.example"))
	}
	return b.String()
}

var placeOrTag = regexp.MustCompile(`\{\w+\}|%[sd]`)

// pieces are what a phrase says around its places, if it is long enough to tell its
// language.
func pieces(phrase string) []string {
	var out []string
	for _, s := range placeOrTag.Split(phrase, -1) {
		s = strings.Trim(s, " .:,;()。：，\u00a0")
		if n := utf8.RuneCountInString(s); n >= 10 || n >= 4 && len(s) >= 2*n {
			out = append(out, s)
		}
	}
	return out
}

// A phrase that a language lacks would be English, or of the language that its file was
// made from.
func TestNoPhraseOfAnotherLanguageStandsInARelease(t *testing.T) {
	all := make(map[string][]string)
	for _, tag := range language.Known() {
		all[tag] = language.Of(tag).Texts()
	}
	for _, tag := range language.Known() {
		c := language.Of(tag)
		own := strings.Join(all[tag], "\n")
		shown := ownPages(tag)
		for _, f := range []compile.Format{compile.Text, compile.Web, compile.Email} {
			for _, phase := range []release.Phase{release.PhaseAdvance, release.PhaseRelease} {
				text := languageForm(t, tag, f, phase)
				in, _ := inLanguage(tag)
				if english := in.Release.ReleaseLine(language.Of("en"), phase); !c.Read {
					if phase == release.PhaseAdvance && !strings.Contains(strings.Join(strings.Fields(text), " "), english) {
						t.Errorf("%s: no speaker has read the language, and the %s does not say the embargo in English", tag, f)
					}
					text = strings.ReplaceAll(strings.Join(strings.Fields(text), " "), english, "")
				}
				shown += text
			}
		}
		shown = strings.Join(strings.Fields(shown), " ")
		for other, phrases := range all {
			for _, p := range phrases {
				for _, piece := range pieces(p) {
					if !strings.Contains(own, piece) && strings.Contains(shown, strings.Join(strings.Fields(piece), " ")) {
						t.Errorf("%s: %q of %s stands in it", tag, piece, other)
					}
				}
			}
		}
	}
}
