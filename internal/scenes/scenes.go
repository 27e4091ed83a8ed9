// Package scenes has small invented releases for the tests of the renderers, each for what
// a release that has everything does not show: what is missing, what stands alone, and what
// was said of it after it had gone out. It is for tests alone.
package scenes

import (
	"strings"
	"testing"
	"time"

	"pressroom/internal/release"
)

// Scene is a release in one variant, with what goes with its mail.
type Scene struct {
	Name     string
	Release  *release.Release
	Version  *release.Version
	Phase    release.Phase
	Assets   release.Assets
	Enclosed *release.Enclosures
}

// All are the scenes, in their order.
func All(t testing.TB) []Scene {
	t.Helper()
	var out []Scene
	for _, s := range sources {
		r := read(t, s)
		if s.then != nil {
			r = s.then(r)
		}
		phase := release.PhaseRelease
		if strings.Contains(s.front, "embargo") {
			phase = release.PhaseAdvance
		}
		for _, v := range r.Versions {
			name := s.name
			if len(r.Versions) > 1 {
				name += ", " + v.Language
			}
			enclosed := s.enclosed
			if enclosed == nil {
				enclosed = &release.Enclosures{Attached: true}
			}
			out = append(out, Scene{name, r, v, phase, assets, enclosed})
		}
	}
	return out
}

// read is the release of a source.
func read(t testing.TB, s source) *release.Release {
	t.Helper()
	front := s.front
	for _, line := range []string{"dateline = \"MARLOW, Mass.\"\n", "headline = \"A ferry goes at night\"\n", "date = 2027-06-08\n"} {
		key, _, _ := strings.Cut(line, " ")
		if !strings.Contains("\n"+front, "\n"+key+" ") && (key != "date" || !strings.Contains(front, "embargo")) {
			front = line + front
		}
	}
	if !strings.Contains(front, "[[contact]]") {
		front += "[[contact]]\nname = \"Dana Whitlock\"\nphone = \"+1 (555) 0142\"\n"
	}
	sources := []release.Source{{Name: "ferry.md", Data: []byte("+++\n" + front + "+++\n" + s.body + "\n")}}
	for _, o := range s.others {
		sources = append(sources, release.Source{Name: "ferry." + o[0] + ".md", Language: o[0], Data: []byte(o[1])})
	}
	settings := release.Settings{
		Organization: release.Organization{
			ID: "harbor", Name: "Harbor & Sons", URL: "https://harbor.example", Language: "en", Timezone: "America/New_York",
			Layout: release.LayoutUS,
		},
		Orgs: []release.Org{{ID: "pier", Name: "Pier Choir", Logo: "logos/pier.png"}, {ID: "quay", Name: "Quay Trust"}},
	}
	if s.settings != nil {
		s.settings(&settings)
	}
	r, diags := release.Read("ferry", sources, settings)
	if r == nil || diags.HasErrors() {
		t.Fatalf("%s: %v", s.name, diags)
	}
	return r
}

// assets are the pictures that are there: a large one, a small one, and a partner's logo.
var assets = release.Assets{
	"media/pier.png":                       {Data: dot, Type: "image/png", Width: 1200, Height: 600},
	"media/bell.png":                       {Data: dot, Type: "image/png", Width: 90, Height: 60},
	release.LogoKey("logos/pier.png"):      {Data: dot, Type: "image/png", Width: 60, Height: 20},
	release.LogoPixels("logos/pier.png"):   {Data: dot, Type: "image/png", Width: 60, Height: 20},
	release.LogoSmall("logos/pier.png"):    {Data: dot, Type: "image/png", Width: 58, Height: 19},
	release.LogoKey("logos/harbor.png"):    {Data: dot, Type: "image/png", Width: 300, Height: 40},
	release.LogoPixels("logos/harbor.png"): {Data: dot, Type: "image/png", Width: 300, Height: 40},
}

// at is an instant after the release went out.
func at(hours int) time.Time { return time.Date(2027, 6, 8, 13+hours, 5, 0, 0, time.UTC) }
