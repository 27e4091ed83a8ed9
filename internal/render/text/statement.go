package text

import "pressroom/internal/language"

// Words that are others than those that went out stand between these.
const markedOpen, markedClose = "[*", "*]"

// statement says what became of the release since it went out. A mail has it above all
// else.
func (w *writer) statement() {
	s := w.release.Statement(w.version, false)
	if s == nil || w.enclosed != nil {
		return
	}
	for _, line := range s.Lines() {
		w.para(StatementLine(w.cat, line))
	}
	w.para("* * *")
}

// StatementLine is a line of what became of a release as plain text has it: that words are
// marked is said with the marks.
func StatementLine(cat *language.Catalogue, line string) string {
	if line == cat.Correction(language.MarkedLine) {
		return line + cat.Gap() + markedOpen + " " + markedClose
	}
	return line
}
