// Package audience is who a mailing goes to, from press lists and segments.
//
// Lists reads the press lists, with what journalists changed themselves; Pick names
// an audience's members; People is what the ledger knows of them: who must not be
// mailed, and how far a release has come to each. Forms gives each the form in which
// they get a release, with its cover notes. What journalists changed themselves, and
// who must not be mailed, is applied to a plan here and nowhere else.
package audience

import (
	"context"
	"fmt"
	"slices"

	"pressroom/internal/contacts"
	"pressroom/internal/ledger"
	"pressroom/internal/release"
)

// Member is one of an audience.
type Member struct {
	Journalist *contacts.Journalist
	Via        string // the first list or segment that names them
}

// Pick unites lists and segments: each journalist once, under the first that names
// them.
func Pick(book *contacts.Book, of []release.Audience) ([]Member, error) {
	seen := make(map[*contacts.Journalist]bool)
	var out []Member
	for _, a := range of {
		list, err := book.Pick(a.Name)
		if err != nil {
			return nil, err
		}
		for _, j := range list {
			if !seen[j] {
				seen[j] = true
				out = append(out, Member{j, a.Name})
			}
		}
	}
	return out, nil
}

// Join is an audience with those of another who are not in it behind.
func Join(to, more []Member) []Member {
	seen := make(map[*contacts.Journalist]bool)
	for _, m := range to {
		seen[m.Journalist] = true
	}
	out := slices.Clone(to)
	for _, m := range more {
		if !seen[m.Journalist] {
			out = append(out, m)
		}
	}
	return out
}

// People is what the ledger knew of the people on its mailings when it was asked.
type People struct {
	unmailed *ledger.Set
	reached  map[string]ledger.Reached // by person
	persons  map[string]string         // by address key, of those with more than one
}

// Ask asks the ledger about a release; "" is for who must not be mailed alone.
func Ask(ctx context.Context, l *ledger.Ledger, slug string) (*People, error) {
	p := &People{}
	var err error
	if p.unmailed, _, err = l.SuppressedSet(ctx); err != nil || slug == "" {
		return p, err
	}
	if p.reached, err = l.Reached(ctx, slug); err != nil {
		return nil, err
	}
	p.persons, err = l.Persons(ctx)
	return p, err
}

// Unmailed tells by address key who must not be mailed.
func (p *People) Unmailed(key string) bool { return p.unmailed.Has(key) }

// MayMail is an error that says why one address, with its key, must not be mailed; nil
// if it may.
func MayMail(ctx context.Context, l *ledger.Ledger, key, address string) error {
	s, err := l.Suppressed(ctx, key)
	if err == nil && s != nil {
		err = fmt.Errorf("%s is not to be mailed (%s)", address, s.Reason)
	}
	return err
}

// Reached is how far the release has come to whoever has an address.
func (p *People) Reached(key string) ledger.Reached {
	if person, ok := p.persons[key]; ok {
		key = person
	}
	return p.reached[key]
}

// Any tells whether the release has come to anybody.
func (p *People) Any() bool { return len(p.reached) > 0 }
