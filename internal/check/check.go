// Package check looks at a release that could be read and says what would
// embarrass its sender: lists that do not exist, quotes without sign-off, words
// that changed after it, headlines that mail clients cut.
package check

import (
	"strings"
	"unicode/utf8"

	"pressroom/internal/contacts"
	"pressroom/internal/diagnostic"
	"pressroom/internal/release"
)

// Release checks a release against the workspace's press lists and what the
// database knows of its quotes; nil where there is no database yet.
func Release(r *release.Release, book *contacts.Book, known *release.Known) diagnostic.List {
	var diags diagnostic.List
	at := r.Main().HeadlineAt
	if len(r.To) == 0 {
		diags.Warnf(at, "to", "to names nobody: the release can be built, and mailed only once it has to = [\"…\"]")
	}
	for _, list := range [][]release.Audience{r.To, r.Advance} {
		audiences(&diags, list, book)
	}
	for _, c := range r.Covers {
		audiences(&diags, c.To, book)
	}
	for _, v := range r.Versions {
		words(&diags, v)
	}
	return append(diags, Signoffs(r, known)...).Sort()
}

func audiences(diags *diagnostic.List, list []release.Audience, book *contacts.Book) {
	for _, a := range list {
		if book.Has(a.Name) {
			continue
		}
		if near := diagnostic.Nearest(a.Name, book.Names()); near != "" {
			diags.Errorf(a.At, "audience", "no press list or segment is called %q; did you mean %s?", a.Name, near)
			continue
		}
		names := strings.Join(book.Names(), ", ")
		if names == "" {
			names = "none yet; put a CSV file into contacts/"
		}
		diags.Errorf(a.At, "audience", "no press list or segment is called %q; there are: %s", a.Name, names)
	}
}

// longSubject is where common mail clients cut a subject in their lists.
const longSubject = 110

func words(diags *diagnostic.List, v *release.Version) {
	if n := utf8.RuneCountInString(v.Subject); n > longSubject {
		diags.Warnf(v.HeadlineAt, "subject", "the subject has %d characters and mail clients cut it at about %d; add a shorter subject = \"…\"", n, longSubject)
	}
	if v.Dateline == "" {
		diags.Warnf(v.HeadlineAt, "dateline", "no dateline; add dateline = \"CITY\"")
	}
}
