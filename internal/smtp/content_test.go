package smtp

import (
	"bufio"
	"bytes"
	"context"
	"crypto/tls"
	"errors"
	"io"
	"net"
	"os"
	"slices"
	"strings"
	"testing"
	"time"
)

// pieces is a message that writes itself as they are.
type pieces [][]byte

func (p pieces) WriteTo(w io.Writer) (int64, error) {
	n := int64(0)
	for _, piece := range p {
		m, err := w.Write(piece)
		n += int64(m)
		if err != nil {
			return n, err
		}
	}
	return n, nil
}

// cutAt divides a message at the offsets that cuts names, in any order and beyond
// its end too.
func cutAt(message, cuts []byte) pieces {
	var out pieces
	for _, c := range cuts {
		at := min(int(c), len(message))
		out = append(out, message[:at])
		message = message[at:]
	}
	return append(out, message)
}

// stuffedWhole is what a server has to get, made from the message as one.
func stuffedWhole(message []byte) []byte {
	out := bytes.ReplaceAll(message, []byte("\n."), []byte("\n.."))
	if bytes.HasPrefix(message, []byte(".")) {
		out = append([]byte("."), out...)
	}
	if !bytes.HasSuffix(message, []byte("\r\n")) {
		out = append(out, "\r\n"...)
	}
	return append(out, ".\r\n"...)
}

// stuffed is what the pieces of a message become, through a buffer of size bytes.
func stuffed(t *testing.T, message io.WriterTo, size int) []byte {
	t.Helper()
	var out bytes.Buffer
	w := bufio.NewWriterSize(&out, size)
	s := stuffer{w: w, last: [2]byte{'\r', '\n'}}
	if _, err := message.WriteTo(&s); err != nil {
		t.Fatal(err)
	}
	if err := s.end(); err != nil {
		t.Fatal(err)
	}
	if err := w.Flush(); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

func TestDotsAtTheBordersOfPieces(t *testing.T) {
	for name, p := range map[string]pieces{
		"nothing":                       {},
		"an empty piece":                {{}},
		"a dot first":                   {[]byte("."), []byte("a\r\n")},
		"a line ends, a dot begins":     {[]byte("a\r\n"), []byte(".b\r\n")},
		"with nothing between":          {[]byte("a\r\n"), {}, []byte(".b\r\n")},
		"CR and LF apart":               {[]byte("a\r"), []byte("\n"), []byte("."), []byte("\r\n")},
		"a dot that begins no line":     {[]byte("a"), []byte(".b\r\n")},
		"dots alone":                    {[]byte("\r\n."), []byte("\r\n."), []byte(".\r"), []byte("\n")},
		"no line end at the end":        {[]byte("a\r\n"), []byte("b")},
		"CR at the end":                 {[]byte("a\r\n"), []byte("b\r")},
		"LF alone at the end":           {[]byte("a\r\n"), []byte("b"), []byte("\n")},
		"a dot is the whole last piece": {[]byte("a\r\n"), []byte(".")},
	} {
		want := stuffedWhole(bytes.Join(p, nil))
		for _, size := range []int{16, 17, 4096} {
			if got := stuffed(t, p, size); !bytes.Equal(got, want) {
				t.Errorf("%s: %q, want %q", name, got, want)
			}
		}
	}
}

func FuzzStuffing(f *testing.F) {
	f.Add([]byte("a\r\n.b\r\n..\r\n"), []byte{3, 1, 0, 2})
	f.Add([]byte("."), []byte{})
	f.Add([]byte(strings.Repeat("\r\n.\r\n", 20)), []byte{2, 3, 5, 40, 1, 1, 1})
	f.Fuzz(func(t *testing.T, message, cuts []byte) {
		got := stuffed(t, cutAt(message, cuts), 16)
		if want := stuffedWhole(message); !bytes.Equal(got, want) {
			t.Fatalf("%q cut at %v: %q, want %q", message, cuts, got, want)
		}
		// What a server makes of it, where line ends are those of mail.
		lines := bytes.ReplaceAll(bytes.ReplaceAll(message, []byte("\r"), nil), []byte("\n"), []byte("\r\n"))
		out := string(stuffed(t, cutAt(lines, cuts), 16))
		if !strings.HasSuffix(out, "\r\n.\r\n") || strings.Contains(out[:len(out)-3], "\n.\r\n") {
			t.Fatalf("%q ends early: %q", lines, out)
		}
		var back []string
		for _, l := range strings.Split(strings.TrimSuffix(out, ".\r\n"), "\r\n") {
			back = append(back, strings.TrimPrefix(l, "."))
		}
		if got := strings.TrimSuffix(strings.Join(back, "\r\n"), "\r\n"); got != strings.TrimSuffix(string(lines), "\r\n") {
			t.Fatalf("%q came back as %q", lines, got)
		}
	})
}

// wire is a connection whose writes do what a test says, one after the other.
type wire struct {
	net.Conn
	got       bytes.Buffer
	sizes     []int // of the writes
	deadlines int
	write     func(p []byte) (int, error) // nil: all is taken
}

func (w *wire) SetWriteDeadline(time.Time) error { w.deadlines++; return nil }
func (w *wire) SetDeadline(time.Time) error      { return nil }
func (w *wire) Close() error                     { return nil }

func (w *wire) Write(p []byte) (int, error) {
	w.sizes = append(w.sizes, len(p))
	n, err := len(p), error(nil)
	if w.write != nil {
		n, err = w.write(p)
	}
	w.got.Write(p[:n])
	return n, err
}

// over is a connection that waits for messages, and that a server answers so.
func over(w *wire, replies ...string) *Conn {
	var said []io.Reader // each comes by itself
	for _, r := range replies {
		said = append(said, strings.NewReader(r))
	}
	c := &Conn{raw: &steady{Conn: w}, r: bufio.NewReader(io.MultiReader(said...)), timeouts: Timeouts{}.withDefaults()}
	c.conn = c.raw
	return c
}

// large is a message with an attachment of 8 MiB between two small pieces.
func large() pieces {
	return pieces{[]byte("Subject: x\r\n\r\n"), bytes.Repeat([]byte("0123456789abcdef\r\n"), 8<<20/18), []byte("end\r\n")}
}

func TestALargeMessageTakesFewWritesAndIsNotCopied(t *testing.T) {
	w := &wire{}
	w.got.Grow(9 << 20)
	message := large()
	c := over(w, slices.Repeat([]string{"250 ok\r\n"}, 10)...)
	if a, err := c.Finish(message); err != nil || !a.Accepted() {
		t.Fatalf("%+v, %v", a, err)
	}
	if want := stuffedWhole(bytes.Join(message, nil)); !bytes.Equal(w.got.Bytes(), want) {
		t.Error("other bytes arrived")
	}
	if len(w.sizes) > 3 {
		t.Errorf("%d writes: %v", len(w.sizes), w.sizes)
	}
	w.write = func(p []byte) (int, error) { w.got.Reset(); return len(p), nil }
	per := testing.AllocsPerRun(5, func() {
		if _, err := c.Finish(message); err != nil {
			t.Fatal(err)
		}
	})
	if per > 20 {
		t.Errorf("%v allocations for a message", per)
	}
	if size := c.out.Size(); size > 64<<10 {
		t.Errorf("a connection holds %d bytes", size)
	}
}

func TestASmallMessageIsOneWrite(t *testing.T) {
	w := &wire{}
	c := over(w, "250 ok\r\n")
	message := pieces{[]byte("Subject: x\r\n\r\n"), bytes.Repeat([]byte("line\r\n"), 3000), []byte("."), []byte("\r\n")}
	if _, err := c.Finish(message); err != nil || len(w.sizes) != 1 {
		t.Errorf("writes of %v bytes, %v", w.sizes, err)
	}
}

// TestASlowLineIsNoSilentOne: each write moves a little before its time is over.
func TestASlowLineIsNoSilentOne(t *testing.T) {
	message := large()
	w := &wire{write: func(p []byte) (int, error) {
		if len(p) <= 64<<10 {
			return len(p), nil
		}
		return 64 << 10, os.ErrDeadlineExceeded
	}}
	c := over(w, "250 ok\r\n")
	a, err := c.Finish(message)
	if err != nil || !a.Accepted() {
		t.Fatalf("%+v, %v", a, err)
	}
	if want := stuffedWhole(bytes.Join(message, nil)); !bytes.Equal(w.got.Bytes(), want) {
		t.Error("other bytes arrived")
	}
	if w.deadlines != len(w.sizes) {
		t.Errorf("%d deadlines for %d writes", w.deadlines, len(w.sizes))
	}
	// What is not a message keeps the deadline that it was given.
	before := w.deadlines
	if c.Close(); w.deadlines != before || !bytes.HasSuffix(w.got.Bytes(), []byte("QUIT\r\n")) {
		t.Error("the farewell was given the patience of a message")
	}
}

// TestWhatWasNotWrittenWholeIsNotInDoubt cuts the line behind each byte of a
// message.
func TestWhatWasNotWrittenWholeIsNotInDoubt(t *testing.T) {
	message := pieces{[]byte("a\r\n"), []byte(".b\r\n"), bytes.Repeat([]byte("c"), 2*contentBuffer), []byte("\r\n")}
	total := len(stuffedWhole(bytes.Join(message, nil)))
	for _, fault := range []error{net.ErrClosed, os.ErrDeadlineExceeded} {
		for _, at := range []int{0, 1, 3, contentBuffer, 2*contentBuffer + 1, total - 4, total - 3, total - 2, total - 1, total} {
			left := at
			w := &wire{}
			w.write = func(p []byte) (int, error) {
				n := min(len(p), left)
				left -= n
				if n < len(p) || w.got.Len()+n == total {
					return n, fault
				}
				return n, nil
			}
			_, err := over(w).Finish(message)
			var broken *ConnError
			if !errors.As(err, &broken) || broken.Stage != StageContent || !errors.Is(err, fault) {
				t.Fatalf("%d of %d bytes: %v", at, total, err)
			}
			if broken.InDoubt != (at == total) {
				t.Errorf("%d of %d bytes were written: in doubt %t", at, total, broken.InDoubt)
			}
		}
	}
}

func TestAMessageThatCannotBeReadIsNotInDoubt(t *testing.T) {
	_, err := over(&wire{}, "250 ok\r\n").Finish(unreadable{})
	var broken *ConnError
	if !errors.As(err, &broken) || broken.InDoubt {
		t.Errorf("%v", err)
	}
}

type unreadable struct{}

func (unreadable) WriteTo(w io.Writer) (int64, error) {
	n, _ := io.WriteString(w, "begun")
	return int64(n), errors.New("no more of it")
}

// begun is a connection on which the server, which then does what a test says, waits
// for a message.
func begun(t *testing.T, secure bool, block time.Duration, then func(p *peer)) *Conn {
	t.Helper()
	cert, pool := authority(t)
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	done := make(chan struct{})
	go func() {
		defer close(done)
		conn, err := l.Accept()
		if err != nil {
			return
		}
		defer conn.Close()
		if secure {
			conn = tls.Server(conn, &tls.Config{Certificates: []tls.Certificate{cert}, MinVersion: tls.VersionTLS12})
		}
		p := &peer{t, conn, bufio.NewReader(conn)}
		p.greet("PIPELINING")
		p.hear("MAIL")
		p.hear("RCPT")
		p.hear("DATA")
		p.say("250 ok\n250 ok\n354 go\n")
		then(p)
	}()
	t.Cleanup(func() { l.Close(); <-done })
	d := Dialer{Address: l.Addr().String(), Implicit: secure, Timeouts: Timeouts{Block: block}}
	if secure {
		d.TLS = &tls.Config{RootCAs: pool, MinVersion: tls.VersionTLS12}
	}
	c, err := d.Dial(context.Background())
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(c.Abort)
	if _, open, err := c.Begin(pass(), dispatchID, "from@a.example", "to@b.example", 0); err != nil || !open {
		t.Fatal(open, err)
	}
	return c
}

func TestAServerThatStopsReadingIsNoticed(t *testing.T) {
	for name, secure := range map[string]bool{"in the clear": false, "TLS": true} {
		t.Run(name, func(t *testing.T) {
			noticed := make(chan struct{})
			c := begun(t, secure, 50*time.Millisecond, func(*peer) { <-noticed })
			// More than the two kernels keep for those who do not read.
			_, err := c.Finish(pieces{bytes.Repeat([]byte("0123456789abcdef\r\n"), 64<<20/18)})
			close(noticed)
			var broken *ConnError
			if !errors.As(err, &broken) || broken.InDoubt || !errors.Is(err, os.ErrDeadlineExceeded) {
				t.Errorf("%v", err)
			}
		})
	}
}

// TestALargeMessageUnderTLS comes whole, in few records.
func TestALargeMessageUnderTLS(t *testing.T) {
	message := large()
	want := stuffedWhole(bytes.Join(message, nil))
	c := begun(t, true, 0, func(p *peer) {
		got := make([]byte, len(want))
		if _, err := io.ReadFull(p.r, got); err != nil || !bytes.Equal(got, want) {
			p.t.Errorf("other bytes arrived, %v", err)
		}
		p.say("250 ok\n")
	})
	counted := &wire{Conn: c.raw.Conn, write: c.raw.Conn.Write}
	c.raw.Conn = reading{counted}
	if a, err := c.Finish(message); err != nil || !a.Accepted() {
		t.Fatalf("%+v, %v", a, err)
	}
	if most := len(want)/(16<<10) + 30; len(counted.sizes) > most {
		t.Errorf("%d writes, want at most %d", len(counted.sizes), most)
	}
}

// reading is a wire over a connection that can be waited for and closed.
type reading struct{ *wire }

func (r reading) SetDeadline(t time.Time) error { return r.Conn.SetDeadline(t) }
func (r reading) Close() error                  { return r.Conn.Close() }

func BenchmarkContent(b *testing.B) {
	for name, message := range map[string]pieces{
		"20KB": {bytes.Repeat([]byte("It says so. They do too.\r\n"), 20<<10/26)},
		"8MiB": large(),
	} {
		b.Run(name, func(b *testing.B) {
			b.ReportAllocs()
			c := over(nil)
			c.conn = discard{}
			for b.Loop() {
				if _, err := c.content(message); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}

// discard takes whatever is written.
type discard struct{ net.Conn }

func (discard) Write(p []byte) (int, error) { return len(p), nil }
