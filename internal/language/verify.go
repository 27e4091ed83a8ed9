package language

import "pressroom/internal/frontmatter"

// VerifyPhrase names a phrase of the page on which everybody can see whether something is
// what was sent, as its file does.
type VerifyPhrase string

// The phrases of that page. verifyPlaces has what they take.
const (
	VerifyTitle       VerifyPhrase = "title"
	VerifyText        VerifyPhrase = "text"
	VerifyFile        VerifyPhrase = "file"
	VerifyWords       VerifyPhrase = "words"
	VerifyButton      VerifyPhrase = "button"
	VerifyGenuine     VerifyPhrase = "genuine"
	VerifyUnchanged   VerifyPhrase = "unchanged"
	VerifyCut         VerifyPhrase = "cut" // it begins or ends within a paragraph
	VerifyDiffers     VerifyPhrase = "differs"
	VerifySent        VerifyPhrase = "sent"
	VerifySentHidden  VerifyPhrase = "sent_hidden" // without the headline, which is shown no more
	VerifyNothingSaid VerifyPhrase = "nothing_since"
	VerifyWhere       VerifyPhrase = "where"
	VerifyParagraph   VerifyPhrase = "paragraph"
	VerifyOurs        VerifyPhrase = "ours"
	VerifyTheirs      VerifyPhrase = "theirs"
	VerifyNothing     VerifyPhrase = "nothing"
	VerifyMore        VerifyPhrase = "more"
	VerifyLeft        VerifyPhrase = "left" // out, between what is there
	VerifyBeside      VerifyPhrase = "beside"
	VerifyNow         VerifyPhrase = "now"
	VerifyUnknown     VerifyPhrase = "unknown"
	VerifyUnknownText VerifyPhrase = "unknown_text"
	VerifyChoose      VerifyPhrase = "choose" // neither a file nor words were handed in
	VerifyLarge       VerifyPhrase = "large"
	VerifyUnread      VerifyPhrase = "unread"
	VerifyNoWords     VerifyPhrase = "no_words"
	VerifyAgain       VerifyPhrase = "again"
)

var verifyPlaces = map[VerifyPhrase][]string{
	VerifyTitle: nil, VerifyText: nil, VerifyFile: nil, VerifyWords: nil, VerifyButton: nil, VerifyGenuine: nil,
	VerifyUnchanged: {"n", "of"}, VerifyCut: nil, VerifyDiffers: nil, VerifySent: {"when", "headline"}, VerifySentHidden: {"when"},
	VerifyNothingSaid: nil, VerifyWhere: nil, VerifyParagraph: nil, VerifyOurs: nil, VerifyTheirs: nil, VerifyNothing: nil,
	VerifyMore: {"n"}, VerifyLeft: nil, VerifyBeside: nil, VerifyNow: nil, VerifyUnknown: nil, VerifyUnknownText: nil, VerifyChoose: nil,
	VerifyLarge: nil, VerifyUnread: nil, VerifyNoWords: nil, VerifyAgain: nil,
}

// Verify is a phrase of that page with its arguments put in: in the catalogue's language,
// in English where that has none.
func (c *Catalogue) Verify(p VerifyPhrase, args ...any) string {
	return orEnglish(c, func(c *Catalogue) map[VerifyPhrase]string { return c.verify }, verifyPlaces, p, args)
}

func (r *reader) verify(t *frontmatter.Table) {
	allOf(r, t, "verify", &r.c.verify, r.shown().verify, verifyPlaces)
}
