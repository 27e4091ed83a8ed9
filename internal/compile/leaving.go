package compile

import (
	"fmt"
	"slices"
	"strings"

	"pressroom/internal/diagnostic"
	"pressroom/internal/release"
)

// LeavingError says that a release cannot be read without a quote.
type LeavingError struct {
	Slug   string
	Quotes []string
	Why    error
}

func (e *LeavingError) Error() string {
	return fmt.Sprintf("%s cannot be read without %s: %v", e.Slug, strings.Join(e.Quotes, ", "), e.Why)
}

// Unwrap is what is wrong with it.
func (e *LeavingError) Unwrap() error { return e.Why }

// Leaving is the input without some quotes, by their id or organization: a revision of
// its own, made of the same sources and files.
func (in *Input) Leaving(out ...string) (*Input, error) {
	without := slices.Clone(in.Without)
	for _, name := range out {
		if !slices.Contains(without, name) {
			without = append(without, name)
		}
	}
	again, diags := in.again(in.Sources, without)
	if again == nil {
		return nil, &LeavingError{in.Release.Slug, out, diags}
	}
	return again, nil
}

// again is the input made of other sources, or without other quotes, and of the same
// files. It is nil where that cannot be read.
func (in *Input) again(sources []release.Source, without []string) (*Input, diagnostic.List) {
	rel, diags := release.ReadWithout(in.Release.Slug, sources, in.Settings, slices.Concat(without, in.Unsigned))
	if rel == nil {
		return nil, diags
	}
	e := *in
	e.Release, e.plain, e.Sources, e.Without = rel, nil, sources, without
	if a := in.Release.Amended; a != nil {
		e.Release, e.plain = rel.Amend(a), rel
	}
	e.Files, e.Assets = make(map[string][]byte), make(release.Assets)
	for _, f := range e.files() {
		data, ok := in.Files[f.key]
		if !ok {
			continue // an earlier version of the program did not keep it
		}
		e.Files[f.key] = data
		for _, key := range []string{f.key, release.LogoPixels(f.name), release.LogoSmall(f.name)} {
			if a, ok := in.Assets[key]; ok {
				e.Assets[key] = a
			}
		}
	}
	e.identify(e.settingsText())
	return &e, nil
}
