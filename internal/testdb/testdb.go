// Package testdb gives tests their database: SQLite in a folder, and a real
// PostgreSQL that is started for the test process and ends with it.
package testdb

import (
	"bytes"
	"context"
	"database/sql"
	"flag"
	"fmt"
	"net"
	"os"
	"os/exec"
	"os/user"
	"path/filepath"
	"strconv"
	"sync"
	"syscall"
	"testing"
	"time"

	_ "github.com/jackc/pgx/v5/stdlib" // the driver, for making databases

	"pressroom/internal/store"
)

// current is which database Open opens.
var current = store.SQLite

// Both runs a package's tests on SQLite and then on PostgreSQL, and returns the
// exit code. It belongs into TestMain.
func Both(m *testing.M) int { return Some(m, "") }

// BothExcept is Both without those, on PostgreSQL, whose names match an expression: what
// does not depend on the database.
func BothExcept(m *testing.M, sqliteAlone string) int {
	return again(m, func() {
		if f := flag.Lookup("test.skip"); f.Value.String() == "" {
			f.Value.Set(sqliteAlone)
		}
	})
}

// Some runs a package's tests on SQLite, and then on PostgreSQL those whose names match
// an expression; "" is for all.
func Some(m *testing.M, postgres string) int {
	return again(m, func() {
		if f := flag.Lookup("test.run"); postgres != "" && f.Value.String() == "" {
			f.Value.Set(postgres)
		}
	})
}

// again runs the tests on SQLite, and on PostgreSQL those that are chosen then.
func again(m *testing.M, choose func()) int {
	defer Stop()
	if code := m.Run(); code != 0 {
		return code
	}
	if f := flag.Lookup("test.fuzz"); f != nil && f.Value.String() != "" {
		return 0 // the workers of a fuzz target are told once what to do
	}
	if os.Getenv("PRESSROOM_ONE_DATABASE") != "" { // another run of the same has both
		fmt.Println("== on SQLite alone, as asked")
		return 0
	}
	if err := start(); err != nil {
		if os.Getenv("PRESSROOM_PEERS") != "" {
			fmt.Println("FAIL: PostgreSQL:", err)
			return 1
		}
		fmt.Println("SKIPPED, NOT TESTED: PostgreSQL:", err)
		return 0
	}
	fmt.Println("== the same on PostgreSQL")
	current = store.PostgreSQL
	choose()
	return m.Run()
}

// Dialect is which database Open opens at present.
func Dialect() store.Dialect { return current }

var (
	mu        sync.Mutex
	databases = map[string]string{} // by folder
)

// URL is the address of the database that belongs to a folder: "" for SQLite.
// The same folder has the same database.
func URL(t testing.TB, dir string) string {
	t.Helper()
	if current == store.SQLite {
		return ""
	}
	mu.Lock()
	defer mu.Unlock()
	if databases[dir] == "" {
		databases[dir] = createFrom(t, blankPostgres(t))
	}
	return databases[dir]
}

// Migrated puts a database in which nothing is where one that is opened in a folder
// finds it, and makes the folder. It does nothing on PostgreSQL, whose databases URL
// gives, migrated as well.
func Migrated(t testing.TB, dir string) {
	t.Helper()
	if current != store.SQLite {
		return
	}
	if err := os.MkdirAll(dir, 0o700); err != nil {
		t.Fatal(err)
	}
	copyBlank(t, dir)
}

// Open opens the database that belongs to a folder and closes it after the test. A new
// one is a copy of one that was migrated: that takes longer than most tests.
func Open(t testing.TB, dir string) *store.DB {
	t.Helper()
	if current == store.SQLite {
		copyBlank(t, dir)
	}
	db, err := store.Open(context.Background(), dir, URL(t, dir))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { db.Close() })
	return db
}

// blank is a migrated database in which nothing is.
var blank struct {
	lite  []byte
	whole string // PostgreSQL's, by name
}

// copyBlank puts a migrated database into a folder that has none.
func copyBlank(t testing.TB, dir string) {
	t.Helper()
	const name = "pressroom.db"
	if _, err := os.Stat(filepath.Join(dir, name)); err == nil {
		return
	}
	mu.Lock()
	defer mu.Unlock()
	if blank.lite == nil {
		from := t.TempDir()
		db, err := store.Open(context.Background(), from, "")
		if err == nil {
			err = db.Close() // which leaves all in one file
		}
		if err == nil {
			blank.lite, err = os.ReadFile(filepath.Join(from, name))
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	if err := os.WriteFile(filepath.Join(dir, name), blank.lite, 0o600); err != nil {
		t.Fatal(err)
	}
}

// blankPostgres is the name of a migrated database of PostgreSQL that nobody is
// connected to.
func blankPostgres(t testing.TB) string {
	t.Helper()
	if blank.whole == "" {
		url := create(t)
		db, err := store.Open(context.Background(), t.TempDir(), url)
		if err == nil {
			err = db.Close()
		}
		if err != nil {
			t.Fatal(err)
		}
		blank.whole = fmt.Sprintf("pressroom_%d", server.made)
	}
	return blank.whole
}

// Postgres is the address of a new database of a real PostgreSQL. Where there is
// none the test fails with PRESSROOM_PEERS set, and is skipped without.
func Postgres(t testing.TB) string {
	t.Helper()
	if err := start(); err != nil {
		if os.Getenv("PRESSROOM_PEERS") != "" {
			t.Fatalf("PostgreSQL: %v", err)
		}
		t.Skipf("SKIPPED, NOT TESTED: PostgreSQL: %v", err)
	}
	mu.Lock()
	defer mu.Unlock()
	return create(t)
}

// Address is where the server of Postgres listens.
func Address() string { return net.JoinHostPort("127.0.0.1", strconv.Itoa(server.port)) }

var server struct {
	once sync.Once
	err  error
	port int
	dir  string
	cmd  *exec.Cmd
	made int
}

func address(database string) string {
	return fmt.Sprintf("postgres://postgres@127.0.0.1:%d/%s?sslmode=disable", server.port, database)
}

func create(t testing.TB) string { return createFrom(t, "template1") }

// createFrom makes a database that is a copy of another.
func createFrom(t testing.TB, template string) string {
	t.Helper()
	server.made++
	name := fmt.Sprintf("pressroom_%d", server.made)
	db, err := sql.Open("pgx", address("postgres"))
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	if _, err := db.Exec("CREATE DATABASE " + name + " TEMPLATE " + template); err != nil {
		t.Fatal(err)
	}
	return address(name)
}

func start() error {
	server.once.Do(func() { server.err = launch() })
	return server.err
}

// launch makes a cluster of its own and starts it.
func launch() error {
	bin, err := programs()
	if err != nil {
		return err
	}
	if server.dir, err = os.MkdirTemp("", "pressroom-postgres-"); err != nil {
		return err
	}
	attr, err := identity(server.dir)
	if err != nil {
		return err
	}
	data := filepath.Join(server.dir, "data")
	initdb := exec.Command(filepath.Join(bin, "initdb"), "-D", data, "-U", "postgres", "-A", "trust", "-E", "UTF8", "--no-sync")
	initdb.SysProcAttr, initdb.Dir = attr, server.dir
	if out, err := initdb.CombinedOutput(); err != nil {
		return fmt.Errorf("initdb: %w\n%s", err, out)
	}
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		return err
	}
	server.port = l.Addr().(*net.TCPAddr).Port
	l.Close()
	var log bytes.Buffer
	server.cmd = exec.Command(filepath.Join(bin, "postgres"), "-D", data, "-p", strconv.Itoa(server.port), "-c", "listen_addresses=127.0.0.1",
		"-c", "unix_socket_directories=", "-c", "max_connections=200", "-c", "shared_buffers=128MB",
		"-c", "fsync=off", "-c", "full_page_writes=off")
	server.cmd.SysProcAttr, server.cmd.Dir, server.cmd.Stderr = attr, server.dir, &log
	if err := server.cmd.Start(); err != nil {
		return err
	}
	db, err := sql.Open("pgx", address("postgres"))
	if err != nil {
		return err
	}
	defer db.Close()
	for end := time.Now().Add(5 * time.Minute); ; time.Sleep(50 * time.Millisecond) {
		if err = db.Ping(); err == nil {
			return nil
		}
		if time.Now().After(end) {
			Stop()
			return fmt.Errorf("it did not start: %w\n%s", err, log.String())
		}
	}
}

// Stop ends the server, if it was started. It belongs into TestMain.
func Stop() {
	if server.cmd != nil && server.cmd.Process != nil {
		server.cmd.Process.Signal(syscall.SIGINT)
		server.cmd.Wait()
		server.cmd = nil
	}
	if server.dir != "" {
		os.RemoveAll(server.dir)
	}
}

// programs is the folder with initdb and postgres.
func programs() (string, error) {
	if p, err := exec.LookPath("initdb"); err == nil {
		return filepath.Dir(p), nil
	}
	found, _ := filepath.Glob("/usr/lib/postgresql/*/bin/initdb")
	if len(found) == 0 {
		return "", fmt.Errorf("initdb is not installed (Debian: postgresql)")
	}
	return filepath.Dir(found[len(found)-1]), nil
}

// identity makes root run the server as the user postgres, which owns dir.
func identity(dir string) (*syscall.SysProcAttr, error) {
	if os.Geteuid() != 0 {
		return nil, nil
	}
	u, err := user.Lookup("postgres")
	if err != nil {
		return nil, err
	}
	uid, _ := strconv.Atoi(u.Uid)
	gid, _ := strconv.Atoi(u.Gid)
	if err := os.Chown(dir, uid, gid); err != nil {
		return nil, err
	}
	return &syscall.SysProcAttr{Credential: &syscall.Credential{Uid: uint32(uid), Gid: uint32(gid)}}, nil
}
