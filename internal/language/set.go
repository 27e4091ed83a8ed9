package language

import (
	"encoding/json"
	"fmt"
	"maps"
	"path"
	"slices"
	"strings"
	"sync"

	"golang.org/x/text/language"

	"pressroom/internal/diagnostic"
	files "pressroom/templates/language"
)

// english is the language of what another lacks.
const english = "en"

// builtin are the languages that come with the program, each read when it is first
// asked for.
var builtin = sync.OnceValue(func() map[string]func() *Catalogue {
	entries, err := files.Files.ReadDir(".")
	if err != nil {
		panic(err) // a mistake of the build, not of a user
	}
	all := make(map[string]func() *Catalogue, len(entries))
	for _, e := range entries {
		all[tagOf(e.Name())] = sync.OnceValue(func() *Catalogue { return readBuiltin(all, e.Name()) })
	}
	return all
})

func readBuiltin(all map[string]func() *Catalogue, name string) *Catalogue {
	data, err := files.Files.ReadFile(name)
	if err != nil {
		panic(err)
	}
	var under *Catalogue
	if parent, ok := all[parentOf(tagOf(name))]; ok {
		under = parent()
	}
	var phrases *Catalogue
	if tagOf(name) != english {
		phrases = all[english]()
	}
	c, diags := read(File{name, data}, under, nil, phrases)
	if diags.HasErrors() {
		panic(diags) // tests read each of them
	}
	return c
}

// tagOf is the language of a file's name.
func tagOf(name string) string { return strings.TrimSuffix(path.Base(name), ".toml") }

// parentOf is the tag without its last part, "" if it has one part.
func parentOf(tag string) string {
	return tag[:max(strings.LastIndexByte(tag, '-'), 0)]
}

// File is the file of a language. Its name is <tag>.toml, in whatever folder.
type File struct {
	Name string
	Data []byte
}

// Set is the languages of a workspace: those of the program with its own files over
// them. nil is those of the program alone. A Set does not change, and is kept as JSON.
type Set struct {
	own  []File
	on   []string
	read map[string]*Catalogue // those that a file of its own touches
}

// NewSet reads the files of a workspace. A file lies over the language of its tag or,
// where the program has none, over that of the shorter tag: es-MX over es. on are the
// tags of those that the workspace uses though no speaker has read them. The set is nil
// if there is neither.
func NewSet(own []File, on ...string) (*Set, diagnostic.List) {
	if len(own) == 0 && len(on) == 0 {
		return nil, nil
	}
	own = slices.Clone(own)
	// Shorter tags first: what lies over them is read with them.
	slices.SortFunc(own, func(a, b File) int { return strings.Compare(tagOf(a.Name), tagOf(b.Name)) })
	s := &Set{own: own, on: on, read: make(map[string]*Catalogue)}
	var all diagnostic.List
	for _, f := range own {
		c, diags := s.lay(f)
		all = append(all, diags...)
		if c != nil {
			s.read[c.Tag] = c
		}
	}
	s.rebase()
	return s, all
}

// Check reads one file over the languages that there are, and says what is wrong with
// it. The catalogue is nil if it cannot be used.
func (s *Set) Check(f File) (*Catalogue, diagnostic.List) { return s.lay(f) }

// lay reads a file over what there is of its language.
func (s *Set) lay(f File) (*Catalogue, diagnostic.List) {
	tag := tagOf(f.Name)
	if canonical, err := Canonical(tag); err != nil || canonical != tag {
		var diags diagnostic.List
		advice := "call it after the language's tag, as in pt-BR.toml"
		if err == nil {
			advice = "call it " + canonical + ".toml"
		}
		diags.Errorf(diagnostic.Position{File: f.Name, Line: 1, Column: 1}, "language", "the name of this file is no language tag; %s", advice)
		return nil, diags
	}
	under, ok := s.exact(tag)
	if !ok {
		under, _ = s.exact(parentOf(tag))
	}
	return read(f, under, Of(english), Of(english))
}

// rebase reads the program's languages anew that lie over one of the set's own: who
// changes a phrase of pt changes it in pt-PT too, where that has none of its own.
func (s *Set) rebase() {
	for tag := range builtin() {
		under, changed := s.read[parentOf(tag)]
		if _, own := s.read[tag]; own || !changed {
			continue
		}
		data, err := files.Files.ReadFile(tag + ".toml")
		if err != nil {
			continue // the parent alone is a file
		}
		if c, diags := read(File{tag + ".toml", data}, under, nil, Of(english)); !diags.HasErrors() {
			s.read[tag] = c
		}
	}
}

// exact is the catalogue of a tag itself.
func (s *Set) exact(tag string) (*Catalogue, bool) {
	if s != nil {
		if c, ok := s.read[tag]; ok {
			return c, true
		}
	}
	if c, ok := builtin()[tag]; ok {
		return c(), true
	}
	return nil, false
}

// For returns the catalogue of a tag, falling back from en-US to en as RFC 4647
// section 3.4 does. ok is false if the tag's language has no catalogue.
func (s *Set) For(tag string) (c *Catalogue, ok bool) {
	for _, t := range fallbacks(tag) {
		if c, ok := s.exact(t); ok {
			return c, true
		}
	}
	return nil, false
}

// Of is For, with English where the tag's language has no catalogue.
func (s *Set) Of(tag string) *Catalogue {
	if c, ok := s.For(tag); ok {
		return c
	}
	c, _ := s.exact(english)
	return c
}

// On tells whether a language is used: a speaker has read it, or the workspace lists it.
func (s *Set) On(c *Catalogue) bool {
	if c.Read || s == nil {
		return c.Read
	}
	for _, t := range fallbacks(c.Tag) {
		if slices.Contains(s.on, t) {
			return true
		}
	}
	return false
}

// ForReader is Of, with English where the language is not on.
func (s *Set) ForReader(tag string) *Catalogue {
	if c := s.Of(tag); s.On(c) {
		return c
	}
	return s.Of(english)
}

// Known lists the tags that have a catalogue, sorted.
func (s *Set) Known() []string {
	tags := slices.Collect(maps.Keys(builtin()))
	if s != nil {
		tags = slices.AppendSeq(tags, maps.Keys(s.read))
	}
	slices.Sort(tags)
	return slices.Compact(tags)
}

// Offered lists the tags of those that are on, sorted.
func (s *Set) Offered() []string {
	return slices.DeleteFunc(s.Known(), func(tag string) bool { return !s.On(s.Of(tag)) })
}

// Own lists the files that the set was read from, by the tag of their language.
func (s *Set) Own() map[string]File {
	out := make(map[string]File)
	if s != nil {
		for _, f := range s.own {
			out[tagOf(f.Name)] = f
		}
	}
	return out
}

// Only is the set with no more of the workspace's own than what the languages need; nil
// if that is nothing.
func (s *Set) Only(tags []string) *Set {
	if s == nil {
		return nil
	}
	needed := make(map[string]bool)
	for _, tag := range tags {
		for _, t := range fallbacks(tag) {
			needed[t] = true
		}
	}
	var own []File
	for _, f := range s.own {
		if needed[tagOf(f.Name)] {
			own = append(own, f)
		}
	}
	var on []string
	for _, tag := range s.on {
		if needed[tag] {
			on = append(on, tag)
		}
	}
	if len(own) == len(s.own) && len(on) == len(s.on) {
		return s
	}
	only, _ := NewSet(own, on...)
	return only
}

// kept is a set as JSON.
type kept struct {
	Files map[string]string `json:"files,omitempty"`
	On    []string          `json:"on,omitempty"`
}

// MarshalJSON is the set's own files, and what is on.
func (s *Set) MarshalJSON() ([]byte, error) {
	k := kept{Files: make(map[string]string), On: s.on}
	for _, f := range s.own {
		k.Files[f.Name] = string(f.Data)
	}
	return json.Marshal(k)
}

// UnmarshalJSON reads what MarshalJSON wrote. What was wrong with a file when it was
// kept is no error now: nobody could mend it.
func (s *Set) UnmarshalJSON(data []byte) error {
	var k kept
	if err := json.Unmarshal(data, &k); err != nil {
		return fmt.Errorf("languages: %w", err)
	}
	var own []File
	for name, text := range k.Files {
		own = append(own, File{name, []byte(text)})
	}
	if set, _ := NewSet(own, k.On...); set != nil {
		*s = *set
	}
	return nil
}

// For is Set.For of the program's own languages.
func For(tag string) (*Catalogue, bool) { return (*Set)(nil).For(tag) }

// Of is Set.Of of the program's own languages.
func Of(tag string) *Catalogue { return (*Set)(nil).Of(tag) }

// Known is Set.Known of the program's own languages.
func Known() []string { return (*Set)(nil).Known() }

// writtenIn is the language of a tag, and the script that it is written in by its
// region, as in zh-TW.
func writtenIn(tag string) (base, script string) {
	t, err := language.Parse(tag)
	if err != nil {
		return "", ""
	}
	b, _ := t.Base()
	s, _ := t.Script()
	return b.String(), s.String()
}
