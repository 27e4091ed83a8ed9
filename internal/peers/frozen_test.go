package peers

import (
	"fmt"
	"math/rand/v2"
	"os"
	"os/exec"
	"syscall"
	"testing"
	"time"

	"pressroom/internal/ledger"
	"pressroom/internal/testdb"
)

// TestWorkersThatStandStillAtRandom stops and continues three workers on PostgreSQL
// at random (SIGSTOP, SIGCONT), as virtual machines are, some of them for longer
// than others wait before they take over: everybody is mailed, and what comes twice
// is what was in flight in such a worker. Ten minutes and 20,000 recipients with
// PRESSROOM_FULL, else a tenth.
func TestWorkersThatStandStillAtRandom(t *testing.T) {
	const connections = 4
	recipients, perMinute := 2000, 2000
	if os.Getenv("PRESSROOM_FULL") != "" {
		recipients = 20_000
	}
	r := startRecorder(t)
	t.Setenv("PRESSROOM_DATABASE_URL", testdb.Postgres(t))
	// The rate makes the mailing last as long as the freezing does.
	dir := workspace(t, "pressroom.toml", settings(r.port, connections, fmt.Sprintf("rate = %d\n", perMinute)), "contacts/all.csv", pressList(recipients),
		"releases/x.md", newsRelease(today(), 2000))
	must(t, dir, "send", "x", "--yes")
	random := rand.New(rand.NewPCG(1, 2))
	var workers []*exec.Cmd
	for range 3 {
		workers = append(workers, worker(t, t.TempDir()))
	}
	defer func() {
		for _, w := range workers {
			w.Process.Signal(syscall.SIGCONT)
			w.Process.Kill()
			w.Wait()
		}
	}()
	stopped := make([]time.Time, len(workers)) // since when; zero for one that runs
	freezes, long := 0, 0
	goOn := func(i int) {
		if stopped[i].IsZero() {
			return
		}
		if err := workers[i].Process.Signal(syscall.SIGCONT); err != nil {
			t.Fatal(err)
		}
		// Others may have taken over from it: they look every second.
		if time.Since(stopped[i]) > ledger.StillFor/2 {
			long++
		}
		stopped[i] = time.Time{}
	}
	until(t, "the first messages", func() bool { return status(t, dir).Sent > 0 })
	end := time.Now().Add(time.Duration(recipients) * time.Minute / time.Duration(perMinute))
	frozen := -1 // the one that stands still for long at present
	var thaw time.Time
	for status(t, dir).State != "done" && time.Now().Before(end) {
		if frozen < 0 {
			frozen, thaw = random.IntN(len(workers)), time.Now().Add(ledger.StillFor+time.Duration(random.IntN(8000))*time.Millisecond)
			if stopped[frozen].IsZero() {
				stopped[frozen] = time.Now()
				workers[frozen].Process.Signal(syscall.SIGSTOP)
				freezes++
			}
		} else if time.Now().After(thaw) {
			goOn(frozen)
			frozen = -1
		}
		for i := range workers {
			if i == frozen {
				continue
			}
			if !stopped[i].IsZero() {
				goOn(i)
			} else if random.IntN(3) == 0 {
				stopped[i] = time.Now()
				workers[i].Process.Signal(syscall.SIGSTOP)
				freezes++
			}
		}
		time.Sleep(time.Duration(50+random.IntN(900)) * time.Millisecond) // how long they stand still, not a wait for anything
	}
	for i := range workers {
		goOn(i)
	}
	until(t, "the end", func() bool { return status(t, dir).State == "done" })
	if m := status(t, dir); m.Total != recipients || m.Sent != recipients {
		t.Errorf("%+v", m)
	}
	repeats := everyoneOnce(t, r, recipients)
	if repeats > long*connections {
		t.Errorf("%d messages came twice, at most %d were in flight", repeats, long*connections)
	}
	t.Logf("%d freezes, %d of them long; %d recipients, %d repeats (bound %d)", freezes, long, recipients, repeats, long*connections)
	if long == 0 {
		t.Error("nobody stood still for long: the test shows nothing")
	}
}
