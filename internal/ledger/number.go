package ledger

import (
	"context"
	"crypto/hmac"
	"crypto/sha256"
	"encoding/binary"
	"fmt"
	"io"

	"pressroom/internal/hush"
	"pressroom/internal/saying"
	"pressroom/internal/store"
)

// Number is what a mailing, by its id, or a release, by its slug, is called where its
// name must not be read: eight digits from which nobody without the workspace's key can
// tell it.
func Number(workspaceKey []byte, name string) string {
	h := hmac.New(sha256.New, workspaceKey)
	io.WriteString(h, "number\n"+name)
	n := binary.BigEndian.Uint64(h.Sum(nil)) % 100_000_000
	return fmt.Sprintf("%04d-%04d", n/10_000, n%10_000)
}

// sqlSecret lists what has not gone out, and what never will: a mailing that was
// cancelled is no more to be read than one that waits.
const sqlSecret = `SELECT id, slug, headline FROM dispatch d WHERE NOT EXISTS
	(SELECT 1 FROM dispatch r WHERE r.slug = d.slug AND r.kind = 'release' AND r.lifted_at IS NOT NULL)`

// Secrets are the names and headlines of all that is not public, with their numbers: of
// what was sent, and the names of drafts.
func (l *Ledger) Secrets(ctx context.Context, drafts ...string) (hush.Words, error) {
	key, err := l.Key(ctx)
	if err != nil {
		return nil, err
	}
	out, err := secrets(ctx, l.db.Reader(), key, sqlSecret)
	for _, slug := range drafts {
		var public bool
		if err == nil {
			public, err = Lifted(ctx, l.db.Reader(), slug)
		}
		if !public {
			out = append(out, hush.Secret{Word: slug, Number: Number(key, slug)})
		}
	}
	return out, err
}

// SecretsOf are those of one release, inside a transaction: none once it is public.
func (l *Ledger) SecretsOf(ctx context.Context, tx *store.Tx, slug string) (hush.Words, error) {
	key, err := keyIn(ctx, tx)
	if err != nil {
		return nil, err
	}
	return secrets(ctx, tx, key, sqlSecret+` AND slug = ?`, slug)
}

// HiddenAs is the number that stands for a release until it is public, "" from then on.
func (l *Ledger) HiddenAs(ctx context.Context, tx *store.Tx, slug string) (number string, err error) {
	public, err := Lifted(ctx, tx, slug)
	if err != nil || public {
		return "", err
	}
	key, err := keyIn(ctx, tx)
	return Number(key, slug), err
}

func secrets(ctx context.Context, q store.Querier, key []byte, query string, args ...any) (hush.Words, error) {
	rows, err := q.QueryContext(ctx, query, args...)
	if err != nil {
		return nil, fmt.Errorf("listing what is not public: %w", err)
	}
	defer rows.Close()
	var out hush.Words
	for rows.Next() {
		var id, slug, headline string
		if err := rows.Scan(&id, &slug, &headline); err != nil {
			return nil, fmt.Errorf("listing what is not public: %w", err)
		}
		number := Number(key, slug)
		out = append(out, hush.Secret{Word: id, Number: Number(key, id)}, hush.Secret{Word: slug, Number: number},
			hush.Secret{Word: headline, Number: number})
	}
	return out, rows.Err()
}

// ErrManyNumbers is returned where a number is that of several.
var ErrManyNumbers = saying.Errorf("more than one has this number; name it as pressroom status does")

// Numbered is the id of a mailing, or the slug of a release, of a number; "" where none
// has it. known are slugs of which the ledger knows nothing yet.
func (l *Ledger) Numbered(ctx context.Context, number string, known ...string) (name string, err error) {
	if len(number) != len("0000-0000") || number[4] != '-' {
		return "", nil
	}
	key, err := l.Key(ctx)
	if err != nil {
		return "", err
	}
	all, err := l.Dispatches(ctx, "")
	if err != nil {
		return "", err
	}
	for _, d := range all {
		known = append(known, d.ID, d.Slug)
	}
	for _, one := range known {
		switch {
		case one == name || Number(key, one) != number:
		case name != "":
			return "", ErrManyNumbers
		default:
			name = one
		}
	}
	return name, nil
}
