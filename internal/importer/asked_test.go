package importer

import (
	"strings"
	"testing"
)

const tabledTail = "\n\nMARLOW, Mass., November 20, 2026 — Eleven groups along the Marlow waterfront asked the port today to publish its water tests, and gave it a month to do so.\n"

// askedOf are texts with whom to ask in them, and the contacts: name, role, organisation, number and
// address. Those with columns are read as plain text, the others as Markdown.
var askedOf = []saidCase{
	{"two columns", "FOR IMMEDIATE RELEASE:\n\nContact:\nDana Whitlock                                        Owen Farrell\nUrge Public Relations                                Two Lane Media\ndana@urge.example                                    owen@lane.example\n555-848-8743                                         555-473-3706 x2225\n\nROPE FALLS SHORT OF STANDARDS, MILLS SAY IN SPRING" + tabledTail, "Dana Whitlock||Urge Public Relations|555-848-8743|dana@urge.example;Owen Farrell||Two Lane Media|555-473-3706 x2225|owen@lane.example"},
	{"contact sentence with office before name", tabled + "For more information, contact Executive Publicist Dana Whitlock Marsh at Dana@wasabi.example or 555-749-3200.", "Dana Whitlock Marsh|Executive Publicist||555-749-3200|Dana@wasabi.example"},
	{"if you would like to learn", tabled + "### Contact Information\n\nIf you would like to learn more about Tidewell Commons or our new Sponsor Program, please visit www.tidewell.example/sponsors/ or contact info@tidewell.example.", "Press office||||info@tidewell.example"},
	{"for information call or email", tabled + "For more information call (555) 942-3003, email press@tidewell.example, or visit tidewell.example.", "Press office|tidewell.example||(555) 942-3003|press@tidewell.example"},
	{"press at", tabled + "Press contact: press [ at ] tidewell.example", "Press office||||press@tidewell.example"},
	{"two phones", tabled + "Media contact:\nDana Whitlock\nTidewell Museum\n555-010-0142 (office)\n555-010-0143 (cell)\ndana@tidewell.example", "Dana Whitlock|555-010-0143 (cell)|Tidewell Museum|555-010-0142|dana@tidewell.example"},
	{"address lines", tabled + "Media contact:\nDana Whitlock\nCommunications Manager\nTidewell Museum\n12 Quay Street\nMarlow, MA 02139\n555-010-0142\ndana@tidewell.example", "Dana Whitlock|Communications Manager|Tidewell Museum|555-010-0142|dana@tidewell.example"},
	{"address line suite", tabled + "Media contact:\nDana Whitlock, Communications Manager\nTidewell Museum\n12 Quay Street, Suite 400\nMarlow, Massachusetts 02139\nPhone: 555-010-0142\nEmail: dana@tidewell.example", "Dana Whitlock|Communications Manager|Tidewell Museum|555-010-0142|dana@tidewell.example"},
	{"signature at end", tabled + "Dana Whitlock\nCommunications Manager\nTidewell Museum\n555-010-0142\ndana@tidewell.example", "Dana Whitlock|Communications Manager|Tidewell Museum|555-010-0142|dana@tidewell.example"},
	{"signature at end, one line", tabled + "Dana Whitlock, Communications Manager, Tidewell Museum, 555-010-0142, dana@tidewell.example", "Dana Whitlock|Communications Manager|Tidewell Museum|555-010-0142|dana@tidewell.example"},
	{"signature with mailto col", tabled + "About Tidewell: Tidewell makes rope.\n\n\nOwen Farrell                                     mailto:owen@lane.example         \nDesign Director                                     http://www.lane.example\nTwo Lane Media                                   tel: 555/473-3706 x2225\n", "Owen Farrell|Design Director|Two Lane Media|555/473-3706 x2225|owen@lane.example"},
	{"md link mailto", tabled + "Media contact: [Dana Whitlock](mailto:dana@tidewell.example), Tidewell Museum, 555-010-0142", "Dana Whitlock||Tidewell Museum|555-010-0142|dana@tidewell.example"},
	{"setext heading", tabled + "Contact\n-------\n\nFor questions please write to Dana Whitlock (dana@tidewell.example) of Tidewell Museum.", "Dana Whitlock||Tidewell Museum||dana@tidewell.example"},
	{"related link", tabled + "Contact:\nDana Whitlock\nTidewell Museum\n555-010-0142\ndana@tidewell.example\n\nRelated Links\n\nhttps://www.tidewell.example", "Dana Whitlock||Tidewell Museum|555-010-0142|dana@tidewell.example"},
	{"source line", tabled + "Contact:\nDana Whitlock\n555-010-0142\ndana@tidewell.example\n\nSOURCE Tidewell Museum", "Dana Whitlock|||555-010-0142|dana@tidewell.example"},
	{"for interviews", tabled + "To arrange an interview with the keepers, please contact Dana Whitlock at 555-010-0142 or dana@tidewell.example.", "Dana Whitlock|||555-010-0142|dana@tidewell.example"},
	{"questions sentence", tabled + "Questions can be directed to desk@tidewell.example. However, few answers will be given.", "Press office||||desk@tidewell.example"},
	{"requests sentence", tabled + "Requests should be sent to: desk@tidewell.example", "Press office||||desk@tidewell.example"},
	{"information or interviews", tabled + "-ENDS-\n\nFor further information, or for immediate or future interview, please contact\n\n- Dana Whitlock, Campaigns Manager – 555-010-0142\n- Bo Lind, General Secretary – 555-010-0143", "Dana Whitlock|Campaigns Manager||555-010-0142|;Bo Lind|General Secretary||555-010-0143|"},
	{"media inquiries sentence", tabled + "Media inquiries should be directed to Dana Whitlock, communications manager, at dana@tidewell.example or 555-010-0142.", "Dana Whitlock|communications manager||555-010-0142|dana@tidewell.example"},
	{"media can reach", tabled + "Reporters may reach Dana Whitlock at (555) 010-0142 or dana@tidewell.example.", "Dana Whitlock|||(555) 010-0142|dana@tidewell.example"},
	{"bullets", tabled + "## Press contact\n\n- Dana Whitlock\n- Tidewell Museum\n- dana@tidewell.example\n- 555-010-0142", "Dana Whitlock||Tidewell Museum|555-010-0142|dana@tidewell.example"},
	{"two in bullets", tabled + "## Press contacts\n\n- Dana Whitlock, Tidewell Museum: dana@tidewell.example\n- Owen Farrell, Road Union: owen@road.example", "Dana Whitlock||Tidewell Museum||dana@tidewell.example;Owen Farrell||Road Union||owen@road.example"},
	{"fax", tabled + "Contact: Dana Whitlock\nTel. 555-010-0142\nFax 555-010-0143\ndana@tidewell.example", "Dana Whitlock|Fax 555-010-0143||555-010-0142|dana@tidewell.example"},
	{"twitter", tabled + "Contact:\nDana Whitlock\ndana@tidewell.example\n@danawhitlock", "Dana Whitlock||||dana@tidewell.example"},
	{"for media", tabled + "For Media:\nDana Whitlock\nTidewell Museum\ndana@tidewell.example\n\nFor Investors:\nOwen Farrell\nTidewell Museum\nowen@tidewell.example", "Dana Whitlock||Tidewell Museum||dana@tidewell.example;Owen Farrell|For Investors|Tidewell Museum||owen@tidewell.example"},
	{"one column with a gap, in text", "FOR IMMEDIATE RELEASE:\n\nContact:\nDana Whitlock                    Manager\ndana@urge.example\n\nRope falls short of standards, mills say in spring" + tabledTail, "Dana Whitlock|Manager|||dana@urge.example"},
	{"three columns, in text", "Rope falls short of standards, mills say in spring" + tabledTail + "\n\nRope     Mills     5550100142\nDana Whitlock     Owen Farrell     x", "Press office||||press@office.example"},
	{"a name alone beside another, in text", "Rope falls short of standards, mills say in spring" + tabledTail + "\n\nDana Whitlock     Owen Farrell\nMarlow     Harwell", "Press office||||press@office.example"},
	{"a street in what is no contact", tabled + "The shop is at:\n\n12 Quay Street\n\nIt opens at noon.", "Press office||||press@office.example"},
	{"a box and a floor", tabled + "Media contact:\nDana Whitlock\nTidewell Museum\nP.O. Box 42\n3rd Floor\ndana@tidewell.example", "Dana Whitlock||Tidewell Museum||dana@tidewell.example"},
	{"a British town", tabled + "Media contact:\nDana Whitlock\nTidewell Museum\n9 Rope Walk Road, London SW1A 1AA\ndana@tidewell.example", "Dana Whitlock||Tidewell Museum||dana@tidewell.example"},
	{"a street first of all", tabled + "Media contact:\n12 Quay Street\nDana Whitlock\ndana@tidewell.example", "Dana Whitlock||||dana@tidewell.example"},
	{"a name at the end with no address", tabled + "Dana Whitlock\nCommunications Manager\nTidewell Museum", "Press office||||press@office.example"},
	{"a heading behind a name with an address", tabled + "Dana Whitlock\ndana@tidewell.example\n\n## The walk\n\nIt is long.", "Press office||||press@office.example"},
	{"words in marks behind a name with an address", tabled + "Dana Whitlock\ndana@tidewell.example\n\n“It is long,” said Owen Farrell.", "Press office||||press@office.example"},
	{"a name with an address too far from the end", tabled + "Dana Whitlock\ndana@tidewell.example\n\n1\n\n2\n\n3\n\n4\n\n5\n\n6\n\n7\n\n8", "Press office||||press@office.example"},
	{"a name with an address where another is known", tabled + "Contact: Owen Farrell, owen@road.example\n\nIt is a long walk to the harbor and back again, and nobody has counted the steps of it.\n\nDana Whitlock, Manager, Tidewell Museum, dana@tidewell.example", "Owen Farrell||||owen@road.example"},
	{"a line with a name, in a sentence", tabled + "Dana Whitlock, who keeps the goats of the harbor, says so, and reads dana@tidewell.example", "Press office||||press@office.example"},
	{"a line with a name and a stop", tabled + "Dana Whitlock, Manager, Tidewell Museum, dana@tidewell.example.", "Press office||||press@office.example"},
	{"a sentence under a label with an address", tabled + "### Contact\n\nTo arrange a visit of the harbor for your class, please e-mail visits@tidewell.example.", "Press office||||visits@tidewell.example"},
	{"a director before the name", tabled + "For more information, contact Communications Director Dana Whitlock at dana@tidewell.example.", "Dana Whitlock|Communications Director|||dana@tidewell.example"},
	{"how somebody is addressed", tabled + "For more information, contact Professor Dana Whitlock at dana@tidewell.example.", "Professor Dana Whitlock||||dana@tidewell.example"},
	{"an organisation that begins as an office does", tabled + "Media contact: Program Managers Network, dana@tidewell.example", "Program Managers Network||||dana@tidewell.example"},
	{"an address, and below it somebody who is named", tabled + "The walk is held on a Saturday; for tickets call 555-010-0199, email walk@tidewell.example, or come by.\n\nThe harbor is old, and its press kit is online. For photos and films of it, contact Dana Whitlock at dana@rope.example or 555-010-0142.", "Dana Whitlock|||555-010-0142|dana@rope.example"},
	{"one number with its label", tabled + "Media contact:\nDana Whitlock\n555-010-0142 (office)\ndana@tidewell.example", "Dana Whitlock|||555-010-0142|dana@tidewell.example"},
	{"a fax before the number", tabled + "Contact: Dana Whitlock\nFax 555-010-0143\nTel. 555-010-0142", "Dana Whitlock|Fax 555-010-0143||555-010-0142|"},
}

func TestWhomToAskIsReadFromColumnsAddressesSignaturesAndSentences(t *testing.T) {
	kept := heldBy(t)
	for _, c := range askedOf {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			file := "release.md"
			if strings.Contains(c.name, "col") || strings.Contains(c.name, "in text") {
				file = "release.txt"
			}
			r, err := kept.Import(file, []byte(c.source), Options{Today: today, Email: "press@office.example"})
			if err != nil {
				t.Fatal(err)
			}
			var got []string
			for _, block := range strings.Split(string(r.Markdown), "[[contact]]\n")[1:] {
				block, _, _ = strings.Cut(block, "\n\n")
				fields := map[string]string{}
				for _, l := range strings.Split(block, "\n") {
					if key, value, ok := strings.Cut(l, " = "); ok {
						fields[key] = strings.Trim(value, `"`)
					}
				}
				got = append(got, strings.Join([]string{fields["name"], fields["role"], fields["org"], fields["phone"], fields["email"]}, "|"))
			}
			if g := strings.Join(got, ";"); g != c.want {
				t.Errorf("got  %s\nwant %s\n%s", g, c.want, r.Markdown)
			}
		})
	}
}

func TestAnAddressOnPaperIsToldAndNoPartOfAContact(t *testing.T) {
	kept := heldBy(t)
	t.Parallel()
	r, err := kept.Import("release.md", []byte(tabled+"Media contact:\nDana Whitlock\nTidewell Museum\n12 Quay Street, Suite 400\nMarlow, MA 02139\ndana@tidewell.example"), Options{Today: today})
	if err != nil {
		t.Fatal(err)
	}
	want := "a contact has no place for an address on paper, and it is left out: 12 Quay Street, Suite 400, Marlow, MA 02139"
	if got := strings.Join(r.Unsure, "\n"); !strings.Contains(got, want) {
		t.Errorf("told: %s", got)
	}
}

func TestLinesOfAnAddressOnPaper(t *testing.T) {
	t.Parallel()
	for line, want := range map[string]bool{
		"12 Quay Street": true, "12a Quay St.": true, "400 North Ropewalk Avenue, Suite 12": true, "1 Long Walk Way, 3rd Floor": true,
		"Suite 400": true, "P.O. Box 42": true, "PO Box 42": true, "2nd floor": true, "Marlow, MA 02139": true, "MA 02139-1234": true,
		"Marlow, Massachusetts 02139": true, "London SW1A 1AA": true, "12 Quay Street, Marlow, MA 02139": true, "12 Quay Street, Marlow": false,
		"Marlow": false, "12 keepers of the quay": false, "Quay Street Museum": false, "02139": false, "Box Office": false,
		"Room for everybody": false, "12 Quay Street is shut": false, "Class of 20261": false,
	} {
		if got := isPostal(line); got != want {
			t.Errorf("%q: %v", line, got)
		}
	}
}
