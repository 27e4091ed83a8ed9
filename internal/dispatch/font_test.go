package dispatch

import (
	"bytes"
	"encoding/binary"
	"testing"

	"codeberg.org/go-fonts/liberation/liberationsansregular"
	"github.com/go-text/typesetting/font/opentype"

	"pressroom/internal/render/pdf/sfnt"
)

// chinese is an invented font: it draws Chinese signs as Latin letters, so that no
// font of the machine can be taken for it. With another first letter its outlines
// are the same and its letters others.
func chinese(t *testing.T, first rune) []byte {
	t.Helper()
	whole, err := sfnt.Parse(liberationsansregular.TTF)
	if err != nil {
		t.Fatal(err)
	}
	glyph, ok := whole.Shaping.NominalGlyph(first)
	if !ok {
		t.Fatal("no such letter")
	}
	ld, err := opentype.NewLoader(bytes.NewReader(liberationsansregular.TTF))
	if err != nil {
		t.Fatal(err)
	}
	var tables []opentype.Table
	for _, tag := range ld.Tables() {
		content, err := ld.RawTable(tag)
		if err != nil {
			t.Fatal(err)
		}
		switch tag.String() {
		case "cmap":
			content = cmap('一', '三', uint32(glyph))
		case "GSUB", "GPOS", "GDEF", "kern":
			continue
		}
		tables = append(tables, opentype.Table{Tag: tag, Content: content})
	}
	return opentype.WriteTTF(tables)
}

// cmap maps a run of characters to a run of glyphs (OpenType, cmap format 12).
func cmap(from, to rune, glyph uint32) []byte {
	var b []byte
	for _, v := range []uint16{0, 1, 3, 10, 0, 12, 12, 0} {
		b = binary.BigEndian.AppendUint16(b, v)
	}
	for _, v := range []uint32{28, 0, 1, uint32(from), uint32(to), glyph} {
		b = binary.BigEndian.AppendUint32(b, v)
	}
	return b
}

// redrawn is a font with another outline at its end and all else the same.
func redrawn(t *testing.T, font []byte) []byte {
	t.Helper()
	out := bytes.Clone(font)
	n := int(binary.BigEndian.Uint16(out[4:]))
	for i := range n {
		if r := out[12+16*i:]; string(r[:4]) == "glyf" {
			out[binary.BigEndian.Uint32(r[8:])+binary.BigEndian.Uint32(r[12:])-2] ^= 1
			return out
		}
	}
	t.Fatal("no outlines")
	return nil
}
