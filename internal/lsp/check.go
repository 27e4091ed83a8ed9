package lsp

import (
	"context"
	"errors"
	"path/filepath"
	"slices"

	"pressroom/internal/assist"
	"pressroom/internal/diagnostic"
)

// check looks at what was touched until the context ends.
func (s *Server) check(ctx context.Context) {
	for {
		select {
		case <-ctx.Done():
			return
		case <-s.wake:
		}
		for {
			next, ok := s.next()
			if !ok || ctx.Err() != nil {
				break
			}
			if err := s.publish(ctx, next); err != nil && ctx.Err() == nil {
				s.say(ctx, "window/showMessage", messageParams{1, "pressroom: " + err.Error()})
			}
		}
	}
}

func (s *Server) next() (job, bool) {
	s.mu.Lock()
	defer s.mu.Unlock()
	for j := range s.dirty {
		delete(s.dirty, j)
		return j, true
	}
	return job{}, false
}

// held is what the editor holds of a workspace, by the files' names there.
func (s *Server) held(dir string) (memory map[string][]byte, files map[string]file) {
	s.mu.Lock()
	defer s.mu.Unlock()
	memory, files = make(map[string][]byte), make(map[string]file)
	for path, f := range s.files {
		if in, name := s.place(path); in == dir {
			if slugOf(name) != "" {
				memory[name] = f.text
			}
			files[name] = *f
		}
	}
	return memory, files
}

// publish says what is found in a release.
func (s *Server) publish(ctx context.Context, j job) error {
	p, err := s.press(ctx, j.dir)
	if err != nil {
		return s.unopened(ctx, j, err)
	}
	memory, files := s.held(j.dir)
	found, err := findings(ctx, p, j.slug, memory)
	if err != nil {
		return err
	}
	by := make(map[string]diagnostic.List)
	for name := range files {
		if slugOf(name) == j.slug {
			by[name] = nil // what was said of it before holds no more
		}
	}
	for _, d := range found {
		by[d.File] = append(by[d.File], d)
	}
	var shown []string
	for name, list := range by {
		f, open := files[name]
		if !open {
			f.uri = uriOf(filepath.Join(j.dir, filepath.FromSlash(name)))
			if f.text, err = p.Read(name); err != nil {
				f.text = nil
			}
		}
		m := publishParams{URI: f.uri, Diagnostics: messages(f.text, list)}
		if open {
			m.Version = &f.version
		}
		s.say(ctx, "textDocument/publishDiagnostics", m)
		if len(list) > 0 {
			shown = append(shown, f.uri)
		}
	}
	for _, uri := range p.shown[j.slug] {
		if !slices.Contains(shown, uri) {
			s.say(ctx, "textDocument/publishDiagnostics", publishParams{URI: uri, Diagnostics: []diagnosticMessage{}})
		}
	}
	p.shown[j.slug] = shown
	return nil
}

// unopened says why a workspace cannot be opened: in its settings, where they are why.
func (s *Server) unopened(ctx context.Context, j job, err error) error {
	var list diagnostic.List
	if !errors.As(err, &list) {
		return err
	}
	_, files := s.held(j.dir)
	for name, f := range files {
		if slugOf(name) != j.slug {
			continue
		}
		told := diagnostic.List{{Severity: diagnostic.Error, Rule: "settings", Message: list.Error()}}
		s.say(ctx, "textDocument/publishDiagnostics", publishParams{URI: f.uri, Version: &f.version, Diagnostics: messages(f.text, told)})
	}
	return nil
}

// findings are those of a release. A panic in the checks is an error, so that the editor
// keeps its server.
func findings(ctx context.Context, p Press, slug string, memory map[string][]byte) (list diagnostic.List, err error) {
	defer func() {
		if v := recover(); v != nil {
			err = diagnostic.Recovered(v, "checking %s", slug)
		}
	}()
	list, err = p.Findings(ctx, slug, memory)
	return list.Sort(), err
}

// messages are findings as an editor has them.
func messages(src []byte, list diagnostic.List) []diagnosticMessage {
	u := assist.NewUnits(src)
	out := []diagnosticMessage{}
	for _, d := range list {
		out = append(out, message(u, src, d))
	}
	return out
}

func message(u *assist.Units, src []byte, d diagnostic.Diagnostic) diagnosticMessage {
	at := assist.At(src, d)
	return diagnosticMessage{
		Range: rangeOf(u, at.Start, at.End), Severity: int(d.Severity) + 1, Code: d.Rule, Source: "pressroom", Message: d.Message,
	}
}

func rangeOf(u *assist.Units, from, to int) (r textRange) {
	r.Start.Line, r.Start.Character = u.Of(from)
	r.End.Line, r.End.Character = u.Of(to)
	return r
}
