package fields

import (
	"fmt"
	"strings"
	"time"

	"pressroom/internal/frontmatter"
	"pressroom/internal/release"
)

// Timing is when a release goes out, as a form has it.
type Timing struct {
	// Kind is the key that says it: date, embargo or release_at; hold where it waits for a
	// word, "" where nothing is said or what is said cannot be shown.
	Kind string
	At   string // as FormMoment has it; the day alone, of a date
	Zone string // "" where the file names none
}

// TimingOf is when the release of a file goes out.
func (s Sheet) TimingOf() Timing {
	t := Timing{Zone: s.Value("", Field{Key: "timezone", Kind: Line})}
	for _, key := range []string{"date", "embargo", "release_at"} {
		switch v := s.Doc.Tree()[key].(type) {
		case string:
			if v == release.AtWord && key == "release_at" {
				t.Kind, t.At = "hold", ""
			} else {
				t.Kind, t.At = key, ""
			}
		case time.Time:
			t.Kind, t.At = key, s.Value("", Field{Key: key, Kind: Moment})
			if key == "date" {
				t.At = v.Format(time.DateOnly)
			}
		}
	}
	return t
}

// whole is the timing without what does not belong to its kind.
func (t Timing) whole() Timing {
	t.Zone = Clean(Line, t.Zone)
	t.At = strings.TrimSpace(t.At)
	switch t.Kind {
	case "date":
		t.At, _, _ = strings.Cut(t.At, "T")
	case "hold":
		t.At = ""
	}
	return t
}

// Retimed is a change of when a release goes out.
type Retimed struct {
	Was, Now Timing
	Zone     *time.Location // the release's, as it was
}

// value is what is written for a timing: its key and that one's value.
func (t Timing) value() (key, value string, err error) {
	switch t.Kind {
	case "date":
		day, err := time.Parse(time.DateOnly, t.At)
		if err != nil {
			return "", "", &InvalidError{Field{Key: "date", Kind: Moment}, t.At}
		}
		return "date", day.Format(time.DateOnly), nil
	case "hold":
		return "release_at", frontmatter.Quote(release.AtWord), nil
	case "embargo", "release_at":
		value, err := Written(Field{Key: t.Kind, Kind: Moment}, t.At)
		return t.Kind, value, err
	}
	return "", "", fmt.Errorf("%q is no way to go out; there are date, embargo, release_at and hold", t.Kind)
}

// Apply returns the file with the change. The key that said it before is written over where
// it stands.
func (c Retimed) Apply(doc *frontmatter.Document) ([]byte, error) {
	was, now, there := c.Was.whole(), c.Now.whole(), Sheet{doc, c.Zone}.TimingOf()
	if now == was || now == there {
		return doc.Src, nil
	}
	if there != was {
		return nil, &TakenError{[]Taken{{Field{Key: "embargo", Kind: Moment}, now.says(), there.says()}}}
	}
	key, value, err := now.value()
	if err != nil {
		return nil, err
	}
	for _, old := range []string{"date", "embargo", "release_at"} {
		if _, there := doc.Lookup(old); !there {
			continue
		}
		var out []byte
		if _, taken := doc.Lookup(key); old == key || !taken {
			out, err = doc.Become("", old, key, value)
		} else {
			out, err = doc.Unset("", old)
		}
		if err != nil {
			return nil, err
		}
		if doc, err = again(doc, out); err != nil {
			return nil, err
		}
	}
	if _, there := doc.Lookup(key); !there {
		out, err := doc.Set("", key, value)
		if err != nil {
			return nil, err
		}
		if doc, err = again(doc, out); err != nil {
			return nil, err
		}
	}
	if now.Zone == was.Zone {
		return doc.Src, nil
	}
	return write(doc, "", Field{Key: "timezone", Kind: Line}, now.Zone)
}

// says is a timing in a line.
func (t Timing) says() string { return strings.TrimSpace(t.Kind + " " + t.At + " " + t.Zone) }
