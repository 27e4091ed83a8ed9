package importer

import (
	"testing"
)

// credits are ways in which a release says once who somebody is, and what it is read as.
var credits = []attributed{
	// A name that an office stands before is no organisation.
	{"somebody who asks another", "Marlow COO, Owen Farrell asked Director Reed on Monday, “Does the port want us to lower the tolls for boats?”\n\nThe director of boats, Tom Reed, was on that email. In an email to Director Reed and Deputy Director Ana Gill, all was told.\n\nIn an email, Director Reed said, “The tolls are too high for small boats.”", []string{"Owen Farrell | COO | Marlow", "Tom Reed |  | ?"}},
	{"a name and a director", tollsSaid + "Ana Ruiz and the director Tom Reed.", []string{"Ana Ruiz |  | ?"}},
	{"a chief with an article behind a name", "Ana Ruiz and the director Tom Reed met the port.\n\n“The tolls are too high for small boats,” said Tom Reed.", []string{"Tom Reed |  | ?"}},
	// Offices before an organisation that is told with its place.
	{"a chief of a firm with its place", "Ana Ruiz, CEO and Principal Skipper for Marlow-based Tidewell Ropes, will speak.\n\n“The tolls are too high for small boats,” Ruiz said.", []string{"Ana Ruiz | CEO and Principal Skipper | Tidewell Ropes"}},
	{"the same with of", tollsSaid + "Ana Ruiz, founder of Marlow-based Tidewell Ropes.", []string{"Ana Ruiz | founder | Tidewell Ropes"}},
	{"the same in front", tollsSaid + "Marlow-based Tidewell Ropes CEO Ana Ruiz.", []string{"Ana Ruiz | CEO | Tidewell Ropes"}},
	{"an event's director", "The Open Harbor Breakfast is on Sunday.\n\n" + tollsSaid + "Ana Ruiz, Open Harbor Breakfast Director.", []string{"Ana Ruiz | Director | Open Harbor Breakfast"}},
	{"an event's director that the text has once", tollsSaid + "Ana Ruiz, Open Harbor Breakfast Director.", []string{"Ana Ruiz | Open Harbor Breakfast Director | ?"}},
	{"a union's president, with initials", "The keepers formed a local, in affiliation with the Marlow Council HWU-PIO.\n\nAna Ruiz, Marlow HWU-PIO President, says of it: “The tolls are too high for small boats.”", []string{"Ana Ruiz | President | Marlow HWU-PIO"}},
	{"a member and president", "Ana Ruiz, a longtime member of the Marlow Quays support staff and President of Local 590, welcomes them: “The tolls are too high for small boats.”", []string{"Ana Ruiz | longtime member of the Marlow Quays support staff and President | Local 590"}},
	{"a deputy with fields in brackets", "Tidewell to lower its tolls\n\nTidewell will lower its tolls in May.\n\nAna Ruiz, Deputy Chief Executive (Policy & Quays), said, “The tolls are too high for small boats.”", []string{"Ana Ruiz | Deputy Chief Executive | ?"}},
	{"an office, organisation, comma, rank and name", "Executive Director of TIDE@H, Professor Ana Ruiz, said the work is done. “The tolls are too high for small boats,” Professor Ruiz said.", []string{"Ana Ruiz | Professor | ?"}},
	{"a professor of the school whose researchers begin", "Researchers at Harwell University have built a lamp.\n\n" + tollsSaid + "Ana Ruiz, an associate professor of tides.", []string{"Ana Ruiz | associate professor of tides | Harwell University"}},
	{"a chief medical officer", tollsSaid + "Chief Medical Officer Dr. Ana Ruiz.", []string{"Dr. Ana Ruiz | Chief Medical Officer | ?"}},
	{"a college of mines", tollsSaid + "Ana Ruiz of Saltford College of Mines.", []string{"Ana Ruiz |  | Saltford College of Mines"}},
	{"an office behind its firm, comma, name", "The boats of Tidewell were there.\n\n“The tolls are too high for small boats,” says Tidewell Chief Growth Officer, Ana Ruiz.", []string{"Ana Ruiz | Chief Growth Officer | Tidewell"}},
	{"the same of a firm that the text names once", "“The tolls are too high for small boats,” says Tidewell Chief Growth Officer, Ana Ruiz.", []string{"Ana Ruiz | Chief Growth Officer | Tidewell"}},
	{"the same of a department", "The work of Marketing was good.\n\nThat was in Marketing.\n\n“The tolls are too high for small boats,” says Marketing Director, Ana Ruiz.", []string{"Ana Ruiz | Marketing Director | ?"}},
	{"the same of a noun", "It was a sporting year.\n\nThe Sporting boats of a sporting club.\n\n“The tolls are too high for small boats,” says Sporting Director, Ana Ruiz.", []string{"Ana Ruiz | Sporting Director | ?"}},
	{"the same of a firm of two words", "“The tolls are too high for small boats,” says Tidewell Ropes Vice President and Chief Rope Officer, Ana Ruiz.", []string{"Ana Ruiz | Vice President and Chief Rope Officer | Tidewell Ropes"}},
	{"the same of a firm of two words with what firms have", "“The tolls are too high for small boats,” says Tidewell Ropes Ltd President and CEO, Ana Ruiz, in a statement.", []string{"Ana Ruiz | President and CEO | Tidewell Ropes Ltd"}},
	{"the same of a town's attorney", "The Quay Trust met.\n\n“The tolls are too high for small boats,” says Quay Trust Attorney, Ana Ruiz.", []string{"Ana Ruiz | Attorney | Quay Trust"}},
	{"a heading and a name", "Tidewell is a firm.\n\n“The tolls are too high for small boats,” says Tidewell Director, Harbor Office.", nil},
	{"a team of scientists from a university", "A team of scientists from the University of Harwell has built a lamp.\n\n" + tollsSaid + "Professor Ana Ruiz.", []string{"Ana Ruiz | Professor | University of Harwell"}},
	{"marine engineers at a college", "Marine engineers at Harwell College, by the sea, have built a lamp.\n\n" + tollsSaid + "Ana Ruiz, lecturer.", []string{"Ana Ruiz | lecturer | Harwell College"}},
	{"researchers of two schools", "Researchers at Harwell University and Saltford College have built a lamp.\n\n" + tollsSaid + "Ana Ruiz, an associate professor of tides.", []string{"Ana Ruiz | associate professor of tides | ?"}},
	{"researchers of two schools behind a comma", "Researchers at Harwell University, and others at Saltford College, have built a lamp.\n\n" + tollsSaid + "Ana Ruiz, an associate professor of tides.", []string{"Ana Ruiz | associate professor of tides | ?"}},
	{"researchers of a firm", "Researchers at Tidewell Ropes have built a lamp.\n\n" + tollsSaid + "Ana Ruiz, an associate professor of tides.", []string{"Ana Ruiz | associate professor of tides | ?"}},
	{"researchers in the second paragraph", "A lamp is lit.\n\nResearchers at Harwell University have built it.\n\n" + tollsSaid + "Ana Ruiz, an associate professor of tides.", []string{"Ana Ruiz | associate professor of tides | ?"}},
	{"a fair's director whose fair is a department", "The Open Marketing is on Sunday.\n\n" + tollsSaid + "Ana Ruiz, Open Marketing Director.", []string{"Ana Ruiz | Open Marketing Director | ?"}},
	{"a city's manager", "The work of Harwell City is done.\n\n" + tollsSaid + "Ana Ruiz, Harwell City Manager.", []string{"Ana Ruiz | Manager | Harwell City"}},
	{"a fair's attorney", "The Open Harbor Breakfast is on Sunday.\n\n" + tollsSaid + "Ana Ruiz, Open Harbor Breakfast Attorney.", []string{"Ana Ruiz | Open Harbor Breakfast Attorney | ?"}},
	{"an office in small letters behind an event", "The Open Harbor Breakfast is on Sunday.\n\n" + tollsSaid + "Ana Ruiz, the Open Harbor Breakfast organiser.", []string{"Ana Ruiz | organiser | Open Harbor Breakfast"}},
	{"a president of initials that the text has once", "Ana Ruiz, Marlow HWU President, says of it: “The tolls are too high for small boats.”", []string{"Ana Ruiz | Marlow HWU President | ?"}},
	{"a president of a nation", "The NSW tolls are new.\n\nAna Ruiz, Marlow NSW President, says of it: “The tolls are too high for small boats.”", []string{"Ana Ruiz | Marlow NSW President | ?"}},
	{"somebody who met a director", "Ana Ruiz met director Tom Reed of boats.\n\n“The tolls are too high for small boats,” said Tom Reed.", []string{"Tom Reed |  | ?"}},
	{"a campaign's director in capitals", tollsSaid + "Tidewell campaign Director Ana Ruiz.", []string{"Ana Ruiz | campaign Director | Tidewell"}},
	{"a chief with two fields", tollsSaid + "Chief Ropes and Tides Officer Ana Ruiz.", []string{"Ana Ruiz | Chief Ropes and Tides Officer | ?"}},
	{"a firm's chief with a field", tollsSaid + "Quaywatch Chief Ropes Officer Ana Ruiz.", []string{"Ana Ruiz | Chief Ropes Officer | Quaywatch"}},
	{"a chair of initials, and a captain", "Chair of TIDE@H, Captain Ana Ruiz, said the work is done. “The tolls are too high for small boats,” Ruiz said.\n\nThe boats of TIDE@H were there.", []string{"Ana Ruiz | Captain, Chair | TIDE@H"}},
	{"noting that", "Ana Ruiz, who is director of the Kestrel Trust, described it by noting that, “The tolls are too high for small boats, and they were.”", []string{"Ana Ruiz | director | Kestrel Trust"}},
	{"has said", "Ana Ruiz, chair of Harbor Table, came. “The tolls are too high,” Ana Ruiz has said. “They were always so.”", []string{"Ana Ruiz | chair | Harbor Table"}},
	{"a first name has said", "“The tolls are too high for boats,” Ana has said. “They were always so.”\n\nAna Ruiz is chair of Harbor Table.", []string{"Ana Ruiz | chair | Harbor Table"}},
	{"who leads, in French", "Les péages du port de Marlow sont trop élevés, dit le comité des bateliers dans la ville.\n\n« Les péages sont trop élevés pour les petits bateaux » déclare Ana Ruiz, qui dirige Marées Droits.", []string{"Ana Ruiz |  | Marées Droits"}},
	{"who leads what is one word, in French", "Les péages du port de Marlow sont trop élevés, dit le comité des bateliers dans la ville.\n\n« Les péages sont trop élevés pour les petits bateaux » déclare Ana Ruiz, qui dirige Marées.", []string{"Ana Ruiz |  | ?"}},
	{"who leads a union, in French", "Les péages du port de Marlow sont trop élevés, dit le comité des bateliers dans la ville.\n\n« Les péages sont trop élevés pour les petits bateaux » déclare Ana Ruiz, qui préside l’Union des Quais.", []string{"Ana Ruiz |  | Union des Quais"}},
	{"an opening mark with a space", "Before the vote, Ana Ruiz, chair of Harbor Table, said, “ The tolls are too high for small boats.”", []string{"Ana Ruiz | chair | Harbor Table"}},
	{"an opening mark with a space, in small letters", "Before the vote, Ana Ruiz, chair of Harbor Table, said, “ the tolls are too high for small boats.”", nil},
	{"a resident and president", "Ana Ruiz, a longtime skipper of the quay and Vice President of Kestrel Local 12, said: “The tolls are too high for small boats.”", []string{"Ana Ruiz | longtime skipper of the quay and Vice President | Kestrel Local 12"}},
	{"a chair and president", "Ana Ruiz, chair of the board and President of the Kestrel Trust, said: “The tolls are too high for small boats.”", []string{"Ana Ruiz | chair of the board and President | Kestrel Trust"}},
	{"an English office in German", "Der Hafen von Marlow wird teurer, und die Boote bleiben draußen, sagt die Stadt.\n\nGlobal Head of Boats, Ana Ruiz, sagte: „Die Gebühren sind für kleine Boote zu hoch.“", []string{"Ana Ruiz | Global Head of Boats | ?"}},
	{"an English office in German, at a firm", "Der Hafen von Marlow wird teurer, und die Boote bleiben draußen, sagt die Stadt.\n\nSenior Head of Boats bei Tidewell, Ana Ruiz, sagte: „Die Gebühren sind für kleine Boote zu hoch.“", []string{"Ana Ruiz | Senior Head of Boats bei Tidewell | ?"}},
	{"what is said behind an accusative, in German", "Der Hafen von Marlow wird teurer, und die Boote bleiben draußen, sagt die Stadt.\n\nDeshalb sei es nötig, so Ana Ruiz, den öffentlichen Druck auf die Politik zu erhöhen, um die Planung der Zukunft zu ändern: „Die Gebühren sind für kleine Boote zu hoch.“", []string{"Ana Ruiz |  | ?"}},
	{"an opening mark with a space and no closing one", "Before the vote, Ana Ruiz, chair of Harbor Table, said, “ The tolls are too high for small boats.", nil},
}

func TestHowAReleaseSaysWhoSomebodyIs(t *testing.T) {
	t.Parallel()
	attributedWholes(t, "credited.golden.txt", credits)
}
