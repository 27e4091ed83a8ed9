package console

import (
	"context"
	"fmt"
	"io"

	"github.com/schollz/progressbar/v3"

	"pressroom/internal/app"
	"pressroom/internal/status"
)

// waitFor delivers mailings from this process until they are finished, and says what it
// leaves alone.
func (t *Terminal) waitFor(ctx context.Context, a *app.App, ids []string) error {
	shown := &progress{out: t.Stderr, terminal: isTerminal(t.Stderr), lines: make(map[string]string)}
	failed, err := a.Deliver(ctx, ids, shown.show)
	if others, oerr := status.Others(context.WithoutCancel(ctx), a.Ledger, ids); oerr == nil {
		for _, said := range others {
			fmt.Fprintln(t.Stderr, said)
		}
	} else if err == nil {
		err = oerr
	}
	if ctx.Err() != nil {
		fmt.Fprintln(t.Stderr, "Stopped. What has not left stays scheduled; pressroom serve goes on.")
		return QuietError{}
	}
	if err == nil && failed {
		return QuietError{}
	}
	return err
}

// progress shows how far mailings are: on a terminal a bar of those that are being
// delivered and, where all others wait, how long that is; elsewhere a line whenever
// something has changed.
type progress struct {
	out      io.Writer
	terminal bool
	bar      *progressbar.ProgressBar
	of       string            // the mailings of which the bar is
	lines    map[string]string // by dispatch, what was said last
}

func (p *progress) show(all []status.Mailing) {
	for _, m := range all {
		line := m.String()
		if p.lines[m.ID] != line && (!p.terminal || m.State.Finished()) {
			p.clear()
			fmt.Fprintln(p.out, line)
			p.lines[m.ID] = line
		}
	}
	if p.terminal {
		p.draw(all)
	}
}

// clear takes what stands on the line away.
func (p *progress) clear() {
	if p.terminal {
		fmt.Fprint(p.out, "\r\x1b[K")
	}
}

// draw draws the bar, or the time until the next mailing.
func (p *progress) draw(all []status.Mailing) {
	total, done, of, open := 0, 0, "", false
	for _, m := range all {
		if m.State.Finished() {
			continue
		}
		open = true
		if m.Countdown() == "" {
			total, done, of = total+m.Total, done+m.Total-m.Waiting(), of+m.ID+" "
		}
	}
	switch {
	case !open:
		p.clear()
		return
	case of == "":
		p.clear()
		fmt.Fprint(p.out, status.Doing(all))
		p.of = ""
		return
	case of != p.of:
		p.clear()
		p.of, p.bar = of, progressbar.NewOptions(total, progressbar.OptionSetWriter(p.out), progressbar.OptionShowCount(),
			progressbar.OptionClearOnFinish(), progressbar.OptionSetPredictTime(false))
	}
	p.bar.Describe(status.Doing(all))
	p.bar.Set(done)
}
