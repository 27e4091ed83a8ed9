// Package jobs is what runs by itself, other than delivery: River, on the same
// database. A job is written by whoever wants something done and done by any
// process that runs them, again until it succeeds or its attempts are used up.
package jobs

import (
	"context"
	"fmt"
	"log/slog"
	"time"

	"github.com/riverqueue/river"
	"github.com/riverqueue/river/rivertype"

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
	return river.InsertOpts{MaxAttempts: 12, UniqueOpts: river.UniqueOpts{ByArgs: true}}
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
	return river.InsertOpts{MaxAttempts: 12, UniqueOpts: river.UniqueOpts{ByArgs: true}}
}

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
	return river.InsertOpts{MaxAttempts: 12, UniqueOpts: river.UniqueOpts{ByArgs: true}}
}

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
	return river.InsertOpts{MaxAttempts: 5, Queue: linkQueue, UniqueOpts: river.UniqueOpts{ByArgs: true}}
}

// linkQueue is for what somebody waits for in front of a page.
const linkQueue = "links"

// Inbox reads what came back by mail.
type Inbox struct{}

// Kind names the job.
func (Inbox) Kind() string { return "inbox" }

// Insert writes a job inside a transaction: it is done if, and only if, the
// transaction is committed.
func Insert(ctx context.Context, db *store.DB, tx *store.Tx, args river.JobArgs) error {
	return InsertAt(ctx, db, tx, args, time.Time{})
}

// InsertAt is Insert for a job that is to be done at a time, by the wall clock, or
// a few seconds later.
func InsertAt(ctx context.Context, db *store.DB, tx *store.Tx, args river.JobArgs, at time.Time) error {
	client, err := river.NewClient(db.Jobs(), &river.Config{Logger: slog.New(slog.DiscardHandler)})
	if err != nil {
		return fmt.Errorf("writing a job: %w", err)
	}
	var opts *river.InsertOpts
	if !at.IsZero() {
		opts = &river.InsertOpts{ScheduledAt: at}
	}
	if _, err := client.InsertTx(ctx, tx.SQL(), args, opts); err != nil {
		return fmt.Errorf("writing a job: %w", err)
	}
	return nil
}

// Handlers do the jobs. One that is nil is not done by this process.
type Handlers struct {
	Notice     func(ctx context.Context, n Notice) error
	Webhook    func(ctx context.Context, w Webhook) error
	Letter     func(ctx context.Context, l Letter) error
	FreshLink  func(ctx context.Context, l FreshLink) error
	Inbox      func(ctx context.Context) error
	InboxEvery time.Duration
}

type worker[T river.JobArgs] struct {
	river.WorkerDefaults[T]
	db *store.DB
	do func(ctx context.Context, args T) error
}

// Work does a job, unless the workspace was moved to another database meanwhile.
func (w *worker[T]) Work(ctx context.Context, job *river.Job[T]) error {
	if err := w.db.Armed(ctx); err != nil {
		return err
	}
	return w.do(ctx, job.Args)
}

// Timeout bounds one attempt.
func (w *worker[T]) Timeout(*river.Job[T]) time.Duration { return 2 * time.Minute }

// unfinished are the states in which a job is still to be done: there is one of a
// kind that comes again and again.
var unfinished = []rivertype.JobState{rivertype.JobStateAvailable, rivertype.JobStatePending, rivertype.JobStateRunning, rivertype.JobStateScheduled}

// pollEvery is how often a process looks for jobs.
const pollEvery = 2 * time.Second

// linkPollEvery is how often it looks for those that somebody waits for.
const linkPollEvery = time.Second

// stopGrace is for jobs in hand when the process is told to stop.
const stopGrace = 6 * time.Second

// Run does jobs until ctx ends; then it finishes what is in hand.
func Run(ctx context.Context, db *store.DB, h Handlers, log *slog.Logger) error {
	if err := db.Armed(ctx); err != nil {
		return err
	}
	workers := river.NewWorkers()
	var periodic []*river.PeriodicJob
	if h.Notice != nil {
		river.AddWorker(workers, &worker[Notice]{db: db, do: h.Notice})
	}
	if h.Webhook != nil {
		river.AddWorker(workers, &worker[Webhook]{db: db, do: h.Webhook})
	}
	if h.Letter != nil {
		river.AddWorker(workers, &worker[Letter]{db: db, do: h.Letter})
	}
	if h.FreshLink != nil {
		river.AddWorker(workers, &worker[FreshLink]{db: db, do: h.FreshLink})
	}
	if h.Inbox != nil {
		river.AddWorker(workers, &worker[Inbox]{db: db, do: func(ctx context.Context, _ Inbox) error { return h.Inbox(ctx) }})
		periodic = append(periodic, river.NewPeriodicJob(river.PeriodicInterval(h.InboxEvery), func() (river.JobArgs, *river.InsertOpts) {
			return Inbox{}, &river.InsertOpts{MaxAttempts: 1, UniqueOpts: river.UniqueOpts{ByArgs: true, ByState: unfinished}}
		}, &river.PeriodicJobOpts{RunOnStart: true}))
	}
	client, err := river.NewClient(db.Jobs(), &river.Config{
		Logger: log, Workers: workers, PeriodicJobs: periodic,
		Queues: map[string]river.QueueConfig{
			river.QueueDefault: {MaxWorkers: 4}, linkQueue: {MaxWorkers: 4, FetchPollInterval: linkPollEvery},
		},
		PollOnly: true, FetchPollInterval: pollEvery, FetchOnlyKnownKinds: true, CompletedJobRetentionPeriod: time.Hour,
	})
	if err != nil {
		return fmt.Errorf("starting jobs: %w", err)
	}
	if err := client.Start(context.WithoutCancel(ctx)); err != nil {
		return fmt.Errorf("starting jobs: %w", err)
	}
	<-ctx.Done()
	// Jobs in hand have as long as messages in flight; then they are cut off, and
	// done again later.
	stop, cancel := context.WithTimeout(context.WithoutCancel(ctx), stopGrace)
	defer cancel()
	if err := client.Stop(stop); err == nil {
		return nil
	}
	cut, done := context.WithTimeout(context.WithoutCancel(ctx), time.Second)
	defer done()
	return client.StopAndCancel(cut)
}

// Pending counts the jobs that are to be done now.
func Pending(ctx context.Context, db *store.DB) (int, error) {
	var n int
	err := db.Reader().QueryRowContext(ctx, `SELECT COUNT(*) FROM river_job WHERE state IN ('available', 'running')`).Scan(&n)
	if err != nil {
		return 0, fmt.Errorf("counting jobs: %w", err)
	}
	return n, nil
}

// Unsent counts the jobs that were to be done by now and are not: they failed, and
// are tried again.
func Unsent(ctx context.Context, db *store.DB) (int, error) {
	var n int
	err := db.Reader().QueryRowContext(ctx, `SELECT COUNT(*) FROM river_job WHERE state IN ('available', 'running', 'retryable') AND kind <> 'inbox'`).Scan(&n)
	if err != nil {
		return 0, fmt.Errorf("counting jobs: %w", err)
	}
	return n, nil
}
