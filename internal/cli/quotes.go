package cli

import (
	"context"
	"fmt"
	"os"
	"strings"
	"time"

	"github.com/rivo/uniseg"
	"github.com/spf13/cobra"

	"pressroom/internal/coalition"
	"pressroom/internal/ledger"
	"pressroom/internal/submission"
	"pressroom/internal/workspace"
)

func (e *env) quotesCommand() *cobra.Command {
	return group("quotes", "The coalition's quotes: ask for them, see them, and prove who signed what",
		e.quotesRequest(), e.quotesList(), e.quotesRemind(), e.quotesOrder(), e.quotesApprove(), e.quotesReject(), e.quotesEdit(), e.quotesWithdraw(), e.quotesRevoke(), e.quotesVerify(), e.quotesExport())
}

// quoteDesk opens all that a command about the quotes of one release needs.
type quoteDesk struct {
	w    *workspace.Workspace
	l    *ledger.Ledger
	desk *coalition.Desk
	slug string
	done func()
}

func (e *env) quoteDesk(ctx context.Context, arg string) (*quoteDesk, error) {
	w, l, done, err := e.ledger(ctx)
	if err != nil {
		return nil, err
	}
	slug, err := w.SlugOf(arg)
	if err != nil {
		done()
		return nil, err
	}
	return &quoteDesk{w, l, coalition.New(l, w, e.now, w.Settings.Server.PublicURL), slug, done}, nil
}

// withQuotes runs a command with all that it needs of the release that its first
// argument names.
func (e *env) withQuotes(run func(ctx context.Context, q *quoteDesk, a []string) error) func(*cobra.Command, []string) error {
	return func(cmd *cobra.Command, a []string) error {
		q, err := e.quoteDesk(cmd.Context(), a[0])
		if err != nil {
			return err
		}
		defer q.done()
		return run(cmd.Context(), q, a)
	}
}

// onQuote is a command about one quote of a release.
func (e *env) onQuote(use, short, long string, run func(ctx context.Context, q *quoteDesk, name string) error) *cobra.Command {
	return &cobra.Command{
		Use: use + " RELEASE QUOTE", Short: short, Long: long,
		Args: args(cobra.ExactArgs(2), use+" takes a release and a quote, by its id or its organization's"),
		RunE: e.withQuotes(func(ctx context.Context, q *quoteDesk, a []string) error {
			return run(ctx, q, a[1])
		}),
	}
}

func (e *env) quotesList() *cobra.Command {
	var asJSON bool
	c := &cobra.Command{
		Use: "list RELEASE", Short: "How far each quote is, and its words",
		Args: args(cobra.ExactArgs(1), "quotes list takes one release"),
		RunE: e.withQuotes(func(ctx context.Context, q *quoteDesk, a []string) error {
			if err := q.desk.Recover(ctx); err != nil {
				fmt.Fprintln(e.stderr, "error:", err)
			}
			all, err := q.desk.Requests(ctx, q.slug)
			if err != nil {
				return err
			}
			if asJSON {
				return e.quotesJSON(q.desk, all)
			}
			if len(all) == 0 {
				fmt.Fprintf(e.stdout, "No quote was asked for %s yet: pressroom quotes request %s --org all\n", q.slug, q.slug)
				return nil
			}
			zone := time.UTC
			if z, err := time.LoadLocation(q.w.Settings.Organization.Timezone); err == nil {
				zone = z
			}
			states := map[string]int{}
			for _, r := range all {
				state := string(r.State)
				if q.desk.Late(r) {
					state += ", late"
				}
				if r.Accepted && r.State == coalition.Signed {
					state += ", accepted"
				}
				states[string(r.State)]++
				words := ""
				if w := latest(r); w.Text != "" {
					words = fmt.Sprintf("%d words: %s", w.Count(), oneLine(w.Text, 60))
				}
				fmt.Fprintf(e.stdout, "%-24s %-18s %s\n", r.Quote, state, words)
				if r.State.Open() {
					fmt.Fprintf(e.stdout, "%-24s by %s, closed %s\n", "", r.Soft.In(zone).Format("Mon 2 Jan 15:04 MST"), r.Hard.In(zone).Format("Mon 2 Jan 15:04 MST"))
				}
				if r.Message != "" {
					fmt.Fprintf(e.stdout, "%-24s %s\n", "", oneLine(r.Message, 80))
				}
			}
			fmt.Fprintf(e.stderr, "%s: %s\n", count(len(all), "quote"), tally(states))
			return nil
		}),
	}
	c.Flags().BoolVar(&asJSON, "json", false, "as JSON")
	return c
}

func latest(r *coalition.Request) submission.Words {
	if r.Proposal != nil {
		return *r.Proposal
	}
	return r.Draft
}

// oneLine cuts a text to a number of columns.
func oneLine(s string, most int) string {
	s = strings.Join(strings.Fields(s), " ")
	width, out := 0, ""
	g := uniseg.NewGraphemes(s)
	for g.Next() {
		if width += g.Width(); width > most {
			return out + "…"
		}
		out += g.Str()
	}
	return out
}

func (e *env) quotesJSON(desk *coalition.Desk, all []*coalition.Request) error {
	type row struct {
		Quote    string           `json:"quote"`
		Org      string           `json:"org"`
		State    string           `json:"state"`
		Late     bool             `json:"late"`
		Accepted bool             `json:"accepted"`
		Soft     string           `json:"soft"`
		Hard     string           `json:"hard"`
		Words    submission.Words `json:"words"`
		Message  string           `json:"message,omitempty"`
		Updated  string           `json:"updated"`
	}
	out := []row{}
	for _, r := range all {
		out = append(out, row{r.Quote, r.Org, string(r.State), desk.Late(r), r.Accepted, r.Soft.Format(time.RFC3339), r.Hard.Format(time.RFC3339), latest(r), r.Message, r.Updated.Format(time.RFC3339)})
	}
	return e.json(map[string]any{"quotes": out})
}

func (e *env) quotesVerify() *cobra.Command {
	var files []string
	c := &cobra.Command{
		Use: "verify RELEASE", Short: "Hold what was signed against the file, what went out, and receipts",
		Long: `Hold the history of the sign-offs against itself, the release's file, what was stored
when the release was sent, and receipts that partners hold (--receipt FILE, the mail's
text; several). All that is stored of each mailing is read. Whatever was changed or
deleted, or cannot be read, is named, with quote, organization and signer, or with
mailing and form, and the exit code is 1.`,
		Args: args(cobra.ExactArgs(1), "quotes verify takes one release"),
		RunE: e.withQuotes(func(ctx context.Context, q *quoteDesk, a []string) error {
			var receipts []*coalition.Receipt
			for _, name := range files {
				data, err := os.ReadFile(name)
				if err != nil {
					return fmt.Errorf("reading the receipt: %w", err)
				}
				r, err := coalition.ParseReceipt(data)
				if err != nil {
					return fmt.Errorf("%s: %w", name, err)
				}
				receipts = append(receipts, r)
			}
			report, err := q.desk.Verify(ctx, q.slug, receipts)
			if err != nil {
				return err
			}
			for _, f := range report.Faults {
				fmt.Fprintln(e.stdout, "FAULT: "+f)
			}
			fmt.Fprintf(e.stdout, "%s: %s, %s signed as they stand, %s compared, %s\n", q.slug, count(report.Events, "event"), count(report.Quotes, "quote"), count(report.Snapshots, "mailing"), count(report.Receipts, "receipt"))
			if len(report.Faults) > 0 {
				return quietError{}
			}
			return nil
		}),
	}
	c.Flags().StringSliceVar(&files, "receipt", nil, "the text of a receipt that a partner holds")
	return c
}

func (e *env) quotesExport() *cobra.Command {
	return &cobra.Command{
		Use: "export RELEASE", Short: "The whole history of a release's quotes, as JSON",
		Args: args(cobra.ExactArgs(1), "quotes export takes one release"),
		RunE: e.withQuotes(func(ctx context.Context, q *quoteDesk, a []string) error {
			events, err := q.desk.Events(ctx, q.slug)
			if err != nil {
				return err
			}
			if events == nil {
				events = []*coalition.Event{}
			}
			return e.json(map[string]any{"release": q.slug, "events": events})
		}),
	}
}
