// Package compile turns a release and its assets into its artefacts. It is the
// one way for build, send and whatever shows a release.
package compile

import (
	"bytes"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"image/png"
	"sort"
	"strings"
	"sync"
	"unicode/utf8"

	"pressroom/internal/diagnostic"
	"pressroom/internal/release"
	"pressroom/internal/render/docx"
	"pressroom/internal/render/email"
	"pressroom/internal/render/html"
	"pressroom/internal/render/pdf"
	"pressroom/internal/render/pdf/setter"
	"pressroom/internal/render/svg"
	"pressroom/internal/render/text"
	"pressroom/internal/workspace"
	"pressroom/templates"
)

// Input is a release ready to be compiled: read, with its assets and templates.
type Input struct {
	Release   *release.Release
	Assets    release.Assets
	Fonts     []pdf.Font              // for scripts that the built-in fonts lack
	Hyphens   map[string]*pdf.Hyphens // by language, for justified text
	Templates templates.Set
	Revision  string // names the content of all that goes in
	Sources   []release.Source
	Settings  release.Settings
}

// Load reads a release of a workspace, whole. Findings about it come back beside
// it; the Input is nil if one of them is an error. The error is for what could
// not be read.
func Load(w *workspace.Workspace, slug string) (*Input, diagnostic.List, error) {
	sources, err := w.Sources(slug)
	if err != nil {
		return nil, nil, err
	}
	rel, diags := release.Read(slug, sources, w.Settings.Settings)
	if rel == nil {
		return nil, diags, nil
	}
	set, err := w.Templates()
	if err != nil {
		return nil, diags, err
	}
	in := &Input{Release: rel, Assets: make(release.Assets), Templates: set, Sources: sources, Settings: w.Settings.Settings}
	raw := make(map[string][]byte)
	for _, m := range rel.Main().Media {
		if m.File == "" || !m.IsPicture() {
			continue
		}
		data, err := w.ReadAsset(m.File)
		if err != nil {
			diags.Errorf(m.At, "media", "the picture %s cannot be read: %v", m.File, err)
			continue
		}
		raw[m.File] = data
		asset, err := prepare(data)
		if err != nil {
			diags.Errorf(m.At, "media", "%s: %v", m.File, err)
			continue
		}
		in.Assets[m.File] = asset
	}
	for _, d := range rel.Documents {
		if d.File == "" {
			continue
		}
		data, err := w.ReadAsset(d.File)
		if err != nil {
			diags.Errorf(diagnostic.Position{File: rel.File}, "document", "the document %s cannot be read: %v", d.File, err)
			continue
		}
		raw[d.File] = data
	}
	for _, file := range logos(rel) {
		data, err := w.ReadOwn(file)
		if err == nil {
			err = in.addLogo(file, data)
		}
		if err != nil {
			diags.Errorf(diagnostic.Position{File: workspace.SettingsFile}, "logo", "the logo %s cannot be used: %v", file, err)
			continue
		}
		raw[release.LogoKey(file)] = data
	}
	if diags.HasErrors() {
		return nil, diags, nil
	}
	if in.Fonts, err = fonts(w, in); err != nil {
		return nil, diags, err
	}
	if rel.Print.Justify {
		in.addHyphens(w, raw, &diags)
	}
	in.Revision = revision(in, raw)
	return in, diags, nil
}

// logos are the files of the issuer's logo and those of the coalition.
func logos(r *release.Release) []string {
	var out []string
	seen := map[string]bool{"": true}
	add := func(file string) {
		if !seen[file] {
			seen[file] = true
			out = append(out, file)
		}
	}
	add(r.Issuer.Logo)
	for _, o := range r.Partners {
		add(o.Logo)
	}
	return out
}

// addLogo makes a logo ready to be shown; a drawing comes with its pixels too, for
// mail programs.
func (in *Input) addLogo(file string, data []byte) error {
	if !bytes.Contains(data[:min(len(data), 1024)], []byte("<svg")) && !strings.HasSuffix(strings.ToLower(file), ".svg") {
		asset, err := prepare(data)
		in.Assets[release.LogoKey(file)], in.Assets[release.LogoPixels(file)] = asset, asset
		return err
	}
	d, err := svg.Parse(data)
	if err != nil {
		return err
	}
	img, err := d.Pixels(logoWidth)
	if err != nil {
		return err
	}
	var b bytes.Buffer
	if err := png.Encode(&b, img); err != nil {
		return fmt.Errorf("encoding the logo: %w", err)
	}
	in.Assets[release.LogoKey(file)] = release.Asset{Data: data, Type: "image/svg+xml", Width: logoWidth, Height: img.Bounds().Dy()}
	in.Assets[release.LogoPixels(file)] = release.Asset{Data: b.Bytes(), Type: "image/png", Width: logoWidth, Height: img.Bounds().Dy()}
	return nil
}

// logoWidth is that of a drawn logo's pixels: twice what a mail shows.
const logoWidth = 480

// fonts finds fonts for what the built-in ones lack.
func fonts(w *workspace.Workspace, in *Input) ([]pdf.Font, error) {
	var text strings.Builder
	for _, s := range in.Sources {
		text.Write(s.Data)
	}
	for _, v := range in.Release.Versions {
		text.WriteString(v.Catalogue().Characters())
	}
	o := in.Release.Issuer
	text.WriteString(o.Name + o.URL + o.Boilerplate)
	for _, p := range in.Release.Partners {
		text.WriteString(p.Name)
	}
	lacking, err := pdf.Lacking(text.String())
	if err != nil {
		return nil, err
	}
	return w.Fonts(lacking, in.Release.Main().Language), nil
}

// addHyphens finds the patterns that divide words in each language.
func (in *Input) addHyphens(w *workspace.Workspace, raw map[string][]byte, diags *diagnostic.List) {
	in.Hyphens = make(map[string]*pdf.Hyphens)
	at := diagnostic.Position{File: workspace.SettingsFile}
	for _, l := range in.Release.Languages() {
		data := w.Hyphens(l)
		if data == nil {
			diags.Warnf(at, "hyphens", "no hyphenation patterns for %s were found, so that justified text may have wide gaps; install hyphen-%s, or put hyph_%s.dic into templates/hyphenation", l, l, l)
			continue
		}
		h, err := pdf.ParseHyphens(data)
		if err != nil {
			diags.Warnf(at, "hyphens", "the hyphenation patterns for %s cannot be used: %v", l, err)
			continue
		}
		in.Hyphens[l] = h
		raw["hyphens:"+l] = data
	}
}

// place names the file, line and column of a character that no font has.
func (in *Input) place(err error) error {
	var missing *setter.MissingError
	if !errors.As(err, &missing) {
		return err
	}
	for _, s := range in.Sources {
		i := bytes.IndexRune(s.Data, missing.Char)
		if i < 0 {
			continue
		}
		line := bytes.Count(s.Data[:i], []byte("\n")) + 1
		column := utf8.RuneCount(s.Data[bytes.LastIndexByte(s.Data[:i], '\n')+1:i]) + 1
		var list diagnostic.List
		list.Errorf(diagnostic.Position{File: s.Name, Line: line, Column: column}, "font", "%v", missing)
		return list
	}
	return err
}

// revision is a digest over sources, media, settings, templates and fonts.
func revision(in *Input, raw map[string][]byte) string {
	h := sha256.New()
	put := func(name string, data []byte) { fmt.Fprintf(h, "%d:%s%d:", len(name), name, len(data)); h.Write(data) }
	for _, s := range in.Sources {
		put(s.Name, s.Data)
	}
	files := make([]string, 0, len(raw))
	for f := range raw {
		files = append(files, f)
	}
	sort.Strings(files)
	for _, f := range files {
		put(f, raw[f])
	}
	settings, err := json.Marshal(in.Settings)
	if err != nil {
		panic(fmt.Sprintf("compile: settings do not marshal: %v", err)) // strings and numbers do
	}
	put("settings", settings)
	for _, n := range templates.Names {
		put(n, []byte(in.Templates[n]))
	}
	for _, f := range in.Fonts {
		put("font "+f.Script, []byte(f.Regular.Name+"\n"+f.Regular.Digest()+"\n"+f.Bold.Name+"\n"+f.Bold.Digest()))
	}
	return hex.EncodeToString(h.Sum(nil))[:16]
}

// Edition is the input of a partner's own edition. org is an id or printed name of
// the settings.
func (in *Input) Edition(org string) (*Input, error) {
	for _, o := range in.Settings.Orgs {
		if o.ID != org && o.Name != org {
			continue
		}
		if !in.Release.Takes(o) {
			return nil, fmt.Errorf("%s is not quoted in %s and has not signed it, so that there is no edition of its own", o.Name, in.Release.Slug)
		}
		e := *in
		e.Release = in.Release.Edition(o)
		return &e, nil
	}
	return nil, fmt.Errorf("no organization has the id %q; pressroom.toml has %s", org, strings.Join(in.Settings.OrgIDs(), ", "))
}

// Local is the input with the quote of an organization first, for the journalists
// of its region. org is an id of the settings.
func (in *Input) Local(org string) *Input {
	o, ok := in.Settings.Org(org)
	if !ok {
		return in
	}
	e := *in
	e.Release = in.Release.LocalTo(o)
	return &e
}

// Artefact is one revision compiled in one form and variant.
type Artefact struct {
	Format  Format
	Variant release.Variant
	Data    []byte
}

// Format is one of the forms a release is compiled to.
type Format string

// The formats.
const (
	Web   Format = "web"
	Email Format = "email"
	Text  Format = "text"
	PDF   Format = "pdf"
	DOCX  Format = "docx"
	Card  Format = "card"
)

// Formats lists the formats that are built unasked, in that order.
var Formats = []Format{PDF, Email, Web, Text}

// AllFormats lists those that can be asked for too.
var AllFormats = []Format{PDF, Email, Web, Text, DOCX, Card}

// One compiles a single artefact.
func (in *Input) One(f Format, variant release.Variant) ([]byte, error) {
	v := in.Release.Version(variant.Language)
	if v == nil {
		return nil, fmt.Errorf("%s is not written in %s", in.Release.Slug, variant.Language)
	}
	switch f {
	case Web:
		return html.Render(in.Release, v, variant.Phase, in.Assets, html.Templates{Page: in.Templates["web/page.html"], Style: in.Templates["web/page.css"], Script: in.Templates["web/page.js"]})
	case Email:
		b, err := in.Bodies(variant, email.Above{Covers: in.Release.CoverIDs(variant.Phase)})
		if err != nil {
			return nil, err
		}
		return b.HTML, nil
	case Text:
		return text.Render(in.Release, v, variant.Phase, false), nil
	case PDF:
		data, err := pdf.Render(in.Release, v, variant.Phase, in.Assets, in.Fonts, in.Hyphens[variant.Language])
		return data, in.place(err)
	case Card:
		data, err := pdf.Card(in.Release, v, variant.Phase, in.Assets, in.Fonts)
		return data, in.place(err)
	case DOCX:
		return docx.Render(in.Release, v, variant.Phase, in.Assets)
	}
	return nil, fmt.Errorf("no format is called %q; there are web, email, text, pdf, docx and card", f)
}

// Bodies compiles the bodies of a mail, with what stands above the release.
func (in *Input) Bodies(variant release.Variant, above email.Above) (*email.Bodies, error) {
	v := in.Release.Version(variant.Language)
	if v == nil {
		return nil, fmt.Errorf("%s is not written in %s", in.Release.Slug, variant.Language)
	}
	return email.Render(in.Release, v, variant.Phase, above, in.Assets, email.Templates{Mail: in.Templates["email/mail.html"], Style: in.Templates["email/mail.css"]})
}

// All compiles every format in every variant, on both processors, and returns
// the artefacts in a fixed order.
func (in *Input) All(ctx context.Context, formats []Format, variants []release.Variant) ([]Artefact, error) {
	var out []Artefact
	for _, f := range formats {
		for _, v := range variants {
			out = append(out, Artefact{Format: f, Variant: v})
		}
	}
	errs := make([]error, len(out))
	next := make(chan int)
	var wg sync.WaitGroup
	for range 2 {
		wg.Go(func() {
			for i := range next {
				out[i].Data, errs[i] = in.One(out[i].Format, out[i].Variant)
			}
		})
	}
	for i := range out {
		select {
		case next <- i:
			continue
		case <-ctx.Done():
			errs[i] = ctx.Err()
		}
		break
	}
	close(next)
	wg.Wait()
	return out, errors.Join(errs...)
}
