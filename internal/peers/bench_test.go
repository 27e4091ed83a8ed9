package peers

import (
	"crypto/rand"
	"crypto/rsa"
	"crypto/x509"
	"encoding/json"
	"encoding/pem"
	"fmt"
	mathrand "math/rand/v2"
	"net"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strconv"
	"strings"
	"syscall"
	"testing"
	"time"

	"pressroom/internal/testdb"
)

// BenchmarkDelivery delivers 100,000 messages of 20 KB without attachment, unsigned
// and signed with DKIM (RSA, 2048 bits), and 1,000 with 2 MiB attached, signed. It
// has Postfix's smtp-source send as many of the same size into the same smtp-sink,
// and reports the ratio of their rates, and the peak memory of the worker's process;
// for unsigned mail also the memory for 10,000.
func BenchmarkDelivery(b *testing.B) {
	need(b, "smtp-sink", "smtp-source")
	const signed = "[mail.dkim]\ndomain = \"harbor.example\"\nselector = \"bench\"\nkey_file = \"dkim.pem\"\n"
	b.Run("unsigned", func(b *testing.B) { benchmarkDelivery(b, 100_000, "") })
	b.Run("unsigned-10000", func(b *testing.B) { benchmarkDelivery(b, 10_000, "") })
	b.Run("dkim", func(b *testing.B) { benchmarkDelivery(b, 100_000, signed) })
	b.Run("attached", func(b *testing.B) { benchmarkAttached(b, 1_000, signed) })
}

func benchmarkDelivery(b *testing.B, recipients int, more string) {
	s := startSink(b, false)
	dir := workspace(b, "pressroom.toml", settings(s.port, 64, more), "contacts/all.csv", pressList(recipients), "releases/x.md", newsRelease(today(), 6800), "dkim.pem", privateKey(b))
	deliver(b, s, dir, recipients, 20<<10)
}

// benchmarkAttached mails a release with a document of 2 MiB. All get it as plain text,
// with the release as PDF beside it.
func benchmarkAttached(b *testing.B, recipients int, more string) {
	s := startSink(b, false)
	const document = "\n[[document]]\nfile = \"noise.bin\"\ntitle = \"Noise\""
	release := strings.Replace(newsRelease(today(), 6800), "\n[[contact]]", document+"\n[[contact]]", 1)
	list := strings.ReplaceAll(pressList(recipients), "\n", ",text\n")
	list = strings.Replace(list, ",text\n", ",format\n", 1)
	attach := "attach = \"always\"\nattach_limit = \"4MiB\""
	dir := workspace(b, "pressroom.toml", strings.Replace(settings(s.port, 64, more), `attach = "never"`, attach, 1), "contacts/all.csv", list,
		"releases/x.md", release, "releases/noise.bin", noise(), "dkim.pem", privateKey(b))
	must(b, dir, "build", "--format", "pdf")
	pdf, err := os.Stat(filepath.Join(dir, "build", "x", "x.pdf"))
	if err != nil {
		b.Fatal(err)
	}
	deliver(b, s, dir, recipients, (int(pdf.Size())+noiseSize)/57*78+10<<10)
	b.ReportMetric(float64(int(pdf.Size())+noiseSize)/(1<<20), "attached-MiB")
}

// deliver sends the release x of a workspace, and as many messages of size bytes for
// reference.
func deliver(b *testing.B, s *sink, dir string, recipients, size int) {
	for b.Loop() {
		reference := smtpSource(b, s.port, recipients, size)
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
		b.ReportMetric(peakMiB(b, worker.Process.Pid), "peak-MiB")
		worker.Process.Signal(syscall.SIGTERM)
		worker.Wait()
		// The machine's speed drifts: the reference runs on both sides of ours.
		reference = (reference + smtpSource(b, s.port, recipients, size)) / 2
		first, last := span(b, dir, m.ID)
		ours := last.Sub(first)
		b.ReportMetric(reference.Seconds()/ours.Seconds(), "ratio")
		b.ReportMetric(float64(recipients)/ours.Seconds(), "messages/s")
		b.ReportMetric(float64(recipients)/reference.Seconds(), "smtp-source/s")
	}
	b.ReportMetric(0, "ns/op")
	b.Logf("%d processors", runtime.NumCPU())
}

// peakMiB is the most memory that a process had so far, in MiB: VmHWM of proc(5),
// with the pages of its file, and without those of the process that started it,
// which getrusage(2) counts for its child as well.
func peakMiB(b *testing.B, pid int) float64 {
	b.Helper()
	data, err := os.ReadFile(fmt.Sprintf("/proc/%d/status", pid))
	if err != nil {
		b.Fatal(err)
	}
	_, rest, ok := strings.Cut(string(data), "\nVmHWM:")
	if !ok {
		b.Fatal("the system does not say how much memory the worker had")
	}
	kib, err := strconv.Atoi(strings.Fields(rest)[0])
	if err != nil {
		b.Fatal(err)
	}
	return float64(kib) / 1024
}

const noiseSize = 2 << 20

// noise is a document.
func noise() string {
	out := make([]byte, noiseSize)
	r := mathrand.New(mathrand.NewPCG(1, 1))
	for i := range out {
		out[i] = uint8(r.Uint32())
	}
	return string(out)
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

// smtpSource has Postfix's load generator send messages of size bytes over eight
// connections.
func smtpSource(b *testing.B, port, messages, size int) time.Duration {
	b.Helper()
	cmd := exec.Command("smtp-source", "-s", "8", "-l", strconv.Itoa(size), "-m", strconv.Itoa(messages), "-d",
		"-f", "a@b.example", "-t", "c@d.example", fmt.Sprintf("127.0.0.1:%d", port))
	start := time.Now()
	if out, err := cmd.CombinedOutput(); err != nil {
		b.Fatalf("%v\n%s", err, out)
	}
	return time.Since(start)
}

// BenchmarkLatency puts 25 ms between us and the mail server. It reports how much
// more a connection carries than with one command at a time, and how much more
// two workers on PostgreSQL carry than one.
func BenchmarkLatency(b *testing.B) {
	need(b, "smtp-sink")
	for b.Loop() {
		pipelined, plain := startSink(b, false), startSink(b, false, "-p")
		b.ReportMetric(overLatency(b, plain.port, 1, 1, 120, "").Seconds()/overLatency(b, pipelined.port, 1, 1, 120, "").Seconds(), "pipelining-ratio")
		one := overLatency(b, pipelined.port, 8, 1, 2000, testdb.Postgres(b))
		two := overLatency(b, pipelined.port, 8, 2, 2000, testdb.Postgres(b))
		b.ReportMetric(one.Seconds()/two.Seconds(), "two-workers-ratio")
	}
	b.ReportMetric(0, "ns/op")
}

// overLatency is how long workers take for a mailing through a line of 25 ms.
func overLatency(b *testing.B, port, connections, workers, recipients int, database string) time.Duration {
	b.Helper()
	line := startCable(b, fmt.Sprintf("127.0.0.1:%d", port))
	line.delay = 12500 * time.Microsecond // each way
	_, near, err := net.SplitHostPort(line.address)
	if err != nil {
		b.Fatal(err)
	}
	nearPort, err := strconv.Atoi(near)
	if err != nil {
		b.Fatal(err)
	}
	b.Setenv("PRESSROOM_DATABASE_URL", database)
	dir := workspace(b, "pressroom.toml", settings(nearPort, connections, ""), "contacts/all.csv", pressList(recipients), "releases/x.md", newsRelease(today(), 2000))
	must(b, dir, "send", "x", "--yes")
	for range workers {
		w := exec.Command(binary, "-C", dir, "worker")
		if err := w.Start(); err != nil {
			b.Fatal(err)
		}
		defer func() { w.Process.Signal(syscall.SIGTERM); w.Wait() }()
	}
	var m mailing
	for m.State != "done" {
		time.Sleep(time.Second)
		m = status(b, dir)
	}
	first, last := span(b, dir, m.ID)
	return last.Sub(first)
}

// BenchmarkPostgres is the reference scenario on PostgreSQL: 100,000 recipients
// over three workers without a folder, one of which is killed in the middle. It
// fails unless everyone has got it, and reports how many have got it again.
func BenchmarkPostgres(b *testing.B) {
	need(b, "smtp-sink")
	const recipients, connections = 100_000, 16
	for b.Loop() {
		s := startSink(b, true)
		b.Setenv("PRESSROOM_DATABASE_URL", testdb.Postgres(b))
		dir := workspace(b, "pressroom.toml", settings(s.port, connections, ""), "contacts/all.csv", pressList(recipients), "releases/x.md", newsRelease(today(), 400))
		must(b, dir, "send", "x", "--yes")
		var workers []*exec.Cmd
		for range 3 {
			w := exec.Command(binary, "-C", b.TempDir(), "worker")
			if err := w.Start(); err != nil {
				b.Fatal(err)
			}
			workers = append(workers, w)
		}
		for status(b, dir).Sent < recipients/3 {
			time.Sleep(500 * time.Millisecond)
		}
		workers[0].Process.Kill()
		workers[0].Wait()
		var m mailing
		for m.State != "done" {
			time.Sleep(2 * time.Second)
			m = status(b, dir)
		}
		for _, w := range workers[1:] {
			w.Process.Signal(syscall.SIGTERM)
			w.Wait()
		}
		if m.Sent != recipients {
			b.Fatalf("%+v", m)
		}
		first, last := span(b, dir, m.ID)
		b.ReportMetric(float64(recipients)/last.Sub(first).Seconds(), "messages/s")
		repeats := everyoneOnce(b, s, recipients)
		if repeats > connections {
			b.Errorf("%d messages came twice, the killed worker had %d connections", repeats, connections)
		}
		b.ReportMetric(float64(repeats), "repeats")
	}
	b.ReportMetric(0, "ns/op")
}
