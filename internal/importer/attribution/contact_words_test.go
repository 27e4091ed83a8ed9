package attribution

import (
	"testing"

	"pressroom/internal/importer/prose"
)

// What is called as agencies and desks are, and stands in no sentence of the release, issues none.
func TestWhoAnswersOnly(t *testing.T) {
	t.Parallel()
	d := drafted("en")
	d.Headline = prose.Para{Text: "Ropewalk Media opens a pier"}
	d.Body = []prose.Para{{Text: "The ferry crosses."}, {Text: "Tidewell Partners built it."}}
	for org, want := range map[string]bool{
		"Quay Media": true, "Quay Press": true, "Quay PR": true, "Quay Communications": true, "Quay Comms": true, "Quay & Partners": true, "Quay Publicity": true,
		"Quay Trust": false, "Ropewalk Media": false, "Tidewell Partners": false, "Media Quay": false,
	} {
		if got := d.answersOnly(org); got != want {
			t.Errorf("%s answers only: %v", org, got)
		}
	}
	d.Contacts = []prose.Contact{{Name: "Owen Farrell", Org: "Quay & Partners", Phone: "01632 960 111"}}
	if org := d.Issuer(); org != "" {
		t.Errorf("%q issues the release", org)
	}
	d.Contacts[0].Org = "Quay Trust"
	if org := d.Issuer(); org != "Quay Trust" {
		t.Errorf("%q issues the release", org)
	}
}
