package importer

import (
	"testing"
)

// tollsSaid is what somebody says in the texts below.
const tollsSaid = "“The tolls are too high for small boats,” said "

// reasons are whom the grammar of a sentence gives an organisation, and whom it does not.
var reasons = []attributed{
	{"an adjective that begins a sentence", "Head coach Ana Ruiz said: “The tolls are too high for small boats.”", []string{"Ana Ruiz | Head coach | ?"}},
	{"a noun that begins a sentence", "Sporting director Ana Ruiz said: “The tolls are too high for small boats.”", []string{"Ana Ruiz | Sporting director | ?"}},
	{"the same noun in small letters elsewhere", "The jury met.\n\nJury founder Ana Ruiz said: “The tolls are too high for small boats.”", []string{"Ana Ruiz | Jury founder | ?"}},
	{"a name that begins a sentence and stands within another", "The port wrote to Quaywatch in May.\n\nQuaywatch director Ana Ruiz said: “The tolls are too high for small boats.”", []string{"Ana Ruiz | director | Quaywatch"}},
	{"a name that begins a sentence, of a founder", "Quaywatch founder Ana Ruiz said: “The tolls are too high for small boats.”", []string{"Ana Ruiz | founder | Quaywatch"}},
	{"a name that begins a sentence alone", "Quaywatch director Ana Ruiz said: “The tolls are too high for small boats.”", []string{"Ana Ruiz | Quaywatch director | ?"}},
	{"initials that begin a sentence", "MDU organiser Ana Ruiz said: “The tolls are too high for small boats.”", []string{"Ana Ruiz | organiser | MDU"}},
	{"a name within the sentence", tollsSaid + "Quaywatch director Ana Ruiz.", []string{"Ana Ruiz | director | Quaywatch"}},
	{"a former director", tollsSaid + "Ana Ruiz, former director of the Harbor Safety Office.", []string{"Ana Ruiz | former director | ?"}},
	{"formerly of", tollsSaid + "Ana Ruiz, formerly of the Harbor Safety Office.", []string{"Ana Ruiz |  | ?"}},
	{"a former pilot, now a director", tollsSaid + "Ana Ruiz, a former pilot who is director of the Harbor Safety Office.", []string{"Ana Ruiz |  | ?"}},
	{"a curator of a field", tollsSaid + "Ana Ruiz, Quill Curator of Coastal Craft.", []string{"Ana Ruiz | Quill Curator of Coastal Craft | ?"}},
	{"a director of a field in capitals", tollsSaid + "Ana Ruiz, Director of Special Voyages.", []string{"Ana Ruiz | Director of Special Voyages | ?"}},
	{"a manager of a field in initials", tollsSaid + "Ana Ruiz, Manager of MDU Voyages.", []string{"Ana Ruiz | Manager | MDU Voyages"}},
	{"a director in small letters of what has capitals", tollsSaid + "Ana Ruiz, director of Harbor Table.", []string{"Ana Ruiz | director | Harbor Table"}},
	{"a chief executive of what has capitals", tollsSaid + "Ana Ruiz, Chief Executive of Harbor Table.", []string{"Ana Ruiz | Chief Executive | Harbor Table"}},
	{"a vice president of a field", tollsSaid + "Ana Ruiz, Vice President of Coastal Voyages.", []string{"Ana Ruiz | Vice President of Coastal Voyages | ?"}},
	{"a head of a branch, whose firm stands alone elsewhere", "A boat of Tidewell was there.\n\n" + tollsSaid + "Ana Ruiz, Head of Tidewell Marlow.", []string{"Ana Ruiz | Head | Tidewell Marlow"}},
	{"a cabinet member for a field", "Cllr Ana Ruiz, Cabinet Member for Quays and Leisure, said: “The tolls are too high for small boats.”", []string{"Ana Ruiz | Cabinet Member for Quays and Leisure | ?"}},
	{"a commander for a place", "The tolls were raised in Colwick.\n\n" + tollsSaid + "Captain Ana Ruiz, the area commander for Colwick.", []string{"Ana Ruiz | Captain | ?"}},
	{"a harbour's only yard", tollsSaid + "Ana Ruiz, a welder at Port Amar’s only shipyard.", []string{"Ana Ruiz |  | ?"}},
	{"an assemblymember", "The bill is by Assemblymember Ana Ruiz.\n\n" + tollsSaid + "Assemblymember Ruiz.", []string{"Ana Ruiz |  | ?"}},
	{"from a lord", "From Lord Quill, crossbench peer: “The tolls are too high for small boats.”", []string{"Lord Quill | crossbench peer | ?"}},
	{"an office at the organisation with which the sentence begins", "The ropes are of Tidewell Ropes.\n\nAt Tidewell Ropes, head of ropes Ana Ruiz says the tolls are wrong. “The tolls are too high for small boats,” she says.", []string{"Ana Ruiz | head of ropes | Tidewell Ropes"}},
	{"the same at a firm in one word, which may be a place", "Boats of Tidewell were there.\n\nAt Tidewell, head of ropes Ana Ruiz said: “The tolls are too high for small boats.”", []string{"Ana Ruiz | head of ropes | ?"}},
	{"the same at a place", "At Marlow, head of ropes Ana Ruiz said: “The tolls are too high for small boats.”", []string{"Ana Ruiz | head of ropes | ?"}},
	{"the same at an event", "At the Harbor Forum, head of ropes Ana Ruiz said: “The tolls are too high for small boats.”", []string{"Ana Ruiz | head of ropes | ?"}},
	// She is whom the sentence before is about.
	{"she is a new person", tollsSaid + "Owen Farrell, chair of Harbor Table.\n\nPatient Ana Ruiz, 74, was the first to pay. “I came by boat and left on Friday,” she said.", []string{"Owen Farrell | chair | Harbor Table", "Ana Ruiz |  | ?"}},
	{"he is a local", tollsSaid + "Ana Ruiz, chair of Harbor Table.\n\nLocal fisher Owen Farrell is cautious. “I will believe it when I see it,” he says.", []string{"Ana Ruiz | chair | Harbor Table", "Owen Farrell |  | ?"}},
	{"she is new, with an office at an organisation", tollsSaid + "Owen Farrell, chair of Harbor Table.\n\nAna Ruiz, director of the Kestrel Trust, came by boat. “I left on the very same Friday,” she said.", []string{"Owen Farrell | chair | Harbor Table", "Ana Ruiz | director | Kestrel Trust"}},
	{"somebody else is in the sentence", tollsSaid + "Owen Farrell, chair of Harbor Table.\n\nThe boat was steered by skipper Ana Ruiz in May. “I left on the very same Friday,” he said.", []string{"Owen Farrell | chair | Harbor Table"}},
	{"a place in the sentence is nobody", tollsSaid + "Owen Farrell, chair of Harbor Table.\n\nThe boats lie in New Marlow until May. “I left on the very same Friday,” he said.", []string{"Owen Farrell | chair | Harbor Table", "Owen Farrell | chair | Harbor Table"}},
	{"a surname that was given with a first name, and not as a speaker", tollsSaid + "Owen Farrell, chair of Harbor Table.\n\nHe came with the landowner Ana Ruiz, 91.\n\nRuiz said she had turned down three offers. “They all talked about units,” she said.", []string{"Owen Farrell | chair | Harbor Table", "Ana Ruiz |  | ?"}},
	// An office without an organisation is the issuer's where no other stands beside it.
	{"the issuer's director", tollsSaid + "director Ana Ruiz.\n\nAbout Quaywatch\n\nQuaywatch is a charity on the quay.", []string{"Ana Ruiz | director | Quaywatch"}},
	{"a director beside another organisation", "The money went to the Kestrel Trust. " + tollsSaid + "director Ana Ruiz.\n\nAbout Quaywatch\n\nQuaywatch is a charity on the quay.", []string{"Ana Ruiz | director | ?"}},
	{"a director beside it and another", "Quaywatch gave its money to the Kestrel Trust. " + tollsSaid + "director Ana Ruiz.\n\nAbout Quaywatch\n\nQuaywatch is a charity on the quay.", []string{"Ana Ruiz | director | Quaywatch"}},
	{"an office with another's name in it", "The rope of Tidewell, too, is on sale.\n\n" + tollsSaid + "Ana Ruiz, Senior Tidewell Product Manager.\n\nAbout Quaywatch\n\nQuaywatch is a charity on the quay.", []string{"Ana Ruiz |  | ?"}},
}

func TestWhatGivesSomebodyAnOrganisation(t *testing.T) {
	t.Parallel()
	attributedWholes(t, "evidence.golden.txt", reasons)
}
