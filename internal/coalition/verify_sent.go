package coalition

import (
	"context"
	"errors"
	"fmt"
	"maps"
	"slices"

	"pressroom/internal/compile"
	"pressroom/internal/embargo"
	"pressroom/internal/ledger"
	"pressroom/internal/release"
)

// whatWasSent holds what was stored of every mailing against its digests, and the
// quotes in it against what had been signed when it was stored.
func (d *Desk) whatWasSent(ctx context.Context, slug string, list []*Event, out *Report) error {
	all, err := d.ledger.Dispatches(ctx, slug)
	if err != nil {
		return err
	}
	for _, dispatch := range all {
		if dispatch.Kind == embargo.Test || dispatch.Kind == embargo.Notice || dispatch.State == ledger.Planning {
			continue // nobody but the lead has had anything of it, or there is no quote in it
		}
		s := &sent{desk: d, dispatch: dispatch, out: out}
		if err := s.snapshot(ctx, list); err != nil {
			return err
		}
		if err := s.artefacts(ctx); err != nil {
			return err
		}
	}
	return nil
}

// sent is the look at what was stored of one dispatch.
type sent struct {
	desk     *Desk
	dispatch *ledger.Dispatch
	record   *compile.Record // nil if it could not be read
	out      *Report
}

// not makes an error, which names the dispatch, a fault, unless nobody waits for an
// answer any more.
func (s *sent) not(ctx context.Context, err error) error {
	if ctx.Err() != nil {
		return ctx.Err()
	}
	s.out.fault("%v", err)
	return nil
}

// snapshot reads all that the dispatch was compiled from, and compares the quotes.
func (s *sent) snapshot(ctx context.Context, list []*Event) error {
	id := s.dispatch.ID
	data, err := s.desk.ledger.Snapshot(ctx, id)
	if err != nil {
		return s.not(ctx, err)
	}
	r, err := compile.ReadRecord(data)
	if err != nil {
		return s.not(ctx, fmt.Errorf("the snapshot of %s: %w", id, err))
	}
	s.record = r
	if r.Revision != s.dispatch.Revision {
		s.out.fault("%s is revision %s, and its snapshot is of %s", id, s.dispatch.Revision, r.Revision)
	}
	rel, _, err := r.Release(s.dispatch.Slug)
	if err != nil {
		return s.not(ctx, fmt.Errorf("the snapshot of %s: %w", id, err))
	}
	_, err = r.Input(func(what, digest string) ([]byte, error) { return s.desk.ledger.BlobOf(ctx, id, what, digest) })
	if err != nil && !errors.Is(err, compile.ErrPartial) {
		if err := s.not(ctx, fmt.Errorf("the snapshot of %s: %w", id, err)); err != nil {
			return err
		}
	}
	s.quotes(rel, list)
	s.out.Snapshots++
	return nil
}

// quotes compares the quotes that went out with what had been signed by then.
func (s *sent) quotes(rel *release.Release, list []*Event) {
	var then []*Event
	for _, e := range list {
		if !e.At.After(s.dispatch.CreatedAt) {
			then = append(then, e)
		}
	}
	signed := approvals(then, s.desk.orgName)
	for _, v := range rel.Versions {
		for _, q := range v.Quotes {
			if v != rel.Main() && slices.Contains(rel.Main().Quotes, q) {
				continue // printed in the main language: looked at there
			}
			a, ok := signed[release.QuoteKey{Quote: q.ID, Language: v.Language}]
			if !ok {
				a, ok = signed[release.QuoteKey{Quote: q.ID}]
			}
			got := release.SignoffDigest(rel.Slug, v.Language, q)
			switch {
			case ok && !a.Given:
				s.out.fault("%s went out with %s of %s, which %s had %s", s.dispatch.ID, q.ID, a.Org, a.By, a.How)
			case ok && got != a.Digest:
				s.out.fault("%s went out with other words of %s (%s) than %s had signed", s.dispatch.ID, q.ID, a.Org, a.By)
			case !ok && q.Signoff != nil && len(then) > 0:
				s.out.fault("%s went out with a sign-off of %s (%s) by %s that the history does not have", s.dispatch.ID, q.ID, q.Org, q.Signoff.By)
			}
		}
	}
}

// artefacts reads everything that was compiled and stored, and finds what of it the
// recipients of the dispatch had.
func (s *sent) artefacts(ctx context.Context) error {
	id := s.dispatch.ID
	stored, err := s.desk.ledger.Artefacts(ctx, id)
	if err != nil {
		return err
	}
	for _, name := range slices.Sorted(maps.Keys(stored)) {
		if _, err := s.desk.ledger.BlobOf(ctx, id, name, stored[name]); err != nil {
			if err := s.not(ctx, err); err != nil {
				return err
			}
		}
	}
	if s.record != nil && s.record.Version > 0 {
		s.recorded(stored)
		for _, digest := range s.record.Parts {
			if _, err := s.desk.ledger.BlobOf(ctx, id, "a picture or attachment", digest); err != nil {
				if err := s.not(ctx, err); err != nil {
					return err
				}
			}
		}
	}
	had, err := s.desk.ledger.MessageNames(ctx, id)
	if err != nil {
		return err
	}
	for _, name := range had {
		if _, ok := stored[name]; !ok {
			s.out.fault("%s: recipients had the message %s, and it is not stored", id, name)
		}
	}
	return nil
}

// recorded compares the list of what is stored with that of the snapshot.
func (s *sent) recorded(stored map[string]string) {
	for _, name := range slices.Sorted(maps.Keys(s.record.Artefacts)) {
		switch digest, ok := stored[name]; {
		case !ok:
			s.out.fault("%s of %s was stored, and is gone", name, s.dispatch.ID)
		case digest != s.record.Artefacts[name]:
			s.out.fault("%s of %s is not the one that was stored: another was put in its place", name, s.dispatch.ID)
		}
	}
	for _, name := range slices.Sorted(maps.Keys(stored)) {
		if _, ok := s.record.Artefacts[name]; !ok {
			s.out.fault("%s of %s was added after it was stored", name, s.dispatch.ID)
		}
	}
}
