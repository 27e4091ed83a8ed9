package draft

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"pressroom/internal/workspace"
)

// What differs in words is begun in another language, and nothing else; until it is
// written over, it cannot be sent.
func TestAReleaseIsBegunInAnotherLanguage(t *testing.T) {
	dir := t.TempDir()
	const main = "+++\nheadline = \"The \\\"levee\\\" holds\" # so far\nembargo = 2031-07-01T09:00:00Z\ntimezone = \"UTC\"\nto = [\"all\"]\n" +
		"[[contact]]\nname = \"Dana\"\nemail = \"dana@harbor.example\"\nrole = \"spokeswoman\"\n[[contact]]\nname = \"Bo\"\nphone = \"1\"\n" +
		"[[quote]]\norg = \"River Alliance\"\nspeaker = \"Ana Ruiz\"\ntitle = \"chair\"\ntext = \"\"\"\nWe stood by. {said} All\nnight.\"\"\"\n+++\n\nIt held [all](https://x.example) night.\n\n{{quotes}}\n"
	if err := workspace.WriteFile(filepath.Join(dir, "releases/levee.md"), []byte(main)); err != nil {
		t.Fatal(err)
	}
	w, err := workspace.Open(dir)
	if err != nil {
		t.Fatal(err)
	}
	tag, err := New(w).Translate(context.Background(), "levee", "ES")
	if err != nil || tag != "es" {
		t.Fatal(tag, err)
	}
	got, err := os.ReadFile(filepath.Join(dir, "releases/levee.es.md"))
	const want = "+++\n# Only what differs in words; all else stands in releases/levee.md.\nheadline = \"[fill in: in es] The \\\"levee\\\" holds\"\n\n" +
		"[[contact]]\nemail = \"dana@harbor.example\"\nrole = \"[fill in: in es] spokeswoman\"\n\n" +
		"[[quote]]\nid = \"river-alliance\"\ntitle = \"[fill in: in es] chair\"\ntext = \"\"\"\n[fill in: in es] We stood by. {said} All\nnight.\"\"\"\n" +
		"+++\n[fill in: in es] It held [all](https://x.example) night.\n\n{{quotes}}\n"
	if err != nil || string(got) != want {
		t.Fatalf("%v\n%s\n%s", err, got, want)
	}
	text, err := New(w).Read("levee")
	if err != nil || text.Input == nil {
		t.Fatalf("it cannot be read: %v, %v", err, text)
	}
	if langs := strings.Join(text.Input.Release.Languages(), " "); langs != "en es" {
		t.Errorf("it is in %s", langs)
	}
	for _, lang := range []string{"es", "ES", "en"} {
		var there *ThereError
		if _, err := New(w).Translate(context.Background(), "levee", lang); !errors.As(err, &there) {
			t.Errorf("%s once more: %v", lang, err)
		}
	}
	for _, c := range [][2]string{{"levee", "not a language"}, {"none", "es"}} {
		if _, err := New(w).Translate(context.Background(), c[0], c[1]); err == nil {
			t.Errorf("%v is begun", c)
		}
	}
	if again, err := os.ReadFile(filepath.Join(dir, "releases/levee.es.md")); err != nil || string(again) != want {
		t.Errorf("%v\n%s", err, again)
	}
}
