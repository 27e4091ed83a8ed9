package when

import "testing"

func TestAWeekdayThatIsNotTheOneOfItsDayIsTold(t *testing.T) {
	for text, want := range map[string]string{
		"Sunday, May 4, 2026":                    "4 May 2026 is a Monday, not a Sunday",
		"MARLOW, Mass. (Sunday, May 4, 2026) –":  "4 May 2026 is a Monday, not a Sunday",
		"Sonntag, den 4. Mai 2026":               "",
		"Sonntag, 4. Mai 2026":                   "4 May 2026 is a Monday, not a Sunday",
		"Monday, May 4, 2026":                    "",
		"Sunday, May 4":                          "",
		"HARWELL, MA, June 2, 2026":              "",
		"Sunday in Marlow, May 4, 2026":          "",
		"Monday, May 4, 2026, Sunday May 5 2026": "5 May 2026 is a Tuesday, not a Sunday",
	} {
		if got := OtherWeekday(text, "en"); got != want {
			t.Errorf("%q: %q, not %q", text, got, want)
		}
	}
}
