package importer

import (
	"slices"
	"testing"

	"golang.org/x/net/html"

	"pressroom/internal/importer/prose"
)

// TestLinesThatBeginAField tells those that go on from nothing.
func TestLinesThatBeginAField(t *testing.T) {
	t.Parallel()
	for line, want := range map[string]bool{
		"Data: lamps": true, "Data lamps": false, "Lamps: burn": false, "Issued by River Alliance": true, "Herausgegeben von Ana Ruiz": true,
		"WHO: the lamps": true, "ENDS": true, "The lamps burn": false,
	} {
		if got := startsField(line); got != want {
			t.Errorf("%s: %t", line, got)
		}
	}
}

// TestContactsAsTheyAreGathered puts what was found of a contact where it belongs.
func TestContactsAsTheyAreGathered(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		name, tag string
		c         prose.Contact
		extra     []string
		want      []prose.Contact
	}{
		{"nothing", "en", prose.Contact{}, nil, nil},
		{"further words alone", "en", prose.Contact{}, []string{"night desk"}, []prose.Contact{{Role: "night desk"}}},
		{"further words", "en", prose.Contact{Name: "Ana Ruiz"}, []string{"at night", "at sea"}, []prose.Contact{{Name: "Ana Ruiz", Role: "at night, at sea"}}},
		{
			"an office and further words", "en",
			prose.Contact{Name: "Ana Ruiz", Role: "pilot"},
			[]string{"at night"},
			[]prose.Contact{{Name: "Ana Ruiz", Role: "pilot, at night"}},
		},
		{"an office alone", "en", prose.Contact{Name: "Ana Ruiz", Role: "pilot,"}, nil, []prose.Contact{{Name: "Ana Ruiz", Role: "pilot,"}}},
		{"an article", "en", prose.Contact{Name: "the Harbor Bells"}, nil, []prose.Contact{{Name: "Harbor Bells"}}},
		{"no article", "en", prose.Contact{Name: "Harbor Bells"}, nil, []prose.Contact{{Name: "Harbor Bells"}}},
		{"a press office", "en", prose.Contact{Name: "the council's press office", Phone: "1"}, nil, []prose.Contact{{Phone: "1"}}},
		{"a press office in capitals", "en", prose.Contact{Name: "the council's Press office", Phone: "1"}, nil, []prose.Contact{{Phone: "1"}}},
		{"a press", "en", prose.Contact{Name: "the council's press", Phone: "1"}, nil, []prose.Contact{{Phone: "1"}}},
		{"another office", "en", prose.Contact{Name: "the council's lamp office", Phone: "1"}, nil, []prose.Contact{{Name: "the council's lamp office", Phone: "1"}}},
		{"a press without an article", "en", prose.Contact{Name: "night press", Phone: "1"}, nil, []prose.Contact{{Name: "night press", Phone: "1"}}},
		{
			"an address that tells who is who", "en",
			prose.Contact{Name: "Tidewell", Org: "Ana Ruiz", Email: "ana.ruiz@tidewell.example"},
			nil,
			[]prose.Contact{{Name: "Ana Ruiz", Org: "Tidewell", Email: "ana.ruiz@tidewell.example"}},
		},
		{"somebody below a body", "en", prose.Contact{Name: "RVA", Org: "Ana Ruiz"}, nil, []prose.Contact{{Name: "Ana Ruiz", Org: "RVA"}}},
		{
			"an office and whose", "nl",
			prose.Contact{Name: "Jan Wit", Role: "woordvoerder Stichting Oever"},
			nil,
			[]prose.Contact{{Name: "Jan Wit", Role: "woordvoerder", Org: "Stichting Oever"}},
		},
		{"for whom", "en", prose.Contact{Name: "Ana Ruiz for Ropewalk"}, nil, []prose.Contact{{Name: "Ana Ruiz", Org: "Ropewalk"}}},
		{"for whom, with an article", "en", prose.Contact{Name: "Ana Ruiz for the Ropewalk"}, nil, []prose.Contact{{Name: "Ana Ruiz", Org: "Ropewalk"}}},
		{
			"for whom, with an organisation", "en",
			prose.Contact{Name: "Ana Ruiz for Ropewalk", Org: "Tidewell"},
			nil,
			[]prose.Contact{{Name: "Ana Ruiz", Role: "for Ropewalk", Org: "Tidewell"}},
		},
		{
			"for whom, with an office", "en",
			prose.Contact{Name: "Ana Ruiz for Ropewalk", Role: "pilot"},
			nil,
			[]prose.Contact{{Name: "Ana Ruiz for Ropewalk", Role: "pilot"}},
		},
		{"lamps for somebody", "en", prose.Contact{Name: "Old lamps for Ropewalk"}, nil, []prose.Contact{{Name: "Old lamps for Ropewalk"}}},
		{"a director for somebody", "en", prose.Contact{Name: "Night Director for Ropewalk"}, nil, []prose.Contact{{Name: "Night Director for Ropewalk"}}},
		{
			"an organisation before its office", "en",
			prose.Contact{Name: "Ana Ruiz", Role: "Ropewalk Press Officer", Org: "Ropewalk"},
			nil,
			[]prose.Contact{{Name: "Ana Ruiz", Role: "Press Officer", Org: "Ropewalk"}},
		},
		{
			"an organisation before other words", "en",
			prose.Contact{Name: "Ana Ruiz", Role: "Ropewalk lamps", Org: "Ropewalk"},
			nil,
			[]prose.Contact{{Name: "Ana Ruiz", Role: "Ropewalk lamps", Org: "Ropewalk"}},
		},
		{"a blank before an office", "en", prose.Contact{Name: "Ana Ruiz", Role: " director"}, nil, []prose.Contact{{Name: "Ana Ruiz", Role: " director"}}},
	} {
		g := &gathering{d: drafted(c.tag), c: c.c, extra: c.extra}
		g.flush()
		if !slices.Equal(g.done, c.want) {
			t.Errorf("%s: %+v, want %+v", c.name, g.done, c.want)
		}
		if g.c != (prose.Contact{}) || g.extra != nil {
			t.Errorf("%s: %+v and %q are left", c.name, g.c, g.extra)
		}
	}
	for _, name := range []string{"", "Ana Ruiz"} {
		g := &gathering{d: drafted("en"), c: prose.Contact{Name: name}, paper: []string{"Mill Lane"}, nets: []string{"@ana"}}
		g.flush()
		want := []string{
			"a contact has no place for an address on paper, and it is left out: Mill Lane",
			"a contact has no place for what somebody is called in a network, and it is left out: @ana",
		}
		if name == "" {
			want = want[1:] // what is on paper is of whoever follows
		}
		if !slices.Equal(g.d.Unsure, want) || g.nets != nil {
			t.Errorf("%q: %q", name, g.d.Unsure)
		}
	}
}

// TestFiguresOfNoAddress reads an address only where an element has all of one in figures.
func TestFiguresOfNoAddress(t *testing.T) {
	t.Parallel()
	for figures, want := range map[string]string{
		"": "", "2a": "", "2a4b": "", "2": "", "xx": "", inFigures("ana@tidewell.example"): "ana@tidewell.example",
		inFigures("ana@tidewell.example?subject=x"): "ana@tidewell.example", inFigures("to ana@tidewell.example"): "",
	} {
		n := &html.Node{Type: html.ElementNode, Attr: []html.Attribute{{Key: "data-cfemail", Val: figures}}}
		if got := shielded(n); got != want {
			t.Errorf("%s: %q, want %q", figures, got, want)
		}
	}
}
