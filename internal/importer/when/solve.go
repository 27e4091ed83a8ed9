package when

import (
	"fmt"
	"slices"
	"strings"
	"time"

	"pressroom/internal/release"
)

// instant is one that a text can mean, with the zone that it is written in.
type instant struct {
	at    time.Time
	place string
}

// settle gives the one instant that all statements mean, or what is not sure.
func settle(list []statement, o Options) (place string, at time.Time, why string) {
	var found []instant
	for _, s := range list {
		if !s.has(dayToken) && !s.has(clockToken) && !s.has(weekdayToken) {
			if len(s.problems) > 0 && why == "" {
				why = s.problems[0]
			}
			continue
		}
		i, problem := s.settle(o)
		if problem != "" {
			return "", time.Time{}, problem
		}
		found = append(found, i)
	}
	switch {
	case why != "":
		return "", time.Time{}, why
	case len(found) == 0:
		return "", time.Time{}, "it names neither a day nor an hour"
	}
	for _, i := range found[1:] {
		if !i.at.Equal(found[0].at) {
			return "", time.Time{}, differ(found[0].at, i.at)
		}
	}
	return found[0].place, found[0].at, ""
}

func differ(a, b time.Time) string {
	return fmt.Sprintf("it names two instants, %s and %s", a.Format(time.RFC3339), b.Format(time.RFC3339))
}

// settle works out what one statement means.
func (s *statement) settle(o Options) (instant, string) {
	parts, problems := s.parts()
	switch problems = slices.Concat(s.problems, problems); {
	case len(problems) > 0:
		return instant{}, problems[0]
	case len(parts[0].hours) == 0:
		return instant{}, "it names no hour"
	case len(parts[0].days) == 0:
		return instant{}, "it names no day"
	case len(parts[0].loose) > 0:
		return instant{}, "it names a weekday too many"
	}
	days, why := parts[0].resolve(o, nil)
	if why != "" {
		return instant{}, why
	}
	found, why := parts[0].instants(days)
	if why != "" {
		return instant{}, why
	}
	for _, p := range parts[1:] {
		aside, why := p.aside(days, o)
		if why != "" {
			return instant{}, why
		}
		both := common(found, aside)
		if len(both) == 0 {
			return instant{}, differ(found[0].at, nearest(aside, found[0].at))
		}
		found = both
	}
	if len(found) > 1 {
		var list []string
		for _, i := range found {
			list = append(list, i.at.Format(time.RFC3339))
		}
		return instant{}, "it can be read in more than one way: " + strings.Join(list[:min(len(list), 4)], " or ")
	}
	return found[0], ""
}

func nearest(list []instant, to time.Time) time.Time {
	best := list[0].at
	for _, i := range list {
		if i.at.Sub(to).Abs() < best.Sub(to).Abs() {
			best = i.at
		}
	}
	return best
}

// resolve gives what each day can be, its year and weekday considered.
func (p *part) resolve(o Options, near []Day) ([][]Day, string) {
	known := slices.Concat(near, o.Days)
	for _, d := range p.days {
		if len(d.days) == 1 && d.days[0].Year != 0 {
			for n := -2; n <= 2; n++ {
				known = append(known, d.days[0].add(n))
			}
		}
	}
	var out [][]Day
	for _, w := range p.days {
		days, why := w.resolve(o, known)
		if why != "" {
			return nil, why
		}
		out = append(out, days)
	}
	return out, ""
}

func (w dayWord) resolve(o Options, known []Day) ([]Day, string) {
	var out []Day
	for _, d := range w.days {
		if d.Year != 0 {
			out = append(out, d)
			continue
		}
		for _, k := range known {
			if k.Month == d.Month && k.Day == d.Day && k.Year != 0 && !slices.Contains(out, k) {
				out = append(out, k)
			}
		}
		if len(out) > 0 {
			continue
		}
		if w.weekday < 0 {
			return nil, "it names no year"
		}
		// The coming one, or one just past: its weekday must bear that out.
		for year := o.Today.Year() - 1; year <= o.Today.Year()+1; year++ {
			if y := (Day{year, d.Month, d.Day}); y.valid() && y.Time().After(o.Today.AddDate(0, -1, 0)) {
				out = append(out, y)
				break
			}
		}
	}
	if len(out) == 0 {
		return nil, "it names no year"
	}
	all := out
	if w.weekday >= 0 {
		out = slices.DeleteFunc(slices.Clone(out), func(d Day) bool { return int(d.Time().Weekday()) != w.weekday })
	}
	if len(out) == 0 {
		return nil, all[0].not(w.weekday)
	}
	for _, d := range out {
		if d.Year < o.Today.Year()-40 || d.Year > o.Today.Year()+2 {
			return nil, fmt.Sprintf("the year %d cannot be right", d.Year)
		}
	}
	return out, ""
}

// instants are those that all hours of the outer text share.
func (p *part) instants(days [][]Day) ([]instant, string) {
	var of func(hour int) []Day
	switch {
	case len(days) == len(p.hours) && p.alternate():
		of = func(i int) []Day { return days[i] }
	default:
		same := days[0]
		for _, more := range days[1:] {
			same = slices.DeleteFunc(slices.Clone(same), func(d Day) bool { return !slices.Contains(more, d) })
		}
		if len(same) == 0 {
			return nil, fmt.Sprintf("it names two days, %s and %s", date(days[0][0]), date(days[1][0]))
		}
		of = func(int) []Day { return same }
	}
	zoned := slices.ContainsFunc(p.hours, func(h hour) bool { return len(h.zones) > 0 })
	var found []instant
	for i, h := range p.hours {
		if zoned && len(h.zones) == 0 {
			return nil, "one of its hours has no zone"
		}
		list, why := h.instants(of(i))
		if why != "" {
			return nil, why
		}
		if i == 0 {
			found = list
		} else if found, why = narrowed(found, list); why != "" {
			return nil, why
		}
	}
	return found, ""
}

func date(d Day) string { return d.Time().Format("2006-01-02") }

// alternate tells that hours and days stand in turn, each hour with its day.
func (p *part) alternate() bool {
	for i := range p.hours {
		if i > 0 && !(p.hours[i].at > p.days[i-1].at && p.days[i].at > p.hours[i-1].at) {
			return false
		}
	}
	return true
}

// aside are the instants of a bracket: on its own day, or one about that of the text.
func (p *part) aside(days [][]Day, o Options) ([]instant, string) {
	var about []Day
	for _, list := range days {
		for _, d := range list {
			for n := -1; n <= 1; n++ {
				if y := d.add(n); !slices.Contains(about, y) {
					about = append(about, y)
				}
			}
		}
	}
	of := about
	switch {
	case len(p.days) > 0:
		own, why := p.resolve(o, about)
		if why != "" {
			return nil, why
		}
		return p.instants(own)
	case len(p.loose) == 1:
		of = slices.DeleteFunc(slices.Clone(about), func(d Day) bool { return int(d.Time().Weekday()) != p.loose[0] })
		if len(of) == 0 {
			return nil, fmt.Sprintf("no %s is near that day", time.Weekday(p.loose[0]))
		}
	case len(p.loose) > 1:
		return nil, "it names a weekday too many"
	}
	return p.instants([][]Day{of})
}

// instants are those that an hour can mean on a day: what all its zones share.
func (h hour) instants(days []Day) ([]instant, string) {
	if len(h.zones) == 0 {
		return nil, "it names no zone"
	}
	var found []instant
	why := ""
	for i, z := range h.zones {
		var list []instant
		for _, d := range days {
			for _, r := range h.clock.readings(z.american()) {
				more, err := z.instants(d.add(r.days), r.hour, h.clock.minute, h.clock.second)
				if err != nil {
					return nil, err.Error()
				}
				for _, m := range more {
					if len(common(list, []instant{m})) == 0 {
						list = append(list, m)
					}
				}
			}
		}
		if i == 0 {
			found = list
		} else if found, why = narrowed(found, list); why != "" {
			return nil, why
		}
	}
	return found, ""
}

// narrowed are the instants that two statements share, or how they differ.
func narrowed(a, b []instant) (both []instant, why string) {
	if both = common(a, b); len(both) == 0 {
		return nil, differ(a[0].at, b[0].at)
	}
	return both, ""
}

// common are the instants of a that b has too. A zone that is a place is kept rather
// than an offset.
func common(a, b []instant) (out []instant) {
	for _, x := range a {
		for _, y := range b {
			if x.at.Equal(y.at) {
				if x.place == "" && y.place != "UTC" {
					x = y
				}
				out = append(out, x)
				break
			}
		}
	}
	return out
}

type reading struct{ hour, days int }

// readings are the hours that a clock can mean.
func (k clock) readings(american bool) []reading {
	afternoon := k.hour%12 + 12
	switch {
	case k.night, k.half == 'a' && k.hour == 12 && k.minute == 0 && k.second == 0: // of which day is not said
		return []reading{{0, 0}, {0, 1}}
	case k.half == 'a':
		return []reading{{k.hour % 12, 0}}
	case k.half == 'p':
		return []reading{{afternoon, 0}}
	case k.hour == 24:
		return []reading{{0, 1}}
	case k.hour == 0 || k.whole || !american && !k.bare:
		return []reading{{k.hour, 0}}
	case k.hour == 12:
		return []reading{{12, 0}, {0, 0}, {0, 1}}
	}
	return []reading{{k.hour, 0}, {afternoon, 0}}
}

// instants are those at which the zone's clock can show a time.
func (z zone) instants(d Day, hour, minute, second int) ([]instant, error) {
	var out []instant
	add := func(at time.Time, place string) {
		if !slices.ContainsFunc(out, func(i instant) bool { return i.at.Equal(at) }) {
			out = append(out, instant{at, place})
		}
	}
	wall := time.Date(d.Year, time.Month(d.Month), d.Day, hour, minute, second, 0, time.UTC)
	for _, m := range z {
		loc := time.FixedZone("", int(m.offset/time.Second))
		if m.place != "" {
			var err error
			if loc, err = time.LoadLocation(m.place); err != nil {
				return nil, fmt.Errorf("the zone %s is not known here: %w", m.place, err)
			}
		}
		literal := wall.Add(-m.offset).In(loc)
		local := release.Readings(wall, loc)
		if m.fixed && slices.ContainsFunc(local, literal.Equal) {
			local = nil
		}
		if m.fixed {
			add(literal, m.place)
		}
		if m.place != "" {
			for _, t := range local {
				add(t, m.place)
			}
		}
	}
	return out, nil
}
