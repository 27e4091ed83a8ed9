package status_test

import (
	"context"
	"strings"
	"testing"
	"time"

	"pressroom/internal/embargo"
	"pressroom/internal/ledger"
	"pressroom/internal/status"
	"pressroom/internal/testdb"
)

// room is a ledger with one mailing, on a clock of the test's own.
type room struct {
	*ledger.Ledger
	now time.Time
	id  string
}

func newRoom(t *testing.T, in time.Duration) *room {
	t.Helper()
	ctx := context.Background()
	db := testdb.Open(t, t.TempDir())
	r := &room{now: time.Date(2026, 7, 26, 15, 0, 0, 0, time.UTC)}
	r.Ledger = ledger.New(db, func() time.Time { return r.now })
	var err error
	r.id, err = r.Create(ctx, ledger.Draft{
		Slug: "x", Headline: "H", Kind: embargo.Release, ReleaseAt: r.now.Add(in), Grace: time.Hour, Zone: "America/Los_Angeles",
		Sender: "p@x.example", Snapshot: []byte("{}"),
	})
	if err == nil {
		err = r.Add(ctx, r.id, []ledger.Recipient{{Key: "a@b.example", Address: "a@b.example"}, {Key: "c@b.example", Address: "c@b.example"}})
	}
	if err == nil {
		err = r.Schedule(ctx, ledger.Scheduling{Slug: "x", Revision: "r", IDs: []string{r.id}})
	}
	if err != nil {
		t.Fatal(err)
	}
	return r
}

func (r *room) one(t *testing.T) status.Mailing {
	t.Helper()
	all, err := status.Read(context.Background(), r.Ledger, "x")
	if err != nil || len(all) != 1 {
		t.Fatal(len(all), err)
	}
	return all[0]
}

func TestItSaysHowLongItIsAndThatNobodySends(t *testing.T) {
	r := newRoom(t, 26*time.Hour+3*time.Minute+4*time.Second)
	m := r.one(t)
	if m.Countdown() != "1d 2:03:04" || m.Due {
		t.Errorf("%q, due %v", m.Countdown(), m.Due)
	}
	if !strings.Contains(m.String(), "waits until 2026-07-27 10:03:04 PDT") {
		t.Error("not in the release's zone: " + m.String())
	}
	r.now = r.now.Add(m.Left)
	if m = r.one(t); m.String() != "x/release-1: leaves now, to 2 journalists" {
		t.Errorf("at its instant: %s", m)
	}
	if m = r.one(t); m.Countdown() != "" || !m.Due {
		t.Errorf("at its instant: %q, due %v", m.Countdown(), m.Due)
	}
	lock, err := r.DB().LockWorker(context.Background())
	if err != nil {
		t.Fatal(err)
	}
	defer lock.Release()
	if r.one(t).Due {
		t.Error("it is said that nobody sends, and somebody does")
	}
}

// TestItSaysThatWhoeverSendsSaysNothing: a worker that is there, and stands still or has a
// full disk, is no reason to be silent too.
func TestItSaysThatWhoeverSendsSaysNothing(t *testing.T) {
	ctx := context.Background()
	r := newRoom(t, time.Minute)
	silent := func() string { return strings.Join(r.one(t).Notes().Texts(), "\n") }
	var workers []string
	for range 2 {
		lock, err := r.DB().LockWorker(ctx)
		if err != nil {
			t.Fatal(err)
		}
		defer lock.Release()
		workers = append(workers, lock.ID)
	}
	pulse := func(worker string, mailings ...string) {
		if _, err := r.Pulse(ctx, worker, -1, mailings...); err != nil {
			t.Fatal(err)
		}
	}
	pulse(workers[0])
	pulse(workers[1], "y/release-1") // which has nothing to do with this one
	r.now = r.now.Add(59 * time.Second)
	if got := silent(); got != "" {
		t.Errorf("before the instant: %s", got)
	}
	pulse(workers[1], "y/release-1")
	r.now = r.now.Add(time.Second)
	const said = "x/release-1 is due, and the worker that is there has said nothing for 1m: it stands still, or cannot write to the " +
		"database, as where the disk is full"
	if got := silent(); got != said {
		t.Errorf("at the instant: %s", got)
	}
	pulse(workers[0])
	r.now = r.now.Add(ledger.StillFor - time.Millisecond)
	if got := silent(); got != "" {
		t.Errorf("with a word in between: %s", got)
	}
	r.now = r.now.Add(time.Millisecond)
	if got := silent(); !strings.Contains(got, "nothing for 20s") {
		t.Errorf("later: %s", got)
	}
}

func TestItSaysThatWhatIsLateDoesNotLeaveByItself(t *testing.T) {
	r := newRoom(t, time.Minute)
	r.now = r.now.Add(30 * time.Minute)
	const due = "x/release-1 is due, and no worker is running: nothing goes out until pressroom serve runs"
	if got := strings.Join(r.one(t).Notes().Texts(), "\n"); got != due {
		t.Errorf("within the grace: %s", got)
	}
	r.now = r.now.Add(40 * time.Minute)
	const late = "x/release-1 is later than 1h, and no worker was running: it is missed once pressroom serve runs, and then leaves " +
		"with pressroom resume x/release-1"
	if got := strings.Join(r.one(t).Notes().Texts(), "\n"); got != late {
		t.Errorf("after it: %s", got)
	}
	if r.one(t).State != ledger.Scheduled {
		t.Error("a look changes it")
	}
}

func TestWhatIsOutAndMailsNobodyIsNotDue(t *testing.T) {
	r := newRoom(t, 0)
	r.deliver(t, 2) // it is sending as long as nobody has looked whether it is done
	r.now = r.now.Add(time.Second)
	if m := r.one(t); m.Due || m.State != ledger.Sending {
		t.Errorf("%s, due %v", m.State, m.Due)
	}
}

// TestFollowersAreToldOfBeginAndEnd runs a mailing between two looks, so that both
// its begin and its end are seen at once, and another step by step.
func TestFollowersAreToldOfBeginAndEnd(t *testing.T) {
	r := newRoom(t, 0)
	ctx, stop := context.WithCancel(context.Background())
	defer stop()
	tick, lines, ended := make(chan time.Time), make(chan string, 10), make(chan error, 1)
	go func() { ended <- status.Follow(ctx, r.Ledger, tick, func(line string) { lines <- line }) }()
	tick <- r.now
	tick <- r.now // the first look is over
	r.now = r.now.Add(time.Second)
	r.deliver(t, 2)
	r.now = r.now.Add(1500 * time.Millisecond)
	if _, _, err := r.Settle(ctx, r.id); err != nil {
		t.Fatal(err)
	}
	tick <- r.now
	tick <- r.now
	stop()
	if err := <-ended; err != nil {
		t.Fatal(err)
	}
	close(lines)
	var got []string
	for l := range lines {
		got = append(got, l)
	}
	want := "2026-07-26 08:00:01 PDT x/release-1: begins, to 2 journalists\n2026-07-26 08:00:02 PDT x/release-1: done, 2 of 2 sent, after 1.5s"
	if strings.Join(got, "\n") != want {
		t.Errorf("got\n%s\nwant\n%s", strings.Join(got, "\n"), want)
	}
}

// TestFollowersAreNotToldOfMailingsToNobody: of one that makes a release public, that it is
// out, once.
func TestFollowersAreNotToldOfMailingsToNobody(t *testing.T) {
	t.Parallel()
	r := newRoom(t, time.Hour)
	ctx, stop := context.WithCancel(context.Background())
	defer stop()
	tick, lines, ended := make(chan time.Time), make(chan string, 10), make(chan error, 1)
	go func() { ended <- status.Follow(ctx, r.Ledger, tick, func(line string) { lines <- line }) }()
	tick <- r.now
	tick <- r.now // the first look is over
	for _, of := range []ledger.Draft{{Slug: "y", Kind: embargo.Release}, {Slug: "z", Kind: embargo.Notice, Round: "notice/move-1"}} {
		of.Headline, of.ReleaseAt, of.Grace, of.Zone, of.Sender, of.Snapshot = "H", r.now, time.Hour, "UTC", "p@x.example", []byte("{}")
		id, err := r.Create(ctx, of)
		if err == nil {
			err = r.Schedule(ctx, ledger.Scheduling{Slug: of.Slug, Revision: "r", IDs: []string{id}})
		}
		if err == nil {
			_, err = r.Gate(ctx, id, 0)
		}
		if err != nil {
			t.Fatal(err)
		}
		tick <- r.now
		tick <- r.now
		r.now = r.now.Add(time.Second)
		if _, _, err := r.Settle(ctx, id); err != nil {
			t.Fatal(err)
		}
		tick <- r.now
		tick <- r.now
	}
	stop()
	if err := <-ended; err != nil {
		t.Fatal(err)
	}
	close(lines)
	var got []string
	for l := range lines {
		got = append(got, l)
	}
	if want := "2026-07-26 15:00:00 UTC y/release-1: is out, and nobody is mailed"; strings.Join(got, "\n") != want {
		t.Errorf("got\n%s\nwant\n%s", strings.Join(got, "\n"), want)
	}
}

// deliver lets the mailing go and has so many accepted.
func (r *room) deliver(t *testing.T, n int) {
	t.Helper()
	ctx := context.Background()
	lock, err := r.DB().LockWorker(ctx)
	if err != nil {
		t.Fatal(err)
	}
	defer lock.Release()
	if _, err := r.Gate(ctx, r.id, 0); err != nil {
		t.Fatal(err)
	}
	claimed, err := r.Claim(ctx, r.id, lock.ID, n)
	if err != nil || len(claimed) != n {
		t.Fatal(len(claimed), err)
	}
	for _, d := range claimed {
		if _, err := r.Record(ctx, []ledger.Outcome{{Delivery: d, Result: ledger.Sent, At: r.now, Stage: "content", Code: 250}}); err != nil {
			t.Fatal(err)
		}
	}
}

func TestWhoHoldsACopyOfWhatIsCancelledIsCounted(t *testing.T) {
	const ways = "pressroom withdraw x tells them not to use it, withdraw x --hold to wait, and correct x what is right"
	for n, want := range map[int]string{
		0: "", 1: "1 journalist has an advance copy and is not told by it: " + ways, 2: "2 journalists have an advance copy and are not told by it: " + ways,
	} {
		if got := status.Held(n, "x").String(); got != want {
			t.Errorf("%d: %q", n, got)
		}
	}
}
