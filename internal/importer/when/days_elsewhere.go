package when

import (
	"strings"

	"golang.org/x/text/unicode/norm"

	"pressroom/internal/pattern"
)

// Days as they are written in other ways than a number, a month by name and a year.

var (
	// hanDay is that of Chinese, Japanese and Korean.
	hanDay = pattern.New(norm.NFD.String(`^(\d{4})\s?(?:年|년)\s?(\d{1,2})\s?(?:月|월)\s?(\d{1,2})\s?(?:日|일)`))
	// eraDay is the same with the year of an era: "令和8年", "民國115年".
	eraDay = pattern.New(norm.NFD.String(`^(令和|平成|(?:中華)?民[國国])\s?(\d{1,3}|元)\s?年\s?(\d{1,2})\s?月\s?(\d{1,2})\s?日`))
	// vietnameseDay is "3 tháng 12 năm 2026", without accents.
	vietnameseDay = pattern.New(`(?i)^(\d{1,2}) thang (\d{1,2})(?: nam |, | )(\d{4})(?:[^\pL\pN]|$)`)
	// yearFirst is what stands before the month and the day in Hungarian: "2026. december 3."
	yearFirst = pattern.New(`^(\d{4})\. (\pL+) (\d{1,2})(?:\.|-\pL{1,3})?(?:[^\pL\pN]|$)`)
)

func (c *scanner) hanDay(rest string) (token, int) {
	m := hanDay.FindStringSubmatch(rest)
	if m == nil {
		return token{}, 0
	}
	return dayNamed([]Day{{atoi(m[1]), atoi(m[2]), atoi(m[3])}}, len(m[0]))
}

// eras are the years before the first of each.
var eras = map[string]int{"令和": 2018, "平成": 1988}

// beforeTheRepublic is the year before the first of Taiwan's count.
const beforeTheRepublic = 1911

func (c *scanner) eraDay(rest string) (token, int) {
	m := eraDay.FindStringSubmatch(rest)
	if m == nil {
		return token{}, 0
	}
	year, ok := eras[m[1]]
	if !ok {
		year = beforeTheRepublic
	}
	return dayNamed([]Day{{year + max(atoi(m[2]), 1), atoi(m[3]), atoi(m[4])}}, len(m[0]))
}

// farDay reads a day of Vietnamese or Hungarian.
func (c *scanner) farDay(rest string) (token, int) {
	if m := vietnameseDay.FindStringSubmatchIndex(rest); m != nil {
		return dayNamed([]Day{{atoi(rest[m[6]:m[7]]), atoi(rest[m[4]:m[5]]), atoi(rest[m[2]:m[3]])}}, m[7])
	}
	if m := yearFirst.FindStringSubmatchIndex(rest); m != nil {
		if month := c.v.months[strings.ToLower(rest[m[4]:m[5]])]; month != 0 {
			return dayNamed([]Day{{atoi(rest[m[2]:m[3]]), month, atoi(rest[m[6]:m[7]])}}, m[7])
		}
	}
	return token{}, 0
}
