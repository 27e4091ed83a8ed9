package fields

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"pressroom/internal/frontmatter"
)

const form = `+++
headline = "A levee"
subhead = """
Two
lines"""
lift_note = true
date = 2026-07-20
embargo = 2026-07-20T09:00:00-04:00
release_at = 2026-11-01T01:30:00
timezone = "America/New_York"
to = ["national", " two ", "a\nb"]
topics = ["water", 7]
signatories = ["quay"]
group = 7
[quotes]
local = false
[[quote]]
org = "One"
text = "1"
[[quote]]
org = "Two"
text = "2"
title = "T"
[[quote]]
org = "Three"
+++
Body
`

// What a form shows of each key, and whether it can show it.
func TestWhatAFormShows(t *testing.T) {
	zone, err := time.LoadLocation("America/New_York")
	if err != nil {
		t.Fatal(err)
	}
	s := Sheet{docOf(t, form), zone}
	for _, c := range []struct {
		path, key string
		kind      Kind
		want      string
		shows     bool
	}{
		{"", "headline", Line, "A levee", true},
		{"", "headline", Text, "A levee", true},
		{"", "headline", Word, "A levee", true},
		{"", "headline", List, "A levee", false},
		{"", "headline", Flag, "A levee", false},
		{"", "headline", Day, "A levee", false},
		{"", "headline", Moment, "A levee", false},
		{"", "subhead", Line, "Two lines", false},
		{"", "subhead", Text, "Two\nlines", true},
		{"", "lift_note", Flag, "yes", true},
		{"", "lift_note", Line, "yes", false},
		{"quotes", "local", Flag, "no", true},
		{"", "date", Day, "2026-07-20", true},
		{"", "date", Moment, "2026-07-20T00:00", true},
		{"", "date", Line, "2026-07-20T00:00", false},
		{"", "embargo", Day, "", false},
		{"", "embargo", Moment, "2026-07-20T09:00", true},
		{"", "release_at", Moment, "2026-11-01T01:30", true},
		{"", "to", List, "national\ntwo\na\nb", false},
		{"", "topics", List, "water", false},
		{"", "signatories", List, "quay", true},
		{"", "signatories", Line, "quay", false},
		{"", "group", Line, "", false},
		{"", "other", Line, "", true},
		{"nowhere", "other", Line, "", true},
		{"quote[1]", "org", Line, "Two", true},
		{"quote[7]", "org", Line, "", true},
	} {
		f := Field{Key: c.key, Kind: c.kind}
		if got, shows := s.Value(c.path, f), s.Shows(c.path, f); got != c.want || shows != c.shows {
			t.Errorf("%s %s as %s: %q, shown %t; want %q, %t", c.path, c.key, c.kind, got, shows, c.want, c.shows)
		}
	}
}

func TestWhatIsTypedIsCleanedAndWritten(t *testing.T) {
	for _, c := range []struct {
		kind                  Kind
		typed, clean, written string
	}{
		{Line, " a \r\n b\tc ", "a b c", `"a b c"`},
		{Line, "a\x00\x1f\x7f\xffb\u0085c", "ab c", `"ab c"`},
		{Text, "a\r\nb\rc\x01\td ", "a\nb\nc\td ", "\"\"\"\na\nb\nc\td \"\"\""},
		{List, " a \n\n b c \r", "a\nb c", `["a", "b c"]`},
		{List, "", "", "[]"},
		{Flag, "yes", "yes", "true"},
		{Flag, "no", "no", "false"},
		{Word, "dash", "dash", `"dash"`},
		{Day, "2026-07-26", "2026-07-26", "2026-07-26"},
		{Day, "26 July", "26 July", `"26 July" is no day; write it as in 2026-07-26`},
		{Day, "2026-07-26T09:00", "2026-07-26T09:00", `"2026-07-26T09:00" is no day; write it as in 2026-07-26`},
		{Moment, "2026-07-26T09:05", "2026-07-26T09:05", "2026-07-26T09:05:00"},
		{Moment, "2026-07-26", "2026-07-26", `"2026-07-26" is no day and time; write it as in 2026-07-26T09:00`},
	} {
		clean := Clean(c.kind, c.typed)
		written, err := Written(Field{Key: "k", Kind: c.kind}, clean)
		if err != nil {
			written = err.Error()
		}
		if clean != c.clean || written != c.written {
			t.Errorf("%q in a %s: %q, written %q; want %q, %q", c.typed, c.kind, clean, written, c.clean, c.written)
		}
	}
	for err, want := range map[error]string{
		&TakenError{[]Taken{{Field: Field{Key: "a"}}, {Field: Field{Key: "b"}}}}: "somebody else changed a, b since you opened the form",
		&MovedError{"quote"}: "the [[quote]] that you changed was changed or taken out since you opened the form",
	} {
		if err.Error() != want {
			t.Errorf("%s", err)
		}
	}
}

// Which of several tables was changed, where they have moved and changed meanwhile.
func TestWhichTableIsMeant(t *testing.T) {
	doc := docOf(t, form)
	for _, c := range []struct {
		entry int
		was   map[string]string
		want  int
	}{
		{0, map[string]string{"org": "One", "text": "1"}, 0},
		{2, map[string]string{"org": "One", "text": "1"}, 0},
		{0, map[string]string{"org": "Two", "text": "2", "title": "T"}, 1},
		{0, map[string]string{"org": "Two", "text": "2", "title": "other"}, 1},
		{0, map[string]string{"org": "Two", "text": "other", "title": "other"}, -1},
		{0, map[string]string{"org": "Two", "text": "other"}, -1},
		{0, map[string]string{"org": " Three ", "text": "", "title": ""}, 2},
		{1, map[string]string{"org": "Three", "text": "", "title": "x"}, -1},
		{1, map[string]string{}, 1},
		{9, map[string]string{}, 0},
		{0, map[string]string{"org": "Nobody"}, -1},
		{0, map[string]string{"title": ""}, 0},
		{1, map[string]string{"title": ""}, 2},
	} {
		got, err := Change{Table: "quote", Entry: c.entry, Was: c.was}.Find(doc)
		if err != nil {
			got = -1
		}
		if got != c.want {
			t.Errorf("%d, %v: %d, want %d", c.entry, c.was, got, c.want)
		}
	}
	order := func(out []byte, err error) string {
		if err != nil {
			return err.Error()
		}
		d := docOf(t, string(out))
		var got []string
		for i := range d.Len("quote") {
			got = append(got, Sheet{d, time.UTC}.Value(frontmatter.Index("quote", i), Of("quote", "org")))
		}
		return strings.Join(got, " ")
	}
	for i, org := range []string{"One", "Two", "Three", "Four"} {
		e := Entry{Change{Table: "quote", Entry: i % 3, Was: map[string]string{"org": org}}}
		var got []string
		for _, do := range []func(*frontmatter.Document) ([]byte, error){e.Up, e.Down, e.Remove} {
			got = append(got, order(do(doc)))
		}
		gone := (&MovedError{"quote"}).Error()
		want := [][]string{
			{"One Two Three", "Two One Three", "Two Three"}, {"Two One Three", "One Three Two", "One Three"}, {"One Three Two", "One Two Three", "One Two"}, {gone, gone, gone},
		}[i]
		if fmt.Sprint(got) != fmt.Sprint(want) {
			t.Errorf("%s: %q, want %q", org, got, want)
		}
	}
}

// A release's time is written over where it stands, in each of its forms.
func TestEachWayOfGoingOut(t *testing.T) {
	files := map[string]string{
		"date": "date = 2026-07-20", "embargo": "embargo = 2026-07-20T09:00:00 # why", "hold": "release_at = \"hold\"\ntimezone = \"UTC\"", "none": "a = 1", "two": "date = 2026-07-20\nembargo = 2026-07-20T09:00:00",
	}
	for _, c := range []struct{ from, kind, at, zone, want string }{
		{"date", "date", "2026-07-21T10:00", "", "date = 2026-07-21"},
		{"date", "date", "2026-07-20", "", "date = 2026-07-20"},
		{"date", "embargo", "2026-07-21T10:00", "", "embargo = 2026-07-21T10:00:00"},
		{"date", "release_at", " 2026-07-21T10:00 ", "UTC", "release_at = 2026-07-21T10:00:00\ntimezone = \"UTC\""},
		{"date", "hold", "2026", "", `release_at = "hold"`},
		{"embargo", "hold", "", "", `release_at = "hold" # why`},
		{"embargo", "embargo", "2026-07-20T09:00", " Europe/Paris ", "embargo = 2026-07-20T09:00:00 # why\ntimezone = \"Europe/Paris\""},
		{"hold", "embargo", "2026-07-21T10:00", "", "embargo = 2026-07-21T10:00:00"},
		{"hold", "hold", "x", "UTC", "release_at = \"hold\"\ntimezone = \"UTC\""},
		{"none", "date", "2026-07-21", "", "a = 1\ndate = 2026-07-21"},
		{"two", "embargo", "2026-07-21T10:00", "", "embargo = 2026-07-21T10:00:00"},
		{"two", "release_at", "2026-07-21T10:00", "", "release_at = 2026-07-21T10:00:00"},
		{"date", "date", "soon", "", `"soon" is no day and time; write it as in 2026-07-26T09:00`},
		{"date", "embargo", "soon", "", `"soon" is no day and time; write it as in 2026-07-26T09:00`},
		{"date", "", "", "", `"" is no way to go out; there are date, embargo, release_at and hold`},
	} {
		doc := docOf(t, "+++\n"+files[c.from]+"\n+++\nBody.\n")
		was := Sheet{doc, time.UTC}.TimingOf()
		out, err := Retimed{Was: was, Now: Timing{c.kind, c.at, c.zone}, Zone: time.UTC}.Apply(doc)
		got := strings.TrimSuffix(strings.TrimPrefix(string(out), "+++\n"), "\n+++\nBody.\n")
		if err != nil {
			got = err.Error()
		}
		if got != c.want {
			t.Errorf("%s to %s %s: %s, want %s", c.from, c.kind, c.at, got, c.want)
		}
	}
	doc := docOf(t, "+++\n"+files["hold"]+"\n+++\nBody.\n")
	_, err := Retimed{Was: Timing{Kind: "date", At: "2026-07-20"}, Now: Timing{Kind: "embargo", At: "2026-07-21T10:00"}, Zone: time.UTC}.Apply(doc)
	if taken, ok := err.(*TakenError); !ok || taken.Fields[0].Mine != "embargo 2026-07-21T10:00" || taken.Fields[0].Theirs != "hold  UTC" {
		t.Errorf("%+v", err)
	}
}
