package release

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"pressroom/internal/frontmatter"
)

func inMain(file string) func(string) string {
	return func(key string) string {
		return fmt.Sprintf("%s is the same in every language: set it in %s", key, file)
	}
}

// translation reads <slug>.<language>.md.
func (r *reader) translation(doc *frontmatter.Document, lang string) {
	t := doc.Root()
	r.expectTranslated(t, "")
	r.strays(t)
	main := r.rel.Main()
	v := &Version{Language: lang}
	cat := r.catalogue(t, v)
	if r.rel.Version(v.Language) != nil {
		doc.Report().Errorf(t.Here(), "language", "there are two versions in %s", v.Language)
	}
	r.words(t, v, cat)
	v.Media = r.translatedMedia(t, main)
	r.translatedContacts(t, v)
	r.covers(t, v, false)
	r.notice(t, v)
	r.quotes(t, v, cat, main)
	r.fillFrom(doc, t, v, main)
	r.body(doc, v)
	r.rel.Versions = append(r.rel.Versions, v)
}

func (r *reader) translatedMedia(t *frontmatter.Table, main *Version) []Medium {
	out := append([]Medium{}, main.Media...)
	for _, m := range t.Tables("media") {
		r.expectTranslated(m, "media")
		key := filePath(m)
		if key == "" {
			key = m.Line("url")
		} else {
			m.Line("url")
		}
		for i := range out {
			if out[i].Key() != key {
				continue
			}
			for k, field := range map[string]*string{
				"alt": &out[i].Alt, "caption": &out[i].Caption, "credit": &out[i].Credit, "rights": &out[i].Rights,
			} {
				if s := m.Line(k); s != "" {
					*field = s
				}
			}
		}
		switch {
		case key == "":
			m.Errorf("file", "media", "neither file nor url is set; write the file or url of a [[media]] in %s", r.rel.File)
		case key != "":
			r.use(reference{name: key, at: m.ValueAt("file"), list: m.Report()})
		}
	}
	return out
}

// translatedContacts reads role and hours of press contacts, whose addresses say which.
func (r *reader) translatedContacts(t *frontmatter.Table, v *Version) {
	for _, c := range t.Tables("contact") {
		r.expectTranslated(c, "contact")
		address, words := c.Line("email"), ContactWords{c.Line("role"), c.Line("hours")}
		_, twice := v.ContactWords[address]
		switch known := r.contactAddresses(); {
		case address == "" || !slices.Contains(known, address):
			c.Errorf("email", "contact", "%q is the address of no [[contact]] in %s; write %s", address, r.rel.File,
				cmp.Or(strings.Join(known, " or "), "one there first"))
		case twice:
			c.Errorf("email", "contact", "%s stands here twice; one [[contact]] has its role and hours", address)
		default:
			if v.ContactWords == nil {
				v.ContactWords = make(map[string]ContactWords)
			}
			v.ContactWords[address] = words
		}
	}
}

func (r *reader) contactAddresses() (known []string) {
	for _, c := range r.rel.Contacts {
		if c.Email != "" {
			known = append(known, c.Email)
		}
	}
	return known
}

// fillFrom takes from the main version what a translation lacks, and says so.
func (r *reader) fillFrom(doc *frontmatter.Document, t *frontmatter.Table, v, main *Version) {
	byID := make(map[string]*Quote)
	for _, q := range v.Quotes {
		byID[q.ID] = q
	}
	ordered := make([]*Quote, 0, len(main.Quotes))
	for _, m := range main.Quotes {
		if q := byID[m.ID]; q != nil {
			ordered = append(ordered, q)
			continue
		}
		if r.leftIn(m.ID, v.Language) {
			continue
		}
		doc.Report().Warnf(t.Here(), "translation", "the quote %s has no words in this language; it is printed in %s", m.ID, main.Language)
		ordered = append(ordered, m)
	}
	v.Quotes = ordered
	for _, c := range main.Covers {
		if !hasCoverText(v, c.ID) {
			doc.Report().Warnf(t.Here(), "translation", "the cover note %s has no words in this language; it is printed in %s", c.ID, main.Language)
			v.Covers = append(v.Covers, c)
		}
	}
	if len(v.Boilerplate) == 0 && len(main.Boilerplate) > 0 {
		doc.Report().Warnf(t.Here(), "translation", "no boilerplate in this language; add boilerplate = \"…\", it is left out")
	}
}

func hasCoverText(v *Version, id string) bool {
	for _, c := range v.Covers {
		if c.ID == id {
			return true
		}
	}
	return false
}
