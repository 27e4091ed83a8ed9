package mail

import (
	"bytes"
	"fmt"
	"io"
	"mime/quotedprintable"
	"net/mail"
	"strings"
	"time"
)

// Notice is a mail that carries no release: plain text to one address.
type Notice struct {
	From, To  string // RFC 5322 addresses
	Subject   string
	Text      string // lines end in line feeds
	MessageID string // without angle brackets
	Language  string
	ReplyTo   string // an address; "" for none
}

// NoticeID is the Message-ID of a notice, the same for every attempt at it.
func NoticeID(key []byte, name, sender string) string {
	return MessageID(key, "notice", name, sender)
}

// Message is the whole mail, with CRLF line ends. It says that a program wrote it
// (RFC 3834), so that no program answers.
func (n Notice) Message(date time.Time) ([]byte, error) {
	from, err := mail.ParseAddress(n.From)
	if err != nil {
		return nil, fmt.Errorf("the sender %q is not an address", n.From)
	}
	to, err := mail.ParseAddress(n.To)
	if err != nil {
		return nil, fmt.Errorf("%q is not an address", n.To)
	}
	var b bytes.Buffer
	h := headers{b: &b}
	h.add("From", from.String())
	h.add("To", to.String())
	if n.ReplyTo != "" {
		reply, err := mail.ParseAddress(n.ReplyTo)
		if err != nil {
			return nil, fmt.Errorf("%q is not an address", n.ReplyTo)
		}
		h.add("Reply-To", reply.String())
	}
	h.add("Subject", encodeWords(n.Subject))
	h.add("Date", date.UTC().Format("Mon, 02 Jan 2006 15:04:05 +0000"))
	h.add("Message-ID", "<"+n.MessageID+">")
	h.add("Auto-Submitted", "auto-generated")
	if n.Language != "" {
		h.add("Content-Language", n.Language)
	}
	h.add("MIME-Version", "1.0")
	h.add("Content-Type", "text/plain; charset=utf-8")
	h.add("Content-Transfer-Encoding", "quoted-printable")
	if h.err != nil {
		return nil, h.err
	}
	b.WriteString("\r\n")
	q := quotedprintable.NewWriter(&b)
	io.WriteString(q, strings.TrimRight(n.Text, "\n")+"\n") // the encoder ends lines with CRLF
	q.Close()
	return b.Bytes(), nil
}
