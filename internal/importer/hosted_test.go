package importer

import (
	"strings"
	"testing"
)

const millOpens = "---\ntitle: Sugar Labs opens a wing in the spring\n%s---\n\nThe wing of Sugar Labs was shut for nine years, and the roof was new in May.\n\n" +
	"“The tolls are too high for small boats,” said Ana Ruiz, Director of Temporary Exhibitions.\n"

// Who issues a release, where its source says so beside the words, or its end in another language.
var hosted = []saidCase{
	{"the author in front matter", strings.Replace(millOpens, "%s", "author: \"Sugar Labs\"\n", 1), "Ana Ruiz | Director of Temporary Exhibitions | Sugar Labs"},
	{"the author in other front matter", strings.NewReplacer("---\n", "+++\n", "title: ", "title = ", "in the spring", "in spring", "%s", "Author = 'Sugar Labs'\n").Replace(millOpens), "Ana Ruiz | Director of Temporary Exhibitions | Sugar Labs"},
	{"an author who is somebody", strings.Replace(millOpens, "%s", "author: Bill\n", 1), "Ana Ruiz | Director of Temporary Exhibitions | ?"},
	{"another field in front matter", strings.Replace(millOpens, "%s", "series: Sugar Labs\n", 1), "Ana Ruiz | Director of Temporary Exhibitions | ?"},
	{"an author within a field", strings.Replace(millOpens, "%s", "series: author: Sugar Labs\n", 1), "Ana Ruiz | Director of Temporary Exhibitions | ?"},
	{"a contact's address", "Sugar Mill opens a wing in the spring\n\nMARLOW, March 3, 2026 – The wing of Sugar Mill was shut for nine years, and the roof was new in May.\n\n“The tolls are too high for small boats,” said Ana Ruiz, managing director.\n\nContact: Dana Whitlock, dana@sugarmill.example, 555-010-0142\n", "Ana Ruiz | managing director | Sugar Mill"},
	{"a contact's address of another house", "Sugar Mill opens a wing in the spring\n\nMARLOW, March 3, 2026 – The wing of Sugar Mill was shut for nine years, and the roof was new in May.\n\n“The tolls are too high for small boats,” said Ana Ruiz, managing director.\n\nContact: Dana Whitlock, dana@quill.example, 555-010-0142\n", "Ana Ruiz | managing director | ?"},
	{"a contact's address, and an office in public", "Sugar Mill opens a wing in the spring\n\nMARLOW, March 3, 2026 – The wing of Sugar Mill was shut for nine years, and the roof was new in May.\n\n“The tolls are too high for small boats,” said Mayor Ana Ruiz.\n\nContact: Dana Whitlock, dana@sugarmill.example, 555-010-0142\n", "Ana Ruiz | Mayor | ?"},
	{"a contact's address, and a customer", "Sugar Mill opens a wing in the spring\n\nMARLOW, March 3, 2026 – The wing of Sugar Mill was shut for nine years, and the roof was new in May.\n\n“The tolls are too high for small boats,” said Ana Ruiz, a customer.\n\nContact: Dana Whitlock, dana@sugarmill.example, 555-010-0142\n", "Ana Ruiz | customer | ?"},
	{"a contact's address, and a partner before", "Sugar Mill opens a wing in the spring\n\nMARLOW, March 3, 2026 – The wing of Sugar Mill was shut for nine years, and the roof was new in May.\n\nRiver Alliance helped. “The tolls are too high for small boats,” said Ana Ruiz, harbor manager.\n\nContact: Dana Whitlock, dana@sugarmill.example, 555-010-0142\n", "Ana Ruiz | harbor manager | ?"},
	{"one of two boilerplates, by its address", "Sugar Mill opens a wing in the spring\n\nMARLOW, March 3, 2026 – The wing of Sugar Mill was shut for nine years, and the roof was new in May.\n\n“The tolls are too high for small boats,” said Ana Ruiz, managing director.\n\nAbout Sugar Mill\n\nThe mill is old. See www.sugarmill.example.\n\nAbout Tidewell\n\nTidewell is an investor. See www.tidewell.example.\n", "Ana Ruiz | managing director | Sugar Mill"},
	{"two boilerplates, and the address of a third", "Sugar Mill opens a wing in the spring\n\nMARLOW, March 3, 2026 – The wing of Sugar Mill was shut for nine years, and the roof was new in May.\n\n“The tolls are too high for small boats,” said Ana Ruiz, managing director.\n\nAbout Quayside\n\nThe quay is old. See www.sugarmill.example.\n\nAbout Tidewell\n\nTidewell is an investor. See www.tidewell.example.\n", "Ana Ruiz | managing director | ?"},
	{"a place before a dash", "Harbors tell a story of their own\n\nMarlow, MD – Harbor Camp’s 2026 Scorecard, released today, tells voters the story of their harbors and of those who keep them.\n\n“The tolls are too high for small boats,” said Ana Ruiz, managing director.", "Ana Ruiz | managing director | ?"},
	{"the board of it", tabled + "“The roof was new in May. Our Board is glad,” said Ana Ruiz.\n\nIn May our Board of Directors met.\n\n“The tolls are too high for small boats,” said Owen Farrell, Chairman of the Board of Directors.\n\nAbout Quill Partners\n\nQuill Partners sells rope.", "Ana Ruiz |  | ?;Owen Farrell | Chairman of the Board of Directors | Quill Partners"},
	{"what it is, at the end, in German", "Seile werden teurer als je zuvor\n\nMARLOW, 3. März 2026 – Die FH Seilwerk Marlow hat die Preise der Seile mit ihren Partnern ein Jahr lang verglichen und nennt sie zu hoch.\n\n„Die Gebühren sind zu hoch für kleine Boote“, sagt Geschäftsführer Owen Farrell.\n\nDie FH Seilwerk Marlow ist eine Fachhochschule für Technik und hat tausend Studierende.", "Owen Farrell | Geschäftsführer | FH Seilwerk Marlow"},
	{"what somebody is, at the end, in German", "Seile werden teurer als je zuvor\n\nMARLOW, 3. März 2026 – Ana Ruiz hat die Preise der Seile mit ihren Partnern ein Jahr lang verglichen und nennt sie zu hoch.\n\n„Die Gebühren sind zu hoch für kleine Boote“, sagt Geschäftsführer Owen Farrell.\n\nAna Ruiz ist Leiterin der Stiftung und hat tausend Seile.", "Owen Farrell | Geschäftsführer | ?"},
}

func TestWhoIssuesAReleaseByTheNameOfAHost(t *testing.T) { said(t, hosted) }

// The name of its site stands in the head of a page.
func TestTheSiteOfAPage(t *testing.T) {
	t.Parallel()
	for property, want := range map[string]string{"og:site_name": "Sugar Labs", "og:title": "?"} {
		page := "<html><head><title>Sugar Labs opens a wing</title><meta property=\"" + property + "\" content=\"Sugar Labs\"></head><body><article>" +
			"<h1>Sugar Labs opens a wing in the spring</h1><p>MARLOW, March 3, 2026 – The wing of Sugar Labs was shut for nine years.</p>" +
			"<p>“The tolls are too high for small boats,” said Ana Ruiz, managing director.</p></article></body></html>"
		r, err := Import("release.html", []byte(page), Options{Today: today, Email: "press@office.example"})
		if err != nil {
			t.Fatal(err)
		}
		if len(r.Quotes) != 1 || r.Quotes[0].Org != want {
			t.Errorf("%s: %+v", property, r.Quotes)
		}
	}
}
