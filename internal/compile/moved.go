package compile

import (
	"fmt"
	"slices"
	"time"

	"pressroom/internal/frontmatter"
	"pressroom/internal/release"
)

// MovedError says that a release cannot be read with another instant.
type MovedError struct {
	Slug string
	At   time.Time
	Why  error
}

func (e *MovedError) Error() string {
	return fmt.Sprintf("%s cannot be read with the instant %s: %v", e.Slug, e.At.Format(time.RFC3339), e.Why)
}

// Unwrap is what is wrong with it.
func (e *MovedError) Unwrap() error { return e.Why }

// Moved is the input with another instant: a revision of its own, in whose source the
// key of the instant is the only thing that is another, as it is in the release's file
// once that is edited.
func (in *Input) Moved(at time.Time) (*Input, error) {
	fail := func(err error) (*Input, error) { return nil, &MovedError{in.Release.Slug, at, err} }
	main := in.Sources[0]
	doc, diags := frontmatter.Split(main.Name, main.Data)
	if doc == nil {
		return fail(diags)
	}
	edited, err := release.Retime(doc, at.In(in.Release.Zone))
	if err != nil {
		return fail(err)
	}
	sources := slices.Clone(in.Sources)
	sources[0].Data = edited
	again, found := in.again(sources, in.Without)
	if again == nil {
		return fail(found)
	}
	return again, nil
}
