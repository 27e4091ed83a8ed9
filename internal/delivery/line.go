package delivery

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"strings"
	"time"

	"pressroom/internal/bounce"
	"pressroom/internal/embargo"
	"pressroom/internal/ledger"
	pmail "pressroom/internal/mail"
	"pressroom/internal/smtp"
)

// line is one sender's connection, opened anew when it breaks.
type line struct {
	*run
	life     context.Context // the worker's, which the run may end before
	conn     *smtp.Conn
	lastUsed time.Time
	forget   func() bool   // that the connection is ended a while after the work
	message  pmail.Message // the one that is under way; its memory is used again
}

const (
	longIdle  = 2 * time.Second  // after it, a server may have closed the connection
	idleCheck = 20 * time.Second // after it, the connection is tried before it is used
)

// open makes sure that there is a living connection. It tries until ctx ends.
func (l *line) open(ctx context.Context) error {
	if l.conn != nil && (l.conn.Check() != nil || time.Since(l.lastUsed) > idleCheck && l.conn.Noop() != nil) {
		l.drop()
	}
	for wait := 250 * time.Millisecond; l.conn == nil; wait = min(wait*2, 30*time.Second) {
		if ctx.Err() != nil {
			return errStopped
		}
		conn, err := l.dialer().Dial(ctx)
		if err == nil {
			l.conn = conn
			l.endsWith(ctx)
			l.o.Metrics.opened()
			break
		}
		if ctx.Err() != nil {
			return errStopped
		}
		l.o.Metrics.failed()
		reason := fmt.Sprintf("the mail server %s cannot be used: %v", l.dialer().Address, err)
		l.o.Log.Warn(reason, "next try in", wait)
		if err := l.o.Ledger.Note(ctx, l.d.ID, reason); err != nil {
			l.o.Log.Error("noting the reason", "error", err)
		}
		pause(ctx, wait)
	}
	l.lastUsed = time.Now()
	return nil
}

// endsWith has the connection ended a moment after ctx, if it is still there by then.
func (l *line) endsWith(ctx context.Context) {
	if l.forget != nil {
		l.forget()
	}
	conn := l.conn
	l.forget = context.AfterFunc(ctx, func() { time.AfterFunc(l.o.moment, conn.Abort) })
}

// dialer is the way to the mail server through which the dispatch leaves.
func (l *line) dialer() *smtp.Dialer {
	if l.d.Relay == ledger.FallbackRelay && l.o.Fallback != nil {
		return l.o.Fallback
	}
	return l.o.Dialer
}

func (l *line) close() {
	if l.conn != nil {
		l.forget()
		l.conn.Close()
		l.o.Metrics.closed()
	}
}

// deliver carries one delivery as far as it gets. ready is called when the server
// waits for the message, and tells whether it may still be sent: the connection's
// last outcome has to be on disk by then. So the envelope is on its way while the
// disk is at work.
func (l *line) deliver(ctx context.Context, d ledger.Delivery, ready func() bool) ledger.Outcome {
	released := ledger.Outcome{Delivery: d, Result: ledger.Released}
	if ctx.Err() != nil || l.open(ctx) != nil {
		return released
	}
	if l.limiter != nil && l.limiter.Wait(ctx) != nil {
		return released
	}
	if suppressed, err := l.not.has(ctx, l.o.Ledger, d.Key); err != nil || ctx.Err() != nil {
		return released
	} else if suppressed {
		return ledger.Outcome{Delivery: d, Result: ledger.Suppressed}
	}
	kept, err := l.signed(d)
	if err != nil {
		return l.rejected(d, err.Error())
	}
	conn, used := l.conn, l.conn.Sent > 0 || time.Since(l.lastUsed) > longIdle
	begun := time.Now()
	answer, open, err := conn.Begin(l.pass, d.Dispatch, l.returnPath(d), d.Address, l.message.Len())
	if open {
		// What a server has whole gets its answer, however slowly, also where the mailing is
		// paused meanwhile: without it, whoever goes on would mail that person again.
		l.endsWith(l.life)
		if !ready() || ctx.Err() != nil {
			l.drop()
			return released
		}
		suppressed, serr := l.not.has(ctx, l.o.Ledger, d.Key)
		if serr == nil && suppressed {
			l.drop()
			return ledger.Outcome{Delivery: d, Result: ledger.Suppressed}
		}
		if serr != nil || !l.may(ctx, d) {
			l.drop()
			return released
		}
		if barred, berr := l.barred(ctx, d); berr != nil || barred {
			l.drop()
			if berr == nil {
				released.Result = ledger.Kept
			}
			return released
		}
		answer, err = conn.Finish(&l.message)
		l.endsWith(ctx)
	}
	l.lastUsed = time.Now()
	l.o.Metrics.took(l.lastUsed.Sub(begun))
	outcome := l.judge(ctx, d, answer, err, used)
	if outcome.Result == ledger.Sent || outcome.Result == ledger.Lost {
		outcome.Message = kept
	}
	if l.o.Log.Enabled(ctx, slog.LevelDebug) {
		l.o.Log.Debug("answer", "dispatch", d.Dispatch, "address", d.Address, "result", resultNames[outcome.Result], "stage", outcome.Stage,
			"code", outcome.Code, "reply", outcome.Reply)
	}
	return outcome
}

// staleClaim is after how long without a pulse a worker asks whether what it has in
// hand is still its own: well before others take over.
const staleClaim = ledger.StillFor / 2

// may asks, as the last thing before a message's content, what can have changed
// since it was claimed: an embargo that has ended closes advance copies, and others
// take over from a worker that stood still.
func (l *line) may(ctx context.Context, d ledger.Delivery) bool {
	if l.o.Uptime()-time.Duration(l.pulsed.Load()) > staleClaim {
		if mine, err := l.o.Ledger.Holds(ctx, d); err != nil || !mine {
			return false
		}
	}
	if !l.beforehand() || l.d.ClosesAt.IsZero() {
		return true
	}
	verdict, err := l.o.Ledger.Asked(ctx, d.Dispatch)
	return err == nil && verdict == embargo.Open
}

// beforehand tells whether what leaves is for those who learn of a release early.
func (l *line) beforehand() bool {
	return l.d.Kind.Closes() && (l.d.Kind != embargo.Correction || !l.d.ClosesAt.IsZero())
}

// barred tells whether a recipient was barred from that since it was claimed.
func (l *line) barred(ctx context.Context, d ledger.Delivery) (bool, error) {
	if !l.beforehand() {
		return false, nil
	}
	b, err := l.o.Ledger.BarOf(ctx, l.o.Ledger.DB().Reader(), d.Key)
	return b != nil, err
}

// returnPath is where a bounce of this delivery goes: with the delivery's token in
// it where the workspace has an address for that.
func (l *line) returnPath(d ledger.Delivery) string {
	local, domain, ok := strings.Cut(l.o.ReturnPath, "@")
	if !ok {
		return l.composer.from
	}
	return local + "+" + pmail.Token(l.key, pmail.ForDelivery, d.ID) + "@" + domain
}

// drop closes the connection without a word: the server, which waits for a
// message, throws its envelope away.
func (l *line) drop() {
	l.forget()
	l.conn.Abort()
	l.conn = nil
	l.o.Metrics.closed()
}

func (l *line) rejected(d ledger.Delivery, why string) ledger.Outcome {
	return ledger.Outcome{Delivery: d, Result: ledger.Rejected, At: l.clock.now(), Stage: "compose", Reply: why}
}

// judge turns a server's word, or its silence, into an outcome. used tells that
// the connection was not fresh: that it ends before the message begins then says
// nothing of the message.
func (l *line) judge(ctx context.Context, d ledger.Delivery, a smtp.Answer, err error, used bool) ledger.Outcome {
	o := ledger.Outcome{
		Delivery: d, At: l.clock.now(), Server: l.dialer().Address, Stage: string(a.Stage), Code: a.Code, Enhanced: a.Enhanced, Reply: a.Text,
	}
	var broken *smtp.ConnError
	if errors.As(err, &broken) {
		l.drop()
		if a.Code == 0 || a.Code == 421 {
			o.Stage = string(broken.Stage)
			if a.Code == 0 {
				o.Reply = err.Error()
			}
			if broken.Stage == smtp.StageMail && used {
				o.Result = ledger.Released
				return o
			}
			if broken.InDoubt && a.Code == 0 {
				o.Result = ledger.Lost
				return o
			}
			o.Result, o.Next = ledger.Deferred, o.At.Add(min(2*time.Second<<min(d.Attempts, 12), 30*time.Minute))
			return l.withinWindow(o)
		}
	} else if err != nil {
		o.Result, o.Stage, o.Reply = ledger.Rejected, "compose", err.Error()
		return o
	}
	switch {
	case a.Accepted():
		o.Result = ledger.Sent
	case a.Permanent():
		o.Result = ledger.Rejected
		o.Suppress = l.suppression(ctx, d, a)
	default:
		o.Result, o.Next = ledger.Deferred, o.At.Add(backoff(d.Attempts))
		return l.withinWindow(o)
	}
	return o
}

// withinWindow fails a delivery that has been tried for long enough.
func (l *line) withinWindow(o ledger.Outcome) ledger.Outcome {
	if first := o.Delivery.FirstTry; !first.IsZero() && o.At.Sub(first) > l.o.Window {
		o.Result = ledger.Rejected
		o.Reply = fmt.Sprintf(givenUp+" after %s; the last answer: %s", l.o.Window, o.Reply)
	}
	return o
}

// backoff is the wait after the n-th refusal for now: long enough for servers
// that greylist, short enough for news.
func backoff(attempts int) time.Duration {
	steps := []time.Duration{time.Minute, 3 * time.Minute, 5 * time.Minute, 10 * time.Minute, 20 * time.Minute, 30 * time.Minute}
	return steps[min(attempts, len(steps)-1)]
}

// suppression says why an address must not be mailed again after a permanent
// refusal: only where the server speaks of the address itself.
func (l *line) suppression(ctx context.Context, d ledger.Delivery, a smtp.Answer) string {
	if a.Stage != smtp.StageRcpt || !l.pass.Valid() {
		return ""
	}
	if bounce.Gone(a.Enhanced) {
		return ledger.Bounced
	}
	switch a.Enhanced {
	case "5.2.1":
	case "":
		if a.Code != 550 && a.Code != 551 && a.Code != 553 {
			return ""
		}
	default:
		return ""
	}
	before, err := l.o.Ledger.RefusedBefore(ctx, d.Key, d.Dispatch, a.Enhanced)
	if err != nil || !before {
		return ""
	}
	return ledger.Bounced
}
