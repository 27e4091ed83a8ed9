package coalition

import (
	"fmt"
	netmail "net/mail"
	"strconv"
	"time"

	"pressroom/internal/pattern"
	"pressroom/internal/release"
	"pressroom/internal/saying"
)

// CallError says what is wrong with a call as it was asked for: of which part, as a
// command's flag or a form's field names it.
type CallError struct {
	Part    string // from, soft or hard
	Message string
}

func (e *CallError) Error() string { return e.Message }

func callErrorf(part, format string, args ...any) error {
	return &CallError{part, fmt.Sprintf(format, args...)}
}

// Complete works out what a call leaves open: who asks, and both deadlines, from
// times as people write them ("" for the usual ones): 2026-07-25T18:00 in the
// release's zone, or 6h, or 2d. It returns that zone.
func (d *Desk) Complete(call *Call, soft, hard string) (*time.Location, error) {
	settings := d.workspace.Settings
	for _, usual := range []string{settings.Mail.ReplyTo, settings.Mail.From} {
		if call.Asker == "" {
			call.Asker = usual
		}
	}
	if _, err := netmail.ParseAddress(call.Asker); err != nil {
		return nil, callErrorf("from", "%q is no address", call.Asker)
	}
	sources, err := d.workspace.Sources(call.Slug)
	if err != nil {
		return nil, err
	}
	rel, diags := release.Read(call.Slug, sources, settings.Settings)
	if rel == nil {
		return nil, diags
	}
	return rel.Zone, call.deadlines(rel, d.now(), soft, hard)
}

// deadlines works out by when an answer is asked for, and when the links close.
func (c *Call) deadlines(rel *release.Release, now time.Time, soft, hard string) (err error) {
	out := rel.Timing.At
	if rel.Timing.Kind == release.OnWord {
		if hard == "" {
			return callErrorf("hard", "%s waits for a word, so that nobody knows when it goes out; say until when answers are taken", rel.Slug)
		}
		out = now
	}
	if rel.Timing.Kind == release.Immediate {
		out = out.Add(9 * time.Hour) // of its day
	}
	c.Hard = quarter(out.Add(-min(time.Hour, out.Sub(now)/4)), now)
	if hard != "" {
		if c.Hard, err = when("hard", hard, now, rel.Zone); err != nil {
			return err
		}
	}
	c.Soft = c.Hard.Add(-24 * time.Hour)
	if soft == "" && !c.Soft.After(now) {
		c.Soft = quarter(now.Add(c.Hard.Sub(now)/2), now)
	}
	if soft != "" {
		if c.Soft, err = when("soft", soft, now, rel.Zone); err != nil {
			return err
		}
	}
	switch {
	case !c.Hard.After(now):
		return callErrorf("hard", "the link would be closed at once (%s)", Stamp(c.Hard, rel.Zone))
	case c.Soft.After(c.Hard):
		return callErrorf("soft", "answers are asked for after the link closes")
	case rel.Timing.Kind != release.Immediate && rel.Timing.Kind != release.OnWord && c.Hard.After(out):
		return callErrorf("hard", "the link would close after the release goes out (%s)", Stamp(out, rel.Zone))
	}
	return nil
}

// quarter is an instant as people agree on one: the quarter of an hour before it, or if
// that has passed the minute.
func quarter(t, now time.Time) time.Time {
	if q := t.Truncate(15 * time.Minute); q.After(now) {
		return q
	}
	return t.Truncate(time.Minute)
}

var after = pattern.New(`^(\d{1,4})([mhd])$`)

// when reads a time of day in a zone, or how long from now.
func when(part, s string, now time.Time, zone *time.Location) (time.Time, error) {
	if m := after.FindStringSubmatch(s); m != nil {
		n, _ := strconv.Atoi(m[1])
		long := time.Duration(n) * map[string]time.Duration{"m": time.Minute, "h": time.Hour, "d": 24 * time.Hour}[m[2]]
		return quarter(now.Add(long), now), nil
	}
	for _, layout := range []string{time.RFC3339, "2006-01-02T15:04:05", "2006-01-02T15:04", "2006-01-02 15:04"} {
		if t, err := time.ParseInLocation(layout, s, zone); err == nil {
			return t, nil
		}
	}
	return time.Time{}, callErrorf(part, "%q is no time; write 2026-07-25T18:00, or 6h for six hours from now", s)
}

// ErrNoPortal is returned where partners would have no way to answer.
var ErrNoPortal = saying.Errorf("partners have no way to the portal: set listen and public_url under [server] in pressroom.toml, and run " +
	"pressroom serve")

// Reachable is ErrNoPortal where partners would have no way to answer.
func (d *Desk) Reachable() error {
	if s := d.workspace.Settings.Server; s.PublicURL == "" || s.Listen == "" {
		return ErrNoPortal
	}
	return nil
}
