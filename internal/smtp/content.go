package smtp

import (
	"bufio"
	"bytes"
	"errors"
	"io"
	"net"
	"os"
	"time"
)

// contentBuffer is how much of small pieces is gathered for one write: most
// messages without attachments, whole.
const contentBuffer = 32 << 10

// content writes a message and the dot that ends it. whole tells, beside an error,
// that the last byte was handed over all the same: the server may have it.
func (c *Conn) content(message io.WriterTo) (whole bool, err error) {
	c.raw.patience = c.timeouts.Block
	defer func() { c.raw.patience = 0 }()
	if c.out == nil {
		c.out = bufio.NewWriterSize(c.conn, contentBuffer)
	}
	s := stuffer{w: c.out, last: [2]byte{'\r', '\n'}}
	if _, err := message.WriteTo(&s); err != nil {
		return false, err
	}
	if err := s.end(); err != nil {
		return false, err
	}
	// The last byte is still in the buffer: it leaves with this, or not at all.
	err = c.out.Flush()
	return c.out.Buffered() == 0, err
}

// stuffer writes a message with its leading dots doubled (RFC 5321 section 4.5.2),
// wherever the pieces in which it comes begin and end.
type stuffer struct {
	w    *bufio.Writer
	any  bool    // something was written
	last [2]byte // the last two bytes written; before the first, a line begins
}

func (s *stuffer) Write(p []byte) (int, error) {
	if len(p) == 0 {
		return 0, nil
	}
	// Dots are what is looked for: base64, of which large pieces are, has none.
	written := 0
	for at := 0; ; at++ {
		i := bytes.IndexByte(p[at:], '.')
		if i < 0 {
			break
		}
		if at += i; before(p, at, s.last[1]) == '\n' {
			s.w.Write(p[written:at])
			s.w.WriteByte('.') // an error stays with the writer
			written = at
		}
	}
	s.any = true
	s.last[0] = before(p, len(p)-1, s.last[1])
	s.last[1] = p[len(p)-1]
	n, err := s.w.Write(p[written:])
	return written + n, err
}

// before is the byte of p that stands before the one at i; last stands before p.
func before(p []byte, i int, last byte) byte {
	if i == 0 {
		return last
	}
	return p[i-1]
}

// end writes the dot, on a line of its own.
func (s *stuffer) end() error {
	if !s.any || s.last != [2]byte{'\r', '\n'} {
		s.w.WriteString("\r\n")
	}
	_, err := s.w.WriteString(".\r\n")
	return err
}

// steady is a connection whose writes may be given patience: they then go on for as
// long as some of what is written moves. It stands under TLS, which cannot go on
// after a write that timed out.
type steady struct {
	net.Conn
	patience time.Duration // for which nothing may move; 0: the deadlines are the caller's
}

func (s *steady) Write(p []byte) (n int, err error) {
	if s.patience == 0 {
		return s.Conn.Write(p)
	}
	for {
		if err := s.Conn.SetWriteDeadline(time.Now().Add(s.patience)); err != nil {
			return n, err
		}
		moved, err := s.Conn.Write(p[n:])
		n += moved
		if err == nil || moved == 0 || n == len(p) || !errors.Is(err, os.ErrDeadlineExceeded) {
			return n, err
		}
	}
}
