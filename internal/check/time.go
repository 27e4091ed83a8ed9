package check

import (
	"fmt"
	"slices"
	"strings"
	"time"

	"pressroom/internal/pattern"
	"pressroom/internal/release"
)

// Instant is how times are written in findings.
const Instant = "2006-01-02 15:04:05 MST"

// far is how far ahead an instant may lie before it is taken for a slip.
const far = 2

// time holds the release's time against the clock.
func (c *checker) time() {
	r, t := c.Release, c.Release.Timing
	now := c.Now.In(r.Zone)
	switch {
	case c.Public || t.Kind == release.OnWord:
	case t.Kind == release.Immediate:
		if t.At.Format(time.DateOnly) != now.Format(time.DateOnly) {
			c.refuse(t.Position, "time",
				"date is %s, and today is %s in %s; set it to the day of release",
				t.At.Format(time.DateOnly), now.Format(time.DateOnly), r.Zone)
		}
	case !t.At.After(c.Now):
		c.refuse(t.Position, "time", "%s has passed (it is %s now); set a later one", t.At.Format(Instant), now.Format(Instant))
	case t.At.After(c.Now.AddDate(far, 0, 0)):
		c.diags.Warnf(t.Position, "time", "%s is more than two years ahead; is the year right?", t.At.Format(Instant))
	}
	c.offset()
	c.zone()
}

var writtenOffset = pattern.New(`[+-]\d\d:\d\d`)

// offset holds the offsets that instants were written with against those that their
// zone has on that day.
func (c *checker) offset() {
	r := c.Release
	if r.Timing.Kind == release.Embargoed {
		c.offsetOf("embargo", r.Timing.At)
	}
	if r.Timing.Kind == release.Scheduled {
		c.offsetOf("release_at", r.Timing.At)
	}
	if !r.AdvanceAt.IsZero() {
		c.offsetOf("advance_at", r.AdvanceAt)
	}
}

// offsetOf looks at the offset of one key.
func (c *checker) offsetOf(key string, at time.Time) {
	doc, zone := c.files[0].doc, c.Release.Zone
	e, ok := doc.Lookup(key)
	if !ok || zone == time.UTC {
		return
	}
	offset := writtenOffset.FindString(string(doc.Src[e.Value.Start:e.Value.End]))
	if strings.HasSuffix(offset, "00:00") && !atUTC(zone, at) { // meant as UTC
		return
	}
	written, err := time.Parse("-07:00", offset)
	if err != nil {
		return // there is none, or release.Read has refused it
	}
	_, got := written.Zone()
	name, want := at.Zone()
	if got == want {
		return
	}
	// The clock as it was written, at the offset that the zone has then.
	clock := at.Add(time.Duration(got-want) * time.Second)
	const form = "2006-01-02T15:04:05-07:00"
	c.diags.Errorf(doc.At(e.Value.Start), "time",
		"%s is not at %s on that day but at %s (%s); write %s for that time on its clock, or %s for the same instant",
		zone, offset, at.Format("-07:00"), name, clock.Format(form), at.Format(form))
}

// atUTC tells whether a zone is at +00:00 in a part of the year: there that is its own
// offset, and in the other part easily the wrong one.
func atUTC(zone *time.Location, at time.Time) bool {
	for day := 1; day < 366; day += 14 { // in Morocco that part is the month of Ramadan
		if offsetIn(time.Date(at.Year(), 1, day, 0, 0, 0, 0, zone), zone) == 0 {
			return true
		}
	}
	return false
}

// abbreviations are names of zones that mean less than they seem to: one offset all
// the year, or no place. Each with a place that shows its time.
var abbreviations = map[string]string{
	"EST": "America/New_York", "MST": "America/Denver", "HST": "Pacific/Honolulu", "EST5EDT": "America/New_York", "CST6CDT": "America/Chicago",
	"MST7MDT": "America/Denver", "PST8PDT": "America/Los_Angeles", "GMT": "Europe/London", "WET": "Europe/Lisbon", "CET": "Europe/Paris",
	"MET": "Europe/Paris", "EET": "Europe/Athens", "ROK": "Asia/Seoul", "PRC": "Asia/Shanghai",
}

// zone looks at the name of the release's zone, and at those of its embargo line.
func (c *checker) zone() {
	at := release.Position{File: settingsFile}
	if root := c.files[0].doc.Root(); root.Has("timezone") {
		at = root.InString("timezone", 0)
	}
	c.zoneName(c.Release.Zone, at)
	said := []*time.Location{c.Release.Zone}
	for _, z := range c.Release.Zones {
		c.zoneName(z.Location, z.At)
		same := slices.IndexFunc(said, func(s *time.Location) bool { return reads(c.instant(), s) == reads(c.instant(), z.Location) })
		switch {
		case same >= 0:
			c.diags.Warnf(z.At, "timezone", "%s reads as %s does then (%s), and the embargo line says it once; take one of them out",
				z, said[same], c.instant().In(z.Location).Format("MST"))
		case reads(c.instant(), z.Location) == reads(c.instant(), time.UTC) && offsetIn(c.instant(), c.Release.Zone) != 0:
			c.diags.Warnf(z.At, "timezone", "UTC stands behind every embargo line; take it out of zones")
		}
		said = append(said, z.Location)
	}
}

// instant is the release's, or now where it waits for a word.
func (c *checker) instant() time.Time {
	if t := c.Release.Timing.At; !t.IsZero() {
		return t
	}
	return c.Now
}

// reads is what stands for a zone behind a time: its letters, and what they mean.
func reads(t time.Time, zone *time.Location) string {
	return t.In(zone).Format("MST -07:00")
}

// zoneName looks at the name of a zone.
func (c *checker) zoneName(z *time.Location, at release.Position) {
	name := z.String()
	place, short := abbreviations[name]
	behind, reversed := strings.CutPrefix(name, "Etc/GMT")
	if !short && !reversed {
		return
	}
	if reversed {
		if len(behind) < 2 || behind == "+0" || behind == "-0" {
			return
		}
		direction := map[byte]string{'+': "behind", '-': "ahead of"}[behind[0]]
		c.diags.Warnf(at, "timezone",
			"%s is %s hours %s UTC: the sign in these names is the other way round; write the place, as in America/New_York",
			name, behind[1:], direction)
		return
	}
	zone, err := time.LoadLocation(place)
	if err != nil {
		return // without the places' rules there is nothing to compare
	}
	when := c.instant().In(z)
	said := fmt.Sprintf("%s is an abbreviation and no place", name)
	if _, here := when.Zone(); here != offsetIn(when, zone) {
		said = fmt.Sprintf(
			"%s is an abbreviation that never changes its clock: it is at %s on that day and %s at %s",
			name, when.Format("-07:00"), place, when.In(zone).Format("-07:00"))
	}
	c.diags.Warnf(at, "timezone", "%s; write %s, or another place's name", said, place)
}

func offsetIn(t time.Time, zone *time.Location) int {
	_, offset := t.In(zone).Zone()
	return offset
}
