package delivery

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"net"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"pressroom/internal/embargo"
	"pressroom/internal/ledger"
	pmail "pressroom/internal/mail"
	"pressroom/internal/smtp"
	"pressroom/internal/store"
	"pressroom/internal/testdb"
)

// TestAServerThatLosesEveryAnswer takes each message and never says so: nobody
// gets more than three copies, and the mailing stops by itself.
func TestAServerThatLosesEveryAnswer(t *testing.T) {
	n := newNewsroom(t, &server{drop: func(string, int) bool { return true }})
	n.tune = func(o *Options) { o.Connections = 8 }
	id := n.schedule(embargo.Release, 0, 40)
	n.work(n.settled(id))
	d, err := n.l.Dispatch(context.Background(), id)
	if err != nil {
		t.Fatal(err)
	}
	if d.State != ledger.Paused || !strings.Contains(d.Reason, "does not answer") {
		t.Fatalf("%s: %s", d.State, d.Reason)
	}
	c := n.counts(id)
	if c.InDoubt == 0 || c.Deferred != 0 || c.Sent != 0 {
		t.Errorf("%+v", c)
	}
	if len(n.s.arrived()) != c.InDoubt {
		t.Errorf("%d have it, %d are in doubt", len(n.s.arrived()), c.InDoubt)
	}
	for to, copies := range n.s.arrived() {
		if copies > 3 {
			t.Errorf("%s got %d copies", to, copies)
		}
	}
}

// TestOneMailboxWhoseAnswersAreLost is tried twice more, and is in doubt then; the
// others are not kept up by it.
func TestOneMailboxWhoseAnswersAreLost(t *testing.T) {
	n := newNewsroom(t, &server{drop: func(to string, _ int) bool { return to == recipientOf(3) }})
	id := n.schedule(embargo.Release, 0, 12)
	n.work(func() bool {
		if c := n.counts(id); c.Deferred == 1 && c.Queued == 0 {
			n.w.add(time.Second)
		}
		return n.settled(id)()
	})
	if c := n.counts(id); c.Sent != 11 || c.InDoubt != 1 {
		t.Fatalf("%+v", c)
	}
	if copies := n.s.arrived()[recipientOf(3)]; copies != 3 {
		t.Errorf("%d copies", copies)
	}
}

// TestAnAdvanceCopyThatIsLateIsNotSent: what was greylisted before the instant
// gets the release after it, and nothing that says EMBARGOED.
func TestAnAdvanceCopyThatIsLateIsNotSent(t *testing.T) {
	n := newNewsroom(t, &server{rcpt: func(to string, try int) error {
		if to == recipientOf(1) && try == 1 {
			return reply(451, none, "greylisted")
		}
		return nil
	}})
	n.closes = n.w.now().Add(30 * time.Second)
	advance := n.schedule(embargo.Advance, 0, 3)
	n.more, n.addresses = true, func(i int) string { return fmt.Sprintf("other%d@press.example", i) }
	main := n.schedule(embargo.Release, 30*time.Second, 2)
	n.work(func() bool {
		if n.counts(advance).Deferred == 1 && n.counts(advance).Sent == 2 {
			n.w.add(time.Second)
		}
		return n.settled(advance)() && n.settled(main)()
	})
	if c := n.counts(advance); c.Sent != 2 || c.Cancelled != 1 {
		t.Errorf("%+v", c)
	}
	if c := n.counts(main); c.Total != 3 || c.Sent != 3 {
		t.Errorf("%+v", c)
	}
	if n.s.arrived()[recipientOf(1)] != 1 {
		t.Errorf("%d messages to the one that was greylisted", n.s.arrived()[recipientOf(1)])
	}
}

// TestAnEmbargoThatEndsBetweenEnvelopeAndContent: the last moment at which it can.
func TestAnEmbargoThatEndsBetweenEnvelopeAndContent(t *testing.T) {
	var n *newsroom
	var passed atomic.Bool
	n = newNewsroom(t, &server{rcpt: func(string, int) error {
		if passed.CompareAndSwap(false, true) {
			n.w.add(time.Hour)
		}
		return nil
	}})
	n.closes = n.w.now().Add(time.Hour)
	n.tune = func(o *Options) { o.Connections = 1 }
	id := n.schedule(embargo.Advance, 0, 2)
	n.work(n.settled(id))
	if len(n.s.arrived()) != 0 {
		t.Errorf("content after the instant: %v", n.s.arrived())
	}
	if c := n.counts(id); c.Cancelled != 2 {
		t.Errorf("%+v", c)
	}
}

// TestTheSecondRelay takes over on the night when the first one is down.
func TestTheSecondRelay(t *testing.T) {
	n := newNewsroom(t, &server{})
	dead, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	down := dead.Addr().String()
	dead.Close()
	n.tune = func(o *Options) { o.Fallback, o.Dialer = o.Dialer, &smtp.Dialer{Address: down} }
	id := n.schedule(embargo.Release, 0, 5)
	ctx := context.Background()
	resumed := false
	n.work(func() bool {
		d, err := n.l.Dispatch(ctx, id)
		if err != nil {
			t.Fatal(err)
		}
		if !resumed && strings.Contains(d.Reason, "cannot be used") {
			resumed = true
			if err := n.l.Resume(ctx, id, ledger.FallbackRelay); err != nil {
				t.Fatal(err)
			}
		}
		return d.State.Finished()
	})
	if c := n.counts(id); c.Sent != 5 {
		t.Errorf("%+v", c)
	}
}

// TestWhatWasSentIsKept makes each message again from what the ledger keeps.
func TestWhatWasSentIsKept(t *testing.T) {
	signs := signer(t)
	for _, signed := range []bool{false, true} {
		t.Run(fmt.Sprintf("signed %t", signed), func(t *testing.T) {
			ctx := context.Background()
			n := newNewsroom(t, &server{})
			if signed {
				n.tune = func(o *Options) { o.Signer = signs }
			}
			id := n.schedule(embargo.Release, time.Second, 6)
			n.work(func() bool {
				n.w.add(20 * time.Millisecond)
				return n.settled(id)()
			})
			key, err := n.l.Key(ctx)
			if err != nil {
				t.Fatal(err)
			}
			data, err := n.l.Artefact(ctx, id, "mail/en")
			if err != nil {
				t.Fatal(err)
			}
			tpl, err := pmail.Unmarshal(data, nil)
			if err != nil {
				t.Fatal(err)
			}
			entries, err := n.l.Entries(ctx, id, "sent")
			if err != nil || len(entries) != 6 {
				t.Fatal(len(entries), err)
			}
			for _, e := range entries {
				if signed != (e.Message.Signature != "") {
					t.Errorf("%s: signature %q", e.Address, e.Message.Signature)
				}
				r := tpl.Recipient(key, e.ID, id, e.Address, e.Name, e.Address, "press@x.example")
				again, err := tpl.Message(nil, r, e.Message.Date)
				if err != nil {
					t.Fatal(err)
				}
				again.Prepend(e.Message.Signature)
				sum := sha256.Sum256(again.Bytes())
				if got := hex.EncodeToString(sum[:]); got != e.Message.SHA256 {
					t.Errorf("%s: made again it is %s, sent was %s", e.Address, got, e.Message.SHA256)
				}
				if wire := n.s.wire(e.Address); sha256.Sum256(wire) != sum {
					t.Errorf("%s: the server has other bytes", e.Address)
				}
			}
		})
	}
}

// TestTheDatabasesClockDecides: workers whose own clock is an hour ahead or behind,
// alone and beside right ones.
func TestTheDatabasesClockDecides(t *testing.T) {
	if testdb.Dialect() != store.PostgreSQL {
		t.Log("with SQLite there is one machine, and its clock")
		return
	}
	for name, skews := range map[string][]time.Duration{
		"one ahead, alone":      {time.Hour},
		"one behind, alone":     {-time.Hour},
		"one ahead, two right":  {time.Hour, 0, 0},
		"one behind, two right": {-time.Hour, 0, 0},
		"one ahead, one behind": {time.Hour, -time.Hour},
	} {
		t.Run(name, func(t *testing.T) {
			ctx, stop := context.WithCancel(context.Background())
			defer stop()
			dir := t.TempDir()
			n := &newsroom{t: t, l: ledger.New(testdb.Open(t, dir), time.Now), w: &wall{t: time.Now()}, s: startServer(t, &server{})}
			id := n.schedule(embargo.Release, 3*time.Second, 20)
			d, err := n.l.Dispatch(ctx, id)
			if err != nil {
				t.Fatal(err)
			}
			for _, skew := range skews {
				own := func() time.Time { return time.Now().Add(skew) }
				l := ledger.New(testdb.Open(t, dir), own)
				n.up.Go(func() {
					err := Run(ctx, Options{Ledger: l, Connections: 2, Now: own, Dialer: &smtp.Dialer{Address: n.s.listener.Addr().String()}})
					if err != nil {
						t.Error(err)
					}
				})
			}
			for !n.settled(id)() {
				some := len(n.s.arrived())
				now, err := n.l.Now(ctx)
				if err != nil {
					t.Fatal(err)
				}
				if some > 0 && now.Before(d.ReleaseAt) {
					t.Fatalf("%d messages %s before the instant", some, d.ReleaseAt.Sub(now))
				}
				pause(ctx, 5*time.Millisecond)
			}
			workers, err := n.l.Workers(ctx)
			if err != nil || len(workers) != len(skews) {
				t.Fatal(workers, err)
			}
			wrong := 0
			for _, w := range workers {
				if ledger.Off(w.Skew) {
					wrong++
				}
			}
			told := 0
			for _, s := range skews {
				if s != 0 {
					told++
				}
			}
			if wrong != told {
				t.Errorf("%d clocks are known to be wrong, of %d", wrong, told)
			}
			d, err = n.l.Dispatch(ctx, id)
			if err != nil || d.LiftedAt.Before(d.ReleaseAt) {
				t.Errorf("lifted at %s, the instant is %s: %v", d.LiftedAt, d.ReleaseAt, err)
			}
			stop()
			n.up.Wait()
			if c := n.counts(id); c.Sent != 20 {
				t.Errorf("%+v", c)
			}
		})
	}
}
