package mail

import (
	"fmt"
	"strings"
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
	return m.Bytes(), nil
}

// Foot are the lines that may stand under a message to somebody, in either form of it.
// any stands where there is something of theirs.
func (t *Template) Foot(any string) (lines []string) {
	for _, l := range []string{
		fmt.Sprintf(t.SentTo, any), t.Legal.Address, strings.ReplaceAll(t.Legal.Origin, "%s", any), t.Legal.Object,
	} {
		if l != "" {
			lines = append(lines, l)
		}
	}
	for _, l := range []struct{ text, url string }{
		{t.Legal.PrivacyText, t.Legal.Privacy},
		{t.Links.LeaveText, t.Links.Leave},
		{t.Links.DetailsText, t.Links.Details},
		{t.Links.PageText, t.Links.Page},
	} {
		if l.text == "" {
			continue
		}
		if lines = append(lines, l.text); l.url != "" {
			lines = append(lines, l.text+": "+l.url, l.text+": "+l.url+any)
		}
	}
	return lines
}
