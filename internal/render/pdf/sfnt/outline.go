package sfnt

import (
	"fmt"
	"strconv"
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

// Em is the units in which Path gives an outline: thousandths of an em, those of a PDF.
const Em = 1000

// paths are the outlines of a font's glyphs that were asked for, as they stand in SVG.
type paths struct {
	outlines func() (*Outlines, error)
	mu       sync.Mutex
	known    map[uint16]string
}

func (f *Font) newPaths() *paths {
	return &paths{outlines: sync.OnceValues(f.Outlines), known: make(map[uint16]string)}
}

// Path is a glyph's outline as data of a path (SVG 1.1, section 8.3) in units of Em, with y
// downwards, relative to where the path stands; "" for one that shows nothing. It is drawn
// once, and may be asked for by several at once.
func (f *Font) Path(id uint16) (string, error) {
	f.paths.mu.Lock()
	defer f.paths.mu.Unlock()
	if p, ok := f.paths.known[id]; ok {
		return p, nil
	}
	o, err := f.paths.outlines()
	if err != nil {
		return "", err
	}
	segments, err := o.Glyph(id, Em)
	if err != nil {
		return "", err
	}
	p := pathData(segments)
	f.paths.known[id] = p
	return p, nil
}

// pathData writes an outline in relative coordinates, which are short.
func pathData(segments xsfnt.Segments) string {
	var b []byte
	var at, start [2]int // where the pen is, and where its contour began
	put := func(op byte, points ...fixed.Point26_6) {
		b = append(b, op)
		from := at
		for i, p := range points {
			at = [2]int{p.X.Round(), p.Y.Round()}
			for n := range at {
				if d := at[n] - from[n]; d < 0 || i+n == 0 { // a minus parts numbers too
					b = strconv.AppendInt(b, int64(d), 10)
				} else {
					b = strconv.AppendInt(append(b, ' '), int64(d), 10)
				}
			}
		}
	}
	for i, s := range segments {
		switch s.Op {
		case xsfnt.SegmentOpMoveTo:
			if i > 0 {
				b, at = append(b, 'z'), start
			}
			put('m', s.Args[0])
			start = at
		case xsfnt.SegmentOpLineTo:
			put('l', s.Args[0])
		case xsfnt.SegmentOpQuadTo:
			put('q', s.Args[0], s.Args[1])
		case xsfnt.SegmentOpCubeTo:
			put('c', s.Args[0], s.Args[1], s.Args[2])
		}
	}
	if len(segments) > 0 {
		b = append(b, 'z')
	}
	return string(b)
}
