package importer

import "testing"

// meres are what stands where organisations do and is none, and whole organisations of which the name has a turn in it.
var meres = []attributed{
	{"a professor in small letters", tollsSaid + "Ana Ruiz, a professor at Harwell University.", []string{"Ana Ruiz | professor | Harwell University"}},
	{"a doctor behind an office", tollsSaid + "Superintendent of Schools Dr. Ana Ruiz.", []string{"Dr. Ana Ruiz | Superintendent of Schools | ?"}},
	{"an author of a book", tollsSaid + "Ana Ruiz, author of The Rope and the Sea.", []string{"Ana Ruiz | author of The Rope and the Sea | ?"}},
	{"a mother of a pupil", tollsSaid + "Ana Ruiz, mother of a pupil at Harwell Primary School.", []string{"Ana Ruiz | mother of a pupil at Harwell Primary School | ?"}},
	{"a resident of a block", tollsSaid + "Ana Ruiz, a resident of Quill Gardens.", []string{"Ana Ruiz | resident of Quill Gardens | ?"}},
	{"a resident at a hospital", tollsSaid + "Ana Ruiz, a resident at Harwell General Hospital.", []string{"Ana Ruiz | resident | Harwell General Hospital"}},
	{"of a street", tollsSaid + "Ana Ruiz of Ropewalk Lane.", []string{"Ana Ruiz |  | ?"}},
	{"a shop in a street", tollsSaid + "Ana Ruiz, who runs a bakery on the corner of Quill Road and Fifth Street.", []string{"Ana Ruiz |  | ?"}},
	{"an association of a street", tollsSaid + "Ana Ruiz of the Ropewalk Lane Association.", []string{"Ana Ruiz |  | Ropewalk Lane Association"}},
	{"a lawyer for a person", tollsSaid + "Ana Ruiz, attorney for Owen Farrell.", []string{"Ana Ruiz | attorney for Owen Farrell | ?"}},
	{"a lawyer for an association", tollsSaid + "Ana Ruiz, attorney for the Ropers’ Association.", []string{"Ana Ruiz | attorney | Ropers’ Association"}},
	{"a spokesperson for a person with a title", "Mr Farrell came.\n\n" + tollsSaid + "Ana Ruiz, a spokesperson for Owen Farrell.", []string{"Ana Ruiz | spokesperson for Owen Farrell | ?"}},
	{"a spokesperson for a campaign", tollsSaid + "Ana Ruiz, a spokesperson for Harbor Table.", []string{"Ana Ruiz | spokesperson | Harbor Table"}},
	{"a head of a department", tollsSaid + "Ana Ruiz, Head of the Science Department.", []string{"Ana Ruiz | Head of the Science Department | ?"}},
	{"a head of a division", tollsSaid + "Ana Ruiz, Head of the Rope Division.", []string{"Ana Ruiz | Head of the Rope Division | ?"}},
	{"a chief of a police department", tollsSaid + "Ana Ruiz, chief of the Marlow Police Department.", []string{"Ana Ruiz | chief | Marlow Police Department"}},
	{"a department of initials", tollsSaid + "Ana Ruiz, associate professor in the HTU Department of Rope Engineering and Knots.", []string{"Ana Ruiz | associate professor in the HTU Department of Rope Engineering and Knots | HTU"}},
	{"a department of what may be a place", tollsSaid + "Ana Ruiz, associate professor in the Harwell Department of Knots.", []string{"Ana Ruiz | associate professor in the Harwell Department of Knots | ?"}},
	{"a group in a department of a college", tollsSaid + "Ana Ruiz, director of the Rope Research Group, Department of Knots and Ropes, Harwell College.", []string{"Ana Ruiz | director of the Rope Research Group | Harwell College"}},
	{"a chair called after a president's office", tollsSaid + "Ana Ruiz, the Lea B. Quill President’s Distinguished Professor in Knots at Harwell University and senior author.", []string{"Ana Ruiz | Lea B. Quill President’s Distinguished Professor in Knots | Harwell University"}},
	{"a minister of a state", tollsSaid + "Wexland’s Minister for Roads, Ana Ruiz.", []string{"Ana Ruiz | Minister for Roads | ?"}},
	{"one of several towns of a university", tollsSaid + "Ana Ruiz, an ecologist at the University of Nevada, Harwell, who came by boat.", []string{"Ana Ruiz | ecologist | University of Nevada, Harwell"}},
	{"one of them with at", tollsSaid + "Ana Ruiz, an ecologist at the University of Nevada at Harwell.", []string{"Ana Ruiz | ecologist | University of Nevada at Harwell"}},
	{"a university of a state in its country", tollsSaid + "Ana Ruiz, an ecologist at the University of Nevada, USA.", []string{"Ana Ruiz | ecologist | University of Nevada"}},
	{"a hospital for children", tollsSaid + "Ana Ruiz, a nurse at Harwell Children’s.", []string{"Ana Ruiz | nurse | Harwell Children’s"}},
	{"a museum's director, where the museum is of something", tollsSaid + "Ana Ruiz, the museum’s director.\n\nThe Museum of Ropes in Harwell opens on Friday.", []string{"Ana Ruiz | director | Museum of Ropes"}},
	{"a family's name of several words behind an office", tollsSaid + "Harbor Commission President Ana von der Quill.", []string{"Ana von der Quill | President | Harbor Commission"}},
	{"two with offices in front", tollsSaid + "Harbor Commission President Ana von der Quill and Harbor Council President Owen Farrell.", []string{"Ana von der Quill and Owen Farrell |  | ?"}},
	// What goes before or behind words is of another.
	{"a sentence behind words tells of another", tollsSaid + "Ana Ruiz, an ecologist at Harwell College. “It makes sense that they break down.” Lena Quill, a biologist at Marlow Polytechnic, added that it would be useful to look again.", []string{"Ana Ruiz | ecologist | Harwell College"}},
	{"a sentence behind words tells who said them", tollsSaid + "Ana Ruiz, an ecologist at Harwell College. “It makes sense that they break down.” Lena Quill, a biologist at Marlow Polytechnic, said on Monday.", []string{"Ana Ruiz | ecologist | Harwell College", "Lena Quill | biologist | Marlow Polytechnic"}},
	{"whom somebody praised", "We met.\n\nOwen Farrell, director of Harbor Table, praised Ana Ruiz, director of the Kestrel Trust. “The tolls are too high for small boats,” he added.", []string{"Owen Farrell | director | Harbor Table"}},
	{"who is told of in dashes", tollsSaid + "Owen Farrell, chair of Harbor Table.\n\nHowever, Dr Ana Ruiz – a researcher at Marlow Polytechnic – adds a word of caution. She tells us:\n\n“It is too easy to look at the small boats only.”", []string{"Owen Farrell | chair | Harbor Table", "Ana Ruiz |  | ?"}},
	{"so did another", "Owen Farrell, director of Harbor Table, praised the keepers. So did Ruiz.\n\n“The tolls are too high for small boats,” she said.", nil},
}

func TestWhatIsNoOrganisationAndWhatIsAWholeOne(t *testing.T) {
	t.Parallel()
	attributedWholes(t, "mere.golden.txt", meres)
}
