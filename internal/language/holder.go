package language

import "pressroom/internal/frontmatter"

// HolderPhrase names a phrase of the letters to those who have an advance copy, as its
// file does. They stand in mail alone, so that no font needs their characters.
type HolderPhrase string

// The phrases of these letters. holderPlaces has what they take.
const (
	MovedSubject  HolderPhrase = "moved_subject"
	MovedText     HolderPhrase = "moved"
	MovedCopy     HolderPhrase = "copy" // to those who have a copy, behind MovedText
	HoldSubject   HolderPhrase = "hold_subject"
	HoldText      HolderPhrase = "hold"
	UsableSubject HolderPhrase = "usable_subject" // the hold has ended
	UsableText    HolderPhrase = "usable"
	FreeSubject   HolderPhrase = "free_subject" // the embargo has ended
	FreeText      HolderPhrase = "free"
	OffSubject    HolderPhrase = "off_subject" // somebody gets no advance copies any more
	OffText       HolderPhrase = "off"
)

var holderPlaces = map[HolderPhrase][]string{
	MovedSubject: {"instant", "subject"}, MovedText: {"instant", "before"}, MovedCopy: nil, HoldSubject: {"subject"}, HoldText: nil,
	UsableSubject: {"subject"}, UsableText: nil, FreeSubject: {"subject"}, FreeText: {"instant"}, OffSubject: {"subject"},
	OffText: {"instant"},
}

// Holder is a phrase of the letters to those who have an advance copy, with its
// arguments put in: in the catalogue's language, in English where that has none.
func (c *Catalogue) Holder(p HolderPhrase, args ...any) string {
	return orEnglish(c, func(c *Catalogue) map[HolderPhrase]string { return c.holders }, holderPlaces, p, args)
}

func (r *reader) holders(t *frontmatter.Table) {
	allOf(r, t, "holders", &r.c.holders, r.shown().holders, holderPlaces)
}
