package hush

import (
	"context"
	"fmt"
	"log/slog"
	"slices"
)

// Handler is a slog.Handler whose lines at info and above say nothing of what is not
// public. What is at debug, for whoever looks for an error on this machine, is handed on
// as it is.
type Handler struct {
	next  slog.Handler
	words func(context.Context) (Words, error)
	added []func(slog.Handler, func(string) string) slog.Handler // attributes and groups, in their order
}

// NewHandler returns one over another. words is asked for each line: what is public
// changes.
func NewHandler(next slog.Handler, words func(context.Context) (Words, error)) *Handler {
	return &Handler{next: next, words: words}
}

// Enabled tells whether a level is logged.
func (h *Handler) Enabled(ctx context.Context, l slog.Level) bool { return h.next.Enabled(ctx, l) }

// WithAttrs is a handler with attributes for every line.
func (h *Handler) WithAttrs(attrs []slog.Attr) slog.Handler {
	return h.with(func(next slog.Handler, mend func(string) string) slog.Handler {
		return next.WithAttrs(mended(attrs, mend))
	})
}

// WithGroup is a handler whose further attributes stand in a group.
func (h *Handler) WithGroup(name string) slog.Handler {
	return h.with(func(next slog.Handler, _ func(string) string) slog.Handler { return next.WithGroup(name) })
}

func (h *Handler) with(add func(slog.Handler, func(string) string) slog.Handler) *Handler {
	return &Handler{h.next, h.words, append(slices.Clip(h.added), add)}
}

// Handle hands a line on.
func (h *Handler) Handle(ctx context.Context, r slog.Record) error {
	mend := func(s string) string { return s }
	if r.Level >= slog.LevelInfo {
		mend = h.mend(ctx)
	}
	next := h.next
	for _, add := range h.added {
		next = add(next, mend)
	}
	out := slog.NewRecord(r.Time, r.Level, mend(r.Message), r.PC)
	r.Attrs(func(a slog.Attr) bool {
		out.AddAttrs(mended([]slog.Attr{a}, mend)...)
		return true
	})
	return next.Handle(ctx, out)
}

func (h *Handler) mend(ctx context.Context) func(string) string {
	words, err := h.words(ctx)
	return func(s string) string { return Text(s, words, err) }
}

func mended(attrs []slog.Attr, mend func(string) string) []slog.Attr {
	out := make([]slog.Attr, len(attrs))
	for i, a := range attrs {
		v := a.Value.Resolve()
		switch v.Kind() {
		case slog.KindString:
			v = slog.StringValue(mend(v.String()))
		case slog.KindAny:
			v = slog.StringValue(mend(fmt.Sprint(v.Any())))
		case slog.KindGroup:
			v = slog.GroupValue(mended(v.Group(), mend)...)
		}
		out[i] = slog.Attr{Key: a.Key, Value: v}
	}
	return out
}
