package agreement

import (
	"strings"

	"pressroom/internal/language"
	"pressroom/internal/workspace"
)

// Terms are what somebody accepts. The end of the embargo stands beside them, and not in
// them: it may be moved.
type Terms struct {
	Version string // OurTerms, or OwnTerms
	Text    string // each on a line
}

// The versions of terms: the program's, whose number grows with every change of what they
// say, and the workspace's own, which their digest tells apart.
const (
	OurTerms = "pressroom/1"
	OwnTerms = "own"
)

// TermsIn are the terms for readers of a catalogue's language.
func TermsIn(cat *language.Catalogue, s workspace.Embargo) Terms {
	var lines []string
	version := OurTerms
	if own := s.Of(cat.Tag); own != "" {
		lines, version = []string{own}, OwnTerms
	} else {
		for _, p := range []language.EmbargoPhrase{
			language.TermsSecret, language.TermsBinds, language.TermsExperts, language.TermsBroken,
		} {
			lines = append(lines, cat.Embargo(p))
		}
	}
	if s.Record {
		lines = append(lines, cat.Embargo(language.TermsRecorded))
	}
	if s.Reference {
		lines = append(lines, cat.Embargo(language.TermsReference))
	}
	return Terms{Version: version, Text: strings.Join(lines, "\n")}
}

// Lines are the terms line by line, without those that are empty.
func (t Terms) Lines() []string {
	var out []string
	for _, l := range strings.Split(t.Text, "\n") {
		if l = strings.TrimSpace(l); l != "" {
			out = append(out, l)
		}
	}
	return out
}
