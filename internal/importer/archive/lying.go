package archive

import (
	"net/url"
	"path"
	"strings"

	"pressroom/internal/importer"
)

// lying are the pictures of a folder, and which of them a release has taken.
type lying struct {
	names []string
	taken map[string]bool
}

func newLying(files []File) *lying {
	out := &lying{taken: make(map[string]bool)}
	for _, f := range files {
		if importer.IsPicture(f.Name) {
			out.names = append(out.names, f.Name)
			out.taken[f.Name] = false
		}
	}
	return out
}

func (l *lying) has(name string) bool {
	_, ok := l.taken[name]
	return ok
}

// roots are where systems keep what a page calls by a path from its site's root on.
var roots = []string{"", "static", "assets", "public", "src", "source"}

// beside finds the pictures that a file of the folder names: beside it, or from the root of
// its site on.
func (l *lying) beside(file string) func(string) string {
	return func(address string) string {
		u, err := url.Parse(address)
		if err != nil || u.Scheme != "" || u.Host != "" || u.Path == "" || strings.Contains(u.Path, `\`) {
			return ""
		}
		var tries []string
		if strings.HasPrefix(u.Path, "/") {
			for _, root := range roots {
				tries = append(tries, path.Join(root, u.Path[1:]))
			}
		} else {
			tries = append(tries, path.Join(path.Dir(file), u.Path))
			for _, root := range roots {
				tries = append(tries, path.Join(root, u.Path))
			}
		}
		for _, name := range tries {
			if l.has(name) {
				l.taken[name] = true
				return name
			}
		}
		return ""
	}
}

// tell counts the pictures that no release has.
func (l *lying) tell(left *counts) {
	for _, name := range l.names {
		if !l.taken[name] {
			left.add("picture that no release shows")
		}
	}
}
