package peers

import (
	"encoding/json"
	"fmt"
	"os/exec"
	"regexp"
	"runtime"
	"syscall"
	"testing"
	"time"
)

var answered = regexp.MustCompile(`\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z`)

// BenchmarkDelivery delivers 20,000 messages of 20 KB, unsigned and without
// attachment, and has Postfix's smtp-source send as many into the same smtp-sink.
// It reports the ratio of their rates, and the peak memory of the whole program.
func BenchmarkDelivery(b *testing.B) {
	need(b, "smtp-sink", "smtp-source")
	const recipients = 20_000
	s := startSink(b, false)
	dir := workspace(b, "pressroom.toml", settings(s.port, 32, ""), "contacts/all.csv", pressList(recipients), "releases/x.md", newsRelease(today(), 6800))
	for b.Loop() {
		reference := smtpSource(b, s.port, recipients)
		must(b, dir, "send", "x", "--yes")
		worker := exec.Command(binary, "-C", dir, "worker")
		if err := worker.Start(); err != nil {
			b.Fatal(err)
		}
		var m mailing
		for m.State != "done" {
			time.Sleep(1500 * time.Millisecond) // looking costs time that is measured
			if m = status(b, dir); m.State == "paused" || m.State == "failed" {
				b.Fatalf("%+v", m)
			}
		}
		worker.Process.Signal(syscall.SIGTERM)
		worker.Wait()
		// The machine's speed drifts: the reference runs on both sides of ours.
		reference = (reference + smtpSource(b, s.port, recipients)) / 2
		first, last := span(b, dir, m.ID)
		ours := last.Sub(first)
		b.ReportMetric(reference.Seconds()/ours.Seconds(), "ratio")
		b.ReportMetric(float64(recipients)/ours.Seconds(), "messages/s")
		b.ReportMetric(float64(recipients)/reference.Seconds(), "smtp-source/s")
		b.ReportMetric(float64(worker.ProcessState.SysUsage().(*syscall.Rusage).Maxrss)/1024, "peak-MiB")
	}
	b.ReportMetric(0, "ns/op")
	b.Logf("%d processors", runtime.NumCPU())
}

// span is from the lift to the last answer, by the ledger.
func span(b *testing.B, dir, id string) (first, last time.Time) {
	b.Helper()
	out, err := exec.Command(binary, "-C", dir, "status", id, "--json").Output()
	if err != nil {
		b.Fatal(err)
	}
	var all struct {
		Dispatches []struct {
			LiftedAt time.Time `json:"lifted_at"`
		}
	}
	if err := json.Unmarshal(out, &all); err != nil {
		b.Fatal(err)
	}
	out, err = exec.Command(binary, "-C", dir, "status", id, "--all").Output()
	if err != nil {
		b.Fatal(err)
	}
	for _, stamp := range answered.FindAllString(string(out), -1) {
		at, err := time.Parse("2006-01-02T15:04:05.000Z", stamp)
		if err == nil && at.After(last) {
			last = at
		}
	}
	return all.Dispatches[0].LiftedAt, last
}

// smtpSource has Postfix's load generator send messages over eight connections.
func smtpSource(b *testing.B, port, messages int) time.Duration {
	b.Helper()
	cmd := exec.Command("smtp-source", "-s", "8", "-l", "20480", "-m", fmt.Sprint(messages), "-d", "-f", "a@b.example", "-t", "c@d.example", fmt.Sprintf("127.0.0.1:%d", port))
	start := time.Now()
	if out, err := cmd.CombinedOutput(); err != nil {
		b.Fatalf("%v\n%s", err, out)
	}
	return time.Since(start)
}
