package coalition

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// spanishWords writes the translation of the one quote.
func (b *bench) spanishWords(text string) {
	b.t.Helper()
	src := "+++\nheadline = \"El agua\"\n[[quote]]\nid = \"org-0\"\ntitle = \"presidenta\"\ntext = \"" + text + "\"\n+++\nTexto.\n\n{{quotes}}\n"
	if err := os.WriteFile(filepath.Join(b.dir, "releases/x.es.md"), []byte(src), 0o644); err != nil {
		b.t.Fatal(err)
	}
}

// staleSays is what the checks say of translations whose original has changed.
func (b *bench) staleSays() string {
	b.t.Helper()
	rel, err := b.read("x")
	if err != nil {
		b.t.Fatal(err)
	}
	known, err := b.Known(context.Background(), "x")
	if err != nil {
		b.t.Fatal(err)
	}
	return signoffErrors(rel, known).Error()
}

const staleWords = "the quote of Org 0 (org-0) was changed in its own language since its words in es were made or signed"

// A translation that was signed, or only stands there, is of the words that stood beside
// it: when these change it is told everywhere, until it is made or signed anew.
func TestATranslationWhoseOriginalChangedIsTold(t *testing.T) {
	for _, signed := range []bool{true, false} {
		b := newBench(t, 1, begun)
		ctx := context.Background()
		link := b.ask("org-0")["org-0"]
		if _, err := b.give(link, words(0)); err != nil {
			t.Fatal(err)
		}
		b.spanishWords("Estas son las palabras.")
		sign := func() {
			t.Helper()
			v, err := b.Visit(ctx, link)
			if err != nil {
				t.Fatal(err)
			}
			all, err := b.Renditions(ctx, v)
			if err != nil || len(all) != 1 {
				t.Fatalf("%+v, %v", all, err)
			}
			if _, err := b.SignTranslation(ctx, link, "es", all[0].Digest, all[0].Original); err != nil {
				t.Fatal(err)
			}
		}
		if signed {
			sign()
		}
		if got := b.staleSays(); strings.Contains(got, staleWords) {
			t.Fatalf("signed %v, and nothing has changed: %s", signed, got)
		}
		changed := words(0)
		changed.Text = "These are other words. They mean another thing."
		if _, err := b.give(link, changed); err != nil {
			t.Fatal(err)
		}
		if got := b.staleSays(); !strings.Contains(got, staleWords) || !strings.Contains(got, "left out in that language") {
			t.Errorf("signed %v, and the original has changed: %s", signed, got)
		}
		v, err := b.Visit(ctx, link)
		if err != nil {
			t.Fatal(err)
		}
		all, err := b.Renditions(ctx, v)
		if err != nil || len(all) != 1 || !all[0].Stale || all[0].Signed || all[0].Was == nil || all[0].Was.Text == changed.Text {
			t.Errorf("signed %v, the partner sees %+v, %v", signed, all, err)
		}
		if _, err := b.SignTranslation(ctx, link, "es", all[0].Digest, "sha256:of other words"); !errors.Is(err, ErrWords) {
			t.Errorf("signed beside words that were not shown: %v", err)
		}
		switch signed {
		case true:
			sign()
		case false:
			if _, err := b.Fits(ctx, "x", "org-0", "es"); err != nil {
				t.Fatal(err)
			}
		}
		if got := b.staleSays(); strings.Contains(got, staleWords) {
			t.Errorf("signed %v, and settled since: %s", signed, got)
		}
	}
}

// A translation that was made anew after the change is none that is behind.
func TestANewTranslationIsOfTheNewWords(t *testing.T) {
	b := newBench(t, 1, begun)
	link := b.ask("org-0")["org-0"]
	if _, err := b.give(link, words(0)); err != nil {
		t.Fatal(err)
	}
	b.spanishWords("Estas son las palabras.")
	for i, text := range []string{"These are other words.", "And these are the third words."} {
		w := words(0)
		w.Text = text
		if _, err := b.give(link, w); err != nil {
			t.Fatal(err)
		}
		if got := b.staleSays(); !strings.Contains(got, staleWords) {
			t.Fatalf("change %d: %s", i, got)
		}
		b.spanishWords("Otras palabras, " + text)
		if got := b.staleSays(); strings.Contains(got, staleWords) {
			t.Fatalf("translated anew after change %d: %s", i, got)
		}
	}
}
