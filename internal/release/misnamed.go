package release

import (
	"strings"

	"pressroom/internal/diagnostic"
	"pressroom/internal/frontmatter"
	"pressroom/internal/language"
)

// misnamed tells whether a file that stands for a release holds the words of one
// in another language, as x-es.md beside x.md does, and how it has to be called.
func misnamed(slug string, doc *frontmatter.Document) (right, main string, ok bool) {
	root := doc.Root()
	for _, key := range []string{"date", "embargo", "release_at", "contact", "to"} {
		if root.Has(key) {
			return "", "", false
		}
	}
	slug = strings.TrimRight(slug, "-_. ")
	parts := strings.FieldsFunc(slug, func(r rune) bool { return strings.ContainsRune("-_. ", r) })
	for n := min(2, len(parts)-1); n > 0; n-- {
		base, tag := slug[:len(parts[0])], strings.Join(parts[len(parts)-n:], "-")
		if len(parts) > n+1 {
			base = strings.TrimRight(slug[:len(slug)-len(tag)], "-_. ")
		}
		tag, err := language.Canonical(tag)
		if err != nil || !ValidSlug(base) {
			continue
		}
		if _, known := language.For(tag); known {
			return base + "." + tag + ".md", base + ".md", true
		}
	}
	return "", "", false
}

// misnamedError is the one error of such a file: all else follows from it.
func misnamedError(file, right, main string) diagnostic.List {
	var diags diagnostic.List
	diags.Errorf(Position{File: file, Line: 1, Column: 1}, "language",
		"this looks like the words of %s in another language, since it has no time of release and no press contact; "+
			"call the file %s, with a full stop before the language", main, right)
	return diags
}
