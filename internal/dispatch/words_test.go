package dispatch

import (
	"testing"
	"time"
)

// The plan says when a release leaves, and what a clock on the wall here shows then: nothing
// twice, and no other day without its name.
func TestThePlanSaysWhenAReleaseLeavesByItsClockAndByTheOneHere(t *testing.T) {
	london, west := time.FixedZone("GMT", 0), time.FixedZone("PST", -8*3600)
	for _, c := range []struct {
		at   time.Time
		here *time.Location
		says string
	}{
		{time.Date(2026, 12, 3, 11, 0, 55, 0, london), time.UTC, "Release at Thursday 2026-12-03 11:00:55 GMT"},
		{time.Date(2026, 12, 3, 11, 0, 55, 0, london), west, "Release at Thursday 2026-12-03 11:00:55 GMT (2026-12-03 03:00:55 PST here)"},
		{
			time.Date(2026, 12, 3, 2, 0, 0, 0, london), west,
			"Release at Thursday 2026-12-03 02:00:00 GMT (Wednesday 2026-12-02 18:00:00 PST here)",
		},
	} {
		if got := releaseAt(c.at, c.at.In(c.here)).String(); got != c.says {
			t.Errorf("%s\nwant %s", got, c.says)
		}
	}
}

// Who wants no attachments is promised links to what there is.
func TestThePlanPromisesLinksToWhatThereIs(t *testing.T) {
	for _, c := range []struct {
		v    Volume
		says string
	}{
		{Volume{Messages: 1}, "1 journalist gets links to page and PDF in place of attachments"},
		{Volume{Messages: 5, Attaching: 3}, "2 journalists get links to page and PDF in place of attachments"},
		{
			Volume{Messages: 5, Attaching: 4, Files: []VolumeFile{{"map.pdf", 1}}},
			"1 journalist gets links to page, PDF and files in place of attachments",
		},
		{Volume{Messages: 2, Files: []VolumeFile{{"map.pdf", 1}}}, "2 journalists get links to page, PDF and files in place of attachments"},
	} {
		if got := linking(c.v).String(); got != c.says {
			t.Errorf("%s\nwant %s", got, c.says)
		}
	}
}
