package listen

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"net"
	"net/http"
	"strings"
	"testing"
	"testing/synctest"
	"time"
)

// pipes is a listener whose connections the test makes.
type pipes struct {
	made chan net.Conn
	done chan struct{}
}

func (p *pipes) Accept() (net.Conn, error) {
	select {
	case c := <-p.made:
		return c, nil
	case <-p.done:
		return nil, net.ErrClosed
	}
}

func (p *pipes) Close() error   { close(p.done); return nil }
func (p *pipes) Addr() net.Addr { return &net.TCPAddr{} }

// house is a server that takes so many connections, on a clock of the test's own.
type house struct {
	*testing.T
	pipes *pipes
	srv   *http.Server
}

func open(t *testing.T, most int, test func(h *house)) {
	synctest.Test(t, func(t *testing.T) {
		p := &pipes{make(chan net.Conn), make(chan struct{})}
		l := Limit(p, most)
		srv := l.Server(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
			if _, err := io.Copy(io.Discard, r.Body); err == nil {
				if r.URL.Path == "/slow" {
					time.Sleep(patience - time.Second)
				}
				io.WriteString(w, "page")
			}
		}))
		ended := make(chan error, 1)
		go func() { ended <- srv.Serve(l) }()
		test(&house{t, p, srv})
		srv.Close()
		if err := <-ended; !errors.Is(err, http.ErrServerClosed) {
			t.Error(err)
		}
	})
}

// caller is the other end of a connection.
type caller struct {
	net.Conn
	in    *bufio.Reader
	words chan string // to be sent, one after the other, by a goroutine of its own
}

// connect asks for a connection and says something once it has it.
func (h *house) connect(words string) *caller {
	ours, theirs := net.Pipe()
	c := &caller{ours, bufio.NewReader(ours), make(chan string, 100)}
	gone := make(chan struct{})
	h.Cleanup(func() { ours.Close(); close(c.words); close(gone) })
	c.say(words)
	go func() {
		select {
		case h.pipes.made <- theirs:
		case <-gone:
		}
		for w := range c.words {
			io.WriteString(ours, w)
		}
	}()
	return c
}

// call connects and waits until the server has nothing left to do.
func (h *house) call(words string) *caller {
	c := h.connect(words)
	synctest.Wait()
	return c
}

// say sends without waiting for who may never read it.
func (c *caller) say(words string) { c.words <- words }

// page is what came back, "" if the connection was cut.
func (c *caller) page() string {
	resp, err := http.ReadResponse(c.in, nil)
	if err != nil {
		return ""
	}
	defer resp.Body.Close()
	body, err := io.ReadAll(resp.Body)
	if err != nil {
		return ""
	}
	synctest.Wait()
	return string(body)
}

// cut tells whether the server has closed the connection.
func (c *caller) cut() bool {
	c.SetReadDeadline(time.Now().Add(time.Nanosecond))
	defer c.SetReadDeadline(time.Time{})
	_, err := c.in.Peek(1)
	return errors.Is(err, io.EOF)
}

const (
	whole      = "GET / HTTP/1.1\r\nHost: x\r\n\r\n"
	halfHeader = "GET / HTTP/1.1\r\nHost: x\r\nX-A: "
	halfBody   = "POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 100\r\n\r\nwords"
)

func TestTheLongestIdleGivesWayToANewcomer(t *testing.T) {
	open(t, 3, func(h *house) {
		var idle []*caller
		for range 3 {
			c := h.call(whole)
			if c.page() != "page" {
				t.Fatal("no page")
			}
			idle = append(idle, c)
			time.Sleep(time.Second)
		}
		idle[0].say(whole) // the first speaks again: the second is now the longest silent
		if idle[0].page() != "page" {
			t.Fatal("no second page")
		}
		if got := h.call(whole).page(); got != "page" {
			t.Errorf("the newcomer got %q", got)
		}
		for i, want := range []bool{false, true, false} {
			if got := idle[i].cut(); got != want {
				t.Errorf("connection %d was cut: %v", i, got)
			}
		}
	})
}

func TestHeadersThatNeverEndGiveWay(t *testing.T) {
	open(t, 3, func(h *house) {
		for range 20 {
			c := h.call(halfHeader)
			time.Sleep(time.Millisecond)
			c.say("a") // as often as it likes
		}
		if got := h.call(whole).page(); got != "page" {
			t.Errorf("the newcomer got %q", got)
		}
	})
}

func TestARequestInHandIsNotCutWhileAnotherCanGiveWay(t *testing.T) {
	open(t, 2, func(h *house) {
		busy := h.call(halfBody)
		time.Sleep(patience / 2)
		for range 5 {
			if got := h.call(whole).page(); got != "page" {
				t.Errorf("a newcomer got %q", got)
			}
		}
		busy.say(strings.Repeat("w", 95))
		if got := busy.page(); got != "page" {
			t.Errorf("who was sending got %q", got)
		}
	})
}

// Nobody is shown the door before they can have said what they want, however many
// come at once.
func TestAFloodLeavesTimeToSpeak(t *testing.T) {
	open(t, 2, func(h *house) {
		h.call(halfBody)
		late := h.call("")
		for range 5 {
			h.connect(halfHeader)
		}
		time.Sleep(greeting / 2)
		late.say(whole)
		if got := late.page(); got != "page" {
			t.Errorf("who took a moment got %q", got)
		}
		time.Sleep(time.Minute) // for the flood
	})
}

func TestAnUploadThatMovesIsNotCut(t *testing.T) {
	open(t, 1, func(h *house) {
		const seconds = 30
		busy := h.call(fmt.Sprintf("POST / HTTP/1.1\r\nHost: x\r\nContent-Length: %d\r\n\r\n", seconds*progress/4))
		h.connect(whole)
		for range seconds { // four seconds for each part that counts
			time.Sleep(time.Second)
			busy.say(strings.Repeat("w", progress/4))
		}
		if got := busy.page(); got != "page" {
			t.Errorf("who was sending got %q", got)
		}
	})
}

// Where few send, each has time; where more than half do, they are a flood, and a reader
// comes in as soon as past those who say nothing.
func TestBodiesThatNeverEndGiveWayAfterAWhile(t *testing.T) {
	const slow = "GET /slow HTTP/1.1\r\nHost: x\r\n\r\n"
	for _, c := range []struct {
		name          string
		most, sending int // places, and those of them that somebody holds who sends; a slow answer holds the others
		wait          time.Duration
	}{
		{"one of one", 1, 1, patience},
		{"one of two", 2, 1, patience},
		{"both of two", 2, 2, greeting},
		{"two of four", 4, 2, patience},
		{"three of four", 4, 3, greeting},
		{"two of five", 5, 2, patience},
		{"three of five", 5, 3, greeting},
	} {
		t.Run(c.name, func(t *testing.T) {
			open(t, c.most, func(h *house) {
				for range c.sending {
					h.call(halfBody)
				}
				for range c.most - c.sending {
					h.call(slow)
				}
				begun := time.Now()
				if got := h.call(whole).page(); got != "page" {
					t.Errorf("the newcomer got %q", got)
				}
				if waited := time.Since(begun); waited != c.wait {
					t.Errorf("it waited %s", waited)
				}
				time.Sleep(patience) // for the slow answers
			})
		})
	}
}

// Whoever has sent all waits for an answer, and is not cut for that.
func TestWhoHasSentAllIsNotTakenForOneWhoSends(t *testing.T) {
	open(t, 2, func(h *house) {
		var all []*caller
		for range 2 {
			all = append(all, h.call("POST /slow HTTP/1.1\r\nHost: x\r\nContent-Length: 5\r\n\r\nwords"))
		}
		newcomer := h.call(whole)
		for _, c := range all {
			if got := c.page(); got != "page" {
				t.Errorf("who waited for an answer got %q", got)
			}
		}
		if got := newcomer.page(); got != "page" {
			t.Errorf("the newcomer got %q", got)
		}
	})
}

func TestWhoWaitsComesInAsSoonAsARequestIsDone(t *testing.T) {
	open(t, 1, func(h *house) {
		busy := h.call(halfBody)
		begun := time.Now()
		newcomer := h.call(whole)
		busy.say(strings.Repeat("w", 95))
		if busy.page() != "page" || newcomer.page() != "page" || time.Since(begun) != greeting {
			t.Errorf("it waited %s", time.Since(begun))
		}
	})
}

func TestClosingEndsTheWaitForRoom(t *testing.T) {
	open(t, 1, func(h *house) {
		h.call(halfBody)
		newcomer := h.call(whole)
		if newcomer.cut() {
			t.Error("it does not wait")
		}
		h.srv.Close()
		synctest.Wait()
		if !newcomer.cut() {
			t.Error("it waits on")
		}
	})
}

// What a browser keeps for later, and has never used, holds up no end; a request does.
func TestTheEndWaitsForRequestsAlone(t *testing.T) {
	open(t, 5, func(h *house) {
		h.call("")
		h.call(halfHeader)
		answered := h.call(whole)
		if answered.page() != "page" {
			t.Fatal("no page")
		}
		busy := h.call(halfBody)
		begun, ended := time.Now(), make(chan error, 1)
		go func() { ended <- h.srv.Shutdown(h.Context()) }()
		time.Sleep(time.Second)
		busy.say(strings.Repeat("w", 95))
		if got := busy.page(); got != "page" {
			t.Errorf("who was sending got %q", got)
		}
		if err := <-ended; err != nil || time.Since(begun) > 2*time.Second {
			t.Errorf("it ended after %s: %v", time.Since(begun), err)
		}
	})
}

// A silent connection is cut by the listener where nothing tells it of requests,
// as with a mail server: who was answered last stays.
func TestWithoutRequestsTheLastAnsweredStays(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		p := &pipes{make(chan net.Conn), make(chan struct{})}
		l := Limit(p, 2)
		accept := func() (ours, theirs net.Conn) {
			ours, theirs = net.Pipe()
			go func() { p.made <- theirs }()
			c, err := l.Accept()
			if err != nil {
				t.Fatal(err)
			}
			time.Sleep(time.Second)
			return ours, c
		}
		older, answered := accept()
		newer, _ := accept()
		go answered.Write([]byte("250 ok\r\n"))
		if _, err := io.ReadFull(older, make([]byte, 8)); err != nil {
			t.Fatal(err)
		}
		synctest.Wait()
		third, _ := accept()
		if _, err := newer.Read(make([]byte, 1)); !errors.Is(err, io.EOF) {
			t.Errorf("the silent one was not cut: %v", err)
		}
		if err := answered.Close(); err != nil {
			t.Error(err)
		}
		third.Close()
		if n := len(l.open); n != 1 {
			t.Errorf("%d are counted", n)
		}
	})
}

// What was full lets in who waits once it may have more.
func TestMoreMayBeAllowed(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		p := &pipes{make(chan net.Conn), make(chan struct{})}
		l := Limit(p, 1)
		came := make(chan net.Conn)
		go func() {
			for {
				c, err := l.Accept()
				if err != nil {
					close(came)
					return
				}
				c.(*conn).turn(true) // it has a request in hand
				came <- c
			}
		}()
		began := time.Now()
		for range 2 {
			_, theirs := net.Pipe()
			p.made <- theirs
			if theirs = <-came; theirs == nil {
				t.Fatal("nobody comes in")
			}
			l.Allow(2)
		}
		if waited := time.Since(began); waited != 0 {
			t.Errorf("the second waited %s", waited)
		}
		l.Allow(0)
		if l.most != 1 {
			t.Errorf("%d are allowed", l.most)
		}
		l.Close()
		<-came
	})
}
