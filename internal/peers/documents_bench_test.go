package peers

import (
	"context"
	"os/exec"
	"path/filepath"
	"runtime"
	"testing"
	"time"

	"pressroom/internal/compile"
	"pressroom/internal/draft"
	"pressroom/internal/release"
	ws "pressroom/internal/workspace"
)

// BenchmarkDocuments sets the sample, of three pages, as a PDF: in this process once
// warm, and by a process of its own; Chromium and WeasyPrint print the web page of
// the same text beside it. All figures are of one run; the ratios are what counts.
func BenchmarkDocuments(b *testing.B) {
	need(b, "chromium", "weasyprint")
	dir, build := sample(b)
	in := loaded(b, dir)
	variant := release.Variant{Phase: release.PhaseRelease, Language: "en"}
	page := filepath.Join(build, "harbor-water-report.html")
	for b.Loop() {
		warm := best(b, 20, func() error { _, err := in.One(compile.PDF, variant); return err })
		cold := best(b, 5, func() error {
			return exec.Command(binary, "-C", dir, "build", "harbor-water-report", "--format", "pdf", "--out", filepath.Join(b.TempDir(), "out")).Run()
		})
		chromium := best(b, 3, func() error {
			return exec.Command("chromium", "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--disable-background-networking", "--user-data-dir="+b.TempDir(), "--print-to-pdf="+filepath.Join(b.TempDir(), "c.pdf"), "file://"+page).Run()
		})
		weasy := best(b, 2, func() error {
			return exec.Command("weasyprint", "--quiet", page, filepath.Join(b.TempDir(), "w.pdf")).Run()
		})
		b.ReportMetric(float64(warm.Microseconds())/1000, "warm-ms")
		b.ReportMetric(float64(cold.Microseconds())/1000, "process-of-4-PDFs-ms")
		b.ReportMetric(float64(chromium.Microseconds())/1000, "chromium-ms")
		b.ReportMetric(float64(weasy.Microseconds())/1000, "weasyprint-ms")
		b.ReportMetric(float64(chromium)/float64(cold), "chromium/ours")
		b.ReportMetric(float64(weasy)/float64(cold), "weasyprint/ours")
	}
}

// BenchmarkManyDocuments sets 2,000 PDFs and reports the heap after the first 100
// and after the last.
func BenchmarkManyDocuments(b *testing.B) {
	dir, _ := sample(b)
	in := loaded(b, dir)
	variants := []release.Variant{{Phase: release.PhaseRelease, Language: "en"}, {Phase: release.PhaseAdvance, Language: "es"}}
	for b.Loop() {
		var early float64
		for i := range 1000 {
			if _, err := in.All(context.Background(), []compile.Format{compile.PDF}, variants); err != nil {
				b.Fatal(err)
			}
			if i == 49 {
				early = heapMiB()
			}
		}
		b.ReportMetric(early, "heap-after-100-MiB")
		b.ReportMetric(heapMiB(), "heap-after-2000-MiB")
	}
}

// loaded is the sample of a workspace, ready to be compiled.
func loaded(b *testing.B, dir string) *compile.Input {
	b.Helper()
	w, err := ws.Open(dir)
	if err != nil {
		b.Fatal(err)
	}
	text, err := draft.New(w).Read("harbor-water-report")
	if err != nil {
		b.Fatal(err)
	}
	return text.Input
}

// best is the least of n times.
func best(b *testing.B, n int, run func() error) time.Duration {
	b.Helper()
	least := time.Hour
	for range n {
		start := time.Now()
		if err := run(); err != nil {
			b.Fatal(err)
		}
		least = min(least, time.Since(start))
	}
	return least
}

func heapMiB() float64 {
	runtime.GC()
	var m runtime.MemStats
	runtime.ReadMemStats(&m)
	return float64(m.HeapAlloc) / (1 << 20)
}
