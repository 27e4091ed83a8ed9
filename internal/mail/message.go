package mail

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"io"
)

// Message is one message, in pieces: what is the recipient's own in a small memory of
// its own, and what the messages of a template share, by reference. So it takes the
// same memory whatever is attached to it. One that is used again for the next
// recipient uses its memory again.
type Message struct {
	field  []byte // before all else; empty for none
	own    bytes.Buffer
	cut    int // how much of own stands in pieces
	pieces [][]byte
	length int // of the pieces
}

// reset makes it empty.
func (m *Message) reset() {
	m.own.Reset()
	clear(m.pieces)
	m.field, m.pieces, m.cut, m.length = m.field[:0], m.pieces[:0], 0, 0
}

// share puts bytes behind what is written to own, without a copy of them.
func (m *Message) share(shared []byte) {
	m.end()
	m.add(shared)
}

// end makes a piece of what was written to own since the last one.
func (m *Message) end() {
	// Where own moves as it grows, the piece keeps the memory from before.
	m.add(m.own.Bytes()[m.cut:])
	m.cut = m.own.Len()
}

func (m *Message) add(piece []byte) {
	if len(piece) > 0 {
		m.pieces = append(m.pieces, piece)
		m.length += len(piece)
	}
}

// Prepend puts a header field, with its CRLF, before all others: a signature. A second
// one takes the place of the first.
func (m *Message) Prepend(field string) { m.field = append(m.field[:0], field...) }

// Len is the number of its bytes.
func (m *Message) Len() int { return len(m.field) + m.length }

// WriteTo writes it, each piece with one call.
func (m *Message) WriteTo(w io.Writer) (int64, error) {
	written := int64(0)
	if len(m.field) > 0 {
		n, err := w.Write(m.field)
		if written = int64(n); err != nil {
			return written, err
		}
	}
	for _, p := range m.pieces {
		n, err := w.Write(p)
		if written += int64(n); err != nil {
			return written, err
		}
	}
	return written, nil
}

// SHA256 is its digest, in hexadecimal.
func (m *Message) SHA256() string {
	h := sha256.New()
	m.WriteTo(h) // a hash takes whatever is written to it
	return hex.EncodeToString(h.Sum(nil))
}

// Bytes is a copy of it in one.
func (m *Message) Bytes() []byte {
	b := make([]byte, 0, m.Len())
	b = append(b, m.field...)
	for _, p := range m.pieces {
		b = append(b, p...)
	}
	return b
}
