package cli

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
func (e *env) waitFor(ctx context.Context, a *app.App, ids []string) error {
	shown := &progress{out: e.stderr, terminal: isTerminal(e.stderr), lines: make(map[string]string)}
	failed, err := a.Deliver(ctx, ids, shown.show)
	if others, oerr := status.Others(context.WithoutCancel(ctx), a.Ledger, ids); oerr == nil {
		for _, said := range others {
			fmt.Fprintln(e.stderr, said)
		}
	} else if err == nil {
		err = oerr
	}
	if ctx.Err() != nil {
		fmt.Fprintln(e.stderr, "Stopped. What has not left stays scheduled; pressroom serve goes on.")
		return quietError{}
	}
	if err == nil && failed {
		return quietError{}
	}
	return err
}

// progress shows how far mailings are: a bar on a terminal, elsewhere a line
// whenever something has changed.
type progress struct {
	out      io.Writer
	terminal bool
	bar      *progressbar.ProgressBar
	lines    map[string]string // by dispatch, what was said last
}

func (p *progress) show(all []status.Mailing) {
	total, done := 0, 0
	for _, m := range all {
		total += m.Total
		done += m.Total - m.Waiting()
		line := m.String()
		if p.lines[m.ID] != line && (!p.terminal || m.State.Finished()) {
			if p.bar != nil {
				p.bar.Clear()
			}
			fmt.Fprintln(p.out, line)
			p.lines[m.ID] = line
		}
	}
	if !p.terminal {
		return
	}
	if p.bar == nil {
		p.bar = progressbar.NewOptions(total, progressbar.OptionSetWriter(p.out), progressbar.OptionShowCount(),
			progressbar.OptionSetDescription("delivering"), progressbar.OptionClearOnFinish(), progressbar.OptionSetPredictTime(false))
	}
	p.bar.Describe(status.Doing(all))
	p.bar.Set(done)
}
