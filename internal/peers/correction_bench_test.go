package peers

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// BenchmarkCorrection mails a release to 10,000 people, and then what was put right in it
// to the same, over the same server. It reports the rate of the second in that of the
// first.
func BenchmarkCorrection(b *testing.B) {
	need(b, "smtp-sink")
	const recipients = 10_000
	for b.Loop() {
		s := startSink(b, false)
		words := newsRelease(today(), 6800)
		dir := workspace(b, "pressroom.toml", settings(s.port, 64, ""), "contacts/all.csv", pressList(recipients), "releases/x.md", words)
		must(b, dir, "send", "x", "--yes", "--wait")
		first, last := span(b, dir, "x/release-1")
		release := last.Sub(first)
		changed := strings.Replace(words, "show them to whoever asks", "show them to nobody who asks", 1)
		if err := os.WriteFile(filepath.Join(dir, "releases", "x.md"), []byte(changed), 0o644); err != nil {
			b.Fatal(err)
		}
		must(b, dir, "correct", "x", "--correction", "--sentence", "to nobody, not to whoever asks.", "--yes", "--wait")
		if m := statusOf(b, dir, "x/correction-1"); m.Sent != recipients {
			b.Fatalf("%+v", m)
		}
		first, last = span(b, dir, "x/correction-1")
		b.ReportMetric(release.Seconds()/last.Sub(first).Seconds(), "of-the-release")
		b.ReportMetric(recipients/last.Sub(first).Seconds(), "messages/s")
	}
	b.ReportMetric(0, "ns/op")
}
