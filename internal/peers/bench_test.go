package peers

import (
	"crypto/rand"
	"crypto/rsa"
	"crypto/x509"
	"encoding/json"
	"encoding/pem"
	"fmt"
	"os/exec"
	"runtime"
	"syscall"
	"testing"
	"time"
)

// BenchmarkDelivery delivers 100,000 messages of 20 KB without attachment, unsigned
// and signed with DKIM (RSA, 2048 bits), and has Postfix's smtp-source send as
// many into the same smtp-sink. It reports the ratio of their rates, and the peak
// memory of the whole worker; for unsigned mail also the memory for 10,000.
func BenchmarkDelivery(b *testing.B) {
	need(b, "smtp-sink", "smtp-source")
	b.Run("unsigned", func(b *testing.B) { benchmarkDelivery(b, 100_000, "") })
	b.Run("unsigned-10000", func(b *testing.B) { benchmarkDelivery(b, 10_000, "") })
	b.Run("dkim", func(b *testing.B) {
		benchmarkDelivery(b, 100_000, "[mail.dkim]\ndomain = \"harbor.example\"\nselector = \"bench\"\nkey_file = \"dkim.pem\"\n")
	})
}

func benchmarkDelivery(b *testing.B, recipients int, more string) {
	s := startSink(b, false)
	dir := workspace(b, "pressroom.toml", settings(s.port, 64, more), "contacts/all.csv", pressList(recipients), "releases/x.md", newsRelease(today(), 6800), "dkim.pem", privateKey(b))
	for b.Loop() {
		reference := smtpSource(b, s.port, recipients)
		must(b, dir, "send", "x", "--yes")
		worker := exec.Command(binary, "-C", dir, "worker")
		if err := worker.Start(); err != nil {
			b.Fatal(err)
		}
		var m mailing
		for m.State != "done" {
			time.Sleep(4 * time.Second) // looking costs time that is measured
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

// privateKey is a new RSA key of 2048 bits in PEM.
func privateKey(t testing.TB) string {
	t.Helper()
	key, err := rsa.GenerateKey(rand.Reader, 2048)
	if err != nil {
		t.Fatal(err)
	}
	return string(pem.EncodeToMemory(&pem.Block{Type: "RSA PRIVATE KEY", Bytes: x509.MarshalPKCS1PrivateKey(key)}))
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
			LastAt   time.Time `json:"last_answer_at"`
		}
	}
	if err := json.Unmarshal(out, &all); err != nil {
		b.Fatal(err)
	}
	return all.Dispatches[0].LiftedAt, all.Dispatches[0].LastAt
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
