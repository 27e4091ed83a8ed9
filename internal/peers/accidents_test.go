package peers

import (
	"bytes"
	"errors"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"sync"
	"syscall"
	"testing"

	"pressroom/internal/testdb"
)

// smallDisk is a folder on a disk of its own with so many bytes.
func smallDisk(t *testing.T, size string) string {
	t.Helper()
	dir := t.TempDir()
	if out, err := exec.Command("mount", "-t", "tmpfs", "-o", "size="+size, "tmpfs", dir).CombinedOutput(); err != nil {
		if os.Getenv("PRESSROOM_PEERS") == "1" {
			t.Fatalf("no small disk can be had, and PRESSROOM_PEERS=1: %v\n%s", err, out)
		}
		t.Skipf("SKIPPED, NOT TESTED: no small disk can be had: %v", err)
	}
	t.Cleanup(func() { exec.Command("umount", "-l", dir).Run() })
	return dir
}

// fill writes to a disk until it is full.
func fill(t *testing.T, name string) {
	t.Helper()
	f, err := os.Create(name)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	for size := 1 << 20; size > 0; {
		if _, err = f.Write(make([]byte, size)); err != nil {
			size /= 2 // to the last byte
		}
	}
	if !errors.Is(err, syscall.ENOSPC) {
		t.Fatalf("the disk is not full: %v", err)
	}
}

// TestADiskThatIsFullForAWhile fills the disk under a mailing. Nothing leaves
// that cannot be written down, and when there is room again it goes on: everyone
// once, and nobody twice, for no process has died.
func TestADiskThatIsFullForAWhile(t *testing.T) {
	const recipients, connections = 6000, 4
	r := startRecorder(t)
	disk := smallDisk(t, "24m")
	dir := workspace(t, "pressroom.toml", settings(r.port, connections, ""), "contacts/all.csv", pressList(recipients), "releases/x.md", newsRelease(today(), 2000))
	if out, err := exec.Command("cp", "-r", dir+"/.", disk).CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	must(t, disk, "send", "x", "--yes")
	filler := filepath.Join(disk, "filler")
	begun := r.stopAfter(300, func() {})
	w, says := complaining(t, disk)
	begun(t)
	fill(t, filler)
	r.goOn(-1, nil)
	until(t, "the worker to find the disk full", func() bool { return says.times("trying again") > 0 })
	before := r.count()
	until(t, "it to try again", func() bool { return says.times("trying again") > 3 })
	during := r.count()
	if before == recipients {
		t.Fatal("everything had gone: the room was enough for it")
	}
	if during-before > 2*connections {
		t.Errorf("%d messages left although nothing could be written down", during-before)
	}
	if err := os.Remove(filler); err != nil {
		t.Fatal(err)
	}
	until(t, "the end", func() bool { return status(t, disk).State == "done" })
	w.Process.Kill()
	w.Wait()
	if repeats := everyoneOnce(t, r, recipients); repeats != 0 {
		t.Errorf("%d messages came twice", repeats)
	}
	t.Logf("%d had gone when the disk was full, %d left meanwhile", before, during-before)
}

// complaints are what a worker says on its standard error.
type complaints struct {
	mu   sync.Mutex
	said []byte
}

func (c *complaints) Write(p []byte) (int, error) {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.said = append(c.said, p...)
	return len(p), nil
}

// times is how often it said something.
func (c *complaints) times(what string) int {
	c.mu.Lock()
	defer c.mu.Unlock()
	return bytes.Count(c.said, []byte(what))
}

// complaining is a worker whose complaints are listened to.
func complaining(t *testing.T, dir string) (*exec.Cmd, *complaints) {
	t.Helper()
	said := new(complaints)
	cmd := exec.Command(binary, "-C", dir, "worker")
	cmd.Stderr = said
	return start(t, cmd), said
}

// TestADatabaseThatAnotherProgramHolds: somebody looks at the database with a
// program that locks it. The mailing waits, and loses and repeats nothing.
func TestADatabaseThatAnotherProgramHolds(t *testing.T) {
	const recipients, connections = 4000, 4
	need(t, "python3")
	r := startRecorder(t)
	dir := workspace(t, "pressroom.toml", settings(r.port, connections, ""), "contacts/all.csv", pressList(recipients), "releases/x.md", newsRelease(today(), 2000))
	must(t, dir, "send", "x", "--yes")
	begun := r.stopAfter(300, func() {})
	w, says := complaining(t, dir)
	begun(t)
	holder := exec.Command("python3", "-c", `
import sqlite3, sys
c = sqlite3.connect(sys.argv[1], timeout=20, isolation_level=None)
c.execute("BEGIN IMMEDIATE"); print("held", flush=True); sys.stdin.read()`, filepath.Join(dir, ".pressroom", "pressroom.db"))
	in, err := holder.StdinPipe()
	if err != nil {
		t.Fatal(err)
	}
	out, err := holder.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := holder.Start(); err != nil {
		t.Fatal(err)
	}
	if _, err := io.ReadFull(out, make([]byte, 4)); err != nil {
		t.Fatal(err)
	}
	before := r.count()
	r.goOn(-1, nil)
	until(t, "the worker to find the database held", func() bool { return says.times("trying again") > 0 })
	if left := r.count() - before; left > 2*connections {
		t.Errorf("%d messages left although nothing could be written down", left)
	}
	in.Close()
	holder.Wait()
	until(t, "the end", func() bool { return status(t, dir).State == "done" })
	w.Process.Kill()
	w.Wait()
	if repeats := everyoneOnce(t, r, recipients); repeats != 0 {
		t.Errorf("%d messages came twice", repeats)
	}
}

// TestMovingToPostgresInTheMiddle stops a mailing on SQLite, carries it to
// PostgreSQL and goes on there.
func TestMovingToPostgresInTheMiddle(t *testing.T) {
	const recipients = 3000
	r := startRecorder(t)
	url := testdb.Postgres(t)
	dir := workspace(t, "pressroom.toml", settings(r.port, 4, ""), "contacts/all.csv", pressList(recipients), "releases/x.md", newsRelease(today(), 2000))
	must(t, dir, "send", "x", "--yes")
	begun := r.stopAfter(300, func() {})
	w := worker(t, dir)
	begun(t)
	w.Process.Signal(syscall.SIGTERM)
	r.goOn(-1, nil)
	w.Wait()
	before := status(t, dir)
	if before.State != "sending" {
		t.Fatalf("%+v", before)
	}
	t.Setenv("PRESSROOM_DATABASE_URL", url)
	must(t, dir, "database", "copy", "--to", "postgres")
	if m := status(t, dir); m.Sent != before.Sent || m.Total != recipients {
		t.Errorf("%+v, before %+v", m, before)
	}
	if out, err := run(t, dir, "database", "copy", "--to", "postgres"); err == nil {
		t.Errorf("copied over a workspace: %s", out)
	}
	t.Setenv("PRESSROOM_DATABASE_URL", "")
	for _, command := range [][]string{{"serve"}, {"worker"}, {"send", "x", "--yes", "--wait"}, {"pause", "x"}} {
		out, err := run(t, dir, command...)
		if err == nil || !strings.Contains(out, "the workspace was moved from") || !strings.Contains(out, "--undo") {
			t.Errorf("%v on the database that was left: %v %s", command, err, out)
		}
	}
	t.Setenv("PRESSROOM_DATABASE_URL", url)
	other := worker(t, t.TempDir())
	until(t, "the end", func() bool { return status(t, dir).State == "done" })
	other.Process.Kill()
	if repeats := everyoneOnce(t, r, recipients); repeats != 0 {
		t.Errorf("%d messages came twice, though the worker was stopped in good order", repeats)
	}
}

// TestAMoveToPostgresIsTakenBack: the new server never came up. The workspace goes
// back to its file, with everything, and by no way to two places.
func TestAMoveToPostgresIsTakenBack(t *testing.T) {
	const recipients = 20
	s := startSink(t, true)
	url := testdb.Postgres(t)
	dir := workspace(t, "pressroom.toml", settings(s.port, 4, ""), "contacts/all.csv", pressList(recipients),
		"releases/x.md", newsRelease(today(), 2000))
	must(t, dir, "send", "x", "--yes")
	t.Setenv("PRESSROOM_DATABASE_URL", url)
	must(t, dir, "database", "copy", "--to", "postgres")
	refused := func(what, why string, args ...string) {
		t.Helper()
		if out, err := run(t, dir, args...); err == nil || !strings.Contains(out, why) {
			t.Errorf("%s: %v %s", what, err, out)
		}
	}
	refused("without a terminal", "add --yes", "database", "copy", "--to", "postgres", "--undo")
	t.Setenv("PRESSROOM_DATABASE_URL", "postgres://press@127.0.0.1:1/gone")
	refused("where the other cannot be asked", "add --lost", "database", "copy", "--to", "postgres", "--undo", "--yes")
	t.Setenv("PRESSROOM_DATABASE_URL", testdb.Postgres(t))
	refused("where another is named", "add --lost", "database", "copy", "--to", "postgres", "--undo", "--yes")
	t.Setenv("PRESSROOM_DATABASE_URL", url)
	must(t, dir, "database", "copy", "--to", "postgres", "--undo", "--yes")
	refused("on the one that it was taken back from", "the workspace was moved from", "worker")
	t.Setenv("PRESSROOM_DATABASE_URL", "")
	refused("twice", "nothing to take back", "database", "copy", "--to", "postgres", "--undo", "--lost", "--yes")
	w := worker(t, dir)
	until(t, "the end", func() bool { return status(t, dir).State == "done" })
	w.Process.Kill()
	if repeats := everyoneOnce(t, s, recipients); repeats != 0 {
		t.Errorf("%d messages came twice", repeats)
	}
}

// TestAMoveToAServerThatIsLost goes back to the file though nobody can be asked.
func TestAMoveToAServerThatIsLost(t *testing.T) {
	dir := workspace(t, "pressroom.toml", settings(1, 4, ""), "contacts/all.csv", pressList(1),
		"releases/x.md", newsRelease(today(), 2000))
	t.Setenv("PRESSROOM_DATABASE_URL", testdb.Postgres(t))
	must(t, dir, "database", "copy", "--to", "postgres")
	t.Setenv("PRESSROOM_DATABASE_URL", "")
	if out, err := run(t, dir, "send", "x", "--yes"); err == nil {
		t.Errorf("it was scheduled on the old database: %s", out)
	}
	must(t, dir, "database", "copy", "--to", "postgres", "--undo", "--lost", "--yes")
	must(t, dir, "send", "x", "--yes")
}
