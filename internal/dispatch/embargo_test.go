package dispatch

import (
	"context"
	"errors"
	"os"
	"strings"
	"testing"
	"time"

	"pressroom/internal/embargo"
	"pressroom/internal/ledger"
	"pressroom/internal/testdb"
)

// On PostgreSQL the tests run that have to do with what happens at once.
func TestMain(m *testing.M) { os.Exit(testdb.Some(m, "Embargo|Moved|Later|Earlier|Hold|Lift|Told")) }

// stand is a release under embargo that was sent, with a clock that the test sets.
type stand struct {
	*testing.T
	l     *ledger.Ledger
	e     *Embargo
	clock time.Time
	ids   []string // the advance dispatch and that of the release
	lock  string
}

var instant = time.Date(2026, 7, 26, 16, 0, 0, 0, time.UTC)

func standing(t *testing.T, files map[string]string) *stand {
	t.Helper()
	s := &stand{T: t, clock: now}
	if files == nil {
		files = map[string]string{"pressroom.toml": "[mail]\nfrom = \"press@harbor.example\"\n"}
	}
	w, _ := setup(t, files)
	s.l = ledger.New(testdb.Open(t, t.TempDir()), func() time.Time { return s.clock }).GoByOwnClock()
	s.e = &Embargo{Ledger: s.l, Folder: w}
	p := prepare(t, w, s.l, s.clock)
	if p.Findings.HasErrors() {
		t.Fatal(p.Findings)
	}
	var err error
	if s.ids, err = p.Schedule(context.Background(), false, nil); err != nil || len(s.ids) != 2 {
		t.Fatal(s.ids, err)
	}
	lock, err := s.l.DB().LockWorker(context.Background())
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { lock.Release() })
	s.lock, s.clock = lock.ID, s.clock.Add(time.Minute)
	return s
}

func (s *stand) must(err error) {
	s.Helper()
	if err != nil {
		s.Fatal(err)
	}
}

// leave has up to n messages of a dispatch leave, and returns to whom.
func (s *stand) leave(id string, n int) (keys []string) {
	s.Helper()
	ctx := context.Background()
	_, err := s.l.Gate(ctx, id, 0)
	s.must(err)
	got, err := s.l.Claim(ctx, id, s.lock, n)
	s.must(err)
	for _, d := range got {
		_, err := s.l.Record(ctx, []ledger.Outcome{{Delivery: d, Result: ledger.Sent, At: s.clock, Code: 250, Stage: "content"}})
		s.must(err)
		keys = append(keys, d.Key)
	}
	return keys
}

// letters are the entries of the letters in a round, by address.
func (s *stand) letters(round string) (*ledger.Dispatch, map[string]ledger.Entry) {
	s.Helper()
	ctx := context.Background()
	all, err := s.l.Dispatches(ctx, "x")
	s.must(err)
	out := make(map[string]ledger.Entry)
	var of *ledger.Dispatch
	for _, d := range all {
		if d.Round != round {
			continue
		}
		if of != nil {
			s.Fatalf("%s is told by %s and %s", round, of.ID, d.ID)
		}
		of = d
		entries, err := s.l.Entries(ctx, d.ID, "")
		s.must(err)
		for _, e := range entries {
			out[e.Address] = e
		}
	}
	return of, out
}

func (s *stand) dispatch(id string) *ledger.Dispatch {
	s.Helper()
	d, err := s.l.Dispatch(context.Background(), id)
	s.must(err)
	return d
}

func TestLaterTheInstantMovesFirstAndAllElseFollows(t *testing.T) {
	ctx := context.Background()
	s := standing(t, nil)
	holders := s.leave(s.ids[0], 1)
	m, err := s.e.PrepareMove(ctx, "x", "2026-07-27T10:30")
	s.must(err)
	before := s.dispatch(s.ids[1])
	file, err := m.Do(ctx)
	if err != nil || file != FileWritten {
		t.Fatal(file, err)
	}
	to := time.Date(2026, 7, 27, 17, 30, 0, 0, time.UTC)
	d := s.dispatch(s.ids[1])
	if !d.ReleaseAt.Equal(to) || d.Moved || d.Revision == before.Revision || d.State != ledger.Scheduled {
		t.Errorf("%+v", d)
	}
	if got := text(t, s.l, d.ID, "text/en"); !strings.Contains(got, "July 27, 2026") || strings.Contains(got, "July 26") {
		t.Errorf("the release:\n%s", got)
	}
	// Those who had no copy yet get it with the new instant.
	next := s.dispatch("x/advance-2")
	if !next.ClosesAt.Equal(to) || next.State != ledger.Scheduled {
		t.Errorf("%+v", next)
	}
	if got := text(t, s.l, next.ID, "text/en"); !strings.Contains(got, "July 27, 2026") {
		t.Errorf("the advance copy:\n%s", got)
	}
	if old := s.dispatch(s.ids[0]); old.State != ledger.Done || !old.ClosesAt.Equal(to) {
		t.Errorf("%+v", old)
	}
	// The one who had it is told, in the thread of it.
	notice, letters := s.letters("notice/move-1")
	if len(letters) != 1 || letters[holders[0]].Address == "" || notice.Kind != embargo.Notice {
		t.Fatalf("%+v, holders %v", letters, holders)
	}
	if got := message(t, s.l, notice.ID, "mail/en.text"); !strings.Contains(got, "EMBARGO MOVED, now until") || !strings.Contains(got, "July 27") {
		t.Errorf("the letter:\n%s", got)
	}
	// At the old instant nothing happens, at the new one everything.
	s.clock = instant
	if got := s.leave(s.ids[1], 10); len(got) > 0 || !s.dispatch(s.ids[1]).LiftedAt.IsZero() {
		t.Errorf("%v left at the old instant", got)
	}
	s.clock = to
	if got := s.leave(s.ids[1], 10); len(got) == 0 {
		t.Error("nothing left at the new instant")
	}
	// The file is what is scheduled, byte for byte but for the key.
	src, err := s.e.Folder.Sources("x")
	s.must(err)
	want := strings.Replace(source, "embargo = 2026-07-26T09:00:00-07:00", "embargo = 2026-07-27T10:30:00-07:00", 1)
	if string(src[0].Data) != want {
		t.Errorf("the file:\n%s", src[0].Data)
	}
}

func TestWhatCannotBeMovedSaysWhatElse(t *testing.T) {
	ctx := context.Background()
	s := standing(t, nil)
	for when, want := range map[string]string{
		"2026-07-19T09:00": "has passed; an embargo that is broken ends with pressroom embargo lift",
		"2026-07-26T09:00": "as it is",
		"tomorrow":         `"tomorrow" is no instant; write a date and a time in America/Los_Angeles`,
	} {
		if _, err := s.e.PrepareMove(ctx, "x", when); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%s: %v", when, err)
		}
	}
	m, err := s.e.PrepareMove(ctx, "x", "2026-07-28T09:00")
	s.must(err)
	s.clock = instant
	s.leave(s.ids[1], 1)
	var passed *ledger.PassedError
	if _, err := m.Do(ctx); !errors.As(err, &passed) || !passed.Lifted {
		t.Errorf("%v", err)
	}
	if _, err := s.e.PrepareMove(ctx, "x", "2026-07-28T09:00"); !errors.As(err, &passed) || !strings.Contains(err.Error(), "correct") {
		t.Errorf("%v", err)
	}
}
