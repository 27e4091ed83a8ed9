package importer

import (
	"strings"
	"testing"
)

// askedWays are blocks of contacts, in the ways that they are written in, with the contacts: name, role,
// organisation, number and address. Each stands below a release in its language.
var askedWays = []struct{ lang, block, want string }{
	{"en", "Media enquiries: Petra Lind, press officer, Harbor Guild, by email at petra@guild.example or on 01632 960 114.", "Petra Lind|press officer|Harbor Guild|01632 960 114|petra@guild.example"},
	{"en", "Contact: Petra Lind, Harbor Guild, by phone on 01632 960 114 or by e-mail: petra@guild.example", "Petra Lind||Harbor Guild|01632 960 114|petra@guild.example"},
	{"en", "Contact: Ana Ruiz, Stand By Harbor, 01632 960 114", "Ana Ruiz||Stand By Harbor|01632 960 114|"},
	{"en", "Contacts\nHarbor Boats Inc.\nMedia:\nOwen Tarrant\n503-555-0132\nowen@boats.example\n\nInvestors:\nPetra Lind\n503-555-0133\npetra@boats.example", "Owen Tarrant||Harbor Boats Inc.|503-555-0132|owen@boats.example;Petra Lind|Investors||503-555-0133|petra@boats.example"},
	{"en", "Press contact details\nPetra Lind | Tidal Research Centre | +44 1632 960114 | petra@tidal.example\nOut of hours: 07700 900114", "Petra Lind|07700 900114 (out of hours)|Tidal Research Centre|+44 1632 960114|petra@tidal.example"},
	{"en", "Press enquiries to: Ines Okafor (Head of Communications, Guild of Weavers), tel. 01632 960150.", "Ines Okafor|Head of Communications|Guild of Weavers|01632 960150|"},
	{"en", "Contact: Ines Okafor (Head of Communications), tel. 01632 960150.", "Ines Okafor|Head of Communications||01632 960150|"},
	{"en", "Contacts: Ines Okafor, Co-ordinator – 01632 960151; Tam Reyle, Chair – 01632 960152", "Ines Okafor|Co-ordinator||01632 960151|;Tam Reyle|Chair||01632 960152|"},
	{"en", "For media enquiries:\nMara Quill | 020 7946 0001 | mara@bay.example\nTobin Frey | 020 7946 0002 | tobin@bay.example", "Mara Quill|||020 7946 0001|mara@bay.example;Tobin Frey|||020 7946 0002|tobin@bay.example"},
	{"en", "Media contact:\nPetra Lind\npetra@wend.example\n\nRelated Links\nhttps://wire.example/news/home/20260609005512/en/", "Petra Lind||||petra@wend.example"},
	{"en", "For media clarification\nFor Ropeco\nLantern PR\nTel: (65) 6551 5444\nEmail: ropeco@lantern.example\n\nFor GovRope\nTeresa Lind (Ms)\nSenior Marketing Manager\nGovRope\nTel: (65) 6211 1745\nEmail: teresa@govrope.example", "Ropeco||Lantern PR|(65) 6551 5444|ropeco@lantern.example;Teresa Lind|Senior Marketing Manager|GovRope|(65) 6211 1745|teresa@govrope.example"},
	{"en", "Contact:\nPetra Lind\nEntomologist\nHarbor University\npetra@wend.example", "Petra Lind|Entomologist|Harbor University||petra@wend.example"},
	{"en", "Contact:\nPetra Lind\nHarbor Guild\npetra@guild.example\n01632 960 111\nPress Office, 01632 960 114\nOut of hours duty desk 01632 960 115", "Petra Lind||Harbor Guild|01632 960 111|petra@guild.example;Press Office|||01632 960 114|;Out of hours duty desk|||01632 960 115|"},
	{"en", "Contact:\nPetra Lind\npetra@guild.example\nMedia team: 01632 960 114 or media@guild.example", "Petra Lind||||petra@guild.example;Media team|||01632 960 114|media@guild.example"},
	{"en", "Press Office, 01632 960 114\nNewsroom: news@guild.example", "Press office|||01632 960 114|news@guild.example"},
	{"de", "Kontakt:\nPetra Lind\nTel. 01632 960114\nPressestelle: 01632 960115", "Petra Lind|||01632 960114|;Pressestelle|||01632 960115|"},
	{"fr", "Contact presse : Hugo Tarrant, 01 99 00 14 18\nAstreinte presse : 06 99 00 14 19", "Hugo Tarrant|||01 99 00 14 18|;Astreinte presse|||06 99 00 14 19|"},
	{"es", "Contacto de prensa\nInés Okafor\nines@hilos.example\nGuardia de prensa: 600 000 151", "Inés Okafor||||ines@hilos.example;Guardia de prensa|||600 000 151|"},
	{"nl", "Voor persvragen:\nPetra Lindel, woordvoerder, 06-00000114\nPersdienst 020-0000116", "Petra Lindel|woordvoerder||06-00000114|;Persdienst|||020-0000116|"},
	{"fr", "Contact presse\nComité de la digue\nBP 1006\n88050 PORTMARAIS Cedex 9\ncontact@digue.example\nTwitter : @digue\nFacebook : La Digue", "Comité de la digue||||contact@digue.example"},
	{"en", "Interview requests: Lena Rusk, 555-018-2244, or Omar Feld, 555-018-2245", "Lena Rusk|||555-018-2244|;Omar Feld|||555-018-2245|"},
	{"fr", "Pour en savoir plus : Léna Ruske, Bibliobus de Brindelle, 06 99 00 17 01", "Léna Ruske||Bibliobus de Brindelle|06 99 00 17 01|"},
	{"de", "Bei Rückfragen wenden Sie sich bitte an Frau Lena Rusk (Öffentlichkeitsarbeit), Tel. 01632 960703.", "Frau Lena Rusk|Öffentlichkeitsarbeit||01632 960703|"},
	{"de", "Kontakt:\nLena Rusk\nBund der Busse\nMarkt 1\n21000 Brindelheim\nFon 01632 960703", "Lena Rusk||Bund der Busse|01632 960703|"},
	{"de", "Für Rückfragen steht Ihnen Petra Lind, Pressesprecherin der Bäckerinnung, unter 01632 960114 oder petra@innung.example gern zur Verfügung.", "Petra Lind|Pressesprecherin der Bäckerinnung||01632 960114|petra@innung.example"},
	{"de", "Für Rückfragen steht Ihnen Petra Lind (Presse) unter 01632 960114 zur Verfügung.", "Petra Lind|Presse||01632 960114|"},
	{"de", "Für Rückfragen steht Ihnen die Pressestelle unter 01632 960114 zur Verfügung.", "Press office|||01632 960114|"},
	{"de", "Kontakt:\nDr. Petra Lind\nInstitut für Küstenforschung\nAbteilung Kommunikation\nHafenstraße 12\n21000 Moorhafen\nTel. 01632/960114\nE-Mail: lind@kueste.example", "Dr. Petra Lind|Abteilung Kommunikation|Institut für Küstenforschung|01632/960114|lind@kueste.example"},
	{"de", "Ansprechpartnerinnen für die Presse:\nPetra Lind, Tel. 01632 960114, lind@museum.example\nInes Okafor, Tel. 01632 960115, okafor@museum.example", "Petra Lind|||01632 960114|lind@museum.example;Ines Okafor|||01632 960115|okafor@museum.example"},
	{"fr", "Contacts\n\nChercheuse\nPétra Lindel\nCentre des marées\nT 01 99 00 14 15\n\nPresse\nHugo Tarrant\nT 01 99 00 14 16\npresse@marees.example", "Pétra Lindel|Chercheuse|Centre des marées|01 99 00 14 15|;Hugo Tarrant|||01 99 00 14 16|presse@marees.example"},
	{"fr", "Contact presse : Hugo Tarrant\nTél. : 01 99 00 14 18\nMél : hugo@canal.example", "Hugo Tarrant|||01 99 00 14 18|hugo@canal.example"},
	{"es", "Comunicación: Petra Lindel, 600 000 115, petra@mareas.example", "Petra Lindel|||600 000 115|petra@mareas.example"},
	{"es", "Contacto para medios\nHugo Tarrant\nJefe de Prensa\nTranvías de Marisma, S.A.\nMóvil: +34 600 000 116", "Hugo Tarrant|Jefe de Prensa|Tranvías de Marisma, S.A.|+34 600 000 116|"},
	{"es", "Si desea más información, puede ponerse en contacto con Hugo Tarrant en el teléfono 600 000 117 o en el correo hugo@canal.example.", "Hugo Tarrant|||600 000 117|hugo@canal.example"},
	{"es", "Contacto de prensa\nNombre: Inés Okafor\nCargo: Coordinadora\nTeléfono: 600 000 151\nCorreo: ines@hilos.example", "Inés Okafor|Coordinadora||600 000 151|ines@hilos.example"},
	{"it", "Contatti:\nPetra Lindelli\nUfficio stampa Fornai di Portopalude\nCell. 333 0000114\nstampa@fornai.example", "Petra Lindelli||Ufficio stampa Fornai di Portopalude|333 0000114|stampa@fornai.example"},
	{"nl", "Voor persvragen:\nPetra Lindel, woordvoerder, 06-00000114, petra@gilde.example", "Petra Lindel|woordvoerder||06-00000114|petra@gilde.example"},
	{"nl", "Contactpersoon voor de pers:\nStichting De Tram\nt.a.v. Hugo Tarrant\nKanaalstraat 4, 1000 AA Moerhaven\nT: 020-0000116\nE: pers@tram.example", "Hugo Tarrant||Stichting De Tram|020-0000116|pers@tram.example"},
}

// aboveTheAsked is a release in each language.
var aboveTheAsked = map[string]string{
	"en": "Ferries run again\n\nHARWICK, May 4, 2026 – The ferries run again from Monday on, and the pier stays open until dusk.\n\n",
	"de": "Die Fähren fahren wieder\n\nHARWICK, 4. Mai 2026 – Die Fähren fahren ab Montag wieder, und der Anleger bleibt bis zum Abend offen.\n\n",
	"fr": "Les bateaux reprennent la mer\n\nHARWICK, le 4 mai 2026 – Les bateaux reprennent la mer lundi, et le quai reste ouvert jusqu’au soir.\n\n",
	"es": "Los barcos vuelven a salir\n\nHARWICK, 4 de mayo de 2026 – Los barcos vuelven a salir desde el lunes, y el muelle queda abierto hasta la noche.\n\n",
	"it": "I traghetti ripartono\n\nHARWICK, 4 maggio 2026 – I traghetti ripartono da lunedì, e il molo resta aperto fino a sera.\n\n",
	"nl": "De veerboten varen weer\n\nHARWICK, 4 mei 2026 – De veerboten varen vanaf maandag weer, en de steiger blijft open tot de avond.\n\n",
}

// contactsWritten are the contacts of a file, in short.
func contactsWritten(md string) string {
	var got []string
	for _, block := range strings.Split(md, "[[contact]]\n")[1:] {
		block, _, _ = strings.Cut(block, "\n\n")
		block, _, _ = strings.Cut(block, "\n+++")
		fields := map[string]string{}
		for _, l := range strings.Split(block, "\n") {
			if key, value, ok := strings.Cut(l, " = "); ok {
				fields[key] = strings.Trim(value, `"`)
			}
		}
		got = append(got, strings.Join([]string{fields["name"], fields["role"], fields["org"], fields["phone"], fields["email"]}, "|"))
	}
	return strings.Join(got, ";")
}

func TestWhomToAskInTheWaysThatItIsWritten(t *testing.T) {
	kept := heldBy(t)
	for _, c := range askedWays {
		r, err := kept.Import("release.txt", []byte(aboveTheAsked[c.lang]+c.block+"\n"), Options{Today: today, Email: "press@office.example"})
		if err != nil {
			t.Fatal(err)
		}
		if got := contactsWritten(string(r.Markdown)); got != c.want {
			t.Errorf("%s\ngot  %s\nwant %s", c.block, got, c.want)
		}
	}
}
