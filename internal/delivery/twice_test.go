package delivery

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"

	"pressroom/internal/dispatch"
	"pressroom/internal/ledger"
	"pressroom/internal/smtp"
	"pressroom/internal/store"
	"pressroom/internal/testdb"
	"pressroom/internal/workspace"
)

// TestTwoSendsAtTheSameMomentMailNobodyTwice: two people send one release to 200 at
// once, each with a database connection of their own, while two workers deliver.
// The one is told that the other was first; every third time they replace what is
// scheduled, and the second takes the place of the first in the middle of its
// delivery. Five times, with PRESSROOM_FULL=1 fifty.
func TestTwoSendsAtTheSameMomentMailNobodyTwice(t *testing.T) {
	recipients, times := 50, 5
	if os.Getenv("PRESSROOM_FULL") == "1" {
		recipients, times = 200, 50
	}
	ctx := context.Background()
	s := startServer(t, &server{})
	at := time.Date(2026, 7, 26, 16, 0, 0, 0, time.UTC)
	desks := twoDesks(t, recipients, times, at)
	working, stop := context.WithCancel(ctx)
	var workers sync.WaitGroup
	defer workers.Wait()
	defer stop()
	for _, d := range desks {
		workers.Go(func() {
			o := Options{
				Ledger: d.l, Connections: 4, Now: func() time.Time { return at },
				Dialer: &smtp.Dialer{Address: s.listener.Addr().String(), Timeouts: smtp.Timeouts{Connect: patience, Command: patience, Final: patience}},
			}
			if err := Run(working, o); err != nil {
				t.Error(err)
			}
		})
	}
	refused, replaced := make(map[string]int), 0
	for i := range times {
		slug := fmt.Sprintf("r%d", i)
		scheduled, replace := 0, i%3 == 2
		for _, err := range sendAtOnce(desks, slug, replace, at) {
			var busy *ledger.BusyError
			var out *ledger.OutError
			switch {
			case err == nil:
				scheduled++
			case errors.As(err, &busy) || errors.As(err, &out):
				refused[fmt.Sprintf("%T", err)]++
			default:
				t.Fatalf("%s: %v", slug, err)
			}
		}
		if scheduled != 1 && !replace || scheduled == 0 {
			t.Fatalf("%s: %d of two were scheduled", slug, scheduled)
		}
		replaced += scheduled - 1
		awaitFinished(t, desks[0].l, slug)
		s.mu.Lock()
		for j := range recipients {
			if n := s.got[recipientOf(j)]; n != i+1 {
				t.Errorf("%s: %s has %d messages of %d releases", slug, recipientOf(j), n, i+1)
			}
		}
		s.mu.Unlock()
	}
	t.Logf("%s: %d times two at once; the other was told %v, and replaced the first %d times", testdb.Dialect(), times, refused, replaced)
}

// desk is one of two people at work on a workspace.
type desk struct {
	w *workspace.Workspace
	l *ledger.Ledger
}

// twoDesks are two processes' views of one workspace with so many recipients and
// releases, which go out at once.
func twoDesks(t *testing.T, recipients, releases int, at time.Time) []desk {
	t.Helper()
	dir := t.TempDir()
	var list strings.Builder
	list.WriteString("email\n")
	for i := range recipients {
		list.WriteString(recipientOf(i) + "\n")
	}
	files := map[string]string{
		"contacts/all.csv": list.String(),
		"pressroom.toml":   "[mail]\nfrom = \"Press office <press@harbor.example>\"\nattach = \"never\"\n",
	}
	for i := range releases {
		files[fmt.Sprintf("releases/r%d.md", i)] = fmt.Sprintf("+++\nheadline = \"Number %d\"\ndate = %s\ntimezone = \"UTC\"\ndateline = \"MARLOW\"\nto = [\"all\"]\n"+
			"[[contact]]\nname = \"Dana\"\nphone = \"+1 555 0142\"\n+++\nThe port has opened its books.\n", i, at.Format(time.DateOnly))
	}
	for name, text := range files {
		if err := workspace.WriteFile(filepath.Join(dir, name), []byte(text)); err != nil {
			t.Fatal(err)
		}
	}
	var out []desk
	for range 2 {
		w, err := workspace.Open(dir)
		if err != nil {
			t.Fatal(err)
		}
		if err := w.MakeStateDir(); err != nil {
			t.Fatal(err)
		}
		db, err := store.Open(context.Background(), w.StateDir(), testdb.URL(t, w.StateDir()))
		if err != nil {
			t.Fatal(err)
		}
		t.Cleanup(func() { db.Close() })
		out = append(out, desk{w, ledger.New(db, func() time.Time { return at }).GoByOwnClock()})
	}
	return out
}

// sendAtOnce plans a release at each desk, and schedules the plans at the same
// moment.
func sendAtOnce(desks []desk, slug string, replace bool, at time.Time) []error {
	ctx := context.Background()
	out := make([]error, len(desks))
	ready, start := make(chan struct{}, len(desks)), make(chan struct{})
	var both sync.WaitGroup
	for i, d := range desks {
		both.Go(func() {
			p, err := dispatch.Prepare(ctx, d.w, d.l, slug, nil, nil, at)
			ready <- struct{}{}
			<-start
			if err == nil {
				_, err = p.Schedule(ctx, replace, nil)
			}
			out[i] = err
		})
	}
	for range desks {
		<-ready
	}
	close(start)
	both.Wait()
	return out
}

// awaitFinished waits until nothing of a release is left to do.
func awaitFinished(t *testing.T, l *ledger.Ledger, slug string) {
	t.Helper()
	for end := time.Now().Add(patience); ; time.Sleep(10 * time.Millisecond) {
		all, err := l.Dispatches(context.Background(), slug)
		if err != nil {
			t.Fatal(err)
		}
		left := 0
		for _, d := range all {
			if !d.State.Finished() {
				left++
			}
		}
		if left == 0 {
			return
		}
		if time.Now().After(end) {
			t.Fatalf("gave up waiting for %s: %d of %d are not finished", slug, left, len(all))
		}
	}
}
