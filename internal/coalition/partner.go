package coalition

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"slices"
	"strings"
	"time"

	"pressroom/internal/language"
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
	Lifted          bool // the release may be read by everybody
	link            string
}

// Language is that of the words to be handed in (BCP 47).
func (v *Visit) Language() string {
	if v.Release != nil {
		return v.Release.Main().Language
	}
	return "en"
}

// Zone is in which times are shown to the partner.
func (v *Visit) Zone(fallback *time.Location) *time.Location {
	if z, err := time.LoadLocation(v.Org.Timezone); err == nil && v.Org.Timezone != "" {
		return z
	}
	return fallback
}

// Link names the link that was opened, without being it.
func (v *Visit) Link() string { return v.link }

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
	return d.visit(ctx, d.db.Reader(), r, link)
}

type link struct {
	request int64
	person  string
	digest  string
}

func (d *Desk) link(ctx context.Context, q querier, secret string) (*link, error) {
	if len(secret) < 20 || len(secret) > 100 {
		return nil, ErrUnknown
	}
	l := link{digest: digest(secret)}
	var revoked int64
	err := q.QueryRowContext(ctx, `SELECT request, person, revoked_at FROM quote_link WHERE digest = ?`, l.digest).Scan(&l.request, &l.person, &revoked)
	if errors.Is(err, sql.ErrNoRows) || err == nil && revoked != 0 {
		return nil, ErrUnknown
	}
	if err != nil {
		return nil, fmt.Errorf("opening a link: %w", err)
	}
	return &l, nil
}

func (d *Desk) visit(ctx context.Context, q querier, r *Request, l *link) (*Visit, error) {
	v := &Visit{Request: r, Person: l.person, link: l.digest[:12]}
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
	gone, lifted, err := d.wentOut(ctx, q, r.Slug)
	if err != nil {
		return nil, err
	}
	v.Lifted = lifted
	switch {
	case gone:
		v.Closed = ErrSent
	case d.now().After(r.Hard):
		v.Closed = ErrClosed
	}
	return v, nil
}

// wentOut tells whether a release has begun to leave to journalists, and whether
// its instant has passed the gate.
func (d *Desk) wentOut(ctx context.Context, q querier, slug string) (gone, lifted bool, err error) {
	var n, open int
	err = q.QueryRowContext(ctx, `SELECT COUNT(*), COALESCE(SUM(CASE WHEN kind = 'release' AND lifted_at IS NOT NULL THEN 1 ELSE 0 END), 0) FROM dispatch
		WHERE slug = ? AND kind = 'release' AND lifted_at IS NOT NULL`, slug).Scan(&n, &open)
	if err != nil {
		return false, false, fmt.Errorf("looking whether the release has gone out: %w", err)
	}
	return n > 0, open > 0, nil
}

// position is where the quote stands in the order, among all that were asked for
// and did not decline.
func (d *Desk) position(ctx context.Context, q querier, r *Request, v *Visit) (at, among int, err error) {
	rows, err := q.QueryContext(ctx, `SELECT org, quote FROM quote_request WHERE slug = ? AND state NOT IN ('declined', 'withdrawn', 'revoked') ORDER BY id`, r.Slug)
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

// act runs what the holder of a link does, in one transaction. late allows it
// after the deadline.
func (d *Desk) act(ctx context.Context, secret string, version int64, late bool, f func(tx *store.Tx, v *Visit) error) (*Visit, error) {
	var out *Visit
	err := d.db.Tx(ctx, func(tx *store.Tx) error {
		l, err := d.link(ctx, tx, secret)
		if err != nil {
			return err
		}
		r, err := locked(ctx, tx, l.request)
		if err != nil {
			return err
		}
		v, err := d.visit(ctx, tx, r, l)
		if err != nil {
			return err
		}
		out = v
		switch {
		case v.Closed != nil && !late:
			return v.Closed
		case r.State == Revoked:
			return ErrUnknown
		case version != 0 && version != r.Version:
			return ErrChanged
		case v.Release == nil:
			return fmt.Errorf("%w: the release is being worked on; try again in a moment", ErrState)
		}
		return f(tx, v)
	})
	return out, err
}

func (v *Visit) event(what What) *Event {
	return &Event{Slug: v.Request.Slug, What: what, Actor: email(v.Person), Link: v.link, Org: v.Request.Org, Quote: v.Request.Quote}
}

// Save keeps a draft. Words need not be whole.
func (d *Desk) Save(ctx context.Context, secret string, version int64, w submission.Words) (*Visit, error) {
	return d.act(ctx, secret, version, false, func(tx *store.Tx, v *Visit) error { return d.keep(ctx, tx, v, w) })
}

// keep writes words as the partner's draft.
func (d *Desk) keep(ctx context.Context, tx *store.Tx, v *Visit, w submission.Words) error {
	r := v.Request
	if r.Draft.Same(w) && r.Draft == w && r.Proposal == nil && r.State != Asked {
		return nil
	}
	if r.Proposal != nil && r.Proposal.Same(w) {
		w.Source = r.Proposal.Source
		if r.Proposal.Style == w.Style && *r.Proposal == w {
			return nil // these are the lead's words, as they stand
		}
	} else if r.Draft.Same(w) && w.Style == r.Draft.Style {
		w.Source = r.Draft.Source
	}
	before := v.Digest(v.Words())
	r.Draft, r.Proposal, r.Message = w, nil, ""
	if r.State != Submitted {
		r.State = Draft
	}
	r.Accepted = false
	e := v.event(WasSaved)
	e.Language, e.Before, e.After = v.Language(), before, v.Digest(w)
	if err := d.append(ctx, tx, e); err != nil {
		return err
	}
	return d.save(ctx, tx, r)
}

// Submit hands a draft in without a sign-off: somebody else of the organisation,
// or the same person later, signs it.
func (d *Desk) Submit(ctx context.Context, secret string, version int64, w submission.Words) (*Visit, error) {
	return d.act(ctx, secret, version, false, func(tx *store.Tx, v *Visit) error {
		if err := d.keep(ctx, tx, v, w); err != nil {
			return err
		}
		v.Request.State = Submitted
		e := v.event(WasSubmitted)
		e.Language, e.After, e.Words = v.Language(), v.Digest(w), &w
		if err := d.append(ctx, tx, e); err != nil {
			return err
		}
		return d.save(ctx, tx, v.Request)
	})
}

// Sign is the partner's approval of exact words: those whose digest the page
// showed. It writes them into the release, with the sign-off, and mails the
// receipt. A ConflictError leaves the quote as the lead's proposal of the words
// that stand in the file.
func (d *Desk) Sign(ctx context.Context, secret string, version int64, shown string) (*Visit, error) {
	v, err := d.act(ctx, secret, version, false, func(tx *store.Tx, v *Visit) error {
		w := v.Words()
		if v.Digest(w) != shown {
			return ErrWords
		}
		if _, problems := submission.Clean(w, v.catalogue()); slices.ContainsFunc(problems, func(p submission.Problem) bool { return !p.Advice }) {
			return ErrWords
		}
		return d.sign(ctx, tx, v, w, v.event(WasSigned), email(v.Person))
	})
	if c, ok := isConflict(err); ok {
		return v, errors.Join(err, d.conflict(ctx, v.Request.ID, c))
	}
	return v, err
}

func (v *Visit) catalogue() *language.Catalogue {
	cat, ok := language.For(v.Language())
	if !ok {
		cat, _ = language.For("en")
	}
	return cat
}

// sign writes an approval down: the event, the request, the file and the receipt.
// by is what the file says.
func (d *Desk) sign(ctx context.Context, tx *store.Tx, v *Visit, w submission.Words, e *Event, by string) error {
	r := v.Request
	q := w.Quote(r.Quote)
	if reading, diags := q.Reads(v.Language()); reading == nil {
		return fmt.Errorf("%w: %w", ErrWords, diags)
	}
	e.Language, e.After, e.Words = v.Language(), release.SignoffDigest(r.Slug, v.Language(), q), &w
	if v.Approval != nil {
		e.Before = v.Approval.After
	}
	if err := d.append(ctx, tx, e); err != nil {
		return err
	}
	r.Draft, r.Proposal, r.Message, r.State = w, nil, "", Signed
	if err := d.save(ctx, tx, r); err != nil {
		return err
	}
	seen, err := d.digests(ctx, tx, r)
	if err != nil {
		return err
	}
	p := &placing{
		slug: r.Slug, language: v.Language(), quote: q, org: d.orgKey(r.Org, w.Org), known: func(digest string) bool { return seen[digest] },
		signoff: release.Signoff{By: by, At: e.At, Digest: e.After},
	}
	if err := d.write(ctx, p); err != nil {
		return err
	}
	if err := d.lateForSend(ctx, tx, v, e); err != nil {
		return err
	}
	return d.receipt(ctx, tx, v, e)
}

// lateForSend tells the lead of a sign-off that comes after the release was
// scheduled: what is scheduled does not have it.
func (d *Desk) lateForSend(ctx context.Context, tx *store.Tx, v *Visit, e *Event) error {
	var n int
	err := tx.QueryRowContext(ctx, `SELECT COUNT(*) FROM dispatch WHERE slug = ? AND kind <> 'test' AND state IN ('scheduled', 'held', 'paused', 'missed')`, v.Request.Slug).Scan(&n)
	if err != nil {
		return fmt.Errorf("looking for what is scheduled: %w", err)
	}
	if n == 0 {
		return nil
	}
	return d.tellLead(ctx, tx, v, e)
}

// orgKey is how the file names an organisation: by id, unless the partner wants
// another name printed.
func (d *Desk) orgKey(id, printed string) string {
	if o, ok := d.org(id); ok && o.Name == printed {
		return id
	}
	return printed
}

// digests are those of all words that this quote had here.
func (d *Desk) digests(ctx context.Context, tx *store.Tx, r *Request) (map[string]bool, error) {
	list, err := events(ctx, tx, `slug = ? AND quote = ?`, r.Slug, r.Quote)
	if err != nil {
		return nil, err
	}
	out := make(map[string]bool)
	for _, e := range list {
		out[e.Before], out[e.After] = true, true
	}
	delete(out, "")
	return out, nil
}

// conflict makes the words that stand in the file the lead's proposal.
func (d *Desk) conflict(ctx context.Context, id int64, c *ConflictError) error {
	return d.db.Tx(ctx, func(tx *store.Tx) error {
		r, err := locked(ctx, tx, id)
		if err != nil {
			return err
		}
		r.Proposal, r.State, r.Message = &c.Words, Proposed, "These words were written into the release meanwhile."
		q := c.Words.Quote(r.Quote)
		lang := "en"
		if rel, err := d.read(r.Slug); err == nil {
			lang = rel.Main().Language
		}
		e := &Event{Slug: r.Slug, What: WasProposed, Actor: Lead, Org: r.Org, Quote: r.Quote, Language: lang, After: release.SignoffDigest(r.Slug, lang, q), Words: &c.Words, Detail: "found in " + c.File}
		if err := d.append(ctx, tx, e); err != nil {
			return err
		}
		return d.save(ctx, tx, r)
	})
}

// Keep turns the lead's proposal down: the partner's own words stand.
func (d *Desk) Keep(ctx context.Context, secret string, version int64) (*Visit, error) {
	return d.act(ctx, secret, version, false, func(tx *store.Tx, v *Visit) error {
		r := v.Request
		if r.Proposal == nil || r.Draft.Text == "" {
			return ErrState
		}
		e := v.event(WasKept)
		e.Language, e.Before, e.After = v.Language(), v.Digest(*r.Proposal), v.Digest(r.Draft)
		r.Proposal, r.Message, r.State, r.Accepted = nil, "", Draft, false
		if v.Approval != nil && v.Approval.What.approves() && v.Approval.After == e.After {
			r.State = Signed
		}
		if err := d.append(ctx, tx, e); err != nil {
			return err
		}
		if err := d.save(ctx, tx, r); err != nil {
			return err
		}
		return d.tellLead(ctx, tx, v, e)
	})
}

// SignTranslation approves the words of the quote in another language of the
// release, as they stand in its file.
func (d *Desk) SignTranslation(ctx context.Context, secret, lang, shown string) (*Visit, error) {
	return d.act(ctx, secret, 0, false, func(tx *store.Tx, v *Visit) error {
		of, q := v.Translation(lang)
		if q == nil {
			return ErrState
		}
		digest := release.SignoffDigest(v.Request.Slug, lang, q)
		if digest != shown {
			return ErrWords
		}
		w := submission.FromQuote(q)
		e := v.event(WasSigned)
		e.Language, e.After, e.Words = lang, digest, &w
		if err := d.append(ctx, tx, e); err != nil {
			return err
		}
		err := d.write(ctx, &placing{
			slug: v.Request.Slug, language: lang, quote: q, of: of, known: func(string) bool { return false },
			signoff: release.Signoff{By: email(v.Person), At: e.At, Digest: digest},
		})
		if err != nil {
			return err
		}
		return d.receipt(ctx, tx, v, e)
	})
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

// Decline says that the organisation gives no quote.
func (d *Desk) Decline(ctx context.Context, secret string, version int64, why string) (*Visit, error) {
	return d.act(ctx, secret, version, false, func(tx *store.Tx, v *Visit) error {
		if !v.Request.State.Open() {
			return ErrState
		}
		e := v.event(WasDeclined)
		e.Detail = why
		if v.Approval != nil {
			e.Before = v.Approval.After
		}
		if err := d.append(ctx, tx, e); err != nil {
			return err
		}
		v.Request.State, v.Request.Message = Declined, why
		if err := d.save(ctx, tx, v.Request); err != nil {
			return err
		}
		return d.tellLead(ctx, tx, v, e)
	})
}

// Withdraw takes a sign-off back. Before the release goes out that holds what is
// scheduled, until the lead decides; afterwards it is told to the lead as a
// correction to make.
func (d *Desk) Withdraw(ctx context.Context, secret string, why string) (*Visit, error) {
	return d.act(ctx, secret, 0, true, func(tx *store.Tx, v *Visit) error {
		return d.withdraw(ctx, tx, v, v.event(WasWithdrawn), why)
	})
}

func (d *Desk) withdraw(ctx context.Context, tx *store.Tx, v *Visit, e *Event, why string) error {
	r := v.Request
	if v.Approval == nil || !v.Approval.What.approves() {
		return ErrState
	}
	e.Detail, e.Before = why, v.Approval.After
	if errors.Is(v.Closed, ErrSent) {
		e.What = AskedAfter
	} else {
		r.State, r.Message = Withdrawn, why
	}
	if err := d.append(ctx, tx, e); err != nil {
		return err
	}
	if err := d.save(ctx, tx, r); err != nil {
		return err
	}
	if e.What == WasWithdrawn {
		reason := fmt.Sprintf("%s withdrew its quote; send --replace --without %s goes out without it, resume goes out with it", v.Org.Name, r.Org)
		if err := d.ledger.HoldIn(ctx, tx, r.Slug, reason); err != nil {
			return err
		}
	}
	return d.tellLead(ctx, tx, v, e)
}

// HandOn gives a colleague of the organisation a link of their own.
func (d *Desk) HandOn(ctx context.Context, secret string, to string) (*Visit, error) {
	return d.act(ctx, secret, 0, false, func(tx *store.Tx, v *Visit) error {
		address := email(to)
		if !strings.Contains(address, "@") || strings.ContainsAny(address, " \r\n") {
			return fmt.Errorf("%w: %q is no e-mail address", ErrWords, to)
		}
		if !sameDomain(address, append(v.Org.Contact, v.Person)) {
			return fmt.Errorf("%w: the link can be handed on within %s only; ask %s to send it to %s", ErrWords, v.Org.Name, email(v.Request.Asker), address)
		}
		e := v.event(WasHandedOn)
		e.Detail = address
		if err := d.append(ctx, tx, e); err != nil {
			return err
		}
		return d.letter(ctx, tx, v.Request.ID, address, LetterHandedOn, fmt.Sprintf("%d", e.Number), e.Number)
	})
}

// sameDomain tells whether an address is of the same house as one of those.
func sameDomain(address string, of []string) bool {
	domain := func(s string) string {
		_, d, _ := strings.Cut(email(s), "@")
		return strings.ToLower(d)
	}
	for _, o := range of {
		if domain(o) != "" && domain(o) == domain(address) {
			return true
		}
	}
	return false
}
