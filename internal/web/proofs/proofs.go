// Package proofs shows a release beside what is being written, as its readers will have it:
// in one frame for each form, drawn anew from the text that the browser holds. What is around
// the page is its room's; what stands in the frames is made by internal/proof.
//
// A frame is a page of its own that runs no script and loads its pictures alone. The page's
// script draws in it what it is answered, and only what differs, so that it stays where it was
// scrolled to. Without the script the frames show what was kept here for them.
package proofs

import (
	"embed"
	"encoding/json"
	"errors"
	"fmt"
	"html/template"
	"net/http"
	"slices"
	"strings"

	"pressroom/internal/diagnostic"
	"pressroom/internal/proof"
	"pressroom/internal/release"
	"pressroom/internal/render/email"
	"pressroom/internal/render/pdf/setter"
	"pressroom/internal/web/room"
	"pressroom/internal/workspace"
)

//go:embed pages
var files embed.FS

var templates = room.Parse(files, nil, "pages/*.html")

// Pages show proofs in a room.
type Pages struct {
	room *room.Room
	kept *kept
}

// New returns the pages, in a room.
func New(m *room.Room) *Pages { return &Pages{m, newKept(mostKept)} }

// FramePolicy is what a form of a release may load in its frame: pictures of ours alone.
const FramePolicy = "sandbox allow-same-origin; default-src 'none'; style-src 'unsafe-inline'; img-src 'self' data:; font-src data:; " +
	"frame-ancestors 'self'; base-uri 'none'; form-action 'none'"

// Routes are what the pages load. Whoever may write may look.
func (p *Pages) Routes() []room.Route {
	look := func(path string, handle http.HandlerFunc) room.Route {
		return room.Route{Method: http.MethodGet, Path: path, Least: workspace.Approver, Handler: handle}
	}
	return []room.Route{
		look("/proofs.js", file("proofs.js")), look("/proofs.css", file("proofs.css")),
		look("/proofs/frame", p.frame), look("/proofs/seen/{name}", p.seen),
	}
}

func file(name string) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) { http.ServeFileFS(w, r, files, "pages/"+name) }
}

// frame is the page in which the script draws.
func (p *Pages) frame(w http.ResponseWriter, _ *http.Request) {
	w.Header().Set("Content-Security-Policy", FramePolicy)
	w.Header().Set("Content-Type", "text/html; charset=utf-8")
	fmt.Fprint(w, `<!DOCTYPE html><html><head><meta charset="utf-8"><title>`+template.HTMLEscapeString(p.room.Words().Say("Preview"))+
		`</title></head><body></body></html>`)
}

// seen is what was kept for a frame.
func (p *Pages) seen(w http.ResponseWriter, r *http.Request) {
	kind, data, ok := p.kept.get(r.PathValue("name"))
	if !ok {
		http.Error(w, "This is kept no longer: look at it again.", http.StatusNotFound)
		return
	}
	w.Header().Set("Content-Security-Policy", FramePolicy)
	w.Header().Set("Content-Type", kind)
	w.Write(data)
}

// Picture keeps a picture, and gives its address.
func (p *Pages) Picture(a release.Asset) string { return p.address(p.kept.picture(a)) }

func (p *Pages) address(name string) string { return p.room.Base + "/proofs/seen/" + name }

// Pane is the part of a page in which the forms stand.
type Pane struct {
	// Ask is the address that is asked for the forms, below the room's base.
	Ask string
	// Pushed is the address of what tells that a file has changed; "" where the text is in a
	// field of the page.
	Pushed string
	// Languages are those of the release's files, Language the one that is shown first.
	Languages []string
	Language  string
	// Journalist is whose it is, "" for nobody's; Journalists are some to choose from.
	Journalist  string
	Journalists []Choice
	// Shown are the forms as they were kept, where there is no script to draw them.
	Shown *Shown
}

// Choice is a journalist to choose.
type Choice struct{ Email, Name string }

// Shown are the addresses of the forms of a proof that is kept, or what was wrong with it.
type Shown struct {
	Page, Mail, PDF, Text string
	Subject               string // of the mail
	About, Broken         string
}

// paneView is a Pane as its template sees it.
type paneView struct {
	Pane
	Base   string
	Frames []frameView
}

type frameView struct{ Name, Title, Address string }

// Pane is the part of a page, in the room's language.
func (p *Pages) Pane(v Pane) (template.HTML, error) {
	out := paneView{Pane: v, Base: p.room.Base}
	said := p.room.Words()
	blank := p.room.Base + "/proofs/frame"
	s := Shown{Page: blank, Mail: blank, PDF: blank, Text: blank}
	if v.Shown != nil && v.Shown.Broken == "" {
		s = *v.Shown
	}
	out.Frames = []frameView{
		{"page", said.Say("Page"), s.Page},
		{"mail", said.Say("Mail"), s.Mail},
		{"pdf", said.Say("PDF"), s.PDF},
		{"text", said.Say("Plain text"), s.Text},
	}
	return p.room.Render(templates, "pane.html", out)
}

// Asked is what a page asks for.
type Asked struct {
	Language   string   `json:"language"`
	Text       *string  `json:"text"`  // what stands in its field; nil where it has none
	Parts      []string `json:"parts"` // or what its form holds, each part as a browser posts it
	File       string   `json:"file"`  // the language of the file that Text is in the place of, "" for the release's own
	Journalist string   `json:"journalist"`
	Phase      string   `json:"phase"`
	Dark       bool     `json:"dark"`
	Have       []string `json:"have"` // names of the sheets that it shows
}

// Wish is what is to be made for it.
func (p *Pages) Wish(slug string, a Asked) proof.Wish {
	w := proof.Wish{
		Slug: slug, Language: a.Language, Journalist: strings.TrimSpace(a.Journalist), Dark: a.Dark, Picture: p.Picture, Choice: p.Choice(),
	}
	if a.Phase == string(release.PhaseAdvance) || a.Phase == string(release.PhaseRelease) {
		w.Phase = release.Phase(a.Phase)
	}
	return w
}

// Choice is what the buttons above a mail say, in the room's language.
func (p *Pages) Choice() email.Choice {
	said := p.room.Words()
	return email.Choice{Without: said.Say("Without a cover note"), With: said.Say("With %s"), WithTo: said.Say("With %s (to %s)")}
}

// mostAsked is the most that a page may ask with, in bytes.
const mostAsked = 2 << 20

// Read reads what a page asks for; where that is nothing, it has been answered.
func (p *Pages) Read(w http.ResponseWriter, r *http.Request) (a Asked, ok bool) {
	if err := json.NewDecoder(http.MaxBytesReader(w, r.Body, mostAsked)).Decode(&a); err != nil {
		code := http.StatusBadRequest
		if large := (*http.MaxBytesError)(nil); errors.As(err, &large) {
			code = http.StatusRequestEntityTooLarge
		}
		http.Error(w, "that is no text to be looked at, or more than this page takes", code)
		return a, false
	}
	return a, true
}

// drawn is a proof as the script has it.
type drawn struct {
	Broken    string   `json:"broken,omitempty"` // nothing can be shown of it, and why
	About     string   `json:"about,omitempty"`  // whose copy it is
	Slug      string   `json:"slug,omitempty"`
	Title     string   `json:"title,omitempty"`
	Language  string   `json:"language,omitempty"`
	Languages []string `json:"languages,omitempty"`
	Phase     string   `json:"phase,omitempty"`
	Embargoed bool     `json:"embargoed"`
	Page      string   `json:"page,omitempty"`
	Mail      string   `json:"mail,omitempty"`
	PDF       string   `json:"pdf,omitempty"` // the page around the sheets
	Text      string   `json:"text,omitempty"`
	Sheets    []sheet  `json:"sheets,omitempty"`
}

type sheet struct {
	Name string `json:"name"`
	SVG  string `json:"svg,omitempty"` // left out where the page has it
}

// Answer answers a page with a proof, or with what was wrong instead.
func (p *Pages) Answer(w http.ResponseWriter, r *http.Request, a Asked, made *proof.Proof, err error) {
	out := drawn{Broken: p.broken(err)}
	if err != nil && out.Broken == "" {
		p.room.Broken(w, r, err)
		return
	}
	if made != nil && err == nil {
		out = drawn{
			About: p.about(made), Slug: made.Slug, Title: made.Subject, Language: made.Language, Languages: made.Languages,
			Phase: string(made.Phase), Embargoed: made.Embargoed,
			Page: string(made.Page), Mail: string(made.Mail), Text: string(made.Text), PDF: sheetsPage(made.Language, nil),
		}
		for i, s := range made.Sheets {
			name := p.kept.name(s.SVG)
			one := sheet{Name: name}
			if !slices.Contains(a.Have, name) {
				one.SVG = p.labelled(s, name, i+1, len(made.Sheets))
			}
			out.Sheets = append(out.Sheets, one)
		}
	}
	w.Header().Set("Content-Type", "application/json")
	enc := json.NewEncoder(w)
	enc.SetEscapeHTML(false)
	if err := enc.Encode(out); err != nil {
		p.room.Log.Debug("answering a preview", "error", err)
	}
}

// broken says why nothing can be shown of a text as it stands; "" for errors that are not
// about the text.
func (p *Pages) broken(err error) string {
	var broken *proof.BrokenError
	var list diagnostic.List
	switch {
	case errors.Is(err, proof.ErrNobody):
		return p.room.Words().Say("Nobody on the press lists has that address.")
	case errors.As(err, &list):
		for _, d := range list {
			if d.Severity == diagnostic.Error {
				return d.Position.String() + ": " + d.Message
			}
		}
		return list.Error()
	case errors.As(err, &broken):
		return broken.Error()
	}
	return ""
}

// about says whose copy a proof is.
func (p *Pages) about(made *proof.Proof) string {
	said := p.room.Words()
	var parts []string
	if j := made.Reader; j != nil {
		for _, part := range []string{j.Name, j.Outlet} {
			if part != "" {
				parts = append(parts, part)
			}
		}
		if len(parts) == 0 {
			parts = append(parts, j.Email)
		}
	}
	if len(made.Languages) > 1 {
		parts = append(parts, made.Called)
	}
	if j := made.Reader; j != nil {
		for _, id := range j.Covers {
			parts = append(parts, said.Sayf("with the cover note %s", id))
		}
		if j.Local != "" {
			parts = append(parts, said.Sayf("%s is quoted first", j.Local))
		}
		if j.TextOnly {
			parts = append(parts, said.Say("mail as plain text"))
		}
	}
	return strings.Join(parts, " · ")
}

// labelled is a sheet as it stands in a page.
func (p *Pages) labelled(s setter.Sheet, name string, n, of int) string {
	label := template.HTMLEscapeString(p.room.Words().Sayf("Page %d of %d", n, of))
	return strings.Replace(string(s.SVG), "<svg ", `<svg role="img" data-sheet="`+name+`" aria-label="`+label+`" `, 1)
}

const sheetsStyle = `
html { background: #dfe0e3; }
body { margin: 0; padding: 12px; display: grid; gap: 12px; justify-items: center; }
svg { display: block; width: 100%; max-width: 54rem; height: auto; box-shadow: 0 1px 4px #0005; }
@media (prefers-color-scheme: dark) { html { background: #0c0d0f; } }
`

// sheetsPage is the page in which sheets stand one below another.
func sheetsPage(lang string, sheets []string) string {
	return `<!DOCTYPE html><html lang="` + template.HTMLEscapeString(lang) + `"><head><meta charset="utf-8">` +
		`<meta name="viewport" content="width=device-width, initial-scale=1"><title>PDF</title><style>` + sheetsStyle + `</style></head><body>` +
		strings.Join(sheets, "") + `</body></html>`
}

// Show keeps a proof for frames without a script, or says what was wrong instead.
func (p *Pages) Show(made *proof.Proof, err error) (*Shown, error) {
	if err != nil {
		if said := p.broken(err); said != "" {
			return &Shown{Broken: said}, nil
		}
		return nil, err
	}
	var sheets []string
	for i, s := range made.Sheets {
		sheets = append(sheets, p.labelled(s, p.kept.name(s.SVG), i+1, len(made.Sheets)))
	}
	keep := func(html string) string { return p.address(p.kept.put("text/html; charset=utf-8", []byte(html))) }
	return &Shown{
		Page: keep(string(made.Page)), Mail: keep(string(made.Mail)), Text: keep(string(made.Text)),
		PDF: keep(sheetsPage(made.Language, sheets)), About: p.about(made), Subject: made.Subject,
	}, nil
}
