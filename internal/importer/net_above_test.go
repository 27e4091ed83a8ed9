package importer

import (
	"fmt"
	"strings"
	"testing"

	"pressroom/internal/importer/prose"
)

// TestLinesAboveARelease tells the kind of a text of several, menus, wires, and place and day before the kind.
func TestLinesAboveARelease(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		lines             string
		joint, wire, menu string
	}{
		{"Joint press release¶Harbour Union / Rivers¶The lamps", "2", "0", "false"},
		{"Joint press release¶Lampen eG / Kais¶The lamps", "2", "0", "false"},
		{"Joint press release¶Lamps / Rivers¶The lamps", "1", "0", "false"},
		{"Joint press release¶#Harbour Union / Rivers¶The lamps", "1", "0", "false"},
		{"Joint press release¶Harbour Union / Rivers", "1", "0", "false"},
		{"Joint press release¶Harbour Union¶The lamps", "1", "0", "false"},
		{"Joint press releases¶Harbour Union / Rivers¶The lamps", "0", "0", "false"},
		{"OTS0114 5 II 0598¶Lamps/Quays/Ships", "0", "2", "false"},
		{"OTS0114 5 II 0598¶Lamps/Quays", "0", "1", "false"},
		{"OTS0114 5 II 0598", "0", "1", "false"},
		{"OTS0114¶Lamps/Quays/Ships", "0", "0", "false"},
		{"Lamps | Quays | Ships | Ropes", "0", "0", "true"},
		{"Lamps | Quays | Ships", "0", "0", "false"},
		{"Home / Quays / Ships", "0", "0", "true"},
		{"Lamps / Quays / Ships", "0", "0", "false"},
		{"Home / Quays", "0", "0", "false"},
		{"You are here: lamps", "0", "0", "true"},
		{"#Lamps | Quays | Ships | Ropes", "0", "0", "false"},
		{"- Lamps | Quays | Ships | Ropes", "0", "0", "false"},
		{"Lamps | Quays | Ships | Ropes and old lamps", "0", "0", "false"},
		{"Lamps | Quays | Ships | Ropes and lamps", "0", "0", "true"},
		{"Lamps | Quays | Ships | Rope 2", "0", "0", "false"},
		{"Lamps | Quays | Ships | @ropes", "0", "0", "false"},
		{"Lamps | Quays | Ships | Ropes.", "0", "0", "false"},
		{"Lamps | Quays | Ships | Ropes!", "0", "0", "false"},
		{"Lamps | Quays | Ships | Ropes?", "0", "0", "false"},
	} {
		list := lined(c.lines)
		if got := fmt.Sprint(jointTop(list)); got != c.joint {
			t.Errorf("%s: %s lines of several", c.lines, got)
		}
		if got := fmt.Sprint(wireTop(list)); got != c.wire {
			t.Errorf("%s: %s lines of a wire", c.lines, got)
		}
		if got := fmt.Sprint(menuBar(list[0])); got != c.menu {
			t.Errorf("%s: a menu %s", c.lines, got)
		}
	}
	for _, c := range [][2]string{
		{"Marlow, 4. Mai 2026. Pressemitteilung", "Marlow, 4. Mai 2026"},
		{"Marlow, 4. Mai 2026. Pressemitteilung.", "Marlow, 4. Mai 2026"},
		{"Die alten Lampen. Pressemitteilung", ""},
		{"Marlow, 4. Mai 2026", ""},
	} {
		if got := dayThenKind(prose.Para{Text: c[0]}, "de").Text; got != c[1] {
			t.Errorf("%s: %q", c[0], got)
		}
	}
}

// TestLettersAboveARelease are beside the copy, from how they address somebody to the release.
func TestLettersAboveARelease(t *testing.T) {
	t.Parallel()
	letter := "Dear editors,¶Please see our lamps.¶Best regards,¶Ana Ruiz¶"
	for _, c := range []struct {
		lines string
		want  int // paragraphs beside the copy
		told  string
	}{
		{letter + "FOR IMMEDIATE RELEASE¶Lamps for Marlow", 4, "“Dear editors, Please see our lamps.”"},
		{letter + "EMBARGOED until 9 a.m. ET¶Lamps for Marlow", 4, "“Dear editors, Please see our lamps.”"},
		{letter + "Lamps for Marlow", 0, ""},
		{
			strings.Replace(letter, "our lamps", "our press release", 1) + "#Lamps for Marlow",
			4,
			"“Dear editors, Please see our press release.”",
		},
		{strings.Replace(letter, "our lamps", "our press release", 1) + "Lamps for Marlow¶MARLOW, 4 May 2026 – The lamps", 4, "Dear"},
		{strings.Replace(letter, "our lamps", "our press release", 1) + "Lamps for Marlow¶The lamps", 0, ""},
		{letter + "#Lamps for Marlow¶FOR IMMEDIATE RELEASE", 0, ""},
		{letter + "|a|¶FOR IMMEDIATE RELEASE", 0, ""},
		{letter + "###¶FOR IMMEDIATE RELEASE", 0, ""},
		{letter + "ENDS¶FOR IMMEDIATE RELEASE", 0, ""},
		{"Dear editors,¶FOR IMMEDIATE RELEASE¶Lamps", 1, "“Dear editors,”"},
		{"Dear editors,¶Best regards,¶Ana Ruiz¶FOR IMMEDIATE RELEASE¶Lamps", 3, "“Dear editors,”"},
		{"Lamps¶FOR IMMEDIATE RELEASE", 0, ""},
		{"Dear editors,", 0, ""},
		{"Dear editors,¶" + strings.Repeat("lamp ", 158) + "¶FOR IMMEDIATE RELEASE", 2, "lamp …”"},
		{"Dear editors,¶" + strings.Repeat("lamp ", 159) + "¶FOR IMMEDIATE RELEASE", 0, ""},
		{"Dear editors," + strings.Repeat("¶lamp", 12) + "¶FOR IMMEDIATE RELEASE", 13, "“Dear editors, lamp”"},
		{"Dear editors," + strings.Repeat("¶lamp", 13) + "¶FOR IMMEDIATE RELEASE", 0, ""},
	} {
		list, n := lined(c.lines), 0
		told := strings.Join(asideLetter(list), "|")
		for _, p := range list {
			if p.Aside {
				n++
			}
		}
		if n != c.want || !strings.Contains(told, c.told) || (told == "") != (c.told == "") {
			t.Errorf("%.60s: %d beside the copy, told %q", c.lines, n, told)
		}
	}
	for lines, want := range map[string]bool{
		"#Lamps": true, "Lamps for Marlow¶MARLOW, 4 May 2026 – The lamps": true, "Lamps for Marlow¶The lamps burn": false,
		"Lamps Marlow¶MARLOW, 4 May 2026 – The lamps": false, "Lamps for Marlow.¶MARLOW, 4 May 2026 – The lamps": false,
		"Lamps for Marlow": false,
	} {
		if got := isHeadline(lined(lines)); got != want {
			t.Errorf("%s is a headline: %t", lines, got)
		}
	}
	if got := firstWords("a b c", 3) + "|" + firstWords("a b c d", 3); got != "a b c|a b c …" {
		t.Errorf("first words: %q", got)
	}
}

// TestNamesAboveAll tell who issues a release, outside English, where nothing says what they are.
func TestNamesAboveAll(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		tag, lines string
		want       bool
	}{
		{"de", "Hafenverein Marlow¶Alte Lampen für die Kais", true},
		{"de", "HAFENVEREIN MARLOW¶Alte Lampen für die Kais", true},
		{"de", "Hafen Lampen Rat (HLR)¶Alte Lampen für die Kais", true},
		{"de", "Hafen und Lampen Rat (HLR)¶Alte Lampen für die Kais", true},
		{"de", "Hafen Lampen Rat (HLX)¶Alte Lampen für die Kais", false},
		{"de", "#Hafenverein Marlow¶Alte Lampen für die Kais", false},
		{"de", "Hafenverein Marlow¶Alte Lampen Kais", false},
		{"de", "Hafenverein leuchtet¶Alte Lampen für die Kais", false},
		{"de", "Lampen Marlow¶Alte Lampen für die Kais", false},
		{"de", "Verein St. Marlow¶Alte Lampen für die Kais", false},
		{"de", "Verein Marlow!¶Alte Lampen für die Kais", false},
		{"de", "VEREIN: MARLOW¶Alte Lampen für die Kais", false},
		{"de", "Verein Marlow?¶Alte Lampen für die Kais", false},
		{"de", "Hafenverein A B C D E¶Alte Lampen für die Kais", true},
		{"de", "Hafenverein A B C D E F¶Alte Lampen für die Kais", false},
		{"en", "Hafenverein Marlow¶Alte Lampen für die Kais", false},
	} {
		if got := drafted(c.tag).nameAboveAll(lined(c.lines), 0); got != c.want {
			t.Errorf("%s: %t", c.lines, got)
		}
		if drafted(c.tag).nameAboveAll(lined("Hafen¶"+c.lines), 1) {
			t.Errorf("%s: on the second line", c.lines)
		}
	}
	for name, want := range map[string]string{"Harbour and Lamp Union": "HLU", "Union of Ämter": "UÄ", "lamps": "", "The Harbour": "H"} {
		if got := initialsOf(name); got != want {
			t.Errorf("%s: %q", name, got)
		}
	}
	low := func(s string) prose.Para { return prose.Para{Text: s, Level: 2} }
	const five, four = "Lamps for old quays", "Lamps for quays"
	for i, c := range []struct {
		head []prose.Para
		want int
	}{
		{append(lined("a"), prose.Para{Text: "b", Level: 1}), 1},
		{append(lined("a"), low(five)), 1},
		{append(lined("a"), low(four)), -1},
		{[]prose.Para{low(five)}, -1},
		{append(lined("a¶b"), low(five)), 2},
		{append(lined("a¶b¶c"), low(five)), -1},
		{append(lined("a¶b¶ana@h.example"), low(five)), 3},
		{append(lined("a"), low("12 Quay Street, 4711 Old Marlow")), -1},
		{append(lined("a"), low("☎ 555-010-0142 and the old lamps")), -1},
		{lined("a¶b"), -1},
	} {
		if got := headingAbove(c.head); got != c.want {
			t.Errorf("%d: at %d", i, got)
		}
	}
}
