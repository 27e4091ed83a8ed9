package importer

import (
	"strings"
	"testing"

	"pressroom/internal/importer/prose"
)

// TestTwoPeopleInOneSentence are both asked where each is somebody, and an address or a number follows.
func TestTwoPeopleInOneSentence(t *testing.T) {
	t.Parallel()
	for _, c := range [][2]string{
		{"Please contact Ana Ruiz or Bo Lind on 555-010-0142.", "Ana Ruiz|||555-010-0142 // Bo Lind|||555-010-0142"},
		{
			"Please contact Ana Ruiz and Bo Lind of the Harbour Union: 555-010-0142.",
			"Ana Ruiz||Harbour Union|555-010-0142 // Bo Lind||Harbour Union|555-010-0142",
		},
		{"Please contact Ana Ruiz and Bo Lind: 555-010-0142. Call 555-010-0143", "Ana Ruiz|||555-010-0142 // Bo Lind|||555-010-0142"},
		{
			"Please contact Ana Ruiz and Jan Osten: ana@h.example; jan@h.example. The lamps",
			"Ana Ruiz||||ana@h.example // Jan Osten||||jan@h.example",
		},
		{"Please contact Ana Ruiz and Jan Osten: ana@h.example, Cy Otter, cy@r.example", ""},
		{"Please contact Ana Ruiz or Harbour Union on 555-010-0142.", ""},
		{"Please contact Ana Ruiz or Press Officer on 555-010-0142.", ""},
		{"Please contact Harbour Union or Ana Ruiz on 555-010-0142.", ""},
		{"Please contact Ana Ruiz or Bo Lind on the old quay.", ""},
		{"Please contact Ana Ruiz or Bo Lind: ana@h.example", "Ana Ruiz||||ana@h.example // Bo Lind||||ana@h.example"},
		{"Please contact Ana Ruiz or Ana Ruiz: ana@h.example", "Ana Ruiz||||ana@h.example // Ana Ruiz||||ana@h.example"},
	} {
		if got := allWritten(drafted("en").eitherAsked(c[0])); got != c[1] {
			t.Errorf("%s: %q, want %q", c[0], got, c[1])
		}
	}
}

// TestThoseAskedForOthers have their organisation before the name, and a way to reach them behind it.
func TestThoseAskedForOthers(t *testing.T) {
	t.Parallel()
	for _, c := range [][2]string{
		{"Ask Bo. For the Rivers Trust: Ana Ruiz, 555-010-0142", "Ana Ruiz||Rivers Trust|555-010-0142"},
		{"Ask Bo; for Rivers Trust: Ana Ruiz, ana@h.example", "Ana Ruiz||Rivers Trust||ana@h.example"},
		{"Ask Bo. For the Rivers Trust: Ana Ruiz, 555-010-0142. Then Cy", "Ana Ruiz||Rivers Trust|555-010-0142"},
		{"Ask Bo. For the Rivers Trust: Ana Ruiz, 555-010-0142. Call 555-010-0143", "Ana Ruiz||Rivers Trust|555-010-0142"},
		{"Ask Bo. For the Rivers Trust: Ana Ruiz, director of lamps", ""},
		{"Ask Bo. For the Rivers Trust: Harbour Union, 555-010-0142", ""},
		{"Ask Bo. For the Rivers Trust: Ana Ruiz, ana@h.example, Bo Lind, bo@h.example", ""},
		{"Ask Bo. For lamps: Ana Ruiz, 555-010-0142", ""},
	} {
		if got := allWritten(drafted("en").forOthers(c[0])); got != c[1] {
			t.Errorf("%s: %q, want %q", c[0], got, c[1])
		}
	}
}

// TestDesksThatIssueAText are named in a line that says that and nothing else.
func TestDesksThatIssueAText(t *testing.T) {
	t.Parallel()
	for _, c := range [][3]string{ // notes, copy, desk
		{"Issued by the Press Office", "", "Press Office"},
		{"Released by Media Relations.", "", "Media Relations"},
		{"", "Issued by Media Relations", "Media Relations"},
		{"Issued by Harbour Lamps", "", ""},
		{"Issued by Harbour Lamps", "Issued by Media Relations", "Media Relations"},
		{"Issued by the press office", "", ""},
	} {
		d := drafted("en")
		d.notes, d.Body = []prose.Para{{Text: c[0]}}, []prose.Para{{Text: c[1]}}
		if got := d.deskThatIssued(); got != c[2] {
			t.Errorf("%s, %s: %q, want %q", c[0], c[1], got, c[2])
		}
	}
}

// TestPeopleCalledByTheirFirstNames have the surname that the text gives them, where it gives one.
func TestPeopleCalledByTheirFirstNames(t *testing.T) {
	t.Parallel()
	for _, c := range [][3]string{ // sentence, source, name
		{"Call Ana on 555-010-0142", "So says Ana Ruiz.", "Ana Ruiz"},
		{"Call Ana on the old quay", "So says Ana Ruiz.", ""},
		{"Call Ana on 555-010-0142", "So says Ana Ruiz, and Ana Ruiz’s lamp. Ana Ruiz's quay.", "Ana Ruiz"},
		{"Call Ana on 555-010-0142", "So says Ana Ruiz, and Ana Lind.", ""},
		{"Call Ana on 555-010-0142", "So says Joana Ruiz.", ""},
		{"Call Ana on 555-010-0142", "So says Ana.", ""},
		{"Call Ana on 555-010-0142", "So says Ana Director.", ""},
		{"Speak to Ana at 555-010-0142", "So says Ana Ruiz.", "Ana Ruiz"},
		{"Text Ana via 555-010-0142", "So says Ana Ruiz.", "Ana Ruiz"},
		{"See Ana via 555-010-0142", "So says Ana Ruiz.", ""},
	} {
		d := drafted("en")
		d.Source = c[1]
		if got := d.calledByFirstName(c[0]); got != c[2] {
			t.Errorf("%s %s: %q, want %q", c[0], c[1], got, c[2])
		}
	}
}

// TestOfficesBeforeNames are divided from them, where the words are offices and the rest a name.
func TestOfficesBeforeNames(t *testing.T) {
	t.Parallel()
	for _, c := range [][2]string{
		{"Executive Director Ana Ruiz", "Executive Director|Ana Ruiz"},
		{"Pressesprecherin Ana Ruiz", "Pressesprecherin|Ana Ruiz"},
		{"Pressesprecherin ana ruiz", "|"},
		{"Pressesprecherin Ana", "|"},
		{"Sr. Press Officer Ana Ruiz", "Sr. Press Officer|Ana Ruiz"},
		{"Lamp Press Officer Ana Ruiz", "|"},
		{"Director Ana Ruiz", "Director|Ana Ruiz"},
		{"Director Professor Ana Ruiz", "Director|Professor Ana Ruiz"},
		{"Director Father Ana Ruiz", "Director|Father Ana Ruiz"},
		{"Director Dr. Ana Ruiz", "Director|Dr. Ana Ruiz"},
		{"Captain Ana Ruiz", "|"},
		{"Director Ana", "|"},
		{"Director Ana Bo Cy Di", "Director|Ana Bo Cy Di"},
		{"Director Ana Bo Cy Di Ed", "|"},
		{"Director Harbour Union", "|"},
		{"Director of Lamps", "|"},
		{"Executive Ana Ruiz", "Executive|Ana Ruiz"},
		{"Ana Ruiz", "|"},
	} {
		office, name := officeBeforeName(c[0])
		if got := office + "|" + name; got != c[1] {
			t.Errorf("%s: %q, want %q", c[0], got, c[1])
		}
	}
}

// TestOfficesBetweenTheirOrganisationAndAName are divided from both.
func TestOfficesBetweenTheirOrganisationAndAName(t *testing.T) {
	t.Parallel()
	for _, c := range [][2]string{
		{"Harbour Union communications officer Ana Ruiz", "Ana Ruiz|communications officer|Harbour Union"},
		{"the Harbour Union communications officer Ana Ruiz", "Ana Ruiz|communications officer|Harbour Union"},
		{"our communications officer Ana Ruiz", "Ana Ruiz|communications officer"},
		{"Harbour Union’s communications officer Ana Ruiz", "Ana Ruiz|communications officer|Harbour Union"},
		{"via port’s communications officer Ana Ruiz", "Ana Ruiz|communications officer"},
		{"via port communications officer Ana Ruiz", ""},
		{"Fire Chief Ana Ruiz", "Ana Ruiz|Fire Chief"},
		{"Tom Reed Director Ana Ruiz", ""},
		{"Tom Reed director Ana Ruiz", "Ana Ruiz|director|Tom Reed"},
		{"They say that all lamps burn director Ana Ruiz", ""},
		{"Harbour Union communications officer Harbour Trust", ""},
		{"Director Union communications officer Ana Ruiz", ""},
		{"old lamps director Ana Ruiz", ""},
		{"Harbour Dr. director Ana Ruiz", ""},
		{"Harbour Union communications officer Ana", ""},
		{"Harbour Union communications officer Ana Bo Cy Di Ed", ""},
		{"Harbour Union lamps Ana Ruiz", ""},
	} {
		if got := strings.Join(drafted("en").officeWithinWords(strings.Fields(c[0]), ""), "|"); got != c[1] {
			t.Errorf("%s: %q, want %q", c[0], got, c[1])
		}
	}
	for _, c := range [][2]string{
		{"Please contact our press officer Ana Ruiz on 555-010-0142.", "Ana Ruiz|press officer||555-010-0142"},
		{"Please contact our press officer Ana Ruiz at ana@h.example.", "Ana Ruiz|press officer|||ana@h.example"},
		{"Please contact our press officer Ana Ruiz on the quay.", "no: Ana Ruiz|press officer"},
		{"Please contact Director Ana Ruiz on 555-010-0142.", "Ana Ruiz|Director||555-010-0142"},
		{"Please contact Harbour Union director Ana Ruiz on 555-010-0142.", "Ana Ruiz|director|Harbour Union|555-010-0142"},
		{"Please contact the harbour lamps of Marlow on 555-010-0142.", "no: "},
		{"The lamps burn.", "no: "},
	} {
		c1, ok := drafted("en").officerAsked(c[0])
		got := asWritten(c1)
		if !ok {
			got = "no: " + got
		}
		if got != c[1] {
			t.Errorf("%s: %q, want %q", c[0], got, c[1])
		}
	}
}

// TestSurnamesThatStandFirst are turned where an address, the office below or the text says that it is one name.
func TestSurnamesThatStandFirst(t *testing.T) {
	t.Parallel()
	for _, c := range [][3]string{ // lines with signs between, source, line
		{"Ruiz, Ana¶ana@h.example", "", "Ana Ruiz"},
		{"Ruiz, Ana¶aruiz@h.example", "", "Ana Ruiz"},
		{"Ruiz, Ana¶lamps@h.example", "", "Ruiz, Ana told"},
		{"Ruiz, Ana¶Director", "", "Ana Ruiz"},
		{"Ruiz, Ana¶Director 555-010-0142", "", "Ruiz, Ana told"},
		{"Ruiz, Ana¶Lamps", "", "Ruiz, Ana told"},
		{"Ruiz, Ana", "", "Ruiz, Ana told"},
		{"Ruiz, Ana, lamps¶Director", "", "Ruiz, Ana, lamps told"},
		{"Ruiz, Ana¶Lamps", "So says Ana Ruiz.", "Ana Ruiz"},
		{"Ruiz, Ana Maria – lamps¶ana@h.example", "", "Ana Maria Ruiz – lamps"},
		{"Union, Ana¶ana@h.example", "", "Union, Ana"},
		{"Ruiz, Union¶union@h.example", "", "Ruiz, Union"},
		{"Director, Ana¶ana@h.example", "", "Director, Ana"},
		{"Ruiz, Director¶director@h.example", "", "Ruiz, Director"},
		{"Harbour, Ana¶ana@harbour.example", "", "Harbour, Ana"},
		{"Ruiz, Harbour¶harbour@harbour.example", "", "Ruiz, Harbour"},
		{"Ruiz Ana¶ana@h.example", "", "Ruiz Ana"},
	} {
		d, lines := drafted("en"), strings.Split(c[0], "¶")
		d.Source = c[1]
		got := d.surnameFirst(lines[0], lines, 0)
		if len(d.Unsure) > 0 {
			got += " told"
		}
		if got != c[2] {
			t.Errorf("%s: %q, want %q", c[0], got, c[2])
		}
	}
}
