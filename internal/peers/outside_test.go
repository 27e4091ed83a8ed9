package peers

import (
	"fmt"
	"io"
	"net"
	"net/http"
	"os/exec"
	"syscall"
	"testing"

	"pressroom/internal/people"
)

// lowServe starts serve where only so many files may be open, and waits for its
// public pages.
func lowServe(t *testing.T, dir string, files int) (public string) {
	t.Helper()
	need(t, "prlimit")
	public, desk := fmt.Sprintf("127.0.0.1:%d", freePort(t)), fmt.Sprintf("127.0.0.1:%d", freePort(t))
	cmd := exec.Command("prlimit", fmt.Sprintf("--nofile=%d:%d", files, files), binary, "-C", dir, "serve", "--listen", public, "--desk", desk)
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		cmd.Process.Kill()
		cmd.Wait()
	})
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
	var own syscall.Rlimit
	if err := syscall.Getrlimit(syscall.RLIMIT_NOFILE, &own); err != nil || own.Cur < 2*held {
		t.Fatalf("this test needs %d open files, and may have %d: %v", 2*held, own.Cur, err)
	}
	for name, words := range map[string]string{
		"silent":                        "",
		"idle after a page":             "GET /robots.txt HTTP/1.1\r\nHost: x\r\n\r\n",
		"in the middle of a header":     "GET / HTTP/1.1\r\nHost: x\r\nX-A: ",
		"in the middle of a form":       "POST " + people.MePath + "x HTTP/1.1\r\nHost: x\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: 9000\r\n\r\na=",
		"in the middle of a quote":      "POST /quote/AAAAAAAAAAAAAAAAAAAAAAAA HTTP/1.1\r\nHost: x\r\nContent-Length: 9000\r\n\r\na=",
		"no request that anybody knows": "\x16\x03\x01\x02\x00",
	} {
		t.Run(name, func(t *testing.T) {
			s := startSink(t, true)
			dir := workspace(t, "pressroom.toml", settings(s.port, 8, ""), "contacts/all.csv", pressList(recipients), "releases/x.md", newsRelease(today(), 2000))
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
