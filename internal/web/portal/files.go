package portal

import (
	"cmp"
	"mime"
	"net/http"
	"path"

	"pressroom/internal/coalition"
	"pressroom/internal/language"
)

func (q *Portal) photo(w http.ResponseWriter, r *http.Request, v *coalition.Visit) {
	data, err := q.desk.PhotoOf(r.Context(), v.Request)
	if err != nil || data == nil {
		http.NotFound(w, r)
		return
	}
	w.Header().Set("Content-Type", "image/jpeg")
	w.Write(data)
}

// editions are the links to a partner's own edition.
func (q *Portal) editions(r *http.Request, v *quoteView) []editionLink {
	files, err := q.desk.Editions(r.Context(), v.Visit)
	if err != nil && q.Log != nil {
		q.Log.Warn("listing editions", "error", err)
	}
	var out []editionLink
	for _, f := range files {
		name := "PDF"
		if p := editionNames[path.Ext(f)]; p != "" {
			name = v.T(p)
		}
		out = append(out, editionLink{f, name + " – " + f})
	}
	return out
}

var editionNames = map[string]language.PortalPhrase{".html": "edition_html", ".txt": "edition_txt", ".eml": "edition_eml"}

var editionTypes = map[string]string{
	".html": "text/html; charset=utf-8", ".pdf": "application/pdf", ".txt": "text/plain; charset=utf-8", ".eml": "message/rfc822",
}

// edition hands out a file of a partner's own edition, from the lift on.
func (q *Portal) edition(w http.ResponseWriter, r *http.Request, v *coalition.Visit) {
	file := r.PathValue("file")
	data, err := q.desk.Edition(r.Context(), v, file)
	if err != nil {
		q.fail(w, r, err)
		return
	}
	kind := cmp.Or(editionTypes[path.Ext(file)], "application/octet-stream")
	w.Header().Set("Content-Security-Policy", "sandbox allow-downloads; default-src 'none'; style-src 'unsafe-inline'; img-src data:")
	w.Header().Set("Content-Type", kind)
	w.Header().Set("Content-Disposition", mime.FormatMediaType("attachment", map[string]string{"filename": file}))
	w.Write(data)
}

// draft is the release as far as the lead shows it. Compiling takes a while, and the
// memory that its pictures take: one is made at a time.
func (q *Portal) draft(w http.ResponseWriter, r *http.Request, _ *coalition.Visit) {
	if !q.heavy.Enter(r.Context()) {
		return
	}
	page, err := q.desk.Draft(r.Context(), r.PathValue("secret"))
	q.heavy.Leave()
	if err != nil {
		q.Unknown(w)
		return
	}
	w.Header().Set("Content-Security-Policy", "sandbox; default-src 'none'; style-src 'unsafe-inline'; img-src data:; frame-ancestors 'self'")
	w.Header().Set("Content-Type", "text/html; charset=utf-8")
	w.Write(page)
}
