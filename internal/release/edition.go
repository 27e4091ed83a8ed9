package release

import (
	"pressroom/internal/diagnostic"
)

// Of tells whether a quote is an organisation's own.
func (q *Quote) Of(o Org) bool { return q.Org == o.Name || q.ID == o.ID }

// Takes tells whether an organisation is quoted in the release or has signed it.
func (r *Release) Takes(o Org) bool {
	for _, q := range r.Main().Quotes {
		if q.Of(o) {
			return true
		}
	}
	for _, s := range r.Signatories {
		if s == o.Name {
			return true
		}
	}
	return false
}

// Edition is a partner's own edition of the release: their press contact, quote
// and boilerplate first, under their name and logo; all else is the same. The
// release itself is not changed.
func (r *Release) Edition(o Org) *Release {
	e := *r
	e.EditionOf = o.ID
	e.Issuer.Name, e.Issuer.Logo, e.Issuer.URL, e.Issuer.Color = o.Name, o.Logo, o.URL, ""
	e.Contacts, e.Covers = nil, nil // the issuer's notes are to its own journalists
	if o.Press != nil {
		own := *o.Press
		own.Org, own.Public = o.Name, true
		e.Contacts = append(e.Contacts, own)
	}
	for _, c := range r.Contacts {
		if c.Org == o.Name && (o.Press == nil || c.Email != o.Press.Email) {
			e.Contacts = append(e.Contacts, c)
		}
	}
	for _, c := range r.Contacts {
		if c.Org != o.Name {
			e.Contacts = append(e.Contacts, c)
		}
	}
	e.Partners = []Org{{ID: r.Issuer.ID, Name: r.Issuer.Name, URL: r.Issuer.URL, Logo: r.Issuer.Logo}}
	for _, p := range r.Partners {
		if p.ID != o.ID {
			e.Partners = append(e.Partners, p)
		}
	}
	e.Versions = e.quoteFirst(o)
	for _, v := range e.Versions {
		if o.Boilerplate == "" || o.Language != "" && v.Language != o.Language {
			continue
		}
		var diags diagnostic.List
		own := parseMarkdown(&textSource{
			src: o.Boilerplate, diags: &diags,
			at: func(int) Position { return Position{} }, // nobody is told
		})
		if !diags.HasErrors() {
			v.Boilerplate = append(own[:len(own):len(own)], v.Boilerplate...)
		}
	}
	return &e
}

// LocalTo is the release with an organisation's quote first, for the journalists of
// its region.
func (r *Release) LocalTo(o Org) *Release {
	e := *r
	e.Versions = r.quoteFirst(o)
	return &e
}

// quoteFirst are the versions with one organisation's quotation in the place of
// the first; those before it move on by one place.
func (r *Release) quoteFirst(o Org) []*Version {
	out := make([]*Version, len(r.Versions))
	for i, v := range r.Versions {
		c := *v
		c.Body = append([]Block{}, v.Body...)
		own := make(map[string]bool)
		for _, q := range v.Quotes {
			own[q.ID] = q.Of(o)
		}
		var places []int
		for at, b := range c.Body {
			q, ok := b.(*Quotation)
			if !ok {
				continue
			}
			if places = append(places, at); !own[q.ID] {
				continue
			}
			for k := len(places) - 1; k > 0; k-- {
				c.Body[places[k]] = c.Body[places[k-1]]
			}
			c.Body[places[0]] = b
			break
		}
		out[i] = &c
	}
	return out
}

// FileName is what a form of the release is called as a file, without its ending:
// the slug, then whose edition it is, the language where it is not the main one, and
// that it is under embargo.
func (r *Release) FileName(v Variant) string {
	name := r.Slug
	if r.EditionOf != "" {
		name += ".for-" + Slugify(r.EditionOf)
	}
	if v.Language != r.Main().Language {
		name += "." + v.Language
	}
	if v.Phase == PhaseAdvance {
		name += ".embargoed"
	}
	return name
}
