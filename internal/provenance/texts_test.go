package provenance_test

import (
	"testing"

	"pressroom/internal/provenance"
	"pressroom/internal/release"
)

// Whatever is handed in is read within bounds, or is an error.
func FuzzTexts(f *testing.F) {
	f.Add("a.txt", []byte("Reference of this copy: K7PD-3WQX"))
	f.Add("a.eml", []byte("Content-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\nContent-Type: text/plain; name=a.html\r\n\r\nx\r\n--b--\r\n"))
	f.Add("a.docx", []byte("PK\x03\x04"))
	f.Add("a.pdf", []byte("%PDF-1.7\n"))
	f.Fuzz(func(t *testing.T, name string, data []byte) {
		all, err := provenance.Texts(name, data)
		if err == nil && len(all) == 0 {
			t.Error("neither words nor an error")
		}
		for _, s := range all {
			release.References(s)
		}
	})
}
