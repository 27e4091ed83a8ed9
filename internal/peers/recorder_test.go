package peers

import (
	"bytes"
	"errors"
	"io"
	"log"
	"net"
	"sync"
	"testing"
	"time"

	gosmtp "github.com/emersion/go-smtp"
)

// step is where a conversation with the recorder is.
type step string

// The steps of a conversation, in their order.
const (
	onConnection step = "connection"
	onSender     step = "sender"
	onRecipient  step = "recipient"
	onContent    step = "content"  // its first byte has come
	onTaken      step = "taken"    // all of it has come; nothing is answered yet
	onAnswered   step = "answered" // the answer is on its way
)

// stepsEach is how many steps a message has after the connection is there.
const stepsEach = 5

// recorder is a mail server inside the test. It reads the clock itself at the
// moment when something comes, which the date of a file does not tell: file
// systems keep time in ticks, and round down. And it can stop at a step, so that
// what happens there does not depend on how fast the machine is.
type recorder struct {
	port int

	mu        sync.Mutex
	goesOn    *sync.Cond
	left      int         // steps until it stands still; below 0: no end
	strike    func(step)  // called at the last of them
	connected []time.Time // when each connection came
	taken     []arrival   // what came whole
}

func startRecorder(t testing.TB) *recorder {
	t.Helper()
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	r := &recorder{port: l.Addr().(*net.TCPAddr).Port, left: -1}
	r.goesOn = sync.NewCond(&r.mu)
	srv := gosmtp.NewServer(gosmtp.BackendFunc(func(*gosmtp.Conn) (gosmtp.Session, error) {
		r.reach(onConnection)
		return &conversation{r: r}, nil
	}))
	srv.Domain, srv.ErrorLog = "recorder.invalid", log.New(io.Discard, "", 0)
	done := make(chan struct{})
	go func() { defer close(done); srv.Serve(l) }()
	t.Cleanup(func() {
		r.goOn(-1, nil)
		srv.Close()
		<-done
	})
	return r
}

// goOn lets so many steps pass and calls strike at the last of them; from then on
// every conversation stands still until goOn is called again. With 0 they stand
// still at once, below 0 there is no end.
func (r *recorder) goOn(steps int, strike func(step)) {
	r.mu.Lock()
	defer r.mu.Unlock()
	r.left, r.strike = steps, strike
	r.goesOn.Broadcast()
}

// stopAfter lets as many steps pass as some messages take. then is called at the
// last, while some are on their way; what is returned waits for that.
func (r *recorder) stopAfter(messages int, then func()) (reached func(t testing.TB)) {
	struck := make(chan struct{})
	r.goOn(messages*stepsEach, func(step) {
		then()
		close(struck)
	})
	return func(t testing.TB) {
		t.Helper()
		select {
		case <-struck:
		case <-time.After(patience):
			t.Fatalf("gave up waiting for %d messages", messages)
		}
	}
}

// reach is called by every conversation at every step.
func (r *recorder) reach(s step) {
	r.mu.Lock()
	defer r.mu.Unlock()
	if s == onConnection {
		r.connected = append(r.connected, time.Now())
	}
	switch {
	case r.left < 0:
		return
	case r.left > 1:
		r.left--
		return
	case r.left == 1:
		r.left = 0
		r.strike(s)
	}
	r.goesOn.Wait() // whoever stood still goes on uncounted
}

func (r *recorder) take(a arrival) {
	r.mu.Lock()
	defer r.mu.Unlock()
	r.taken = append(r.taken, a)
}

// arrivals are the messages that have come whole.
func (r *recorder) arrivals(testing.TB) []arrival {
	r.mu.Lock()
	defer r.mu.Unlock()
	return append([]arrival(nil), r.taken...)
}

// count is how many messages have come whole.
func (r *recorder) count() int {
	r.mu.Lock()
	defer r.mu.Unlock()
	return len(r.taken)
}

// connectionsBefore is how many connections came before a moment.
func (r *recorder) connectionsBefore(at time.Time) (n int) {
	r.mu.Lock()
	defer r.mu.Unlock()
	for _, c := range r.connected {
		if c.Before(at) {
			n++
		}
	}
	return n
}

// conversation is one connection to the recorder.
type conversation struct {
	r        *recorder
	to       string
	answered bool // a message has been read in this transaction
}

func (c *conversation) Mail(string, *gosmtp.MailOptions) error {
	c.r.reach(onSender)
	return nil
}

func (c *conversation) Rcpt(to string, _ *gosmtp.RcptOptions) error {
	c.r.reach(onRecipient)
	c.to = to
	return nil
}

func (c *conversation) Data(body io.Reader) error {
	var content bytes.Buffer
	if _, err := io.CopyN(&content, body, 1); err != nil {
		return err
	}
	at := time.Now()
	c.r.reach(onContent)
	if _, err := io.Copy(&content, body); err != nil {
		return err
	}
	id := idLine.FindSubmatch(content.Bytes())
	if id == nil {
		return errors.New("a message without a Message-ID")
	}
	c.r.take(arrival{c.to, string(id[1]), at})
	c.r.reach(onTaken)
	c.answered = true
	return nil
}

// Reset is called when the answer to a message has been written, and on RSET.
func (c *conversation) Reset() {
	if c.answered {
		c.answered = false
		c.r.reach(onAnswered)
	}
}

func (c *conversation) Logout() error { return nil }
