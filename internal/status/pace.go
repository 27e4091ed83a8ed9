package status

import (
	"fmt"
	"time"

	"pressroom/internal/ledger"
)

// Pace is how fast a mailing goes, and how long it may still take.
type Pace struct {
	Percent int           // of those who are to be mailed, who have an answer
	PerMin  int           // messages a minute since it began; 0 where it has not, or is over
	Left    time.Duration // at that pace; 0 where nothing can be said
}

// paceAfter is how long a mailing has run before anything is said of its pace.
const paceAfter = 2 * time.Second

// PaceAt is the mailing's pace at a moment.
func (m Mailing) PaceAt(now time.Time) Pace {
	var p Pace
	all := m.Total - m.NotMailed() - m.Asked
	done := all - m.Waiting()
	if all > 0 {
		p.Percent = done * 100 / all
	}
	ran := now.Sub(m.LiftedAt)
	if m.State != ledger.Sending || m.LiftedAt.IsZero() || ran < paceAfter || done == 0 {
		return p
	}
	perSecond := float64(done) / ran.Seconds()
	p.PerMin = int(perSecond * 60)
	p.Left = time.Duration(float64(m.Queued) / perSecond * float64(time.Second)).Round(time.Second)
	return p
}

// String says it in words; "" where there is nothing to say.
func (p Pace) String() string {
	if p.PerMin == 0 {
		return ""
	}
	s := fmt.Sprintf("%d a minute", p.PerMin)
	if p.Left > 0 {
		s += fmt.Sprintf(", about %s left", p.Left)
	}
	return s
}
