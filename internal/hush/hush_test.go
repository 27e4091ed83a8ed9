package hush_test

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"log/slog"
	"slices"
	"strings"
	"testing"
	"time"

	"pressroom/internal/hush"
)

var words = hush.Words{{"sea-wall", "1111-1111"}, {"sea-wall/release-1", "2222-2222"}, {"The Wall is safe", "1111-1111"}, {"", "x"}}

func TestWordsAreReplacedWhereTheyStandByThemselves(t *testing.T) {
	for text, want := range map[string]string{
		"":                                       "",
		"sea-wall":                               "1111-1111",
		"sea-wall/release-1 is due":              "2222-2222 is due",
		"sea-wall/release-12 is due":             "1111-1111/release-12 is due",
		"reading releases/sea-wall.md:3:1:":      "reading releases/1111-1111.md:3:1:",
		"overseas-wall, sea-walls, a sea-wall-2": "overseas-wall, sea-walls, a sea-wall-2",
		"sea-wall sea-wall":                      "1111-1111 1111-1111",
		"sea-walls, then sea-wall":               "sea-walls, then 1111-1111",
		"“The Wall is safe” – H":                 "“1111-1111” – H",
	} {
		if got := words.In(text); got != want {
			t.Errorf("%q becomes %q, want %q", text, got, want)
		}
	}
}

func TestAWordEndsAtWhatIsNoLetter(t *testing.T) {
	const letters = "-0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"
	before := slices.Clone(words)
	for b := range 256 {
		c := string([]byte{byte(b)})
		want := "1111-1111" + c
		if strings.Contains(letters, c) {
			want = "sea-wall" + c
		}
		if got := words.In("sea-wall" + c); got != want {
			t.Errorf("%q", got)
		}
		if got := words.In(c + "sea-wall"); (got == c+"sea-wall") != strings.Contains(letters, c) {
			t.Errorf("%q", got)
		}
	}
	if !slices.Equal(words, before) {
		t.Errorf("the words are in another order: %v", words)
	}
}

// told is what a logger writes.
func told(t *testing.T, known error, write func(*slog.Logger)) string {
	t.Helper()
	var out bytes.Buffer
	base := slog.NewTextHandler(&out, &slog.HandlerOptions{Level: slog.LevelDebug, ReplaceAttr: func(_ []string, a slog.Attr) slog.Attr {
		if a.Key == slog.TimeKey {
			return slog.Attr{}
		}
		return a
	}})
	write(slog.New(hush.NewHandler(base, func(context.Context) (hush.Words, error) { return words, known })))
	return out.String()
}

func TestALogTellsNothingThatIsNotPublic(t *testing.T) {
	got := told(t, nil, func(l *slog.Logger) {
		l = l.With("of", "sea-wall").WithGroup("g").With("also", "sea-wall")
		l.Error("sea-wall fails", "dispatch", "sea-wall/release-1", "error", fmt.Errorf("sending sea-wall/release-1: %w", errors.New("no")),
			slog.Group("in", "title", "The Wall is safe"), "after", time.Second, "n", 3)
	})
	want := "level=ERROR msg=\"1111-1111 fails\" of=1111-1111 g.also=1111-1111 g.dispatch=2222-2222 " +
		"g.error=\"sending 2222-2222: no\" g.in.title=1111-1111 g.after=1s g.n=3\n"
	if got != want {
		t.Errorf("got  %swant %s", got, want)
	}
}

// TestWordsStayInTheirOrder: to look for the longer ones first does not put them so for whoever holds them.
func TestWordsStayInTheirOrder(t *testing.T) {
	own := hush.Words{{"sea", "1111-1111"}, {"sea-wall", "2222-2222"}}
	if got := own.In("sea-wall by the sea"); got != "2222-2222 by the 1111-1111" || own[0].Word != "sea" || own[1].Word != "sea-wall" {
		t.Errorf("%s, then %v", got, own)
	}
}

// title is a value that says itself what a log has of it.
type title string

func (s title) LogValue() slog.Value { return slog.StringValue("title: " + string(s)) }

// group is one that says several things.
type group string

func (s group) LogValue() slog.Value { return slog.GroupValue(slog.String("of", string(s))) }

// TestALogHushesFromInfoOnWhateverTellsOfIt looks at each level, and at values that are asked what they say.
func TestALogHushesFromInfoOnWhateverTellsOfIt(t *testing.T) {
	for level, secret := range map[slog.Level]bool{
		slog.LevelDebug: true, slog.LevelInfo - 1: true, slog.LevelInfo: false, slog.LevelWarn: false, slog.LevelError: false,
	} {
		got := told(t, nil, func(l *slog.Logger) {
			l.Log(context.Background(), level, "sea-wall", "a", title("sea-wall"), "g", group("The Wall is safe"))
		})
		want := "msg=1111-1111 a=\"title: 1111-1111\" g.of=1111-1111\n"
		if secret {
			want = "msg=sea-wall a=\"title: sea-wall\" g.of=\"The Wall is safe\"\n"
		}
		if _, got, _ := strings.Cut(got, " "); got != want {
			t.Errorf("at %s: %s", level, got)
		}
	}
}

func TestDebugNamesWhatItIsAbout(t *testing.T) {
	if got := told(t, nil, func(l *slog.Logger) { l.Debug("answer", "dispatch", "sea-wall/release-1") }); !strings.Contains(got, "sea-wall/release-1") {
		t.Error(got)
	}
}

func TestWhereItCannotBeToldWhatIsPublicNoMailingIsNamed(t *testing.T) {
	got := told(t, errors.New("no database"), func(l *slog.Logger) { l.Error("no", "error", errors.New("reading other/advance-234: no disk")) })
	if strings.Contains(got, "other") || !strings.Contains(got, "reading a mailing: no disk") {
		t.Error(got)
	}
}
