package release

import (
	"strings"
	"testing"
	"time"
)

// held is a release that waits for a word, with a key more.
func held(t *testing.T, keys string) (*Release, string) {
	t.Helper()
	src := "+++\nheadline = \"The council has voted\"\n" + keys + "\ntimezone = \"America/Los_Angeles\"\ndateline = \"CITY\"\nto = []\n" +
		"[[contact]]\nname = \"Dana\"\nphone = \"1\"\n+++\nThe vote was close.\n"
	r, found := Read("vote", []Source{{Name: "vote.md", Data: []byte(src)}}, Settings{})
	return r, found.Error()
}

func TestAReleaseThatWaitsForAWordBearsTheDayOnWhichItGoes(t *testing.T) {
	r, said := held(t, `release_at = "hold"`+"\ngroup = \"ruling\"")
	if r == nil {
		t.Fatal(said)
	}
	if r.Timing.Kind != OnWord || !r.Timing.At.IsZero() || r.Group != "ruling" {
		t.Fatalf("%+v, group %q", r.Timing, r.Group)
	}
	for now, want := range map[string]string{
		"2026-07-26T06:59:59Z": "FOR IMMEDIATE RELEASE: July 25, 2026",
		"2026-07-26T07:00:00Z": "FOR IMMEDIATE RELEASE: July 26, 2026",
	} {
		at, err := time.Parse(time.RFC3339, now)
		if err != nil {
			t.Fatal(err)
		}
		d := r.Dated(at)
		if got := d.ReleaseLine(d.Main().Catalogue(), PhaseRelease); got != want {
			t.Errorf("at %s it says %q", now, got)
		}
	}
	if !r.Timing.At.IsZero() {
		t.Error("the release itself was dated")
	}
}

func TestTheDayOfAnyOtherReleaseStays(t *testing.T) {
	r, said := held(t, `date = 2026-07-26`)
	if r == nil {
		t.Fatal(said)
	}
	if d := r.Dated(time.Date(2030, 1, 1, 0, 0, 0, 0, time.UTC)); d.Timing != r.Timing {
		t.Errorf("%v", d.Timing)
	}
}

func TestWhatCannotBeAGroupIsSaidAtItsPlace(t *testing.T) {
	for keys, want := range map[string]string{
		"release_at = \"hold\"\ngroup = \"The Ruling\"":              "vote.md:4:9: error: \"The Ruling\" is no name for a group; use small letters, digits and hyphens, as in group = \"the-ruling\"",
		"date = 2026-07-26\ngroup = \"ruling\"":                      "vote.md:4:9: error: a group is of releases that wait for a word; write release_at = \"hold\", or take group out",
		"release_at = \"hold\"\nadvance = [\"all\"]":                 "vote.md:4:1: error: advance copies need an embargo",
		"embargo = \"hold\"":                                         "vote.md:3:11: error: embargo",
		"release_at = \"later\"":                                     "vote.md:3:14: error: release_at",
		"release_at = \"hold\"\nembargo = 2026-07-26T09:00:00-07:00": "both set",
	} {
		_, said := held(t, keys)
		if !strings.Contains(said, want) {
			t.Errorf("%s: %s", keys, said)
		}
	}
}
