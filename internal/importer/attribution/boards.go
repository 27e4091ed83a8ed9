package attribution

import (
	"pressroom/internal/importer/prose"
	"pressroom/internal/pattern"
	"pressroom/internal/release"
)

// Boards have officers of their own, who speak for the organisation that the board leads.

// ofBoard is an office of a board, of which nothing says whose it is: "Chair of the Board of Trustees".
var ofBoard = pattern.New(`^(?:\p{L}[\p{L}-]* ){1,5}(?:of|to) (?:the |its |our )?` +
	`(?:Board of (?:Directors|Trustees|Governors|Management)|` +
	`(?:(?:Executive|Advisory|Supervisory|Management) )?Board)$|` +
	`^\p{L}[\p{L}’' -]* (?:d[ue] |del |de la |de l[’']|della? |dell[’']|do |da |des |der |van de |van het )` +
	`(?i:conseil d[’']administration|conseil de surveillance|comité (?:exécutif|directeur)|` +
	`consejo (?:de administración|rector)|junta directiva|consiglio (?:di amministrazione|direttivo)|conselho de administração|` +
	`aufsichtsrats?|verwaltungsrats?|vorstands?|stiftungsrats?|raad van (?:bestuur|toezicht|commissarissen))$`)

// boardOfWhom is such an office with whose board that is: "chair of the Board of Trustees of Harwell College".
var boardOfWhom = pattern.New(`^((?:\p{L}[\p{L}-]* ){1,5}(?:of|to) (?:the )?(?:Board of (?:Directors|Trustees|Governors|Management)|` +
	`(?:Executive|Management|Supervisory|Advisory) Board)),? ` +
	`(?:of|at|for) (?:the )?(\p{Lu}.*)$`)

// onBoardOf divides an office on the board of an organisation.
func (d *Copy) onBoardOf(s string) (title, org string, ok bool) {
	if !d.English() {
		return "", "", false
	}
	if m := boardOfWhom.FindStringSubmatch(s); m != nil {
		if org, ok := d.OrgRun(m[2]); ok && org != release.Unknown {
			return m[1], org, true
		}
	}
	if m := boardOfBody.FindStringSubmatch(s); m != nil {
		if org, _ := d.OrgRun(m[2]); prose.IsOrganisation(org) {
			return m[1], org, true
		}
	}
	return "", "", false
}
