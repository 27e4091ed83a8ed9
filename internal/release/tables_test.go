package release

import "testing"

// TestWordsOfPublicAddressesAreNoSlugs holds the list of them.
func TestWordsOfPublicAddressesAreNoSlugs(t *testing.T) {
	for _, word := range []string{
		"api", "advance", "agree", "details", "desk", "enter", "feed", "files", "health", "leave", "log", "mail", "me", "media", "media-kit",
		"metrics", "news-sitemap", "office", "q", "quote", "quotes", "robots", "search", "sitemap", "style", "topics", "undo", "verify",
	} {
		if !Reserved(word) {
			t.Errorf("a release may be called %s, which is another page's address", word)
		}
	}
	if Reserved("feeds") || Reserved("") {
		t.Error("every word is reserved")
	}
}

// TestEveryMarkIsFoldedToOneForm: a sign-off holds whatever marks an editor's program
// put in the place of those that were typed.
func TestEveryMarkIsFoldedToOneForm(t *testing.T) {
	plain := SignoffDigest("x", "en", &Quote{Text: `a "b" 'c' d-e f g`})
	for _, text := range []string{
		"a “b” 'c' d-e f g", "a „b‟ 'c' d-e f g", "a «b» 'c' d-e f g", `a "b" ‘c’ d-e f g`, `a "b" ‚c‛ d-e f g`, `a "b" ‹c› d-e f g`,
		`a "b" 'c' d–e f g`, `a "b" 'c' d—e f g`, `a "b" 'c' d‐e f g`, `a "b" 'c' d‑e f g`, `a "b" 'c' d‒e f g`, `a "b" 'c' d―e f g`,
		`a "b" 'c' d−e f g`, "a \"b\" 'c' d-e\u00a0f\u202fg", "a \"b\" 'c' d-e\u2009f\u2007g", "a\u2002\"b\"\u2003'c' d-e f g",
		" a \"b\" 'c' d-e f g\n", "a \"b\" {said} 'c' d-e f g",
	} {
		if SignoffDigest("x", "en", &Quote{Text: text}) != plain {
			t.Errorf("%q counts as other words", text)
		}
	}
	for _, text := range []string{`a "b" c d-e f g`, `a b 'c' d-e f g`, `a "b" 'c' de f g`, `a "b" 'c' d-e fg`} {
		if SignoffDigest("x", "en", &Quote{Text: text}) == plain {
			t.Errorf("%q counts as the same words", text)
		}
	}
}
