package sending

import (
	"cmp"
	"fmt"
	"html/template"
	"net/http"
	"slices"
	"strings"
	"time"

	"pressroom/internal/assist"
	"pressroom/internal/contacts"
	"pressroom/internal/draft"
	"pressroom/internal/fields"
	"pressroom/internal/frontmatter"
	"pressroom/internal/release"
	"pressroom/internal/web/proofs"
	"pressroom/internal/workspace"
)

// formView is the front matter of a file as a form.
type formView struct {
	view
	ways
	Name, Language string
	Tongues        []tongue
	Broken         bool // it cannot be read, and has to be put right as text
	Findings       []finding
	Unsure         []string    // what an import was not sure of
	Timing         *timingView // nil in another language than its own
	Parts          []partView
	Several        []severalView
	Taken          []fields.Taken
	Zones          []string
	May            bool           // write, and not only look
	Pane           template.HTML  // the preview
	zone           *time.Location // by whose clock its moments are
	shown          *proofs.Shown  // the forms as they were looked at without saving
	Left           string         // the file in the place of which another was put, where nothing uses it
}

// tongue is a language of the release, and how its words stand to the original's.
type tongue struct {
	Language, Tag string
	Here          bool
	Stale         []string // of whose quotes the original is another by now
}

// timingView is when the release goes out.
type timingView struct {
	fields.Timing
	Was    fields.Timing
	Clock  string // the zone by whose clock it is
	Prints string
	Wrong  string
	P      string // begins the names of its fields
	// Readings are the two instants that it can mean, where a clock shows it twice.
	Readings []reading
	Kept     bool // what was typed stands in it, and is not saved
}

type partView struct {
	part
	Entry  int // which of several; -1 for what stands once, or is to be added
	Fields []fieldView
	Sum    string // what it is, in a line
	Open   bool
	Kept   bool // what was typed stands in it, and is not saved
	First  bool
	Last   bool
	Signed bool   // a quote's words were signed off
	File   string // that it names, where another can be put in its place
}

// severalView are the tables of a name.
type severalView struct {
	part
	Entries []partView
	New     *partView // one more; nil where a translation takes those of the original
	Lacking []partView
	Upload  bool
}

// fieldView is a field as it is shown.
type fieldView struct {
	fields.Field
	Text, Value, Was, ID string
	Options              []option
	Readings             []reading // of a time that a clock shows twice
	Shown                bool      // else it is for who writes the text
	Original             string    // in the main language
	Tag                  string    // the language that it is in, where that is another than the page's
	Fixed                bool      // it names what is translated
}

// option is one that can be chosen.
type option struct {
	Value, Text string
	On          bool
	Count       int // journalists; -1 where it is none of the press lists
}

// former makes the view of one file.
type former struct {
	*Pages
	sheet, main fields.Sheet
	lang        string
	book        *contacts.Book
	assets      []string
}

// form makes the view of a release's file in a language.
func (h *Pages) form(r *http.Request) (v formView, err error) {
	slug, lang := r.PathValue("slug"), line(r, "language")
	v = formView{view: h.view(r), ways: waysOf(r, "form"), Language: lang}
	v.May = v.Who.Can(workspace.Lead)
	if left := line(r, "left"); left != "" && v.May {
		v.Left = h.left(left)
	}
	folder := draft.New(h.Workspace)
	sources, err := folder.Sources(slug)
	if err != nil {
		return v, err
	}
	opened, err := folder.Open(slug, lang)
	if err != nil {
		return v, err
	}
	v.Name, v.Language, v.Unsure = opened.Name, opened.Language, draft.Unsure(opened.Text)
	if v.Tongues, err = h.tongues(r, sources, v.Language); err != nil {
		return v, err
	}
	f := former{Pages: h, lang: v.Language, assets: h.Workspace.Assets()}
	for _, s := range sources {
		doc, diags := frontmatter.Split(s.Name, s.Data)
		if doc == nil && (s.Name == v.Name || s.Name == sources[0].Name) {
			v.Broken, v.Findings = true, findings(diags)
			return v, nil
		}
		sheet := fields.Sheet{Doc: doc, Zone: h.Press.Zone()}
		if s.Name == sources[0].Name {
			f.main = fields.Sheet{Doc: doc, Zone: h.zoneOf(sheet)}
		}
		if s.Name == v.Name {
			f.sheet, v.zone = fields.Sheet{Doc: doc, Zone: f.main.Zone}, f.main.Zone
		}
	}
	facts, err := h.Author.Facts(r.Context())
	if err != nil {
		return v, err
	}
	f.book, v.Zones = facts.Book, assist.Zones(facts)
	f.fill(&v)
	return v, nil
}

// zoneOf is the zone by whose clock a release's times are.
func (h *Pages) zoneOf(s fields.Sheet) *time.Location {
	if zone, err := time.LoadLocation(s.TimingOf().Zone); err == nil && s.TimingOf().Zone != "" {
		return zone
	}
	return h.Press.Zone()
}

// tongues are the languages of a release.
func (h *Pages) tongues(r *http.Request, sources []release.Source, here string) ([]tongue, error) {
	stale := make(map[string][]string)
	slug := r.PathValue("slug")
	rel, _, err := draft.New(h.Workspace).Release(slug)
	if err != nil {
		return nil, err
	}
	main := ""
	if rel != nil {
		known, err := h.Press.Known(r.Context(), slug)
		if err != nil {
			return nil, err
		}
		for _, p := range rel.Pending(known) {
			if p.Stale {
				stale[p.Key.Language] = append(stale[p.Key.Language], p.Org)
			}
		}
		main = rel.Main().Language
	}
	var out []tongue
	for i, s := range sources {
		tag := s.Language
		if i == 0 {
			tag = main
		}
		out = append(out, tongue{Language: s.Language, Tag: tag, Here: s.Language == here, Stale: stale[tag]})
	}
	return out, nil
}

// translated tells whether it is the file of another language than the release's own.
func (f *former) translated() bool { return f.sheet.Doc.Name != f.main.Doc.Name }

func (f *former) fill(v *formView) {
	if !f.translated() {
		t := f.sheet.TimingOf()
		v.Timing = &timingView{Timing: t, Was: t, Clock: f.sheet.Zone.String()}
	}
	for _, p := range parts {
		if one := f.part(p, -1, p.Table); len(one.Fields) > 0 {
			v.Parts = append(v.Parts, one)
		}
	}
	for _, p := range several {
		if len(release.Keys(p.Table, f.translated())) > 0 {
			v.Several = append(v.Several, f.several(p))
		}
	}
}

// part is a table at a path.
func (f *former) part(p part, entry int, path string) partView {
	out := partView{part: p, Entry: entry}
	known := release.Keys(p.Table, f.translated())
	original := f.original(p, path)
	for _, l := range p.Keys {
		if !slices.Contains(known, l.Key) {
			continue
		}
		field := fields.Of(p.Table, l.Key)
		one := fieldView{Field: field, Text: l.Text, Value: f.sheet.Value(path, field)}
		one.Shown = path == "" && p.Table != "" || f.sheet.Shows(path, field) // one more is shown empty
		one.Was, one.ID = one.Value, p.ID+"-"+l.Key
		if entry >= 0 {
			one.ID = fmt.Sprintf("%s-%d-%s", p.ID, entry, l.Key)
		}
		if f.translated() {
			one.Original, one.Tag = f.main.Value(original, field), f.lang
			one.Fixed = l.Key == name(p.Table)
		}
		one.Options = f.options(one)
		if field.Kind == fields.Moment {
			one.Readings = readingsOf(one.Value, f.sheet.Zone)
		}
		out.Fields = append(out.Fields, one)
	}
	return out
}

// name is the key by which a translation says of which table it holds the words.
func name(table string) string {
	return map[string]string{"quote": "id", "contact": "email", "media": "file", "cover": "id"}[table]
}

// original is where the main file has what a translation has at a path.
func (f *former) original(p part, path string) string {
	if !f.translated() || path == p.Table {
		return path
	}
	key := fields.Of(p.Table, name(p.Table))
	for i := range f.main.Doc.Len(p.Table) {
		at := frontmatter.Index(p.Table, i)
		if called := f.called(p.Table, i); called != "" && called == f.sheet.Value(path, key) {
			return at
		}
	}
	return "nowhere"
}

// called is what a translation calls a table of the main file.
func (f *former) called(table string, i int) string {
	at := frontmatter.Index(table, i)
	called := f.main.Value(at, fields.Of(table, name(table)))
	if called == "" && table == "quote" {
		called = release.Slugify(f.main.Value(at, fields.Of(table, "org")))
	}
	return called
}

func (f *former) several(p part) severalView {
	out := severalView{part: p, Upload: !f.translated() && (p.Table == "media" || p.Table == "document")}
	n := f.sheet.Doc.Len(p.Table)
	there := make(map[string]bool)
	for i := range n {
		path := frontmatter.Index(p.Table, i)
		one := f.part(p, i, path)
		one.First, one.Last = i == 0, i == n-1
		one.Signed = f.sheet.Doc.Within(path)["signoff"] != nil
		one.Sum = f.sum(p.Table, path, one)
		if out.Upload {
			one.File = f.sheet.Value(path, fields.Of(p.Table, "file"))
		}
		there[f.sheet.Value(path, fields.Of(p.Table, name(p.Table)))] = true
		out.Entries = append(out.Entries, one)
	}
	if !f.translated() {
		one := f.part(p, -1, "")
		for i := range one.Fields {
			one.Fields[i].Value, one.Fields[i].Was, one.Fields[i].Shown = "", "", true
			one.Fields[i].Options = f.options(one.Fields[i])
		}
		out.New = &one
		return out
	}
	for i := range f.main.Doc.Len(p.Table) {
		called := f.called(p.Table, i)
		if called == "" || there[called] {
			continue
		}
		one := f.part(p, -1, "")
		for n := range one.Fields {
			field := &one.Fields[n]
			field.Value, field.Was, field.Shown = "", "", true
			field.Original = f.main.Value(frontmatter.Index(p.Table, i), field.Field)
			field.ID += "-" + called
			if field.Fixed {
				field.Value = called
			}
		}
		one.Sum = called
		out.Lacking = append(out.Lacking, one)
	}
	return out
}

// sum is what one of several tables is, in a line.
func (f *former) sum(table, path string, one partView) string {
	var said []string
	keys := map[string][]string{
		"quote": {"org", "speaker"}, "contact": {"name", "role"}, "media": {"file", "url"}, "document": {"title"}, "cover": {"to", "id"},
		"signatory": {"org", "on"},
	}[table]
	for _, key := range keys {
		if v := f.sheet.Value(path, fields.Of(table, key)); v != "" {
			said = append(said, strings.ReplaceAll(v, "\n", ", "))
		}
	}
	if len(said) == 0 {
		for _, field := range one.Fields {
			if field.Value != "" {
				said = append(said, field.Value)
				break
			}
		}
	}
	return cmp.Or(strings.Join(said, " – "), table)
}

// options are those that a field can be set to; none for one that is typed.
func (f *former) options(v fieldView) []option {
	switch {
	case v.Kind == fields.Word, v.Kind == fields.Flag:
		words, key := v.Choices, v.Key
		if v.Kind == fields.Flag {
			words, key = []string{"yes", "no"}, "flag"
		}
		out := []option{{Text: usual, On: v.Value == ""}}
		if v.Value != "" && !slices.Contains(words, v.Value) {
			out = append(out, option{Value: v.Value, Text: v.Value, On: true})
		}
		for _, w := range words {
			out = append(out, option{Value: w, Text: choiceOf(key, w), On: v.Value == w})
		}
		return out
	case v.Key == "to" || v.Key == "advance":
		return f.audiences(v.Value)
	case v.Key == "file" && !v.Fixed:
		out := []option{{Text: "–", On: v.Value == ""}}
		if v.Value != "" && !slices.Contains(f.assets, v.Value) {
			out = append(out, option{Value: v.Value, Text: v.Value, On: true})
		}
		for _, a := range f.assets {
			out = append(out, option{Value: a, Text: a, On: a == v.Value})
		}
		return out
	}
	return nil
}

// audiences are the press lists and segments, those that are chosen first and in their
// order.
func (f *former) audiences(value string) []option {
	var all []contacts.Audience
	if f.book != nil {
		all, _ = f.book.Audiences() // what is wrong with a segment's rule the checks say
	}
	var out []option
	chosen := strings.Fields(value)
	if strings.Contains(value, "\n") || value != "" {
		chosen = strings.Split(value, "\n")
	}
	for _, c := range chosen {
		o := option{Value: c, Text: c, On: true, Count: -1}
		if i := slices.IndexFunc(all, func(a contacts.Audience) bool { return a.Name == c }); i >= 0 {
			o.Count = all[i].Journalists
		}
		out = append(out, o)
	}
	for _, a := range all {
		if !slices.Contains(chosen, a.Name) {
			out = append(out, option{Value: a.Name, Text: a.Name, Count: a.Journalists})
		}
	}
	return out
}
