package sfnt

import (
	"fmt"
	"sync"

	xsfnt "golang.org/x/image/font/sfnt"
	"golang.org/x/image/math/fixed"
)

// Outlines draws the glyphs of a font.
type Outlines struct {
	font *xsfnt.Font
	mu   sync.Mutex
	buf  xsfnt.Buffer
}

// Outlines reads the font's outlines, which setting a PDF does not need.
func (f *Font) Outlines() (*Outlines, error) {
	tables := make(map[string][]byte)
	for _, name := range []string{"head", "hhea", "hmtx", "maxp", "cmap", "name", "OS/2", "post", "glyf", "loca", "CFF "} {
		if t := f.tables[name]; t != nil {
			tables[name] = t
		}
	}
	data := writeFile(tables)
	if f.CFF {
		copy(data, "OTTO")
	}
	x, err := xsfnt.Parse(data)
	if err != nil {
		return nil, fmt.Errorf("reading the outlines of %s: %w", f.Name, err)
	}
	return &Outlines{font: x}, nil
}

// Glyph returns a glyph's outline at a size in pixels, in sixty-fourths of a pixel,
// with y downwards.
func (o *Outlines) Glyph(id uint16, pixels int) (xsfnt.Segments, error) {
	o.mu.Lock()
	defer o.mu.Unlock()
	segs, err := o.font.LoadGlyph(&o.buf, xsfnt.GlyphIndex(id), fixed.I(pixels), nil)
	if err != nil {
		return nil, fmt.Errorf("drawing glyph %d: %w", id, err)
	}
	return append(xsfnt.Segments{}, segs...), nil
}
