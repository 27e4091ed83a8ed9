package agreement

import (
	"bytes"
	"context"
	"crypto/hmac"
	"errors"
	"fmt"
	"slices"
	"strconv"
	"strings"
	"time"

	"pressroom/internal/embargo"
	"pressroom/internal/language"
	"pressroom/internal/ledger"
	"pressroom/internal/links"
	"pressroom/internal/mail"
	"pressroom/internal/publication"
	"pressroom/internal/store"
	"pressroom/internal/wording"
)

// LinkPurpose is what links to the pages of advance copies are for.
const LinkPurpose = "advance"

// MailedLink is the link that stands in an advance copy.
func (v *Visit) MailedLink(token string) links.Link {
	return links.Link{
		Purpose: LinkPurpose, Of: strconv.FormatInt(v.Delivery, 10), Token: token, Subject: subject(v.Slug, v.Key),
	}
}

func subject(slug, key string) string { return LinkPurpose + "/" + slug + "/" + key }

// againMark stands in a further link before the time at which it was made.
const againMark = "~"

// Again makes one more link to the page of an advance copy, for whom it was mailed to.
func (d *Desk) Again(ctx context.Context, tx *store.Tx, of string) (*links.Fresh, error) {
	id, err := strconv.ParseInt(of, 10, 64)
	if err != nil || d.publicURL == "" {
		return nil, err
	}
	m, err := d.ledger.Mailed(ctx, id)
	if errors.Is(err, ledger.ErrNotFound) || err == nil && m.Erased {
		return nil, nil
	}
	if err != nil {
		return nil, err
	}
	key, err := d.ledger.Key(ctx)
	if err != nil {
		return nil, err
	}
	token := again(key, mail.Token(key, mail.ForAdvance, id), strconv.FormatInt(d.now().UnixMicro(), 36))
	return &links.Fresh{URL: d.publicURL + Path + token, To: m.Address, Language: m.Language}, nil
}

// again is another token for what a token opens.
func again(key []byte, token, at string) string {
	return token + againMark + at + againMark + mail.Derive(key, "advance-again", token, at)
}

// plain is the token that a further one was made of; it is ErrUnknown where that is not
// ours.
func plain(key []byte, token string) (string, error) {
	first, rest, further := strings.Cut(token, againMark)
	if !further {
		return token, nil
	}
	at, _, _ := strings.Cut(rest, againMark)
	if len(token) > 300 || !hmac.Equal([]byte(again(key, first, at)), []byte(token)) {
		return "", ErrUnknown
	}
	return first, nil
}

// Copy is the page of an advance copy.
type Copy struct {
	publication.Version
	Until time.Time // the end of the embargo, in the release's zone
	Files []publication.File
	// Changed says line by line what is different from the copy that was mailed.
	Changed []string
	// Others are the release in further languages.
	Others []publication.Version

	pass  embargo.Pass
	offer *ledger.Dispatch
}

// ErrNoPage is returned where an advance copy has no page: an earlier version of the
// program composed it, or the gate gives no pass for it now.
var ErrNoPage = errors.New("this advance copy has no page")

// Read opens the page of an advance copy for whom a link belongs to, and records that
// where it is to be recorded.
func (d *Desk) Read(ctx context.Context, v *Visit) (*Copy, error) {
	c, err := d.copyOf(ctx, v)
	if err != nil {
		return nil, err
	}
	if c.Changed, err = d.changed(ctx, v); err != nil {
		return nil, err
	}
	return c, d.opened(ctx, v, ThePage)
}

func (d *Desk) copyOf(ctx context.Context, v *Visit) (*Copy, error) {
	if v.Stage != Reading {
		return nil, ErrNoPage
	}
	pass, err := d.ledger.Early(ctx, v.offer.ID)
	if err != nil {
		return nil, err
	}
	if !pass.Covers(v.offer.ID) {
		return nil, ErrNoPage
	}
	l, err := d.listing(ctx, v.offer)
	if err != nil {
		return nil, err
	}
	c := &Copy{Version: l.Versions[0], Until: v.Until, Files: l.Files, pass: pass, offer: v.offer}
	for _, version := range l.Versions {
		if version.Language == v.Language {
			c.Version = version
		}
	}
	for _, version := range l.Versions {
		if version.Language != c.Language {
			c.Others = append(c.Others, version)
		}
	}
	return c, nil
}

// listing reads what an advance copy's page is made of; it is ErrNoPage where there is none.
func (d *Desk) listing(ctx context.Context, offer *ledger.Dispatch) (publication.Listing, error) {
	data, err := d.ledger.Artefact(ctx, offer.ID, publication.ListingName)
	if errors.Is(err, ledger.ErrNoArtefact) {
		return publication.Listing{}, ErrNoPage
	}
	if err != nil {
		return publication.Listing{}, err
	}
	return publication.ReadListing(data)
}

// changed compares the newest words with those that somebody was mailed.
func (d *Desk) changed(ctx context.Context, v *Visit) ([]string, error) {
	had, err := d.ledger.CopyOf(ctx, v.Slug, v.Key)
	if err != nil || had == nil || had.Kind != embargo.Advance {
		return nil, err
	}
	if unrepeated, err := d.ledger.Unrepeated(ctx, v.Slug); err != nil {
		return nil, err
	} else if unrepeated { // what was there is not to be shown again
		return []string{d.Languages.Of(had.Language).Say(language.Replaces)}, nil
	}
	name := "text/" + had.Language
	before, err := d.ledger.Artefact(ctx, had.Dispatch, name)
	if err != nil {
		return nil, err
	}
	now, err := d.form(ctx, v.offer, name)
	if errors.Is(err, ledger.ErrNoArtefact) {
		return nil, nil // it is not written in that language any more
	}
	if err != nil || bytes.Equal(before, now) {
		return nil, err
	}
	return Changes(d.Languages.Of(had.Language), before, now), nil
}

// maxChanges is how many changes between two copies are listed.
const maxChanges = 12

// Changes are what is different between the texts of two copies, a line for each.
func Changes(cat *language.Catalogue, before, now []byte) []string {
	var out []string
	changes := wording.Changes(string(before), string(now))
	for i, c := range changes {
		if i == maxChanges {
			return append(out, fmt.Sprintf("… (+%d)", len(changes)-i))
		}
		quoted := func(s string) string { return cat.Open + s + cat.Close }
		switch {
		case c.Before == "":
			out = append(out, "+ "+quoted(c.After))
		case c.After == "":
			out = append(out, "− "+quoted(c.Before))
		default:
			out = append(out, quoted(c.Before)+" → "+quoted(c.After))
		}
	}
	return out
}

// File is something that is downloaded from the page of an advance copy.
type File struct {
	Type string // media type
	Page bool   // the release as a page
	Data []byte
}

// Download hands out a form or a file of an advance copy by its address, and records
// that where it is to be recorded. It is ErrNoPage for an address that it does not have.
func (d *Desk) Download(ctx context.Context, v *Visit, address string) (*File, error) {
	c, err := d.copyOf(ctx, v)
	if err != nil {
		return nil, err
	}
	form, ok := c.at(address)
	if !ok {
		return nil, ErrNoPage
	}
	if !c.pass.Covers(c.offer.ID) {
		return nil, ErrNoPage
	}
	var data []byte
	if d.settings.Reference && d.Fresh != nil && !asHandedIn(form.Artefact) {
		data, err = d.marked(ctx, v, c.offer, form.Artefact)
	} else {
		data, err = d.form(ctx, c.offer, form.Artefact)
	}
	if err != nil {
		return nil, err
	}
	return &File{Type: form.Type, Page: form.Page, Data: data}, d.opened(ctx, v, address)
}

// form is a form or a file of a dispatch, as it is to be read now.
func (d *Desk) form(ctx context.Context, of *ledger.Dispatch, name string) ([]byte, error) {
	if d.Fresh != nil && (of.Moved || len(of.Withdrawn) > 0) && !asHandedIn(name) {
		return d.Fresh(ctx, of.ID, name, "")
	}
	return d.ledger.Artefact(ctx, of.ID, name)
}

// asHandedIn tells the files, which are not compiled, from the forms.
func asHandedIn(artefact string) bool { return strings.HasPrefix(artefact, "public/") }

// at is what the page has under an address.
func (c *Copy) at(address string) (publication.Form, bool) {
	for _, version := range append([]publication.Version{c.Version}, c.Others...) {
		if i := slices.IndexFunc(version.Forms, func(f publication.Form) bool { return f.Address == address }); i >= 0 {
			return version.Forms[i], true
		}
	}
	if i := slices.IndexFunc(c.Files, func(f publication.File) bool { return f.Address == address }); i >= 0 {
		return publication.Form{Address: address, Artefact: c.Files[i].Artefact, Type: c.Files[i].Type}, true
	}
	return publication.Form{}, false
}
