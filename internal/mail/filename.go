package mail

import (
	"fmt"
	"mime"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// FileNames gives attachments names that every mail program can store.
type FileNames struct{ taken map[string]bool }

// Give is a name for a file that is called name, of ASCII letters, digits, dots and
// hyphens, and not one of those given before, whatever the case of its letters.
// otherwise is what a file is called of whose name nothing is left.
func (n *FileNames) Give(name, otherwise string) string {
	stem, ending := name, ""
	if i := strings.LastIndexByte(name, '.'); i > 0 && len(name)-i <= 10 {
		stem, ending = name[:i], strings.ToLower(plain(name[i+1:]))
	}
	if stem = plain(stem); stem == "" {
		stem = otherwise
	}
	if ending != "" {
		ending = "." + ending
	}
	stem = strings.Trim(stem[:min(len(stem), longestName)], "-.")
	if n.taken == nil {
		n.taken = make(map[string]bool)
	}
	for i, out := 2, stem+ending; ; i++ {
		if key := strings.ToLower(out); !n.taken[key] {
			n.taken[key] = true
			return out
		}
		out = fmt.Sprintf("%s-%d%s", stem, i, ending)
	}
}

// longestName bounds the part of a name before its ending.
const longestName = 60

// plain is a name in ASCII, without accents and with a hyphen for all that cannot
// stand in one.
func plain(s string) string {
	var b strings.Builder
	var gap bool
	for _, c := range norm.NFKD.String(s) {
		switch {
		case c == '_' || c == '.' || c < utf8.RuneSelf && (unicode.IsLetter(c) || unicode.IsDigit(c)):
			if gap {
				b.WriteByte('-')
			}
			gap = false
			b.WriteRune(c)
		case unicode.Is(unicode.Mn, c), c == '\'', c == '’':
		default:
			gap = true
		}
	}
	return strings.Trim(b.String(), "._-")
}

// disposition is the header field of an attachment. What it was called stands in it
// too, in its own letters, where they are others (RFC 2231 section 4, RFC 6266
// section 4.3).
func (a Attachment) disposition() string {
	s := `attachment; filename="` + a.Name + `"`
	encoded := mime.FormatMediaType("x", map[string]string{"filename": clean(a.Original)})
	_, value, ok := strings.Cut(encoded, "filename*=")
	if !ok {
		return s // in ASCII: what was changed in it is what cannot be in a name
	}
	return s + ";\r\n filename*=" + value
}

// clean is a file's name without what would make it another path, and not too long
// for a header field.
func clean(name string) string {
	var out []rune
	for _, c := range name {
		if c == '/' || c == '\\' || unicode.IsControl(c) || unicode.Is(unicode.Cf, c) {
			continue
		}
		if out = append(out, c); len(out) == longestName {
			break
		}
	}
	return string(out)
}

// mediaTypes are those of common files, by their ending; what is not among them is
// application/octet-stream.
var mediaTypes = map[string]string{
	"pdf": "application/pdf", "txt": "text/plain", "csv": "text/csv", "md": "text/markdown", "json": "application/json",
	"xml": "application/xml",
	"rtf": "application/rtf", "doc": "application/msword", "xls": "application/vnd.ms-excel", "ppt": "application/vnd.ms-powerpoint",
	"docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
	"xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
	"pptx": "application/vnd.openxmlformats-officedocument.presentationml.presentation",
	"odt":  "application/vnd.oasis.opendocument.text", "ods": "application/vnd.oasis.opendocument.spreadsheet",
	"odp": "application/vnd.oasis.opendocument.presentation", "epub": "application/epub+zip", "zip": "application/zip", "ics": "text/calendar",
	"jpg": "image/jpeg", "jpeg": "image/jpeg", "png": "image/png", "gif": "image/gif", "webp": "image/webp", "svg": "image/svg+xml",
	"tif": "image/tiff", "tiff": "image/tiff", "heic": "image/heic", "avif": "image/avif",
	"mp4": "video/mp4", "m4v": "video/mp4", "mov": "video/quicktime", "webm": "video/webm", "avi": "video/x-msvideo",
	"mkv": "video/x-matroska",
	"mp3": "audio/mpeg", "m4a": "audio/mp4", "wav": "audio/wav", "ogg": "audio/ogg",
}

// MediaType is that of a file, by its name and, for text, whether it is UTF-8. It is
// the same on every machine.
func MediaType(name string, data []byte) string {
	ending := strings.ToLower(name[strings.LastIndexByte(name, '.')+1:])
	kind, ok := mediaTypes[ending]
	switch {
	case !ok:
		return "application/octet-stream"
	case strings.HasPrefix(kind, "text/") && utf8.Valid(data):
		return kind + "; charset=utf-8"
	}
	return kind
}

// EncodedSize is how many bytes a file of a size takes in a message, as base64 in
// lines.
func EncodedSize(size int) int {
	encoded := (size + 2) / 3 * 4
	return encoded + 2*(encoded/encodedLine)
}

// Bytes is a size as people read it: 1.4 MiB.
func Bytes(n int64) string {
	unit, size := " GiB", float64(n)/(1<<30)
	switch {
	case n < 1000<<10:
		return fmt.Sprintf("%d KiB", (n+1023)>>10)
	case n < 1000<<20:
		unit, size = " MiB", float64(n)/(1<<20)
	}
	return strings.TrimSuffix(fmt.Sprintf("%.1f", size), ".0") + unit
}
