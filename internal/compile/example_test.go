package compile_test

import (
	"fmt"
	"strings"

	"pressroom/internal/compile"
	"pressroom/internal/release"
	"pressroom/templates"
)

// One release becomes each of its artefacts, in a phase and a language.
func ExampleInput_One() {
	src := "+++\nheadline = \"Night ferry\"\nembargo = 2027-03-02T17:00:00Z\ntimezone = \"UTC\"\n[[contact]]\nname = \"Lia Storm\"\nphone = \"+1 555 0107\"\n+++\nIt crosses at midnight.\n"
	r, diags := release.Read("night-ferry", []release.Source{{Name: "night-ferry.md", Data: []byte(src)}}, release.Settings{})
	if r == nil {
		fmt.Println(diags)
		return
	}
	in := &compile.Input{Release: r, Templates: templates.Defaults(nil)}
	for _, f := range compile.AllFormats {
		data, err := in.One(f, release.Variant{Phase: release.PhaseAdvance, Language: "en"})
		if err != nil {
			fmt.Println(err)
			return
		}
		if f == compile.Text {
			fmt.Print(string(data))
			continue
		}
		fmt.Println(f, strings.HasPrefix(string(data), map[compile.Format]string{
			compile.PDF: "%PDF-", compile.Web: "<!DOCTYPE html>", compile.Email: "<!DOCTYPE html", compile.DOCX: "PK", compile.Card: "\x89PNG",
		}[f]))
	}
	// Output:
	// pdf true
	// email true
	// web true
	// EMBARGOED UNTIL Tuesday, March 2, 2027, 5:00 p.m. UTC
	//
	// Contact:
	// Lia Storm, +1 555 0107
	//
	// Night ferry
	// ===========
	//
	// It crosses at midnight.
	//
	// ###
	// docx true
	// card true
}
