package dispatch

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"sort"
	"strings"
	"testing"
	"time"

	"pressroom/internal/agreement"
	"pressroom/internal/blob"
	"pressroom/internal/embargo"
	"pressroom/internal/ledger"
	"pressroom/internal/mail"
	"pressroom/internal/saying"
	"pressroom/internal/store"
	"pressroom/internal/testdb"
	"pressroom/internal/workspace"
)

var now = time.Date(2026, 7, 20, 10, 0, 0, 0, time.UTC)

const press = `email,name,language,embargo,format,attachments,priority,tags
agreed@a.example,Agreed,en,yes,,,,trusted
silent@a.example,Silent,es-MX,,,,,trusted
both@a.example,Both,en,yes,text,,,trusted;main
main@a.example,Main,de,,,no,5,main
gone@a.example,Gone,en,,,,,main
`

const segments = `[segment.trusted]
where = '"trusted" in tags'
[segment.main]
where = '"main" in tags'
`

const source = `+++
headline = "H"
embargo = 2026-07-26T09:00:00-07:00
timezone = "America/Los_Angeles"
dateline = "CITY"
to = ["main"]
advance = ["trusted"]
[[contact]]
name = "Dana"
phone = "1"
[[cover]]
id = "note"
to = ["trusted"]
text = "For you first."
+++
Body.
`

const spanish = `+++
headline = "T"
dateline = "CIUDAD"
[[cover]]
id = "note"
text = "Para usted."
+++
Cuerpo.
`

func setup(t *testing.T, more map[string]string) (*workspace.Workspace, *ledger.Ledger) {
	t.Helper()
	dir := t.TempDir()
	files := map[string]string{"releases/x.md": source, "releases/x.es.md": spanish, "contacts/press.csv": press, "contacts/segments.toml": segments}
	for n, s := range more {
		files[n] = s
	}
	for n, s := range files {
		if err := workspace.WriteFile(filepath.Join(dir, n), []byte(s)); err != nil {
			t.Fatal(err)
		}
	}
	w, err := workspace.Open(dir)
	if err != nil {
		t.Fatal(err)
	}
	if err := w.MakeStateDir(); err != nil {
		t.Fatal(err)
	}
	testdb.Migrated(t, w.StateDir())
	db, err := store.Open(context.Background(), w.StateDir(), "")
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { db.Close() })
	return w, ledger.New(db, func() time.Time { return now })
}

func prepare(t *testing.T, w *workspace.Workspace, l *ledger.Ledger, at time.Time, without ...string) *Plan {
	t.Helper()
	p, err := Prepare(context.Background(), w, l, "x", nil, nil, at, without...)
	if err != nil {
		t.Fatal(err)
	}
	return p
}

// files are the pictures and attachments of stored messages.
func files(l *ledger.Ledger) *mail.Files {
	return &mail.Files{Open: func(digest string) ([]byte, error) {
		return blob.Get(context.Background(), l.DB().Reader(), "", "a stored file", digest)
	}}
}

// message is what an address would get of a stored form.
func message(t *testing.T, l *ledger.Ledger, id, form string) string {
	t.Helper()
	data, err := l.Artefact(context.Background(), id, form)
	if err != nil {
		t.Fatal(err)
	}
	tpl, err := mail.Unmarshal(data, files(l))
	if err != nil {
		t.Fatal(err)
	}
	message, err := tpl.Message(nil, mail.Recipient{Address: "a@b.example", MessageID: "m", DeliveryID: "d"}, now)
	if err != nil {
		t.Fatal(err)
	}
	return string(message.Bytes())
}

func who(m *Mailing) string {
	var out []string
	for _, r := range m.Recipients {
		s := strings.TrimSuffix(r.Journalist.Key, "@a.example") + ":" + strings.TrimPrefix(r.Form.Name(), "mail/")
		if r.Suppressed {
			s += ":suppressed"
		}
		out = append(out, s)
	}
	sort.Strings(out)
	return strings.Join(out, " ")
}

func TestWhoGetsWhat(t *testing.T) {
	w, l := setup(t, nil)
	if err := l.Suppress(context.Background(), "gone@a.example", ledger.Unsubscribed, ""); err != nil {
		t.Fatal(err)
	}
	p := prepare(t, w, l, now)
	if p.Findings.HasErrors() || len(p.Mailings) != 2 {
		t.Fatalf("%d mailings, %v", len(p.Mailings), p.Findings)
	}
	advance, release := p.Mailings[0], p.Mailings[1]
	if advance.Kind != embargo.Advance || !advance.At.Equal(now) {
		t.Errorf("advance: %s at %s", advance.Kind, advance.At)
	}
	// Those who have agreed get the advance copy; the other trusted one joins to.
	if got, want := who(advance), "agreed:en.pdf+note both:en.text.pdf+note"; got != want {
		t.Errorf("advance\n got %s\nwant %s", got, want)
	}
	if got, want := who(release), "both:en.text.pdf gone:en.pdf:suppressed main:en silent:es.pdf"; got != want {
		t.Errorf("release\n got %s\nwant %s", got, want)
	}
	if release.Recipients[0].Journalist.Key != "main@a.example" {
		t.Errorf("the first is %s, not who has priority", release.Recipients[0].Journalist.Key)
	}
	if n := release.Mailed(); n != 3 {
		t.Errorf("%d mailed, want 3", n)
	}
	if len(advance.Skipped) != 1 || advance.Skipped[0].Reason != noCopy[agreement.Unasked] {
		t.Errorf("advance skips %+v", advance.Skipped)
	}
	if at := release.At.UTC().Format(time.RFC3339); at != "2026-07-26T16:00:00Z" {
		t.Errorf("release at %s", at)
	}
}

// Lists and cover notes of nobody are not told.
func TestAMailingToNobodySaysSo(t *testing.T) {
	w, l := setup(t, nil)
	p := prepare(t, w, l, now)
	m := p.Mailings[0]
	for _, r := range m.Recipients {
		m.Skipped = append(m.Skipped, Skipped{r.Journalist, "has it already"})
	}
	m.Recipients = nil
	var lines saying.Lines
	p.describe(&lines, m, Volume{})
	if got := strings.Join(lines.Texts(), "\n"); !strings.HasPrefix(got, "nobody is mailed\n2 not mailed, have it already: ") || strings.Contains(got, "cover note") {
		t.Errorf("%s", got)
	}
}

func TestWhatIsScheduledDoesNotReadTheFolder(t *testing.T) {
	ctx := context.Background()
	w, l := setup(t, nil)
	ids, err := prepare(t, w, l, now).Schedule(ctx, false, nil)
	if err != nil || strings.Join(ids, " ") != "x/advance-1 x/release-1" {
		t.Fatal(ids, err)
	}
	for _, d := range []string{"releases", "contacts", "pressroom.toml"} {
		if err := os.RemoveAll(filepath.Join(w.Dir, d)); err != nil {
			t.Fatal(err)
		}
	}
	for id, want := range map[string]string{"x/advance-1": "EMBARGO July 26, 9 a.m. PDT: H", "x/release-1": "H"} {
		name := "mail/en.text.pdf"
		if id == "x/advance-1" {
			name += "+note"
		}
		data, err := l.Artefact(ctx, id, name)
		if err != nil {
			t.Fatal(err)
		}
		tpl, err := mail.Unmarshal(data, files(l))
		if err != nil || tpl.Subject != want {
			t.Errorf("%s: subject %q, %v", id, tpl.Subject, err)
		}
		message, err := tpl.Message(nil, mail.Recipient{Address: "a@b.example", MessageID: "m", DeliveryID: "d"}, now)
		if err != nil {
			t.Fatal(err)
		}
		raw, advance := string(message.Bytes()), id == "x/advance-1"
		if strings.Contains(raw, "EMBARGOED UNTIL") != advance || strings.Contains(raw, "For you first.") != advance {
			t.Errorf("%s:\n%.600s", id, raw)
		}
	}
	if _, err := l.Artefact(ctx, "x/release-1", "pdf/es"); err != nil {
		t.Error(err)
	}
}

func TestTimesAreHeldAgainstTheClock(t *testing.T) {
	w, l := setup(t, nil)
	late := prepare(t, w, l, now.AddDate(0, 0, 10))
	if !strings.Contains(late.Findings.Error(), "releases/x.md:3:11: error: 2026-07-26 09:00:00 PDT has passed") {
		t.Error(late.Findings)
	}
	if _, err := late.Schedule(context.Background(), false, nil); err == nil {
		t.Error("what is past was scheduled")
	}
	dated := strings.Replace(strings.Replace(source, "embargo = 2026-07-26T09:00:00-07:00", "date = 2026-07-20", 1), "advance = [\"trusted\"]\n", "", 1)
	w, l = setup(t, map[string]string{"releases/x.md": dated})
	if p := prepare(t, w, l, now); p.Findings.HasErrors() {
		t.Error(p.Findings)
	}
	// In Los Angeles it is still the day before.
	if p := prepare(t, w, l, time.Date(2026, 7, 20, 6, 0, 0, 0, time.UTC)); !strings.Contains(p.Findings.Error(), "today is 2026-07-19 in America/Los_Angeles") {
		t.Error(p.Findings)
	}
}

func TestWhatWouldEmbarrassStopsTheSend(t *testing.T) {
	for name, c := range map[string]struct{ change, with, want string }{
		"no such list":            {`to = ["main"]`, `to = ["mian"]`, `no press list or segment is called "mian"; did you mean main?`},
		"refused unsigned":        {"[[contact]]", "[quotes]\nunsigned = \"refuse\"\n[[quote]]\norg = \"O\"\nspeaker = \"S\"\ntext = \"W.\"\n[[contact]]", "has no sign-off, and [quotes] unsigned"},
		"other words than signed": {"[[contact]]", "[[quote]]\norg = \"O\"\nspeaker = \"S\"\ntext = \"W.\"\n[quote.signoff]\nby = \"s@o.example\"\nat = 2026-07-01T00:00:00Z\ndigest = \"sha256:00\"\n[[contact]]", "are not those that s@o.example signed off"},
		"missing picture":         {"[[contact]]", "[[media]]\nfile = \"nope.png\"\nalt = \"A\"\n[[contact]]", "the picture nope.png cannot be read"},
	} {
		t.Run(name, func(t *testing.T) {
			w, l := setup(t, map[string]string{"releases/x.md": strings.Replace(source, c.change, c.with, 1)})
			if p := prepare(t, w, l, now); !p.Findings.HasErrors() || !strings.Contains(p.Findings.Error(), c.want) {
				t.Errorf("%v\nwant %s", p.Findings, c.want)
			}
		})
	}
}

func TestArrivalsAtARate(t *testing.T) {
	w, l := setup(t, map[string]string{"pressroom.toml": "[mail]\nrate = 2\n"})
	p := prepare(t, w, l, now)
	for _, c := range []struct {
		messages int
		total    int64
		want     time.Duration
	}{{4, 4 << 10, 90 * time.Second}, {1, 1 << 30, 0}, {0, 0, 0}, {1001, 1001 << 20, 1000 * time.Minute / 2}} {
		if first, last := p.Arrivals(p.Mailings[1], Volume{Messages: c.messages, Total: c.total}); last.Sub(first) != c.want {
			t.Errorf("%d messages at 2 a minute take %s, want %s", c.messages, last.Sub(first), c.want)
		}
	}
}

func TestArrivalsOverConnections(t *testing.T) {
	w, l := setup(t, map[string]string{"pressroom.toml": "[mail]\nconnections = 4\n"})
	p := prepare(t, w, l, now)
	// Each takes 100 ms, and a second for its MiB, on one of four connections.
	if first, last := p.Arrivals(p.Mailings[1], Volume{Messages: 401, Total: 401 << 20}); last.Sub(first) != 110*time.Second {
		t.Errorf("400 messages of 1 MiB take %s", last.Sub(first))
	}
}

func TestATestGoesToOneAddressInThePhaseOfTheMoment(t *testing.T) {
	ctx := context.Background()
	w, l := setup(t, nil)
	id, err := prepare(t, w, l, now).Test(ctx, "me@x.example", "es", now)
	if err != nil {
		t.Fatal(err)
	}
	data, err := l.Artefact(ctx, id, "mail/es.pdf+note")
	if err != nil {
		t.Fatal(err)
	}
	if tpl, err := mail.Unmarshal(data, files(l)); err != nil || !strings.HasPrefix(tpl.Subject, "[TEST] EMBARGO 26 jul 09:00 PDT: ") {
		t.Errorf("%q, %v", tpl.Subject, err)
	}
	if raw := message(t, l, id, "mail/es.pdf+note"); !strings.Contains(raw, "Para usted.") {
		t.Error("the test of an advance copy lacks its cover note")
	}
	if c, err := l.Counts(ctx, id); err != nil || c.Total != 1 {
		t.Errorf("%+v, %v", c, err)
	}
	var busy *ledger.BusyError
	if _, err := prepare(t, w, l, now).Schedule(ctx, false, nil); errors.As(err, &busy) {
		t.Error("a test stands in the way of the real thing")
	}
}
