package sfnt

import (
	"bytes"
	"fmt"
	"strings"
	"testing"

	"codeberg.org/go-fonts/liberation/liberationsansbold"

	"pressroom/internal/expect"
)

// The head of a file is what readers search by, and its sums what they check it by
// (OpenType 1.9, "Organization of an OpenType Font").
func TestTheHeadOfAFile(t *testing.T) {
	var b strings.Builder
	for n := range 18 {
		tables := map[string][]byte{"head": make([]byte, 54)}
		for i := range n {
			tables[fmt.Sprintf("t%03d", i)] = bytes.Repeat([]byte{byte(i), 0xff, 7}, i+1)
		}
		data := writeFile(tables)
		fmt.Fprintf(&b, "%d tables: %x\n", n+1, data[:12])
		var whole, last uint32
		for i := 0; i < len(data); i += 4 {
			whole += be.Uint32(data[i:])
		}
		if whole != 0xB1B0AFBA || len(data)%4 != 0 {
			t.Errorf("%d tables: the sum is %x of %d bytes", n+1, whole, len(data))
		}
		for i := range n + 1 {
			rec := data[12+16*i:]
			at, length := be.Uint32(rec[8:]), be.Uint32(rec[12:])
			name := string(rec[:4])
			if got := data[at : at+length]; name != "head" && !bytes.Equal(got, tables[name]) || at%4 != 0 || at <= last {
				t.Errorf("%d tables: %s stands at %d: %x", n+1, name, at, got)
			}
			var sum uint32
			for j := at; j < at+length; j += 4 {
				sum += be.Uint32(data[j:])
			}
			if name == "head" {
				sum -= be.Uint32(data[at+8:])
			}
			if last = at; sum != be.Uint32(rec[4:]) {
				t.Errorf("%d tables: the sum of %s is %x, want %x", n+1, name, be.Uint32(rec[4:]), sum)
			}
		}
	}
	expect.File(t, "heads.golden.txt", b.String())
}

// Outlines that are composed of others take them along, whatever is done to those, and
// whatever form the table of their places has.
func TestWhatAGlyphIsComposedOf(t *testing.T) {
	whole, err := Parse(liberationsansbold.TTF)
	if err != nil {
		t.Fatal(err)
	}
	words := func(list ...uint16) (out []byte) {
		for _, w := range list {
			out = be.AppendUint16(out, w)
		}
		return out
	}
	simple := words(1, 10, 0, 0, 0, 0, 0)
	outlines := [][]byte{
		simple,
		words(0xffff, 21, 0, 0, 0, moreComponents, 2, 0, moreComponents|argsAreWords, 3, 0, 0, 0, 4, 0),
		words(1, 12, 0, 0, 0, 0, 0),
		words(0xffff, 23, 0, 0, 0, moreComponents|haveScale, 0, 0, 7, moreComponents|haveXYScale, 4, 0, 7, 7, haveTwoByTwo, 2, 0, 7, 7, 7, 7),
		words(1, 14, 0, 0, 0, 0, 0, 9)[:15],
		words(0xffff, 25, 0, 0, 0, haveInstruction|argsAreWords, 4, 0, 0, 2, 0),
		nil,
	}
	var b strings.Builder
	for _, long := range []bool{false, true} {
		f := &Font{Name: "Composed", tables: make(map[string][]byte), glyphCount: len(outlines), advances: make([]uint16, len(outlines))}
		for _, name := range []string{"head", "hhea", "maxp"} {
			f.tables[name] = bytes.Clone(whole.tables[name])
		}
		var glyf, loca []byte
		for i, o := range outlines {
			f.advances[i] = uint16(100 + i)
			if long {
				loca = be.AppendUint32(loca, uint32(len(glyf)))
			} else {
				loca = be.AppendUint16(loca, uint16(len(glyf)/2))
			}
			if glyf = append(glyf, o...); len(glyf)%2 != 0 {
				glyf = append(glyf, 0)
			}
		}
		if long {
			loca = be.AppendUint32(loca, uint32(len(glyf)))
			be.PutUint16(f.tables["head"][50:], 1)
		} else {
			loca = be.AppendUint16(loca, uint16(len(glyf)/2))
			be.PutUint16(f.tables["head"][50:], 0)
		}
		f.tables["glyf"], f.tables["loca"] = glyf, loca
		for _, glyphs := range [][]uint16{{0, 1}, {0, 3}, {0, 5, 4, 5}, {0, 6, 2}} {
			data, err := f.Subset(glyphs)
			if err != nil {
				t.Fatal(err)
			}
			sub := &Font{tables: make(map[string][]byte)}
			if err := sub.directory(data, 0); err != nil {
				t.Fatal(err)
			}
			fmt.Fprintf(&b, "long %v, %v: %d glyphs\n  %x\n  %x\n  %x\n", long, glyphs, be.Uint16(sub.tables["maxp"][4:]), sub.tables["loca"], sub.tables["glyf"], sub.tables["hmtx"])
		}
		f.tables["loca"] = loca[:len(loca)-1]
		_, err := f.Subset([]uint16{0, 6})
		fmt.Fprintf(&b, "places cut short: %s\n", message(err))
		f.tables["loca"], f.tables["glyf"] = loca, glyf[:len(glyf)-1]
		_, err = f.Subset([]uint16{0, 5})
		fmt.Fprintf(&b, "outlines cut short: %s\n", message(err))
	}
	cut := words(0xffff, 21, 0, 0, 0, moreComponents, 2, 0, 0, 4, 0)
	b.WriteString("composed outlines cut short:\n")
	runs(&b, len(cut)+1, func(i int) string {
		var at []int
		err := components(cut[:i], func(offset int) { at = append(at, offset) })
		return fmt.Sprintf("%v, %s", at, message(err))
	})
	expect.File(t, "composed.golden.txt", b.String())
}

func TestAFontIsNamedByItsBytes(t *testing.T) {
	f, err := Parse(liberationsansbold.TTF)
	if err != nil {
		t.Fatal(err)
	}
	file, face := f.Source()
	if len(f.Digest()) != 64 || !bytes.Equal(file, liberationsansbold.TTF) || face != -1 {
		t.Errorf("%s, %d bytes, font %d", f.Digest(), len(file), face)
	}
	for c, want := range map[rune]bool{'a': true, 'é': true, '字': false} {
		if f.Has(c) != want {
			t.Errorf("%c: %v", c, !want)
		}
	}
	if g, ok := f.Shaping.NominalGlyph('‐'); !ok || f.Hyphen() != uint16(g) {
		t.Errorf("the hyphen is glyph %d", f.Hyphen())
	}
}
