package pdftext

import (
	"bytes"
	"strings"
	"testing"
)

// FuzzRead: whatever is read, nothing breaks and nothing is endless.
func FuzzRead(f *testing.F) {
	f.Add([]byte("%PDF-1.7\nstartxref\n9\n%%EOF"))
	f.Add([]byte("%PDF-1.7\n1 0 obj\n<</Type/XRef/W[1 2 1]/Length 4>>\nstream\n\x01\x00\x09\x00\nendstream\nendobj\nstartxref\n9\n%%EOF"))
	f.Add([]byte("%PDF-1.7\n1 0 obj\n" + strings.Repeat("[", 9000) + "\nendobj\nstartxref\n9\n%%EOF"))
	f.Fuzz(func(_ *testing.T, data []byte) {
		Read(data)
	})
}

func TestWhatIsNoFileOfOurs(t *testing.T) {
	for _, src := range []string{
		"", "%PDF-1.4", "startxref\nx\n", "startxref\n-1\n", "startxref\n99999999999999999999\n", "startxref\n0\n",
		"1 0 obj\n<</W[1 2 9]/Length 0>>\nstream\n\nendstream\nendobj\nstartxref\n0\n",
		"1 0 obj\n<</W[0 0 0]/Length 1>>\nstream\nx\nendstream\nendobj\nstartxref\n0\n",
	} {
		if _, err := Read([]byte(src)); err == nil {
			t.Errorf("%q is read", src)
		}
	}
	// An object that leads to itself, and one that leads nowhere.
	f := &file{src: []byte("1 0 obj\n1 0 R\nendobj"), places: [][3]int{{0}, {1, 0}}, objects: make(map[ref]any), open: make(map[ref]bool)}
	if v := f.get(ref(1)); v != nil {
		t.Errorf("an object that leads to itself is %v", v)
	}
	if v := f.get(ref(7)); v != nil || !bytes.HasPrefix(f.src, []byte("1")) {
		t.Errorf("an object that is not there is %v", v)
	}
}
