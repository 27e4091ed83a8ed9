package language

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"
)

// A zone that is asked for twice is told once.
func TestAFurtherZoneIsToldOnce(t *testing.T) {
	t.Parallel()
	at := time.Date(2027, 6, 8, 9, 0, 0, 0, time.UTC)
	east, west := time.FixedZone("EAST", 7200), time.FixedZone("WEST", -7200)
	c := Of("en")
	once := c.Instant(at, east, west)
	if again := c.Instant(at, east, east, west, east, time.UTC); again != once || strings.Count(once, "EAST") != 1 {
		t.Errorf("%q and %q", once, again)
	}
}

// A unit that is shortened keeps to its number with its stop and without.
func TestShortenedUnitsKeepToTheirNumber(t *testing.T) {
	t.Parallel()
	for _, tag := range Known() {
		c := Of(tag)
		for _, u := range c.Units {
			for _, after := range []string{u, u + ",", strings.TrimSuffix(u, ".")} {
				if got := c.Sticky("(5", after); got != -1 {
					t.Errorf("%s: %q behind 5: %d", tag, after, got)
				}
			}
		}
	}
}

func TestWhatLiesUnderATag(t *testing.T) {
	t.Parallel()
	for tag, want := range map[string]string{
		"x-a-foo": "[x-a-foo x]", "en": "[en]", "de-AT": "[de-AT de]", "zh-TW": "[zh-TW zh zh-Hant]", "en-u-co-x": "[en-u-co-x en-u-co en]",
	} {
		if got := fmt.Sprint(fallbacks(tag)); got != want {
			t.Errorf("%s: %s, want %s", tag, got, want)
		}
	}
	for tag, want := range map[string]string{"en": "", "en-GB": "en", "zh-Hant-TW": "zh-Hant", "": "", "-x": ""} {
		if got := parentOf(tag); got != want {
			t.Errorf("%s lies over %q, want %q", tag, got, want)
		}
	}
}

func TestByWhomALanguageWasRead(t *testing.T) {
	t.Parallel()
	for want, r := range map[string]Row{
		"by nobody": {Unread: []string{"dates"}}, "by a speaker": {Read: true}, "by a speaker, but for dates": {Read: true, Unread: []string{"dates"}},
		"by a speaker, but for dates, portal": {Read: true, Unread: []string{"dates", "portal"}},
	} {
		if got := r.ReadBy(); got != want {
			t.Errorf("%s, want %s", got, want)
		}
	}
}

// Space behind the last foreign word is no passage of its own.
func TestSpaceBehindAForeignWord(t *testing.T) {
	t.Parallel()
	for text, want := range map[string]string{
		"He said мир ": "[{He said  } {мир  und-Cyrl}]", "He said мир.": "[{He said  } {мир und-Cyrl} {. }]", "He said мир": "[{He said  } {мир und-Cyrl}]",
	} {
		if got := fmt.Sprint(Passages(text, "en")); got != want {
			t.Errorf("%q: %s, want %s", text, got, want)
		}
	}
}

// A time elsewhere has its day, for which its weekday does not stand.
func TestATimeElsewhereHasItsDay(t *testing.T) {
	t.Parallel()
	_, diags := NewSet([]File{{"en.toml", []byte("[dates]\nelsewhere = \"{weekday} {time} {zone}\"\n")}})
	if !slices.ContainsFunc(strings.Split(diags.Error(), "\n"), func(s string) bool { return strings.Contains(s, "lacks {day}") }) {
		t.Error(diags)
	}
}
