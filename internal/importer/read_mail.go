package importer

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"net/mail"
	"slices"
	"strings"
	"time"

	"github.com/emersion/go-message"
	_ "github.com/emersion/go-message/charset" // encodings other than UTF-8

	"pressroom/internal/importer/prose"
	"pressroom/internal/importer/when"
	"pressroom/internal/pattern"
)

// readMail gives the paragraphs of a mail: of its HTML where it has one, else of its
// plain text. A headline that stands in the subject alone comes first. What is told
// is what was left out.
func readMail(data []byte) (paras []prose.Para, told []string, err error) {
	e, err := message.Read(bytes.NewReader(data))
	if err != nil && !message.IsUnknownCharset(err) {
		return nil, nil, fmt.Errorf("it is no mail: %w", err)
	}
	m := &mailParts{}
	if from, err := e.Header.Text("From"); err == nil {
		if a, err := mail.ParseAddress(from); err == nil {
			m.sender = a.Name
		}
	}
	if err := m.walk(e, 0); err != nil {
		return nil, nil, err
	}
	var list, other []prose.Para
	cut := false
	switch {
	case m.html != nil:
		if list, told, cut, err = readMailHTML(m.html); err == nil && m.text != nil {
			other, _, _, err = readMailText(m.text)
		}
	case m.text != nil:
		list, told, cut, err = readMailText(m.text)
	default:
		return nil, nil, errors.New("the mail has no text")
	}
	if err != nil {
		return nil, nil, err
	}
	list, footer := withoutFooter(list)
	list, above := withoutPassingOn(list)
	list, below := withoutBelow(list, m.sender)
	told = slices.Concat(told, footer, above, below, asideLetter(list))
	if cut && !slices.Contains(told, leftOut) {
		told = append(told, leftOut)
	}
	list = append(m.besides(e, list, other), list...)
	if at, err := mail.ParseDate(e.Header.Get("Date")); err == nil && len(list) > 0 {
		list = append(list, prose.Para{Sent: at, Aside: true, Place: "the mail's date"})
	}
	return list, told, nil
}

// besides is what stands beside the copy: the headline where it is in the subject
// alone, and what the subject and the other form of the text say of an embargo.
func (m *mailParts) besides(e *message.Entity, list, other []prose.Para) (out []prose.Para) {
	has := func(text string) bool {
		for _, p := range list {
			if strings.Contains(prose.Fold(p.Text), prose.Fold(text)) {
				return true
			}
		}
		return false
	}
	for _, p := range other {
		if p.Table == "" && prose.IsTimeLine(p.Text) && !has(p.Text) {
			p.Aside, p.Place = true, "the mail's plain text"
			out = append(out, p)
		}
	}
	subject, _ := e.Header.Text("Subject")
	subject = stripSubject(clean(subject))
	if prose.IsTimeLine(subject) {
		timed, headline := subject, ""
		r := when.Read(subject, when.Options{Today: time.Unix(0, 0)})
		if at := headlineBehind(subject, r.End); at > 0 {
			timed, headline = subject[:at], subject[at:]
		}
		out = append(out, prose.Para{Text: strings.TrimRight(timed, " :–—-|•"), Aside: true, Place: "the mail's subject"})
		subject = headline
	}
	if subject != "" && !has(subject) {
		out = append(out, prose.Para{Text: subject, Level: 1, Place: "the mail's subject"})
	}
	return out
}

func readMailHTML(data []byte) (list []prose.Para, told []string, cut bool, err error) {
	w := &walker{mail: true, keep: true}
	if list, err = w.page(data); err != nil {
		return nil, nil, false, err
	}
	list, cut = cutSignatureOf(list)
	return withPictures(list, w.pictures), w.told, cut || w.signature, nil
}

func readMailText(data []byte) (list []prose.Para, told []string, cut bool, err error) {
	text, err := decode(data)
	if err != nil {
		return nil, nil, false, err
	}
	text, told = unquoted(strings.ReplaceAll(text, "\r\n", "\n"))
	lines, cut := cutSignature(strings.Split(text, "\n"))
	list, err = readText(unquoteFlowed(strings.Join(lines, "\n")))
	return list, told, cut, err
}

// stripSubject takes "Fwd:" and the like off a subject.
func stripSubject(s string) string {
	s = beforeSubject.ReplaceAllString(s, "")
	if label, behind, ok := strings.Cut(s, ":"); ok && prose.LabelLine.MatchString(label) { // "Pressemitteilung: …"
		return strings.TrimSpace(behind)
	}
	return s
}

// beforeSubject is what mail programs and offices put before a subject.
var beforeSubject = pattern.New(`^(?:\s*(?i:re|fwd?|wg|aw|tr|rv|(?:press|news|media) release)\s*:\s*)+`)

// unquoteFlowed joins the lines of format=flowed text (RFC 3676): those that end
// in a space go on.
func unquoteFlowed(s string) string { return strings.ReplaceAll(s, " \n", " ") }

type mailParts struct {
	text, html []byte
	parts      int
	sender     string // the name that it is from
}

func (m *mailParts) walk(e *message.Entity, depth int) error {
	if m.parts++; depth > 20 || m.parts > 200 {
		return errors.New("the mail has more parts, or deeper ones, than can be read")
	}
	kind, _, _ := e.Header.ContentType()
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
	*into = data
	return nil
}
