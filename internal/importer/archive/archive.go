// Package archive brings the old releases of another system over, all at once: an
// export of WordPress (WXR), a feed (RSS, Atom, JSON), what Prezly and Presspage give
// out in JSON, or a folder of Markdown, HTML, text and Word files.
//
// Move and MoveFolder read bytes and return files. Each release becomes one, its
// translations the files of its languages; the addresses under which they stood become
// redirects. Nothing is fetched.
package archive

import (
	"bytes"
	"cmp"
	"errors"
	"fmt"
	"net/url"
	"path"
	"slices"
	"strings"

	"pressroom/internal/importer"
	"pressroom/internal/wording"
)

// Limits on what is read.
const (
	MaxBytes    = 128 << 20 // of an export
	maxReleases = 20_000
	maxDepth    = 100
)

// File is a file of a folder, by its path with slashes.
type File struct {
	Name string
	Data []byte
}

// Written is a release's file, and what is to be looked at in it.
type Written struct {
	Name   string // in releases/
	From   string // the address it had, or what the export calls it
	Data   []byte
	Unsure []string
	Media  []importer.Media // pictures of the folder that it has
}

// Redirect leads from an old address, as path and query, to where the release is now.
type Redirect struct{ From, To string }

// Moved is what came of an export.
type Moved struct {
	Files     []Written
	Redirects []Redirect
	Left      []string // what was left out, with counts
}

// Slugs are the releases, each once, in the order of the export.
func (m *Moved) Slugs() []string {
	var out []string
	for _, f := range m.Files {
		if slug, main := strings.CutSuffix(f.Name, ".md"); main && !strings.Contains(slug, ".") {
			out = append(out, slug)
		}
	}
	return out
}

// Media are the pictures of the folder that the releases have, each once.
func (m *Moved) Media() (out []importer.Media) {
	for _, f := range m.Files {
		for _, p := range f.Media {
			if !slices.Contains(out, p) {
				out = append(out, p)
			}
		}
	}
	return out
}

// item is a release of an export with what says which others are its translations.
type item struct {
	importer.Item
	group string   // those of one group are one release in several languages
	self  []string // what others call this one
	links []string // what this one calls its translations
}

// Is tells an export that holds many releases from a file that is one.
func Is(name string, data []byte) bool {
	head := beginning(data[:min(len(data), 4096)])
	switch {
	case bytes.HasPrefix(head, []byte("{")): // and no template: "{% extends %}"
		rest := bytes.TrimLeft(head[1:], " \t\r\n")
		return len(rest) == 0 || rest[0] == '"' || rest[0] == '}'
	case bytes.HasPrefix(head, []byte("[")):
		return strings.HasSuffix(strings.ToLower(name), ".json")
	case bytes.HasPrefix(head, []byte("<")):
		return feedRoot.Match(head)
	}
	return false
}

// beginning is an export without the mark and the blanks that may stand before it.
func beginning(data []byte) []byte { return bytes.TrimLeft(data, "\xef\xbb\xbf \t\r\n") }

// Move reads an export or a feed.
func Move(name string, data []byte, o importer.Options) (*Moved, error) {
	if len(data) > MaxBytes {
		return nil, fmt.Errorf("importing %s: it is larger than %d MiB", name, MaxBytes>>20)
	}
	read := readXML
	if head := beginning(data); bytes.HasPrefix(head, []byte("{")) || bytes.HasPrefix(head, []byte("[")) {
		read = readJSON
	}
	items, left, err := read(data)
	if err != nil {
		return nil, fmt.Errorf("importing %s: %w", name, err)
	}
	return move(name, items, left, o)
}

// move makes files of items.
func move(name string, items []item, left counts, o importer.Options) (*Moved, error) {
	if len(items) == 0 {
		return nil, fmt.Errorf("importing %s: there is no release in it%s", name, left.aside())
	}
	if len(items) > maxReleases {
		return nil, fmt.Errorf("importing %s: it holds more than %d releases; divide it", name, maxReleases)
	}
	out := &Moved{}
	used := make(map[string]bool)
	for _, group := range together(items) {
		if err := out.release(group, used, o); err != nil {
			left.add("text that could not be read (" + err.Error() + ")")
		}
	}
	out.Left = left.lines()
	if len(out.Files) == 0 {
		return nil, errors.New(strings.Join(out.Left, "; "))
	}
	return out, nil
}

// release writes one release in its languages, of which the first is the main one.
func (m *Moved) release(group []item, used map[string]bool, o importer.Options) error {
	main, err := importer.ImportItem(group[0].Item, o, nil)
	if err != nil {
		return err
	}
	slug := slugOf(group[0].Item, main.Slug, used)
	m.add(slug+".md", group[0], "/"+slug, main)
	languages := map[string]bool{main.Language: true}
	for _, it := range group[1:] {
		lang := it.Language
		if lang == "" || languages[lang] {
			// Of no other language: a release of its own.
			if err := m.release([]item{it}, used, o); err != nil {
				return err
			}
			continue
		}
		r, err := importer.ImportItem(it.Item, o, main)
		if err != nil {
			return err
		}
		languages[lang] = true
		m.add(slug+"."+lang+".md", it, "/"+slug+"."+lang, r)
	}
	return nil
}

func (m *Moved) add(name string, it item, to string, r *importer.Result) {
	from := it.Name
	for i, a := range it.Addresses {
		path := pathOf(a)
		if path == "" {
			continue
		}
		if i == 0 {
			from = a
		}
		if path != to && !slices.ContainsFunc(m.Redirects[max(0, len(m.Redirects)-50):], func(r Redirect) bool { return r.From == path }) {
			m.Redirects = append(m.Redirects, Redirect{path, to})
		}
	}
	m.Files = append(m.Files, Written{Name: name, From: from, Data: r.Markdown, Unsure: r.Unsure, Media: r.Media})
}

// pathOf is the path and query of an address, "" where it has none to lead from.
func pathOf(address string) string {
	u, err := url.Parse(strings.TrimSpace(address))
	if err != nil || u.Opaque != "" || !strings.HasPrefix(u.Path, "/") || u.Path == "/" && u.RawQuery == "" {
		return ""
	}
	out := u.EscapedPath()
	if u.RawQuery != "" {
		out += "?" + u.RawQuery
	}
	if strings.ContainsAny(out, "\r\n\"\t ") || len(out) > 2000 || strings.HasPrefix(out, "//") {
		return ""
	}
	return out
}

// slugOf is the old slug where it can be one, else that of the headline; a second one
// of the same name gets a number.
func slugOf(it importer.Item, headline string, used map[string]bool) string {
	slug := importer.Slug(it.Slug)
	if slug == "" && len(it.Addresses) > 0 {
		if u, err := url.Parse(it.Addresses[0]); err == nil {
			base := path.Base(u.Path)
			slug = importer.Slug(strings.TrimSuffix(base, path.Ext(base)))
		}
	}
	slug = cmp.Or(slug, headline, "release")
	out := slug
	for n := 2; used[out]; n++ {
		out = fmt.Sprintf("%s-%d", slug, n)
	}
	used[out] = true
	return out
}

// together puts the items that are one release in several languages next to each
// other, in the order of the export; the first is the main one.
func together(items []item) [][]item {
	names := make(map[string]int)
	for i, it := range items {
		for _, s := range it.self {
			if _, ok := names[s]; !ok && s != "" {
				names[s] = i
			}
		}
	}
	head := make([]int, len(items)) // the first item of each one's group
	for i := range head {
		head[i] = i
	}
	find := func(i int) int {
		for head[i] != i {
			head[i] = head[head[i]]
			i = head[i]
		}
		return i
	}
	join := func(a, b int) {
		if a, b = find(a), find(b); a != b {
			head[max(a, b)] = min(a, b)
		}
	}
	groups := make(map[string]int)
	for i, it := range items {
		if it.group != "" {
			if first, ok := groups[it.group]; ok {
				join(first, i)
			} else {
				groups[it.group] = i
			}
		}
		for _, l := range it.links {
			if other, ok := names[l]; ok {
				join(i, other)
			}
		}
	}
	at := make(map[int]int)
	var out [][]item
	for i, it := range items {
		h := find(i)
		n, ok := at[h]
		if !ok {
			n = len(out)
			at[h] = n
			out = append(out, nil)
		}
		out[n] = append(out[n], it)
	}
	for _, g := range out {
		sortMain(g)
	}
	return out
}

// sortMain puts the main language first: English where there is one, or the file whose
// name tells none, else the one that came first.
func sortMain(g []item) {
	slices.SortStableFunc(g, func(a, b item) int {
		return cmp.Compare(english(a), english(b))
	})
}

func english(it item) int {
	if base, _, _ := strings.Cut(it.Language, "-"); base == "en" || base == "" {
		return 0
	}
	return 1
}

// counts is how much of what was left out.
type counts struct {
	kinds []string
	of    map[string]int
}

func (c *counts) add(kind string) {
	if c.of == nil {
		c.of = make(map[string]int)
	}
	if c.of[kind] == 0 && len(c.kinds) < 200 {
		c.kinds = append(c.kinds, kind)
	}
	c.of[kind]++
}

func (c *counts) lines() []string {
	var out []string
	for _, k := range c.kinds {
		if strings.Contains(k, " ") {
			out = append(out, fmt.Sprintf("%d × %s", c.of[k], k))
			continue
		}
		out = append(out, wording.Count(c.of[k], k))
	}
	return out
}

func (c *counts) aside() string {
	if len(c.kinds) == 0 {
		return ""
	}
	return ", but " + strings.Join(c.lines(), ", ")
}
