package compile

import (
	"bytes"
	"fmt"
	"html/template"
	"image"
	"image/png"
	"strings"

	"golang.org/x/image/draw"

	"pressroom/internal/diagnostic"
	"pressroom/internal/frontmatter"
	"pressroom/internal/release"
	"pressroom/internal/render/html"
	"pressroom/internal/render/svg"
	"pressroom/internal/workspace"
)

// file is a file that goes with a release.
type file struct {
	name, key  string // key among the files and assets
	what, rule string
	at         func() diagnostic.Position // asked where something is to be said of it
}

// files are those that a release names: pictures, videos, documents, and the logos of
// the issuer and of the coalition.
func (in *Input) files() []file {
	r := in.Release
	at := func(table string, n int, otherwise diagnostic.Position) func() diagnostic.Position {
		return func() diagnostic.Position { return place(in.Sources[0], table, n, otherwise) }
	}
	var out []file
	for i, m := range r.Main().Media {
		what := "picture"
		if !m.IsPicture() {
			what = "video"
		}
		if m.File != "" {
			out = append(out, file{m.File, m.File, what, "media", at("media", i, m.At)})
		}
	}
	for i, d := range r.Documents {
		if d.File != "" {
			out = append(out, file{d.File, d.File, "document", "document", at("document", i, diagnostic.Position{File: r.File})})
		}
	}
	settings := func() diagnostic.Position { return diagnostic.Position{File: settingsFile} }
	logos := []string{r.Issuer.Logo}
	for _, o := range append(in.WithEdition(), r.Partners...) {
		logos = append(logos, o.Logo)
	}
	seen := map[string]bool{"": true}
	for _, name := range logos {
		if !seen[name] {
			seen[name] = true
			out = append(out, file{name, release.LogoKey(name), "logo", "logo", settings})
		}
	}
	return out
}

// settingsFile is how the workspace's settings are named in findings.
const settingsFile = workspace.SettingsFile

// place is where the file of the nth table of a kind stands in a source.
func place(src release.Source, table string, n int, otherwise diagnostic.Position) diagnostic.Position {
	doc, _ := frontmatter.Split(src.Name, src.Data)
	if doc == nil {
		return otherwise
	}
	e, ok := doc.Lookup(frontmatter.Join(frontmatter.Index(table, n), "file"))
	if !ok {
		return otherwise
	}
	return doc.At(e.Value.Start)
}

// read reads the file: logos lie beside the settings, all else beside the release.
func (f file) read(w *workspace.Workspace) ([]byte, error) {
	if f.what == "logo" {
		return w.ReadOwn(f.name)
	}
	return w.ReadAsset(f.name)
}

// path is where the file lies in the workspace.
// called is what it is for whoever wrote its name: what is taken for a video because
// its name is no picture's may be anything.
func (f file) called() string {
	if f.what == "video" && !isVideoName(f.name) {
		return "file"
	}
	return f.what
}

func (f file) path() string {
	if f.what == "logo" {
		return f.name
	}
	return "releases/" + f.name
}

// take keeps a file, and makes a picture or a logo of it ready to be shown.
func (in *Input) take(f file, data []byte) error {
	if f.what == "video" {
		if err := notVideo(f.name, data); err != nil {
			return err
		}
	}
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
		if err != nil {
			return err
		}
		in.Assets[release.LogoKey(file)], in.Assets[release.LogoPixels(file)] = asset, asset
		img, _, err := image.Decode(bytes.NewReader(asset.Data))
		if err != nil {
			return fmt.Errorf("making the logo small: %w", err)
		}
		in.Assets[release.LogoSmall(file)], err = smallLogo(img)
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
	if in.Assets[release.LogoSmall(file)], err = smallLogo(img); err != nil {
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

// Mark is what stands above the pages of a workspace's organization: its logo, as above its
// releases, or its name, also where the logo cannot be read, which the error says.
func Mark(w *workspace.Workspace) (template.HTML, error) {
	in := &Input{Assets: make(release.Assets)}
	o := w.Settings.Organization
	var err error
	if o.Logo != "" {
		var data []byte
		if data, err = w.ReadOwn(o.Logo); err == nil {
			err = in.addLogo(o.Logo, data)
		}
	}
	return html.Mark(o, in.Assets), err
}

// What a logo in a row has at most: twice the pixels of what is shown.
const (
	rowWidth  = 2 * 144
	rowHeight = 2 * 29
)

// smallLogo are the pixels of a logo as it stands in a row with others.
func smallLogo(img image.Image) (release.Asset, error) {
	b := img.Bounds()
	w, h := b.Dx(), b.Dy()
	if w > rowWidth {
		w, h = rowWidth, h*rowWidth/w
	}
	if h > rowHeight {
		w, h = w*rowHeight/h, rowHeight
	}
	out := image.NewNRGBA(image.Rect(0, 0, max(1, w), max(1, h)))
	draw.CatmullRom.Scale(out, out.Bounds(), img, b, draw.Src, nil)
	var buf bytes.Buffer
	if err := png.Encode(&buf, out); err != nil {
		return release.Asset{}, fmt.Errorf("encoding the logo: %w", err)
	}
	return release.Asset{Data: buf.Bytes(), Type: "image/png", Width: out.Rect.Dx(), Height: out.Rect.Dy()}, nil
}

// logoWidth is that of a drawn logo's pixels: twice what a mail shows.
const logoWidth = 480
