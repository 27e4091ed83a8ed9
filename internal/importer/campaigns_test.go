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
	{"the same with an article", "\"The tolls are too high for small boats,\" said the Vice President of the Marlow Skippers Union, Ms Ana Ruiz.", []string{"Ms Ana Ruiz | Vice President | Marlow Skippers Union"}},
	{"the same before the words", "Assistant Secretary of the Marlow Dockers Association, Ana Ruiz, said: \"The tolls are too high for small boats.\"", []string{"Ana Ruiz | Assistant Secretary | Marlow Dockers Association"}},
	{"the same, with for", "\"The tolls are too high for small boats,\" says Lead Campaigner for Open Quays Network, Ana Ruiz.", []string{"Ana Ruiz | Lead Campaigner | Open Quays Network"}},
	{"National Secretary of", "National Secretary of the Dockers Federation Owen Farrell said: \"The tolls are too high for small boats.\"", []string{"Owen Farrell | National Secretary | Dockers Federation"}},
	{"an office in initials behind the name", "The Marlow Dockers Union (MDU) wants lower tolls.\n\n“The tolls are too high for small boats,” says Ana Ruiz, MDU Acting President.", []string{"Ana Ruiz | Acting President | Marlow Dockers Union (MDU)"}},
	{"an office over a field in initials", "The Marlow Dockers Union (MDU) wants lower tolls.\n\n“The tolls are too high for small boats,” says Ana Ruiz, MDU Education Vice President.", []string{"Ana Ruiz | Education Vice President | Marlow Dockers Union (MDU)"}},
	{"initials in capitals, explained nowhere", "“The tolls are too high for small boats,” says Ana Ruiz, MDU National President.\n\nMDU has two hundred members.", []string{"Ana Ruiz | National President | MDU"}},
	{"initials in brackets within the office", "“The tolls are too high for small boats,” said Marlow Skippers’ Association (MSA) President, Ana Ruiz.", []string{"Ana Ruiz | President | Marlow Skippers’ Association (MSA)"}},
	{"initials in brackets, no comma", "“The tolls are too high for small boats,” said Marlow Skippers Union (MSU) General Secretary Ana Ruiz.", []string{"Ana Ruiz | General Secretary | Marlow Skippers Union (MSU)"}},
	{"initials in brackets, and the words behind", "Marlow Skippers Union (MSU) spokesperson Ana Ruiz said: “The tolls are too high for small boats.”", []string{"Ana Ruiz | spokesperson | Marlow Skippers Union (MSU)"}},
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
	{"another Mr has that surname in part", "Harbour Rights Watch Chair Owen Farrell Reed said the tolls are wrong.\n\n“The tolls are too high for small boats,” said Mr Farrell Rees.", []string{"Mr Farrell Rees |  | ?"}},
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

func TestCampaigns(t *testing.T) {
	for _, l := range campaigns {
		t.Run(l.name, func(t *testing.T) {
			source := tollHead + l.body + "\n\nThe quay is open until dusk."
			r, err := Import("release.txt", []byte(source), Options{Today: today, Email: "press@office.example"})
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
