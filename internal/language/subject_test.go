package language

import (
	"testing"
	"time"
	"unicode/utf8"
)

// A list of mails shows about forty characters of a subject: the headline begins within
// them, whatever the language.
func TestTheHeadlineBeginsEarlyInASubject(t *testing.T) {
	const shown = 40
	for _, zone := range []string{"America/Los_Angeles", "Europe/Berlin"} {
		at, err := time.LoadLocation(zone)
		if err != nil {
			t.Fatal(err)
		}
		for _, tag := range Known() {
			c := Of(tag)
			before := c.Say(SubjectHold, c.ShortInstant(time.Date(2027, 12, 30, 20, 30, 0, 0, at)), "")
			if n := utf8.RuneCountInString(before); n >= shown {
				t.Errorf("%s: the headline begins with character %d, after %q", tag, n+1, before)
			}
		}
	}
}
