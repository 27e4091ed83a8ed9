package language

import (
	"os"
	"path/filepath"
	"regexp"
	"testing"
	"unicode"
)

// TestNoWordIsOfTwoScripts asks each word of a language's file for the script of its letters: a Latin "o" in a Cyrillic word looks
// right, and is found by nobody who looks for the word.
func TestNoWordIsOfTwoScripts(t *testing.T) {
	t.Parallel()
	files, err := filepath.Glob("../../templates/language/*.toml")
	if err != nil || len(files) < 20 {
		t.Fatal(len(files), err)
	}
	word := regexp.MustCompile(`[\p{L}\p{M}]+`)
	for _, file := range files {
		data, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		for _, w := range word.FindAllString(string(data), -1) {
			if len(scriptsIn(w)) > 1 {
				t.Errorf("%s: %q", filepath.Base(file), w)
			}
		}
	}
	if len(scriptsIn("пoрт")) != 2 { // with a Latin o
		t.Error("a word of two scripts is not seen")
	}
}

// scriptsIn are those of three that are taken for one another which the letters of a word are of.
func scriptsIn(w string) map[string]bool {
	in := map[string]bool{}
	for _, r := range w {
		for name, script := range map[string]*unicode.RangeTable{"Latin": unicode.Latin, "Cyrillic": unicode.Cyrillic, "Greek": unicode.Greek} {
			if unicode.Is(script, r) {
				in[name] = true
			}
		}
	}
	return in
}
