package workspace

import "testing"

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
