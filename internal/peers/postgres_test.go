package peers

import (
	"io"
	"net"
	"os/exec"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"

	"pressroom/internal/testdb"
)

// TestThreeWorkersWithoutAFolderOneKilled: workers that have nothing but the
// database's address share a mailing on a real PostgreSQL; one of them is killed
// with deliveries in its hands.
func TestThreeWorkersWithoutAFolderOneKilled(t *testing.T) {
	const recipients, connections = 6000, 4
	soon(t, func(ahead time.Duration) (inTime bool) {
		r := startRecorder(t)
		t.Setenv("PRESSROOM_DATABASE_URL", testdb.Postgres(t))
		dir := workspace(t, "pressroom.toml", settings(r.port, connections, ""), "contacts/all.csv", pressList(recipients))
		at, scheduled := sendIn(t, dir, ahead, "embargo = %s", 2000)
		if !scheduled {
			return false
		}
		r.goOn(0, nil)
		var workers []*exec.Cmd
		for range 3 {
			workers = append(workers, worker(t, t.TempDir()))
		}
		defer func() {
			for _, w := range workers {
				w.Process.Kill()
				w.Wait()
			}
		}()
		reached := r.stopAfter(500, func() { workers[0].Process.Kill() })
		ready := func() bool { return r.connectionsBefore(at) >= 3*connections } // all three stand there
		until(t, "the workers", func() bool { return ready() || !time.Now().Before(at) })
		if !ready() {
			return false
		}
		reached(t)
		workers[0].Wait()
		killed := time.Now()
		if m := status(t, dir); m.State != "sending" {
			t.Fatalf("%+v", m)
		}
		r.goOn(-1, nil)
		until(t, "the end", func() bool { return status(t, dir).State == "done" })
		t.Logf("done %s after the kill", time.Since(killed).Round(10*time.Millisecond))
		repeats := everyoneOnce(t, r, recipients)
		if repeats > connections {
			t.Errorf("%d messages came twice, one worker with %d connections was killed", repeats, connections)
		}
		if m := status(t, dir); m.Sent != recipients || m.Total != recipients {
			t.Errorf("%+v", m)
		}
		first := earliest(r.arrivals(t))
		if first.Before(at) {
			t.Errorf("the first message came %s before the instant", at.Sub(first))
		}
		t.Logf("the first message came %s after the instant; %d repeats", first.Sub(at), repeats)
		return true
	})
}

// TestADatabaseThatIsLostForAWhile cuts a worker off from PostgreSQL in the middle
// of its work, while another goes on: the one that was cut off comes back, and
// nobody is mailed twice but for what it had in flight.
func TestADatabaseThatIsLostForAWhile(t *testing.T) {
	const recipients, connections = 4000, 4
	r := startRecorder(t)
	url := testdb.Postgres(t)
	line := startCable(t, testdb.Address())
	t.Setenv("PRESSROOM_DATABASE_URL", url)
	dir := workspace(t, "pressroom.toml", settings(r.port, connections, ""), "contacts/all.csv", pressList(recipients), "releases/x.md", newsRelease(today(), 2000))
	must(t, dir, "send", "x", "--yes")
	cut := exec.Command(binary, "-C", t.TempDir(), "worker")
	cut.Env = append(cut.Environ(), "PRESSROOM_DATABASE_URL="+line.reroute(url))
	begun := r.stopAfter(200, line.cut)
	start(t, cut)
	begun(t)
	half := r.stopAfter(recipients/2, line.mend)
	other := worker(t, t.TempDir())
	half(t)
	r.goOn(-1, nil)
	until(t, "the end", func() bool { return status(t, dir).State == "done" })
	other.Process.Kill()
	other.Wait()
	if repeats := everyoneOnce(t, r, recipients); repeats > connections {
		t.Errorf("%d messages came twice, at most %d were in flight", repeats, connections)
	}
	// The one that was cut off works again.
	writeFile(t, filepath.Join(dir, "releases", "y.md"), newsRelease(today(), 2000))
	must(t, dir, "send", "y", "--yes")
	until(t, "the second mailing", func() bool { return statusOf(t, dir, "y/release-1").State == "done" })
}

// cable is a line to a server that can be cut, and that takes its time.
type cable struct {
	address, to string
	delay       time.Duration // each way

	mu    sync.Mutex
	dead  bool
	conns []net.Conn
}

func startCable(t testing.TB, to string) *cable {
	t.Helper()
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	c := &cable{address: l.Addr().String(), to: to}
	done := make(chan struct{})
	go func() {
		defer close(done)
		for {
			conn, err := l.Accept()
			if err != nil {
				return
			}
			go c.join(conn)
		}
	}()
	t.Cleanup(func() { l.Close(); <-done; c.cut() })
	return c
}

func (c *cable) join(near net.Conn) {
	far, err := net.Dial("tcp", c.to)
	c.mu.Lock()
	if err != nil || c.dead {
		c.mu.Unlock()
		near.Close()
		if err == nil {
			far.Close()
		}
		return
	}
	c.conns = append(c.conns, near, far)
	c.mu.Unlock()
	go c.carry(far, near)
	c.carry(near, far)
}

// carry copies one way, every piece as much later as the delay says.
func (c *cable) carry(to, from net.Conn) {
	type piece struct {
		at   time.Time
		data []byte
	}
	queue := make(chan piece, 4096)
	go func() {
		defer close(queue)
		for {
			buf := make([]byte, 32<<10)
			n, err := from.Read(buf)
			if n > 0 {
				queue <- piece{time.Now().Add(c.delay), buf[:n]}
			}
			if err != nil {
				return
			}
		}
	}()
	var err error
	for p := range queue {
		time.Sleep(time.Until(p.at))
		if err == nil {
			_, err = to.Write(p.data)
		}
	}
	if tcp, ok := to.(*net.TCPConn); ok && err == nil {
		err = tcp.CloseWrite()
	}
	if err != nil && err != io.EOF {
		to.Close()
	}
}

func (c *cable) cut() {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.dead = true
	for _, conn := range c.conns {
		conn.Close()
	}
	c.conns = nil
}

func (c *cable) mend() {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.dead = false
}

// reroute is a database's address through the cable.
func (c *cable) reroute(url string) string { return strings.Replace(url, c.to, c.address, 1) }
