package when

import (
	"fmt"
	"time"
)

// OtherWeekday tells of the first day with its year that a weekday stands before which is not that day's, as in
// "4 May 2026 is a Monday, not a Sunday"; it is "" where there is none.
func OtherWeekday(text, language string) string {
	before := -1
	for _, t := range scan(fold(text[:min(len(text), maxLength)]).text, language) {
		switch t.kind {
		case weekdayToken:
			if before = t.weekday; t.to-t.from < 4 { // "MA" is a state too
				before = -1
			}
			continue
		case pointToken:
			continue
		case dayToken:
			if before < 0 || len(t.days) != 1 || t.days[0].Year == 0 {
				break
			}
			if why := t.days[0].not(before); why != "" {
				return why
			}
		}
		before = -1
	}
	return ""
}

// not says that a day's weekday is another one; "" where it is that one.
func (d Day) not(weekday int) string {
	is := d.Time().Weekday()
	if int(is) == weekday {
		return ""
	}
	return fmt.Sprintf("%s is a %s, not a %s", d.Time().Format("2 January 2006"), is, time.Weekday(weekday))
}
