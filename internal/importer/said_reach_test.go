package importer

import (
	"strings"
	"testing"
)

// A text of any length is kept whole; who speaks is read of its beginning, and it is told
// where that ends, once and only where somebody may speak there.
func TestWhoSpeaksIsReadOfTheBeginningOfALongText(t *testing.T) {
	const (
		early = "“The pier will carry us all for many years,” said Ana Ruiz, director of the Harbour Trust.\n\n"
		late  = "“It was far too long a winter without it,” said Tom Reed, director of the Rowing Trust.\n\n"
		plain = "The work went on.\n\n"
	)
	fill := strings.Repeat(strings.Repeat("It was built of oak. ", 48)+"\n\n", 70)
	for _, c := range []struct {
		rest string
		told int
	}{
		{plain + late + late + plain, 1},
		{plain + plain, 0},
	} {
		r, err := Import("x.txt", []byte("The harbour has a new pier\n\n"+early+fill+c.rest), Options{Today: today})
		if err != nil {
			t.Fatal(err)
		}
		if len(r.Quotes) != 1 || r.Quotes[0].Speaker != "Ana Ruiz" {
			t.Errorf("%+v", r.Quotes)
		}
		told := 0
		for _, u := range r.Unsure {
			if strings.HasPrefix(u, "the text is too long for one release") && strings.HasSuffix(u, ": “It was far too long a winter without it,” said Tom Reed, di") {
				told++
			}
		}
		if told != c.told {
			t.Errorf("told %d times, want %d: %q", told, c.told, r.Unsure)
		}
		md := string(r.Markdown)
		for what, n := range map[string]int{"It was built of oak.": 70 * 48, "The work went on.": 2, "far too long a winter": 2 * c.told} {
			at := md[strings.LastIndex(md, "+++"):]
			if got := strings.Count(at, what); got != n {
				t.Errorf("%q stands there %d times, want %d", what, got, n)
			}
		}
		if c.told > 0 && strings.Index(md, "far too long a winter without it,") < strings.LastIndex(md, "built of oak") {
			t.Error("what stands at the end has come before the rest")
		}
	}
}
