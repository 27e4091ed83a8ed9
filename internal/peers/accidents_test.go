package peers

import (
	"errors"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"syscall"
	"testing"
	"time"

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
	const recipients = 6000
	s := startSink(t, true)
	disk := smallDisk(t, "24m")
	dir := workspace(t, "pressroom.toml", settings(s.port, 4, ""), "contacts/all.csv", pressList(recipients), "releases/x.md", newsRelease(today(), 2000))
	if out, err := exec.Command("cp", "-r", dir+"/.", disk).CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	must(t, disk, "send", "x", "--yes")
	w := worker(t, disk)
	until(t, "the mailing to begin", func() bool { return status(t, disk).Sent > 300 })
	filler := filepath.Join(disk, "filler")
	fill(t, filler)
	time.Sleep(time.Second)
	before := len(s.arrivals(t))
	time.Sleep(1500 * time.Millisecond)
	during := len(s.arrivals(t))
	if before == recipients {
		t.Fatal("the disk was full too late: everything had gone")
	}
	if during-before > 8 {
		t.Errorf("%d messages left although nothing could be written down", during-before)
	}
	if err := os.Remove(filler); err != nil {
		t.Fatal(err)
	}
	until(t, "the end", func() bool { return status(t, disk).State == "done" })
	w.Process.Kill()
	w.Wait()
	if repeats := everyoneOnce(t, s, recipients); repeats != 0 {
		t.Errorf("%d messages came twice", repeats)
	}
	t.Logf("%d had gone when the disk was full, %d left meanwhile", before, during-before)
}

// TestADatabaseThatAnotherProgramHolds: somebody looks at the database with a
// program that locks it. The mailing waits, and loses and repeats nothing.
func TestADatabaseThatAnotherProgramHolds(t *testing.T) {
	const recipients = 4000
	need(t, "python3")
	s := startSink(t, true)
	dir := workspace(t, "pressroom.toml", settings(s.port, 4, ""), "contacts/all.csv", pressList(recipients), "releases/x.md", newsRelease(today(), 2000))
	must(t, dir, "send", "x", "--yes")
	w := worker(t, dir)
	until(t, "the mailing to begin", func() bool { return status(t, dir).Sent > 300 })
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
	time.Sleep(500 * time.Millisecond)
	before := len(s.arrivals(t))
	time.Sleep(2 * time.Second)
	if during := len(s.arrivals(t)); during-before > 8 || before == recipients {
		t.Errorf("%d before, %d messages left although nothing could be written down", before, during-before)
	}
	in.Close()
	holder.Wait()
	until(t, "the end", func() bool { return status(t, dir).State == "done" })
	w.Process.Kill()
	w.Wait()
	if repeats := everyoneOnce(t, s, recipients); repeats != 0 {
		t.Errorf("%d messages came twice", repeats)
	}
}

// TestMovingToPostgresInTheMiddle stops a mailing on SQLite, carries it to
// PostgreSQL and goes on there.
func TestMovingToPostgresInTheMiddle(t *testing.T) {
	const recipients = 3000
	s := startSink(t, true)
	url := testdb.Postgres(t)
	dir := workspace(t, "pressroom.toml", settings(s.port, 4, ""), "contacts/all.csv", pressList(recipients), "releases/x.md", newsRelease(today(), 2000))
	must(t, dir, "send", "x", "--yes")
	w := worker(t, dir)
	until(t, "the mailing to begin", func() bool { return status(t, dir).Sent > 300 })
	w.Process.Signal(syscall.SIGTERM)
	w.Wait()
	before := status(t, dir)
	if before.State != "sending" {
		t.Fatalf("it was stopped too late: %+v", before)
	}
	t.Setenv("PRESSROOM_DATABASE_URL", url)
	must(t, dir, "database", "copy", "--to", "postgres")
	if m := status(t, dir); m.Sent != before.Sent || m.Total != recipients {
		t.Errorf("%+v, before %+v", m, before)
	}
	if out, err := run(t, dir, "database", "copy", "--to", "postgres"); err == nil {
		t.Errorf("copied over a workspace: %s", out)
	}
	other := worker(t, t.TempDir())
	until(t, "the end", func() bool { return status(t, dir).State == "done" })
	other.Process.Kill()
	if repeats := everyoneOnce(t, s, recipients); repeats != 0 {
		t.Errorf("%d messages came twice, though the worker was stopped in good order", repeats)
	}
}
