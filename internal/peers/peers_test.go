// Package peers tests the whole program against programs that others wrote:
// Postfix and its smtp-sink, poppler and qpdf.
//
// With PRESSROOM_PEERS=1 a peer that is not installed fails the test; without it
// the test is skipped, and says so.
package peers

import (
	"bytes"
	"encoding/json"
	"fmt"
	"net"
	"os"
	"os/exec"
	"os/user"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"pressroom/internal/testdb"
)

// binary is the program under test, built once.
var binary string

func TestMain(m *testing.M) {
	dir, err := os.MkdirTemp("", "pressroom-peers-")
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
	binary = filepath.Join(dir, "pressroom")
	build := exec.Command("go", "build", "-o", binary, "pressroom/cmd/pressroom")
	build.Env = append(os.Environ(), "CGO_ENABLED=0")
	if out, err := build.CombinedOutput(); err != nil {
		fmt.Fprintf(os.Stderr, "building the program: %v\n%s", err, out)
		os.Exit(1)
	}
	code := m.Run()
	testdb.Stop()
	os.RemoveAll(dir)
	os.Exit(code)
}

// need finds programs, or skips the test, or fails it where they are required.
func need(t testing.TB, programs ...string) {
	t.Helper()
	for _, p := range programs {
		if _, err := exec.LookPath(p); err == nil {
			continue
		}
		if os.Getenv("PRESSROOM_PEERS") == "1" {
			t.Fatalf("%s is not installed, and PRESSROOM_PEERS=1", p)
		}
		t.Skipf("SKIPPED, NOT TESTED: %s is not installed", p)
	}
}

// workspace makes a folder with these files, by name and content.
func workspace(t testing.TB, files ...string) string {
	t.Helper()
	dir := t.TempDir()
	for i := 0; i < len(files); i += 2 {
		writeFile(t, filepath.Join(dir, files[i]), files[i+1])
	}
	return dir
}

// writeFile writes a file, and makes its folder.
func writeFile(t testing.TB, name, text string) {
	t.Helper()
	if err := os.MkdirAll(filepath.Dir(name), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(name, []byte(text), 0o644); err != nil {
		t.Fatal(err)
	}
}

func pressList(n int) string {
	var b strings.Builder
	b.WriteString("email,name\n")
	for i := range n {
		fmt.Fprintf(&b, "journalist%d@press%d.example,Journalist %d\n", i, i%97, i)
	}
	return b.String()
}

// newsRelease is a release with a body of about size bytes; timing is its line of
// front matter about time.
func newsRelease(timing string, size int) string {
	line := "The groups keep their records in good order and show them to whoever asks in writing. "
	var body strings.Builder
	for body.Len() < size {
		body.WriteString(strings.Repeat(line, 6) + "\n\n")
	}
	return "+++\nheadline = \"Eleven groups ask the port for its records\"\n" + timing + "\ntimezone = \"UTC\"\ndateline = \"MARLOW\"\nto = [\"all\"]\n" +
		"[[contact]]\nname = \"Dana\"\nphone = \"+1 555 0142\"\n+++\n" + body.String()
}

func today() string { return "date = " + time.Now().UTC().Format(time.DateOnly) }

// settings point the workspace at a server.
func settings(port, connections int, more string) string {
	return fmt.Sprintf("[mail]\nfrom = \"Press office <press@harbor.example>\"\nsmtp = \"smtp://127.0.0.1:%d\"\nconnections = %d\nattach = \"never\"\n%s", port, connections, more)
}

func run(t testing.TB, dir string, args ...string) (string, error) {
	t.Helper()
	cmd := exec.Command(binary, append([]string{"-C", dir}, args...)...)
	var out bytes.Buffer
	cmd.Stdout, cmd.Stderr = &out, &out
	err := cmd.Run()
	return out.String(), err
}

func must(t testing.TB, dir string, args ...string) string {
	t.Helper()
	out, err := run(t, dir, args...)
	if err != nil {
		t.Fatalf("pressroom %s: %v\n%s", strings.Join(args, " "), err, out)
	}
	return out
}

// mailing is a dispatch as status --json gives it.
type mailing struct {
	ID         string    `json:"id"`
	State      string    `json:"state"`
	Total      int       `json:"total"`
	Queued     int       `json:"queued"`
	Sent       int       `json:"sent"`
	Deferred   int       `json:"deferred"`
	Failed     int       `json:"failed"`
	Suppressed int       `json:"suppressed"`
	Reason     string    `json:"reason"`
	ReleaseAt  time.Time `json:"release_at"`
}

// status is the newest dispatch.
func status(t testing.TB, dir string) mailing {
	t.Helper()
	all := statuses(t, dir)
	if len(all) == 0 {
		t.Fatal("status lists no dispatch")
	}
	return all[len(all)-1]
}

func statusOf(t testing.TB, dir, id string) mailing {
	t.Helper()
	for _, m := range statuses(t, dir) {
		if m.ID == id {
			return m
		}
	}
	t.Fatalf("status does not list %s", id)
	return mailing{}
}

func statuses(t testing.TB, dir string) []mailing {
	t.Helper()
	cmd := exec.Command(binary, "-C", dir, "status", "--json")
	out, err := cmd.Output()
	if err != nil {
		t.Fatalf("status: %v", err)
	}
	var all struct{ Dispatches []mailing }
	if err := json.Unmarshal(out, &all); err != nil {
		t.Fatalf("status: %v\n%s", err, out)
	}
	return all.Dispatches
}

// patience is how long something is waited for that ought to happen: far longer
// than it takes on a slow machine with other things to do. What does not happen
// at all costs this much once, and fails.
const patience = 5 * time.Minute

// until waits for a condition.
func until(t testing.TB, what string, ok func() bool) {
	t.Helper()
	for end := time.Now().Add(patience); !ok(); {
		if time.Now().After(end) {
			t.Fatalf("gave up waiting for %s", what)
		}
		time.Sleep(100 * time.Millisecond) // a look is a process: it takes time from what is tested
	}
}

// lastPort is the port that was given last.
var lastPort atomic.Int32

// freePort is a port on which nobody listens. It is below those that the system gives to whoever
// asks for any, connections too: one of these might be taken by the time that it is needed.
func freePort(t testing.TB) int {
	t.Helper()
	const from, to = 20000, 32000
	lastPort.CompareAndSwap(0, int32(from+os.Getpid()%(to-from)))
	for range to - from {
		port := from + int(lastPort.Add(1))%(to-from)
		l, err := net.Listen("tcp", net.JoinHostPort("127.0.0.1", strconv.Itoa(port)))
		if err != nil {
			continue
		}
		l.Close()
		return port
	}
	t.Fatal("no port is free")
	return 0
}

// sink is Postfix's smtp-sink. Each message that it takes is a file in dump.
type sink struct {
	port int
	dump string
}

func startSink(t testing.TB, dumps bool, options ...string) *sink {
	t.Helper()
	need(t, "smtp-sink")
	s := &sink{port: freePort(t)}
	args := options
	if dumps {
		s.dump = t.TempDir()
		if err := openTo(s.dump, "postfix"); err != nil {
			t.Fatal(err)
		}
		args = append(args, "-d", filepath.Join(s.dump, "m."))
	}
	if os.Getuid() == 0 {
		args = append(args, "-u", "postfix")
	}
	cmd := exec.Command("smtp-sink", append(args, fmt.Sprintf("127.0.0.1:%d", s.port), "1000")...)
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		cmd.Process.Kill()
		cmd.Wait()
	})
	until(t, "smtp-sink", func() bool {
		c, err := net.Dial("tcp", fmt.Sprintf("127.0.0.1:%d", s.port))
		if err == nil {
			c.Close()
		}
		return err == nil
	})
	return s
}

// openTo lets a user write to a folder of this test, and reach it.
func openTo(dir, name string) error {
	u, err := user.Lookup(name)
	if err != nil || os.Getuid() != 0 {
		return nil
	}
	uid, err := strconv.Atoi(u.Uid)
	if err != nil {
		return err
	}
	for d := filepath.Dir(dir); d != "/" && d != "/tmp"; d = filepath.Dir(d) {
		if err := os.Chmod(d, 0o755); err != nil {
			return err
		}
	}
	return os.Chown(dir, uid, -1)
}

// arrival is one message that a server has.
type arrival struct {
	to, id string
	at     time.Time // when its content began to come, where the server reads a clock
}

var (
	rcptLine = regexp.MustCompile(`(?m)^X-Rcpt-Args: <([^>]+)>`)
	idLine   = regexp.MustCompile(`(?mi)^Message-ID: <([^>]+)>`)
)

func (s *sink) arrivals(t testing.TB) []arrival {
	t.Helper()
	names, err := filepath.Glob(filepath.Join(s.dump, "m.*"))
	if err != nil {
		t.Fatal(err)
	}
	var out []arrival
	for _, n := range names {
		data, err := os.ReadFile(n)
		if err != nil {
			t.Fatal(err)
		}
		rcpt, id := rcptLine.FindSubmatch(data), idLine.FindSubmatch(data)
		if rcpt == nil || id == nil || !bytes.Contains(data, []byte("\n--=_")) {
			continue // a transaction that was cut short by a kill: the sink has not taken it
		}
		out = append(out, arrival{to: string(rcpt[1]), id: string(id[1])})
	}
	return out
}
