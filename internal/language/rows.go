package language

import (
	"fmt"
	"slices"
	"strings"
)

// Row is a language as commands list it.
type Row struct {
	Tag     string   `json:"tag"`
	Name    string   `json:"name"`
	English string   `json:"english"`
	From    string   `json:"from"` // program, or the workspace's file
	Lacks   []string `json:"lacks"`
	Read    bool     `json:"read"`
	Unread  []string `json:"unread"`
	On      bool     `json:"on"`
}

// Rows are the languages that are known.
func (s *Set) Rows() []Row {
	all := []Row{}
	own := s.Own()
	for _, tag := range s.Known() {
		c := s.Of(tag)
		from := "program"
		if f, ok := own[tag]; ok {
			from = f.Name
		}
		all = append(all, Row{
			tag, c.Name, c.English, from, slices.Concat([]string{}, c.Lacks), c.Read, slices.Concat([]string{}, c.Unread),
			s.On(c),
		})
	}
	return all
}

// Missing says what the language's file lacks.
func (r Row) Missing() string {
	if len(r.Lacks) == 0 {
		return "nothing"
	}
	return strings.Join(r.Lacks, ", ")
}

// ReadBy says whether somebody who speaks the language has read it.
func (r Row) ReadBy() string {
	switch {
	case !r.Read:
		return "by nobody"
	case len(r.Unread) > 0:
		return "by a speaker, but for " + strings.Join(r.Unread, ", ")
	}
	return "by a speaker"
}

// Verdict says of a file of a language whether it can be used, what it lacks, and that
// nobody has read it.
func (c *Catalogue) Verdict() []string {
	out := []string{c.English + " is complete"}
	if len(c.Lacks) > 0 {
		out[0] = fmt.Sprintf("%s can be used; it lacks %s, which is English then or is not understood", c.English, strings.Join(c.Lacks, ", "))
	}
	if !c.Read {
		out = append(out, "nobody who speaks it has read it; once somebody has, write read = true")
	}
	return out
}

// Listing says what the list of languages shows.
const Listing = `What languages there are: their tag, their name, where each comes from, what its
file lacks, whether somebody who speaks it has read it, and whether it is on.

A language that no speaker has read is off until the workspace lists it,
  [organization]
  languages = ["pl"]
and then prints its embargo line in English too.

A file of the workspace, templates/language/<tag>.toml, lies over the language of its
tag key by key, or adds one. --check says what such a file lacks and what is wrong with
it, with line and column.`
