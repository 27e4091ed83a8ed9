package peers

import (
	"bufio"
	"bytes"
	"fmt"
	"io"
	"net"
	"net/http"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"time"

	"pressroom/internal/people"
)

// lowServe starts serve where only so many files may be open, and waits for its
// public pages.
func lowServe(t *testing.T, dir string, files int) (public string) {
	t.Helper()
	need(t, "prlimit")
	public, desk := fmt.Sprintf("127.0.0.1:%d", freePort(t)), fmt.Sprintf("127.0.0.1:%d", freePort(t))
	cmd := exec.Command("prlimit", fmt.Sprintf("--nofile=%d:%d", files, files), binary, "-C", dir, "serve", "--listen", public, "--desk", desk)
	said, err := cmd.StderrPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		cmd.Process.Kill()
		cmd.Wait()
	})
	lines := bufio.NewReader(said)
	line, err := lines.ReadString('\n')
	if !strings.Contains(line, fmt.Sprint(files, " files may be open at once")) || !strings.Contains(line, "ulimit -n") {
		t.Errorf("at its start it says nothing of the limit: %q, %v", line, err)
	}
	go io.Copy(io.Discard, lines)
	until(t, "the public pages", func() bool { return page(public) == nil })
	return public
}

// page asks for a page as a newcomer does, on a connection of its own.
func page(address string) error {
	client := &http.Client{Transport: &http.Transport{DisableKeepAlives: true}}
	resp, err := client.Get("http://" + address + "/robots.txt")
	if err != nil {
		return err
	}
	defer resp.Body.Close()
	if _, err := io.Copy(io.Discard, resp.Body); err != nil || resp.StatusCode != http.StatusOK {
		return fmt.Errorf("answered %s: %w", resp.Status, err)
	}
	return nil
}

// TestStrangersConnectionsKeepNothingFromLeaving: somebody holds more connections
// than the program may have files open. The mailing leaves, and readers get their
// pages.
func TestStrangersConnectionsKeepNothingFromLeaving(t *testing.T) {
	const files, held, recipients = 1024, 1200, 100
	const aForm = "Content-Type: application/x-www-form-urlencoded\r\n"
	var own syscall.Rlimit
	if err := syscall.Getrlimit(syscall.RLIMIT_NOFILE, &own); err != nil || own.Cur < 2*held {
		t.Fatalf("this test needs %d open files, and may have %d: %v", 2*held, own.Cur, err)
	}
	for name, words := range map[string]string{
		"silent":                        "",
		"idle after a page":             "GET /robots.txt HTTP/1.1\r\nHost: x\r\n\r\n",
		"in the middle of a header":     "GET / HTTP/1.1\r\nHost: x\r\nX-A: ",
		"in the middle of a form":       "POST " + people.MePath + "x HTTP/1.1\r\nHost: x\r\n" + aForm + "Content-Length: 9000\r\n\r\na=",
		"in the middle of a quote":      "POST /quote/AAAAAAAAAAAAAAAAAAAAAAAA HTTP/1.1\r\nHost: x\r\nContent-Length: 9000\r\n\r\na=",
		"no request that anybody knows": "\x16\x03\x01\x02\x00",
	} {
		t.Run(name, func(t *testing.T) {
			s := startSink(t, true)
			dir := workspace(t, "pressroom.toml", settings(s.port, 8, ""), "contacts/all.csv", pressList(recipients),
				"releases/x.md", newsRelease(today(), 2000))
			public := lowServe(t, dir, files)
			for range held {
				c, err := net.Dial("tcp", public)
				if err != nil {
					t.Fatal(err)
				}
				t.Cleanup(func() { c.Close() })
				io.WriteString(c, words)
			}
			must(t, dir, "send", "x", "--yes")
			until(t, "the mailing", func() bool { return status(t, dir).State == "done" })
			if err := page(public); err != nil {
				t.Errorf("a newcomer got no page: %v", err)
			}
			if repeats := everyoneOnce(t, s, recipients); repeats != 0 {
				t.Errorf("%d messages came twice", repeats)
			}
		})
	}
}

// TestAStoppedWorkerEndsOnAFullDisk tells a worker to stop that cannot write down
// what the mail server has answered.
func TestAStoppedWorkerEndsOnAFullDisk(t *testing.T) {
	const recipients = 6000
	s := startSink(t, true)
	disk := smallDisk(t, "24m")
	dir := workspace(t, "pressroom.toml", settings(s.port, 4, ""), "contacts/all.csv", pressList(recipients),
		"releases/x.md", newsRelease(today(), 2000))
	if out, err := exec.Command("cp", "-r", dir+"/.", disk).CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	must(t, disk, "send", "x", "--yes")
	var said bytes.Buffer
	w := exec.Command(binary, "-C", disk, "worker")
	w.Stderr = &said
	if err := w.Start(); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { w.Process.Kill() })
	until(t, "the mailing to begin", func() bool { return status(t, disk).Sent > 300 })
	filler := filepath.Join(disk, "filler")
	fill(t, filler)
	until(t, "the mailing to stand still", func() bool {
		before := len(s.arrivals(t))
		time.Sleep(500 * time.Millisecond)
		return len(s.arrivals(t)) == before
	})
	begun := time.Now()
	ends(t, w, syscall.SIGTERM)
	t.Logf("it ended %s after the signal", time.Since(begun))
	if code := w.ProcessState.ExitCode(); code != 1 || !strings.Contains(said.String(), "could not be written down before the end") {
		t.Errorf("exit code %d, and it said:\n%s", code, &said)
	}
	if err := os.Remove(filler); err != nil {
		t.Fatal(err)
	}
	worker(t, disk)
	until(t, "the end", func() bool { return status(t, disk).State == "done" })
	if repeats := everyoneOnce(t, s, recipients); repeats > 4 {
		t.Errorf("%d messages came twice, more than were in flight", repeats)
	}
}

// ends waits for a process that was told to stop.
func ends(t *testing.T, cmd *exec.Cmd, signal syscall.Signal) {
	t.Helper()
	if err := cmd.Process.Signal(signal); err != nil {
		t.Fatal(err)
	}
	over := make(chan struct{})
	go func() { cmd.Wait(); close(over) }()
	until(t, "the process to end", func() bool {
		select {
		case <-over:
			return true
		default:
			return false
		}
	})
}

// TestASignalEndsACommandThatWaits: a pipe that nobody writes to keeps no command
// from ending when it is told to.
func TestASignalEndsACommandThatWaits(t *testing.T) {
	dir := workspace(t, "pressroom.toml", "")
	for _, signal := range []syscall.Signal{syscall.SIGTERM, syscall.SIGINT} {
		t.Run(signal.String(), func(t *testing.T) {
			pipe := filepath.Join(dir, signal.String())
			if err := syscall.Mkfifo(pipe, 0o600); err != nil {
				t.Fatal(err)
			}
			cmd := exec.Command(binary, "-C", dir, "import", pipe)
			if err := cmd.Start(); err != nil {
				t.Fatal(err)
			}
			t.Cleanup(func() { cmd.Process.Kill() })
			until(t, "it to open the pipe", func() bool {
				w, err := os.OpenFile(pipe, os.O_WRONLY|syscall.O_NONBLOCK, 0)
				if err == nil {
					t.Cleanup(func() { w.Close() })
				}
				return err == nil
			})
			ends(t, cmd, signal)
			if code := cmd.ProcessState.ExitCode(); code != 1 {
				t.Errorf("it ended with %v", cmd.ProcessState)
			}
		})
	}
}
