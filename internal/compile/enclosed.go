package compile

import (
	"path"

	"pressroom/internal/diagnostic"
	"pressroom/internal/mail"
	"pressroom/internal/photo"
	"pressroom/internal/release"
	"pressroom/internal/render/pdf"
)

// Enclosed is a file that goes with the mail of a release: a document, a video, the
// original of a picture that is shown smaller.
type Enclosed struct {
	release.Enclosure
	Type string                     // media type
	At   func() diagnostic.Position // asked where something is to be said of it
	data func() []byte
	most int
}

// Most is more bytes than the file has as it is attached, told without making it.
func (e Enclosed) Most() int { return e.most }

// Data is the file as it is attached.
func (e Enclosed) Data() []byte { return e.data() }

// DocumentName is what the PDF of a language is called where it is attached.
func (in *Input) DocumentName(lang string) string {
	return in.Release.FileName(release.Variant{Phase: release.PhaseRelease, Language: lang}) + ".pdf" // whatever the phase
}

// What is written into a picture beside its pixels takes less than photoHead and, for
// each byte of its caption, credit and rights, photoWords.
const (
	photoHead  = 64 << 10
	photoWords = 16
)

// Enclosed lists the files that go with a mail, beside the release as PDF. A mail in
// plain text, which shows no picture, has them all as files.
func (in *Input) Enclosed(textOnly bool) []Enclosed {
	var names mail.FileNames
	for _, l := range in.Release.Languages() {
		names.Give(in.DocumentName(l), "release")
	}
	var out []Enclosed
	add := func(kind release.EnclosureKind, f file, data func() []byte, name, otherwise string) *Enclosed {
		e := Enclosed{data: data, At: f.at, most: len(in.Files[f.key]) + photoHead + photoWords*len(in.Sources[0].Data)}
		e.Kind, e.Key, e.Name = kind, f.name, names.Give(name, otherwise)
		e.Type = mail.MediaType(e.Name, in.Files[f.key])
		out = append(out, e)
		return &out[len(out)-1]
	}
	files := in.files()
	for _, kind := range []struct {
		what string
		kind release.EnclosureKind
	}{{"document", release.DocumentFile}, {"video", release.VideoFile}} {
		for _, f := range files {
			if data, ok := in.Files[f.key]; ok && f.what == kind.what && !enclosed(out, kind.kind, f.name) {
				add(kind.kind, f, func() []byte { return data }, path.Base(f.name), kind.what)
			}
		}
	}
	for _, f := range files {
		asset := in.Assets[f.key]
		if f.what != "picture" || len(asset.Data) == 0 || enclosed(out, release.OriginalFile, f.name) ||
			enclosed(out, release.PictureFile, f.name) {
			continue
		}
		switch {
		case asset.FullWidth > 0 && in.medium(f.name).URL == "":
			data := func() []byte { return photo.Original(in.Files[f.key], in.photoText(f.name)) }
			e := add(release.OriginalFile, f, data, path.Base(f.name), "picture")
			e.Width, e.Height = asset.FullWidth, asset.FullHeight
		case textOnly:
			e := add(release.PictureFile, f, func() []byte { return asset.Data }, asset.FileName(f.name), "picture")
			e.Width, e.Height = asset.Width, asset.Height
		}
	}
	return out
}

func enclosed(list []Enclosed, kind release.EnclosureKind, key string) bool {
	for _, e := range list {
		if e.Kind == kind && e.Key == key {
			return true
		}
	}
	return false
}

// medium is what the main language says of a picture.
func (in *Input) medium(file string) release.Medium {
	for _, m := range in.Release.Main().Media {
		if m.File == file {
			return m
		}
	}
	return release.Medium{}
}

func (in *Input) photoText(file string) photo.Text {
	m := in.medium(file)
	return photo.Text{Caption: m.Caption, Credit: m.Credit, Rights: m.Rights}
}

// Enclosures is what a mail says of its files.
func (in *Input) Enclosures(attached, textOnly bool) release.Enclosures {
	out := release.Enclosures{Attached: attached}
	for _, e := range in.Enclosed(textOnly) {
		out.Files = append(out.Files, e.Enclosure)
	}
	return out
}

// Linked tells whether what stands in a mail of a phase has, or will have, a public address
// below publicURL, which is "" where there is none.
func Linked(publicURL string, phase release.Phase) bool {
	return publicURL != "" && phase == release.PhaseRelease
}

// MailEnclosures is what the mail of a variant says of its files: with their addresses, and
// those of the release, where it is public.
func (in *Input) MailEnclosures(v release.Variant, publicURL string, attached, textOnly bool) release.Enclosures {
	out := in.Enclosures(attached, textOnly)
	if Linked(publicURL, v.Phase) {
		below := publicURL + "/"
		in.Link(&out, below)
		out.Page, out.PDF = below+in.Address(Web, v.Language), below+in.Address(PDF, v.Language)
	}
	return out
}

// Attachments are the files of a mail: the release as PDF, then what else goes with
// it.
func (in *Input) Attachments(lang string, document []byte, textOnly bool) []mail.Attachment {
	out := []mail.Attachment{{Name: in.DocumentName(lang), Type: "application/pdf", Data: document}}
	for _, e := range in.Enclosed(textOnly) {
		out = append(out, mail.Attachment{Name: e.Name, Original: path.Base(e.Key), Type: e.Type, Data: e.Data()})
	}
	return out
}

// plainPDF is more than a document without pictures takes.
const plainPDF = 1 << 20

// MostPDF is more than the release takes as PDF, told without compiling it.
func (in *Input) MostPDF() int {
	most := plainPDF
	for _, s := range in.Sources {
		most += len(s.Data)
	}
	for _, a := range in.Assets {
		most += pdf.MostBytes(a)
	}
	return most
}
