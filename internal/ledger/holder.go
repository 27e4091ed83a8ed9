package ledger

import (
	"context"
	"fmt"

	"pressroom/internal/embargo"
)

// Holder is somebody who has a copy of a release, or may have it.
type Holder struct {
	Person             string
	Key, Address       string // theirs now
	Name, Outlet       string
	Language, Template string // of the copy
	Dispatch           string // by which they got it
}

// Holders lists who has a copy of a revision by mailings of a kind, or may have it:
// each person once, in the order in which they were mailed. People who were erased are
// not among them.
func (l *Ledger) Holders(ctx context.Context, slug, revision string, kind embargo.Kind) ([]Holder, error) {
	rows, err := l.db.Reader().QueryContext(ctx, `SELECT v.person, COALESCE(n.address_key, v.address_key), COALESCE(n.address, v.address),
			v.name, v.outlet, v.language, v.template, v.dispatch
		FROM delivery v JOIN dispatch d ON d.id = v.dispatch
		LEFT JOIN person o ON o.address_key = v.address_key AND o.moved = 1
		LEFT JOIN person n ON n.person = o.person AND n.moved = 0
		WHERE v.slug = ? AND d.revision = ? AND d.kind = ? AND d.round <> '' AND (v.state IN ('sent', 'in_doubt') OR v.lost > 0)
		ORDER BY v.priority DESC, v.id`, slug, revision, kind)
	if err != nil {
		return nil, fmt.Errorf("listing who has %s: %w", slug, err)
	}
	defer rows.Close()
	seen := make(map[string]bool)
	var out []Holder
	for rows.Next() {
		var h Holder
		if err := rows.Scan(&h.Person, &h.Key, &h.Address, &h.Name, &h.Outlet, &h.Language, &h.Template, &h.Dispatch); err != nil {
			return nil, fmt.Errorf("listing who has %s: %w", slug, err)
		}
		if !seen[h.Person] && !isErased(h.Key) {
			seen[h.Person] = true
			out = append(out, h)
		}
	}
	return out, rows.Err()
}
