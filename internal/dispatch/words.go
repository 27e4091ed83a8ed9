package dispatch

import (
	"context"
	"fmt"
	"io"
	"maps"
	"slices"
	"strings"
	"time"

	"pressroom/internal/diagnostic"
	"pressroom/internal/embargo"
	"pressroom/internal/ledger"
	"pressroom/internal/mail"
	"pressroom/internal/release"
	"pressroom/internal/wording"
)

// Told is what sending would do, in words: what the command prints and the page shows.
type Told struct {
	Headline, About string
	Lines           []string // of the whole: what is moved, and which quotes lack their sign-off
	Parts           []ToldMailing
	Findings        diagnostic.List
}

// ToldMailing is what one mailing of a plan would do, in words.
type ToldMailing struct {
	*Mailing
	Title string
	Lines []string
}

// say appends a line.
func say(lines *[]string, format string, args ...any) {
	*lines = append(*lines, fmt.Sprintf(format, args...))
}

// Tell says in words what sending would do.
func (p *Plan) Tell(ctx context.Context) (*Told, error) {
	r := p.Input.Release
	t := &Told{
		Headline: r.Main().Headline, Findings: p.Findings,
		About: fmt.Sprintf("%s, revision %s, through %s", r.Slug, p.Input.Revision, p.settings.Mail.SMTP),
	}
	if without := p.Input.Without; len(without) > 0 {
		say(&t.Lines, "without the quotes of %s", strings.Join(without, ", "))
	}
	p.describeMove(&t.Lines)
	p.describePending(&t.Lines)
	if others := p.Approvers(); others != "" {
		say(&t.Lines, "nothing of it leaves before %s than who schedules it has approved its words", others)
	}
	for _, m := range p.Mailings {
		v, err := p.Volume(ctx, m)
		if err != nil {
			return nil, err
		}
		part := ToldMailing{Mailing: m, Title: p.title(m)}
		p.describe(&part.Lines, m, v)
		t.Parts = append(t.Parts, part)
	}
	return t, nil
}

// title says what a mailing is and when it leaves.
func (p *Plan) title(m *Mailing) string {
	r := p.Input.Release
	switch {
	case m.Kind == embargo.Advance:
		return fmt.Sprintf("Advance copies, %s, under embargo until %s", p.leaves(m), r.Timing.At.Format("Monday 2006-01-02 15:04:05 MST"))
	case m.Kind == embargo.Notice:
		return fmt.Sprintf("Notice, %s: asks whether they agree to the embargo, and says nothing of the release%s", p.leaves(m),
			p.headlineInNotice())
	case p.Armed:
		return fmt.Sprintf("Armed, and goes out at pressroom go %s, whenever that is%s", r.Slug, p.others())
	}
	return fmt.Sprintf("Release at %s (%s here)", m.At.Format("Monday 2006-01-02 15:04:05 MST"),
		m.At.Local().Format("2006-01-02 15:04:05 MST"))
}

// Describe prints what sending would do.
func (p *Plan) Describe(ctx context.Context, out io.Writer) error {
	t, err := p.Tell(ctx)
	if err != nil {
		return err
	}
	fmt.Fprintf(out, "%s\n%s\n", t.Headline, t.About)
	for _, line := range t.Lines {
		fmt.Fprintln(out, line)
	}
	for _, part := range t.Parts {
		fmt.Fprintf(out, "\n%s\n", part.Title)
		for _, line := range part.Lines {
			fmt.Fprintf(out, "  %s\n", line)
		}
	}
	if len(t.Findings) > 0 {
		fmt.Fprintln(out)
		DescribeFindings(out, t.Findings)
	}
	return nil
}

// leaves says when what goes out early leaves.
func (p *Plan) leaves(m *Mailing) string {
	if m.At.Equal(p.Input.Release.AdvanceAt) {
		return "at " + m.At.Format("Monday 2006-01-02 15:04:05 MST")
	}
	return "at once"
}

// headlineInNotice says what a notice tells in its author's words.
func (p *Plan) headlineInNotice() string {
	n := p.Input.Release.Main().Notice
	switch {
	case n.Headline != "" && n.Text != "":
		return " but your own headline and text for it"
	case n.Headline != "":
		return " but your own headline for it"
	case n.Text != "":
		return " but your own text for it"
	}
	return ""
}

// describeMove says where the file has another instant than that to which the release
// was moved.
func (p *Plan) describeMove(out *[]string) {
	for _, t := range slices.Backward(p.turns) {
		if t.What != ledger.Moved {
			continue
		}
		if at := p.Input.Release.Timing.At; p.Busy != "" && !p.more && !at.Equal(t.Instant) {
			say(out, "the embargo was moved to %s, and the file says %s: this takes that back",
				t.Instant.In(at.Location()).Format(Instant), at.Format(Instant))
		}
		return
	}
}

// describePending names the quotes without sign-off that were asked for or are left out,
// how far each partner is, and what can be done.
func (p *Plan) describePending(out *[]string) {
	for _, kind := range []struct {
		says string
		of   func(q release.Pending) bool
	}{
		{"left out, without sign-off", func(q release.Pending) bool { return q.Does == release.LeaveOut && !q.Absent }},
		{"printed, without sign-off", func(q release.Pending) bool { return q.Does == release.Warn && (q.OrgID != "" || q.Stale) }},
		{"asked for, with no words yet", func(q release.Pending) bool { return q.Absent }},
	} {
		var names []string
		for _, q := range p.Pending {
			if kind.of(q) {
				names = append(names, q.Brief())
			}
		}
		if len(names) > 0 {
			say(out, "%s: %s", kind.says, strings.Join(names, "; "))
		}
	}
	p.describeTranslations(out)
}

// describeTranslations names the quotes that are printed as translated: nobody has signed
// those words off.
func (p *Plan) describeTranslations(out *[]string) {
	names := make(map[string][]string)
	var languages []string
	for _, t := range p.Input.Release.AsTranslated() {
		if names[t.Language] == nil {
			languages = append(languages, t.Language)
		}
		names[t.Language] = append(names[t.Language], t.Quote.Org)
	}
	for _, l := range languages {
		say(out, "printed as translated in %s: %s", l, wording.Some(names[l], 5))
	}
}

// others says what becomes of the rest of the group.
func (p *Plan) others() string {
	if p.Input.Release.Group == "" {
		return ""
	}
	return fmt.Sprintf("; the others of the group %s are then void", p.Input.Release.Group)
}

func (p *Plan) describe(out *[]string, m *Mailing, v Volume) {
	if m.Mailed() > 0 {
		p.describeAudience(out, m)
	} else {
		say(out, "nobody is mailed")
	}
	if n := m.Asked(); n > 0 {
		say(out, "%s asked first, by the notice below, and mailed once they agree; they get the release in any case", are(n))
	}
	if n := m.Replacing(); n > 0 {
		say(out, "%d of them hold an earlier copy with other words; theirs says that it replaces it, and what changed", n)
	}
	why := map[string][]string{}
	for _, s := range m.Skipped {
		why[s.Reason] = append(why[s.Reason], s.Journalist.Email)
	}
	for _, reason := range slices.Sorted(maps.Keys(why)) {
		list := why[reason]
		say(out, "%d not mailed, %s: %s", len(list), reason, wording.Some(list, 5))
	}
	p.describeVolume(out, m, v)
}

// describeAudience says by which lists and in which languages people are mailed, and
// under which notes.
func (p *Plan) describeAudience(out *[]string, m *Mailing) {
	via, byLanguage := map[string]int{}, map[string]int{}
	for _, r := range m.Recipients {
		if r.Mailed() {
			via[r.Via]++
			byLanguage[r.Form.Language]++
		}
	}
	say(out, "%s mailed: by list %s; by language %s", wording.Count(m.Mailed(), "journalist"), wording.Tally(via),
		wording.Tally(byLanguage))
	covers := m.Covers()
	for _, id := range p.Input.Release.CoverIDs(m.Phase) {
		say(out, "cover note %s above the mail of %s", id, wording.Count(covers[id], "journalist"))
	}
}

// describeVolume says how much is sent, and when the last of it arrives.
func (p *Plan) describeVolume(out *[]string, m *Mailing, v Volume) {
	if v.Messages == 0 {
		return
	}
	if v.Attaching > 0 {
		for _, f := range v.Files {
			say(out, "attached: %s, %s", f.Name, mail.Bytes(int64(f.Size)))
		}
	}
	switch {
	case v.Messages > v.Attaching && p.composer(m).linked():
		say(out, "%s links to page, PDF and files in place of attachments", get(v.Messages-v.Attaching))
	case v.Asking > 0:
		say(out, "%s no attachments, and told whom to ask for %s", get(v.Asking), wording.Count(len(v.Files), "file"))
	}
	say(out, "%s of up to %s, %s in all", wording.Count(v.Messages, "message"), mail.Bytes(int64(v.Largest)), mail.Bytes(v.Total))
	if first, last := p.Arrivals(m, v); last.Sub(first) >= time.Second {
		at := "at an ordinary relay"
		if rate := p.Rate(); rate > 0 {
			at = fmt.Sprintf("at %d messages a minute", rate)
		}
		say(out, "first arrival %s, last about %s (%s later, %s over %s)", first.Format("15:04:05"), last.Format("15:04:05 MST"),
			last.Sub(first).Round(time.Second), at, wording.Count(p.Connections(), "connection"))
	}
}

// are says how many more are.
func are(n int) string {
	if n == 1 {
		return "1 journalist is"
	}
	return fmt.Sprintf("%d journalists are", n)
}

// get says who gets something.
func get(n int) string {
	if n == 1 {
		return "1 journalist gets"
	}
	return fmt.Sprintf("%d journalists get", n)
}

// DescribeFindings prints what was found.
func DescribeFindings(out io.Writer, findings diagnostic.List) {
	for _, d := range findings {
		fmt.Fprintln(out, d)
	}
}

// GoneError says that a release has gone out, and what can be done about it.
type GoneError struct {
	Slug string
	*ledger.OutError
}

// Unwrap is what the ledger says.
func (e *GoneError) Unwrap() error { return e.OutError }

func (e *GoneError) Error() string {
	gone, slug := e.OutError, e.Slug
	if gone.Withdrawn {
		return gone.Error()
	}
	text := gone.Error() + `; nobody is mailed a second time. The ways on:
  pressroom send ` + slug + ` --more            those of its audience as it is now who do not have it
  pressroom send ` + slug + ` --more ADDRESS    somebody who was not on a list
  pressroom send ` + slug + ` --again ADDRESS   one person's copy once more, at their request`
	if gone.OtherWords {
		text += "\n  pressroom correct " + slug +
			" --correction      puts it right: the page, and by mail who has other words (or --update, --note)"
	}
	switch gone.State {
	case ledger.Paused, ledger.Missed, ledger.Held:
		text += "\n  pressroom resume " + gone.Dispatch + "   goes on with what has not left"
	case ledger.Failed:
		text += "\n  pressroom retry " + gone.Dispatch + "    tries again what failed"
	}
	return text
}

// NobodyError says that a plan mails nobody, and why.
type NobodyError struct{ Why string }

func (e *NobodyError) Error() string { return "nobody would be mailed: " + e.Why }

// InTheWay is the error for a release of which something is scheduled already.
func (p *Plan) InTheWay() error {
	return fmt.Errorf("%s is %s; cancel it (pressroom cancel %s), or swap what is still scheduled with send --replace", p.Busy, p.BusyIn,
		p.Busy)
}

// Nobody is why a plan that is empty mails nobody: a NobodyError.
func (p *Plan) Nobody() error { return &NobodyError{p.emptyReason()} }

func (p *Plan) emptyReason() string {
	for _, m := range p.Mailings {
		for _, s := range m.Skipped {
			if s.Reason == ledger.HasIt {
				return "everybody in its audience has it already"
			}
		}
	}
	if len(p.Input.Release.To) == 0 && len(p.Input.Release.Advance) == 0 {
		return "to = [] names no list or segment"
	}
	return "the lists and segments in to and advance hold nobody who may be mailed"
}

// Sending says what send does.
const Sending = `Show the plan, ask, store all that the mailing needs, and schedule it.

send only writes: a worker (pressroom serve, pressroom worker, or send --wait)
delivers. Advance copies leave at once to journalists who have agreed to
embargoes; everybody in "to" gets the release at its instant. After send, an
edit of the file changes nothing that is scheduled; send --replace swaps it.

Each person gets a release once. What has gone out is not sent again: --more
mails it, as it went out, to those of its audience as it is now who do not have
it, or to the addresses given, on a list or not; until the embargo ends that is
the advance copy, and they must have agreed. --again repeats one person's copy at
their request. --replace, and a send after cancel, reach who does not have it;
holders of an advance copy get a new one if its words changed, which says so.`
