package check

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"pressroom/internal/contacts"
	"pressroom/internal/expect"
	"pressroom/internal/release"
)

// All that is said of each slip of the list, word by word.
func TestWhatEverySlipIsTold(t *testing.T) {
	var b strings.Builder
	for _, e := range entries(t, "slips.txt") {
		src, _ := e.source()
		fmt.Fprintf(&b, "=== %s\n%s\n", e.name, look(t, src).Error())
	}
	expect.File(t, "slips.golden.txt", b.String())
}

// What is said of times, audiences and covers before a release is sent.
func TestWhatIsSaidBeforeSending(t *testing.T) {
	book, diags := contacts.Read([]contacts.File{
		{Name: "contacts/local.csv", Data: []byte("name,email,embargo\nAnn,ann@paper.example,yes\nBo,bo@paper.example,\n")},
		{Name: "contacts/empty.csv", Data: []byte("name,email\n")},
		{Name: "contacts/segments.toml", Data: []byte("[segment.nobody]\nwhere = 'name == \"Zoe\"'\n[segment.fails]\nwhere = 'beats[7] == \"x\"'\n")},
	})
	if diags.HasErrors() {
		t.Fatal(diags)
	}
	now := time.Date(2027, 6, 8, 12, 0, 0, 0, time.UTC)
	var b strings.Builder
	for _, c := range []struct{ name, front string }{
		{"today", "date = 2027-06-08\nto = [\"local\"]"},
		{"yesterday", "date = 2027-06-07\nto = [\"local\"]"},
		{"tomorrow", "date = 2027-06-09\nto = [\"local\"]"},
		{"an instant ahead", "embargo = 2027-06-08T13:00:00Z\nto = [\"local\"]"},
		{"an instant that is past", "embargo = 2027-06-08T11:00:00Z\nto = [\"local\"]"},
		{"this very instant", "release_at = 2027-06-08T12:00:00Z\nto = [\"local\"]"},
		{"in three years", "embargo = 2030-06-08T13:00:00Z\nto = [\"local\"]"},
		{"in two years", "embargo = 2029-06-08T12:00:00Z\nto = [\"local\"]"},
		{"an offset that is not the zone's", "embargo = 2027-06-08T13:00:00-08:00\ntimezone = \"America/Los_Angeles\"\nto = [\"local\"]"},
		{"an offset that is the zone's", "embargo = 2027-06-08T13:00:00-07:00\ntimezone = \"America/Los_Angeles\"\nto = [\"local\"]"},
		{"an abbreviation", "embargo = 2027-06-08T13:00:00-05:00\ntimezone = \"EST\"\nto = [\"local\"]"},
		{"an abbreviation of Europe", "embargo = 2027-06-08T13:00:00+02:00\ntimezone = \"CET\"\nto = [\"local\"]"},
		{"further zones", "embargo = 2027-06-08T13:00:00-07:00\ntimezone = \"America/Los_Angeles\"\nzones = [\"America/New_York\", \"Europe/Madrid\"]\nto = [\"local\"]"},
		{"further zones that read alike", "embargo = 2027-06-08T13:00:00-04:00\ntimezone = \"America/New_York\"\nzones = [\"Europe/Madrid\", \"America/Toronto\", \"Europe/Paris\", \"UTC\"]\nto = [\"local\"]"},
		{"a further zone by its letters", "embargo = 2027-06-08T13:00:00-07:00\ntimezone = \"America/Los_Angeles\"\nzones = [\"EST\", \"Etc/GMT+3\"]\nto = [\"local\"]"},
		{"UTC as a further zone of one at its offset", "embargo = 2028-01-08T13:00:00Z\ntimezone = \"Europe/London\"\nzones = [\"UTC\"]\nto = [\"local\"]"},
		{"a zone by its offset", "embargo = 2027-06-08T13:00:00-05:00\ntimezone = \"Etc/GMT+5\"\nto = [\"local\"]"},
		{"nobody", "date = 2027-06-08"},
		{"a list of nobody", "date = 2027-06-08\nto = [\"empty\"]"},
		{"a segment of nobody", "date = 2027-06-08\nto = [\"nobody\", \"local\"]"},
		{"a segment that fails", "date = 2027-06-08\nto = [\"fails\"]"},
		{"advance alone", "embargo = 2027-06-08T13:00:00Z\nadvance = [\"local\"]"},
		{"advance to nobody", "embargo = 2027-06-08T13:00:00Z\nadvance = [\"empty\"]\nto = [\"local\"]"},
		{"a list mistyped", "date = 2027-06-08\nto = [\"locla\"]"},
		{"a list that is none", "date = 2027-06-08\nto = [\"everywhere\"]"},
		{"a cover to nobody in it", "date = 2027-06-08\nto = [\"local\"]\n[[cover]]\nto = [\"empty\"]\ntext = \"x\""},
		{"a long subject", "date = 2027-06-08\nto = [\"local\"]\nsubject = \"" + strings.Repeat("x", 111) + "\""},
	} {
		src := "+++\nheadline = \"H\"\ndateline = \"CITY\"\n" + c.front + "\n[[contact]]\nname = \"D\"\nphone = \"1\"\n+++\nBody.\n"
		sources := []release.Source{{Name: "x.md", Data: []byte(src)}}
		r, diags := release.Read("x", sources, release.Settings{})
		if r == nil {
			fmt.Fprintf(&b, "=== %s\nnot read: %s\n", c.name, diags.Error())
			continue
		}
		v := Release(Subject{Release: r, Book: book, Now: now})
		fmt.Fprintf(&b, "=== %s\nwarned: %s\nrefused: %s\n", c.name, v.Warned().Error(), v.Refused().Error())
	}
	expect.File(t, "sending.golden.txt", b.String())
}
