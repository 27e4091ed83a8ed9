package importer

import (
	"fmt"
	"strings"
	"testing"
)

// A page whose title says what kind of text it is has its headline where one stands out above the copy.
func TestTheHeadlineStandsOutBelowATitleThatIsAKindOfText(t *testing.T) {
	t.Parallel()
	const (
		title  = "Regional Harbour Lighting Award Press Release"
		loud   = "HARWELL MILL WINS THE HARBOUR AWARD\n\n"
		copied = "MARLOW, 3 December 2026 – Students praised the port on Thursday. It was a good day.\n"
	)
	for name, c := range map[string]struct{ title, subhead, above, want, under string }{
		"in capitals":                   {title, "", "FOR IMMEDIATE RELEASE\n\n" + loud, "HARWELL MILL WINS THE HARBOUR AWARD", ""},
		"in bold":                       {title, "", "**Harwell Mill wins the harbour award**\n\n", "Harwell Mill wins the harbour award", ""},
		"a heading":                     {title, "", "## Harwell Mill wins the harbour award\n\n", "Harwell Mill wins the harbour award", ""},
		"a media statement":             {"Regional Harbour Lighting Award media statement", "", loud, "HARWELL MILL WINS THE HARBOUR AWARD", ""},
		"a news release":                {"Regional Harbour Lighting Award News Release", "", loud, "HARWELL MILL WINS THE HARBOUR AWARD", ""},
		"with a subhead":                {title, "", loud + "Its lamps burn less\n\n", "HARWELL MILL WINS THE HARBOUR AWARD", "Its lamps burn less"},
		"above an item of a list":       {title, "", loud + "- Its lamps burn less\n\n", "HARWELL MILL WINS THE HARBOUR AWARD", ""},
		"above what leads to words":     {title, "", loud + "Nora Fell said:\n\n“We are glad of it.”\n\n", "HARWELL MILL WINS THE HARBOUR AWARD", ""},
		"whose kind it is, in no bold":  {"Harwell Mill Press Release", "", "Harwell Mill wins the harbour award\n\n", "Harwell Mill wins the harbour award", ""},
		"in neither":                    {title, "", "Harwell Mill wins the harbour award\n\n", title, ""},
		"in bold as far as its name":    {title, "", "**Harwell Mill** wins the harbour award\n\n", title, ""},
		"in italics":                    {title, "", "*Harwell Mill wins the harbour award*\n\n", title, ""},
		"in bold in two pieces":         {title, "", "**Harwell Mill** wins the **harbour award**\n\n", title, ""},
		"of few words":                  {title, "", "MILL WINS AN AWARD\n\n", title, ""},
		"a sentence":                    {title, "", "**Harwell Mill wins the harbour award.**\n\n", title, ""},
		"below a page with a subhead":   {title, "The lamps of the port", loud, title, "The lamps of the port"},
		"below a title of another kind": {"Regional Harbour Lighting Award", "", loud, "Regional Harbour Lighting Award", ""},
		"below a title of a film":       {"Regional Harbour Lighting Film Release", "", loud, "Regional Harbour Lighting Film Release", ""},
		"below a title that goes on":    {"Regional Harbour Press Release Award", "", loud, "Regional Harbour Press Release Award", ""},
		"a title in small letters":      {"the harbour's last press release", "", loud, "the harbour's last press release", ""},
		"a title with nothing below":    {title, "", "", title, ""},
	} {
		r, err := ImportItem(Item{Name: name, Headline: c.title, Subhead: c.subhead, Language: "en", Form: Markdown, Body: c.above + copied},
			Options{Today: today, Email: "press@office.example"}, nil)
		if err != nil {
			t.Fatal(err)
		}
		got := string(r.Markdown)
		if want := fmt.Sprintf("headline = %q\n", c.want); !strings.Contains(got, want) {
			t.Errorf("%s: want %s in\n%s", name, want, got)
		}
		if want := fmt.Sprintf("subhead = %q\n", c.under); strings.Contains(got, want) != (c.under != "") || c.under == "" && strings.Contains(got, "subhead") {
			t.Errorf("%s: want %s in\n%s", name, want, got)
		}
		if c.want != c.title && !strings.Contains(got, c.title) {
			t.Errorf("%s: the title is not told in\n%s", name, got)
		}
	}
}
