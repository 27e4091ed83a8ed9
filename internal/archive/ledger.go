package archive

import (
	"bufio"
	"bytes"
	"encoding/json"
	"fmt"
	"time"

	"pressroom/internal/ledger"
)

// What ledger.json of a mailing says. Fields are added, never removed.
type (
	mailing struct {
		ID        string     `json:"id"`
		Release   string     `json:"release"`
		Kind      string     `json:"kind"`
		Round     string     `json:"round"`
		Revision  string     `json:"revision"`
		Headline  string     `json:"headline"`
		State     string     `json:"state"`
		Sender    string     `json:"sender"`
		Zone      string     `json:"zone"`
		CreatedAt time.Time  `json:"created_at"`
		ReleaseAt *time.Time `json:"release_at"`
		LiftedAt  *time.Time `json:"lifted_at"`
		ClosesAt  *time.Time `json:"closes_at,omitempty"`
		Reason    string     `json:"reason,omitempty"`
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

// ledger writes what became of a mailing: what it is, and then a line for each delivery,
// in the order of their numbers, and for each try that did not succeed.
func (x *exporter) ledger(folder string, d *ledger.Dispatch) error {
	head, err := json.MarshalIndent(mailing{
		ID: d.ID, Release: d.Slug, Kind: string(d.Kind), Round: d.Round, Revision: d.Revision, Headline: d.Headline, State: string(d.State),
		Sender: d.Sender, Zone: d.Zone, CreatedAt: d.CreatedAt, ReleaseAt: instant(d.ReleaseAt), LiftedAt: instant(d.LiftedAt),
		ClosesAt: instant(d.ClosesAt), Reason: d.Reason,
	}, "", "  ")
	if err != nil {
		return fmt.Errorf("writing %sledger.json: %w", folder, err)
	}
	return x.stream(folder+"ledger.json", func(w *bufio.Writer) error {
		w.Write(bytes.TrimSuffix(head, []byte("\n}")))
		deliveries := rows{w: w}
		w.WriteString(",\n  \"deliveries\": [")
		if err := x.Ledger.EachEntry(x.ctx, d.ID, func(e *ledger.Entry) error { return deliveries.add(delivered(e)) }); err != nil {
			return err
		}
		attempts := rows{w: w}
		w.WriteString("],\n  \"attempts\": [")
		if err := x.Ledger.EachAttempt(x.ctx, d.ID, func(a *ledger.Attempt) error { return attempts.add(tried(a)) }); err != nil {
			return err
		}
		_, err := w.WriteString("]\n}\n")
		return err
	})
}

// rows writes the values of a list in JSON, each on a line.
type rows struct {
	w     *bufio.Writer
	begun bool
}

func (r *rows) add(v any) error {
	data, err := json.Marshal(v)
	if err != nil {
		return err
	}
	if r.begun {
		r.w.WriteByte(',')
	}
	r.begun = true
	r.w.WriteString("\n    ")
	_, err = r.w.Write(data)
	return err
}

func delivered(e *ledger.Entry) one {
	return one{
		Number: e.ID, Address: e.Address, Name: e.Name, Outlet: e.Outlet, Language: e.Language, Form: e.Template, State: e.State,
		Answered: instant(e.AnsweredAt), Server: e.Server, Stage: e.Stage, Answer: e.Answer(), Date: instant(e.Message.Date),
		Signature: e.Message.Signature, SHA256: e.Message.SHA256,
	}
}

func tried(a *ledger.Attempt) attempt {
	return attempt{
		At: a.At, Number: a.Delivery, Address: a.Address, Server: a.Server, Stage: a.Stage,
		Answer: ledger.AnswerLine(a.Code, a.Enhanced, a.Reply),
	}
}
