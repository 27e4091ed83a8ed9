package newsroom

import (
	"bytes"
	"compress/gzip"
	"mime"
	"net/http"
	"slices"
	"strconv"
	"strings"
	"sync"
	"time"

	"pressroom/internal/blob"
	"pressroom/internal/publication"
)

// answer is the same for everybody: its bytes, compressed once.
type answer struct {
	kind       string // media type
	body       []byte
	compressed []byte // nil where that gains nothing
	tag        string // without quotation marks
	hidden     bool   // from search engines
}

func newAnswer(kind string, body []byte) *answer {
	a := &answer{kind: kind, body: body, tag: blob.Digest(body)[:32]}
	if compressible(kind) && len(body) > 512 {
		var b bytes.Buffer
		z, _ := gzip.NewWriterLevel(&b, gzip.BestCompression) // the level is one that there is
		z.Write(body)
		z.Close()
		if b.Len() < len(body) {
			a.compressed = b.Bytes()
		}
	}
	return a
}

func compressible(kind string) bool {
	base, _, _ := mime.ParseMediaType(kind)
	return strings.HasPrefix(base, "text/") || slices.Contains([]string{
		"application/json", jsonType, atomType, rssType, "application/xml", "image/svg+xml", "message/rfc822",
	}, base)
}

// write hands it out, or says that whoever asks has it already.
func (a *answer) write(w http.ResponseWriter, r *http.Request, status int) {
	h := w.Header()
	h.Set("Content-Type", a.kind)
	// Kept by caches, and asked for anew each time: nothing is ever late, or early.
	h.Set("Cache-Control", "no-cache")
	h.Set("Vary", "Accept-Encoding")
	h.Set("ETag", `"`+a.tag+`"`)
	body := a.body
	if a.compressed != nil && accepts(r, "gzip") && r.Header.Get("Range") == "" {
		h.Set("Content-Encoding", "gzip")
		h.Set("ETag", `"`+a.tag+`-gzip"`)
		body = a.compressed
	}
	if status == http.StatusOK {
		if h.Del("X-Robots-Tag"); a.hidden {
			h.Set("X-Robots-Tag", "noindex")
		}
		if h.Get("Content-Encoding") == "" { // RFC 9110: conditions, ranges and HEAD
			http.ServeContent(w, r, "", time.Time{}, bytes.NewReader(body))
			return
		}
		if matches(r.Header.Values("If-None-Match"), h.Get("ETag")) {
			for _, name := range []string{"Content-Type", "Content-Encoding", "Content-Disposition"} {
				h.Del(name)
			}
			w.WriteHeader(http.StatusNotModified)
			return
		}
	}
	h.Set("Content-Length", strconv.Itoa(len(body)))
	w.WriteHeader(status)
	if r.Method != http.MethodHead {
		w.Write(body)
	}
}

// accepts tells whether a client takes an encoding (RFC 9110 section 12.5.3).
func accepts(r *http.Request, encoding string) bool {
	for _, line := range r.Header.Values("Accept-Encoding") {
		for part := range strings.SplitSeq(line, ",") {
			name, weight, _ := strings.Cut(strings.TrimSpace(part), ";")
			if !strings.EqualFold(strings.TrimSpace(name), encoding) {
				continue
			}
			_, q, ok := strings.Cut(weight, "=")
			value, err := strconv.ParseFloat(strings.TrimSpace(q), 64)
			return !ok || err == nil && value > 0
		}
	}
	return false
}

// matches tells whether a client names an entity tag, weakly compared (RFC 9110 section
// 13.1.2).
func matches(lines []string, tag string) bool {
	for _, line := range lines {
		for part := range strings.SplitSeq(line, ",") {
			if part = strings.TrimSpace(part); part == "*" || strings.TrimPrefix(part, "W/") == tag {
				return true
			}
		}
	}
	return false
}

// shelf keeps answers that were made, as long as there is room.
type shelf struct {
	mu   sync.Mutex
	held map[string]*answer
	size int
}

// What the shelf holds at most, and the largest answer that is put on it, in bytes.
const (
	shelfSize = 24 << 20
	mostOnIt  = 4 << 20
)

// take is the answer of a name, made if it is not there.
func (s *shelf) take(name string, make func() (*answer, error)) (*answer, error) {
	s.mu.Lock()
	a := s.held[name]
	s.mu.Unlock()
	if a != nil {
		return a, nil
	}
	a, err := make()
	if err != nil {
		return nil, err
	}
	if size := len(a.body) + len(a.compressed); size <= mostOnIt {
		s.put(name, a, size)
	}
	return a, nil
}

func (s *shelf) put(name string, a *answer, size int) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.held == nil || s.size+size > shelfSize {
		s.held, s.size = make(map[string]*answer), 0
	}
	s.held[name] = a
	s.size += size
}

// Policies of what may be fetched and run. A page brings its styles and its script with
// it, a list has the form of the search and no script; a file brings nothing.
const (
	pagePolicy = "default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'; img-src 'self' data:; " +
		"frame-ancestors 'none'; base-uri 'none'; form-action 'none'"
	listPolicy = "default-src 'none'; style-src 'unsafe-inline'; img-src 'self' data:; frame-ancestors 'none'; base-uri 'none'; " +
		"form-action 'self'"
	filePolicy = "default-src 'none'; style-src 'unsafe-inline'; img-src 'self' data:; media-src 'self'; object-src 'self'; " +
		"frame-ancestors 'none'; base-uri 'none'; form-action 'none'"
)

// policyOf is that of a place.
func policyOf(at publication.Place) string {
	if at.Form.Page {
		return pagePolicy
	}
	return filePolicy
}

// shown tells whether browsers show a file of a type and run nothing in it; all else is
// handed out to be kept.
func shown(kind string) bool {
	base, _, _ := mime.ParseMediaType(kind)
	return slices.Contains([]string{
		"text/plain", "application/pdf", "application/json", "image/png", "image/jpeg", "image/gif", "image/webp",
		"video/mp4", "video/webm", "video/quicktime",
	}, base)
}
