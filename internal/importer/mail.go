package importer

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"strings"

	"github.com/emersion/go-message"
	_ "github.com/emersion/go-message/charset" // encodings other than UTF-8
)

// readMail gives the paragraphs of a mail: of its plain text where that is the
// whole release, else of its HTML. A headline that stands in the subject alone
// comes first.
func readMail(data []byte) ([]para, error) {
	e, err := message.Read(bytes.NewReader(data))
	if err != nil && !message.IsUnknownCharset(err) {
		return nil, fmt.Errorf("it is no mail: %w", err)
	}
	m := &mailParts{}
	if err := m.walk(e, 0); err != nil {
		return nil, err
	}
	var paras []para
	switch {
	case m.html != nil:
		paras, err = readHTML(m.html)
	case m.text != nil:
		var text string
		if text, err = decode(m.text); err == nil {
			paras, err = readText(unquoteFlowed(text))
		}
	default:
		return nil, errors.New("the mail has no text")
	}
	if err != nil {
		return nil, err
	}
	subject, _ := e.Header.Text("Subject")
	subject = strings.TrimSpace(clean(subject))
	for _, p := range paras {
		if subject == "" || strings.Contains(fold(p.text), fold(stripSubject(subject))) {
			return paras, nil
		}
	}
	return append([]para{{text: stripSubject(subject), level: 1}}, paras...), nil
}

// stripSubject takes "Fwd:" and the like off a subject.
func stripSubject(s string) string {
	for {
		before, after, ok := strings.Cut(s, ":")
		switch strings.ToLower(strings.TrimSpace(before)) {
		case "re", "fwd", "fw", "wg", "aw", "tr", "rv", "press release", "news release", "media release":
			if ok {
				s = strings.TrimSpace(after)
				continue
			}
		}
		return s
	}
}

func fold(s string) string { return strings.ToLower(strings.Join(strings.Fields(s), " ")) }

// unquoteFlowed joins the lines of format=flowed text (RFC 3676): those that end
// in a space go on.
func unquoteFlowed(s string) string { return strings.ReplaceAll(s, " \n", " ") }

type mailParts struct {
	text, html []byte
	parts      int
}

func (m *mailParts) walk(e *message.Entity, depth int) error {
	if m.parts++; depth > 20 || m.parts > 200 {
		return errors.New("the mail has more parts, or deeper ones, than can be read")
	}
	kind, params, _ := e.Header.ContentType()
	if mr := e.MultipartReader(); mr != nil {
		for {
			p, err := mr.NextPart()
			if errors.Is(err, io.EOF) {
				return nil
			}
			if err != nil && !message.IsUnknownCharset(err) {
				return fmt.Errorf("the mail is damaged: %w", err)
			}
			if err := m.walk(p, depth+1); err != nil {
				return err
			}
		}
	}
	if disposition, _, _ := e.Header.ContentDisposition(); disposition == "attachment" {
		return nil
	}
	var into *[]byte
	switch kind {
	case "text/plain", "":
		into = &m.text
	case "text/html":
		into = &m.html
	}
	if into == nil || *into != nil {
		return nil
	}
	data, err := io.ReadAll(io.LimitReader(e.Body, maxText+1))
	if err != nil && !message.IsUnknownCharset(err) {
		return fmt.Errorf("the mail is damaged: %w", err)
	}
	if len(data) > maxText {
		return errTooLong
	}
	_ = params
	*into = data
	return nil
}
