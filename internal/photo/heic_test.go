package photo

import "testing"

// The brands that are photos of such a kind, each alone told from what is nearly one.
func TestPhotosAsPhonesKeepThem(t *testing.T) {
	for _, brand := range []string{"heic", "heix", "heim", "heis", "hevc", "hevx", "mif1", "msf1", "avif"} {
		if !heic([]byte("\x00\x00\x00\x18ftyp" + brand)) {
			t.Errorf("%s is none", brand)
		}
		for _, near := range []string{
			"\x00\x00\x00\x18ftyp" + brand[:3], "\x00\x00\x00\x18ftyp" + brand[:3] + "\x00", "\x00\x00\x00\x18ftyq" + brand, "ftyp" + brand,
			"\x00\x00\x00ftyp" + brand + "x",
		} {
			if heic([]byte(near)) {
				t.Errorf("%q is one", near)
			}
		}
	}
}
