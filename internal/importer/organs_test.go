package importer

import "testing"

// TestOrgansAreNoOrganisations reads people of a board, which is whoever's the text tells of.
func TestOrgansAreNoOrganisations(t *testing.T) {
	kept := heldBy(t)
	t.Parallel()
	for _, c := range [][3]string{
		{"de", "{q}, freut sich Dr. Jan Osten vom Vorstand.", "Dr. Jan Osten | Vorstand | ?"},
		{"de", "{q}, sagt Jan Osten vom Aufsichtsrat.", "Jan Osten | Aufsichtsrat | ?"},
		{"de", "{q}, sagt Jan Osten vom Vorstand der Hafenbank.", "Jan Osten |  | Hafenbank"},
		{"de", "{q}, sagt Jan Osten vom Ruderverein.", "Jan Osten |  | Ruderverein"},
		{"de", "{q}, sagte der Geschäftsführer der Allianz pro Schiff, Jan Osten, heute in Marlow.", "Jan Osten | Geschäftsführer | Allianz pro Schiff"},
		{"de", "{q}, sagte Jan Osten, Sprecher der Allianz pro Schiff.", "Jan Osten | Sprecher | Allianz pro Schiff"},
	} {
		kept.saidAround(t, c)
	}
}
