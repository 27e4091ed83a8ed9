package setter

import (
	"fmt"

	"pressroom/internal/render/pdf/pdfobj"
)

// graphic writes a picture or drawing once.
func (w *writer) graphic(g Graphic) pdfobj.Ref {
	var key any = g.Image
	if g.Drawing != nil {
		key = g.Drawing
	}
	if r, ok := w.known[key]; ok {
		return r
	}
	var r pdfobj.Ref
	if d := g.Drawing; d != nil {
		r = w.file.Stream(fmt.Sprintf("/Type /XObject /Subtype /Form /BBox [0 0 %s %s] /Resources << >>", pdfobj.Points(d.Width),
			pdfobj.Points(d.Height)), d.Content)
	} else {
		r = w.image(g.Image)
	}
	w.known[key] = r
	return r
}

func (w *writer) image(img *Image) pdfobj.Ref {
	head := fmt.Sprintf("/Type /XObject /Subtype /Image /Width %d /Height %d /BitsPerComponent 8 /ColorSpace ", img.Width, img.Height)
	switch {
	case img.Palette != nil:
		return w.file.Packed(fmt.Sprintf("/Type /XObject /Subtype /Image /Width %d /Height %d /BitsPerComponent %d /ColorSpace "+
			"[/Indexed /DeviceRGB %d <%X>] /DecodeParms << /Predictor 15 /Colors 1 /BitsPerComponent %d /Columns %d >>",
			img.Width, img.Height, img.Bits, len(img.Palette)/3-1, img.Palette, img.Bits, img.Width), img.Packed)
	case img.JPEG != nil:
		return w.file.RawStream(head+"/DeviceRGB /Filter /DCTDecode", img.JPEG)
	case img.Packed != nil:
		return w.file.Packed(head+fmt.Sprintf("/DeviceRGB /DecodeParms << /Predictor 15 /Colors 3 /BitsPerComponent 8 /Columns %d >>", img.Width),
			img.Packed)
	case img.Alpha != nil:
		mask := w.file.Stream(head+"/DeviceGray", img.Alpha)
		return w.file.Stream(head+fmt.Sprintf("/DeviceRGB /SMask %s", mask), img.RGB)
	}
	return w.file.Stream(head+"/DeviceRGB", img.RGB)
}
