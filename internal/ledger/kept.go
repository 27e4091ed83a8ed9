package ledger

import (
	"context"
	"errors"
	"fmt"
	"strings"
	"time"

	"pressroom/internal/saying"
	"pressroom/internal/store"
)

// KeptMessage is what is kept of one person's message of a dispatch: with the snapshot it is
// enough to make it again.
type KeptMessage struct {
	Delivery
	State   string    // as in Entry
	At      time.Time // of the last answer
	Message Message   // what was written to a server last; without a date where nothing was, or nothing was kept yet
	Erased  bool      // the person was taken out: no name and no address is left
}

// KeptOf lists what is kept of the messages of a dispatch, by their number.
func (l *Ledger) KeptOf(ctx context.Context, dispatch string) ([]KeptMessage, error) {
	return l.kept(ctx, `dispatch = ? ORDER BY id`, dispatch)
}

// ErrNobody is returned where a dispatch has nobody under an address.
var ErrNobody = saying.Errorf("nobody under that address is on this mailing")

// KeptFor is that of an address, by its key, also where that was erased since; and
// ErrNobody where there is none.
func (l *Ledger) KeptFor(ctx context.Context, dispatch, key string) (*KeptMessage, error) {
	workspace, err := l.Key(ctx)
	if err != nil {
		return nil, err
	}
	return l.oneKept(ctx, `dispatch = ? AND address_key IN (?, ?) ORDER BY address_key = ? DESC`, dispatch, key,
		ErasedKey(workspace, key), key)
}

// ErrNoNumber is returned where a dispatch has no copy of a number.
var ErrNoNumber = saying.Errorf("this mailing has nobody under that number")

// KeptNumber is that with a number; ErrNoNumber where there is none.
func (l *Ledger) KeptNumber(ctx context.Context, dispatch string, number int64) (*KeptMessage, error) {
	c, err := l.oneKept(ctx, `dispatch = ? AND id = ?`, dispatch, number)
	if errors.Is(err, ErrNobody) {
		err = ErrNoNumber
	}
	return c, err
}

func (l *Ledger) oneKept(ctx context.Context, where string, args ...any) (*KeptMessage, error) {
	list, err := l.kept(ctx, where, args...)
	if err != nil {
		return nil, err
	}
	if len(list) == 0 {
		return nil, ErrNobody
	}
	return &list[0], nil
}

func (l *Ledger) kept(ctx context.Context, where string, args ...any) ([]KeptMessage, error) {
	var out []KeptMessage
	err := eachRow(ctx, l.db.Reader(), `SELECT id, dispatch, address_key, address, name, template, thread, state, COALESCE(answered_at, 0),
		composed_at, signature, sha256 FROM delivery WHERE `+where, args, func(scan func(...any) error) error {
		var c KeptMessage
		var thread string
		var at, composed int64
		if err := scan(&c.ID, &c.Dispatch, &c.Key, &c.Address, &c.Name, &c.Template, &thread, &c.State, &at, &composed, &c.Message.Signature,
			&c.Message.SHA256); err != nil {
			return err
		}
		if c.State == claimed {
			c.State = queued
		}
		c.Thread, c.At, c.Message.Date, c.Erased = strings.Fields(thread), store.Time(at), store.Time(composed), isErased(c.Key)
		out = append(out, c)
		return nil
	})
	if err != nil {
		return nil, fmt.Errorf("listing what is kept of messages: %w", err)
	}
	return out, nil
}

// Tally counts what is kept of a dispatch.
type Tally struct {
	Written int // messages that reached somebody, or may have
	Kept    int // of these, how many can be made again
	Erased  int // of the kept, how many were to people who were taken out since
}

// String says it in words.
func (t Tally) String() string {
	if t.Written == 0 {
		return "nobody has it"
	}
	text := fmt.Sprintf("%d mailed, %d can be shown", t.Written, t.Kept-t.Erased)
	if t.Erased > 0 {
		text += fmt.Sprintf(", %d to people who were erased", t.Erased)
	}
	return text
}

// Tallies counts what is kept of every dispatch, by its id.
func (l *Ledger) Tallies(ctx context.Context) (map[string]Tally, error) {
	out := make(map[string]Tally)
	err := eachRow(ctx, l.db.Reader(), `SELECT dispatch, COUNT(*), COALESCE(SUM(CASE WHEN sha256 <> '' THEN 1 ELSE 0 END), 0),
		COALESCE(SUM(CASE WHEN address_key LIKE 'erased:%' AND sha256 <> '' THEN 1 ELSE 0 END), 0)
		FROM delivery WHERE state IN ('sent', 'in_doubt') GROUP BY dispatch`, nil, func(scan func(...any) error) error {
		var id string
		var t Tally
		if err := scan(&id, &t.Written, &t.Kept, &t.Erased); err != nil {
			return err
		}
		out[id] = t
		return nil
	})
	if err != nil {
		return nil, fmt.Errorf("counting what is kept: %w", err)
	}
	return out, nil
}
