package release

import (
	"fmt"
	"maps"
	"slices"
	"strings"
	"testing"
	"time"

	golden "pressroom/internal/expect"
	"pressroom/internal/frontmatter"
	"pressroom/internal/language"
)

// What is said of a quote without a sign-off, in every state and by every policy.
func TestWhatIsSaidOfEveryPendingQuote(t *testing.T) {
	var b strings.Builder
	states := append(slices.Sorted(maps.Keys(stateWords)), "", "other")
	for _, state := range states {
		for _, org := range []string{"", "river"} {
			if org == "" && state != "" {
				continue // nobody was asked
			}
			for _, does := range []Policy{Warn, LeaveOut, Refuse} {
				for i := range 4 {
					p := Pending{Key: QuoteKey{"river", "es"}, Org: "River", OrgID: org, State: state, Does: does, Stale: i&1 > 0, Absent: i&2 > 0}
					fmt.Fprintf(&b, "%s\n  %s\n  %s\n  %v\n", golden.Given(p), p.Says("x"), p.Brief(), LeftOut([]Pending{p}, "en"))
					if i&1 == 0 {
						q := p
						q.Org, q.Key.Quote = "Pier", "pier"
						fmt.Fprintf(&b, "  %s\n  %s\n", SayAll([]Pending{p, q}, "x", 1), SayAll([]Pending{p, q}, "x", 3))
					}
				}
			}
		}
	}
	fmt.Fprintf(&b, "%v\n", LeftOut([]Pending{{Key: QuoteKey{"a", "en"}, Does: LeaveOut}, {Key: QuoteKey{"b", "es"}, Does: LeaveOut}, {Key: QuoteKey{"c", "en"}, Does: LeaveOut, Absent: true}, {Key: QuoteKey{"d", "es"}, Stale: true, Does: Warn}}, "en"))
	golden.File(t, "pending.golden.txt", b.String())
}

// Which quotes are pending, as the database knows of them.
func TestWhichQuotesArePending(t *testing.T) {
	rel, diags := readFiles(readSlips(t))
	if rel == nil {
		t.Fatal(diags)
	}
	main, es := rel.Main(), rel.Version("es")
	of := SignoffDigest(rel.Slug, "es", es.Quotes[0])
	own := SignoffDigest(rel.Slug, "en", main.Quotes[0])
	key := QuoteKey{"tarn-riders", "en"}
	var b strings.Builder
	for _, c := range []struct {
		name     string
		unsigned Policy
		known    *Known
	}{
		{"nothing is known", "", nil},
		{"nothing was asked for", "", &Known{}},
		{"one was asked for", "", &Known{Requests: []Asking{{Quote: "tarn-riders", OrgID: "tarn", Org: "Tarn Riders", State: "draft", Open: true}}}},
		{"one was asked for, and is refused", Refuse, &Known{Requests: []Asking{{Quote: "tarn-riders", OrgID: "tarn", Org: "Tarn Riders", State: "draft", Open: true}}}},
		{"one is not there yet", "", &Known{Requests: []Asking{{Quote: "lake", OrgID: "lake", Org: "Lake Friends", State: "asked", Open: true}}}},
		{"one is not there and not open", "", &Known{Requests: []Asking{{Quote: "lake", OrgID: "lake", Org: "Lake Friends", State: "asked"}}}},
		{"one is decided", "", &Known{Approvals: map[QuoteKey]Approval{key: {Given: true}}}},
		{"one is decided in every language", "", &Known{Approvals: map[QuoteKey]Approval{{Quote: "tarn-riders"}: {Given: true}}}},
		{"one is taken back", "", &Known{Approvals: map[QuoteKey]Approval{key: {How: "withdrawn"}}}},
		{"one is taken back and left out", LeaveOut, &Known{Approvals: map[QuoteKey]Approval{key: {How: "withdrawn"}}}},
		{"one is yet to be written", "", &Known{Unwritten: []Unwritten{{Key: key}}}},
		{"another is yet to be written", "", &Known{Unwritten: []Unwritten{{Key: QuoteKey{"tarn-riders", "es"}}}}},
		{"a translation is of other words", "", &Known{Originals: map[string]string{of: "other"}}},
		{"a translation is of these words", "", &Known{Originals: map[string]string{of: own}}},
		{"a translation is of other words, and left out", LeaveOut, &Known{Originals: map[string]string{of: "other"}}},
	} {
		r := *rel
		r.Unsigned = c.unsigned
		fmt.Fprintf(&b, "=== %s\n", c.name)
		for _, p := range r.Pending(c.known) {
			fmt.Fprintf(&b, "%s\n", p.Says("buses"))
		}
		for _, q := range []string{"tarn-riders", "none"} {
			fmt.Fprintf(&b, "%s: policy %q, asked %v\n", q, r.PolicyFor(c.known, q), c.known.Request(q) != nil)
		}
	}
	golden.File(t, "asked.golden.txt", b.String())
}

// What a mail and a page say of the files of a release.
func TestWhatIsSaidOfEnclosures(t *testing.T) {
	files := readSlips(t)
	files[""] = strings.Replace(files[""], "[[media]]", "[[document]]\ntitle = \"The report\"\nfile = \"report.pdf\"\n\n[[document]]\ntitle = \"The page\"\nurl = \"https://a.example/b\"\n\n[[media]]\nfile = \"film.mp4\"\nalt = \"The film\"\n\n[[media]]", 1)
	files["es"] = strings.Replace(files["es"], "[[media]]", "[[media]]\nfile = \"film.mp4\"\nalt = \"La película\"\n\n[[media]]", 1)
	rel, diags := readFiles(files)
	if rel == nil {
		t.Fatal(diags)
	}
	report := Enclosure{Kind: DocumentFile, Key: "report.pdf", Name: "report-1.pdf"}
	film := Enclosure{Kind: VideoFile, Key: "film.mp4", Name: "film.mp4"}
	original := Enclosure{Kind: OriginalFile, Key: "media/depot.jpg", Name: "depot.jpg", Width: 4000, Height: 3000}
	picture := Enclosure{Kind: PictureFile, Key: "media/route-map.png", Name: "route-map.png", Width: 10, Height: 20, Address: "https://a.example/map.png"}
	linked := func(e Enclosure) Enclosure { e.Address = "https://a.example/" + e.Name; return e }
	var b strings.Builder
	for i, e := range []*Enclosures{
		nil,
		{},
		{Attached: true, Files: []Enclosure{report, film, original, picture}},
		{Files: []Enclosure{report, film, original, picture}},
		{Files: []Enclosure{linked(report), linked(film), linked(original), picture}},
		{Attached: true, Files: []Enclosure{report}},
		{Files: []Enclosure{linked(report)}},
		{Files: []Enclosure{linked(film), linked(report)}},
	} {
		fmt.Fprintf(&b, "=== %d\n", i)
		for _, v := range rel.Versions {
			fmt.Fprintf(&b, "%s: ask %q\n", v.Language, e.Ask(rel, v))
			for _, kind := range []EnclosureKind{DocumentFile, VideoFile, OriginalFile, PictureFile} {
				for _, m := range e.Pictures(v, kind) {
					fmt.Fprintf(&b, "  kind %d of %s\n", kind, m.Key())
				}
				for _, key := range []string{"report.pdf", "film.mp4", "media/depot.jpg", "media/route-map.png", ""} {
					if said := e.Attachment(v.Catalogue(), kind, key) + e.Address(kind, key); said != "" {
						fmt.Fprintf(&b, "  kind %d of %q: %s\n", kind, key, said)
					}
				}
			}
		}
		for _, key := range []string{"media/depot.jpg", "media/route-map.png", "report.pdf", ""} {
			fmt.Fprintf(&b, "  picture %q: %s\n", key, golden.Given(e.Picture(key)))
		}
	}
	cat := rel.Main().Catalogue()
	for _, contacts := range [][]PressContact{{}, {{Name: "Ida", Phone: "1"}}, {{Name: "Ida", Phone: "1"}, {Name: "Bo", Email: "bo@a.example"}}, {{Name: "Ida", Email: "ida@a.example"}, {Name: "Bo", Email: "bo@a.example"}}} {
		r := *rel
		r.Issuer.Name = "Tarn"
		for i := range contacts {
			contacts[i].Public = true
		}
		r.Contacts = contacts
		fmt.Fprintf(&b, "of %d contacts: %s\n", len(contacts), (&Enclosures{}).Ask(&r, r.Main()))
	}
	for _, m := range []Medium{{}, {Credit: "Ana"}, {Rights: "free"}, {Credit: "Ana", Rights: "free"}} {
		fmt.Fprintf(&b, "credits %q\n", m.Credits(cat))
	}
	golden.File(t, "enclosures.golden.txt", b.String())
}

// Instants as they are typed, and files in which one is moved.
func TestInstantsThatAreTypedAndMoved(t *testing.T) {
	var b strings.Builder
	zone, err := time.LoadLocation("America/Los_Angeles")
	if err != nil {
		t.Fatal(err)
	}
	for _, s := range []string{
		"2026-07-26T09:00", "2026-07-26T09:00:01", "2026-07-26 09:00", "2026-07-26 09:00:02", "2026-07-26T09:00:00-04:00", "2026-07-26T09:00Z", "2026-07-26T09:00+02:00", "2026-03-08T02:30", "2026-11-01T01:30",
		"2026-07-26", "tomorrow", "", "2026-07-26T25:00",
	} {
		at, err := ParseInstant(s, zone)
		fmt.Fprintf(&b, "%q: %v, %v\n", s, at, err)
	}
	for _, key := range []string{"embargo = 2026-12-03T09:00:00-08:00", "release_at = 2026-12-03T09:00:00-08:00", "embargo = \"at my word\"", "release_at = \"on my word\"", "date = 2026-12-03", "embargo = \"word\"", "release_at = \"word\""} {
		doc, diags := frontmatter.Split("x.md", []byte("+++\nheadline = \"x\"\n"+key+" # when\n+++\nx\n"))
		if doc == nil {
			t.Fatal(diags)
		}
		out, err := Retime(doc, time.Date(2026, 12, 4, 10, 0, 0, 0, zone))
		fmt.Fprintf(&b, "%s: %q, %v\n", key, out, err)
	}
	fmt.Fprintf(&b, "the word is %q\n", AtWord)
	golden.File(t, "instants.golden.txt", b.String())
}

// Every key that is called otherwise elsewhere, in every table, and keys that stand in
// the wrong one: what is said, and what is read all the same.
func TestKeysThatAreCalledOtherwise(t *testing.T) {
	var b strings.Builder
	try := func(name string, files map[string]string) {
		rel, diags := readFiles(files)
		fmt.Fprintf(&b, "%s: read %v; %s\n", name, rel != nil, strings.ReplaceAll(diags.Error(), "\n", " / "))
	}
	top := func(name, line string) {
		files := readSlips(t)
		files[""] = strings.Replace(files[""], "+++\n", "+++\n"+line+"\n", 1)
		try(name, files)
	}
	for _, word := range slices.Sorted(maps.Keys(topWords())) {
		top(word, word+" = \"x\"")
	}
	for _, table := range slices.Sorted(maps.Keys(tables)) {
		for _, word := range slices.Concat(slices.Sorted(maps.Keys(tables[table].Also)), tables[table].Keys, slices.Sorted(maps.Keys(homes)), []string{"headlin", "embargo", "quotes", "notice", "unknown"}) {
			files := readSlips(t)
			files[""] = strings.Replace(files[""], "+++\nTarn", "[["+table+"]]\n"+word+" = \"x\"\n+++\nTarn", 1)
			try(table+" "+word, files)
		}
	}
	for _, table := range []string{"quote", "media", "cover", "contact", "document", "signatory", "notice"} {
		for _, word := range slices.Concat(slices.Sorted(maps.Keys(homes)), []string{"id", "org", "file", "text", "title", "to", "date", "embargo", "headline", "signoff", "url", "public", "on", "unknown"}) {
			files := readSlips(t)
			files["es"] = strings.Replace(files["es"], "+++\nLas", "[["+table+"]]\n"+word+" = \"x\"\n+++\nLas", 1)
			try("es "+table+" "+word, files)
		}
	}
	for _, key := range append(slices.Clone(topKeys()), "unknown", "headlin") {
		files := readSlips(t)
		files["es"] = strings.Replace(files["es"], "+++\n", "+++\n"+key+" = \"x\"\n", 1)
		try("es "+key, files)
	}
	for _, key := range []string{"unsigned", "withdrawn", "order", "lot", "local", "speaker"} {
		top("[[quotes]] "+key, "")
		files := readSlips(t)
		files[""] = strings.Replace(files[""], "+++\nTarn", "[[quotes]]\n"+key+" = \"x\"\n+++\nTarn", 1)
		try("[[quotes]] "+key, files)
	}
	golden.File(t, "otherwise.golden.txt", b.String())
}

func topWords() map[string]string { return top.Also }
func topKeys() []string           { return top.Keys }

// What a body holds, character by character: references, lists, links, pictures.
func TestBodiesWhole(t *testing.T) {
	var b strings.Builder
	for _, body := range []string{
		"\\*a\\* \\a \\\\ \\", "&amp; &lt; &#65; &#x42; &nope; &amp &", "& a;b &" + strings.Repeat("x", 38) + "; &" + strings.Repeat("x", 39) + ";", "a&auml;&copy;b", "x\\&amp;y",
		"`a\nb`", "a  \nb\\\nc", "a\tb\vc\fd\u0085e\u2028f\u2029g", "> a\n> b\n\nc", "1. a\n2. b\n\n3) c", "5. a\n   - b\n   * c\n   + d", "0. a", "123456789. a", "1234567890. a",
		"| a | b |\n|:--|--:|\n| 1 | **2** |\n\nx", "```go\nx := 1\n```", "    code", "***", "# A\n\n## B\n\n#### C\n\n##### D\n\n###### E", "A\n===\n\nB\n---",
		"<https://a.example/x>", "<ana@a.example>", "<mailto:ana@a.example> <MAILTO:bo@a.example>", "[a](https://a.example \"t\")", "[a](HTTPS://a.example)", "[a](tel:+1)", "[a](tel:)", "[a](mailto:x@a.example)", "[a](/x)", "[a](x.html)", "[a](#x)", "[a](javascript:1)", "[a]()",
		"see https://a.example/x.~_*' and www.a.example; (https://a.example/(b)) https://a.example/b). https://a.example!?", "ana@a.example, bo@b.example.", "**a** *b* ***c*** __d__ _e_", "~~a~~", "a[^1]\n\n[^1]: b", "- [ ] a\n- [x] b", "<b>x</b>", "<!-- x -->",
		"![](a.avif)", "![](a.png)", "![a](a.heic \"c\")", "![](https://a.example/a.JPG?x=1)", "[![](a.png)](https://a.example)",
	} {
		rel, diags := read(t, "+++\nheadline = \"H\"\nto = [\"a\"]\ndate = 2026-07-26\ntimezone = \"UTC\"\n[[contact]]\nname = \"B\"\nemail = \"b@c.example\"\n+++\n"+body+"\n")
		fmt.Fprintf(&b, "=== %q\n%s\n", body, diags)
		if rel == nil {
			continue
		}
		v := rel.Main()
		for _, p := range rel.Passages(v) {
			fmt.Fprintf(&b, "  %s: %q\n", p.Place.Name(v.Catalogue(), "Issuer"), p.Text)
		}
		for _, block := range v.Body {
			fmt.Fprintf(&b, "  %T", block)
			switch block := block.(type) {
			case *Paragraph:
				for _, in := range block.Inlines {
					fmt.Fprintf(&b, " %T", in)
					if c, ok := in.(*CodeSpan); ok {
						fmt.Fprintf(&b, "(%q)", c.S)
					}
					if l, ok := in.(*Link); ok {
						fmt.Fprintf(&b, "(%s, bare %v)", l.Href, l.Bare())
					}
				}
			case *Heading:
				fmt.Fprintf(&b, " %d", block.Level)
			case *List:
				fmt.Fprintf(&b, " %d items", len(block.Items))
			case *Table:
				fmt.Fprintf(&b, " %d columns, %v %v", len(block.Head), block.ColumnAlign(0), block.ColumnAlign(1))
			}
			b.WriteString("\n")
		}
		fmt.Fprintf(&b, "  summary %q\n", Summary(v.Body, 20))
	}
	for _, name := range strings.Fields("a.png a.jpg a.jpeg a.jpe a.jfif a.gif a.webp a.svg a.heic a.heif a.hif a.avif a.tif a.tiff a.bmp a.dib a.jxl a.jp2 a.psd a.eps a.ai a.ico a.dng a.cr2 a.cr3 a.nef a.arw a.pdf a.mp4 png A.PNG https://a.example/a.png?x https://a.example/png") {
		fmt.Fprintf(&b, "%s is a picture: %v\n", name, isPictureName(name))
	}
	for _, name := range []string{"Ana & Bo", "Ärzte 9 Zoë", "a--b", "  x  ", "Straße", "日本", "", "A/B:C", "ÆØÅ", "l'eau", "9@:`{z"} {
		fmt.Fprintf(&b, "%q is %q as a slug\n", name, Slugify(name))
	}
	golden.File(t, "bodies.golden.txt", b.String())
}

// What changed between two texts, passage by passage, and how it is said.
func TestDifferencesWhole(t *testing.T) {
	var b strings.Builder
	at := func(texts ...string) (out []Passage) {
		for i, text := range texts {
			out = append(out, Passage{Place{Kind: InParagraph, Number: i + 1}, text})
		}
		return out
	}
	for _, c := range [][2][]Passage{
		{at("one two three"), at("one two three")},
		{at("one two three"), at("one 2 three")},
		{at("one two three"), at("one three")},
		{at("one three"), at("one two three")},
		{at("one", "two", "three"), at("one", "three")},
		{at("one", "two", "three"), at("one", "two")},
		{at("one", "two", "three"), at("two", "three")},
		{at("one", "three"), at("one", "two", "three")},
		{at("one two", "three four"), at("one", "four")},
		{at("one two", "three four"), at("one two three", "four")},
		{at("one"), at()},
		{at(), at("one")},
		{at(), at()},
		{at("a b c d e f"), at("a x y d z f")},
		{at("a b", "c d", "e f"), at("a b", "x", "e f g")},
		{at("the end goes"), at("the end")},
		{at("begin the text"), at("the text")},
	} {
		fmt.Fprintf(&b, "%q → %q\n", Joined(c[0]), Joined(c[1]))
		for _, d := range Difference(c[0], c[1]) {
			fmt.Fprintf(&b, "  %s %s\n", golden.Given(d.Place), golden.Given(d.Stretches))
		}
	}
	rel, diags := readFiles(readSlips(t))
	if rel == nil {
		t.Fatal(diags)
	}
	for _, v := range rel.Versions {
		passages := rel.Passages(v)
		var changed []ChangedPassage
		for _, p := range passages {
			fmt.Fprintf(&b, "%s | %s\n", p.Place.Name(v.Catalogue(), rel.Issuer.Name), p.Text)
			changed = append(changed, ChangedPassage{Place: p.Place})
		}
		for _, n := range []int{0, 1, 2, 3, len(changed)} {
			fmt.Fprintf(&b, "%q: %s\n", rel.PlaceNames(v, changed[:n]), rel.Sentence(v, changed[:n], " it was wrong "))
		}
		name := changed[0].Place.Name(v.Catalogue(), "")
		fmt.Fprintf(&b, "%s\n", rel.Sentence(v, changed[:1], strings.ToUpper(name)+" was wrong"))
	}
	for kind := InHeadline; kind <= InTable; kind++ {
		for _, tag := range []string{"en", "es"} {
			cat, _ := language.For(tag)
			fmt.Fprintf(&b, "%s\n", Place{Kind: kind, Number: 2, Item: 3, Row: "North", Column: "Berths"}.Name(cat, "Issuer"))
		}
	}
	golden.File(t, "differences.golden.txt", b.String())
}

// A partner's own edition, and what it is called as a file.
func TestEditionsWhole(t *testing.T) {
	files := readSlips(t)
	settings := Settings{
		Organization: Organization{ID: "union", Name: "Valley Union", Timezone: "America/Los_Angeles"},
		Orgs: []Org{
			{ID: "tarn", Name: "Tarn Riders", Boilerplate: "**About** the riders.", Press: &PressContact{Name: "Press Desk", Email: "press@tarnriders.example"}},
			{ID: "clinics", Name: "Valley Clinics", Language: "es", Boilerplate: "Sobre las clínicas."},
			{ID: "none", Name: "No One", Boilerplate: "<b>broken</b>"},
			{ID: "unnamed"},
		},
	}
	files[""] = strings.Replace(files[""], "role = \"press officer\"", "role = \"press officer\"\norg = \"Tarn Riders\"\npublic = true", 1)
	rel, diags := Read("buses", []Source{{Name: "buses.md", Data: []byte(files[""])}, {Name: "buses.es.md", Language: "es", Data: []byte(files["es"])}}, settings)
	if rel == nil {
		t.Fatal(diags)
	}
	var b strings.Builder
	for _, name := range []string{"tarn", "Tarn Riders", "union", "Valley Union", "unnamed", "nobody", ""} {
		_, ok := settings.Org(name)
		fmt.Fprintf(&b, "%q is %q, known %v\n", name, settings.OrgName(name), ok)
	}
	fmt.Fprintf(&b, "%v, %q\n", settings.OrgIDs(), Settings{}.OrgName(""))
	for _, o := range settings.Orgs {
		for _, e := range []*Release{rel.Edition(o), rel.LocalTo(o)} {
			fmt.Fprintf(&b, "=== %s, takes %v, edition of %q by %s\n", o.ID, rel.Takes(o), e.EditionOf, e.Issuer.Name)
			for _, c := range e.Contacts {
				fmt.Fprintf(&b, "contact %s, %s, %s, %v\n", c.Name, c.Org, c.Email, c.Public)
			}
			for _, p := range e.Partners {
				fmt.Fprintf(&b, "partner %s %s\n", p.ID, p.Name)
			}
			for _, v := range e.Versions {
				fmt.Fprintf(&b, "%s: %d of boilerplate:", v.Language, len(v.Boilerplate))
				for _, block := range v.Body {
					if q, ok := block.(*Quotation); ok {
						fmt.Fprintf(&b, " %s", q.ID)
					} else {
						fmt.Fprintf(&b, " %T", block)
					}
				}
				for _, phase := range []Phase{PhaseAdvance, PhaseRelease} {
					fmt.Fprintf(&b, "; %s", e.FileName(Variant{Language: v.Language, Phase: phase}))
				}
				b.WriteString("\n")
			}
		}
	}
	golden.File(t, "editions.golden.txt", b.String())
}

// A file that stands for a release and holds the words of one in another language.
func TestFilesThatAreNamedLikeReleases(t *testing.T) {
	var b strings.Builder
	for _, slug := range []string{"buses-es", "buses_es", "buses.es", "buses es", "buses-pt-br", "buses-pt-BR", "my-buses-es", "my-buses-pt-br", "es", "-es", "buses-xx", "buses-now", "Buses-es", "my buses-es", "a-en-es", "buses-tlh"} {
		for _, key := range []string{"", "date = 2026-07-26", "embargo = 2026-07-26T09:00:00Z", "release_at = 2026-07-26T09:00:00Z", "to = [\"a\"]", "[[contact]]\nname = \"A\""} {
			doc, diags := frontmatter.Split(slug+".md", []byte("+++\nheadline = \"x\"\n"+key+"\n+++\nx\n"))
			if doc == nil {
				t.Fatal(diags)
			}
			right, main, ok := misnamed(slug, doc)
			if key == "" || ok {
				fmt.Fprintf(&b, "%s with %q: %q %q %v\n", slug, key, right, main, ok)
			}
		}
	}
	fmt.Fprintln(&b, misnamedError("x-es.md", "x.es.md", "x.md"))
	for _, keys := range []string{
		"advance = [\"a\"]\nadvance_at = 2026-07-25T09:00:00", "advance_at = 2026-07-25T09:00:00Z", "advance = [\"a\"]\nadvance_at = 2026-07-25", "advance = [\"a\"]\nadvance_at = 2026-07-27T09:00:00Z", "advance = [\"a\"]\nadvance_at = 2026-07-26T09:00:00Z", "advance = [\"a\"]\nadvance_at = 2026-07-26T08:59:59Z",
		"advance = [\"a\"]\nlift_note = true", "lift_note = true", "group = \"g\"", "group = \"G h\"", "group = 3", "timezone = \"America/Los_Angeles\"\nadvance = [\"a\"]\nadvance_at = 2026-03-08T02:30:00", "language = \"tlh\"", "language = \"pl\"", "language = \"x!\"",
		"[notice]\nheadline = \"H\"\ntext = \" T \"", "[notice]\ntext = \"" + strings.Repeat("x", maxNotice) + "\"", "[notice]\ntext = \"" + strings.Repeat("x", maxNotice+1) + "\"", "[notice]\nembargo = 1", "[[document]]\ntitle = \"A\"\nfile = 'a\\b.pdf'", "[[document]]\ntitle = \"A\"\nfile = \"a\\\\b.pdf\"", "[[document]]\ntitle = \"A\"\nfile = \" a.pdf \"",
	} {
		rel, diags := read(t, "+++\nheadline = \"H\"\nto = [\"a\"]\nembargo = 2026-07-26T09:00:00Z\n"+keys+"\n[[contact]]\nname = \"B\"\nemail = \"b@c.example\"\n+++\nx\n")
		fmt.Fprintf(&b, "=== %.90q: read %v; %s\n", keys, rel != nil, diags)
		if rel != nil {
			fmt.Fprintf(&b, "advance at %v, lift note %v, group %q, notice %.20q %.20q, documents %v\n", rel.AdvanceAt, rel.LiftNote, rel.Group, rel.NoticeIn("en").Headline, rel.NoticeIn("es").Text, rel.Documents)
		}
	}
	golden.File(t, "named.golden.txt", b.String())
}
