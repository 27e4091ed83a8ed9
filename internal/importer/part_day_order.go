package importer

import (
	"fmt"
	"strconv"

	"pressroom/internal/importer/prose"
	"pressroom/internal/pattern"
)

// figures is a day in figures.
var figures = pattern.New(`\b(\d{1,2})([./-])(\d{1,2})[./-]\d{2,4}\b`)

// lastMonth is the number of December: a greater one is a day.
const lastMonth = 12

// dayInOrder decides a day in figures that can be read in two ways: as the other days that are written with its sign
// have their month, or as its language has it, where that is not English.
func (d *draft) dayInOrder() {
	own := figures.FindStringSubmatch(d.twice)
	if own == nil {
		return
	}
	monthFirst, dayFirst, why := false, false, "other days in the text are written"
	for _, m := range figures.FindAllStringSubmatch(d.Source, prose.MostFound) {
		if m[2] == own[2] {
			monthFirst, dayFirst = monthFirst || number(m[3]) > lastMonth, dayFirst || number(m[1]) > lastMonth
		}
	}
	if !monthFirst && !dayFirst && !d.English() {
		dayFirst, why = true, "its language has it"
	}
	if monthFirst == dayFirst {
		return
	}
	for _, day := range d.both {
		if (day.Day == number(own[1])) == dayFirst {
			d.day = day.Time()
		}
	}
	d.Unsure = append(d.Unsure, fmt.Sprintf("%q can be read as two days of release; it is taken to be %s, as %s: look whether that is right",
		d.twice, d.day.Format("2 January 2006"), why))
}

// number is the number that figures write.
func number(figures string) int {
	n, err := strconv.Atoi(figures)
	if err != nil {
		return 0
	}
	return n
}
