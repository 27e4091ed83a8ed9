package importer

import (
	"strings"
	"testing"
)

func TestOfficesInARowBeforeAName(t *testing.T) {
	const words = "The bank grows on\n\n“The heart of our work is who does it with us,” said "
	for _, c := range []struct{ text, title, org string }{
		{"Chairman, President & CEO Ana Ruiz.", "Chairman, President & CEO", "?"},
		{"Chairman, President and CEO Ana Ruiz.", "Chairman, President and CEO", "?"},
		{"the Chairman-Elect, President & Chief Executive Officer Ana Ruiz.", "Chairman-Elect, President & Chief Executive Officer", "?"},
		{"Chairman, President, and CEO Ana B. Ruiz.", "Chairman, President, and CEO", "?"},
		{"Founder, Chairman, President & CEO Ana Ruiz.", "Founder, Chairman, President & CEO", "?"},
		{"President-elect, Chairman & CEO Ana Ruiz.", "President-elect, Chairman & CEO", "?"},
		{"Deputy Prime Minister, Chair and Treasurer Ana Ruiz.", "Deputy Prime Minister, Chair and Treasurer", "?"},
		{"Marlow’s Deputy Mayor and Director Ana Ruiz.", "Deputy Mayor and Director", "Marlow"},
		{"Marlow's Deputy Prime Minister and Minister for Ports Ana Ruiz.", "Deputy Prime Minister and Minister for Ports", "Marlow"},
		{"Ana Ruiz, Ropeway’s creator and director of the Rowing Trust.", "creator and director", "Rowing Trust"},
		{"Ana Ruiz, Ropeway’s author and director of the Rowing Trust.", "author and director", "Rowing Trust"},
		{"Ana Ruiz, Ropeway’s inventor and director of the Rowing Trust.", "inventor and director", "Rowing Trust"},
		{"Ana Ruiz, Ropeway’s designer and director of the Rowing Trust.", "designer and director", "Rowing Trust"},
		{"Ana Ruiz, Ropeway’s maker and director of the Rowing Trust.", "maker and director", "Rowing Trust"},
		{"Ana Ruiz, Texans for Good Government.", "", "Texans for Good Government"},
		{"Ana Ruiz, Plans for Good Government.", "Plans", "Good Government"},
	} {
		if q, ok := onlyQuote(t, words+c.text+"\n"); ok && (q.Title != c.title || q.Org != c.org || !strings.HasSuffix(q.Speaker, " Ruiz")) {
			t.Errorf("%s\n got %q | %q | %q", c.text, q.Speaker, q.Title, q.Org)
		}
	}
	d := draftIn("en", "The bank grows on.")
	for _, phrase := range []string{
		"Marlow, President & CEO Ana Ruiz",           // a town
		"Chairman, President & CEO River Foundation", // nobody
		"President & CEO Ana Ruiz",                   // no row
	} {
		if who, ok := d.OfficesRow(phrase); ok {
			t.Errorf("%s: %+v", phrase, who)
		}
	}
}

// A short sentence of who says what is no line below the headline.
func TestAShortQuoteBelowTheHeadline(t *testing.T) {
	for line, below := range map[string]bool{
		"“The heart of our work is our people,” said Ana Ruiz.":          false,
		"\"The heart of our work is our people!\" said Ana Ruiz.":        false,
		"“The heart of our work is our people”, said Ana Ruiz.":          false,
		"„Das Herz der Arbeit sind die Leute“, sagte Ana Ruiz.":          false,
		"«Le cœur de notre travail, ce sont les gens», a dit Ana Ruiz.":  false,
		"“Is it late?” asked Ana Ruiz.":                                  false,
		"“Is it ten?” asked Ana Ruiz.":                                   true,
		"“Ports for all” is what the Rowing Trust asks for":              true,
		"“Ports for all” is what the Rowing Trust asks for.":             true,
		"“The heart of our work is our people,” said Ana Ruiz":           true,
		"“Ours,” said Ana Ruiz.":                                         true,
		"Who says “the heart of our work is our people,” asks for more.": true,
	} {
		r, err := Import("x.txt", []byte("The harbour is open for everybody again\n\n"+line+"\n\nIt goes on here, for all who row in the harbour or swim in it.\n"),
			Options{Today: today})
		if err != nil {
			t.Fatal(err)
		}
		if got := strings.Contains(string(r.Markdown), "\nsubhead = "); got != below {
			t.Errorf("%s: %v\n%s", line, got, r.Markdown)
		}
	}
}
