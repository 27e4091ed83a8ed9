package attribution

import (
	"fmt"
	"testing"
)

// TestOfficesInCapitals asks where an office in capitals begins and ends, beside a body in capitals.
func TestOfficesInCapitals(t *testing.T) {
	t.Parallel()
	for _, c := range []struct{ phrase, name, title, org string }{
		{"the Group Managing Director of Odu’ay Investment Company Limited, Mr. Abdul Ruiz", "Abdul Ruiz", "Group Managing Director", "Odu’ay Investment Company Limited"},
		{"the Group Chairman of Tidewell Limited, Ana Ruiz, commenting on the pier", "Ana Ruiz", "Group Chairman", "Tidewell Limited"},
		{"In her remarks, the Chief People Officer of Tidewell Limited, Ana Ruiz", "Ana Ruiz", "Chief People Officer", "Tidewell Limited"},
		{"Tidewell Energy Services Vice President of Sales and Marketing Ana Ruiz", "Ana Ruiz", "Vice President of Sales and Marketing", "Tidewell Energy Services"},
		{"University of Marlow Artistic Director Ana Ruiz", "Ana Ruiz", "Artistic Director", "University of Marlow"},
		{"Ana Ruiz, Chair of the Board of Tidewell Limited", "Ana Ruiz", "Chair of the Board", "Tidewell Limited"},
		{"Ana Ruiz, PhD, Chief Technology Officer (CTO), Tidewell Robotics", "Ana Ruiz", "Chief Technology Officer (CTO)", "Tidewell Robotics"},
		{"Ana Ruiz (Secretary General, Rivers Trust)", "Ana Ruiz", "Secretary General", "Rivers Trust"},
		{"Head of Sales Ana Ruiz of Tidewell Robotics", "Ana Ruiz", "Head of Sales", "Tidewell Robotics"},
		{"Ana Ruiz, Professor of Marine Biology of the Rivers Trust", "Ana Ruiz", "Professor of Marine Biology", "Rivers Trust"},
		{"Chief Revenue Officer of Marlow Airlines Ana Ruiz", "Ana Ruiz", "Chief Revenue Officer", "Marlow Airlines"},
		{"Marlow Museum of Art Board Chair Ana Ruiz", "Ana Ruiz", "Board Chair", "Marlow Museum of Art"},
		{"On behalf of Tidewell Robotics, Managing Director Ana Ruiz", "Ana Ruiz", "Managing Director", "Tidewell Robotics"},
		{"Ana Ruiz, President & CEO, Marlow Chamber of Commerce and Industry", "Ana Ruiz", "President & CEO", "Marlow Chamber of Commerce and Industry"},
		{"Ana Ruiz, SVP, Strategy of Tidewell Holdings, Inc.", "Ana Ruiz", "SVP, Strategy", "Tidewell Holdings, Inc"},
		{"Lantern Club Resist Campaign Director Ana Ruiz", "", "", ""},        // of the campaign, perhaps
		{"NSW President Ana Ruiz", "Ana Ruiz", "President", "?"},              // where she is it
		{"Public Works Director Ana Ruiz", "", "", ""},                        // what she is over
		{"Marlow City Manager Ana Ruiz", "", "", ""},                          // of a city
		{"Tidewell Head of Sales Ana Ruiz", "Ana Ruiz", "Head of Sales", "?"}, // a word that the text has nowhere else
		{"Ana Ruiz, Director of Marlow", "Ana Ruiz", "Director", "?"},         // a place, perhaps
		{"Vice President for Public Affairs Ana Ruiz", "", "", ""},            // of nobody
		{"Today Tidewell Limited Director Ana Ruiz", "", "", ""},              // the day
		{"Ana Ruiz, formerly Director of Tidewell Limited", "", "", ""},       // no longer
		{"Tidewell Limited, Head of Sales, Energy and Ports", "", "", ""},     // nobody
	} {
		who, _, ok := ofTexts("en", "X.").officeInCapitals(c.phrase)
		if got := fmt.Sprint(who.Name, "|", who.Title, "|", who.Org); ok != (c.name != "") || ok && got != fmt.Sprint(c.name, "|", c.title, "|", c.org) {
			t.Errorf("%s: %s, %t", c.phrase, got, ok)
		}
	}
}

// TestOfficesInRomanceCapitals asks the same where the office leads on to its body with small words.
func TestOfficesInRomanceCapitals(t *testing.T) {
	t.Parallel()
	for _, c := range []struct{ lang, phrase, name, title, org string }{
		{"es", "Ana Ruiz, Directora de Recursos Humanos de la Fundación Mar", "Ana Ruiz", "Directora de Recursos Humanos", "Fundación Mar"},
		{"es", "la Directora General del Museo de la Cuerda, Ana Ruiz", "Ana Ruiz", "Directora General", "Museo de la Cuerda"},
		{"pt", "o Presidente do Conselho de Administração da Fundação Mar, Ana Ruas", "Ana Ruas", "Presidente do Conselho de Administração", "Fundação Mar"},
		{"pt", "a Voluntária Ana Ruas, da Universidade de Marlo", "Ana Ruas", "Voluntária", "Universidade de Marlo"},
		{"it", "Anna Morri, Direttrice delle Risorse Umane dell’Ospedale civile di Marlo", "Anna Morri", "Direttrice delle Risorse Umane", "Ospedale civile di Marlo"},
		{"fr", "Anne Morel (Secrétaire Générale, Fédération nationale des marins)", "Anne Morel", "Secrétaire Générale", "Fédération nationale des marins"},
		{"fr", "Anne Morel, Cheffe de Projet", "", "", ""},                                                       // of nobody
		{"es", "Ana Ruiz, médica del Hospital Marlow y miembro de la Sociedad del Río", "", "", ""},              // two
		{"es", "Ana Ruiz, Presidente de Tidal S.A. por carta al rector de la Universidad de Marlos", "", "", ""}, // to somebody
		{"fr", "Anne Morel, Directrice de la Fédération des cordiers, en charge du groupe École", "Anne Morel", "Directrice", "Fédération des cordiers"},
	} {
		who, _, ok := ofTexts(c.lang, "X.").officeInCapitals(c.phrase)
		if got := fmt.Sprint(who.Name, "|", who.Title, "|", who.Org); ok != (c.name != "") || ok && got != fmt.Sprint(c.name, "|", c.title, "|", c.org) {
			t.Errorf("%s: %s, %t", c.phrase, got, ok)
		}
	}
}
