package compile

import (
	"bytes"
	"errors"
	"fmt"
	"image"
	"image/color"
	"image/jpeg"
	"image/png"
	"path"
	"strings"
	"unicode/utf8"

	_ "image/gif" // pictures may be GIF; the first frame is shown

	"golang.org/x/image/draw"
	_ "golang.org/x/image/webp" // pictures may be WebP

	"pressroom/internal/diagnostic"
	"pressroom/internal/photo"
	"pressroom/internal/release"
)

const (
	maxPixels    = 64 << 20 // of a source, so that a small file cannot ask for much memory
	shownWidth   = 1200     // pixels: twice the width at which a mail shows it
	leastPixels  = 624      // of the longer side: a column's width in print, with 110 to the inch
	jpegQuality  = 84
	keptPNGBytes = 256 << 10 // a drawing this small stays a PNG
)

// kinds of pictures that are not read, by how their bytes begin.
var kinds = []struct {
	at    int
	begin string
	name  string
}{
	{4, "ftypheic", "HEIC"},
	{4, "ftypheix", "HEIC"},
	{4, "ftyphevc", "HEIC"},
	{4, "ftypmif1", "HEIC"},
	{4, "ftypmsf1", "HEIC"},
	{4, "ftypavif", "AVIF"},
	{4, "ftypavis", "AVIF"},
	{4, "ftypcrx ", "raw"},
	{0, "II*\x00", "TIFF or raw"},
	{0, "MM\x00*", "TIFF or raw"},
	{0, "BM", "BMP"},
	{0, "8BPS", "Photoshop"},
	{0, "\xff\x0a", "JPEG XL"},
	{4, "JXL \r\n", "JPEG XL"},
	{4, "jP  \r\n", "JPEG 2000"},
	{0, "\x00\x00\x01\x00", "ICO"},
	{0, "%!PS", "EPS"},
	{0, "%PDF", "PDF"},
}

// unread says what a file is that cannot be read as a picture, and what to do.
func unread(data []byte) error {
	const how = "; open it in any program for pictures and save it as JPEG or PNG"
	if len(data) == 0 {
		return errors.New("the file is empty; copy the picture again")
	}
	for _, k := range kinds {
		if len(data) > k.at && bytes.HasPrefix(data[k.at:], []byte(k.begin)) {
			switch k.name {
			case "HEIC":
				return errors.New("not a picture that can be read: it is HEIC, as phones take them" + how +
					" (on the phone: Settings, Camera, Formats, Most Compatible)")
			case "PDF":
				return errors.New("not a picture that can be read: it is a PDF; declare it under [[document]], or save its page as PNG")
			}
			return fmt.Errorf("not a picture that can be read: it is %s"+how, k.name)
		}
	}
	if bytes.Contains(data[:min(len(data), 1024)], []byte("<svg")) {
		return errors.New("not a picture that can be read: it is a drawing (SVG), which only a logo can be; export it as PNG")
	}
	return errors.New("not a picture that can be read; save it as JPEG or PNG")
}

// notShown tells pictures that earlier versions of the program took for videos, and
// did not keep, by their names.
func notShown(f file) bool {
	switch strings.ToLower(path.Ext(f.name)) {
	case ".png", ".jpg", ".jpeg", ".gif", ".webp", ".svg":
		return false
	}
	return f.what == "picture"
}

// videoEndings are of files that programs play.
const videoEndings = " .mp4 .m4v .mov .qt .webm .ogv .ogg .avi .mkv .mpg .mpeg .mpe .m2v .wmv .asf .flv .3gp .3g2 .mts .m2ts .ts .mxf " +
	".vob .mp3 .m4a .wav .aac .flac .opus "

func isVideoName(name string) bool {
	ending := strings.ToLower(path.Ext(name))
	return ending != "" && strings.Contains(videoEndings, " "+ending+" ")
}

// notVideo refuses pictures whose name does not say that they are, and what is no video
// by its name or as far as its beginning tells.
func notVideo(name string, data []byte) error {
	if _, format, err := image.DecodeConfig(bytes.NewReader(data)); err == nil {
		if !isVideoName(name) {
			return fmt.Errorf("it is a picture (%s), and its name does not say so; let the name end in .%s", format, format)
		}
		return fmt.Errorf("its name is that of a video, and it is a picture (%s); let the name end in .%s", format, format)
	}
	for _, k := range kinds {
		if len(data) > k.at && bytes.HasPrefix(data[k.at:], []byte(k.begin)) {
			return unread(data)
		}
	}
	start := data[:min(len(data), 512)]
	switch {
	case len(data) == 0:
		return errors.New("the file is empty; copy it again")
	case !isVideoName(name):
		return errors.New("its name is that of no picture and of no video; save it as JPEG, PNG or MP4")
	case len(data) > 4 && utf8.Valid(bytes.TrimRightFunc(start, func(r rune) bool { return r == utf8.RuneError })) &&
		!bytes.ContainsFunc(start, func(r rune) bool { return r < ' ' && r != '\n' && r != '\r' && r != '\t' }):
		return errors.New("it is a text and no video; fetch it again")
	}
	return nil
}

// highest is how many times as high as it is wide a picture may be, to be seen as a whole.
const highest = 4

// flattest is how many times as wide as it is high a picture may be.
const flattest = 12

// small says so of a picture that has too few pixels for the width of a column, and is
// shown smaller: none are made up. One that is much too high is shown smaller as well,
// and one that is much too wide is hardly seen.
func small(f file, shown release.Asset) (diags diagnostic.List) {
	if longer := max(shown.Width, shown.Height); f.what == "picture" && longer > 0 && longer < leastPixels {
		diags.Warnf(f.at(), f.rule, "the picture %s has %d × %d pixels only, too few for a column's width, and is shown smaller; "+
			"take the original", f.name, shown.Width, shown.Height)
	} else if f.what == "picture" && shown.Height > highest*shown.Width {
		diags.Warnf(f.at(), f.rule, "the picture %s is %d times as high as it is wide, and is shown very narrow to fit a screen; "+
			"cut it into several, or declare it under [[document]]", f.name, shown.Height/max(1, shown.Width))
	} else if f.what == "picture" && shown.Width > flattest*shown.Height {
		diags.Warnf(f.at(), f.rule, "the picture %s is %d times as wide as it is high, and is shown very flat; "+
			"cut it to what matters, or declare it under [[document]]", f.name, shown.Width/max(1, shown.Height))
	}
	return diags
}

// prepare decodes a picture, scales it to the width at which it is shown and
// encodes it anew, upright, which also drops place, device and any other
// data in it.
func prepare(data []byte) (release.Asset, error) {
	cfg, format, err := image.DecodeConfig(bytes.NewReader(data))
	if err != nil {
		return release.Asset{}, unread(data)
	}
	if cfg.Width < 1 || cfg.Height < 1 || cfg.Width*cfg.Height > maxPixels {
		return release.Asset{}, fmt.Errorf("the picture has %d × %d pixels; scale it to at most %d megapixels", cfg.Width, cfg.Height,
			maxPixels>>20)
	}
	img, _, err := image.Decode(bytes.NewReader(data))
	if err != nil {
		return release.Asset{}, fmt.Errorf("the picture is damaged: %w", err)
	}
	img = photo.Upright(img, photo.Orientation(data))
	b := img.Bounds()
	w, h := b.Dx(), b.Dy()
	fullWidth, fullHeight := 0, 0
	if w > shownWidth {
		fullWidth, fullHeight = w, h
		h = max(1, h*shownWidth/w)
		w = shownWidth
	}
	out := image.NewNRGBA(image.Rect(0, 0, w, h))
	if w == b.Dx() {
		draw.Draw(out, out.Bounds(), img, b.Min, draw.Src)
	} else {
		draw.CatmullRom.Scale(out, out.Bounds(), img, b, draw.Src, nil)
	}
	var buf bytes.Buffer
	if format != "jpeg" {
		enc, drawing := png.Encoder{CompressionLevel: png.BestSpeed}, image.Image(out)
		if few := paletted(out); few != nil {
			enc.CompressionLevel, drawing = png.DefaultCompression, few
		}
		if err := enc.Encode(&buf, drawing); err != nil {
			return release.Asset{}, fmt.Errorf("encoding the picture: %w", err)
		}
		if small := drawn(img, b); small != nil && small.Len() < buf.Len() {
			buf, w, h = *small, b.Dx(), b.Dy()
		}
		if buf.Len() <= keptPNGBytes {
			return release.Asset{
				Data: buf.Bytes(), Type: "image/png", Width: w, Height: h, FullWidth: fullWidth, FullHeight: fullHeight,
			}, nil
		}
		buf.Reset()
	}
	flat := image.NewRGBA(out.Bounds()) // JPEG has no transparency: it is set on white
	draw.Draw(flat, flat.Bounds(), image.White, image.Point{}, draw.Src)
	draw.Draw(flat, flat.Bounds(), out, image.Point{}, draw.Over)
	if err := jpeg.Encode(&buf, flat, &jpeg.Options{Quality: jpegQuality}); err != nil {
		return release.Asset{}, fmt.Errorf("encoding the picture: %w", err)
	}
	return release.Asset{Data: buf.Bytes(), Type: "image/jpeg", Width: w, Height: h, FullWidth: fullWidth, FullHeight: fullHeight}, nil
}

// drawn is a diagram of few colours as it is, where it is not much wider than it is
// shown: scaled it would have many colours, and be several times larger. It is nil for
// other pictures.
func drawn(img image.Image, b image.Rectangle) *bytes.Buffer {
	if b.Dx() <= shownWidth || b.Dx() > 2*shownWidth || b.Dy() > 2*shownWidth {
		return nil
	}
	flat := image.NewNRGBA(image.Rect(0, 0, b.Dx(), b.Dy()))
	draw.Draw(flat, flat.Bounds(), img, b.Min, draw.Src)
	few := paletted(flat)
	if few == nil {
		return nil
	}
	out := new(bytes.Buffer)
	if err := (&png.Encoder{CompressionLevel: png.DefaultCompression}).Encode(out, few); err != nil {
		return nil // the scaled one will do
	}
	return out
}

// paletted is a picture of few colours, as diagrams are, with one byte for each pixel
// instead of four; nil for one of many.
func paletted(img *image.NRGBA) *image.Paletted {
	index := make(map[color.NRGBA]uint8)
	out := image.NewPaletted(img.Rect, nil)
	for i := 0; i+3 < len(img.Pix); i += 4 {
		c := color.NRGBA{img.Pix[i], img.Pix[i+1], img.Pix[i+2], img.Pix[i+3]}
		n, ok := index[c]
		if !ok {
			if len(index) == 256 {
				return nil
			}
			n = uint8(len(index))
			index[c] = n
			out.Palette = append(out.Palette, c)
		}
		out.Pix[i/4] = n
	}
	return out
}
