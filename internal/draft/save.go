package draft

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"strings"
	"unicode/utf8"

	"pressroom/internal/saying"
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

func (e *ChangedError) Error() string { return e.Said().String() }

// Said is the error as a sentence.
func (e *ChangedError) Said() saying.Sentence {
	return saying.Of("%s was changed in the same place since you opened it", e.Now.Name)
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
	return nil, saying.Errorf("%s is not written in %s", slug, lang)
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
	return f.rewrite(ctx, slug, lang, func(was *Opened, data []byte) (out []byte, merged bool, err error) {
		both, base := plainEnds(text), plainEnds(base)
		if merged = was.Text != base; merged {
			ok := false
			if both, ok = wording.Merge(base, both, was.Text); !ok {
				return nil, false, &ChangedError{was}
			}
		}
		return rewritten(data, both), merged, nil
	})
}

// Return makes of a file what it was before it became after, byte for byte. What somebody
// else saved meanwhile stays in it, as Save has it.
func (f *Folder) Return(ctx context.Context, slug, lang string, after, before []byte) (*Opened, error) {
	return f.rewrite(ctx, slug, lang, func(was *Opened, data []byte) (out []byte, merged bool, err error) {
		if bytes.Equal(data, after) {
			return before, false, nil
		}
		both, ok := wording.Merge(plainEnds(string(after)), plainEnds(string(before)), was.Text)
		if !ok {
			return nil, false, &ChangedError{was}
		}
		return rewritten(data, both), true, nil
	})
}

// Replace puts a text in the place of a file's, byte for byte. look is given what it holds
// now, and may refuse.
func (f *Folder) Replace(ctx context.Context, slug, lang string, text []byte, look func(now []byte) error) (*Opened, error) {
	return f.rewrite(ctx, slug, lang, func(_ *Opened, data []byte) (out []byte, merged bool, err error) {
		return text, false, look(data)
	})
}

// rewrite writes a file of a release anew, from what it is as text and as bytes.
func (f *Folder) rewrite(
	ctx context.Context, slug, lang string, anew func(was *Opened, data []byte) (out []byte, merged bool, err error),
) (*Opened, error) {
	var now *Opened
	err := f.change(ctx, slug, func(read reader) (c Change, err error) {
		was, err := f.Open(slug, lang)
		if err != nil {
			return c, err
		}
		c.File = was.Name
		if c.Before, err = read(was.Name); err != nil {
			return c, fmt.Errorf("reading release: %w", err)
		}
		if was, err = opened(was.Name, was.Language, c.Before); err != nil {
			return c, err
		}
		if c.After, c.Merged, err = anew(was, c.Before); err != nil {
			return c, err
		}
		if now, err = opened(was.Name, was.Language, c.After); err != nil {
			return c, err
		}
		now.Merged = c.Merged
		return c, nil
	})
	if err != nil {
		return nil, err
	}
	return now, nil
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
