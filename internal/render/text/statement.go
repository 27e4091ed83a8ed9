package text

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
		w.para(line)
	}
	w.para("* * *")
}
