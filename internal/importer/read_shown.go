package importer

import (
	"bytes"
	"errors"
	"fmt"
	"html"
	"strings"

	"github.com/emersion/go-message"

	"pressroom/internal/importer/prose"
)

// Shown is what a source shows to whoever opens it: a text as it stands, or paragraphs.
type Shown struct {
	Plain      string
	Paragraphs []string
}

// ShownBy reads all of a source, and leaves nothing out that can be seen: footers and
// signatures too. Of a mail it gives each of the texts that a reader's program chooses
// from. Nothing is fetched, and name's ending tells the form where the content does not.
func ShownBy(name string, data []byte) ([]Shown, error) {
	if len(data) > MaxBytes {
		return nil, fmt.Errorf("it is larger than %d MiB", MaxBytes>>20)
	}
	lower := strings.ToLower(name)
	head := beginning(data)
	switch {
	case bytes.HasPrefix(data, []byte("PK\x03\x04")):
		list, _, err := readDOCX(data)
		return []Shown{{Paragraphs: texts(list)}}, err
	case bytes.HasPrefix(data, []byte("\xd0\xcf\x11\xe0")), bytes.HasPrefix(data, []byte("{\\rtf")):
		return nil, errors.New("save it as .docx, as PDF or as text")
	case strings.HasSuffix(lower, ".eml"), looksLikeMail(head):
		return shownByMail(data)
	case isPage(lower, head):
		s, err := shownByPage(data, false)
		return []Shown{s}, err
	}
	text, err := decode(data)
	return []Shown{{Plain: text}}, err
}

func shownByPage(data []byte, mail bool) (Shown, error) {
	w := &walker{entire: true, mail: mail}
	list, err := w.page(data)
	return Shown{Paragraphs: texts(list)}, err
}

func shownByMail(data []byte) ([]Shown, error) {
	e, err := message.Read(bytes.NewReader(data))
	if err != nil && !message.IsUnknownCharset(err) {
		return nil, fmt.Errorf("it is no mail: %w", err)
	}
	m := &mailParts{}
	if err := m.walk(e, 0); err != nil {
		return nil, err
	}
	var out []Shown
	if m.text != nil {
		text, err := decode(m.text)
		if err != nil {
			return nil, err
		}
		out = append(out, Shown{Plain: unquoteFlowed(text)})
	}
	if m.html != nil {
		s, err := shownByPage(m.html, false)
		if err != nil {
			return nil, err
		}
		out = append(out, s)
	}
	if len(out) == 0 {
		return nil, errors.New("the mail has no text")
	}
	return out, nil
}

// texts are the paragraphs of a source; each cell of a table is one.
func texts(list []prose.Para) (out []string) {
	for _, p := range list {
		if p.Table == "" {
			out = append(out, p.Text)
			continue
		}
		for _, row := range strings.Split(p.Table, "\n") {
			for _, cell := range strings.Split(strings.ReplaceAll(row, `\|`, "/"), "|") {
				if strings.Trim(cell, " -:") != "" {
					out = append(out, unescaped(cell))
				}
			}
		}
	}
	return out
}

// unescaped is Markdown with the signs that escape wrote as they were: what is shown has
// none of its own.
func unescaped(s string) string {
	var b strings.Builder
	for i := 0; i < len(s); i++ {
		if s[i] == '\\' && i+1 < len(s) && strings.IndexByte("\\`*_{}[]()<>#+-.!|~=^\"'$&", s[i+1]) >= 0 {
			i++
		}
		b.WriteByte(s[i])
	}
	return html.UnescapeString(b.String())
}
