package agreement

import (
	"context"
	"errors"
	"fmt"
	"time"

	"pressroom/internal/blob"
	"pressroom/internal/embargo"
	"pressroom/internal/ledger"
	"pressroom/internal/mail"
	"pressroom/internal/publication"
	"pressroom/internal/store"
)

// Stage is how things stand with a link.
type Stage int

// The stages.
const (
	Closed   Stage = iota // there is no advance copy to be had: taken back, barred, or never offered
	Asking                // an answer is waited for
	HasSaid               // they have agreed, and the copy is on its way or there
	HasNot                // they have declined, and may still agree
	Reading               // the link stood in an advance copy
	IsPublic              // the embargo has ended
	IsTest                // the link stood in a test mail: nothing is changed by it
)

// Visit is a link that somebody has opened.
type Visit struct {
	*ledger.Mailed
	Stage        Stage
	Slug         string
	Organization string
	Until        time.Time // the end of the embargo as it is now, in the release's zone
	// Zones are the further ones in which the embargo line says that instant.
	Zones []*time.Location
	Terms Terms
	// All: agreeing to all releases is offered, too.
	All bool
	// Standing: they have agreed to all releases.
	Standing bool
	offer    *ledger.Dispatch
}

// Notice names what is kept with a notice beside its messages: who asks, by Issuer, and
// the terms, by TermsName.
const Issuer = "notice/issuer"

// TermsName is what the terms of a language are called among the artefacts of a notice.
func TermsName(tag string) string { return "notice/terms/" + tag }

// VersionName is what the version of these terms is called.
func VersionName(tag string) string { return "notice/version/" + tag }

// Visit finds out whose link a token is, and how things stand. It changes nothing.
func (d *Desk) Visit(ctx context.Context, token string) (*Visit, error) {
	key, err := d.ledger.Key(ctx)
	if err != nil {
		return nil, err
	}
	if token, err = plain(key, token); err != nil {
		return nil, err
	}
	id, ok := mail.ParseToken(key, mail.ForAdvance, token)
	if !ok {
		return nil, ErrUnknown
	}
	m, err := d.ledger.Mailed(ctx, id)
	if errors.Is(err, ledger.ErrNotFound) || err == nil && m.Erased {
		return nil, ErrUnknown
	}
	if err != nil {
		return nil, err
	}
	of, err := d.ledger.Dispatch(ctx, m.Dispatch)
	if err != nil {
		return nil, err
	}
	v := &Visit{Mailed: m, Slug: of.Slug, All: !d.settings.EachRelease, Organization: d.organization}
	if v.Stage, err = d.stage(ctx, v, of); err != nil {
		return nil, err
	}
	if v.offer != nil {
		v.Until = in(v.offer.ClosesAt, v.offer.Zone)
		if err = d.furtherZones(ctx, v); err != nil {
			return nil, err
		}
	}
	if m.Kind == embargo.Notice {
		err = d.shown(ctx, v)
	}
	return v, err
}

// furtherZones reads in which further zones the copy on offer says when its embargo ends.
func (d *Desk) furtherZones(ctx context.Context, v *Visit) error {
	l, err := d.listing(ctx, v.offer)
	if errors.Is(err, ErrNoPage) {
		return nil
	}
	if err != nil {
		return err
	}
	for _, name := range l.Zones {
		if zone, err := time.LoadLocation(name); err == nil {
			v.Zones = append(v.Zones, zone)
		}
	}
	return nil
}

// in is an instant in a zone by its name.
func in(t time.Time, zone string) time.Time {
	if z, err := time.LoadLocation(zone); err == nil {
		return t.In(z)
	}
	return t
}

// shown reads what the notice has said: who asks, and the terms.
func (d *Desk) shown(ctx context.Context, v *Visit) error {
	for name, to := range map[string]*string{
		Issuer: &v.Organization, TermsName(v.Language): &v.Terms.Text, VersionName(v.Language): &v.Terms.Version,
	} {
		data, err := d.ledger.Artefact(ctx, v.Dispatch, name)
		if err != nil {
			return err
		}
		*to = string(data)
	}
	return nil
}

// standing is all that decides how things stand with a link.
type standing struct {
	kind    embargo.Kind
	public  bool // the embargo has ended
	offered bool // there is an advance copy to be had
	barred  bool
	left    bool   // whoever it belongs to wants no mail any more
	last    Answer // what they have said last of the release, "" for nothing
	copied  string // how far their copy is, as the ledger says
}

// stage is how things stand now.
func (s standing) stage() Stage {
	switch {
	case s.kind == embargo.Test:
		return IsTest
	case s.public:
		return IsPublic
	case !s.offered, s.barred, s.left, s.last == TakenOff:
		return Closed
	case s.kind == embargo.Advance:
		return Reading
	}
	switch s.copied {
	case "asked":
		return Asking
	case "queued", "deferred", "sent", "in_doubt":
		return HasSaid
	case "cancelled":
		if s.last == Declined {
			return HasNot
		}
	}
	return Closed
}

// stage finds out what decides how things stand for the holder of a link.
func (d *Desk) stage(ctx context.Context, v *Visit, of *ledger.Dispatch) (Stage, error) {
	how := standing{kind: of.Kind}
	if v.Kind == embargo.Test {
		return IsTest, nil
	}
	pass, _, err := d.ledger.Published(ctx, v.Slug)
	if how.public = pass.Valid(); err != nil || how.public {
		return how.stage(), err
	}
	if v.offer, err = d.ledger.Offer(ctx, v.Slug); err != nil || v.offer == nil {
		return Closed, err
	}
	how.offered = true
	bar, err := d.ledger.BarOf(ctx, d.db.Reader(), v.Key)
	if how.barred = bar != nil; err != nil {
		return Closed, err
	}
	person, err := ledger.PersonOf(ctx, d.db.Reader(), v.Key)
	if err != nil {
		return Closed, err
	}
	last, err := latest(ctx, d.db.Reader(), v.Slug, person)
	if err != nil {
		return Closed, err
	}
	if last != nil {
		how.last = last.Answer
	}
	if how.left, err = d.left(ctx, v); err != nil {
		return Closed, err
	}
	if how.copied, err = d.ledger.CopyState(ctx, v.Slug, v.Key); err != nil {
		return Closed, err
	}
	stage := how.stage()
	if stage == HasSaid {
		all, err := latest(ctx, d.db.Reader(), "", person)
		v.Standing = all != nil && all.Answer == Agreed
		return stage, err
	}
	return stage, nil
}

// left tells whether the holder of a link wants no mail any more.
func (d *Desk) left(ctx context.Context, v *Visit) (bool, error) {
	s, err := d.ledger.Suppressed(ctx, v.Key)
	return s != nil && s.Reason == ledger.Unsubscribed, err
}

// Published is the address of a release below the newsroom, "" where it is not public.
func (v *Visit) Published(x *publication.Index) string {
	p := x.Of(v.Slug)
	if p == nil {
		return ""
	}
	return p.PageIn(v.Language)
}

// keepTerms keeps terms under their digest.
func keepTerms(ctx context.Context, tx *store.Tx, t Terms) (string, error) {
	digest, err := blob.Put(ctx, tx, []byte(t.Text))
	if err != nil {
		return "", fmt.Errorf("keeping the terms: %w", err)
	}
	return digest, nil
}
