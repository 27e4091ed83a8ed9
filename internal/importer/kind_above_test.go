package importer

import (
	"fmt"
	"strings"
	"testing"
)

// A line that says what a text is and whose is no headline where one stands below it.
func TestTheKindOfTextAndWhoseItIsStandAboveTheHeadline(t *testing.T) {
	const copied = "\n\nMARLOW, 3 December 2026 – Students praised the port on Thursday. It was a good day.\n"
	kept := heldBy(t)
	for _, c := range []struct{ name, head, want string }{
		{"r.txt", "Tidewell Trust Press Release\n\nStudents praise the new lights of the port", "Students praise the new lights of the port"},
		{"r.md", "# SDP Press Release\n\n## Students praise the new lights of the port", "Students praise the new lights of the port"},
		{"r.txt", "Tidewell Trust Press Release\n\nFor immediate release\n\nStudents praise the new lights of the port", "Students praise the new lights of the port"},
		{"r.txt", "Tidewell Trust Press Release\n\nNew lights", "Tidewell Trust Press Release"},
		{"r.txt", "Port sends wrong press release\n\nStudents praise the new lights of the port", "Port sends wrong press release"},
		{"r.txt", "Students Praise Port in Media Statement\n\nThe new lights of the port are on", "Students Praise Port in Media Statement"},
	} {
		r, err := kept.Import(c.name, []byte(c.head+copied), Options{Today: today, Email: "press@office.example"})
		if err != nil {
			t.Fatal(err)
		}
		if want := fmt.Sprintf("headline = %q\n", c.want); !strings.Contains(string(r.Markdown), want) {
			t.Errorf("%q: want %s in\n%s", c.head, want, r.Markdown)
		}
	}
}
