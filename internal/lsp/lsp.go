// Package lsp is the language server (Language Server Protocol 3.17, JSON-RPC 2.0 over a
// stream): it hands what an editor holds to the checks and to assist, and what they say
// back. Serve runs it until the editor takes its leave.
//
// Texts are checked in one goroutine, each release as it is then: while somebody types
// faster than that goes, what lies between is passed over.
package lsp

import (
	"context"
	"errors"
	"fmt"
	"io"
	"log/slog"
	"net/url"
	"os"
	"path/filepath"
	"strings"
	gosync "sync"

	"github.com/creachadair/jrpc2"
	"github.com/creachadair/jrpc2/channel"
	"github.com/creachadair/jrpc2/handler"

	"pressroom/internal/assist"
	"pressroom/internal/diagnostic"
)

// Press is a workspace for whoever writes in it.
type Press interface {
	Dir() string
	Read(name string) ([]byte, error)
	Facts(ctx context.Context) (assist.Facts, error)
	Findings(ctx context.Context, slug string, memory map[string][]byte) (diagnostic.List, error)
	Close() error
}

// Server is a language server. Its fields are set before Serve.
type Server struct {
	// Open opens the workspace of a folder.
	Open func(ctx context.Context, dir string) (Press, error)
	// Settings is the file by which a workspace's folder is known.
	Settings string
	Version  string
	Log      *slog.Logger

	rpc     *jrpc2.Server
	leave   func() error // ends the reading
	snippet bool         // the editor can set its cursor within what it inserts

	mu      gosync.Mutex
	files   map[string]*file  // what is open, by path
	presses map[string]*press // by folder
	dirty   map[job]bool
	wake    chan struct{}
	down    bool
}

// file is a text that the editor holds.
type file struct {
	uri     string
	version int
	text    []byte
}

// press is a workspace that is open, and its settings as they were then.
type press struct {
	Press
	settings string
	err      error
	shown    map[string][]string // URIs of which something was said, by release
}

// job is a release to be checked.
type job struct{ dir, slug string }

// Serve answers an editor until it leaves, or closes the stream.
func (s *Server) Serve(ctx context.Context, r io.Reader, w io.WriteCloser) error {
	s.files, s.presses, s.dirty = make(map[string]*file), make(map[string]*press), make(map[job]bool)
	s.wake = make(chan struct{}, 1)
	ctx, cancel := context.WithCancel(ctx)
	defer cancel()
	// What reads may wait for an editor that has said its last: it is left to wait, and ends
	// with the stream.
	in, feed := io.Pipe()
	go func() {
		_, err := io.Copy(feed, r)
		feed.CloseWithError(err)
	}()
	s.leave = in.Close
	s.rpc = jrpc2.NewServer(s.methods(), &jrpc2.ServerOptions{
		AllowPush: true, Concurrency: 1, DisableBuiltin: true, NewContext: func() context.Context { return ctx },
	}).Start(channel.LSP(in, w))
	stopped := context.AfterFunc(ctx, func() { in.Close() })
	defer stopped()
	var checking gosync.WaitGroup
	checking.Go(func() { s.check(ctx) })
	err := s.rpc.Wait()
	cancel()
	checking.Wait()
	for _, p := range s.presses {
		if p.Press != nil {
			err = errors.Join(err, p.Close())
		}
	}
	if s.down || errors.Is(err, io.EOF) || errors.Is(err, io.ErrClosedPipe) || channel.IsErrClosing(err) {
		return nil
	}
	return err
}

func (s *Server) methods() handler.Map {
	none := func(context.Context, *jrpc2.Request) (any, error) { return nil, nil }
	return handler.Map{
		"initialize":  handler.New(s.initialize),
		"initialized": none, "shutdown": func(context.Context, *jrpc2.Request) (any, error) { s.down = true; return nil, nil },
		"exit":            func(context.Context, *jrpc2.Request) (any, error) { return nil, s.leave() },
		"$/cancelRequest": none, "$/setTrace": none, "workspace/didChangeConfiguration": none, "textDocument/willSave": none,
		"workspace/didChangeWatchedFiles": func(context.Context, *jrpc2.Request) (any, error) { s.again(); return nil, nil },
		"textDocument/didOpen":            handler.New(s.open),
		"textDocument/didChange":          handler.New(s.change),
		"textDocument/didSave":            func(context.Context, *jrpc2.Request) (any, error) { s.again(); return nil, nil },
		"textDocument/didClose":           handler.New(s.close),
		"textDocument/completion":         handler.New(s.completion),
		"textDocument/hover":              handler.New(s.hover),
		"textDocument/definition":         handler.New(s.definition),
		"textDocument/documentSymbol":     handler.New(s.symbols),
		"textDocument/codeAction":         handler.New(s.actions),
	}
}

func (s *Server) initialize(_ context.Context, p *initializeParams) initializeResult {
	s.snippet = p.Capabilities.TextDocument.Completion.CompletionItem.SnippetSupport
	c := capabilities{
		PositionEncoding: "utf-16", TextDocumentSync: sync{OpenClose: true, Change: 1, Save: true},
		HoverProvider: true, DefinitionProvider: true, DocumentSymbolProvider: true,
	}
	c.CompletionProvider.TriggerCharacters = []string{`"`, "[", "{", " "}
	c.CodeActionProvider.Kinds = []string{"quickfix"}
	return initializeResult{c, serverInfo{"pressroom", s.Version}}
}

func (s *Server) open(_ context.Context, p *openParams) error {
	s.hold(p.TextDocument)
	return nil
}

func (s *Server) change(_ context.Context, p *changeParams) error {
	if n := len(p.ContentChanges); n > 0 && p.ContentChanges[n-1].Range == nil {
		p.TextDocument.Text = p.ContentChanges[n-1].Text
		s.hold(p.TextDocument)
	}
	return nil
}

func (s *Server) hold(d document) {
	path := pathOf(d.URI)
	if path == "" {
		return
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	s.files[path] = &file{d.URI, d.Version, []byte(d.Text)}
	s.touch(path)
}

func (s *Server) close(ctx context.Context, p *openParams) error {
	path := pathOf(p.TextDocument.URI)
	s.mu.Lock()
	delete(s.files, path)
	s.touch(path)
	s.mu.Unlock()
	s.say(ctx, "textDocument/publishDiagnostics", publishParams{URI: p.TextDocument.URI, Diagnostics: []diagnosticMessage{}})
	return nil
}

// again has all that is open looked at once more: something else was saved.
func (s *Server) again() {
	s.mu.Lock()
	defer s.mu.Unlock()
	for path := range s.files {
		s.touch(path)
	}
}

// touch has the release of a file checked. The lock is held.
func (s *Server) touch(path string) {
	dir, name := s.place(path)
	slug := slugOf(name)
	if dir == "" || slug == "" {
		return
	}
	s.dirty[job{dir, slug}] = true
	select {
	case s.wake <- struct{}{}:
	default:
	}
}

// place is the workspace in which a file lies, and its name there.
func (s *Server) place(path string) (dir, name string) {
	for dir = filepath.Dir(path); ; dir = filepath.Dir(dir) {
		if _, err := os.Stat(filepath.Join(dir, s.Settings)); err == nil {
			name, err := filepath.Rel(dir, path)
			if err != nil {
				return "", ""
			}
			return dir, filepath.ToSlash(name)
		}
		if dir == filepath.Dir(dir) {
			return "", ""
		}
	}
}

// slugOf is the release of which a file of the workspace holds words, "" for none.
func slugOf(name string) string {
	file, ok := strings.CutPrefix(name, "releases/")
	if !ok || !strings.HasSuffix(file, ".md") || strings.Contains(file, "/") {
		return ""
	}
	slug, _, _ := strings.Cut(file, ".")
	return slug
}

// pathOf is the path of a file's address, "" where that is none.
func pathOf(uri string) string {
	u, err := url.Parse(uri)
	if err != nil || u.Scheme != "file" || u.Path == "" {
		return ""
	}
	return filepath.Clean(u.Path)
}

func uriOf(path string) string { return (&url.URL{Scheme: "file", Path: path}).String() }

// press is the workspace of a folder, opened again where its settings are others by now.
func (s *Server) press(ctx context.Context, dir string) (*press, error) {
	stamp := ""
	if info, err := os.Stat(filepath.Join(dir, s.Settings)); err == nil {
		stamp = fmt.Sprint(info.Size(), info.ModTime().UnixNano())
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	p := s.presses[dir]
	if p != nil && p.settings == stamp {
		return p, p.err
	}
	shown := make(map[string][]string)
	if p != nil {
		shown = p.shown
		if p.Press != nil {
			if err := p.Close(); err != nil {
				s.Log.Error("closing a workspace", "error", err)
			}
		}
	}
	opened, err := s.Open(ctx, dir)
	p = &press{Press: opened, settings: stamp, err: err, shown: shown}
	if err != nil {
		p.Press = nil
	}
	s.presses[dir] = p
	return p, err
}

// text is a file as the editor holds it, with its workspace; ok is false where it belongs
// to none.
func (s *Server) text(ctx context.Context, uri string) (p *press, t assist.Text, ok bool) {
	path := pathOf(uri)
	s.mu.Lock()
	f := s.files[path]
	s.mu.Unlock()
	dir, name := s.place(path)
	slug := slugOf(name)
	if f == nil || dir == "" || slug == "" {
		return nil, t, false
	}
	p, err := s.press(ctx, dir)
	if err != nil {
		return nil, t, false
	}
	t = assist.Text{Name: name, Src: f.text, Translation: name != "releases/"+slug+".md"}
	if t.Translation {
		main := filepath.Join(dir, "releases", slug+".md")
		s.mu.Lock()
		if held := s.files[main]; held != nil {
			t.Main = held.text
		}
		s.mu.Unlock()
		if t.Main == nil {
			if t.Main, err = p.Read("releases/" + slug + ".md"); err != nil {
				s.Log.Debug("reading the release of a translation", "error", err)
			}
		}
	}
	return p, t, true
}

// say sends an editor a message that it has not asked for.
func (s *Server) say(ctx context.Context, method string, params any) {
	if err := s.rpc.Notify(ctx, method, params); err != nil && ctx.Err() == nil {
		s.Log.Debug("telling the editor", "error", err)
	}
}
