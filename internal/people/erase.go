package people

import (
	"context"
	"errors"
	"fmt"
	"time"

	"pressroom/internal/agreement"
	"pressroom/internal/contacts"
	"pressroom/internal/ledger"
	"pressroom/internal/links"
	"pressroom/internal/notices"
	"pressroom/internal/store"
)

// Erase takes a person out of all that the database holds: the ledger, with its
// attempts and what came back, changes of their own, links, and mails that wait.
// A digest that only the workspace can make keeps the address suppressed for good
// and stands in its place in the ledger. It returns in how many deliveries the
// person stood. Press lists are files, and not touched.
func (d *Desk) Erase(ctx context.Context, key string) (deliveries int64, err error) {
	err = d.db.Tx(ctx, func(tx *store.Tx) error {
		if err := agreement.EraseIn(ctx, tx, key); err != nil { // before the ledger forgets who they are
			return err
		}
		if deliveries, err = d.ledger.EraseIn(ctx, tx, key); err != nil {
			return err
		}
		for _, q := range []string{
			`DELETE FROM override WHERE address_key = ?`,
			`DELETE FROM link WHERE address_key = ?`,
			`DELETE FROM reply WHERE address_key = ?`,
		} {
			if _, err := tx.ExecContext(ctx, q, key); err != nil {
				return err
			}
		}
		if err := errors.Join(notices.Forget(ctx, tx, key), links.Forget(ctx, tx, Subject(key))); err != nil {
			return err
		}
		return d.eraseMentions(ctx, tx, key)
	})
	if err != nil {
		return 0, fmt.Errorf("erasing a person: %w", err)
	}
	return deliveries, nil
}

// eraseMentions takes an address out of what the database has of other people:
// texts in which it was named, and replacements.
func (d *Desk) eraseMentions(ctx context.Context, tx *store.Tx, key string) error {
	for _, c := range []struct{ find, empty string }{
		{`SELECT address_key, fields FROM override`, `UPDATE override SET fields = '{}' WHERE address_key = ?`},
		{
			`SELECT CAST(id AS TEXT), detail || ' ' || replacement FROM reply`,
			`UPDATE reply SET detail = '', replacement = '' WHERE CAST(id AS TEXT) = ?`,
		},
	} {
		if err := store.ClearMentions(ctx, tx, key, c.find, c.empty); err != nil {
			return err
		}
	}
	return d.ledger.EraseMentionsIn(ctx, tx, key)
}

// Data is all that is known of one person, for them to have.
type Data struct {
	Address     string             `json:"address"`
	Lists       []contacts.Listing `json:"press_lists"`
	Changes     *contacts.Change   `json:"own_changes,omitempty"`
	Suppression *suppressionData   `json:"not_mailed,omitempty"`
	Mailings    []mailingData      `json:"mailings"`
	Replies     []replyData        `json:"replies"`
	Agreements  []agreementData    `json:"agreements"`
	Opened      []openedData       `json:"opened"` // of advance copies, where that is recorded
	// References are those that stand on copies which they have downloaded.
	References []agreement.Holder `json:"references"`
}

type agreementData struct {
	At      time.Time `json:"at"`
	Release string    `json:"release"` // "" for all
	Answer  string    `json:"answer"`
	How     string    `json:"how"`
	Note    string    `json:"note,omitempty"`
	From    string    `json:"from,omitempty"` // where the form was sent from
	Browser string    `json:"browser,omitempty"`
	Terms   string    `json:"terms"` // their version
}

type openedData struct {
	At      time.Time `json:"at"`
	Release string    `json:"release"`
	What    string    `json:"what"`
}

type suppressionData struct {
	Reason string    `json:"reason"`
	Detail string    `json:"detail"`
	At     time.Time `json:"at"`
}

type mailingData struct {
	Mailing  string     `json:"mailing"`
	Address  string     `json:"address"`
	Name     string     `json:"name"`
	Outlet   string     `json:"outlet,omitempty"`
	Language string     `json:"language"`
	State    string     `json:"state"`
	At       *time.Time `json:"answered_at,omitempty"`
	Server   string     `json:"server"`
	Answer   string     `json:"answer"`
	Attempts int        `json:"attempts"`
}

type replyData struct {
	At     time.Time `json:"at"`
	Kind   string    `json:"kind"`
	Detail string    `json:"detail"`
}

// Export gathers what the database and the press lists have of an address.
func (d *Desk) Export(ctx context.Context, key string, files []contacts.File) (*Data, error) {
	out := &Data{
		Address: key, Lists: contacts.Listings(files, key), Mailings: []mailingData{}, Replies: []replyData{},
		Agreements: []agreementData{}, Opened: []openedData{}, References: []agreement.Holder{},
	}
	changes, err := d.Changes(ctx)
	if err != nil {
		return nil, err
	}
	if c, ok := changes[key]; ok {
		out.Changes = &c
	}
	s, err := d.ledger.Suppressed(ctx, key)
	if err != nil {
		return nil, err
	}
	if s != nil {
		out.Suppression = &suppressionData{s.Reason, s.Detail, s.At}
	}
	entries, err := d.ledger.History(ctx, key)
	if err != nil {
		return nil, err
	}
	for _, e := range entries {
		out.Mailings = append(out.Mailings, mailing(e))
	}
	replies, err := d.RepliesTo(ctx, key)
	if err != nil {
		return nil, err
	}
	for _, r := range replies {
		out.Replies = append(out.Replies, replyData{r.At, string(r.Kind), r.Detail})
	}
	return out, d.agreements(ctx, key, out)
}

// agreements adds what somebody has said of embargoes, and opened of advance copies.
func (d *Desk) agreements(ctx context.Context, key string, out *Data) error {
	of, err := agreement.Of(ctx, d.db.Reader(), key)
	for _, s := range of.Said {
		out.Agreements = append(out.Agreements, agreementData{
			s.At, s.Slug, string(s.Answer), string(s.How), s.Person.Note, s.Person.Remote, s.Person.Browser, s.Version,
		})
	}
	for _, o := range of.Opened {
		out.Opened = append(out.Opened, openedData{o.At, o.Slug, o.What})
	}
	out.References = append(out.References, of.References...)
	return err
}

func mailing(e ledger.Entry) mailingData {
	m := mailingData{
		Mailing: e.Dispatch, Address: e.Address, Name: e.Name, Outlet: e.Outlet, Language: e.Language, State: e.State, Server: e.Server,
		Attempts: e.Attempts,
		Answer:   e.Answer(),
	}
	if !e.AnsweredAt.IsZero() {
		m.At = &e.AnsweredAt
	}
	return m
}

// Empty tells whether nothing is known of the person.
func (d *Data) Empty() bool {
	return len(d.Agreements)+len(d.Opened)+len(d.References) == 0 &&
		len(d.Lists) == 0 && d.Changes == nil && d.Suppression == nil && len(d.Mailings) == 0 && len(d.Replies) == 0
}
