package when

import (
	"strings"
	"testing"
	"time"
)

// TestEmbargoesElsewhere reads lines of languages whose words scan does not know: "language | what names the zone |
// instant | line"; ? where no single instant is sure, and the embargo is told all the same. An hour without a zone is
// never one of the reader's.
func TestEmbargoesElsewhere(t *testing.T) {
	for _, f := range lines(t, "elsewhere.txt", 4) {
		for i := range f {
			f[i] = strings.TrimSpace(f[i])
		}
		line := strings.ReplaceAll(f[3], " // ", "\n")
		if f[1] != "-" {
			if r := Read(line, Options{Language: f[0], Today: day0}); !r.At.IsZero() || !r.Embargo || r.Why != "it names no zone" {
				t.Errorf("%s\nis %v, want nothing: it names no zone; embargo %t: %s", line, r.At, r.Embargo, r.Why)
			}
			line += " " + f[1]
		}
		r := Read(line, Options{Language: f[0], Today: day0})
		got := "?"
		if !r.At.IsZero() {
			got = strings.TrimSpace(r.At.Format(time.RFC3339) + " " + r.Zone)
		}
		if got != f[2] || !r.Embargo || got == "?" && r.Why == "" {
			t.Errorf("%s\nis %s, want %s; embargo %t: %s", line, got, f[2], r.Embargo, r.Why)
		}
	}
}

// Days as they are written elsewhere.
func TestDaysElsewhere(t *testing.T) {
	for text, want := range map[string]Day{
		"2026年5月4日": {2026, 5, 4}, "２０２６年５月４日": {2026, 5, 4}, "令和8年5月4日": {2026, 5, 4}, "令和元年5月4日": {2019, 5, 4},
		"令和８年５月４日（月）": {2026, 5, 4}, "平成30年5月4日": {2018, 5, 4}, "民國115年5月4日": {2026, 5, 4}, "中華民國115年5月4日": {2026, 5, 4},
		"2026. 5. 4.": {2026, 5, 4}, "2026.5.4": {2026, 5, 4}, "2026. május 4.": {2026, 5, 4}, "2026. május 4-én": {2026, 5, 4},
		"ngày 4 tháng 5 năm 2026": {2026, 5, 4}, "4 tháng 5, 2026": {2026, 5, 4}, "٤ مايو ٢٠٢٦": {2026, 5, 4}, "4 أيار 2026": {2026, 5, 4},
		"4 במאי 2026": {2026, 5, 4}, "4 май 2026 г.": {2026, 5, 4}, "4. svibnja 2026.": {2026, 5, 4}, "4. mája 2026": {2026, 5, 4},
	} {
		if r := Read(text, Options{Today: day0}); len(r.Days) != 1 || r.Days[0] != want {
			t.Errorf("%s: %v, want %v", text, r.Days, want)
		}
	}
	for language, month := range map[string]int{"hr": 10, "pl": 11} {
		if r := Read("4. listopada 2026.", Options{Today: day0, Language: language}); len(r.Days) != 1 || r.Days[0].Month != month {
			t.Errorf("%s: %v, want the month %d", language, r.Days, month)
		}
	}
	for _, text := range []string{"令和8年13月4日", "2026. máju 4.", "4 tháng 13 năm 2026", "2026. pont 4."} {
		if r := Read(text, Options{Today: day0}); len(r.Days) != 0 {
			t.Errorf("%s: %v, want none", text, r.Days)
		}
	}
}
