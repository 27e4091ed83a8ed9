package golden

import (
	"crypto/sha256"
	"fmt"
	"maps"
	"slices"
	"strings"
	"testing"

	"pressroom/internal/compile"
	"pressroom/internal/release"
)

// What a PDF is made of beside its pages and its structure, which the other files tell:
// fonts with their measures, the colour profile, what says that it is archival, links,
// files. What is long stands by its digest.
func TestPDFObjects(t *testing.T) {
	for _, v := range []variant{
		{"en", release.PhaseAdvance, release.LayoutUS}, {"ja", release.PhaseRelease, release.LayoutUK}, {"ar", release.PhaseRelease, release.LayoutUS},
	} {
		t.Run(v.String(), func(t *testing.T) {
			t.Parallel()
			f, err := openPDF(one(t, v, compile.PDF))
			if err != nil {
				t.Fatal(err)
			}
			o := &objects{file: f, numbers: make(map[pdfRef]int)}
			fmt.Fprintf(&o.b, "trailer %s\n", o.value("", pdfDict{"Root": f.trailer["Root"], "Info": f.trailer["Info"]}))
			for i := 0; i < len(o.queue); i++ {
				fmt.Fprintf(&o.b, "%d %s\n", i+1, o.value("", f.get(o.queue[i])))
			}
			golden(t, v.String()+".objects.txt", o.b.String())
		})
	}
}

// objects are told in the order in which they are first named.
type objects struct {
	file    *pdfFile
	numbers map[pdfRef]int
	queue   []pdfRef
	b       strings.Builder
}

// elsewhere are the keys whose values the other golden files tell, or that lead back.
var elsewhere = map[pdfName]bool{"StructTreeRoot": true, "Outlines": true, "Contents": true, "Parent": true, "Length": true, "Filter": true}

func (o *objects) value(key pdfName, v any) string {
	switch v := v.(type) {
	case pdfRef:
		if o.numbers[v] == 0 {
			o.queue = append(o.queue, v)
			o.numbers[v] = len(o.queue)
		}
		return fmt.Sprintf("%d R", o.numbers[v])
	case pdfDict:
		var parts []string
		for _, k := range slices.Sorted(maps.Keys(v)) {
			if elsewhere[k] {
				parts = append(parts, fmt.Sprintf("/%s …", k))
				continue
			}
			parts = append(parts, fmt.Sprintf("/%s %s", k, o.value(k, v[k])))
		}
		return "<< " + strings.Join(parts, " ") + " >>"
	case pdfList:
		var parts []string
		for _, e := range v {
			parts = append(parts, o.value("", e))
		}
		if s := "[ " + strings.Join(parts, " ") + " ]"; len(s) < 400 {
			return s
		}
		return fmt.Sprintf("[ %d values, %s ]", len(v), digest(strings.Join(parts, " ")))
	case *pdfStream:
		s := o.value(key, v.dict)
		if v.dict["Type"] == pdfName("Metadata") {
			return s + "\n" + string(v.data)
		}
		return fmt.Sprintf("%s %d bytes, %s", s, len(v.data), digest(string(v.data)))
	case string:
		return fmt.Sprintf("%q", v)
	default:
		return fmt.Sprint(v)
	}
}

func digest(s string) string { return fmt.Sprintf("sha256 %x", sha256.Sum256([]byte(s)))[:23] }
