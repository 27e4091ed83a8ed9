package attribution

import (
	"strings"
	"testing"

	"pressroom/internal/importer/prose"
)

// TestWhoIsToldBeforeWords finds who says words in marks by "that", or by the sentence before that tells without marks.
func TestWhoIsToldBeforeWords(t *testing.T) {
	t.Parallel()
	const words = "the lamps on the quays are lit."
	for _, c := range [][4]string{
		{"en", "Ana Ruiz said that ", words, "Ana Ruiz"},
		{"en", "Ana Ruiz said that, ", words, "Ana Ruiz"},
		{"en", "Ana Ruiz said that the ", words, ""},
		{"en", "Ana Ruiz said on Monday that ", words, "Ana Ruiz"},
		{"en", "Ana Ruiz told the keepers on Monday that ", words, "Ana Ruiz"},
		{"en", "Ana Ruiz said lamps burn on Monday that ", words, ""},
		{"en", "Ana Ruiz said that ", "the lamps on quays burn.", ""}, // five words
		{"en", "Ana Ruiz said that ", "the lamps on the quays are", "Ana Ruiz"},
		{"en", "Ana Ruiz said Jan Osten came and said that ", words, ""},
		{"en", "Ana Ruiz said Jan Osten then shouted that ", words, ""},
		{"de", "Ana Ruiz sagte, dass ", "die Lampen an den Kais alle brennen.", "Ana Ruiz"},
		{"es", "Ana Ruiz dijo que ", "las lámparas de los muelles arden todas.", "Ana Ruiz"},
		{"fr", "Ana Ruiz a déclaré que ", "les lampes des quais sont toutes allumées.", "Ana Ruiz"},
		{"en", strings.Repeat("Lamps and ", 40) + "Ana Ruiz said that ", words, ""},
	} {
		if _, who, ok := drafted(c[0]).thatBefore(c[1], c[2], ""); ok != (c[3] != "") || ok && who.Name != c[3] {
			t.Errorf("%.60s “%s”: %q, %v", c[1], c[2], who.Name, ok)
		}
	}
	if _, _, ok := drafted("en").thatBefore("Ana Ruiz said that ", "the lamps on the quays are", " late tonight"); ok {
		t.Error("words within a sentence are said by somebody")
	}
	for _, c := range [][3]string{
		{"nl", "Voor Anna Kamp, voorzitter van Stichting Oever, is dit een begin.", "Anna Kamp"},
		{"nl", "Voor Anna Kamp, Stichting Oever, is dit een begin.", ""},
		{"nl", "Voor Anna Kamp, voorzitter, is dit een begin.", ""},
		{"nl", "Na Anna Kamp, voorzitter van Stichting Oever, is dit een begin.", ""},
		{"en", "The lamps are lit, said Ana Ruiz, director of Rivers Trust.", "Ana Ruiz"},
		{"en", "The lamps are lit, said Ana Ruiz, director of Rivers Trust", ""},
		{"en", "The lamps are lit, said Ana Ruiz.", ""},
		{"en", "The “lamps” are lit, said Ana Ruiz, director of Rivers Trust.", "Ana Ruiz"},
		{"en", "It was “a lamp of little oil now” that burns, said Ana Ruiz, director of Rivers Trust.", ""}, // too many in marks
		{"en", "It was “a lamp of oil now” that burns, said Ana Ruiz, director of Rivers Trust.", "Ana Ruiz"},
	} {
		text := map[string]string{"en": "We light all the lamps on the quays."}[c[0]]
		if text == "" {
			text = "Wij steken alle lampen op de kaden aan."
		}
		if _, who, ok := drafted(c[0]).toldBefore(c[1]+" ", text, ""); ok != (c[2] != "") || ok && who.Name != c[2] {
			t.Errorf("%s: %q, %v", c[1], who.Name, ok)
		}
	}
}

// TestWordsHeldAtArmsLength takes the marks from around a few words, up to five of them.
func TestWordsHeldAtArmsLength(t *testing.T) {
	t.Parallel()
	for _, c := range [][2]string{
		{"It was “open water” there.", "It was open water there."},
		{"It was “a b c d e f” there.", "It was “a b c d e f” there."},
		{"It was “a b c d e” there.", "It was a b c d e there."},
		{"It was “a” there.", "It was “a” there."},
		{"It was “open.” there.", "It was “open.” there."},
		{"It was (“open water”) there.", "It was (“open water”) there."},
		{"It was, “open water” there.", "It was, open water there."},
		{"In 9 “open water” there.", "In 9 open water there."},
		{"It was “" + strings.Repeat("a", 40) + "” there.", "It was " + strings.Repeat("a", 40) + " there."},
		{"It was “" + strings.Repeat("a", 41) + "” there.", "It was “" + strings.Repeat("a", 41) + "” there."},
	} {
		if got := withoutFewWords(c[0]); got != c[1] {
			t.Errorf("%s: %q, want %q", c[0], got, c[1])
		}
	}
}

// TestWhoSaysAtTheEndOfASentence reads who has said what an English sentence tells, where that stands last.
func TestWhoSaysAtTheEndOfASentence(t *testing.T) {
	t.Parallel()
	for _, c := range [][3]string{
		{"en", "The lamps are lit, director Ana Ruiz says.", "Ana Ruiz"},
		{"en", "The lamps are lit, director Ana Ruiz says today.", "Ana Ruiz"},
		{"en", "The lamps are lit, director Ana Ruiz said on Monday.", "Ana Ruiz"},
		{"en", "The lamps are lit, director Ana Ruiz said on Marlow.", ""},
		{"en", "The lamps are lit, Ana Ruiz says.", ""},
		{"en", "The lamps are lit, Ana Ruiz of Rivers Trust says.", "Ana Ruiz"},
		{"en", "The lamps are lit, Ana Ruiz of the lamps says.", ""},
		{"en", "The lamps are lit, Ana Ruiz of the Tides says.", ""}, // perhaps a place
		{"en", "The lamps are lit, Rivers Trust says.", ""},
		{"en", "The lamps are lit, she says.", "Jan Osten"},
		{"en", "The lamps are lit, Jan Osten says.", "Jan Osten"},
		{"en", "The lamps are lit, director Ana Ruiz who rows says.", ""},
		{"en", "The keeper said it rains, director Ana Ruiz then says.", ""},
		{"de", "The lamps are lit, director Ana Ruiz says.", ""},
		{"en", "The lamps are lit. Director Ana Ruiz says.", ""},
	} {
		d := drafted(c[0])
		d.know(Speaker{Name: "Jan Osten", Ok: true})
		if who, ok := d.sayAtEnd(c[1]); ok != (c[2] != "") || ok && who.Name != c[2] {
			t.Errorf("%s: %q, %v", c[1], who.Name, ok)
		}
	}
}

// TestWhoIsOverheard notes who said what a text tells without marks.
func TestWhoIsOverheard(t *testing.T) {
	t.Parallel()
	const told = "The lamps are lit, said Ana Ruiz, director of Rivers Trust."
	for _, c := range [][2]string{
		{told, "Ana Ruiz"},
		{"It rains. " + told, "Ana Ruiz"},
		{"“The lamps are lit” said Ana Ruiz, director of Rivers Trust.", "Ana Ruiz"},
		{"“The lamps are lit” said Ana Ruiz.", ""},
		{"“The lamps are lit” said Rivers Trust.", ""},
		{manyLamps + told, ""},
		{"It rains.", ""},
	} {
		d := drafted("en")
		d.overheard(c[0])
		got := ""
		for _, k := range d.Known {
			got += k.Name
		}
		if got != c[1] {
			t.Errorf("%.80s: %q, want %q", c[0], got, c[1])
		}
	}
}

// TestWhoIsMetBehindTheirOffice notes in English who is named behind an office of an organisation's and a comma.
func TestWhoIsMetBehindTheirOffice(t *testing.T) {
	t.Parallel()
	for _, c := range [][3]string{
		{"en", "Rivers Trust’s director, Ana Ruiz, met keepers.", "Ana Ruiz | director | Rivers Trust"},
		{"en", "On Monday Rivers Trust’s director, Ana Ruiz, met keepers.", "Ana Ruiz | director | Rivers Trust"},
		{"en", "In March 2026 Rivers Trust’s director, Ana Ruiz, met keepers.", "Ana Ruiz | director | Rivers Trust"},
		{"en", "The Rivers Trust’s director, Ana Ruiz, met keepers.", "Ana Ruiz | director | Rivers Trust"},
		{"en", "Rivers Trust’s lamp, Ana Ruiz, met keepers.", ""},
		{"en", "Rivers Trust’s director, Jan Osten, met keepers.", ""},
		{"de", "Rivers Trust’s director, Ana Ruiz, met keepers.", ""},
		{"en", "Dean of Law at Tidewell College, Professor Ana Ruiz, sees.", "Ana Ruiz | Dean of Law | Tidewell College"},
		{"en", "Dean of Law at Tidewell College, Associate Professor Ana Ruiz, sees.", "Ana Ruiz | Dean of Law | Tidewell College"},
		{"en", "Dean of Law at Tidewell College, Assistant Professor Ana Ruiz, sees.", "Ana Ruiz | Dean of Law | Tidewell College"},
		{"en", "Dean of Law at Tidewell College, Dr Ana Ruiz, sees.", "Ana Ruiz | Dean of Law | Tidewell College"},
		{"en", "Dean of Law at Tidewell College, Mr Ana Ruiz, sees.", "Ana Ruiz | Dean of Law | Tidewell College"},
		{"en", "Dean of Law at Tidewell College, Mrs Ana Ruiz, sees.", "Ana Ruiz | Dean of Law | Tidewell College"},
		{"en", "Dean of Law at Tidewell College, Ms Ana Ruiz, sees.", "Ana Ruiz | Dean of Law | Tidewell College"},
		{"en", "It rains. Dean of Law at Tidewell College, Ana Ruiz, sees.", "Ana Ruiz | Dean of Law | Tidewell College"},
		{"en", "Dean of Law at Tidewell College, Jan Osten, sees.", ""},
		{"en", "Dean of Law at Tidewell College, Marlow Council, sees.", ""},
		{"en", "Dean of Law, Ana Ruiz, sees.", ""},
		{"en", "Lamp of Law at Tidewell College, Ana Ruiz, sees.", ""},
	} {
		d := drafted(c[0])
		d.Known = []Speaker{{Name: "Jan Osten", Title: "pilot", Org: "Harbour Union"}}
		d.meetTheirs(c[1])
		got := ""
		for _, k := range d.Known[:len(d.Known)-1] {
			got += k.Name + " | " + k.Title + " | " + k.Org
		}
		if got != c[2] || len(got) > 0 && d.Known[0].Ok {
			t.Errorf("%s: %q, want %q", c[1], got, c[2])
		}
	}
}

// TestClausesWithinTheMarks finds clauses between dashes or commas within the marks, where English has none.
func TestClausesWithinTheMarks(t *testing.T) {
	t.Parallel()
	for _, c := range [][3]string{
		{"it", "«Dal 2015 la lampada è accesa – spiega il direttore Paolo Neri – e tutti lo sanno.»", "spiega il direttore Paolo Neri"},
		{"it", "«Dal 2015 la lampada è accesa - spiega il direttore Paolo Neri - e tutti lo sanno.»", "spiega il direttore Paolo Neri"},
		{"it", "«La lampada è accesa – ha spiegato il direttore Paolo Neri –, e tutti lo sanno.»", "ha spiegato il direttore Paolo Neri"},
		{"it", "«Lampade – spiega il direttore Paolo Neri – e tutti lo sanno.»", ""},
		{"it", "«Lampade accese – spiega il direttore Paolo Neri – e tutti lo sanno.»", "spiega il direttore Paolo Neri"},
		{"it", "«Dal 2015 la lampada è accesa – spiega bene – e tutti lo sanno.»", ""},
		{"it", "«Dal 2015 la lampada è accesa – spiega Fiumi Vivi – e tutti lo sanno.»", "spiega Fiumi Vivi"},
		{"it", "«Dal 2015 la lampada è accesa – spiega il presidente – e tutti lo sanno.»", ""},
		{"it", "«Dal 2015 la lampada è accesa – spiega la Federazione Fiumi – e tutti lo sanno.»", "spiega la Federazione Fiumi"},
		{"en", "“The lamp has been lit for years – says Ana Ruiz – and all know.”", ""},
		{"fr", "« Le port est à nous tous, explique Ana Ruiz, de la Ligue. Nous y restons. »", "explique Ana Ruiz, de la Ligue"},
		{"fr", "« Le port est à nous tous, explique Ana Ruiz, directrice. Nous y restons. »", "explique Ana Ruiz, directrice"},
		{"fr", "« Le port est à nous tous, explique Ana Ruiz, mais nous y restons. »", "explique Ana Ruiz"},
		{"fr", "« Le port est à nous, explique Ana Ruiz. Nous y restons. »", ""}, // five words
		{"fr", "« Le port est à nous tous, explique la Ligue des marins. Nous y restons. »", ""},
		{"fr", "« Le port est à nous tous, explique la Fédération des ports. Nous y restons. »", ""},
		{"fr", "« Le port est à nous tous, explique la présidente. Nous y restons. »", ""}, // her name stands elsewhere
		{"fr", "« Le port est à nous tous, explique Ana Ruiz, très heureuse. Nous y restons. »", "explique Ana Ruiz"},
		{"fr", "« Le port est à nous tous, explique-t-elle. Nous y restons. »", ""},
		{"en", "“The port is for all of us, says Ana Ruiz, of Rivers Trust. We stay.”", ""},
	} {
		d := drafted(c[0])
		d.know(Speaker{Name: "Lea Voss", Title: "présidente", Org: "Ligue des marins", Ok: true})
		segs := d.segments(c[1])
		got := ""
		if parts, at, _, ok := d.inside(c[1], segs[0]); ok {
			got = c[1][at[0]:at[1]]
			if len(parts) != 2 || parts[0].end != at[0] || parts[1].start != at[1] {
				t.Errorf("%s: %+v", c[1], parts)
			}
		}
		if got != c[2] {
			t.Errorf("%s: %q, want %q", c[1], got, c[2])
		}
	}
}

// TestWhatEndsASentence tells words in marks with which a sentence ends, and gaps that lead on to words.
func TestWhatEndsASentence(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		words, after string
		want         bool
	}{
		{"the lamps", "", true},
		{"the lamps", " ", true},
		{"the lamps", ". It rains", true},
		{"the lamps", " .", true},
		{"the lamps.", " It rains", true},
		{"the lamps!", " It rains", true},
		{"the lamps?", " It rains", true},
		{"the lamps…", " It rains", true},
		{"the lamps,", " It rains", false},
		{"the lamps.", "It rains", false},
		{"the lamps.", " it rains", false},
	} {
		if got := endsSentence(c.words, c.after); got != c.want {
			t.Errorf("%q and %q: %v", c.words, c.after, got)
		}
	}
	for _, c := range []struct {
		gap, words  string
		opens, onto bool
	}{
		{"They stand: ", "We do.", true, true},
		{"They stand: ", "We do!", true, true},
		{"They stand: ", "Do we?", true, true},
		{"They stand: ", "We do,", true, false},
		{"They stand, ", "We do.", true, false},
		{"They stand ", "We do.", true, false},
		{"They stand. ", "We do.", false, false},
	} {
		if prose.EndsOpen(c.gap) != c.opens || ledOn(c.gap, c.words) != c.onto {
			t.Errorf("%q and %q: %v, %v", c.gap, c.words, prose.EndsOpen(c.gap), ledOn(c.gap, c.words))
		}
	}
}
