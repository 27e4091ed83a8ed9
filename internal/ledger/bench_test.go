package ledger

import (
	"context"
	"fmt"
	"testing"
	"time"
)

// BenchmarkAnswers claims 20,000 deliveries and writes down that servers took them, in
// transactions of as many as 64 connections bring together.
func BenchmarkAnswers(b *testing.B) {
	ctx := context.Background()
	const all, together = 20_000, 24
	answers := 0
	for b.Loop() {
		b.StopTimer()
		l := open(b, b.TempDir(), &clock{t0})
		id := scheduled(b, l, t0, all)
		lift(b, l, id)
		worker := hands(b, l)
		b.StartTimer()
		for {
			claimed, err := l.Claim(ctx, id, worker, 500)
			if err != nil {
				b.Fatal(err)
			}
			if len(claimed) == 0 {
				break
			}
			for len(claimed) > 0 {
				outcomes := make([]Outcome, min(together, len(claimed)))
				for i, d := range claimed[:len(outcomes)] {
					outcomes[i] = Outcome{
						Delivery: d, At: t0.Add(time.Second), Server: "mail.example:25", Stage: "content", Code: 250, Enhanced: "2.0.0", Reply: "queued",
						Message: Message{Date: t0, SHA256: fmt.Sprintf("%064d", d.ID)},
					}
				}
				if _, err := l.Record(ctx, outcomes); err != nil {
					b.Fatal(err)
				}
				claimed, answers = claimed[len(outcomes):], answers+len(outcomes)
			}
		}
	}
	b.ReportMetric(float64(answers)/b.Elapsed().Seconds(), "answers/s")
}
