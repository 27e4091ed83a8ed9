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
		{"%s, contact: Mara Quill, 555-014-2200", "Mara Quill", ""},
		{"%s, Contact person: Mara Quill\n555-014-2200", "Mara Quill", ""},
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

// Whom to ask, where a label, a sentence or an address on paper stands beside it.
func TestContactsBesideLabels(t *testing.T) {
	for _, c := range []struct{ block, want string }{
		{
			"Media Contacts\n\nKestrel Trust: Mara Quill, 555-014-2200\n\nSkippers Guild: Tobin Frey, 555-014-2201",
			"Mara Quill |  | Kestrel Trust | 555-014-2200 | \nTobin Frey |  | Skippers Guild | 555-014-2201 | \n",
		},
		{
			"Contacts\nNational: Mara Quill, 555-014-2200\nScotland: Tobin Frey, 555-014-2201",
			"Mara Quill | National |  | 555-014-2200 | \nTobin Frey | Scotland |  | 555-014-2201 | \n",
		},
		{
			"Contact Information:\nName: Mara Quill\nTitle: Outreach Manager\nCompany: Kestrel Trust\nPhone: 555-014-2200",
			"Mara Quill | Outreach Manager | Kestrel Trust | 555-014-2200 | \n",
		},
		{
			"Contact\nMara Quill\nmara@kestrel.example\nKestrel Trust\n12 Quay Street\n555-014-2200",
			"Mara Quill |  | Kestrel Trust | 555-014-2200 | mara@kestrel.example\n",
		},
		{
			"Contact:\n(Media) Mara Quill, 555-014-2200\n(Mr.) Tobin Frey, 555-014-2201",
			"Mara Quill |  |  | 555-014-2200 | \nTobin Frey |  |  | 555-014-2201 | \n",
		},
		{
			"For media inquiries or further information, please contact: Kestrel Linux Foundation, hello@kestrel.example",
			"Kestrel Linux Foundation |  |  |  | hello@kestrel.example\n",
		},
		{"To arrange interviews, call Mara Quill of the Kestrel Trust on 555-014-2200.", "Mara Quill |  | Kestrel Trust | 555-014-2200 | \n"},
		{"Please call Mara Quill (Kestrel Trust) on 555-014-2200 for more.", "Mara Quill |  | Kestrel Trust | 555-014-2200 | \n"},
	} {
		source := "FOR IMMEDIATE RELEASE\nMay 4, 2026\n\nThe gates open at dawn\n\n" +
			"MARLOW, Maine – The gates of the garden opened on Monday after four years of planning.\n\n" + c.block + "\n"
		r, err := Import("gates.txt", []byte(source), Options{Today: today, Email: "press@office.example"})
		if err != nil {
			t.Fatal(err)
		}
		_, front, _ := strings.Cut(string(r.Markdown), "+++")
		front, _, _ = strings.Cut(front, "+++")
		var got string
		for _, block := range strings.Split(front, "[[contact]]")[1:] {
			var fields []string
			for _, key := range []string{"name", "role", "org", "phone", "email"} {
				_, value, _ := strings.Cut(block, "\n"+key+" = \"")
				value, _, _ = strings.Cut(value, "\"\n")
				fields = append(fields, value)
			}
			got += strings.Join(fields, " | ") + "\n"
		}
		if got != c.want {
			t.Errorf("%q\n\tgives %q\n\twant  %q", c.block, got, c.want)
		}
	}
}
