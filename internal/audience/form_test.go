package audience

import (
	"fmt"
	"testing"

	"pressroom/internal/release"
)

func TestFormsAreBounded(t *testing.T) {
	r := &release.Release{Local: true}
	for _, l := range []string{"en", "es", "fr", "de", "ja"} {
		r.Versions = append(r.Versions, &release.Version{Language: l})
	}
	all := &Forms{release: r}
	today := map[Form]bool{}
	for i := range 60 {
		id := fmt.Sprintf("org-%d", i)
		all.orgs = append(all.orgs, release.Org{ID: id, Region: id})
		r.Versions[0].Quotes = append(r.Versions[0].Quotes, &release.Quote{ID: id})
		r.Covers = append(r.Covers, release.Cover{ID: id, Phase: release.PhaseRelease})
		today[Form{Language: "en", Covers: "org-1," + id, Local: id}] = true
	}
	forms := all.Every(today, release.PhaseRelease)
	if len(forms) != len(today)+MostForms {
		t.Errorf("%d forms, want those of today (%d) and %d more", len(forms), len(today), MostForms)
	}
	has := map[Form]bool{}
	for _, f := range forms {
		has[f] = true
	}
	for f := range today {
		if !has[f] {
			t.Errorf("%s, which somebody gets, is not there", f.Name())
		}
	}
	// Without notes and regions, every form comes before any with them.
	for _, v := range r.Versions {
		for _, f := range []Form{{}, {TextOnly: true}, {Attach: true}, {TextOnly: true, Attach: true}} {
			if f.Language = v.Language; !has[f] {
				t.Errorf("%s is not there", f.Name())
			}
		}
	}
}

func TestFormsAreReadAsTheyAreNamed(t *testing.T) {
	for _, f := range []Form{
		{Language: "en"},
		{Language: "pt-BR", TextOnly: true},
		{Language: "en", Attach: true, Covers: "a.text,b@c.pdf"},
		{Language: "zh-Hant", TextOnly: true, Attach: true, Local: "river-alliance", Covers: "note"},
	} {
		if got, ok := ParseForm(f.Name()); !ok || got != f {
			t.Errorf("%s is read as %+v, %t", f.Name(), got, ok)
		}
	}
	for _, name := range []string{"pdf/en", "mail/", "edition/x/y", ""} {
		if f, ok := ParseForm(name); ok {
			t.Errorf("%q is read as %+v", name, f)
		}
	}
}
