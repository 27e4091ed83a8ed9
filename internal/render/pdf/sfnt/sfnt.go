// Package sfnt reads a static TrueType or CFF font once and cuts subsets of it
// for embedding (OpenType specification 1.9; Adobe Technical Notes 5176, 5177).
//
// A Font is the same after Parse whatever is asked of it, and may be shared.
package sfnt

import (
	"bytes"
	"crypto/sha256"
	"encoding/binary"
	"encoding/hex"
	"errors"
	"fmt"
	"sync"

	"github.com/go-text/typesetting/font"
	"github.com/go-text/typesetting/font/opentype"
)

// Font is a font file taken apart.
type Font struct {
	Name       string // PostScript name
	Units      int    // per em
	Ascent     int    // these four in units
	Descent    int    // negative
	CapHeight  int
	BBox       [4]int
	Italic     float64 // angle in degrees, negative to the right
	Bold       bool
	CFF        bool       // outlines are CFF; otherwise TrueType
	Shaping    *font.Font // for HarfBuzz; without outlines
	advances   []uint16
	tables     map[string][]byte
	cff        *cffFont
	glyphCount int
	file       []byte
	face       int
	digest     func() string
	paths      *paths
}

var be = binary.BigEndian

// Parse reads a font file. Variable fonts, collections and fonts whose licence
// bits forbid embedding are errors.
func Parse(data []byte) (*Font, error) { return ParseFace(data, -1) }

// ParseFace reads one font of a collection, counted from 0; -1 is for a file that
// holds one font.
func ParseFace(data []byte, index int) (*Font, error) {
	f := &Font{tables: make(map[string][]byte), file: data, face: index}
	f.digest = sync.OnceValue(func() string {
		sum := sha256.Sum256(data)
		return hex.EncodeToString(sum[:])
	})
	f.paths = f.newPaths()
	at, err := faceOffset(data, index)
	if err != nil {
		return nil, err
	}
	if err := f.directory(data, at); err != nil {
		return nil, err
	}
	for _, t := range []string{"head", "hhea", "hmtx", "maxp", "cmap", "OS/2", "name"} {
		if f.tables[t] == nil {
			return nil, fmt.Errorf("the font has no table %s", t)
		}
	}
	if f.tables["fvar"] != nil || f.tables["CFF2"] != nil {
		return nil, errors.New("variable fonts cannot be embedded; use a static one")
	}
	if err := f.metrics(); err != nil {
		return nil, err
	}
	if f.CFF = f.tables["CFF "] != nil; f.CFF {
		var err error
		if f.cff, err = parseCFF(f.tables["CFF "]); err != nil {
			return nil, fmt.Errorf("CFF table: %w", err)
		}
		if f.cff.charStrings.len() != f.glyphCount {
			return nil, errors.New("the CFF table has another number of glyphs than the font")
		}
	} else if f.tables["glyf"] == nil || f.tables["loca"] == nil {
		return nil, errors.New("the font has no outlines")
	}
	return f, f.shaping()
}

// faceOffset is where a font's table directory stands in a file.
func faceOffset(data []byte, index int) (int, error) {
	if len(data) < 12 {
		return 0, errors.New("not a font")
	}
	if string(data[:4]) != "ttcf" {
		if index > 0 {
			return 0, errors.New("not a collection of fonts")
		}
		return 0, nil
	}
	n := int(be.Uint32(data[8:]))
	switch {
	case index < 0:
		return 0, errors.New("a collection of fonts; take one font out of it")
	case index >= n || len(data) < 12+4*n:
		return 0, errors.New("the collection has fewer fonts or is cut short")
	}
	at := int(be.Uint32(data[12+4*index:]))
	if at < 0 || at+12 > len(data) {
		return 0, errors.New("the collection is cut short")
	}
	return at, nil
}

// FaceNames lists the PostScript names of the fonts in a file, in order: one,
// or, for a collection, several.
func FaceNames(data []byte) ([]string, error) {
	count := 1
	if len(data) >= 12 && string(data[:4]) == "ttcf" {
		count = min(int(be.Uint32(data[8:])), 64)
	}
	var out []string
	for i := range count {
		at, err := faceOffset(data, i)
		if err != nil {
			return nil, err
		}
		f := &Font{tables: make(map[string][]byte)}
		if err := f.directory(data, at); err != nil {
			return nil, err
		}
		out = append(out, postscriptName(f.tables["name"]))
	}
	return out, nil
}

func (f *Font) directory(data []byte, at int) error {
	switch string(data[at : at+4]) {
	case "\x00\x01\x00\x00", "OTTO", "true":
	default:
		return errors.New("not a TrueType or OpenType font")
	}
	n := int(be.Uint16(data[at+4:]))
	if len(data) < at+12+16*n {
		return errors.New("the font is cut short")
	}
	for i := range n {
		rec := data[at+12+16*i:]
		off, length := uint64(be.Uint32(rec[8:])), uint64(be.Uint32(rec[12:]))
		if off+length > uint64(len(data)) {
			return errors.New("the font is cut short")
		}
		f.tables[string(rec[:4])] = data[off : off+length : off+length]
	}
	return nil
}

func (f *Font) metrics() error {
	head, hhea, hmtx, maxp, os2 := f.tables["head"], f.tables["hhea"], f.tables["hmtx"], f.tables["maxp"], f.tables["OS/2"]
	if len(head) < 54 || len(hhea) < 36 || len(maxp) < 6 || len(os2) < 78 {
		return errors.New("the font is cut short")
	}
	f.Units = int(be.Uint16(head[18:]))
	if f.Units == 0 {
		return errors.New("the font has no units per em")
	}
	for i := range f.BBox {
		f.BBox[i] = int(int16(be.Uint16(head[36+2*i:])))
	}
	f.Ascent, f.Descent = int(int16(be.Uint16(hhea[4:]))), int(int16(be.Uint16(hhea[6:])))
	f.CapHeight = f.Ascent * 7 / 10
	if be.Uint16(os2) >= 2 && len(os2) >= 90 {
		f.CapHeight = int(int16(be.Uint16(os2[88:])))
	}
	if fsType := be.Uint16(os2[8:]); fsType&0x0002 != 0 {
		return errors.New("the font's licence forbids embedding")
	}
	f.Bold = be.Uint16(os2[4:]) >= 600
	if post := f.tables["post"]; len(post) >= 8 {
		f.Italic = float64(int32(be.Uint32(post[4:]))) / 65536
	}
	f.glyphCount = int(be.Uint16(maxp[4:]))
	n := int(be.Uint16(hhea[34:]))
	if n == 0 || n > f.glyphCount || len(hmtx) < 4*n {
		return errors.New("the font's widths are cut short")
	}
	f.advances = make([]uint16, f.glyphCount)
	for i := range f.advances {
		f.advances[i] = be.Uint16(hmtx[4*min(i, n-1):])
	}
	f.Name = postscriptName(f.tables["name"])
	if f.Name == "" {
		return errors.New("the font has no PostScript name")
	}
	return nil
}

// postscriptName finds name 6 and keeps the characters a PDF name may have.
func postscriptName(table []byte) string {
	if len(table) < 6 {
		return ""
	}
	storage := int(be.Uint16(table[4:]))
	for i := range int(be.Uint16(table[2:])) {
		if 6+12*i+12 > len(table) {
			break
		}
		r := table[6+12*i:]
		start := storage + int(be.Uint16(r[10:]))
		end := start + int(be.Uint16(r[8:]))
		if be.Uint16(r[6:]) != 6 || end > len(table) {
			continue
		}
		var out []byte
		for _, c := range table[start:end] {
			if c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || c == '-' {
				out = append(out, c)
			}
		}
		return string(out)
	}
	return ""
}

// shaping makes the font for HarfBuzz, without outlines, which it does not need
// and which cost most of the time to read.
func (f *Font) shaping() error {
	var tables []opentype.Table
	for _, name := range []string{"GDEF", "GPOS", "GSUB", "OS/2", "cmap", "head", "hhea", "hmtx", "kern", "maxp"} {
		if t := f.tables[name]; t != nil {
			tables = append(tables, opentype.Table{Tag: opentype.MustNewTag(name), Content: t})
		}
	}
	ld, err := opentype.NewLoader(bytes.NewReader(opentype.WriteTTF(tables)))
	if err == nil {
		f.Shaping, err = font.NewFont(ld)
	}
	if err != nil {
		return fmt.Errorf("reading the font: %w", err)
	}
	return nil
}

// Has tells whether the font has a glyph for a character.
func (f *Font) Has(c rune) bool {
	_, ok := f.Shaping.NominalGlyph(c)
	return ok
}

// Source is what the font was read from: the file, and which font of a collection.
// ParseFace makes the same font of it again.
func (f *Font) Source() (file []byte, face int) { return f.file, f.face }

// Digest names the file that the font was read from: its SHA-256, in hexadecimal.
func (f *Font) Digest() string { return f.digest() }

// Hyphen is the glyph of a hyphen.
func (f *Font) Hyphen() uint16 {
	for _, c := range "‐-" {
		if g, ok := f.Shaping.NominalGlyph(c); ok {
			return uint16(g)
		}
	}
	return 0
}

// Advance is the width of a glyph in units.
func (f *Font) Advance(glyph uint16) int {
	if int(glyph) >= len(f.advances) {
		return 0
	}
	return int(f.advances[glyph])
}

// Subset cuts a font program in which glyph i is glyphs[i] of this font; the
// first must be 0. A glyph may stand several times. The result is a bare CFF
// (for FontFile3, CIDFontType0C) or a TrueType file (for FontFile2).
func (f *Font) Subset(glyphs []uint16) ([]byte, error) {
	for _, g := range glyphs {
		if int(g) >= f.glyphCount {
			return nil, fmt.Errorf("the font %s has no glyph %d", f.Name, g)
		}
	}
	if f.CFF {
		return f.cff.subset(f.Name, glyphs)
	}
	return f.subsetGlyf(glyphs)
}
