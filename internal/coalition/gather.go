package coalition

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"time"

	"github.com/riverqueue/river"

	"pressroom/internal/jobs"
	"pressroom/internal/notices"
	"pressroom/internal/store"
)

// gathering is how long what partners do is gathered for one mail to the press office.
const gathering = 10 * time.Minute

// Gathered is the job of telling what partners did within one span of gathering: the
// one that has this number since 1970.
type Gathered struct {
	Slug string `json:"slug" river:"unique"`
	Span int64  `json:"span" river:"unique"`
}

// Kind names the job.
func (Gathered) Kind() string { return "gathered" }

// InsertOpts make it one for each span.
func (Gathered) InsertOpts() river.InsertOpts { return jobs.Once() }

func (g Gathered) bounds() (from, to time.Time) {
	from = time.Unix(g.Span*int64(gathering/time.Second), 0).UTC()
	return from, from.Add(gathering)
}

// tell tells the press office of what a partner did: at once where something of the
// release was sent, else with what else happens within ten minutes.
func (d *Desk) tell(ctx context.Context, tx *store.Tx, v *Visit, e *Event) error {
	if v.Standing != nil {
		return d.tellLead(ctx, tx, v, e)
	}
	return d.gather(ctx, tx, e)
}

// gather has an event told with the others of its span.
func (d *Desk) gather(ctx context.Context, tx *store.Tx, e *Event) error {
	if e.Actor == Lead {
		return nil // who did it knows
	}
	g := Gathered{Slug: e.Slug, Span: e.At.Unix() / int64(gathering/time.Second)}
	_, at := g.bounds()
	return jobs.InsertAt(ctx, d.db, tx, g, at)
}

// Told are the mails about what partners did in a span, one to each who is to know.
func (d *Desk) Told(ctx context.Context, g Gathered) ([]notices.Notice, error) {
	from, to := g.bounds()
	list, err := events(ctx, d.db.Reader(), `slug = ? AND at >= ? AND at < ? ORDER BY number`, g.Slug, store.Micros(from), store.Micros(to))
	if err != nil {
		return nil, err
	}
	requests, err := d.Requests(ctx, g.Slug)
	if err != nil {
		return nil, err
	}
	var number string
	if err := d.db.Tx(ctx, func(tx *store.Tx) (err error) { number, err = d.hidden(ctx, tx, g.Slug); return err }); err != nil {
		return nil, err
	}
	lines := make(map[string][]string) // by the address of who is told
	var order []string
	add := func(address, line string) {
		if lines[address] == nil {
			order = append(order, address)
		}
		lines[address] = append(lines[address], line)
	}
	for _, e := range list {
		line := d.toldOf(e, number != "")
		if line == "" {
			continue
		}
		to := slices.Clone(d.workspace.Settings.Notify.Email)
		for _, r := range requests {
			if r.Quote == e.Quote && r.Asker != "" && !slices.ContainsFunc(to, func(s string) bool { return email(s) == email(r.Asker) }) {
				to = append(to, r.Asker)
			}
		}
		for _, address := range to {
			add(address, line)
		}
	}
	slug, headline := g.Slug, d.Info(g.Slug).Headline
	if number != "" {
		slug, headline = number, "release "+number
	}
	var out []notices.Notice
	for _, address := range order {
		first, _, _ := strings.Cut(lines[address][0], "\n")
		subject := strings.TrimSuffix(first, ".")
		if n := len(lines[address]); n > 1 {
			subject = fmt.Sprintf("%s, and %d more", subject, n-1)
		}
		out = append(out, notices.Notice{
			To: address, Subject: subject + " – " + headline, Language: "en",
			Text: strings.Join(lines[address], "\n") + "\npressroom quotes list " + slug + "     shows how far all are\n",
			Name: fmt.Sprintf("quotes/%s/%d/%s", g.Slug, g.Span, email(address)),
		})
	}
	return out, nil
}

// toldOf is what is said of an event, "" where nothing is: of what is hidden, no words.
func (d *Desk) toldOf(e *Event, hidden bool) string {
	org := d.orgName(e.Org)
	switch {
	case e.Actor == Lead:
		return ""
	case hidden && e.What == WasSigned && e.Words != nil:
		return fmt.Sprintf("%s has signed off (%s, %s).\n", org, e.Actor, e.Language)
	case hidden && e.What == WasSubmitted && e.Words != nil:
		return fmt.Sprintf("%s has handed words in, without a sign-off (%s).\n", org, e.Actor)
	case hidden && e.What == WasDeclined:
		return fmt.Sprintf("%s gives no quote (%s).\n", org, e.Actor)
	case e.What == WasSigned && e.Words != nil:
		return fmt.Sprintf("%s has signed off (%s, %s).\n\n%s\n", org, e.Actor, e.Language, indent(strings.Join(receiptWords(e), "\n")))
	case e.What == WasSubmitted && e.Words != nil:
		return fmt.Sprintf("%s has handed words in, without a sign-off (%s).\n\n%s\n", org, e.Actor, indent(e.Words.Text))
	case e.What == WasKept:
		return fmt.Sprintf("%s keeps its own words (%s).\n", org, e.Actor)
	case e.What == WasDeclined && e.Detail != "":
		return fmt.Sprintf("%s gives no quote (%s).\n\n%s\n", org, e.Actor, indent(e.Detail))
	case e.What == WasDeclined:
		return fmt.Sprintf("%s gives no quote (%s).\n", org, e.Actor)
	}
	return ""
}

// tellGathered writes the mails about what partners did in a span.
func (d *Desk) tellGathered(ctx context.Context, g Gathered) error {
	all, err := d.Told(ctx, g)
	if err != nil {
		return err
	}
	return d.db.Tx(ctx, func(tx *store.Tx) error {
		for _, n := range all {
			if err := n.Insert(ctx, d.db, tx); err != nil {
				return err
			}
		}
		return nil
	})
}
