package sending

import (
	"slices"
	"testing"

	"pressroom/internal/release"
)

// notInForm are the keys of the front matter that the form does not ask for, each with the
// reason.
var notInForm = map[string]string{
	"quote.signoff": "the program writes it when a partner signs: who could type it could forge it",
}

// ofTiming are those that “When it goes out” asks for.
var ofTiming = []string{".date", ".embargo", ".release_at", ".timezone"}

// The form asks for every key that the front matter knows, or it is said why not; and for
// none that it does not know.
func TestEveryKeyOfTheFrontMatterIsInTheForm(t *testing.T) {
	asked := make(map[string]bool)
	for _, key := range ofTiming {
		asked[key] = true
	}
	for _, p := range slices.Concat(parts, several) {
		for _, l := range p.Keys {
			key := p.Table + "." + l.Key
			if asked[key] {
				t.Errorf("%s is asked for twice", key)
			}
			asked[key] = true
			if !slices.Contains(release.Keys(p.Table, false), l.Key) {
				t.Errorf("%s is no key of the front matter", key)
			}
		}
		if p.Table != "" {
			asked["."+p.Table] = true
		}
	}
	known := make(map[string]bool)
	for _, top := range release.Keys("", false) {
		known["."+top] = true
		for _, key := range release.Keys(top, false) {
			known[top+"."+key] = true
		}
	}
	if len(known) < 50 {
		t.Fatalf("only %d keys", len(known))
	}
	for key := range known {
		if reason := notInForm[key]; !asked[key] && reason == "" {
			t.Errorf("%s is not in the form, and nothing says why", key)
		} else if asked[key] && reason != "" {
			t.Errorf("%s is in the form, and it is said why not: %s", key, reason)
		}
	}
	for key := range notInForm {
		if !known[key] {
			t.Errorf("%s is no key any more", key)
		}
	}
}
