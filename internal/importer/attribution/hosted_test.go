package attribution

import (
	"slices"
	"testing"

	"pressroom/internal/importer/prose"
)

// Whose release it is, by a name at the beginning that the address of a contact, of a boilerplate, or the
// page has too.
func TestWhoseAddressANameAtTheBeginningHas(t *testing.T) {
	t.Parallel()
	const mill = "dana@sugarmill.example"
	cases := []struct{ name, headline, first, mail, about, page, want string }{
		{"headline and copy", "Sugar Mill opens a wing", "Sugar Mill opens its wing today.", mill, "", "", "Sugar Mill"},
		{"the headline alone", "Sugar Mill opens a wing", "The wing of Sugar Mill was shut.", mill, "", "", "Sugar Mill"},
		{"the headline, and the copy ends with it", "Sugar Mill opens a wing", "There is a wing at Sugar Mill", mill, "", "", "Sugar Mill"},
		{"the headline, and the copy has it before a sign", "Sugar Mill Opens a Wing", "There is a wing at Sugar Mill, now.", mill, "", "", "Sugar Mill"},
		{"the headline, and the copy begins with it", "Sugar Mill Opens a Wing", "Sugar Mill, a mill, has a wing.", mill, "", "", "Sugar Mill"},
		{"the headline, and the copy has a longer name alone", "Sugar Mill Ropes Are Sold", "There are Sugar Mill Ropes to buy.", mill, "", "", ""},
		{"the headline, and the copy has it within a word", "Sugar Mill Ropes Are Sold", "There are BigSugar Mill ropes to buy.", mill, "", "", ""},
		{"the headline, of which the copy has nothing", "Sugar Mill opens a wing", "The wing was shut.", mill, "", "", ""},
		{"the copy alone", "A wing opens", "Sugar Mill opens its wing today.", mill, "", "", "Sugar Mill"},
		{"the copy, with more of the name", "A wing opens", "Sugar Mill Museum opens its wing today.", mill, "", "", "Sugar Mill Museum"},
		{"the copy, with more than the headline", "Sugar Mill opens a wing", "Sugar Mill Museum opens a wing. Sugar Mill is old.", mill, "", "", "Sugar Mill Museum"},
		{"behind an article", "A wing opens", "The Sugar Mill opens its wing today.", mill, "", "", "Sugar Mill"},
		{"whose something is", "A wing opens", "The Sugar Mill’s wing opens today.", mill, "", "", "Sugar Mill"},
		{"in marks", "A wing opens", "“Sugar Mill” opens its wing today.", mill, "", "", "Sugar Mill"},
		{"in other marks", "A wing opens", "„Sugar Mill“ opens its wing today.", mill, "", "", "Sugar Mill"},
		{"in straight marks", "A wing opens", "\"Sugar Mill\" opens its wing today.", mill, "", "", "Sugar Mill"},
		{"in French marks", "A wing opens", "«Sugar opens its wing today.", "dana@sugar.example", "", "", "«Sugar"},
		{"with a sign of trade", "A wing opens", "Sugar Mill® opens its wing today.", mill, "", "", "Sugar Mill"},
		{"with another", "A wing opens", "Sugar Mill™ opens its wing today.", mill, "", "", "Sugar Mill"},
		{"with what it is", "A wing opens", "Sugar Mill, a mill, opens its wing today.", mill, "", "", "Sugar Mill"},
		{"with a colon", "A wing opens", "Sugar Mill: a wing opens today.", mill, "", "", "Sugar Mill"},
		{"with brackets", "A wing opens", "Quill (Sugar) opens its wing today.", "dana@quill.example", "", "", "Quill"},
		{"in small letters", "A wing opens", "sugar mill opens its wing today.", mill, "", "", ""},
		{"two names with a comma", "A wing opens", "Sugar, Mill opens its wing today.", mill, "", "", ""},
		{"two names with a colon", "A wing opens", "Sugar: Mill opens its wing today.", mill, "", "", ""},
		{"within the copy", "A wing opens", "At last Sugar Mill opens its wing.", mill, "", "", ""},
		{"of another host", "A wing opens", "Sugar Mill opens its wing today.", "dana@quill.example", "", "", ""},
		{"of a host with more letters", "A wing opens", "Sugar Mill opens its wing today.", "dana@sugarmills.example", "", "", ""},
		{"of a part of a host", "A wing opens", "Sugar Mill opens its wing today.", "dana@mail.sugarmill.example", "", "", "Sugar Mill"},
		{"of a host with lines and capitals", "A wing opens", "Sugar Mill opens its wing today.", "dana@Sugar-Mill.example", "", "", "Sugar Mill"},
		{"of the end of a host", "A wing opens", "Example opens its wing today.", mill, "", "", ""},
		{"of a whole host", "A wing opens", "Sugarmill.example opens its wing today.", mill, "", "", "Sugarmill.example"},
		{"of four letters", "A wing opens", "QMTS opens its wing today.", "dana@qmts.example", "", "", "QMTS"},
		{"of three letters", "A wing opens", "QMT opens its wing today.", "dana@qmt.example", "", "", ""},
		{"of where anybody has an address", "A wing opens", "Orange opens its wing today.", "dana@orange.example", "", "", ""},
		{"an address in a boilerplate", "A wing opens", "Sugar Mill opens its wing today.", "", "More: www.sugarmill.example", "", "Sugar Mill"},
		{"another in a boilerplate", "A wing opens", "Sugar Mill opens its wing today.", "", "More: https://sugarmill.example/ropes", "", "Sugar Mill"},
		{"a host without a sign of it in a boilerplate", "A wing opens", "Sugar Mill opens its wing today.", "", "See sugarmill.example", "", ""},
		{"an address in the copy", "A wing opens", "Sugar Mill opens its wing today: www.sugarmill.example", "", "", "", ""},
		{"whose page it is", "A wing opens", "Sugar Labs opens its wing today.", "", "", "Sugar Labs", "Sugar Labs"},
		{"whose page it is, somebody", "A wing opens", "Bill opens its wing today.", "", "", "Bill", ""},
		{"a place", "A wing opens", "Marlow opens its wing. There is none in Marlow, yet.", "dana@marlow.example", "", "", ""},
		{"an organisation that something is in", "A wing opens", "Sugar Labs opens its wing. There is none in Sugar Labs, yet.", "dana@sugarlabs.example", "", "", "Sugar Labs"},
		{"a noun of the copy", "A wing opens", "Students open a wing. Many students, it seems, want it.", "dana@students.example", "", "", ""},
		{"a noun of the copy before a comma", "A wing opens", "Students open a wing for students, it seems.", "dana@students.example", "", "", ""},
		{"a noun that begins a paragraph", "A wing opens", "Sugar wings open, says Sugar.", "dana@sugar.example", "", "", "Sugar"},
		{"a noun", "A wing opens", "Company opens its wing today.", "dana@company.example", "", "", ""},
		{"an office", "A wing opens", "Director opens its wing today.", "dana@director.example", "", "", ""},
		{"somebody", "A wing opens", "Ana Ruiz opens a wing. It was Ruiz who built it.", "dana@anaruiz.example", "", "", ""},
		{"somebody with a comma", "A wing opens", "Ana Ruiz opens a wing. It was, says Ruiz, late.", "dana@anaruiz.example", "", "", ""},
		{"somebody whose something is", "A wing opens", "Ana Ruiz opens a wing. It is Ruiz’s wing.", "dana@anaruiz.example", "", "", ""},
		{"a company of which the copy has a word", "A wing opens", "Sugar Labs opens a wing. It is old in the Labs now.", "dana@sugarlabs.example", "", "", "Sugar Labs"},
		{"two", "Sugar Mill opens a wing", "Tidewell opens a wing at Sugar Mill today.", mill, "www.tidewell.example", "", ""},
	}
	for _, joint := range []string{
		"and River Alliance open", "& River Alliance open", "und River Alliance", "et River Alliance", "y River Alliance", "e River Alliance",
		"en River Alliance", "and eleven others", ", and River Alliance", ", Tidewell and River Alliance",
		", Tidewell, Quill and River Alliance",
	} {
		first := "Sugar Mill " + joint + " a wing today."
		if joint[0] == ',' {
			first = "Sugar Mill" + joint + " a wing today."
		}
		cases = append(cases, struct{ name, headline, first, mail, about, page, want string }{joint, "A wing opens", first, mill, "", "", ""})
		cases = append(cases, struct{ name, headline, first, mail, about, page, want string }{joint, first, "A wing of Sugar Mill opens.", mill, "", "", ""})
	}
	cases = append(cases, struct{ name, headline, first, mail, about, page, want string }{
		"two behind a comma, of which one is a noun", "A wing opens", "Sugar Mill, a mill and River Alliance, open.", mill, "", "", "Sugar Mill",
	})
	for _, c := range cases {
		d := drafted("en")
		d.Headline = prose.Para{Text: c.headline, Level: 1}
		d.Body = []prose.Para{{Text: "The wing", Level: 2}, {}, {Text: c.first}}
		d.Contacts = []prose.Contact{{Name: "Dana Whitlock", Email: c.mail}}
		d.Boilerplate, d.Whose = []prose.Para{{Text: c.about}}, []string{c.page}
		if got := d.hosted(); got != c.want {
			t.Errorf("%s: %q, want %q", c.name, got, c.want)
		}
	}
}

// The organisations of which boilerplates tell, as they are written under headings of many kinds.
func TestOfWhomBoilerplatesTell(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		lang string
		list []string
		want []string
	}{
		{"en", []string{"About Tidewell Tidewell: rope since May"}, []string{"Tidewell"}},
		{"en", []string{"About The Rope Guild The Rope Guild"}, []string{"Rope Guild"}},
		{"en", []string{"About Rope Guild\nRope makers since May"}, []string{"Rope Guild"}},
		{"en", []string{"About the Contributor"}, nil},
		{"en", []string{"About Lead Ropes"}, []string{"Lead Ropes"}},
		{"es", []string{"Acerca del Gremio de Sogas"}, []string{"Gremio de Sogas"}},
		{"es", []string{"Acerca de Sogas Marlow"}, []string{"Sogas Marlow"}},
		{"en", []string{"About us", "Tidewell is a company that makes rope."}, []string{"Tidewell"}},
		{"en", []string{"About us: Tidewell is a company that makes rope."}, []string{"Tidewell"}},
		{"en", []string{"About us: Tidewell is a company that makes rope.", "About us", "Tidewell is a company."}, []string{"Tidewell"}},
		{"en", []string{"About us"}, nil},
		{"en", []string{"About USB Ropes"}, []string{"USB Ropes"}},
		{"en", []string{"About us\nTidewell is a company that makes rope."}, []string{"Tidewell"}},
		{"en", []string{"About us", "Ropes are made here."}, nil},
		{"de", []string{"Über uns", "Die Reedsmill GmbH ist ein Hersteller von Seilen."}, []string{"Reedsmill GmbH"}},
		{"de", []string{"Über uns: Reedsmill ist ein Hersteller von Seilen."}, []string{"Reedsmill"}},
		{"de", []string{"Über uns: Reedsmill ist die Stiftung der Seiler."}, []string{"Reedsmill"}},
		{"de", []string{"Über uns: Ana Ruiz ist Leiterin der Stiftung."}, nil},
		{"de", []string{"Über uns: Reedsmill ist schön."}, nil},
		{"es", []string{"Quiénes somos", "La Reedsmill es una empresa de sogas."}, []string{"Reedsmill"}},
		{"es", []string{"Sobre nosotros", "Reedsmill es una empresa de sogas."}, []string{"Reedsmill"}},
		{"it", []string{"Chi siamo", "Reedsmill è una azienda di funi."}, []string{"Reedsmill"}},
	} {
		d := drafted(c.lang)
		for _, text := range c.list {
			d.Boilerplate = append(d.Boilerplate, prose.Para{Text: text})
		}
		if got := d.abouts(); !slices.Equal(got, c.want) {
			t.Errorf("%q: %q, want %q", c.list, got, c.want)
		}
	}
}
