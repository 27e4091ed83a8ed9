package people

import (
	"context"
	"fmt"
	"strings"
	"time"

	"pressroom/internal/contacts"
	"pressroom/internal/store"
)

// Stale is somebody on a press list of whom nothing was heard for long.
type Stale struct {
	Address string `json:"address"`
	Name    string `json:"name"`
	Outlet  string `json:"outlet"`
	Source  string `json:"source"`
	Added   string `json:"added"`            // as the list has it
	Last    string `json:"last"`             // the day of the last sign, "" if there was none
	At      string `json:"at"`               // where they stand
	Unread  bool   `json:"unread,omitempty"` // added holds no day that can be read
}

// String is the entry on a line.
func (s Stale) String() string {
	last := "no sign of them"
	if s.Last != "" {
		last = "last " + s.Last
	}
	if s.Unread {
		last += fmt.Sprintf("; added %q is no day as in 2026-11-27", s.Added)
	}
	return strings.Join([]string{s.At, s.Address, s.Name, s.Outlet, last}, "  ")
}

// Stale finds those who for so many months got nothing that their server took, said
// nothing, and were not added.
func (d *Desk) Stale(ctx context.Context, list []*contacts.Journalist, months int) ([]Stale, error) {
	signs, err := d.signs(ctx)
	if err != nil {
		return nil, err
	}
	since := d.now().AddDate(0, -months, 0)
	out := []Stale{}
	for _, j := range list {
		last := signs[j.Key]
		added, err := time.Parse(time.DateOnly, strings.TrimSpace(j.Added))
		if added.After(last) {
			last = added
		}
		if last.After(since) {
			continue
		}
		s := Stale{
			Address: j.Email, Name: j.Name, Outlet: j.Outlet, Source: j.Source, Added: j.Added, At: j.At().String(),
			Unread: err != nil && j.Added != "",
		}
		if !last.IsZero() {
			s.Last = last.UTC().Format(time.DateOnly)
		}
		out = append(out, s)
	}
	return out, nil
}

// signs are the last that was heard of each address: a message that their server
// took, an answer that a person wrote, a change of their details.
func (d *Desk) signs(ctx context.Context) (map[string]time.Time, error) {
	out, err := d.ledger.LastTaken(ctx)
	if err != nil {
		return nil, err
	}
	for _, query := range []string{
		`SELECT address_key, MAX(at) FROM reply WHERE kind = 'human' GROUP BY address_key`,
		`SELECT address_key, at FROM override`,
	} {
		if err := d.newest(ctx, query, out); err != nil {
			return nil, fmt.Errorf("looking for the last signs of journalists: %w", err)
		}
	}
	return out, nil
}

func (d *Desk) newest(ctx context.Context, query string, into map[string]time.Time) error {
	rows, err := d.db.Reader().QueryContext(ctx, query)
	if err != nil {
		return err
	}
	defer rows.Close()
	for rows.Next() {
		var key string
		var at int64
		if err := rows.Scan(&key, &at); err != nil {
			return err
		}
		if t := store.Time(at); t.After(into[key]) {
			into[key] = t
		}
	}
	return rows.Err()
}
