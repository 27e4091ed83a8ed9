package cli

import (
	"context"
	"errors"
	"fmt"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"pressroom/internal/dispatch"
	"pressroom/internal/doctor"
	"pressroom/internal/embargo"
	"pressroom/internal/ledger"
	"pressroom/internal/store"
	"pressroom/internal/workspace"
)

// dispatchRow is a dispatch in status --json. Fields are added, never removed.
type dispatchRow struct {
	ID         string       `json:"id"`
	Release    string       `json:"release"`
	Revision   string       `json:"revision"`
	Kind       string       `json:"kind"`
	ReleaseAt  string       `json:"release_at"`
	State      ledger.State `json:"state"`
	Total      int          `json:"total"`
	Queued     int          `json:"queued"`
	Sent       int          `json:"sent"`
	Deferred   int          `json:"deferred"`
	InDoubt    int          `json:"in_doubt"`
	Failed     int          `json:"failed"`
	Suppressed int          `json:"suppressed"`
	Cancelled  int          `json:"cancelled"`
	Reason     string       `json:"reason"`
	LiftedAt   string       `json:"lifted_at"`
	// With one dispatch asked for:
	LastAt   string       `json:"last_answer_at,omitempty"`
	Domains  []domainRow  `json:"domains,omitempty"`
	Failures []failureRow `json:"failures,omitempty"`
	Replies  []replyRow   `json:"replies,omitempty"`
}

func (e *env) statusCommand() *cobra.Command {
	var f statusFlags
	c := &cobra.Command{
		Use: "status [DISPATCH|SLUG]", Short: "What has gone out, what waits, and what failed",
		Long: `What has gone out, what waits, and what failed.

With a DISPATCH, as in river-report/release-1: the counts by recipient domain,
every failure with its reason and what to do about it, and what came back by
mail since. --all lists every delivery, --attempts every try that was refused,
with its time, server, code and text. --csv gives the same as a table for a
spreadsheet.`,
		Args: args(cobra.MaximumNArgs(1), "status takes one dispatch or release"),
		RunE: func(cmd *cobra.Command, a []string) error { return e.status(cmd.Context(), a, f) },
	}
	c.Flags().BoolVar(&f.json, "json", false, "as JSON")
	c.Flags().BoolVar(&f.all, "all", false, "with a DISPATCH: every delivery")
	c.Flags().BoolVar(&f.attempts, "attempts", false, "with a DISPATCH: every try that was refused or whose answer was lost")
	c.Flags().BoolVar(&f.csv, "csv", false, "with a DISPATCH: as CSV")
	return c
}

type statusFlags struct{ json, all, attempts, csv bool }

func (e *env) status(ctx context.Context, a []string, f statusFlags) error {
	one := len(a) == 1 && strings.Contains(a[0], "/") && !strings.HasSuffix(a[0], ".md")
	if (f.all || f.attempts || f.csv) && !one {
		return usageError{errors.New("--all, --attempts and --csv need one dispatch, as in river-report/release-1; pressroom status lists them")}
	}
	w, l, done, err := e.ledger(ctx)
	if err != nil {
		return err
	}
	defer done()
	if err := l.DB().Armed(ctx); errors.Is(err, store.ErrMoved) {
		fmt.Fprintf(e.stderr, "What follows is old: %v.\n", err)
	}
	list, err := find(ctx, l, a)
	if err != nil {
		return err
	}
	switch {
	case f.json:
		return e.statusJSON(ctx, l, list, one)
	case f.csv && f.attempts:
		return e.attemptsCSV(ctx, l, list[0].ID)
	case f.csv:
		return e.entriesCSV(ctx, l, list[0].ID)
	case len(list) == 0:
		fmt.Fprintln(e.stderr, "Nothing has been sent or scheduled yet.")
		return nil
	}
	if err := e.showStatus(ctx, w, l, list); err != nil || !one {
		return err
	}
	return e.showOne(ctx, l, list[0].ID, f)
}

// find returns the dispatches that an argument means: one by its id, those of a
// release by its slug, all without an argument.
func find(ctx context.Context, l *ledger.Ledger, a []string) ([]*ledger.Dispatch, error) {
	if len(a) == 0 {
		return l.Dispatches(ctx, "")
	}
	if strings.Contains(a[0], "/") && !strings.HasSuffix(a[0], ".md") {
		d, err := l.Dispatch(ctx, a[0])
		if errors.Is(err, ledger.ErrNotFound) {
			return nil, fmt.Errorf("there is no dispatch %s; pressroom status lists them", a[0])
		}
		return []*ledger.Dispatch{d}, err
	}
	slug := strings.TrimSuffix(strings.TrimPrefix(a[0], "releases/"), ".md")
	list, err := l.Dispatches(ctx, slug)
	if err == nil && len(list) == 0 {
		err = fmt.Errorf("nothing of %s has been sent or scheduled", slug)
	}
	return list, err
}

func (e *env) statusJSON(ctx context.Context, l *ledger.Ledger, list []*ledger.Dispatch, one bool) error {
	rows := []dispatchRow{}
	for _, d := range list {
		c, err := l.Counts(ctx, d.ID)
		if err != nil {
			return err
		}
		row := dispatchRow{
			ID: d.ID, Release: d.Slug, Revision: d.Revision, Kind: string(d.Kind), ReleaseAt: d.ReleaseAt.UTC().Format(time.RFC3339),
			State: d.State, Total: c.Total, Queued: c.Queued, Sent: c.Sent, Deferred: c.Deferred, InDoubt: c.InDoubt, Failed: c.Failed,
			Suppressed: c.Suppressed, Cancelled: c.Cancelled, Reason: d.Reason,
		}
		if !d.LiftedAt.IsZero() {
			row.LiftedAt = d.LiftedAt.UTC().Format(time.RFC3339Nano)
		}
		if one {
			if err := e.detail(ctx, l, d.ID, &row); err != nil {
				return err
			}
		}
		rows = append(rows, row)
	}
	return e.json(map[string]any{"dispatches": rows})
}

func (e *env) showStatus(ctx context.Context, ws *workspace.Workspace, l *ledger.Ledger, list []*ledger.Dispatch) error {
	t := e.table()
	fmt.Fprintln(t, "DISPATCH\tSTATE\tAT\tSENT\tWAITING\tIN DOUBT\tFAILED\tNOT MAILED")
	for _, d := range list {
		c, err := l.Counts(ctx, d.ID)
		if err != nil {
			return err
		}
		zone, err := time.LoadLocation(d.Zone)
		if err != nil {
			zone = time.UTC
		}
		fmt.Fprintf(t, "%s\t%s\t%s\t%d of %d\t%d\t%d\t%d\t%d\n", d.ID, d.State, d.ReleaseAt.In(zone).Format("2006-01-02 15:04:05 MST"),
			c.Sent, c.Total, c.Queued+c.Deferred, c.InDoubt, c.Failed, c.Suppressed+c.Cancelled)
	}
	if err := t.Flush(); err != nil {
		return err
	}
	if err := e.saysDue(ctx, l, list); err != nil {
		return err
	}
	wrong, err := wrongClocks(ctx, l)
	if err != nil {
		return err
	}
	for _, w := range wrong {
		fmt.Fprintf(e.stdout, "The clock of worker %s is %s, which decides when a release goes out\n", w.ID, doctor.Apart(w.Skew))
	}
	for _, d := range list {
		if d.Reason != "" {
			fmt.Fprintf(e.stdout, "%s: %s%s\n", d.ID, d.Reason, nextStep(d))
		}
		if d.State == ledger.Scheduled && e.changed(ctx, ws, l, d) {
			fmt.Fprintf(e.stdout, "%s: the file has changed since; send --replace swaps what is scheduled\n", d.ID)
		}
	}
	return nil
}

// saysDue says where something should be leaving and nobody is there to send it.
func (e *env) saysDue(ctx context.Context, l *ledger.Ledger, list []*ledger.Dispatch) error {
	now, err := l.Now(ctx)
	if err != nil {
		return err
	}
	for _, d := range list {
		if (d.State == ledger.Scheduled || d.State == ledger.Sending) && !now.Before(d.ReleaseAt) && !l.DB().AnyWorkerAlive(ctx) {
			fmt.Fprintf(e.stdout, "%s is due, and no worker is running: nothing goes out until pressroom serve runs\n", d.ID)
		}
	}
	return nil
}

func nextStep(d *ledger.Dispatch) string {
	switch d.State {
	case ledger.Paused, ledger.Missed, ledger.Held:
		return fmt.Sprintf("\n  pressroom resume %s goes on, pressroom cancel %s ends it", d.ID, d.ID)
	}
	return ""
}

// changed tells whether a release's file differs from what is scheduled.
func (e *env) changed(ctx context.Context, w *workspace.Workspace, l *ledger.Ledger, d *ledger.Dispatch) bool {
	differs, err := dispatch.Differs(ctx, w, l, d)
	return err == nil && differs
}

// act runs an action on every dispatch that an argument means and that it fits.
func (e *env) act(ctx context.Context, arg string, fits func(ledger.State) bool, what string, action func(*ledger.Ledger, *ledger.Dispatch) error) error {
	_, l, done, err := e.ledger(ctx)
	if err != nil {
		return err
	}
	defer done()
	list, err := find(ctx, l, []string{arg})
	if err != nil {
		return err
	}
	n := 0
	for _, d := range list {
		if !fits(d.State) {
			continue
		}
		n++
		if err := action(l, d); err != nil {
			return err
		}
	}
	if n == 0 {
		var states []string
		for _, d := range list {
			states = append(states, d.ID+" is "+string(d.State))
		}
		return fmt.Errorf("there is nothing to %s: %s", what, strings.Join(states, ", "))
	}
	return nil
}

func in(states ...ledger.State) func(ledger.State) bool {
	return func(s ledger.State) bool {
		for _, x := range states {
			if s == x {
				return true
			}
		}
		return false
	}
}

// holders says how many have an advance copy of a release: cancelling does not
// reach those.
func holders(ctx context.Context, l *ledger.Ledger, slug string) (string, error) {
	reached, err := l.Reached(ctx, slug)
	if err != nil {
		return "", err
	}
	n := 0
	for _, r := range reached {
		if r.Advance {
			n++
		}
	}
	if n == 0 {
		return "", nil
	}
	return fmt.Sprintf(" %s have an advance copy and are not told by it.", count(n, "journalist")), nil
}

func (e *env) cancelCommand() *cobra.Command {
	var yes bool
	c := &cobra.Command{
		Use: "cancel DISPATCH|SLUG", Short: "End a mailing: what has not left does not leave",
		Args: args(cobra.ExactArgs(1), "cancel takes one dispatch, or a release for all its unfinished ones"),
		RunE: func(cmd *cobra.Command, a []string) error {
			return e.act(cmd.Context(), a[0], in(ledger.Planning, ledger.Scheduled, ledger.Sending, ledger.Held, ledger.Paused, ledger.Missed), "cancel",
				func(l *ledger.Ledger, d *ledger.Dispatch) error {
					if !yes {
						held, err := holders(cmd.Context(), l, d.Slug)
						if err != nil {
							return err
						}
						ok, err := e.ask(fmt.Sprintf("Cancel %s (%s)? It cannot be taken back.%s", d.ID, d.State, held), "--yes")
						if err != nil {
							return err
						}
						if !ok {
							return quietError{}
						}
					}
					if err := l.Cancel(cmd.Context(), d.ID, "cancelled by hand"); err != nil {
						return err
					}
					fmt.Fprintf(e.stdout, "cancelled %s\n", d.ID)
					return nil
				})
		},
	}
	c.Flags().BoolVarP(&yes, "yes", "y", false, "do not ask")
	return c
}

func (e *env) pauseCommand() *cobra.Command {
	return &cobra.Command{
		Use: "pause DISPATCH|SLUG", Short: "Stop a mailing until it is resumed",
		Args: args(cobra.ExactArgs(1), "pause takes one dispatch or release"),
		RunE: func(cmd *cobra.Command, a []string) error {
			return e.act(cmd.Context(), a[0], in(ledger.Scheduled, ledger.Sending), "pause", func(l *ledger.Ledger, d *ledger.Dispatch) error {
				if err := l.Pause(cmd.Context(), d.ID); err != nil {
					return err
				}
				fmt.Fprintf(e.stdout, "paused %s\n", d.ID)
				return nil
			})
		},
	}
}

func (e *env) resumeCommand() *cobra.Command {
	var yes, wait, fallback bool
	c := &cobra.Command{
		Use: "resume DISPATCH|SLUG", Short: "Go on with a mailing that is paused, held or missed",
		Long: `Go on with a mailing that is paused, held or missed.

With --fallback it goes on through the second relay that mail.fallback names,
also where it is being sent at present: for the night when the first one is
down. The next resume without it goes back to the first.`,
		Args: args(cobra.ExactArgs(1), "resume takes one dispatch or release"),
		RunE: func(cmd *cobra.Command, a []string) error {
			states, relay, through := in(ledger.Paused, ledger.Held, ledger.Missed), ledger.MainRelay, ""
			if fallback {
				second, err := e.secondRelay(cmd.Context())
				if err != nil {
					return err
				}
				states, relay = in(ledger.Paused, ledger.Held, ledger.Missed, ledger.Scheduled, ledger.Sending), ledger.FallbackRelay
				through = " through " + second
			}
			var ids []string
			err := e.act(cmd.Context(), a[0], states, "resume", func(l *ledger.Ledger, d *ledger.Dispatch) error {
				if !yes {
					leaves, err := e.leavesNow(cmd.Context(), l, d)
					if err != nil {
						return err
					}
					ok, err := e.ask(fmt.Sprintf("%s is %s: %s\n%s\nGo on with it%s?", d.ID, d.State, d.Reason, leaves, through), "--yes")
					if err != nil {
						return err
					}
					if !ok {
						return quietError{}
					}
				}
				if err := l.Resume(cmd.Context(), d.ID, relay); err != nil {
					return err
				}
				ids = append(ids, d.ID)
				fmt.Fprintf(e.stdout, "resumed %s%s\n", d.ID, through)
				return nil
			})
			return e.waitIf(cmd.Context(), wait, ids, err)
		},
	}
	c.Flags().BoolVarP(&yes, "yes", "y", false, "do not ask")
	c.Flags().BoolVar(&wait, "wait", false, "deliver in this process, and come back when the mailing is done")
	c.Flags().BoolVar(&fallback, "fallback", false, "through the second relay, mail.fallback")
	return c
}

// leavesNow says what resuming a dispatch makes of it.
func (e *env) leavesNow(ctx context.Context, l *ledger.Ledger, d *ledger.Dispatch) (string, error) {
	c, err := l.Counts(ctx, d.ID)
	if err != nil {
		return "", err
	}
	now, err := l.Now(ctx)
	if err != nil {
		return "", err
	}
	who := count(c.Queued+c.Deferred, "journalist")
	if late := now.Sub(d.ReleaseAt); late > 0 || d.Kind != embargo.Release || !d.LiftedAt.IsZero() {
		return fmt.Sprintf("Mail leaves at once, to %s; it is %s late.", who, max(late, 0).Round(time.Second)), nil
	}
	return fmt.Sprintf("It waits until %s, and then goes to %s.", stamp(d.ReleaseAt), who), nil
}

// secondRelay is the address of the second relay, without the user.
func (e *env) secondRelay(ctx context.Context) (string, error) {
	w, l, done, err := e.ledger(ctx)
	if err != nil {
		return "", err
	}
	defer done()
	t, err := loadTransport(ctx, w, l)
	if err != nil {
		return "", err
	}
	d, err := t.fallback(w)
	if err != nil {
		return "", err
	}
	if d == nil {
		return "", fmt.Errorf("there is no second relay; name one as fallback under [mail] in %s", workspace.SettingsFile)
	}
	return d.Address, nil
}

func (e *env) retryCommand() *cobra.Command {
	var wait, doubt, yes bool
	c := &cobra.Command{
		Use: "retry DISPATCH|SLUG", Short: "Try again, at once, what failed or waits to be tried again",
		Long: `Try again, at once, what failed or waits to be tried again.

With --in-doubt it is those instead whose message was written whole and never
answered. Whoever has it gets a second copy, with the same Message-ID.`,
		Args: args(cobra.ExactArgs(1), "retry takes one dispatch or release"),
		RunE: func(cmd *cobra.Command, a []string) error {
			var ids []string
			err := e.act(cmd.Context(), a[0], in(ledger.Sending, ledger.Done, ledger.Failed), "retry", func(l *ledger.Ledger, d *ledger.Dispatch) error {
				n, err := e.retry(cmd.Context(), l, d, doubt, yes)
				if err != nil || n == 0 && doubt {
					return err
				}
				ids = append(ids, d.ID)
				fmt.Fprintf(e.stdout, "%s: %d to be tried again\n", d.ID, n)
				return nil
			})
			return e.waitIf(cmd.Context(), wait, ids, err)
		},
	}
	c.Flags().BoolVar(&wait, "wait", false, "deliver in this process, and come back when the mailing is done")
	c.Flags().BoolVar(&doubt, "in-doubt", false, "those whose answer was lost, who may have it already")
	c.Flags().BoolVarP(&yes, "yes", "y", false, "with --in-doubt: do not ask")
	return c
}

// retry tries deliveries of one dispatch again; it asks where they may be copies.
func (e *env) retry(ctx context.Context, l *ledger.Ledger, d *ledger.Dispatch, doubt, yes bool) (int64, error) {
	if !doubt {
		return l.Retry(ctx, d.ID)
	}
	c, err := l.Counts(ctx, d.ID)
	if err != nil {
		return 0, err
	}
	if c.InDoubt == 0 {
		fmt.Fprintf(e.stderr, "%s: nothing is in doubt\n", d.ID)
		return 0, nil
	}
	if !yes {
		ok, err := e.ask(fmt.Sprintf("Mail %s of %s once more? Whoever has it gets a second copy.", count(c.InDoubt, "journalist"), d.ID), "--yes")
		if err != nil {
			return 0, err
		}
		if !ok {
			return 0, quietError{}
		}
	}
	return l.RetryInDoubt(ctx, d.ID)
}

func (e *env) waitIf(ctx context.Context, wait bool, ids []string, err error) error {
	if err != nil || !wait {
		return err
	}
	w, l, done, err := e.ledger(ctx)
	if err != nil {
		return err
	}
	defer done()
	return e.waitFor(ctx, w, l, ids)
}
