package release

import "slices"

// reserved are the first words of public addresses, as /search and /feed.atom: a
// release of that name would have no page.
var reserved = []string{
	"api", "advance", "agree", "back", "details", "desk", "enter", "feed", "files", "health", "leave", "log", "mail", "me", "media",
	"media-kit",
	"metrics",
	"news-sitemap", "office", "q", "quote", "quotes", "robots", "search", "sitemap", "style", "topics", "undo", "verify",
}

// ReservedWords are the first words of addresses that are other pages'.
func ReservedWords() []string { return slices.Clone(reserved) }

// Reserved tells that a slug is the first word of an address that is another page's.
func Reserved(slug string) bool { return slices.Contains(reserved, slug) }
