package cli

import (
	"context"
	"errors"
	"fmt"
	netmail "net/mail"
	"regexp"
	"strconv"
	"time"

	"github.com/spf13/cobra"

	"pressroom/internal/coalition"
	"pressroom/internal/jobs"
	"pressroom/internal/ledger"
	"pressroom/internal/links"
	"pressroom/internal/notices"
	"pressroom/internal/people"
	"pressroom/internal/release"
	"pressroom/internal/workspace"
)

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

// links are the mailed links of a workspace.
func (e *env) links(w *workspace.Workspace, l *ledger.Ledger) *links.Desk {
	public := w.Settings.Server.PublicURL
	return links.New(l, e.now, w.Settings.Organization.Name, map[string]links.Issuer{
		coalition.LinkPurpose: coalition.New(l, w, e.now, public), people.LinkPurpose: people.New(l, e.now, public),
	})
}

// freshLinks mails the links that somebody waits for.
func freshLinks(d *links.Desk, s *notices.Sender) func(ctx context.Context, l jobs.FreshLink) error {
	return func(ctx context.Context, l jobs.FreshLink) error {
		n, err := d.Letter(ctx, l)
		if err != nil || n == nil {
			return err
		}
		return s.Mail(ctx, *n)
	}
}

func (e *env) quotesRequest() *cobra.Command {
	var f requestFlags
	c := &cobra.Command{
		Use: "request RELEASE --org ID…", Short: "Ask organizations for a quote, by mail, with a link of their own",
		Long: `Ask organizations for a quote. Each person that their [[org]] names under contact
gets a mail with a link of their own: no account, no password. The words they sign
off go into the release by themselves, and nobody changes them without them.

Asking again sends a new link with the new deadlines: so a closed one opens again.
Those who have not answered are reminded before the first deadline and when it has
passed. Times are read in the release's zone: 2026-07-25T18:00, or 6h, or 2d.`,
		Args: args(cobra.ExactArgs(1), "quotes request takes one release"),
		RunE: e.withQuotes(func(ctx context.Context, q *quoteDesk, _ []string) error { return e.requestQuotes(ctx, q, f) }),
	}
	fs := c.Flags()
	fs.StringSliceVar(&f.orgs, "org", nil, "whom to ask: ids of [[org]] in pressroom.toml, several with commas; all for everybody")
	fs.StringVar(&f.soft, "soft", "", "by when an answer is asked for (default: a day before the link closes)")
	fs.StringVar(&f.hard, "hard", "", "when the link closes (default: an hour before the release goes out, or less if that is soon)")
	fs.IntVar(&f.words, "words", 60, "how long the quote should be, in words")
	fs.StringVar(&f.note, "note", "", "a few lines of your own for the mail")
	fs.StringVar(&f.from, "from", "", "who asks, and whom answers go to: \"Name <address>\" (default: reply_to or from of [mail])")
	fs.StringVar(&f.show, "show", "headline", "how much of the draft partners see: headline, or full")
	return c
}

// requestFlags are what quotes request is told.
type requestFlags struct {
	orgs                         []string
	soft, hard, note, from, show string
	words                        int
}

func (e *env) requestQuotes(ctx context.Context, q *quoteDesk, f requestFlags) error {
	if len(f.orgs) == 0 {
		return usageError{fmt.Errorf("quotes request needs --org: the ids of organizations in pressroom.toml, or all")}
	}
	if q.w.Settings.Server.PublicURL == "" || q.w.Settings.Server.Listen == "" {
		return errors.New("partners have no way to the portal: set listen and public_url under [server] in pressroom.toml, and run pressroom serve")
	}
	call := coalition.Call{Slug: q.slug, Words: f.words, Show: coalition.Show(f.show), Note: f.note, Asker: f.from}
	if call.Show != coalition.ShowHeadline && call.Show != coalition.ShowFull {
		return usageError{fmt.Errorf("--show is headline or full, not %q", f.show)}
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
	call.Orgs = f.orgs
	if len(f.orgs) == 1 && f.orgs[0] == "all" {
		call.Orgs = q.w.Settings.OrgIDs()
	}
	zone, err := e.deadlines(q, &call, f.soft, f.hard)
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
	if !q.l.DB().AnyWorkerAlive(ctx) {
		fmt.Fprintf(e.stderr, "Partners reach the portal while pressroom -C %s serve runs: start it, and leave it running.\n", q.w.Dir)
	}
	return e.sendLetters(ctx, q)
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
	out, err := e.outgoing(ctx, q.w, q.l)
	if err != nil {
		return err
	}
	defer out.done()
	run, stop := context.WithCancel(ctx)
	ended := make(chan error, 1)
	go func() {
		ended <- jobs.Run(run, q.l.DB(), jobs.Handlers{Notice: out.sender.Mail, Webhook: out.sender.Call, Letter: letters(q.desk, out.sender)}, e.logger())
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

func (e *env) quotesRemind() *cobra.Command {
	var orgs []string
	c := &cobra.Command{
		Use: "remind RELEASE", Short: "Remind those who have not answered, now",
		Args: args(cobra.ExactArgs(1), "quotes remind takes one release"),
		RunE: e.withQuotes(func(ctx context.Context, q *quoteDesk, a []string) error {
			reminded, err := q.desk.Remind(ctx, q.slug, orgs)
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
			return e.sendLetters(ctx, q)
		}),
	}
	c.Flags().StringSliceVar(&orgs, "org", nil, "only these organizations, by their ids")
	return c
}
