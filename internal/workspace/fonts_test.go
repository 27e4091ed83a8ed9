package workspace

import (
	"os"
	"path/filepath"
	"slices"
	"testing"

	"codeberg.org/go-fonts/liberation/liberationsansregular"
	"codeberg.org/go-fonts/stix/stix2textregular"

	"pressroom/internal/render/pdf"
)

// One wide letter or one number that is a sign among Latin text asks for no font of all of it.
func TestWhichFontsAreAskedForACharacter(t *testing.T) {
	for c, want := range map[rune]string{
		'ẹ': "Latn", 'ǂ': "Latn", 'Ａ': eastAsian, 'Ⅷ': "", 'ﬁ': "", 'ℓ': "", '①': "", '北': eastAsian, 'ｶ': eastAsian, '가': eastAsian, 'ש': "Hebr",
	} {
		if got := scriptGroup(c); got != want {
			t.Errorf("%c: %q, not %q", c, got, want)
		}
	}
}

// Signs that no font has together are set by several.
func TestSeveralFontsSetWhatNoneHasAlone(t *testing.T) {
	dir := t.TempDir()
	for name, data := range map[string][]byte{
		"pressroom.toml": nil, ownFonts + "/a.ttf": stix2textregular.TTF, ownFonts + "/b.ttf": liberationsansregular.TTF,
	} {
		if err := os.MkdirAll(filepath.Dir(filepath.Join(dir, name)), 0o700); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(filepath.Join(dir, name), data, 0o600); err != nil {
			t.Fatal(err)
		}
	}
	w, err := Open(dir)
	if err != nil {
		t.Fatal(err)
	}
	files := []fontFile{{ownFonts + "/a.ttf", true}, {ownFonts + "/b.ttf", true}}
	const onlyA, onlyB, neither = '␣', '←', '北'
	fonts := w.findFont(files, "", []rune{onlyA, neither, onlyB}, "en")
	has := func(c rune) bool {
		return slices.ContainsFunc(fonts, func(f pdf.Font) bool { return f.Regular.Has(c) })
	}
	if len(fonts) != 2 || !has(onlyA) || !has(onlyB) || has(neither) {
		t.Errorf("%d fonts; %v %v %v", len(fonts), has(onlyA), has(onlyB), has(neither))
	}
}
