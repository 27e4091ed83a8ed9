package setter

import (
	"encoding/binary"
	"fmt"
	"math"
	"testing"
)

// The colour profile is that of sRGB: its primaries as they are adapted to D50, and its
// curve (IEC 61966-2-1), in a file as ICC.1:2001-04 has it.
func TestTheProfileIsThatOfScreens(t *testing.T) {
	be, data := binary.BigEndian, profile()
	if int(be.Uint32(data)) != len(data) || len(data)%4 != 0 {
		t.Errorf("it says that it has %d of %d bytes", be.Uint32(data), len(data))
	}
	if got, want := fmt.Sprintf("%x %s %x %s %x", data[4:12], data[12:24], data[24:36], data[36:40], data[40:68]),
		"0000000002100000 mntrRGB XYZ  07d100010001000000000000 acsp "+fmt.Sprintf("%056x", 0); got != want {
		t.Errorf("its head is %s, want %s", got, want)
	}
	tags := make(map[string][]byte)
	order := ""
	for i := range int(be.Uint32(data[128:])) {
		rec := data[132+12*i:]
		at, length := be.Uint32(rec[4:]), be.Uint32(rec[8:])
		tags[string(rec[:4])], order = data[at:at+length], order+string(rec[:4])
		if at%4 != 0 {
			t.Errorf("%s stands at %d", rec[:4], at)
		}
	}
	if order != "cprtdescwtptrXYZgXYZbXYZrTRCgTRCbTRC" {
		t.Errorf("its tags are %s", order)
	}
	fixed := func(b []byte) float64 { return float64(int32(be.Uint32(b))) / 65536 }
	for name, want := range map[string][3]float64{
		"wtpt": {0.9642, 1, 0.8249}, "rXYZ": {0.43607, 0.22249, 0.01392}, "gXYZ": {0.38515, 0.71687, 0.09708}, "bXYZ": {0.14307, 0.06061, 0.7141},
	} {
		b := tags[name]
		for i, w := range want {
			if len(b) != 20 || string(b[:8]) != "XYZ \x00\x00\x00\x00" || math.Abs(fixed(b[8+4*i:])-w) > 1.0/65536 {
				t.Errorf("%s is %x, want %v", name, b, want)
			}
		}
	}
	if got := fmt.Sprintf("%x", data[68:80]); got != fmt.Sprintf("%x", tags["wtpt"][8:]) {
		t.Errorf("its white is %s", got)
	}
	if got := string(tags["cprt"]); got != "text\x00\x00\x00\x00No copyright, use freely\x00" {
		t.Errorf("its licence is %q", got)
	}
	if got, want := string(tags["desc"]), "desc\x00\x00\x00\x00\x00\x00\x00\x12sRGB IEC61966-2.1\x00"+string(make([]byte, 78)); got != want {
		t.Errorf("its name is %q", got)
	}
	for _, name := range []string{"rTRC", "gTRC", "bTRC"} {
		b := tags[name]
		if string(b[:8]) != "curv\x00\x00\x00\x00" || be.Uint32(b[8:]) != 1024 || len(b) != 12+2*1024 {
			t.Fatalf("%s begins with %x", name, b[:12])
		}
		for i := range 1024 {
			v := float64(i) / 1023
			want := math.Pow((v+0.055)/1.055, 2.4)
			if v <= 0.04045 {
				want = v / 12.92
			}
			if got := float64(be.Uint16(b[12+2*i:])) / 65535; math.Abs(got-want) > 0.51/65535 {
				t.Fatalf("%s, step %d: %f, want %f", name, i, got, want)
			}
		}
	}
}
