package when

import (
	"os"
	"strings"
	"testing"
	"time"
)

// lines reads a list of testdata, by its columns.
func lines(t testing.TB, name string, columns int) [][]string {
	t.Helper()
	data, err := os.ReadFile("testdata/" + name)
	if err != nil {
		t.Fatal(err)
	}
	var out [][]string
	for _, l := range strings.Split(string(data), "\n") {
		if l == "" || l[0] == '#' {
			continue
		}
		f := strings.SplitN(l, " | ", columns)
		if len(f) != columns {
			t.Fatalf("%s: %d columns are wanted: %s", name, columns, l)
		}
		out = append(out, f)
	}
	return out
}

func TestALineThatLeavesItsInstantOpenIsReadAsNone(t *testing.T) {
	for _, f := range lines(t, "open.txt", 2) {
		r := Read(f[1], Options{Language: f[0], Today: day0})
		switch {
		case !r.At.IsZero():
			t.Errorf("%s\nis read as %s", f[1], r.At)
		case r.Why == "":
			t.Errorf("%s\nnothing says what is not sure", f[1])
		case !r.Embargo:
			t.Errorf("%s\nis not seen to speak of an embargo", f[1])
		}
	}
}

func TestALineOfOneInstantIsRead(t *testing.T) {
	for _, f := range lines(t, "instants.txt", 4) {
		want, err := time.Parse(time.RFC3339, f[1])
		if err != nil {
			t.Fatal(err)
		}
		r := Read(f[3], Options{Language: f[0], Today: day0})
		zone := r.Zone
		if zone == "" {
			zone = "-"
		}
		if !r.At.Equal(want) || r.At.Format(time.RFC3339) != want.Format(time.RFC3339) && f[1][19:] != "+00:00" || zone != f[2] {
			t.Errorf("%s\nis %s %s, want %s %s: %s", f[3], r.At.Format(time.RFC3339), zone, f[1], f[2], r.Why)
		}
	}
}

func TestWhatALineSpeaksOf(t *testing.T) {
	for line, want := range map[string]string{
		"FOR IMMEDIATE RELEASE":                              "immediate",
		"NOT FOR IMMEDIATE RELEASE":                          "embargo",
		"No embargo":                                         "open",
		"Embargo: none":                                      "open",
		"Keine Sperrfrist":                                   "open",
		"For release: 8 December":                            "release",
		"Para publicación inmediata":                         "immediate",
		"Sin embargo, el puerto calla":                       "",
		"The arms embargo of 1998":                           "",
		"Senators debate the embargo on exports":             "",
		"Das Waffenembargo gegen die Inseln":                 "",
		"L’embargo sur les armes":                            "",
		"UNDER EMBARGO":                                      "embargo",
		"Sperrfrist: Redebeginn":                             "embargo",
		"Do not publish before noon":                         "embargo",
		"The release date of the film, which is not known":   "",
		"Eleven groups ask the port to publish its tests":    "",
		"The groups called for immediate release of all men": "immediate",
	} {
		r := Read(line, Options{Language: "en", Today: day0})
		got := ""
		switch {
		case r.Embargo:
			got = "embargo"
		case r.Immediate:
			got = "immediate"
		case r.Open:
			got = "open"
		case r.Release:
			got = "release"
		}
		if got != want {
			t.Errorf("%q speaks of %q, want %q", line, got, want)
		}
	}
}

// TestEveryZoneIsKnown holds the tables: each place is one that Go knows.
func TestEveryZoneIsKnown(t *testing.T) {
	for iana := range placeNames {
		if _, err := time.LoadLocation(iana); err != nil {
			t.Error(err)
		}
	}
	for name, z := range abbreviations {
		for _, m := range z {
			if _, err := time.LoadLocation(m.place); err != nil {
				t.Errorf("%s: %v", name, err)
			}
		}
	}
	for name, short := range full {
		if abbreviations[short] == nil && named[short] == nil {
			t.Errorf("%s stands for %s, which is none", name, short)
		}
	}
}

// TestAPlaceIsInOneZone: a name that stood in two would be one or the other by chance.
func TestAPlaceIsInOneZone(t *testing.T) {
	seen := make(map[string]string)
	for iana, list := range placeNames {
		for _, n := range strings.Split(list, "|") {
			n = nameReplacer.Replace(n)
			if other, ok := seen[n]; ok && other != iana {
				t.Errorf("%s is in %s and in %s", n, other, iana)
			}
			seen[n] = iana
		}
	}
}

func FuzzRead(f *testing.F) {
	for _, l := range append(lines(f, "open.txt", 2), lines(f, "instants.txt", 4)...) {
		f.Add(l[0], l[len(l)-1])
	}
	f.Fuzz(func(t *testing.T, language, text string) {
		r := Read(text, Options{Language: language, Today: day0})
		switch {
		case r.At.IsZero() == (r.Why == ""):
			t.Fatalf("%q is %s, and unsure because %q", text, r.At, r.Why)
		case r.End < 0 || r.End > len(text):
			t.Fatalf("%q ends at %d", text, r.End)
		case !r.At.IsZero() && !r.Hour:
			t.Fatalf("%q is read as %s without an hour", text, r.At)
		}
	})
}
