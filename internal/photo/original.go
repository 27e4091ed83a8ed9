package photo

import (
	"bytes"
	"encoding/binary"
	"hash/crc32"
	"iter"
)

// Original is a picture's file, pixel for pixel, without what cameras and programs
// hide in it: the place where it was taken, the device, comments. A JPEG stays as it
// is to be turned, and gets text where photo desks read it. A file in another
// format, or one that is not what it seems, is returned as it is.
func Original(data []byte, text Text) []byte {
	switch {
	case bytes.HasPrefix(data, []byte("\xff\xd8")):
		return originalJPEG(data, text)
	case bytes.HasPrefix(data, []byte(pngSignature)):
		return originalPNG(data)
	case len(data) > 12 && string(data[:4]) == "RIFF" && string(data[8:12]) == "WEBP":
		return originalWebP(data)
	}
	return data
}

// originalJPEG keeps the first picture of a file, and of its segments those that say
// how it is decoded: APP0 (JFIF), APP2 (colour profile), APP14 (Adobe), tables, scans.
// Behind the end some cameras hang further pictures.
func originalJPEG(data []byte, text Text) []byte {
	out := append(make([]byte, 0, len(data)), data[:2]...)
	if o := Orientation(data); o > 1 {
		out = append(out, turnedExif(o)...)
	}
	for at := 2; ; {
		at = filled(data, at)
		end := segmentEnd(data, at)
		if end < 0 {
			return data
		}
		marker := data[at+1]
		if kept := data[at:end]; decodes(marker, kept) {
			out = append(out, kept...)
		}
		if marker == 0xd9 {
			break
		}
		at = end
	}
	if text == (Text{}) {
		return out
	}
	if with, err := withText(out, text); err == nil {
		return with
	}
	return out
}

// filled is where a mark of a JPEG begins: there may be any number of bytes FF before it
// (ISO/IEC 10918-1, B.1.1.2).
func filled(data []byte, at int) int {
	for at+1 < len(data) && data[at] == 0xff && data[at+1] == 0xff {
		at++
	}
	return at
}

// segments are those of a JPEG before its picture: the mark of each, and what is in it. They
// end where something stands that a decoder passes over in its own way.
func segments(data []byte) iter.Seq2[byte, []byte] {
	return func(yield func(byte, []byte) bool) {
		if !bytes.HasPrefix(data, []byte("\xff\xd8")) {
			return
		}
		for at := filled(data, 2); at+4 <= len(data) && data[at] == 0xff; {
			marker, length := data[at+1], int(binary.BigEndian.Uint16(data[at+2:]))
			end := at + 2 + length
			if marker < 0xc0 || marker >= 0xd0 && marker <= 0xda || length < 2 || end > len(data) || !yield(marker, data[at+4:end]) {
				return
			}
			at = filled(data, end)
		}
	}
}

// decodes tells whether a segment is needed to decode a JPEG.
func decodes(marker byte, segment []byte) bool {
	switch {
	case marker>>4 != 0xe: // of no program
		return marker != 0xfe
	case marker == 0xe2:
		return bytes.HasPrefix(segment[4:], []byte("ICC_PROFILE\x00"))
	}
	return marker == 0xe0 || marker == 0xee
}

// segmentEnd is where the segment of a JPEG ends that begins at at, a scan with its
// data; -1 if none begins there.
func segmentEnd(data []byte, at int) int {
	if at+2 > len(data) || data[at] != 0xff {
		return -1
	}
	marker := data[at+1]
	if marker == 0xd9 {
		return at + 2
	}
	if at+4 > len(data) || marker == 0xff || marker == 0 {
		return -1
	}
	end := at + 2 + int(binary.BigEndian.Uint16(data[at+2:]))
	if end < at+4 || end > len(data) {
		return -1
	}
	if marker != 0xda {
		return end
	}
	for ; end+1 < len(data); end++ { // data, with FF 00 for FF, and restart marks
		if next := data[end+1]; data[end] == 0xff && next != 0 && (next < 0xd0 || next > 0xd7) && next != 0xff {
			return end
		}
	}
	return -1
}

// turnedExif is a segment that says how a picture is to be turned, and nothing else.
func turnedExif(orientation int) []byte {
	return append([]byte("\xff\xe1\x00\x22Exif\x00\x00MM\x00\x2a\x00\x00\x00\x08\x00\x01\x01\x12\x00\x03\x00\x00\x00\x01\x00"),
		byte(orientation), 0, 0, 0, 0, 0, 0)
}

const pngSignature = "\x89PNG\r\n\x1a\n"

// originalPNG keeps the chunks that say what is seen.
func originalPNG(data []byte) []byte {
	out := append(make([]byte, 0, len(data)), pngSignature...)
	for at := len(pngSignature); at < len(data); {
		if at+12 > len(data) {
			return data
		}
		end := at + 12 + int(binary.BigEndian.Uint32(data[at:]))
		if end < at+12 || end > len(data) || crc32.ChecksumIEEE(data[at+4:end-4]) != binary.BigEndian.Uint32(data[end-4:]) {
			return data
		}
		kind := string(data[at+4 : at+8])
		switch kind {
		case "tEXt", "zTXt", "iTXt", "eXIf", "tIME":
		default:
			out = append(out, data[at:end]...)
		}
		if at = end; kind == "IEND" {
			break
		}
	}
	return out
}

// originalWebP leaves out the chunks EXIF and XMP (RFC 9649 section 2.7).
func originalWebP(data []byte) []byte {
	out := append(make([]byte, 0, len(data)), data[:12]...)
	for at := 12; at < len(data); {
		if at+8 > len(data) {
			return data
		}
		end := at + 8 + int(binary.LittleEndian.Uint32(data[at+4:]))
		if end%2 == 1 {
			end++
		}
		if end < at+8 || end > len(data) {
			return data
		}
		switch string(data[at : at+4]) {
		case "EXIF", "XMP ":
		case "VP8X":
			chunk := append([]byte{}, data[at:end]...)
			if len(chunk) > 8 {
				chunk[8] &^= 0x0c
			}
			out = append(out, chunk...)
		default:
			out = append(out, data[at:end]...)
		}
		at = end
	}
	binary.LittleEndian.PutUint32(out[4:], uint32(len(out)-8))
	return out
}
