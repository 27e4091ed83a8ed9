package store_test

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"pressroom/internal/store"
)

// part is the environment variable that makes the test program play a part in a
// process of its own, instead of running tests.
const part = "PRESSROOM_STORE_TEST_PART"

// parts are what it can play, by name; the words after the name are arguments.
var parts = map[string]func(args []string) error{
	"start": startWorkers,
	"ask":   askForWorkers,
}

// play runs a part and tells whether there was one.
func play() (played bool, code int) {
	words := strings.Fields(os.Getenv(part))
	if len(words) == 0 {
		return false, 0
	}
	if err := parts[words[0]](words[1:]); err != nil {
		fmt.Fprintln(os.Stderr, err)
		return true, 1
	}
	return true, 0
}

// process is the test program in a part.
func process(t *testing.T, words ...string) *exec.Cmd {
	t.Helper()
	self, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	c := exec.Command(self)
	c.Env = append(os.Environ(), part+"="+strings.Join(words, " "))
	c.Stderr = os.Stderr
	return c
}

// startWorkers starts workers one after the other, and says how many there were
// of whom nobody would have seen the lock.
func startWorkers(args []string) error {
	rounds, err := strconv.Atoi(args[1])
	if err != nil {
		return err
	}
	ctx := context.Background()
	db, err := store.Open(ctx, args[0], "")
	if err != nil {
		return err
	}
	defer db.Close()
	unseen, failed := 0, 0
	for range rounds {
		lock, err := db.LockWorker(ctx)
		if err != nil {
			failed++
			continue
		}
		if !db.WorkerAlive(ctx, lock.ID) {
			unseen++
		}
		lock.Release()
	}
	fmt.Println(unseen, failed)
	return nil
}

// askForWorkers asks which workers live until its input ends.
func askForWorkers(args []string) error {
	ctx := context.Background()
	db, err := store.Open(ctx, args[0], "")
	if err != nil {
		return err
	}
	defer db.Close()
	fmt.Println("asking")
	ended := make(chan struct{})
	go func() {
		defer close(ended)
		os.Stdin.Read(make([]byte, 1))
	}()
	for {
		select {
		case <-ended:
			return nil
		default:
			db.LiveWorkers(ctx)
		}
	}
}

func TestNoStartingWorkerIsTakenForADeadOne(t *testing.T) {
	dir := t.TempDir()
	db, err := store.Open(context.Background(), dir, "")
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	for range 3 {
		asker := process(t, "ask", dir)
		in, err := asker.StdinPipe()
		if err != nil {
			t.Fatal(err)
		}
		out, err := asker.StdoutPipe()
		if err != nil {
			t.Fatal(err)
		}
		if err := asker.Start(); err != nil {
			t.Fatal(err)
		}
		defer asker.Wait()
		defer in.Close()
		if _, err := bufio.NewReader(out).ReadString('\n'); err != nil {
			t.Fatal(err)
		}
	}
	const starters, rounds = 3, 2000
	results := make(chan string, starters)
	for range starters {
		go func() {
			out, err := process(t, "start", dir, strconv.Itoa(rounds)).Output()
			results <- fmt.Sprint(strings.TrimSpace(string(out)), err)
		}()
	}
	for range starters {
		if got := <-results; got != "0 0<nil>" {
			t.Errorf("of %d workers, unseen and not started: %s", rounds, got)
		}
	}
	if n := db.LiveWorkers(context.Background()); n != 0 {
		t.Errorf("%d workers live after all have ended", n)
	}
	if left, _ := os.ReadDir(filepath.Join(dir, "workers")); len(left) > 0 {
		t.Errorf("%d lock files are left, as %s", len(left), left[0])
	}
}

func TestAskingMakesNoFileAndLeavesNone(t *testing.T) {
	ctx := context.Background()
	dir := t.TempDir()
	db, err := store.Open(ctx, dir, "")
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	workers := filepath.Join(dir, "workers")
	if err := os.MkdirAll(workers, 0o700); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(workers, "dead"), nil, 0o600); err != nil {
		t.Fatal(err)
	}
	for _, id := range []string{"dead", "never", "", "..", "../pressroom.db"} {
		if db.WorkerAlive(ctx, id) {
			t.Errorf("%q is alive", id)
		}
	}
	if left, err := os.ReadDir(workers); err != nil || len(left) > 0 {
		t.Errorf("left: %v, %v", left, err)
	}
	if _, err := os.Stat(filepath.Join(dir, "pressroom.db")); err != nil {
		t.Error(err)
	}
}

func TestAWorkerWhoseLockFileIsTidiedAwayKnows(t *testing.T) {
	ctx := context.Background()
	dir := t.TempDir()
	db, err := store.Open(ctx, dir, "")
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	lock, err := db.LockWorker(ctx)
	if err != nil {
		t.Fatal(err)
	}
	defer lock.Release()
	if err := lock.Check(ctx); err != nil {
		t.Fatal(err)
	}
	if err := os.RemoveAll(filepath.Join(dir, "workers")); err != nil {
		t.Fatal(err)
	}
	if err := lock.Check(ctx); !errors.Is(err, store.ErrLockLost) {
		t.Errorf("it goes on without a lock: %v", err)
	}
}
