package language

import "pressroom/internal/frontmatter"

// EnclosedPhrase names a phrase about the files that go with a mail, as its file does.
// They stand in mail alone, so that no font needs their characters.
type EnclosedPhrase string

// The phrases about enclosed files. enclosedPlaces has what they take.
const (
	Originals    EnclosedPhrase = "originals"
	AttachedAs   EnclosedPhrase = "attached"
	AskForFiles  EnclosedPhrase = "ask"
	TextPictures EnclosedPhrase = "pictures" // that a mail without layout does not show
	OnTheWeb     EnclosedPhrase = "web"      // above the addresses of the release
	ThisRelease  EnclosedPhrase = "page"
	AsPDF        EnclosedPhrase = "pdf"
)

var enclosedPlaces = map[EnclosedPhrase][]string{
	Originals: nil, AttachedAs: {"file"}, AskForFiles: {"contact"}, TextPictures: nil, OnTheWeb: nil, ThisRelease: nil, AsPDF: nil,
}

// Enclosed is a phrase about enclosed files with its arguments put in: in the
// catalogue's language, in English where that has none.
func (c *Catalogue) Enclosed(p EnclosedPhrase, args ...any) string {
	return orEnglish(c, func(c *Catalogue) map[EnclosedPhrase]string { return c.enclosed }, enclosedPlaces, p, args)
}

func (r *reader) enclosed(t *frontmatter.Table) {
	allOf(r, t, "enclosed", &r.c.enclosed, r.shown().enclosed, enclosedPlaces)
}
