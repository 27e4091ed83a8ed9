package intake

import (
	"fmt"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/xuri/excelize/v2"

	"pressroom/internal/contacts/heading"
)

// dayOrder is which of two numbers is the day, in "3/4/2026".
type dayOrder int

const (
	eitherWay dayOrder = iota
	dayFirst
	monthFirst
)

var (
	yearFirst = regexp.MustCompile(`^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:[T ].*)?$`)
	yearLast  = regexp.MustCompile(`^(\d{1,2})([-/.])(\d{1,2})[-/.](\d{4})(?: .*)?$`)
	inWords   = regexp.MustCompile(`^(?:(\d{1,2})(?:\.|st|nd|rd|th)? (?:de |of )?(\pL+)\.?|(\pL+)\.? (\d{1,2})(?:st|nd|rd|th)?),? ` +
		`(?:de )?(\d{4})$`)
	inDashes = regexp.MustCompile(`^(\d{1,2})[-/](\pL{3,})\.?[-/](\d{4})$`)
	hour     = regexp.MustCompile(`,? \d{1,2}[:.]\d{2}(?:[:.]\d{2})?(?: ?[AaPp]\.?[Mm]\.?)?$`)
	weekday  = regexp.MustCompile(`^\pL+[.,]{0,2} `)
	serial   = regexp.MustCompile(`^[2-9]\d{4}(?:\.\d+)?$`)
)

// dayOrderOf finds out how a column writes its days, by those that can be read in one
// way only.
func dayOrderOf(rows []Row, column int) dayOrder {
	order := eitherWay
	for _, r := range rows {
		m := yearLast.FindStringSubmatch(r.field(column))
		if m == nil {
			continue
		}
		a, _ := strconv.Atoi(m[1])
		b, _ := strconv.Atoi(m[3])
		this := eitherWay
		switch {
		case m[2] == "." || a > 12:
			this = dayFirst
		case b > 12:
			this = monthFirst
		}
		if this == eitherWay {
			continue
		}
		if order != eitherWay && order != this {
			return eitherWay
		}
		order = this
	}
	return order
}

// day writes a day as 2026-03-02. Where it is none, or can be two, it stays, and why
// says so.
func day(v string, order dayOrder) (out, why string) {
	if m := yearFirst.FindStringSubmatch(v); m != nil {
		if d := date(m[1], m[2], m[3]); d != "" {
			return d, ""
		}
	}
	if m := yearLast.FindStringSubmatch(v); m != nil {
		first, second := date(m[4], m[3], m[1]), date(m[4], m[1], m[3])
		switch {
		case first == "" && second == "":
		case m[2] == ".", second == "", first != "" && (order == dayFirst || first == second):
			return first, ""
		case first == "", order == monthFirst:
			return second, ""
		default:
			return v, fmt.Sprintf("can be two days; it stays as it is: write %s or %s", first, second)
		}
	}
	for words := hour.ReplaceAllString(v, ""); ; {
		if m := inWords.FindStringSubmatch(words); m != nil {
			if d := date(m[5], month(m[2]+m[3]), m[1]+m[4]); d != "" {
				return d, ""
			}
		}
		without := weekday.ReplaceAllString(words, "")
		if without == words {
			break
		}
		words = without
	}
	if m := inDashes.FindStringSubmatch(v); m != nil {
		if d := date(m[3], month(m[2]), m[1]); d != "" {
			return d, ""
		}
	}
	if serial.MatchString(v) { // as Excel counts days
		n, _ := strconv.ParseFloat(v, 64)
		if d, err := excelize.ExcelDateToTime(n, false); err == nil {
			return d.Format(time.DateOnly), ""
		}
	}
	return v, "is no day that is understood; it stays as it is"
}

// date is a day by its numbers; "" where there is none.
func date(year, month, day string) string {
	t, err := time.Parse("2006-1-2", year+"-"+month+"-"+day)
	if err != nil {
		return ""
	}
	return t.Format(time.DateOnly)
}

// months are the beginnings of their names in seven languages, from January.
var months = [12]string{
	"jan ene gen", "feb fév fev", "mar mär mrt maa", "apr abr avr", "may mai mei mag", "jun juin giu", "jul juil lug", "aug ago aoû aou",
	"sep set", "oct okt out ott", "nov", "dec déc dez dic",
}

// month is the number of a month by its name; "" where it is none.
func month(name string) string {
	name = strings.ToLower(name)
	for i, begins := range months {
		if slices.ContainsFunc(strings.Fields(begins), func(b string) bool { return strings.HasPrefix(name, b) }) {
			return strconv.Itoa(i + 1)
		}
	}
	return ""
}

// dayOrder is how the column of Added writes its days.
func (r *Reading) dayOrder() dayOrder {
	i := r.column(heading.Added)
	if i < 0 {
		return eitherWay
	}
	return dayOrderOf(r.Table.Rows[r.Head+1:], i)
}
