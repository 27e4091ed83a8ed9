package importer

import (
	"strings"
	"testing"

	"pressroom/internal/importer/prose"
)

// written is a contact as its parts.
func asWritten(c prose.Contact) string {
	return strings.TrimRight(strings.Join([]string{c.Name, c.Role, c.Org, c.Phone, c.Email, c.Hours}, "|"), "|")
}

// allWritten are contacts with strokes between.
func allWritten(list []prose.Contact) string {
	var out []string
	for _, c := range list {
		out = append(out, asWritten(c))
	}
	return strings.Join(out, " // ")
}

// TestContactsAreGatheredFromLines makes contacts of lines: names, offices, organisations, and what they can be reached by.
func TestContactsAreGatheredFromLines(t *testing.T) {
	t.Parallel()
	for _, c := range [][3]string{ // language, lines with signs between, contacts
		{"en", "Ana Ruiz¶555-010-0142 (Mon-Fri 9-5)", "Ana Ruiz|||555-010-0142||Mon-Fri 9-5"},
		{"en", "Quay Lamps (24 hours)¶ana@h.example", "Quay Lamps (24 hours)||||ana@h.example"},
		{"en", "Ana Ruiz¶—", "Ana Ruiz"},
		{"en", "Ana Ruiz¶ana@h.example¶TEL, ruiz@h.example", "Ana Ruiz|ruiz@h.example|||ana@h.example"},
		{"en", "Ana Ruiz¶ana@h.example¶RLT, ruiz@h.example", "Ana Ruiz||||ana@h.example // RLT||||ruiz@h.example"},
		{"en", "Ana Ruiz¶ana@h.example¶Bo Lind, bo@h.example", "Ana Ruiz||||ana@h.example // Bo Lind||||bo@h.example"},
		{"en", "Ana Ruiz¶555-010-0142¶ext. 5", "Ana Ruiz|||555-010-0142 ext. 5"},
		{"en", "Ana Ruiz¶ext. 5", "Ana Ruiz|ext. 5"},
		{"en", "Ana Ruiz¶555-010-0142¶555-010-0143¶ext. 5", "Ana Ruiz|555-010-0143, ext. 5||555-010-0142"},
		{
			"en",
			"Ana Ruiz¶Harbour Union¶555-010-0142¶ana@h.example¶Bo Lind¶Rivers Trust¶bo@r.example",
			"Ana Ruiz||Harbour Union|555-010-0142|ana@h.example // Bo Lind||Rivers Trust||bo@r.example",
		},
		{
			"en",
			"Ana Ruiz¶Harbour Union¶ana@h.example¶Director¶Bo Lind¶bo@r.example",
			"Ana Ruiz|Director|Harbour Union||ana@h.example // Bo Lind||||bo@r.example",
		},
		{
			"en",
			"Ana Ruiz¶Harbour Union¶ana@h.example¶Lamps 12¶Bo Lind¶bo@r.example",
			"Ana Ruiz|Lamps 12|Harbour Union||ana@h.example // Bo Lind||||bo@r.example",
		},
		{
			"en",
			"Ana Ruiz¶Harbour Union¶ana@h.example¶lamps¶Bo Lind¶bo@r.example",
			"Ana Ruiz|lamps|Harbour Union||ana@h.example // Bo Lind||||bo@r.example",
		},
		{"en", "Ana Ruiz¶ana@h.example¶home@a.example", "Ana Ruiz|home@a.example|||ana@h.example"},
		{"en", "press@h.example¶or Bo Lind: bo@h.example", "||||press@h.example // Bo Lind||||bo@h.example"},
		{"en", "press@h.example¶or Bo Lind", "Bo Lind||||press@h.example"},
		{"en", "Africa¶Ana Ruiz¶ana@h.example", "Ana Ruiz|Africa|||ana@h.example"},
		{"en", "North America¶Ana Ruiz¶ana@h.example", "Ana Ruiz|North America|||ana@h.example"},
		{"en", "Lamp America¶Ana Ruiz¶ana@h.example", "Ana Ruiz||Lamp America||ana@h.example"},
		{"en", "Harwell¶Ana Ruiz¶ana@h.example", "Ana Ruiz||Harwell||ana@h.example"},
		{"en", "Africa¶Harbour Union¶ana@h.example", "Africa||Harbour Union||ana@h.example"},
		{"en", "United Kingdom: Ana Ruiz, ana@h.example", "Ana Ruiz|United Kingdom|||ana@h.example"},
		{"en", "Ligue des Marins: Ana Ruiz, ana@h.example", "Ana Ruiz||Ligue des Marins||ana@h.example"},
		{"en", "Harbour Union: Ana Ruiz, ana@h.example", "Ana Ruiz||Harbour Union||ana@h.example"},
		{
			"en",
			"Ana Ruiz¶ana@h.example¶United Kingdom: Bo Lind, bo@h.example",
			"Ana Ruiz||||ana@h.example // Bo Lind|United Kingdom|||bo@h.example",
		},
		{"en", "Director: Ana Ruiz, ana@h.example", "Ana Ruiz|Director|||ana@h.example"},
		{"en", "Director: lamps, ana@h.example", "Director: lamps||||ana@h.example"},
		{"en", "Ana Ruiz¶Fax: 555-010-0142", "Ana Ruiz|fax 555-010-0142"},
		{"en", "Ana Ruiz¶Fax¶555-010-0142", "Ana Ruiz|Fax 555-010-0142"},
		{"en", "Ana Ruiz¶f: 555-010-0142", "Ana Ruiz|fax 555-010-0142"},
		{"en", "Ana Ruiz¶(555) 010-0142¶(555-010-0143)", "Ana Ruiz|555-010-0143||(555) 010-0142"},
		{"en", "Ana Ruiz¶555-010-0142 office¶555-010-0143 Cell.", "Ana Ruiz|555-010-0143||555-010-0142"},
		{"en", "Ana Ruiz¶555-010-0142 lamps", "Ana Ruiz|lamps||555-010-0142"},
		{"en", "Ana Ruiz¶https://h.example", "Ana Ruiz|https://h.example"},
		{"en", "Ana Ruiz¶Harbour Union¶ana@h.example¶https://h.example", "Ana Ruiz||Harbour Union||ana@h.example"},
		{"en", "Ana Ruiz (London)¶ana@h.example", "Ana Ruiz|London|||ana@h.example"},
		{"en", "@anaruiz¶Ana Ruiz¶ana@h.example", "Ana Ruiz||||ana@h.example"},
		{"en", "the Harbour Union¶ana@h.example", "Harbour Union||||ana@h.example"},
		{"en", "the council’s press office¶ana@h.example", "||||ana@h.example"},
		{"en", "the quay¶ana@h.example", "the quay||||ana@h.example"},
		{"en", "Ana Ruiz for Harbour Union¶ana@h.example", "Ana Ruiz||Harbour Union||ana@h.example"},
		{"en", "Ana Ruiz for the Harbour Union, Rivers Trust¶ana@h.example", "Ana Ruiz|for the Harbour Union|Rivers Trust||ana@h.example"},
		{"en", "Ana Ruiz¶Harbour Union¶Harbour Union Press Officer¶ana@h.example", "Ana Ruiz|Press Officer|Harbour Union||ana@h.example"},
		{"en", "Harbour Lamps¶Ana Ruiz¶ana.ruiz@harbour.example", "Ana Ruiz||Harbour Lamps||ana.ruiz@harbour.example"},
		{"en", "Ghana¶Ana Ruiz¶ana@h.example", "Ana Ruiz||Ghana||ana@h.example"},
		{"nl", "Ana Ruiz¶woordvoerder Stichting Oever¶ana@h.example", "Ana Ruiz|woordvoerder|Stichting Oever||ana@h.example"},
		{"en", "Ana Ruiz¶ana@h.example¶¶Bo Lind¶555-010-0142", "Ana Ruiz||||ana@h.example // Bo Lind|||555-010-0142"},
		{"en", "Ana Ruiz¶ana@h.example¶¶555-010-0142", "Ana Ruiz|||555-010-0142|ana@h.example"},
	} {
		d := drafted(c[0])
		if got := allWritten(d.contactsOf(strings.Split(c[1], "¶"))); got != c[2] {
			t.Errorf("%s: %q, want %q", c[1], got, c[2])
		}
	}
}

// gathers is a contact on its way, with what is none of its parts.
func gathers(tag string, c prose.Contact, do func(*gathering)) string {
	g := &gathering{d: drafted(tag), c: c}
	do(g)
	out := allWritten(append(append([]prose.Contact{}, g.done...), g.c))
	for sign, list := range map[string][]string{" + ": g.extra, " page ": g.pages, " net ": g.nets} {
		if len(list) > 0 {
			out += sign + strings.Join(list, ", ")
		}
	}
	return out
}

// TestWordsOfAContactOnItsWay go where they belong, by what is known of it and by what stands behind them.
func TestWordsOfAContactOnItsWay(t *testing.T) {
	t.Parallel()
	whole := prose.Contact{Name: "Ana Ruiz", Org: "Harbour Union", Email: "ana@h.example"}
	unnamed, alone := prose.Contact{Org: "Harbour Union", Email: "ana@h.example"}, prose.Contact{Name: "Ana Ruiz", Org: "Harbour Union"}
	for _, c := range []struct {
		c          prose.Contact
		part, next string
		want       string
	}{
		{whole, "https://h.example", "", "Ana Ruiz||Harbour Union||ana@h.example page https://h.example"},
		{unnamed, "https://h.example", "", "||Harbour Union||ana@h.example + https://h.example"},
		{alone, "https://h.example", "", "Ana Ruiz||Harbour Union + https://h.example"},
		{prose.Contact{Name: "Ana Ruiz", Email: "ana@h.example"}, "https://h.example", "", "Ana Ruiz||||ana@h.example + https://h.example"},
		{whole, "Lamps", "Bo Lind", "Ana Ruiz||Harbour Union||ana@h.example // Lamps"},
		{alone, "Lamps", "Bo Lind", "Ana Ruiz||Harbour Union + Lamps"},
		{unnamed, "Lamps", "Bo Lind", "||Harbour Union||ana@h.example + Lamps"},
		{whole, "Lamps", "lamps", "Ana Ruiz||Harbour Union||ana@h.example + Lamps"},
		{whole, "Director", "Bo Lind", "Ana Ruiz|Director|Harbour Union||ana@h.example"},
		{whole, "Lamps 12", "Bo Lind", "Ana Ruiz||Harbour Union||ana@h.example + Lamps 12"},
		{whole, "Lamps.example", "Bo Lind", "Ana Ruiz||Harbour Union||ana@h.example + Lamps.example"},
		{whole, "lamps", "Bo Lind", "Ana Ruiz||Harbour Union||ana@h.example + lamps"},
		{prose.Contact{}, "Director", "Bo Lind", "|Director"},
		{prose.Contact{}, "Director", "lamps", "Director"},
		{prose.Contact{}, "Lamps", "Bo Lind", "Lamps"},
		{alone, "Director", "Bo Lind", "Ana Ruiz|Director|Harbour Union"},
		{prose.Contact{Email: "ana@h.example"}, "or Bo Lind", "", "||||ana@h.example // Bo Lind"},
		{whole, "or Bo Lind", "", "Ana Ruiz||Harbour Union||ana@h.example // Bo Lind"},
		{alone, "(London)", "", "Ana Ruiz||Harbour Union + London"},
		{prose.Contact{}, "(London)", "", "London"},
		{alone, "@anaruiz", "", "Ana Ruiz||Harbour Union net @anaruiz"},
		{alone, "office", "", "Ana Ruiz||Harbour Union"},
		{prose.Contact{Name: "Ana Ruiz", Phone: "555-010-0142"}, "office", "", "Ana Ruiz|||555-010-0142"},
		{prose.Contact{Name: "Ana Ruiz", Phone: "555-010-0142"}, "website", "", "Ana Ruiz|||555-010-0142"},
		{alone, "Contact person", "", "Ana Ruiz||Harbour Union"},
		{prose.Contact{}, "Africa", "Bo Lind", " + Africa"},
		{prose.Contact{}, "South Africa", "Bo Lind", " + South Africa"},
		{prose.Contact{}, "North America", "Bo Lind", " + North America"},
		{prose.Contact{}, "Lamp America", "Bo Lind", "Lamp America"},
		{prose.Contact{}, "North Lamp America", "Bo Lind", "North Lamp America"},
		{prose.Contact{}, "The Old North America", "Bo Lind", "The Old North America"},
		{prose.Contact{}, "Africa", "Harbour Union", "Africa"},
		{prose.Contact{}, "Ligue des Marins:", "Bo Lind", "||Ligue des Marins"},
		{prose.Contact{}, "Greater Harbour Lamps:", "Bo Lind", " + Greater Harbour Lamps"},
		{prose.Contact{}, "Harbour Lamps:", "Bo Lind", " + Harbour Lamps"},
		{prose.Contact{}, "Rivers Trust:", "Bo Lind", "||Rivers Trust"},
		{whole, "Rivers Trust:", "Bo Lind", "Ana Ruiz||Harbour Union||ana@h.example // ||Rivers Trust"},
	} {
		if got := gathers("en", c.c, func(g *gathering) { g.ahead = true; g.words(c.part, c.next) }); got != c.want {
			t.Errorf("%s at %s: %q, want %q", c.part, asWritten(c.c), got, c.want)
		}
	}
}

// TestAddressesOfAContactOnItsWay are those of somebody, or of another.
func TestAddressesOfAContactOnItsWay(t *testing.T) {
	t.Parallel()
	named := prose.Contact{Name: "Ana Ruiz"}
	for _, c := range []struct {
		c    prose.Contact
		part string
		want string
	}{
		{named, "ana@h.example", "Ana Ruiz||||ana@h.example"},
		{named, "Write to Ana ana@h.example", "Ana Ruiz||||ana@h.example"},
		{prose.Contact{}, "Write to Ana ana@h.example", "||Write to Ana||ana@h.example"},
		{prose.Contact{}, "e-mail ana@h.example", "||||ana@h.example"},
		{prose.Contact{Name: "Ana Ruiz", Email: "a@h.example"}, "ana@h.example", "Ana Ruiz||||a@h.example + ana@h.example"},
		{prose.Contact{Name: "Ana Ruiz", Email: "a@h.example"}, "Bo Lind bo@h.example", "Ana Ruiz||||a@h.example // Bo Lind||||bo@h.example"},
		{prose.Contact{Email: "a@h.example"}, "ana@h.example", "||||a@h.example // ||||ana@h.example"},
	} {
		if got := gathers("en", c.c, func(g *gathering) { g.mail(c.part) }); got != c.want {
			t.Errorf("%s at %s: %q, want %q", c.part, asWritten(c.c), got, c.want)
		}
	}
}

// TestOfficesWithWhoseTheyAre are divided where the words behind the office are surely an organisation.
func TestOfficesWithWhoseTheyAre(t *testing.T) {
	t.Parallel()
	for _, c := range [][3]string{
		{"en", "director of the Harbour Union", "Ana Ruiz|director|Harbour Union"},
		{"en", "director, Harbour Union", "Ana Ruiz|director, Harbour Union"},
		{"en", "Harbour Union director", "Ana Ruiz|Harbour Union director"},
		{"en", "director Press Union", "Ana Ruiz|director Press Union"},
		{"en", "director of Lamps", "Ana Ruiz|director of Lamps"},
		{"en", "director of the Harbour Union 2", "Ana Ruiz|director of the Harbour Union 2"},
		{"de", "Sprecher Verein Oever", "Ana Ruiz|Sprecher|Verein Oever"},
		{"de", "Sprecher verein Oever", "Ana Ruiz|Sprecher verein Oever"},
		{"de", "Sprecher Verein oever", "Ana Ruiz|Sprecher Verein oever"},
		{"de", "Sprecher Lampe Oever", "Ana Ruiz|Sprecher Lampe Oever"},
		{"de", "Lampen Verein Oever", "Ana Ruiz|Lampen Verein Oever"},
		{"de", "Sprecher Authority Oever", "Ana Ruiz|Sprecher Authority Oever"},
		{"de", "Sprecher Firma Oever", "Ana Ruiz|Sprecher|Firma Oever"},
		{"de", "Sprecher Stadt Oever", "Ana Ruiz|Sprecher|Stadt Oever"},
		{"de", "Sprecher Verein", "Ana Ruiz|Sprecher Verein"},
		{"en", "Sprecher Verein Oever", "Ana Ruiz|Sprecher Verein Oever"},
	} {
		if got := gathers(c[0], prose.Contact{Name: "Ana Ruiz", Role: c[1]}, (*gathering).ofWhom); got != c[2] {
			t.Errorf("%s: %q, want %q", c[1], got, c[2])
		}
	}
	for _, c := range []prose.Contact{
		{Role: "director of the Harbour Union"}, {Name: "Ana Ruiz", Role: "director of the Harbour Union", Org: "Quay"},
	} {
		if got := gathers("en", c, (*gathering).ofWhom); got != asWritten(c) {
			t.Errorf("%s: %s", asWritten(c), got)
		}
	}
}

// TestPeopleBelowTheirOrganisation come first, whether it or its desk stands above them.
func TestPeopleBelowTheirOrganisation(t *testing.T) {
	t.Parallel()
	for _, c := range [][2]string{
		{"Harbour Union||Ana Ruiz", "Ana Ruiz||Harbour Union"},
		{"RLT||Ana Ruiz", "Ana Ruiz||RLT"},
		{"Stadtwerke Marlow||Ana Ruiz", "Ana Ruiz||Stadtwerke Marlow"},
		{"Marlow||Ana Ruiz", "Marlow||Ana Ruiz"},
		{"Press Office|Ana Ruiz|", "Ana Ruiz|Press Office"},
		{"Pressestelle|Ana Ruiz|", "Ana Ruiz|Pressestelle"},
		{"Marlow|Ana Ruiz|", "Marlow|Ana Ruiz"},
		{"Harbour Union|Ana Ruiz|Press Office", "Ana Ruiz|Press Office|Harbour Union"},
		{"Marlow|Ana Ruiz|Press Office", "Marlow|Ana Ruiz|Press Office"},
		{"Harbour Union|Ana Ruiz|Lamps", "Harbour Union|Ana Ruiz|Lamps"},
		{"Ana Ruiz|Präsident FC Marlow|", "Ana Ruiz|Präsident|FC Marlow"},
		{"Ana Ruiz|Präsident FC Marlow|Quay", "Ana Ruiz|Präsident FC Marlow|Quay"},
		{"Ana Ruiz|Lampen FC Marlow|", "Ana Ruiz|Lampen FC Marlow"},
		{"Ana Ruiz|Direktor Alte Lampen GmbH|", "Ana Ruiz|Direktor|Alte Lampen GmbH"},
		{"Ana Ruiz||Ufficio stampa", "Ana Ruiz|Ufficio stampa"},
		{"Ana Ruiz|Direktor|Ufficio stampa", "Ana Ruiz|Direktor|Ufficio stampa"},
		{"Harbour Union||ANA RUIZ", "Harbour Union||ANA RUIZ"},
		{"Harbour Union||Ana Ruiz Lamp Old", "Harbour Union||Ana Ruiz Lamp Old"},
	} {
		part := strings.Split(c[0], "|")
		if got := gathers("de", prose.Contact{Name: part[0], Role: part[1], Org: part[2]}, (*gathering).personBelow); got != c[1] {
			t.Errorf("%s: %q, want %q", c[0], got, c[1])
		}
	}
	for s, want := range map[string]bool{
		"Harbour Union": true, "Stadtwerke Marlow": true, "Marlow": false, "Präsidium Marlow": true, "Krankenhaus": true,
	} {
		if got := drafted("de").surelyBody(s); got != want {
			t.Errorf("%s is a body: %t", s, got)
		}
	}
	for s, want := range map[string]bool{
		"Press Office": true, "Press & Media": true, "Media and Relations": true, "Human": true, "Human Relations": true,
		"Lamp Relations": false, "Prensa": true,
		"&": false, "Pressestelle": true, "Press Lamps": false, "": false,
	} {
		if got := pressDesk(s); got != want {
			t.Errorf("%s is a desk: %t", s, got)
		}
	}
	for s, want := range map[string]bool{
		"Ana Ruiz – 555-010-0142": true, "Ana Ruiz – lamps": false, "Lamps – 555-010-0142": false, "Ana Ruiz – 555-010-0142\nLamps": false,
		"Ana Ruiz – 555-010-0142 " + strings.Repeat("a ", 11): true, "Ana Ruiz – 555-010-0142 " + strings.Repeat("a ", 12): false,
	} {
		if got := drafted("en").rowOf(s); got != want {
			t.Errorf("%q is a row: %t", s, got)
		}
	}
	for _, c := range []struct {
		mail, name string
		want       bool
	}{
		{
			"ana@h.example",
			"Ana Ruiz",
			true,
		}, {
			"lind@h.example",
			"Bo Lind",
			true,
		}, {
			"bo@h.example",
			"Bo Lind",
			false,
		}, {
			"h@ana.example",
			"Ana Ruiz",
			false,
		},
	} {
		if got := hasNameOf(c.mail, c.name); got != c.want {
			t.Errorf("%s has %s: %t", c.mail, c.name, got)
		}
	}
}
