package ledger

import (
	"cmp"
	"context"
	"fmt"
	netmail "net/mail"
	"slices"
	"strings"

	"pressroom/internal/embargo"
	"pressroom/internal/mail"
	"pressroom/internal/store"
)

// HeldCopy is a copy of a release that somebody has, or may have.
type HeldCopy struct {
	Dispatch, Revision, Language string
	Kind                         embargo.Kind
	messages, key, sender        string // of what its Message-ID is made
}

// Standing is how somebody stands with a release.
type Standing struct {
	Person             string
	Key, Address       string // theirs now
	Name, Outlet       string
	Language, Template string // of the newest copy that went to them, or was to
	Lists              []string
	Priority           float64
	Copies             []HeldCopy // oldest first
	// InHand is what a worker has in its hands for them: it is not known yet whether they
	// have it. nil for nothing.
	InHand *HeldCopy
	// Waits: the release is to leave to them, AdvanceWaits: an advance copy is.
	Waits, AdvanceWaits bool
	Erased              bool
	Failed              string // what became of the last that failed; "" where none did
}

// Newest is the newest copy, nil if they have none.
func (s *Standing) Newest() *HeldCopy {
	if len(s.Copies) == 0 {
		return nil
	}
	return &s.Copies[len(s.Copies)-1]
}

// Thread are the Message-IDs of what they have, oldest first; none while it is not known
// what that is.
func (s *Standing) Thread(workspaceKey []byte) []string {
	if s.InHand != nil {
		return nil
	}
	var out []string
	for _, c := range s.Copies {
		out = append(out, mail.MessageID(workspaceKey, c.messages, c.key, c.sender))
	}
	return out
}

// AnyCopy tells whether anybody has a copy of what the standings are of, or gets one at this
// moment.
func AnyCopy(all []*Standing) bool {
	return slices.ContainsFunc(all, func(s *Standing) bool { return len(s.Copies) > 0 || s.InHand != nil })
}

// Standings tells how everybody stands with a release to whom it was to go, those with
// the highest priority first.
func (l *Ledger) Standings(ctx context.Context, slug string) ([]*Standing, error) {
	return standings(ctx, l.db.Reader(), slug)
}

// sqlStandings is deliveries of a release that bear its words.
const sqlStandings = `SELECT v.person, v.state, v.lost, v.address_key, COALESCE(n.address_key, v.address_key),
		COALESCE(n.address, v.address), v.name, v.outlet, v.language, v.template, v.lists, v.priority, v.reply, d.id,
		d.kind, d.revision, d.state, d.sender, ` + sqlMessagesOfD + `
	FROM dispatch d JOIN delivery v ON v.dispatch = d.id
	LEFT JOIN person o ON o.address_key = v.address_key AND o.moved = 1
	LEFT JOIN person n ON n.person = o.person AND n.moved = 0
	WHERE d.slug = ?1 AND d.kind IN ('advance', 'release', 'correction') AND d.round <> '' AND d.state <> 'planning'`

func standings(ctx context.Context, q store.Querier, slug string) ([]*Standing, error) {
	out, err := standingsOf(ctx, q, sqlStandings+` ORDER BY v.id`, slug)
	if err != nil {
		return nil, fmt.Errorf("looking for who has %s: %w", slug, err)
	}
	slices.SortStableFunc(out, func(a, b *Standing) int { return cmp.Compare(b.Priority, a.Priority) })
	return out, nil
}

// standingOf is how one person stands with what holds no longer, but for one dispatch.
func standingOf(ctx context.Context, q store.Querier, slug, person, but string) (*Standing, error) {
	out, err := standingsOf(ctx, q, sqlStandings+` AND v.dispatch <> ?2 AND d.superseded <> ''
		AND v.id IN `+deliveriesOf("?3")+` ORDER BY v.id`, slug, but, person)
	if err != nil {
		return nil, fmt.Errorf("looking for what somebody has of %s: %w", slug, err)
	}
	if len(out) == 0 {
		return &Standing{Person: person}, nil
	}
	return out[0], nil
}

func standingsOf(ctx context.Context, q store.Querier, query string, args ...any) ([]*Standing, error) {
	byPerson := make(map[string]*Standing)
	var out []*Standing
	err := eachRow(ctx, q, query, args, func(scan func(...any) error) error {
		var s Standing
		var h HeldCopy
		var state, lists, reply, sender string
		var of State
		var lost int
		err := scan(&s.Person, &state, &lost, &h.key, &s.Key, &s.Address, &s.Name, &s.Outlet, &s.Language, &s.Template, &lists, &s.Priority,
			&reply, &h.Dispatch, &h.Kind, &h.Revision, &of, &sender, &h.messages)
		if err != nil {
			return err
		}
		h.Language, h.sender = s.Language, sender
		if a, err := netmail.ParseAddress(sender); err == nil {
			h.sender = a.Address
		}
		known := byPerson[s.Person]
		if known == nil {
			known = &s
			byPerson[s.Person] = known
			out = append(out, known)
		}
		next := s
		known.take(&next, h, state, of, lost, reply)
		known.Lists = strings.FieldsFunc(lists, func(r rune) bool { return r == ';' })
		return nil
	})
	return out, err
}

// take adds to a standing what one delivery says.
func (s *Standing) take(of *Standing, h HeldCopy, state string, dispatch State, lost int, reply string) {
	s.Key, s.Address, s.Name, s.Outlet = of.Key, of.Address, of.Name, of.Outlet
	s.Erased = s.Erased || isErased(of.Key)
	s.Priority = max(s.Priority, of.Priority)
	open := !dispatch.Finished() && (state == queued || state == deferred)
	switch {
	case state == sent, state == inDoubt, lost > 0:
		s.Copies = append(s.Copies, h)
		s.Language, s.Template = of.Language, of.Template
		return
	case state == claimed:
		s.InHand, open = &h, true
	case state == failed:
		s.Failed = reply
	}
	if len(s.Copies) == 0 {
		s.Language, s.Template = of.Language, of.Template
	}
	s.Waits = s.Waits || open && h.Kind == embargo.Release
	s.AdvanceWaits = s.AdvanceWaits || open && h.Kind == embargo.Advance
}
