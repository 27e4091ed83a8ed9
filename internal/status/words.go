package status

import (
	"fmt"
	"strings"
	"time"

	"pressroom/internal/ledger"
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

// Notes are what is to be known of the mailing beside its counts, each in a line or two:
// that nobody delivers it, why it stands still and how it goes on, that its file differs.
func (m Mailing) Notes() []string {
	var out []string
	if m.Due {
		out = append(out, m.ID+" is due, and no worker is running: nothing goes out until pressroom serve runs")
	}
	if m.Reason != "" {
		next := ""
		switch {
		case m.AwaitsApproval():
			next = fmt.Sprintf("\n  pressroom approve %s, by somebody else, lets it go; pressroom cancel %s ends it", m.ID, m.ID)
		case m.Stopped():
			next = fmt.Sprintf("\n  pressroom resume %s goes on, pressroom cancel %s ends it", m.ID, m.ID)
		}
		out = append(out, m.ID+": "+m.Reason+next)
	}
	if m.Total == 0 && m.State == ledger.Done {
		out = append(out, m.ID+": the page has it; nobody was left to mail it to")
	}
	if m.Asked > 0 {
		out = append(out, fmt.Sprintf("%s: %s asked whether they agree to the embargo, and mailed once they do", m.ID, are(m.Asked)))
	}
	if said := m.Differing(); said != "" {
		out = append(out, m.ID+": "+said)
	}
	return out
}

// Asked says, behind a space, how many are asked to wait with what they have, "" for none.
func Asked(holders int) string {
	switch holders {
	case 0:
		return " Nobody has an advance copy."
	case 1:
		return " 1 journalist has an advance copy, and is asked to wait."
	}
	return fmt.Sprintf(" %d journalists have advance copies, and are asked to wait.", holders)
}

func are(n int) string {
	if n == 1 {
		return "1 journalist is"
	}
	return count(n) + " are"
}

// Held says, behind a space, how many have an advance copy of what is cancelled, "" for
// none.
func Held(n int) string {
	switch n {
	case 0:
		return ""
	case 1:
		return " 1 journalist has an advance copy and is not told by it."
	}
	return " " + count(n) + " have an advance copy and are not told by it."
}

// Stamp is an instant to the millisecond in the release's zone; "-" for none.
func (m Mailing) Stamp(t time.Time) string { return Stamp(t, Zone(m.Dispatch)) }

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

// Doing says what is waited for: how long it is until the next instant or, once one
// has come, that it is being delivered.
func Doing(all []Mailing) string {
	next := ""
	var left time.Duration
	for _, m := range all {
		c := m.Countdown()
		if c == "" && !m.State.Finished() {
			return "delivering"
		}
		if c != "" && (next == "" || m.Left < left) {
			next, left = c, m.Left
		}
	}
	if next == "" {
		return "delivering"
	}
	return "goes out in " + next
}

// Resuming says what resuming makes of the mailing.
func (m Mailing) Resuming(r Resumed) string {
	who := count(m.Waiting())
	if r.AtOnce {
		return fmt.Sprintf("Mail leaves at once, to %s; it is %s late.", who, r.Late.Round(time.Second))
	}
	if m.ReleaseAt.IsZero() {
		return fmt.Sprintf("It is armed again, for %s, and goes out %s.", who, m.When())
	}
	return fmt.Sprintf("It waits until %s, and then goes to %s.", m.At().Format(Clock), who)
}

// Cancelling asks whether the mailing is to be cancelled, where so many have an advance copy.
func (m Mailing) Cancelling(held int) string {
	return fmt.Sprintf("Cancel %s (%s)? It cannot be taken back.", m.ID, m.State) + Held(held)
}

// Doubting asks whether those in doubt are to be mailed once more.
func (m Mailing) Doubting() string {
	return fmt.Sprintf("Mail %s of %s once more? Whoever has it gets a second copy.", count(m.InDoubt), m.ID)
}

// GoingOn asks whether the mailing is to go on; through names the relay, "" for the one of
// the settings.
func (m Mailing) GoingOn(r Resumed, through string) string {
	if through != "" {
		through = " through " + through
	}
	return fmt.Sprintf("%s is %s: %s\n%s\nGo on with it%s?", m.ID, m.State, m.Reason, m.Resuming(r), through)
}

// Began says that the mailing has begun.
func (m Mailing) Began() string {
	return fmt.Sprintf("%s %s: begins, to %s", m.In(m.LiftedAt).Format(Clock), m.ID, count(m.Total-m.NotMailed()))
}

// Ended says how the mailing ended, or why it stands still, and how long it took.
func (m Mailing) Ended() string {
	took := max(0, m.UpdatedAt.Sub(m.LiftedAt))
	return fmt.Sprintf("%s %s, after %s", m.In(m.UpdatedAt).Format(Clock), strings.TrimSuffix(m.String(), "."),
		took.Round(100*time.Millisecond))
}

func count(n int) string { return wording.Count(n, "journalist") }
