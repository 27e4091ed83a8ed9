package release

import (
	"slices"
	"strings"
	"testing"
	"time"

	"pressroom/internal/frontmatter"
)

// inSpanish is a file of a release's words in Spanish.
func inSpanish(keys string) Source {
	return Source{Name: "x.es.md", Language: "es", Data: []byte("+++\nheadline = \"H\"\n" + keys + "+++\nTexto.\n")}
}

// TestWhatIsSaidOfKeysThatReadersOfReleasesKnow reads zones, advance copies, contacts, topics and keys that stand elsewhere.
func TestWhatIsSaidOfKeysThatReadersOfReleasesKnow(t *testing.T) {
	t.Parallel()
	const embargo = "headline = \"H\"\nembargo = 2026-07-26T09:00:00Z\n"
	zoned := Settings{Organization: Organization{Timezone: "Europe/Paris"}}
	for name, c := range map[string]struct {
		keys     string
		settings Settings
		want     string // what is said, "" for nothing
	}{
		"the machine's own zone": {
			"headline = \"H\"\ndate = 2026-07-26\ntimezone = \"Local\"\n" + contact,
			Settings{},
			`"Local" is no time zone`,
		},
		"a zone": {"headline = \"H\"\ndate = 2026-07-26\ntimezone = \"Europe/Paris\"\n" + contact, Settings{}, ""},
		"an address between angles": {
			head + "[[contact]]\nname = \"A\"\nemail = \"<a@b.example>\"\n",
			Settings{},
			`"<a@b.example>" is not an e-mail address`,
		},
		"an address with a name": {
			head + "[[contact]]\nname = \"A\"\nemail = \"Ana <a@b.example>\"\n",
			Settings{},
			"is not an e-mail address",
		},
		"an address with a comment": {
			head + "[[contact]]\nname = \"A\"\nemail = \"a@b.example (Ana)\"\n",
			Settings{},
			"is not an e-mail address",
		},
		"no address":             {head + "[[contact]]\nname = \"A\"\nemail = \"a.example\"\n", Settings{}, "is not an e-mail address"},
		"an address":             {head + "[[contact]]\nname = \"A\"\nemail = \"a@b.example\"\n", Settings{}, ""},
		"no contact":             {head, Settings{}, "no press contact"},
		"advance copies in time": {embargo + "advance = [\"a\"]\nadvance_at = 2026-07-25T09:00:00Z\n" + contact, Settings{}, ""},
		"too late": {
			embargo + "advance = [\"a\"]\nadvance_at = 2026-07-26T09:00:00Z\n" + contact,
			Settings{},
			"advance copies leave before the embargo ends",
		},
		"just in time": {embargo + "advance = [\"a\"]\nadvance_at = 2026-07-26T08:59:59Z\n" + contact, Settings{}, ""},
		"of a local time": {
			embargo + "advance = [\"a\"]\nadvance_at = 2026-07-25T09:00:00\n" + contact,
			Settings{},
			"x.md:5:14: error: a local time needs timezone",
		},
		"of one in a zone": {
			embargo + "timezone = \"UTC\"\nadvance = [\"a\"]\nadvance_at = 2026-07-25T09:00:00\n" + contact,
			Settings{},
			"",
		},
		"of one in the settings' zone": {embargo + "advance = [\"a\"]\nadvance_at = 2026-07-25T09:00:00\n" + contact, zoned, ""},
		"to nobody":                    {embargo + "advance_at = 2026-07-25T09:00:00Z\n" + contact, Settings{}, "nobody gets any"},
		"of an embargo that is not known": {
			"headline = \"H\"\nembargo = \"?\"\nadvance = [\"a\"]\nadvance_at = 2026-07-25T09:00:00Z\n" + contact,
			Settings{},
			"stands for an instant that is not known",
		},
		"zones of a day": {head + "zones = [\"Asia/Tokyo\"]\n" + contact, Settings{}, "there is no embargo"},
		"zones of an embargo and a day": {
			head + "embargo = 2026-07-26T09:00:00Z\nzones = [\"Asia/Tokyo\"]\n" + contact,
			Settings{},
			"date and embargo are both set",
		},
		"a quote's key in a contact": {
			head + contact + "speaker = \"S\"\n",
			Settings{},
			"unknown key speaker; speaker belongs to a [[quote]]: move it below the line [[quote]]",
		},
		"a contact's key in a quote": {
			head + contact + "[[quote]]\norg = \"O\"\nspeaker = \"S\"\ntext = \"t\"\nhours = \"9\"\n",
			Settings{},
			"hours belongs to a [[contact]]",
		},
		"a contact's key on top": {
			head + "phone = \"1\"\n[[contact]]\nname = \"A\"\n",
			Settings{},
			"unknown key phone; phone belongs to a [[contact]]",
		},
		"a contact's name on top": {
			head + "name = \"A\"\n[[contact]]\nphone = \"1\"\n",
			Settings{},
			"x.md:5:1: error: unknown key name; name belongs to a [[contact]]: move it below the line [[contact]] [unknown-key]",
		},
		"a contact's name in a picture": {
			head + contact + "[[media]]\nfile = \"a.png\"\nalt = \"A\"\nname = \"A\"\n",
			Settings{},
			"unknown key name; name belongs to a [[contact]]: move it below the line [[contact]]",
		},
		"a picture's key in a quote": {
			head + contact + "[[quote]]\norg = \"O\"\nspeaker = \"S\"\ntext = \"t\"\ncredit = \"A\"\n",
			Settings{},
			"unknown key credit; credit belongs to a [[media]]: move it below the line [[media]]",
		},
		"a key of the release": {
			head + contact + "topics = [\"a\"]\n",
			Settings{},
			"topics belongs to the release, not to [[contact]]: move it above the first [[…]]",
		},
		"a slip of one": {
			head + contact + "topcis = [\"a\"]\n",
			Settings{},
			"did you mean topics? topics belongs to the release",
		},
		"a table's name in a table": {head + contact + "quote = \"a\"\n", Settings{}, "unknown key quote"},
	} {

		_, diags := Read("x", []Source{{Name: "x.md", Data: []byte("+++\n" + c.keys + "+++\nBody.\n")}}, c.settings)
		if got := diags.Error(); (c.want == "") != (got == "") || !strings.Contains(got, c.want) || len(diags) > 1 {
			t.Errorf("%s: %s", name, got)
		}
	}
}

// TestAKeyIsSentToAnotherTableOnly names the table that a key belongs to, where it stands in another.
func TestAKeyIsSentToAnotherTableOnly(t *testing.T) {
	t.Parallel()
	for _, c := range []struct{ name, header, key, want string }{
		{"contact", "[[contact]]", "speaker", "speaker belongs to a [[quote]]: move it below the line [[quote]]"},
		{"quote", "[[quote]]", "speaker", ""},
		{"quote", "[[quote]]", "topics", "topics belongs to the release, not to [[quote]]: move it above the first [[…]]"},
		{"", "", "topics", ""},
		{"quote", "[[quote]]", "topcis", "did you mean topics? topics belongs to the release, not to [[quote]]: move it above the first [[…]]"},
		{"quote", "[[quote]]", "media", ""},
		{"quote", "[[quote]]", "quotes", ""},
		{"quote", "[[quote]]", "notice", ""},
		{"quote", "[[quote]]", "words", ""},
		{"quote", "[[quote]]", "weather", ""},
	} {
		if got := hint(c.name, c.header, tables[c.name])(c.key); got != c.want {
			t.Errorf("%s in %s: %s", c.key, c.header, got)
		}
	}
}

// TestContactsInAnotherLanguage reads their roles and hours by address, and says of which there is none.
func TestContactsInAnotherLanguage(t *testing.T) {
	t.Parallel()
	const second = "[[contact]]\nname = \"Ana\"\nemail = \"ana@r.example\"\n[[contact]]\nname = \"Jan\"\nemail = \"jan@r.example\"\n"
	const ana, jan = "[[contact]]\nemail = \"ana@r.example\"\n", "[[contact]]\nemail = \"jan@r.example\"\n"
	for keys, want := range map[string]string{
		ana + "role = \"piloto\"\n" + jan + "role = \"guarda\"\n": "",
		ana + ana:                                                 "ana@r.example stands here twice",
		"[[contact]]\nrole = \"piloto\"\n":                        `"" is the address of no [[contact]] in x.md; write ana@r.example or jan`,
		"[[contact]]\nemail = \"bo@r.example\"\n":                 `"bo@r.example" is the address of no [[contact]]`,
		"[[contact]]\nemail = 5\nrole = \"piloto\"\n":             "email must be a string",
		"[[contact]]\nemail = \"ana@r.example\"\nphone = \"1\"\n": "phone is the same in every language",
	} {
		r, got := told("", second, "Body.", Settings{}, inSpanish(keys))
		if (want == "") != (got == "") || !strings.Contains(got, want) || strings.Count(got, "\n") > 0 {
			t.Errorf("%s: %s", keys, got)
		}
		if want == "" && (len(r.Version("es").ContactWords) != 2 || r.Version("es").ContactWords["ana@r.example"].Role != "piloto") {
			t.Errorf("%v", r.Version("es").ContactWords)
		}
	}
	if _, got := told("", "", "Body.", Settings{}, inSpanish("[[contact]]\nemail = \"ana@r.example\"\n")); !strings.Contains(got,
		"write one there first") {
		t.Errorf("where none has an address: %s", got)
	}
	if _, got := told("", "", "Body.", Settings{}, Source{Name: "x.es.md", Language: "es", Data: []byte("\xff\xfe")}); !strings.Contains(got,
		"x.es.md:1:1: error: the file is in UTF-16") {
		t.Errorf("a file that cannot be read: %s", got)
	}
	if r, diags := ReadInPart("x", []Source{{Name: "x.md", Data: []byte("\xff\xfe")}}, Settings{}, nil); r != nil || len(diags) != 1 {
		t.Errorf("%v %v", r, diags)
	}
}

// TestQuotesThatAreTranslated tells which are printed as translated, and of which the sign-off holds.
func TestQuotesThatAreTranslated(t *testing.T) {
	t.Parallel()
	const signed = "[[quote]]\nid = \"river\"\ntext = \"Agua.\"\n[quote.signoff]\nby = \"Ana\"\nat = 2026-07-25T10:00:00Z\ndigest = \"x\"\n"
	for _, c := range []struct {
		spanish, without string
		issuer           string
		want             bool
	}{
		{spanishRiver, "", "", true},
		{signed, "", "", false},
		{signed, "river/es/as-translated", "", true},
		{signed, "piers/es/as-translated", "", false},
		{spanishRiver, "", "River", false},
		{signed, "river/es/as-translated", "River", false},
	} {
		english := "+++\nheadline = \"H\"\ndate = 2026-07-26\nlanguage = \"en\"\n" + contact +
			"[[quote]]\nid = \"river\"\norg = \"River\"\nspeaker = \"A\"\n" +
			"text = \"Wet.\"\n[[quote]]\nid = \"piers\"\norg = \"Piers\"\nspeaker = \"B\"\ntext = \"Old.\"\n+++\nBody.\n"
		sources := []Source{{Name: "x.md", Data: []byte(english)}, {
			Name: "x.es.md", Language: "es",
			Data: []byte("+++\nheadline = \"H\"\n" + c.spanish + "+++\nTexto.\n"),
		}}
		r, diags := ReadWithout("x", sources, Settings{Organization: Organization{Name: c.issuer}}, []string{c.without})
		if r == nil {
			t.Fatal(diags)
		}
		var got []string
		for _, q := range r.AsTranslated() {
			got = append(got, q.Language+q.Quote.ID)
		}
		if slices.Contains(got, "esriver") != c.want || slices.ContainsFunc(got, func(s string) bool { return strings.HasPrefix(s, "en") }) {
			t.Errorf("%q of %q without %s: %q", c.spanish, c.issuer, c.without, got)
		}
	}
}

// TestQuotesThatWait tells of the quotes of others that have no sign-off, and of those that are asked for and not left out.
func TestQuotesThatWait(t *testing.T) {
	t.Parallel()
	asked := func(quote, id, org string, open bool) *Known {
		return &Known{Requests: []Asking{{Quote: quote, OrgID: id, Org: org, State: "asked", Open: open}}}
	}
	for _, c := range []struct {
		known   *Known
		without string
		want    int
	}{
		{asked("port", "port", "Port", true), "", 1},
		{asked("port", "port", "Port", false), "", 0},
		{asked("port", "port", "Port", true), "port", 0},
		{asked("quay", "port", "Port", true), "port", 0},
		{asked("quay", "port", "Port", true), "quay", 0},
		{asked("quay", "port", "Port", true), "PORT", 0},
		{asked("river", "river", "River", true), "", 0},
	} {
		r := twoLanguages(t, "", spanishRiver, c.without)
		absent := 0
		for _, p := range r.Pending(c.known) {
			if p.Absent {
				absent++
			}
		}
		if absent != c.want {
			t.Errorf("%+v without %s: %d", c.known.Requests, c.without, absent)
		}
	}
	known := asked("quay", "port", "Harbour Union", true)
	if got := twoLanguages(t, "", spanishRiver, "port").Pending(known); slices.ContainsFunc(got, func(p Pending) bool { return p.Absent }) {
		t.Errorf("one that is left out by the id of its organisation: %+v", got)
	}
	r := twoLanguages(t, "", spanishRiver)
	r.Issuer.Name = "River"
	r.Main().Quotes[1].Signoff = &Signoff{By: "Jan"}
	if got := r.Pending(nil); len(got) != 0 {
		t.Errorf("those of the issuer, and signed ones, wait: %+v", got)
	}
	r = twoLanguages(t, "", "[[quote]]\nid = \"piers\"\ntext = \"Muelle.\"\n"+spanishRiver)
	main, es := r.Main(), r.Version("es")
	for _, q := range es.Quotes {
		of := slices.IndexFunc(main.Quotes, func(m *Quote) bool { return m.ID == q.ID })
		digest := SignoffDigest("x", "es", q)
		same := &Known{Originals: map[string]string{digest: SignoffDigest("x", "en", main.Quotes[of])}}
		other := &Known{Originals: map[string]string{digest: "sha256:00"}}
		if r.stale(same, es, q) || !r.stale(other, es, q) || r.stale(&Known{}, es, q) || r.stale(nil, es, q) {
			t.Errorf("%s", q.ID)
		}
	}
	alone := &Quote{ID: "port", Text: "Puerto."}
	if r.stale(&Known{Originals: map[string]string{SignoffDigest("x", "es", alone): "sha256:00"}}, es, alone) {
		t.Error("one that is in no other language")
	}
}

// TestOrganisationsAreNamedByTheirIDs holds how they are printed, which take part and which are left out.
func TestOrganisationsAreNamedByTheirIDs(t *testing.T) {
	t.Parallel()
	s := Settings{
		Organization: Organization{ID: "union", Name: "Harbour Union"},
		Orgs:         []Org{{ID: "river", Name: "Rivers Trust"}, {ID: "nameless"}},
	}
	for name, want := range map[string]string{
		"river": "Rivers Trust", "union": "Harbour Union", "nameless": "nameless", "": "",
		"Rivers Trust": "Rivers Trust",
	} {
		if got := s.OrgName(name); got != want {
			t.Errorf("%s: %s", name, got)
		}
	}
	if got := (Settings{Organization: Organization{Name: "Harbour Union"}}).OrgName(""); got != "" {
		t.Errorf("an issuer without an id: %s", got)
	}
	if got := (Settings{Organization: Organization{ID: "union"}}).OrgName("union"); got != "union" {
		t.Errorf("an issuer without a name: %s", got)
	}
	for w, want := range map[string]bool{"": false, "river": true, "Rivers Trust": true, "rivers trust": true, "quay": true, "pier": false} {
		r := &reader{leaveOut: []string{w}, settings: Settings{Orgs: append([]Org{{Name: "Rivers Trust"}}, s.Orgs...)}}
		if got := r.left(&Quote{ID: "quay", Org: "Rivers Trust"}); got != want {
			t.Errorf("%q: %t", w, got)
		}
	}
	issued := Settings{Organization: s.Organization, Orgs: []Org{
		{ID: "river", Name: "Rivers Trust"},
		{ID: "lamps", Name: "Lamps"},
		{ID: "pier", Name: "Pier"},
	}}
	r, said := told("organization = \"river\"\nsignatories = [\"river\", \"lamps\"]\n", "[[signatory]]\norg = \"pier\"\non = 2026-07-27\n",
		"Body.", issued)
	if r == nil || len(r.Partners) != 2 || r.Partners[0].ID != "lamps" || r.Partners[1].ID != "pier" {
		t.Errorf("partners: %s", said)
	}
}

// TestAnInstantThatWaitsForAWordIsNotMoved sets that of an embargo and of a release.
func TestAnInstantThatWaitsForAWordIsNotMoved(t *testing.T) {
	t.Parallel()
	at := time.Date(2026, 7, 27, 9, 0, 0, 0, time.UTC)
	for keys, want := range map[string]string{
		"embargo = 2026-07-26T09:00:00Z\n":    "embargo = 2026-07-27T09:00:00Z\n",
		"release_at = 2026-07-26T09:00:00Z\n": "release_at = 2026-07-27T09:00:00Z\n",
		"release_at = \"hold\"\n":             "", "date = 2026-07-26\n": "", "embargo = \"?\"\n": "embargo = 2026-07-27T09:00:00Z\n",
	} {
		doc, _ := frontmatter.Split("x.md", []byte("+++\n"+keys+"+++\nBody.\n"))
		out, err := Retime(doc, at)
		if want == "" && err == nil || want != "" && string(out) != "+++\n"+want+"+++\nBody.\n" {
			t.Errorf("%s: %s %v", keys, out, err)
		}
	}
}

// TestMarksRoundAQuoteAreWrittenByTheStyle refuses those around the whole, and no others.
func TestMarksRoundAQuoteAreWrittenByTheStyle(t *testing.T) {
	t.Parallel()
	for text, want := range map[string]bool{
		"“Oars.”": true, "\"Oars.\"": true, "«Oars.»": true, "„Oars.“": true, "“Oars”, he said.": false, "“Oars” and “sails”": false,
		"He said “oars”":         false,
		"\"Oars\" and \"sails\"": false, "„Oars“ and «sails»": false, "Oars.": false, "“”": true, "“": false,
	} {
		_, got := told("", "[[quote]]\norg = \"O\"\nspeaker = \"S\"\ntext = '''"+text+"'''\n", "x", Settings{})
		if strings.Contains(got, "are written by the style") != want {
			t.Errorf("%s: %s", text, got)
		}
	}
	_, diags := Read("x", []Source{{Name: "x.md", Data: []byte("+++\n" + head + "phone = \"1\"\n+++\nBody.\n")}}, Settings{})
	if got := diags.Error(); !strings.Contains(got, "phone belongs to a [[contact]]") || strings.Contains(got, "no press contact") {
		t.Errorf("a contact's key without a contact: %s", got)
	}
	r := readOne(t, "An *oar* and [a **sail**](https://a.example).")
	if r.Main().hasMarks(r) {
		t.Error("what its author emphasised counts as changed")
	}
	r.Main().Body = []Block{&Paragraph{[]Inline{&Link{
		Href:     "x",
		Children: []Inline{&Emphasis{Changed: true, Children: []Inline{&Text{"x"}}}},
	}}}}
	if !r.Main().hasMarks(r) {
		t.Error("what was changed in a link does not count")
	}
}
