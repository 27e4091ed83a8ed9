package delivery

import (
	"cmp"
	"context"
	"fmt"
	"io"
	"maps"
	"net"
	"strings"
	"sync"
	"testing"
	"time"

	gosmtp "github.com/emersion/go-smtp"

	"pressroom/internal/embargo"
	"pressroom/internal/ledger"
	pmail "pressroom/internal/mail"
	"pressroom/internal/render/email"
	"pressroom/internal/smtp"
	"pressroom/internal/testdb"
)

// patience is how long something is waited for that ought to happen: far longer
// than it takes on a slow machine with other things to do.
const patience = 5 * time.Minute

// server is a mail server that misbehaves on demand.
type server struct {
	mu       sync.Mutex
	got      map[string]int // messages taken, by recipient
	last     map[string][]byte
	froms    map[string]string // of the envelope
	most     int               // connections in a transaction at once, the most there were
	now      int
	lines    int           // connections that there were
	ended    int           // those of them that are over
	slow     time.Duration // what every message takes
	meet     int           // the first messages wait until so many are in a transaction at once
	met      chan struct{} // closed when they are
	holds    int           // the first messages have no answer until it is let go
	letGo    chan struct{}
	rcpt     func(to string, n int) error
	data     func(to string, n int) error
	tries    map[string]int
	drop     func(to string, n int) bool // close the connection after the message, without a word
	perConn  int                         // messages a connection takes, 0 for any
	listener net.Listener
}

func startServer(t *testing.T, s *server) *server {
	t.Helper()
	s.got, s.tries, s.last, s.froms = map[string]int{}, map[string]int{}, map[string][]byte{}, map[string]string{}
	s.met = make(chan struct{})
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	s.listener = l
	srv := gosmtp.NewServer(gosmtp.BackendFunc(func(c *gosmtp.Conn) (gosmtp.Session, error) {
		s.mu.Lock()
		defer s.mu.Unlock()
		s.lines++
		return &session{s: s, c: c}, nil
	}))
	srv.Domain, srv.MaxMessageBytes = "test.invalid", 1<<20
	srv.ErrorLog = silent{}
	done := make(chan struct{})
	go func() { defer close(done); srv.Serve(l) }()
	t.Cleanup(func() { srv.Close(); <-done })
	return s
}

type silent struct{}

func (silent) Printf(string, ...any) {}
func (silent) Println(...any)        {}

type session struct {
	s    *server
	c    *gosmtp.Conn
	from string
	to   string
	done int
}

func (s *session) Mail(from string, _ *gosmtp.MailOptions) error {
	s.from = from
	if s.s.perConn > 0 && s.done >= s.s.perConn {
		s.c.Conn().Close()
	}
	return nil
}

func (s *session) Rcpt(to string, _ *gosmtp.RcptOptions) error {
	s.s.mu.Lock()
	defer s.s.mu.Unlock()
	s.s.tries[to]++
	s.to = to
	if s.s.rcpt != nil {
		return s.s.rcpt(to, s.s.tries[to])
	}
	return nil
}

func (s *session) Data(r io.Reader) error {
	s.s.enter()
	message, err := io.ReadAll(r)
	s.s.mu.Lock()
	defer s.s.mu.Unlock()
	s.s.now--
	if err != nil {
		return err
	}
	s.s.last[s.to], s.s.froms[s.to] = message, s.from
	n := s.s.tries[s.to]
	if s.s.data != nil {
		if err := s.s.data(s.to, n); err != nil {
			return err
		}
	}
	s.s.got[s.to]++
	s.done++
	if s.s.drop != nil && s.s.drop(s.to, n) {
		s.c.Conn().Close()
	}
	return nil
}

// enter counts a message that begins, and waits as it is told to.
func (s *server) enter() {
	s.mu.Lock()
	s.now++
	s.most = max(s.most, s.now)
	meeting, held := s.meet > 0, s.holds > 0
	if held {
		s.holds--
	}
	if meeting && s.now == s.meet {
		s.meet = 0
		close(s.met)
	}
	s.mu.Unlock()
	time.Sleep(s.slow)
	if held {
		<-s.letGo
	}
	if meeting {
		select {
		case <-s.met:
		case <-time.After(patience):
		}
	}
}

func (s *session) Reset() {}

func (s *session) Logout() error {
	s.s.mu.Lock()
	defer s.s.mu.Unlock()
	s.s.ended++
	return nil
}

// connections is how many there were, and how many of them are over.
func (s *server) connections() (lines, ended int) {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.lines, s.ended
}

// arrived is how many messages each recipient has.
func (s *server) arrived() map[string]int {
	s.mu.Lock()
	defer s.mu.Unlock()
	return maps.Clone(s.got)
}

// wire is the last message that a recipient got, as it came.
func (s *server) wire(to string) []byte {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.last[to]
}

// envelopes are the senders on the envelopes, by recipient.
func (s *server) envelopes() map[string]string {
	s.mu.Lock()
	defer s.mu.Unlock()
	return maps.Clone(s.froms)
}

// busiest is the most messages that were under way at once.
// inHand counts the messages that are in a transaction.
func (s *server) inHand() int { s.mu.Lock(); defer s.mu.Unlock(); return s.now }

func (s *server) busiest() int {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.most
}

func reply(code int, enhanced gosmtp.EnhancedCode, text string) error {
	return &gosmtp.SMTPError{Code: code, EnhancedCode: enhanced, Message: text}
}

var none = gosmtp.NoEnhancedCode

// wall is a clock that tests set while workers read it.
type wall struct {
	mu    sync.Mutex
	t     time.Time
	looks int
}

func (w *wall) now() time.Time      { w.mu.Lock(); defer w.mu.Unlock(); w.looks++; return w.t }
func (w *wall) add(d time.Duration) { w.mu.Lock(); defer w.mu.Unlock(); w.t = w.t.Add(d) }
func (w *wall) looked() int         { w.mu.Lock(); defer w.mu.Unlock(); return w.looks }
func recipientOf(i int) string      { return fmt.Sprintf("j%d@press.example", i) }

type newsroom struct {
	t  *testing.T
	l  *ledger.Ledger
	w  *wall
	s  *server
	up sync.WaitGroup
	// tune changes how the next workers work; nil for no change.
	tune   func(*Options)
	slug   string    // of what is scheduled next; "" for x
	closes time.Time // of advance copies that are scheduled next
	more   bool      // what is scheduled next adds to what there is
	words  string    // the revision that is scheduled next; "" for r
	// addresses names the recipients; nil for recipientOf.
	addresses func(i int) string
}

func newNewsroom(t *testing.T, s *server) *newsroom {
	t.Helper()
	db := testdb.Open(t, t.TempDir())
	w := &wall{t: time.Date(2026, 7, 26, 16, 0, 0, 0, time.UTC)}
	return &newsroom{t: t, l: ledger.New(db, w.now).GoByOwnClock(), w: w, s: startServer(t, s)}
}

// schedule writes a mailing to n journalists, in so long.
func (n *newsroom) schedule(kind embargo.Kind, in time.Duration, count int) string {
	n.t.Helper()
	ctx := context.Background()
	tpl, err := pmail.Build(pmail.Parts{
		From: "Press <press@x.example>", Language: "en", SentTo: "Sent to %s.", TextOnly: true,
		Bodies: &email.Bodies{Subject: "S", Text: []byte("Body\n" + email.PersonalLine + "\n")},
	})
	if err != nil {
		n.t.Fatal(err)
	}
	data, err := tpl.Marshal()
	if err != nil {
		n.t.Fatal(err)
	}
	id, err := n.l.Create(ctx, ledger.Draft{
		Slug: n.release(), Revision: cmp.Or(n.words, "r"), Headline: "H", Kind: kind, ReleaseAt: n.w.now().Add(in), ClosesAt: n.closing(kind), Grace: 15 * time.Minute, Zone: "UTC",
		Sender: "Press <press@x.example>", Snapshot: []byte("{}"), Artefacts: map[string][]byte{"mail/en": data},
	})
	if err != nil {
		n.t.Fatal(err)
	}
	var rs []ledger.Recipient
	for i := range count {
		name := recipientOf
		if n.addresses != nil {
			name = n.addresses
		}
		rs = append(rs, ledger.Recipient{Key: name(i), Address: name(i), Language: "en", Template: "mail/en"})
	}
	if err := n.l.Add(ctx, id, rs); err != nil {
		n.t.Fatal(err)
	}
	if err := n.l.Schedule(ctx, ledger.Scheduling{Slug: n.release(), Revision: cmp.Or(n.words, "r"), IDs: []string{id}, More: n.more}); err != nil {
		n.t.Fatal(err)
	}
	return id
}

func (n *newsroom) closing(kind embargo.Kind) time.Time {
	if kind != embargo.Advance {
		return time.Time{}
	}
	return n.closes
}

func (n *newsroom) release() string {
	if n.slug == "" {
		return "x"
	}
	return n.slug
}

// work runs a worker until ok says so.
func (n *newsroom) work(ok func() bool) {
	n.t.Helper()
	ctx, stop := context.WithCancel(context.Background())
	n.up.Go(func() {
		o := Options{
			Ledger: n.l, Connections: 2, Now: n.w.now,
			Dialer: &smtp.Dialer{Address: n.s.listener.Addr().String(), Timeouts: smtp.Timeouts{Connect: patience, Command: patience, Final: patience}},
		}
		if n.tune != nil {
			n.tune(&o)
		}
		if err := Run(ctx, o); err != nil {
			n.t.Error(err)
		}
	})
	end := time.Now().Add(patience)
	for !ok() && time.Now().Before(end) {
		time.Sleep(10 * time.Millisecond)
	}
	reached := ok()
	stop()
	n.up.Wait()
	if !reached {
		n.t.Fatal("gave up waiting")
	}
}

func (n *newsroom) counts(id string) ledger.Counts {
	n.t.Helper()
	c, err := n.l.Counts(context.Background(), id)
	if err != nil {
		n.t.Fatal(err)
	}
	return c
}

func (n *newsroom) settled(id string) func() bool {
	return func() bool {
		d, err := n.l.Dispatch(context.Background(), id)
		if err != nil {
			n.t.Fatal(err)
		}
		return d.State.Finished() || d.State == ledger.Paused
	}
}

func (n *newsroom) suppressed() string {
	n.t.Helper()
	all, err := n.l.Suppressions(context.Background())
	if err != nil {
		n.t.Fatal(err)
	}
	var out []string
	for _, s := range all {
		out = append(out, s.Key)
	}
	return strings.Join(out, " ")
}

func TestAnswers(t *testing.T) {
	first := recipientOf(0)
	only := func(err error) func(string, int) error {
		return func(to string, _ int) error {
			if to == first {
				return err
			}
			return nil
		}
	}
	for name, c := range map[string]struct {
		server     *server
		sent       int
		failed     int
		suppressed string
	}{
		"everything taken":             {&server{}, 10, 0, ""},
		"no such user":                 {&server{rcpt: only(reply(550, gosmtp.EnhancedCode{5, 1, 1}, "no such user"))}, 9, 1, first},
		"moved, no address":            {&server{rcpt: only(reply(551, gosmtp.EnhancedCode{5, 1, 6}, "moved"))}, 9, 1, first},
		"a bare 550 is not enough":     {&server{rcpt: only(reply(550, none, "no"))}, 9, 1, ""},
		"a policy is not the address":  {&server{rcpt: only(reply(550, gosmtp.EnhancedCode{5, 7, 1}, "spam"))}, 9, 1, ""},
		"a full mailbox is not gone":   {&server{rcpt: only(reply(552, gosmtp.EnhancedCode{5, 2, 2}, "full"))}, 9, 1, ""},
		"the message, not the address": {&server{data: only(reply(550, gosmtp.EnhancedCode{5, 1, 1}, "no"))}, 9, 1, ""},
		"too large":                    {&server{data: only(reply(552, gosmtp.EnhancedCode{5, 3, 4}, "too large"))}, 9, 1, ""},
		"three messages a connection":  {&server{perConn: 3}, 10, 0, ""},
	} {
		t.Run(name, func(t *testing.T) {
			n := newNewsroom(t, c.server)
			id := n.schedule(embargo.Release, 0, 10)
			n.work(n.settled(id))
			got := n.counts(id)
			if got.Sent != c.sent || got.Failed != c.failed || n.suppressed() != c.suppressed {
				t.Errorf("%+v, suppressed %q", got, n.suppressed())
			}
			for to, k := range n.s.arrived() {
				if k != 1 {
					t.Errorf("%s got it %d times", to, k)
				}
			}
			if len(n.s.arrived()) != c.sent {
				t.Errorf("%d mailboxes have it, the ledger says %d", len(n.s.arrived()), c.sent)
			}
		})
	}
}

func TestASecondBareRefusalSuppresses(t *testing.T) {
	n := newNewsroom(t, &server{rcpt: func(to string, _ int) error {
		if to == recipientOf(0) {
			return reply(550, none, "no")
		}
		return nil
	}})
	id := n.schedule(embargo.Release, 0, 3)
	n.work(n.settled(id))
	if s := n.suppressed(); s != "" {
		t.Fatalf("suppressed at the first: %s", s)
	}
	n.slug = "y"
	id = n.schedule(embargo.Release, 0, 3)
	n.work(n.settled(id))
	if s := n.suppressed(); s != recipientOf(0) {
		t.Fatalf("suppressed: %q", s)
	}
	n.slug = "z"
	id = n.schedule(embargo.Release, 0, 3)
	n.work(n.settled(id))
	if c := n.counts(id); c.Suppressed != 1 || c.Sent != 2 {
		t.Errorf("%+v", c)
	}
}

func TestALostAnswerIsTriedAgainAndSaysSo(t *testing.T) {
	n := newNewsroom(t, &server{drop: func(to string, try int) bool { return to == recipientOf(0) && try == 1 }})
	id := n.schedule(embargo.Release, 0, 5)
	n.work(func() bool {
		c := n.counts(id)
		if c.Deferred == 1 && c.Sent == 4 {
			n.w.add(time.Minute)
		}
		return c.Sent == 5
	})
	if got := n.s.arrived()[recipientOf(0)]; got != 2 {
		t.Errorf("the doubtful one came %d times, want 2", got)
	}
}

func TestRefusedForNowIsTriedAgainAndGivenUpAfterADay(t *testing.T) {
	n := newNewsroom(t, &server{rcpt: func(to string, try int) error {
		if to == recipientOf(0) || to == recipientOf(1) && try == 1 {
			return reply(450, gosmtp.EnhancedCode{4, 2, 0}, "greylisted")
		}
		return nil
	}})
	id := n.schedule(embargo.Release, 0, 3)
	n.work(func() bool {
		c := n.counts(id)
		if c.Queued == 0 && c.Deferred > 0 {
			n.w.add(10 * time.Minute)
		}
		return n.settled(id)()
	})
	if c := n.counts(id); c.Sent != 2 || c.Failed != 1 {
		t.Errorf("%+v", c)
	}
	entries, err := n.l.Entries(context.Background(), id, "failed")
	if err != nil || len(entries) != 1 || !strings.Contains(entries[0].Reply, "given up after 24h") {
		t.Errorf("%+v, %v", entries, err)
	}
}

func TestNothingIsSaidBeforeTheInstantAndTheClockMayStep(t *testing.T) {
	n := newNewsroom(t, &server{})
	id := n.schedule(embargo.Release, 10*time.Second, 5)
	const often = 25 // looks at the clock: all who wait for the instant are among them
	stage, mark := "before the instant", 0
	n.work(func() bool {
		c := n.counts(id)
		lines, _ := n.s.connections()
		if stage == "past it" {
			return c.Sent == 5
		}
		if lines < 2 || n.w.looked() < mark+often {
			return false
		}
		if c.Sent != 0 {
			t.Errorf("sent %s", stage)
		}
		switch stage {
		case "before the instant":
			stage = "after the clock was set back"
			n.w.add(-time.Hour) // it has to wait for the hour
		default:
			stage = "past it"
			n.w.add(2 * time.Hour) // far past the instant, with the worker alive: it is not missed
		}
		mark = n.w.looked()
		return false
	})
}

func TestAnAddressSuppressedMeanwhileIsNotMailed(t *testing.T) {
	var n *newsroom
	n = newNewsroom(t, &server{rcpt: func(to string, _ int) error {
		// While the first is being mailed, the last says no.
		return n.l.Suppress(context.Background(), recipientOf(199), ledger.Unsubscribed, "")
	}})
	id := n.schedule(embargo.Release, 0, 200)
	n.work(n.settled(id))
	if c := n.counts(id); c.Suppressed != 1 || c.Sent != 199 || n.s.arrived()[recipientOf(199)] != 0 {
		t.Errorf("%+v", c)
	}
}

func TestCancelledInTheMiddle(t *testing.T) {
	var n *newsroom
	var once sync.Once
	n = newNewsroom(t, &server{rcpt: func(to string, _ int) error {
		once.Do(func() {
			if err := n.l.Cancel(context.Background(), "x/release-1", "test"); err != nil {
				t.Error(err)
			}
		})
		return nil
	}})
	id := n.schedule(embargo.Release, 0, 500)
	n.work(n.settled(id))
	c := n.counts(id)
	if c.Queued != 0 || c.Sent != len(n.s.arrived()) || c.Sent+c.Cancelled != 500 || c.Sent > 4 {
		t.Errorf("%+v, %d arrived", c, len(n.s.arrived()))
	}
}
