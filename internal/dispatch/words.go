package dispatch

import (
	"context"
	"fmt"
	"io"
	"maps"
	"slices"
	"strings"
	"time"

	"pressroom/internal/agreement"
	"pressroom/internal/compile"
	"pressroom/internal/diagnostic"
	"pressroom/internal/embargo"
	"pressroom/internal/ledger"
	"pressroom/internal/mail"
	"pressroom/internal/release"
	"pressroom/internal/saying"
	"pressroom/internal/wording"
	"pressroom/internal/workspace"
)

// Told is what sending would do, in words: what the command prints and the page shows.
type Told struct {
	Headline string
	About    saying.Sentence
	Lines    saying.Lines // of the whole: what is moved, and which quotes lack their sign-off
	Parts    []ToldMailing
	Findings diagnostic.List
}

// ToldMailing is what one mailing of a plan would do, in words.
type ToldMailing struct {
	*Mailing
	Title saying.Sentence
	Lines saying.Lines
}

// Tell says in words what sending would do.
func (p *Plan) Tell(ctx context.Context) (*Told, error) {
	r := p.Input.Release
	t := &Told{
		Headline: r.Main().Headline, Findings: p.Findings,
		About: saying.Of("%s, revision %s, through %s", r.Slug, p.Input.Revision, p.settings.Mail.SMTP),
	}
	if p.settings.Mail.SMTP == workspace.Sandbox {
		t.About = saying.Of("%s, revision %s, through the sandbox: mail does not leave this machine", r.Slug, p.Input.Revision)
	}
	if without := p.Input.Without; len(without) > 0 {
		t.Lines.Add("without the quotes of %s", strings.Join(without, ", "))
	}
	p.describeMove(&t.Lines)
	p.describePending(&t.Lines)
	if others := p.Approvers(); others != "" {
		t.Lines.Add("nothing of it leaves before %s than who schedules it has approved its words", others)
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
func (p *Plan) title(m *Mailing) saying.Sentence {
	r := p.Input.Release
	switch {
	case m.Kind == embargo.Advance:
		return saying.Of("Advance copies, %v, under embargo until %v", p.leaves(m), saying.Moment{Time: r.Timing.At})
	case m.Kind == embargo.Notice:
		return saying.Of("Notice, %v: asks whether they agree to the embargo, and says nothing of the release%v", p.leaves(m),
			saying.Word(p.headlineInNotice()))
	case p.Armed && r.Group != "":
		return saying.Of("Armed, and goes out at pressroom go %s, whenever that is; the others of the group %s are then void", r.Slug, r.Group)
	case p.Armed:
		return saying.Of("Armed, and goes out at pressroom go %s, whenever that is", r.Slug)
	}
	return releaseAt(m.At, m.At.Local())
}

// releaseAt says when a release leaves: in its zone and, where the clock of this machine shows
// another time, by that too, with the weekday where that differs.
func releaseAt(at, local time.Time) saying.Sentence {
	_, there := at.Zone()
	_, here := local.Zone()
	switch {
	case there == here:
		return saying.Of("Release at %v", saying.Moment{Time: at})
	case local.Day() != at.Day():
		return saying.Of("Release at %v (%v here)", saying.Moment{Time: at}, saying.Moment{Time: local})
	}
	return saying.Of("Release at %v (%s here)", saying.Moment{Time: at}, local.Format(saying.Clock))
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
func (p *Plan) leaves(m *Mailing) saying.Sentence {
	if m.At.Equal(p.Input.Release.AdvanceAt) {
		return saying.Of("at %v", saying.Moment{Time: m.At})
	}
	return saying.Of("at once")
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
func (p *Plan) describeMove(out *saying.Lines) {
	for _, t := range slices.Backward(p.turns) {
		if t.What != ledger.Moved {
			continue
		}
		if at := p.Input.Release.Timing.At; p.Busy != "" && !p.more && !at.Equal(t.Instant) {
			out.Add("the embargo was moved to %s, and the file says %s: this takes that back",
				saying.Moment{Time: t.Instant.In(at.Location())}, saying.Moment{Time: at})
		}
		return
	}
}

// describePending names the quotes without sign-off that were asked for or are left out,
// how far each partner is, and what can be done.
func (p *Plan) describePending(out *saying.Lines) {
	for _, kind := range []struct {
		says string
		of   func(q release.Pending) bool
	}{
		{"left out, without sign-off", func(q release.Pending) bool { return q.Does == release.LeaveOut && !q.Absent }},
		{"printed, without sign-off", func(q release.Pending) bool { return q.Does == release.Warn && (q.OrgID != "" || q.Stale) }},
		{"asked for, with no words yet", func(q release.Pending) bool { return q.Absent }},
	} {
		var names saying.Lines
		for _, q := range p.Pending {
			if kind.of(q) {
				names = append(names, q.Brief())
			}
		}
		if len(names) > 0 {
			out.Add("%v: %v", saying.Word(kind.says), names.Join("; "))
		}
	}
	p.describeTranslations(out)
}

// describeTranslations names the quotes that are printed as translated: nobody has signed
// those words off.
func (p *Plan) describeTranslations(out *saying.Lines) {
	names := make(map[string][]string)
	var languages []string
	for _, t := range p.Input.Release.AsTranslated() {
		if names[t.Language] == nil {
			languages = append(languages, t.Language)
		}
		names[t.Language] = append(names[t.Language], t.Quote.Org)
	}
	for _, l := range languages {
		out.Add("printed as translated in %s: %s", l, wording.Some(names[l], 5))
	}
}

func (p *Plan) describe(out *saying.Lines, m *Mailing, v Volume) {
	if m.Mailed() > 0 {
		p.describeAudience(out, m)
	} else {
		out.Add("nobody is mailed")
	}
	if n := m.Asked(); n > 0 {
		*out = append(*out, saying.Count(n,
			"%d journalist is asked first, by the notice below, and mailed once they agree; they get the release in any case",
			"%d journalists are asked first, by the notice below, and mailed once they agree; they get the release in any case"))
	}
	if n := m.Replacing(); n > 0 {
		out.Add("%d of them hold an earlier copy with other words; theirs says that it replaces it, and what changed", n)
	}
	why := map[string][]string{}
	for _, s := range m.Skipped {
		why[s.Reason] = append(why[s.Reason], s.Journalist.Email)
	}
	for _, reason := range slices.Sorted(maps.Keys(why)) {
		list := why[reason]
		if others := ofSeveral[reason]; others != "" && len(list) > 1 {
			reason = others
		}
		out.Add("%d not mailed, %v: %s", len(list), saying.Word(reason), wording.Some(list, 5))
	}
	p.describeVolume(out, m, v)
}

// ofSeveral are the reasons why somebody is not mailed, as they are said of several people.
var ofSeveral = map[string]string{
	hasIt:                      "have it already",
	wasAsked:                   "were asked before, and have not agreed",
	waitsForIt:                 "get it with a mailing that is not finished",
	ledger.WasTakenOff:         "taken off the advance copies; get the release instead",
	noCopy[agreement.Asks]:     "have not agreed to embargoes; get the release at release time instead",
	noCopy[agreement.Unasked]:  "have not agreed, and cannot be asked without [server] public_url; get the release at release time instead",
	noCopy[agreement.SaidNo]:   "have said no to the embargo; get the release at release time instead",
	noCopy[agreement.IsBarred]: "are barred from advance copies (see agreements bar); get the release at release time instead",
}

// describeAudience says by which lists and in which languages people are mailed, and
// under which notes.
func (p *Plan) describeAudience(out *saying.Lines, m *Mailing) {
	via, byLanguage := map[string]int{}, map[string]int{}
	for _, r := range m.Recipients {
		if r.Mailed() {
			via[r.Via]++
			byLanguage[r.Form.Language]++
		}
	}
	out.Add("%v mailed: by list %s; by language %s", journalists(m.Mailed()), wording.Tally(via), wording.Tally(byLanguage))
	covers := m.Covers()
	for _, id := range p.Input.Release.CoverIDs(m.Phase) {
		out.Add("cover note %s above the mail of %v", id, journalists(covers[id]))
	}
}

// describeVolume says how much is sent, and when the last of it arrives.
func (p *Plan) describeVolume(out *saying.Lines, m *Mailing, v Volume) {
	if v.Messages == 0 {
		return
	}
	if v.Attaching > 0 {
		for _, f := range v.Files {
			out.Add("attached: %s, %s", f.Name, mail.Bytes(int64(f.Size)))
		}
	}
	switch {
	case v.Messages > v.Attaching && compile.Linked(p.settings.Server.PublicURL, m.Phase):
		*out = append(*out, linking(v))
	case v.Asking > 0:
		out.Add("%v, and told whom to ask for %v",
			saying.Count(v.Asking, "%d journalist gets no attachments", "%d journalists get no attachments"),
			saying.Count(len(v.Files), "%d file", "%d files"))
	}
	out.Add("%v of up to %s, %s in all", saying.Count(v.Messages, "%d message", "%d messages"),
		mail.Bytes(int64(v.Largest)), mail.Bytes(v.Total))
	if first, last := p.Arrivals(m, v); last.Sub(first) >= time.Second {
		at := saying.Of("at an ordinary relay")
		if rate := p.Rate(); rate > 0 {
			at = saying.Of("at %d messages a minute", rate)
		}
		out.Add("first arrival %s, last about %s (%s later, %v over %v)", first.Format("15:04:05"), last.Format("15:04:05 MST"),
			last.Sub(first).Round(time.Second), at, saying.Count(p.Connections(), "%d connection", "%d connections"))
	}
}

// linking says what those get who want no attachments.
func linking(v Volume) saying.Sentence {
	if len(v.Files) == 0 {
		return saying.Count(v.Messages-v.Attaching, "%d journalist gets links to page and PDF in place of attachments",
			"%d journalists get links to page and PDF in place of attachments")
	}
	return saying.Count(v.Messages-v.Attaching, "%d journalist gets links to page, PDF and files in place of attachments",
		"%d journalists get links to page, PDF and files in place of attachments")
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

func (e *GoneError) Error() string { return e.Said().String() }

// Said is the error as a sentence.
func (e *GoneError) Said() saying.Sentence {
	gone, slug := e.OutError, e.Slug
	if gone.Withdrawn {
		return gone.Said()
	}
	ways := saying.Lines{saying.Of(`%v; nobody is mailed a second time. The ways on:
  pressroom send %s --more            those of its audience as it is now who do not have it
  pressroom send %s --more ADDRESS    somebody who was not on a list
  pressroom send %s --again ADDRESS   one person's copy once more, at their request`, gone.Said(), slug, slug, slug)}
	if gone.OtherWords {
		ways.Add("  pressroom correct %s --correction      puts it right: the page, and by mail who has other words (or --update, --note)", slug)
	}
	switch gone.State {
	case ledger.Paused, ledger.Missed, ledger.Held:
		ways.Add("  pressroom resume %s   goes on with what has not left", gone.Dispatch)
	case ledger.Failed:
		ways.Add("  pressroom retry %s    tries again what failed", gone.Dispatch)
	}
	return ways.Join("\n")
}

// NobodyError says that a plan mails nobody, and why.
type NobodyError struct{ Why saying.Sentence }

func (e *NobodyError) Error() string { return e.Said().String() }

// Said is the error as a sentence.
func (e *NobodyError) Said() saying.Sentence { return saying.Of("nobody would be mailed: %v", e.Why) }

// InTheWay is the error for a release of which something is scheduled already.
func (p *Plan) InTheWay() error {
	return saying.Errorf("%s is %s; cancel it (pressroom cancel %s), or swap what is still scheduled with send --replace", p.Busy, p.BusyIn,
		p.Busy)
}

// Nobody is why a plan that is empty mails nobody: a NobodyError.
func (p *Plan) Nobody() error { return &NobodyError{p.emptyReason()} }

func (p *Plan) emptyReason() saying.Sentence {
	for _, m := range p.Mailings {
		for _, s := range m.Skipped {
			if s.Reason == ledger.HasIt {
				return saying.Of("everybody in its audience has it already")
			}
		}
	}
	if len(p.Input.Release.To) == 0 && len(p.Input.Release.Advance) == 0 {
		return saying.Of("to = [] names no list or segment")
	}
	return saying.Of("the lists and segments in to and advance hold nobody who may be mailed")
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
