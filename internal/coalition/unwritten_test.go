package coalition

import (
	"bytes"
	"context"
	"fmt"
	"log/slog"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"time"

	"pressroom/internal/check"
	"pressroom/internal/ledger"
	"pressroom/internal/release"
	"pressroom/internal/store"
	"pressroom/internal/testdb"
	"pressroom/internal/workspace"
)

// killedAt names the variable by which this test's binary is a partner's sign-off that
// is killed at a step.
const killedAt = "PRESSROOM_TEST_KILLED_AT"

// signAndDie signs what the environment says, and is killed at a step.
func signAndDie(step string) {
	fail := func(err error) {
		fmt.Println(err)
		os.Exit(1)
	}
	ctx := context.Background()
	dir := os.Getenv("PRESSROOM_TEST_DIR")
	w, err := workspace.Open(dir)
	if err != nil {
		fail(err)
	}
	db, err := store.Open(ctx, dir, os.Getenv("PRESSROOM_TEST_DATABASE"))
	if err != nil {
		fail(err)
	}
	clock := func() time.Time { return time.Date(2026, 7, 20, 12, 0, 0, 0, time.UTC) }
	d := New(ledger.New(db, clock).GoByOwnClock(), w, clock, "https://press.harbor.example")
	die := func() {
		if err := syscall.Kill(os.Getpid(), syscall.SIGKILL); err != nil {
			fail(err)
		}
		select {}
	}
	d.at = func(now string) {
		if now == step {
			die()
		}
	}
	secret := os.Getenv("PRESSROOM_TEST_SECRET")
	v, err := d.Visit(ctx, secret)
	if err != nil {
		fail(err)
	}
	_, err = d.Sign(ctx, secret, 0, v.Digest(v.Words()))
	fail(fmt.Errorf("it was not killed: %w", err))
}

// signoffs is what check says of a release's sign-offs.
func (b *bench) signoffs() string {
	b.t.Helper()
	known, err := b.Known(context.Background(), "x")
	if err != nil {
		b.t.Fatal(err)
	}
	rel, err := b.read("x")
	if err != nil {
		b.t.Fatal(err)
	}
	return fmt.Sprint(check.Signoffs(rel, known))
}

// faults is what quotes verify says.
func (b *bench) faults() string {
	b.t.Helper()
	report, err := b.Verify(context.Background(), "x", nil)
	if err != nil {
		b.t.Fatal(err)
	}
	return strings.Join(report.Faults, "\n")
}

func TestASignOffThatIsKilledIsWhollyThereOrWrittenLater(t *testing.T) {
	ctx := context.Background()
	for step, want := range map[string]struct {
		kept, written bool
	}{
		"tried":   {false, false}, // inside the transaction
		"kept":    {true, false},  // after it, before the file
		"written": {true, true},   // before it is known that it was written
	} {
		t.Run(step, func(t *testing.T) {
			b := newBench(t, 1, begun)
			secret := b.ask("org-0")["org-0"]
			if _, err := b.Save(ctx, secret, 0, words(0)); err != nil {
				t.Fatal(err)
			}
			before := b.file()
			child := exec.Command(os.Args[0])
			child.Env = append(os.Environ(), killedAt+"="+step, "PRESSROOM_TEST_DIR="+b.dir,
				"PRESSROOM_TEST_DATABASE="+testdb.URL(t, b.dir), "PRESSROOM_TEST_SECRET="+secret)
			if out, err := child.CombinedOutput(); err == nil || child.ProcessState.ExitCode() != -1 {
				t.Fatalf("%v: %s", err, out)
			}
			if same := bytes.Equal(b.file(), before); same == want.written {
				t.Errorf("the file is as it was: %v", same)
			}
			says, faults := b.signoffs(), b.faults()
			const broken = "the sign-off of the quote org-0 of Org 0 by ana@org0.example is kept, and does not stand in the file yet"
			if told := strings.Contains(says, broken) && strings.Contains(faults, broken); told != want.kept {
				t.Errorf("check says %q, and verify %q", says, faults)
			}
			if err := b.Recover(ctx); err != nil {
				t.Fatal(err)
			}
			if signed := bytes.Contains(b.file(), []byte("[quote.signoff]")); signed != want.kept {
				t.Errorf("the file has the sign-off: %v\n%s", signed, b.file())
			}
			if says, faults = b.signoffs(), b.faults(); says != "" && want.kept || faults != "" {
				t.Errorf("afterwards check says %q, and verify %q", says, faults)
			}
			whole := b.file()
			if err := b.Recover(ctx); err != nil || !bytes.Equal(b.file(), whole) {
				t.Errorf("it is written twice (%v):\n%s", err, b.file())
			}
		})
	}
}

// refuseCommits lets no transaction that adds an event to the history be committed:
// PostgreSQL refuses it, and with SQLite whoever asked is gone before it ends. It
// returns the context to act in.
func (b *bench) refuseCommits() context.Context {
	b.t.Helper()
	if !b.db.Postgres() {
		ctx, cancel := context.WithCancel(context.Background())
		b.at = func(step string) {
			if step == "tried" {
				cancel()
			}
		}
		return ctx
	}
	queries := []string{
		`CREATE FUNCTION refuse() RETURNS trigger AS $$ BEGIN RAISE EXCEPTION 'refused'; END $$ LANGUAGE plpgsql`,
		`CREATE CONSTRAINT TRIGGER refuse AFTER INSERT ON quote_event DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION refuse()`,
	}
	err := b.db.Tx(context.Background(), func(tx *store.Tx) error {
		for _, q := range queries {
			if _, err := tx.ExecContext(context.Background(), q); err != nil {
				return err
			}
		}
		return nil
	})
	if err != nil {
		b.t.Fatal(err)
	}
	return context.Background()
}

func TestACommitThatFailsLeavesTheFileAsItWas(t *testing.T) {
	ctx := context.Background()
	for name, act := range map[string]func(ctx context.Context, b *bench, secret string) error{
		"a sign-off": func(ctx context.Context, b *bench, secret string) error {
			v, err := b.Visit(ctx, secret)
			if err != nil {
				return err
			}
			_, err = b.Sign(ctx, secret, 0, v.Digest(v.Words()))
			return err
		},
		"one that was recorded": func(ctx context.Context, b *bench, _ string) error {
			_, err := b.Record(ctx, "x", "org-0", "phone")
			return err
		},
		"a signatory": func(ctx context.Context, b *bench, secret string) error { _, err := b.SignOn(ctx, secret); return err },
		"the order":   func(ctx context.Context, b *bench, _ string) error { return b.Order(ctx, "x", release.OrderLot, "abc") },
	} {
		t.Run(name, func(t *testing.T) {
			b := newBench(t, 1, begun)
			secret := b.ask("org-0")["org-0"]
			if _, err := b.Save(ctx, secret, 0, words(0)); err != nil {
				t.Fatal(err)
			}
			acting := b.refuseCommits()
			before, said := b.file(), b.signoffs()
			if err := act(acting, b, secret); err == nil {
				t.Fatalf("%v", err)
			}
			if !bytes.Equal(b.file(), before) {
				t.Errorf("the file was written:\n%s", b.file())
			}
			if now := b.signoffs(); now != said || b.faults() != "" {
				t.Errorf("check said %q and says %q; verify says %q", said, now, b.faults())
			}
			if left, err := filepath.Glob(filepath.Join(b.dir, "releases", ".*")); err != nil || len(left) > 0 {
				t.Errorf("left behind: %v, %v", left, err)
			}
		})
	}
}

// TestTheFileIsNotWrittenInsideATransaction: while it is, others write to the database.
func TestTheFileIsNotWrittenInsideATransaction(t *testing.T) {
	ctx := context.Background()
	b := newBench(t, 1, begun)
	secret := b.ask("org-0")["org-0"]
	if _, err := b.Save(ctx, secret, 0, words(0)); err != nil {
		t.Fatal(err)
	}
	other := 0
	b.at = func(step string) {
		if step == "tried" {
			return
		}
		short, cancel := context.WithTimeout(ctx, time.Minute)
		defer cancel()
		if err := b.db.Tx(short, func(*store.Tx) error { return nil }); err != nil {
			t.Errorf("the database is held: %v", err)
		}
		other++
	}
	v, err := b.Visit(ctx, secret)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := b.Sign(ctx, secret, 0, v.Digest(v.Words())); err != nil || other != 2 {
		t.Errorf("%d, %v", other, err)
	}
}

// TestAFileThatCannotBeWrittenNowIsWrittenLater: what was signed is signed.
func TestAFileThatCannotBeWrittenNowIsWrittenLater(t *testing.T) {
	ctx := context.Background()
	b := newBench(t, 1, begun)
	secret := b.ask("org-0")["org-0"]
	if _, err := b.Save(ctx, secret, 0, words(0)); err != nil {
		t.Fatal(err)
	}
	good := b.file()
	var log bytes.Buffer
	b.Log = slog.New(slog.NewTextHandler(&log, nil))
	b.at = func(step string) {
		if step == "kept" { // an editor saves something that is no release yet
			b.setFile([]byte("+++\nheadline = \n"))
		}
	}
	v, err := b.Visit(ctx, secret)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := b.Sign(ctx, secret, 0, v.Digest(v.Words())); err != nil {
		t.Fatal(err)
	}
	b.at = func(string) {}
	if said := log.String(); !strings.Contains(said, "release=x quote=org-0") || !strings.Contains(said, "could not be written into its file") {
		t.Errorf("the log has %q", said)
	}
	if err := b.Recover(ctx); err == nil || !strings.Contains(err.Error(), "is kept, and could not be written") {
		t.Errorf("%v", err)
	}
	b.setFile(good)
	if err := b.Recover(ctx); err != nil || !bytes.Contains(b.file(), []byte("[quote.signoff]")) {
		t.Errorf("%v\n%s", err, b.file())
	}
	if says := b.signoffs(); says != "" {
		t.Errorf("check says %s", says)
	}
}
