package attribution

import (
	"maps"
	"slices"
	"strings"
	"testing"

	"pressroom/internal/expect"
)

// TestTheWordsThatAreKnown writes down every list of words that is known here.
func TestTheWordsThatAreKnown(t *testing.T) {
	t.Parallel()
	lists := []string{expect.Lists(
		expect.List{Name: "behind a name", Words: behindName},
		expect.List{Name: "unions", Words: unions},
		expect.List{Name: "owns it", Words: ownsIt},
		expect.List{Name: "places", Words: places},
		expect.List{Name: "papers", Words: papers},
		expect.List{Name: "office", Words: officeWords},
		expect.List{Name: "heads of", Words: headsOf},
		expect.List{Name: "relative", Words: relative},
		expect.List{Name: "private titles", Words: privateTitles},
		expect.List{Name: "public titles", Words: publicTitles},
		expect.List{Name: "over, in Italian", Words: overIn},
		expect.List{Name: "branches", Words: branches},
		expect.List{Name: "events", Words: events},
		expect.List{Name: "first names", Words: firstNames},
		expect.List{Name: "short offices", Words: shortOffices},
		expect.List{Name: "speaks at", Words: speaksAt},
		expect.List{Name: "leadership", Words: leadership},
		expect.List{Name: "firms", Words: firms},
		expect.List{Name: "nations", Words: nations},
		expect.List{Name: "fields of a leader", Words: fields},
		expect.List{Name: "leaders", Words: leaders},
		expect.List{Name: "committees", Words: committees},
		expect.List{Name: "several", Words: several},
		expect.List{Name: "other bodies", Words: otherBodies},
		expect.List{Name: "their turn", Words: theirTurn},
		expect.List{Name: "works together", Words: worksTogether},
		expect.List{Name: "subordinate", Words: subordinate},
		expect.List{Name: "authors too", Words: authorToo},
		expect.List{Name: "no trade", Words: noTrade},
		expect.List{Name: "units", Words: units},
		expect.List{Name: "fields of work", Words: fieldsOfWork},
		expect.List{Name: "words of fields", Words: fieldWords},
		expect.List{Name: "before places", Words: beforePlace},
		expect.List{Name: "labels", Words: labels},
		expect.List{Name: "over", Words: overWords},
		expect.List{Name: "and", Words: ands},
		expect.List{Name: "and of two", Words: andOfTwo},
		expect.List{Name: "begins a clause", Words: beginsClause},
	)}
	for _, joined := range []struct {
		name string
		ends map[string]int
	}{{"German heads", germanHeads}, {"ends of compounds", compoundHeads}} {
		words := make(map[string]bool)
		for word, bare := range joined.ends {
			words[word[:bare]+"|"+word[bare:]] = true
		}
		lists = append(lists, expect.Lists(expect.List{Name: joined.name, Words: words}))
	}
	for _, lang := range slices.Sorted(maps.Keys(aside)) {
		lists = append(lists, expect.Lists(expect.List{Name: "aside, " + lang, Words: aside[lang]}))
	}
	expect.File(t, "words.golden.txt", strings.Join(lists, ""))
}
