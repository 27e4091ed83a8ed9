package attribution

import (
	"strings"
	"testing"

	"pressroom/internal/importer/prose"
)

// TestWhoASentenceIsAbout reads whom a sentence is about with when or where before the name, the office beside it, or how
// somebody is addressed.
func TestWhoASentenceIsAbout(t *testing.T) {
	t.Parallel()
	const ana = "Ana Ruiz | director | Rivers Trust"
	var cases [][2]string
	for _, lead := range []string{
		"Welcoming the news", "Welcoming", "Also welcoming the news", "While welcoming the news", "When welcoming the news", "In Marlow", "At noon",
		"On Monday", "For years", "After lunch", "During lunch", "With pride", "Before lunch", "Following lunch", "Meanwhile", "Also", "Earlier",
		"Later", "Today", "Yesterday", "Asked about it", "Today at noon",
	} {
		cases = append(cases, [2]string{lead + ", Ana Ruiz, director of Rivers Trust, met keepers.", ana})
	}
	for _, style := range []string{"Dr", "Dr.", "Mr", "Mrs", "Ms", "Prof", "Cr", "Cllr", "Rev", "Sir", "Dame", "Barr.", "Engr.", "Hajiya", "Alhaji"} {
		cases = append(cases, [2]string{style + " Ana Maria Ruiz, director of Rivers Trust, met keepers.", "Ana Maria Ruiz | director | Rivers Trust"})
	}
	for _, verb := range strings.Fields(`is was has had says said painted paints came went met took saw knew lost won bought built grew ran left kept
		taught told wrote spoke began became felt found gave made thought spent stood led held drove sang fought brought swam flew drew chose wore`) {
		cases = append(cases, [2]string{"Ana Ruiz, director of Rivers Trust, " + verb + " there.", ana})
	}
	for _, adverb := range strings.Fields("also now still then never once recently later already") {
		cases = append(cases, [2]string{"Ana Ruiz, director of Rivers Trust, " + adverb + " met keepers.", ana})
	}
	for _, c := range append(cases, [][2]string{
		{"The director of Rivers Trust, Mr. Tom Reed, said no.", "Tom Reed | director | Rivers Trust"},
		{"the director of Rivers Trust, Mr. Tom Reed, said no.", "Tom Reed | director | Rivers Trust"},
		{"The director of Rivers Trust, Mr. Tom Reed of Marlow, said no.", "Tom Reed | director | Rivers Trust"},
		{"The director, Mr. Tom Reed, said no.", "Tom Reed | director | "},
		{"The professor, Mr. Tom Reed, said no.", "Tom Reed | professor | ?"}, // of a school
		{"Tom Reed of Rivers Trust met keepers.", "Tom Reed |  | Rivers Trust"},
		{"Tom Reed from Rivers Trust met keepers.", "Tom Reed |  | Rivers Trust"},
		{"Tom Reed at Rivers Trust met keepers.", "Tom Reed |  | Rivers Trust"},
		{"Tom Reed with Rivers Trust met keepers.", "Tom Reed |  | Rivers Trust"},
		{"Tom Reed of the Rivers Trust met keepers.", "Tom Reed |  | Rivers Trust"},
		{"Tom Reed of Rivers Trust, who is 61, met keepers.", "Tom Reed |  | Rivers Trust"},
		{"Tom Reed, director of Rivers Trust, said “it is late”, and met keepers.", "Tom Reed | director | Rivers Trust"},
		{"Tom Reed said no.", "Tom Reed |  | ?"},
		{"Tom J. Reed said no.", "Tom J. Reed |  | ?"},
		{"Tom Reed met keepers.", ""},                                   // whoever spoke last may go on
		{"Former director of Rivers Trust, Mr. Tom Reed, said no.", ""}, // no longer
		{"Rivers Trust, director, met keepers.", ""},
		{"The lamp, Mr. Tom Reed, said no.", ""},
		{"Tom Reed, chair of Rivers Trust for «lamps», met keepers.", ""},
		{"Mr. Cllr Tom Reed, chair of Rivers Trust, met keepers.", "Tom Reed | chair | Rivers Trust"},
		{"She, Mr. Tom Reed, said no.", ""},
		{"Ana Ruiz, director of Rivers Trust, there.", ""},
	}...) {
		got := ""
		if who, ok := drafted("en").actsOrIs(c[0]); ok {
			got = trimHonours(who.Name) + " | " + who.Title + " | " + who.Org
		}
		if got != c[1] {
			t.Errorf("%s\n%q, want %q", c[0], got, c[1])
		}
	}
}

// TestTwoOfficesOfOnePerson reads an office with whose it is and another of the same person, before the name.
func TestTwoOfficesOfOnePerson(t *testing.T) {
	t.Parallel()
	for _, c := range [][2]string{
		{"chair of the Rivers Fund and former minister Ana Ruiz", "Ana Ruiz | chair | Rivers Fund"},
		{"the chair of the Rivers Fund and former minister Ana Ruiz", "Ana Ruiz | chair | Rivers Fund"},
		{"The chair of the Rivers Fund and former minister Ana Ruiz", "Ana Ruiz | chair | Rivers Fund"},
		{"chair at Rivers Fund and Former minister Ana Ruiz", ""},
		{"chair at Rivers Fund and retired minister Ana Ruiz", "Ana Ruiz | chair | Rivers Fund"},
		{"chair for Rivers Fund and ex-minister Ana Ruiz", "Ana Ruiz | chair | Rivers Fund"},
		{"chair for Rivers Fund and keen pilot Ana Ruiz", "Ana Ruiz | chair | Rivers Fund"},
		{"chair of our Trust and keen pilot Ana Ruiz", "Ana Ruiz | chair | Marlow Trust"},
		{"chair of the Trust and keen pilot Ana Ruiz", "Ana Ruiz | chair | Marlow Trust"},
		{"chair of Trust and keen pilot Ana Ruiz", "Ana Ruiz | chair | Trust"},
		{"lamp of the Rivers Fund and former minister Ana Ruiz", ""},
		{"chair of the Rivers Fund and former minister Marlow Council", ""},
		{"chair of the Riverbank and former minister Ana Ruiz", ""},
	} {
		d, got := drafted("en"), ""
		d.Body = []prose.Para{{Text: "The Marlow Trust keeps lamps."}}
		if who, ok := d.twoOffices(c[0]); ok {
			got = who.Name + " | " + who.Title + " | " + who.Org
		}
		if got != c[1] {
			t.Errorf("%s\n%q, want %q", c[0], got, c[1])
		}
	}
}

// TestWhatIsToldBesideAName reads of whom a text tells elsewhere, and for whom they speak.
func TestWhatIsToldBesideAName(t *testing.T) {
	t.Parallel()
	const trust = " | Rivers Trust | "
	for _, c := range [][2]string{
		{"Ana Ruiz, director of Rivers Trust, paints.", "director" + trust},
		{"Ana Ruiz of Rivers Trust, a pilot, paints.", trust},
		{"Ana Ruiz from Rivers Trust, a pilot, paints.", trust},
		{"Ana Ruiz at Rivers Trust, a pilot, paints.", trust},
		{"Ana Ruiz with Rivers Trust, a pilot, paints.", trust},
		{"It was Rivers Trust director Ana Ruiz.", "director" + trust},
		{"It was Rivers Trust senior director Ana Ruiz.", "senior director" + trust},
		{"It was Rivers Trust director emeritus Ana Ruiz.", "director emeritus" + trust},
		{"It was Rivers Trust director Dr. Ana Ruiz.", "director" + trust},
		{"The lamps of Rivers Trust director Ana Ruiz.", "director" + trust},
		{"The Rivers Trust director Ana Ruiz.", "director" + trust},
		{"After Rivers Trust director Ana Ruiz.", "director" + trust},
		{"It was made by Ana Ruiz of Rope & Tide and Tom Reed.", " | Rope & Tide | "},
		{"It was made by Ana Ruiz of Rope & Tide and Marlow Museum.", " | Rope & Tide and Marlow Museum | "},
		{"It was made by Ana Ruiz of Marlow Tides and Tom Reed.", " |  | " + namesNoOrg},
		{"Ana Ruiz, mayor of Marlow Council, paints.", " |  | " + namesNoOrg},
		{"Ana Ruiz, representatives of Rivers Trust, paints.", " |  | " + namesNoOrg},
		{"Ana Ruiz, volunteers from Rivers Trust, paints.", " |  | " + namesNoOrg},
		{"Ana Ruiz, lamps of Rivers Trust, paints.", " |  | " + namesNoOrg},
		{"It was Ana Ruiz, who met them at Rivers Trust.", " |  | " + namesNoOrg},
		{"Ana Ruiz at Marlow, in red, paints.", " |  | " + namesNoOrg},
		{"Trust director Ana Ruiz paints. They met Trust Rivers.", " |  | " + namesNoOrg},
		{"Ana Ruiz near Rivers Trust paints.", " |  | " + namesNoOrg},
		{"Ana Ruiz paints. She is of Marlow Trust.", " |  | " + namesNoOrg},
		{"It was Rivers Trust Director Ana Ruiz and Marlow Museum Dean Tom Reed.", "Director" + trust},
		{"It was Marlow Museum Dean Tom Reed and Rivers Trust Director Ana Ruiz.", "Director" + trust},
		{"Ana Ruiz, director of Rivers Trust, paints. Ana Ruiz, chair of Marlow Museum, too.", " |  | " + namesNoOrg},
		{"Ana Ruiz, director of Rivers Trust, paints. Ana Ruiz, chair of Rivers Trust, too.", "chair" + trust},
		{"Ana Ruiz, former director of Rivers Trust, paints.", " |  | " + namesNoOrg},
		{"Ana Ruiz, students of Rivers Trust, paints.", " |  | " + namesNoOrg},
		{"It was Museum Director Ana Ruiz who met the Marlow Museum.", "Director | Marlow Museum | "},
	} {
		d := drafted("en")
		d.Body = []prose.Para{{Text: c[0]}}
		who := d.toldElsewhere(Speaker{Name: "Ana Ruiz", Ok: true, Unsure: namesNoOrg})
		if got := who.Title + " | " + who.Org + " | " + who.Unsure; got != c[1] {
			t.Errorf("%s\n%q, want %q", c[0], got, c[1])
		}
	}
	for _, c := range []struct {
		who  Speaker
		want string
	}{
		{Speaker{Name: "Ana Ruiz"}, "Rivers Trust"},
		{Speaker{Name: "Dr Ana Ruiz"}, "Rivers Trust"},
		{Speaker{Name: "Ana Ruiz", Org: "?"}, "Rivers Trust"},
		{Speaker{Name: "Ana Ruiz", Org: "?", Unsure: namesNoOrg}, "Rivers Trust"},
		{Speaker{Name: "Ana Ruiz", Org: "?", Unsure: "or somebody else"}, "?"},
		{Speaker{Name: "Ana Ruiz", Org: "Marlow Museum"}, "Marlow Museum"},
		{Speaker{Name: "Ruiz"}, ""},
		{Speaker{Name: "Ana Ruiz", Title: "former pilot"}, ""},
		{Speaker{Name: "Ana Ruiz", Title: "Senator"}, ""},
		{Speaker{Name: "Ana Ruiz", Title: "pilot"}, "Rivers Trust"},
	} {
		d := drafted("en")
		d.Body = []prose.Para{{Text: "Ana Ruiz, director of Rivers Trust, paints."}}
		if who := d.toldElsewhere(c.who); who.Org != c.want || c.who.Title != "" && who.Title != c.who.Title {
			t.Errorf("%s, %s of %q: %s of %q, want %q", c.who.Name, c.who.Title, c.who.Org, who.Title, who.Org, c.want)
		}
		d.Lang, d.Body = "es", []prose.Para{{Text: "Ana Ruiz, directora de Ríos Vivos, pinta."}}
		if who := d.toldElsewhere(c.who); who.Org != c.who.Org {
			t.Errorf("%s has %q in Spanish", c.who.Name, who.Org)
		}
	}
}
