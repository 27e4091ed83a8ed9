// Package photo takes in photos of strangers: they are decoded and encoded anew,
// upright, so that place, device and whatever else was hidden in the file are gone,
// and caption, credit and rights are written into it where photo desks read them.
package photo

import (
	"bytes"
	"encoding/binary"
	"encoding/xml"
	"errors"
	"fmt"
	"image"
	"image/jpeg"
	_ "image/png" // photos may be PNG

	"golang.org/x/image/draw"

	"pressroom/internal/language"
)

// Text goes with a photo and into its file.
type Text struct{ Caption, Credit, Rights string }

// Limits of what is taken.
const (
	MaxBytes  = 12 << 20
	maxPixels = 50 << 20
	longest   = 4000 // pixels of the longer side that are kept
	// maxMemory is how many bytes a photo may take, decoded and as it is kept: with the
	// file and all else, under 200 MiB for the whole program.
	maxMemory = 144 << 20
	// ordinary is how many megapixels of an ordinary JPEG are taken in any case: decoded,
	// it has at most three bytes for each.
	ordinary = 24
	quality  = 90
	// longestSide is a JPEG's. A row of more takes memory for each of its pixels.
	longestSide = 65_535
	// maxPasses is how often a picture may be gone over: progressive ones of cameras and
	// programs have ten or so, and one of a few kilobytes may have thousands.
	maxPasses = 100
)

// RefusedError says why a photo is not taken.
type RefusedError struct {
	Say     language.Said // for whoever uploaded it
	message string
}

func (e *RefusedError) Error() string { return e.message }

func refused(p language.PortalPhrase, format string, args ...any) error {
	return &RefusedError{language.Line(p), fmt.Sprintf(format, args...)}
}

// Prepare makes a photo fit to be handed out, as a JPEG. The error says, for whoever
// uploaded it, what is wrong.
func Prepare(data []byte, text Text) ([]byte, error) {
	if len(data) > MaxBytes {
		return nil, refused("refused_photo_large", "the photo is larger than %d MB", MaxBytes>>20)
	}
	cfg, format, err := image.DecodeConfig(bytes.NewReader(data))
	if heic(data) {
		return nil, refused("refused_photo_heic", "this is a photo as iPhones keep it (HEIC); save it as a JPEG")
	}
	if err != nil || format != "jpeg" && format != "png" {
		return nil, refused("refused_photo_kind", "this is no JPEG or PNG")
	}
	if cfg.Width < 1 || cfg.Height < 1 || cfg.Width > maxPixels/cfg.Height {
		return nil, refused("refused_photo_large", "the photo has more than %d megapixels", maxPixels>>20)
	}
	if longer := max(cfg.Width, cfg.Height); longer > longestSide {
		return nil, refused("refused_photo_large", "the photo is %d pixels long; save it as an ordinary JPEG of at most %d", longer, longestSide)
	}
	if n := passes(data); format == "jpeg" && n > maxPasses {
		return nil, refused("refused_photo_large", "the photo comes in %d passes; save it as an ordinary JPEG", n)
	}
	w, h := kept(cfg.Width, cfg.Height)
	pixels := float64(cfg.Width * cfg.Height)
	if takes := pixels*bytesPerPixel(data, format, cfg) + 4*float64(w*h); takes > maxMemory {
		return nil, refused("refused_photo_large", "the photo has %.0f megapixels and takes %.0f MB to open; save it as an ordinary JPEG of "+
			"at most %d megapixels", pixels/1e6, takes/1e6, ordinary)
	}
	flat, err := decode(data)
	if err != nil {
		return nil, refused("refused_photo_damaged", "the photo is damaged")
	}
	var out bytes.Buffer
	if err := jpeg.Encode(&out, flat, &jpeg.Options{Quality: quality}); err != nil {
		return nil, err
	}
	return withText(out.Bytes(), text)
}

// passes counts the scans of a JPEG by their marks, which nothing in a scan looks like
// (ITU-T T.81, section B.1.1.5): with those of the small pictures in its Exif.
func passes(data []byte) int { return bytes.Count(data, []byte("\xff\xda")) }

// heic tells a photo as iPhones keep it (ISO/IEC 23008-12: a box "ftyp" with one of its
// brands).
func heic(data []byte) bool {
	if len(data) < 12 || string(data[4:8]) != "ftyp" {
		return false
	}
	switch string(data[8:12]) {
	case "heic", "heix", "heim", "heis", "hevc", "hevx", "mif1", "msf1", "avif":
		return true
	}
	return false
}

// Wanted is how many pixels the longer side of a photo should have to be printed.
const Wanted = 1200

// Small tells whether a photo is too small to be printed well.
func Small(data []byte) bool {
	cfg, _, err := image.DecodeConfig(bytes.NewReader(data))
	return err == nil && max(cfg.Width, cfg.Height) < Wanted
}

// decode reads a photo, upright and no larger than what is kept. What was decoded
// goes with the function, so that it is not held while the photo is encoded.
func decode(data []byte) (*image.RGBA, error) {
	img, _, err := image.Decode(bytes.NewReader(data))
	if err != nil {
		return nil, err
	}
	w, h := kept(img.Bounds().Dx(), img.Bounds().Dy())
	return scale(img, w, h, Orientation(data)), nil
}

// kept is how large a photo is made.
func kept(w, h int) (int, int) {
	if most := max(w, h); most > longest {
		return max(1, w*longest/most), max(1, h*longest/most)
	}
	return w, h
}

// Orientation is how a JPEG says it is to be turned (Exif 2.32, tag 0x0112): 1 to 8,
// 1 where it says nothing.
func Orientation(data []byte) int {
	for marker, body := range segments(data) {
		if tiff, ok := bytes.CutPrefix(body, []byte("Exif\x00\x00")); ok && marker == 0xe1 {
			return tiffOrientation(tiff)
		}
	}
	return 1
}

// tiffOrientation looks through the first directory of a TIFF header.
func tiffOrientation(t []byte) int {
	if len(t) < 8 {
		return 1
	}
	var order binary.ByteOrder = binary.BigEndian
	if string(t[:2]) == "II" {
		order = binary.LittleEndian
	}
	at := int(order.Uint32(t[4:]))
	if at < 8 || at+2 > len(t) {
		return 1
	}
	for i := range int(order.Uint16(t[at:])) {
		e := at + 2 + 12*i
		if e+12 > len(t) {
			break
		}
		if order.Uint16(t[e:]) == 0x0112 {
			if o := int(order.Uint16(t[e+8:])); o >= 1 && o <= 8 {
				return o
			}
		}
	}
	return 1
}

// Upright turns and mirrors an image as its orientation says.
func Upright(img image.Image, orientation int) image.Image {
	if orientation < 2 || orientation > 8 {
		return img
	}
	b := img.Bounds()
	w, h := b.Dx(), b.Dy()
	src := image.NewNRGBA(image.Rect(0, 0, w, h))
	draw.Draw(src, src.Bounds(), img, b.Min, draw.Src)
	out := image.NewNRGBA(image.Rect(0, 0, w, h))
	if orientation >= 5 {
		out = image.NewNRGBA(image.Rect(0, 0, h, w))
	}
	for y := range h {
		for x := range w {
			u, v := turned(x, y, w, h, orientation)
			copy(out.Pix[out.PixOffset(u, v):][:4], src.Pix[src.PixOffset(x, y):][:4])
		}
	}
	return out
}

// turned is where a pixel of a stored picture of w by h belongs in the upright one.
func turned(x, y, w, h, orientation int) (u, v int) {
	switch orientation {
	case 2:
		return w - 1 - x, y
	case 3:
		return w - 1 - x, h - 1 - y
	case 4:
		return x, h - 1 - y
	case 5:
		return y, x
	case 6:
		return h - 1 - y, x
	case 7:
		return h - 1 - y, w - 1 - x
	case 8:
		return y, w - 1 - x
	}
	return x, y
}

// withText puts caption, credit and rights into a JPEG, behind its beginning: as XMP
// (ISO 16684-1) and as IPTC-IIM 4.2, which older photo desks read.
func withText(data []byte, t Text) ([]byte, error) {
	if len(data) < 2 {
		return nil, errors.New("this is no JPEG")
	}
	var out bytes.Buffer
	out.Write(data[:2])
	for _, seg := range []struct {
		marker byte
		body   []byte
	}{{0xe1, append([]byte("http://ns.adobe.com/xap/1.0/\x00"), xmp(t)...)}, {0xed, photoshop(iim(t))}} {
		if len(seg.body)+2 > 0xffff {
			return nil, refused("refused_photo_long", "caption, credit and rights are too long for the file")
		}
		out.Write([]byte{0xff, seg.marker})
		binary.Write(&out, binary.BigEndian, uint16(len(seg.body)+2))
		out.Write(seg.body)
	}
	out.Write(data[2:])
	return out.Bytes(), nil
}

func xmp(t Text) []byte {
	escape := func(s string) string {
		var b bytes.Buffer
		xml.EscapeText(&b, []byte(s))
		return b.String()
	}
	alt := func(name, s string) string {
		if s == "" {
			return ""
		}
		return "<" + name + `><rdf:Alt><rdf:li xml:lang="x-default">` + escape(s) + "</rdf:li></rdf:Alt></" + name + ">"
	}
	body := alt("dc:description", t.Caption) + alt("dc:rights", t.Rights)
	if t.Credit != "" {
		body += "<dc:creator><rdf:Seq><rdf:li>" + escape(t.Credit) + "</rdf:li></rdf:Seq></dc:creator><photoshop:Credit>" + escape(t.Credit) +
			"</photoshop:Credit>"
	}
	return []byte("<?xpacket begin=\"\ufeff\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>" +
		`<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description rdf:about="" ` +
		`xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:photoshop="http://ns.adobe.com/photoshop/1.0/">` +
		body + `</rdf:Description></rdf:RDF></x:xmpmeta><?xpacket end="w"?>`)
}

// iim is the datasets of IPTC-IIM, in UTF-8.
func iim(t Text) []byte {
	var b bytes.Buffer
	put := func(record, dataset byte, value string, most int) {
		if value == "" {
			return
		}
		if len(value) > most {
			cut := most
			for cut > 0 && value[cut]&0xc0 == 0x80 {
				cut--
			}
			value = value[:cut]
		}
		b.Write([]byte{0x1c, record, dataset})
		binary.Write(&b, binary.BigEndian, uint16(len(value)))
		b.WriteString(value)
	}
	put(1, 90, "\x1b%G", 32)
	put(2, 80, t.Credit, 32)
	put(2, 110, t.Credit, 32)
	put(2, 116, t.Rights, 128)
	put(2, 120, t.Caption, 2000)
	return b.Bytes()
}

// photoshop wraps datasets as the image resource 0x0404.
func photoshop(data []byte) []byte {
	var b bytes.Buffer
	b.WriteString("Photoshop 3.0\x008BIM\x04\x04\x00\x00")
	binary.Write(&b, binary.BigEndian, uint32(len(data)))
	b.Write(data)
	if len(data)%2 == 1 {
		b.WriteByte(0)
	}
	return b.Bytes()
}
