package sending

import (
	"net/url"
	"strings"
	"time"

	"pressroom/internal/fields"
)

// reading is one of the two instants that a time can mean which a clock shows twice.
type reading struct {
	Value, Text string
	First, On   bool
}

// readingsOf are those of a time, none where it means one instant.
func readingsOf(at string, zone *time.Location) (out []reading) {
	for i, t := range fields.Readings(at, zone) {
		value := fields.Reading(t, zone)
		out = append(out, reading{Value: value, Text: t.Format("15:04 MST (UTC-07:00)"), First: i == 0, On: value == at})
	}
	return out
}

// wall is a time as a browser's field holds it: without what says which of two it is.
func wall(at string) string { return at[:min(len(at), len(fields.FormMoment))] }

// chosen is a time as it was typed, or the reading of just that which was chosen.
func chosen(at, reading string) string {
	if len(at) == len(fields.FormMoment) && strings.HasPrefix(reading, at) {
		return reading
	}
	return at
}

// errTwice is returned where it has to be said which of two instants is meant.
var errTwice = said("by that clock this time comes twice: choose which of the two is meant")

// unsettled tells whether a time is one of two, and it was not said which.
func unsettled(at string, zone *time.Location) bool {
	return len(at) == len(fields.FormMoment) && fields.Readings(at, zone) != nil
}

// settled refuses times in a part of the form of which it is not said which of two they are.
func (h *Pages) settled(form url.Values, table string, zone *time.Location) error {
	if t := timing(form, "now"); table == "timing" {
		if t != timing(form, "was") && timed(t) && unsettled(t.At, h.clock(t)) {
			return errTwice
		}
		return nil
	}
	was := posted(form, "was.")
	for key, at := range posted(form, "now.") {
		if fields.Of(table, key).Kind == fields.Moment && at != was[key] && unsettled(at, zone) {
			return errTwice
		}
	}
	return nil
}

// clock is that by which a timing is told.
func (h *Pages) clock(t fields.Timing) *time.Location {
	if zone, err := time.LoadLocation(t.Zone); err == nil && t.Zone != "" {
		return zone
	}
	return h.Press.Zone()
}

// settle notes which instants the time of a timing can mean; prefix is that of its fields.
func (t *timingView) settle(prefix string, zone *time.Location) {
	if t.P = prefix; timed(t.Timing) {
		t.Readings = readingsOf(t.At, zone)
	}
}

// timed tells whether a release goes out at a time of a day.
func timed(t fields.Timing) bool { return t.Kind == "embargo" || t.Kind == "release_at" }

// Wall is the time as the field holds it.
func (t *timingView) Wall() string { return wall(t.At) }

// Wall is the time as the field holds it.
func (v askView) Wall() string { return wall(v.Address) }

// Wall is the time as the field holds it.
func (f fieldView) Wall() string { return wall(f.Value) }
