// Package templates holds the default templates and styles. A workspace's own
// templates/ folder overrides them file by file.
package templates

import (
	"embed"
	"fmt"
	"io/fs"
	"maps"
	"regexp"
	"slices"
	"strings"
	"unicode/utf8"
)

//go:embed web email
var files embed.FS

//go:embed all:init
var initial embed.FS

//go:embed new/release.md
var skeleton string

//go:embed new/pressroom.toml
var settings string

// Names lists the files that a workspace can override, and of which releases are made: they
// are a part of each revision.
var Names = []string{"web/page.html", "web/page.css", "web/page.js", "email/mail.html", "email/mail.css"}

// NewsroomNames lists those of the list of releases, which a workspace can override too:
// no release is another by them.
var NewsroomNames = []string{"web/newsroom.html", "web/newsroom.css"}

// Set is one text for each of some names.
type Set map[string]string

// Names lists the templates that the set has: those that there are now, in their
// order, then those of other versions of the program.
func (s Set) Names() []string {
	var out []string
	for _, n := range Names {
		if _, ok := s[n]; ok {
			out = append(out, n)
		}
	}
	for _, n := range slices.Sorted(maps.Keys(s)) {
		if !slices.Contains(Names, n) {
			out = append(out, n)
		}
	}
	return out
}

// Defaults are the embedded templates of which releases are made, with those of override
// put over them.
func Defaults(override map[string]string) Set { return over(Names, override) }

// Newsroom are the templates of the list of releases, with those of override put over them.
func Newsroom(override map[string]string) Set { return over(NewsroomNames, override) }

func over(names []string, override map[string]string) Set {
	set := make(Set, len(names))
	for _, name := range names {
		if own, ok := override[name]; ok {
			set[name] = own
			continue
		}
		data, err := files.ReadFile(name)
		if err != nil {
			panic(fmt.Sprintf("templates: %s is not embedded", name)) // a mistake of the build, not of a user
		}
		set[name] = string(data)
	}
	return set
}

// Initial is the file tree that a new workspace begins with.
func Initial() fs.FS {
	sub, err := fs.Sub(initial, "init")
	if err != nil {
		panic(err)
	}
	return sub
}

// Skeleton is a release to begin with, dated on a day, with the next as example of one to
// come, both written as 2006-01-02, in a zone; the example of a further one is another. It names the press
// lists and segments that there are to mail it to.
func Skeleton(day, next, zone string, lists []string) string {
	further := "Europe/London"
	if zone == further {
		further = "America/New_York"
	}
	filled := strings.NewReplacer("{{date}}", day, "{{next}}", next, "{{zone}}", zone, "{{further}}", further,
		"{{lists}}", named(lists)).Replace(skeleton)
	return asideOf.ReplaceAllStringFunc(filled, func(line string) string {
		m := asideOf.FindStringSubmatch(line)
		return m[1] + strings.Repeat(" ", max(2, asideAt-utf8.RuneCountInString(m[1]))) + m[2]
	})
}

// mostNamed is how many lists the skeleton names: a line is read at once.
const mostNamed = 6

// named is what the skeleton says of the press lists and segments that there are, or how one is named.
func named(lists []string) string {
	switch {
	case len(lists) == 0:
		return `, as in ["national-tech"]`
	case len(lists) > mostNamed:
		return ": " + strings.Join(lists[:mostNamed], ", ") + " …"
	}
	return ": " + strings.Join(lists, ", ")
}

// asideOf is a line of the skeleton with a comment behind it, which begins at the column
// asideAt of all such lines, unless what is before it is longer.
var asideOf = regexp.MustCompile(`(?m)^(# timezone = "[^"\n]*"|# zones = \["[^"\n]*"\]) +(# .*)$`)

const asideAt = 36

// Settings are those of a workspace that holds no sample. lines are written in the
// place of the comments that show a key, by the key: name = "…".
func Settings(lines map[string]string) string {
	out := strings.Split(settings, "\n")
	for i, line := range out {
		key, _, _ := strings.Cut(strings.TrimPrefix(line, "# "), "=")
		if own, ok := lines[strings.TrimSpace(key)]; ok && strings.HasPrefix(line, "# ") {
			out[i] = own
			delete(lines, strings.TrimSpace(key))
		}
	}
	return strings.Join(out, "\n")
}
