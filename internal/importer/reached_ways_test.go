package importer

import (
	"fmt"
	"strings"
	"testing"

	"pressroom/internal/expect"
)

// Contacts that are asked for in more words, with a page, or with whom they answer for beside the name.
func TestContactsAreReachedInMoreWays(t *testing.T) {
	kept := heldBy(t)
	var b strings.Builder
	for _, asked := range []string{
		"For additional information, contact:\n\nAna Ruiz | Chief Executive Officer\nTidewell, Inc.\ntel (617) 555-0148 | ext 101\nana@tidewell.example\nwww.tidewell.example",
		"Contact:\nAna Ruiz\nana@tidewell.example\nwww.tidewell.example",
		"Contact:\nAna Ruiz\nTidewell\n617-555-0148\nwww.tidewell.example",
		"Contact:\nwww.tidewell.example\nAna Ruiz\nTidewell\nana@tidewell.example",
		"Contact:\nAna Ruiz for Tidewell\nHarbor Communications\n617-555-0144\nana@harborcom.example",
		"Contact:\nAna Ruiz for the Tidewell Trust\n617-555-0144",
		"Contact:\nAna Ruiz for now\n617-555-0144",
		"For more information about Tidewell, please call Ana Ruiz at 617-555-0148 or email Ana at ana@tidewell.example.",
		"Contact: Ana Ruiz at 617-555-0148 or email her at ana@tidewell.example",
		"Contact: Ana Ruiz at ana@tidewell.example or call 617-555-0148",
		"Contact: Ana Ruiz at ana@tidewell.example, or phone on 617-555-0148",
		"Contact: Ana Ruiz at ana@tidewell.example and write to her at tides@tidewell.example",
	} {
		src := "FOR IMMEDIATE RELEASE: June 9, 2026\n\nTidewell joins the harbor\n\nMARLOW, Mass. — Tidewell and the harbor work together from today on.\n\n" + asked + "\n"
		fmt.Fprintf(&b, "=== %s\n", asked)
		for _, line := range linesWith(kept.imported(t, "a.txt", src), "name =", "role =", "org =", "phone =", "email =", "# Please look") {
			b.WriteString(line + "\n")
		}
	}
	expect.File(t, "reached_ways.golden.txt", b.String())
}
