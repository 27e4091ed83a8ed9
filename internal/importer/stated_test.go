package importer

import (
	"strings"
	"testing"
)

// TestNamesThatBearADay: a file's name that begins with a day, where nothing in it names one.
func TestNamesThatBearADay(t *testing.T) {
	kept := heldBy(t)
	const text = "Ropewalk opens its doors to schools\n\nThe Ropewalk in Harwell opens its doors to schools on Monday, and asks for no fee.\n"
	for name, want := range map[string]string{
		"2026-06-02-ropewalk.md":       "date = 2026-06-02",
		"folder/2026-06-02.txt":        "date = 2026-06-02",
		"2026-06-02_ropewalk.txt":      "date = 2026-06-02",
		"2026-13-02-ropewalk.md":       "date = 2026-11-24",
		"2026-06-021.txt":              "date = 2026-11-24",
		"ropewalk-2026-06-02-more.txt": "date = 2026-11-24",
	} {
		r, err := kept.Import(name, []byte(text), Options{Today: today, Email: "press@office.example"})
		if err != nil {
			t.Fatal(err)
		}
		if !strings.Contains(string(r.Markdown), want) {
			t.Errorf("%s: no %s in\n%s", name, want, r.Markdown)
		}
		told := strings.Contains(strings.Join(r.Unsure, "\n"), "this is the one that its file's name bears")
		if told != (want == "date = 2026-06-02") {
			t.Errorf("%s: told %q", name, r.Unsure)
		}
	}
}
