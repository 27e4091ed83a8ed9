package peers

import (
	"fmt"
	"math/rand/v2"
	"os/exec"
	"strings"
	"testing"
	"time"
)

func TestThreeHundredOnTheInstantEachOnce(t *testing.T) {
	s := startSink(t, true)
	at := time.Now().UTC().Add(4 * time.Second).Truncate(time.Second)
	dir := workspace(t, "pressroom.toml", settings(s.port, 8, ""), "contacts/all.csv", pressList(300),
		"releases/x.md", newsRelease("embargo = "+at.Format("2006-01-02T15:04:05Z"), 3000))
	must(t, dir, "send", "x", "--yes", "--wait")
	got := s.arrivals(t)
	seen := make(map[string]bool)
	var first time.Time
	for _, a := range got {
		if seen[a.to] {
			t.Errorf("%s was mailed twice", a.to)
		}
		seen[a.to] = true
		if first.IsZero() || a.at.Before(first) {
			first = a.at
		}
	}
	if len(seen) != 300 {
		t.Errorf("%d of 300 were mailed", len(seen))
	}
	if first.Before(at) {
		t.Errorf("the first message came %s before the instant", at.Sub(first))
	}
	t.Logf("the first of 300 messages arrived %s after the instant", first.Sub(at))
}

// TestFiftyKillsNobodyIsMissed kills the worker with SIGKILL at fifty random
// moments of its work, and counts what arrived. Three of the lives begin with two
// workers at once.
func TestFiftyKillsNobodyIsMissed(t *testing.T) {
	const recipients, connections, kills = 15000, 4, 50
	s := startSink(t, true)
	dir := workspace(t, "pressroom.toml", settings(s.port, connections, ""), "contacts/all.csv", pressList(recipients),
		"releases/x.md", newsRelease(today(), 2000))
	must(t, dir, "send", "x", "--yes")
	seed := uint64(time.Now().UnixNano())
	random := rand.New(rand.NewPCG(seed, 0))
	killed, inTime := 0, 0
	for k := range kills {
		lives := []*exec.Cmd{worker(t, dir)}
		if k%20 == 7 {
			lives = append(lives, worker(t, dir))
		}
		time.Sleep(60*time.Millisecond + time.Duration(random.IntN(250))*time.Millisecond)
		for _, w := range lives {
			if err := w.Process.Kill(); err != nil {
				t.Fatal(err)
			}
			w.Wait()
			killed++
		}
		if m := status(t, dir); m.Sent < recipients {
			inTime = k + 1
		}
	}
	if inTime < kills {
		t.Fatalf("everything was sent after %d kills (seed %d): more recipients are needed", inTime, seed)
	}
	before := status(t, dir)
	w := worker(t, dir)
	until(t, "the end", func() bool { return status(t, dir).State == "done" })
	w.Process.Kill()
	w.Wait()
	if m := status(t, dir); m.Sent != recipients || m.Total != recipients {
		t.Errorf("%+v", m)
	}
	repeats := everyoneOnce(t, s, recipients)
	if repeats > connections*killed {
		t.Errorf("%d messages came twice, more than %d connections times %d kills (seed %d)", repeats, connections, killed, seed)
	}
	fmt.Printf("kills: %d at random moments, %d of %d sent by then; nobody missed, %d repeats, seed %d\n", killed, before.Sent, recipients, repeats, seed)
}

// everyoneOnce counts the messages that a sink has: everyone must have one at
// least, and whoever has more the same Message-ID. It returns how many came again.
func everyoneOnce(t testing.TB, s *sink, recipients int) (repeats int) {
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
	w := exec.Command(binary, "-C", dir, "worker")
	if err := w.Start(); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if w.ProcessState == nil {
			w.Process.Kill()
			w.Wait()
		}
	})
	return w
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
	if m.State != "paused" || m.Failed < 20 || m.Failed > 24 || m.Suppressed != 0 || !strings.Contains(m.Reason, "550 blocked by policy") {
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
	s := startSink(t, true)
	dir := workspace(t, "pressroom.toml", settings(s.port, 2, ""), "contacts/all.csv", pressList(20),
		"releases/x.md", newsRelease("release_at = "+time.Now().UTC().Add(3*time.Second).Format("2006-01-02T15:04:05Z"), 500))
	must(t, dir, "send", "x", "--yes")
	must(t, dir, "pause", "x")
	w := worker(t, dir)
	time.Sleep(4 * time.Second) // past the instant: nothing may leave
	if m := status(t, dir); m.State != "paused" || m.Sent != 0 {
		t.Fatalf("%+v", m)
	}
	must(t, dir, "resume", "x", "--yes")
	until(t, "the end", func() bool { return status(t, dir).State == "done" })
	w.Process.Kill()
	if n := len(s.arrivals(t)); n != 20 {
		t.Errorf("%d of 20 arrived", n)
	}
	if out, err := run(t, dir, "cancel", "x", "--yes"); err == nil || !strings.Contains(out, "nothing to cancel") {
		t.Errorf("what is done was cancelled: %s", out)
	}
}

func replaceSettings(dir, text string) error {
	return exec.Command("sh", "-c", fmt.Sprintf("cat > '%s/pressroom.toml' <<'EOF'\n%sEOF\n", dir, text)).Run()
}
