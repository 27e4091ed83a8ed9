package app

import (
	"log/slog"
	"os"
	"path/filepath"
	"testing"
	"time"
)

func TestAddressesOfBeforeAreReadAgainWhenTheFileChanges(t *testing.T) {
	r := &redirects{path: filepath.Join(t.TempDir(), RedirectsFile), log: slog.New(slog.DiscardHandler)}
	if got := r.lookup("/2020/report/"); got != "" {
		t.Errorf("no file leads to %q", got)
	}
	day := time.Date(2026, 7, 26, 9, 0, 0, 0, time.UTC)
	write := func(text string) {
		t.Helper()
		if err := os.WriteFile(r.path, []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
		day = day.Add(time.Second)
		if err := os.Chtimes(r.path, day, day); err != nil {
			t.Fatal(err)
		}
	}
	write("from,to\n/2020/report/,/report\n/an%C3%A1lisis,/report.es\n/?p=7,/report\n/2020/report,/second\n")
	for from, to := range map[string]string{
		"/2020/report/": "/report", "/2020/report": "/report", "/análisis": "/report.es", "/?p=7": "/report", "/?p=8": "", "/": "", "/2020": "",
	} {
		if got := r.lookup(from); got != to {
			t.Errorf("%s leads to %q, want %q", from, got, to)
		}
	}
	write("from,to\n/2020/report,/other\n")
	if got := r.lookup("/2020/report/"); got != "/other" {
		t.Errorf("after a change: %q", got)
	}
	write("from,to\n/2020/report,/other,more\n")
	if got := r.lookup("/2020/report/"); got != "/other" {
		t.Errorf("a file that cannot be read: %q, want what was read before", got)
	}
}
