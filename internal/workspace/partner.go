package workspace

import (
	"cmp"
	"strings"

	"pressroom/internal/diagnostic"
	"pressroom/internal/frontmatter"
	"pressroom/internal/release"
)

// Partner is an organization of the coalition as it is written down for the first time.
type Partner struct {
	Name string
	// ID is what releases call it; "" for one that is made of the name.
	ID string
	// Contact is whom quotes are asked from, as in Ana Ruiz <ana@river.example>.
	Contact  string
	Language string // "" for the workspace's
}

// Partners are the organizations that the file names.
func (f *File) Partners() []release.Org {
	s, _ := ParseSettings(SettingsFile, f.data)
	return s.Orgs
}

// WithPartner is the file with one more organization of the coalition at its end, every
// other byte as it was, and the settings that come of it. What is wrong is a
// diagnostic.List.
func (f *File) WithPartner(p Partner) (*File, Settings, error) {
	doc, diags := frontmatter.Parse(SettingsFile, f.data)
	if doc == nil {
		return nil, Settings{}, diags
	}
	id := cmp.Or(p.ID, release.Slugify(p.Name))
	for _, o := range f.Partners() {
		if o.ID == id {
			var found diagnostic.List
			found.Errorf(diagnostic.Position{File: SettingsFile, Line: 1, Column: 1}, "org",
				"there is an organization with the id %q already: %s", id, o.Name)
			return nil, Settings{}, found
		}
	}
	var keys strings.Builder
	for _, k := range []struct{ name, value string }{{"id", id}, {"name", p.Name}, {"contact", p.Contact}, {"language", p.Language}} {
		if k.value != "" {
			keys.WriteString(k.name + " = " + frontmatter.Quote(k.value) + "\n")
		}
	}
	data, err := doc.Append("org", keys.String())
	if err != nil {
		return nil, Settings{}, err
	}
	s, diags := ParseSettings(SettingsFile, data)
	if err := diags.Err(); err != nil {
		return nil, s, err
	}
	return &File{versionOf(data), data}, s, nil
}
