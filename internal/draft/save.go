package draft

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"strings"
	"unicode/utf8"

	"pressroom/internal/wording"
)

// Opened is a file of a release that somebody has open.
type Opened struct {
	Name     string // in the workspace, as in releases/river.md
	Language string
	Text     string // with plain line ends
	// Merged: what somebody else had saved meanwhile is in it too.
	Merged bool
}

// ChangedError says that somebody else wrote on the same lines of a file since it was
// opened. Nothing was written.
type ChangedError struct{ Now *Opened }

func (e *ChangedError) Error() string {
	return e.Now.Name + " was changed in the same place since you opened it"
}

// NotTextError says that a file cannot be written on as text.
type NotTextError struct{ Name string }

func (e *NotTextError) Error() string {
	return e.Name + " is no text in UTF-8 throughout; put that right in an editor on the machine first"
}

// Open opens the file of a release in a language, "" for its own.
func (f *Folder) Open(slug, lang string) (*Opened, error) {
	sources, err := f.Sources(slug)
	if err != nil {
		return nil, err
	}
	for i, s := range sources {
		if s.Language == lang || lang == "" && i == 0 {
			return opened(s.Name, s.Language, s.Data)
		}
	}
	return nil, fmt.Errorf("%s is not written in %s", slug, lang)
}

func opened(name, lang string, data []byte) (*Opened, error) {
	if !utf8.Valid(data) || bytes.IndexByte(data, 0) >= 0 {
		return nil, &NotTextError{name}
	}
	return &Opened{Name: name, Language: lang, Text: plainEnds(string(data))}, nil
}

// Save writes the text of a file that somebody opened with another one, its base. Lines
// that are as they were keep each byte, their ends too; whether the release can be read is
// left to whoever looks at it next: it is being written on. What somebody else saved
// meanwhile, in a browser or with an editor on the machine, stays in it, where that is on
// other lines; where it is not, it is a ChangedError.
func (f *Folder) Save(ctx context.Context, slug, lang, base, text string) (*Opened, error) {
	if !utf8.ValidString(text) || strings.IndexByte(text, 0) >= 0 {
		return nil, errors.New("what was to be saved is no text; nothing was written")
	}
	var now *Opened
	err := f.w.EditRelease(ctx, slug, func(read func(string) ([]byte, error)) (map[string][]byte, error) {
		was, err := f.Open(slug, lang)
		if err != nil {
			return nil, err
		}
		data, err := read(was.Name)
		if err != nil {
			return nil, fmt.Errorf("reading release: %w", err)
		}
		if was, err = opened(was.Name, was.Language, data); err != nil {
			return nil, err
		}
		both, merged := plainEnds(text), false
		if base := plainEnds(base); was.Text != base {
			ok := false
			if both, ok = wording.Merge(base, both, was.Text); !ok {
				return nil, &ChangedError{was}
			}
			merged = true
		}
		out := rewritten(data, both)
		if now, err = opened(was.Name, was.Language, out); err != nil {
			return nil, err
		}
		now.Merged = merged
		return map[string][]byte{was.Name: out}, nil
	})
	return now, err
}

// plainEnds is a text whose lines end in a line feed alone, as a browser's field has it.
func plainEnds(text string) string {
	return strings.ReplaceAll(strings.ReplaceAll(text, "\r\n", "\n"), "\r", "\n")
}

// rewritten is a file with another text: the lines before and after what is another keep
// their bytes, and new ones end as most of the file's do.
func rewritten(data []byte, text string) []byte {
	was, now := linesOf(string(data)), linesOf(text)
	before := 0
	for before < min(len(was), len(now)) && plainEnds(was[before]) == now[before] {
		before++
	}
	after := 0
	for after < min(len(was), len(now))-before && plainEnds(was[len(was)-1-after]) == now[len(now)-1-after] {
		after++
	}
	end := "\n"
	if crlf := strings.Count(string(data), "\r\n"); crlf > strings.Count(string(data), "\n")-crlf {
		end = "\r\n"
	}
	var b bytes.Buffer
	for _, line := range was[:before] {
		b.WriteString(line)
	}
	for _, line := range now[before : len(now)-after] {
		b.WriteString(strings.ReplaceAll(line, "\n", end))
	}
	for _, line := range was[len(was)-after:] {
		b.WriteString(line)
	}
	return b.Bytes()
}

// linesOf are the lines of a text with their ends: a line feed, a carriage return, or both.
func linesOf(text string) []string {
	var out []string
	for text != "" {
		i := strings.IndexAny(text, "\r\n")
		switch {
		case i < 0:
			return append(out, text)
		case strings.HasPrefix(text[i:], "\r\n"):
			i++
		}
		out, text = append(out, text[:i+1]), text[i+1:]
	}
	return out
}
