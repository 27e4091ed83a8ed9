package cli

import (
	"context"
	"encoding/csv"
	"fmt"
	"strconv"
	"strings"
	"time"

	"pressroom/internal/ledger"
	"pressroom/internal/people"
)

// domainRow is a recipient domain in status --json.
type domainRow struct {
	Domain     string `json:"domain"`
	Total      int    `json:"total"`
	Queued     int    `json:"queued"`
	Sent       int    `json:"sent"`
	Deferred   int    `json:"deferred"`
	InDoubt    int    `json:"in_doubt"`
	Failed     int    `json:"failed"`
	Suppressed int    `json:"suppressed"`
	Cancelled  int    `json:"cancelled"`
}

// failureRow is a delivery that did not arrive, or not yet.
type failureRow struct {
	Address  string `json:"address"`
	State    string `json:"state"`
	At       string `json:"at"`
	Attempts int    `json:"attempts"`
	Server   string `json:"server"`
	Stage    string `json:"stage"`
	Code     int    `json:"code"`
	Enhanced string `json:"enhanced"`
	Reply    string `json:"reply"`
	Next     string `json:"next_attempt_at,omitempty"`
	Advice   string `json:"advice"`
}

// replyRow is what came back by mail.
type replyRow struct {
	Address string `json:"address"`
	Kind    string `json:"kind"`
	At      string `json:"at"`
	Code    string `json:"code"`
	Detail  string `json:"detail"`
}

// detail adds to a row of status --json what is asked of one dispatch.
func (e *env) detail(ctx context.Context, l *ledger.Ledger, id string, row *dispatchRow) error {
	domains, err := l.Domains(ctx, id)
	if err != nil {
		return err
	}
	for _, d := range domains {
		row.Domains = append(row.Domains, domainRow{d.Domain, d.Total, d.Queued, d.Sent, d.Deferred, d.InDoubt, d.Failed, d.Suppressed, d.Cancelled})
	}
	last, err := l.LastAnswer(ctx, id)
	if err != nil {
		return err
	}
	row.LastAt = rfc3339(last)
	entries, err := l.Troubles(ctx, id)
	if err != nil {
		return err
	}
	for _, en := range entries {
		f := failureRow{
			Address: en.Address, State: en.State, At: stamp(en.AnsweredAt), Attempts: en.Attempts, Server: en.Server, Stage: en.Stage,
			Code: en.Code, Enhanced: en.Enhanced, Reply: en.Reply, Advice: advice(en),
		}
		if en.State == "deferred" {
			f.Next = stamp(en.NextAttemptAt)
		}
		row.Failures = append(row.Failures, f)
	}
	replies, err := people.New(l, e.now, "").RepliesIn(ctx, id)
	if err != nil {
		return err
	}
	for _, r := range replies {
		row.Replies = append(row.Replies, replyRow{r.Key, string(r.Kind), stamp(r.At), r.Code, r.Detail})
	}
	return nil
}

// shownDomains is how many domains status shows, without --all.
const shownDomains = 12

// showOne shows what is asked of one dispatch.
func (e *env) showOne(ctx context.Context, l *ledger.Ledger, id string, f statusFlags) error {
	if f.attempts {
		return e.showAttempts(ctx, l, id)
	}
	if f.all {
		return e.showEntries(ctx, l, id)
	}
	if err := e.showDomains(ctx, l, id); err != nil {
		return err
	}
	if err := e.showFailures(ctx, l, id); err != nil {
		return err
	}
	replies, err := people.New(l, e.now, "").RepliesIn(ctx, id)
	if err != nil || len(replies) == 0 {
		return err
	}
	fmt.Fprintln(e.stdout, "\nCame back by mail:")
	t := e.table()
	for _, r := range replies {
		fmt.Fprintf(t, "  %s\t%s\t%s\t%s\n", r.Key, r.Kind, r.Code, r.Detail)
	}
	return t.Flush()
}

func (e *env) showDomains(ctx context.Context, l *ledger.Ledger, id string) error {
	domains, err := l.Domains(ctx, id)
	if err != nil || len(domains) < 2 {
		return err
	}
	fmt.Fprintln(e.stdout)
	t := e.table()
	fmt.Fprintln(t, "DOMAIN\tSENT\tWAITING\tIN DOUBT\tFAILED\tNOT MAILED")
	// Those with trouble stand first.
	shown := 0
	for _, trouble := range []bool{true, false} {
		for _, d := range domains {
			if (d.Failed+d.Deferred+d.InDoubt > 0) == trouble && shown < shownDomains {
				shown++
				fmt.Fprintf(t, "%s\t%d of %d\t%d\t%d\t%d\t%d\n", d.Domain, d.Sent, d.Total, d.Queued+d.Deferred, d.InDoubt, d.Failed, d.Suppressed+d.Cancelled)
			}
		}
	}
	if len(domains) > shown {
		fmt.Fprintf(t, "and %d more\t\t\t\t\t\n", len(domains)-shown)
	}
	return t.Flush()
}

// showFailures groups what did not arrive by reason, with what to do about it.
func (e *env) showFailures(ctx context.Context, l *ledger.Ledger, id string) error {
	entries, err := l.Troubles(ctx, id)
	if err != nil {
		return err
	}
	type group struct {
		state, answer, advice string
		addresses             []string
		next                  time.Time // of those that are tried again, the earliest
	}
	var groups []*group
	byKey := make(map[string]*group)
	for _, en := range entries {
		answer := en.Answer()
		if en.Stage != "" && en.Stage != "compose" {
			answer += " (at " + en.Stage + ", " + en.Server + ")"
		}
		key := en.State + strings.ReplaceAll(answer, en.Address, "…")
		if byKey[key] == nil {
			byKey[key] = &group{state: en.State, answer: answer, advice: advice(en)}
			groups = append(groups, byKey[key])
		}
		g := byKey[key]
		g.addresses = append(g.addresses, en.Address)
		if g.next.IsZero() || en.NextAttemptAt.Before(g.next) {
			g.next = en.NextAttemptAt
		}
	}
	for _, g := range groups {
		word := map[string]string{"failed": "failed", "deferred": "to be tried again", "in_doubt": "in doubt: written whole, and not answered"}[g.state]
		if g.state == "deferred" {
			word += " from " + stamp(g.next)
		}
		fmt.Fprintf(e.stdout, "\n%d %s: %s\n", len(g.addresses), word, g.answer)
		if g.advice != "" {
			fmt.Fprintf(e.stdout, "  → %s\n", g.advice)
		}
		for i, a := range g.addresses {
			if i == 20 {
				fmt.Fprintf(e.stdout, "  and %d more; --all lists them\n", len(g.addresses)-i)
				break
			}
			fmt.Fprintf(e.stdout, "  %s\n", a)
		}
	}
	return nil
}

func (e *env) showEntries(ctx context.Context, l *ledger.Ledger, id string) error {
	entries, err := l.Entries(ctx, id, "")
	if err != nil {
		return err
	}
	t := e.table()
	for _, en := range entries {
		fmt.Fprintf(t, "%s\t%s\t%s\t%s\t%s\n", en.Address, en.State, en.Language, stamp(en.AnsweredAt), en.Answer())
	}
	return t.Flush()
}

func (e *env) showAttempts(ctx context.Context, l *ledger.Ledger, id string) error {
	attempts, err := l.Attempts(ctx, id)
	if err != nil {
		return err
	}
	if len(attempts) == 0 {
		fmt.Fprintln(e.stderr, "Every try was accepted, or none was made yet.")
		return nil
	}
	t := e.table()
	for _, a := range attempts {
		fmt.Fprintf(t, "%s\t%s\t%s\t%s\t%s\n", a.Address, stamp(a.At), a.Server, a.Stage, ledger.AnswerLine(a.Code, a.Enhanced, a.Reply))
	}
	return t.Flush()
}

// cell keeps a spreadsheet from taking a text that others wrote for a formula.
func cell(s string) string {
	if s != "" && strings.ContainsRune("=+-@\t\r", rune(s[0])) {
		return "'" + s
	}
	return s
}

func (e *env) entriesCSV(ctx context.Context, l *ledger.Ledger, id string) error {
	entries, err := l.Entries(ctx, id, "")
	if err != nil {
		return err
	}
	c := csv.NewWriter(e.stdout)
	c.Write([]string{"dispatch", "address", "name", "outlet", "language", "lists", "state", "attempts", "answered_at", "next_attempt_at", "server", "stage", "code", "enhanced", "reply", "advice"})
	for _, en := range entries {
		next := ""
		if en.State == "deferred" {
			next = rfc3339(en.NextAttemptAt)
		}
		c.Write([]string{
			en.Dispatch, cell(en.Address), cell(en.Name), cell(en.Outlet), en.Language, cell(en.Lists), en.State, strconv.Itoa(en.Attempts), rfc3339(en.AnsweredAt), next, en.Server, en.Stage,
			number(en.Code), en.Enhanced, cell(en.Reply), advice(en),
		})
	}
	c.Flush()
	return c.Error()
}

func (e *env) attemptsCSV(ctx context.Context, l *ledger.Ledger, id string) error {
	attempts, err := l.Attempts(ctx, id)
	if err != nil {
		return err
	}
	c := csv.NewWriter(e.stdout)
	c.Write([]string{"address", "at", "server", "stage", "code", "enhanced", "reply"})
	for _, a := range attempts {
		c.Write([]string{cell(a.Address), rfc3339(a.At), a.Server, a.Stage, number(a.Code), a.Enhanced, cell(a.Reply)})
	}
	c.Flush()
	return c.Error()
}

func rfc3339(t time.Time) string {
	if t.IsZero() {
		return ""
	}
	return t.UTC().Format("2006-01-02T15:04:05.000Z07:00")
}

func number(n int) string {
	if n == 0 {
		return ""
	}
	return strconv.Itoa(n)
}
