package mail

import (
	"bytes"
	"time"
)

// Words is the message as everybody got it, without what was somebody's own: To,
// Message-ID, ways to leave, and the line under the release.
func (t *Template) Words(date time.Time) ([]byte, error) {
	t.fixed.Do(t.fix)
	if t.head.err != nil {
		return nil, t.head.err
	}
	var m Message
	h := headers{b: &m.own}
	h.add("From", t.head.from)
	if t.head.replyTo != "" {
		h.add("Reply-To", t.head.replyTo)
	}
	h.add("Subject", t.head.subject)
	if !date.IsZero() {
		h.add("Date", date.UTC().Format(dateLayout))
	}
	h.add("Content-Language", t.Language)
	h.add("MIME-Version", "1.0")
	h.add("Content-Type", t.ContentType)
	if t.Encoding != "" {
		h.add("Content-Transfer-Encoding", t.Encoding)
	}
	if h.err != nil {
		return nil, h.err
	}
	m.own.WriteString("\r\n")
	files := 0
	for i := range t.Segments {
		files = t.segment(&m, i, files)
		if i < len(t.HTML) {
			m.own.WriteString("\r\n")
		}
	}
	return bytes.Clone(m.Bytes()), nil
}
