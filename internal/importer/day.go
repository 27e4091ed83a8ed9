package importer

import (
	"fmt"
	"strings"
	"time"

	"pressroom/internal/importer/when"
)

// noteDay keeps the first day that a release line or dateline names.
func (d *draft) noteDay(text string) {
	r := d.read(text)
	if !r.Dated() || !d.day.IsZero() {
		return
	}
	day := r.Days[0]
	if day.Year == 0 {
		day.Year = d.today.Year()
	}
	if r.Twice != "" {
		d.unsure = append(d.unsure, fmt.Sprintf("%q names a day that can be read in two ways; it is taken to be %s", text, day.Time().Format("2 January 2006")))
	}
	if day.Year < d.today.Year()-40 || day.Year > d.today.Year()+2 {
		d.unsure = append(d.unsure, fmt.Sprintf("%q names the year %d, which can hardly be right", text, day.Year))
	}
	d.day = day.Time()
}

// isDateLine tells a line that is a day and little else.
func isDateLine(text, lang string) bool {
	if len(text) > 60 || len(strings.Fields(text)) > 8 || strings.ContainsAny(text, "–—") {
		return false
	}
	r := when.Read(text, when.Options{Language: lang, Today: time.Unix(0, 0)})
	return r.Dated() && !r.Embargo && r.Strange <= 2
}

// findDay says what the day of release is, where nothing has named it.
func (d *draft) findDay() {
	if d.day.IsZero() && !d.timed {
		d.day = d.today
		d.unsure = append(d.unsure, "the source names no day of release; this is today")
	}
}
