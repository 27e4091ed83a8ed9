package mail

import (
	"bytes"
	"fmt"
	"time"

	"pressroom/internal/render/email"
)

// Draft is a mail without sender and recipient that whoever opens it sends on
// themselves: X-Unsent makes common mail programs open it as a draft.
func Draft(bodies *email.Bodies, lang string, attachments []Attachment, date time.Time) ([]byte, error) {
	t, err := Build(Parts{From: "draft@pressroom.invalid", Language: lang, Bodies: bodies, Attachments: attachments})
	if err != nil {
		return nil, err
	}
	var b bytes.Buffer
	h := headers{b: &b}
	h.add("Subject", encodeWords(t.Subject))
	h.add("Date", date.UTC().Format("Mon, 02 Jan 2006 15:04:05 +0000"))
	h.add("X-Unsent", "1")
	if lang != "" {
		h.add("Content-Language", lang)
	}
	h.add("MIME-Version", "1.0")
	h.add("Content-Type", t.ContentType)
	if h.err != nil {
		return nil, fmt.Errorf("composing a draft: %w", h.err)
	}
	b.WriteString("\r\n")
	b.Write(bytes.Join(t.Segments, nil))
	return b.Bytes(), nil
}
