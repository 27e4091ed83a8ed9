package expect

import (
	"fmt"
	"maps"
	"os"
	"slices"
	"strings"
	"testing"
)

// InOneWord is what is said of a text, and of it with one word missing, twice, or written
// otherwise.
func InOneWord(title, text string, said func(string) string) string {
	oneLine := func(s string) string { return strings.ReplaceAll(said(s), "\n", "⏎") }
	slips, turns := Slips(text, Words, oneLine), Turns(text, Words, oneLine)
	_, turns, _ = strings.Cut(turns, "\n") // what is said of it whole stands there already
	return "=== " + title + "\n" + slips + turns
}

// Question is a small one that is asked of a line of a text.
type Question struct {
	Name string
	Ask  func(line string) any
}

// Answers writes down what questions answer to the lines of releases, with one word of the line otherwise. Those of inWords, which
// answer in the line's own words, are asked of the line alone, written in several ways.
func Answers(questions, inWords []Question) string {
	var b strings.Builder
	for _, line := range ofReleases {
		b.WriteString(InOneWord(line, line, func(s string) string { return answers(questions, s) }))
		for _, way := range ways {
			fmt.Fprintf(&b, "%q: %s\n", way(line), strings.ReplaceAll(answers(inWords, way(line)), "\n", "⏎"))
		}
	}
	return b.String()
}

// answers are those that say anything.
func answers(list []Question, line string) string {
	if line = strings.TrimSpace(line); line == "" {
		return ""
	}
	var out []string
	for _, q := range list {
		switch a := q.Ask(line).(type) {
		case bool:
			if a {
				out = append(out, q.Name)
			}
		default:
			if said := fmt.Sprint(a); said != "" && said != line && said != "[]" && said != "0" && said != "|" && said != "-1" {
				out = append(out, q.Name+" "+said)
			}
		}
	}
	return strings.Join(out, "; ")
}

// ofReleases are lines of all parts of a release.
var ofReleases = []string{
	"– Ends –",
	"Notes to editors",
	"(ends) 412 words",
	"About the Harbor Museum of New Marlow: The museum",
	"Press contact: Dana Whitlock, Open Harbor, 555-010-0142 ext. 5",
	"Dana Whitlock | Press Officer | Open Harbor | (555) 010-0142 x12 | dana@harbor.example",
	"E: dana@harbor.example, T +1 555 010 0142 or 555.010.0143",
	"For interviews with Ana Ruiz, please contact Bo Lind at bo@river.example or call 555-010-0144.",
	"Media Relations, Tide Holdings, Inc.",
	"Chief executive and chair of ports, fish and tides",
	"vice president / head of press",
	"Ana Ruiz, MD, is the director of Harbor Health & Co. She wrote it.",
	"Ana Ruiz or Bo Lind, spokespeople of the River Alliance",
	"EMBARGOED UNTIL 9:00 a.m. on Friday, November 20, 2026 Groups ask the port",
	"MARLOW, Mass. – Eleven groups wrote. “It is late,” said Dr. Ana Ruiz at the port.",
	"The pier at low tide. Photo: Tom Reed / Open Harbor",
	"Image credit: © Tom Reed (used with permission)",
	"https://harbor.example/press | www.harbor.example",
	"CONTACT Dana Whitlock Tel 555-010-0142 Fax 555-010-0199 Web harbor.example",
	"November 20, 2026 Contact: Dana Whitlock",
	"said Ana Ruiz, director of River Alliance. “We wait.”",
	"-- \nDana Whitlock\nOpen Harbor",
	"A T T E N T I O N  editors and news desks",
	"H a r b o r groups ask",
	"1. The tests are of 2022; 2) the letter is public.",
	"Pressekontakt: Klara Stein, Telefon 030 5550142",
	"Contacto de prensa: Luis Paz, jefe de prensa, 555 010 0145",
	"Contact presse : Paul Morel, Eau Claire, 01 55 50 10 01",
	"River Alliance and Dock Choir",
	"the port’s office in Marlow, Ohio",
}

// ways are how a line may be written otherwise.
var ways = []func(string) string{
	func(s string) string { return s }, strings.ToUpper, strings.ToLower,
	func(s string) string { return s + ", " + s },
	func(s string) string { return s + "\n" + s },
	func(s string) string { return "(" + s + ")" },
	func(s string) string { return strings.ReplaceAll(s, " ", "  ") },
	func(s string) string { return strings.ReplaceAll(strings.ReplaceAll(s, ", ", " – "), ": ", " - ") },
}

// List is a list of words that a package knows.
type List struct {
	Name  string
	Words map[string]bool
}

// Lists writes them down, each on a line, sorted.
func Lists(lists ...List) string {
	var b strings.Builder
	for _, l := range lists {
		fmt.Fprintf(&b, "%s: %s\n", l.Name, strings.Join(slices.Sorted(maps.Keys(l.Words)), " "))
	}
	return b.String()
}

// Sections are the parts of a file below lines that begin with "=== ", by what stands behind that.
func Sections(t testing.TB, file string) map[string]string {
	t.Helper()
	out := make(map[string]string)
	data, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	for _, part := range strings.Split("\n"+string(data), "\n=== ")[1:] {
		name, text, _ := strings.Cut(part, "\n")
		out[name] = strings.TrimSuffix(text, "\n")
	}
	return out
}

// Phrases asks readers for those of a file: each line names a reader and perhaps a language (English, unless it does), and gives it
// what stands before and behind a comma, all with " ~ " between them. The text that phrases are held against stands in the file too. A
// reader that nothing is asked of is an error.
func Phrases[R any](t testing.TB, file string, readers map[string]R,
	read func(reader R, lang string, text []string, head, rest string) string,
) string {
	t.Helper()
	sections := Sections(t, file)
	text := strings.Split(sections["text"], "\n\n")
	var b strings.Builder
	asked := make(map[string]bool)
	for line := range strings.Lines(sections["phrases"]) {
		if line = strings.TrimSuffix(line, "\n"); line == "" {
			continue
		}
		f := strings.Split(line, " ~ ")
		of, lang, _ := strings.Cut(f[0], " ")
		if lang == "" {
			lang = "en"
		}
		rest := ""
		if len(f) > 2 {
			rest = f[2]
		}
		reader, ok := readers[of]
		if !ok {
			t.Fatalf("nobody reads %q", line)
		}
		asked[of] = true
		fmt.Fprintf(&b, "%s\n\t%s\n", line, strings.ReplaceAll(read(reader, lang, text, f[1], rest), "\n", "⏎"))
	}
	for of := range readers {
		if !asked[of] {
			t.Errorf("%s is asked nothing", of)
		}
	}
	return b.String()
}

// Lines asks readers for the texts of a file, as Apart does: each stands below the name of a reader and, behind a stroke, a language
// (English, unless it does).
func Lines[R any](t testing.TB, file string, readers map[string]R, read func(reader R, lang, text string) string) string {
	t.Helper()
	got, err := Apart(file, func(name, text string) string {
		of, lang, _ := strings.Cut(name, "/")
		if lang == "" {
			lang = "en"
		}
		reader, ok := readers[of]
		if !ok {
			t.Fatalf("nobody reads %q", name)
		}
		return read(reader, lang, strings.TrimSuffix(text, "\n"))
	})
	if err != nil {
		t.Fatal(err)
	}
	return got
}

// Block is a paragraph of a text in shorthand.
type Block struct {
	Text, Table, Bullet string
	Level               int
	Tight               bool
}

// Blocks are the paragraphs of a text with a separator between them. "#" begins a heading, "|" a table, "-" and a space an item of a
// list, "^" a line right below the one before; one space behind the sign is passed over.
func Blocks(text, separator string) (out []Block) {
	for _, s := range strings.Split(text, separator) {
		b := Block{Text: s}
		switch {
		case strings.HasPrefix(s, "#") && !strings.HasPrefix(s, "##"):
			b = Block{Text: strings.TrimPrefix(s[1:], " "), Level: 1}
		case strings.HasPrefix(s, "|"):
			b = Block{Table: s}
		case strings.HasPrefix(s, "- "):
			b = Block{Text: s[2:], Bullet: "-"}
		case strings.HasPrefix(s, "^"):
			b = Block{Text: strings.TrimPrefix(s[1:], " "), Tight: true}
		}
		out = append(out, b)
	}
	return out
}
