package portal

import (
	"net/http"

	"pressroom/internal/coalition"
	"pressroom/internal/web/page"
)

// Preview is the pages of partners for the press office to look at. Nothing can be done
// on them.
type Preview struct{ portal *Portal }

// NewPreview returns them, with the addresses of a site.
func NewPreview(site *page.Site, desk *coalition.Desk) *Preview {
	return &Preview{&Portal{Site: site, desk: desk}}
}

// previewPolicy lets the page have its style and pictures, and nothing else: no script, no
// form. It may stand in a frame of the press office.
const previewPolicy = "sandbox allow-same-origin; default-src 'none'; style-src 'self'; img-src 'self'; frame-src 'self'; " +
	"frame-ancestors 'self'; base-uri 'none'; form-action 'none'"

// Page shows the page that a partner finds. The request has the link's part of the path
// under "secret".
func (p *Preview) Page(w http.ResponseWriter, r *http.Request, v *coalition.Visit) error {
	view, err := p.portal.view(r, v, page.Pass{})
	if err != nil {
		return err
	}
	w.Header().Set("Content-Security-Policy", previewPolicy)
	p.portal.Show(w, http.StatusOK, quotePage, view)
	return nil
}

// Photo hands out the photo that was handed in.
func (p *Preview) Photo(w http.ResponseWriter, r *http.Request, v *coalition.Visit) {
	p.portal.photo(w, r, v)
}

// Draft hands out the draft as the partner sees it.
func (p *Preview) Draft(w http.ResponseWriter, _ *http.Request, v *coalition.Visit) error {
	data, err := p.portal.desk.DraftOf(v)
	if err != nil {
		return err
	}
	w.Header().Set("Content-Security-Policy", "sandbox; default-src 'none'; style-src 'unsafe-inline'; img-src data:; frame-ancestors 'self'")
	w.Header().Set("Content-Type", "text/html; charset=utf-8")
	w.Write(data)
	return nil
}

// Style is the style of the pages.
func (p *Preview) Style(w http.ResponseWriter, r *http.Request) { page.PublicStyle(w, r) }
