package dispatch

import (
	"context"
	"errors"
	"os"
	"slices"
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
	if s.ids, err = p.Schedule(context.Background(), false, nil); err != nil || len(s.ids) < 2 {
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
	zoned := strings.Replace(source, "[[contact]]", "zones = [\"America/New_York\"]\n[[contact]]", 1)
	s := standing(t, map[string]string{
		"pressroom.toml": "[mail]\nfrom = \"press@harbor.example\"\n",
		"releases/x.md":  zoned,
	})
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
	} else if flat := strings.Join(strings.Fields(got), " "); strings.Count(flat, "PDT / ") != 3 || !strings.Contains(flat, "PDT / 1:30 p.m. EDT (") {
		t.Errorf("the further zone in the letter:\n%s", got)
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
	want := strings.Replace(zoned, "embargo = 2026-07-26T09:00:00-07:00", "embargo = 2026-07-27T10:30:00-07:00", 1)
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

func TestEarlierWhatIsStoredIsComposedFirst(t *testing.T) {
	ctx := context.Background()
	s := standing(t, nil)
	holders := s.leave(s.ids[0], 10)
	s.clock = s.clock.Add(time.Minute)
	m, err := s.e.PrepareMove(ctx, "x", "2026-07-25 08:00")
	s.must(err)
	if _, err := m.Do(ctx); err != nil {
		t.Fatal(err)
	}
	to := time.Date(2026, 7, 25, 15, 0, 0, 0, time.UTC)
	if d := s.dispatch(s.ids[1]); !d.ReleaseAt.Equal(to) || d.Moved {
		t.Errorf("%+v", d)
	}
	if _, letters := s.letters("notice/move-1"); len(letters) != len(holders) || len(holders) != 2 {
		t.Errorf("%v were told, of %v", letters, holders)
	}
	// Everybody had a copy: what their page shows says the new instant all the same.
	next := s.dispatch("x/advance-2")
	if got := text(t, s.l, next.ID, "text/en"); next.State != ledger.Done || next.LiftedAt.IsZero() || !strings.Contains(got, "July 25, 2026") {
		t.Errorf("%+v\n%s", next, got)
	}
	if offer, err := s.l.Offer(ctx, "x"); err != nil || offer.ID != next.ID {
		t.Errorf("%+v, %v", offer, err)
	}
	s.clock = to
	if got := s.leave(s.ids[1], 10); len(got) == 0 {
		t.Error("nothing left at the new instant")
	}
	// Who comes to it before that gets what says so.
	if d := s.dispatch(s.ids[0]); !d.ClosesAt.Equal(to) {
		t.Errorf("%+v", d)
	}
}

func TestWhoComesToAMovedReleaseLaterGetsItAsItIsNow(t *testing.T) {
	ctx := context.Background()
	s := standing(t, nil)
	s.leave(s.ids[0], 10)
	m, err := s.e.PrepareMove(ctx, "x", "2026-07-28T09:00")
	s.must(err)
	if _, err := m.Do(ctx); err != nil {
		t.Fatal(err)
	}
	again, err := PrepareAgain(ctx, s.e.Folder, s.l, "x", "agreed@a.example", s.clock)
	s.must(err)
	id, err := again.Send(ctx, s.clock)
	s.must(err)
	if got := text(t, s.l, id, "text/en"); !strings.Contains(got, "July 28, 2026") {
		t.Errorf("sent again:\n%s", got)
	}
}

// TestACopyIsRepeatedOnceAtATime: whoever presses twice, or runs the command twice, asks for
// one copy.
func TestACopyIsRepeatedOnceAtATime(t *testing.T) {
	ctx := context.Background()
	s := standing(t, nil)
	s.leave(s.ids[0], 10)
	send := func() error {
		t.Helper()
		again, err := PrepareAgain(ctx, s.e.Folder, s.l, "x", "agreed@a.example", s.clock)
		s.must(err)
		_, err = again.Send(ctx, s.clock)
		return err
	}
	s.must(send())
	s.clock = s.clock.Add(time.Minute - time.Millisecond)
	if err := send(); !errors.Is(err, ledger.ErrRepeated) {
		t.Errorf("a moment later: %v", err)
	}
	s.clock = s.clock.Add(time.Millisecond)
	s.must(send())
	s.must(s.l.Cancel(ctx, "x/advance-3", "by hand"))
	s.must(send()) // what was cancelled is not in the way
}

func TestAFileThatDiffersOtherwiseIsLeftAsItIs(t *testing.T) {
	ctx := context.Background()
	s := standing(t, nil)
	other := strings.Replace(source, "Body.", "Another body.", 1)
	s.must(s.e.Folder.Write("releases/x.md", []byte(other)))
	m, err := s.e.PrepareMove(ctx, "x", "2026-07-28T09:00")
	s.must(err)
	file, err := m.Do(ctx)
	if err != nil || file != FileDiffers || !strings.Contains(m.FileSays(file), "write the new instant, 2026-07-28T09:00:00-07:00, into it") {
		t.Errorf("%s, %v, %s", file, err, m.FileSays(file))
	}
	if src, err := s.e.Folder.Sources("x"); err != nil || string(src[0].Data) != other {
		t.Errorf("%s, %v", src[0].Data, err)
	}
	// check says so, and how the other instant would be had.
	c, err := NewChecker(ctx, s.e.Folder, s.l, nil, s.clock)
	s.must(err)
	checked, err := c.Release(ctx, "x")
	s.must(err)
	want := "x.md:3:11: warning: x/release-1 goes out Tuesday 2026-07-28 09:00:00 PDT, and another instant stands here; " +
		"pressroom embargo move x 2026-07-26T09:00:00-07:00 has it go out at this one"
	if !strings.Contains(checked.Findings.Error(), want) {
		t.Errorf("%s", checked.Findings.Error())
	}
}

func TestAHoldAsksThoseToWaitWhoHaveACopyAndItsEndTellsThem(t *testing.T) {
	ctx := context.Background()
	s := standing(t, nil)
	holders := s.leave(s.ids[0], 1)
	s.clock = s.clock.Add(time.Minute)
	if _, err := s.l.PutOnHold(ctx, "x", "a figure"); err != nil {
		t.Fatal(err)
	}
	s.must(s.e.Finish(ctx, "x"))
	var already *ledger.AlreadyError
	if _, err := s.l.PutOnHold(ctx, "x", ""); !errors.As(err, &already) {
		t.Errorf("%v", err)
	}
	hold, letters := s.letters("notice/hold-1")
	if len(letters) != 1 || letters[holders[0]].Address == "" {
		t.Fatalf("%+v, holders %v", letters, holders)
	}
	if got := message(t, s.l, hold.ID, "mail/en.text"); !strings.Contains(got, "PLEASE_HOLD_=E2=80=93_checking:_H") || !strings.Contains(got, "EMBARGOED UNTIL") {
		t.Errorf("%s", got)
	}
	s.leave(hold.ID, 10)
	if got := s.leave(s.ids[0], 10); len(got) > 0 {
		t.Errorf("%v got a copy on hold", got)
	}
	s.clock = instant.Add(time.Hour)
	if got := s.leave(s.ids[1], 10); len(got) > 0 {
		t.Errorf("%v got the release on hold", got)
	}
	for _, id := range s.ids {
		if d := s.dispatch(id); d.HeldUp() {
			s.must(s.l.Resume(ctx, id, ledger.MainRelay))
		}
	}
	s.must(s.e.Finish(ctx, "x"))
	end, letters := s.letters("notice/resume-1")
	if len(letters) != 1 || letters[holders[0]].Address == "" {
		t.Fatalf("%+v, holders %v", letters, holders)
	}
	if got := message(t, s.l, end.ID, "mail/en.text"); !strings.Contains(got, "May be used as sent") || strings.Contains(got, "EMBARGOED UNTIL") {
		t.Errorf("%s", got)
	}
	if got := s.leave(s.ids[1], 10); len(got) == 0 {
		t.Error("nothing left after the hold")
	}
}

func TestAHoldThatEndsWithOtherWordsTellsThoseAloneWhoKeepTheirCopy(t *testing.T) {
	ctx := context.Background()
	s := standing(t, map[string]string{
		"pressroom.toml":     "[mail]\nfrom = \"press@harbor.example\"\n",
		"contacts/press.csv": press + "sol@a.example,Sol,es,yes,,,,trusted\n",
	})
	if got := s.leave(s.ids[0], 10); len(got) != 3 {
		t.Fatal(got)
	}
	s.clock = s.clock.Add(time.Minute)
	if _, err := s.l.PutOnHold(ctx, "x", ""); err != nil {
		t.Fatal(err)
	}
	s.must(s.e.Finish(ctx, "x"))
	hold, letters := s.letters("notice/hold-1")
	if got := s.leave(hold.ID, 10); len(letters) != 3 || len(got) != 3 {
		t.Fatalf("%+v", letters)
	}
	s.clock = s.clock.Add(time.Minute)
	s.must(s.e.Folder.Write("releases/x.md", []byte(strings.Replace(source, "Body.", "Other words.", 1))))
	ids, err := prepare(t, s.e.Folder, s.l, s.clock).Schedule(ctx, true, nil)
	s.must(err)
	s.must(s.e.Finish(ctx, "x"))
	// The words of the Spanish copy are the same.
	if _, letters := s.letters("notice/resume-1"); len(letters) != 1 || letters["sol@a.example"].Address == "" {
		t.Errorf("%+v", letters)
	}
	if got := s.leave(ids[0], 10); len(got) != 2 || slices.Contains(got, "sol@a.example") {
		t.Errorf("%v got a new copy", got)
	}
}

func TestAnEmbargoThatIsLiftedLetsEverythingGoNowAndTellsThatTheyAreFree(t *testing.T) {
	ctx := context.Background()
	files := map[string]string{
		"pressroom.toml": "[mail]\nfrom = \"press@harbor.example\"\n[server]\npublic_url = \"https://press.example\"\n",
		"releases/x.md":  strings.Replace(source, "[[contact]]", "lift_note = true\n[[contact]]", 1),
	}
	s := standing(t, files)
	s.l.WentOut = s.l.Free
	holders := s.leave(s.ids[0], 1)
	s.clock = s.clock.Add(time.Minute)
	m, err := s.e.PrepareLift(ctx, "x", "a newspaper")
	s.must(err)
	if got := m.String(); !strings.Contains(got, "goes out now, to") || !strings.Contains(got, "1 journalist has an advance copy, and is told that they may") {
		t.Errorf("%s", got)
	}
	s.clock = s.clock.Add(2 * time.Minute) // whoever is asked takes their time
	file, err := m.Do(ctx)
	if err != nil || file != FileWritten {
		t.Fatal(file, err)
	}
	s.clock = s.clock.Add(time.Second)
	s.must(s.l.CloseDue(ctx, s.clock))
	if got := s.leave(s.ids[1], 10); len(got) == 0 {
		t.Error("nothing left")
	}
	if got := text(t, s.l, s.ids[1], "text/en"); !strings.Contains(got, "July 20, 2026") {
		t.Errorf("%s", got)
	}
	s.must(s.e.Finish(ctx, "x"))
	free, letters := s.letters("notice/free-1")
	if len(letters) != 1 || letters[holders[0]].Address == "" {
		t.Fatalf("%+v, holders %v", letters, holders)
	}
	if got := message(t, s.l, free.ID, "mail/en.text"); !strings.Contains(got, "Free to publish: H") || !strings.Contains(got, "https://press.example/x\r\n") {
		t.Errorf("%s", got)
	}
	turns, err := s.l.Turns(ctx, "x")
	if err != nil || len(turns) != 2 || turns[0].What != ledger.LiftedNow || turns[0].Reason != "a newspaper" {
		t.Errorf("%+v, %v", turns, err)
	}
}

func TestWhoIsNotToBeMailedOrIsBarredIsNotTold(t *testing.T) {
	ctx := context.Background()
	s := standing(t, nil)
	s.leave(s.ids[0], 10)
	s.clock = s.clock.Add(time.Minute)
	s.must(s.l.Suppress(ctx, "agreed@a.example", ledger.Unsubscribed, ""))
	_, err := s.l.Bar(ctx, ledger.Bar{Subject: "both@a.example", Reason: "broke one", Until: instant.AddDate(1, 0, 0)})
	s.must(err)
	s.e.Notified = func(context.Context, string) ([]ledger.Holder, error) {
		return []ledger.Holder{{Person: "silent@a.example", Key: "silent@a.example", Address: "silent@a.example", Language: "es-MX"}}, nil
	}
	m, err := s.e.PrepareMove(ctx, "x", "2026-07-28T09:00")
	s.must(err)
	if _, err := m.Do(ctx); err != nil {
		t.Fatal(err)
	}
	notice, letters := s.letters("notice/move-1")
	if len(letters) != 2 || letters["agreed@a.example"].State != "suppressed" || letters["silent@a.example"].State != "queued" {
		t.Errorf("%+v", letters)
	}
	// Who was told without a copy is told nothing of the release.
	if got := message(t, s.l, notice.ID, "mail/es.text~told"); strings.Contains(got, "\nT\r\n") || strings.Contains(got, ": T") {
		t.Errorf("%s", got)
	}
}

func TestSomebodyTakenOffGetsTheReleaseInsteadAndIsToldWhereTheyHaveACopy(t *testing.T) {
	ctx := context.Background()
	s := standing(t, nil)
	holder := s.leave(s.ids[0], 1)[0]
	s.clock = s.clock.Add(time.Minute)
	var closed []string
	s.e.Close = func(_ context.Context, _, person string) error { closed = append(closed, person); return nil }
	other := map[string]string{"agreed@a.example": "both@a.example", "both@a.example": "agreed@a.example"}[holder]
	if taken, err := s.e.TakeOff(ctx, "x", other); err != nil || taken.Cancelled != 1 || taken.Letter != "" {
		t.Fatal(taken, err)
	}
	taken, err := s.e.TakeOff(ctx, "x", holder)
	if err != nil || taken.Cancelled != 0 || taken.Letter != "x/notice-1" {
		t.Fatal(taken, err)
	}
	if got := message(t, s.l, taken.Letter, "mail/en.text"); !strings.Contains(got, "no further advance copies") {
		t.Errorf("%s", got)
	}
	for _, address := range []string{other, holder, "main@a.example", "nobody"} {
		if _, err := s.e.TakeOff(ctx, "x", address); err == nil {
			t.Errorf("%s is taken off", address)
		}
	}
	if len(closed) != 2 {
		t.Errorf("%v are closed", closed)
	}
	if got := s.leave(s.ids[0], 10); len(got) > 0 {
		t.Errorf("%v got a copy", got)
	}
	more, err := PrepareMore(ctx, s.e.Folder, s.l, "x", nil, nil, s.clock)
	s.must(err)
	if more.Mailings[0].Mailed() != 0 {
		t.Errorf("%+v get it with --more", more.Mailings[0].Recipients)
	}
	s.clock = instant
	s.must(s.l.CloseDue(ctx, s.clock))
	if got := s.leave(s.ids[1], 10); !slices.Contains(got, other) {
		t.Errorf("%v got the release", got)
	}
}

func TestWhoWasAskedIsToldOfAMoveAndWhoIsAskedAfterItReadsTheNewInstant(t *testing.T) {
	ctx := context.Background()
	s := standing(t, map[string]string{
		"pressroom.toml":     "[mail]\nfrom = \"press@harbor.example\"\n[server]\npublic_url = \"https://press.example\"\n",
		"contacts/press.csv": press + "quiet@a.example,Quiet,en,,,,,trusted\n",
	})
	asked := s.leave("x/notice-1", 1)
	s.clock = s.clock.Add(time.Minute)
	m, err := s.e.PrepareMove(ctx, "x", "2026-07-28T09:00")
	s.must(err)
	if m.Told != 1 {
		t.Errorf("%d were asked", m.Told)
	}
	if _, err := m.Do(ctx); err != nil {
		t.Fatal(err)
	}
	told, letters := s.letters("notice/move-1")
	if len(letters) != 1 || letters[asked[0]].Address == "" {
		t.Fatalf("%+v, asked %v", letters, asked)
	}
	all, err := s.l.Dispatches(ctx, "x")
	s.must(err)
	later := ""
	for _, d := range all {
		if d.Round == ledger.NoticeRound && d.State == ledger.Scheduled && d.ID != told.ID {
			later = d.ID
		}
	}
	if got := s.leave(later, 10); len(got) != 1 || got[0] == asked[0] {
		t.Errorf("%v were asked afterwards, by %q", got, later)
	}
	if got := message(t, s.l, later, "mail/en.text"); !strings.Contains(got, "July 28") || strings.Contains(got, "July 26") {
		t.Errorf("%s", got)
	}
	// Their copy, which waits for an agreement, bears it too.
	if state, err := s.l.CopyState(ctx, "x", asked[0]); err != nil || state != "asked" {
		t.Errorf("%s, %v", state, err)
	}
	if offer, err := s.l.Offer(ctx, "x"); err != nil || offer.ID != "x/advance-2" || offer.Moved {
		t.Errorf("%+v, %v", offer, err)
	}
}

func TestAPlanFromBeforeAMoveIsNotScheduled(t *testing.T) {
	ctx := context.Background()
	s := standing(t, nil)
	s.leave(s.ids[0], 1)
	s.clock = s.clock.Add(time.Minute)
	p := prepare(t, s.e.Folder, s.l, s.clock)
	m, err := s.e.PrepareMove(ctx, "x", "2026-07-28T09:00")
	s.must(err)
	if _, err := m.Do(ctx); err != nil {
		t.Fatal(err)
	}
	if _, err := p.Schedule(ctx, true, nil); !errors.Is(err, ledger.ErrMovedMeanwhile) {
		t.Errorf("%v", err)
	}
	// Of a file with the old instant the plan says what it would do.
	s.must(s.e.Folder.Write("releases/x.md", []byte(source)))
	var out strings.Builder
	s.must(prepare(t, s.e.Folder, s.l, s.clock).Describe(ctx, &out))
	if !strings.Contains(out.String(), "the embargo was moved to Tuesday 2026-07-28 09:00:00 PDT, and the file says Sunday 2026-07-26") {
		t.Errorf("%s", out.String())
	}
}
