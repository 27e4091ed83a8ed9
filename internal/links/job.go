package links

import (
	"context"

	"github.com/riverqueue/river"

	"pressroom/internal/jobs"
	"pressroom/internal/notices"
)

// FreshLink is a mail with a link that somebody waits for. It is written when it is
// sent, so that link and code are kept nowhere, and stands in no queue behind others.
type FreshLink struct {
	Purpose string `json:"purpose"` // of the link
	Of      string `json:"of"`      // what makes links of this purpose knows it by
	Asked   string `json:"asked"`   // digest of what the page holds that waits for it
	Name    string `json:"name" river:"unique"`
}

// Kind names the job.
func (FreshLink) Kind() string { return "fresh-link" }

// InsertOpts put the mail into a queue of its own. Nobody waits for it longer than
// its code is good for.
func (FreshLink) InsertOpts() river.InsertOpts {
	return river.InsertOpts{MaxAttempts: 5, Queue: jobs.Prompt, UniqueOpts: river.UniqueOpts{ByArgs: true}}
}

// Jobs are the links that somebody waits for.
func (d *Desk) Jobs(send func(ctx context.Context, n notices.Notice) error) []jobs.Kind {
	return []jobs.Kind{jobs.Handle(func(ctx context.Context, j FreshLink) error {
		n, err := d.Letter(ctx, j)
		if err != nil || n == nil {
			return err
		}
		return send(ctx, *n)
	})}
}
