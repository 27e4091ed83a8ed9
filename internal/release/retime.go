package release

import (
	"fmt"
	"strings"
	"time"

	"pressroom/internal/diagnostic"
	"pressroom/internal/frontmatter"
	"pressroom/internal/saying"
)

// Retime is a release's file with another instant in the key that has it, embargo or
// release_at, and every other byte as it was. at is written in its own zone, with its
// offset, which is read the same wherever the file is.
func Retime(doc *frontmatter.Document, at time.Time) ([]byte, error) {
	for _, key := range []string{"embargo", "release_at"} {
		if v, ok := doc.Tree()[key]; ok && v != AtWord {
			return doc.Set("", key, at.Format(time.RFC3339))
		}
	}
	return nil, fmt.Errorf("%s has no instant that could be moved", doc.Name)
}

// FormInstant is how a browser's field writes an instant, which ParseInstant reads.
const FormInstant = "2006-01-02T15:04"

// ParseInstant reads an instant as somebody types it on a command line: a date and a time
// in a zone, as 2026-07-26T09:00, or with an offset. A local time that the clocks skip or
// show twice there is an error that gives both readings.
func ParseInstant(s string, zone *time.Location) (time.Time, error) {
	for _, form := range []string{time.RFC3339, "2006-01-02T15:04Z07:00"} {
		if t, err := time.Parse(form, s); err == nil {
			return t.In(zone), nil
		}
	}
	for _, form := range []string{"2006-01-02T15:04:05", "2006-01-02T15:04", "2006-01-02 15:04:05", "2006-01-02 15:04"} {
		if t, err := time.Parse(form, s); err == nil {
			return Moment{localDateTime, t}.In(zone)
		}
	}
	return time.Time{}, saying.Errorf("%q is no instant; write a date and a time in %s, as 2026-07-26T09:00, or one with its offset, "+
		"as 2026-07-26T09:00:00-07:00", s, zone)
}

// maxZones bounds the further zones of an embargo line: it has to be read at a glance.
const maxZones = 5

// zones reads the further zones of the embargo line.
func (r *reader) zones(t *frontmatter.Table) {
	const key = "zones"
	names := t.Strings(key)
	switch {
	case len(names) == 0:
		return
	case r.rel.Timing.Kind != Embargoed && !t.Has("embargo"):
		t.Report().Errorf(t.At(key), "timezone", "zones are the further time zones of the embargo line, and there is no embargo; add "+
			"embargo = …, or take zones out")
		return
	case len(names) > maxZones:
		t.Report().Errorf(t.ElementAt(key, maxZones), "timezone", "an embargo line has room for %d further zones; leave out those whose "+
			"readers can reckon from another", maxZones)
		return
	}
	for i, name := range names {
		at := t.ElementAt(key, i)
		zone, err := time.LoadLocation(name)
		if err != nil || name == "Local" || name == "" {
			noZone(t, at, name)
			continue
		}
		r.rel.Zones = append(r.rel.Zones, FurtherZone{zone, at})
	}
}

// noZone says of a name that it is none of a zone.
func noZone(t *frontmatter.Table, at Position, name string) {
	if meant := zoneMeant(name); meant != "" {
		t.Report().Errorf(at, "timezone", "%q is no time zone; did you mean %s?", diagnostic.Word(name), meant)
		return
	}
	t.Report().Errorf(at, "timezone",
		"%q is no time zone; write an IANA name such as America/Los_Angeles or Europe/Madrid", diagnostic.Word(name))
}

// zoneMeant is the zone whose place has a name, or the last part of it: "Berlin" and
// "Europa/Berlin" are Europe/Berlin. It is "" if none has, or more than one.
func zoneMeant(name string) string {
	place := strings.ReplaceAll(strings.TrimSpace(name[strings.LastIndexByte(name, '/')+1:]), " ", "_")
	meant := ""
	for _, part := range []string{"Africa", "America", "Asia", "Atlantic", "Australia", "Europe", "Indian", "Pacific"} {
		if _, err := time.LoadLocation(part + "/" + place); err != nil || place == "" || strings.Trim(place, ".") == "" {
			continue
		}
		if meant != "" {
			return ""
		}
		meant = part + "/" + place
	}
	return meant
}

// liftNote reads whether those who have an advance copy are told that they may publish.
func (r *reader) liftNote(t *frontmatter.Table) {
	if r.rel.LiftNote = t.Bool("lift_note", false); r.rel.LiftNote && len(r.rel.Advance) == 0 {
		t.Errorf("lift_note", "advance", "lift_note writes to those who have an advance copy, and nobody gets one; add advance = […], or "+
			"take it out")
	}
}
