package check

import (
	"cmp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"pressroom/internal/release"
)

// shortestName is how long a name has to be to be looked for: shorter ones are words.
const shortestName = 3

// mostNamed bounds how many places are told.
const mostNamed = 20

// Named finds where the headline, the subhead, the body or the signatories of a release
// name somebody: by these names, as whole words, also in capitals.
func Named(r *release.Release, names ...string) []Place {
	var out []Place
	signs := slices.ContainsFunc(r.Signatories, func(s string) bool { return slices.Contains(names, s) })
	for _, f := range files(r.Files) {
		for _, t := range f.texts {
			if t.key == "headline" || t.key == "subhead" || t.key == "body" {
				out = append(out, named(t, names)...)
			}
		}
		if e, ok := f.doc.Lookup("signatories"); ok && signs {
			at := f.doc.At(e.Value.Start)
			out = append(out, Place{Text: "signatories", Around: around(string(f.doc.Src[e.Value.Start:e.Value.End]), 0), At: at})
		}
	}
	return out[:min(len(out), mostNamed)]
}

// named are the places of a text at which a name stands: of several at one, the longest.
func named(t text, names []string) []Place {
	type hit struct{ from, to int }
	var hits []hit
	for _, name := range names {
		if utf8.RuneCountInString(name) < shortestName {
			continue
		}
		for _, n := range []string{name, strings.ToUpper(name)} {
			for from := 0; ; {
				i := strings.Index(t.s[from:], n)
				if i < 0 {
					break
				}
				h := hit{from + i, from + i + len(n)}
				if wholeWord(t.s, h.from, h.to) {
					hits = append(hits, h)
				}
				from = h.to
			}
		}
	}
	slices.SortFunc(hits, func(a, b hit) int { return cmp.Or(cmp.Compare(a.from, b.from), cmp.Compare(b.to, a.to)) })
	var out []Place
	end := 0
	for _, h := range hits {
		if h.from < end {
			continue
		}
		out = append(out, Place{t.s[h.from:h.to], around(t.s, h.from), t.at(h.from)})
		end = h.to
	}
	return out
}

// wholeWord tells whether no letter stands against a part of a text on either side.
func wholeWord(s string, from, to int) bool {
	before, _ := utf8.DecodeLastRuneInString(s[:from])
	after, _ := utf8.DecodeRuneInString(s[to:])
	return !unicode.IsLetter(before) && !unicode.IsLetter(after)
}
