package attribution

import (
	"testing"

	"pressroom/internal/language"
)

// Which phrases are of a minister, of some who speak together, or of a branch, and which are not.
func TestPhrasesOfOffices(t *testing.T) {
	d := &Copy{Cat: language.Of("en"), Lang: "en"}
	for _, c := range []struct{ phrase, name, title string }{
		{"Minister for Ports, Ana Ruiz", "Ana Ruiz", "Minister for Ports"},
		{"the Acting Minister for Ports, the Hon. Ana Ruiz MP", "Ana Ruiz", "Acting Minister for Ports"},
		{"Parliamentary Secretary to the Treasurer, Ana Ruiz", "Ana Ruiz", "Parliamentary Secretary to the Treasurer"},
		{"Minister for Ports, Science, Ana Ruiz", "Ana Ruiz", "Minister for Ports, Science"},
		{"Minister for Ports, Island Affairs and Trade", "", ""},
		{"Minister Ana Ruiz", "", ""},
		{"Ana Ruiz, Minister for Ports", "", ""},
	} {
		who, ok := d.ministerNamed(c.phrase)
		if ok != (c.name != "") || who.Name != c.name || who.Title != c.title {
			t.Errorf("%s: %q, %q, %v", c.phrase, who.Name, who.Title, ok)
		}
	}
	for phrase, title := range map[string]string{
		"residents": "residents", "The organisers": "organisers", "many local residents": "many local residents", "one of the skippers": "one of the skippers",
		"some of our older members": "some of our older members", "the pump": "", "one of the port": "", "Ana Ruiz": "", "residents and others": "",
	} {
		if who := d.oneOrAll(phrase); who.Title != title || who.Ok != (title != "") {
			t.Errorf("%s: %q, %v", phrase, who.Title, who.Ok)
		}
	}
	for s, want := range map[string]string{
		"secretary of the Marlow branch of the Dockers Union": "secretary | Dockers Union",
		"chair of our Quay Chapter of MDU":                    "chair | MDU",
		"secretary of the Dockers Union":                      " | ",
		"friend of the Marlow branch of the Dockers Union":    " | ",
		"secretary of the Marlow branch of the port":          " | ",
	} {
		title, org, ok := d.ofBranch(s)
		if !ok {
			title, org = "", ""
		}
		if title+" | "+org != want {
			t.Errorf("%s: %s | %s", s, title, org)
		}
	}
}
