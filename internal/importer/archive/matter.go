package archive

import (
	"encoding/json"
	"fmt"
	"maps"
	"path"
	"slices"
	"strings"

	"pressroom/internal/importer"
	"pressroom/internal/pattern"
)

// The front matter of other systems: YAML, TOML or JSON at a file's head.

// matterOf divides a text into its front matter, by the names in it, and the rest; ok is
// false where it has none.
func matterOf(text string) (known map[string][]string, rest string, ok bool) {
	if m := matter.FindStringSubmatch(text); m != nil {
		if m[1] == "+++" {
			return tomlOf(m[2]), m[3], true
		}
		return yamlOf(m[2]), m[3], true
	}
	return jsonMatter(strings.TrimPrefix(text, "\ufeff"))
}

// jsonMatter reads an object at the head of a text, if one stands there.
func jsonMatter(text string) (known map[string][]string, rest string, ok bool) {
	d := json.NewDecoder(strings.NewReader(text))
	d.UseNumber()
	var root map[string]any
	if err := d.Decode(&root); err != nil || len(root) == 0 {
		return nil, "", false
	}
	known = make(map[string][]string)
	flatten(known, "", root, 0)
	return known, text[d.InputOffset():], true
}

// flatten notes values by their names, nested ones with a stop between: image.src.
func flatten(known map[string][]string, name string, value any, depth int) {
	switch v := value.(type) {
	case map[string]any:
		if depth > 3 {
			return
		}
		for _, key := range slices.Sorted(maps.Keys(v)) {
			flatten(known, strings.TrimPrefix(name+"."+strings.ToLower(key), "."), v[key], depth+1)
		}
	case []any:
		for _, e := range v {
			if len(known[name]) < 100 {
				flatten(known, name, e, depth+1)
			}
		}
	case nil:
	default:
		known[name] = append(known[name], written(v))
	}
}

// hasMatter tells a file whose front matter names a title.
func hasMatter(name string, data []byte) bool {
	switch strings.ToLower(path.Ext(name)) {
	case ".md", ".markdown", ".html", ".htm", ".txt":
	default:
		return false
	}
	known, _, ok := matterOf(string(data))
	return ok && (len(known["title"]) > 0 || len(known["headline"]) > 0)
}

// One reads a single file that has front matter; ok is false for any other, which
// importer.Import reads.
func One(name string, data []byte, o importer.Options) (r *importer.Result, ok bool, err error) {
	if !hasMatter(name, data) {
		return nil, false, nil
	}
	it, draft := markdownItem(File{Name: name, Data: data})
	if it.Language == "" {
		it.Language = o.Language
	}
	if r, err = importer.ImportItem(it.Item, o, nil); err != nil {
		return nil, true, err
	}
	if draft {
		r.Unsure = append(r.Unsure, "the front matter calls it a draft")
	}
	for _, a := range it.Addresses {
		if from := pathOf(a); from != "" {
			r.Unsure = append(r.Unsure, fmt.Sprintf("it stood at %s before: a line “%s,/%s” in redirects.csv leads from there", from, from, r.Slug))
		}
	}
	return r, true, nil
}

// pictureKeys are what front matter calls the picture of a page.
var pictureKeys = strings.Fields(`image images featured_image featuredimage featured cover cover_image coverimage thumbnail hero hero_image
	header banner teaser photo og_image ogimage`)

// picturesOf are the pictures that front matter names.
func picturesOf(known map[string][]string) (out []importer.Picture) {
	for _, key := range pictureKeys {
		first := func(names ...string) string {
			for _, n := range names {
				if v := known[key+n]; len(v) > 0 && v[0] != "" {
					return v[0]
				}
			}
			return ""
		}
		alt, caption := first(".alt", "_alt", ".alttext", "alt"), first(".caption", "_caption", ".title", "caption")
		words, credit := importer.Credited(caption)
		if c := first(".credit", "_credit", ".attribution", "credit"); c != "" {
			credit = c
		}
		list := slices.Clone(known[key])
		several := len(list) > 0 // a list, of which each has a name of its own
		for _, name := range []string{".src", ".url", ".image", ".path", ".file", ".feature", ".teaser"} {
			if several || len(list) == 0 {
				list = append(list, known[key+name]...)
			}
		}
		for _, src := range list {
			for _, label := range []string{"src:", "url:", "image:", "path:"} {
				src = strings.TrimSpace(strings.TrimPrefix(src, label))
			}
			if src = strings.Trim(src, `"'`); src != "" && src != "true" && src != "false" && len(out) < 20 {
				out = append(out, importer.Picture{URL: src, Alt: alt, Caption: words, Credit: credit})
			}
		}
	}
	return out
}

// contactKey is what front matter calls a press contact, up to the name of one of its fields.
var contactKey = pattern.New(`^((?:press|media|presse|medien)?[-_]?(?:contact|kontakt)s?` +
	`(?:[-_](?:presse|press|media|prensa|imprensa|stampa))?|` +
	`(?:contacto|contatto|contato)(?:[-_](?:prensa|imprensa|stampa))?|perscontact)(?:[._-]([\pL-]+)|(name|phone|email))?$`)

// contactFields are those fields, by the names that languages have for them.
var contactFields = map[string]string{
	"name": "name", "nom": "name", "nombre": "name", "nome": "name", "naam": "name",
	"phone": "phone", "tel": "phone", "telephone": "phone", "téléphone": "phone", "telefon": "phone", "teléfono": "phone",
	"telefono": "phone", "telefone": "phone", "email": "email", "mail": "email", "e-mail": "email", "courriel": "email", "correo": "email",
	"role": "role", "title": "role", "fonction": "role", "titre": "role", "cargo": "role", "funktion": "role",
	"functie": "role", "ruolo": "role",
	"org": "org", "organization": "org", "organisation": "org", "company": "org", "organisme": "org", "firma": "org",
}

// contactField notes a line of YAML within a contact, or a list of them: a field with its value, or one of the values of
// the field before it.
func contactField(out map[string][]string, key string, inner *string, line string) bool {
	trimmed := strings.TrimSpace(line)
	item, isItem := strings.CutPrefix(trimmed, "- ")
	name, value, isField := strings.Cut(item, ":")
	name = strings.ToLower(strings.TrimSpace(name))
	switch {
	case line == trimmed && !isItem:
		return false // the next key
	case isField && contactFields[name] != "":
		*inner = key + "." + name
		if value = scalar(value); value != "" {
			out[*inner] = append(out[*inner], value)
		}
		return true
	case isItem && *inner != "":
		out[*inner] = append(out[*inner], scalar(item))
		return true
	}
	return false
}

// contactOf are the press contacts that front matter names.
func contactOf(known map[string][]string) (out []importer.Contact) {
	fields := make(map[string]map[string][]string) // of each contact, by its key
	for _, key := range slices.Sorted(maps.Keys(known)) {
		m := contactKey.FindStringSubmatch(key)
		if m == nil {
			continue
		}
		if fields[m[1]] == nil {
			fields[m[1]] = make(map[string][]string)
		}
		if field := contactFields[m[2]+m[3]]; field != "" && fields[m[1]][field] == nil {
			fields[m[1]][field] = known[key]
		}
	}
	for _, key := range slices.Sorted(maps.Keys(fields)) {
		f := fields[key]
		for i := range max(len(f["name"]), 1) {
			of := func(field string) string { // the one of that name, or all of the only one
				switch n := len(f[field]); {
				case len(f["name"]) < 2:
					return strings.Join(f[field], " / ")
				case n == len(f["name"]):
					return f[field][i]
				}
				return ""
			}
			c := importer.Contact{Name: of("name"), Role: of("role"), Org: of("org"), Phone: of("phone"), Email: of("email")}
			if c.Name != "" && c.Phone != "" || c.Email != "" {
				out = append(out, c)
			}
		}
	}
	return out
}

// saidElsewhere are keys that say what somebody wrote and no part of a release has.
var saidElsewhere = strings.Fields("author authors byline description summary excerpt location place keywords")

// leftOver tells what front matter says that a release has no place for.
func leftOver(known map[string][]string) []string {
	var list []string
	for _, key := range saidElsewhere {
		if v := strings.TrimSpace(strings.Join(known[key], ", ")); v != "" {
			if r := []rune(v); len(r) > 200 {
				v = string(r[:200]) + "…"
			}
			list = append(list, key+": "+v)
		}
	}
	if list == nil {
		return nil
	}
	return []string{"the front matter says what has no place of its own here, and is left out: “" + strings.Join(list, "”, “") + "”"}
}
