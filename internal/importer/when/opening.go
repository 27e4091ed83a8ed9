package when

import (
	"slices"
	"strings"
)

// openings makes hours at which a house is open, or from which to which something lasts,
// words of something else: they are none of release. Where a text speaks of embargo or
// release, only those of a sentence that says so of a house, on days of the week.
func openings(text string, list []token) {
	v := known()
	marked := slices.ContainsFunc(list, func(t token) bool { return t.kind == markToken })
	for _, clause := range clauses(list) {
		has := func(k kind) bool { return slices.ContainsFunc(clause, func(t token) bool { return t.kind == k }) }
		if !has(clockToken) {
			continue
		}
		span := lasts(text, clause)
		open := slices.ContainsFunc(clause, func(t token) bool {
			return (t.kind == strangeToken || t.kind == amongToken) && v.opening.begins(text[t.from:])
		})
		if marked && !(span && open && has(weekdayToken) && !has(markToken)) || !span && !open {
			continue
		}
		for i := range clause {
			if k := clause[i].kind; k == clockToken || k == zoneToken || k == numberToken {
				clause[i] = token{kind: otherToken, from: clause[i].from, to: clause[i].to}
			}
		}
	}
}

// until stand between the hour at which something begins and that at which it ends.
var until = wordSet("to til till until bis a as alle all tot")

// lasts tells that a clause has an hour directly up to another: "10 a.m. to 6 p.m.",
// "10-18 Uhr". A dash behind a zone parts two hours of one instant.
func lasts(text string, clause []token) bool {
	const (
		nothing = iota
		begun   // an hour
		upTo    // and a word or dash behind it
	)
	var (
		at, number int
		zoned      bool
	)
	for _, t := range clause {
		switch {
		case t.kind == clockToken && at == upTo:
			return true
		case t.kind == clockToken:
			at, zoned, number = begun, false, 0
		case t.kind == numberToken && (t.hourLike || atoi(text[t.from:t.to]) <= 24):
			at, zoned, number = begun, false, t.to
		case t.kind == zoneToken && at == begun:
			zoned = true
		case at == begun && until[strings.ToLower(text[t.from:t.to])],
			at == begun && t.point == '-' && !zoned && (number == 0 || number == t.from):
			at = upTo
		default:
			at = nothing
		}
	}
	return false
}
