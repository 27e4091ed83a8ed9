package proofs

import (
	"context"
	"fmt"
	"log/slog"
	"net/http"
	"sync"
	"time"

	"pressroom/internal/proof"
	"pressroom/internal/web/room"
	"pressroom/internal/workspace"
)

// Alone is the preview by itself, of files on the disk: a page that is told when one changes.
type Alone struct {
	// Make makes what is shown.
	Make func(ctx context.Context, w proof.Wish) (*proof.Proof, error)
	// Languages are those in which a release is written, its own first; none where it cannot
	// be read.
	Languages func(slug string) []string
	// Journalist is whose copy is shown at first, "" for nobody's.
	Journalist string
	// Tag is the language of the page.
	Tag string
	Log *slog.Logger

	mu      sync.Mutex
	showing File
	told    map[chan struct{}]bool // of those who watch
}

// File is a release's file.
type File struct {
	Slug     string
	Language string // "" for the release's own
}

// Show has the pages that are open show a file from now on, or anew.
func (a *Alone) Show(f File) {
	a.mu.Lock()
	defer a.mu.Unlock()
	a.showing = f
	for c := range a.told {
		select {
		case c <- struct{}{}:
		default: // it has not looked since it was told last
		}
	}
}

func (a *Alone) shown() File {
	a.mu.Lock()
	defer a.mu.Unlock()
	return a.showing
}

// watched tells whoever watches, until done is called.
func (a *Alone) watched() (told chan struct{}, done func()) {
	told = make(chan struct{}, 1)
	a.mu.Lock()
	defer a.mu.Unlock()
	if a.told == nil {
		a.told = make(map[chan struct{}]bool)
	}
	a.told[told] = true
	return told, func() {
		a.mu.Lock()
		defer a.mu.Unlock()
		delete(a.told, told)
	}
}

// Handler serves the page below /secret/, until ctx ends: then nobody is told more.
func (a *Alone) Handler(ctx context.Context, secret string) (http.Handler, error) {
	m := &room.Room{
		Base: "/" + secret, Language: a.Tag, Log: a.Log,
		Who: func(r *http.Request) (*room.Actor, error) {
			return &room.Actor{Role: workspace.Approver, From: r.RemoteAddr}, nil
		},
	}
	p := New(m)
	look := func(path string, h http.HandlerFunc) room.Route {
		return room.Route{Method: http.MethodGet, Path: path, Least: workspace.Approver, Handler: h}
	}
	return m.Handler(append(p.Routes(),
		look("/{$}", func(w http.ResponseWriter, r *http.Request) { a.page(p, w, r) }),
		look("/events", func(w http.ResponseWriter, r *http.Request) { a.events(ctx, w, r) }),
		room.Route{Method: room.Query, Path: "/proof", Least: workspace.Approver, Handler: func(w http.ResponseWriter, r *http.Request) {
			asked, ok := p.Read(w, r)
			if !ok {
				return
			}
			asked.Text = nil // it shows what is on the disk
			made, err := a.Make(r.Context(), p.Wish(a.shown().Slug, asked))
			p.Answer(w, r, asked, made, err)
		}},
	))
}

func (a *Alone) page(p *Pages, w http.ResponseWriter, r *http.Request) {
	f := a.shown()
	v := Pane{Ask: "/proof", Pushed: "/events", Languages: a.Languages(f.Slug), Language: f.Language, Journalist: a.Journalist}
	// A browser without a script shows how it stands now, and again when it is loaded anew.
	wish := p.Wish(f.Slug, Asked{Language: f.Language, Journalist: a.Journalist})
	made, err := a.Make(r.Context(), wish)
	if v.Shown, err = p.Show(made, err); err != nil {
		p.room.Broken(w, r, err)
		return
	}
	body, err := p.Pane(v)
	if err != nil {
		p.room.Broken(w, r, err)
		return
	}
	p.room.Page(w, r, http.StatusOK, "Preview", templates, "alone.html", body)
}

// stillThere is how often somebody who watches hears that there is nothing new, so that
// nothing on the way takes the connection for dead.
const stillThere = 30 * time.Second

// events tells a page when it is to draw anew.
func (a *Alone) events(ctx context.Context, w http.ResponseWriter, r *http.Request) {
	told, done := a.watched()
	defer done()
	w.Header().Set("Content-Type", "text/event-stream")
	out := http.NewResponseController(w)
	out.SetWriteDeadline(time.Time{})
	fmt.Fprint(w, ": here\n\n")
	quiet := time.NewTicker(stillThere)
	defer quiet.Stop()
	for out.Flush() == nil {
		select {
		case <-ctx.Done():
			return
		case <-r.Context().Done():
			return
		case <-quiet.C:
			fmt.Fprint(w, ": nothing new\n\n")
		case <-told:
			fmt.Fprintf(w, "event: changed\ndata: %s\n\n", a.shown().Language)
		}
	}
}
