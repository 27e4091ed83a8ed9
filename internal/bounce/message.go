package bounce

import (
	"bytes"
	"io"
	"net/mail"
	"strings"

	"github.com/emersion/go-message"
	_ "github.com/emersion/go-message/charset" // texts in the character sets that servers write
)

const (
	maxParts = 40
	maxDepth = 5
	maxText  = 128 << 10
)

// part is a leaf of a message.
type part struct {
	kind string // content type
	body []byte
}

// parsed is a message, as far as it can be read.
type parsed struct {
	head   message.Header
	kind   string
	parts  []part
	cached *string
	own    []string // subjects that we wrote
}

func parse(raw []byte) *parsed {
	m := &parsed{}
	e, _ := message.Read(bytes.NewReader(raw))
	if e == nil {
		// Not a message: all of it is text. In one whose character set is unknown there is
		// something to read.
		m.parts = []part{{"text/plain", raw}}
		return m
	}
	m.head = e.Header
	m.kind = kindOf(e)
	m.collect(e, 0)
	return m
}

func (m *parsed) collect(e *message.Entity, depth int) {
	if len(m.parts) >= maxParts {
		return
	}
	if mr := e.MultipartReader(); mr != nil && depth < maxDepth {
		for len(m.parts) < maxParts {
			p, _ := mr.NextPart()
			if p == nil {
				return
			}
			m.collect(p, depth+1)
		}
		return
	}
	body, _ := io.ReadAll(e.Body) // what could be read is looked at
	m.parts = append(m.parts, part{kindOf(e), body})
}

// kindOf is the type of what a message or a part of it holds. One that is badly written
// is plain text (RFC 2045 section 5.2).
func kindOf(e *message.Entity) string {
	kind, _, _ := e.Header.ContentType()
	kind, _, _ = strings.Cut(kind, ";")
	if !strings.Contains(kind, "/") {
		return "text/plain"
	}
	return strings.ToLower(strings.TrimSpace(kind))
}

func (m *parsed) header(name string) string {
	if s, err := m.head.Text(name); err == nil {
		return s
	}
	return m.head.Get(name)
}

// from is the sender's bare address.
func (m *parsed) from() string {
	for _, name := range []string{"From", "Reply-To", "Return-Path"} {
		if a, err := mail.ParseAddress(m.header(name)); err == nil {
			return a.Address
		}
		if s := addressPattern.FindString(m.head.Get(name)); s != "" {
			return s
		}
	}
	return ""
}

// verp is the token in the address that the message was sent to.
func (m *parsed) verp() string {
	for _, name := range []string{"Delivered-To", "X-Original-To", "Envelope-To", "X-Envelope-To", "To", "Cc"} {
		fields := m.head.FieldsByKey(name)
		for fields.Next() {
			for _, a := range addressPattern.FindAllString(fields.Value(), 20) {
				if _, plus, ok := strings.Cut(a, "+"); ok {
					if t := token(plus); t != "" {
						return t
					}
				}
			}
		}
	}
	return ""
}

func (m *parsed) find(kinds ...string) []byte {
	for _, k := range kinds {
		for _, p := range m.parts {
			if p.kind == k {
				return p.body
			}
		}
	}
	return nil
}

// text is what a person would read first.
func (m *parsed) text() string {
	if m.cached != nil {
		return *m.cached
	}
	s := string(m.find("text/plain"))
	if strings.TrimSpace(s) == "" {
		s = plain(m.find("text/html"))
	}
	s = strings.ToValidUTF8(head(s, maxText), "\uFFFD")
	m.cached = &s
	return s
}

// original takes what it can from a returned message or its headers.
func (m *parsed) original(r *Report) {
	src := m.find("text/rfc822-headers", "message/rfc822", "message/global", "message/global-headers")
	if src == nil {
		// Servers that know no standard paste it into the text.
		src = []byte(m.text())
	}
	for _, line := range strings.Split(unfold(head(string(src), 64<<10)), "\n") {
		name, value, ok := strings.Cut(strings.TrimLeft(line, " \t>"), ":")
		if !ok {
			continue
		}
		switch strings.ToLower(name) {
		case "x-pressroom-delivery":
			if t := token(value); t != "" && r.Token == "" {
				r.Token = t
			}
		case "message-id":
			r.MessageIDs = append(r.MessageIDs, ids(value)...)
		}
	}
}

func unfold(s string) string {
	s = strings.ReplaceAll(s, "\r\n", "\n")
	s = strings.ReplaceAll(s, "\n ", " ")
	return strings.ReplaceAll(s, "\n\t", " ")
}
