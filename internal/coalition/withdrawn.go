package coalition

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"github.com/riverqueue/river"

	"pressroom/internal/check"
	"pressroom/internal/embargo"
	"pressroom/internal/jobs"
	"pressroom/internal/ledger"
	"pressroom/internal/release"
	"pressroom/internal/store"
)

// TakeOut is the job of taking out of what is scheduled of a release what was taken
// back. It goes before all other work.
type TakeOut struct {
	Slug  string `json:"slug" river:"unique"`
	Event int64  `json:"event" river:"unique"` // the number of the event by which it was taken back
}

// Kind names the job.
func (TakeOut) Kind() string { return "take-out" }

// InsertOpts put it before everything else.
func (TakeOut) InsertOpts() river.InsertOpts {
	opts := jobs.Once()
	opts.Queue, opts.Priority = jobs.Prompt, 1
	return opts
}

// Taken is what a withdrawal, or what amounts to one, has done to what was sent.
type Taken struct {
	// Before is how the quote stood; nil where nothing of the release was sent.
	Before *Standing
	Held   bool // waits for the lead
	Out    bool // leaves at its instant without the quote
	// Language is the one in which alone it is taken out, "" for all.
	Language string
	// Places are where the headline, the subhead, the body or the signatories of what is
	// scheduled still name the speaker or the organization.
	Places []check.Place
}

// takeBack has nothing that has not left leave with a quote: it is taken out or, where
// the release says so or it is the only one, held for the lead. What has gone out is not
// changed. It is part of the transaction of e, which takes the quote back.
func (d *Desk) takeBack(ctx context.Context, tx *store.Tx, v *Visit, e *Event) (*Taken, error) {
	t := &Taken{Before: v.Standing}
	if v.Standing.Out() {
		return t, nil
	}
	leaving, err := d.ledger.Leaving(ctx, tx, e.Slug)
	if err != nil {
		return nil, err
	}
	hold := ""
	var with []*ledger.Dispatch
	for _, m := range leaving {
		rel, err := d.stored(ctx, tx, m)
		switch {
		case unread(err):
			hold = fmt.Sprintf("%s withdrew its quote, and %v", v.Org.Name, err)
		case err != nil:
			return nil, err
		case quoteIn(rel.Main(), e.Quote) == nil:
		case m.Kind == embargo.Release && mustWait(rel, m, e.Quote):
			hold = v.Org.Name + " withdrew its quote"
		default:
			with = append(with, m)
		}
		if err == nil && m.Kind == embargo.Release && quoteIn(rel.Main(), e.Quote) != nil {
			t.Places = named(rel, e.Quote)
		}
	}
	if hold != "" {
		t.Held = true
		for _, m := range with { // whoever gets more copies of these gets none with it, whatever the lead decides
			if m.State.Finished() {
				if err := d.ledger.Withdraw(ctx, tx, m, e.Quote); err != nil {
					return nil, err
				}
			}
		}
		reason := fmt.Sprintf("%s; send --replace --without %s goes out without it, resume goes out with it", hold, v.Request.Org)
		return t, d.ledger.HoldIn(ctx, tx, e.Slug, reason)
	}
	for _, m := range with {
		if err := d.ledger.Withdraw(ctx, tx, m, e.Quote); err != nil {
			return nil, err
		}
		t.Out = t.Out || m.Kind == embargo.Release
	}
	if len(with) == 0 {
		return t, nil
	}
	return t, jobs.Insert(ctx, d.db, tx, TakeOut{Slug: e.Slug, Event: e.Number})
}

// takeBackTranslation has no translation leave that nobody ever signed, once other words
// were signed in its language: the release then leaves there without the quote.
// Words that were signed stand. It is part of the transaction of e, which signs the others.
func (d *Desk) takeBackTranslation(ctx context.Context, tx *store.Tx, v *Visit, e *Event) (*Taken, error) {
	leaving, err := d.ledger.Leaving(ctx, tx, e.Slug)
	if err != nil {
		return nil, err
	}
	list, err := events(ctx, tx, `slug = ? AND quote = ?`, e.Slug, e.Quote)
	if err != nil {
		return nil, err
	}
	t, entry := &Taken{Before: v.Standing, Language: e.Language}, release.TranslationEntry(e.Quote, e.Language)
	var with []*ledger.Dispatch
	for _, m := range leaving {
		rel, err := d.stored(ctx, tx, m)
		if unread(err) {
			continue // who withdraws has it held; here it is a request
		}
		if err != nil {
			return nil, err
		}
		s := &Standing{Dispatch: m, Release: rel}
		q := s.translation(e.Language, e.Quote)
		if q == nil || slices.Contains(m.Withdrawn, e.Quote) || signedOnce(list, release.SignoffDigest(e.Slug, e.Language, q)) {
			continue
		}
		with = append(with, m)
		t.Held = t.Held || m.Kind == embargo.Release && rel.Withdrawn == release.Hold
		t.Out = t.Out || m.Kind == embargo.Release
	}
	if t.Held {
		return t, d.ledger.HoldIn(ctx, tx, e.Slug, fmt.Sprintf("%s signed other words in %s; send --replace takes them in, resume goes out "+
			"as it was scheduled", v.Org.Name, e.Language))
	}
	for _, m := range with {
		if err := d.ledger.Withdraw(ctx, tx, m, entry); err != nil {
			return nil, err
		}
	}
	if len(with) == 0 {
		return nil, nil
	}
	return t, jobs.Insert(ctx, d.db, tx, TakeOut{Slug: e.Slug, Event: e.Number})
}

// named are the places at which what is stored still names who said a quote.
func named(rel *release.Release, quote string) []check.Place {
	q := quoteIn(rel.Main(), quote)
	names := []string{q.Org, q.Speaker}
	if words := strings.Fields(q.Speaker); len(words) > 1 {
		names = append(names, words[len(words)-1])
	}
	return check.Named(rel, names...)
}

// replaced tells whether words that were signed now take those out that are scheduled:
// nobody ever signed these.
func (v *Visit) replaced(e *Event) bool {
	s := v.Standing
	return s.Waits() && s.Prints() && !s.Signed && e.Language == s.Release.Main().Language && s.Digest() != e.After
}
