package certificate

import (
	"context"
	"errors"
	"fmt"
	"time"

	"golang.org/x/crypto/acme/autocert"

	"pressroom/internal/jobs"
	"pressroom/internal/notices"
	"pressroom/internal/store"
)

// Watching is the job that sees to it that there is a certificate, and warns.
type Watching struct{}

// Kind names the job.
func (Watching) Kind() string { return "certificate" }

// lookEvery is how often: authorities take five failed tries an hour of one host.
const lookEvery = 15 * time.Minute

// WarnBelow is how much of a certificate's time is left when the lead is told. The
// library renews it at thirty days, or a third of its time, before the end, and tries
// again every half hour: by then something is wrong.
const WarnBelow = 14 * 24 * time.Hour

// Tell tells the lead, if and when the transaction is committed.
type Tell func(ctx context.Context, tx *store.Tx, n notices.News) error

// Jobs are what the keeper does by itself.
func (k *Keeper) Jobs(tell Tell) []jobs.Kind {
	return []jobs.Kind{jobs.Every[Watching](lookEvery, func(ctx context.Context) error { return k.Look(ctx, tell) })}
}

// Look gets the first certificate, or has the one that there is renewed in time, and
// tells the lead where that does not succeed. Of one certificate each warning is told
// once.
func (k *Keeper) Look(ctx context.Context, tell Tell) error {
	if err := k.kept.sweep(ctx); err != nil {
		return err
	}
	failed := k.get(ctx)
	if ctx.Err() != nil {
		return ctx.Err()
	}
	c, err := k.Kept(ctx)
	if err != nil {
		return errors.Join(failed, err)
	}
	if c == nil {
		return errors.Join(failed, k.warn(ctx, tell, "none", none(k.host, failed)))
	}
	left := c.NotAfter.Sub(k.now())
	if left >= WarnBelow {
		return failed
	}
	mark := fmt.Sprintf("%s %d", c.NotAfter.UTC().Format(time.RFC3339), stage(left))
	return errors.Join(failed, k.warn(ctx, tell, mark, ending(k.host, c.NotAfter, left)))
}

// orderTime is how long a look waits for an order. The authority asks from several
// places, and the library asks the authority again while that is away.
const orderTime = 90 * time.Second

// get has the manager load or order the certificate. An order that takes longer goes
// on: the next look finds what became of it.
func (k *Keeper) get(ctx context.Context) error {
	ended := make(chan error, 1)
	go func() {
		_, err := k.current()
		ended <- err
	}()
	patience := time.NewTimer(orderTime)
	defer patience.Stop()
	select {
	case <-patience.C:
		return &OrderError{Host: k.host, Said: k.reasons.take(), Err: fmt.Errorf("it takes longer than %s", orderTime)}
	case err := <-ended:
		if err == nil {
			return nil
		}
		return &OrderError{Host: k.host, Said: k.reasons.take(), Err: err}
	case <-ctx.Done():
		return ctx.Err()
	}
}

// OrderError is a certificate that the authority did not give.
type OrderError struct {
	Host string
	Said string // by the authority, of its tries to reach the host; "" if it did not get so far
	Err  error
}

func (e *OrderError) Error() string {
	if e.Said != "" {
		return fmt.Sprintf("the authority could not see that %s leads here: %s", e.Host, e.Said)
	}
	return fmt.Sprintf("getting a certificate for %s: %v", e.Host, e.Err)
}

func (e *OrderError) Unwrap() error { return e.Err }

// stages are the days before the end on which the lead is told again.
var stages = []int{0, 1, 3, 7, 14}

// stage is the next of them.
func stage(left time.Duration) int {
	for _, days := range stages {
		if left < time.Duration(days)*24*time.Hour {
			return days
		}
	}
	return stages[len(stages)-1]
}

// told is the name under which the cache keeps what the lead was told last.
const told = "told"

func (k *Keeper) warn(ctx context.Context, tell Tell, mark string, n notices.News) error {
	if last, err := k.kept.Get(ctx, told); err == nil && string(last) == mark {
		return nil
	} else if err != nil && !errors.Is(err, autocert.ErrCacheMiss) {
		return err
	}
	n.Name = "certificate/" + k.host + "/" + mark
	return k.kept.db.Tx(ctx, func(tx *store.Tx) error {
		if err := k.kept.putIn(ctx, tx, told, []byte(mark)); err != nil {
			return err
		}
		return tell(ctx, tx, n)
	})
}

// ways are what to look at, for whoever has to.
const ways = "pressroom doctor     shows where the name leads, whether the ports answer, and how old the certificate is\n"

func none(host string, err error) notices.News {
	return notices.News{
		Event: "certificate-missing", Subject: "No certificate for " + host,
		Text: fmt.Sprintf("The public pages cannot be opened: there is no certificate for %s.\n\n%v.\n\n"+
			"It is tried again every %.0f minutes.\n\n%s", host, err, lookEvery.Minutes(), ways),
	}
}

func ending(host string, end time.Time, left time.Duration) notices.News {
	at := end.UTC().Format("Monday 2 January 2006, 15:04 MST")
	if left < 0 {
		return notices.News{
			Event: "certificate-ended", Subject: "The certificate for " + host + " has ended",
			Text: fmt.Sprintf("It ended on %s, and was not renewed: browsers warn whoever opens the public pages.\n\n%s", at, ways),
		}
	}
	return notices.News{
		Event: "certificate-ending", Subject: fmt.Sprintf("The certificate for %s ends in %s", host, days(left)),
		Text: fmt.Sprintf("It ends on %s, and was not renewed yet, though it has been tried for a while. "+
			"After that browsers warn whoever opens the public pages.\n\n%s", at, ways),
	}
}

// days says how long it still is.
func days(left time.Duration) string {
	switch n := int(left.Hours() / 24); n {
	case 0:
		return "less than a day"
	case 1:
		return "1 day"
	default:
		return fmt.Sprintf("%d days", n)
	}
}
