package fields

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"pressroom/internal/expect"
	"pressroom/internal/frontmatter"
)

func docOf(t *testing.T, src string) *frontmatter.Document {
	t.Helper()
	doc, diags := frontmatter.Split("releases/x.md", []byte(src))
	if doc == nil {
		t.Fatal(diags)
	}
	return doc
}

// What stays where a table is taken out, moved or added, with the remarks around it.
func TestRemarksStayWithWhatTheyAreOf(t *testing.T) {
	var b strings.Builder
	for _, name := range []string{"remarks", "inline", "apart", "spaced"} {
		src, err := os.ReadFile(filepath.Join("testdata", name+".md"))
		if err != nil {
			t.Fatal(err)
		}
		doc := docOf(t, string(src))
		for _, table := range []string{"contact", "quote"} {
			for i := range doc.Len(table) {
				out, err := doc.Remove(table, i)
				fmt.Fprintf(&b, "=== %s without %s[%d]\n%s", name, table, i, said(doc, out, err))
			}
			out, err := doc.Swap(table, 0)
			fmt.Fprintf(&b, "=== %s, %s[0] and [1] swapped\n%s", name, table, said(doc, out, err))
			out, err = doc.Add(table, []frontmatter.Pair{{Key: "name", Value: `"New"`}, {Key: "text", Value: "\"\"\"\nTwo\nlines\"\"\""}})
			fmt.Fprintf(&b, "=== %s with one more %s\n%s", name, table, said(doc, out, err))
		}
	}
	expect.File(t, "edits.golden.txt", b.String())
}

// said is what an edit made of a file: the lines that went and came.
func said(doc *frontmatter.Document, out []byte, err error) string {
	if err != nil {
		return "error: " + err.Error() + "\n"
	}
	before, after := strings.Split(string(doc.Src), "\n"), strings.Split(string(out), "\n")
	from := 0
	for from < min(len(before), len(after)) && before[from] == after[from] {
		from++
	}
	to := 0
	for to < min(len(before), len(after))-from && before[len(before)-1-to] == after[len(after)-1-to] {
		to++
	}
	var b strings.Builder
	fmt.Fprintf(&b, "  %s\n", before[max(from-1, 0)])
	for _, l := range before[from : len(before)-to] {
		fmt.Fprintf(&b, "- %s\n", l)
	}
	for _, l := range after[from : len(after)-to] {
		fmt.Fprintf(&b, "+ %s\n", l)
	}
	fmt.Fprintf(&b, "  %s\n", before[len(before)-max(to, 1)])
	return b.String()
}

const ferry = `+++
headline = "The ferry runs" # again
embargo = 2026-07-26T09:00:00-04:00
timezone = "America/New_York"
notes = """
One.

Two."""
[[contact]]
name = "Dana"
phone = "1"
[[contact]]
name = "Lee"
phone = "2"
+++
It runs.
`

var newYork, _ = time.LoadLocation("America/New_York")

func TestWhatTwoPeopleChangeInOneFormIsThere(t *testing.T) {
	doc := docOf(t, ferry)
	mine := func(was, now map[string]string) ([]byte, error) {
		return Change{"", -1, was, now, newYork}.Apply(doc)
	}
	out, err := mine(map[string]string{"headline": "The ferry runs", "subhead": ""}, map[string]string{"headline": "It runs", "subhead": "Daily"})
	if want := strings.NewReplacer(`"The ferry runs" #`, `"It runs" #`, "Two.\"\"\"\n", "Two.\"\"\"\nsubhead = \"Daily\"\n").Replace(ferry); err != nil || string(out) != want {
		t.Errorf("%v\n%s", err, out)
	}
	// Somebody else wrote the same: nothing to do. Another thing: both are told.
	if out, err := mine(map[string]string{"headline": "Old"}, map[string]string{"headline": "The ferry runs"}); err != nil || string(out) != ferry {
		t.Errorf("%v\n%s", err, out)
	}
	var taken *TakenError
	_, err = mine(map[string]string{"headline": "Old"}, map[string]string{"headline": "Mine"})
	if !errors.As(err, &taken) || len(taken.Fields) != 1 || taken.Fields[0].Mine != "Mine" || taken.Fields[0].Theirs != "The ferry runs" {
		t.Errorf("%v", err)
	}
	// Of a text of several lines both are there, where they are on other lines.
	out, err = mine(map[string]string{"notes": "Zero.\n\nTwo."}, map[string]string{"notes": "Zero.\n\nTwo, and three."})
	if err != nil || !strings.Contains(string(out), "One.\n\nTwo, and three.\"\"\"") {
		t.Errorf("%v\n%s", err, out)
	}
}

func TestATableIsFoundWhereverItIs(t *testing.T) {
	doc := docOf(t, ferry)
	change := func(entry int, name, phone string) (int, error) {
		return Change{"contact", entry, map[string]string{"name": name, "phone": phone, "email": ""}, nil, newYork}.Find(doc)
	}
	for _, c := range []struct {
		entry       int
		name, phone string
		want        int
	}{{0, "Dana", "1", 0}, {1, "Dana", "1", 0}, {7, "Lee", "2", 1}, {0, "Lee", "2", 1}} {
		if got, err := change(c.entry, c.name, c.phone); err != nil || got != c.want {
			t.Errorf("%+v: %d, %v", c, got, err)
		}
	}
	var moved *MovedError
	for _, c := range [][2]string{{"Dana", "2"}, {"Gone", "9"}, {"", ""}} {
		if got, err := change(0, c[0], c[1]); !errors.As(err, &moved) {
			t.Errorf("%q is %d, %v", c, got, err)
		}
	}
	var none *MovedError
	if _, err := (Change{"quote", 0, map[string]string{"org": "A"}, nil, newYork}).Find(doc); !errors.As(err, &none) {
		t.Error(err)
	}
}

func TestWhenAReleaseGoesOutIsChangedInPlace(t *testing.T) {
	doc := docOf(t, ferry)
	was := Sheet{doc, newYork}.TimingOf()
	if was != (Timing{"embargo", "2026-07-26T09:00", "America/New_York"}) {
		t.Fatalf("%+v", was)
	}
	for name, c := range map[string]struct {
		now  Timing
		want string
	}{
		"nothing":      {was, ""},
		"another hour": {Timing{"embargo", "2026-07-26T10:30", was.Zone}, "embargo = 2026-07-26T10:30:00\n"},
		"no embargo":   {Timing{"release_at", "2026-07-26T09:00", was.Zone}, "release_at = 2026-07-26T09:00:00\n"},
		"a day":        {Timing{"date", "2026-07-26T09:00", was.Zone}, "date = 2026-07-26\n"},
		"at a word":    {Timing{"hold", "2026-07-26T09:00", was.Zone}, "release_at = \"hold\"\n"},
	} {
		out, err := Retimed{was, c.now, newYork}.Apply(doc)
		want := ferry
		if c.want != "" {
			want = strings.Replace(ferry, "embargo = 2026-07-26T09:00:00-04:00\n", c.want, 1)
		}
		if err != nil || string(out) != want {
			t.Errorf("%s: %v\n%s", name, err, out)
		}
	}
	out, err := Retimed{was, Timing{"embargo", was.At, "Europe/Berlin"}, newYork}.Apply(doc)
	if err != nil || !strings.Contains(string(out), "embargo = 2026-07-26T09:00:00\ntimezone = \"Europe/Berlin\"\n") {
		t.Errorf("%v\n%s", err, out)
	}
	var taken *TakenError
	if _, err := (Retimed{Timing{Kind: "date", At: "2026-07-01"}, Timing{Kind: "hold"}, newYork}).Apply(doc); !errors.As(err, &taken) {
		t.Error(err)
	}
	for _, bad := range []Timing{{"embargo", "tomorrow", ""}, {"date", "", ""}, {"whenever", "", ""}} {
		if _, err := (Retimed{was, bad, newYork}).Apply(doc); err == nil {
			t.Errorf("%+v", bad)
		}
	}
	none := docOf(t, "+++\nheadline = \"x\"\nembargo = \"?\"\nrelease_at = \"hold\"\n+++\n")
	out, err = Retimed{Sheet{none, newYork}.TimingOf(), Timing{"date", "2026-07-01", ""}, newYork}.Apply(none)
	if err != nil || string(out) != "+++\nheadline = \"x\"\ndate = 2026-07-01\n+++\n" {
		t.Errorf("%v\n%s", err, out)
	}
}

func TestWhatAFormCannotShowIsLeftToTheText(t *testing.T) {
	doc := docOf(t, "+++\nheadline = 7\nsubhead = \"a\\nb\"\nto = \"x\"\ntopics = [\"a\", 1]\naccess = [\" a\"]\nlift_note = \"yes\"\nnotes = \"fine\"\n+++\n")
	for key, want := range map[string]bool{
		"headline": false, "subhead": false, "to": false, "topics": false, "access": false, "lift_note": false, "notes": true, "dateline": true,
	} {
		if got := (Sheet{doc, time.UTC}).Shows("", Of("", key)); got != want {
			t.Errorf("%s: %v", key, got)
		}
	}
}
