package draft

import (
	"fmt"
	"slices"

	"pressroom/internal/compile"
	"pressroom/internal/contacts"
	"pressroom/internal/diagnostic"
	"pressroom/internal/mail"
	"pressroom/internal/release"
)

// tooMuch names the files with which a mail would be larger than it may be. Whoever
// asks for no attachments gets none, so that nothing is too much where nobody else
// is mailed.
func (l Look) tooMuch(in *compile.Input) diagnostic.List {
	files := in.Enclosed(false)
	if len(files) == 0 {
		return nil
	}
	most := in.MostPDF()
	for _, f := range files {
		most += f.Most()
	}
	var out diagnostic.List
	told := make(map[string]bool)
	for _, limit := range []struct {
		phase release.Phase
		bytes int
		key   string
	}{{release.PhaseRelease, l.Mail.AttachLimit, "attach_limit"}, {release.PhaseAdvance, l.Mail.AttachLimitAdvance, "attach_limit_advance"}} {
		if !l.attached(in.Release, limit.phase) {
			continue
		}
		if mail.EncodedSize(most)+len(files)*4 <= limit.bytes {
			continue
		}
		sum, err := l.document(in, limit.phase)
		if err != nil {
			return out // what cannot be compiled is told elsewhere
		}
		for _, f := range files {
			before := sum
			if sum += mail.EncodedSize(len(f.Data())); sum <= limit.bytes || told[f.Key] {
				continue
			}
			told[f.Key] = true
			out.Errorf(f.At(), "attach", "%s is too much for a mail: it takes %s, what goes before it %s, and [mail] %s is %s; %s",
				f.Key, mail.Bytes(int64(sum-before)), mail.Bytes(int64(before)), limit.key, mail.Bytes(int64(limit.bytes)), wayOut(f.Kind))
			sum = before
		}
	}
	return out
}

func wayOut(kind release.EnclosureKind) string {
	if kind == release.OriginalFile {
		return "add url = \"https://…\", where journalists find it in full size, save it smaller, or raise the limit"
	}
	return "give its address with url instead of file, save it smaller, or raise the limit"
}

// attached tells whether anybody who is mailed in a phase gets attachments.
func (l Look) attached(r *release.Release, phase release.Phase) bool {
	advance := phase == release.PhaseAdvance
	for _, a := range r.Advance {
		list, _ := l.Book.Pick(a.Name) // unknown names are told elsewhere
		for _, j := range list {
			if (advance && !j.NoEmbargo || !advance && !j.Embargo) && l.Mail.Attaches(j, phase) {
				return true
			}
		}
	}
	if advance {
		return false
	}
	for _, a := range r.To {
		list, _ := l.Book.Pick(a.Name)
		if slices.ContainsFunc(list, func(j *contacts.Journalist) bool { return l.Mail.Attaches(j, phase) }) {
			return true
		}
	}
	return false
}

// document is how much the release as PDF takes, in its largest language: it is only
// compiled where that could matter.
func (l Look) document(in *compile.Input, phase release.Phase) (int, error) {
	largest := 0
	for _, lang := range in.Release.Languages() {
		data, err := in.One(compile.PDF, release.Variant{Phase: phase, Language: lang})
		if err != nil {
			return 0, fmt.Errorf("compiling the PDF that is attached: %w", err)
		}
		largest = max(largest, mail.EncodedSize(len(data)))
	}
	return largest, nil
}
