package coalition

import (
	"context"
	"fmt"
	"io"
	"slices"
	"strings"
	"time"

	"pressroom/internal/ledger"
	"pressroom/internal/release"
	"pressroom/internal/store"
)

// Unsettled is a difference between what was printed of a quote and what its partner has
// said last, which nobody has settled.
type Unsettled struct {
	Quote string
	What  string // as in "x/release-1 went out with …"
}

// Unsettled lists the differences between what a release printed, once it is out, and
// what its partners have said last.
func (d *Desk) Unsettled(ctx context.Context, slug string) ([]Unsettled, error) {
	list, err := d.Events(ctx, slug)
	if err != nil {
		return nil, err
	}
	return d.unsettled(ctx, d.db.Reader(), slug, list)
}

// unsettled is Unsettled by a history that was read already.
func (d *Desk) unsettled(ctx context.Context, q store.Querier, slug string, list []*Event) ([]Unsettled, error) {
	m, err := ledger.Current(ctx, q, slug)
	if err != nil || m == nil || m.LiftedAt.IsZero() {
		return nil, err
	}
	rel, err := d.stored(ctx, q, m)
	if unread(err) {
		return nil, nil // whoever reads what was stored says so
	}
	if err != nil {
		return nil, err
	}
	var out []Unsettled
	for _, quote := range quotesOf(list) {
		for _, v := range rel.Versions {
			last := lastWord(list, quote, v.Language)
			if last == nil || settledAfter(list, quote, last.Number) {
				continue
			}
			if what := d.differs(m, rel, v, last); what != "" {
				out = append(out, Unsettled{quote, what})
			}
		}
	}
	return out, nil
}

// quotesOf are the quotes that a history is about, in its order.
func quotesOf(list []*Event) (out []string) {
	for _, e := range list {
		if e.Quote != "" && !slices.Contains(out, e.Quote) {
			out = append(out, e.Quote)
		}
	}
	return out
}

// ownQuotes are the quotes of a version that are written in its language.
func ownQuotes(rel *release.Release, v *release.Version) (out []*release.Quote) {
	for _, q := range v.Quotes {
		if v == rel.Main() || !slices.Contains(rel.Main().Quotes, q) {
			out = append(out, q)
		}
	}
	return out
}

// lastWord is the last event that says what a partner wants of a quote in a language.
func lastWord(list []*Event, quote, language string) *Event {
	var last *Event
	for _, e := range list {
		if e.Quote == quote && (e.Language == "" || e.Language == language) && (e.What.decides() || e.What == AskedAfter) {
			last = e
		}
	}
	return last
}

// settledAfter tells whether the lead has settled a quote after an event.
func settledAfter(list []*Event, quote string, number int64) bool {
	return slices.ContainsFunc(list, func(e *Event) bool { return e.Quote == quote && e.What == WasSettled && e.Number > number })
}

// differs says in which way what was printed is not what was said last; "" if it is.
func (d *Desk) differs(m *ledger.Dispatch, rel *release.Release, v *release.Version, last *Event) string {
	q, name := quoteIn(v, last.Quote), last.Quote
	if v != rel.Main() {
		name += " (" + v.Language + ")"
		if !slices.Contains(ownQuotes(rel, v), q) {
			q = nil // it is printed in the main language: looked at there
		}
	}
	on := last.At.UTC().Format(time.RFC3339)
	switch {
	case q == nil && last.What.approves() && last.At.After(m.CreatedAt):
		return fmt.Sprintf("%s went out without the quote %s of %s, which %s signed off on %s, after it was scheduled", m.ID, name,
			d.orgName(last.Org), last.Actor, on)
	case q == nil:
		return ""
	case !last.What.approves():
		return fmt.Sprintf("%s went out with the quote %s of %s, which %s took back on %s", m.ID, name, d.orgName(last.Org), last.Actor, on)
	case release.SignoffDigest(rel.Slug, v.Language, q) != last.After:
		return fmt.Sprintf("%s went out with other words of the quote %s of %s than %s signed off on %s", m.ID, name, d.orgName(last.Org),
			last.Actor, on)
	}
	return ""
}

// Settle says how a difference from what was printed was settled: by a correction, or by
// word of mouth. From then on it is not told any more.
func (d *Desk) Settle(ctx context.Context, slug, name, note string) (*Request, error) {
	if strings.TrimSpace(note) == "" {
		return nil, Refuse(ErrState, "say how it was settled")
	}
	found, err := d.Find(ctx, slug, name)
	if err != nil {
		return nil, err
	}
	err = d.db.Tx(ctx, func(tx *store.Tx) error {
		list, err := events(ctx, tx, `slug = ? ORDER BY number`, slug)
		if err != nil {
			return err
		}
		open, err := d.unsettled(ctx, tx, slug, list)
		if err != nil {
			return err
		}
		var what []string
		for _, u := range open {
			if u.Quote == found.Quote {
				what = append(what, u.What)
			}
		}
		if len(what) == 0 {
			return Refuse(ErrState, "nothing of %s is to be settled: what was printed is what was signed off last", found.Quote)
		}
		return d.append(ctx, tx, &Event{
			Slug: slug, What: WasSettled, Actor: Lead, Org: found.Org, Quote: found.Quote, Detail: strings.TrimSpace(note),
		})
	})
	return found, err
}

// Says is what the lead reads beside a quote of what was sent: what goes out of it, or
// went out; "" where nothing was sent.
func (d *Desk) Says(ctx context.Context, r *Request) (string, error) {
	q := d.db.Reader()
	s, err := d.standing(ctx, q, r.Slug, r.Quote)
	if err != nil || s == nil {
		return "", err
	}
	list, err := d.Events(ctx, r.Slug)
	if err != nil {
		return "", err
	}
	open, err := d.unsettled(ctx, q, r.Slug, list)
	if err != nil {
		return "", err
	}
	for _, u := range open {
		if u.Quote == r.Quote {
			return u.What, nil
		}
	}
	main := ""
	if s.Release != nil {
		main = s.Release.Main().Language
	}
	last := lastWord(list, r.Quote, main)
	newer := last != nil && last.What.approves() && !s.Has(last.After)
	switch {
	case s.Unread:
		return "what is stored of " + s.Dispatch.ID + " cannot be read", nil
	case s.Out() && s.Prints():
		return s.Dispatch.ID + " went out with it", nil
	case s.Out():
		return s.Dispatch.ID + " went out without it", nil
	case s.Prints() && newer:
		return s.Dispatch.ID + " has other words, which go out; send --replace takes these in", nil
	case s.Prints():
		return s.Dispatch.ID + " has it", nil
	case s.Quote != nil:
		return "is being taken out of " + s.Dispatch.ID, nil
	case newer:
		return s.Dispatch.ID + " goes out without it; send --replace takes it in", nil
	}
	return s.Dispatch.ID + " goes out without it", nil
}

// Say writes what Says says, in a line of its own.
func (d *Desk) Say(ctx context.Context, out io.Writer, r *Request, indent string) error {
	says, err := d.Says(ctx, r)
	if err == nil && says != "" {
		_, err = fmt.Fprintln(out, indent+says)
	}
	return err
}
