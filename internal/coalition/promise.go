package coalition

import (
	"fmt"

	"pressroom/internal/release"
	"pressroom/internal/submission"
)

// Promise is what happens to words of this quote that nobody signs off: what the
// release as it stands, and as it is set, will do.
func (v *Visit) Promise() string {
	if v.Standing.Waits() {
		return v.Will()
	}
	var stored *release.Quote
	if v.Release != nil {
		for _, q := range v.Release.Main().Quotes {
			if q.ID == v.Request.Quote {
				stored = q
			}
		}
	}
	switch {
	case stored == nil:
		return "Nothing is printed before it is signed off."
	case stored.Signoff != nil:
		return "What was signed off before is printed until other words are."
	case v.Release.Unsigned == release.Refuse:
		return "The release does not go out with words that nobody signed off."
	}
	return fmt.Sprintf("Words for %s stand in the release already. As it is set up, they are printed even if nobody signs them off.",
		v.Org.Name)
}

// Difference is one field that a sign-off covers, in which two versions of a quote
// differ.
type Difference struct{ Name, Old, New string }

// Differences are the fields that a sign-off covers and in which two versions of a
// quote differ.
func Differences(old, now submission.Words) []Difference {
	var out []Difference
	for _, d := range []Difference{
		{"Words", old.Text, now.Text},
		{"Name", old.Speaker, now.Speaker},
		{"Title", old.Title, now.Title},
		{"Organization", old.Org, now.Org},
		{"Attribution as printed", old.Attribution, now.Attribution},
	} {
		if d.Old != d.New {
			out = append(out, d)
		}
	}
	return out
}

// Proposed are the differences between the partner's own words and the lead's; none
// where there are not both.
func (v *Visit) Proposed() []Difference {
	if v.Request.Proposal == nil || v.Request.Draft.Text == "" {
		return nil
	}
	return Differences(v.Request.Draft, *v.Request.Proposal)
}
