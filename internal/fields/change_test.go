package fields

import (
	"errors"
	"reflect"
	"testing"
	"time"
)

const lamps = `+++
headline = "The lamps are lit"
topics = ["quays", "lamps", "boats"]
notes = """
One.
Two.
Three."""
timezone = "UTC"
+++
Body.
`

// What becomes of a field that was shown, changed in the form, and changed in the file.
func TestAFieldIsComparedWithWhatWasShown(t *testing.T) {
	for _, c := range []struct {
		key, was, now string
		want          string // what the file holds then; "" where both are told
		theirs        string
	}{
		{"headline", "The lamps are lit", "Lit at last", "Lit at last", ""},
		{"headline", "  The lamps\tare lit ", "Lit at last", "Lit at last", ""},
		{"headline", "The lamps are lit", " The lamps are lit ", "The lamps are lit", ""},
		{"headline", "Dark", "Dark", "The lamps are lit", ""},
		{"headline", "Dark", "The lamps  are lit", "The lamps are lit", ""},
		{"headline", "Dark", "Lit at last", "", "The lamps are lit"},
		{"notes", "One.\r\nTwo.\r\nThree.", "One.\r\nTwo.\r\n3.", "One.\nTwo.\n3.", ""},
		{"notes", "1.\nTwo.\nThree.", "1.\nTwo.\n3.", "One.\nTwo.\n3.", ""},
		{"notes", "One.\nTwo.\n3.", "1.\nTwo.\n3.", "1.\nTwo.\nThree.", ""},
		{"notes", "One.\nTwo.", "1.\nTwo.", "1.\nTwo.\nThree.", ""},
		{"notes", "One.\nTwo.\nThree.\nFour.", "1.\nTwo.\nThree.\nFour.", "1.\nTwo.\nThree.", ""},
		{"notes", "One.\n2.\nThree.", "One.\nII.\nThree.", "", "One.\nTwo.\nThree."},
		{"notes", "", "One.", "", "One.\nTwo.\nThree."},
		{"topics", " quays\r\nlamps\r\n\r\nboats\r\n", "quays\nlamps", "quays\nlamps", ""},
		{"topics", "piers\nlamps\nboats", "piers\nlamps\nnets", "", "quays\nlamps\nboats"},
	} {
		doc := docOf(t, lamps)
		out, err := Change{Entry: -1, Was: map[string]string{c.key: c.was}, Now: map[string]string{c.key: c.now}, Zone: time.UTC}.Apply(doc)
		f := Of("", c.key)
		if c.want == "" {
			want := &TakenError{[]Taken{{f, c.now, c.theirs}}}
			if out != nil || !reflect.DeepEqual(err, error(want)) {
				t.Errorf("%s from %q to %q: %s, %#v", c.key, c.was, c.now, out, err)
			}
			continue
		}
		if err != nil {
			t.Errorf("%s from %q to %q: %v", c.key, c.was, c.now, err)
			continue
		}
		if got := (Sheet{docOf(t, string(out)), time.UTC}).Value("", f); got != c.want {
			t.Errorf("%s from %q to %q is %q, want %q", c.key, c.was, c.now, got, c.want)
		}
	}
}

// Several keys are written in their order, however many; into a table that is not there yet too.
func TestSeveralKeysAreWrittenInTheirOrder(t *testing.T) {
	for table, c := range map[string]struct {
		now  map[string]string
		want string
	}{
		"": {
			map[string]string{
				"to": "national", "access": "trusted\nlocal", "subhead": "From dusk", "headline": "The lamps are lit", "lift_note": "no",
				"subject": "Lamps", "dateline": "Marlow", "group": "harbour", "date": "2026-12-03",
			},
			"access = [\"trusted\", \"local\"]\ndate = 2026-12-03\ndateline = \"Marlow\"\ngroup = \"harbour\"\nheadline = \"The lamps are lit\"\n" +
				"lift_note = false\nsubhead = \"From dusk\"\nsubject = \"Lamps\"\nto = [\"national\"]\n",
		},
		"quotes": {
			map[string]string{"withdrawn": "hold", "local": "yes", "unsigned": "warn", "order": "lot"},
			"[quotes]\nlocal = true\norder = \"lot\"\nunsigned = \"warn\"\nwithdrawn = \"hold\"\n",
		},
		"notice": {
			map[string]string{"text": "More of it\r\ntomorrow", "headline": "News of the quays"},
			"[notice]\nheadline = \"News of the quays\"\ntext = \"\"\"\nMore of it\ntomorrow\"\"\"\n",
		},
	} {
		out, err := Change{Table: table, Entry: -1, Now: c.now, Zone: time.UTC}.Apply(docOf(t, "+++\n+++\nBody.\n"))
		if want := "+++\n" + c.want + "+++\nBody.\n"; err != nil || string(out) != want {
			t.Errorf("%q: %v\n%s\nwant\n%s", table, err, out, want)
		}
	}
}

// A line holds no end of one, however it is written; a list holds what stands on a line each.
func TestAFormShowsLinesAndLists(t *testing.T) {
	sheet := Sheet{docOf(t, `+++
plain = "a b"
feed = "a\nb"
back = "a\rb"
both = "a\r\nb"
two = ["a", "b"]
broken = ["a\nb", "c"]
blank = ["a", ""]
none = []
+++
`), time.UTC}
	for _, c := range []struct {
		key  string
		kind Kind
		want bool
	}{
		{"plain", Line, true},
		{"feed", Line, false},
		{"back", Line, false},
		{"both", Line, false},
		{"feed", Text, true},
		{"back", Text, true},
		{"both", Text, true},
		{"feed", Word, false},
		{"two", List, true},
		{"broken", List, false},
		{"blank", List, false},
		{"none", List, true},
	} {
		if got := sheet.Shows("", Field{Key: c.key, Kind: c.kind}); got != c.want {
			t.Errorf("%s as %s: %t", c.key, c.kind, got)
		}
	}
}

// An instant is held as the zone's clock shows it, whichever zone it was told in.
func TestAnInstantIsReadByTheZonesClock(t *testing.T) {
	for at, want := range map[string]string{
		"2026-07-26T13:00:00Z": "2026-07-26T09:00", "2026-07-26T15:00:00+02:00": "2026-07-26T09:00", "2026-12-03T02:30:00Z": "2026-12-02T21:30",
		"2026-11-01T06:30:00Z": "2026-11-01T01:30-05:00",
	} {
		instant, err := time.Parse(time.RFC3339, at)
		if err != nil {
			t.Fatal(err)
		}
		if got := Reading(instant, newYork); got != want {
			t.Errorf("%s is %s, want %s", at, got, want)
		}
	}
}

// Where no table is what was shown, the one that holds most of it is meant, from its own place on.
func TestTheTableThatHoldsMostIsMeant(t *testing.T) {
	doc := docOf(t, `+++
[[contact]]
name = "Ana Ruiz"
role = "Speaker"
phone = "1"
[[contact]]
name = "Ana Ruiz"
role = "Speaker"
phone = "2"
[[contact]]
name = "Jan Osten"
role = "Speaker"
phone = "3"
[[contact]]
name = "Jan Osten"
+++
`)
	for _, c := range []struct {
		entry             int
		name, role, phone string
		want              int // -1 where none is
	}{
		{0, "Ana Ruiz", "Speaker", "9", 0},
		{1, "Ana Ruiz", "Speaker", "9", 1},
		{2, "Ana Ruiz", "Speaker", "9", 0},
		{3, "Jan Osten", "Speaker", "9", 2},
		{0, "Ana Ruiz", "Speaker", "2", 1},
		{2, "Jan Osten", "", "3", 2},
		{0, "Jan Osten", "", "", 3},
		{3, "Jan Osten", "Pilot", "", -1},
		{0, "Jan Osten", "Pilot", "9", -1},
		{1, "Lee", "Speaker", "9", -1},
		{1, "", "Speaker", "", 1},
	} {
		was := map[string]string{"name": c.name, "role": c.role, "phone": c.phone}
		got, err := Change{Table: "contact", Entry: c.entry, Was: was, Zone: time.UTC}.Find(doc)
		if c.want < 0 {
			if !reflect.DeepEqual(err, error(&MovedError{"contact"})) || got != 0 {
				t.Errorf("%+v: %d, %v", c, got, err)
			}
			continue
		}
		if err != nil || got != c.want {
			t.Errorf("%+v: %d, %v", c, got, err)
		}
	}
}

// When a release goes out is compared with what was shown too.
func TestWhenAReleaseGoesOutIsComparedWithWhatWasShown(t *testing.T) {
	files := map[string]string{
		"held": "release_at = \"hold\"\n", "day": "date = 2026-12-03\n", "hour": "embargo = 2026-12-03T09:00:00\ntimezone = \"UTC\"\n",
	}
	hour := Timing{"embargo", "2026-12-03T09:00", "UTC"}
	later := Timing{"embargo", "2026-12-03T10:30", "UTC"}
	for _, c := range []struct {
		file     string
		was, now Timing
		want     string
		taken    []Taken
	}{
		{"held", Timing{Kind: "hold", At: "2026-12-03T09:00"}, Timing{Kind: "date", At: "2026-12-04"}, "date = 2026-12-04\n", nil},
		{"day", Timing{Kind: "date", At: "2026-12-03T09:00"}, Timing{Kind: "hold"}, "release_at = \"hold\"\n", nil},
		{"day", Timing{Kind: "date", At: " 2026-12-03 ", Zone: " "}, Timing{Kind: "hold"}, "release_at = \"hold\"\n", nil},
		{"hour", hour, later, "embargo = 2026-12-03T10:30:00\ntimezone = \"UTC\"\n", nil},
		{"hour", hour, hour, files["hour"], nil},
		{"hour", later, later, files["hour"], nil},
		{"hour", later, hour, files["hour"], nil},
		{"hour", later, Timing{Kind: "hold"}, "", []Taken{{Field{Key: "embargo", Kind: Moment}, "hold", "embargo 2026-12-03T09:00 UTC"}}},
		{"hour", Timing{Kind: "hold"}, later, "", []Taken{
			{Field{Key: "embargo", Kind: Moment}, "embargo 2026-12-03T10:30 UTC", "embargo 2026-12-03T09:00 UTC"},
		}},
	} {
		out, err := Retimed{c.was, c.now, time.UTC}.Apply(docOf(t, "+++\n"+files[c.file]+"+++\n"))
		if c.taken != nil {
			if out != nil || !reflect.DeepEqual(err, error(&TakenError{c.taken})) {
				t.Errorf("%s, %+v to %+v: %s, %#v", c.file, c.was, c.now, out, err)
			}
			continue
		}
		if want := "+++\n" + c.want + "+++\n"; err != nil || string(out) != want {
			t.Errorf("%s, %+v to %+v: %v\n%s", c.file, c.was, c.now, err, out)
		}
	}
}

// What cannot be when a release goes out is told of the key that it was typed for.
func TestAWrongTimeIsToldOfItsKey(t *testing.T) {
	for _, kind := range []string{"date", "embargo", "release_at"} {
		_, err := Retimed{Now: Timing{Kind: kind, At: "soon"}, Zone: time.UTC}.Apply(docOf(t, "+++\n+++\n"))
		var invalid *InvalidError
		if !errors.As(err, &invalid) || !reflect.DeepEqual(*invalid, InvalidError{Field{Key: kind, Kind: Moment}, "soon"}) {
			t.Errorf("%s: %#v", kind, err)
		}
	}
}
