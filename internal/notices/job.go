package notices

import (
	"context"

	"github.com/riverqueue/river"

	"pressroom/internal/jobs"
	"pressroom/internal/store"
)

// Notice is a mail without a release that is to be sent.
type Notice struct {
	To       string `json:"to"`
	Subject  string `json:"subject"`
	Text     string `json:"text"`
	Language string `json:"language"`
	ReplyTo  string `json:"reply_to,omitempty"`
	Name     string `json:"name" river:"unique"` // what tells it from others: the same name is sent once
}

// Kind names the job.
func (Notice) Kind() string { return "notice" }

// InsertOpts make a notice unique by its name.
func (Notice) InsertOpts() river.InsertOpts {
	return jobs.Once()
}

// Webhook is a JSON document that is to be posted.
type Webhook struct {
	URL  string `json:"url"`
	Body string `json:"body"`
	Name string `json:"name" river:"unique"`
}

// Kind names the job.
func (Webhook) Kind() string { return "webhook" }

// InsertOpts make a call unique by its name.
func (Webhook) InsertOpts() river.InsertOpts {
	return jobs.Once()
}

// Insert has a notice mailed if, and only if, the transaction is committed.
func (n Notice) Insert(ctx context.Context, db *store.DB, tx *store.Tx) error {
	return jobs.Insert(ctx, db, tx, n)
}

// Forget takes back the notices to an address, by its key, that wait.
func Forget(ctx context.Context, tx *store.Tx, key string) error {
	return jobs.Forget(ctx, tx, Notice{}.Kind(), "to", key)
}

// Jobs are what the sender does.
func (s *Sender) Jobs() []jobs.Kind { return []jobs.Kind{jobs.Handle(s.Mail), jobs.Handle(s.Call)} }
