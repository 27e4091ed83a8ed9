package importer

import (
	"strings"
	"testing"
)

func TestTwoPlacesJoinedByAndAreADateline(t *testing.T) {
	kept := heldBy(t)
	t.Parallel()
	for _, and := range []string{"and", "&"} {
		r, err := kept.Import("release.md", []byte("# Rope moves to the quay\n\nMARLOW "+and+" HARWELL, March 19, 2026 /Rope Wire/ -- Today the mills of the harbor have moved to the quay.\n\nIt is sold there."), Options{Today: today, Email: "press@office.example"})
		if err != nil {
			t.Fatal(err)
		}
		if md := string(r.Markdown); !strings.Contains(md, "date = 2026-03-19") || !strings.Contains(md, `dateline = "MARLOW `+and+` HARWELL, March 19, 2026 /Rope Wire/"`) {
			t.Errorf("%s", md)
		}
	}
}
