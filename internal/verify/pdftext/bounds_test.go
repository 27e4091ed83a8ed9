package pdftext

import (
	"fmt"
	"strings"
	"testing"
)

// TestHowDeepAndHowMuchIsRead of a file's objects, on both sides of each limit.
func TestHowDeepAndHowMuchIsRead(t *testing.T) {
	t.Parallel()
	open := func(widths string, objects int) error {
		table := streamOf("/W["+widths+"]", strings.Repeat("\x00", objects))
		src := fmt.Sprintf("startxref\n %02d\t\n\n30 0 obj\n%s\nendobj\n", len("startxref\n 00\t\n\n"), table)
		f, err := openFile([]byte(src))
		if err == nil && len(f.places) != objects {
			t.Errorf("%d objects, want %d", len(f.places), objects)
		}
		return err
	}
	for n, want := range map[int]error{0: nil, 3: nil, mostObjects: nil, mostObjects + 1: errOther} {
		for _, widths := range []string{"1 0 0", "0 1 0", "0 0 1"} {
			if err := open(widths, n); err != want {
				t.Errorf("a file that begins with where its table is, of %d objects in %s: %v", n, widths, err)
			}
		}
	}
	nested := func(n int) string { return strings.Repeat("[", n) + strings.Repeat("]", n) }
	for n, want := range map[int]bool{1: true, mostDeep + 1: true, mostDeep + 2: false} {
		index := &stream{dict{"First": 4.0}, []byte("5 0 " + nested(n))}
		f := &file{src: []byte("0 0 obj\n" + nested(n)), objects: map[ref]any{1: index}, open: map[ref]bool{}}
		f.places = [][3]int{0: {1, 0, 0}, 2: {2, 2, 0}, 5: {2, 1, 0}}
		for _, r := range []ref{0, 5} {
			if _, ok := f.get(r).(array); ok != want {
				t.Errorf("%d within one another, as object %d: read %t", n, r, ok)
			}
		}
		if got := f.get(ref(2)); got != nil { // which stands within itself
			t.Errorf("object 2: %v", got)
		}
	}
	f := &file{inflated: mostInflated}
	if _, err := f.inflate([]byte(deflated(t, "oars"))); err == nil || err.Error() != "it unpacks to more than is read" {
		t.Errorf("more than is read: %v", err)
	}
	for n, want := range map[int]string{0: "oars", mostDeep: "oars", mostDeep + 1: ""} {
		e := dict{"Type": name("MCR"), "MCID": 0.0, "Pg": ref(0)}
		for range n {
			e = dict{"S": name("Span"), "K": array{e}}
		}
		r := &reader{file: &file{}, texts: map[mark]string{{0, 0}: "oars"}}
		if got := r.run(array{e}, 0); got != want {
			t.Errorf("within %d elements: %q", n, got)
		}
		r = &reader{file: &file{}, texts: map[mark]string{{0, 0}: "oars"}}
		if r.element(dict{"K": e}); strings.Join(r.out, "|") != want {
			t.Errorf("within %d elements of one: %q", n, r.out)
		}
	}
	for n, want := range map[int]bool{0: true, mostDeep: true, mostDeep + 1: false} {
		c := &canvas{open: make([]*content, n)}
		if got := c.begin([]any{name("P")}); got != want {
			t.Errorf("marked within %d others: %t", n, got)
		}
	}
	for _, args := range [][]any{nil, {1.0}, {"P"}} {
		if (&canvas{}).begin(args) {
			t.Errorf("%v marks something", args)
		}
	}
}

// TestAStructureOfSoManySteps is read, and of one more no file is ours.
func TestAStructureOfSoManySteps(t *testing.T) {
	t.Parallel()
	for n, want := range map[int]string{mostSteps - 2: `[] running [] captions []`, mostSteps - 1: errOther.Error()} {
		objects := map[int]string{
			1: "<</Type/Catalog/Pages 2 0 R/StructTreeRoot 3 0 R>>", 2: "<</Kids[4 0 R]>>", 3: "<</K 5 0 R>>", 4: "<</Contents 6 0 R>>",
			5: "<</S/Document/K[" + strings.Repeat("<<>>", n) + "]>>", 6: streamOf("", ""),
		}
		if got := told(table(objects, [3]int{1, 3, 1}, 0)); got != want {
			t.Errorf("%d elements: %s, want %s", n, got, want)
		}
	}
}

// TestCodesOfAFont have two bytes each; of a list with more than our files have none is taken.
func TestCodesOfAFont(t *testing.T) {
	t.Parallel()
	font := func(source string) texts {
		r := &reader{file: &file{}}
		return r.font(dict{"ToUnicode": &stream{data: []byte(source)}})
	}
	if got := fmt.Sprint(font("beginbfchar <0041> <0061> <0141> <00620063> endbfchar")); got != "map[65:a 321:bc]" {
		t.Errorf("a font of two: %s", got)
	}
	c := &canvas{font: texts{0x41: "a", 0x141: "b"}, open: []*content{{}}}
	if !c.show(array{"\x01\x41\x00\x41", -20.0, "\x01\x41"}) || strings.Join(c.open[0].pieces, "") != "bab" || c.show(array{"\x02\x41"}) {
		t.Errorf("shown is %q", c.open[0].pieces)
	}
	for n, want := range map[int]bool{1: true, 500: true, 501: false, 503: false} {
		source := "beginbfchar "
		for i := range n {
			source += fmt.Sprintf("<%04x> <0058> ", i+1)
		}
		got := font(source + "endbfchar")
		for i := range n {
			if (got[i+1] == "X") != want {
				t.Errorf("of %d codes the one of %d is %q", n, i+1, got[i+1])
				break
			}
		}
	}
}
