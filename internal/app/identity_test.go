package app

import (
	"io/fs"
	"strings"
	"testing"

	"pressroom/internal/workspace"
	"pressroom/templates"
)

func TestTheSettingsSayWhoseTheyAre(t *testing.T) {
	src, err := fs.ReadFile(templates.Initial(), "pressroom.toml")
	if err != nil {
		t.Fatal(err)
	}
	who := Identity{Name: `The "Reeds" & Co`, Zone: "Europe/Berlin", From: `"Press, Reeds" <press@reeds.example>`}
	for _, empty := range []bool{false, true} {
		data, err := who.Settings(src, empty)
		if err != nil {
			t.Fatal(err)
		}
		s, diags := workspace.ParseSettings("pressroom.toml", data)
		o := s.Organization
		if len(diags) > 0 || o.Name != who.Name || o.ID != "the-reeds-co" || o.Timezone != who.Zone || s.Mail.From != who.From {
			t.Errorf("empty %t: %+v, %s, %v", empty, o, s.Mail.From, diags)
		}
	}
	for _, nobody := range []Identity{{}, who} {
		data, err := nobody.Settings(src, true)
		if err != nil {
			t.Fatal(err)
		}
		for _, sampled := range []string{"arbor", "iver", "Ruiz", "lliance"} {
			if strings.Contains(string(data), sampled) {
				t.Errorf("%q of the sample stands in\n%s", sampled, data)
			}
		}
		if _, diags := workspace.ParseSettings("pressroom.toml", data); len(diags) > 0 {
			t.Error(diags)
		}
	}
}

// Nothing that the sample says of its own organization stands below somebody else's releases.
func TestWhoNamesAnOrganizationHasNothingOfTheSamples(t *testing.T) {
	sample, err := fs.ReadFile(templates.Initial(), workspace.SettingsFile)
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		who   Identity
		holds bool
		from  string
	}{
		{Identity{}, true, "Open Harbor press office <press@openharbor.example>"},
		{Identity{Name: "Reeds, & Co."}, false, `"Reeds, & Co. press office" <press@openharbor.example>`},
		{Identity{Name: "Quay Watch"}, false, "Quay Watch press office <press@openharbor.example>"},
		{Identity{Name: "Reeds", From: "Ida <ida@reeds.example>"}, false, "Ida <ida@reeds.example>"},
		{Identity{Name: "Reeds", From: "ida@reeds.example"}, false, "Reeds <ida@reeds.example>"},
		{Identity{Name: "Reeds, Ltd", From: "<ida@reeds.example>"}, false, `"Reeds, Ltd" <ida@reeds.example>`},
		{Identity{From: "ida@reeds.example"}, true, "ida@reeds.example"},
	} {
		text, err := c.who.Settings(sample, false)
		if err != nil {
			t.Fatal(err)
		}
		settings, diags := workspace.ParseSettings(workspace.SettingsFile, text)
		if diags.HasErrors() {
			t.Fatal(diags)
		}
		o := settings.Organization
		if (o.Boilerplate != "" && o.URL != "") != c.holds || settings.Mail.From != c.from {
			t.Errorf("%+v: %q, %q, from %s", c.who, o.Boilerplate, o.URL, settings.Mail.From)
		}
	}
}

// British English, and what is usual with it, follow from a zone there; what is said holds.
func TestTheLanguageFollowsFromTheZone(t *testing.T) {
	sample, err := fs.ReadFile(templates.Initial(), workspace.SettingsFile)
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		who          Identity
		want, layout string
	}{
		{Identity{}, "en", "us"},
		{Identity{Zone: "America/New_York"}, "en", "us"},
		{Identity{Zone: "Europe/Dublin"}, "en-GB", "uk"},
		{Identity{Zone: "Europe/London", Language: "en"}, "en", "us"},
		{Identity{Zone: "Asia/Hong_Kong", Language: "en-GB"}, "en-GB", "uk"},
		{Identity{Zone: "Europe/London", Language: "fr"}, "fr", "us"},
	} {
		for _, empty := range []bool{false, true} {
			text, err := c.who.Settings(sample, empty)
			if err != nil {
				t.Fatal(err)
			}
			s, diags := workspace.ParseSettings(workspace.SettingsFile, text)
			if o := s.Organization; len(diags) > 0 || o.Language != c.want || string(o.Layout) != c.layout {
				t.Errorf("%+v, empty %t: %s, %s, %v", c.who, empty, o.Language, o.Layout, diags)
			}
		}
	}
}
