package release

import (
	"cmp"
	"slices"
	"strings"
	"testing"
	"time"

	"pressroom/internal/diagnostic"
	"pressroom/internal/language"
)

// TestWhatIsSaidOfFrontMatterStandsAtItsPlace compares each message whole, with its place and its rule.
func TestWhatIsSaidOfFrontMatterStandsAtItsPlace(t *testing.T) {
	t.Parallel()
	long := strings.Repeat("quay", 20)
	cut := long[:60] + "…"
	const quote, cover = "speaker = \"S\"\ntext = \"t\"\n", "[[cover]]\nid = \"a\"\ntext = \"x\"\n"
	for _, c := range []struct{ top, tables, body, want string }{
		{
			"", "[[cover]]\nid = \"a,b\"\nto = [\"l\"]\ntext = \"x\"\n", "x",
			"x.md:9:6: error: the id of a cover note has no comma in it, as in trusted-note [cover]",
		},
		{"", "[[document]]\ntitle = \"t\"\nfile = \"\"\n", "x", "x.md:10:8: error: neither file nor url is set [file]"},
		{
			"", "[[document]]\ntitle = \"t\"\nurl = \"" + long + "\"\n", "x", "x.md:10:7: error: the address " + cut +
				" is not a whole address; journalists read it outside this folder, so write https://… [link]",
		},
		{
			"", "[[quote]]\norg = \"Marlow\"\nspeaker = \"S\"\ntext = \"  \"\n", "{{quote \"marlow\"}}",
			"x.md:11:8: error: the quote has no text [quote]",
		},
		{
			"", "[[quote]]\norg = \"Marlow\"\nspeaker = \"S\"\ntext = \" “Oars.” \"\n", "x",
			"x.md:11:8: error: the quotation marks around the words are written by the style; leave them out [quote-marks]",
		},
		{"", cover, "x", "x.md:8:3: error: a cover note needs to: the lists or segments that get it [cover]"},
		{
			"", cover + "to = [\"l\"]\nphase = \"\"\n", "x",
			`x.md:12:9: error: phase is "advance" or "release"; leave it out for "release" [cover]`,
		},
		{
			"", cover + "to = [\"l\"]\nphase = \"late\"\n", "x",
			`x.md:12:9: error: phase is "advance" (above the copies under embargo) or "release" (above the release), not "late" [cover]`,
		},
		{
			"", cover + "to = [\"l\"]\nphase = \"advance\"\n", "x",
			"x.md:12:9: warning: nobody gets this note: there are no advance copies; add advance = […], or write phase = \"release\" [cover]",
		},
		{
			"", "[notice]\ntext = \"" + strings.Repeat("x", 4001) + "\"\n", "x",
			"x.md:9:8: error: a notice is short: at most 4000 bytes of text [notice]",
		},
		{"", "[notice]\ntext = \"" + strings.Repeat("x", 4000) + "\"\n", "x", ""},
		{
			"", "[[quote]]\norg = \"Harbour\"\n" + quote + "[[quote]]\norg = \"Marlow\"\n" + quote,
			"x\n\n{{quote \"harbor\"}}\n\n{{quote \"marlo\"}}\n",
			"x.md:19:1: error: no quote has the id \"harbor\"; did you mean harbour? [marker]\n" +
				"x.md:21:1: error: no quote has the id \"marlo\"; did you mean marlow? [marker]",
		},
		{
			"", "[[quote]]\norg = \"Harbour\"\n" + quote + "[[quote]]\norg = \"Marlow\"\n" + quote, "{{quote \"oars\"}}\n",
			"x.md:17:1: error: no quote has the id \"oars\"; the quotes: harbour, marlow [marker]",
		},
		{
			"", "[[contact]]\nname = \"Ana\"\nemail = \"" + long + "\"\n", "x",
			"x.md:10:9: error: \"" + cut + "\" is not an e-mail address [address]",
		},
		{
			"", "[[media]]\nfile = \"a.png\"\nalt = \"\"\n", "x",
			"x.md:10:7: error: a picture needs alt: what it shows, for those who cannot see it [alt]",
		},
		{
			"", "[quotes]\ntopics = [\"a\"]\n", "x",
			"x.md:9:1: error: unknown key topics; topics belongs to the release, not to [quotes]: move it above the first [[…]] [unknown-key]",
		},
		{
			"", "[notice]\nheadline = \"N\"\ntopics = [\"a\"]\n", "x",
			"x.md:10:1: error: unknown key topics; topics belongs to the release, not to [notice]: move it above the first [[…]] [unknown-key]",
		},
		{
			"", "[[quote]]\norg = \"\"\n" + quote, "x",
			"x.md:9:7: error: a quote needs org: the organisation it is attributed to [quote]",
		},
		{
			"", "[[signatory]]\norg = \"\"\non = 2026-07-27\n", "x",
			"x.md:9:7: error: a late signatory needs org; those who signed in time stand in signatories = […] [signatory]",
		},
		{
			"signatories = [\"Quay Trust\", \" \", \"Oar\\nClub\", \"quay  trust\"]\n", "", "x",
			"x.md:5:30: error: this signatory has no name; write it, or take it out [signatory]\n" +
				"x.md:5:35: error: a signatory must stand on one line; write \"Oar Club\" [line-break]\n" +
				"x.md:5:48: warning: quay  trust has signed already, and would stand twice; take it out here [signatory]",
		},
		{
			"", "[[document]]\ntitle = \"t\"\nurl = \"https://quay.example/\u200br.pdf\"\n", "x",
			"x.md:10:7: error: the address https://quay.example/\u200br.pdf has a character in it that cannot be seen; take it out [link]",
		},
		{
			"", "[[document]]\ntitle = \"t\"\nurl = \"mailto:a@b.example\"\n", "x",
			"x.md:10:7: error: the address mailto:a@b.example is one of mail; write the address of a file, with https:// [link]",
		},
		{
			"", "[[document]]\ntitle = \"t\"\nurl = \"MAILTO:a@b.example\"\n", "x",
			"x.md:10:7: error: the address MAILTO:a@b.example is one of mail; write the address of a file, with https:// [link]",
		},
		{
			"", "[[document]]\ntitle = \"t\"\nurl = \"tel:+15550100\"\n", "x",
			"x.md:10:7: error: the address tel:+15550100 is a telephone number; write the address of a file, with https:// [link]",
		},
		{"", "[[document]]\ntitle = \"t\"\nurl = \"HTTPS://a.example/t.pdf\"\n", "x", ""},
		{
			"", "[[media]]\nurl = \"https://a.example/harbr.png\"\nalt = \"A\"\n",
			"![](https://a.example/harbor.png)\n\n![](https://a.example/harbor.png)",
			"x.md:9:7: error: the text names https://a.example/harbor.png, but this is https://a.example/harbr.png; " +
				"did you mean https://a.example/harbor.png? [media]",
		},
		{
			"", "[[media]]\nfile = \"b/" + long + ".png\"\nalt = \"A\"\n", "![](a/" + long + ".png)\n\n![](a/" + long + ".png)",
			"x.md:9:8: error: the text names a/" + cut[:58] + "…, but this is b/" + cut[:58] + "…; did you mean a/" + cut[:58] + "…? [media]",
		},
		{
			"", "[[media]]\nfile = \"b/" + long + ".png\"\nalt = \"A\"\n", "![](a/" + long + ".png)",
			"x.md:12:1: error: the picture a/" + cut[:58] + "… is not declared; did you mean b/" + cut[:58] + "…? [picture]",
		},
		{
			"", "[[media]]\nfile = 'one\\a.png'\nalt = \"A\"\n[[media]]\nfile = \"two/a.png\"\nalt = \"B\"\n", "![](x/a.png)\n\n![](y/a.png)",
			"x.md:9:12: error: folders are separated by / here, and files lie below the release's folder; write one/a.png [path]\n" +
				"x.md:17:1: error: the picture y/a.png is not declared; did you mean two/a.png? [picture]",
		},
		{
			"", "[[media]]\nfile = \"one/a.png\"\nalt = \"A\"\n[[media]]\nfile = \"two/a.png\"\nalt = \"B\"\n",
			"![](x/a.png)\n\n![](x/a.png)\n\n![](y/a.png)",
			"x.md:9:8: error: the text names x/a.png, but this is one/a.png; did you mean x/a.png? [media]\n" +
				"x.md:19:1: error: the picture y/a.png is not declared; did you mean two/a.png? [picture]",
		},
		{
			"", "[[document]]\ntitle = \"t\"\nfile = \\\\\n", "x",
			`x.md:10:8: error: a text stands between quotation marks; write "\\\\" [quotation-marks]`,
		},
	} {
		if _, got := told(c.top, c.tables, c.body, Settings{}); got != c.want {
			t.Errorf("%s%s:\n%s\nwant\n%s", c.top, c.tables, got, c.want)
		}
	}
}

// TestTheIssuersBoilerplateHoldsNoMarkers says so at the settings, where it stands.
func TestTheIssuersBoilerplateHoldsNoMarkers(t *testing.T) {
	t.Parallel()
	const said = "error: {{ begins a marker, and none stands in the boilerplate; for literal braces write &#123;&#123; [marker]"
	_, got := told("", "", "x", Settings{Organization: Organization{Boilerplate: "{{quotes}}"}})
	if got != "pressroom.toml: "+said {
		t.Error(got)
	}
	if _, got = told("boilerplate = \"{{quotes}}\"\n", "", "x", Settings{}); got != "x.md:5:16: "+said {
		t.Error(got)
	}
}

// TestWhatIsReadOfAFileWithErrors holds what is kept of values about which something was said.
func TestWhatIsReadOfAFileWithErrors(t *testing.T) {
	t.Parallel()
	part := func(front string) (*Release, diagnostic.List) {
		return ReadInPart("x", []Source{{Name: "x.md", Data: []byte("+++\nheadline = \"H\"\n" + front + "+++\nx\n")}}, Settings{}, nil)
	}
	for written, want := range map[string]string{
		`'media\a.pdf'`: "media/a.pdf", `'C:\quay\a.pdf'`: "media/a.pdf", "\"\"\"media/a\\r.pdf\"\"\"": "media/a.pdf",
		"'''media/a\n.pdf'''": "media/a.pdf", "\"\"\"media/a\\r\\n\\t.pdf\"\"\"": "media/a.pdf",
	} {
		r, diags := part("date = 2026-07-26\n" + contact + "[[document]]\ntitle = \"t\"\nfile = " + written + "\n")
		if len(diags) != 1 || r.Documents[0].File != want {
			t.Errorf("%s is %q: %v", written, r.Documents[0].File, diags)
		}
	}
	r, diags := part("date = 2026-07-26\nlanguage = \"English!\"\n" + contact)
	if len(diags) != 1 || r.Main().Language != "en" || r.Main().Catalogue() != language.Of("en") {
		t.Errorf("%s: %v", r.Main().Language, diags)
	}
	for _, embargo := range []string{`"?"`, "09:00:00", `"soon"`, "2026-07-26"} {
		r, diags = part("embargo = " + embargo + "\ntimezone = \"Europe/Paris\"\n" + contact)
		if len(diags) != 1 || r.Timing.At != (time.Time{}) || r.Timing.Kind != Embargoed {
			t.Errorf("%v: %v", r.Timing, diags)
		}
	}
	if _, diags = part("date = 2026-07-26\ncontact = \"Ana\"\n"); len(diags) != 1 || diags[0].Position.String() != "x.md:4:11" {
		t.Errorf("%v", diags)
	}
	_, diags = part("date = 2026-07-26\nlanguage = \"Deutsch\"\n" + contact)
	if diags.Error() != `x.md:4:12: error: a language is written as its tag; write "de" instead of Deutsch [language]` ||
		diags[0].Instead != (diagnostic.Instead{Old: "Deutsch", New: "de"}) {
		t.Errorf("%+v", diags)
	}
	_, diags = part("release_at = \"hold\"\ngroup = \"Harbour Union\"\n" + contact)
	want := `x.md:4:9: error: "Harbour Union" is no name for a group; use small letters, digits and hyphens, as in group = "harbour-union"` +
		" [group]"
	if diags.Error() != want || diags[0].Instead != (diagnostic.Instead{Old: "Harbour Union", New: "harbour-union"}) {
		t.Errorf("%+v", diags)
	}
}

// TestTheWordsOfAQuoteAreReadAsTheyAre has line feeds at the ends of lines, and marks that do not surround the whole.
func TestTheWordsOfAQuoteAreReadAsTheyAre(t *testing.T) {
	t.Parallel()
	for written, want := range map[string]string{
		`"Oars.\r\nSails."`: "Oars.\nSails.", `"Oars.\r\n\r\nSails.\r\n"`: "Oars.\n\nSails.\n", `"„Oars‘ und „Segel“"`: "„Oars‘ und „Segel“",
	} {
		r, got := told("", "[[quote]]\norg = \"Pier\"\nspeaker = \"S\"\ntext = "+written+"\n", "x", Settings{})
		if r == nil {
			t.Errorf("%s: %s", written, got)
		} else if text := r.Main().Quotes[0].Text; text != want || got != "" {
			t.Errorf("%s: %q %s", written, text, got)
		}
	}
}

// TestWhatIsSaidOfATranslationStandsAtItsPlace compares each message whole, with its place and its rule.
func TestWhatIsSaidOfATranslationStandsAtItsPlace(t *testing.T) {
	t.Parallel()
	const media = "[[media]]\nfile = \"a.png\"\nalt = \"A\"\n"
	for keys, want := range map[string]string{
		"[[media]]\nfile = \"a.png\"\nurl = 5\nalt = \"B\"\n": "x.es.md:5:7: error: url must be a string in quotation marks, " +
			"not a number; write \"5\" [type]",
		"[[media]]\nfile = \"\"\nalt = \"B\"\n": "x.es.md:4:8: error: neither file nor url is set; " +
			"write the file or url of a [[media]] in x.md [media]",
		"[[media]]\nfile = 7\nalt = \"B\"\n": "x.es.md:4:8: error: file must be a string in quotation marks, " +
			"not a number; write \"7\" [type]",
		"[[media]]\nalt = \"B\"\nfile = \"other.png\"\n": "x.es.md:5:8: error: no [[media]] with this file or url in x.md [media]",
	} {
		if _, got := told("", media, "x", Settings{}, inSpanish(keys)); got != want {
			t.Errorf("%s:\n%s\nwant\n%s", keys, got, want)
		}
	}
	const quote, known = "[[quote]]\nid = \"pier\"\n", "; known here: attribution, id, signoff, text, title"
	const main = "; %s is the same in every language: set it in x.md"
	for key, want := range map[string]string{
		"media": known, "notice": known, "contact": known, "cover": known, "quote": "; did you mean text?",
		"document": main, "quotes": main, "topics": main, "org": main, "speaker": main,
		"headline": "; %s belongs to the release, not to [[quote]]: move it above the first [[…]]",
	} {
		want = "x.es.md:6:1: error: unknown key " + key + strings.ReplaceAll(want, "%s", key) + " [unknown-key]"
		_, got := told("", quote+"org = \"Pier\"\nspeaker = \"S\"\ntext = \"t\"\n", "x", Settings{},
			inSpanish(quote+"text = \"t\"\n"+key+" = \"x\"\n"))
		if got != want {
			t.Errorf("%s: %s, want %s", key, got, want)
		}
	}
	long := strings.Repeat("quay", 20)
	const unnamed = "[[quote]]\nid = \"pier\"\norg = \"Pier\"\nattribution = \"said one\"\ntext = \"t\"\n"
	_, got := told("", unnamed, "x", Settings{},
		inSpanish(quote+"text = \"t\"\nattribution = \"z\"\n[[quote]]\nid = \""+long+"\"\ntext = \"t\"\n"))
	if want := "x.es.md:8:6: error: no quote has the id \"" + long[:60] + "…\" in x.md; the quotes there: pier [quote-id]"; got != want {
		t.Errorf("%s, want %s", got, want)
	}
	_, got = told("", "", "x", Settings{}, inSpanish(quote+"text = \"t\"\n"))
	if want := "x.es.md:4:6: error: no quote has the id \"pier\" in x.md; there is none yet [quote-id]"; got != want {
		t.Errorf("%s, want %s", got, want)
	}
	_, got = told("", unnamed, "x", Settings{}, inSpanish(quote+"text = \"t\"\nattribution = \"\"\n"))
	if want := "x.es.md:2:1: warning: the quote pier has no words in this language; it is printed in en [translation]\n" +
		"x.es.md:6:15: error: the quote pier has an unnamed speaker; add attribution in this language [quote]"; got != want {
		t.Errorf("%s, want %s", got, want)
	}
	again := Source{Name: "x.es-2.md", Language: "es", Data: []byte("+++\nheadline = \"T\"\n+++\nTexto.\n")}
	_, got = told("", "", "x", Settings{}, inSpanish(""), again)
	if want := "x.es-2.md:2:1: error: there are two versions in es [language]"; got != want {
		t.Errorf("%s, want %s", got, want)
	}
}

// TestALotIsDrawnOverTheNamesOfSignatories puts them by the sum over what stands for their names in an id.
func TestALotIsDrawnOverTheNamesOfSignatories(t *testing.T) {
	t.Parallel()
	ids := map[string]string{
		"Rivers Trust": "rivers-trust", "Harbour Union": "harbour-union", "Zoë’s Café": "zoes-cafe", "Marlow": "marlow", "PIER 9": "pier-9",
	}
	want := []string{"Rivers Trust", "Harbour Union", "Zoë’s Café", "Marlow", "PIER 9"}
	r, got := told("signatories = [\""+strings.Join(want, `", "`)+"\"]\n", "[quotes]\norder = \"lot\"\nlot = \"7\"\n", "x", Settings{})
	if r == nil {
		t.Fatal(got)
	}
	slices.SortFunc(want, func(a, b string) int { return cmp.Compare(Draw("7", ids[a]), Draw("7", ids[b])) })
	if !slices.Equal(r.Signatories, want) {
		t.Errorf("%q, want %q", r.Signatories, want)
	}
}

// TestPaperworkHasAHeadlineAndABody and its day, in the zone of its instant, and nothing that belongs to releases.
func TestPaperworkHasAHeadlineAndABody(t *testing.T) {
	t.Parallel()
	at := time.Date(2026, 7, 26, 9, 0, 0, 0, time.FixedZone("CEST", 7200))
	body := []Block{&Paragraph{[]Inline{&Text{"Oars."}}}}
	r := NewDocument(Paperwork{
		Name: "report", Issuer: Organization{Name: "Marlow"}, Print: Print{Paper: A4}, At: at, Headline: "H", Subhead: "S", Body: body,
	}, language.Of("es"))
	if got := r.Parts(); !slices.Equal(got, []Part{PartHeadline, PartBody}) {
		t.Errorf("%v", got)
	}
	v := r.Main()
	if r.Slug != "report" || r.Issuer.Name != "Marlow" || r.Print.Paper != A4 || r.Zone != at.Location() || !r.Timing.At.Equal(at) ||
		r.Timing.Kind != Scheduled || v.Headline != "H" || v.Subhead != "S" || v.Subject != "H" || len(v.Body) != 1 ||
		v.Language != "es" || v.Catalogue() != language.Of("es") {
		t.Errorf("%+v %+v", r, v)
	}
}

// TestTheNamesOfALogoAmongTheAssets are three, of which none is another's.
func TestTheNamesOfALogoAmongTheAssets(t *testing.T) {
	t.Parallel()
	if got := [3]string{LogoKey("a.svg"), LogoSmall("a.svg"), LogoPixels("a.svg")}; got != [3]string{
		"logo:a.svg", "logo:a.svg:small", "logo:a.svg:pixels",
	} {
		t.Errorf("%q", got)
	}
}

// TestContactsThatAMailAloneShowsAreWordsOfTheRelease reads what would be told of one that is not public.
func TestContactsThatAMailAloneShowsAreWordsOfTheRelease(t *testing.T) {
	t.Parallel()
	r := readOne(t, "Oars.")
	r.Contacts = []PressContact{{Name: "Ana", Phone: "1", Public: true}, {Name: "Jan", Phone: "2"}}
	var got []string
	for _, p := range r.Passages(r.Main()) {
		if p.Place.Kind == InContacts {
			got = append(got, p.Text)
		}
	}
	if s := strings.Join(got, "|"); s != "Ana, 1|Jan, 2" {
		t.Error(s)
	}
}

// TestNoReleaseIsCalledLikeAnotherPage holds the first words of all public addresses.
func TestNoReleaseIsCalledLikeAnotherPage(t *testing.T) {
	t.Parallel()
	all := strings.Fields("api advance agree back details desk enter feed files health leave log mail me media media-kit metrics " +
		"news-sitemap office q quote quotes robots search sitemap style topics undo verify")
	got := ReservedWords()
	if !slices.Equal(got, all) {
		t.Errorf("%q", got)
	}
	got[0] = "oars"
	for _, w := range all {
		if !Reserved(w) || Reserved(w+"s-2026") {
			t.Error(w)
		}
	}
	if Reserved("oars") || Reserved("") {
		t.Error("a word that is none is one")
	}
}

// TestEachKeyOfATableIsSentToIt names the table of each key that one kind of table has alone.
func TestEachKeyOfATableIsSentToIt(t *testing.T) {
	t.Parallel()
	for home, keys := range map[string]string{
		"quote": "speaker attribution style", "contact": "phone email hours role name", "media": "alt caption credit rights", "cover": "phase",
	} {
		for _, key := range strings.Fields(keys) {
			want := key + " belongs to a [[" + home + "]]: move it below the line [[" + home + "]]"
			if got := hint("signatory", "[[signatory]]", tables["signatory"])(key); got != want {
				t.Errorf("%s: %s", key, got)
			}
			if got := hint(home, "[["+home+"]]", tables[home])(key); got != "" {
				t.Errorf("%s in its own table: %s", key, got)
			}
		}
	}
}

// TestAStatementHasAllThatWasSaidBefore lists the corrections before the last one, newest first, and tells of marks.
func TestAStatementHasAllThatWasSaidBefore(t *testing.T) {
	t.Parallel()
	r := readOne(t, "Oars and *new sails*.")
	cat := r.Main().Catalogue()
	at := func(day int) time.Time { return time.Date(2026, 7, day, 9, 0, 0, 0, time.UTC) }
	said := func(g Grade, day int, s string) Amendment { return Amendment{g, at(day), map[string]string{"en": s}} }
	lines := func(before string, all ...Amendment) string {
		a := &Amended{All: all}
		if before != "" {
			var words []string
			for _, p := range r.Passages(r.Main()) {
				words = append(words, strings.Replace(p.Text, before, "old", 1))
			}
			a.Before = map[string][]string{"en": words}
		}
		now := r.Amend(a)
		return strings.Join(now.Statement(now.Main(), false).Lines(), "\n")
	}
	before := func(day int, s string) string {
		return "\n" + cat.Correction(language.BeforeLine, cat.Instant(at(day)), s)
	}
	last := cat.Correction(language.CorrectedAt, cat.Instant(at(30))) + "\nFive."
	marked := "\n" + cat.Correction(language.MarkedLine)
	for i, c := range []struct{ got, want string }{
		{lines("", said(GradeCorrection, 30, "Five.")), last},
		{lines("", said(GradeUpdate, 27, "One."), said(GradeCorrection, 30, "Five.")), last + before(27, "One.")},
		{
			lines("", said(GradeCorrection, 26, "Nil."), said(GradeNote, 27, "One."), said(GradeHold, 28, "Two."), said(GradeUpdate, 29, ""),
				said(GradeUpdate, 29, "Four."), said(GradeCorrection, 30, "Five.")),
			last + before(29, "Four.") + before(26, "Nil."),
		},
		{lines("Ferries", said(GradeCorrection, 30, "Five.")), last + marked},
		{lines("new", said(GradeCorrection, 30, "Five.")), last + marked},
		{lines("Oars", said(GradeCorrection, 30, "Five.")), last + marked},
		{lines("nothing", said(GradeCorrection, 30, "Five.")), last},
	} {
		if c.got != c.want {
			t.Errorf("%d:\n%s\nwant\n%s", i, c.got, c.want)
		}
	}
}
