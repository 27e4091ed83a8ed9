package audience

import (
	"strings"

	"pressroom/internal/ledger"
)

// Form is one of the messages of a mailing.
type Form struct {
	Language string
	TextOnly bool
	Attach   bool
	Covers   string // ids, joined by commas
	Local    string // id of the organisation whose quote comes first
	// Note names what is said about this copy above all else: NoteAgain, or the
	// beginning of the digest of the text that it replaces.
	Note string
}

// NoteAgain is the Note of a copy that somebody asked for once more.
const NoteAgain = "again"

// Name is what the form's template is called among the artefacts.
func (f Form) Name() string {
	name := "mail/" + f.Language
	if f.TextOnly {
		name += ".text"
	}
	if f.Attach {
		name += ".pdf"
	}
	if f.Local != "" {
		name += "@" + f.Local
	}
	if f.Covers != "" {
		name += "+" + f.Covers
	}
	if f.Note != "" {
		name += ledger.CopyMark + f.Note
	}
	return name
}

// ParseForm reads what Name wrote.
func ParseForm(name string) (f Form, ok bool) {
	name, ok = strings.CutPrefix(name, "mail/")
	name, f.Note, _ = strings.Cut(name, ledger.CopyMark)
	name, f.Covers, _ = strings.Cut(name, "+")
	name, f.Local, _ = strings.Cut(name, "@")
	name, f.Attach = strings.CutSuffix(name, ".pdf")
	f.Language, f.TextOnly = strings.CutSuffix(name, ".text")
	return f, ok && f.Language != ""
}
