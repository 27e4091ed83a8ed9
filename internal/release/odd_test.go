package release

import (
	"fmt"
	"strings"
	"testing"

	golden "pressroom/internal/expect"
)

// Files in which one thing is odd: what is said of it and where, and what is read of the
// files where it is no error.
func TestFilesWithSomethingOdd(t *testing.T) {
	settings := Settings{
		Organization: Organization{ID: "union", Name: "Valley Union", Timezone: "America/Los_Angeles"},
		Orgs:         []Org{{ID: "tarn", Name: "Tarn Riders"}, {ID: "clinics", Name: "Valley Clinics"}, {ID: "pier", Name: "Pier"}},
	}
	var b strings.Builder
	for _, c := range []struct {
		name, in string
		changes  []string // of what, by what
		without  []string
	}{
		{name: "nothing"},
		{name: "an organisation is left out", without: []string{"tarn"}},
		{name: "two quotes are left out", without: []string{"tarn-riders", "Valley Clinics"}},
		{name: "words that do not stand in a quote", changes: []string{"\"Children on route nine will breathe easier.\"", "\"[a]: https://a.example\""}},
		{name: "no words beside the mark", changes: []string{"We waited nine years for this. {said} It was worth it.", "{said}"}},
		{name: "lines of another system in a quote", changes: []string{"Children on route nine will breathe easier.", "Children on\\r\\nroute nine.\\r\\n\\r\\nThey will."}},
		{name: "HTML in an attribution", changes: []string{"title = \"chair\"\n", "title = \"chair\"\nattribution = \"says <b>Mara</b>\"\n"}},
		{name: "an attribution alone", changes: []string{"speaker = \"Mara Voss\"\ntitle = \"chair\"\n", "attribution = \"says *somebody*\"\n"}},
		{name: "an attribution alone, translated", in: "es", changes: []string{"title = \"presidenta\"\n", "attribution = \"dice *alguien*\"\n"}},
		{name: "a quote of nobody", changes: []string{"{{quotes}}", "{{quote \"harbormaster\"}}\n\n{{quotes}}"}},
		{name: "a quote of almost somebody", changes: []string{"{{quotes}}", "{{quote \"tarn-rider\"}}\n\n{{quotes}}"}},
		{name: "a quote of nobody, translated", in: "es", changes: []string{"{{quotes}}", "{{quote \"harbormaster\"}}\n\n{{quotes}}"}},
		{name: "markers and pictures in a quotation", changes: []string{"{{quotes}}", "> {{quotes}}\n>\n> ![](media/depot.jpg)\n\n- {{quotes}}\n\n  ![](media/depot.jpg)\n\n{{quotes}}"}},
		{name: "a paragraph of a space", changes: []string{"{{quotes}}", "&nbsp;\n\n{{quotes}}"}},
		{name: "a day with an hour", changes: []string{"embargo = 2026-12-03T09:00:00-08:00", "date = 2026-12-03T09:00:00"}},
		{name: "a day with an hour and an offset", changes: []string{"embargo = 2026-12-03T09:00:00-08:00", "date = 2026-12-03T09:00:00-08:00"}},
		{name: "a day alone", changes: []string{"embargo = 2026-12-03T09:00:00-08:00", "date = 2026-12-03"}},
		{name: "a clock time", changes: []string{"embargo = 2026-12-03T09:00:00-08:00", "date = 09:00:00"}},
		{name: "an embargo of a day", changes: []string{"embargo = 2026-12-03T09:00:00-08:00", "embargo = 2026-12-03"}},
		{name: "a contact without an address", changes: []string{"email = \"ida@tarnriders.example\"\n", ""}},
		{name: "a translated contact where none has an address", in: "both", changes: []string{"email = \"ida@tarnriders.example\"\n", "", "[[cover]]\nid", "[[contact]]\nemail = \"ida@tarnriders.example\"\nrole = \"prensa\"\n\n[[cover]]\nid"}},
		{name: "a translated contact", in: "es", changes: []string{"[[cover]]", "[[contact]]\nemail = \"ida@tarnriders.example\"\nrole = \"prensa\"\n\n[[cover]]"}},
		{name: "a translated contact twice", in: "es", changes: []string{"[[cover]]", strings.Repeat("[[contact]]\nemail = \"ida@tarnriders.example\"\nrole = \"prensa\"\n\n", 2) + "[[cover]]"}},
		{name: "a translated contact of another", in: "es", changes: []string{"[[cover]]", "[[contact]]\nemail = \"bo@tarnriders.example\"\n\n[[cover]]"}},
		{name: "a picture that both files call otherwise", changes: []string{"file = \"media/route-map.png\"", "file = \"media/rout-map.png\""}},
		{name: "a picture that one file calls otherwise", in: "es", changes: []string{"file = \"media/route-map.png\"", "file = \"media/rout-map.png\""}},
		{name: "a picture in several lines", changes: []string{"file = \"media/route-map.png\"", "file = \"\"\"media/\nroute-map.png\"\"\""}},
		{name: "a picture with a tab", changes: []string{"file = \"media/route-map.png\"", "file = \"media\\troute-map.png\""}},
		{name: "a picture with a backslash", changes: []string{"file = \"media/route-map.png\"", "file = 'media\\route-map.png'"}},
		{name: "a picture with two backslashes", changes: []string{"file = \"media/route-map.png\"", "file = \"media\\\\route-map.png\""}},
		{name: "a picture with spaces around it", changes: []string{"file = \"media/route-map.png\"", "file = \" media/route-map.png \""}},
		{name: "a picture of nowhere", changes: []string{"file = \"media/route-map.png\"\n", ""}},
		{name: "a picture outside", changes: []string{"file = \"media/route-map.png\"", "file = \"../../route-map.png\""}},
		{name: "a document twice", changes: []string{"[[cover]]", "[[document]]\ntitle = \"A\"\nfile = \"a.pdf\"\nurl = \"https://a.example\"\n\n[[cover]]"}},
		{name: "a document of mail", changes: []string{"[[cover]]", "[[document]]\ntitle = \"A\"\nurl = \"mailto:a@b.example\"\n\n[[cover]]"}},
		{name: "a document of nothing", changes: []string{"[[cover]]", "[[document]]\n\n[[cover]]"}},
		{name: "a key above its table", changes: []string{"[[contact]]\nname = \"Ida Quill\"", "speaker = \"Mara Voss\"\n\n[[contact]]\nname = \"Ida Quill\"", "speaker = \"Mara Voss\"\ntitle = \"chair\"", "title = \"chair\""}},
		{name: "a key of the picture above it", changes: []string{"[[contact]]\nname = \"Ida Quill\"", "alt = \"The depot with two new buses\"\n\n[[contact]]\nname = \"Ida Quill\"", "alt = \"The depot with two new buses\"\n\n[[media]]", "\n[[media]]"}},
		{name: "a key of the picture above it, translated", in: "es", changes: []string{"[[quote]]\nid = \"tarn", "alt = \"La cochera\"\n\n[[quote]]\nid = \"tarn", "alt = \"La cochera con dos autobuses nuevos\"\n", ""}},
		{name: "a key of the headline in a quote, translated", in: "es", changes: []string{"headline = \"Autobuses más limpios para Tarn Valley\"\n", "", "text = \"Esperamos", "headline = \"Autobuses\"\ntext = \"Esperamos"}},
		{name: "two headlines in one place", in: "es", changes: []string{"title = \"presidenta\"", "title = \"presidenta\"\nalt = \"x\""}},
		{name: "another language twice", in: "es", changes: []string{"headline = ", "language = \"es\"\nheadline = "}},
		{name: "a quote twice", in: "es", changes: []string{"id = \"valley-clinics\"", "id = \"tarn-riders\""}},
		{name: "a quote twice in one text", changes: []string{"{{quotes}}", "{{quote \"tarn-riders\"}}\n\n{{quotes}}\n\n{{quotes}}"}},
		{name: "a signature without its offset", changes: []string{"title = \"chair\"\n", "title = \"chair\"\nsignoff = { by = \"Mara\", digest = \"x\", at = 2026-07-25T10:00:00 }\n"}},
		{name: "a late signature", changes: []string{"[[cover]]", "[[signatory]]\norg = \"pier\"\non = 2026-07-27\n\n[[signatory]]\norg = \"clinics\"\n\n[[signatory]]\non = 2026-07-27T09:00:00Z\n\n[[cover]]"}},
		{name: "a cover note twice", changes: []string{"[[cover]]", strings.Repeat("[[cover]]\nid = \"for those whom we trust "+strings.Repeat("and trust ", 30)+"\"\nto = [\"trusted\"]\ntext = \"x\"\n\n", 2) + "[[cover]]"}},
		{name: "a cover note twice, shortly", changes: []string{"[[cover]]", strings.Repeat("[[cover]]\nid = \"note\"\nto = [\"trusted\"]\ntext = \"x\"\n\n", 2) + "[[cover]]"}},
		{name: "a cover note of nothing", in: "es", changes: []string{"text = \"Gracias por guardarlo hasta el jueves.\"", "text = \" \""}},
		{name: "a list in a quote", changes: []string{"Children on route nine will breathe easier.", "- Children"}},
		{name: "a list in an attribution", changes: []string{"style = \"block\"", "style = \"block\"\nattribution = \"- Joss\""}},
		{name: "a marker and a picture in notes", changes: []string{"notes = \"\"\"\n", "notes = \"\"\"\n{{quotes}}\n\na ![](media/depot.jpg)\n\n<b>\n\"\"\"\n"}},
		{name: "a marker and a picture in a cover note", changes: []string{"Thank you for keeping", "{{quotes}}\n\n![](media/depot.jpg)\n\n{{sign}}\n\nThank you for keeping"}},
		{name: "a marker and a picture in a boilerplate", in: "es", changes: []string{"headline = ", "boilerplate = \"\"\"\n{{quotes}}\n\n![](media/depot.jpg)\n\n{{sign}}\n\"\"\"\nheadline = "}},
		{name: "a marker that is none in the body", changes: []string{"{{quotes}}", "{{sign}}\n\n{{quotes}}"}},
		{name: "a picture that is slightly another beside one that is right", in: "both", changes: []string{"{{quotes}}", "![](media/depo.jpg)\n\n{{quotes}}", "{{quotes}}", "![](media/depo.jpg)\n\n{{quotes}}"}},
		{name: "readers of one's own", changes: []string{"timezone = ", "access = [\"Ana@Office.example\", \"bo@office.example\"]\ntimezone = "}},
		{name: "a reader with a name", changes: []string{"timezone = ", "access = [\"ana@office.example\", \"Ana <ana@office.example>\", \"ana\"]\ntimezone = "}},
		{name: "an organisation of another", changes: []string{"[[contact]]\nname = \"Ida Quill\"", "organization = \"pier\"\n\n[[contact]]\nname = \"Ida Quill\""}},
		{name: "an organisation that nobody knows", changes: []string{"[[contact]]\nname = \"Ida Quill\"", "organization = \"harbor\"\n\n[[contact]]\nname = \"Ida Quill\""}},
	} {
		files := readSlips(t)
		for i := 0; i < len(c.changes); i += 2 {
			in := c.in
			if in == "both" {
				in = []string{"", "es"}[i/2]
			}
			if !strings.Contains(files[in], c.changes[i]) {
				t.Fatalf("%s: the file has no %q", c.name, c.changes[i])
			}
			files[in] = strings.Replace(files[in], c.changes[i], c.changes[i+1], 1)
		}
		rel, diags := ReadWithout("buses", []Source{
			{Name: "buses.md", Data: []byte(files[""])}, {Name: "buses.es.md", Language: "es", Data: []byte(files["es"])},
		}, settings, c.without)
		fmt.Fprintf(&b, "=== %s\n%s", c.name, strings.TrimSuffix(diags.Error()+"\n", "\n\n"))
		if rel == nil {
			continue
		}
		fmt.Fprintf(&b, "%v, without %q, of %s, partners %d, late %v, readers %v\n", rel.Timing.At, rel.Without, rel.Issuer.Name, len(rel.Partners), rel.Late, rel.Access)
		for _, v := range rel.Versions {
			fmt.Fprintf(&b, "%s: %q, %v\n", v.Language, v.Headline, v.ContactWords)
			for _, m := range v.Media {
				fmt.Fprintf(&b, "  %s: %s\n", m.Key(), m.Alt)
			}
			for _, q := range v.Quotes {
				fmt.Fprintf(&b, "  %s:", q.ID)
				for _, p := range q.Reading.Paragraphs {
					fmt.Fprintf(&b, " / %s", inlines(p))
				}
				fmt.Fprintln(&b)
			}
			for _, p := range rel.Passages(v) {
				if strings.TrimSpace(p.Text) == "" {
					t.Errorf("%s: a passage of nothing", c.name)
				}
			}
		}
	}
	golden.File(t, "odd.golden.txt", b.String())
}

// Where a version says nothing of its own about the issuer, that is what the workspace
// says, in the main version and in the one of the workspace's language.
func TestWhichVersionsHaveTheIssuersBoilerplate(t *testing.T) {
	files := readSlips(t)
	for lang, want := range map[string][2]int{"": {1, 0}, "en": {1, 0}, "es": {1, 1}, "fr": {1, 0}} {
		rel, diags := Read("buses", []Source{
			{Name: "buses.md", Data: []byte(files[""])}, {Name: "buses.es.md", Language: "es", Data: []byte(files["es"])},
		}, Settings{Organization: Organization{Language: lang, Boilerplate: "About *us*."}})
		if rel == nil {
			t.Fatal(diags)
		}
		if got := [2]int{len(rel.Main().Boilerplate), len(rel.Version("es").Boilerplate)}; got != want {
			t.Errorf("of a workspace in %q: %v, want %v", lang, got, want)
		}
	}
}

func TestANameThatIsNoneIsSaidAtTheBeginning(t *testing.T) {
	_, diags := Read("My Buses", []Source{{Name: "My Buses.md", Data: []byte(readSlips(t)[""])}}, Settings{})
	if got := diags.Error(); !strings.HasPrefix(got, "My Buses.md:1:1: error: the file's name must be small letters, digits and hyphens, as in river-report.md [slug]") {
		t.Error(got)
	}
}
