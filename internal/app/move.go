package app

import (
	"context"
	"errors"
	"fmt"

	"pressroom/internal/jobs"
	"pressroom/internal/store"
	"pressroom/internal/workspace"
)

// Move is a workspace on its way from one database to the other. Close must be
// called.
type Move struct {
	From, To *store.DB // To is nil where it is gone
	MovedTo  string    // of one that is taken back: to where it had been moved
	world    World
}

// ErrNoPostgres is returned where no PostgreSQL is named.
var ErrNoPostgres = errors.New("no PostgreSQL is named; set PRESSROOM_DATABASE_URL or database.url")

// OutOfReachError is a database that cannot be asked what has happened there.
type OutOfReachError struct {
	Name string
	Err  error
}

func (e *OutOfReachError) Error() string {
	return fmt.Sprintf("asking %s what has happened there: %v", e.Name, e.Err)
}

// Unwrap is why.
func (e *OutOfReachError) Unwrap() error { return e.Err }

// OpenMove opens both databases of a workspace, to be copied to PostgreSQL, or back.
func OpenMove(ctx context.Context, dir string, toPostgres bool, world World) (*Move, error) {
	w, err := workspace.Open(dir)
	if err != nil {
		return nil, err
	}
	m := &Move{world: world.whole()}
	if m.To, err = server(ctx, w); err != nil {
		return nil, err
	}
	if m.From, err = file(ctx, w); err != nil {
		m.Close()
		return nil, err
	}
	if !toPostgres {
		m.From, m.To = m.To, m.From
	}
	return m, nil
}

// OpenUndo opens the database that a workspace was moved from and, unless it is
// lost, the one it was moved to: an OutOfReachError where that cannot be had.
func OpenUndo(ctx context.Context, dir string, toPostgres, lost bool, world World) (*Move, error) {
	w, err := workspace.Open(dir)
	if err != nil {
		return nil, err
	}
	source, target := file, server
	if !toPostgres {
		source, target = server, madeFile
	}
	m := &Move{world: world.whole()}
	if m.From, err = source(ctx, w); err != nil {
		return nil, err
	}
	var moved *store.MovedError
	switch err := m.From.Armed(ctx); {
	case err == nil:
		err = fmt.Errorf("the workspace in %s was not moved: there is nothing to take back", m.From.Name())
		m.Close()
		return nil, err
	case !errors.As(err, &moved):
		m.Close()
		return nil, err
	}
	m.MovedTo = moved.To
	if lost {
		return m, nil
	}
	if m.To, err = target(ctx, w); err != nil {
		m.Close()
		return nil, &OutOfReachError{moved.To, err}
	}
	return m, nil
}

// Copy moves the workspace, and tells of each table that holds something. begun
// tells whether there was anything left to copy.
func (m *Move) Copy(ctx context.Context, tell func(table string, rows int)) (rows int, begun bool, err error) {
	err = store.Copy(ctx, m.From, m.To, store.Copying{Now: m.world.Now(), Waiting: jobs.Waiting, Progress: func(table string, n int) {
		rows, begun = rows+n, true
		if n > 0 {
			tell(table, n)
		}
	}})
	return rows, begun, err
}

// Undo takes the workspace back.
func (m *Move) Undo(ctx context.Context) error { return store.Undo(ctx, m.From, m.To) }

// Close closes the databases.
func (m *Move) Close() error {
	var err error
	for _, db := range []*store.DB{m.From, m.To} {
		if db != nil {
			err = errors.Join(err, db.Close())
		}
	}
	return err
}

// file opens the workspace's SQLite.
func file(ctx context.Context, w *workspace.Workspace) (*store.DB, error) {
	if err := w.MakeStateDir(); err != nil {
		return nil, err
	}
	return store.Open(ctx, w.StateDir(), "")
}

// madeFile opens the workspace's SQLite, if there is one.
func madeFile(ctx context.Context, w *workspace.Workspace) (*store.DB, error) {
	if !store.Exists(w.StateDir(), "") {
		return nil, fmt.Errorf("there is no database in %s", w.StateDir())
	}
	return file(ctx, w)
}

// server opens the PostgreSQL that the settings name.
func server(ctx context.Context, w *workspace.Workspace) (*store.DB, error) {
	if w.DatabaseURL() == "" {
		return nil, ErrNoPostgres
	}
	return store.Open(ctx, w.StateDir(), w.DatabaseURL())
}
