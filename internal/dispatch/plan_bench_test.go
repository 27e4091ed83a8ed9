package dispatch

import (
	"context"
	"fmt"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"pressroom/internal/ledger"
	"pressroom/internal/store"
	"pressroom/internal/workspace"
)

// BenchmarkPlan100k plans and stores a mailing to 100,000 journalists, from the files
// to a schedule, on an empty database (SQLite) each time. It reports how long each of
// the two takes.
func BenchmarkPlan100k(b *testing.B) {
	const recipients = 100_000
	dir := b.TempDir()
	var list strings.Builder
	list.WriteString("email,name,language,format,priority,tags\n")
	for i := range recipients {
		language, format := []string{"en", "es"}[i%2], []string{"", "text"}[i/2%2]
		fmt.Fprintf(&list, "journalist%d@press%d.example,Journalist %d,%s,%s,%d,main\n", i, i%97, i, language, format, i%3)
	}
	for name, text := range map[string]string{
		"releases/x.md": strings.Replace(source, "advance = [\"trusted\"]\n", "", 1), "releases/x.es.md": spanish,
		"contacts/press.csv": list.String(), "contacts/segments.toml": segments,
	} {
		if err := workspace.WriteFile(filepath.Join(dir, name), []byte(text)); err != nil {
			b.Fatal(err)
		}
	}
	w, err := workspace.Open(dir)
	if err != nil {
		b.Fatal(err)
	}
	ctx := context.Background()
	var planning, storing time.Duration
	for b.Loop() {
		b.StopTimer()
		db, err := store.Open(ctx, b.TempDir(), "")
		if err != nil {
			b.Fatal(err)
		}
		l := ledger.New(db, func() time.Time { return now })
		b.StartTimer()
		begun := time.Now()
		p, err := Prepare(ctx, w, l, "x", nil, nil, now)
		if err != nil || p.Findings.HasErrors() {
			b.Fatal(err, p.Findings)
		}
		planned := time.Now()
		ids, err := p.Schedule(ctx, false, nil)
		if err != nil || len(ids) != 1 || len(p.Mailings[0].Recipients) != recipients {
			b.Fatal(ids, err)
		}
		planning, storing = planning+planned.Sub(begun), storing+time.Since(planned)
		b.StopTimer()
		db.Close()
		b.StartTimer()
	}
	b.ReportMetric(planning.Seconds()/float64(b.N), "planning-s")
	b.ReportMetric(storing.Seconds()/float64(b.N), "storing-s")
}
