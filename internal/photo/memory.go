package photo

import (
	"bytes"
	"encoding/binary"
	"image"
)

// bytesPerPixel is how much memory a photo takes while it is decoded, for each of
// its pixels: at least what the decoders of Go's library allocate.
func bytesPerPixel(data []byte, format string, cfg image.Config) float64 {
	if format == "png" {
		return pngBytes(data)
	}
	return jpegBytes(data, cfg)
}

// pngBytes reads the header of a PNG (RFC 2083, section 4.1.1), which was read
// before and is whole.
func pngBytes(data []byte) float64 {
	depth, kind, interlaced := data[24], data[25], data[28] != 0
	each := 4.0
	if kind == 3 || kind == 0 {
		each = 1 // a palette, or grey
		if kind == 0 && bytes.Contains(data, []byte("tRNS")) {
			each = 4
		}
	}
	if depth == 16 {
		each *= 2
	}
	if interlaced {
		each *= 2 // the passes are decoded one by one, and put together
	}
	return each
}

// worstJPEG is for what cannot be told: all colours at full size, progressive, and
// converted at the end.
const worstJPEG = 3 + 4*3 + 4

// jpegBytes looks for the frame header of a JPEG (ITU-T T.81, section B.2.2).
func jpegBytes(data []byte, cfg image.Config) float64 {
	for marker, body := range segments(data) {
		if marker <= 0xc2 {
			return frameBytes(data, body, marker == 0xc2, cfg)
		}
	}
	return worstJPEG
}

// frameBytes is what a frame header says: how often each part is sampled, and how.
func frameBytes(data, frame []byte, progressive bool, cfg image.Config) float64 {
	if len(frame) <= 6 || len(frame) != 6+3*int(frame[5]) ||
		int(binary.BigEndian.Uint16(frame[1:])) != cfg.Height || int(binary.BigEndian.Uint16(frame[3:])) != cfg.Width {
		return worstJPEG
	}
	parts := int(frame[5])
	samples := 1.0 // each pixel's, of grey
	if parts >= 3 {
		samples = 3
		if h, v := frame[7]>>4, frame[7]&15; h > 0 && v > 0 && frame[10] == 0x11 && frame[13] == 0x11 {
			samples = 1 + 2/float64(h*v) // of colour there is less
		}
	}
	each := samples
	if parts == 4 {
		each += 1 + 4 // the fourth ink, and all of them put together
	}
	if progressive {
		each += 4 * each // the coefficients, all of them until the end
	}
	if parts == 3 && (string([]byte{frame[6], frame[9], frame[12]}) == "RGB" || saysRGB(data)) {
		each += 4
	}
	return each
}

// saysRGB tells whether a segment of Adobe's says, anywhere in the file, that the
// three parts are red, green and blue: then they are converted.
func saysRGB(data []byte) bool {
	for {
		i := bytes.Index(data, []byte("\xff\xee"))
		if i < 0 {
			return false
		}
		if data = data[i+2:]; len(data) > 13 && string(data[2:7]) == "Adobe" && data[13] == 0 {
			return true
		}
	}
}
