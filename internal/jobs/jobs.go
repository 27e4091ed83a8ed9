// Package jobs is what runs by itself, other than delivery: River, on the same
// database. A job is written by whoever wants something done and done by any
// process that runs them, again until it succeeds or its attempts are used up.
package jobs

import (
	"context"
	"database/sql"
	"fmt"
	"log/slog"
	"slices"
	"sync"
	"time"

	"github.com/riverqueue/river"
	"github.com/riverqueue/river/rivertype"

	"pressroom/internal/store"
)

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

// Kind is one kind of job, and how this process does it. The service to which the
// kind belongs makes it, with Handle or Every.
type Kind struct {
	name     string
	register func(workers *river.Workers, db *store.DB)
	again    *again // nil where it is done when somebody wants it
}

// Prompt is the queue for what somebody waits for in front of a page: it stands
// behind no other mail.
const Prompt = "links"

// Once are the options of a job that is inserted once, however often it is asked
// for: of its fields those tagged river:"unique" tell it from others.
func Once() river.InsertOpts {
	return river.InsertOpts{MaxAttempts: attempts, UniqueOpts: river.UniqueOpts{ByArgs: true}}
}

// attempts is how often a job is tried: over some six hours.
const attempts = 12

// Handle makes a kind of job that is done when somebody has inserted one.
func Handle[T river.JobArgs](do func(ctx context.Context, args T) error) Kind {
	var args T
	return Kind{
		name:     args.Kind(),
		register: func(workers *river.Workers, db *store.DB) { river.AddWorker(workers, &worker[T]{db: db, do: do}) },
	}
}

// Every makes a kind of job that comes again by itself, from the start on. What
// fails is not tried again before its next turn. Every process that does the kind puts
// it in, and in each interval the database takes one of them: River's own periodic jobs
// are put in by one process that leads, which can be a worker that does not know them.
func Every[T river.JobArgs](interval time.Duration, do func(ctx context.Context) error) Kind {
	k := Handle(func(ctx context.Context, _ T) error { return do(ctx) })
	var args T
	k.again = &again{args: args, every: interval}
	return k
}

// again is a job that comes by itself.
type again struct {
	args  river.JobArgs
	every time.Duration
}

// put puts it in, unless there is one of this interval.
func (a *again) put(ctx context.Context, client *river.Client[*sql.Tx]) (isNew bool, err error) {
	put, err := client.Insert(ctx, a.args, &river.InsertOpts{
		MaxAttempts: 1, UniqueOpts: river.UniqueOpts{ByArgs: true, ByPeriod: a.every, ByState: once},
	})
	return err == nil && !put.UniqueSkippedAsDuplicate, err
}

// keep puts it in now and at every interval, until ctx ends.
func (a *again) keep(ctx context.Context, client *river.Client[*sql.Tx], log *slog.Logger) {
	ticker := time.NewTicker(a.every)
	defer ticker.Stop()
	for {
		if _, err := a.put(ctx, client); err != nil && ctx.Err() == nil {
			log.Error("putting in what comes again", "job", a.args.Kind(), "error", err)
		}
		select {
		case <-ctx.Done():
			return
		case <-ticker.C:
		}
	}
}

// leftFor is how long a job rests that was left to others.
const leftFor = 10 * time.Second

// Leave is what a job returns that is not for this process to do: it stays as it is, and
// whoever does all of its kind does it.
func Leave() error { return river.JobSnooze(leftFor) }

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

// once are the states in which a job that comes again keeps another of its interval
// from being put in: still to be done, or done. One that failed does not.
var once = []rivertype.JobState{
	rivertype.JobStateAvailable, rivertype.JobStatePending, rivertype.JobStateRunning,
	rivertype.JobStateScheduled, rivertype.JobStateCompleted,
}

// pollEvery is how often a process looks for jobs.
const pollEvery = 2 * time.Second

// promptEvery is how often it looks for those that somebody waits for.
const promptEvery = time.Second

// stopGrace is for jobs in hand when the process is told to stop.
const stopGrace = 6 * time.Second

// Run does jobs of these kinds until ctx ends; then it finishes what is in hand.
func Run(ctx context.Context, db *store.DB, kinds []Kind, log *slog.Logger) error {
	if err := db.Armed(ctx); err != nil {
		return err
	}
	workers := river.NewWorkers()
	for _, k := range kinds {
		k.register(workers, db)
	}
	client, err := river.NewClient(db.Jobs(), &river.Config{
		Logger: log, Workers: workers,
		Queues: map[string]river.QueueConfig{
			river.QueueDefault: {MaxWorkers: 4}, Prompt: {MaxWorkers: 4, FetchPollInterval: promptEvery},
		},
		PollOnly: true, FetchPollInterval: pollEvery, FetchOnlyKnownKinds: true, CompletedJobRetentionPeriod: time.Hour,
	})
	if err != nil {
		return fmt.Errorf("starting jobs: %w", err)
	}
	if err := client.Start(context.WithoutCancel(ctx)); err != nil {
		return fmt.Errorf("starting jobs: %w", err)
	}
	var coming sync.WaitGroup
	for _, k := range kinds {
		if k.again != nil {
			coming.Go(func() { k.again.keep(ctx, client, log) })
		}
	}
	<-ctx.Done()
	coming.Wait()
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

// Pending counts the jobs of some kinds that are to be done now.
func Pending(ctx context.Context, db *store.DB, kinds []Kind) (int, error) {
	rows, err := db.Reader().QueryContext(ctx, `SELECT kind, COUNT(*) FROM river_job WHERE state IN ('available', 'running') GROUP BY kind`)
	if err != nil {
		return 0, fmt.Errorf("counting jobs: %w", err)
	}
	defer rows.Close()
	total := 0
	for rows.Next() {
		var name string
		var n int
		if err := rows.Scan(&name, &n); err != nil {
			return 0, fmt.Errorf("counting jobs: %w", err)
		}
		if slices.ContainsFunc(kinds, func(k Kind) bool { return k.name == name }) {
			total += n
		}
	}
	return total, rows.Err()
}

// Unsent counts the jobs that were to be done by now and are not: they failed, and
// are tried again. What comes again by itself is tried once, and does not count.
func Unsent(ctx context.Context, db *store.DB) (int, error) {
	var n int
	err := db.Reader().QueryRowContext(ctx, `SELECT COUNT(*) FROM river_job
		WHERE state IN ('available', 'running', 'retryable') AND max_attempts > 1`).Scan(&n)
	if err != nil {
		return 0, fmt.Errorf("counting jobs: %w", err)
	}
	return n, nil
}

// Waiting counts the jobs that are done once and have not been, those of a later time
// too: what a workspace would lose that moved now.
func Waiting(ctx context.Context, db *store.DB) (int, error) {
	var n int
	err := db.Reader().QueryRowContext(ctx, `SELECT COUNT(*) FROM river_job
		WHERE state IN ('available', 'running', 'retryable', 'scheduled', 'pending') AND max_attempts > 1`).Scan(&n)
	if err != nil {
		return 0, fmt.Errorf("counting jobs: %w", err)
	}
	return n, nil
}

// Forget takes jobs out of a kind whose field, a text, has this value in lower case:
// those that are not under way.
func Forget(ctx context.Context, tx *store.Tx, kind, field, value string) error {
	_, err := tx.ExecContext(ctx, `DELETE FROM river_job WHERE kind = ? AND lower(args ->> '`+field+`') = ? AND state <> 'running'`, kind,
		value)
	if err != nil {
		return fmt.Errorf("taking jobs back: %w", err)
	}
	return nil
}
