package draft

import (
	"strings"
	"time"

	"pressroom/internal/fields"
	"pressroom/internal/frontmatter"
	"pressroom/internal/release"
)

// Prints is the line that a release bears which goes out then, as its readers see it. lang
// is its language, "" for the organization's. today is the day on which it is sent, for one
// that waits for a word.
func Prints(settings release.Settings, t fields.Timing, lang string, today time.Time) (string, error) {
	src := "+++\nheadline = \"x\"\n"
	if lang != "" {
		src += "language = " + frontmatter.Quote(lang) + "\n"
	}
	src += "[[contact]]\nname = \"x\"\nphone = \"1\"\n+++\nx\n"
	const name = "releases/x.md"
	doc, diags := frontmatter.Split(name, []byte(src))
	if doc == nil {
		return "", diags
	}
	out, err := fields.Retimed{Now: t, Zone: time.UTC}.Apply(doc)
	if err != nil {
		return "", err
	}
	rel, diags := release.Read("x", []release.Source{{Name: name, Data: out}}, settings)
	if rel == nil {
		return "", &SaidError{diags[0].Message}
	}
	phase := release.PhaseRelease
	switch rel.Timing.Kind {
	case release.Embargoed:
		phase = release.PhaseAdvance
	case release.OnWord:
		rel.Timing.At = today.In(rel.Zone)
	}
	return rel.ReleaseLines(rel.Main().Catalogue(), phase), nil
}

// SaidError is one thing that is wrong, without the place of a file that nobody wrote.
type SaidError struct{ Message string }

func (e *SaidError) Error() string { return strings.TrimSuffix(e.Message, ".") }
