// Package proof is a release while it is written, as its readers will have it: page, mail,
// plain text and the pages of its PDF, for a journalist who is named or for nobody in
// particular.
//
// It is compiled by what compiles the release itself, from the folder or from an editor's
// memory, and keeps nothing. Its pictures are where the caller says, so that a page which is
// drawn anew at every keystroke does not bring them along.
package proof

import (
	"context"
	"encoding/base64"
	"errors"
	"slices"
	"strings"
	"time"

	"pressroom/internal/audience"
	"pressroom/internal/compile"
	"pressroom/internal/contacts"
	"pressroom/internal/diagnostic"
	"pressroom/internal/draft"
	"pressroom/internal/mail"
	"pressroom/internal/release"
	"pressroom/internal/render/email"
	"pressroom/internal/render/pdf/setter"
	"pressroom/internal/spread"
	"pressroom/internal/workspace"
)

// Desk makes proofs of the releases of a workspace. It may be used by several at once.
type Desk struct {
	Workspace *workspace.Workspace
	Live      *draft.Live
	// Known is what is known of a release's quotes, nil for nothing.
	Known func(ctx context.Context, slug string) (*release.Known, error)
	// Book are the press lists.
	Book func(ctx context.Context) (*contacts.Book, diagnostic.List, error)
	Now  func(ctx context.Context) (time.Time, error)
}

// Wish says what is to be looked at.
type Wish struct {
	Slug string
	// Memory is what an editor holds in the place of files, by their names.
	Memory map[string][]byte
	// Language is that of the release's own file where it is "" or the release has it not.
	Language string
	// Journalist is the address of somebody on the press lists: theirs is the language, the
	// cover notes, the quote that comes first. "" is for nobody in particular.
	Journalist string
	// Phase is that of the copy; "" for the one that goes out next.
	Phase release.Phase
	// Dark shows it as it looks where somebody has their screen dark.
	Dark bool
	// Choice is what the buttons above the mail say by which one of its cover notes is chosen.
	Choice email.Choice
	// Picture gives the address at which a page finds a picture.
	Picture func(release.Asset) string
}

// Proof is a release in its forms. Page, Mail and Text are whole pages of HTML.
type Proof struct {
	Slug      string
	Language  string
	Called    string   // what the language is called in itself
	Languages []string // in which there is a version, the release's own first
	Phase     release.Phase
	Embargoed bool // it is told in both phases
	Reader    *Reader
	Subject   string

	Page, Mail, Text []byte
	Sheets           []setter.Sheet
}

// Reader is the journalist for whom a proof is.
type Reader struct {
	Name, Outlet, Email string
	TextOnly            bool     // their mail is plain text
	Covers              []string // ids of the cover notes above it
	Local               string   // the organization whose quote comes first, "" where that is none
	source              string   // where their address comes from
}

// BrokenError is a text of which nothing can be shown as it stands.
type BrokenError struct{ Err error }

func (e *BrokenError) Error() string { return e.Err.Error() }

// Unwrap returns what keeps it from being shown.
func (e *BrokenError) Unwrap() error { return e.Err }

// ErrNobody is returned where no press list has the address of a journalist.
var ErrNobody = errors.New("nobody on the press lists has that address")

// Make compiles what is wished for. A *BrokenError is about the text; ErrNobody about the
// journalist.
func (d *Desk) Make(ctx context.Context, w Wish) (*Proof, error) {
	in, now, err := d.read(ctx, w)
	if err != nil {
		return nil, err
	}
	p := &Proof{
		Slug: w.Slug, Languages: in.Release.Languages(), Language: w.Language,
		Embargoed: in.Release.Timing.Kind == release.Embargoed,
	}
	if !slices.Contains(p.Languages, p.Language) {
		p.Language = in.Release.Main().Language
	}
	form := audience.Form{Attach: true}
	coming := release.PhaseRelease
	if p.Embargoed && now.Before(in.Release.Timing.At) {
		coming = release.PhaseAdvance
	}
	if w.Journalist != "" {
		if form, coming, err = d.reader(ctx, p, in, w, coming); err != nil {
			return nil, err
		}
		p.Language = form.Language
	}
	if p.Phase = coming; p.Embargoed && w.Phase != "" {
		p.Phase = w.Phase
	}
	return p, d.draw(ctx, p, in, form, w)
}

// read reads the release, as it would be printed now.
func (d *Desk) read(ctx context.Context, w Wish) (*compile.Input, time.Time, error) {
	now, err := d.Now(ctx)
	if err != nil {
		return nil, now, err
	}
	text, err := d.Live.Over(w.Memory).Read(w.Slug)
	if err != nil {
		return nil, now, err
	}
	known, err := d.Known(ctx, w.Slug)
	if err != nil {
		return nil, now, err
	}
	if text, err = text.With(known); err != nil {
		return nil, now, err
	}
	if text.Input == nil {
		return nil, now, &BrokenError{text.Findings.Sort().Err()}
	}
	return text.Input.Dated(now), now, nil
}

// reader finds the journalist and the form in which they get the release; an advance copy
// only where its audience has them.
func (d *Desk) reader(
	ctx context.Context, p *Proof, in *compile.Input, w Wish, coming release.Phase,
) (audience.Form, release.Phase, error) {
	book, _, err := d.Book(ctx)
	if err != nil {
		return audience.Form{}, "", err
	}
	key, err := contacts.AddressKey(w.Journalist)
	at := slices.IndexFunc(book.Journalists, func(j *contacts.Journalist) bool { return j.Key == key })
	if err != nil || at < 0 {
		return audience.Form{}, "", ErrNobody
	}
	j := book.Journalists[at]
	early, err := audience.Pick(book, in.Release.Advance)
	if err != nil {
		return audience.Form{}, "", &BrokenError{err}
	}
	if !slices.ContainsFunc(early, func(m audience.Member) bool { return m.Journalist == j }) {
		coming = release.PhaseRelease
	}
	if p.Embargoed && w.Phase != "" {
		coming = w.Phase
	}
	forms, err := audience.NewForms(book, in.Release, in.Settings.Orgs, d.Workspace.Settings.Mail)
	if err != nil {
		return audience.Form{}, "", &BrokenError{err}
	}
	form := forms.Of(j, coming)
	p.Reader = &Reader{Name: j.Name, Outlet: j.Outlet, Email: j.Email, TextOnly: form.TextOnly, source: j.Source}
	if form.Covers != "" {
		p.Reader.Covers = strings.Split(form.Covers, ",")
	}
	if o, ok := in.Settings.Org(form.Local); ok && form.Local != "" {
		p.Reader.Local = o.Name
	}
	return form, coming, nil
}

// draw compiles the forms, on as many processors as there are.
func (d *Desk) draw(ctx context.Context, p *Proof, in *compile.Input, form audience.Form, w Wish) error {
	variant := release.Variant{Phase: p.Phase, Language: p.Language}
	said := *in
	said.Choice, in = w.Choice, &said
	marked, places := marks(in, w.Picture)
	own, ownMarked := in, marked
	if form.Local != "" {
		own, ownMarked = in.Local(form.Local), marked.Local(form.Local)
	}
	version := own.Release.Version(p.Language)
	p.Called = version.Catalogue().Name
	p.Subject = own.Release.SubjectLine(version.Catalogue(), version, p.Phase)
	shown := func(html []byte) []byte { return scheme(places.Replace(string(html)), w.Dark) }
	forms := []func() error{
		func() (err error) {
			p.Sheets, err = own.Sheets(variant, w.Picture)
			return err
		},
		func() error {
			from := ownMarked
			if form.TextOnly { // which says how large the pictures are that go with it
				from = own
			}
			html, text, err := mailOf(from, variant, form, p.Reader)
			if err == nil && form.TextOnly {
				html = asPage(text, version, p.Language)
			}
			p.Mail = shown(html)
			return err
		},
		func() error {
			html, err := marked.One(compile.Web, variant)
			p.Page = shown(html)
			return err
		},
		func() error {
			text, err := own.One(compile.Text, variant)
			p.Text = shown(asPage(text, version, p.Language))
			return err
		},
	}
	err := spread.Over(ctx, len(forms), len(forms), func(i int) error { return forms[i]() })
	if err != nil && ctx.Err() == nil {
		return &BrokenError{err}
	}
	return err
}

// mailOf is the mail to a journalist, or the one to nobody in particular, above which its
// cover notes are chosen.
func mailOf(in *compile.Input, variant release.Variant, form audience.Form, to *Reader) (html, text []byte, err error) {
	if to == nil {
		html, err = in.One(compile.Email, variant)
		return html, nil, err
	}
	return in.MailTo(mail.Recipient{Address: to.Email, Source: to.source}, variant, to.Covers, form.Attach, form.TextOnly)
}

// marks is the input with a mark in the place of each picture's bytes, and what puts the
// addresses of the pictures where a page has the marks.
func marks(in *compile.Input, picture func(release.Asset) string) (*compile.Input, *strings.Replacer) {
	var pairs []string
	marked := in.Showing(func(a release.Asset) []byte {
		if len(a.Data) == 0 {
			return nil
		}
		at := picture(a)
		mark := []byte("picture at " + at)
		pairs = append(pairs, "data:"+a.Type+";base64,"+base64.StdEncoding.EncodeToString(mark), at)
		return mark
	})
	return marked, strings.NewReplacer(pairs...)
}
