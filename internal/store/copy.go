package store

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"time"
)

// copied are the tables of a workspace, each after those that it refers to.
// River's are left out: nothing must wait in them when a workspace moves.
var copied = []string{
	"setting", "pulse", "worker", "dispatch", "blob", "artefact", "delivery", "attempt", "suppression", "tally", "override", "link", "reply",
	"told", "person", "quote_request", "quote_link", "quote_event", "link_open", "link_browser", "link_code", "publication", "turn",
	"certificate", "agreement", "agreement_reading", "agreement_look", "agreement_reference", "bar", "amendment", "approval", "sampled",
	"office_session", "office_code", "office_trail", "fetched", "saved",
}

// fleeting are the tables that have rows in a database that somebody has only
// looked at or started a worker on; they are written over.
var fleeting = []string{"setting", "pulse", "worker"}

// refusal is an error after which all is as it was before.
type refusal struct{ error }

func (r refusal) Unwrap() error { return r.error }

func refuse(format string, args ...any) error { return refusal{fmt.Errorf(format, args...)} }

// ErrNotEmpty is returned by Copy for a database that holds a workspace already.
var ErrNotEmpty = errors.New("the database that is copied to holds a workspace already")

// UnfinishedError is returned by Copy when it has disarmed the one database and
// did not get as far as arming the other.
type UnfinishedError struct {
	From, To string
	Err      error
}

func (e *UnfinishedError) Error() string {
	return fmt.Sprintf("%v; until it has been copied nothing goes out, neither from %s nor from %s; "+
		"the same command goes on with it, and with --undo takes it back", e.Err, e.From, e.To)
}

func (e *UnfinishedError) Unwrap() error { return e.Err }

// Copy moves a workspace from one database to another, which must hold none.
//
// The source is disarmed first: nothing is sent from it any more, and nothing
// written into it. Then everything is copied in one transaction, read again and
// compared, and with its commit the target is armed. So at no moment do both
// deliver, wherever it is killed, and Copy called again goes on; Undo takes it
// back. Where it refuses to begin, nothing is changed.
//
// Of a workspace that was moved already it is a *MovedError.
func Copy(ctx context.Context, from, to *DB, with Copying) error {
	c := copier{Copying: with, from: from, to: to, at: func(string) {}}
	return c.run(ctx)
}

// Copying is what Copy is told of the world.
type Copying struct {
	Now time.Time
	// Waiting counts the jobs of a database that are still to be done. They are not
	// copied: where some wait, nothing is. Nil where none can.
	Waiting func(context.Context, *DB) (int, error)
	// Progress is called after each table with its rows; not at all if everything had
	// arrived before it was broken off.
	Progress func(table string, rows int)
}

type copier struct {
	Copying
	from, to *DB
	at       func(point string) // called wherever being killed leaves something begun
}

func (c *copier) run(ctx context.Context) error {
	m, arrived, err := c.begun(ctx)
	if err != nil {
		return err
	}
	if arrived {
		return c.end(ctx, m)
	}
	fresh := m == nil
	if fresh {
		if err := c.quiet(ctx); err != nil {
			return err
		}
		if m, err = c.disarm(ctx); err != nil {
			return err
		}
	}
	c.at("disarmed")
	// Who began between has taken its work by now, and holds its lock; who begins
	// from here on is given none.
	if err = c.quiet(ctx); err == nil {
		err = c.transfer(ctx, m)
	}
	if fresh && errors.As(err, new(refusal)) {
		return errors.Join(err, c.from.moving(ctx, func(tx *Tx) error { return dropMove(ctx, tx, settingMoved) }))
	}
	if err != nil {
		return &UnfinishedError{From: m.From, To: m.To, Err: err}
	}
	c.at("committed")
	return c.end(ctx, m)
}

// begun finds a move that was begun before and is to be ended: m is nil if there
// is none, and arrived tells that everything is in the target.
func (c *copier) begun(ctx context.Context) (m *move, arrived bool, err error) {
	if m, err = readMove(ctx, c.from.Reader(), settingMoved); err != nil || m == nil {
		return nil, false, err
	}
	there, err := readMove(ctx, c.to.Reader(), settingArrived)
	if err != nil {
		return nil, false, err
	}
	if there != nil && there.ID == m.ID {
		back, err := readMove(ctx, c.to.Reader(), settingMoved)
		if err == nil && back == nil && m.Ended != 0 {
			err = m.error() // it is all done
		}
		return m, true, err
	}
	if m.Ended != 0 || m.To != c.to.place() {
		return nil, false, m.error()
	}
	return m, false, nil
}

// quiet is an error if somebody is at work on either database.
func (c *copier) quiet(ctx context.Context) error {
	for _, db := range []*DB{c.from, c.to} {
		if db.AnyWorkerAlive(ctx) {
			return refuse("a worker is running on %s; stop it first", db.Name())
		}
	}
	if c.Waiting != nil {
		waiting, err := c.Waiting(ctx, c.from)
		if err != nil {
			return fmt.Errorf("copying the database: %w", err)
		}
		if waiting > 0 {
			return refuse("%d notices wait to be sent; let pressroom serve run until they have gone", waiting)
		}
	}
	return c.to.run(ctx, c.to.write, func(tx *Tx) error { return vacant(ctx, tx) })
}

// vacant is ErrNotEmpty if a database holds a workspace.
func vacant(ctx context.Context, tx *Tx) error {
	for _, table := range copied {
		where := ""
		switch table {
		case "pulse", "worker":
			continue
		case "setting": // the others are made anew wherever they are missing
			where = ` WHERE name NOT IN ('key', 'transport', 'moved', 'arrived', 'home')`
		}
		var n int
		if err := tx.QueryRowContext(ctx, `SELECT COUNT(*) FROM `+table+where).Scan(&n); err != nil {
			return fmt.Errorf("copying the database: %w", err)
		}
		if n > 0 {
			return refuse("%w: %s has rows in %s; name a new database, or move the files of the old one out of the way",
				ErrNotEmpty, tx.db.Name(), table)
		}
	}
	return nil
}

// disarm makes the source one from which nothing goes out.
func (c *copier) disarm(ctx context.Context) (*move, error) {
	m := newMove(c.from, c.to, c.Now)
	err := c.from.moving(ctx, func(tx *Tx) error {
		if err := armed(ctx, tx); err != nil { // another Copy was faster
			return err
		}
		return writeMove(ctx, tx, settingMoved, &m)
	})
	if err != nil {
		return nil, err
	}
	return &m, nil
}

// transfer copies everything and arms the target.
func (c *copier) transfer(ctx context.Context, m *move) error {
	source, err := c.from.snapshot(ctx)
	if err != nil {
		return fmt.Errorf("copying the database: %w", err)
	}
	defer source.tx.Rollback()
	return c.to.moving(ctx, func(tx *Tx) error {
		if err := tx.idle(ctx); err != nil {
			return err
		}
		if err := vacant(ctx, tx); err != nil {
			return err
		}
		for _, table := range fleeting {
			if _, err := tx.ExecContext(ctx, `DELETE FROM `+table); err != nil {
				return fmt.Errorf("copying the database: %w", err)
			}
		}
		for _, table := range copied {
			n, err := c.table(ctx, source, tx, table)
			if err != nil {
				return fmt.Errorf("copying the table %s: %w", table, err)
			}
			if c.Progress != nil {
				c.Progress(table, n)
			}
			c.at(table)
		}
		return writeMove(ctx, tx, settingArrived, m)
	})
}

// end lets the source know that all has arrived. A move that was being taken back
// when that was broken off arms the target again.
func (c *copier) end(ctx context.Context, m *move) error {
	err := c.to.moving(ctx, func(tx *Tx) error {
		back, err := readMove(ctx, tx, settingMoved)
		if err != nil || back == nil {
			return err
		}
		if back.ID != m.ID {
			return back.error()
		}
		return dropMove(ctx, tx, settingMoved)
	})
	if err != nil {
		return err
	}
	c.at("armed")
	if m.Ended != 0 {
		return nil
	}
	m.Ended = Micros(c.Now)
	return c.from.moving(ctx, func(tx *Tx) error { return writeMove(ctx, tx, settingMoved, m) })
}

// snapshot is a transaction that reads, and sees one moment.
func (db *DB) snapshot(ctx context.Context) (*Tx, error) {
	var o *sql.TxOptions
	if db.dialect == PostgreSQL {
		o = &sql.TxOptions{Isolation: sql.LevelRepeatableRead, ReadOnly: true}
	}
	tx, err := db.read.BeginTx(ctx, o)
	if err != nil {
		return nil, err
	}
	t := &Tx{db, tx}
	if err := t.idle(ctx); err != nil {
		tx.Rollback()
		return nil, err
	}
	return t, nil
}

// idle lets a transaction stand still for as long as it takes while the other
// database is at work.
func (t *Tx) idle(ctx context.Context) error {
	if t.db.dialect == SQLite {
		return nil
	}
	_, err := t.ExecContext(ctx, `SET LOCAL idle_in_transaction_session_timeout = 0`)
	return err
}

// Moving says what moving a database does.
const Moving = `Move all that the database holds from SQLite, in the workspace, to the PostgreSQL
that PRESSROOM_DATABASE_URL or database.url names, or back. The other database must
hold no workspace, and no worker may run on either.

First the old database is disarmed: from then on nothing goes out from it, and
serve, worker, send and whatever else would change something refuse to work on it.
Then everything is copied and compared, and the new one is armed. If it is broken
off, neither delivers, and the same command goes on. Afterwards set database.url
(or take it out): copying does not change which one is used.

--undo takes it back to the old database, which holds all that it did: at any time
while the copy is not complete, and afterwards as long as nobody has worked on the
new one. Where the new one is gone, say so with --lost: nothing must be working on
it any more, or journalists are mailed twice.`
