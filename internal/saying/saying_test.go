package saying

import (
	"errors"
	"fmt"
	"io/fs"
	"testing"
	"time"
)

func TestASentenceIsItsEnglishAndHasItsCode(t *testing.T) {
	t.Parallel()
	s := Of("%s goes out %s, to %s", "vow/release-1", Moment{time.Date(2026, 7, 26, 9, 0, 0, 0, time.UTC)},
		Count(1, "%d journalist", "%d journalists"))
	if got, want := s.String(), "vow/release-1 goes out Sunday 2026-07-26 09:00:00 UTC, to 1 journalist"; got != want {
		t.Errorf("%q, want %q", got, want)
	}
	if s.Code != "%s goes out %s, to %s" || len(s.Args) != 3 || s.Empty() || !(Sentence{}).Empty() {
		t.Errorf("%+v", s)
	}
	if got := fmt.Sprint(Count(2, "%d journalist", "%d journalists")); got != "2 journalists" {
		t.Error(got)
	}
}

func TestAnErrorSaysASentenceAndWrapsWhatItNames(t *testing.T) {
	t.Parallel()
	err := fmt.Errorf("outside: %w", Errorf("%s cannot be read: %w", "a.md", fs.ErrNotExist))
	var said Said
	if !errors.Is(err, fs.ErrNotExist) || !errors.As(err, &said) {
		t.Fatalf("%v", err)
	}
	if s := said.Said(); s.Code != "%s cannot be read: %v" || s.String() != "a.md cannot be read: file does not exist" {
		t.Errorf("%q: %q", s.Code, s)
	}
}

// What a database keeps as English is the sentence that it was; what was never one stays so.
func TestATextIsReadAsTheSentenceThatItWas(t *testing.T) {
	t.Parallel()
	codes := []string{"paused: %d of %d were refusals: %s", "on hold: %s", "on hold", "%s withdrew; send without %s"}
	for text, want := range map[string][]any{
		"paused: 3 of 20 were refusals: 550 no: %d": {3, 20, "550 no: %d"}, "on hold: a: b": {"a: b"}, "on hold": nil,
		"A withdrew; send without b": {"A", "b"}, "on hold, and more": nil, "": nil,
		"paused: x of 20 were refusals: no": nil, " withdrew; send without ": {"", ""}, "A withdrew": nil, "A withdrew; send": nil, "paused: 3": nil,
	} {
		s := Read(text, codes...)
		if s.String() != text || fmt.Sprintf("%q", s.Args) != fmt.Sprintf("%q", want) {
			t.Errorf("%q: %q, %v", text, s.Code, s.Args)
		}
		if want == nil && s.Code != text {
			t.Errorf("%q is taken for %q", text, s.Code)
		}
		if want != nil && fmt.Sprintf(s.Code, s.Args...) != text {
			t.Errorf("%q is said as %q", text, s.Code)
		}
	}
}

func TestLinesAreJoinedToOne(t *testing.T) {
	t.Parallel()
	var l Lines
	if got := l.Join("; "); !got.Empty() || got.Code != "" {
		t.Errorf("%+v", got)
	}
	l.Add("%d late", 2)
	l.Add("signed")
	if got := l.Join("; "); got.String() != "2 late; signed" || got.Code != "%v%v%v" || len(got.Args) != 3 {
		t.Errorf("%+v", got)
	}
}
