package contacts

import (
	"fmt"
	"strings"
	"testing"

	"pressroom/internal/expect"
)

// What is read of a press list, and said of it, when one letter of it is missing or
// stands twice.
func TestListsInWhichAFingerSlips(t *testing.T) {
	var b strings.Builder
	for _, f := range []File{
		{Name: "contacts/a.csv", Data: []byte("email,name,beats,embargo,priority\nana@x-y.example,\"Ruiz, A\",tech;law,yes,2\nB@c.example,B,,no,-1\n")},
		{Name: "contacts/b.toml", Data: []byte("[[journalist]]\nemail = \"a@b.example\"\nbeats = [\"tech\"]\nembargo = true\ntimezone = \"Europe/Madrid\"\nlanguage = \"es\"\n")},
		{Name: "contacts/segments.toml", Data: []byte("[segment.west]\nwhere = 'region == \"west\" && \"tech\" in beats'\n")},
	} {
		fmt.Fprintf(&b, "=== %s\n%s", f.Name, expect.Slips(string(f.Data), expect.Letters, func(s string) string {
			files := []File{{Name: f.Name, Data: []byte(s)}}
			if strings.HasSuffix(f.Name, "segments.toml") {
				files = append(files, File{Name: "contacts/c.csv", Data: []byte("email,region,beats\na@b.example,west,tech\nc@d.example,east,law\n")})
			}
			book, diags := Read(files)
			out := strings.ReplaceAll(diags.Error(), "\n", " / ")
			for _, j := range book.Journalists {
				out += fmt.Sprintf(" | %s %s %q %v %v %s %s", j.Key, j.Name, j.Beats, j.Embargo, j.Priority, j.Language, j.Timezone)
			}
			for _, name := range book.Names() {
				list, err := book.Pick(name)
				out += fmt.Sprintf(" | %s picks %d, %v", name, len(list), err)
			}
			return strings.ReplaceAll(out, "\n", "⏎")
		}))
	}
	expect.File(t, "fingers.golden.txt", b.String())
}

// One address on two lists: which of two that differ is kept, and what is said of it.
func TestEntriesThatDiffer(t *testing.T) {
	var b strings.Builder
	for _, column := range [][3]string{
		{"name", "Ana", "Bo"},
		{"outlet", "Paper", "Post"},
		{"language", "es", "en"},
		{"timezone", "Europe/Madrid", "America/New_York"},
		{"format", "text", "html"},
		{"embargo", "yes", "no"},
		{"attachments", "no", "yes"},
		{"priority", "1", "5"},
		{"beats", "tech", "law"},
		{"tags", "a", "b"},
		{"region", "west", "east"},
		{"source", "asked", "fair"},
		{"basis", "consent", "interest"},
		{"phone", "1", "2"},
	} {
		for _, pair := range [][2]string{{column[1], column[2]}, {column[2], column[1]}, {column[1], column[1]}, {column[1], ""}, {"", column[1]}} {
			book, diags := Read([]File{
				{Name: "contacts/a.csv", Data: []byte("email," + column[0] + "\na@b.example," + pair[0] + "\n")},
				{Name: "contacts/b.csv", Data: []byte("email," + column[0] + "\nA@B.example," + pair[1] + "\n")},
			})
			attachments := "-"
			j := book.Journalists[0]
			if j.Attachments != nil {
				attachments = fmt.Sprint(*j.Attachments)
			}
			fmt.Fprintf(&b, "%s %q and %q: %d, %s %s %s %s %s %v %s %v %q %q %v; %s\n", column[0], pair[0], pair[1], len(book.Journalists), j.Name, j.Outlet, j.Language, j.Timezone, j.Format, j.Embargo,
				attachments, j.Priority, j.Beats, j.Tags, j.Extra, strings.ReplaceAll(diags.Error(), "\n", " / "))
		}
	}
	expect.File(t, "differ.golden.txt", b.String())
}
