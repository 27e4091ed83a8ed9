package coalition

import (
	"context"
	"errors"
	"slices"
	"sync"
	"time"

	"pressroom/internal/blob"
	"pressroom/internal/compile"
	"pressroom/internal/embargo"
	"pressroom/internal/ledger"
	"pressroom/internal/release"
	"pressroom/internal/store"
)

// Standing is how a quote stands in what was sent of its release: in what has gone out
// or, before that, in what is scheduled. Whatever a page or a letter says of the time
// after send, it says by this; and a withdrawal does what this says.
type Standing struct {
	Dispatch *ledger.Dispatch // by which everybody gets the release
	Release  *release.Release // as it is stored
	Quote    *release.Quote   // as it is stored in the release's own language; nil where it is not in it
	// Signed tells whether the stored words are some that the partner signed off, now or
	// once: others that are signed later are a request.
	Signed bool
	Unread bool // what is stored cannot be read: nothing is known of the quote
	// Advance counts the people who have an advance copy with the quote, or may have one.
	Advance int
}

// Out tells whether the release has gone out.
func (s *Standing) Out() bool { return s != nil && !s.Dispatch.LiftedAt.IsZero() }

// Waits tells whether the release was sent and is still to go out.
func (s *Standing) Waits() bool { return s != nil && s.Dispatch.LiftedAt.IsZero() }

// Prints tells whether the quote is printed, or will be: it is stored, and not about to
// be taken out.
func (s *Standing) Prints() bool {
	return s != nil && s.Quote != nil && (s.Out() || !slices.Contains(s.Dispatch.Withdrawn, s.Quote.ID))
}

// Has tells whether words are printed, or will be: by their digest.
func (s *Standing) Has(digest string) bool { return s.Prints() && s.Digest() == digest }

// translation is the stored translation of a quote into a language, nil where there is
// none, or where it is about to be taken out.
func (s *Standing) translation(lang, quote string) *release.Quote {
	if s == nil || s.Release == nil || s.Waits() && slices.Contains(s.Dispatch.Withdrawn, release.TranslationEntry(quote, lang)) {
		return nil
	}
	v := s.Release.Version(lang)
	if v == nil {
		return nil
	}
	q := quoteIn(v, quote)
	if q == nil || !slices.Contains(ownQuotes(s.Release, v), q) {
		return nil
	}
	return q
}

// HasIn is Has for words in a language of the release.
func (s *Standing) HasIn(lang, quote, digest string) bool {
	if !s.Prints() {
		return false
	}
	q := s.translation(lang, quote)
	return q != nil && release.SignoffDigest(s.Release.Slug, lang, q) == digest
}

// Digest names the stored words.
func (s *Standing) Digest() string {
	if s.Quote == nil {
		return ""
	}
	return release.SignoffDigest(s.Release.Slug, s.Release.Main().Language, s.Quote)
}

// Holds tells whether a withdrawal makes the mailing wait for the lead: where the
// release says so, or where nothing would be left of its quotes.
func (s *Standing) Holds() bool {
	if !s.Waits() || !s.Prints() {
		return false
	}
	return mustWait(s.Release, s.Dispatch, s.Quote.ID)
}

// mustWait tells whether what is stored of a release waits for the lead rather than leave
// without a quote.
func mustWait(rel *release.Release, d *ledger.Dispatch, quote string) bool {
	others := slices.ContainsFunc(rel.Main().Quotes, func(q *release.Quote) bool {
		return q.ID != quote && !slices.Contains(d.Withdrawn, q.ID)
	})
	return rel.Withdrawn == release.Hold || !others
}

// standing finds how a quote stands; nil where nothing of the release was sent.
func (d *Desk) standing(ctx context.Context, q store.Querier, slug, quote string) (*Standing, error) {
	m, err := ledger.Current(ctx, q, slug)
	if err != nil || m == nil {
		return nil, err
	}
	rel, err := d.stored(ctx, q, m)
	if unread(err) {
		return &Standing{Dispatch: m, Unread: true}, nil
	}
	if err != nil {
		return nil, err
	}
	s := &Standing{Dispatch: m, Release: rel, Quote: quoteIn(rel.Main(), quote)}
	if s.Quote == nil {
		return s, nil
	}
	list, err := events(ctx, q, `slug = ? AND quote = ?`, slug, quote)
	if err != nil {
		return nil, err
	}
	s.Signed = signedOnce(list, s.Digest())
	s.Advance, err = d.advanceCopies(ctx, q, slug, quote)
	return s, err
}

// signedOnce tells whether words were signed off, now or once, by their digest.
func signedOnce(list []*Event, digest string) bool {
	return slices.ContainsFunc(list, func(e *Event) bool { return e.What.approves() && e.After == digest })
}

// quoteIn is a quote of a version, nil if it has none of that id.
func quoteIn(v *release.Version, id string) *release.Quote {
	if v == nil {
		return nil
	}
	for _, q := range v.Quotes {
		if q.ID == id {
			return q
		}
	}
	return nil
}

// advanceCopies counts who has an advance copy with a quote.
func (d *Desk) advanceCopies(ctx context.Context, q store.Querier, slug, quote string) (int, error) {
	all, err := ledger.OfKind(ctx, q, slug, embargo.Advance)
	if err != nil {
		return 0, err
	}
	var with []string
	for _, m := range all {
		rel, err := d.stored(ctx, q, m)
		if err != nil && !unread(err) {
			return 0, err
		}
		if err != nil || quoteIn(rel.Main(), quote) != nil { // in doubt it has it
			with = append(with, m.ID)
		}
	}
	return ledger.Holding(ctx, q, with...)
}

// snapshots are releases as they were stored, by the digest of their snapshot: what is
// under a digest never changes.
type snapshots struct {
	mu   sync.Mutex
	read map[string]*release.Release
}

// mostSnapshots bounds how many are kept.
const mostSnapshots = 32

// stored reads a release as it is stored for a dispatch.
func (d *Desk) stored(ctx context.Context, q store.Querier, m *ledger.Dispatch) (*release.Release, error) {
	d.snapshots.mu.Lock()
	rel := d.snapshots.read[m.Snapshot]
	d.snapshots.mu.Unlock()
	if rel != nil {
		return rel, nil
	}
	data, err := blob.Get(ctx, q, m.ID, "the snapshot", m.Snapshot)
	if err != nil {
		return nil, err
	}
	record, err := compile.ReadRecord(data)
	if err == nil {
		rel, _, err = record.Release(m.Slug)
	}
	if err != nil {
		return nil, &UnreadError{m.ID, err}
	}
	d.snapshots.mu.Lock()
	defer d.snapshots.mu.Unlock()
	if len(d.snapshots.read) >= mostSnapshots || d.snapshots.read == nil {
		d.snapshots.read = make(map[string]*release.Release)
	}
	d.snapshots.read[m.Snapshot] = rel
	return rel, nil
}

// UnreadError says that what was stored of a mailing cannot be read.
type UnreadError struct {
	Dispatch string
	Why      error
}

func (e *UnreadError) Error() string {
	return "what is stored of " + e.Dispatch + " cannot be read: " + e.Why.Error()
}

// Unwrap is why.
func (e *UnreadError) Unwrap() error { return e.Why }

// unread tells whether an error says that what is stored cannot be read.
func unread(err error) bool {
	var u *UnreadError
	var damaged *blob.DamagedError
	return errors.As(err, &u) || errors.As(err, &damaged)
}

// At is when the release goes out or, once it has, when it did.
func (s *Standing) At() time.Time {
	if s.Out() {
		return s.Dispatch.LiftedAt
	}
	return s.Dispatch.ReleaseAt
}
