package compile

import (
	"bytes"
	"errors"
	"html"
	"strings"
	"unicode/utf8"

	"pressroom/internal/check"
	"pressroom/internal/diagnostic"
	"pressroom/internal/release"
	"pressroom/internal/render/pdf"
	"pressroom/internal/render/pdf/setter"
)

// mostUnset is how many characters that cannot be set are named one by one.
const mostUnset = 10

// Unset says which characters of the release no font can set, each at its place. It
// asks the setter itself, and only where there is a doubt: few releases hold a
// character that not every face has.
func (in *Input) Unset() diagnostic.List {
	if len(in.doubtful) == 0 {
		return nil
	}
	for _, v := range in.Variants() {
		if missing := in.unsetIn(in.Release, v); missing != nil {
			return in.unset(missing)
		}
	}
	for _, o := range in.WithEdition() {
		edition := in.Release.Edition(o)
		for _, l := range edition.Languages() {
			if missing := in.unsetIn(edition, release.Variant{Phase: release.PhaseRelease, Language: l}); missing != nil {
				return in.unset(missing)
			}
		}
	}
	return nil
}

// unsetIn is the character that keeps a release from being set, nil if there is none.
func (in *Input) unsetIn(r *release.Release, v release.Variant) (missing *setter.MissingError) {
	_, err := pdf.Render(r, r.Version(v.Language), v.Phase, in.Assets, in.Fonts, in.Hyphens[v.Language])
	errors.As(err, &missing)
	return missing
}

// unset names the places of a character that cannot be set, and those of the others
// that look as if they could not be either.
func (in *Input) unset(missing *setter.MissingError) diagnostic.List {
	chars := []rune{missing.Char}
	for _, c := range in.doubtful {
		if c != missing.Char {
			chars = append(chars, c)
		}
	}
	var out diagnostic.List
	found := false
	for _, p := range check.Places(in.Release.Files, chars, mostUnset) {
		found = found || strings.ContainsRune(p.Text, missing.Char)
		c := in.firstDoubtful(p.Text)
		out.Errorf(p.At, "font",
			"no font has “%s” (U+%04X, script %s) in “%s”; write words instead, or put a static font that has it into templates/fonts, "+
				"or install one on this machine",
			p.Text, c, setter.Script(c), p.Around)
	}
	if !found && len(out) < mostUnset {
		out.Errorf(in.rawPlace(missing.Char), "font", "%v", missing)
	}
	return out
}

func (in *Input) firstDoubtful(s string) rune {
	for _, c := range s {
		for _, d := range in.doubtful {
			if c == d {
				return c
			}
		}
	}
	c, _ := utf8.DecodeRuneInString(s)
	return c
}

// rawPlace is where a character stands in the sources, whatever it is there; the
// settings' file if it is in none.
func (in *Input) rawPlace(c rune) diagnostic.Position {
	for _, s := range in.Sources {
		if i := bytes.IndexRune(s.Data, c); i >= 0 {
			return diagnostic.At(s.Name, s.Data, i)
		}
	}
	for _, s := range in.Sources {
		// Written as a reference, as in &#128512;.
		if strings.ContainsRune(html.UnescapeString(string(s.Data)), c) {
			return diagnostic.Position{File: s.Name}
		}
	}
	return diagnostic.Position{File: settingsFile}
}

// place names the file, line and column of a character that no font has.
func (in *Input) place(err error) error {
	var missing *setter.MissingError
	if !errors.As(err, &missing) {
		return err
	}
	return in.unset(missing)
}
