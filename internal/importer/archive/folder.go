package archive

import (
	"fmt"
	"path"
	"slices"
	"strings"
	"time"

	"pressroom/internal/frontmatter"
	"pressroom/internal/importer"
	"pressroom/internal/language"
	"pressroom/internal/pattern"
)

// MoveFolder brings the releases of a folder over: Markdown with the front matter of
// Hugo or Jekyll, and whatever importer.Import reads. Files whose names differ in a
// language alone, as in tests.md and tests.es.md, are one release.
func MoveFolder(files []File, o importer.Options) (*Moved, error) {
	var items []item
	var left counts
	var others []File
	lying := newLying(files)
	for _, f := range files {
		base := path.Base(f.Name)
		switch ext := strings.ToLower(path.Ext(base)); {
		case strings.HasPrefix(base, "_") || strings.HasPrefix(base, "."):
		case ext == ".md" || ext == ".markdown" || (ext == ".html" || ext == ".htm") && hasMatter(f.Name, f.Data):
			it, draft := markdownItem(f)
			if draft {
				left.add("draft")
				continue
			}
			it.Beside = lying.beside(f.Name)
			items = append(items, it)
		case Reads(base):
			others = append(others, f)
		case lying.has(f.Name): // told below, if no release takes it
		default:
			left.add(strings.TrimSpace(strings.TrimPrefix(ext, ".") + " file that is no text"))
		}
	}
	out := &Moved{}
	used := make(map[string]bool)
	if len(items) > 0 {
		var err error
		if out, err = move("the folder", items, left, o); err != nil {
			return nil, err
		}
		for _, f := range out.Files {
			slug, _, _ := strings.Cut(f.Name, ".")
			used[slug] = true
		}
		left = counts{}
	}
	for _, f := range others {
		o.Beside = lying.beside(f.Name)
		r, err := importer.Import(path.Base(f.Name), f.Data, o)
		if err != nil {
			left.add("file that could not be read (" + err.Error() + ")")
			continue
		}
		slug := slugOf(importer.Item{}, r.Slug, used)
		out.Files = append(out.Files, Written{Name: slug + ".md", From: f.Name, Data: r.Markdown, Unsure: r.Unsure, Media: r.Media})
	}
	lying.tell(&left)
	out.Left = append(out.Left, left.lines()...)
	if len(out.Files) == 0 {
		return move("the folder", nil, left, o)
	}
	return out, nil
}

// Reads tells by its name whether a file can be a release.
func Reads(name string) bool {
	switch strings.ToLower(path.Ext(name)) {
	case ".md", ".markdown", ".txt", ".html", ".htm", ".docx", ".eml":
		return true
	}
	return false
}

var (
	// dayInName begins the names of Jekyll's files.
	dayInName = pattern.New(`^(\d{4}-\d{2}-\d{2})-(.+)`)
	matter    = pattern.New(`(?s)^\x{feff}?(---|\+\+\+)[ \t]*\r?\n(.*?)\r?\n(?:---|\+\+\+)[ \t]*(?:\r?\n|$)(.*)$`)
)

// markdownItem reads a file of Markdown, or a page, with front matter.
func markdownItem(f File) (it item, draft bool) {
	it.Name, it.Form, it.Body = f.Name, importer.Markdown, string(f.Data)
	name := strings.TrimSuffix(path.Base(f.Name), path.Ext(f.Name))
	base, tag := cutLast(name, '.')
	if t := tagOf(tag); t != "" {
		if _, known := language.For(t); known {
			name, it.Language = base, t
		}
	}
	it.group = path.Dir(f.Name) + "/" + name
	if name == "index" {
		name = path.Base(path.Dir(f.Name))
	}
	if m := dayInName.FindStringSubmatch(name); m != nil {
		it.Day, name = dayOf(m[1]), m[2]
	}
	it.Slug = name
	switch strings.ToLower(path.Ext(f.Name)) {
	case ".html", ".htm":
		it.Form = importer.HTML
	case ".txt":
		it.Form = importer.Text
	}
	known, rest, ok := matterOf(it.Body)
	if !ok {
		return it, false
	}
	if it.Body, ok = importer.Unfenced(rest); ok {
		it.Form = importer.HTML
	}
	it.facts(known)
	return it, slices.Contains(known["draft"], "true") || slices.Contains(known["published"], "false")
}

func cutLast(s string, sep byte) (before, after string) {
	i := strings.LastIndexByte(s, sep)
	if i <= 0 {
		return s, ""
	}
	return s[:i], s[i+1:]
}

// facts takes what front matter says, by the names that systems have for it.
func (it *item) facts(known map[string][]string) {
	first := func(names ...string) string {
		for _, n := range names {
			if v := known[n]; len(v) > 0 && v[0] != "" {
				return v[0]
			}
		}
		return ""
	}
	it.Headline, it.Subhead = first(importer.FrontTitles...), first(importer.FrontSubtitles...)
	written := first(importer.FrontDays...)
	if day := dayOf(written); !day.IsZero() {
		it.Day = day
	}
	if s := first("slug"); s != "" {
		it.Slug = s
	}
	if t := tagOf(first("language", "lang", "locale")); t != "" {
		it.Language = t
	}
	if g := first("translationkey", "translation_key", "ref"); g != "" {
		it.group = "key " + g
	}
	for _, n := range []string{"tags", "topics", "categories"} {
		for _, t := range known[n] {
			if t != "" && !slices.Contains(it.Topics, t) && len(it.Topics) < 20 {
				it.Topics = append(it.Topics, t)
			}
		}
	}
	it.Pictures, it.Contacts, it.Told = picturesOf(known), contactOf(known), leftOver(known)
	if day := turnedDay(written); it.Day.IsZero() && !day.IsZero() {
		it.Day = day
		it.Told = append(it.Told, fmt.Sprintf("“%s” names no month; it is taken to be %s", written, day.Format("2 January 2006")))
	}
	for _, n := range []string{"url", "permalink", "aliases", "redirect_from"} {
		it.Addresses = append(it.Addresses, known[n]...)
	}
}

// tomlOf reads the values at the top of front matter in TOML.
func tomlOf(text string) map[string][]string {
	out := make(map[string][]string)
	doc, _ := frontmatter.Split("", []byte("+++\n"+text+"\n+++"))
	if doc == nil {
		return out
	}
	root := doc.Root()
	for _, key := range root.Keys() {
		raw, _ := root.Raw(key)
		name := strings.ToLower(key)
		switch v := raw.(type) {
		case map[string]any:
			flatten(out, name, v, 0)
		case []any:
			for _, e := range v {
				if s, ok := e.(string); ok {
					out[name] = append(out[name], s)
				}
			}
		default:
			out[name] = []string{written(v)}
		}
	}
	return out
}

// written is a value as front matter in YAML has it.
func written(v any) string {
	if t, ok := v.(time.Time); ok {
		return t.Format(time.DateOnly)
	}
	return fmt.Sprint(v)
}
