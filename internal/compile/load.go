package compile

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"image/png"
	"sort"
	"strings"

	"pressroom/internal/diagnostic"
	"pressroom/internal/release"
	"pressroom/internal/render/pdf"
	"pressroom/internal/render/pdf/sfnt"
	"pressroom/internal/render/svg"
	"pressroom/internal/workspace"
	"pressroom/templates"
)

// Input is a release ready to be compiled: read, with its assets and templates.
// Sources, Settings, Files, Patterns, Templates and Fonts are all that went into
// it; the rest is made of them.
type Input struct {
	Sources   []release.Source
	Settings  release.Settings
	Files     map[string][]byte // pictures and documents as they were read, by name; logos by release.LogoKey
	Patterns  map[string][]byte // for the division of words, by language
	Templates templates.Set
	Fonts     []pdf.Font // for scripts that the built-in fonts lack

	Release  *release.Release
	Assets   release.Assets
	Hyphens  map[string]*pdf.Hyphens // by language, for justified text
	Revision string                  // names the content of all that goes in
}

// Load reads a release of a workspace, whole. Findings about it come back beside
// it; the Input is nil if one of them is an error. The error is for what could
// not be read.
func Load(w *workspace.Workspace, slug string) (*Input, diagnostic.List, error) {
	sources, err := w.Sources(slug)
	if found := diagnostic.List(nil); errors.As(err, &found) {
		return nil, found, nil
	}
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
	in := newInput(rel, sources, w.Settings.Settings, set)
	for _, f := range files(rel) {
		data, err := f.read(w)
		if err != nil {
			diags.Errorf(f.at, f.rule, "the %s %s cannot be read: %v", f.what, f.name, err)
		} else if err := in.take(f, data); err != nil {
			diags.Errorf(f.at, f.rule, "the %s %s cannot be used: %v", f.what, f.name, err)
		}
	}
	if diags.HasErrors() {
		return nil, diags, nil
	}
	lacking, err := in.lacking()
	if err != nil {
		return nil, diags, err
	}
	in.Fonts = oneOfEach(w.Fonts(lacking, rel.Main().Language))
	if rel.Print.Justify {
		in.findPatterns(w, &diags)
	}
	in.Revision = in.revision(in.settingsText())
	return in, diags, nil
}

func newInput(rel *release.Release, sources []release.Source, settings release.Settings, set templates.Set) *Input {
	return &Input{
		Sources: sources, Settings: settings, Files: make(map[string][]byte), Patterns: make(map[string][]byte), Templates: set,
		Release: rel, Assets: make(release.Assets), Hyphens: make(map[string]*pdf.Hyphens),
	}
}

// file is a file that goes with a release.
type file struct {
	name, key  string // key among the files and assets
	what, rule string
	at         diagnostic.Position
}

// files are those that a release names: pictures, documents, and the logos of the
// issuer and of the coalition.
func files(r *release.Release) []file {
	var out []file
	for _, m := range r.Main().Media {
		if m.File != "" && m.IsPicture() {
			out = append(out, file{m.File, m.File, "picture", "media", m.At})
		}
	}
	for _, d := range r.Documents {
		if d.File != "" {
			out = append(out, file{d.File, d.File, "document", "document", diagnostic.Position{File: r.File}})
		}
	}
	logos := []string{r.Issuer.Logo}
	for _, o := range r.Partners {
		logos = append(logos, o.Logo)
	}
	seen := map[string]bool{"": true}
	for _, name := range logos {
		if !seen[name] {
			seen[name] = true
			out = append(out, file{name, release.LogoKey(name), "logo", "logo", diagnostic.Position{File: workspace.SettingsFile}})
		}
	}
	return out
}

// read reads the file: logos lie beside the settings, all else beside the release.
func (f file) read(w *workspace.Workspace) ([]byte, error) {
	if f.what == "logo" {
		return w.ReadOwn(f.name)
	}
	return w.ReadAsset(f.name)
}

// take keeps a file, and makes a picture or a logo of it ready to be shown.
func (in *Input) take(f file, data []byte) error {
	in.Files[f.key] = data
	switch f.what {
	case "picture":
		asset, err := prepare(data)
		in.Assets[f.key] = asset
		return err
	case "logo":
		return in.addLogo(f.name, data)
	}
	return nil
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
	height := img.Bounds().Dy()
	in.Assets[release.LogoKey(file)] = release.Asset{Data: data, Type: "image/svg+xml", Width: logoWidth, Height: height}
	in.Assets[release.LogoPixels(file)] = release.Asset{Data: b.Bytes(), Type: "image/png", Width: logoWidth, Height: height}
	return nil
}

// logoWidth is that of a drawn logo's pixels: twice what a mail shows.
const logoWidth = 480

// lacking lists the characters that the built-in fonts lack.
func (in *Input) lacking() ([]rune, error) {
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
	return pdf.Lacking(text.String())
}

// oneOfEach makes fonts of the same file one and the same, so that a document
// embeds each once, wherever they were read from.
func oneOfEach(fonts []pdf.Font) []pdf.Font {
	type source struct {
		digest string
		face   int
	}
	known := make(map[source]*sfnt.Font)
	one := func(f *sfnt.Font) *sfnt.Font {
		_, face := f.Source()
		s := source{f.Digest(), face}
		if known[s] == nil {
			known[s] = f
		}
		return known[s]
	}
	for i, f := range fonts {
		fonts[i].Regular, fonts[i].Bold = one(f.Regular), one(f.Bold)
	}
	return fonts
}

// findPatterns finds the patterns that divide words in each language.
func (in *Input) findPatterns(w *workspace.Workspace, diags *diagnostic.List) {
	at := diagnostic.Position{File: workspace.SettingsFile}
	for _, l := range in.Release.Languages() {
		data := w.Hyphens(l)
		if data == nil {
			diags.Warnf(at, "hyphens", "no hyphenation patterns for %s were found, so that justified text may have wide gaps; "+
				"install hyphen-%s, or put hyph_%s.dic into templates/hyphenation", l, l, l)
			continue
		}
		if err := in.divide(l, data); err != nil {
			diags.Warnf(at, "hyphens", "the hyphenation patterns for %s cannot be used: %v", l, err)
		}
	}
}

// divide takes the patterns for the words of a language.
func (in *Input) divide(lang string, patterns []byte) error {
	h, err := pdf.ParseHyphens(patterns)
	if err != nil {
		return err
	}
	in.Hyphens[lang], in.Patterns[lang] = h, patterns
	return nil
}

// settingsText is the settings as they are kept.
func (in *Input) settingsText() []byte {
	text, err := json.Marshal(in.Settings)
	if err != nil {
		panic(fmt.Sprintf("compile: settings do not marshal: %v", err)) // strings and numbers do
	}
	return text
}

// revision is a digest over sources, media, settings, templates, patterns and
// fonts. The settings come as text, so that what was kept by a program that knew
// other ones has the revision that it had.
func (in *Input) revision(settings []byte) string {
	h := sha256.New()
	put := func(name string, data []byte) { fmt.Fprintf(h, "%d:%s%d:", len(name), name, len(data)); h.Write(data) }
	for _, s := range in.Sources {
		put(s.Name, s.Data)
	}
	raw := make(map[string][]byte)
	for name, data := range in.Files {
		raw[name] = data
	}
	for lang, data := range in.Patterns {
		raw["hyphens:"+lang] = data
	}
	names := make([]string, 0, len(raw))
	for name := range raw {
		names = append(names, name)
	}
	sort.Strings(names)
	for _, name := range names {
		put(name, raw[name])
	}
	put("settings", settings)
	for _, n := range in.Templates.Names() {
		put(n, []byte(in.Templates[n]))
	}
	for _, f := range in.Fonts {
		put("font "+f.Script, []byte(f.Regular.Name+"\n"+f.Regular.Digest()+"\n"+f.Bold.Name+"\n"+f.Bold.Digest()))
	}
	return hex.EncodeToString(h.Sum(nil))[:16]
}
