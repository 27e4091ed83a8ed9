package when

import (
	"fmt"
	"maps"
	"reflect"
	"slices"
	"strings"
	"testing"
	"time"

	"pressroom/internal/expect"
)

// TestTheWordsOfTimeThatAreKnown writes down every word, zone and place: a month that
// is called otherwise, or a zone of another hour, is an embargo at the wrong instant.
func TestTheWordsOfTimeThatAreKnown(t *testing.T) {
	var b strings.Builder
	for _, w := range all {
		v := reflect.ValueOf(*w)
		for i := range v.NumField() {
			fmt.Fprintf(&b, "%s: %v\n", v.Type().Field(i).Name, v.Field(i))
		}
		b.WriteString("\n")
	}
	for _, table := range []map[string]zone{abbreviations, named} {
		for _, name := range slices.Sorted(maps.Keys(table)) {
			fmt.Fprintf(&b, "%s:", name)
			for _, m := range table[name] {
				fmt.Fprintf(&b, " %s %s %v", m.place, m.offset, m.fixed)
			}
			b.WriteString("\n")
		}
		b.WriteString("\n")
	}
	for _, table := range []map[string]string{placeNames, full} {
		for _, name := range slices.Sorted(maps.Keys(table)) {
			fmt.Fprintf(&b, "%s: %s\n", name, table[name])
		}
		b.WriteString("\n")
	}

	for _, set := range []map[string]bool{small, smallEnglish, spoken["de"], spoken["en"], spoken["es"], spoken["fr"], spoken["it"], spoken["nl"], spoken["pt"], notBare, timeWords, beside, clockOf, waiting, relative, until, untilWords, articles, texts} {
		fmt.Fprintf(&b, "%v\n", slices.Sorted(maps.Keys(set)))
	}
	for _, language := range slices.Sorted(maps.Keys(farTongues)) {
		fmt.Fprintf(&b, "%s: %+v\n", language, farTongues[language])
	}
	for _, w := range []farWords{farMarks, farFillers, farNamed, farHours, farMinutes, farMorning, farEvening} {
		fmt.Fprintf(&b, "%+v\n", w)
	}
	for _, zone := range slices.Sorted(maps.Keys(farZones)) {
		fmt.Fprintf(&b, "%s: %+v\n", zone, farZones[zone])
	}
	fmt.Fprintf(&b, "%+v\n%+v\n", farWeekdays, farShort)
	expect.File(t, "words.golden.txt", b.String())
}

// TestEveryPlaceIsOne: what a name stands for is a zone that clocks have.
func TestEveryPlaceIsOne(t *testing.T) {
	for _, table := range []map[string]zone{abbreviations, named} {
		for name, z := range table {
			for _, m := range z {
				zone, err := time.LoadLocation(m.place)
				if err != nil {
					t.Errorf("%s: %v", name, err)
					continue
				}
				if !m.fixed {
					continue
				}
				_, winter := time.Date(2026, 1, 15, 12, 0, 0, 0, time.UTC).In(zone).Zone()
				_, summer := time.Date(2026, 7, 15, 12, 0, 0, 0, time.UTC).In(zone).Zone()
				if at := int(m.offset.Seconds()); at != winter && at != summer {
					t.Errorf("%s is %s, and clocks in %s never show that", name, m.offset, m.place)
				}
			}
		}
	}
	for place := range farZones {
		if _, err := time.LoadLocation(place); err != nil {
			t.Errorf("%s: %v", place, err)
		}
	}
	for place := range placeNames {
		if _, err := time.LoadLocation(place); err != nil {
			t.Errorf("%s: %v", place, err)
		}
	}
}
