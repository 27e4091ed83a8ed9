package notices

import (
	"context"
	"encoding/json"
	"fmt"

	"pressroom/internal/jobs"
	"pressroom/internal/store"
)

// News is what the lead is told that is about no mailing.
type News struct {
	Name    string // what tells it from others: the same is told once
	Event   string // as the webhook names it
	Subject string
	Text    string
}

// Tell has the lead told if, and only if, the transaction is committed.
func (l Lead) Tell(ctx context.Context, db *store.DB, tx *store.Tx, n News) error {
	for _, to := range l.Email {
		notice := Notice{To: to, Subject: n.Subject, Text: n.Text, Language: "en", Name: n.Name + "/" + to}
		if err := notice.Insert(ctx, db, tx); err != nil {
			return err
		}
	}
	if l.Webhook == "" {
		return nil
	}
	body, err := json.Marshal(map[string]string{"event": n.Event, "subject": n.Subject, "text": n.Text})
	if err != nil {
		return fmt.Errorf("telling the lead: %w", err)
	}
	return jobs.Insert(ctx, db, tx, Webhook{URL: l.Webhook, Body: string(body), Name: n.Name})
}
