package release

import (
	"path"
	"strings"
	"time"

	"pressroom/internal/language"
)

// Part is one part of a release as newsrooms name them.
type Part int

// The parts.
const (
	PartStatement Part = iota // what became of it since it went out; a mail has that above all else
	PartReleaseLine
	PartContacts
	PartHeadline // with the subhead
	PartBody     // with the dateline before its lede, and the quotations
	PartMedia    // links to documents and video
	PartSignatories
	PartBoilerplate
	PartNotes
	PartEndMark
	PartReference // on a copy that is somebody's own
)

// Parts is the order of the parts in the issuer's layout.
func (r *Release) Parts() []Part {
	if r.document {
		return []Part{PartHeadline, PartBody}
	}
	if r.Issuer.Layout == LayoutUK {
		return []Part{
			PartStatement, PartReleaseLine, PartHeadline, PartBody, PartMedia, PartSignatories, PartBoilerplate, PartEndMark, PartContacts,
			PartNotes, PartReference,
		}
	}
	return []Part{
		PartStatement, PartReleaseLine, PartContacts, PartHeadline, PartBody, PartMedia, PartSignatories, PartBoilerplate, PartNotes,
		PartEndMark, PartReference,
	}
}

// EndMark is what stands under the copy: ### or ENDS.
func (r *Release) EndMark(cat *language.Catalogue) string {
	if r.Issuer.Layout == LayoutUK {
		return cat.Say(language.Ends)
	}
	return "###"
}

// Until is the instant of an embargo as its line says it: in the release's zone, in its
// further ones, and in UTC.
func (r *Release) Until(cat *language.Catalogue) string {
	return cat.Instant(r.Timing.At, r.FurtherZones()...)
}

// FurtherZones are those in which the embargo line says its instant too.
func (r *Release) FurtherZones() []*time.Location {
	out := make([]*time.Location, len(r.Zones))
	for i, z := range r.Zones {
		out[i] = z.Location
	}
	return out
}

// ReleaseLine says when the release may be read, as a phase tells it.
func (r *Release) ReleaseLine(cat *language.Catalogue, phase Phase) string {
	if a := r.Amended; a != nil && !a.Earlier && (a.Bare || a.Last().Grade == GradeWithdrawal || a.Last().Grade == GradeHold) {
		at := r.Timing.At
		if said := a.Last().At; said.Before(at) { // it was not out by then
			at = said.In(r.Zone)
		}
		return cat.Date(at)
	}
	if phase == PhaseAdvance {
		return cat.Say(language.EmbargoedTill, r.Until(cat))
	}
	return cat.Say(language.Immediate, cat.Date(r.Timing.At))
}

// ReleaseLines is the release line where it stands on top. Of an embargo it says the
// same in English, in a language whose phrases no speaker has read.
func (r *Release) ReleaseLines(cat *language.Catalogue, phase Phase) string {
	line := r.ReleaseLine(cat, phase)
	if phase == PhaseAdvance && !cat.Read {
		english := r.ReleaseLine(language.Of("en"), phase)
		line += language.Parting(line, english, language.RightToLeft(cat.Tag)) + " / " + english
	}
	return line
}

// SubjectLine is the mail's subject in a phase: an advance copy leads with its embargo,
// and what was changed after it went out with the word for that.
func (r *Release) SubjectLine(cat *language.Catalogue, v *Version, phase Phase) string {
	subject := v.Subject
	if phase == PhaseAdvance {
		at := cat.ShortInstant(r.Timing.At)
		subject = cat.Say(language.SubjectHold, at+language.Parting(at, v.Subject, language.RightToLeft(cat.Tag)), v.Subject)
	}
	if r.Amended == nil || r.Amended.Earlier {
		return subject
	}
	return r.Amended.Last().Subject(cat, subject)
}

// Copy is the body as it is printed: the dateline leads the first paragraph.
func (v *Version) Copy() []Block {
	if v.Dateline == "" {
		return v.Body
	}
	place := language.Closed(v.Dateline, language.RightToLeft(v.Language))
	lead := []Inline{&Emphasis{Strong: true, Children: []Inline{&Text{place}}}, &Text{" — "}}
	if len(v.Body) > 0 {
		if p, ok := v.Body[0].(*Paragraph); ok {
			first := &Paragraph{append(lead, p.Inlines...)}
			return append([]Block{first}, v.Body[1:]...)
		}
	}
	return append([]Block{&Paragraph{lead[:1]}}, v.Body...)
}

// Catalogue is the fixed phrases of the version's language.
func (v *Version) Catalogue() *language.Catalogue {
	if v.catalogue != nil {
		return v.catalogue
	}
	return language.Of(v.Language)
}

// Videos are the media that are no pictures.
func (v *Version) Videos() []Medium {
	var out []Medium
	for _, m := range v.Media {
		if !m.IsPicture() {
			out = append(out, m)
		}
	}
	return out
}

// Asset is a file that a release refers to, ready to be shown.
type Asset struct {
	Data          []byte
	Type          string // image/png, image/jpeg …
	Width, Height int    // pixels
	// FullWidth and FullHeight are those of the file that it was made of, upright,
	// where that is larger; else 0.
	FullWidth, FullHeight int
}

// FileName is the name of the file that it was made of, with the ending of what it
// was made to.
func (a Asset) FileName(file string) string {
	name := path.Base(file)
	return strings.TrimSuffix(name, path.Ext(name)) + "." + strings.TrimPrefix(a.Type, "image/")
}

// Assets are the files of a release by their name in the front matter.
type Assets map[string]Asset

// LogoKey names a logo among the assets: logos lie beside the settings, other files
// beside the release.
func LogoKey(file string) string { return "logo:" + file }

// LogoSmall names the pixels of a logo as it stands in a row with others, in mail and in Word.
func LogoSmall(file string) string { return "logo:" + file + ":small" }

// LogoPixels names a logo's pixels among the assets, for where a drawing cannot be
// shown.
func LogoPixels(file string) string { return "logo:" + file + ":pixels" }
