package release_test

import (
	"slices"
	"strings"
	"testing"

	"pressroom/internal/language"
	"pressroom/internal/release"
)

func TestReferencesAreFoundAsTheyAreTyped(t *testing.T) {
	seen := make(map[string]bool)
	for i := range 256 {
		b := byte(i)
		s := release.NewReference([8]byte{b, b, b + 1, b, b + 2, b, b, b + 3})
		seen[s] = true
		if got := release.References("On it stands " + s + "."); !slices.Equal(got, []string{s}) {
			t.Errorf("%s is found as %q", s, got)
		}
		if strings.ContainsAny(s, "OILU") || s[0] < 'A' || len(s) != 9 {
			t.Errorf("%s can be taken for another", s)
		}
	}
	if len(seen) < 200 {
		t.Errorf("only %d are different", len(seen))
	}
	for text, want := range map[string]string{
		"K7PD-3WQX": "K7PD-3WQX", "k7pd-3wqx, K7PD–3WQX": "K7PD-3WQX", "Ko1D-3LiX": "K01D-311X", "参照番号：K7PD-3WQX。": "K7PD-3WQX",
		"27PD-3WQX": "", "K7PD3WQX": "", "K7UD-3WQX": "", "XK7PD-3WQX": "", "K7PD-3WQXX": "", "": "",
	} {
		if got := strings.Join(release.References(text), " "); got != want {
			t.Errorf("in %q: %q, want %q", text, got, want)
		}
	}
}

func TestWhoseCopyItIsIsSaidInItsLanguage(t *testing.T) {
	r := &release.Release{}
	if line := r.ReferenceLine(language.Of("en")); line != "" {
		t.Errorf("nobody's own says %q", line)
	}
	own := r.Referenced("K7PD-3WQX")
	if r.Reference != "" {
		t.Error("the release itself was changed")
	}
	for tag, want := range map[string]string{"en": "Reference of this copy: K7PD-3WQX", "es": "Referencia de esta copia: K7PD-3WQX"} {
		if got := own.ReferenceLine(language.Of(tag)); got != want {
			t.Errorf("%s: %q", tag, got)
		}
		if got := release.ReferenceLines(language.Of(tag), "a "+want+" b"); !slices.Equal(got, []string{want}) {
			t.Errorf("%s: found %q", tag, got)
		}
	}
}
