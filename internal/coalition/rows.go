package coalition

import (
	"fmt"
	"strings"
	"time"

	"pressroom/internal/submission"
	"pressroom/internal/wording"
)

// Row is a request as commands write it in JSON.
type Row struct {
	Quote    string           `json:"quote"`
	Org      string           `json:"org"`
	State    string           `json:"state"`
	Late     bool             `json:"late"`
	Accepted bool             `json:"accepted"`
	Soft     string           `json:"soft"`
	Hard     string           `json:"hard"`
	Words    submission.Words `json:"words"`
	Message  string           `json:"message,omitempty"`
	Updated  string           `json:"updated"`
}

// Rows are requests in JSON.
func (d *Desk) Rows(all []*Request) []Row {
	out := []Row{}
	for _, r := range all {
		out = append(out, Row{
			r.Quote, r.Org, string(r.State), d.Late(r), r.Accepted, r.Soft.Format(time.RFC3339), r.Hard.Format(time.RFC3339), Latest(r), r.Message,
			r.Updated.Format(time.RFC3339),
		})
	}
	return out
}

// Describe says in lines how far a request is, with its words, deadlines in a zone and
// what was said last.
func (d *Desk) Describe(r *Request, zone *time.Location) string {
	var b strings.Builder
	state := string(r.State)
	if d.Late(r) {
		state += ", late"
	}
	if r.Accepted && r.State == Signed {
		state += ", accepted"
	}
	words := ""
	if w := Latest(r); w.Text != "" {
		words = fmt.Sprintf("%d words: %s", w.Count(), wording.Short(w.Text, 60))
	}
	fmt.Fprintf(&b, "%-24s %-18s %s\n", r.Quote, state, words)
	if r.State.Open() {
		fmt.Fprintf(&b, "%-24s by %s, closed %s\n", "", r.Soft.In(zone).Format("Mon 2 Jan 15:04 MST"),
			r.Hard.In(zone).Format("Mon 2 Jan 15:04 MST"))
	}
	if r.Message != "" {
		fmt.Fprintf(&b, "%-24s %s\n", "", wording.Short(r.Message, 80))
	}
	return b.String()
}
