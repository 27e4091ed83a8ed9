// Package compile turns a release and its assets into its artefacts. It is the
// one way for build, send and whatever shows a release.
package compile

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"sort"
	"sync"

	"pressroom/internal/diagnostic"
	"pressroom/internal/release"
	"pressroom/internal/render/email"
	"pressroom/internal/render/html"
	"pressroom/internal/render/pdf"
	"pressroom/internal/render/text"
	"pressroom/internal/workspace"
	"pressroom/templates"
)

// Input is a release ready to be compiled: read, with its assets and templates.
type Input struct {
	Release   *release.Release
	Assets    release.Assets
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
	if diags.HasErrors() {
		return nil, diags, nil
	}
	in.Revision = revision(in, raw)
	return in, diags, nil
}

// revision is a digest over sources, media, settings and templates.
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
	put("settings", fmt.Appendf(nil, "%q", fmt.Sprintf("%+v", in.Settings)))
	for _, n := range templates.Names {
		put(n, []byte(in.Templates[n]))
	}
	return hex.EncodeToString(h.Sum(nil))[:16]
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
)

// Formats lists all formats in the order in which they are built.
var Formats = []Format{PDF, Email, Web, Text}

// One compiles a single artefact.
func (in *Input) One(f Format, variant release.Variant) ([]byte, error) {
	v := in.Release.Version(variant.Language)
	if v == nil {
		return nil, fmt.Errorf("%s is not written in %s", in.Release.Slug, variant.Language)
	}
	switch f {
	case Web:
		return html.Render(in.Release, v, variant.Phase, in.Assets, html.Templates{Page: in.Templates["web/page.html"], Style: in.Templates["web/page.css"]})
	case Email:
		b, err := in.Bodies(variant, nil)
		if err != nil {
			return nil, err
		}
		return b.HTML, nil
	case Text:
		return text.Render(in.Release, v, variant.Phase, false), nil
	case PDF:
		return pdf.Render(in.Release, v, variant.Phase, in.Assets)
	}
	return nil, fmt.Errorf("no format is called %q; there are web, email, text and pdf", f)
}

// Bodies compiles the bodies of a mail with the cover notes of these ids.
func (in *Input) Bodies(variant release.Variant, covers []string) (*email.Bodies, error) {
	v := in.Release.Version(variant.Language)
	if v == nil {
		return nil, fmt.Errorf("%s is not written in %s", in.Release.Slug, variant.Language)
	}
	return email.Render(in.Release, v, variant.Phase, covers, in.Assets, email.Templates{Mail: in.Templates["email/mail.html"], Style: in.Templates["email/mail.css"]})
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
