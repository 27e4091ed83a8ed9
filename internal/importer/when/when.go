// Package when reads what a line of a press release says of the time at which it may
// be published: an embargo, an hour of release, or that it may be published at once.
//
// Read divides a text into words of time and others (scan.go), with the words of each
// language (a file each) and zones (zones.go), finds those that belong to one
// statement (statement.go), and works out every instant that it can mean (solve.go).
// An instant is given only where there is exactly one; whatever was not understood
// makes it unsure, for a release that leaves an hour early cannot be called back.
package when

import (
	"strings"
	"time"

	"pressroom/internal/pattern"
)

// Options is what the line itself does not say.
type Options struct {
	Language string    // of the source, BCP 47; settles little: words of all languages are read
	Today    time.Time // for a day without its year
	Days     []Day     // whole days that the rest of the source names
}

// Day is a day of the calendar. Year is 0 where the text gives none.
type Day struct{ Year, Month, Day int }

// Time is the day's beginning, in UTC.
func (d Day) Time() time.Time {
	return time.Date(d.Year, time.Month(d.Month), d.Day, 0, 0, 0, 0, time.UTC)
}

func (d Day) valid() bool {
	// The year 0 has a 29 February, which a day without its year may be.
	return d.Month >= 1 && d.Month <= 12 && d.Day >= 1 && d.Time().Day() == d.Day
}

func (d Day) add(days int) Day {
	t := d.Time().AddDate(0, 0, days)
	return Day{t.Year(), int(t.Month()), t.Day()}
}

// Reading is what a text says of its time.
type Reading struct {
	Embargo   bool // it speaks of an embargo, or forbids publication before a time
	Outright  bool // it does so in words that mean nothing else, such as "under embargo"
	Release   bool // it begins with a label of release, as in "For release:"
	Immediate bool // it says that it may be published at once
	Open      bool // it says that there is no embargo
	Hour      bool // it names an hour, read or not

	At   time.Time // the instant, in its zone; zero unless there is exactly one
	Zone string    // IANA name; "" where the source gives an offset alone
	Why  string    // what is not sure, "" where At is

	Days  []Day  // as named, in order, those with two readings left out
	Twice string // the first day with two readings, as written
	Both  []Day  // those
	NoDay string // the first that no month has, as written

	Silent  bool // it names no time, and nothing that leaves one open
	Leads   bool // it begins with words of embargo or release
	Strange int  // words that are none of time
	End     int  // bytes of the text, up to the end of the last word of time
}

// Complete tells that the text names a day and an hour, read or not.
func (r Reading) Complete() bool { return r.Hour && (len(r.Days) > 0 || r.Twice != "") }

// Dated tells that the text names a day.
func (r Reading) Dated() bool { return len(r.Days) > 0 || r.Twice != "" }

// maxLength bounds a text that is read for its time; no statement is longer.
const maxLength = 2000

// Read reads a text. Lines in it are statements that go on.
func Read(text string, o Options) Reading {
	text = text[:min(len(text), maxLength)]
	f := fold(text)
	r, unread, end := Reading{}, false, 0
	list, ok := readFar(f.text, o)
	if !ok {
		list = scan(f.text, o.Language)
		r.Outright = elsewhereWithin.MatchString(f.text)
		r.Embargo = r.Outright
	}
	liftings(f.text, list, o)
	openings(f.text, list)
	for _, t := range list {
		switch t.kind {
		case dayToken:
			if len(t.days) == 1 {
				r.Days = append(r.Days, t.days[0])
			} else if r.Twice == "" {
				r.Twice, r.Both = f.written(t.from, t.to), t.days
			}
		case clockToken, zoneToken:
			r.Hour = true
		case strangeToken:
			r.Strange++
		case numberToken:
			r.Strange++
			r.Hour = r.Hour || t.hourLike
			unread = true
			if t.why == noDay && r.NoDay == "" {
				r.NoDay = strings.TrimRight(f.written(t.from, t.to), ".")
			}
		case doubtToken:
			unread = true
		}
		if t.kind.ofTime() || t.kind == markToken {
			end = t.to
			r.End = f.original(t.to)
		}
	}
	r.marks(list)
	r.Hour = r.Hour || unread && r.Release && !r.Immediate
	r.Leads = leads(list)
	groups := statements(f, list)
	r.Silent = true
	for _, s := range groups {
		r.Silent = r.Silent && len(s.problems) == 0 && !s.has(dayToken) && !s.has(clockToken) && !s.has(weekdayToken)
	}
	r.Zone, r.At, r.Why = settle(groups, o)
	if word := otherHalf(f.text[end:], o.Language, r.At); word != "" {
		r.Zone, r.At, r.Why = "", time.Time{}, "“"+word+"” stands behind it, and it is not clear which hour is meant"
	}
	return r
}

// elsewhereWithin are words for an embargo that stand within others.
var elsewhereWithin = pattern.New(fold(ElsewhereWithin).text)

// marks notes what the words of embargo and release say.
func (r *Reading) marks(list []token) {
	for _, t := range list {
		if t.kind != markToken {
			continue
		}
		switch t.mark {
		case embargoMark:
			r.Embargo, r.Outright = true, true
		case beforeMark, behindMark:
			r.Embargo = true
		case releaseMark:
			r.Release = true
		case immediateMark:
			r.Immediate = true
		case openMark:
			r.Open = true
		}
	}
}

// leads tells that no words stand before the first mark but such as "strictly".
func leads(list []token) bool {
	strange := 0
	for _, t := range list {
		switch {
		case t.kind == markToken:
			return true
		case t.kind == strangeToken:
			if strange++; strange > 3 {
				return false
			}
		case t.kind == numberToken, t.kind.ofTime():
			return false
		}
	}
	return false
}
