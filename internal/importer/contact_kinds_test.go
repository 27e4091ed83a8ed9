package importer

import (
	"strings"
	"testing"
)

// contactsRead are those that are read from lines below a release, one a line.
func contactsRead(t *testing.T, language, asked string) string {
	t.Helper()
	src := "The ferry crosses again\n\nMARLOW, 4 May 2026 – The ferry of the town has crossed the river since Monday, and all who wait at the quay in the morning are glad of it after four years on the bridge.\n\n" +
		"“We waited four years,” said Ana Ruiz, harbour master of Tidewell Trust, on Monday.\n\n" + asked + "\n"
	r, err := Import("release.txt", []byte(src), Options{Today: today, Language: language, Email: "press@office.example"})
	if err != nil {
		t.Fatal(err)
	}
	var out []string
	for _, block := range strings.Split(string(r.Markdown), "\n[[")[1:] {
		if !strings.HasPrefix(block, "contact]]") {
			continue
		}
		one := map[string]string{}
		for _, line := range strings.Split(block, "\n") {
			if key, value, ok := strings.Cut(line, " = "); ok {
				one[key] = strings.Trim(value, `"`)
			}
		}
		out = append(out, strings.TrimRight(strings.Join([]string{one["name"], one["role"], one["org"], one["phone"], one["email"], one["hours"]}, "|"), "|"))
	}
	return strings.Join(out, "\n")
}

const none = "Press office||||press@office.example"

func TestWhomToAskInFurtherWays(t *testing.T) {
	t.Parallel()
	for _, c := range []struct{ name, language, asked, want string }{
		{
			"two people in two columns below two labels", "en",
			"Media contact                     Investor contact\nOwen Farrell                      Dana Whitlock\n01632 960 111                     01632 960 112\nowen@tide.example                 dana@tide.example",
			"Owen Farrell|||01632 960 111|owen@tide.example\nDana Whitlock|||01632 960 112|dana@tide.example",
		},
		{
			"two people of whom one answers for something", "en",
			"Media inquiries:\nOwen Farrell                      Clinic (questions of health):\nManager                           Dana Whitlock\n01632 960 111                     01632 960 112",
			"Owen Farrell|Manager||01632 960 111\nDana Whitlock||Clinic (questions of health)|01632 960 112",
		},
		{
			"two people with an address each", "en", "Media contacts: Owen Farrell or Dana Whitlock, Quay House, owen@tide.example, dana@tide.example",
			"Owen Farrell||Quay House||owen@tide.example\nDana Whitlock||Quay House||dana@tide.example",
		},
		{
			"two people with an address and a number each, the second one's first", "en",
			"Media contacts: Owen Farrell or Dana Whitlock, dana@tide.example, 01632 960 112, owen@tide.example, 01632 960 111",
			"Owen Farrell|||01632 960 111|owen@tide.example\nDana Whitlock|||01632 960 112|dana@tide.example",
		},
		{
			"two people with one number", "en", "Media contacts: Owen Farrell or Dana Whitlock, owen@tide.example, 01632 960 112, dana@tide.example",
			"Owen Farrell|||01632 960 112|owen@tide.example\nDana Whitlock|||01632 960 112|dana@tide.example",
		},
		{
			"two people with two addresses that have one name", "en", "Media contacts: Owen Farrell or Dana Whitlock, owen@tide.example, press@tide.example",
			"Owen Farrell|press@tide.example|||owen@tide.example\nDana Whitlock|press@tide.example|||owen@tide.example",
		},
		{
			"two people with two addresses of one", "en", "Media contacts: Owen Farrell or Owen Whitlock, owen@tide.example, owen@quay.example",
			"Owen Farrell|owen@quay.example|||owen@tide.example\nOwen Whitlock|owen@quay.example|||owen@tide.example",
		},
		{
			"two people with three numbers", "en",
			"Media contacts: Owen Farrell or Dana Whitlock, owen@tide.example, dana@tide.example, 01632 960 111, 01632 960 112, 01632 960 113",
			"Owen Farrell|01632 960 112, 01632 960 113||01632 960 111|owen@tide.example\nDana Whitlock|01632 960 112, 01632 960 113||01632 960 111|dana@tide.example",
		},
		{
			"two people whom a sentence names", "en",
			"Notes to editors:\nFor information, pictures of the boats and interviews please contact Owen Farrell or Dana Whitlock at Quay & Partners: owen@quay.example / 01632 960 111; dana@quay.example / 01632 960 112. The pictures are free.",
			"Owen Farrell||Quay & Partners|01632 960 111|owen@quay.example\nDana Whitlock||Quay & Partners|01632 960 112|dana@quay.example",
		},
		{
			"two firms whom a sentence names", "en",
			"Notes to editors:\nFor information, pictures of the boats and interviews please contact Quay Partners or Tide Agency at Marlow Works: 01632 960 111.",
			"Quay Partners|||01632 960 111",
		},
		{"two names and no address", "en", "Notes to editors:\nFor tickets of all kinds and nothing else contact Owen Farrell or Dana Whitlock at Quay House: the door is open.", none},
		{
			"for whom somebody answers, in brackets", "en", "Contact: Owen Farrell (Haverley), 01632 960 111",
			"Owen Farrell|Haverley||01632 960 111",
		},
		{"hours in words", "en", "Media contacts:\nOwen Farrell, 01632 960 111, owen@tide.example (AEST business hours)", "Owen Farrell|||01632 960 111|owen@tide.example|AEST business hours"},
		{"letters behind a comma", "en", "Contact:\nOwen Farrell, Jr., Tidewell Trust, 01632 960 111", "Owen Farrell, Jr.||Tidewell Trust|01632 960 111"},
		{"a Spanish address behind a comma", "en", "Contact:\nTidewell Trust, Sr. Owen Farrell, 01632 960 111", "Sr. Owen Farrell||Tidewell Trust|01632 960 111"},
		{"an extension behind a comma", "en", "Contact:\nOwen Farrell, 01632 960 111, ext. 12", "Owen Farrell|||01632 960 111 ext. 12"},
		{"a number for customers", "en", "Company contact:\nConsumers: 1-800-555-0119\nMedia: Owen Farrell, 01632 960 111", "Owen Farrell|||01632 960 111"},
		{
			"a desk below somebody", "fr", "CONTACTS\nCDM - Owen Farrell - 01 60 55 41 78 - owen@cdm.example\nAlliance du Quai - Service communication - 01 40 55 90 90",
			"Owen Farrell||CDM|01 60 55 41 78|owen@cdm.example\nAlliance du Quai|Service communication||01 40 55 90 90",
		},
		{
			"a desk above somebody", "es", "QUAI CLARO – Departamento de Comunicación\nOwen Farrell · 91 555 77 21 · 600 555 772\nprensa@quai.example",
			"Owen Farrell|Departamento de Comunicación, 600 555 772|QUAI CLARO|91 555 77 21|prensa@quai.example",
		},
		{
			"an office of an organisation that is none of a person", "it", "Ufficio Stampa Gruppo Marea Alta – Consiglio del porto\nTel. 041 555 1234 – stampa@marea.example",
			"Ufficio Stampa Gruppo Marea Alta||Consiglio del porto|041 555 1234|stampa@marea.example",
		},
		{
			"a desk of a person", "it", "Ufficio Stampa Owen Farrell\nTel. 041 555 1234 – stampa@marea.example",
			"Owen Farrell|||041 555 1234|stampa@marea.example",
		},
		{
			"a desk with a remark before somebody", "en", "Tidewell Networks media desk (not for customers): Owen Farrell, 01632 960 111, desk@tide.example",
			"Owen Farrell||Tidewell Networks|01632 960 111|desk@tide.example",
		},
		{"a desk without whose it is", "en", "Media desk: Owen Farrell, 01632 960 111", "Owen Farrell|||01632 960 111"},
		{"a number for journalists only", "en", "Contact:\nOwen Farrell, 01632 960 111 (journalists only)", "Owen Farrell|||01632 960 111"},
		{"who tells that they come", "en", "MEDIA: The pilot is at the quay at two. RSVP to Owen Farrell 01632 960 111.", "Owen Farrell|||01632 960 111"},
		{"who dances", "en", "The dance is at the quay at two. RSVP to Owen Farrell 01632 960 111.", none},
		{
			"somebody through whom interviews are arranged, and another for a firm", "en",
			"ENDS\n\nInterviews: The pilot is here in the afternoon of each day. Please arrange through Owen Farrell, 01632 960 111, owen@tide.example. For Quay Motor Group: Dana Whitlock, dana@quay.example",
			"Owen Farrell|||01632 960 111|owen@tide.example\nDana Whitlock||Quay Motor Group||dana@quay.example",
		},
		{
			"for whom no person is named", "en",
			"ENDS\n\nInterviews: The pilot is here in the afternoon of each day. Please arrange through Owen Farrell, 01632 960 111, owen@tide.example. For Quay Motor Group: Tide Agency, dana@quay.example",
			"Owen Farrell|||01632 960 111|owen@tide.example",
		},
		{"somebody by the first name", "en", "Press: hello@tide.example or call Ana on 01632 960 111", "Ana Ruiz|||01632 960 111|hello@tide.example"},
		{"a first name that two have", "en", "Press: hello@tide.example or call Ana on 01632 960 111\n\nAna Whitlock took the pictures.", "Press office|||01632 960 111|hello@tide.example"},
		{"the desk that gives the text out", "en", "ENDS\n\nNotes to editors:\nThe pictures are free.\n\nIssued by Corporate Communications. Media enquiries: 01632 960 111, desk@tide.example", "Corporate Communications|||01632 960 111|desk@tide.example"},
		{
			"whom a German text asks to write to", "de", "Für Rückfragen und Interviews stehen wir alle gern zur Verfügung, melden Sie sich dafür bei: Ulf Kaden, presse@ufer.example",
			"Ulf Kaden||||presse@ufer.example",
		},
		{"an office in one word before a name", "da", "Kontaktperson: Kommunikationsrådgiver Ulf Kaden, tlf. 55 50 41 77", "Ulf Kaden|Kommunikationsrådgiver||55 50 41 77"},
		{
			"information for journalists", "pt", "Mais informações para jornalistas\nAssessoria de Imprensa da UFM\n(62) 5555-3400\nimprensa@ufm.example",
			"Assessoria de Imprensa da UFM|||(62) 5555-3400|imprensa@ufm.example",
		},
	} {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			if got := contactsRead(t, c.language, c.asked); got != c.want {
				t.Errorf("read are\n%s\nwant\n%s", got, c.want)
			}
		})
	}
}
