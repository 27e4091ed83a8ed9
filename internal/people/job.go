package people

import (
	"context"
	"errors"
	"time"

	"pressroom/internal/inbox"
	"pressroom/internal/jobs"
	"pressroom/internal/setting"
	"pressroom/internal/store"
)

// Mailbox is where bounces, complaints and answers arrive: inbox.IMAP or
// inbox.Maildir.
type Mailbox interface {
	// Read hands over what is new since state, and returns the state to begin with
	// the next time, also with an error.
	Read(ctx context.Context, state string, take inbox.Take) (next string, err error)
	// Check looks whether it can be read, and reads nothing.
	Check(ctx context.Context) error
}

// inboxSetting is the name under which the database keeps how far the mailbox
// has been read.
const inboxSetting = "inbox"

// Fetch reads what is new in a mailbox. taken is told of each message that was not
// read before; nil if nobody is to be told.
func (d *Desk) Fetch(ctx context.Context, box Mailbox, taken func(*Taken)) error {
	state, err := setting.Get(ctx, d.db.Reader(), inboxSetting)
	if err != nil {
		return err
	}
	next, err := box.Read(ctx, state, func(raw []byte) error {
		t, err := d.Take(ctx, raw)
		if err == nil && taken != nil && !t.Known {
			taken(t)
		}
		return err
	})
	if next != state {
		keep := context.WithoutCancel(ctx)
		err = errors.Join(err, d.db.Tx(keep, func(tx *store.Tx) error { return setting.Set(keep, tx, inboxSetting, next) }))
	}
	return err
}

// Fetching is the job that reads what came back by mail.
type Fetching struct{}

// Kind names the job.
func (Fetching) Kind() string { return "inbox" }

// Jobs are what is done with a mailbox by itself, every so often.
func (d *Desk) Jobs(box Mailbox, every time.Duration) []jobs.Kind {
	return []jobs.Kind{jobs.Every[Fetching](every, func(ctx context.Context) error { return d.Fetch(ctx, box, nil) })}
}
