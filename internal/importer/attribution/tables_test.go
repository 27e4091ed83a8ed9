package attribution

import (
	"fmt"
	"maps"
	"slices"
	"strings"
	"testing"

	"pressroom/internal/expect"
)

// TestTheWordsThatAreKnown writes down every list of words by which names, titles and
// organisations are told apart.
func TestTheWordsThatAreKnown(t *testing.T) {
	var b strings.Builder
	words := make(map[string][]string)
	put := func(name string, words map[string]bool) {
		fmt.Fprintf(&b, "%s: %s\n", name, strings.Join(slices.Sorted(maps.Keys(words)), " "))
	}
	for _, list := range []struct {
		name  string
		words map[string]bool
	}{
		{"behind a name", behindName},
		{"unions", unions},
		{"owns it", ownsIt},
		{"places", places},
		{"papers", papers},
		{"office", officeWords},
		{"heads of", headsOf},
		{"relative", relative},
		{"private titles", privateTitles},
		{"public titles", publicTitles},
		{"over, in Italian", overIn},
		{"branches", branches},
		{"events", events},
		{"first names", firstNames},
		{"short offices", shortOffices},
	} {
		put(list.name, list.words)
	}
	for name, ends := range map[string]map[string]int{"German heads": germanHeads, "ends of compounds": compoundHeads} {
		for word, bare := range ends {
			words[name] = append(words[name], word[:bare]+"|"+word[bare:])
		}
	}
	for _, name := range slices.Sorted(maps.Keys(words)) {
		fmt.Fprintf(&b, "%s: %s\n", name, strings.Join(slices.Sorted(slices.Values(words[name])), " "))
	}
	for _, lang := range slices.Sorted(maps.Keys(aside)) {
		put("aside, "+lang, aside[lang])
	}
	expect.File(t, "words.golden.txt", b.String())
}
