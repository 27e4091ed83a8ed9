package importer

import (
	"strings"
	"testing"
	"time"
)

// A subject before what somebody is, is no organisation, unless the release has it as one.
func TestSubjectsAreNoOrganisations(t *testing.T) {
	t.Parallel()
	for _, c := range [][2]string{
		{"Privacy expert Dr Mona Quill", "Dr Mona Quill | Privacy expert | ?"},
		{"Water campaigner Mona Quill", "Mona Quill | Water campaigner | ?"},
		{"Digital rights advocate Mona Quill", "Mona Quill | Digital rights advocate | ?"},
		{"Housing activist Mona Quill", "Mona Quill | Housing activist | ?"},
		{"Tidewell director Mona Quill", "Mona Quill | director | Tidewell"},
		{"Harbour Trust expert Mona Quill", "Mona Quill | expert | Harbour Trust"},
		{"HRA expert Mona Quill", "Mona Quill | expert | HRA"},
		{"Norhaven specialist Mona Quill", "Mona Quill | specialist | Norhaven"},
		{"Mona Quill, an expert at Kelso", "Mona Quill | expert | Kelso"},
	} {
		r, err := Import("in.txt", []byte("The port is told to publish\n\nMARLOW, 3 December 2026 - Norhaven announced on Thursday that the port was told.\n\n"+
			"“The water is not clean, and the port has known it for years,” said "+c[0]+".\n"), Options{
			Today: time.Date(2026, 12, 3, 0, 0, 0, 0, time.UTC), Email: "press@lead.example",
		})
		if err != nil {
			t.Fatal(err)
		}
		var got []string
		for _, q := range r.Quotes {
			got = append(got, q.Speaker+" | "+q.Title+" | "+q.Org)
		}
		if strings.Join(got, "; ") != c[1] {
			t.Errorf("%s:\n%s, want %s", c[0], strings.Join(got, "; "), c[1])
		}
	}
}
