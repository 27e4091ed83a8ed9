package language

import (
	"strings"
	"testing"
	"time"

	"github.com/go-playground/locales"
	"github.com/go-playground/locales/ar"
	"github.com/go-playground/locales/bg"
	"github.com/go-playground/locales/ca"
	"github.com/go-playground/locales/cs"
	"github.com/go-playground/locales/da"
	"github.com/go-playground/locales/de"
	"github.com/go-playground/locales/el"
	"github.com/go-playground/locales/en"
	"github.com/go-playground/locales/es"
	"github.com/go-playground/locales/eu"
	"github.com/go-playground/locales/fi"
	"github.com/go-playground/locales/fr"
	"github.com/go-playground/locales/he"
	"github.com/go-playground/locales/hi"
	"github.com/go-playground/locales/hr"
	"github.com/go-playground/locales/hu"
	"github.com/go-playground/locales/id"
	"github.com/go-playground/locales/it"
	"github.com/go-playground/locales/ja"
	"github.com/go-playground/locales/ko"
	"github.com/go-playground/locales/nb"
	"github.com/go-playground/locales/nl"
	"github.com/go-playground/locales/pl"
	"github.com/go-playground/locales/pt"
	"github.com/go-playground/locales/ro"
	"github.com/go-playground/locales/ru"
	"github.com/go-playground/locales/sk"
	"github.com/go-playground/locales/sv"
	"github.com/go-playground/locales/tr"
	"github.com/go-playground/locales/uk"
	"github.com/go-playground/locales/vi"
	"github.com/go-playground/locales/zh"
	"github.com/go-playground/locales/zh_Hant"
)

// The names of months and days are those of CLDR, but for what is said here.
func TestMonthsAndDaysAreThoseOfCLDR(t *testing.T) {
	all := map[string]locales.Translator{
		"ar":      ar.New(),
		"bg":      bg.New(),
		"ca":      ca.New(),
		"cs":      cs.New(),
		"da":      da.New(),
		"de":      de.New(),
		"el":      el.New(),
		"en":      en.New(),
		"es":      es.New(),
		"eu":      eu.New(),
		"fi":      fi.New(),
		"fr":      fr.New(),
		"he":      he.New(),
		"hi":      hi.New(),
		"hr":      hr.New(),
		"hu":      hu.New(),
		"id":      id.New(),
		"it":      it.New(),
		"ja":      ja.New(),
		"ko":      ko.New(),
		"nb":      nb.New(),
		"nl":      nl.New(),
		"pl":      pl.New(),
		"pt":      pt.New(),
		"ro":      ro.New(),
		"ru":      ru.New(),
		"sk":      sk.New(),
		"sv":      sv.New(),
		"tr":      tr.New(),
		"uk":      uk.New(),
		"vi":      vi.New(),
		"zh-Hans": zh.New(), "zh-Hant": zh_Hant.New(),
	}
	otherwise := map[string]string{
		"hi अक्तूबर": "later editions of CLDR, and the press, write अक्टूबर",
	}
	for _, tag := range Known() {
		if _, ok := builtin()[parentOf(tag)]; ok {
			continue // has those of its language
		}
		cldr, ok := all[tag]
		if !ok {
			t.Errorf("%s is not compared with CLDR", tag)
			continue
		}
		c, _ := For(tag)
		months := !strings.Contains(c.dates.date, "{m}") // where dates have numbers, no name is printed
		same := func(what, ours, theirs string) {
			plain := func(s string) string {
				return strings.NewReplacer("\u02bc", "’", "\u0027", "’").Replace(strings.ToLower(strings.TrimSpace(s)))
			}
			if reason := otherwise[tag+" "+theirs]; plain(ours) != plain(theirs) && reason == "" {
				t.Errorf("%s: %s is %q, in CLDR %q", tag, what, ours, theirs)
			}
		}
		for m := time.January; m <= time.December; m++ {
			if months {
				same("a month", c.dates.months[m-1], cldr.MonthWide(m))
			}
		}
		for d := time.Sunday; d <= time.Saturday; d++ {
			same("a day", c.dates.weekdays[d], cldr.WeekdayWide(d))
		}
	}
}
