package status

import (
	"fmt"
	"io"
	"text/tabwriter"

	"pressroom/internal/ledger"
)

func table(out io.Writer) *tabwriter.Writer { return tabwriter.NewWriter(out, 0, 4, 2, ' ', 0) }

// Show writes how far mailings are: a row each, and what is to be known beside it.
func Show(out io.Writer, list []Mailing) error {
	t := table(out)
	fmt.Fprintln(t, "DISPATCH\tSTATE\tAT\tSENT\tWAITING\tIN DOUBT\tFAILED\tNOT MAILED")
	for _, m := range list {
		fmt.Fprintf(t, "%s\t%s\t%s\t%d of %d\t%d\t%d\t%d\t%d\n", m.ID, m.State, m.When(),
			m.Sent, m.Total, m.Waiting(), m.InDoubt, m.Failed, m.NotMailed())
	}
	if err := t.Flush(); err != nil {
		return err
	}
	for _, m := range list {
		for _, note := range m.Notes() {
			fmt.Fprintln(out, note)
		}
	}
	return nil
}

// Most that ShowDetail names.
const (
	shownDomains   = 12
	shownAddresses = 20
)

// ShowDetail writes what is asked of one mailing: its domains, what failed and why, and
// what came back by mail.
func (m Mailing) ShowDetail(out io.Writer, d *Detail) error {
	if err := showDomains(out, d.Domains); err != nil {
		return err
	}
	for _, f := range d.Failures() {
		m.showFailure(out, f)
	}
	if len(d.Replies) == 0 {
		return nil
	}
	fmt.Fprintln(out, "\nCame back by mail:")
	t := table(out)
	for _, r := range d.Replies {
		fmt.Fprintf(t, "  %s\t%s\t%s\t%s\n", r.Key, r.Kind, r.Code, r.Detail)
	}
	return t.Flush()
}

func showDomains(out io.Writer, domains []ledger.DomainCounts) error {
	if len(domains) < 2 {
		return nil
	}
	fmt.Fprintln(out)
	t := table(out)
	fmt.Fprintln(t, "DOMAIN\tSENT\tWAITING\tIN DOUBT\tFAILED\tNOT MAILED")
	for _, d := range domains[:min(len(domains), shownDomains)] {
		fmt.Fprintf(t, "%s\t%d of %d\t%d\t%d\t%d\t%d\n", d.Domain, d.Sent, d.Total, d.Queued+d.Deferred, d.InDoubt, d.Failed,
			d.Suppressed+d.Cancelled)
	}
	if more := len(domains) - shownDomains; more > 0 {
		fmt.Fprintf(t, "and %d more\t\t\t\t\t\n", more)
	}
	return t.Flush()
}

// showFailure writes what did not arrive for one reason, with what to do about it.
func (m Mailing) showFailure(out io.Writer, f *Failure) {
	word := map[string]string{
		"failed": "failed", "deferred": "to be tried again",
		"in_doubt": "in doubt: written whole, and not answered",
	}[f.State]
	if f.State == "deferred" {
		word += " from " + m.Stamp(f.Next)
	}
	fmt.Fprintf(out, "\n%d %s: %s\n", len(f.Addresses), word, f.Answer)
	if f.Advice != "" {
		fmt.Fprintf(out, "  → %s\n", f.Advice)
	}
	for i, a := range f.Addresses {
		if i == shownAddresses {
			fmt.Fprintf(out, "  and %d more; --all lists them\n", len(f.Addresses)-i)
			break
		}
		fmt.Fprintf(out, "  %s\n", a)
	}
}

// ShowEntries writes every delivery of the mailing.
func (m Mailing) ShowEntries(out io.Writer, entries []ledger.Entry) error {
	t := table(out)
	for _, e := range entries {
		fmt.Fprintf(t, "%s\t%s\t%s\t%s\t%s\n", e.Address, e.State, e.Language, m.Stamp(e.AnsweredAt), e.Answer())
	}
	return t.Flush()
}

// ShowAttempts writes every try of the mailing that was refused or whose answer was
// lost.
func (m Mailing) ShowAttempts(out io.Writer, attempts []ledger.Attempt) error {
	t := table(out)
	for _, at := range attempts {
		fmt.Fprintf(t, "%s\t%s\t%s\t%s\t%s\n", at.Address, m.Stamp(at.At), at.Server, at.Stage,
			ledger.AnswerLine(at.Code, at.Enhanced, at.Reply))
	}
	return t.Flush()
}
