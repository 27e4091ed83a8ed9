package app

import (
	"context"
	"fmt"
	"net"
	"path/filepath"
	"strings"
	"time"

	"pressroom/internal/draft"
	"pressroom/internal/listen"
	"pressroom/internal/web/desk"
	"pressroom/internal/web/proofs"
	"pressroom/internal/web/room"
)

// Previewing says what is shown of a workspace as it is being written, and where.
type Previewing struct {
	// Files are slugs or files of releases: of several the one that was written last is shown,
	// and where there are none, of all.
	Files []string
	// Listen is the address at which the page is found.
	Listen string
	// Journalist is whose copy is shown at first, "" for nobody's.
	Journalist string
	// At is called with the page's address once it is open.
	At func(link string)
	// Look is when files are looked at; nil for several times a second.
	Look <-chan time.Time
}

// lookAtFiles is how often files are looked at that somebody writes.
const lookAtFiles = 200 * time.Millisecond

// mostPreviews is how many connections a preview takes: two for each browser.
const mostPreviews = 64

// Preview shows releases as they are being written, until ctx ends. Nothing is written.
func (a *App) Preview(ctx context.Context, p Previewing) error {
	slugs, language, err := a.previewed(p.Files)
	if err != nil {
		return err
	}
	author := a.Author()
	alone := &proofs.Alone{
		Make: author.Proof, Journalist: p.Journalist, Tag: a.Workspace.Settings.Organization.Language, Log: a.world.Log,
		Languages: func(slug string) []string {
			if rel, _, err := draft.New(a.Workspace).Release(slug); err == nil && rel != nil {
				return rel.Languages()
			}
			return nil
		},
	}
	w := &watcher{app: a, slugs: slugs, alone: alone}
	if err := w.look(); err != nil {
		return err
	}
	if len(p.Files) == 1 {
		alone.Show(proofs.File{Slug: slugs[0], Language: language})
	}
	l, err := listen.Open(p.Listen)
	if err != nil {
		return fmt.Errorf("opening the preview: %w; --listen 127.0.0.1:PORT chooses another address", err)
	}
	secret := desk.NewLink()
	pages, err := alone.Handler(ctx, secret)
	if err != nil {
		return err
	}
	servers := &servers{}
	defer servers.stop()
	servers.start(l, mostPreviews, room.Local(pages, "The preview", told(l, p.Listen)))
	if told(l, p.Listen) != "" {
		fmt.Fprintln(a.world.Say, "Whoever reaches this address and has the link reads what is not public yet.")
	}
	p.At("http://" + l.Addr().String() + "/" + secret + "/")
	w.run(ctx, p.Look)
	return nil
}

// previewed are the releases that arguments mean, and the language of the file that is the
// only one.
func (a *App) previewed(files []string) (slugs []string, language string, err error) {
	if slugs, err = a.Slugs(files); err != nil || len(files) == 0 { // those that are begun meanwhile are shown too
		return nil, "", err
	}
	if len(files) > 1 {
		return slugs, "", nil
	}
	name := strings.TrimSuffix(filepath.Base(files[0]), ".md")
	_, language, _ = strings.Cut(name, ".")
	return slugs, language, nil
}

// told is the host of an address that others than this machine reach, "" for one that they
// do not.
func told(l net.Listener, address string) string {
	if tcp, ok := l.Addr().(*net.TCPAddr); ok && tcp.IP.IsLoopback() {
		return ""
	}
	host, _, err := net.SplitHostPort(address)
	if err != nil || host == "" {
		return "0.0.0.0"
	}
	return host
}

// watcher looks at files that somebody writes.
type watcher struct {
	app   *App
	slugs []string
	alone *proofs.Alone

	file  proofs.File
	state string
}

// run looks again and again, until ctx ends.
func (w *watcher) run(ctx context.Context, look <-chan time.Time) {
	if look == nil {
		ticker := time.NewTicker(lookAtFiles)
		defer ticker.Stop()
		look = ticker.C
	}
	for {
		select {
		case <-ctx.Done():
			return
		case <-look:
			if err := w.look(); err != nil { // a folder that is being moved is there again the next time
				w.app.world.Log.Debug("looking at files that are written", "error", err)
			}
		}
	}
}

// look shows what was written last, if that is another than before.
func (w *watcher) look() error {
	slug, language, err := w.app.Workspace.Latest(w.slugs)
	if err != nil {
		return err
	}
	state, err := w.app.Workspace.Changed(slug)
	if err != nil {
		return err
	}
	if file := (proofs.File{Slug: slug, Language: language}); file != w.file || state != w.state {
		w.file, w.state = file, state
		w.alone.Show(file)
	}
	return nil
}
