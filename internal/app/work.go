package app

import (
	"context"
	"errors"
	"fmt"
	"os"
	"runtime/debug"
	"slices"
	"strings"
	"sync"
	"time"

	"github.com/prometheus/client_golang/prometheus"

	"pressroom/internal/delivery"
	"pressroom/internal/dispatch"
	"pressroom/internal/inbox"
	"pressroom/internal/jobs"
	"pressroom/internal/ledger"
	"pressroom/internal/notices"
	"pressroom/internal/people"
	"pressroom/internal/smtp"
	"pressroom/internal/status"
	"pressroom/internal/transport"
	"pressroom/internal/workspace"
)

// Work says what a process does besides delivering.
type Work struct {
	Ready func() // called once it delivers; nil if nobody waits for it
	Jobs  bool   // notices, webhooks and letters; done anyway where the lead is to be told
	Inbox bool   // reads what came back by mail
	// Only are the mailings that it delivers, and all that it does; nil for whatever is due.
	// The lead is told of them all the same.
	Only []string
	// Metrics is where the worker's are registered; nil for nowhere.
	Metrics prometheus.Registerer
}

// outgoing is how mail leaves this process. done must be called.
type outgoing struct {
	*transport.Transport
	sender   *notices.Sender
	fallback *smtp.Dialer // nil where there is no second relay
	done     func()
}

func (a *App) outgoing(ctx context.Context) (*outgoing, error) {
	t, err := transport.Load(ctx, a.Workspace, a.Ledger)
	if err != nil {
		return nil, err
	}
	dialer, done, err := t.Open()
	if err != nil {
		return nil, err
	}
	o := &outgoing{Transport: t, done: done, sender: &notices.Sender{Dialer: dialer, From: t.Mail.From, Now: a.world.Now}}
	if o.fallback, err = t.Fallback(); err == nil {
		o.sender.Signer, err = t.Signer()
	}
	if err == nil {
		o.sender.Key, err = a.Ledger.Key(ctx)
	}
	if err != nil {
		done()
		return nil, err
	}
	return o, nil
}

// jobs are the kinds of work that each service has for a process.
func (a *App) jobs(out *outgoing, reads bool) []jobs.Kind {
	kinds := slices.Concat(out.sender.Jobs(), dispatch.Jobs(a.Ledger))
	if !a.Workspace.Bare {
		kinds = slices.Concat(kinds, a.Coalition.Jobs(out.sender.Mail), a.Links.Jobs(out.sender.Mail), a.Agreements.Jobs())
	}
	if a.certificate != nil {
		kinds = slices.Concat(kinds, a.certificate.Jobs(a.tellOf(notices.Lead{Email: out.Notify.Email, Webhook: out.Notify.Webhook})))
	}
	if box := a.Mailbox(); box != nil && reads {
		kinds = slices.Concat(kinds, a.People.Jobs(box, a.Workspace.Settings.Inbox.Every))
	}
	return kinds
}

// jobsOf are the kinds of work for a command that works for some releases: the lead is told,
// and so are the partners of these.
func (a *App) jobsOf(out *outgoing, slugs []string) []jobs.Kind {
	return slices.Concat(a.letters(out.sender, slugs), dispatch.Jobs(a.Ledger))
}

// letters are the mails without a release: to the lead, and to the partners of some.
func (a *App) letters(sender *notices.Sender, slugs []string) []jobs.Kind {
	kinds := sender.Jobs()
	if !a.Workspace.Bare {
		kinds = slices.Concat(kinds, a.Coalition.Jobs(sender.Mail, slugs...))
	}
	return kinds
}

// slugsOf are the releases of mailings.
func slugsOf(ids []string) []string {
	var out []string
	for _, id := range ids {
		if slug, _, _ := strings.Cut(id, "/"); !slices.Contains(out, slug) {
			out = append(out, slug)
		}
	}
	return out
}

// Work delivers, and does jobs, until ctx ends. What it says on the way names nothing
// that is not public.
func (a *App) Work(ctx context.Context, what Work) error { return a.quiet(a.work(ctx, what)) }

func (a *App) work(ctx context.Context, what Work) error {
	if err := a.DB().Armed(ctx); err != nil {
		return err
	}
	out, err := a.outgoing(ctx)
	if err != nil {
		return err
	}
	defer out.done()
	var metrics *delivery.Metrics
	if what.Metrics != nil {
		metrics = delivery.NewMetrics(what.Metrics)
	}
	lead := notices.Lead{Email: out.Notify.Email, Webhook: out.Notify.Webhook, Headlines: out.Notify.Headlines}
	lead.Watch(a.Ledger)
	var others sync.WaitGroup
	told := ctx // ends when somebody asks for it
	ctx, stop := context.WithCancelCause(ctx)
	defer others.Wait()
	defer stop(nil)
	kinds := dispatch.Jobs(a.Ledger) // whoever delivers sees to it that nothing leaves that was taken back
	switch {
	case what.Only != nil && lead.Wanted():
		kinds = a.jobsOf(out, slugsOf(what.Only))
	case what.Only == nil && (what.Jobs || lead.Wanted()):
		kinds = a.jobs(out, what.Inbox)
	}
	others.Go(func() {
		if err := jobs.Run(ctx, a.DB(), kinds, a.world.Log); err != nil {
			stop(err)
		}
	})
	spareMemory()
	m := out.Mail
	err = delivery.Run(ctx, delivery.Options{
		Ledger: a.Ledger, Dialer: out.sender.Dialer, Fallback: out.fallback, Connections: m.Connections, Rate: m.Rate, PerDomain: m.PerDomain,
		TakeOut: func(ctx context.Context, d *ledger.Dispatch) error { return dispatch.TakeOut(ctx, a.Ledger, d) },
		Finish:  a.Embargo.Finish,
		Window:  m.Window, Signer: out.sender.Signer, ReturnPath: m.ReturnPath, Now: a.world.Now, Ready: what.Ready, Log: a.world.Log,
		Metrics: metrics, Only: what.Only,
	})
	if err == nil && told.Err() == nil {
		err = context.Cause(ctx) // jobs could not run
	}
	return err
}

// What a process that delivers does with its memory, unless GOGC or GOMEMLIMIT in its
// environment say otherwise (package runtime). The garbage of messages, which come and
// go fast, is collected less often: that leaves the processor to the mail server. From
// the limit on it is collected as often as need be, and nothing fails. The program's
// own file, as far as it is in memory, comes on top (some 28 MiB).
const (
	collectAt   = 400      // percent of what is in use
	memoryLimit = 72 << 20 // bytes
)

// spareMemory sets both.
func spareMemory() {
	if os.Getenv("GOGC") == "" {
		debug.SetGCPercent(collectAt)
	}
	if os.Getenv("GOMEMLIMIT") == "" {
		debug.SetMemoryLimit(memoryLimit)
	}
}

// watchEvery is how often whoever waits for a mailing looks how far it is.
const watchEvery = 250 * time.Millisecond

// Deliver works on mailings, and on nothing else, until they are finished or stand still,
// or ctx ends, and shows how far they are. failed tells whether somebody was not reached
// for certain, or a mailing stands still. Where an embargo ends meanwhile, those who are to
// be told that they may publish belong to it.
func (a *App) Deliver(ctx context.Context, ids []string, show func([]status.Mailing)) (failed bool, err error) {
	begun, err := a.Ledger.Now(ctx)
	if err != nil {
		return false, err
	}
	failed, err = a.deliver(ctx, ids, show)
	if err != nil || ctx.Err() != nil {
		return failed, err
	}
	letters, err := a.freed(ctx, slugsOf(ids), begun)
	if err != nil || len(letters) == 0 {
		return failed, err
	}
	more, err := a.deliver(ctx, letters, show)
	return failed || more, err
}

// freed are the letters to those who may publish since an instant, written now unless they
// were already.
func (a *App) freed(ctx context.Context, slugs []string, since time.Time) (ids []string, err error) {
	for _, slug := range slugs {
		turns, err := a.Ledger.Turns(ctx, slug)
		if err != nil {
			return nil, err
		}
		for _, t := range turns {
			if t.What != ledger.Freed || t.At.Before(since) {
				continue
			}
			if err := a.Embargo.Finish(ctx, slug); err != nil && !errors.Is(err, ledger.ErrInFlight) {
				return nil, err
			}
			letters, err := a.Embargo.Letters(ctx, slug)
			if err != nil {
				return nil, err
			}
			for _, d := range letters {
				if d.Round == t.Round() {
					ids = append(ids, d.ID)
				}
			}
		}
	}
	return ids, nil
}

// deliver is Deliver for the mailings alone.
func (a *App) deliver(ctx context.Context, ids []string, show func([]status.Mailing)) (failed bool, err error) {
	work, stop := context.WithCancel(ctx)
	defer stop()
	ended := make(chan error, 1)
	ready := make(chan struct{})
	go func() { ended <- a.Work(work, Work{Ready: func() { close(ready) }, Only: ids}) }()
	select {
	case err := <-ended:
		return false, err
	case <-ready:
	}
	ticker := time.NewTicker(watchEvery)
	defer ticker.Stop()
	failed, err = status.Watch(ctx, a.Ledger, ids, ticker.C, show)
	if err == nil && a.Ledger.OnEvent != nil {
		err = a.drain(ctx, a.letters(nil, slugsOf(ids)))
	}
	stop()
	if werr := <-ended; werr != nil && err == nil {
		err = werr
	}
	return failed, err
}

// drainFor is how long a command stays for mails that are to be sent; what has not
// left by then, serve sends.
const drainFor = 20 * time.Second

// drain waits until the jobs of some kinds that are to be done now are done.
func (a *App) drain(ctx context.Context, kinds []jobs.Kind) error {
	ctx, stop := context.WithTimeout(ctx, drainFor)
	defer stop()
	ticker := time.NewTicker(100 * time.Millisecond)
	defer ticker.Stop()
	for {
		n, err := jobs.Pending(ctx, a.DB(), kinds)
		if n == 0 || ctx.Err() != nil {
			if ctx.Err() != nil {
				err = nil // the time is up
			}
			return err
		}
		select {
		case <-ctx.Done():
		case <-ticker.C:
		}
	}
}

// SendLetters sends the mails that were written to the partners of a release, from this
// process if no worker runs that would. unsent is how many could not be sent yet.
func (a *App) SendLetters(ctx context.Context, slug string) (unsent int, err error) {
	if a.Ledger.WorkersForAll(ctx) > 0 {
		return 0, nil
	}
	out, err := a.outgoing(ctx)
	if err != nil {
		return 0, err
	}
	defer out.done()
	run, stop := context.WithCancel(ctx)
	ended := make(chan error, 1)
	kinds := a.jobsOf(out, []string{slug})
	go func() { ended <- jobs.Run(run, a.DB(), kinds, a.world.Log) }()
	err = a.drain(ctx, kinds)
	stop()
	if rerr := <-ended; err == nil {
		err = rerr
	}
	if err != nil {
		return 0, err
	}
	return jobs.Unsent(ctx, a.DB())
}

// Mailbox is the mailbox that the settings name, nil if they name none.
func (a *App) Mailbox() people.Mailbox {
	s := a.Workspace.Settings.Inbox
	switch {
	case s.Maildir != "":
		return inbox.Maildir{Dir: a.Workspace.Path(s.Maildir), Now: a.world.Now}
	case s.IMAP != "":
		return inbox.IMAP{URL: s.IMAP, Password: a.Workspace.IMAPPassword, Now: a.world.Now}
	}
	return nil
}

// ErrNoInbox is returned where the settings name no mailbox.
var ErrNoInbox = fmt.Errorf(`%s has no [inbox]; set imap = "imaps://user@host/INBOX" or maildir = "…"`, workspace.SettingsFile)

// Fetch reads what is new in the workspace's mailbox, and tells of each message.
func (a *App) Fetch(ctx context.Context, taken func(*people.Taken)) error {
	box := a.Mailbox()
	if box == nil {
		return ErrNoInbox
	}
	return a.People.Fetch(ctx, box, taken)
}

// WhatWorkerDoes says what worker does.
const WhatWorkerDoes = `Deliver what is scheduled, without the desk: beside serve, or on other machines.

On PostgreSQL a worker needs no folder. Set PRESSROOM_DATABASE_URL and the mail
server's secret (PRESSROOM_SMTP_PASSWORD, PRESSROOM_DKIM_KEY) in its environment
and start it anywhere: the rest is in the database.

It collects garbage at 400 percent of what is in use, up to 72 MiB; GOGC and
GOMEMLIMIT in the environment say otherwise, and GOMAXPROCS how many processors it
takes.`
