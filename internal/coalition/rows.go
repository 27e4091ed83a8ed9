package coalition

import (
	"time"

	"pressroom/internal/submission"
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
