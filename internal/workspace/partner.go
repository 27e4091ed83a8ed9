package workspace

import (
	"cmp"
	"fmt"
	"slices"
	"strconv"
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
	return reread(data)
}

// reread is the file that it has become, and the settings that come of it.
func reread(data []byte) (*File, Settings, error) {
	s, diags := ParseSettings(SettingsFile, data)
	if err := diags.Err(); err != nil {
		return nil, s, err
	}
	return &File{versionOf(data), data}, s, nil
}

// PartnerKeys are what the file can say of an organization of the coalition, beside its id; those
// of its press contact stand in a table of their own.
var PartnerKeys = []string{
	"name", "contact", "language", "timezone", "region", "url", "logo", "boilerplate",
	"press.name", "press.role", "press.phone", "press.email", "press.hours", "press.public",
}

// NoPartnerError says that the file has no organization with an id.
type NoPartnerError struct{ ID string }

func (e *NoPartnerError) Error() string {
	return "no organization in " + SettingsFile + " has the id " + e.ID
}

// partnerAt is where the file has an organization.
func (f *File) partnerAt(id string) (doc *frontmatter.Document, at int, err error) {
	doc, diags := frontmatter.Parse(SettingsFile, f.data)
	if doc == nil {
		return nil, 0, diags
	}
	for i := range doc.Len("org") {
		if doc.Within(frontmatter.Index("org", i))["id"] == id {
			return doc, i, nil
		}
	}
	return nil, 0, &NoPartnerError{id}
}

// PartnerValues are what the file says of an organization, as people write it, by PartnerKeys:
// several contacts stand on a line each.
func (f *File) PartnerValues(id string) map[string]string {
	out := make(map[string]string)
	doc, i, err := f.partnerAt(id)
	if err != nil {
		return out
	}
	for _, key := range PartnerKeys {
		out[key] = partnerValue(doc, i, key)
	}
	return out
}

// partnerPlace is the table in which a key of an organization stands, and its name there.
func partnerPlace(i int, key string) (table, name string) {
	table = frontmatter.Index("org", i)
	if inner, name, nested := strings.Cut(key, "."); nested {
		return frontmatter.Join(table, inner), name
	}
	return table, key
}

func partnerValue(doc *frontmatter.Document, i int, key string) string {
	table, name := partnerPlace(i, key)
	switch v := doc.Within(table)[name].(type) {
	case string:
		return strings.ReplaceAll(v, "\r\n", "\n")
	case bool:
		return map[bool]string{true: "yes", false: "no"}[v]
	case []any:
		var all []string
		for _, e := range v {
			all = append(all, fmt.Sprint(e))
		}
		return strings.Join(all, "\n")
	}
	return ""
}

// WithPartnerAs is the file in which an organization has other values, by PartnerKeys; what is
// not among them stays, and so does every other byte. See WithPartner.
func (f *File) WithPartnerAs(id string, values map[string]string) (*File, Settings, error) {
	doc, i, err := f.partnerAt(id)
	if err != nil {
		return nil, Settings{}, err
	}
	for _, key := range PartnerKeys {
		v, said := values[key]
		if v = strings.TrimSpace(v); !said || v == strings.TrimSpace(partnerValue(doc, i, key)) {
			continue
		}
		out, err := setPartner(doc, i, key, v)
		if err != nil {
			return nil, Settings{}, err
		}
		var diags diagnostic.List
		if doc, diags = frontmatter.Parse(SettingsFile, out); doc == nil {
			return nil, Settings{}, diags
		}
	}
	return reread(doc.Src)
}

// setPartner writes what is said of an organization.
func setPartner(doc *frontmatter.Document, i int, key, v string) ([]byte, error) {
	table, name := partnerPlace(i, key)
	there := doc.Within(table)
	if v == "" {
		return doc.Unset(table, name)
	}
	written := frontmatter.Quote(v)
	switch {
	case key == "press.public":
		written = strconv.FormatBool(v != "no")
	case key == "contact":
		all := strings.FieldsFunc(v, func(r rune) bool { return r == '\n' || r == '\r' })
		for n := range all {
			all[n] = strings.TrimSpace(all[n])
		}
		all = slices.DeleteFunc(all, func(s string) bool { return s == "" })
		if _, list := there[name].([]any); list || len(all) > 1 {
			if _, one := there[name].(string); !one {
				return doc.SetList(table, name, all)
			}
			for n := range all {
				all[n] = frontmatter.Quote(all[n])
			}
			written = "[" + strings.Join(all, ", ") + "]"
		}
	}
	if inner, _, nested := strings.Cut(key, "."); nested && there == nil {
		return doc.AddTable(frontmatter.Index("org", i), inner, name+" = "+written)
	}
	return doc.Set(table, name, written)
}

// WithoutPartner is the file without an organization. See WithPartner.
func (f *File) WithoutPartner(id string) (*File, Settings, error) {
	doc, i, err := f.partnerAt(id)
	if err != nil {
		return nil, Settings{}, err
	}
	data, err := doc.Remove("org", i)
	if err != nil {
		return nil, Settings{}, err
	}
	return reread(data)
}
