package store

import (
	"context"
	"crypto/rand"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"path/filepath"
	"strings"
	"time"

	"pressroom/internal/setting"
)

// ErrMoved is what errors.Is finds in a MovedError.
var ErrMoved = errors.New("the workspace was moved to another database")

// MovedError is returned where somebody works on a database from which the
// workspace was moved, or is being moved: what was written there would be lost,
// and what was sent from there would go out a second time.
type MovedError struct {
	From, To string // the databases, as Name has them
	At       time.Time
	Ended    bool // all that it held is in the other database
}

func (e *MovedError) Error() string {
	if !e.Ended {
		return fmt.Sprintf("the workspace is being moved from %s to %s (since %s), and nothing goes out until it is there; "+
			"pressroom database copy --to %s goes on with it, and with --undo takes it back",
			e.From, e.To, e.At.Format(time.RFC3339), kindOf(e.To))
	}
	use := "set database.url in pressroom.toml, or PRESSROOM_DATABASE_URL, to that one"
	if kindOf(e.To) == "sqlite" {
		use = "take database.url out of pressroom.toml, and unset PRESSROOM_DATABASE_URL"
	}
	return fmt.Sprintf("the workspace was moved from %s to %s (%s), and nothing goes out from here any more; %s; "+
		"pressroom database copy --to %s --undo takes it back, where nobody has worked on the other one",
		e.From, e.To, e.At.Format(time.RFC3339), use, kindOf(e.To))
}

// Is makes a MovedError an ErrMoved.
func (e *MovedError) Is(target error) bool { return target == ErrMoved }

// kindOf is the kind of database that a name stands for, as --to takes it.
func kindOf(name string) string {
	if strings.HasPrefix(name, "postgres://") {
		return "postgres"
	}
	return "sqlite"
}

// Settings by which the two sides of a move know of each other. They say
// something of the database that they stand in, and are not copied.
const (
	settingMoved   = "moved"   // in the one that is left: to where
	settingArrived = "arrived" // in the one that is moved to: from where
)

// move is what both settings hold.
type move struct {
	ID    string `json:"id"` // the same on both sides
	From  string `json:"from"`
	To    string `json:"to"`
	At    int64  `json:"at"`    // microseconds
	Ended int64  `json:"ended"` // 0 as long as the source does not know that all has arrived
}

func newMove(from, to *DB, now time.Time) move {
	var b [8]byte
	rand.Read(b[:])
	return move{ID: hex.EncodeToString(b[:]), From: from.place(), To: to.place(), At: Micros(now)}
}

func (m *move) error() error {
	return &MovedError{From: m.From, To: m.To, At: Time(m.At), Ended: m.Ended != 0}
}

// place is the database's name, whatever folder the command is run in.
func (db *DB) place() string {
	if db.dialect == SQLite {
		if p, err := filepath.Abs(db.Name()); err == nil {
			return p
		}
	}
	return db.Name()
}

// readMove is one of the two settings; nil if there is none.
func readMove(ctx context.Context, q Querier, name string) (*move, error) {
	value, err := setting.Get(ctx, q, name)
	if err != nil {
		return nil, fmt.Errorf("asking whether the workspace was moved: %w", err)
	}
	if value == "" {
		return nil, nil
	}
	var m move
	if err := json.Unmarshal([]byte(value), &m); err != nil {
		return nil, fmt.Errorf("asking whether the workspace was moved: the setting %s: %w", name, err)
	}
	return &m, nil
}

func writeMove(ctx context.Context, tx *Tx, name string, m *move) error {
	value, err := json.Marshal(m)
	if err == nil {
		err = setting.Set(ctx, tx, name, string(value))
	}
	if err != nil {
		return fmt.Errorf("keeping that the workspace is moved: %w", err)
	}
	return nil
}

func dropMove(ctx context.Context, tx *Tx, name string) error {
	if err := setting.Drop(ctx, tx, name); err != nil {
		return fmt.Errorf("taking back that the workspace is moved: %w", err)
	}
	return nil
}

func armed(ctx context.Context, q Querier) error {
	m, err := readMove(ctx, q, settingMoved)
	if err == nil && m != nil {
		err = m.error()
	}
	return err
}

// Armed is a *MovedError if the workspace was moved to another database. It can
// be moved a moment later: what must not happen then asks inside its transaction.
func (db *DB) Armed(ctx context.Context) error { return armed(ctx, db.Reader()) }

// Armed is a *MovedError if the workspace was moved to another database. It is
// not moved until the transaction ends. Tx asks by itself; in Shared and Hot it
// is asked where work is handed out, and not where outcomes are written down.
func (t *Tx) Armed(ctx context.Context) error {
	if t.db.dialect == PostgreSQL {
		// Whoever moves the workspace waits for those who share this lock. What is
		// read comes in a statement of its own: it sees what was true when it began.
		if _, err := t.tx.ExecContext(ctx, `SELECT pg_advisory_xact_lock_shared($1, $2)`, lockWriter, keyArmed); err != nil {
			return fmt.Errorf("asking whether the workspace was moved: %w", err)
		}
	}
	return armed(ctx, t)
}

// moving runs f in a transaction like Tx, also on a database that was moved, and
// when no other is open that rests on Armed.
func (db *DB) moving(ctx context.Context, f func(*Tx) error) error {
	return db.run(ctx, db.write, func(tx *Tx) error {
		for _, key := range []int32{keyTx, keyArmed} {
			if err := tx.Exclusive(ctx, key); err != nil {
				return fmt.Errorf("beginning a transaction: %w", err)
			}
		}
		return f(tx)
	})
}
