package when

import (
	"fmt"
	"os"
	"strings"
	"testing"

	"pressroom/internal/expect"
)

// What is read of every line that the importer's list has, and why one is left open.
func TestReadingsWhole(t *testing.T) {
	src, err := os.ReadFile("../testdata/embargo-lines.txt")
	if err != nil {
		t.Fatal(err)
	}
	var b strings.Builder
	seen := make(map[string]bool)
	for line := range strings.Lines(string(src)) {
		cells := strings.SplitN(strings.TrimSpace(line), " | ", 5)
		if len(cells) < 5 || strings.HasPrefix(line, "#") || seen[cells[4]] {
			continue
		}
		seen[cells[4]] = true
		fmt.Fprintf(&b, "%s\n  %s\n", cells[4], expect.Given(Read(cells[4], Options{Today: day0, Language: strings.TrimSpace(cells[0])})))
	}
	for _, line := range []string{
		"EMBARGOED UNTIL [9:00 a.m. ET, December 8, 2026]", "EMBARGOED UNTIL (9:00 a.m. ET, December 8, 2026]", "Embargo (see below): 9 a.m. Eastern, December 8, 2026",
		"Embargoed until 0.30 GMT on 8 December 2026", "Embargoed until 00.30 GMT on 8 December 2026", "Embargoed until 0 a.m. ET December 8, 2026", "Embargoed until 24:00 GMT 8 December 2026",
		"Embargoed until midnight (00:00 GMT) on 8 December 2026", "Embargoed until noon, 12:00 CET, 8 December 2026", "Embargoed until midnight on 8 December 2026",
		"Embargoed until 9 Eastern on December 8, 2026", "Embargoed until 9:00 London, 8 December 2026", "Embargo: 9:00, 8 December 2026", "Embargo: 8/12/2026, 9:00 GMT",
		"Embargo: 2026-12-08T09:00:00Z", "Embargo: 2026-12-08 09:00 +01:00", "Embargo: December 8, 9 a.m. ET / 6 a.m. PT", "Embargo: December 8, 9 a.m. ET / 7 a.m. PT",
		"Embargo: 31 November 2026, 9:00 GMT", "Embargo: Monday, December 8, 2026, 9 a.m. ET", "Embargo lifted", "No embargo", "Not under embargo", "Embargo: tomorrow, 9 a.m. ET",
		"For release at 9 a.m. ET on Tuesday", "For immediate release", "The port published nothing before 9:00.", "Embargo: 13 p.m. ET, December 8, 2026", "Embargo: 9:75 ET, December 8, 2026",
		"Embargo: the second week of December", "Sperrfrist: 8. Dezember 2026, 9 Uhr MEZ", "EMBARGO : 8 décembre 2026, 9h (heure de Paris)", "Embargo: 8 de diciembre de 2026, 9 h, hora de Madrid",
		"解禁：2026年12月8日午前9時（日本時間）", "محظور حتى 8 ديسمبر 2026، الساعة 9:00 بتوقيت غرينتش",
	} {
		fmt.Fprintf(&b, "%s\n  %s\n", line, expect.Given(Read(line, Options{Today: day0, Language: "en"})))
	}
	expect.File(t, "readings.golden.txt", b.String())
}
