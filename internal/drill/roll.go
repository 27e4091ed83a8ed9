package drill

import (
	"fmt"
	"path"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"time"
)

// mostRolled is how many addresses are guessed from those of earlier releases.
const mostRolled = 400

// rolled are addresses as earlier releases had them, with the day of this one or of the
// month after theirs in the place of their own: what whoever has read last month's tries.
func (s *survey) rolled() []guess {
	at := s.At
	if at.IsZero() {
		at = s.Now()
	}
	var out []guess
	seen := make(map[string]bool)
	add := func(address, name string) {
		if name != "" && name != s.Slug && !seen[address] && len(out) < mostRolled {
			seen[address] = true
			out = append(out, guess{address: address, name: name})
		}
	}
	for _, l := range s.Recent {
		for _, address := range Addresses(l) {
			for _, day := range []time.Time{at, l.At.AddDate(0, 1, 0), l.At.AddDate(0, 0, 7), l.At.AddDate(1, 0, 0)} {
				s.rollOne(address, day, add)
			}
		}
	}
	return out
}

// rollOne guesses from one address.
func (s *survey) rollOne(address string, day time.Time, add func(address, name string)) {
	parts := strings.Split(address, "/")
	whole := slices.Clone(parts)
	for i, part := range parts {
		for _, next := range Roll(part, day) {
			one := slices.Clone(parts)
			one[i], whole[i] = next, next
			add(strings.Join(one, "/"), bare(next))
			if i == len(parts)-1 {
				for _, place := range []string{"", s.Slug + "/files/", s.Slug + "/media/", "files/", "media/", "uploads/", "documents/"} {
					add(place+next, bare(next))
				}
			}
		}
	}
	if len(parts) > 1 && whole[0] != parts[0] {
		add(strings.Join(whole, "/"), bare(whole[0]))
	}
}

// bare is a part of an address without its endings.
func bare(part string) string {
	for path.Ext(part) != "" && path.Ext(part) != part {
		part = strings.TrimSuffix(part, path.Ext(part))
	}
	return part
}

var (
	wholeDay  = regexp.MustCompile(`(20\d\d)([-_.]?)(0[1-9]|1[0-2])([-_.]?)(0[1-9]|[12]\d|3[01])`)
	yearMonth = regexp.MustCompile(`(20\d\d)([-_.]?)(0[1-9]|1[0-2])`)
	monthYear = regexp.MustCompile(`(0[1-9]|1[0-2])([-_.])(20\d\d)`)
	quarter   = regexp.MustCompile(`(?i)(q)([1-4])`)
	year      = regexp.MustCompile(`20\d\d`)
	number    = regexp.MustCompile(`\d+`)
	monthName = regexp.MustCompile(`(?i)(january|february|march|april|may|june|july|august|september|october|november|december|` +
		`jan|feb|mar|apr|jun|jul|aug|sept|sep|oct|nov|dec)`)
)

// Roll is what a part of an address becomes when it is written for another day: each way
// in which the dates in it can be read, and the number in it counted on.
func Roll(part string, day time.Time) []string {
	var out []string
	add := func(s string) {
		if s != part && !slices.Contains(out, s) {
			out = append(out, s)
		}
	}
	y := strconv.Itoa(day.Year())
	switch {
	case wholeDay.MatchString(part):
		add(wholeDay.ReplaceAllString(part, fmt.Sprintf("%s${2}%02d${4}%02d", y, day.Month(), day.Day())))
	case yearMonth.MatchString(part):
		add(yearMonth.ReplaceAllString(part, fmt.Sprintf("%s${2}%02d", y, day.Month())))
	case monthYear.MatchString(part):
		add(monthYear.ReplaceAllString(part, fmt.Sprintf("%02d${2}%s", day.Month(), y)))
	case monthName.MatchString(part):
		named := monthName.ReplaceAllStringFunc(part, func(m string) string { return like(m, day.Month().String()) })
		add(year.ReplaceAllString(named, y))
	case quarter.MatchString(part) && year.MatchString(part):
		add(year.ReplaceAllString(quarter.ReplaceAllString(part, fmt.Sprintf("${1}%d", (day.Month()-1)/3+1)), y))
	case year.MatchString(part):
		add(year.ReplaceAllString(part, y))
	default:
		if at := number.FindAllStringIndex(part, -1); len(at) > 0 {
			last := at[len(at)-1]
			if n, err := strconv.Atoi(part[last[0]:last[1]]); err == nil {
				add(part[:last[0]] + fmt.Sprintf("%0*d", last[1]-last[0], n+1) + part[last[1]:])
			}
		}
	}
	return out
}

// like is the name of a month, written as another was: short or long, large or small.
func like(old, name string) string {
	whole := slices.Contains([]string{"may", "june", "july"}, strings.ToLower(old))
	if len(old) <= 4 && !whole {
		name = name[:3]
	}
	switch {
	case old == strings.ToLower(old):
		return strings.ToLower(name)
	case old == strings.ToUpper(old):
		return strings.ToUpper(name)
	}
	return name
}
