package dispatch

import (
	"context"
	"errors"
	"time"

	"pressroom/internal/compile"
	"pressroom/internal/ledger"
	"pressroom/internal/publication"
)

// prior is what was public of a release before it was amended.
type prior struct {
	First   time.Time                 `json:"first"` // since when
	Earlier []publication.EarlierPage `json:"earlier,omitempty"`
}

// listing is what lists say of the release until now.
func (a *Amendment) listing(ctx context.Context) (publication.Listing, error) {
	data, err := a.ledger.Artefact(ctx, a.base.ID, publication.ListingName)
	if errors.Is(err, ledger.ErrNoArtefact) { // an earlier version of the program sent it
		return publication.Listing{}, nil
	}
	if err != nil {
		return publication.Listing{}, err
	}
	return publication.ReadListing(data)
}

// first is when the release became public; zero where it has not.
func (a *Amendment) first(ctx context.Context) (time.Time, error) {
	if !a.Public {
		return time.Time{}, nil
	}
	listing, err := a.listing(ctx)
	if err != nil || !listing.First.IsZero() {
		return listing.First, err
	}
	return a.base.LiftedAt, nil
}

// earlierPages are the pages of the release as they were, each under an address with the
// time since when it was so; what is not to be shown any more has none.
func (a *Amendment) earlierPages(
	ctx context.Context, old *Snapshot, in *compile.Input, listing publication.Listing, p *prior,
) (map[string][]byte, error) {
	out := make(map[string][]byte)
	if a.NoRepeat {
		return out, nil
	}
	for _, e := range listing.Earlier {
		data, err := a.ledger.Artefact(ctx, a.base.ID, e.Artefact)
		if err != nil {
			return nil, err
		}
		out[e.Artefact], p.Earlier = data, append(p.Earlier, e)
	}
	if a.special != "" {
		return out, nil // its words are the same
	}
	was := listing.Modified(a.base.LiftedAt)
	amended := *in.Release.Amended
	amended.Earlier, amended.Before = true, nil
	if before := old.Input.Release.Amended; before != nil {
		amended.Before = before.Before
	}
	page := old.Input.Amend(&amended)
	for _, lang := range page.Release.Languages() {
		headline := old.Input.Release.Version(lang).Headline
		if v := in.Release.Version(lang); v != nil {
			headline = v.Headline
		}
		address := page.EarlierAddress(lang, was)
		data, err := page.EarlierPage(lang, was, headline)
		if err != nil {
			return nil, err
		}
		name := "earlier/" + address
		out[name] = data
		p.Earlier = append(p.Earlier, publication.EarlierPage{
			Language: lang, Form: publication.Form{Address: address, Artefact: name, Type: compile.Web.MediaType(), Page: true},
		})
	}
	return out, nil
}
