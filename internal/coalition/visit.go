package coalition

import (
	"cmp"
	"context"
	"database/sql"
	"errors"
	"fmt"
	netmail "net/mail"
	"slices"
	"time"

	"pressroom/internal/language"
	"pressroom/internal/ledger"
	"pressroom/internal/release"
	"pressroom/internal/store"
	"pressroom/internal/submission"
)

// Visit is what the holder of a link finds.
type Visit struct {
	Request *Request
	Person  string // whose link it is, an address (RFC 5322)
	Org     release.Org
	Release *release.Release // as it stands in the folder; nil if it cannot be read now
	Closed  error            // why nothing can be handed in: ErrClosed or ErrSent; nil if it can
	// Approval is the last decision, nil if there is none.
	Approval *Event
	// Position and Among say where the quote stands among those that were asked for.
	Position, Among int
	SignedOn        bool
	TakenBack       bool // the request was; what was signed stands, and can be withdrawn
	Lifted          bool // the release may be read by everybody
	// Standing is how the quote stands in what was sent; nil where nothing was.
	Standing *Standing
	// Latest is the last event about the quote; nil if there is none.
	Latest    *Event
	taken     *Taken            // what was done to that in this act, nil if nothing was taken back
	went      edition           // of a letter that tells that the release is out
	said      *ledger.Amendment // of a letter that tells what was said of it since
	link      string
	language  string // the workspace's
	languages *language.Set
}

// Language is that of the words to be handed in (BCP 47).
func (v *Visit) Language() string {
	if v.Release != nil {
		return v.Release.Main().Language
	}
	return "en"
}

// Link names the link that was opened, without being it.
func (v *Visit) Link() string { return v.link }

// Asker is who asks, by name.
func (v *Visit) Asker(cat *language.Catalogue) string {
	if a, err := netmail.ParseAddress(v.Request.Asker); err == nil {
		return cmp.Or(a.Name, a.Address)
	}
	return cmp.Or(v.Request.Asker, cat.Portal("press_office"))
}

// Reads is the language that the partner wants to read (BCP 47): that of their
// organization, else the workspace's.
func (v *Visit) Reads() string { return cmp.Or(v.Org.Language, v.language, "en") }

// Catalogue is the language of the partner's pages or, with mail, of the mails to them.
func (v *Visit) Catalogue(mail bool) *language.Catalogue {
	c, _ := v.languages.ForPartner(mail, v.Reads())
	return c
}

// When is an instant as the partner reads it: in their zone, else in the release's, and
// then with UTC beside it.
func (v *Visit) When(cat *language.Catalogue, t time.Time) string {
	if z, err := time.LoadLocation(v.Org.Timezone); err == nil && v.Org.Timezone != "" {
		return cat.Local(t.In(z))
	}
	return cat.Instant(t.In(v.releaseZone()))
}

// Words are those to begin with: the lead's, the partner's own, or none yet.
func (v *Visit) Words() submission.Words {
	if v.Request.Proposal != nil {
		return *v.Request.Proposal
	}
	return v.Request.Draft
}

// Digest names words of this quote, as the sign-off does.
func (v *Visit) Digest(w submission.Words) string {
	return release.SignoffDigest(v.Request.Slug, v.Language(), w.Quote(v.Request.Quote))
}

// Visit opens a link. It changes nothing: programs open links before people do.
func (d *Desk) Visit(ctx context.Context, secret string) (*Visit, error) {
	link, err := d.link(ctx, d.db.Reader(), secret)
	if err != nil {
		return nil, err
	}
	r, err := scanRequest(d.db.Reader().QueryRowContext(ctx, `SELECT `+requestColumns+` FROM quote_request WHERE id = ?`, link.request))
	if err != nil {
		return nil, fmt.Errorf("opening a link: %w", err)
	}
	return d.byLink(ctx, d.db.Reader(), r, link)
}

// Preview is what the first person of an organization finds behind their link, for the
// press office to look at. It opens nothing.
func (d *Desk) Preview(ctx context.Context, slug, name string) (*Visit, error) {
	r, err := d.Find(ctx, slug, name)
	if err != nil {
		return nil, err
	}
	person := ""
	if o, ok := d.org(r.Org); ok && len(o.Contact) > 0 {
		person = o.Contact[0]
	}
	return d.visit(ctx, d.db.Reader(), r, person, "")
}

// byLink is what somebody finds who comes by a link. One that was taken back opens what
// was signed, and nothing else.
func (d *Desk) byLink(ctx context.Context, q store.Querier, r *Request, l *link) (*Visit, error) {
	v, err := d.visit(ctx, q, r, l.person, l.name())
	if err != nil || !l.revoked && r.State != Revoked {
		return v, err
	}
	if !v.approved() {
		return nil, &GoneError{Asker: r.Asker, Reads: v.Reads()}
	}
	if v.TakenBack = true; v.Closed == nil {
		v.Closed = ErrClosed
	}
	return v, nil
}

// GoneError says that a link opens nothing any more, since its request was taken back,
// and who can say why. It is an ErrUnknown.
type GoneError struct {
	Asker string // an address (RFC 5322); "" where it is not known
	Reads string // the language of whom the link belonged to (BCP 47)
}

func (e *GoneError) Error() string { return "the request behind this link was taken back" }

// Unwrap is ErrUnknown.
func (e *GoneError) Unwrap() error { return ErrUnknown }

// Reopened tells whether the partner is asked to sign other words after the release went
// out: those that the press office proposes. What was printed stays until it is put right.
func (v *Visit) Reopened() bool {
	return errors.Is(v.Closed, ErrSent) && !v.TakenBack && v.Request.Proposal != nil
}

// approved tells whether words of the quote are signed off.
func (v *Visit) approved() bool { return v.Approval != nil && v.Approval.What.approves() }

type link struct {
	revoked bool
	request int64
	person  string
	digest  string
}

// name is what events call the link.
func (l *link) name() string { return l.digest[:12] }

func (d *Desk) link(ctx context.Context, q store.Querier, secret string) (*link, error) {
	if len(secret) < 20 || len(secret) > 100 {
		return nil, ErrUnknown
	}
	l := link{digest: digest(secret)}
	var revoked int64
	err := q.QueryRowContext(ctx, `SELECT request, person, revoked_at FROM quote_link WHERE digest = ?`, l.digest).Scan(&l.request, &l.person,
		&revoked)
	if errors.Is(err, sql.ErrNoRows) {
		return nil, ErrUnknown
	}
	if err != nil {
		return nil, fmt.Errorf("opening a link: %w", err)
	}
	l.revoked = revoked != 0
	return &l, nil
}

// visit gathers what somebody finds who comes by a link, or "" for none.
func (d *Desk) visit(ctx context.Context, q store.Querier, r *Request, person, link string) (*Visit, error) {
	settings := d.workspace.Settings
	v := &Visit{Request: r, Person: person, link: link, language: settings.Organization.Language, languages: settings.Languages}
	var ok bool
	if v.Org, ok = d.org(r.Org); !ok {
		v.Org = release.Org{ID: r.Org, Name: r.Draft.Org}
	}
	v.Release, _ = d.read(r.Slug) // a draft that cannot be read now is shown by its name
	var err error
	if v.Approval, err = lastDecision(ctx, q, r.Slug, r.Quote, v.Language()); err != nil {
		return nil, err
	}
	if v.Position, v.Among, err = d.position(ctx, q, r, v); err != nil {
		return nil, err
	}
	if v.Release != nil {
		v.SignedOn = slices.Contains(v.Release.Signatories, v.Org.Name) ||
			slices.ContainsFunc(v.Release.Late, func(s release.LateSignatory) bool { return s.Name == v.Org.Name })
	}
	if v.Lifted, err = ledger.Lifted(ctx, q, r.Slug); err != nil {
		return nil, err
	}
	if v.Standing, err = d.standing(ctx, q, r.Slug, r.Quote); err != nil {
		return nil, err
	}
	latest, err := events(ctx, q, `slug = ? AND quote = ? ORDER BY number DESC LIMIT 1`, r.Slug, r.Quote)
	if err != nil {
		return nil, err
	}
	if len(latest) > 0 {
		v.Latest = latest[0]
	}
	switch {
	case v.Lifted:
		v.Closed = ErrSent
	case d.now().After(r.Hard):
		v.Closed = ErrClosed
	}
	return v, nil
}

// position is where the quote stands in the order, among all that were asked for.
func (d *Desk) position(ctx context.Context, q store.Querier, r *Request, v *Visit) (at, among int, err error) {
	rows, err := q.QueryContext(ctx, `SELECT org, quote FROM quote_request WHERE slug = ? AND state <> 'revoked' ORDER BY id`, r.Slug)
	if err != nil {
		return 0, 0, fmt.Errorf("looking for the quote's place: %w", err)
	}
	defer rows.Close()
	type entry struct{ org, quote string }
	var list []entry
	for rows.Next() {
		var e entry
		if err := rows.Scan(&e.org, &e.quote); err != nil {
			return 0, 0, fmt.Errorf("looking for the quote's place: %w", err)
		}
		list = append(list, e)
	}
	if v.Release != nil {
		release.InOrder(v.Release, v.Language(), list, func(e entry) string { return e.quote }, func(e entry) string { return d.orgName(e.org) })
	}
	for i, e := range list {
		if e.quote == r.Quote {
			at = i + 1
		}
	}
	return at, len(list), rows.Err()
}

func (v *Visit) catalogue() *language.Catalogue {
	if v.Release != nil {
		return v.Release.Main().Catalogue()
	}
	return language.Of(v.Language())
}

// Translation is the quote in another language of the release and in its own; nil
// if it has no words there.
func (v *Visit) Translation(lang string) (of, q *release.Quote) {
	if v.Release == nil || lang == v.Release.Main().Language {
		return nil, nil
	}
	other := v.Release.Version(lang)
	if other == nil {
		return nil, nil
	}
	for _, m := range v.Release.Main().Quotes {
		for _, t := range other.Quotes {
			if m.ID == v.Request.Quote && t.ID == m.ID && t != m {
				return m, t
			}
		}
	}
	return nil, nil
}
