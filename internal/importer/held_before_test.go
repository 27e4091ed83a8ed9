package importer

import (
	"testing"

	"pressroom/internal/importer/attribution"
	"pressroom/internal/importer/prose"
)

// An office that somebody had is none in which they speak, and whose it was is not whom they speak for.
func TestOfficesThatWereHeldBefore(t *testing.T) {
	const words = "\n\n“We will stay here until the harbour is open,” said "
	for _, c := range []struct{ text, by, name, title, org string }{
		{"The prize went to former Marlow Mayor Ana Ruiz for her work with the City of Marlow.", "Ruiz.", "Ana Ruiz", "", "?"},
		{"The prize went to ex-Marlow Mayor Ana Ruiz for her work with the City of Marlow.", "Ruiz.", "Ana Ruiz", "", "?"},
		{"The prize went to retired Marlow Mayor Ana Ruiz for her work with the City of Marlow.", "Ruiz.", "Ana Ruiz", "", "?"},
		{"The prize went to then Marlow Mayor Ana Ruiz for her work with the City of Marlow.", "Ruiz.", "Ana Ruiz", "", "?"},
		{"The prize went to Marlow Mayor Ana Ruiz for her work with the City of Marlow.", "Ruiz.", "Ana Ruiz", "Mayor", "City of Marlow"},
		{"The prize went to heathen Marlow Mayor Ana Ruiz for her work with the City of Marlow.", "Ruiz.", "Ana Ruiz", "Mayor", "City of Marlow"},
		{"The prize went to former Marlow Mayor Ana Ruiz for her work with the City of Marlow.", "Senator Ruiz.", "Ana Ruiz", "Senator", "?"},
		{"It went to former Rowing Trust director Ana Ruiz yesterday. The Rowing Trust is glad.", "Ruiz.", "Ana Ruiz", "former director", "?"},
		{"It went to Rowing Trust director Ana Ruiz yesterday. The Rowing Trust is glad.", "Ruiz.", "Ana Ruiz", "director", "Rowing Trust"},
		{"It welcomed former Harwell Dockers Association President Ana Ruiz yesterday.", "Ruiz.", "Ana Ruiz", "", "?"},
		{"It welcomed Harwell Dockers Association President Ana Ruiz yesterday.", "Ruiz.", "Ana Ruiz", "President", "Harwell Dockers Association"},
	} {
		if q, ok := onlyQuote(t, "The harbour is closed\n\n"+c.text+words+c.by+"\n"); ok && (q.Speaker != c.name || q.Title != c.title || q.Org != c.org) {
			t.Errorf("%s %s\n got %q | %q | %q", c.text, c.by, q.Speaker, q.Title, q.Org)
		}
	}
}

// onlyQuote is the one quote of a text; ok is false, and it is told, where there is another number.
func onlyQuote(t *testing.T, text string) (q attribution.Quote, ok bool) {
	t.Helper()
	r, err := Import("x.txt", []byte(text), Options{Today: today})
	if err != nil {
		t.Fatal(err)
	}
	if len(r.Quotes) != 1 {
		t.Errorf("%s: %d quotes", text, len(r.Quotes))
		return attribution.Quote{}, false
	}
	return r.Quotes[0], true
}

func TestSecretariesPeopleAndFirmsInSmallLetters(t *testing.T) {
	const words = "The harbour is closed\n\n“We will stay here until the harbour is open,” said "
	for _, c := range []struct{ text, title, org string }{
		{"Under Secretary for Harbour Finance Ana Ruiz.", "Under Secretary for Harbour Finance", "?"},
		{"Secretary of the Harbour Ana Ruiz. The U.S. Department of the Harbour is open.", "Secretary of the Harbour", "U.S. Department of the Harbour"},
		{
			"Deputy Secretary of Labor Ana Ruiz. The Department of Labor asks, says the U.S. Department of Labor.",
			"Deputy Secretary of Labor", "U.S. Department of Labor",
		},
		{"Ana Ruiz, U.S. Secretary of Labor. The Department of Labor is open.", "U.S. Secretary of Labor", "Department of Labor"},
		{"Ana Ruiz, US Deputy Secretary for Labor. The Department for Labor is open.", "US Deputy Secretary for Labor", "Department for Labor"},
		{
			"Ana Ruiz, Acting Secretary of Labor. The United States Department of Labor is open.",
			"Acting Secretary of Labor", "United States Department of Labor",
		},
		{"Ana Ruiz, Assistant Secretary of Labor. The Harwell Department of Labor is open.", "Assistant Secretary of Labor", "Harwell Department of Labor"},
		{"Ana Ruiz, Under Secretary of State. The Department of State is open.", "Under Secretary of State", "Department of State"},
		{"Ana Ruiz, Secretary of Laborers. The Department of Labor is open.", "Secretary of Laborers", "?"},
		{"Secretary of Labor Ana Ruiz. The Department of Labors is open.", "Secretary of Labor", "?"},
		{"Secretary of Labor Ana Ruiz. The Marlow Department of Labor and the Harwell Department of Labor are open.", "Secretary of Labor", "?"},
		{"Ana Ruiz, Secretary of the Rowing Trust. The Department of Labor is open.", "Secretary", "Rowing Trust"},
		{"Ana Ruiz, Rowers for Water.", "", "Rowers for Water"},
		{"Ana Ruiz, Mondays for Water Marlow.", "", "Mondays for Water Marlow"},
		{"Ana Ruiz, the Young Artists against Fences and Walls in Marlow.", "", "Young Artists against Fences and Walls in Marlow"},
		{"Ana Ruiz, Historians for Harbours.", "", "Historians for Harbours"},
		{"Ana Ruiz, Cyclists without Borders.", "", "Cyclists without Borders"},
		{"Ana Ruiz, Head for Water.", "Head for Water", "?"},
		{"Ana Ruiz, quayWORKS CEO.", "CEO", "quayWORKS"},
		{"Ana Ruiz, eHarbor Chief Executive.", "Chief Executive", "eHarbor"},
		{"Ana Ruiz, quays CEO.", "quays CEO", "?"},
	} {
		q, ok := onlyQuote(t, words+c.text+"\n")
		if !ok {
			continue
		}
		if q.Speaker != "Ana Ruiz" || q.Title != c.title || q.Org != c.org {
			t.Errorf("%s\n got %q | %q | %q", c.text, q.Speaker, q.Title, q.Org)
		}
		if q.Org == "?" && q.Unsure == "" {
			t.Errorf("%s: it is not said why", c.text)
		}
	}
	for _, day := range []string{"Mondays", "Tuesdays", "Wednesdays", "Thursdays", "Fridays", "Saturdays", "Sundays"} {
		if _, org, ok := prose.PeopleFor(day + " for Water"); !ok || org != day+" for Water" {
			t.Errorf("%s: %q", day, org)
		}
	}
	for _, who := range []string{
		"Students", "Parents", "Residents", "Doctors", "Friends", "Families", "Neighbors", "Neighbours", "Citizens",
		"Veterans", "Nurses", "Artists", "Women", "Men", "People", "Kids", "Voices",
	} {
		if _, org, ok := prose.PeopleFor(who + " for a Clean Harbour"); ok || org != "" {
			t.Errorf("%s: %q", who, org) // an article in small letters begins no name
		}
		if _, org, ok := prose.PeopleFor(who + " for Clean Water"); !ok || org != who+" for Clean Water" {
			t.Errorf("%s: %q", who, org)
		}
	}
}
