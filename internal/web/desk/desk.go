// Package desk is what only the lead may see, in the browser: the mailings, the
// quotes and the sandbox's mailbox, on an address of this machine, behind a link
// made at every start. Each handler calls one function of a service and shows the
// answer.
package desk

import (
	"crypto/rand"
	"crypto/subtle"
	"embed"
	"encoding/hex"
	"errors"
	"html/template"
	"log/slog"
	"net"
	"net/http"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/prometheus/client_golang/prometheus"
	"github.com/prometheus/client_golang/prometheus/promhttp"

	"pressroom/internal/coalition"
	"pressroom/internal/dispatch"
	"pressroom/internal/ledger"
	"pressroom/internal/sandbox"
	"pressroom/internal/status"
	"pressroom/internal/web/sending"
	"pressroom/internal/wording"
	"pressroom/internal/workspace"
)

//go:embed pages/*.html pages/desk.css
var pages embed.FS

var templates = template.Must(template.New("").Funcs(template.FuncMap{
	"clock": func(t time.Time) string { return t.Format("Mon " + status.Clock) },
	"stamp": func(t time.Time) string { return t.UTC().Format("2006-01-02 15:04:05.000") },
	"size":  size,
	"diff":  wording.Words,
}).ParseFS(pages, "pages/*.html"))

func size(n int64) string {
	if n < 1<<20 {
		return strconv.FormatInt((n+1023)/1024, 10) + " KB"
	}
	return strconv.FormatFloat(float64(n)/(1<<20), 'f', 1, 64) + " MB"
}

const cookieName = "pressroom_desk"

type desk struct {
	log       *slog.Logger         // what went wrong
	workspace *workspace.Workspace // whose files are held against what is scheduled
	ledger    *ledger.Ledger
	box       sandbox.Mailbox
	token     string
	// coalition is where quotes are looked at; nil where there is none.
	coalition *coalition.Desk
}

// Handler returns the handler of the desk and the path of the link that opens it.
// The page of metrics, which names nobody and no release, needs no link. send is what the
// pages of planning and sending ask; nil where there are none.
func Handler(
	w *workspace.Workspace, l *ledger.Ledger, c *coalition.Desk, box sandbox.Mailbox, metrics prometheus.Gatherer, log *slog.Logger,
	send *sending.Services,
) (http.Handler, string) {
	var b [24]byte
	rand.Read(b[:])
	d := &desk{log: log, workspace: w, ledger: l, coalition: c, box: box, token: hex.EncodeToString(b[:])}
	mux := http.NewServeMux()
	mux.HandleFunc("GET /enter/{token}", d.enter)
	if metrics != nil {
		mux.Handle("GET /metrics", promhttp.HandlerFor(metrics, promhttp.HandlerOpts{ErrorHandling: promhttp.ContinueOnError}))
	}
	mux.HandleFunc("GET /{$}", d.guard(d.home))
	mux.HandleFunc("GET /style.css", d.style)
	mux.HandleFunc("GET /mail/{id}", d.guard(d.message))
	mux.HandleFunc("GET /mail/{id}/html", d.guard(d.html))
	mux.HandleFunc("GET /mail/{id}/raw", d.guard(d.raw))
	mux.HandleFunc("GET /mail/{id}/part/{n}", d.guard(d.part))
	mux.HandleFunc("GET /mail/{id}/inline/{cid}", d.guard(d.inline))
	if c != nil {
		mux.HandleFunc("GET /quotes/{slug}", d.guard(d.board))
		mux.HandleFunc("POST /quotes/{slug}/order", d.guard(d.order))
		mux.HandleFunc("POST /quotes/{slug}/{quote}", d.guard(d.judge))
		mux.HandleFunc("GET /quotes/{slug}/{quote}/photo", d.guard(d.boardPhoto))
	}
	if send != nil {
		for _, r := range sending.New(*send, d.frame(), watchEvery).Routes() {
			mux.HandleFunc(r.Pattern, d.guard(r.Handle))
		}
	}
	return http.NewCrossOriginProtection().Handler(d.headers(mux)), "/enter/" + d.token
}

// What the desk's pages may load, and what a message in its frame may.
const (
	policy = "default-src 'none'; style-src 'self'; script-src 'self'; connect-src 'self'; img-src 'self'; frame-src 'self'; " +
		"frame-ancestors 'self'; base-uri 'none'; form-action 'self'"
	mailPolicy = "sandbox allow-same-origin; default-src 'none'; style-src 'unsafe-inline'; img-src 'self' data:; frame-ancestors 'self'"
)

// headers are set on every answer. A name in Host that is not this machine's own
// is refused, so that no page elsewhere reaches the desk by renaming itself.
func (d *desk) headers(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		host := r.Host
		if h, _, err := net.SplitHostPort(host); err == nil {
			host = h
		}
		if ip := net.ParseIP(strings.Trim(host, "[]")); host != "localhost" && (ip == nil || !ip.IsLoopback()) {
			http.Error(w, "The desk answers on this machine only.", http.StatusForbidden)
			return
		}
		h := w.Header()
		h.Set("Content-Security-Policy", policy)
		h.Set("X-Content-Type-Options", "nosniff")
		h.Set("Referrer-Policy", "no-referrer")
		h.Set("Cache-Control", "no-store")
		next.ServeHTTP(w, r)
	})
}

func (d *desk) valid(token string) bool {
	return subtle.ConstantTimeCompare([]byte(token), []byte(d.token)) == 1
}

func (d *desk) enter(w http.ResponseWriter, r *http.Request) {
	if !d.valid(r.PathValue("token")) {
		d.closed(w)
		return
	}
	http.SetCookie(w, &http.Cookie{Name: cookieName, Value: d.token, Path: "/", HttpOnly: true, SameSite: http.SameSiteStrictMode})
	// A page instead of a redirect: a strict cookie is not sent on the way from
	// another program's link.
	d.show(w, "enter.html", nil)
}

func (d *desk) closed(w http.ResponseWriter) {
	w.WriteHeader(http.StatusForbidden)
	d.show(w, "closed.html", nil)
}

func (d *desk) guard(next http.HandlerFunc) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		c, err := r.Cookie(cookieName)
		if err != nil || !d.valid(c.Value) {
			d.closed(w)
			return
		}
		next(w, r)
	}
}

// watchEvery is how often what is under way is looked at for those who watch it.
const watchEvery = time.Second

// frame is the desk around the pages of planning and sending: whoever has its link leads.
func (d *desk) frame() sending.Frame {
	return sending.Frame{
		Show: func(w http.ResponseWriter, _ *http.Request, code int, title string, body template.HTML) {
			w.Header().Set("Content-Type", "text/html; charset=utf-8")
			w.WriteHeader(code)
			d.show(w, "room.html", map[string]any{"Title": title, "Body": body})
		},
		Who: func(*http.Request) sending.Who { return sending.Who{Name: "the desk of this machine"} },
	}
}

func (d *desk) show(w http.ResponseWriter, name string, data any) {
	w.Header().Set("Content-Type", "text/html; charset=utf-8")
	if err := templates.ExecuteTemplate(w, name, data); err != nil {
		// The head is out already; what is left is to end the answer.
		d.log.Error("a page of the desk", "page", name, "error", err)
	}
}

func (d *desk) fail(w http.ResponseWriter, err error) {
	if errors.Is(err, sandbox.ErrNoMessage) {
		http.Error(w, err.Error(), http.StatusNotFound)
		return
	}
	d.log.Error("the desk", "error", err)
	http.Error(w, err.Error(), http.StatusInternalServerError)
}

func (d *desk) style(w http.ResponseWriter, r *http.Request) {
	http.ServeFileFS(w, r, pages, "pages/desk.css")
}

// listed is how many messages the desk lists.
const listed = 200

func (d *desk) home(w http.ResponseWriter, r *http.Request) {
	all, err := status.Read(r.Context(), d.ledger, "")
	if err != nil {
		d.fail(w, err)
		return
	}
	var known dispatch.Knowing
	if d.coalition != nil {
		known = d.coalition.Known
	}
	if err := status.Compare(r.Context(), d.workspace, d.ledger, all, known); err != nil {
		d.log.Error("whether files differ from what is scheduled cannot be told", "error", err)
	}
	slices.Reverse(all)
	quotes, err := d.quoted(r)
	if err != nil {
		d.fail(w, err)
		return
	}
	mails, err := d.box.List(listed)
	if err != nil {
		d.fail(w, err)
		return
	}
	d.show(w, "home.html", map[string]any{"Dispatches": all, "Quotes": quotes, "Mails": mails, "Count": d.box.Count(), "Listed": listed})
}

func (d *desk) message(w http.ResponseWriter, r *http.Request) {
	m, err := d.box.Read(r.PathValue("id"))
	if err != nil {
		d.fail(w, err)
		return
	}
	d.show(w, "mail.html", m)
}

// html is the HTML body of a message, shown in a frame that may run and load
// nothing but the message's own pictures.
func (d *desk) html(w http.ResponseWriter, r *http.Request) {
	m, err := d.box.Read(r.PathValue("id"))
	if err != nil {
		d.fail(w, err)
		return
	}
	body := m.HTML
	for cid := range m.Inline {
		body = strings.ReplaceAll(body, "cid:"+cid, "/mail/"+m.ID+"/inline/"+cid)
	}
	w.Header().Set("Content-Security-Policy", mailPolicy)
	w.Header().Set("Content-Type", "text/html; charset=utf-8")
	w.Write([]byte(body))
}

func (d *desk) raw(w http.ResponseWriter, r *http.Request) {
	raw, err := d.box.Raw(r.PathValue("id"))
	if err != nil {
		d.fail(w, err)
		return
	}
	w.Header().Set("Content-Type", "text/plain; charset=utf-8")
	w.Write(raw)
}

func (d *desk) part(w http.ResponseWriter, r *http.Request) {
	m, err := d.box.Read(r.PathValue("id"))
	n, nerr := strconv.Atoi(r.PathValue("n"))
	if err == nil && (nerr != nil || n < 0 || n >= len(m.Parts)) {
		err = sandbox.ErrNoMessage
	}
	if err != nil {
		d.fail(w, err)
		return
	}
	d.file(w, m.Parts[n])
}

func (d *desk) inline(w http.ResponseWriter, r *http.Request) {
	m, err := d.box.Read(r.PathValue("id"))
	if err == nil && m.Inline[r.PathValue("cid")].Data == nil {
		err = sandbox.ErrNoMessage
	}
	if err != nil {
		d.fail(w, err)
		return
	}
	d.file(w, m.Inline[r.PathValue("cid")])
}

// file hands a part out: pictures and PDFs as what they are, all else as bytes.
func (d *desk) file(w http.ResponseWriter, p sandbox.Part) {
	switch p.Type {
	case "image/png", "image/jpeg", "image/gif", "application/pdf":
		w.Header().Set("Content-Type", p.Type)
	default:
		w.Header().Set("Content-Type", "application/octet-stream")
		w.Header().Set("Content-Disposition", "attachment")
	}
	w.Write(p.Data)
}
