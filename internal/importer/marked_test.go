package importer

import (
	"fmt"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"pressroom/internal/expect"
)

// inMarks are words in quotation marks in the forms of testdata/marked.
var inMarks = regexp.MustCompile(`([“«„])( ?)([^“”«»„]*?)( ?)([”»“])`)

// markings are the ways in which editors and exports mark a name, a body or what somebody says, or leave spaces and lines.
var markings = []struct {
	name string
	mark func(form string) string
}{
	{"plain", func(s string) string { return s }},
	{"the name bold", func(s string) string { return strings.ReplaceAll(s, "{N}", "**{N}**") }},
	{"the name in italics", func(s string) string { return strings.ReplaceAll(s, "{N}", "*{N}*") }},
	{"the name a link", func(s string) string { return strings.ReplaceAll(s, "{N}", "[{N}](https://n.example)") }},
	{"the name in capitals", func(s string) string { return strings.ReplaceAll(s, "{N}", "{NU}") }},
	{"a doctor", func(s string) string { return strings.ReplaceAll(s, "{N}", "Dr. {N}") }},
	{"name to body bold", func(s string) string {
		return regexp.MustCompile(`(?s)\{N\}(.*?)\{B\}`).ReplaceAllString(s, "**{N}$1{B}**")
	}},
	{"bold with its space", func(s string) string { return strings.ReplaceAll(s, " {N}", "** {N}**") }},
	{"bold without a space", func(s string) string { return strings.ReplaceAll(s, " {N}", "**{N}**") }},
	{"the body a link", func(s string) string { return strings.ReplaceAll(s, "{B}", "[{B}](https://b.example)") }},
	{"the body bold", func(s string) string { return strings.ReplaceAll(s, "{B}", "**{B}**") }},
	{"an office in capitals", func(s string) string { return strings.ReplaceAll(s, "{O}", "{OC}") }},
	{"words in italics", func(s string) string { return inMarks.ReplaceAllString(s, "*$0*") }},
	{"words in italics within", func(s string) string { return inMarks.ReplaceAllString(s, "$1$2*$3*$4$5") }},
	{"words bold", func(s string) string { return inMarks.ReplaceAllString(s, "**$0**") }},
	{"words underlined", func(s string) string { return inMarks.ReplaceAllString(s, "_${0}_") }},
	{"straight marks", func(s string) string { return inMarks.ReplaceAllString(s, `"$3"`) }},
	{"a space that does not part", func(s string) string { return strings.ReplaceAll(s, "{of} {B}", "{of}\u00a0{B}") }},
	{"two spaces behind a stop", func(s string) string { return strings.ReplaceAll(s, ". “", ".  “") }},
	{"a space within the marks", func(s string) string {
		return strings.Replace(strings.Replace(s, "“{1}", "“ {1}", 1), "”", " ”", 1)
	}},
	{"lines of forty", nil},
}

// inLinesOf breaks a text at the first space behind so many characters.
func inLinesOf(most int, s string) string {
	var b strings.Builder
	column := 0
	for _, word := range strings.SplitAfter(s, " ") {
		if column > most {
			b.WriteString("\n")
			column = 0
		}
		b.WriteString(word)
		column += len([]rune(word))
	}
	return strings.ReplaceAll(b.String(), " \n", "\n")
}

// TestWordsHoweverTheyAreMarked reads two sentences of one speaker in each form and each marking, as Markdown. The golden file has
// what is not read as it is meant.
func TestWordsHoweverTheyAreMarked(t *testing.T) {
	t.Parallel()
	files, err := filepath.Glob("testdata/marked/??.txt")
	if err != nil || len(files) < 4 {
		t.Fatal(files, err)
	}
	var b strings.Builder
	for _, file := range files {
		parts := expect.Sections(t, file)
		lang := strings.TrimSuffix(filepath.Base(file), ".txt")
		filled := strings.NewReplacer("{1}", parts["first"], "{2}", parts["second"], "{N}", parts["name"], "{NU}", strings.ToUpper(parts["name"]),
			"{S}", parts["surname"], "{OC}", parts["capital"], "{O}", parts["office"], "{B}", parts["body"], "{of}", parts["of"])
		right, all := 0, 0
		var missed []string
		for _, form := range strings.Split(parts["forms"], "\n") {
			form = strings.ReplaceAll(form, "↵", "\n")
			for _, m := range markings {
				source := ""
				if m.mark == nil {
					source = inLinesOf(40, filled.Replace(form))
				} else if marked := m.mark(form); m.name == "plain" || marked != form {
					source = filled.Replace(marked)
				} else {
					continue
				}
				all++
				r, err := Import("a.md", []byte(strings.Replace(parts["text"], "%s", source, 1)), Options{Today: today, Language: lang})
				if err != nil {
					t.Fatal(err)
				}
				if told := asMeant(r, parts); told == "" {
					right++
				} else {
					missed = append(missed, fmt.Sprintf("%s: %q: %s", m.name, source, told))
				}
			}
		}
		fmt.Fprintf(&b, "%s: %d of %d\n%s\n\n", lang, right, all, strings.Join(missed, "\n"))
	}
	expect.File(t, "marked/read.golden.txt", b.String())
}

// asMeant tells what of the words or of who says them is not there; "" where all is.
func asMeant(r *Result, parts map[string]string) string {
	if len(r.Quotes) == 0 {
		return "no quote"
	}
	text := ""
	for _, q := range r.Quotes {
		text += q.Text
		if name := strings.TrimPrefix(strings.TrimPrefix(q.Speaker, "Dr. "), "DR. "); !strings.EqualFold(name, parts["name"]) || q.Org != parts["body"] {
			return fmt.Sprintf("%s | %s | %s", q.Speaker, q.Title, q.Org)
		}
	}
	for _, words := range []string{parts["first"], parts["second"]} {
		plain := strings.Join(strings.Fields(strings.ReplaceAll(text, "\\", "")), " ")
		if !strings.Contains(plain, words) {
			return "without " + words
		}
	}
	return ""
}
