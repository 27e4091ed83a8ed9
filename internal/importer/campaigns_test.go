package importer

import (
	"strings"
	"testing"
)

// tollHead is what stands above the copy in the tables of this file.
const tollHead = "PRESS RELEASE\n2 June 2026\n\nHarbour tolls go up again this summer\n\nThe harbour of Marlow raises its tolls for the third time in a year.\n\n"

// campaigns are ways in which unions, campaigns, councils and ministries name who speaks.
var campaigns = []struct {
	name, body string
	quotes     []string
}{
	{"an office of an organisation, a comma, an honorific", "\"The tolls are too high for small boats,\" said Deputy Chair of Harbour Rights Watch, Dr Owen Farrell.", []string{"Dr Owen Farrell | Deputy Chair | Harbour Rights Watch"}},
	{"the same with an article", "\"The tolls are too high for small boats,\" said the Vice President of the Marlow Skippers Union, Ms Ana Ruiz.", []string{"Ana Ruiz | Vice President | Marlow Skippers Union"}},
	{"the same before the words", "Assistant Secretary of the Marlow Dockers Association, Ana Ruiz, said: \"The tolls are too high for small boats.\"", []string{"Ana Ruiz | Assistant Secretary | Marlow Dockers Association"}},
	{"the same, with for", "\"The tolls are too high for small boats,\" says Lead Campaigner for Open Quays Network, Ana Ruiz.", []string{"Ana Ruiz | Lead Campaigner | Open Quays Network"}},
	{"National Secretary of", "National Secretary of the Dockers Federation Owen Farrell said: \"The tolls are too high for small boats.\"", []string{"Owen Farrell | National Secretary | Dockers Federation"}},
	{"an office in initials behind the name", "The Marlow Dockers Union (MDU) wants lower tolls.\n\n“The tolls are too high for small boats,” says Ana Ruiz, MDU Acting President.", []string{"Ana Ruiz | Acting President | Marlow Dockers Union"}},
	{"an office over a field in initials", "The Marlow Dockers Union (MDU) wants lower tolls.\n\n“The tolls are too high for small boats,” says Ana Ruiz, MDU Education Vice President.", []string{"Ana Ruiz | Education Vice President | Marlow Dockers Union"}},
	{"initials in capitals, explained nowhere", "“The tolls are too high for small boats,” says Ana Ruiz, MDU National President.\n\nMDU has two hundred members.", []string{"Ana Ruiz | National President | MDU"}},
	{"initials in brackets within the office", "“The tolls are too high for small boats,” said Marlow Skippers’ Association (MSA) President, Ana Ruiz.", []string{"Ana Ruiz | President | Marlow Skippers’ Association"}},
	{"initials in brackets, no comma", "“The tolls are too high for small boats,” said Marlow Skippers Union (MSU) General Secretary Ana Ruiz.", []string{"Ana Ruiz | General Secretary | Marlow Skippers Union"}},
	{"initials in brackets, and the words behind", "Marlow Skippers Union (MSU) spokesperson Ana Ruiz said: “The tolls are too high for small boats.”", []string{"Ana Ruiz | spokesperson | Marlow Skippers Union"}},
	{"a surname of two words with Mr", "Harbour Rights Watch Chair Owen Farrell Reed said the tolls are wrong.\n\n“The tolls are too high for small boats,” said Mr Farrell Reed.", []string{"Owen Farrell Reed | Chair | Harbour Rights Watch"}},
	{"a surname with an honorific that was not there before", "“The tolls are too high for small boats,” said Owen Farrell, chair of Harbour Rights Watch.\n\n“Skippers have told the council so,” Dr Farrell said.", []string{"Owen Farrell | chair | Harbour Rights Watch", "Owen Farrell | chair | Harbour Rights Watch"}},
	{"paragraphs in marks after a sentence that tells", "Harbour Rights Watch Chair Owen Farrell said the group was against tolls.\n\n\"The tolls are too high for small boats.\n\n\"Skippers have told the council so twice this year.\n\n\"They shall be heard,\" Mr Farrell said.", []string{"Owen Farrell | Chair | Harbour Rights Watch"}},
	{"whole paragraphs before he said", "\"The tolls are too high for small boats,\" said Owen Farrell, chair of Harbour Rights Watch.\n\nThe council voted on Monday.\n\n\"The vote was a surprise for every one of us here.\"\n\n\"We have written to all of the members of the council.\"\n\n\"Skippers have told them so twice this year,\" he said.", []string{"Owen Farrell | chair | Harbour Rights Watch", "Owen Farrell | chair | Harbour Rights Watch"}},
	{"marks within marks, straight ones", "\"The rules speak of a \"main purpose\" and of \"leisure\" and say nothing more about small boats,\" said Owen Farrell, chair of Harbour Rights Watch.", []string{"Owen Farrell | chair | Harbour Rights Watch"}},
	{"the opening mark was forgotten", "“The tolls are too high for small boats,” said Owen Farrell, chair of Harbour Rights Watch.\n\nSkippers have told the council so twice this year, and nobody has answered them,” said Mr Farrell.", []string{"Owen Farrell | chair | Harbour Rights Watch", "Owen Farrell | chair | Harbour Rights Watch"}},
	{"the opening mark was forgotten, straight marks", "\"The tolls are too high for small boats,\" said Owen Farrell, chair of Harbour Rights Watch.\n\nSkippers have told the council so twice this year, and nobody has answered them,\" said Mr Farrell.", []string{"Owen Farrell | chair | Harbour Rights Watch", "Owen Farrell | chair | Harbour Rights Watch"}},
	{"an office with a comma before Mr and the surname", "The Minister for Ports and Harbours, Mr Farrell, said today that the tolls would stay.\n\n\"The tolls pay for the lamps on the quay,\" Mr Farrell said.", []string{"Mr Farrell | Minister for Ports and Harbours | ?"}},
	{"a paragraph that is cut in the middle of a sentence", "\"The tolls of the harbour are too high for all of the small\n\nboats, and skippers have told the council so twice,\" said Owen Farrell, chair of Harbour Rights Watch.", []string{"Owen Farrell | chair | Harbour Rights Watch"}},
	// The other side: what reads alike and is none of that.
	{"an office over a department is no organisation", "\"The tolls are too high for small boats,\" said Director of Policy, Ana Ruiz.", []string{"Ana Ruiz |  | ?"}},
	{"an office in capitals over a field that is named once", "\"The tolls are too high for small boats,\" said Deputy Manager of Boat Lifts, Ana Ruiz.", nil},
	{"a name that begins with a field and stands twice", "Digital Quays Watch is against tolls.\n\n\"The tolls are too high for small boats,\" said Deputy Chair of Digital Quays Watch, Dr Owen Farrell.", []string{"Dr Owen Farrell | Deputy Chair | Digital Quays Watch"}},
	{"a minister is of no organisation called so", "\"The tolls are too high for small boats,\" said Minister for Lower Tolls, Ana Ruiz.", []string{"Ana Ruiz |  | ?"}},
	{"initials of a state before an office", "The NSW coast is long.\n\n“The tolls are too high for small boats,” says Ana Ruiz, NSW President.", []string{"Ana Ruiz | NSW President | ?"}},
	{"two letters before an office are no initials", "The UN coast is long.\n\n“The tolls are too high for small boats,” says Ana Ruiz, UN Vice President.", []string{"Ana Ruiz | Vice President | ?"}},
	{"capitals before an office that stand nowhere else", "“The tolls are too high for small boats,” says Ana Ruiz, MDU Vice President.", []string{"Ana Ruiz | MDU Vice President | ?"}},
	{"the owner's own office keeps its owner", "“The tolls are too high for small boats,” said Marlow Skippers’ campaign director, Ana Ruiz.", []string{"Ana Ruiz | campaign director | Marlow Skippers"}},
	{"an association that its members own", "“The tolls are too high for small boats,” said Marlow Skippers’ Association President, Ana Ruiz.", []string{"Ana Ruiz | President | Marlow Skippers’ Association"}},
	{"another Mr has that surname in part", "Harbour Rights Watch Chair Owen Farrell Reed said the tolls are wrong.\n\n“The tolls are too high for small boats,” said Mr Farrell Rees.", []string{"Farrell Rees |  | ?"}},
	{"whole paragraphs before somebody else's clause", "\"The tolls are too high for small boats,\" said Owen Farrell, chair of Harbour Rights Watch.\n\nThe council voted on Monday.\n\n\"The vote was a surprise for every one of us here.\"\n\n\"Skippers have told them so twice this year,\" said Ana Ruiz, chair of Open Quays Network.", []string{"Owen Farrell | chair | Harbour Rights Watch", "Ana Ruiz | chair | Open Quays Network"}},
	{"whole paragraphs before the first clause", "\"The vote was a surprise for every one of us here.\"\n\n\"Skippers have told them so twice this year,\" said Ana Ruiz, chair of Open Quays Network.", []string{"Ana Ruiz | chair | Open Quays Network"}},
	{"whole paragraphs and nobody behind them", "\"The vote was a surprise for every one of us here.\"\n\n\"Skippers have told them so twice this year.\"", nil},
	{"words with a clause within them stay apart", "\"The vote was a surprise for every one of us here.\"\n\n\"Skippers,\" said Ana Ruiz, chair of Open Quays Network, \"have told them so twice this year.\"", []string{"Ana Ruiz | chair | Open Quays Network"}},
	{"marks within marks, curly ones", "“The rules speak of a “main purpose” and say nothing more about small boats,” said Owen Farrell, chair of Harbour Rights Watch.", []string{"Owen Farrell | chair | Harbour Rights Watch"}},
	{"two words in marks and no quotation", "The rules speak of a \"main purpose\" and of \"leisure\" and say nothing more.", nil},
	{"no mark was forgotten where nobody has spoken", "Skippers have told the council so twice this year, and nobody has answered them,” said Owen Farrell, chair of Harbour Rights Watch.", nil},
	{"one mark in a paragraph that closes no words", "“The tolls are too high for small boats,” said Owen Farrell, chair of Harbour Rights Watch.\n\nThe boats are up to 18\" wide at the stern, said the port.", []string{"Owen Farrell | chair | Harbour Rights Watch"}},
	{"a paragraph that was not cut", "The tolls of the harbour are high. They are so for all of the small boats\n\nSkippers have told the council so twice.", nil},
}

// heldOffices are ways in which ministers, parties and coalitions name who holds which office.
var heldOffices = []struct {
	name, body string
	quotes     []string
}{
	{"her fellow co-leader", "“The tolls are too high for small boats,” said Ana Ruiz, co-leader of the Open Quays Network.\n\nHer fellow co-leader Dr Owen Farrell noted: “Skippers have told the council so twice this year.”", []string{"Ana Ruiz | co-leader | Open Quays Network", "Dr Owen Farrell |  | ?"}},
	{"their chair at the beginning of a sentence", "Their chair Owen Farrell said: “Skippers have told the council so twice this year.”", []string{"Owen Farrell | chair | ?"}},
	{"a lecturer of the university's school, and a member", "\"The tolls are too high for small boats,\" says Dr Ana Ruiz, Principal Lecturer at the university's School of Tides and member of the Dockers Union.", []string{"Dr Ana Ruiz |  | ?"}},
	{"a branch of a union", "\"The tolls are too high for small boats,\" says Ana Ruiz, co-president of the Marlow Quay branch of MDU.", []string{"Ana Ruiz | co-president | MDU"}},
	{"a branch of a union with its whole name", "\"The tolls are too high for small boats,\" says Ana Ruiz, secretary of the Marlow branch of the Dockers Union.", []string{"Ana Ruiz | secretary | Dockers Union"}},
	{"heads with several paragraphs below each", "Ana Ruiz, President of Quaywatch, said:\n\n“The tolls are too high for small boats of any kind.”\n\n“Skippers have told the council so twice this year.”\n\nOwen Farrell, Chair of Harbour Rights Watch, said:\n\n“The council has to answer them now.”\n\n“It has had all of the year to do so.”", []string{"Ana Ruiz | President | Quaywatch", "Owen Farrell | Chair | Harbour Rights Watch"}},
	{"heads with an office over a field", "Ana Ruiz, Director of Legal Advocacy at the Harbour Law Centre, said:\n\n“The tolls are too high for small boats of any kind.”\n\nDr Owen Farrell from the Council for Open Quays, said:\n\n“The council has to answer them now.”", []string{"Ana Ruiz | Director of Legal Advocacy | Harbour Law Centre", "Dr Owen Farrell |  | Council for Open Quays"}},
	{"an organisation that begins as a department does", "“The tolls are too high for small boats,” said Ana Ruiz, Director of Legal Advocacy at the Human Harbours Law Centre.", []string{"Ana Ruiz | Director of Legal Advocacy | Human Harbours Law Centre"}},
	{"a department within, and no organisation", "“The tolls are too high for small boats,” said Ana Ruiz, manager at Human Resources.", []string{"Ana Ruiz |  | ?"}},
	{"an organisation that ends with a quality", "“The tolls are too high for small boats,” said Combined Union Industrial Campaign speaker, Dr Karin Voss.", []string{"Dr Karin Voss | speaker | Combined Union Industrial Campaign"}},
	{"a minister of several fields before the name", "Minister for Ports, Community Services and Island Affairs, Owen Farrell, today said the tolls would stay.\n\n\"The tolls pay for the lamps on the quay,\" Mr Farrell said.", []string{"Owen Farrell | Minister for Ports, Community Services and Island Affairs | ?"}},
	{"a minister with services in the name", "The Minister for Port and Community Services, Senator Ana Ruiz, today announced the tolls.\n\n\"The tolls pay for the lamps on the quay,\" Senator Ruiz said.", []string{"Ana Ruiz | Minister for Port and Community Services | ?"}},
	{"a minister right behind the verb", "\"The tolls pay for the lamps on the quay,\" said the Shadow Minister for Ports, Harbours and Trade, Ana Ruiz.", []string{"Ana Ruiz | Shadow Minister for Ports, Harbours and Trade | ?"}},
	{"a minister whose ministry is named", "The Ministry of Ports has a plan.\n\n\"The tolls pay for the lamps on the quay,\" said Minister of Ports, Ana Ruiz.", []string{"Ana Ruiz | Minister of Ports | Ministry of Ports"}},
	{"what was said today", "Ana Ruiz, today, said: \"The tolls pay for the lamps on the quay of Marlow.\"", []string{"Ana Ruiz |  | ?"}},
	{"a party's leader with a surname", "Quay Party Leader Ana Ruiz said she was against the tolls.\n\n\"But the public has to know of them.\n\n\"They shall be voted on.\"", []string{"Ana Ruiz | Leader | Quay Party"}},
	{"one of several without a name", "“The tolls are too high for small boats,” said one of the skippers.", []string{" | one of the skippers | ?"}},
	{"organisers in a statement", "“The tolls are too high for small boats,” the organisers said in a joint statement.", []string{" |  | ?"}},
	{"residents", "“The tolls are too high for small boats,” residents said.", []string{" | residents | ?"}},
	{"the Mayor alone, named before", "Mayor Ana Ruiz opened the quay on Monday.\n\n“The tolls pay for the lamps on the quay,” the Mayor said.", []string{"Ana Ruiz | Mayor | ?"}},
	{"the Minister alone, named before", "The Minister for Ports, Ana Ruiz, opened the quay on Monday.\n\n“The tolls pay for the lamps on the quay,” the Minister said.", []string{"Ana Ruiz | Minister for Ports | ?"}},
	{"the director alone is no campaign director", "Ana Ruiz, campaign director at Quaywatch, opened the quay on Monday.\n\n“The tolls pay for the lamps on the quay,” the director said.", []string{" | director | ?"}},
	{"the Mayor alone, of two", "Mayor Ana Ruiz opened the quay with Mayor Owen Farrell on Monday.\n\n“The tolls pay for the lamps on the quay,” the Mayor said.", []string{" | Mayor | ?"}},
	{"she said, and her words in the next paragraph", "Quay Party co-leader Ana Ruiz said the report shows that the tolls are wrong.\n\nShe said the boats also need a slip of their own.\n\n“The tolls are too high for every one of the small boats.”", []string{"Ana Ruiz | co-leader | Quay Party"}},
	{"he said, and nobody was named", "He said the boats also need a slip of their own.\n\n“The tolls are too high for every one of the small boats.”", nil},
	{"Mr Farrell says somebody should", "Quay Party leader Owen Farrell was at the pier.\n\nMr Farrell says Mr Reed should spend some time on the quay with skippers.\n\n“The tolls are too high for every one of the small boats.”", []string{"Owen Farrell | leader | Quay Party"}},
	{"a member of parliament with the initials of a party", "It is little wonder that skippers leave the harbour, QTP MP Owen Farrell said today.\n\n“The tolls are too high for small boats,” Mr Farrell said.\n\nThe QTP has two seats.", []string{"Owen Farrell | MP | QTP"}},
	{"whoever said so at the end of a sentence", "Skippers leave the harbour every week, Quay Union President Ana Ruiz said today.\n\n“The tolls are too high for small boats,” Ms Ruiz said.", []string{"Ana Ruiz | President | Quay Union"}},
	{"an officer of who issues the release, on a line of its own", "Marlow Union of Skippers’ Associations\n\nThe union of skippers wants lower tolls for all of the boats.\n\nNational skippers’ president Owen Farrell says “The tolls are too high for small boats of any kind.”", []string{"Owen Farrell |  | Marlow Union of Skippers’ Associations"}},
	{"an officer of who issues the release, behind a label", "Press Release – Marlow Skippers’ Union\n\nThe national union wants lower tolls for all of the boats.\n\nNational president Owen Farrell says “The tolls are too high for small boats of any kind.”", []string{"Owen Farrell |  | Marlow Skippers’ Union"}},
	{"a heading behind a label names no issuer", "Press Release – Tolls go up again\n\nThe national president wants lower tolls for all of the boats.\n\nNational president Owen Farrell says “The tolls are too high for small boats of any kind.”", []string{"Owen Farrell |  | ?"}},
	{"the General Secretary alone, named before", "“The tolls are too high for small boats,” said Ana Ruiz, General Secretary of the Dockers Union.\n\nThe quay was shut on Monday.\n\n“Skippers have told the council so twice,” the General Secretary added.", []string{"Ana Ruiz | General Secretary | Dockers Union", "Ana Ruiz | General Secretary | Dockers Union"}},
	{"whose group", "“The tolls are too high for small boats,” said Ana Ruiz, whose group, Quaywatch, has two hundred members.", []string{"Ana Ruiz |  | ?"}},
	{"attributable above, bullets below", "Quotes attributable to Ana Ruiz, chair of the Dockers Union:\n\n- “The tolls are too high for small boats.”\n- “Skippers have told the council so twice this year.”", []string{"Ana Ruiz | chair | Dockers Union"}},
	{"attributable above, paragraphs below", "Quotes attributable to Ana Ruiz, chair of the Dockers Union:\n\n“The tolls are too high for small boats.”\n\n“Skippers have told the council so twice this year.”", []string{"Ana Ruiz | chair | Dockers Union"}},
	{"attributable to a minister", "Quotes attributable to Minister for Ports, Ana Ruiz:\n\n“The tolls are too high for small boats.”\n\n“Skippers have told the council so twice this year.”", []string{"Ana Ruiz | Minister for Ports | ?"}},
	{"attributable, without a colon", "Quotes attributable to Dockers Union General Secretary Ana Ruiz\n\n“The tolls are too high for small boats.”\n\n“Skippers have told the council so twice this year.”", []string{"Ana Ruiz | General Secretary | Dockers Union"}},
	{"attributable, opened at each paragraph", "Quotes attributable to Ana Ruiz, chair of the Dockers Union:\n\n“The tolls are too high for small boats.\n\n“Skippers have told the council so twice this year.”", []string{"Ana Ruiz | chair | Dockers Union"}},
}

// whomToAsk are lines of unions and campaigns that say whom to ask.
var whomToAsk = []struct{ name, line, contact string }{
	{"a sentence without a colon", "For more information contact Ben Roberts on 9893 5151", "Ben Roberts |  | 9893 5151"},
	{"contact and a name alone", "Contact Ben Roberts 0404 555 593", "Ben Roberts |  | 0404 555 593"},
	{"for more comment, by phone", "For more comment please phone Dr Karin Voss h (06) 555 1100, w (06) 555 9099", "Dr Karin Voss | (06) 555 9099 | (06) 555 1100"},
	{"a letter that runs into the number", "Contact: Dr Karin Voss h(06) 555-1100, w(06) 555-9099", "Dr Karin Voss | (06) 555-9099 | (06) 555-1100"},
	{"a label with a colon stays one", "For more information: Ben Roberts, 9893 5151", "Ben Roberts |  | 9893 5151"},
}

func TestWhomUnionsAsk(t *testing.T) {
	kept := heldBy(t)
	for _, l := range whomToAsk {
		t.Run(l.name, func(t *testing.T) {
			r, err := kept.Import("release.txt", []byte(tollHead+"The quay is open until dusk.\n\nENDS\n\n"+l.line), Options{Today: today, Email: "press@office.example"})
			if err != nil {
				t.Fatal(err)
			}
			parts := strings.Split(l.contact, " | ")
			want := []string{"name = \"" + parts[0] + "\"", "phone = \"" + parts[2] + "\""}
			if parts[1] != "" {
				want = append(want, "role = \""+parts[1]+"\"")
			}
			has(want...)(t, string(r.Markdown))
		})
	}
}

func TestHeldOffices(t *testing.T) {
	kept := heldBy(t)
	for _, l := range heldOffices {
		t.Run(l.name, func(t *testing.T) {
			source := tollHead + l.body + "\n\nThe quay is open until dusk."
			r, err := kept.Import("release.txt", []byte(source), Options{Today: today, Email: "press@office.example"})
			if err != nil {
				t.Fatal(err)
			}
			compare(t, r, l.quotes)
			if !strings.Contains(l.body, "Press Release") { // a label, which is told
				nothingLost(t, source, r)
			}
		})
	}
}

func TestCampaigns(t *testing.T) {
	kept := heldBy(t)
	for _, l := range campaigns {
		t.Run(l.name, func(t *testing.T) {
			source := tollHead + l.body + "\n\nThe quay is open until dusk."
			r, err := kept.Import("release.txt", []byte(source), Options{Today: today, Email: "press@office.example"})
			if err != nil {
				t.Fatal(err)
			}
			compare(t, r, l.quotes)
			if strings.Contains(l.name, "cut in the middle") {
				return
			}
			nothingLost(t, source, r)
		})
	}
}
