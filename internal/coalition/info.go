package coalition

import (
	"context"
	"crypto/rand"
	"encoding/hex"
	"time"

	"pressroom/internal/check"
	"pressroom/internal/release"
	"pressroom/internal/saying"
)

// Info is what the lead's board shows of a release.
type Info struct {
	Slug, Headline, Language, Lot string
	Order                         release.Order
	Zone                          *time.Location
	desk                          *Desk
	release                       *release.Release
}

// Info reads a release for the board. A file that cannot be read now is shown by
// its name.
func (d *Desk) Info(slug string) *Info {
	i := &Info{Slug: slug, Headline: slug, Language: "en", Zone: time.UTC, Order: release.OrderPlaced, desk: d}
	if r, err := d.read(slug); err == nil {
		m := r.Main()
		i.Headline, i.Language, i.Zone, i.Order, i.Lot, i.release = m.Headline, m.Language, r.Zone, r.Order, r.Lot, r
	}
	return i
}

// Name is an organisation as it is printed.
func (i *Info) Name(org string) string { return i.desk.orgName(org) }

// Faults are what send would refuse because of the quotes.
func (i *Info) Faults(ctx context.Context) []string {
	if i.release == nil {
		return []string{"The release cannot be read now: pressroom check " + i.Slug + " says why."}
	}
	known, err := i.desk.Known(ctx, i.Slug)
	if err != nil {
		return []string{err.Error()}
	}
	var out []string
	for _, d := range check.Signoffs(i.release, known) {
		if d.Rule != "unsigned" {
			out = append(out, d.Message)
		}
	}
	return out
}

// Behind tells of translations whose original was changed since they were made or
// signed.
func (i *Info) Behind(ctx context.Context) saying.Lines {
	if i.release == nil {
		return nil
	}
	known, err := i.desk.Known(ctx, i.Slug)
	if err != nil {
		return saying.Lines{saying.Word(err.Error()).Said()}
	}
	var out saying.Lines
	for _, p := range i.release.Pending(known) {
		if p.Stale {
			out = append(out, p.Says(i.Slug))
		}
	}
	return out
}

// AsTranslated lists the languages in which a quote is printed as translated: nobody has
// signed its words there off.
func (i *Info) AsTranslated(quote string) []string {
	if i.release == nil {
		return nil
	}
	var out []string
	for _, t := range i.release.AsTranslated() {
		if t.Quote.ID == quote {
			out = append(out, t.Language)
		}
	}
	return out
}

// NewLot is what an order is drawn by.
func NewLot() string {
	var b [8]byte
	rand.Read(b[:])
	return hex.EncodeToString(b[:])
}
