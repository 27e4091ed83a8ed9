package status

import (
	"fmt"
	"strings"
	"time"

	"pressroom/internal/embargo"
	"pressroom/internal/ledger"
	"pressroom/internal/saying"
	"pressroom/internal/wording"
)

// Clock is how an instant is written in its release's zone.
const Clock = "2006-01-02 15:04:05 MST"

// String says in one line how far the mailing is.
func (m Mailing) String() string {
	s := fmt.Sprintf("%s: %s, %d of %d sent", m.ID, m.State, m.Sent, m.Total)
	for _, n := range []struct {
		n    int
		what string
	}{{m.Deferred, "to be tried again"}, {m.InDoubt, "in doubt"}, {m.Failed, "failed"}, {m.Suppressed, "not mailed"}, {
		m.Cancelled,
		"cancelled",
	}} {
		if n.n > 0 {
			s += fmt.Sprintf(", %d %s", n.n, n.what)
		}
	}
	switch {
	case m.State == ledger.Armed:
		s = fmt.Sprintf("%s: armed for %s, goes out at pressroom go %s", m.ID, count(m.Total-m.NotMailed()), m.Slug)
	case m.State == ledger.Scheduled && m.Left > 0:
		s = fmt.Sprintf("%s: waits until %s", m.ID, m.In(m.Leaves()).Format(Clock))
	case m.State == ledger.Scheduled:
		s = fmt.Sprintf("%s: leaves now, to %s", m.ID, count(m.Total-m.NotMailed()))
	}
	if m.Reason != "" {
		s += " (" + m.Reason + ")"
	}
	return s
}

// Going says when the mailing leaves that nothing keeps from it.
func (m Mailing) Going() string {
	if m.State == ledger.Armed || m.Left > 0 {
		return "goes out " + m.When()
	}
	return "leaves now, to " + count(m.Waiting())
}

// Notes are what is to be known of the mailing beside its counts, each in a line or two:
// that nobody delivers it, why it stands still and how it goes on, that its file differs.
func (m Mailing) Notes() saying.Lines {
	var out saying.Lines
	switch {
	case m.TooLate:
		out.Add("%s is later than %s, and no worker was running: it is missed once pressroom serve runs, "+
			"and then leaves with pressroom resume %s", m.ID, grace(m.Grace), m.ID)
	case m.Due:
		out.Add("%s is due, and no worker is running: nothing goes out until pressroom serve runs", m.ID)
	case m.Silent > 0:
		out.Add("%s is due, and the worker that is there has said nothing for %s: it stands still, or cannot write to the database, "+
			"as where the disk is full", m.ID, grace(m.Silent.Round(time.Second)))
	}
	switch {
	case m.Reason == "":
	case m.AwaitsApproval():
		out.Add("%s: %v\n  pressroom approve %s, by somebody else, lets it go; pressroom cancel %s ends it", m.ID, m.Why(), m.ID, m.ID)
	case m.Stopped():
		out.Add("%s: %v\n  pressroom resume %s goes on, pressroom cancel %s ends it", m.ID, m.Why(), m.ID, m.ID)
	default:
		out.Add("%s: %v", m.ID, m.Why())
	}
	if m.Total == 0 && m.State == ledger.Done && m.Kind == embargo.Release {
		out.Add("%s: the page has it; nobody was left to mail it to", m.ID)
	}
	if m.Asked > 0 {
		out.Add("%s: %v", m.ID, saying.Count(m.Asked, "%d journalist is asked whether they agree to the embargo, and mailed once they do",
			"%d journalists are asked whether they agree to the embargo, and mailed once they do"))
	}
	if said := m.Differing(); !said.Empty() {
		out.Add("%s: %v", m.ID, said)
	}
	return out
}

// grace is how late a mailing may be, as the settings write it: 15m0s is 15m.
func grace(d time.Duration) string {
	s := d.String()
	for _, none := range []string{"m0s", "h0m"} {
		if strings.HasSuffix(s, none) {
			s = s[:len(s)-2]
		}
	}
	return s
}

// Why is why the mailing is in its state.
func (m Mailing) Why() saying.Sentence { return ledger.Why(m.Reason) }

// Asked says how many are asked to wait with what they have.
func Asked(holders int) saying.Sentence {
	if holders == 0 {
		return saying.Of("Nobody has an advance copy.")
	}
	return saying.Count(holders, "%d journalist has an advance copy, and is asked to wait.",
		"%d journalists have advance copies, and are asked to wait.")
}

// Freed asks whether those who were asked to wait with a copy of what was cancelled are told
// that the hold has ended.
func Freed(holders int) saying.Sentence {
	return saying.Count(holders, "Tell %d journalist who has an advance copy that it may be used as it was sent?",
		"Tell %d journalists who have advance copies that they may be used as they were sent?")
}

// Held says how many have an advance copy of a release that is cancelled, and how they are
// told; nothing for none.
func Held(n int, slug string) (said saying.Sentence) {
	if n == 0 {
		return said
	}
	return saying.Of("%v: pressroom withdraw %s tells them not to use it, withdraw %s --hold to wait, and correct %s what is right",
		saying.Count(n, "%d journalist has an advance copy and is not told by it", "%d journalists have an advance copy and are not told by it"),
		slug, slug, slug)
}

// Stamp is an instant to the millisecond in the release's zone; "-" for none.
func (m Mailing) Stamp(t time.Time) string { return Stamp(t, m.Location()) }

// Stamp is an instant to the millisecond in a zone; "-" for none.
func Stamp(t time.Time, zone *time.Location) string {
	if t.IsZero() {
		return "-"
	}
	return t.In(zone).Format("2006-01-02 15:04:05.000 MST")
}

// Countdown says how long it is until the mailing's instant, "" once that has come.
func (m Mailing) Countdown() string {
	if m.State != ledger.Scheduled || m.Left <= 0 {
		return ""
	}
	left := m.Left.Round(time.Second)
	days := ""
	if d := left / (24 * time.Hour); d > 0 {
		days, left = fmt.Sprintf("%dd ", d), left%(24*time.Hour)
	}
	return fmt.Sprintf("%s%d:%02d:%02d", days, left/time.Hour, left/time.Minute%60, left/time.Second%60)
}

// Doing says what is waited for: what is being delivered or, where nothing is, what comes
// next, and how long it is until then.
func Doing(all []Mailing) string {
	var next *Mailing
	var going []string
	for i, m := range all {
		switch {
		case m.Countdown() != "":
			if next == nil || m.Left < next.Left {
				next = &all[i]
			}
		case !m.State.Finished():
			going = append(going, m.ID)
		}
	}
	if len(going) > 0 || next == nil {
		return strings.TrimSpace("delivering " + strings.Join(going, ", "))
	}
	return fmt.Sprintf("%s to %s in %s", next.ID, count(next.Total-next.NotMailed()), next.Countdown())
}

// Resuming says what resuming makes of the mailing.
func (m Mailing) Resuming(r Resumed) saying.Sentence {
	who := journalists(m.Waiting())
	if r.AtOnce {
		return saying.Of("Mail leaves at once, to %v; it is %s late.", who, r.Late.Round(time.Second))
	}
	if m.ReleaseAt.IsZero() {
		return saying.Of("It is armed again, for %v, and goes out %s.", who, m.When())
	}
	return saying.Of("It waits until %s, and then goes to %v.", m.At().Format(Clock), who)
}

// Doubting asks whether those in doubt are to be mailed once more.
func (m Mailing) Doubting() saying.Sentence {
	return saying.Of("Mail %v of %s once more? Whoever has it gets a second copy.", journalists(m.InDoubt), m.ID)
}

// GoingOn asks whether the mailing is to go on; through names the relay, "" for the one of
// the settings.
func (m Mailing) GoingOn(r Resumed, through string) saying.Sentence {
	if through != "" {
		return saying.Of("%s is %s: %v\n%v\nGo on with it through %s?", m.ID, m.State, m.Why(), m.Resuming(r), through)
	}
	return saying.Of("%s is %s: %v\n%v\nGo on with it?", m.ID, m.State, m.Why(), m.Resuming(r))
}

// journalists says how many there are.
func journalists(n int) saying.Sentence { return saying.Count(n, "%d journalist", "%d journalists") }

// Began says that the mailing has begun; "" for one that mails nobody and is not what makes
// a release public.
func (m Mailing) Began() string {
	switch {
	case m.Total > m.NotMailed():
	case m.Kind == embargo.Release:
		return fmt.Sprintf("%s %s: is out, and nobody is mailed", m.In(m.LiftedAt).Format(Clock), m.ID)
	default:
		return ""
	}
	return fmt.Sprintf("%s %s: begins, to %s", m.In(m.LiftedAt).Format(Clock), m.ID, count(m.Total-m.NotMailed()))
}

// Ended says how the mailing ended, or why it stands still, and how long it took.
func (m Mailing) Ended() string {
	took := max(0, m.UpdatedAt.Sub(m.LiftedAt))
	return fmt.Sprintf("%s %s, after %s", m.In(m.UpdatedAt).Format(Clock), strings.TrimSuffix(m.String(), "."),
		took.Round(100*time.Millisecond))
}

func count(n int) string { return wording.Count(n, "journalist") }
