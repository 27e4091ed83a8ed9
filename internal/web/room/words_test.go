package room

import (
	"os"
	"path/filepath"
	"regexp"
	"testing"

	"pressroom/internal/ledger"
	"pressroom/internal/today"
	"pressroom/internal/workspace"
)

var said = regexp.MustCompile(`\bsay "([^"]+)"`)

// What a page says has words in each language, and no language has words that no page says
// in another.
func TestEachLanguageHasTheWordsOfThePages(t *testing.T) {
	pages, err := filepath.Glob("../*/pages/*.html")
	if err != nil {
		t.Fatal(err)
	}
	texts := make(map[string]bool)
	for _, page := range pages {
		src, err := os.ReadFile(page)
		if err != nil {
			t.Fatal(err)
		}
		for _, m := range said.FindAllStringSubmatch(string(src), -1) {
			texts[m[1]] = true
		}
	}
	if len(texts) < 60 {
		t.Fatalf("only %d texts were found", len(texts))
	}
	for _, l := range Usual {
		texts[l.Text] = true
	}
	for _, role := range []workspace.Role{workspace.Lead, workspace.Approver, workspace.Viewer} {
		texts[string(role)] = true
	}
	for _, state := range append([]ledger.State{today.Draft}, today.States...) {
		texts[string(state)] = true
	}
	for _, tag := range Languages {
		for text := range texts {
			if In(tag)[text] == "" {
				t.Errorf("words/%s.toml has nothing for %q", tag, text)
			}
		}
		for text := range In(tag) {
			for _, other := range Languages {
				if In(other)[text] == "" {
					t.Errorf("words/%s.toml lacks %q, which words/%s.toml has", other, text, tag)
				}
			}
		}
	}
	if got := In("de-AT").Say("Today"); got != "Heute" {
		t.Errorf("%q", got)
	}
	if got := In("nl").Say("Today"); got != "Today" {
		t.Errorf("%q", got)
	}
}
