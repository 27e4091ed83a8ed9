package release

import (
	"fmt"
	"slices"
	"time"

	"pressroom/internal/frontmatter"
)

// momentKind tells how much of a moment the author wrote.
type momentKind int

const (
	offsetDateTime momentKind = iota
	localDateTime
	localDate
)

// Moment is a date or time as it was written in TOML. A local time has no zone
// until In gives it one; the machine's own zone plays no part.
type Moment struct {
	kind momentKind
	wall time.Time // offset date-times as they are, others as if in UTC
}

// UnmarshalTOML takes what BurntSushi/toml decodes. That decoder puts local times
// into the machine's zone and says so only in the zone's name, so the fields of
// the clock are taken and the zone is dropped.
func (m *Moment) UnmarshalTOML(v any) error {
	t, ok := v.(time.Time)
	if !ok {
		return fmt.Errorf("%T is not a date or time", v)
	}
	switch t.Location().String() {
	case "datetime-local":
		m.kind = localDateTime
	case "date-local":
		m.kind = localDate
	case "time-local":
		return fmt.Errorf("a time without its date; write 2026-07-26T09:00:00")
	default:
		m.kind, m.wall = offsetDateTime, t
		return nil
	}
	y, mo, d := t.Date()
	h, mi, s := t.Clock()
	m.wall = time.Date(y, mo, d, h, mi, s, t.Nanosecond(), time.UTC)
	return nil
}

// IsDate tells whether the moment is a day without a time.
func (m Moment) IsDate() bool { return m.kind == localDate }

// In is the instant in a zone, expressed in that zone. A local time that a clock
// change skips or repeats is an error that gives both readings.
func (m Moment) In(zone *time.Location) (time.Time, error) {
	if m.kind == offsetDateTime {
		return m.wall.In(zone), nil
	}
	readings := Readings(m.wall, zone)
	switch {
	case len(readings) == 1:
		return readings[0], nil
	case m.kind == localDate && readings[0].Day() != m.wall.Day(): // its midnight is skipped: it begins when its first minute does
		return readings[1], nil
	case m.kind == localDate:
		return readings[0], nil
	}
	const form = "2006-01-02T15:04:05-07:00"
	a, b := readings[0].Format(form), readings[1].Format(form)
	did := "skips %s"
	clock := m.wall.Format("15:04")
	if readings[0].Format("15:04") == clock {
		did = "shows %s twice"
	}
	return time.Time{}, &TwiceError{zone, fmt.Sprintf(did, clock), [2]string{a, b}}
}

// TwiceError says that a clock shows a time twice, or skips it.
type TwiceError struct {
	Zone     *time.Location
	did      string
	Readings [2]string // what it can mean, with offsets, as they are written in a file
}

func (e *TwiceError) Error() string {
	return fmt.Sprintf("in %s the clock %s that day; write %s or %s", e.Zone, e.did, e.Readings[0], e.Readings[1])
}

// Readings are the instants that a wall-clock time can mean: one, or two where
// the clock is set back, or, where it is set forward, the two that the offsets
// before and after the change would give.
func Readings(wall time.Time, zone *time.Location) []time.Time {
	var exact, shifted []time.Time
	for _, probe := range []time.Duration{-26 * time.Hour, 26 * time.Hour} {
		_, offset := wall.Add(probe).In(zone).Zone()
		t := wall.Add(-time.Duration(offset) * time.Second).In(zone)
		if len(shifted) == 0 || !shifted[0].Equal(t) {
			shifted = append(shifted, t)
		}
		if _, now := t.Zone(); now == offset && (len(exact) == 0 || !exact[0].Equal(t)) {
			exact = append(exact, t)
		}
	}
	if len(exact) > 0 {
		return exact
	}
	slices.Reverse(shifted) // the offset before the change is the smaller one, and gives the later instant
	return shifted
}

// moment reads a key as a Moment; ok is false if it is absent or wrong.
func moment(t *frontmatter.Table, key string) (m Moment, ok bool) {
	v, ok := t.Time(key)
	if !ok {
		return m, false
	}
	if err := m.UnmarshalTOML(v); err != nil {
		t.Errorf(key, "time", "%s: %v", key, err)
		return m, false
	}
	return m, true
}

// dayStart is the first instant of the moment's day in a zone.
func (m Moment) dayStart(zone *time.Location) time.Time {
	y, mo, d := m.wall.Date()
	t, _ := Moment{localDate, time.Date(y, mo, d, 0, 0, 0, 0, time.UTC)}.In(zone)
	return t
}
