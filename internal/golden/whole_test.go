package golden

import (
	"bytes"
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"html"
	"path/filepath"
	"reflect"
	"regexp"
	"strings"
	"testing"
	"unicode"

	"pressroom/internal/compile"
	"pressroom/internal/release"
	"pressroom/internal/render/email"
)

// What a form of the release says, however it is laid out: all characters but spaces.
type form struct {
	name string
	mail bool
	text func(t testing.TB, v variant) string
}

var forms = []form{
	{"text", false, func(t testing.TB, v variant) string { return string(one(t, v, compile.Text)) }},
	{"page", false, func(t testing.TB, v variant) string { return visible(string(one(t, v, compile.Web))) }},
	{"pdf", false, func(t testing.TB, v variant) string {
		s, err := readPDF(one(t, v, compile.PDF))
		if err != nil {
			t.Fatal(err)
		}
		_, structure, _ := strings.Cut(s, "\nstructure\n")
		structure = strings.ReplaceAll(strings.ReplaceAll(structure, `\"`, `"`), "\u00ad", "")
		// The address of a link stands once for each line that it takes.
		return structure + linkAddress.ReplaceAllString(structure, "")
	}},
	{"word", false, func(t testing.TB, v variant) string {
		return strings.ReplaceAll(openWord(t, one(t, v, compile.DOCX)).String(), `\"`, `"`)
	}},
	{"mail's HTML", true, func(t testing.TB, v variant) string { return visible(string(bodies(t, v).HTML)) }},
	{"mail's text", true, func(t testing.TB, v variant) string { return string(bodies(t, v).Text) }},
}

func bodies(t testing.TB, v variant) *email.Bodies {
	t.Helper()
	in := input(t, v.layout)
	b, err := in.Bodies(v.of(), email.Above{Covers: in.Release.CoverIDs(v.phase)})
	if err != nil {
		t.Fatal(err)
	}
	return b
}

var (
	headElement = regexp.MustCompile(`(?s)<head>.*</head>`)
	linkAddress = regexp.MustCompile(`\((?:https|mailto|tel):[^)]*, in [^)]*\) `)
	tag         = regexp.MustCompile(`<[^>]*>`)
)

// visible is the text of a page's body, and behind it what stands in its tags.
func visible(page string) string {
	body := headElement.ReplaceAllString(strings.ReplaceAll(page, "\u00ad", ""), "")
	return html.UnescapeString(tag.ReplaceAllString(body, "")) + "\n" + html.UnescapeString(strings.Join(tag.FindAllString(body, -1), "\n"))
}

// dense is a text without its spaces, so that the ends of lines do not matter, and
// without the marks of direction, which a PDF follows and does not hold.
func dense(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsSpace(r) || unicode.Is(unicode.Bidi_Control, r) {
			return -1
		}
		return r
	}, s)
}

// says is a part of a release and the words that show it.
type says struct {
	part  release.Part
	what  string
	words string
}

// partsOf is all that a version says, part by part. A part that is not known here is
// an error: whoever adds one says how it is recognised, and every form must show it.
func partsOf(t testing.TB, r *release.Release, v *release.Version, phase release.Phase, mail bool) []says {
	t.Helper()
	var out []says
	cat := v.Catalogue()
	for _, p := range r.Parts() {
		add := func(what string, words ...string) {
			for _, w := range words {
				if w != "" {
					out = append(out, says{p, what, w})
				}
			}
		}
		switch p {
		case release.PartStatement:
			if s := r.Statement(v, mail); s != nil && !mail { // a mail has it above the release
				add("the statement", s.Lines()...)
			}
		case release.PartReleaseLine:
			add("the release line", r.ReleaseLine(cat, phase))
		case release.PartContacts:
			for _, c := range r.Contacts {
				if c.Public || mail {
					add("a press contact", c.Name, c.Role, c.Org, c.Phone, c.Email, c.Hours)
				}
			}
		case release.PartHeadline:
			add("the headline", v.Headline, v.Subhead)
		case release.PartBody:
			add("the body", leaves(t, v.Copy())...)
		case release.PartMedia:
			for _, m := range v.Videos() {
				add("a video", m.Caption, m.URL)
			}
			for _, d := range r.Documents {
				add("a document", d.Title, d.URL)
			}
		case release.PartSignatories:
			add("a signatory", r.SignatoryNames(cat)...)
		case release.PartBoilerplate:
			add("the boilerplate", leaves(t, v.Boilerplate)...)
		case release.PartNotes:
			add("the notes", leaves(t, v.Notes)...)
		case release.PartEndMark:
			add("the end mark", r.EndMark(cat))
		case release.PartReference:
			add("the reference", r.ReferenceLine(cat))
		default:
			t.Errorf("how is part %d recognised? Say so here, and in every form", p)
		}
	}
	return out
}

// leaves are the characters of blocks as they stand in one run.
func leaves(t testing.TB, blocks []release.Block) []string {
	var out []string
	walk(t, blocks, func(b any) {
		switch b := b.(type) {
		case *release.Text:
			out = append(out, b.S)
		case *release.CodeSpan:
			out = append(out, b.S)
		case *release.Link:
			if !strings.HasSuffix(b.Href, release.PlainText(b.Children)) {
				out = append(out, b.Href)
			}
		case *release.Code:
			out = append(out, strings.Split(b.Text, "\n")...)
		case *release.Picture:
			out = append(out, b.Medium.Alt, b.Medium.Caption, b.Medium.Credit, b.Medium.URL)
		}
	})
	return out
}

// walk visits every block and inline. One of a kind that is not known here is an error.
func walk(t testing.TB, blocks []release.Block, visit func(any)) {
	t.Helper()
	var inlines func(list []release.Inline)
	inlines = func(list []release.Inline) {
		for _, in := range list {
			visit(in)
			switch in := in.(type) {
			case *release.Emphasis:
				inlines(in.Children)
			case *release.Link:
				inlines(in.Children)
			case *release.Text, *release.CodeSpan, *release.Break:
			default:
				t.Errorf("what does a %T hold? Say so here", in)
			}
		}
	}
	for _, b := range blocks {
		visit(b)
		switch b := b.(type) {
		case *release.Paragraph:
			inlines(b.Inlines)
		case *release.Heading:
			inlines(b.Inlines)
		case *release.Quotation:
			for _, p := range b.Paragraphs {
				inlines(p)
			}
			inlines(b.Attribution)
		case *release.BlockQuote:
			walk(t, b.Blocks, visit)
		case *release.List:
			for _, item := range b.Items {
				walk(t, item, visit)
			}
		case *release.Table:
			for _, row := range append([][][]release.Inline{b.Head}, b.Rows...) {
				for _, cell := range row {
					inlines(cell)
				}
			}
		case *release.Picture, *release.Code, *release.Rule:
		default:
			t.Errorf("what does a %T hold? Say so here", b)
		}
	}
}

func TestEveryFormSaysAllOfTheRelease(t *testing.T) {
	each(t, func(t *testing.T, v variant) {
		r := input(t, v.layout).Release
		for _, f := range forms {
			got := dense(f.text(t, v))
			for _, s := range partsOf(t, r, r.Version(v.language), v.phase, f.mail) {
				if !strings.Contains(got, dense(s.words)) {
					t.Errorf("the %s lacks %q of %s", f.name, s.words, s.what)
				}
			}
		}
	})
}

// A contact with public = false is for those who get the mail, in its body.
func TestAPrivateContactStandsInTheMailAlone(t *testing.T) {
	each(t, func(t *testing.T, v variant) {
		for _, f := range forms {
			got := dense(f.text(t, v))
			for _, c := range input(t, v.layout).Release.Contacts {
				if c.Public {
					continue
				}
				for _, word := range []string{c.Name, c.Role, c.Phone, c.Email} {
					if strings.Contains(got, dense(word)) != f.mail {
						t.Errorf("the %s and %q of a contact that is not public: it should stand there: %v", f.name, word, f.mail)
					}
				}
			}
		}
	})
}

func TestEachPhaseIsToldInEveryForm(t *testing.T) {
	phases := constants(t, "Phase")
	if len(phases) < 2 {
		t.Fatalf("the phases are %v", phases)
	}
	for _, p := range phases {
		phase := release.Phase(p)
		var seen []variant
		for _, v := range variants {
			if v.phase == phase {
				seen = append(seen, v)
			}
		}
		if len(seen) == 0 {
			t.Errorf("no golden file shows the phase %s; add it to the variants", phase)
		}
		for _, v := range seen {
			r := input(t, v.layout).Release
			cat := r.Version(v.language).Catalogue()
			for _, f := range forms {
				got := dense(f.text(t, v))
				for _, o := range phases {
					line := r.ReleaseLine(cat, release.Phase(o))
					if strings.Contains(got, dense(line)) != (o == p) {
						t.Errorf("%v: the %s and the line of the phase %s, %q: it should stand there: %v", v, f.name, o, line, o == p)
					}
				}
				for _, c := range r.Version(v.language).Covers {
					here := f.mail && contains(r.CoverIDs(phase), c.ID)
					for _, words := range leaves(t, c.Text) {
						if len([]rune(words)) > 8 && strings.Contains(got, dense(words)) != here {
							t.Errorf("%v: the %s and the cover note %s, %q: it should stand there: %v", v, f.name, c.ID, words, here)
						}
					}
				}
			}
		}
	}
}

func contains(list []string, s string) bool {
	for _, l := range list {
		if l == s {
			return true
		}
	}
	return false
}

// The card is a picture: what stands on it is looked at by eye, but it is another one
// before the embargo's end.
func TestTheCardTellsThePhase(t *testing.T) {
	for _, lang := range []string{"en", "es", "ja", "ar"} {
		advance := one(t, variant{lang, release.PhaseAdvance, release.LayoutUS}, compile.Card)
		if bytes.Equal(advance, one(t, variant{lang, release.PhaseRelease, release.LayoutUS}, compile.Card)) {
			t.Errorf("the card in %s is the same in both phases", lang)
		}
	}
}

// The release must hold every kind of what a release can hold, in every language that
// the golden files have: each part in each layout, each block and inline, each style of
// quotation, each alignment.
func TestTheReleaseUsesEverything(t *testing.T) {
	for _, layout := range []release.Layout{release.LayoutUS, release.LayoutUK} {
		have := make(map[string]bool)
		for _, p := range input(t, layout).Release.Parts() {
			have[fmt.Sprint(int(p))] = true
		}
		if parts := constants(t, "Part"); len(have) != len(parts) {
			t.Errorf("the layout %s has %d parts of %v", layout, len(have), parts)
		}
	}
	r := input(t, release.LayoutUS).Release
	have := make(map[string]bool)
	for _, v := range r.Versions {
		walk(t, append(append(v.Body[:len(v.Body):len(v.Body)], v.Notes...), v.Boilerplate...), func(b any) {
			have[reflect.TypeOf(b).Elem().Name()] = true
			switch b := b.(type) {
			case *release.Quotation:
				have["style "+string(b.Style)] = true
			case *release.Table:
				for _, a := range b.Align {
					have[fmt.Sprint("align ", int(a))] = true
				}
			}
		})
	}
	for _, method := range []string{"isBlock", "isInline"} {
		for _, kind := range kinds(t, method) {
			if !have[kind] && kind != "quotePlace" { // which Read replaces
				t.Errorf("the release has no %s; add one, so that the golden files show it", kind)
			}
		}
	}
	for _, s := range constants(t, "Style") {
		if !have["style "+s] {
			t.Errorf("no quotation has the style %s", s)
		}
	}
	for i := range constants(t, "Align") {
		if !have[fmt.Sprint("align ", i)] {
			t.Errorf("no column has the alignment %d", i)
		}
	}
}

// printed are the fields of the model that a reader sees, and those that no one does,
// with the reason. A field that is in neither list is new: print it in every form (the
// checks above say how it is recognised) or say here why not.
var printed = map[reflect.Type]map[string]string{
	reflect.TypeFor[release.PressContact](): {
		"Name": "", "Role": "", "Phone": "", "Email": "", "Org": "", "Hours": "", "Public": "says where the contact is printed",
	},
	reflect.TypeFor[release.Document](): {"Title": "", "URL": "", "File": "the file itself"},
	reflect.TypeFor[release.Medium](): {
		"Alt": "", "Caption": "", "Credit": "", "URL": "", "File": "the picture itself", "Rights": "for whoever keeps the pictures",
		"At": "for errors",
	},
	reflect.TypeFor[release.LateSignatory](): {"Name": "", "On": ""},
	reflect.TypeFor[release.CoverText]():     {"Text": "", "ID": "names it"},
	reflect.TypeFor[release.Quotation](): {
		"Paragraphs": "", "Attribution": "", "Style": "says how it is set", "Language": "tells a screen reader", "ID": "names it",
		"Org": "names it",
	},
	reflect.TypeFor[release.Version](): {
		"Headline": "", "Subhead": "", "Subject": "of the mail", "Dateline": "", "Body": "", "Boilerplate": "", "Notes": "", "Covers": "",
		"Media": "", "ContactWords": "with Contacts", "Quotes": "in the body", "Language": "picks the version", "HeadlineAt": "for errors",
		"Notice": "in the notice to those who have not agreed, and nowhere else", "catalogue": "its phrases",
		"marks": "around words that were changed after it went out",
	},
	reflect.TypeFor[release.Release](): {
		"Timing": "in the release line", "Contacts": "", "Signatories": "", "Late": "", "Documents": "", "Versions": "", "Issuer": "on top",
		"Partners": "their logos", "Topics": "in the page's data", "Zone": "in which times are printed", "Zones": "in the release line of an embargo", "Print": "how the PDF is set",
		"Slug": "names it", "EditionOf": "names it", "File": "for errors", "To": "to whom", "Advance": "to whom", "AdvanceAt": "a rule", "Unsigned": "a rule", "Withdrawn": "a rule", "Group": "a rule", "LiftNote": "a rule", "Access": "who reads it before", "Order": "a rule", "Lot": "a rule",
		"Local": "a rule", "Covers": "to whom", "Without": "a rule", "Files": "for findings", "Revision": "in the metadata of PDF, page and Word", "Reference": "below all else, on a copy that is somebody's own", "Amended": "what became of it later: Statement", "document": "it is no release",
	},
}

func TestEveryFieldIsPrintedOrSaysWhyNot(t *testing.T) {
	for kind, fields := range printed {
		for i := range kind.NumField() {
			name := kind.Field(i).Name
			if _, ok := fields[name]; !ok {
				t.Errorf("%s.%s is new: print it in every form, or say why it is not", kind, name)
			}
		}
		if kind.NumField() < len(fields) {
			t.Errorf("%s has lost a field that stands here", kind)
		}
	}
}

// constants are the values of a type's constants in the package release: of texts their
// words, of numbers their names.
func constants(t testing.TB, kind string) []string {
	t.Helper()
	var out []string
	source(t, func(n ast.Node) {
		decl, ok := n.(*ast.GenDecl)
		if !ok || decl.Tok != token.CONST {
			return
		}
		typed := false
		for _, s := range decl.Specs {
			spec := s.(*ast.ValueSpec)
			if spec.Type != nil || len(spec.Values) > 0 {
				id, ok := spec.Type.(*ast.Ident)
				typed = ok && id.Name == kind
			}
			if !typed {
				continue
			}
			word := spec.Names[0].Name
			if len(spec.Values) == 1 {
				if lit, ok := spec.Values[0].(*ast.BasicLit); ok {
					word = strings.Trim(lit.Value, `"`)
				}
			}
			out = append(out, word)
		}
	})
	if len(out) == 0 {
		t.Fatalf("the package release has no constants of type %s", kind)
	}
	return out
}

// kinds are the types of the package release that have a method.
func kinds(t testing.TB, method string) []string {
	t.Helper()
	var out []string
	source(t, func(n ast.Node) {
		if f, ok := n.(*ast.FuncDecl); ok && f.Name.Name == method && f.Recv != nil {
			out = append(out, f.Recv.List[0].Type.(*ast.StarExpr).X.(*ast.Ident).Name)
		}
	})
	if len(out) == 0 {
		t.Fatalf("no type has the method %s", method)
	}
	return out
}

// source visits the declarations of the package release.
func source(t testing.TB, visit func(ast.Node)) {
	t.Helper()
	files, err := filepath.Glob("../release/*.go")
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range files {
		if strings.HasSuffix(name, "_test.go") {
			continue
		}
		file, err := parser.ParseFile(token.NewFileSet(), name, nil, parser.SkipObjectResolution)
		if err != nil {
			t.Fatal(err)
		}
		for _, d := range file.Decls {
			visit(d)
		}
	}
}
