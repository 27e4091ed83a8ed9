package peers

import (
	"archive/zip"
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"pressroom/internal/app"
	"pressroom/internal/archive"
	"pressroom/internal/sandbox"
	"pressroom/internal/store"
)

// What went out in every form is made again, each message byte for byte as the mailbox
// has it, by another process, and after the key that signed it was replaced.
func TestEachMessageIsShownAsItWasSent(t *testing.T) {
	need(t)
	people := 25
	if os.Getenv("PRESSROOM_FULL") == "1" {
		people = 250
	}
	dir := everyForm(t, people)
	writeFile(t, filepath.Join(dir, "dkim.pem"), privateKey(t))

	box, err := (sandbox.Mailbox{Dir: filepath.Join(dir, ".pressroom", "sandbox")}).List(0)
	if err != nil {
		t.Fatal(err)
	}
	arrived := make(map[string]int) // by whom it came to and what it is
	for _, m := range box {
		raw, err := (sandbox.Mailbox{Dir: filepath.Join(dir, ".pressroom", "sandbox")}).Raw(m.ID)
		if err != nil {
			t.Fatal(err)
		}
		arrived[asSent(t, raw)]++
	}
	ctx := context.Background()
	a, err := app.Open(ctx, dir, app.World{})
	if err != nil {
		t.Fatal(err)
	}
	defer a.Close()
	list, err := a.Archive().List(ctx)
	if err != nil {
		t.Fatal(err)
	}
	shown, forms := 0, make(map[string]int)
	for _, m := range list {
		copies, err := a.Archive().Copies(ctx, m.Dispatch)
		if err != nil {
			t.Fatal(err)
		}
		for _, c := range copies {
			s, err := a.Archive().Show(ctx, m.Dispatch, c.Address)
			if err != nil {
				t.Fatalf("%s to %s: %v", m.Dispatch, c.Address, err)
			}
			key := c.Address + "\n" + string(s.Message)
			if arrived[key] != 1 {
				t.Errorf("%s to %s: what is shown came %d times", m.Dispatch, c.Address, arrived[key])
			}
			arrived[key]--
			shown++
			forms[m.Dispatch+" "+c.Template]++
		}
	}
	for _, part := range []string{"x/advance", "x/release", "x/correction", "x/withdrawal", "x/release-1 mail/es", "text"} {
		if !strings.Contains(fmt.Sprint(forms), part) {
			t.Errorf("nothing of the form %s went out: %v", part, forms)
		}
	}
	if shown < 3*people {
		t.Errorf("only %d messages were shown", shown)
	}
	ledgersOf(t, a, list)
	notAsSent(t, a)
	t.Logf("%d messages shown byte for byte, of %d in the mailbox; %v", shown, len(box), forms)
}

// ledgersOf exports all that is kept, and holds the ledger of each mailing in it against
// the database.
func ledgersOf(t *testing.T, a *app.App, list []archive.Mailing) {
	t.Helper()
	ctx := context.Background()
	file := filepath.Join(t.TempDir(), "x.zip")
	if err := a.Export(ctx, "x", file); err != nil {
		t.Fatal(err)
	}
	if checked, err := app.CheckArchive(file, ""); err != nil || len(checked.Faults) > 0 {
		t.Fatal(err, checked)
	}
	z, err := zip.OpenReader(file)
	if err != nil {
		t.Fatal(err)
	}
	defer z.Close()
	for _, m := range list {
		entries, err := a.Ledger.Entries(ctx, m.Dispatch, "")
		if err != nil {
			t.Fatal(err)
		}
		attempts, err := a.Ledger.Attempts(ctx, m.Dispatch)
		if err != nil {
			t.Fatal(err)
		}
		want := make(map[int64]string)
		for _, e := range entries {
			want[e.ID] = e.Address + " " + e.Name + " " + e.State + " " + e.Message.SHA256
		}
		_, round, _ := strings.Cut(m.Dispatch, "/")
		data, err := fs.ReadFile(z, "dispatches/"+round+"/ledger.json")
		if err != nil {
			t.Fatal(err)
		}
		var kept struct {
			ID         string
			Deliveries []struct {
				Number                       int64
				Address, Name, State, SHA256 string
			}
			Attempts []struct{}
		}
		if err := json.Unmarshal(data, &kept); err != nil {
			t.Fatalf("%s: %v\n%s", m.Dispatch, err, data)
		}
		got := make(map[int64]string)
		for _, d := range kept.Deliveries {
			got[d.Number] = d.Address + " " + d.Name + " " + d.State + " " + d.SHA256
		}
		if kept.ID != m.Dispatch || kept.Attempts == nil || len(kept.Attempts) != len(attempts) || !maps.Equal(got, want) {
			t.Errorf("%s in the archive is not as in the ledger:\n%s", m.Dispatch, data)
		}
	}
}

// notAsSent looks for copies that cannot be shown, and never are.
func notAsSent(t *testing.T, a *app.App) {
	t.Helper()
	ctx := context.Background()
	change := func(query string) {
		t.Helper()
		if err := a.DB().Tx(ctx, func(tx *store.Tx) error {
			_, err := tx.ExecContext(ctx, query)
			return err
		}); err != nil {
			t.Fatal(err)
		}
	}
	change(`UPDATE delivery SET sha256 = '', signature = '', composed_at = 0 WHERE dispatch = 'x/release-1' AND address = 'j0@press0.example'`)
	var before *archive.NotKeptError
	if _, err := a.Archive().Show(ctx, "x/release-1", "j0@press0.example"); !errors.As(err, &before) {
		t.Errorf("what was not kept is shown: %v", err)
	}
	change(`UPDATE delivery SET name = 'Another' WHERE dispatch = 'x/release-1' AND address = 'j1@press1.example'`)
	var changed *archive.ChangedError
	if _, err := a.Archive().Show(ctx, "x/release-1", "j1@press1.example"); !errors.As(err, &changed) {
		t.Errorf("what was changed is shown: %v", err)
	}
}

// asSent is a message of the mailbox with whom it came to, without what the server put
// before it.
func asSent(t *testing.T, raw []byte) string {
	t.Helper()
	to := ""
	for {
		line, rest, ok := bytes.Cut(raw, []byte("\r\n"))
		switch name, value, _ := strings.Cut(string(line), ": "); {
		case !ok:
			t.Fatal("a message without a body")
		case name == "Delivered-To":
			to = value
		case name == "X-Sandbox-Received":
			return to + "\n" + string(rest)
		}
		raw = rest
	}
}

// everyForm is a workspace of which went out: advance copies and what was said to their
// holders, a release in two languages as HTML and as text, one more copy, a correction,
// and a withdrawal; signed, with files attached.
func everyForm(t *testing.T, people int) string {
	t.Helper()
	var list strings.Builder
	list.WriteString("email,name,outlet,language,format,embargo\n")
	for i := range people {
		fmt.Fprintf(&list, "j%d@press%d.example,Jo Nº %d,The Daily,%s,%s,%s\n", i, i%7, i, []string{"en", "es"}[i%2], []string{"", "text"}[i/2%2],
			[]string{"yes", ""}[i%3%2])
	}
	dir := workspace(t, "pressroom.toml", `[organization]
name = "Harbor Office"
timezone = "UTC"
[mail]
from = "Press office <press@harbor.example>"
attach = "always"
[mail.dkim]
domain = "harbor.example"
selector = "first"
key_file = "dkim.pem"
`, "dkim.pem", privateKey(t), "contacts/all.csv", list.String(), "contacts/segments.toml", "[segment.early]\nwhere = 'embargo'\n")
	soon := time.Now().UTC().Add(time.Hour).Truncate(time.Minute)
	writeFile(t, filepath.Join(dir, "releases", "x.md"), "+++\nheadline = \"The tests are public\"\nlanguage = \"en\"\nto = [\"all\"]\n"+
		"advance = [\"early\"]\nembargo = "+soon.Format(time.RFC3339)+"\n[[contact]]\nname = \"Nora\"\nemail = \"press@harbor.example\"\n"+
		"public = true\n+++\nThey are 3.2 million, and they can be read.\n")
	writeFile(t, filepath.Join(dir, "releases", "x.es.md"), "+++\nheadline = \"Las pruebas son públicas\"\n+++\nSon 3.2 million.\n")
	must(t, dir, "send", "x", "--yes")
	w := worker(t, dir)
	until(t, "the advance copies are out", func() bool { return statusOf(t, dir, "x/advance-1").State == "done" })
	if err := w.Process.Kill(); err != nil {
		t.Fatal(err)
	}
	w.Wait()
	must(t, dir, "embargo", "move", "x", soon.Add(time.Hour).Format(time.RFC3339), "--yes", "--wait")
	must(t, dir, "embargo", "lift", "x", "--reason", "it was printed elsewhere", "--yes", "--wait")
	must(t, dir, "send", "x", "--more", "late@else.example", "--yes", "--wait")
	for _, name := range []string{"x.md", "x.es.md"} {
		name = filepath.Join(dir, "releases", name)
		src, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		writeFile(t, name, strings.Replace(string(src), "3.2 million", "3.1 million", 1))
	}
	must(t, dir, "correct", "x", "--correction", "--sentence", "3.1 million, not 3.2 million.", "--sentence-es", "3.1, no 3.2.", "--yes", "--wait")
	must(t, dir, "withdraw", "x", "--reason", "The count was never made.", "--reason-es", "El recuento nunca se hizo.", "--yes", "--wait")
	return dir
}
