package importer

import (
	"fmt"
	"os"
	"strings"
	"testing"

	"pressroom/internal/expect"
)

// Small sources, in each of which a sign, a word or a line decides what is read: all that
// becomes of each is held. They stand in files by where that is decided: where a source is read
// into paragraphs ("forms" has marks, pages, mails), sorted into its parts ("lines" has lengths,
// contacts and times), asked who said what ("voices" in several languages), or written. Above each
// stands the name of its file, and its language where that is given.
func TestSmallSourcesWhole(t *testing.T) {
	for _, kind := range []string{"read", "forms", "part", "lines", "said", "voices", "write"} {
		t.Run(kind, func(t *testing.T) {
			t.Parallel()
			data, err := os.ReadFile("testdata/small-" + kind + ".txt")
			if err != nil {
				t.Fatal(err)
			}
			var kept held
			for _, part := range strings.Split("\n"+string(data), "\n=== ")[1:] {
				name, source, _ := strings.Cut(part, "\n")
				file, lang, _ := strings.Cut(name, " ")
				source = strings.NewReplacer("\\_", "\u00a0", "\\r", "\r").Replace(source)
				if strings.HasSuffix(file, ".eml") {
					source = strings.ReplaceAll(source, "\n", "\r\n")
				}
				kept.Import(file, []byte(source), Options{Today: today, Language: lang, Email: "press@office.example"})
			}
			expect.File(t, "small-"+kind+".golden.txt", strings.Join(kept.said, ""))
		})
	}
}

// usual are the lines of a release of which the source says neither whom to ask nor when it is.
var usual = strings.NewReplacer(
	"# Please look: the source names no press contact, and a release needs one; this is the workspace's own address.\n"+
		"[[contact]]\nname = \"Press office\"\nemail = \"press@office.example\"\n", "",
	"# Please look: the source names no day of release; this is today.\n", "",
	"date = 2026-11-24\n", "",
	"language = \"en\"\n", "",
)

// inShort is an import without the lines that most have; of long lines that stand in the source as
// well, how they begin and end.
func inShort(r *Result, source string) string {
	var b strings.Builder
	for line := range strings.Lines(usual.Replace(strings.Join(lines(r), "\n"))) {
		line = strings.TrimSuffix(line, "\n")
		if line == "+++" {
			continue
		}
		key, value, ok := strings.Cut(strings.TrimSuffix(line, `"`), ` = "`)
		if !ok {
			key, value = "", line
		} else {
			key += " = "
		}
		if words := strings.Fields(value); len(words) > 8 && strings.Contains(source, value) {
			line = fmt.Sprintf("%s%s … %s", key, strings.Join(words[:4], " "), strings.Join(words[len(words)-3:], " "))
		}
		b.WriteString(line + "\n")
	}
	return b.String()
}
