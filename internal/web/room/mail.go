package room

import "net/http"

// mailPolicy is what a message in its frame may load: its own pictures.
const mailPolicy = "sandbox allow-same-origin; default-src 'none'; style-src 'unsafe-inline'; img-src 'self' data:; frame-ancestors 'self'"

// ShowMail answers with the HTML of a message, for a frame in which nothing runs and
// nothing is loaded but what is the message's own.
func ShowMail(w http.ResponseWriter, html string) {
	w.Header().Set("Content-Security-Policy", mailPolicy)
	w.Header().Set("Content-Type", "text/html; charset=utf-8")
	w.Write([]byte(html))
}

// HandOut answers with a part of a message: pictures and PDFs as what they are, all else
// as bytes to be kept.
func HandOut(w http.ResponseWriter, kind string, data []byte) {
	switch kind {
	case "image/png", "image/jpeg", "image/gif", "application/pdf":
		w.Header().Set("Content-Type", kind)
	default:
		w.Header().Set("Content-Type", "application/octet-stream")
		w.Header().Set("Content-Disposition", "attachment")
	}
	w.Write(data)
}
