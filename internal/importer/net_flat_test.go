package importer

import (
	"strings"
	"testing"

	"pressroom/internal/importer/prose"
)

// partsIn are the parts of a line, with a bar between.
func partsIn(line string) string {
	var out []string
	for _, p := range unflat([]prose.Para{{Text: line}}) {
		out = append(out, p.Text)
	}
	return strings.Join(out, " | ")
}

// TestLinesThatHaveAllOfARelease parts them before each label of a contact, each heading of a boilerplate and each end mark.
func TestLinesThatHaveAllOfARelease(t *testing.T) {
	t.Parallel()
	const before, reach = "The lamps burn.", " bo@lead.example"
	for _, label := range strings.Split(`press contact, press contacts, media contact, pr contact, media relations contact, press & media contact,
		press and media contact, investor contact, agency contact, company contact, Press Contact, contact, contacts, Contact, pressekontakt,
		medienkontakt, contact presse, contacts presse, contacto de prensa, contatto stampa, contatti stampa, contato de imprensa,
		contatos de imprensa, contato para a imprensa, perscontact, press inquiries, press enquiries, media inquiries, media enquiries`, ",") {
		label = strings.TrimSpace(label)
		for _, colon := range []string{":", " :"} {
			if got := partsIn(before + " " + label + colon + reach); got != before+" | "+label+colon+reach {
				t.Errorf("%s: %s", label, got)
			}
		}
	}
	for _, heading := range []string{"About", "Acerca de", "Sobre", "À propos de", "Über", "Over", "Informazioni su"} {
		about := heading + " Tidewell Tidewell keeps lamps in the harbour." // with the name again
		if heading == "Acerca de" || heading == "Sobre" || heading == "Über" || heading == "Over" || heading == "À propos de" {
			about = heading + " Tidewell: Tidewell keeps lamps in the harbour."
		}
		if got := partsIn(before + " " + about); got != before+" | "+about {
			t.Errorf("%s: %s", heading, got)
		}
	}
	for _, mark := range []string{"###", "####", "#####", "######", "# # #", "-30-", "- 30 -", "-END-", "-ENDS-", "- END -", "- ENDS -", "–END–", "–ENDS–", "– ENDS –"} {
		if got := partsIn(before + " " + mark + " They burn on."); got != before+" | "+mark+" | They burn on." {
			t.Errorf("%s: %s", mark, got)
		}
		if got := partsIn(before + " " + mark); got != before+" | "+mark {
			t.Errorf("%s at the end: %s", mark, got)
		}
		if got := partsIn(before + " x" + mark + " They burn on."); strings.Contains(got, "|") {
			t.Errorf("%s within a word: %s", mark, got)
		}
	}
	const contact, about = "Contact: bo@lead.example", "About Tidewell: Tidewell keeps lamps in the harbour."
	for _, ends := range []string{
		"They burn.", "They burn!", "Do they burn?", "They burn…", "They “burn.”", "They 'burn.'", "They ‘burn.’", "They (burn.)", `They "burn."`, "See bo@lead.example",
		"Call 555", "Call 555  ",
	} {
		for _, behind := range []string{contact, about} {
			quoted := strings.Contains(ends, "'burn") // a straight one ends no sentence
			if got, want := partsIn(ends+" "+behind), strings.TrimSpace(ends)+" | "+behind; got != want && !quoted {
				t.Errorf("%s", got)
			}
		}
	}
	for _, ends := range []string{"See lead.test", "See lead.test/"} {
		if got := partsIn(ends + " " + about); got != ends+" | "+about {
			t.Errorf("%s", got)
		}
	}
	for _, line := range []string{
		"They burn " + contact, "They burn, " + contact, "They burn " + about, "They burn. Contact: nobody there.", "They burn. Contact bo@lead.example",
		"They burn. My contact: bo@lead.example", "They burn. About Tidewell and lamps.", "They burn. About: lamps", "They burn ## on.", "They burn.###on",
		"They burn ENDS here.", "They burn 30 days.",
	} {
		if got := partsIn(line); got != line {
			t.Errorf("%s", got)
		}
	}
}

// TestHowFarBehindALabelItsAddressStands parts a line where the address is near enough.
func TestHowFarBehindALabelItsAddressStands(t *testing.T) {
	t.Parallel()
	for n, want := range map[int]bool{200: true, 249: true, 250: true, 251: false, 260: false} {
		behind := strings.Repeat("long ", 60)[:n-len(" b@le.io")] + " b@le.io"
		if got := strings.Contains(partsIn("The lamps burn. Contact: "+behind), "|"); got != want {
			t.Errorf("an address that ends %d bytes behind its label: parted %t", n, got)
		}
	}
	for n, want := range map[int]bool{100: true, 249: true, 250: true, 251: false} {
		line := "FOR IMMEDIATE RELEASE "
		line += strings.Repeat("Lamps ", 60)[:n-len(line)-len(" Contact:")] + " Contact: Bo Lind, bo@lead.example, and so the lamps burn on in the harbour all winter, as ever"
		if got := len(headSeams(line)) > 0; got != want {
			t.Errorf("a label that ends after %d bytes: parted %t: %v", n, got, headSeams(line))
		}
	}
	for n, want := range map[int]bool{159: false, 160: true} {
		line := "FOR IMMEDIATE RELEASE Contact: Bo Lind, bo@lead.example"
		if got := len(headSeams(line+strings.Repeat("x", n-len(line)))) > 0; got != want {
			t.Errorf("a line of %d bytes: parted %t", n, got)
		}
	}
}
