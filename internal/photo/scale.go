package photo

import (
	"image"
	"math"

	"golang.org/x/image/draw"
)

// scale makes a picture w by h, on white, and turns it upright. It works a row at a
// time: a general scaler holds 32 bytes for each pixel of the taller picture, which
// for a photo is hundreds of megabytes.
func scale(img image.Image, w, h, orientation int) *image.RGBA {
	b := img.Bounds()
	out := image.NewRGBA(image.Rect(0, 0, w, h))
	if orientation >= 5 {
		out = image.NewRGBA(image.Rect(0, 0, h, w))
	}
	across, down := weigh(b.Dx(), w), weigh(b.Dy(), h)
	rows := &rows{img: img, across: across, flat: image.NewRGBA(image.Rect(0, 0, b.Dx(), 1))}
	rows.kept = make([][]float32, down.most)
	line := make([]float32, 3*w)
	for y := range h {
		d := down.of[y]
		clear(line)
		for i, weight := range d.weights {
			for x, v := range rows.row(d.from + i) {
				line[x] += weight * v
			}
		}
		for x := range w {
			u, v := turned(x, y, w, h, orientation)
			p := out.Pix[out.PixOffset(u, v):][:4]
			p[0], p[1], p[2], p[3] = byteOf(line[3*x]), byteOf(line[3*x+1]), byteOf(line[3*x+2]), 255
		}
	}
	return out
}

func byteOf(v float32) uint8 { return uint8(max(0, min(255, v+0.5))) }

// rows are those of a picture, made as wide as is wanted. The last few are kept.
type rows struct {
	img    image.Image
	across weights
	flat   *image.RGBA // one row of the picture, on white
	kept   [][]float32
	made   int // rows made so far
}

// row gives a row of the picture. They are asked for in order, from no further back
// than are kept.
func (r *rows) row(y int) []float32 {
	for ; r.made <= y; r.made++ {
		at := r.made % len(r.kept)
		if r.kept[at] == nil {
			r.kept[at] = make([]float32, 3*len(r.across.of))
		}
		r.make(r.made, r.kept[at])
	}
	return r.kept[y%len(r.kept)]
}

func (r *rows) make(y int, out []float32) {
	b := r.img.Bounds()
	draw.Draw(r.flat, r.flat.Bounds(), image.White, image.Point{}, draw.Src) // JPEG has no transparency
	draw.Draw(r.flat, r.flat.Bounds(), r.img, image.Pt(b.Min.X, b.Min.Y+y), draw.Over)
	for x, s := range r.across.of {
		var red, green, blue float32
		for i, weight := range s.weights {
			p := r.flat.Pix[4*(s.from+i):][:3]
			red, green, blue = red+weight*float32(p[0]), green+weight*float32(p[1]), blue+weight*float32(p[2])
		}
		out[3*x], out[3*x+1], out[3*x+2] = red, green, blue
	}
}

// weights say for each pixel of a line which pixels of a longer one it is made of.
type weights struct {
	of   []share
	most int // pixels that one is made of, at most
}

type share struct {
	from    int
	weights []float32 // of the pixels from there on; together 1
}

// weigh makes a line of n pixels into one of m, which is no longer.
func weigh(n, m int) weights {
	out := weights{of: make([]share, m), most: 1}
	ratio := float64(n) / float64(m)
	for i := range m {
		if n == m {
			out.of[i] = share{i, []float32{1}}
			continue
		}
		center := (float64(i)+0.5)*ratio - 0.5
		from, to := max(0, int(math.Ceil(center-2*ratio))), min(n-1, int(center+2*ratio))
		s := share{from, make([]float32, to-from+1)}
		var sum float64
		for j := range s.weights {
			sum += catmullRom((float64(from+j) - center) / ratio)
		}
		for j := range s.weights {
			s.weights[j] = float32(catmullRom((float64(from+j)-center)/ratio) / sum)
		}
		out.of[i], out.most = s, max(out.most, len(s.weights))
	}
	return out
}

// catmullRom is the cubic filter of that name (B = 0, C = 1/2): sharp, and smooth
// where the picture is.
func catmullRom(t float64) float64 {
	switch t = math.Abs(t); {
	case t < 1:
		return (1.5*t-2.5)*t*t + 1
	case t < 2:
		return ((-0.5*t+2.5)*t-4)*t + 2
	}
	return 0
}
