package room

import (
	"bytes"
	"embed"
	"fmt"
	"html/template"
	"io/fs"
	"net/http"
	"strings"
	"sync"
	"time"

	"pressroom/internal/frontmatter"
	"pressroom/internal/status"
	"pressroom/internal/workspace"
)

//go:embed pages words
var files embed.FS

// Words are what the pages say in one language, by what they say in English.
type Words map[string]string

// Say is an English text in the language, and itself where that has none.
func (w Words) Say(english string) string {
	if said, ok := w[english]; ok {
		return said
	}
	return english
}

// Sayf is a text with something in it, which English names as fmt.Sprintf does.
func (w Words) Sayf(english string, args ...any) string { return fmt.Sprintf(w.Say(english), args...) }

// Count says how many there are of something: one for 1, many for all others, both with a
// %d where the number stands.
func (w Words) Count(n int, one, many string) string {
	if n == 1 {
		return w.Sayf(one, n)
	}
	return w.Sayf(many, n)
}

// Clock is how a page shows an instant.
func (w Words) Clock(t time.Time) string {
	return w.Say(t.Format("Mon")) + t.Format(" 2 ") + w.Say(t.Format("January")) + t.Format(" 2006, 15:04 MST")
}

// Moment is Clock without the year, for what is near.
func (w Words) Moment(t time.Time) string {
	return w.Say(t.Format("Mon")) + t.Format(" 2 ") + w.Say(t.Format("January")) + t.Format(", 15:04 MST")
}

// When is an instant to the second, with its weekday.
func (w Words) When(t time.Time) string { return w.Say(t.Format("Mon")) + t.Format(" "+status.Clock) }

// calendar are the weekdays and months of Clock, in English.
func calendar() (names []string) {
	for day := range 7 {
		names = append(names, time.Weekday(day).String()[:3])
	}
	for day := range 7 {
		names = append(names, time.Weekday(day).String())
	}
	for month := time.January; month <= time.December; month++ {
		names = append(names, month.String())
	}
	return names
}

// Languages are those that the pages have words in, beside English.
var Languages = []string{"es", "fr", "de"}

// words are those of each language, read when the first page asks: most commands show none.
var words = sync.OnceValue(readWords)

// readWords reads the words of all languages, which are part of the program: those in a
// language's own file, and those of the files in which each room has its words in all of them.
// Those that are "here" are what English says on a page in another way than in a terminal.
func readWords() map[string]Words {
	names, err := fs.Glob(files, "words/*.toml")
	if err != nil {
		panic(err) // it is a pattern
	}
	all := map[string]Words{"en": make(Words)}
	keys := map[string]string{"en": "here"}
	for _, tag := range Languages {
		all[tag], keys[tag] = make(Words), tag
	}
	for _, name := range names {
		data, err := files.ReadFile(name)
		if err != nil {
			panic(err) // it is embedded
		}
		doc, diags := frontmatter.Parse(name, data)
		if diags.HasErrors() {
			panic(diags.Error())
		}
		for _, t := range doc.Root().Tables("word") {
			for tag, key := range keys {
				if t.Has(key) {
					all[tag][t.String("en")] = t.String(key)
				}
			}
		}
	}
	return all
}

// In are the words of a language; English where there are none.
func In(tag string) Words {
	tag, _, _ = strings.Cut(tag, "-")
	return words()[tag]
}

// Templates are pages in each language that the room has words in. A page says {{say "…"}},
// and {{sayf "… %d …" .N}}, and {{count .N "%d mail" "%d mails"}}; what a service says, in
// the language of the page where that has the sentence, {{told .Reason}}.
type Templates map[string]func() *template.Template

// Parse gives pages, which have what funcs bring and the words of the room. They are part of
// the program, and are read in a language when the first of them is shown in it: one that
// cannot be read panics then.
func Parse(from fs.FS, funcs template.FuncMap, patterns ...string) Templates {
	all := make(Templates)
	for _, tag := range append([]string{"en"}, Languages...) {
		all[tag] = sync.OnceValue(func() *template.Template {
			w := In(tag)
			t := template.New("").Funcs(template.FuncMap{
				"say": w.Say, "sayf": w.Sayf, "count": w.Count, "told": w.Told, "opening": w.Opening, "whole": w.Whole,
				"clock": w.Clock, "moment": w.Moment, "when": w.When,
			}).Funcs(funcs)
			return template.Must(t.ParseFS(from, patterns...))
		})
	}
	return all
}

func (t Templates) in(tag string) *template.Template {
	tag, _, _ = strings.Cut(tag, "-")
	if found := t[tag]; found != nil {
		return found()
	}
	return t["en"]()
}

var frame = Parse(files, nil, "pages/*.html")

// view is what stands around a page.
type view struct {
	Base, Language, Title string
	Of                    string // the language of what stands in the middle
	Who                   Actor
	Links                 []Link
	Room                  *Room
	Body                  template.HTML
	Path                  string // where it is, of the links above
}

// Show answers with a page in English: its title, and what stands in its middle.
func (m *Room) Show(w http.ResponseWriter, r *http.Request, code int, title string, body template.HTML) {
	m.show(w, r, code, title, body, "en")
}

func (m *Room) show(w http.ResponseWriter, r *http.Request, code int, title string, body template.HTML, tag string) {
	who := Of(r.Context())
	v := view{
		Room: m, Base: m.Base, Language: m.tag(), Of: tag, Title: title, Who: who, Body: body,
		Path: strings.TrimPrefix(r.URL.Path, m.Base),
	}
	if who.Role != "" {
		for _, l := range m.Links {
			if who.Can(l.Least) {
				v.Links = append(v.Links, l)
			}
		}
	}
	var b bytes.Buffer
	if err := frame.in(m.Language).ExecuteTemplate(&b, "frame.html", v); err != nil {
		m.Log.Error("what stands around a page", "error", err)
		http.Error(w, "This page could not be made.", http.StatusInternalServerError)
		return
	}
	w.Header().Set("Content-Type", "text/html; charset=utf-8")
	w.WriteHeader(code)
	w.Write(b.Bytes())
}

// Page answers with a page made of a template. title is English.
func (m *Room) Page(w http.ResponseWriter, r *http.Request, code int, title string, from Templates, name string, data any) {
	body, err := m.Render(from, name, data)
	if err != nil {
		m.Broken(w, r, err)
		return
	}
	m.show(w, r, code, m.Words().Say(title), body, m.tag())
}

// Render is a part of a page, in the room's language.
func (m *Room) Render(from Templates, name string, data any) (template.HTML, error) {
	var b bytes.Buffer
	err := from.in(m.Language).ExecuteTemplate(&b, name, data)
	return template.HTML(b.String()), err
}

// Words are those of the room's language.
func (m *Room) Words() Words { return In(m.Language) }

// tag is the language that the pages are in.
func (m *Room) tag() string {
	tag, _, _ := strings.Cut(m.Language, "-")
	if _, ok := words()[tag]; ok {
		return tag
	}
	return "en"
}

// Bounded is a handler with its form read, of limit bytes at most.
func (m *Room) Bounded(limit int64, next http.HandlerFunc) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		r.Body = http.MaxBytesReader(w, r.Body, limit)
		if err := r.ParseForm(); err != nil {
			m.Say(w, r, http.StatusRequestEntityTooLarge, "Too much", "That was more than this page takes. Nothing was done.")
			return
		}
		next(w, r)
	}
}

// Say answers with a page that says one thing.
func (m *Room) Say(w http.ResponseWriter, r *http.Request, code int, title, text string) {
	said := m.Words()
	body, err := m.Render(frame, "say.html", map[string]string{"Title": said.Say(title), "Text": said.Say(text)})
	if err != nil {
		http.Error(w, title, code)
		return
	}
	m.show(w, r, code, said.Say(title), body, m.tag())
}

func style(w http.ResponseWriter, r *http.Request) {
	w.Header().Set("Cache-Control", "max-age=3600")
	http.ServeFileFS(w, r, files, "pages/office.css")
}

func script(w http.ResponseWriter, r *http.Request) {
	w.Header().Set("Cache-Control", "max-age=3600")
	http.ServeFileFS(w, r, files, "pages/office.js")
}

// Usual are the links above the pages of every press office.
var Usual = []Link{{"/", "Today", workspace.Viewer}, {"/releases", "Releases", workspace.Viewer}}
