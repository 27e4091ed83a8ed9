package dispatch

import (
	"context"
	"fmt"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"time"

	"pressroom/internal/workspace"
	"pressroom/releases"
)

// BenchmarkCheck looks at two thousand copies of the sample release, as check does
// without a database. It reports how long processors are at work for 10,000 of them.
func BenchmarkCheck(b *testing.B) {
	dir := b.TempDir()
	put := func(name string, data []byte) {
		if err := workspace.WriteFile(filepath.Join(dir, name), data); err != nil {
			b.Fatal(err)
		}
	}
	read := func(name string) []byte {
		data, err := releases.Files.ReadFile(name)
		if err != nil {
			b.Fatal(err)
		}
		return data
	}
	put("contacts/press.csv", []byte(press))
	put("contacts/segments.toml", []byte(segments))
	put("releases/media/piers.png", read("media/piers.png"))
	var slugs []string
	const copies = 2000
	for i := range copies {
		slug := fmt.Sprintf("report-%d", i)
		slugs = append(slugs, slug)
		put("releases/"+slug+".md", []byte(strings.Replace(string(read("harbor-water-report.md")), "1,204", fmt.Sprint(1204+i), 1)))
	}
	w, err := workspace.Open(dir)
	if err != nil {
		b.Fatal(err)
	}
	begun := atWork(b)
	for b.Loop() {
		c, err := NewChecker(context.Background(), w, nil, nil, now)
		if err != nil {
			b.Fatal(err)
		}
		if _, err := c.All(context.Background(), slugs); err != nil {
			b.Fatal(err)
		}
	}
	b.ReportMetric((atWork(b)-begun).Seconds()/float64(b.N*copies)*10_000, "cpu-s/10000")
}

// atWork is for how long processors have been at work for this process.
func atWork(b *testing.B) time.Duration {
	b.Helper()
	var u syscall.Rusage
	if err := syscall.Getrusage(syscall.RUSAGE_SELF, &u); err != nil {
		b.Fatal(err)
	}
	return time.Duration(u.Utime.Nano() + u.Stime.Nano())
}
