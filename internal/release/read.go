package release

import (
	"errors"
	"net/mail"
	"slices"
	"strings"
	"time"
	"unicode"

	"pressroom/internal/diagnostic"
	"pressroom/internal/frontmatter"
	"pressroom/internal/language"
	"pressroom/internal/pattern"
)

// Position is a place in a file.
type Position = diagnostic.Position

// Source is one file of a release: its name as diagnostics give it, its bytes
// and, for all but the main file, its language.
type Source struct {
	Name     string
	Language string
	Data     []byte
}

var slugPattern = pattern.New(`^[a-z0-9]+(-[a-z0-9]+)*$`)

// ValidSlug tells whether s can name a release.
func ValidSlug(s string) bool { return len(s) <= 100 && slugPattern.MatchString(s) }

// Read turns the sources of a release, the main one first, into the model.
// The Release is nil if there is any error; warnings leave it whole.
func Read(slug string, sources []Source, settings Settings) (*Release, diagnostic.List) {
	return ReadWithout(slug, sources, settings, nil)
}

// ReadWithout is Read for a sending that leaves quotes out: those of the
// organisations and those with the ids that are named in without.
func ReadWithout(slug string, sources []Source, settings Settings, without []string) (*Release, diagnostic.List) {
	r, diags := ReadInPart(slug, sources, settings, without)
	if diags.HasErrors() {
		return nil, diags
	}
	return r, diags
}

// ReadInPart is ReadWithout of a release that has errors too: what could be read of it, so that
// all that is wrong can be said at once. It is nil where that is no version of it.
func ReadInPart(slug string, sources []Source, settings Settings, without []string) (*Release, diagnostic.List) {
	r := &reader{
		settings: settings, leaveOut: without, without: make(map[string]bool), broken: make(map[string]bool), strayed: make(map[string]bool),
		rel: &Release{Slug: slug, File: sources[0].Name, Issuer: settings.Organization, Print: settings.Print},
	}
	doc, diags := frontmatter.Recover(sources[0].Name, sources[0].Data)
	if doc == nil {
		return nil, diags
	}
	if right, main, ok := misnamed(slug, doc); ok {
		return nil, misnamedError(sources[0].Name, right, main)
	}
	if !ValidSlug(slug) {
		doc.Report().Errorf(Position{File: sources[0].Name, Line: 1, Column: 1}, "slug",
			"the file's name must be small letters, digits and hyphens, as in river-report.md")
	}
	r.main(doc)
	r.rel.Without = append(r.rel.Without, without...)
	for _, w := range without {
		r.rel.Without = append(r.rel.Without, settings.OrgName(w))
	}
	r.partners()
	all := diagnostic.List{}
	docs := []*frontmatter.Document{doc}
	for _, src := range sources[1:] {
		tdoc, diags := frontmatter.Recover(src.Name, src.Data)
		if tdoc == nil {
			all = append(all, diags...)
			continue
		}
		r.translation(tdoc, src.Language)
		docs = append(docs, tdoc)
	}
	r.pictures()
	r.rel.Files = docs
	for _, d := range docs {
		all = append(all, d.Diagnostics()...)
	}
	all = all.Sort()
	if len(r.rel.Versions) == 0 {
		return nil, all
	}
	return r.rel, all
}

// partners finds the organisations of the coalition that are quoted or have signed.
func (r *reader) partners() {
	if len(r.rel.Versions) == 0 {
		return
	}
	taking := make(map[string]bool)
	for _, q := range r.rel.Main().Quotes {
		taking[q.Org] = true
	}
	for _, s := range r.rel.Signatories {
		taking[s] = true
	}
	for _, s := range r.rel.Late {
		taking[s.Name] = true
	}
	for _, o := range r.settings.Orgs {
		if taking[o.Name] && o.ID != r.rel.Issuer.ID {
			r.rel.Partners = append(r.rel.Partners, o)
		}
	}
}

type reader struct {
	settings Settings
	rel      *Release
	leaveOut []string        // organisations and quotes, as they were named
	without  map[string]bool // ids of the quotes that are left out
	broken   map[string]bool // ids of the quotes that are not read because of an error
	nameless bool            // a quote whose id nobody knows has an error
	strayed  map[string]bool // tables of which a key stands elsewhere

	declared   []*declaration
	undeclared []reference
}

func (r *reader) main(doc *frontmatter.Document) {
	t := doc.Root()
	r.expectTop(t)
	rel := r.rel
	org := r.settings.Organization
	v := &Version{Language: "en"}
	if org.Language != "" {
		v.Language = org.Language
	}
	if t.Has("language") {
		v.Language = t.Line("language")
	}
	cat := r.catalogue(t, v)
	r.zone(t)
	r.timing(t)
	r.group(t)
	if t.Has("organization") {
		r.issuer(t, t.Line("organization"))
	}
	rel.Topics = t.Strings("topics")
	rel.To = r.audiences(t, "to")
	r.advance(t)
	r.liftNote(t)
	r.zones(t)
	r.access(t)
	rel.Signatories = r.signatories(t)
	r.lateSignatories(t)
	r.quotesTable(t)
	r.contacts(t)
	r.documents(t)
	r.words(t, v, cat)
	v.Media = r.media(t)
	r.covers(t, v, true)
	r.notice(t, v)
	r.quotes(t, v, cat, nil)
	r.ordered(v)
	r.body(doc, v)
	rel.Versions = []*Version{v}
}

// catalogue finds the language that a version is written in.
func (r *reader) catalogue(t *frontmatter.Table, v *Version) *language.Catalogue {
	tag, err := language.Canonical(v.Language)
	if err != nil {
		if known := r.named(v.Language); known != "" {
			t.Errorf("language", "language", "a language is written as its tag; write %q instead of %s", known, v.Language)
			t.Report().Write(diagnostic.Instead{Old: v.Language, New: known})
		}
		t.Errorf("language", "language", "%v", err)
		tag = "en"
	}
	v.Language = tag
	cat, ok := r.settings.Languages.For(tag)
	if !ok {
		t.Errorf("language", "language",
			"no phrases for the language %s yet; pressroom languages says which there are, and templates/language/%s.toml would add it", tag, tag)
		cat = r.settings.Languages.Of(tag) // English
	}
	if !r.settings.Languages.On(cat) {
		t.Errorf("language", "language",
			"nobody who speaks %s has read its phrases yet; put languages = [%q] into [organization] in pressroom.toml to use them all the same"+
				" (pressroom languages says what there is)", cat.English, cat.Tag)
	}
	v.catalogue = cat
	return cat
}

// named is the tag of a language that is called by its own name.
func (r *reader) named(name string) string {
	for _, tag := range r.settings.Languages.Known() {
		if c, ok := r.settings.Languages.For(tag); ok && strings.EqualFold(c.Name, name) {
			return tag
		}
	}
	return ""
}

// zone sets the zone in which times are printed.
func (r *reader) zone(t *frontmatter.Table) {
	r.rel.Zone = time.UTC
	name := r.settings.Organization.Timezone
	if t.Has("timezone") {
		name = t.Line("timezone")
	}
	if name == "" {
		return
	}
	zone, err := time.LoadLocation(name)
	if err != nil || name == "Local" {
		if !t.Faulty("timezone") {
			noZone(t, t.ValueAt("timezone"), name)
		}
		return
	}
	r.rel.Zone = zone
}

func (r *reader) timing(t *frontmatter.Table) {
	kinds := []struct {
		key  string
		kind TimingKind
	}{{"date", Immediate}, {"embargo", Embargoed}, {"release_at", Scheduled}}
	found := ""
	for _, k := range kinds {
		if !t.Has(k.key) {
			continue
		}
		raw, _ := t.Raw(k.key)
		word := raw == AtWord && k.kind == Scheduled
		var m Moment
		var ok bool
		if !word {
			m, ok = r.when(t, k.key)
		}
		if found != "" {
			t.Errorf(k.key, "time", "%s and %s are both set; a release has one of date, embargo and release_at", found, k.key)
			continue
		}
		found = k.key
		r.rel.Timing = Timing{Kind: k.kind, Position: t.ValueAt(k.key)}
		if word {
			r.rel.Timing.Kind = OnWord
		} else if ok {
			r.instant(t, k.key, k.kind, m)
		}
	}
	if found == "" {
		t.Report().Errorf(t.ValueAt("headline"), "time", "no time of release; add date = 2026-07-26 (goes out that day), embargo = … or "+
			"release_at = …")
	}
}

// AtWord stands in release_at for the word that lets a release go.
const AtWord = "hold"

// group reads of which releases one will go and the others will not.
func (r *reader) group(t *frontmatter.Table) {
	if !t.Has("group") {
		return
	}
	name := t.Line("group")
	if name != "" && !ValidSlug(name) {
		t.Errorf("group", "group", "%q is no name for a group; use small letters, digits and hyphens, as in group = %q", name, Slugify(name))
		t.Report().Write(diagnostic.Instead{Old: name, New: Slugify(name)})
		return
	}
	if r.rel.Timing.Kind != OnWord {
		t.Errorf("group", "group", "a group is of releases that wait for a word; write release_at = %q, or take group out", AtWord)
		return
	}
	r.rel.Group = name
}

// Unknown stands for what an import could not tell: an instant, or whose words a quote is.
const Unknown = "?"

// when reads a time of release. One that is Unknown is an error of its own: nothing
// is built, shown or sent of a release whose instant nobody has settled.
func (r *reader) when(t *frontmatter.Table, key string) (m Moment, ok bool) {
	if raw, _ := t.Raw(key); raw != Unknown {
		return moment(t, key)
	}
	example := "embargo = 2026-07-26T09:00:00 with timezone = \"America/New_York\" (an IANA name), or with its offset, embargo = " +
		"2026-07-26T09:00:00-04:00"
	t.Errorf(key, "time", "%s = \"?\" stands for an instant that is not known; find out when this may be published and write %s; "+
		"if there is no embargo, date = 2026-07-26 instead", key, example)
	return m, false
}

func (r *reader) instant(t *frontmatter.Table, key string, kind TimingKind, m Moment) {
	if kind == Immediate {
		if !m.IsDate() {
			t.Errorf(key, "time", "date is a day, as in 2026-07-26; for an instant write release_at or embargo")
			return
		}
		r.rel.Timing.At = m.dayStart(r.rel.Zone)
		return
	}
	if m.IsDate() {
		t.Errorf(key, "time", "%s needs a time of day, as in 2026-07-26T09:00:00", key)
		return
	}
	if m.kind == localDateTime && !t.Has("timezone") && r.settings.Organization.Timezone == "" {
		t.Errorf(key, "time", "a local time needs timezone = \"America/Los_Angeles\" (or another IANA name), or write the offset: %s-07:00",
			m.wall.Format("2006-01-02T15:04:05"))
		return
	}
	at, err := m.In(r.rel.Zone)
	if err != nil {
		t.Errorf(key, "time", "%v", err)
		if twice := (*TwiceError)(nil); errors.As(err, &twice) {
			t.Report().Write(diagnostic.Instead{Old: t.Written(key), New: twice.Readings[0], Or: twice.Readings[1]})
		}
		return
	}
	r.rel.Timing.At = at
}

func (r *reader) issuer(t *frontmatter.Table, id string) {
	org := r.settings.Organization
	if id == "" || id == org.ID {
		return
	}
	for _, o := range r.settings.Orgs {
		if o.ID == id {
			r.rel.Issuer = Organization{
				ID: o.ID, Name: o.Name, URL: o.URL, Logo: o.Logo, Boilerplate: o.Boilerplate, Language: org.Language,
				Timezone: org.Timezone, Layout: org.Layout,
			}
			return
		}
	}
	known := []string{org.ID}
	for _, o := range r.settings.Orgs {
		known = append(known, o.ID)
	}
	t.Errorf("organization", "organization", "no organisation has the id %q; known: %s (see pressroom.toml)", id, strings.Join(known, ", "))
}

func (r *reader) audiences(t *frontmatter.Table, key string) []Audience {
	var out []Audience
	for i, name := range t.Strings(key) {
		out = append(out, Audience{name, t.ElementAt(key, i)})
	}
	return out
}

// signatories reads who has signed, by names or by the ids of organizations. None is printed
// that says nothing, and one that stands twice is told.
func (r *reader) signatories(t *frontmatter.Table) []string {
	var names []string
	for i, written := range t.Strings("signatories") {
		name := r.settings.OrgName(strings.TrimSpace(strings.ReplaceAll(written, "\t", " ")))
		at := t.ElementAt("signatories", i)
		bare := func(s string) string { return strings.Join(strings.Fields(s), "") }
		again := slices.ContainsFunc(names, func(n string) bool { return strings.EqualFold(bare(n), bare(name)) })
		breaks := func(r rune) bool { return unicode.IsControl(r) || r == '\u2028' || r == '\u2029' }
		switch {
		case name == "":
			t.Report().Errorf(at, "signatory", "this signatory has no name; write it, or take it out")
		case strings.ContainsFunc(name, breaks):
			t.Report().Errorf(at, "line-break", "a signatory must stand on one line; write %q",
				diagnostic.Word(strings.Join(strings.FieldsFunc(name, breaks), " ")))
		case again:
			t.Report().Warnf(at, "signatory", "%s has signed already, and would stand twice; take it out here", diagnostic.Word(name))
		}
		names = append(names, name)
	}
	return names
}

// lateSignatories reads [[signatory]], which the partners' page writes.
func (r *reader) lateSignatories(t *frontmatter.Table) {
	for _, s := range t.Tables("signatory") {
		expect(s, "signatory")
		name := r.settings.OrgName(s.Line("org"))
		if name == "" {
			s.Errorf("org", "signatory", "a late signatory needs org; those who signed in time stand in signatories = […]")
		}
		on, ok := moment(s, "on")
		switch {
		case !s.Has("on"), ok && !on.IsDate():
			s.Errorf("on", "signatory", "a late signatory needs on: the day on which it signed, as in 2026-07-27")
		case ok:
			r.rel.Late = append(r.rel.Late, LateSignatory{name, on.dayStart(r.rel.Zone)})
		}
	}
}

func (r *reader) contacts(t *frontmatter.Table) {
	for _, c := range t.Tables("contact") {
		expect(c, "contact")
		pc := ReadPressContact(c)
		pc.Org = r.settings.OrgName(pc.Org)
		r.rel.Contacts = append(r.rel.Contacts, pc)
	}
	if len(r.rel.Contacts) == 0 && !r.strayed["contact"] {
		t.Errorf("contact", "contact", "no press contact; add [[contact]] with name and phone or email")
	}
}

// ReadPressContact reads a table that says whom journalists call.
func ReadPressContact(c *frontmatter.Table) PressContact {
	pc := PressContact{
		Name: c.Line("name"), Role: c.Line("role"), Phone: c.Line("phone"), Email: c.Line("email"),
		Org: c.Line("org"), Hours: c.Line("hours"), Public: c.Bool("public", true),
	}
	if pc.Name == "" {
		c.Errorf("name", "contact", "a press contact needs a name")
	}
	if pc.Phone == "" && pc.Email == "" {
		c.Errorf("phone", "contact", "a press contact needs phone or email, so that journalists can reach somebody")
	}
	if pc.Email != "" {
		if a, err := mail.ParseAddress(pc.Email); err != nil || a.Name != "" || a.Address != pc.Email {
			c.Errorf("email", "address", "%q is not an e-mail address", diagnostic.Word(pc.Email))
		}
	}
	return pc
}

// words reads what differs between languages and stands on top.
func (r *reader) words(t *frontmatter.Table, v *Version, _ *language.Catalogue) {
	v.HeadlineAt = t.ValueAt("headline")
	v.Headline = t.Line("headline")
	if v.Headline == "" {
		t.Errorf("headline", "headline", "no headline; add headline = \"…\"")
	}
	v.Subhead = t.Line("subhead")
	v.Subject = t.Line("subject")
	if v.Subject == "" {
		v.Subject = v.Headline
	}
	v.Dateline = t.Line("dateline")
	if t.Has("boilerplate") {
		v.Boilerplate = parseMarkdown(r.source(t, "boilerplate", t.String("boilerplate"), "the boilerplate"))
	} else if v.Language == r.settings.Organization.Language || len(r.rel.Versions) == 0 {
		var diags diagnostic.List
		v.Boilerplate = parseMarkdown(&textSource{
			src: r.rel.Issuer.Boilerplate, diags: &diags, what: "the boilerplate",
			at: func(int) Position { return Position{File: "pressroom.toml"} },
		})
		*t.Report() = append(*t.Report(), diags...)
	}
	notes := r.source(t, "notes", t.String("notes"), "the notes")
	notes.rtl = language.RightToLeft(v.Language)
	v.Notes = parseMarkdown(notes)
}

func (r *reader) source(t *frontmatter.Table, key, src, what string) *textSource {
	return &textSource{
		src: src, diags: t.Report(), what: what,
		at: func(offset int) Position { return t.InString(key, offset) },
	}
}

func (r *reader) media(t *frontmatter.Table) []Medium {
	var out []Medium
	for _, m := range t.Tables("media") {
		expect(m, "media")
		md := Medium{
			File: filePath(m), URL: m.Line("url"), Alt: m.Line("alt"), Caption: m.Line("caption"),
			Credit: m.Line("credit"), Rights: m.Line("rights"), At: m.Here(),
		}
		fileOrURL(m, md.File, md.URL, isPictureName(md.File))
		if md.Alt == "" && md.Key() != "" && md.IsPicture() {
			m.Errorf("alt", "alt", "a picture needs alt: what it shows, for those who cannot see it")
		}
		r.declare(m, md)
		out = append(out, md)
	}
	return out
}
