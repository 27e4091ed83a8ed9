package importer

import "testing"

// Whom a sentence is about that begins with an office and whose it is, and whom one names on the way.
func TestAnOfficeBeforeTheNameIsWhoIsMeantThen(t *testing.T) {
	kept := heldBy(t)
	t.Parallel()
	const words = "\n\n“The tide is one of the major ones of this decade,” "
	for _, c := range [][2]string{
		{"The CEO of Marlow Fertiliser Cooperative Ltd, Owen Farrell, is equally delighted by the win." + words + "he says.", "Owen Farrell | CEO | Marlow Fertiliser Cooperative Ltd"},
		{"The director of the Marlow Trust, Ana Ruiz, met the port." + words + "she said.", "Ana Ruiz | director | Marlow Trust"},
		{"Marlow Trust CEO Ana Ruiz is delighted." + words + "she said.", "Ana Ruiz | CEO | Marlow Trust"},
		{"Marlow Trust’s old director, Ana Ruiz, came." + words + "she said.", ""},
		{"The director of the Marlow Trust, Port Hallow, met in Port Hallow." + words + "she said.", ""},
		{"Owen Farrell went home. The director of the Marlow Trust, Ana Ruiz, met the port." + words + "she said.", "Ana Ruiz | director | Marlow Trust"},
		{"The night features Sugar Trust Executive Director Owen Farrell, and others." + words + "Farrell said.", "Owen Farrell | Executive Director | Sugar Trust"},
		{"Featuring Sugar Trust Executive Director Owen Farrell, the night was long." + words + "Farrell said.", "Owen Farrell | Executive Director | Sugar Trust"},
		{"The face tells it all, says sociologist Owen Farrell of the University of California, Santa Clara, who has made a film." + words + "says Farrell.", "Owen Farrell |  | University of California, Santa Clara"},
		{"The face tells it all, says sociologist Owen Farrell of the University of Marlow, Harwell, who has made a film." + words + "says Farrell.", "Owen Farrell |  | University of Marlow"},
		{"The port met." + words + "said Owen Farrell co-founder and CTO of Tidewell.", "Owen Farrell | co-founder and CTO | Tidewell"},
		{"The port met." + words + "said Owen Farrell chair & CEO of the Marlow Trust.", "Owen Farrell | chair & CEO | Marlow Trust"},
		{"The port met." + words + "said Owen Farrell, co-founder and CTO of Tidewell.", "Owen Farrell | co-founder and CTO | Tidewell"},
	} {
		if got := kept.speakersIn(t, "en", "The port is told to publish\n\nMARLOW, 3 December 2026 – The port was told on Thursday.\n\n"+c[0]+"\n"); got != c[1] {
			t.Errorf("%s:\n%s, want %s", c[0], got, c[1])
		}
	}
}
