package cli

import (
	"context"
	"errors"
	"fmt"
	"io"
	netmail "net/mail"
	"os"
	"regexp"
	"strconv"
	"strings"
	"time"

	"github.com/rivo/uniseg"
	"github.com/spf13/cobra"

	"pressroom/internal/coalition"
	"pressroom/internal/jobs"
	"pressroom/internal/language"
	"pressroom/internal/ledger"
	"pressroom/internal/notices"
	"pressroom/internal/release"
	"pressroom/internal/store"
	"pressroom/internal/submission"
	"pressroom/internal/workspace"
)

func (e *env) quotesCommand() *cobra.Command {
	return group("quotes", "The coalition's quotes: ask for them, see them, and prove who signed what",
		e.quotesRequest(), e.quotesList(), e.quotesRemind(), e.quotesOrder(), e.quotesApprove(), e.quotesReject(), e.quotesEdit(), e.quotesWithdraw(), e.quotesRevoke(), e.quotesVerify(), e.quotesExport())
}

// coalition is the coalition's desk of a workspace whose database exists, nil where
// there is none yet.
func (e *env) coalition(ctx context.Context, w *workspace.Workspace) (*coalition.Desk, func(), error) {
	if !store.Exists(w.StateDir(), w.DatabaseURL()) {
		return nil, func() {}, nil
	}
	l, done, err := e.openLedger(ctx, w)
	if err != nil {
		return nil, nil, err
	}
	return coalition.New(l, w, e.now, w.Settings.Server.PublicURL), done, nil
}

// knownOf is what the database knows of a release's quotes; nil without one.
func knownOf(ctx context.Context, d *coalition.Desk, slug string) (*release.Known, error) {
	if d == nil {
		return nil, nil
	}
	return d.Known(ctx, slug)
}

// letters sends letters to partners.
func letters(d *coalition.Desk, s *notices.Sender) func(ctx context.Context, l jobs.Letter) error {
	return func(ctx context.Context, l jobs.Letter) error {
		n, err := d.Letter(ctx, l)
		if err != nil || n == nil {
			return err
		}
		return s.Mail(ctx, *n)
	}
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

// onQuote is a command about one quote of a release.
func (e *env) onQuote(use, short, long string, run func(ctx context.Context, q *quoteDesk, name string) error) *cobra.Command {
	return &cobra.Command{
		Use: use + " RELEASE QUOTE", Short: short, Long: long,
		Args: args(cobra.ExactArgs(2), use+" takes a release and a quote, by its id or its organization's"),
		RunE: func(cmd *cobra.Command, a []string) error {
			q, err := e.quoteDesk(cmd.Context(), a[0])
			if err != nil {
				return err
			}
			defer q.done()
			return run(cmd.Context(), q, a[1])
		},
	}
}

func (e *env) quotesRequest() *cobra.Command {
	var orgs []string
	var soft, hard, note, from, show string
	var words int
	c := &cobra.Command{
		Use: "request RELEASE --org ID…", Short: "Ask organizations for a quote, by mail, with a link of their own",
		Long: `Ask organizations for a quote. Each person that their [[org]] names under contact
gets a mail with a link of their own: no account, no password. The words they sign
off go into the release by themselves, and nobody changes them without them.

Asking again sends a new link with the new deadlines: so a closed one opens again.
Those who have not answered are reminded before the first deadline and when it has
passed. Times are read in the release's zone: 2026-07-25T18:00, or 6h, or 2d.`,
		Args: args(cobra.ExactArgs(1), "quotes request takes one release"),
		RunE: func(cmd *cobra.Command, a []string) error {
			ctx := cmd.Context()
			q, err := e.quoteDesk(ctx, a[0])
			if err != nil {
				return err
			}
			defer q.done()
			if len(orgs) == 0 {
				return usageError{fmt.Errorf("quotes request needs --org: the ids of organizations in pressroom.toml, or all")}
			}
			if q.w.Settings.Server.PublicURL == "" || q.w.Settings.Server.Listen == "" {
				return errors.New("partners have no way to the portal: set listen and public_url under [server] in pressroom.toml, and run pressroom serve")
			}
			call := coalition.Call{Slug: q.slug, Words: words, Show: coalition.Show(show), Note: note, Asker: from}
			if call.Show != coalition.ShowHeadline && call.Show != coalition.ShowFull {
				return usageError{fmt.Errorf("--show is headline or full, not %q", show)}
			}
			if call.Asker == "" {
				call.Asker = q.w.Settings.Mail.ReplyTo
			}
			if call.Asker == "" {
				call.Asker = q.w.Settings.Mail.From
			}
			if _, err := netmail.ParseAddress(call.Asker); err != nil {
				return usageError{fmt.Errorf("--from %q is no address", call.Asker)}
			}
			call.Orgs = orgs
			if len(orgs) == 1 && orgs[0] == "all" {
				call.Orgs = nil
				for _, o := range q.w.Settings.Orgs {
					call.Orgs = append(call.Orgs, o.ID)
				}
			}
			zone, err := e.deadlines(q, &call, soft, hard)
			if err != nil {
				return err
			}
			asked, extended, err := q.desk.Ask(ctx, call)
			if err != nil {
				return err
			}
			again := make(map[string]bool)
			for _, id := range extended {
				again[id] = true
			}
			for _, r := range asked {
				what := "asked"
				if again[r.Org] {
					what = "asked again"
				}
				fmt.Fprintf(e.stdout, "%s %s: by %s, closed %s\n", what, r.Org, coalition.Stamp(r.Soft, zone), coalition.Stamp(r.Hard, zone))
			}
			return e.sendLetters(ctx, q)
		},
	}
	f := c.Flags()
	f.StringSliceVar(&orgs, "org", nil, "whom to ask: ids of [[org]] in pressroom.toml, several with commas; all for everybody")
	f.StringVar(&soft, "soft", "", "by when an answer is asked for (default: a day before the link closes)")
	f.StringVar(&hard, "hard", "", "when the link closes (default: an hour before the release goes out, or less if that is soon)")
	f.IntVar(&words, "words", 60, "how long the quote should be, in words")
	f.StringVar(&note, "note", "", "a few lines of your own for the mail")
	f.StringVar(&from, "from", "", "who asks, and whom answers go to: \"Name <address>\" (default: reply_to or from of [mail])")
	f.StringVar(&show, "show", "headline", "how much of the draft partners see: headline, or full")
	return c
}

// deadlines works out both deadlines of a call.
func (e *env) deadlines(q *quoteDesk, call *coalition.Call, soft, hard string) (*time.Location, error) {
	sources, err := q.w.Sources(q.slug)
	if err != nil {
		return nil, err
	}
	rel, diags := release.Read(q.slug, sources, q.w.Settings.Settings)
	if rel == nil {
		return nil, diags
	}
	now := e.now()
	out := rel.Timing.At
	if rel.Timing.Kind == release.Immediate {
		out = out.Add(9 * time.Hour) // of its day
	}
	call.Hard = out.Add(-min(time.Hour, out.Sub(now)/4))
	if hard != "" {
		if call.Hard, err = parseWhen(hard, now, rel.Zone); err != nil {
			return nil, err
		}
	}
	call.Soft = call.Hard.Add(-24 * time.Hour)
	if soft == "" && !call.Soft.After(now) {
		call.Soft = now.Add(call.Hard.Sub(now) / 2).Truncate(time.Minute)
	}
	if soft != "" {
		if call.Soft, err = parseWhen(soft, now, rel.Zone); err != nil {
			return nil, err
		}
	}
	switch {
	case !call.Hard.After(now):
		return nil, usageError{fmt.Errorf("the link would be closed at once (%s); give --hard, as in --hard 6h", coalition.Stamp(call.Hard, rel.Zone))}
	case call.Soft.After(call.Hard):
		return nil, usageError{errors.New("--soft comes after --hard")}
	case rel.Timing.Kind != release.Immediate && call.Hard.After(out):
		return nil, usageError{fmt.Errorf("--hard is after the release goes out (%s)", coalition.Stamp(out, rel.Zone))}
	}
	return rel.Zone, nil
}

var after = regexp.MustCompile(`^(\d{1,4})([mhd])$`)

// parseWhen reads a time of day in a zone, or how long from now.
func parseWhen(s string, now time.Time, zone *time.Location) (time.Time, error) {
	if m := after.FindStringSubmatch(s); m != nil {
		n, _ := strconv.Atoi(m[1])
		return now.Add(time.Duration(n) * map[string]time.Duration{"m": time.Minute, "h": time.Hour, "d": 24 * time.Hour}[m[2]]), nil
	}
	for _, layout := range []string{time.RFC3339, "2006-01-02T15:04:05", "2006-01-02T15:04", "2006-01-02 15:04"} {
		if t, err := time.ParseInLocation(layout, s, zone); err == nil {
			return t, nil
		}
	}
	return time.Time{}, usageError{fmt.Errorf("%q is no time; write 2026-07-25T18:00, or 6h for six hours from now", s)}
}

// sendLetters sends the mails that were written, from this process if no worker
// runs that would.
func (e *env) sendLetters(ctx context.Context, q *quoteDesk) error {
	if q.l.DB().AnyWorkerAlive(ctx) {
		return nil
	}
	t, err := loadTransport(ctx, q.w, q.l)
	if err != nil {
		return err
	}
	dialer, done, err := t.open(q.w)
	if err != nil {
		return err
	}
	defer done()
	signer, err := newSigner(q.w)
	if err != nil {
		return err
	}
	key, err := q.l.Key(ctx)
	if err != nil {
		return err
	}
	sender := &notices.Sender{Dialer: dialer, From: t.Mail.From, Key: key, Signer: signer, Now: e.now}
	run, stop := context.WithCancel(ctx)
	ended := make(chan error, 1)
	go func() {
		ended <- jobs.Run(run, q.l.DB(), jobs.Handlers{Notice: sender.Mail, Webhook: sender.Call, Letter: letters(q.desk, sender)}, e.logger())
	}()
	err = e.drain(ctx, q.l)
	stop()
	if rerr := <-ended; err == nil {
		err = rerr
	}
	left, perr := jobs.Unsent(ctx, q.l.DB())
	if err == nil {
		err = perr
	}
	if err == nil && left > 0 {
		return fmt.Errorf("%s could not be sent yet; pressroom serve goes on trying", count(left, "mail"))
	}
	return err
}

func (e *env) quotesList() *cobra.Command {
	var asJSON bool
	c := &cobra.Command{
		Use: "list RELEASE", Short: "How far each quote is, and its words",
		Args: args(cobra.ExactArgs(1), "quotes list takes one release"),
		RunE: func(cmd *cobra.Command, a []string) error {
			ctx := cmd.Context()
			q, err := e.quoteDesk(ctx, a[0])
			if err != nil {
				return err
			}
			defer q.done()
			all, err := q.desk.Requests(ctx, q.slug)
			if err != nil {
				return err
			}
			if asJSON {
				return e.quotesJSON(all)
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
				if r.Late(e.now()) {
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
		},
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

func (e *env) quotesJSON(all []*coalition.Request) error {
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
		out = append(out, row{r.Quote, r.Org, string(r.State), r.Late(e.now()), r.Accepted, r.Soft.Format(time.RFC3339), r.Hard.Format(time.RFC3339), latest(r), r.Message, r.Updated.Format(time.RFC3339)})
	}
	return e.json(map[string]any{"quotes": out})
}

func (e *env) quotesRemind() *cobra.Command {
	var orgs []string
	c := &cobra.Command{
		Use: "remind RELEASE", Short: "Remind those who have not answered, now",
		Args: args(cobra.ExactArgs(1), "quotes remind takes one release"),
		RunE: func(cmd *cobra.Command, a []string) error {
			q, err := e.quoteDesk(cmd.Context(), a[0])
			if err != nil {
				return err
			}
			defer q.done()
			reminded, err := q.desk.Remind(cmd.Context(), q.slug, orgs)
			if err != nil {
				return err
			}
			if len(reminded) == 0 {
				fmt.Fprintln(e.stdout, "Nobody is to be reminded: all have answered, or their links are closed.")
				return nil
			}
			for _, r := range reminded {
				fmt.Fprintf(e.stdout, "reminded %s\n", r.Org)
			}
			return e.sendLetters(cmd.Context(), q)
		},
	}
	c.Flags().StringSliceVar(&orgs, "org", nil, "only these organizations, by their ids")
	return c
}

func (e *env) quotesOrder() *cobra.Command {
	return &cobra.Command{
		Use: "order RELEASE placed|alphabetical|lot", Short: "Choose in which order quotes and signatories stand",
		Long: `Choose in which order quotes and signatories stand, and write it into the release:
placed, as they stand in the file; alphabetical, by name; lot draws a new lot, from
which anybody can work out the order again. Partners see it beforehand.`,
		Args: args(cobra.ExactArgs(2), "quotes order takes a release, and placed, alphabetical or lot"),
		RunE: func(cmd *cobra.Command, a []string) error {
			q, err := e.quoteDesk(cmd.Context(), a[0])
			if err != nil {
				return err
			}
			defer q.done()
			order := release.Order(a[1])
			lot := ""
			switch order {
			case release.OrderPlaced, release.OrderAlphabetical:
			case release.OrderLot:
				lot = coalition.NewLot()
			default:
				return usageError{fmt.Errorf("the order is placed, alphabetical or lot, not %q", a[1])}
			}
			if err := q.desk.Order(cmd.Context(), q.slug, order, lot); err != nil {
				return err
			}
			fmt.Fprintf(e.stdout, "%s: quotes stand %s\n", q.slug, map[release.Order]string{release.OrderPlaced: "as they are placed", release.OrderAlphabetical: "in alphabetical order", release.OrderLot: "as the lot " + lot + " has it"}[order])
			return nil
		},
	}
}

func (e *env) quotesApprove() *cobra.Command {
	var recorded string
	c := e.onQuote("approve", "Take a quote as it is; with --recorded, write down a sign-off by voice",
		`Take a quote as it is. Words that were handed in without a sign-off go back for one.

--recorded "phone, 23:10, A. Ruiz" writes down a sign-off that was given to you by
voice. It is marked as recorded by the lead everywhere, and the partner gets a mail
that says so.`,
		func(ctx context.Context, q *quoteDesk, name string) error {
			if recorded != "" {
				r, err := q.desk.Record(ctx, q.slug, name, recorded)
				if err != nil {
					return err
				}
				fmt.Fprintf(e.stdout, "recorded the sign-off of %s (%s); it stands in the release, and they are told\n", r.Quote, recorded)
				return e.sendLetters(ctx, q)
			}
			r, err := q.desk.Accept(ctx, q.slug, name, 0)
			if err != nil {
				return err
			}
			if r.State == coalition.Submitted {
				fmt.Fprintf(e.stdout, "accepted %s; they are asked for the sign-off\n", r.Quote)
				return e.sendLetters(ctx, q)
			}
			fmt.Fprintf(e.stdout, "accepted %s\n", r.Quote)
			return nil
		})
	c.Flags().StringVar(&recorded, "recorded", "", "how the sign-off was given, when, and by whom: \"phone, 23:10, A. Ruiz\"")
	return c
}

func (e *env) quotesReject() *cobra.Command {
	var note string
	c := e.onQuote("reject", "Send a quote back and ask for a change", `Send a quote back to the partner and say what should change. What was signed before
stands until they sign other words; send --without leaves it out.`,
		func(ctx context.Context, q *quoteDesk, name string) error {
			if note == "" {
				return usageError{errors.New("reject needs --note: what should change")}
			}
			r, err := q.desk.SendBack(ctx, q.slug, name, 0, note)
			if err != nil {
				return err
			}
			fmt.Fprintf(e.stdout, "sent %s back\n", r.Quote)
			return e.sendLetters(ctx, q)
		})
	c.Flags().StringVar(&note, "note", "", "what should change")
	return c
}

func (e *env) quotesEdit() *cobra.Command {
	var note, file string
	c := e.onQuote("edit", "Propose other words; they go back to the partner for sign-off", `Propose other words for a quote, read from standard input or --file. They go back to
the partner: nothing is printed before they sign it off, and what was signed before
stands until then.`,
		func(ctx context.Context, q *quoteDesk, name string) error {
			in := e.stdin
			if file != "" {
				f, err := os.Open(file)
				if err != nil {
					return fmt.Errorf("reading the words: %w", err)
				}
				defer f.Close()
				in = f
			}
			data, err := io.ReadAll(io.LimitReader(in, 1<<20))
			if err != nil {
				return fmt.Errorf("reading the words: %w", err)
			}
			found, err := q.desk.Find(ctx, q.slug, name)
			if err != nil {
				return err
			}
			w := latest(found)
			style := w.Style
			w.Text, w.Source = string(data), ""
			cat, _ := language.For("en")
			if c, ok := language.For(q.w.Settings.Organization.Language); ok {
				cat = c
			}
			w, problems := submission.Clean(w, cat)
			w.Style = style
			for _, p := range problems {
				if !p.Advice {
					return errors.New(p.Message)
				}
			}
			r, err := q.desk.Propose(ctx, q.slug, name, 0, w, note)
			if err != nil {
				return err
			}
			fmt.Fprintf(e.stdout, "proposed other words for %s; they are asked for a new sign-off\n", r.Quote)
			return e.sendLetters(ctx, q)
		})
	c.Flags().StringVar(&note, "note", "", "why, for the partner")
	c.Flags().StringVar(&file, "file", "", "the file with the words (default: standard input)")
	return c
}

func (e *env) quotesWithdraw() *cobra.Command {
	var why string
	var yes bool
	c := e.onQuote("withdraw", "Write down that a partner took its quote back", `Write down that a partner took its sign-off back by voice. What is scheduled of the
release is held until you decide; after the release went out, it is noted as a
correction to make. Partners can do it themselves, on their link.`,
		func(ctx context.Context, q *quoteDesk, name string) error {
			if !yes {
				ok, err := e.ask("Withdraw this quote?", "--yes")
				if err != nil {
					return err
				}
				if !ok {
					fmt.Fprintln(e.stderr, "Nothing was changed.")
					return quietError{}
				}
			}
			r, err := q.desk.WithdrawFor(ctx, q.slug, name, why)
			if err != nil {
				return err
			}
			fmt.Fprintf(e.stdout, "withdrawn %s\n", r.Quote)
			return e.sendLetters(ctx, q)
		})
	c.Flags().StringVar(&why, "note", "", "how it was said, when, and by whom")
	c.Flags().BoolVarP(&yes, "yes", "y", false, "do not ask")
	return c
}

func (e *env) quotesRevoke() *cobra.Command {
	return e.onQuote("revoke", "Take a request back: its links open nothing any more", `Take a request back: its links open nothing any more. What was signed stands. Asking
again (quotes request) makes new links.`,
		func(ctx context.Context, q *quoteDesk, name string) error {
			r, err := q.desk.Revoke(ctx, q.slug, name)
			if err != nil {
				return err
			}
			fmt.Fprintf(e.stdout, "revoked the links of %s\n", r.Org)
			return nil
		})
}

func (e *env) quotesVerify() *cobra.Command {
	var files []string
	c := &cobra.Command{
		Use: "verify RELEASE", Short: "Hold what was signed against the file, what went out, and receipts",
		Long: `Hold the history of the sign-offs against itself, the release's file, what was stored
when the release was sent, and receipts that partners hold (--receipt FILE, the mail's
text; several). Whatever was changed or deleted is named, with quote, organization and
signer, and the exit code is 1.`,
		Args: args(cobra.ExactArgs(1), "quotes verify takes one release"),
		RunE: func(cmd *cobra.Command, a []string) error {
			q, err := e.quoteDesk(cmd.Context(), a[0])
			if err != nil {
				return err
			}
			defer q.done()
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
			report, err := q.desk.Verify(cmd.Context(), q.slug, receipts)
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
		},
	}
	c.Flags().StringSliceVar(&files, "receipt", nil, "the text of a receipt that a partner holds")
	return c
}

func (e *env) quotesExport() *cobra.Command {
	return &cobra.Command{
		Use: "export RELEASE", Short: "The whole history of a release's quotes, as JSON",
		Args: args(cobra.ExactArgs(1), "quotes export takes one release"),
		RunE: func(cmd *cobra.Command, a []string) error {
			q, err := e.quoteDesk(cmd.Context(), a[0])
			if err != nil {
				return err
			}
			defer q.done()
			events, err := q.desk.Events(cmd.Context(), q.slug)
			if err != nil {
				return err
			}
			if events == nil {
				events = []*coalition.Event{}
			}
			return e.json(map[string]any{"release": q.slug, "events": events})
		},
	}
}
