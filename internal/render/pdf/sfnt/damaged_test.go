package sfnt

import (
	"bytes"
	"fmt"
	"hash/fnv"
	"strings"
	"testing"

	"codeberg.org/go-fonts/liberation/liberationsansbold"
	"codeberg.org/go-fonts/stix/stix2textitalic"

	"pressroom/internal/expect"
)

// runs writes what is said of each of n damages, those in a row that are alike once.
func runs(b *strings.Builder, n int, said func(i int) string) {
	from, last := 0, ""
	for i := 0; i <= n; i++ {
		now := ""
		if i < n {
			now = said(i)
		}
		if i > 0 && (i == n || now != last) {
			fmt.Fprintf(b, "  %d-%d: %s\n", from, i-1, last)
			from = i
		}
		last = now
	}
}

func message(err error) string {
	if err == nil {
		return "read"
	}
	return err.Error()
}

// tiny is a font of few glyphs with all tables that a font must have.
func tiny(t *testing.T, data []byte) map[string][]byte {
	t.Helper()
	f, err := Parse(data)
	if err != nil {
		t.Fatal(err)
	}
	a, _ := f.Shaping.NominalGlyph('é')
	glyphs := []uint16{0, uint16(a), 5}
	subset, err := f.Subset(glyphs)
	if err != nil {
		t.Fatal(err)
	}
	tables := map[string][]byte{"CFF ": subset}
	for _, name := range []string{"head", "hhea", "maxp", "hmtx", "cmap", "name", "OS/2", "post"} {
		tables[name] = bytes.Clone(f.tables[name])
	}
	if f.CFF {
		be.PutUint16(tables["maxp"][4:], 3)
		be.PutUint16(tables["hhea"][34:], 2)
		tables["hmtx"] = []byte{1, 0, 0, 0, 2, 0, 0, 0, 0, 0}
		return tables
	}
	sub := &Font{tables: make(map[string][]byte)}
	if err := sub.directory(subset, 0); err != nil {
		t.Fatal(err)
	}
	delete(tables, "CFF ")
	for name, table := range sub.tables {
		tables[name] = bytes.Clone(table)
	}
	return tables
}

// Whatever is missing of a font is said, and what has no room for it is never read.
func TestWhatIsSaidOfAFontCutShort(t *testing.T) {
	var b strings.Builder
	fonts := []struct {
		kind string
		data []byte
	}{{"TrueType", liberationsansbold.TTF}, {"CFF", stix2textitalic.TTF}}
	for _, font := range fonts {
		tables := tiny(t, font.data)
		parse := func(change string, by []byte) string {
			all := make(map[string][]byte)
			for name, table := range tables {
				all[name] = table
			}
			if all[change] = by; by == nil {
				delete(all, change)
			}
			f, err := Parse(writeFile(all))
			if err != nil {
				return err.Error()
			}
			if _, err := f.Subset([]uint16{0, 1, 2}); err != nil {
				return "read; its subset: " + err.Error()
			}
			return fmt.Sprintf("read: %d units, from %d to %d, capitals %d, box %v, slant %.4g, bold %v, CFF %v, %d glyphs %v", f.Units, f.Descent, f.Ascent,
				f.CapHeight, f.BBox, f.Italic, f.Bold, f.CFF, f.glyphCount, f.advances)
		}
		fmt.Fprintf(&b, "=== %s: %s\n", font.kind, parse("none", nil))
		for _, name := range []string{"head", "hhea", "hmtx", "maxp", "cmap", "OS/2", "name", "post", "glyf", "loca", "CFF "} {
			if tables[name] == nil {
				continue
			}
			fmt.Fprintf(&b, "without %s: %s\n", name, parse(name, nil))
			if name == "cmap" || name == "name" || name == "glyf" {
				continue
			}
			n := min(len(tables[name]), 140)
			fmt.Fprintf(&b, "cut short, %s:\n", name)
			runs(&b, n, func(i int) string { return parse(name, tables[name][:i:i]) })
		}
		for _, name := range []string{"fvar", "CFF2"} {
			fmt.Fprintf(&b, "with %s: %s\n", name, parse(name, []byte{1}))
		}
		for i, bits := range []uint16{1, 2, 4, 8, 0x0102} {
			os2 := bytes.Clone(tables["OS/2"])
			be.PutUint16(os2[8:], bits)
			be.PutUint16(os2[4:], []uint16{599, 600, 601, 400, 900}[i])
			be.PutUint16(os2, uint16(i))
			fmt.Fprintf(&b, "licence %d, weight %d, version %d: %s\n", bits, be.Uint16(os2[4:]), i, parse("OS/2", os2))
		}
	}
	expect.File(t, "cut.golden.txt", b.String())
}

// Each byte of a small CFF changed: what is said, or what is read of it.
func TestWhatIsSaidOfADamagedCFF(t *testing.T) {
	data := tiny(t, stix2textitalic.TTF)["CFF "]
	read := func(data []byte) string {
		f, err := parseCFF(data)
		if err != nil {
			return err.Error()
		}
		h := fnv.New32a()
		fmt.Fprint(h, f.charStrings, f.global, f.partOf)
		for _, p := range f.parts {
			fmt.Fprint(h, p.private, p.local)
		}
		out := fmt.Sprintf("read, %08x", h.Sum32())
		if f.charStrings.len() < 3 {
			return out
		}
		subset, err := f.subset("Sub", []uint16{0, 1, 2})
		if err != nil {
			return out + "; its subset: " + err.Error()
		}
		return out + fmt.Sprintf("; its subset has %d bytes", len(subset))
	}
	var b strings.Builder
	for _, by := range []byte{0, 1, 4, 5, 0xff} {
		fmt.Fprintf(&b, "each byte %d:\n", by)
		runs(&b, min(len(data), 300), func(i int) string {
			damaged := bytes.Clone(data)
			damaged[i] = by
			return read(damaged)
		})
	}
	b.WriteString("cut short:\n")
	runs(&b, len(data)+1, func(i int) string { return read(data[:i:i]) })
	expect.File(t, "damaged.golden.txt", b.String())
}

func TestNumbersOfDictionaries(t *testing.T) {
	var b strings.Builder
	for _, data := range [][]byte{
		{32, 5},
		{139, 5},
		{246, 5},
		{247, 0, 5},
		{250, 255, 5},
		{251, 0, 5},
		{254, 255, 5},
		{28, 0x80, 0, 5},
		{28, 0x7f, 0xff, 5},
		{29, 0x80, 0, 0, 0, 5},
		{29, 0, 1, 0x86, 0xa0, 5},
		{30, 0xe2, 0xa2, 0x5f, 5},
		{30, 0x0a, 0x14, 0x05, 0x41, 0xc3, 0xff, 5},
		{30, 0x1b, 0x3f, 5},
		{30, 0x12},
		{31, 5},
		{255, 5},
		{247},
		{28, 1},
		{29, 1, 2, 3},
		{12},
		{139, 12, 7},
		{139, 140, 18},
		{139, 21},
		{139, 22},
		append(bytes.Repeat([]byte{139}, 513), 5), append(bytes.Repeat([]byte{139}, 514), 5),
		{},
	} {
		d, err := readDict(data)
		if len(data) > 20 {
			d, data = nil, data[:3]
		}
		fmt.Fprintf(&b, "%x: %v %s; without its subroutines %x\n", data, d, message(err), withoutSubrs(data))
	}
	for _, raw := range [][]byte{{139, 19, 140, 20}, {140, 20, 139, 19}, {140, 12, 9, 28, 0, 1, 19, 30, 0x1f, 20}, {139, 19, 12}, {140, 20, 255}, {30, 0x1f, 19, 141, 21}} {
		fmt.Fprintf(&b, "%x without its subroutines: %x\n", raw, withoutSubrs(raw))
	}
	for _, v := range []int{0, 107, -107, 108, -108, 32767, -32768, 32768, -32769, 1 << 30, -1 << 30} {
		short, long := appendNumber(nil, v), appendLong(nil, v)
		a, n, ok := number(short)
		c, m, okLong := number(long)
		fmt.Fprintf(&b, "%d: %x %x\n", v, short, long)
		if a != v || c != v || n != len(short) || m != len(long) || !ok || !okLong {
			t.Errorf("%d is read as %d and %d", v, a, c)
		}
	}
	for _, sizes := range [][]int{{}, {0}, {253}, {254}, {255}, {65533}, {65534}, {1, 0, 300}, {1 << 24}} {
		var x cffIndex
		for _, n := range sizes {
			x = append(x, make([]byte, n))
		}
		data := append(x.append([]byte{9}), 7)
		got, end, err := readIndex(data, 1)
		fmt.Fprintf(&b, "an index of %v: %x…, %d bytes, its end %d, %s\n", sizes, data[:min(len(data), 9)], len(data), end, message(err))
		if len(got) != len(x) {
			t.Errorf("%v: %d objects", sizes, len(got))
		}
		for i := range got {
			if len(got[i]) != sizes[i] {
				t.Errorf("%v: object %d has %d bytes", sizes, i, len(got[i]))
			}
		}
	}
	expect.File(t, "numbers.golden.txt", b.String())
}

// Which part a glyph is of stands in one of two forms.
func TestPartsOfGlyphs(t *testing.T) {
	var b strings.Builder
	for _, c := range []struct {
		data          []byte
		at            int
		glyphs, parts int
	}{
		{[]byte{0, 1, 0, 1, 0}, 0, 4, 2},
		{[]byte{9, 0, 1, 0, 1, 0}, 1, 4, 2},
		{[]byte{0, 1, 0, 1, 0}, 0, 5, 2},
		{[]byte{0, 2, 0, 1, 0}, 0, 4, 2},
		{[]byte{0, 1, 0, 1}, 0, 3, 2},
		{[]byte{0, 1, 0, 1, 0}, -1, 3, 2},
		{[]byte{3, 0, 2, 0, 0, 1, 0, 2, 0, 0, 4}, 0, 4, 2},
		{[]byte{3, 0, 2, 0, 0, 1, 0, 2, 0, 0, 9}, 0, 4, 2},
		{[]byte{3, 0, 2, 0, 0, 1, 0, 2, 0, 0}, 0, 4, 2},
		{[]byte{3, 0, 1, 0, 1, 1, 0, 3}, 0, 4, 2},
		{[]byte{3, 0, 0, 0, 0}, 0, 2, 2},
		{[]byte{1, 0, 0, 0, 0}, 0, 2, 2},
	} {
		out, err := readSelect(c.data, c.at, c.glyphs, c.parts)
		fmt.Fprintf(&b, "%v at %d, %d glyphs in %d parts: %v, %s\n", c.data, c.at, c.glyphs, c.parts, out, message(err))
	}
	expect.File(t, "select.golden.txt", b.String())
}

// A collection is a file of several fonts; one of them is named by its number.
func TestCollections(t *testing.T) {
	font := writeFile(tiny(t, liberationsansbold.TTF))
	head := append([]byte("ttcf"), 0, 1, 0, 0, 0, 0, 0, 2)
	at := len(head) + 8
	head = be.AppendUint32(be.AppendUint32(head, uint32(at)), uint32(at))
	// The tables' places count from the file's beginning.
	n := int(be.Uint16(font[4:]))
	for i := range n {
		rec := font[12+16*i+8:]
		be.PutUint32(rec, be.Uint32(rec)+uint32(at))
	}
	data := append(head, font...)
	change := func(at int, v uint32) []byte {
		out := bytes.Clone(data)
		be.PutUint32(out[at:], v)
		return out
	}
	var b strings.Builder
	for _, c := range []struct {
		what  string
		data  []byte
		index int
	}{
		{"the first", data, 0},
		{"the second", data, 1},
		{"a third", data, 2},
		{"none is named", data, -1},
		{"a place behind its end", change(16, uint32(len(data)-11)), 1},
		{"a place before its beginning", change(16, 0xffffffff), 1},
		{"three are said", change(8, 3), 2},
		{"cut short in its places", data[:19], 1},
		{"the first of a file that is none", writeFile(tiny(t, liberationsansbold.TTF)), 0},
		{"the second of a file that is none", writeFile(tiny(t, liberationsansbold.TTF)), 1},
		{"eleven bytes", data[:11], 0},
		{"twelve bytes", writeFile(nil)[:12], 0},
	} {
		_, err := ParseFace(c.data, c.index)
		names, namesErr := FaceNames(c.data)
		fmt.Fprintf(&b, "%s: %s; names %q, %s\n", c.what, message(err), names, message(namesErr))
	}
	whole := writeFile(tiny(t, liberationsansbold.TTF))
	b.WriteString("cut short:\n")
	runs(&b, 12+16*n+8, func(i int) string { _, err := FaceNames(whole[:i]); return message(err) })
	table := make([]byte, 6+24)
	be.PutUint16(table[2:], 2)
	be.PutUint16(table[4:], 30)
	for i, id := range []uint16{4, 6} {
		be.PutUint16(table[6+12*i+6:], id)
		be.PutUint16(table[6+12*i+8:], 14)
		be.PutUint16(table[6+12*i+10:], uint16(14*i))
	}
	table = append(table, "\x00N\x00o\x00t\x00h\x00i\x00s\x00!az AZ09-_(%/:@[`{"...)
	fmt.Fprintf(&b, "a name: %q\n", postscriptName(table))
	for i := range len(table) + 1 {
		if got := postscriptName(table[:i]); got != "" && i < 30+28 {
			t.Errorf("cut at %d, the name is %q", i, got)
		}
	}
	expect.File(t, "collections.golden.txt", b.String())
}
