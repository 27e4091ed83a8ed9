package office

import (
	"context"
	"crypto/rand"
	"encoding/base32"
	"fmt"
	"strings"

	"pressroom/internal/store"
)

// printed is how many codes are printed at once.
const printed = 10

// letters are those of a printed code: none that is taken for another.
var letters = base32.NewEncoding("abcdefghjkmnpqrstuvwxyz234567890").WithPadding(base32.NoPadding)

// NotUserError is returned where the settings name no such user.
type NotUserError struct{ Email string }

func (e *NotUserError) Error() string {
	return fmt.Sprintf("no [[user]] of pressroom.toml has the address %q", e.Email)
}

// Print makes the codes with which a user comes in when their mail is down, each of them
// once. Those that were printed before open nothing any more.
func (d *Desk) Print(ctx context.Context, email string) (codes []string, err error) {
	u, ok := d.settings.User(email)
	if !ok {
		return nil, &NotUserError{email}
	}
	err = d.db.Tx(ctx, func(tx *store.Tx) error {
		codes = nil
		if _, err := tx.ExecContext(ctx, `DELETE FROM office_code WHERE email = ?`, u.Email); err != nil {
			return fmt.Errorf("printing codes: %w", err)
		}
		for range printed {
			var b [10]byte
			rand.Read(b[:])
			code := letters.EncodeToString(b[:])
			if _, err := tx.ExecContext(ctx, `INSERT INTO office_code (email, code) VALUES (?, ?)`, u.Email, digest(code)); err != nil {
				return fmt.Errorf("printing codes: %w", err)
			}
			codes = append(codes, strings.Join([]string{code[:4], code[4:8], code[8:12], code[12:]}, "-"))
		}
		return nil
	})
	return codes, err
}

// Left is how many printed codes a user has left.
func (d *Desk) Left(ctx context.Context, email string) (n int, err error) {
	err = d.db.Reader().QueryRowContext(ctx, `SELECT COUNT(*) FROM office_code WHERE email = ?`, email).Scan(&n)
	if err != nil {
		return 0, fmt.Errorf("counting printed codes: %w", err)
	}
	return n, nil
}

// Redeem lets a user in by a printed code, and uses it up. The secret is "" where it is
// none of theirs.
func (d *Desk) Redeem(ctx context.Context, email, code string, v Visit) (secret string, err error) {
	u, ok := d.settings.User(email)
	code = strings.Map(func(r rune) rune {
		if strings.ContainsRune("- \t", r) {
			return -1
		}
		return r
	}, strings.ToLower(code))
	if !ok || len(code) != letters.EncodedLen(10) {
		return "", d.refused(ctx, email, v)
	}
	err = d.db.Tx(ctx, func(tx *store.Tx) error {
		secret = ""
		res, err := tx.ExecContext(ctx, `DELETE FROM office_code WHERE email = ? AND code = ?`, u.Email, digest(code))
		if err != nil {
			return fmt.Errorf("using a printed code: %w", err)
		}
		if n, err := res.RowsAffected(); err != nil || n == 0 {
			return err
		}
		secret, err = d.begin(ctx, tx, u, v, "sign in by a printed code")
		return err
	})
	if err == nil && secret == "" {
		err = d.refused(ctx, u.Email, v)
	}
	return secret, err
}
