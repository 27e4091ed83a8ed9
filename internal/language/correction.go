package language

import "pressroom/internal/frontmatter"

// CorrectionPhrase names a phrase about what became of a release after it went out, as
// its file does.
type CorrectionPhrase string

// The phrases about corrections. correctionPlaces has what they take.
const (
	CorrectionWord   CorrectionPhrase = "correction" // as newsrooms write it before a headline
	UpdateWord       CorrectionPhrase = "update"
	WithdrawnWord    CorrectionPhrase = "withdrawn"
	WordSubject      CorrectionPhrase = "subject"
	WithdrawnSubject CorrectionPhrase = "withdrawn_subject"
	CheckingSubject  CorrectionPhrase = "hold_subject"
	CheckedSubject   CorrectionPhrase = "hold_end_subject"
	HeadlinePlace    CorrectionPhrase = "headline" // where words stand
	SubheadPlace     CorrectionPhrase = "subhead"
	ParagraphPlace   CorrectionPhrase = "paragraph"
	ItemPlace        CorrectionPhrase = "item"
	TablePlace       CorrectionPhrase = "table"
	CorrectedAt      CorrectionPhrase = "corrected_at"
	UpdatedAt        CorrectionPhrase = "updated_at"
	WithdrawnAt      CorrectionPhrase = "withdrawn_at"
	BeforeLine       CorrectionPhrase = "before" // what an earlier correction said
	MarkedLine       CorrectionPhrase = "marked"
	ReplacesLine     CorrectionPhrase = "replaces"
	EarlierLine      CorrectionPhrase = "earlier" // above a version that holds no longer
	CheckingText     CorrectionPhrase = "hold"
	CheckedText      CorrectionPhrase = "hold_end"
	InsteadLine      CorrectionPhrase = "instead"
)

var correctionPlaces = map[CorrectionPhrase][]string{
	CorrectionWord: nil, UpdateWord: nil, WithdrawnWord: nil, WordSubject: {"word", "subject"}, WithdrawnSubject: {"subject"},
	CheckingSubject: {"subject"}, CheckedSubject: {"subject"}, HeadlinePlace: nil, SubheadPlace: nil, ParagraphPlace: {"number"},
	ItemPlace: {"number"}, TablePlace: nil,
	CorrectedAt: {"when"}, UpdatedAt: {"when"}, WithdrawnAt: {"when"}, BeforeLine: {"when", "sentence"}, MarkedLine: nil,
	ReplacesLine: {"when"}, EarlierLine: {"when"}, CheckingText: nil, CheckedText: nil, InsteadLine: {"link"},
}

// Correction is a phrase about corrections with its arguments put in: in the catalogue's
// language, in English where that has none.
func (c *Catalogue) Correction(p CorrectionPhrase, args ...any) string {
	return orEnglish(c, func(c *Catalogue) map[CorrectionPhrase]string { return c.correction }, correctionPlaces, p, args)
}

func (r *reader) correction(t *frontmatter.Table) {
	allOf(r, t, "correction", &r.c.correction, r.shown().correction, correctionPlaces)
}
