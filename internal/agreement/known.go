package agreement

import (
	"context"
	"fmt"

	"pressroom/internal/contacts"
	"pressroom/internal/ledger"
	"pressroom/internal/workspace"
)

// Standing is how somebody stands to the embargo of a release.
type Standing int

// The standings.
const (
	Gets    Standing = iota // has agreed, and gets the copy
	Asks                    // has said nothing, and is asked
	Unasked                 // has said nothing, and there is no page on which they could agree
	SaidNo                  // to embargoes, or to this one
	IsBarred
)

// Known is what is known of everybody and the embargo of one release, as of a moment.
type Known struct {
	each, pages bool
	bars        []ledger.Bar
	persons     map[string]string // by address key, of those with more than one
	release     map[string]Answer // by person, what was said last of this release
	all         map[string]Answer // … and of all releases
}

// Ask reads it, for a release.
func Ask(ctx context.Context, l *ledger.Ledger, slug string, s workspace.Settings) (*Known, error) {
	k, err := know(ctx, l, slug)
	if err != nil {
		return nil, err
	}
	k.each, k.pages = s.Embargo.EachRelease, s.Server.PublicURL != ""
	return k, nil
}

// know reads who is barred, and what everybody has said.
func know(ctx context.Context, l *ledger.Ledger, slug string) (*Known, error) {
	k := &Known{release: make(map[string]Answer), all: make(map[string]Answer)}
	var err error
	if k.bars, err = l.Bars(ctx); err != nil {
		return nil, err
	}
	if k.persons, err = l.Persons(ctx); err != nil {
		return nil, err
	}
	rows, err := l.DB().Reader().QueryContext(ctx, `SELECT address_key, slug, answer FROM agreement WHERE slug IN ('', ?)
		AND address_key <> '' ORDER BY number`, slug)
	if err != nil {
		return nil, fmt.Errorf("looking for agreements: %w", err)
	}
	defer rows.Close()
	for rows.Next() {
		var key, of string
		var answer Answer
		if err := rows.Scan(&key, &of, &answer); err != nil {
			return nil, fmt.Errorf("looking for agreements: %w", err)
		}
		if of == "" {
			k.all[k.person(key)] = answer
		} else {
			k.release[k.person(key)] = answer
		}
	}
	return k, rows.Err()
}

func (k *Known) person(key string) string {
	if p, ok := k.persons[key]; ok {
		return p
	}
	return key
}

// Bar is the bar that holds for somebody, nil if there is none.
func (k *Known) Bar(key string) *ledger.Bar { return ledger.BarIn(k.bars, key, k.person(key)) }

// Of is how a journalist stands to the embargo: barred before all else; then what they
// have said of this release; then, unless each release is asked about, what they or
// their press list say of all.
func (k *Known) Of(j *contacts.Journalist) Standing {
	person := k.person(j.Key)
	switch {
	case k.Bar(j.Key) != nil:
		return IsBarred
	case k.release[person] == Agreed:
		return Gets
	case k.release[person] == Declined, k.release[person] == TakenOff, j.NoEmbargo:
		return SaidNo
	case !k.each && (j.Embargo || k.all[person] == Agreed):
		return Gets
	case k.pages:
		return Asks
	}
	return Unasked
}
