package archive

import (
	"time"

	"pressroom/internal/ledger"
)

// What ledger.json of a mailing says. Fields are added, never removed.
type (
	mailing struct {
		ID         string     `json:"id"`
		Release    string     `json:"release"`
		Kind       string     `json:"kind"`
		Round      string     `json:"round"`
		Revision   string     `json:"revision"`
		Headline   string     `json:"headline"`
		State      string     `json:"state"`
		Sender     string     `json:"sender"`
		Zone       string     `json:"zone"`
		CreatedAt  time.Time  `json:"created_at"`
		ReleaseAt  *time.Time `json:"release_at"`
		LiftedAt   *time.Time `json:"lifted_at"`
		ClosesAt   *time.Time `json:"closes_at,omitempty"`
		Reason     string     `json:"reason,omitempty"`
		Deliveries []one      `json:"deliveries"`
		Attempts   []attempt  `json:"attempts"`
	}
	one struct {
		Number    int64      `json:"number"`
		Address   string     `json:"address"`
		Name      string     `json:"name,omitempty"`
		Outlet    string     `json:"outlet,omitempty"`
		Language  string     `json:"language"`
		Form      string     `json:"form"` // the artefact that it was made of
		State     string     `json:"state"`
		Answered  *time.Time `json:"answered_at"`
		Server    string     `json:"server,omitempty"`
		Stage     string     `json:"stage,omitempty"`
		Answer    string     `json:"answer,omitempty"`
		Date      *time.Time `json:"date"` // that the message bears
		Signature string     `json:"signature,omitempty"`
		SHA256    string     `json:"sha256,omitempty"` // of the message
	}
	attempt struct {
		At      time.Time `json:"at"`
		Number  int64     `json:"number"`
		Address string    `json:"address"`
		Server  string    `json:"server,omitempty"`
		Stage   string    `json:"stage,omitempty"`
		Answer  string    `json:"answer,omitempty"`
	}
)

// ledger writes what became of a mailing.
func (x *exporter) ledger(folder string, d *ledger.Dispatch) error {
	m := mailing{
		ID: d.ID, Release: d.Slug, Kind: string(d.Kind), Round: d.Round, Revision: d.Revision, Headline: d.Headline, State: string(d.State),
		Sender: d.Sender, Zone: d.Zone, CreatedAt: d.CreatedAt, ReleaseAt: instant(d.ReleaseAt), LiftedAt: instant(d.LiftedAt),
		ClosesAt: instant(d.ClosesAt), Reason: d.Reason, Deliveries: []one{}, Attempts: []attempt{},
	}
	entries, err := x.Ledger.Entries(x.ctx, d.ID, "")
	if err != nil {
		return err
	}
	for _, e := range entries {
		m.Deliveries = append(m.Deliveries, one{
			Number: e.ID, Address: e.Address, Name: e.Name, Outlet: e.Outlet, Language: e.Language, Form: e.Template, State: e.State,
			Answered: instant(e.AnsweredAt), Server: e.Server, Stage: e.Stage, Answer: e.Answer(), Date: instant(e.Message.Date),
			Signature: e.Message.Signature, SHA256: e.Message.SHA256,
		})
	}
	tries, err := x.Ledger.Attempts(x.ctx, d.ID)
	if err != nil {
		return err
	}
	for _, a := range tries {
		m.Attempts = append(m.Attempts, attempt{
			At: a.At, Number: a.Delivery, Address: a.Address, Server: a.Server, Stage: a.Stage,
			Answer: ledger.AnswerLine(a.Code, a.Enhanced, a.Reply),
		})
	}
	return x.json(folder+"ledger.json", m)
}
