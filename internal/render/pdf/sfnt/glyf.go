package sfnt

import (
	"errors"
	"sort"
)

const (
	argsAreWords    = 0x0001
	haveScale       = 0x0008
	moreComponents  = 0x0020
	haveXYScale     = 0x0040
	haveTwoByTwo    = 0x0080
	haveInstruction = 0x0100
)

// outline is the description of a glyph, empty for one without outline.
func (f *Font) outline(glyph uint16) ([]byte, error) {
	loca, glyf := f.tables["loca"], f.tables["glyf"]
	var start, end int
	if be.Uint16(f.tables["head"][50:]) == 0 {
		if len(loca) < 2*int(glyph)+4 {
			return nil, errors.New("the font's glyph index is cut short")
		}
		start, end = 2*int(be.Uint16(loca[2*int(glyph):])), 2*int(be.Uint16(loca[2*int(glyph)+2:]))
	} else {
		if len(loca) < 4*int(glyph)+8 {
			return nil, errors.New("the font's glyph index is cut short")
		}
		start, end = int(be.Uint32(loca[4*int(glyph):])), int(be.Uint32(loca[4*int(glyph)+4:]))
	}
	if start > end || end > len(glyf) {
		return nil, errors.New("the font's outlines are cut short")
	}
	return glyf[start:end], nil
}

// components calls visit with the offset of each component's glyph number in a
// composite outline.
func components(outline []byte, visit func(offset int)) error {
	if len(outline) < 10 || int16(be.Uint16(outline)) >= 0 {
		return nil
	}
	for at := 10; ; {
		if at+4 > len(outline) {
			return errors.New("a composite glyph is cut short")
		}
		flags := be.Uint16(outline[at:])
		visit(at + 2)
		at += 6
		if flags&argsAreWords != 0 {
			at += 2
		}
		switch {
		case flags&haveScale != 0:
			at += 2
		case flags&haveXYScale != 0:
			at += 4
		case flags&haveTwoByTwo != 0:
			at += 8
		}
		if flags&moreComponents == 0 {
			return nil
		}
	}
}

// subsetGlyf writes a TrueType file of the glyphs, with the components they
// need after them.
func (f *Font) subsetGlyf(glyphs []uint16) ([]byte, error) {
	glyphs = append([]uint16{}, glyphs...)
	place := make(map[uint16]uint16)
	for i := len(glyphs) - 1; i >= 0; i-- {
		place[glyphs[i]] = uint16(i)
	}
	var glyf, loca, hmtx []byte
	for i := 0; i < len(glyphs); i++ { // grows while it is walked
		loca = be.AppendUint32(loca, uint32(len(glyf)))
		src, err := f.outline(glyphs[i])
		if err != nil {
			return nil, err
		}
		outline := append([]byte{}, src...)
		err = components(outline, func(at int) {
			part := be.Uint16(outline[at:])
			to, ok := place[part]
			if !ok {
				to = uint16(len(glyphs))
				place[part] = to
				glyphs = append(glyphs, part)
			}
			be.PutUint16(outline[at:], to)
		})
		if err != nil {
			return nil, err
		}
		glyf = append(glyf, outline...)
		for len(glyf)%4 != 0 {
			glyf = append(glyf, 0)
		}
		hmtx = be.AppendUint16(hmtx, f.advances[glyphs[i]])
		hmtx = be.AppendUint16(hmtx, leftBearing(outline))
	}
	loca = be.AppendUint32(loca, uint32(len(glyf)))
	head := append([]byte{}, f.tables["head"]...)
	be.PutUint16(head[50:], 1) // long offsets
	be.PutUint32(head[8:], 0)
	hhea := append([]byte{}, f.tables["hhea"]...)
	be.PutUint16(hhea[34:], uint16(len(glyphs)))
	maxp := append([]byte{}, f.tables["maxp"]...)
	be.PutUint16(maxp[4:], uint16(len(glyphs)))
	tables := map[string][]byte{"glyf": glyf, "head": head, "hhea": hhea, "hmtx": hmtx, "loca": loca, "maxp": maxp}
	for _, t := range []string{"cvt ", "fpgm", "prep"} {
		if f.tables[t] != nil {
			tables[t] = f.tables[t]
		}
	}
	return writeFile(tables), nil
}

// leftBearing is an outline's smallest x, which is its bearing in fonts that set
// it so, as head's flags say of all fonts that are hinted this way.
func leftBearing(outline []byte) uint16 {
	if len(outline) < 4 {
		return 0
	}
	return be.Uint16(outline[2:])
}

func checksum(data []byte) uint32 {
	var sum uint32
	for i := 0; i+4 <= len(data); i += 4 {
		sum += be.Uint32(data[i:])
	}
	return sum
}

// writeFile writes a TrueType file with its checksums.
func writeFile(tables map[string][]byte) []byte {
	var names []string
	for n := range tables {
		names = append(names, n)
	}
	sort.Strings(names)
	n := len(names)
	log := 0
	for 2<<log <= n {
		log++
	}
	out := []byte{0, 1, 0, 0}
	out = be.AppendUint16(out, uint16(n))
	out = be.AppendUint16(out, uint16(16<<log))
	out = be.AppendUint16(out, uint16(log))
	out = be.AppendUint16(out, uint16(16*n-16<<log))
	offset := 12 + 16*n
	var body []byte
	headAt := 0
	for _, name := range names {
		data := append([]byte{}, tables[name]...)
		length := len(data)
		for len(data)%4 != 0 {
			data = append(data, 0)
		}
		if name == "head" {
			headAt = offset + len(body)
		}
		out = append(out, name...)
		out = be.AppendUint32(out, checksum(data))
		out = be.AppendUint32(out, uint32(offset+len(body)))
		out = be.AppendUint32(out, uint32(length))
		body = append(body, data...)
	}
	out = append(out, body...)
	be.PutUint32(out[headAt+8:], 0xB1B0AFBA-checksum(out))
	return out
}
