package draft

import (
	"slices"
	"testing"
	"time"

	"pressroom/internal/importer"
)

func TestWhatAnImportWasNotSureOfIsFoundAsLongAsItStandsThere(t *testing.T) {
	r, err := importer.Import("x.txt", []byte("The levee holds\n\nIt held all night.\n"), importer.Options{
		Today: time.Date(2026, 7, 20, 0, 0, 0, 0, time.UTC), Language: "en", Email: "press@harbor.example",
	})
	if err != nil || len(r.Unsure) == 0 {
		t.Fatal(r, err)
	}
	if got := Unsure(string(r.Markdown)); len(got) != len(r.Unsure) || !slices.ContainsFunc(got, func(s string) bool { return s == r.Unsure[len(r.Unsure)-1]+"." }) {
		t.Errorf("%q, want %q\n%s", got, r.Unsure, r.Markdown)
	}
	if got := Unsure("+++\nheadline = \"x\"\n+++\n# Please look: this is text.\n"); got != nil {
		t.Errorf("%q", got)
	}
}
