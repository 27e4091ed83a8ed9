package importer

import (
	"fmt"
	"strings"
	"testing"
)

// The name of an organisation is no person with an office, whatever it begins with: a place,
// a street, a first name.
func TestAnOrganisationOfAContactIsWhole(t *testing.T) {
	orgs := []string{
		"Lantern Bay Lifeboat Society", "Green Valley Housing Association", "Marley Street Tenants Union", "Pellmoor Foods Workers Council",
		"Quayside Port Health Authority", "Old Ropeworks Theatre Company", "Rose Hallow Children's Hospital", "Northern Rivers Water Alliance",
		"Salt Marsh Bird Trust", "Ashford County Library Foundation",
	}
	for _, layout := range []struct{ lines, name, role string }{
		{"Mara Quill, %s\nPhone: 555-014-2200\nEmail: press@whom.example", "Mara Quill", ""},
		{"Mara Quill, press officer, %s, 555-014-2200", "Mara Quill", "press officer"},
		{"Mara Quill, %s, 555-014-2200, press@whom.example", "Mara Quill", ""},
		{"Mara Quill | %s | 555-014-2200", "Mara Quill", ""},
		{"Mara Quill – %s – 555-014-2200", "Mara Quill", ""},
		{"Mara Quill\n%s\n555-014-2200", "Mara Quill", ""},
		{"Mara Quill\nPress Officer\n%s\n555-014-2200", "Mara Quill", "Press Officer"},
		{"Mara Quill (%s), 555-014-2200", "Mara Quill", ""},
		{"%s\nMara Quill\n555-014-2200", "Mara Quill", ""},
		{"%s, Mara Quill, 555-014-2200", "Mara Quill", ""},
		{"Name: Mara Quill\nOrganization: %s\nPhone: 555-014-2200", "Mara Quill", ""},
		{"Mara Quill\nPress Officer, %s\n555-014-2200\npress@whom.example", "Mara Quill", "Press Officer"},
		{"Mara Quill, 555-014-2200\n%s", "Mara Quill", ""},
		{"%s\nTel. 555-014-2200", "", ""},
		{"%s, 555-014-2200", "", ""},
	} {
		for _, org := range orgs {
			source := "FOR IMMEDIATE RELEASE\nMay 4, 2026\n\nMedia contact:\n" + fmt.Sprintf(layout.lines, org) +
				"\n\nThe gates open at dawn\n\nMARLOW, Maine – The gates of the garden opened on Monday after four years of planning.\n"
			r, err := Import("gates.txt", []byte(source), Options{Today: today, Email: "press@office.example"})
			if err != nil {
				t.Fatal(err)
			}
			file := string(r.Markdown)
			want := "\n[[contact]]\n"
			for _, f := range [][2]string{{"name", layout.name}, {"role", layout.role}, {"org", org}, {"phone", "555-014-2200"}} {
				if layout.name == "" && f[0] == "org" { // somebody to ask needs a name
					f = [2]string{"name", org}
				}
				if f[1] != "" {
					want += fmt.Sprintf("%s = %q\n", f[0], f[1])
				}
			}
			if !strings.Contains(file, want) || strings.Count(file, "[[contact]]") != 1 {
				_, got, _ := strings.Cut(file, "[[contact]]")
				got, _, _ = strings.Cut(got, "+++")
				t.Errorf("%q\n\tgives %q\n\twant  %q", fmt.Sprintf(layout.lines, org), got, want)
			}
		}
	}
}
