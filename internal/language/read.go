package language

import (
	"maps"
	"regexp"
	"slices"
	"strings"

	"pressroom/internal/diagnostic"
	"pressroom/internal/frontmatter"
)

// The tables of a file that a language can do without: the pages are English then,
// and what people and programs answer in it is not understood.
var spareTables = []string{
	"pages", "links", "enclosed", "newsroom", "search", "holders", "embargo", "correction", "report", "verify",
	"answers", "speech", "automatic",
}

// reader reads the file of a language over one that it changes, if there is one.
type reader struct {
	c       *Catalogue
	example *Catalogue // shown where something is missing; nil while a language of the program is read
	over    bool       // what the file lacks is known already
}

// read reads the file of a language. under is what it is laid over, nil for a file
// that has to say all; example shows what is missing; english has the phrases of
// partners' pages, and is nil for itself. The catalogue is nil if something is wrong.
func read(f File, under, example, english *Catalogue) (*Catalogue, diagnostic.List) {
	doc, diags := frontmatter.Parse(f.Name, f.Data)
	if doc == nil {
		return nil, diags
	}
	r := &reader{c: new(Catalogue), example: example, over: under != nil}
	if under != nil {
		*r.c = *under
	}
	if english != nil {
		r.c.places = english.places
	}
	r.c.Tag = tagOf(f.Name)
	r.file(doc.Root())
	found := doc.Diagnostics().Sort()
	if found.HasErrors() {
		return nil, found
	}
	return r.c, found
}

func (r *reader) file(t *frontmatter.Table) {
	c := r.c
	r.text(t, "name", &c.Name, "Español")
	r.text(t, "english", &c.English, "Spanish")
	if yes := t.Bool("read", false); t.Has("read") || !r.over {
		c.Read = yes
	}
	if tables := t.Strings("unread"); t.Has("unread") || t.Has("read") {
		c.Unread = tables
	}
	r.list(t, "sources", &c.Sources)
	r.table(t, "marks", r.marks)
	r.table(t, "clauses", r.clauses)
	r.table(t, "dates", r.dates)
	r.table(t, "lines", r.lines)
	r.table(t, "phrases", r.phrases)
	for _, spare := range []struct {
		name string
		read func(*frontmatter.Table)
	}{
		{"pages", r.pages},
		{"links", r.links},
		{"enclosed", r.enclosed},
		{"newsroom", r.newsroom},
		{"search", r.search},
		{"holders", r.holders},
		{"embargo", r.embargo},
		{"correction", r.correction},
		{"report", r.report},
		{"verify", r.verify},
	} {
		if r.table(t, spare.name, spare.read) {
			c.Lacks = slices.DeleteFunc(slices.Clone(c.Lacks), func(s string) bool { return s == spare.name })
		}
	}
	r.table(t, "answers", r.answers)
	r.table(t, "speech", r.speech)
	switch lacks := slices.Contains(c.Lacks, "speech"); {
	case len(c.Speech.Verbs) > 0:
		c.Lacks = slices.DeleteFunc(slices.Clone(c.Lacks), func(s string) bool { return s == "speech" })
	case !lacks: // words by which the language is told introduce nobody
		c.Lacks = append(slices.Clone(c.Lacks), "speech")
	}
	r.table(t, "automatic", r.automatic)
	if sub := t.Table("portal"); sub != nil {
		r.portal(sub)
		sub.Done(nil)
	}
	c.countLacking()
	t.Done(nil)
}

// table reads a table, and tells whether it is there.
func (r *reader) table(t *frontmatter.Table, name string, read func(*frontmatter.Table)) bool {
	sub := t.Table(name)
	spare := slices.Contains(spareTables, name)
	switch {
	case sub != nil:
		read(sub)
		sub.Done(nil)
	case r.over:
	case spare:
		r.c.Lacks = append(slices.Clone(r.c.Lacks), name)
	case !t.Faulty(name):
		t.Errorf(name, "missing", "the table [%s] is missing; a language that lies over no other needs it", name)
	}
	return sub != nil
}

// text reads a line of text with its places, which it has to have all.
func (r *reader) text(t *frontmatter.Table, key string, to *string, example string, places ...string) {
	if !r.has(t, key, example) {
		return
	}
	s := t.String(key)
	if t.Faulty(key) {
		return
	}
	if s == "" || strings.ContainsAny(s, "\r\n") {
		t.Errorf(key, "language", "%s must be one line of text, as in %s = %s", key, key, frontmatter.Quote(example))
		return
	}
	held(t, key, s, places, places)
	*to = s
}

// has tells whether a key is there. Where it has to be and is not, it says how it reads
// in English.
func (r *reader) has(t *frontmatter.Table, key, example string) bool {
	if _, ok := t.Raw(key); ok || r.over {
		return ok
	}
	t.Report().Errorf(t.Here(), "missing", "%s is missing; write it as in %s = %s", key, key, frontmatter.Quote(example))
	return false
}

var placePattern = regexp.MustCompile(`\{[^{}]*\}?|\}`)

// held finds places that a text must not have, and those that it lacks.
func held(t *frontmatter.Table, key, s string, may, must []string) {
	written := strings.TrimRight(t.Written(key), `"'`) // without the marks behind it
	for _, i := range placePattern.FindAllStringIndex(written, -1) {
		name := strings.Trim(written[i[0]:i[1]], "{}")
		if slices.Contains(may, name) && written[i[0]:i[1]] == "{"+name+"}" {
			continue
		}
		if len(may) == 0 {
			t.ErrorWithin(key, i[0], "place", "%s takes nothing in braces; write it without %s", key, written[i[0]:i[1]])
			return
		}
		t.ErrorWithin(key, i[0], "place", "%s is no place of %s; it has %s", written[i[0]:i[1]], key, braced(may))
		return
	}
	for _, name := range must {
		if !strings.Contains(s, "{"+name+"}") {
			t.Errorf(key, "place", "%s lacks {%s}; write it where that is to stand", key, name)
			return
		}
	}
}

func braced(names []string) string { return "{" + strings.Join(names, "}, {") + "}" }

// list reads a list of texts, which may be empty and may be left out.
func (r *reader) list(t *frontmatter.Table, key string, to *[]string) {
	if list := t.Strings(key); t.Has(key) || !r.over {
		*to = list
	}
}

// several reads a list with as many texts as there are of it.
func (r *reader) several(t *frontmatter.Table, key string, to *[]string, n int, what string) {
	list := t.Strings(key)
	switch {
	case t.Faulty(key), !t.Has(key) && r.over:
		return
	case !t.Has(key):
		t.Report().Errorf(t.Here(), "missing", "%s is missing: %s", key, what)
		return
	}
	if len(list) != n || slices.Contains(list, "") {
		t.Errorf(key, "language", "%s has %d names; write %s", key, len(list), what)
		return
	}
	*to = list
}

func (r *reader) marks(t *frontmatter.Table) {
	c := r.c
	r.text(t, "open", &c.Open, "“")
	r.text(t, "close", &c.Close, "”")
	r.text(t, "reopen", &c.Reopen, "“")
	r.text(t, "inner", &c.InnerClosers, "’”'\")]")
	r.pattern(t, "comma", &c.Comma, ",", nil)
	r.pattern(t, "after_marks", &c.AfterMarks, ",", nil)
	r.text(t, "list_comma", &c.listComma, ", ")
	r.text(t, "stop", &c.Stop, ".")
	for key, to := range map[string]*bool{
		"spaced": &c.Spaced, "comma_outside": &c.CommaOutside, "stop_outside": &c.StopOutside,
	} {
		if yes := t.Bool(key, false); t.Has(key) {
			*to = yes
		} else if !r.over {
			t.Report().Errorf(t.Here(), "missing", "%s is missing; write %s = true or %s = false", key, key, key)
		}
	}
}

func (r *reader) clauses(t *frontmatter.Table) {
	c, e := r.c, r.shown()
	r.text(t, "said", &c.Said, e.Said, "speaker", "title", "org")
	r.text(t, "said_no_title", &c.SaidNoTitle, e.SaidNoTitle, "speaker", "org")
	r.text(t, "lead_in", &c.LeadIn, e.LeadIn, "speaker", "org")
	r.text(t, "signature", &c.Signature, e.Signature, "speaker", "title", "org")
	r.text(t, "signature_no_title", &c.SignNoRole, e.SignNoRole, "speaker", "org")
	if word, short, letters := t.Line("elide"), t.Line("elided"), t.Line("elide_before"); word != "" {
		c.elide, c.elided, c.elideBefore = word, short, letters
	}
}

// shown is the language whose texts are shown where one is missing.
func (r *reader) shown() *Catalogue {
	if r.example != nil {
		return r.example
	}
	return r.c
}

func (r *reader) dates(t *frontmatter.Table) {
	d := r.c.dates
	e := r.shown().dates
	r.several(t, "weekdays", &d.weekdays, 7, "the seven days, from Sunday on")
	r.several(t, "months", &d.months, 12, "the twelve months as they stand in a date, from January on")
	r.pattern(t, "date", &d.date, e.date, []string{"day", "month", "m", "year"}, "day", "year")
	r.pattern(t, "time", &d.time, e.time, []string{"HH", "H", "h12", "mm", "half"}, "mm")
	r.pattern(t, "instant", &d.instant, e.instant, []string{"weekday", "date", "time", "zone"}, "weekday", "date", "time", "zone")
	r.text(t, "noon", &d.noon, e.noon)
	r.text(t, "midnight", &d.midnight, e.midnight)
	elsewhere, must := "elsewhere", []string{"weekday", "day", "time", "zone"}
	if t.Has("utc") && !t.Has(elsewhere) { // as it was called while no other zone was told
		elsewhere, must = "utc", must[:3]
	}
	r.pattern(t, elsewhere, &d.elsewhere, e.elsewhere, []string{"weekday", "day", "month", "m", "time", "zone"}, must...)
	d.elsewhere = strings.Replace(d.elsewhere, "UTC", "{zone}", 1)
	if t.Has("short") {
		r.pattern(t, "short", &d.short, e.short, []string{"day", "month", "m", "time", "zone"}, "day", "time", "zone")
	}
	if t.Has("short_months") {
		r.several(t, "short_months", &d.shortMonths, 12, "the twelve months in short, from January on")
	}
	if first := t.Line("first"); t.Has("first") {
		d.first = first
	}
	if t.Has("halves") {
		r.several(t, "halves", &d.halves, 2, `what stands for the hours before noon and after it, as in ["a.m.", "p.m."]`)
	}
	if strings.Contains(d.time, "{half}") && len(d.halves) == 0 {
		t.Errorf("time", "place", `{half} needs halves = ["a.m.", "p.m."]`)
	}
	r.c.dates = d
}

// pattern reads a text that may have places, some of which it must have.
func (r *reader) pattern(t *frontmatter.Table, key string, to *string, example string, may []string, must ...string) {
	if !r.has(t, key, example) {
		return
	}
	if s := t.String(key); !t.Faulty(key) {
		held(t, key, s, may, must)
		*to = s
	}
}

func (r *reader) lines(t *frontmatter.Table) {
	c := r.c
	r.list(t, "abbreviations", &c.Abbreviations)
	r.list(t, "units", &c.Units)
	r.list(t, "titles", &c.Titles)
	r.list(t, "leaders", &c.Leaders)
}

func (r *reader) phrases(t *frontmatter.Table) {
	allOf(r, t, "phrases", &r.c.Phrases, r.shown().Phrases, phrasePlaces)
}

func (r *reader) pages(t *frontmatter.Table) {
	allOf(r, t, "pages", &r.c.Pages, r.shown().Pages, pagePlaces)
}

func (r *reader) links(t *frontmatter.Table) {
	allOf(r, t, "links", &r.c.Links, r.shown().Links, linkPlaces)
}

// allOf reads a table of phrases. It has all of them, or lies over one that has.
func allOf[P ~string](r *reader, t *frontmatter.Table, name string, to *map[P]string, example map[P]string, places map[P][]string) {
	over := r.over
	r.over = over && !slices.Contains(r.c.Lacks, name)
	defer func() { r.over = over }()
	all := make(map[P]string, len(places)) // not that of the language which this one lies over
	for _, p := range slices.Sorted(maps.Keys(places)) {
		s := (*to)[p]
		r.text(t, string(p), &s, example[p], places[p]...)
		if s != "" {
			all[p] = s
		}
	}
	*to = all
}

func (r *reader) answers(t *frontmatter.Table) {
	a := &r.c.Answers
	for key, to := range map[string]*[]string{
		"leave": &a.Leave, "strike": &a.Strike, "whom": &a.Whom, "lists": &a.Lists, "cease": &a.Cease, "mail": &a.Mail,
		"alone": &a.Alone, "polite": &a.Polite, "filler": &a.Filler, "greetings": &a.Greetings, "closings": &a.Closings,
		"on": &a.On, "wrote": &a.Wrote, "original": &a.Original, "from": &a.From, "sent": &a.Sent, "device": &a.Device,
	} {
		r.list(t, key, to)
		if !t.Has(key) {
			continue
		}
		for i, w := range *to { // folded, so that they compare
			if (*to)[i] = Fold(w); (*to)[i] == "" {
				t.Report().Errorf(t.ElementAt(key, i), "language", "%q has no letters in it", w)
			}
		}
	}
	if yes := t.Bool("spaced", true); t.Has("spaced") || !r.over {
		a.Spaced = yes
	}
}

func (r *reader) speech(t *frontmatter.Table) {
	s := &r.c.Speech
	r.expressions(t, "verbs", &s.Verbs)
	r.expressions(t, "articles", &s.Articles)
	r.expressions(t, "pronouns", &s.Pronouns)
	r.expressions(t, "prepositions", &s.Prepositions)
	r.expressions(t, "weak_prepositions", &s.Weak)
	r.list(t, "common", &s.Common)
}

func (r *reader) automatic(t *frontmatter.Table) {
	a := &r.c.Automatic
	for key, to := range map[string]*[]string{
		"left": &a.Left, "stays": &a.Stays, "away_subject": &a.AwaySubject, "away": &a.Away, "ticket": &a.Ticket, "receipt": &a.Receipt,
	} {
		r.expressions(t, key, to)
	}
}

// expressions reads a list of expressions (RE2).
func (r *reader) expressions(t *frontmatter.Table, key string, to *[]string) {
	r.list(t, key, to)
	if !t.Has(key) {
		return
	}
	for i, s := range *to {
		if _, err := regexp.Compile(s); err != nil || s == "" {
			t.Report().Errorf(t.ElementAt(key, i), "language", "%q is no expression: %v", s, err)
		}
	}
}
