package release

import (
	"cmp"
	"strings"

	"pressroom/internal/language"
)

// PublicContacts are those that stand on the release wherever it is read, in a language
// (BCP 47): its file may have their roles and hours.
func (r *Release) PublicContacts(mail bool, lang string) []PressContact {
	var words map[string]ContactWords
	if v := r.Version(lang); v != nil {
		words = v.ContactWords
	}
	var out []PressContact
	for _, c := range r.Contacts {
		if !c.Public && !mail {
			continue
		}
		own := words[c.Email]
		c.Role, c.Hours = cmp.Or(own.Role, c.Role), cmp.Or(own.Hours, c.Hours)
		out = append(out, c)
	}
	return out
}

// ContactPart is a part of the line that says whom journalists call.
type ContactPart struct {
	Text string
	Href string // where a number or an address leads; "" for others
}

// Parts are what a press contact's line is made of, in their order: the name first,
// always, and of the others those that there are.
func (c PressContact) Parts(cat *language.Catalogue) []ContactPart {
	out := []ContactPart{{Text: c.Name}}
	for _, p := range []ContactPart{{c.Role, ""}, {c.Org, ""}, {c.Phone, c.Dial()}, {c.Email, "mailto:" + c.Email}, {c.HoursLine(cat), ""}} {
		if p.Text != "" {
			out = append(out, p)
		}
	}
	return out
}

// ContactParts are the parts of a press contact's line in the version, each as it is
// shown: with marks around what was changed after the release went out.
func (v *Version) ContactParts(c PressContact) []ShownPart {
	parts := c.Parts(v.Catalogue())
	texts := make([]string, len(parts))
	for i, p := range parts {
		texts[i] = p.Text
	}
	out := make([]ShownPart, len(parts))
	for i, shown := range v.Parts(c.Line(v.Catalogue()), texts) {
		out[i] = ShownPart{parts[i], shown}
	}
	return out
}

// ShownPart is a part of a press contact's line with its marks.
type ShownPart struct {
	ContactPart
	Shown []Inline
}

// Line is a press contact in one line.
func (c PressContact) Line(cat *language.Catalogue) string { return joined(cat, c.Parts(cat)) }

// Ask is a press contact by name, with the one way to reach them: their address, or
// where they have none their number.
func (c PressContact) Ask(cat *language.Catalogue) string {
	if c.Email == "" {
		return joined(cat, []ContactPart{{Text: c.Name}, {Text: c.Phone}})
	}
	return joined(cat, []ContactPart{{Text: c.Name}, {Text: c.Email}})
}

func joined(cat *language.Catalogue, parts []ContactPart) string {
	texts := make([]string, len(parts))
	for i, p := range parts {
		texts[i] = p.Text
		if i > 0 && !language.RightToLeft(cat.Tag) { // each part in its own order
			texts[i-1] += language.Parting(texts[i-1], p.Text, false)
		}
	}
	return strings.Join(texts, cat.ListComma())
}

// HoursLine says when a press contact can be reached; "" where that is not known.
func (c PressContact) HoursLine(cat *language.Catalogue) string {
	if c.Hours == "" {
		return ""
	}
	return cat.Say(language.HoursLabel, c.Hours)
}
