package coalition

import (
	"context"

	"github.com/riverqueue/river"

	"pressroom/internal/jobs"
	"pressroom/internal/notices"
)

// Letter is a mail to a partner of the coalition that is written when it is sent,
// so that the link in it is kept nowhere.
type Letter struct {
	Request int64  `json:"request"`
	Person  string `json:"person"` // an address (RFC 5322)
	What    string `json:"what"`
	Event   int64  `json:"event"` // the number of the event that it tells of, 0 for none
	Name    string `json:"name" river:"unique"`
}

// Kind names the job.
func (Letter) Kind() string { return "letter" }

// InsertOpts make a letter unique by its name.
func (Letter) InsertOpts() river.InsertOpts {
	return jobs.Once()
}

// Jobs are the letters to partners: each is written when it is sent.
func (d *Desk) Jobs(send func(ctx context.Context, n notices.Notice) error) []jobs.Kind {
	return []jobs.Kind{
		jobs.Handle(func(ctx context.Context, l Letter) error {
			n, err := d.Letter(ctx, l)
			if err != nil || n == nil {
				return err
			}
			return send(ctx, *n)
		}),
		jobs.Handle(d.tellGathered),
		jobs.Handle(func(ctx context.Context, a Amended) error { return d.TellPartners(ctx, a.Slug, a.Number) }),
		jobs.Handle(func(ctx context.Context, o Out) error { return d.TellQuoted(ctx, o.Slug) }),
	}
}
