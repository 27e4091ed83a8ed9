package release

import (
	"slices"
	"time"

	"pressroom/internal/language"
)

// Statement is what stands above a release that was changed after it went out: its first
// line in Head, and what follows.
type Statement struct {
	Head string
	Rest []string
}

// Lines are all lines of a statement.
func (s *Statement) Lines() []string { return append([]string{s.Head}, s.Rest...) }

// Statement says in a version's language what became of the release since it went out;
// nil where nothing did. mail has the sentence first, for whoever has the release already;
// elsewhere the kind and the time of the change come first.
func (r *Release) Statement(v *Version, mail bool) *Statement {
	a := r.Amended
	if a == nil || len(a.All) == 0 {
		return nil
	}
	cat, last := v.Catalogue(), a.Last()
	when := func(m *Amendment) string { return cat.Instant(m.At.In(r.Zone)) }
	if a.Earlier {
		return &Statement{Head: cat.Correction(language.EarlierLine, when(last))}
	}
	sentence := last.Sentences[v.Language]
	lines := []string{last.Says(cat, r.Zone)}
	if sentence != "" {
		if lines = append(lines, sentence); mail && last.Grade != GradeWithdrawal {
			slices.Reverse(lines)
		}
	}
	if mail && (last.Grade == GradeCorrection || last.Grade == GradeUpdate) && !a.Out.IsZero() && last.At.After(a.Out) {
		lines = append(lines, cat.Correction(language.ReplacesLine, r.wentOut(cat)))
	}
	if a.Instead != "" {
		lines = append(lines, cat.Correction(language.InsteadLine, a.Instead))
	}
	for i := len(a.All) - 2; i >= 0; i-- {
		m := &a.All[i]
		if s := m.Sentences[v.Language]; s != "" && (m.Grade == GradeCorrection || m.Grade == GradeUpdate) {
			lines = append(lines, cat.Correction(language.BeforeLine, when(m), s))
		}
	}
	if v.hasMarks(r) {
		lines = append(lines, cat.Correction(language.MarkedLine))
	}
	return &Statement{lines[0], lines[1:]}
}

// wentOut is when a release went out: its day alone where no more is known, as of one that
// was out elsewhere before.
func (r *Release) wentOut(cat *language.Catalogue) string {
	out := r.Amended.Out.In(r.Zone)
	if r.Timing.Kind == Immediate && r.Amended.Out.Equal(r.Timing.At) {
		return cat.Date(out)
	}
	return cat.Instant(out)
}

// hasMarks tells whether words of the version are marked.
func (v *Version) hasMarks(r *Release) bool {
	found := len(v.marks) > 0
	var look func(in []Inline)
	look = func(in []Inline) {
		for _, i := range in {
			switch i := i.(type) {
			case *Emphasis:
				found = found || i.Changed
				look(i.Children)
			case *Link:
				look(i.Children)
			}
		}
	}
	w := &passages{change: func(_ string, in []Inline) []Inline {
		look(in)
		return in
	}}
	w.version(r, v)
	return found
}

// Says is what was said, and when, in a language, without the sentence that was written.
func (m *Amendment) Says(cat *language.Catalogue, zone *time.Location) string {
	when := cat.Instant(m.At.In(zone))
	switch m.Grade {
	case GradeCorrection:
		return cat.Correction(language.CorrectedAt, when)
	case GradeHold:
		return cat.Correction(language.CheckingText)
	case GradeHoldEnd:
		return cat.Correction(language.CheckedText)
	case GradeWithdrawal:
		return cat.Correction(language.WithdrawnAt, when)
	case GradeNote, GradeUpdate:
	}
	return cat.Correction(language.UpdatedAt, when)
}

// Subject is the subject of a mail that says it, or the title in a feed: the word for it
// before that of the release.
func (m *Amendment) Subject(cat *language.Catalogue, subject string) string {
	word := language.UpdateWord
	switch m.Grade {
	case GradeHold:
		return cat.Correction(language.CheckingSubject, subject)
	case GradeHoldEnd:
		return cat.Correction(language.CheckedSubject, subject)
	case GradeWithdrawal:
		return cat.Correction(language.WithdrawnSubject, subject)
	case GradeCorrection:
		word = language.CorrectionWord
	case GradeNote, GradeUpdate:
	}
	return cat.Correction(language.WordSubject, cat.Correction(word), subject)
}

// Line is what was said in a line, at its instant in a zone: in the catalogue's language,
// with the sentence of the main language where there is none in that.
func (m *Amendment) Line(cat *language.Catalogue, main string, zone *time.Location) string {
	at := cat.Instant(m.At.In(zone))
	line := ""
	switch m.Grade {
	case GradeCorrection:
		line = cat.Correction(language.CorrectedAt, at)
	case GradeWithdrawal:
		line = cat.Correction(language.WithdrawnAt, at)
	case GradeHold:
		line = at + " – " + cat.Correction(language.CheckingText)
	case GradeHoldEnd:
		line = at + " – " + cat.Correction(language.CheckedText)
	case GradeNote, GradeUpdate:
		line = cat.Correction(language.UpdatedAt, at)
	}
	sentence, ok := m.Sentences[cat.Tag]
	if !ok {
		sentence = m.Sentences[main]
	}
	if sentence == "" {
		return line
	}
	return line + " – " + sentence
}
