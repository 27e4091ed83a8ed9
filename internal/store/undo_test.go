package store_test

import (
	"context"
	"errors"
	"strings"
	"testing"

	"pressroom/internal/store"
	"pressroom/internal/testdb"
)

func moved(t *testing.T) (from, to *store.DB) {
	t.Helper()
	from, to = open(t, ""), open(t, testdb.Postgres(t))
	fill(t, from)
	if err := store.Copy(context.Background(), from, to, store.Copying{Now: moment}); err != nil {
		t.Fatal(err)
	}
	return from, to
}

func wantOne(t *testing.T, armed, other *store.DB) {
	t.Helper()
	if !handsOut(t, armed) || handsOut(t, other) {
		t.Errorf("%s hands out: %v; %s hands out: %v", armed.Name(), handsOut(t, armed), other.Name(), handsOut(t, other))
	}
}

func TestAMoveIsTakenBack(t *testing.T) {
	ctx := context.Background()
	from, to := moved(t)
	if err := store.Undo(ctx, from, to); err != nil {
		t.Fatal(err)
	}
	wantOne(t, from, to)
	err := to.Tx(ctx, work)
	if !errors.Is(err, store.ErrMoved) || !strings.Contains(err.Error(), "take database.url out") {
		t.Errorf("the one that it was taken back from says %v", err)
	}
	if err := store.Undo(ctx, from, to); err == nil || !strings.Contains(err.Error(), "nothing to take back") {
		t.Errorf("twice: %v", err)
	}
	// The old one may go on now: the other must not come back to life.
	if err := from.Tx(ctx, work); err != nil {
		t.Fatal(err)
	}
	if err := store.Undo(ctx, to, from); !errors.Is(err, store.ErrWorkedOn) {
		t.Errorf("taken back to a database that is behind: %v", err)
	}
	wantOne(t, from, to)
}

func TestAMoveIsTakenBackBeforeAnythingArrived(t *testing.T) {
	ctx := context.Background()
	for name, to := range map[string]*store.DB{"and asked": open(t, testdb.Postgres(t)), "and gone": nil} {
		from, target := open(t, ""), to
		fill(t, from)
		if target == nil {
			target = open(t, testdb.Postgres(t))
		}
		broken := errors.New("broken off")
		func() {
			defer func() {
				if recover() != broken {
					t.Error("it was not broken off")
				}
			}()
			store.CopyAt(ctx, from, target, func(point string) {
				if point == "blob" {
					panic(broken)
				}
			})
		}()
		if err := from.Tx(ctx, work); !errors.Is(err, store.ErrMoved) || !strings.Contains(err.Error(), "goes on with it") {
			t.Errorf("%s: %v", name, err)
		}
		if err := store.Undo(ctx, from, to); err != nil {
			t.Errorf("%s: %v", name, err)
		}
		wantOne(t, from, target)
	}
}

func TestNoMoveIsTakenBackFromUnderOthers(t *testing.T) {
	ctx := context.Background()
	from, to := moved(t)
	lock, err := to.LockWorker(ctx)
	if err != nil {
		t.Fatal(err)
	}
	if err := store.Undo(ctx, from, to); err == nil || !strings.Contains(err.Error(), "a worker is running") {
		t.Errorf("under a worker's hands: %v", err)
	}
	lock.Release()
	if err := to.Tx(ctx, work); err != nil {
		t.Fatal(err)
	}
	if err := store.Undo(ctx, from, to); !errors.Is(err, store.ErrWorkedOn) || !strings.Contains(err.Error(), "--to sqlite") {
		t.Errorf("after work was done: %v", err)
	}
	if err := store.Undo(ctx, from, open(t, "")); !errors.Is(err, store.ErrElsewhere) || !strings.Contains(err.Error(), to.Name()) {
		t.Errorf("another database was asked: %v", err)
	}
	wantOne(t, to, from)
}

// TestABrokenUndoGoesOnEitherWay: it has disarmed the one and not armed the other.
func TestABrokenUndoGoesOnEitherWay(t *testing.T) {
	ctx := context.Background()
	begin := func() (from, to *store.DB) {
		from, to = moved(t)
		if err := store.DisarmTarget(ctx, from, to); err != nil {
			t.Fatal(err)
		}
		if handsOut(t, from) || handsOut(t, to) {
			t.Fatal("one of them hands out work")
		}
		return from, to
	}
	from, to := begin()
	if err := store.Undo(ctx, from, to); err != nil {
		t.Fatal(err)
	}
	wantOne(t, from, to)
	from, to = begin()
	if err := store.Copy(ctx, from, to, store.Copying{Now: moment}); err != nil {
		t.Fatal(err)
	}
	wantOne(t, to, from)
}
