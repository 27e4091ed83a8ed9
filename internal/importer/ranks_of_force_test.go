package importer

import "testing"

// TestRanksOfForces reads police and fire officers, who speak for the force that the text names.
func TestRanksOfForces(t *testing.T) {
	kept := heldBy(t)
	t.Parallel()
	const police = "Harwell Police will be out all night. "
	for _, c := range [][3]string{
		{"en", police + "{q}, said Ch Insp Owen Farrell.", "Owen Farrell | Ch Insp | Harwell Police"},
		{"en", police + "{q}, said Det. Sgt Owen Farrell.", "Owen Farrell | Det. Sgt | Harwell Police"},
		{"en", police + "{q}, said DCI Owen Farrell.", "Owen Farrell | DCI | Harwell Police"},
		{"en", police + "{q}, said PC Owen Farrell.", "Owen Farrell | PC | Harwell Police"},
		{"en", police + "{q}, said Police Captain Owen Farrell.", "Owen Farrell | Police Captain | Harwell Police"},
		{"en", police + "{q}, said Sgt. Owen Farrell.", "Owen Farrell | Sgt. | Harwell Police"},
		{"en", police + "{q}, said Trooper Owen Farrell.", "Owen Farrell | Trooper | Harwell Police"},
		{"en", "{q}, said DCI Owen Farrell.", "Owen Farrell |  | DCI"},
		{"en", police + "{q}, said DCI Owen Farrell of Marlow Police.", "Owen Farrell | DCI | Marlow Police"},
		{"en", police + "{q}, said Battalion Chief Owen Farrell.", "Owen Farrell | Battalion Chief | ?"},
		{"en", "Harwell Fire Department will be out all night. {q}, said Battalion Chief Owen Farrell.", "Owen Farrell | Battalion Chief | Harwell Fire Department"},
		{"en", "Harwell Fire Service will be out all night. {q}, said Watch Manager Owen Farrell.", "Owen Farrell | Watch Manager | Harwell Fire Service"},
		{"en", "Harwell Fire Service will be out all night. {q}, said Division Chief Owen Farrell, who leads it.", "Owen Farrell | Division Chief | Harwell Fire Service"},
		{"en", "{q}, said Battalion Chief Owen Farrell of Marlow Fire Service.", "Owen Farrell | Battalion Chief | Marlow Fire Service"},
	} {
		kept.saidAround(t, c)
	}
}
