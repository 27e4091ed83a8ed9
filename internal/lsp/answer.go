package lsp

import (
	"context"
	"fmt"
	"path/filepath"
	"strings"

	"pressroom/internal/assist"
	"pressroom/internal/diagnostic"
)

// Kinds of completions and symbols, as the protocol counts them.
const (
	kindProperty, kindValue, kindSnippet      = 10, 12, 15
	symbolKey, symbolObject, symbolString     = 20, 19, 15
	symbolNamespace                           = 3
	formatPlain, formatSnippet            int = 1, 2
)

// question is a place in a text that an editor asks about, and what is known beside it.
type question struct {
	press *press
	text  assist.Text
	facts assist.Facts
	units *assist.Units
	at    int // byte of the text
}

// question is what is asked of a place; ok is false where no text of a release is open.
func (s *Server) question(ctx context.Context, p *placeParams) (q question, ok bool, err error) {
	if q.press, q.text, ok = s.text(ctx, p.TextDocument.URI); !ok {
		return q, false, nil
	}
	if q.facts, err = q.press.Facts(ctx); err != nil {
		return q, false, err
	}
	q.units = assist.NewUnits(q.text.Src)
	q.at = q.units.Offset(p.Position.Line, p.Position.Character)
	return q, true, nil
}

func (s *Server) completion(ctx context.Context, p *placeParams) ([]completionItem, error) {
	out := []completionItem{}
	q, ok, err := s.question(ctx, p)
	if !ok {
		return out, err
	}
	for i, c := range assist.Complete(q.text, q.facts, q.at) {
		item := completionItem{
			Label: c.Label, Detail: c.Detail, SortText: fmt.Sprintf("%04d", i), FilterText: c.Label,
			InsertTextFormat: formatPlain, TextEdit: textEdit{rangeOf(q.units, c.Span.Start, c.Span.End), c.Insert},
		}
		item.Kind = map[assist.Kind]int{assist.Key: kindProperty, assist.Value: kindValue, assist.Block: kindSnippet}[c.Kind]
		if c.Kind == assist.Block {
			item.FilterText = strings.TrimSpace(c.Insert)
		}
		if s.snippet && c.Caret < len(c.Insert) {
			item.InsertTextFormat = formatSnippet
			item.TextEdit.NewText = escaped.Replace(c.Insert[:c.Caret]) + "$0" + escaped.Replace(c.Insert[c.Caret:])
		}
		out = append(out, item)
	}
	return out, nil
}

// escaped is a text within a snippet.
var escaped = strings.NewReplacer(`\`, `\\`, "$", `\$`, "}", `\}`)

func (s *Server) hover(ctx context.Context, p *placeParams) (*hover, error) {
	q, ok, err := s.question(ctx, p)
	if !ok {
		return nil, err
	}
	said, at := assist.Hover(q.text, q.facts, q.at)
	if said == "" {
		return nil, nil
	}
	return &hover{markup{"plaintext", said}, rangeOf(q.units, at.Start, at.End)}, nil
}

func (s *Server) definition(ctx context.Context, p *placeParams) (*location, error) {
	q, ok, err := s.question(ctx, p)
	if !ok {
		return nil, err
	}
	place, ok := assist.Define(q.text, q.facts, q.at)
	if !ok {
		return nil, nil
	}
	path := filepath.Join(q.press.Dir(), filepath.FromSlash(place.File))
	l := &location{URI: uriOf(path)}
	s.mu.Lock()
	f := s.files[path]
	s.mu.Unlock()
	var src []byte
	if f != nil {
		l.URI, src = f.uri, f.text
	} else if src, err = q.press.Read(place.File); err != nil {
		return nil, err
	}
	at := assist.Offset(src, place.Line, place.Column)
	l.Range = rangeOf(assist.NewUnits(src), at, at)
	return l, nil
}

func (s *Server) symbols(ctx context.Context, p *openParams) ([]symbol, error) {
	_, t, ok := s.text(ctx, p.TextDocument.URI)
	if !ok {
		return []symbol{}, nil
	}
	return symbolsOf(assist.NewUnits(t.Src), assist.Outline(t), true), nil
}

func symbolsOf(u *assist.Units, list []assist.Symbol, top bool) []symbol {
	out := []symbol{}
	for _, s := range list {
		kind := symbolKey
		switch {
		case s.Heading:
			kind = symbolString
		case top:
			kind = symbolNamespace
		case strings.HasPrefix(s.Name, "["):
			kind = symbolObject
		}
		sym := symbol{
			Name: s.Name, Detail: s.Detail, Kind: kind, Range: rangeOf(u, s.Span.Start, s.Span.End),
			SelectionRange: rangeOf(u, s.At.Start, s.At.End),
		}
		if len(s.Within) > 0 {
			sym.Children = symbolsOf(u, s.Within, false)
		}
		out = append(out, sym)
	}
	return out
}

// actions are what can be written in the place of what is wrong in a range.
func (s *Server) actions(ctx context.Context, p *actionParams) ([]codeAction, error) {
	out := []codeAction{}
	press, t, ok := s.text(ctx, p.TextDocument.URI)
	if !ok {
		return out, nil
	}
	memory, _ := s.held(press.Dir())
	found, err := findings(ctx, press, slugOf(t.Name), memory)
	if err != nil {
		return nil, err
	}
	u := assist.NewUnits(t.Src)
	from := u.Offset(p.Range.Start.Line, p.Range.Start.Character)
	to := u.Offset(p.Range.End.Line, p.Range.End.Character)
	fixer := assist.NewFixer(t)
	for _, d := range found {
		at := assist.At(t.Src, d)
		if d.File != t.Name || at.End < from || at.Start > to {
			continue
		}
		out = append(out, actionsFor(p.TextDocument.URI, u, t.Src, d, fixer.Fixes(d))...)
	}
	return out, nil
}

func actionsFor(uri string, u *assist.Units, src []byte, d diagnostic.Diagnostic, fixes []assist.Fix) (out []codeAction) {
	for _, f := range fixes {
		var edits []textEdit
		for _, e := range f.Edits {
			edits = append(edits, textEdit{rangeOf(u, e.Span.Start, e.Span.End), e.New})
		}
		out = append(out, codeAction{
			Title: f.Title, Kind: "quickfix", Diagnostics: []diagnosticMessage{message(u, src, d)},
			Edit: workspaceEdit{map[string][]textEdit{uri: edits}},
		})
	}
	return out
}
