package setter

import (
	"encoding/binary"
	"math"
	"sync"

	"pressroom/internal/render/pdf/pdfobj"
)

// packedProfile is the colour profile of sRGB, deflated once.
var packedProfile = sync.OnceValue(func() []byte { return pdfobj.Deflated(profile()) })

// profile makes a colour profile of sRGB (IEC 61966-2-1) as a display profile of
// version 2.1 (ICC.1:2001-04): the primaries adapted to D50, and one curve.
func profile() []byte {
	be := binary.BigEndian
	text := func(s string) []byte { return append([]byte("text\x00\x00\x00\x00"), s+"\x00"...) }
	xyz := func(x, y, z float64) []byte {
		out := []byte("XYZ \x00\x00\x00\x00")
		for _, v := range []float64{x, y, z} {
			out = be.AppendUint32(out, uint32(int32(math.Round(v*65536))))
		}
		return out
	}
	const name = "sRGB IEC61966-2.1"
	desc := be.AppendUint32([]byte("desc\x00\x00\x00\x00"), uint32(len(name)+1))
	desc = append(desc, name+"\x00"...)
	desc = append(desc, make([]byte, 4+4+2+1+67)...)
	const steps = 1024
	curve := be.AppendUint32([]byte("curv\x00\x00\x00\x00"), steps)
	for i := range steps {
		v := float64(i) / (steps - 1)
		if v <= 0.04045 {
			v /= 12.92
		} else {
			v = math.Pow((v+0.055)/1.055, 2.4)
		}
		curve = be.AppendUint16(curve, uint16(math.Round(v*65535)))
	}
	tags := []struct {
		name string
		data []byte
	}{
		{"cprt", text("No copyright, use freely")},
		{"desc", desc},
		{"wtpt", xyz(0.9642, 1, 0.8249)},
		{"rXYZ", xyz(0.43607, 0.22249, 0.01392)},
		{"gXYZ", xyz(0.38515, 0.71687, 0.09708)},
		{"bXYZ", xyz(0.14307, 0.06061, 0.7141)},
		{"rTRC", curve},
		{"gTRC", nil},
		{"bTRC", nil}, // the same curve
	}
	head := make([]byte, 128)
	be.PutUint32(head[8:], 0x02100000)
	copy(head[12:], "mntrRGB XYZ ")
	for i, v := range []uint16{2001, 1, 1, 0, 0, 0} {
		be.PutUint16(head[24+2*i:], v)
	}
	copy(head[36:], "acsp")
	copy(head[68:], xyz(0.9642, 1, 0.8249)[8:])
	table := be.AppendUint32(nil, uint32(len(tags)))
	at := 128 + 4 + 12*len(tags)
	var body []byte
	var offset, length int
	for _, t := range tags {
		if t.data != nil {
			for len(body)%4 != 0 {
				body = append(body, 0)
			}
			offset, length = at+len(body), len(t.data)
			body = append(body, t.data...)
		}
		table = append(table, t.name...)
		table = be.AppendUint32(table, uint32(offset))
		table = be.AppendUint32(table, uint32(length))
	}
	out := append(append(head, table...), body...)
	be.PutUint32(out, uint32(len(out)))
	return out
}
