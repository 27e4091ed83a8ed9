package importer

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
		{"company", companyWords},
		{"behind a name", behindName},
		{"unions", unions},
		{"owns it", ownsIt},
		{"places", places},
		{"papers", papers},
		{"public offices", publicOffices},
		{"office", officeWords},
		{"ranks", ranks},
		{"heads of", headsOf},
		{"of", ofWord},
		{"relative", relative},
		{"company's ending", companySuffix},
		{"connectors", orgConnectors},
		{"private titles", privateTitles},
		{"leading", leading},
		{"public titles", publicTitles},
		{"titles", titleWords},
		{"modifiers", titleModifiers},
		{"departments", departments},
		{"organisation's ending", orgTails},
		{"descriptors", descriptors},
		{"particles", particles},
		{"honorifics", honorifics},
		{"over, in Italian", overIn},
		{"quarters", quarters},
		{"between two ways to reach somebody", betweenReach},
		{"letters behind a name", postNominals},
		{"desks", desks},
		{"branches", branches},
		{"events", events},
		{"openings of a sentence", sentenceOpening},
		{"further openings", opening},
		{"first names", firstNames},
		{"nobody's own", general},
		{"behind an office", behindOffice},
		{"never names", neverNames},
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
