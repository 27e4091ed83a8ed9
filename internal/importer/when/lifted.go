package when

import (
	"slices"
	"strings"
	"time"
)

// liftings makes of words such as "embargo lifted" one that is open, or an embargo: they
// tell of an embargo that is over only where nothing says when it will be.
func liftings(text string, list []token, o Options) {
	is := func(t token) bool { return t.kind == markToken && t.mark == liftedMark }
	if !slices.ContainsFunc(list, is) {
		return
	}
	timed := false
	for _, clause := range clauses(list) {
		timed = timed || slices.ContainsFunc(clause, token.tellsHour)
		if onlyDay(clause) { // a day on a line of its own is that of release, if it has come
			timed = timed || slices.ContainsFunc(clause, func(t token) bool { return !t.past(o.Today) })
		}
	}
	from := 0
	for i := range list {
		if list[i].kind == stopToken {
			from = i + 1
		}
		if !is(list[i]) {
			continue
		}
		list[i].mark = embargoMark
		if !timed && introduces(text, list[from:i]) && endsClause(list[i+1:]) {
			list[i].mark = openMark
		}
	}
}

// tellsHour tells a word of time that is no day, or that may be one.
func (t token) tellsHour() bool {
	switch t.kind {
	case clockToken, zoneToken, doubtToken, numberToken:
		return true
	}
	return false
}

// onlyDay tells a clause in which nothing stands but days.
func onlyDay(clause []token) bool {
	for _, t := range clause {
		switch t.kind {
		case dayToken, pointToken, amongToken, weekdayToken:
		default:
			return false
		}
	}
	return true
}

// past tells a day that has come wherever one is, and whatever is no day.
func (t token) past(today time.Time) bool {
	if t.kind != dayToken {
		return true
	}
	return !slices.ContainsFunc(t.days, func(d Day) bool { return d.Year == 0 || d.Time().After(today) })
}

// articles may stand before the word for an embargo.
var articles = wordSet("the this our die das der diese l le cet el este la il lo o het de")

// introduces tells that nothing stands before a label that changes what it says: "until
// the", "has the". What ends with a colon or dash is a label of its own.
func introduces(text string, before []token) bool {
	for i := len(before) - 1; i >= 0; i-- {
		t := before[i]
		word := strings.ToLower(text[t.from:t.to])
		switch {
		case t.kind == pointToken && (t.point == ':' || t.point == '-'):
			return !slices.ContainsFunc(before[:i], func(t token) bool { return t.kind == markToken })
		case t.kind == pointToken, articles[word]:
		default:
			return false
		}
	}
	return true
}

// endsClause tells that a label is the end of what is said, but for a release at once.
func endsClause(behind []token) bool {
	for _, t := range behind {
		switch {
		case t.kind == stopToken:
			return t.point != '?'
		case t.kind == pointToken, t.kind == markToken && (t.mark == immediateMark || t.mark == openMark):
		default:
			return false
		}
	}
	return true
}
