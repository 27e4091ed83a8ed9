package release

import (
	"path"
	"strings"

	"pressroom/internal/diagnostic"
	"pressroom/internal/frontmatter"
)

// reference is a place that names a picture which is not declared.
type reference struct {
	name string
	at   Position
	list *diagnostic.List
	main bool // in the text, not in the [[media]] of a language's file
}

// declaration is a [[media]] of the main file.
type declaration struct {
	t      *frontmatter.Table
	key    string // file or url
	name   string
	faulty bool // an error about it has been told
	used   bool // something names it
}

// declare notes the [[media]] of the main file.
func (r *reader) declare(t *frontmatter.Table, m Medium) {
	d := &declaration{t: t, key: "file", name: m.Key()}
	if m.File == "" {
		d.key = "url"
	}
	d.faulty = t.Faulty(d.key)
	r.declared = append(r.declared, d)
}

// use notes that a text or a language's file names a medium, at a place.
func (r *reader) use(ref reference) {
	for _, d := range r.declared {
		if d.name == ref.name {
			d.used = true
			return
		}
	}
	r.undeclared = append(r.undeclared, ref)
}

// pictures reports the names of pictures that are not declared. Where nothing
// names a picture that is declared, and several places name one like it, the slip
// is in the declaration.
func (r *reader) pictures() {
	places := make(map[string][]reference)
	var order []string
	for _, ref := range r.undeclared {
		if places[ref.name] == nil {
			order = append(order, ref.name)
		}
		places[ref.name] = append(places[ref.name], ref)
	}
	for _, name := range order {
		refs := places[name]
		d := r.like(name)
		switch {
		case d != nil && d.faulty: // it has been told
			d.used = true
			continue
		case d != nil && !d.used && len(refs) > 1:
			d.used = true
			d.t.Errorf(d.key, "media", "the text names %s, but this is %s; did you mean %s?", diagnostic.Word(name),
				diagnostic.Word(d.name), diagnostic.Word(name))
			continue
		}
		for _, ref := range refs {
			ref.report(d, r.rel.File)
		}
	}
}

// like is the declared medium that a name is a slip of, one that nothing names if
// there is a choice.
func (r *reader) like(name string) *declaration {
	var names []string
	for _, used := range []bool{false, true} {
		names = names[:0]
		for _, d := range r.declared {
			if d.used == used {
				if path.Base(d.name) == path.Base(name) {
					return d
				}
				names = append(names, d.name)
			}
		}
		near := diagnostic.Nearest(name, names)
		for _, d := range r.declared {
			if near != "" && d.used == used && d.name == near {
				return d
			}
		}
	}
	return nil
}

func (ref reference) report(d *declaration, file string) {
	advice := "add a [[media]] with this file and its alt text"
	if d != nil {
		advice = "did you mean " + diagnostic.Word(d.name) + "?"
	}
	if ref.main {
		ref.list.Errorf(ref.at, "picture", "the picture %s is not declared; %s", diagnostic.Word(ref.name), advice)
		return
	}
	message := "no [[media]] with this file or url in " + file
	if d != nil {
		message += "; " + advice
	}
	ref.list.Errorf(ref.at, "media", "%s", message)
}

// filePath reads the path of a picture or document; backslashes in it are an error
// of their own.
func filePath(t *frontmatter.Table) string {
	file := t.String("file")
	written := t.Written("file")
	i := strings.IndexByte(written, '\\')
	if i == -1 || len(written) < 2 || strings.Contains(written, "\n") || strings.HasPrefix(written, `"""`) {
		if strings.ContainsAny(file, "\r\n\t") {
			t.Line("file") // says so
			file = strings.NewReplacer("\r", "", "\n", "", "\t", "").Replace(file)
		}
		return strings.TrimSpace(file)
	}
	inside := strings.ReplaceAll(written[1:len(written)-1], `\\`, `\`)
	t.ErrorWithin("file", i, "path", "%s", frontmatter.BackslashAdvice(inside))
	return frontmatter.SlashPath(inside)
}
