package office

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"slices"
	"time"

	"pressroom/internal/store"
	"pressroom/internal/workspace"
)

// Session is a browser that was let in.
type Session struct {
	ID     string // names it, and opens nothing
	Email  string
	Made   time.Time
	Seen   time.Time
	Origin string
	Agent  string
}

const sessionColumns = `id, email, made_at, seen_at, origin, agent`

func scanSession(scan func(...any) error) (s Session, err error) {
	var made, seen int64
	err = scan(&s.ID, &s.Email, &made, &seen, &s.Origin, &s.Agent)
	s.Made, s.Seen = store.Time(made), store.Time(seen)
	return s, err
}

// Who is the user of a browser's secret, and their session; ok is false for nobody: a
// secret that was never given, a session that was ended or is too old, or a user whom the
// settings do not name any more.
func (d *Desk) Who(ctx context.Context, secret, origin string) (u workspace.User, s Session, ok bool, err error) {
	if secret == "" || len(secret) > 100 {
		return u, s, false, nil
	}
	now := d.now()
	s, err = scanSession(d.db.Reader().QueryRowContext(ctx, `SELECT `+sessionColumns+` FROM office_session
		WHERE id = ? AND made_at > ? AND seen_at > ?`,
		digest(secret), store.Micros(now.Add(-SessionFor)), store.Micros(now.Add(-IdleFor))).Scan)
	if errors.Is(err, sql.ErrNoRows) {
		return u, s, false, nil
	}
	if err != nil {
		return u, s, false, fmt.Errorf("looking for a session: %w", err)
	}
	if u, ok = d.settings.User(s.Email); !ok {
		return u, s, false, nil
	}
	if now.Sub(s.Seen) < seenEvery && s.Origin == origin {
		return u, s, true, nil
	}
	err = d.db.Tx(ctx, func(tx *store.Tx) error {
		_, err := tx.ExecContext(ctx, `UPDATE office_session SET seen_at = ?, origin = ? WHERE id = ?`, store.Micros(now), origin, s.ID)
		return err
	})
	if err != nil {
		return u, s, false, fmt.Errorf("keeping a session: %w", err)
	}
	return u, s, true, nil
}

// Sessions are those of a user, or all with "", the newest first.
func (d *Desk) Sessions(ctx context.Context, email string) (out []Session, err error) {
	now := d.now()
	rows, err := d.db.Reader().QueryContext(ctx, `SELECT `+sessionColumns+` FROM office_session
		WHERE (? = '' OR email = ?) AND made_at > ? AND seen_at > ? ORDER BY seen_at DESC, id`,
		email, email, store.Micros(now.Add(-SessionFor)), store.Micros(now.Add(-IdleFor)))
	if err != nil {
		return nil, fmt.Errorf("listing sessions: %w", err)
	}
	defer rows.Close()
	for rows.Next() {
		s, err := scanSession(rows.Scan)
		if err != nil {
			return nil, fmt.Errorf("listing sessions: %w", err)
		}
		out = append(out, s)
	}
	return out, rows.Err()
}

// End ends a session; with an email only if it is that user's. It tells whether there was
// one.
func (d *Desk) End(ctx context.Context, id, email string) (ended bool, err error) {
	err = d.db.Tx(ctx, func(tx *store.Tx) error {
		res, err := tx.ExecContext(ctx, `DELETE FROM office_session WHERE id = ? AND (? = '' OR email = ?)`, id, email, email)
		if err != nil {
			return fmt.Errorf("ending a session: %w", err)
		}
		n, err := res.RowsAffected()
		ended = n > 0
		return err
	})
	return ended, err
}

// PutOut ends all sessions of a user, and returns how many there were.
func (d *Desk) PutOut(ctx context.Context, email string) (n int64, err error) {
	err = d.db.Tx(ctx, func(tx *store.Tx) error {
		res, err := tx.ExecContext(ctx, `DELETE FROM office_session WHERE email = ?`, email)
		if err != nil {
			return fmt.Errorf("ending the sessions of %s: %w", email, err)
		}
		n, err = res.RowsAffected()
		return err
	})
	return n, err
}

// Deed is a row of the trail: somebody did something.
type Deed struct {
	At     time.Time
	Name   string // the user's address
	Role   workspace.Role
	Act    string
	Path   string
	Origin string // address that they came from
	Status int    // what came of it, as HTTP has it; 0 as long as that is not known
}

// Came says what came of it.
func (d Deed) Came() string {
	switch {
	case d.Status == 0:
		return "not known"
	case d.Status < 400:
		return "done"
	case d.Status == refusedStatus:
		return "refused"
	}
	return "not done"
}

// Begin keeps that somebody is about to do something.
func (d *Desk) Begin(ctx context.Context, id string, deed Deed) error {
	return d.db.Tx(ctx, func(tx *store.Tx) error { return d.keep(ctx, tx, id, deed) })
}

func (d *Desk) keep(ctx context.Context, tx *store.Tx, id string, deed Deed) error {
	_, err := tx.ExecContext(ctx, `INSERT INTO office_trail (id, at, name, role, act, path, origin, status) VALUES (?, ?, ?, ?, ?, ?, ?, ?)`,
		id, store.Micros(d.now()), deed.Name, string(deed.Role), deed.Act, clip(deed.Path), deed.Origin, deed.Status)
	if err != nil {
		return fmt.Errorf("keeping who does what: %w", err)
	}
	return nil
}

// Came keeps what came of it.
func (d *Desk) Came(ctx context.Context, id string, status int) error {
	return d.db.Tx(ctx, func(tx *store.Tx) error {
		_, err := tx.ExecContext(ctx, `UPDATE office_trail SET status = ? WHERE id = ?`, status, id)
		if err != nil {
			return fmt.Errorf("keeping what came of something: %w", err)
		}
		return nil
	})
}

// Trail is what was done last, the newest first: at most so many rows.
func (d *Desk) Trail(ctx context.Context, most int) (out []Deed, err error) {
	rows, err := d.db.Reader().QueryContext(ctx, `SELECT at, name, role, act, path, origin, status FROM office_trail
		ORDER BY at DESC, id LIMIT ?`, most)
	if err != nil {
		return nil, fmt.Errorf("reading who did what: %w", err)
	}
	defer rows.Close()
	for rows.Next() {
		var deed Deed
		var at int64
		var role string
		if err := rows.Scan(&at, &deed.Name, &role, &deed.Act, &deed.Path, &deed.Origin, &deed.Status); err != nil {
			return nil, fmt.Errorf("reading who did what: %w", err)
		}
		deed.At, deed.Role = store.Time(at), workspace.Role(role)
		out = append(out, deed)
	}
	return out, rows.Err()
}

// Readers are the users who can read a release before it is public, of which access names
// those who may beside leads and approvers.
func (d *Desk) Readers(access []string) (out []workspace.User) {
	return slices.DeleteFunc(slices.Clone(d.settings.Users), func(u workspace.User) bool { return !u.Reads(access) })
}
