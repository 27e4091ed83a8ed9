package coalition

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"slices"

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

// Jobs are the letters to partners: each is written when it is sent. A process that works
// for some releases only names them, and leaves the letters of the others alone.
func (d *Desk) Jobs(send func(ctx context.Context, n notices.Notice) error, only ...string) []jobs.Kind {
	return []jobs.Kind{
		handle(d, only, func(ctx context.Context, l Letter) error {
			n, err := d.Letter(ctx, l)
			if err != nil || n == nil {
				return err
			}
			return send(ctx, *n)
		}),
		handle(d, only, d.tellGathered),
		handle(d, only, func(ctx context.Context, a Amended) error { return d.TellPartners(ctx, a.Slug, a.Number) }),
		handle(d, only, func(ctx context.Context, o Out) error { return d.TellQuoted(ctx, o.Slug) }),
	}
}

// ofRelease is a job that belongs to a release.
type ofRelease interface {
	river.JobArgs
	of(ctx context.Context, d *Desk) (slug string, err error)
}

func (l Letter) of(ctx context.Context, d *Desk) (slug string, err error) {
	err = d.db.Reader().QueryRowContext(ctx, `SELECT slug FROM quote_request WHERE id = ?`, l.Request).Scan(&slug)
	if errors.Is(err, sql.ErrNoRows) {
		err = ErrUnknown
	}
	if err != nil {
		return "", fmt.Errorf("reading whose letter it is: %w", err)
	}
	return slug, nil
}

func (g Gathered) of(context.Context, *Desk) (string, error) { return g.Slug, nil }
func (a Amended) of(context.Context, *Desk) (string, error)  { return a.Slug, nil }
func (o Out) of(context.Context, *Desk) (string, error)      { return o.Slug, nil }

// handle does the jobs of some releases, of all where none is named.
func handle[T ofRelease](d *Desk, only []string, do func(ctx context.Context, args T) error) jobs.Kind {
	return jobs.Handle(func(ctx context.Context, args T) error {
		if len(only) > 0 {
			slug, err := args.of(ctx, d)
			if err != nil {
				return err
			}
			if !slices.Contains(only, slug) {
				return jobs.Leave()
			}
		}
		return do(ctx, args)
	})
}
