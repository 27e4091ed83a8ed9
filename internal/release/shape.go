package release

import (
	"fmt"
	"slices"
	"strings"

	"pressroom/internal/diagnostic"
	"pressroom/internal/frontmatter"
)

// top are the keys that stand above the first [[…]]: written below one, TOML makes
// them part of it.
var top = frontmatter.Shape{
	Keys: []string{
		"access", "advance", "advance_at", "boilerplate", "contact", "cover", "date", "dateline", "document", "embargo", "group", "headline",
		"language", "lift_note", "media", "notes", "notice", "organization", "quote", "quotes", "release_at", "signatories", "signatory",
		"subhead", "subject", "timezone", "to", "topics", "zones",
	},
	Also: words(
		"headline: title heading head", "subhead: subtitle subheading deck standfirst", "dateline: location place city", "language: lang",
		"topics: tags keywords categories", "to: recipients lists audience", "embargo: embargountil embargoed embargotime",
		"release_at: publishat publish releasetime", "timezone: tz zone",
		"zones: timezones furtherzones otherzones", "boilerplate: about", "organization: org organisation issuer",
		"contact: contacts presscontact presscontacts mediacontact", "quote: quotation quotations",
		"media: medium image images picture pictures photo photos video videos", "document: documents attachment attachments file files",
		"cover: covers covernote covernotes",
	),
}

// tables are what the tables of a release hold, by name.
var tables = map[string]frontmatter.Shape{
	"contact": {
		Keys: []string{"email", "hours", "name", "org", "phone", "public", "role"},
		Also: words("role: title position job", "phone: tel telephone mobile cell", "email: mail address",
			"org: organization organisation company"),
	},
	"quote": {
		Keys: []string{"attribution", "id", "org", "signoff", "speaker", "style", "text", "title"},
		Also: words("speaker: name by who author", "title: role position job",
			"org: organization organisation company", "text: quote words body"),
	},
	"media": {
		Keys: []string{"alt", "caption", "credit", "file", "rights", "url"},
		Also: words("alt: description alttext alternative", "file: src path image photo picture", "url: link href",
			"rights: copyright licence license", "credit: photographer by source", "caption: title legend"),
	},
	"document": {
		Keys: []string{"file", "title", "url"},
		Also: words("file: src path document", "title: name caption", "url: link href"),
	},
	"cover": {
		Keys: []string{"id", "phase", "text", "to"},
		Also: words("to: for recipients list lists", "text: body note words", "id: name"),
	},
	"signatory": {
		Keys: []string{"on", "org"},
		Also: words("on: date at", "org: organization organisation name"),
	},
}

// translatedTop and translated are what a language's file holds.
var (
	translatedTop = frontmatter.Shape{
		Keys: []string{"boilerplate", "contact", "cover", "dateline", "headline", "media", "notes", "notice", "quote", "subhead", "subject"},
		Also: top.Also,
	}
	translated = map[string]frontmatter.Shape{
		"quote":   {Keys: []string{"attribution", "id", "signoff", "text", "title"}, Also: tables["quote"].Also},
		"media":   {Keys: []string{"alt", "caption", "credit", "file", "rights", "url"}, Also: tables["media"].Also},
		"cover":   {Keys: []string{"id", "text"}, Also: tables["cover"].Also},
		"contact": {Keys: []string{"email", "hours", "role"}, Also: tables["contact"].Also},
	}
)

// inner are the keys of the tables that stand once.
var inner = map[string][]string{
	"quotes": {"local", "lot", "order", "unsigned", "withdrawn"},
	"notice": {"headline", "text"},
}

// Keys are what a table of a release's file may hold, sorted: "" for what stands above the
// tables, else its name, as in quote. In a translation that is less. Nil where there is no
// such table.
func Keys(table string, translation bool) []string {
	shape, list := top, tables
	if translation {
		shape, list = translatedTop, translated
	}
	if table == "" {
		return slices.Clone(shape.Keys)
	}
	if s, ok := list[table]; ok {
		return slices.Clone(s.Keys)
	}
	if !translation || table == "notice" {
		return slices.Clone(inner[table])
	}
	return nil
}

// Several tells whether a key of a release's file is a table that may stand several times.
func Several(key string) bool { return tables[key].Keys != nil }

// words reads lines of "key: other words for it".
func words(lines ...string) map[string]string {
	out := make(map[string]string)
	for _, l := range lines {
		key, others, _ := strings.Cut(l, ":")
		for _, w := range strings.Fields(others) {
			out[w] = key
		}
	}
	return out
}

// homes are the keys that one kind of table has and none of the others.
var homes = map[string]string{
	"speaker": "quote", "attribution": "quote", "style": "quote", "phone": "contact", "email": "contact", "hours": "contact",
	"role": "contact", "name": "contact", "alt": "media", "caption": "media", "credit": "media", "rights": "media", "phase": "cover",
}

// topKey is the key of the release that somebody meant who wrote key in a table of
// another shape, "" if none.
func topKey(key string, s frontmatter.Shape) string {
	if tables[key].Keys != nil || key == "quotes" || key == "notice" || homes[key] != "" {
		return ""
	}
	if slices.Contains(top.Keys, key) {
		return key
	}
	if s.Meant(key) != "" {
		return ""
	}
	return diagnostic.Nearest(key, top.Keys)
}

// hint says where a key belongs that stands in the table of a name, as in quote.
func hint(name, header string, s frontmatter.Shape) func(string) string {
	return func(key string) string {
		if k := topKey(key, s); k != "" && header != "" {
			advice := ""
			if k != key {
				advice = "did you mean " + k + "? "
				key = k
			}
			return fmt.Sprintf("%s%s belongs to the release, not to %s: move it above the first [[…]]", advice, key, header)
		}
		if home := homes[key]; home != "" && home != name {
			return fmt.Sprintf("%s belongs to a [[%s]]: move it below the line [[%s]]", key, home, home)
		}
		return ""
	}
}

// expect reports the unknown keys of a table.
func expect(t *frontmatter.Table, name string) {
	s := tables[name]
	s.Hint = hint(name, "[["+name+"]]", s)
	t.Expect(s)
}

// expectTranslated does so in a language's file, where what is the same in every
// language is an error of its own.
func (r *reader) expectTranslated(t *frontmatter.Table, name string) {
	s, main := translatedTop, top
	header := ""
	if name != "" {
		s, main, header = translated[name], tables[name], "[["+name+"]]"
	}
	elsewhere := hint(name, header, s)
	s.Hint = func(key string) string {
		if slices.Contains(main.Keys, key) {
			return inMain(r.rel.File)(key)
		}
		if !slices.Contains(translatedTop.Keys, key) && name != "" && slices.Contains(top.Keys, key) {
			return inMain(r.rel.File)(key)
		}
		return elsewhere(key)
	}
	t.Expect(s)
}

// strays finds the keys that stand in the wrong table, and lets the right one read
// them, so that nothing is missing there.
func (r *reader) strays(root *frontmatter.Table) {
	found := func(from *frontmatter.Table, key string) {
		home := homes[key]
		if home == "" {
			return
		}
		r.strayed[home] = true
		for _, to := range root.Peek(home) {
			if from.Before(key, to) && from.Lend(key, to, key) {
				return
			}
		}
	}
	for _, key := range root.Keys() {
		found(root, key)
	}
	for name, s := range tables {
		for _, t := range root.Peek(name) {
			for _, key := range t.Keys() {
				if slices.Contains(s.Keys, key) || s.Also[key] != "" {
					continue
				}
				if k := topKey(key, s); k != "" {
					t.Lend(key, root, k)
				} else {
					found(t, key)
				}
			}
		}
	}
}

// expectTop reports the unknown keys of the release itself. Quotes under [[quotes]]
// are read as quotes.
func (r *reader) expectTop(t *frontmatter.Table) {
	s := top
	s.Hint = hint("", "", top)
	t.Expect(s)
	if q, _ := t.Raw("quotes"); q != nil {
		if list, several := q.([]map[string]any); several {
			t.Errorf("quotes", "quotes", "[[quotes]] is not a key; a quote is written [[quote]], and [quotes] holds the policy")
			if !slices.ContainsFunc(list, holdsPolicy) {
				t.Further("quotes", "quote")
			}
		}
	}
	r.strays(t)
}

// holdsPolicy tells whether a table is the policy for quotes, and no quote.
func holdsPolicy(m map[string]any) bool {
	for _, key := range []string{"unsigned", "withdrawn", "order", "lot", "local"} {
		if _, ok := m[key]; ok {
			return true
		}
	}
	return false
}
