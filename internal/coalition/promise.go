package coalition

import (
	"pressroom/internal/language"
	"pressroom/internal/release"
	"pressroom/internal/submission"
)

// Promise is what happens to words of this quote that nobody signs off: what the
// release as it stands, and as it is set, will do.
func (v *Visit) Promise() language.Said {
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
		return language.Line("promise_nothing")
	case v.Approval != nil && v.Approval.What.approves():
		return language.Line("promise_signed")
	}
	switch v.Release.PolicyFor(v.known(), stored.ID) {
	case release.LeaveOut:
		return language.Line("promise_nothing")
	case release.Refuse:
		return language.Line("promise_refuse")
	}
	return language.Line("promise_printed", "org", v.Org.Name)
}

// known is what is known of this quote alone: that it was asked for.
func (v *Visit) known() *release.Known {
	if v.Request.State == Revoked {
		return nil
	}
	return &release.Known{Requests: []release.Asking{{Quote: v.Request.Quote, OrgID: v.Request.Org}}}
}

// Difference is one field that a sign-off covers, in which two versions of a quote
// differ.
type Difference struct {
	Field    language.PortalPhrase // its name
	Old, New string
}

// Differences are the fields that a sign-off covers and in which two versions of a
// quote differ.
func Differences(old, now submission.Words) []Difference {
	var out []Difference
	for _, d := range []Difference{
		{"short_text", old.Text, now.Text},
		{"field_speaker", old.Speaker, now.Speaker},
		{"field_title", old.Title, now.Title},
		{"short_org", old.Org, now.Org},
		{"short_attribution", old.Attribution, now.Attribution},
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
