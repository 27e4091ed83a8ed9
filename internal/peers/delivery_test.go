package peers

import (
	"fmt"
	"math/rand/v2"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

func TestThreeHundredOnTheInstantEachOnce(t *testing.T) {
	soon(t, func(ahead time.Duration) (inTime bool) {
		r := startRecorder(t)
		dir := workspace(t, "pressroom.toml", settings(r.port, 8, ""), "contacts/all.csv", pressList(300))
		at, scheduled := sendIn(t, dir, ahead, "embargo = %s", 3000, "--wait")
		if !scheduled {
			return false
		}
		if repeats := everyoneOnce(t, r, 300); repeats > 0 {
			t.Errorf("%d messages came twice", repeats)
		}
		first := earliest(r.arrivals(t))
		if first.Before(at) {
			t.Errorf("the first message came %s before the instant", at.Sub(first))
		}
		t.Logf("the first of 300 messages came %s after the instant", first.Sub(at))
		return r.connectionsBefore(at) > 0 // so somebody stood there who could have sent too early
	})
}

// soon tries something that has to be ready before an instant, with the instant
// further and further ahead until the machine is fast enough.
func soon(t *testing.T, try func(ahead time.Duration) (inTime bool)) {
	t.Helper()
	for ahead := 3 * time.Second; ahead < 5*time.Minute; ahead *= 2 {
		if try(ahead) || t.Failed() {
			return
		}
		t.Logf("%s ahead were not enough", ahead)
	}
	t.Fatal("this machine is too slow to be ready before any instant")
}

// sendIn writes a release of about size bytes whose instant, which timing has a %s
// for, is so far ahead, and sends it. If the instant has come before that was
// done, nothing is scheduled.
func sendIn(t *testing.T, dir string, ahead time.Duration, timing string, size int, options ...string) (at time.Time, scheduled bool) {
	t.Helper()
	at = time.Now().UTC().Add(ahead).Truncate(time.Second)
	writeFile(t, filepath.Join(dir, "releases", "x.md"), newsRelease(fmt.Sprintf(timing, at.Format("2006-01-02T15:04:05Z")), size))
	out, err := run(t, dir, append([]string{"send", "x", "--yes"}, options...)...)
	if err != nil && !strings.Contains(out, "has passed") {
		t.Fatalf("%v\n%s", err, out)
	}
	return at, err == nil
}

func earliest(all []arrival) (first time.Time) {
	for _, a := range all {
		if first.IsZero() || a.at.Before(first) {
			first = a.at
		}
	}
	return first
}

// TestFiftyKillsNobodyIsMissed kills the worker with SIGKILL fifty times, and
// counts what arrived. Three of the lives begin with two workers at once.
//
// A life ends at a random step of its conversations, so it does as much on any
// machine, and the recipients last for all. Every fifth ends while the worker
// starts, at a random part of the time that the first one needed.
func TestFiftyKillsNobodyIsMissed(t *testing.T) {
	const connections, kills, mostEach = 4, 50, 250
	const recipients = kills * (mostEach + 2*connections) // two more each: what stands still at a kill passes uncounted
	r := startRecorder(t)
	dir := workspace(t, "pressroom.toml", settings(r.port, connections, ""), "contacts/all.csv", pressList(recipients),
		"releases/x.md", newsRelease(today(), 2000))
	must(t, dir, "send", "x", "--yes")
	seed := uint64(time.Now().UnixNano())
	random := rand.New(rand.NewPCG(seed, 0))
	l := lives{t: t, r: r, dir: dir, ended: make(map[step]int)}
	for k := range kills {
		workers := 1
		if k%20 == 7 {
			workers = 2
		}
		switch {
		case k == 0:
			l.first()
		case k%5 == 4:
			l.whileStarting(workers, time.Duration(random.Int64N(int64(l.start))))
		default:
			l.atStep(workers, 1+random.IntN(stepsEach*mostEach))
		}
	}
	before := status(t, dir)
	if before.State != "sending" || before.Sent >= recipients {
		t.Fatalf("after the kills nothing is left to do: %+v", before)
	}
	r.goOn(-1, nil)
	w := worker(t, dir)
	until(t, "the end", func() bool { return status(t, dir).State == "done" })
	w.Process.Kill()
	w.Wait()
	if m := status(t, dir); m.Sent != recipients || m.Total != recipients {
		t.Errorf("%+v", m)
	}
	repeats := everyoneOnce(t, r, recipients)
	if repeats > connections*l.killed {
		t.Errorf("%d messages came twice, more than %d connections times %d kills (seed %d)", repeats, connections, l.killed, seed)
	}
	fmt.Printf("kills: %d, by the step that they came at %v; %d of %d sent by then; %d repeats, seed %d\n",
		l.killed, l.ended, before.Sent, recipients, repeats, seed)
}

// lives are workers that come and are killed.
type lives struct {
	t      *testing.T
	r      *recorder
	dir    string
	start  time.Duration // what the first needed until it had a connection
	killed int
	ended  map[step]int // kills by where they came; "" while starting
}

// begin starts workers. The recorder stands still until they are all there.
func (l *lives) begin(n int) []*exec.Cmd {
	l.t.Helper()
	l.r.goOn(0, nil)
	var workers []*exec.Cmd
	for range n {
		workers = append(workers, worker(l.t, l.dir))
	}
	return workers
}

func (l *lives) kill(workers []*exec.Cmd, at step) {
	for _, w := range workers {
		w.Process.Kill()
		l.killed++
		l.ended[at]++
	}
}

// first is a life that ends with its first connection.
func (l *lives) first() {
	l.t.Helper()
	begun := time.Now()
	l.atStep(1, 1)
	l.start = time.Since(begun)
}

// atStep is a life that ends after so many steps, within the last of them.
func (l *lives) atStep(n, steps int) {
	l.t.Helper()
	workers, struck := l.begin(n), make(chan struct{})
	l.r.goOn(steps, func(at step) {
		l.kill(workers, at)
		close(struck)
	})
	select {
	case <-struck:
	case <-time.After(patience):
		l.t.Fatalf("a worker did not come to step %d", steps)
	}
	for _, w := range workers {
		w.Wait()
	}
}

// whileStarting is a life that ends after some time, before it has sent anything.
func (l *lives) whileStarting(n int, after time.Duration) {
	l.t.Helper()
	workers := l.begin(n)
	time.Sleep(after) // nothing is awaited: any moment will do
	l.kill(workers, "")
	for _, w := range workers {
		w.Wait()
	}
}

// everyoneOnce counts the messages that a server has: everyone must have one at
// least, and whoever has more the same Message-ID. It returns how many came again.
func everyoneOnce(t testing.TB, s interface{ arrivals(testing.TB) []arrival }, recipients int) (repeats int) {
	t.Helper()
	ids := make(map[string]map[string]int) // by recipient, how often each Message-ID came
	total := 0
	for _, a := range s.arrivals(t) {
		if ids[a.to] == nil {
			ids[a.to] = make(map[string]int)
		}
		ids[a.to][a.id]++
		total++
	}
	if len(ids) != recipients {
		t.Errorf("%d of %d were mailed", len(ids), recipients)
	}
	for to, by := range ids {
		if len(by) != 1 {
			t.Errorf("%s got %d different Message-IDs", to, len(by))
		}
	}
	return total - len(ids)
}

func worker(t *testing.T, dir string) *exec.Cmd {
	t.Helper()
	return start(t, exec.Command(binary, "-C", dir, "worker"))
}

// start starts a program, which ends with the test.
func start(t *testing.T, cmd *exec.Cmd) *exec.Cmd {
	t.Helper()
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if cmd.ProcessState == nil {
			cmd.Process.Kill()
			cmd.Wait()
		}
	})
	return cmd
}

func TestTwoWorkersShareTheWorkAndMailNobodyTwice(t *testing.T) {
	s := startSink(t, true)
	dir := workspace(t, "pressroom.toml", settings(s.port, 4, ""), "contacts/all.csv", pressList(1500), "releases/x.md", newsRelease(today(), 2000))
	a, b := worker(t, dir), worker(t, dir)
	must(t, dir, "send", "x", "--yes")
	until(t, "the end", func() bool { return status(t, dir).State == "done" })
	a.Process.Kill()
	b.Process.Kill()
	if repeats := everyoneOnce(t, s, 1500); repeats != 0 {
		t.Errorf("%d messages came twice", repeats)
	}
}

func TestARelayThatRefusesEveryonePausesTheMailing(t *testing.T) {
	refusing := startSink(t, false, "-f", "RCPT", "-B", "550 5.7.1 blocked by policy")
	dir := workspace(t, "pressroom.toml", settings(refusing.port, 4, ""), "contacts/all.csv", pressList(200), "releases/x.md", newsRelease(today(), 2000))
	out, err := run(t, dir, "send", "x", "--yes", "--wait")
	if err == nil {
		t.Errorf("send --wait says all is well:\n%s", out)
	}
	m := status(t, dir)
	if m.State != "paused" || m.Failed < 20 || m.Failed > 24 || m.Suppressed != 0 || !strings.Contains(m.Reason, "550 5.7.1 blocked by policy") {
		t.Errorf("%+v", m)
	}
	if out := must(t, dir, "suppressions", "list"); strings.Contains(out, "@") {
		t.Errorf("somebody was suppressed:\n%s", out)
	}
	if out := must(t, dir, "status"); !strings.Contains(out, "blocked by policy") || !strings.Contains(out, "pressroom resume") {
		t.Errorf("status does not say why, or what to do:\n%s", out)
	}
	good := startSink(t, true)
	if err := replaceSettings(dir, settings(good.port, 4, "")); err != nil {
		t.Fatal(err)
	}
	must(t, dir, "resume", m.ID, "--yes", "--wait")
	if m := status(t, dir); m.State != "done" || m.Sent != 200 {
		t.Errorf("after resume: %+v", m)
	}
	if n := len(good.arrivals(t)); n != 200 {
		t.Errorf("%d of 200 arrived", n)
	}
}

func TestSoftRefusalsAreTriedAgain(t *testing.T) {
	s := startSink(t, false, "-r", "RCPT", "-b", "450 4.2.0 greylisted")
	dir := workspace(t, "pressroom.toml", settings(s.port, 2, ""), "contacts/all.csv", pressList(30), "releases/x.md", newsRelease(today(), 500))
	must(t, dir, "send", "x", "--yes")
	w := worker(t, dir)
	until(t, "deferrals", func() bool { return status(t, dir).Deferred == 30 })
	w.Process.Kill()
	w.Wait()
	if m := status(t, dir); m.State != "sending" || m.Failed != 0 {
		t.Errorf("%+v", m)
	}
	good := startSink(t, true)
	if err := replaceSettings(dir, settings(good.port, 2, "")); err != nil {
		t.Fatal(err)
	}
	must(t, dir, "retry", "x", "--wait")
	if n := len(good.arrivals(t)); n != 30 {
		t.Errorf("%d of 30 arrived", n)
	}
}

func TestCancelAndPauseHold(t *testing.T) {
	soon(t, func(ahead time.Duration) (inTime bool) {
		r := startRecorder(t)
		dir := workspace(t, "pressroom.toml", settings(r.port, 2, ""), "contacts/all.csv", pressList(20))
		at, scheduled := sendIn(t, dir, ahead, "release_at = %s", 500)
		if !scheduled {
			return false
		}
		must(t, dir, "pause", "x")
		w := worker(t, dir)
		until(t, "the instant", func() bool { return !time.Now().Before(at) })
		// What is sent after it goes out: so the worker has looked at what is due.
		writeFile(t, filepath.Join(dir, "releases", "y.md"), newsRelease(today(), 500))
		must(t, dir, "send", "y", "--yes")
		until(t, "the other mailing", func() bool { return statusOf(t, dir, "y/release-1").State == "done" })
		if m := statusOf(t, dir, "x/release-1"); m.State != "paused" || m.Sent != 0 || r.count() != 20 {
			t.Fatalf("%+v, %d messages came", m, r.count())
		}
		must(t, dir, "resume", "x", "--yes")
		until(t, "the end", func() bool { return statusOf(t, dir, "x/release-1").State == "done" })
		w.Process.Kill()
		if n := r.count(); n != 40 {
			t.Errorf("%d of 40 arrived", n)
		}
		if out, err := run(t, dir, "cancel", "x", "--yes"); err == nil || !strings.Contains(out, "nothing to cancel") {
			t.Errorf("what is done was cancelled: %s", out)
		}
		return true
	})
}

func replaceSettings(dir, text string) error {
	return exec.Command("sh", "-c", fmt.Sprintf("cat > '%s/pressroom.toml' <<'EOF'\n%sEOF\n", dir, text)).Run()
}
