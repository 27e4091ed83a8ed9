package agreement_test

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"pressroom/internal/agreement"
	"pressroom/internal/app"
	"pressroom/internal/embargo"
	"pressroom/internal/ledger"
	"pressroom/internal/mail"
	"pressroom/internal/sandbox"
	"pressroom/internal/testdb"
	"pressroom/internal/transport"
)

// office is a workspace with one release under embargo.
type office struct {
	*testing.T
	*app.App
	dir string
}

const settings = `[organization]
name = "Harbour Office"
timezone = "Europe/London"
[mail]
from = "press@harbour.example"
[server]
public_url = "https://press.harbour.example"
`

const ferry = `+++
headline = "Ferry fares fall by half"
embargo = %s
timezone = "Europe/London"
dateline = "HARBOUR"
to = ["press"]
advance = ["press"]
topics = ["transport"]
[[contact]]
name = "Dana Whitlock"
phone = "+44 20 7946 0142"
+++
The fares of all ferries fall by half on Monday.
`

// open makes a workspace whose release lies a day ahead. rows are those of its press
// list: address, language and embargo; more is added to the settings.
func open(t *testing.T, more string, rows ...string) *office {
	t.Helper()
	dir := t.TempDir()
	database := ""
	if url := testdb.URL(t, dir); url != "" {
		database = fmt.Sprintf("[database]\nurl = %q\n", url)
	}
	for name, data := range map[string]string{
		"pressroom.toml":           settings + database + more,
		"contacts/press.csv":       "email,language,embargo\n" + strings.Join(rows, "\n") + "\n",
		"releases/ferry-fares.md":  fmt.Sprintf(ferry, time.Now().Add(24*time.Hour).UTC().Format(time.RFC3339)),
		"releases/ferry-routes.md": fmt.Sprintf(ferry, time.Now().Add(25*time.Hour).UTC().Format(time.RFC3339)),
	} {
		name = filepath.Join(dir, name)
		if err := os.MkdirAll(filepath.Dir(name), 0o700); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(name, []byte(data), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	testdb.Migrated(t, filepath.Join(dir, ".pressroom"))
	a, err := app.Open(context.Background(), dir, app.World{})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { a.Close() })
	return &office{t, a, dir}
}

// send schedules a release.
func (o *office) send(slug string, replace bool) {
	o.Helper()
	ctx := context.Background()
	p, err := o.Plan(ctx, slug, nil)
	if err == nil {
		err = o.ReadyToSend(ctx)
	}
	if err == nil {
		_, err = p.Schedule(ctx, replace, nil)
	}
	if err != nil {
		o.Fatal(err)
	}
}

// work delivers until nothing is left that is due.
func (o *office) work() {
	o.Helper()
	ctx, cancel := context.WithTimeout(context.Background(), time.Minute)
	defer cancel()
	if o.idle(ctx) {
		return
	}
	work, stop := context.WithCancel(ctx)
	ended := make(chan error, 1)
	go func() { ended <- o.Work(work, app.Work{}) }()
	for !o.idle(ctx) {
		select {
		case err := <-ended:
			o.Fatalf("the work ended: %v", err)
		case <-ctx.Done():
			o.Fatal("the work does not end")
		case <-time.After(20 * time.Millisecond):
		}
	}
	stop()
	if err := <-ended; err != nil && !errors.Is(err, context.Canceled) {
		o.Fatal(err)
	}
}

// idle tells whether nothing is left to do that is due.
func (o *office) idle(ctx context.Context) bool {
	o.Helper()
	due, err := o.Ledger.Due(ctx, time.Now())
	if err != nil {
		o.Fatal(err)
	}
	return len(due) == 0
}

// tokens are those of the links in the notices of a release, by address.
func (o *office) tokens(slug string) map[string]string {
	o.Helper()
	ctx := context.Background()
	key, err := o.Ledger.Key(ctx)
	if err != nil {
		o.Fatal(err)
	}
	all, err := o.Ledger.Dispatches(ctx, slug)
	if err != nil {
		o.Fatal(err)
	}
	out := make(map[string]string)
	for _, d := range all {
		if d.Kind != embargo.Notice {
			continue
		}
		entries, err := o.Ledger.Entries(ctx, d.ID, "")
		if err != nil {
			o.Fatal(err)
		}
		for _, e := range entries {
			out[e.Address] = mail.Token(key, mail.ForAdvance, e.ID)
		}
	}
	return out
}

// mailed counts the messages that each address got, by what their subject begins with.
func (o *office) mailed(subject string) map[string]int {
	o.Helper()
	box := sandbox.Mailbox{Dir: transport.SandboxDir(o.Workspace)}
	all, err := box.List(10_000)
	if err != nil {
		o.Fatal(err)
	}
	out := make(map[string]int)
	for _, e := range all {
		if strings.HasPrefix(e.Subject, subject) {
			out[e.To]++
		}
	}
	return out
}

// status counts the deliveries of a dispatch.
func (o *office) status(id string) ledger.Counts {
	o.Helper()
	c, err := o.Ledger.Counts(context.Background(), id)
	if err != nil {
		o.Fatal(err)
	}
	return c
}

// agree presses the button of a link.
func (o *office) agree(token string, all bool) *agreement.Visit {
	o.Helper()
	v, err := o.Agreements.Agree(context.Background(), token, all, agreement.Sender{Remote: "192.0.2.7", Browser: "Test/1"})
	if err != nil {
		o.Fatal(err)
	}
	return v
}
