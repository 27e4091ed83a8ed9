package compile

import "pressroom/internal/release"

// Amend is the input of a release of which something was said after it went out: the
// same revision, with the statement above it and marks in it.
func (in *Input) Amend(a *release.Amended) *Input {
	if a == nil {
		return in
	}
	plain := in.Plain()
	e := *plain
	e.Release, e.plain = plain.Release.Amend(a), plain.Release
	return &e
}

// Plain is the input without what was said of the release after it went out: for
// whoever gets it for the first time.
func (in *Input) Plain() *Input {
	if in.plain == nil {
		return in
	}
	e := *in
	e.Release, e.plain = in.plain, nil
	return &e
}
