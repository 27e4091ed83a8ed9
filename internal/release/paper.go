package release

import (
	"time"

	"pressroom/internal/language"
)

// Paperwork is a document of the press office that is no release, as a report is.
type Paperwork struct {
	Name     string // of its file, without an ending
	Issuer   Organization
	Print    Print
	At       time.Time // that it bears, in the zone in which it prints times
	Headline string
	Subhead  string
	Body     []Block
}

// NewDocument is paperwork as the renderers take it: it has a letterhead, a headline and
// a body, and nothing else that belongs to releases.
func NewDocument(p Paperwork, cat *language.Catalogue) *Release {
	v := &Version{Language: cat.Tag, Headline: p.Headline, Subhead: p.Subhead, Subject: p.Headline, Body: p.Body, catalogue: cat}
	return &Release{
		Slug: p.Name, Issuer: p.Issuer, Print: p.Print, Zone: p.At.Location(), Timing: Timing{Kind: Scheduled, At: p.At},
		Versions: []*Version{v}, document: true,
	}
}
