package release

import (
	"fmt"
	"strings"
	"unicode/utf8"

	"pressroom/internal/language"
)

// EnclosureKind is what an enclosed file is.
type EnclosureKind int

// The kinds of enclosed files.
const (
	DocumentFile EnclosureKind = iota
	VideoFile
	OriginalFile // of a picture that is shown smaller
	PictureFile  // of a picture that the mail does not show
)

// Enclosure is a file that goes with a mail.
type Enclosure struct {
	Kind          EnclosureKind
	Key           string // the document's File, or the medium's
	Name          string // under which it is attached
	Width, Height int    // in pixels, of a picture
	Address       string // where everybody can have it; "" where nobody can
}

// Enclosures is what a mail or a public page says of the files that belong to its
// release: under which name each is attached, where it can be had, or else whom to ask
// for it.
type Enclosures struct {
	Attached bool
	Files    []Enclosure
	// Page and PDF are where everybody can have the release itself, for a mail; "" where
	// nobody can.
	Page, PDF string
}

// Address is where everybody can have a file; "" where nobody can.
func (e *Enclosures) Address(kind EnclosureKind, key string) string {
	if e == nil || key == "" {
		return ""
	}
	for _, f := range e.Files {
		if f.Kind == kind && f.Key == key {
			return f.Address
		}
	}
	return ""
}

// Picture is where everybody can have a picture as it was handed in, with its size; an
// empty one where nobody can.
func (e *Enclosures) Picture(key string) Enclosure {
	if e != nil && key != "" {
		for _, f := range e.Files {
			if (f.Kind == OriginalFile || f.Kind == PictureFile) && f.Key == key && f.Address != "" {
				return f
			}
		}
	}
	return Enclosure{}
}

// Attachment says that a file is attached, as "attached: report.pdf"; "" for what is
// not.
func (e *Enclosures) Attachment(cat *language.Catalogue, kind EnclosureKind, key string) string {
	if e == nil || !e.Attached {
		return ""
	}
	for _, f := range e.Files {
		if f.Kind != kind || f.Key != key {
			continue
		}
		name := f.Name
		if kind == OriginalFile {
			name += cat.ListComma() + fmt.Sprintf("%d × %d", f.Width, f.Height)
		}
		return cat.Enclosed(language.AttachedAs, name)
	}
	return ""
}

// Pictures are the media of which a mail encloses a file of a kind.
func (e *Enclosures) Pictures(v *Version, kind EnclosureKind) []Medium {
	if e == nil {
		return nil
	}
	var out []Medium
	for _, m := range v.Media {
		for _, f := range e.Files {
			if f.Kind == kind && f.Key == m.File && m.File != "" {
				out = append(out, m)
				break
			}
		}
	}
	return out
}

// Ask says whom to ask for the files that a mail names, does not hold and cannot link;
// "" if there are none.
func (e *Enclosures) Ask(r *Release, v *Version) string {
	if e == nil {
		return ""
	}
	cat := v.Catalogue()
	lacking := false
	for _, f := range e.Files {
		lacking = lacking || !e.Attached && f.Address == ""
	}
	has := func(kind EnclosureKind, key string) bool {
		return key == "" || e.Attachment(cat, kind, key) != "" || e.Address(kind, key) != ""
	}
	for _, d := range r.Documents {
		lacking = lacking || !has(DocumentFile, d.File)
	}
	for _, m := range v.Videos() {
		lacking = lacking || !has(VideoFile, m.File)
	}
	if !lacking {
		return ""
	}
	return cat.Enclosed(language.AskForFiles, r.asked(cat))
}

// asked is the press contact who is asked for files: the first who has an address.
func (r *Release) asked(cat *language.Catalogue) string {
	for _, c := range r.PublicContacts(true, "") {
		if c.Email != "" {
			return c.Ask(cat)
		}
	}
	for _, c := range r.PublicContacts(true, "") {
		return c.Ask(cat)
	}
	return r.Issuer.Name
}

// Credits is whose work a medium is and what may be done with it; "" where neither
// is known.
func (m Medium) Credits(cat *language.Catalogue) string {
	switch {
	case m.Credit == "":
		return m.Rights
	case m.Rights == "":
		return cat.Say(language.CreditLabel, m.Credit)
	}
	return cat.Say(language.CreditLabel, m.Credit) + " · " + m.Rights
}

// CaptionGap stands between the caption of a picture and what follows in its line: whose it is,
// or where it is to be had. A caption that does not end like a sentence is parted by a dot.
func (m Medium) CaptionGap() string {
	end := strings.TrimRight(m.Caption, "\"'”“’»«›)]）」』 \u200f\u200e")
	last, _ := utf8.DecodeLastRuneInString(end)
	switch {
	case end == "":
		return ""
	case strings.ContainsRune(".!?…:。！？．؟।", last):
		return " "
	}
	return " · "
}
