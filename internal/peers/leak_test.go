package peers

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"io"
	"io/fs"
	"maps"
	"net/http"
	"net/http/httptest"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"pressroom/internal/store"
)

// secretOnes are words that stand in releases which are not public, and nowhere else.
var secretOnes = regexp.MustCompile(`(?i)kestrelium|vanadine|quillfeather|zephyrite|obsidian|moonraker|marlinspike|saltbox|hollowmere|brackish`)

// discreet is a workspace whose server and worker are listened to.
type discreet struct {
	*testing.T
	dir, tmp string
	port     int
	hook     *httptest.Server

	mu    sync.Mutex
	heard map[string]*bytes.Buffer // by who said it
}

// Write takes what somebody says.
func (d *discreet) say(who string) io.Writer { return saying{d, who} }

type saying struct {
	d   *discreet
	who string
}

func (s saying) Write(p []byte) (int, error) {
	s.d.mu.Lock()
	defer s.d.mu.Unlock()
	if s.d.heard[s.who] == nil {
		s.d.heard[s.who] = new(bytes.Buffer)
	}
	return s.d.heard[s.who].Write(p)
}

func (d *discreet) said(who string) string {
	d.mu.Lock()
	defer d.mu.Unlock()
	if d.heard[who] == nil {
		return ""
	}
	return d.heard[who].String()
}

func openDiscreet(t *testing.T) *discreet {
	d := &discreet{T: t, tmp: t.TempDir(), port: freePort(t), heard: make(map[string]*bytes.Buffer)}
	d.hook = httptest.NewServer(http.HandlerFunc(func(_ http.ResponseWriter, r *http.Request) {
		body, err := io.ReadAll(r.Body)
		if err != nil {
			t.Error(err)
		}
		fmt.Fprintf(d.say("webhook"), "%v\n%s\n", r.Header, body)
	}))
	t.Cleanup(d.hook.Close)
	d.dir = workspace(t, "contacts/all.csv", "email\nnora@paper.example\n", "contacts/trusted.csv", "email,embargo\nivo@daily.example,yes\n",
		"pressroom.toml", fmt.Sprintf("[organization]\nname = \"Harbor\"\n[mail]\nfrom = \"Press <press@harbor.example>\"\nsmtp = \"sandbox:\"\ngrace = \"1m\"\n"+
			"[server]\nlisten = \"127.0.0.1:%[1]d\"\npublic_url = \"http://127.0.0.1:%[1]d\"\n[notify]\nemail = \"lead@harbor.example\"\nwebhook = %[2]q\n",
			d.port, d.hook.URL))
	return d
}

// send writes a release and sends it.
func (d *discreet) send(slug, headline, timing string) {
	d.Helper()
	writeFile(d, filepath.Join(d.dir, "releases/media/zephyrite.txt"), "Figures.\n")
	writeFile(d, filepath.Join(d.dir, "releases", slug+".md"), "+++\nheadline = \""+headline+"\"\n"+timing+"\ntimezone = \"UTC\"\ndateline = \"MARLOW\"\n"+
		"to = [\"all\"]\n[[contact]]\nname = \"Dana\"\nphone = \"+1 555 0142\"\n[[document]]\nfile = \"media/zephyrite.txt\"\ntitle = \"Figures\"\n"+
		"+++\nThe quillfeather says what the year brings.\n")
	must(d, d.dir, "send", slug, "--yes")
}

// start runs a command of the program that others look after.
func (d *discreet) start(args ...string) *exec.Cmd {
	d.Helper()
	cmd := exec.Command(binary, append([]string{"-C", d.dir}, append(args, "--log-level", "info")...)...)
	cmd.Env = append(os.Environ(), "TMPDIR="+d.tmp)
	cmd.Stdout, cmd.Stderr = d.say("stdout"), d.say("stderr")
	if err := cmd.Start(); err != nil {
		d.Fatal(err)
	}
	d.Cleanup(func() { cmd.Process.Kill(); cmd.Wait() })
	return cmd
}

// told are the mails to the lead.
func (d *discreet) told() string {
	d.Helper()
	names, err := filepath.Glob(filepath.Join(d.dir, ".pressroom/sandbox/*.eml"))
	if err != nil {
		d.Fatal(err)
	}
	var all strings.Builder
	for _, name := range names {
		data, err := os.ReadFile(name)
		if err != nil {
			d.Fatal(err)
		}
		if bytes.Contains(data, []byte("To: <lead@harbor.example>")) {
			all.Write(data)
		}
	}
	return all.String()
}

// ask keeps all that an address answers.
func (d *discreet) ask(who, method, address, body string) {
	d.Helper()
	r, err := http.NewRequestWithContext(context.Background(), method, address, strings.NewReader(body))
	if err != nil {
		d.Fatal(err)
	}
	resp, err := http.DefaultClient.Do(r)
	if err != nil {
		d.Fatal(err)
	}
	defer resp.Body.Close()
	data, err := io.ReadAll(resp.Body)
	if err != nil {
		d.Fatal(err)
	}
	fmt.Fprintf(d.say(who), "%s %v\n%s\n", resp.Status, resp.Header, data)
}

// change changes the database by the hand of nobody who ought to.
func (d *discreet) change(statement string, args ...any) {
	d.Helper()
	ctx := context.Background()
	db, err := store.Open(ctx, filepath.Join(d.dir, ".pressroom"), os.Getenv("PRESSROOM_DATABASE_URL"))
	if err != nil {
		d.Fatal(err)
	}
	defer db.Close()
	err = db.Tx(ctx, func(tx *store.Tx) error {
		res, err := tx.ExecContext(ctx, statement, args...)
		if err == nil {
			if n, _ := res.RowsAffected(); n == 0 {
				err = fmt.Errorf("%s changes nothing", statement)
			}
		}
		return err
	})
	if err != nil {
		d.Fatal(err)
	}
}

// TestNothingElseTellsOfWhatIsNotPublic: embargoed and armed releases are written in words
// that stand nowhere else; then everything runs, and fails, and is killed. What is logged,
// counted, mailed to the lead, called and answered has none of these words, and no file
// that others may read has.
func TestNothingElseTellsOfWhatIsNotPublic(t *testing.T) {
	d := openDiscreet(t)
	in := func(ahead time.Duration) string {
		return "embargo = " + time.Now().Add(ahead).UTC().Format("2006-01-02T15:04:05Z")
	}
	d.send("kestrelium-ledger", "Vanadine is agreed", in(6*time.Hour)+"\nadvance = [\"trusted\"]")
	d.send("obsidian-tarn", "The moonraker has won", "release_at = \"hold\"\ngroup = \"hollowmere\"")
	d.send("marlinspike-vow", "The saltbox is ours", in(6*time.Second)) // nobody is there at its instant
	d.send("brackish-figures", "Hollowmere grows", in(6*time.Hour)+"\nadvance = [\"trusted\"]")
	d.change(`UPDATE blob SET data = ? WHERE digest IN (SELECT digest FROM artefact WHERE dispatch = ? AND name LIKE 'mail/%')`,
		[]byte("other"), "brackish-figures/advance-1")
	d.change(`UPDATE dispatch SET grace = 1000000 WHERE id = 'marlinspike-vow/release-1'`) // a second: settings take no less than a minute
	until(t, "the instant", func() bool {
		return time.Since(statusOf(t, d.dir, "marlinspike-vow/release-1").ReleaseAt) > 3*time.Second
	})
	serve, worker := d.start("serve", "--desk", "127.0.0.1:0"), d.start("worker")
	until(t, "what the lead is told", func() bool {
		all := d.told()
		return strings.Contains(all, "MISSED") && strings.Contains(all, "damaged") && strings.Contains(all, "Done") &&
			strings.Count(d.said("webhook"), `"event"`) >= 3
	})
	desk := regexp.MustCompile(`The desk: (http://[^/]+/)`).FindStringSubmatch(d.said("stdout"))
	if desk == nil {
		t.Fatalf("serve says\n%s", d.said("stdout"))
	}
	for _, closed := range []string{"", "quotes/kestrelium-ledger", "mail/1", "enter/x"} { // without the link that opens it
		d.ask("the desk", "GET", desk[1]+closed, "")
	}
	public := fmt.Sprintf("http://127.0.0.1:%d", d.port)
	d.ask("metrics", "GET", desk[1]+"metrics", "")
	if !strings.Contains(d.said("metrics"), "pressroom_dispatches") {
		t.Errorf("no metrics: %s", d.said("metrics"))
	}
	for _, path := range []string{"/", "/feed.atom", "/nothing", "/%ff", "/quote/x", "/leave/x", "/?page=x", "/robots.txt", "/search?q=x", "/topics", "/topics/x", "/feed.rss", "/advance/1", "/.well-known/x"} {
		for _, method := range []string{"GET", "POST", "PUT"} {
			d.ask("answers", method, public+path, "action=open&text="+strings.Repeat("x", 9000))
		}
	}
	// The names themselves are asked for too; a page must not repeat them.
	for _, path := range []string{"/kestrelium-ledger", "/obsidian-tarn.pdf", "/brackish-figures/files/zephyrite.txt"} {
		d.ask("answers", "GET", public+path, "")
	}
	serve.Process.Kill()
	worker.Process.Kill()
	serve.Wait()
	worker.Wait()
	again := d.start("serve", "--desk", "127.0.0.1:0")
	until(t, "the server", func() bool { return strings.Count(d.said("stdout"), "Public pages") == 2 })
	again.Process.Signal(os.Interrupt)
	again.Wait()
	fmt.Fprint(d.say("mail to the lead"), d.told())
	for _, who := range slices.Sorted(maps.Keys(d.heard)) {
		said := d.said(who)
		if at := secretOnes.FindStringIndex(said); at != nil {
			t.Errorf("%s tells of it: … %s …", who, said[max(0, at[0]-200):min(len(said), at[1]+100)])
		}
	}
	d.files()
	d.numbers()
}

// files looks at all that lies about beside what the author wrote.
func (d *discreet) files() {
	d.Helper()
	looked := 0
	for _, top := range []string{d.dir, d.tmp} {
		err := filepath.WalkDir(top, func(name string, e fs.DirEntry, err error) error {
			if err != nil {
				return err
			}
			inside, _ := filepath.Rel(top, name)
			if top == d.dir && (inside == "releases" || inside == "contacts") {
				return filepath.SkipDir
			}
			info, err := e.Info()
			if err != nil {
				return err
			}
			hidden := strings.HasPrefix(inside, ".pressroom")
			if hidden && info.Mode().Perm()&0o077 != 0 {
				d.Errorf("%s: others may read it: %s", inside, info.Mode())
			}
			if secretOnes.MatchString(inside) {
				d.Errorf("%s: its name tells", inside)
			}
			looked++
			if e.IsDir() || hidden && (strings.Contains(inside, "pressroom.db") || strings.Contains(inside, "sandbox/")) {
				return nil // the database, and what stands for a mail server
			}
			data, err := os.ReadFile(name)
			if secretOnes.Match(data) {
				d.Errorf("%s (%s) tells of it", inside, info.Mode())
			}
			return err
		})
		if err != nil {
			d.Fatal(err)
		}
	}
	if looked < 5 {
		d.Errorf("%d files were looked at", looked)
	}
}

// numbers holds what stands in the place of names: the lead finds with it what is meant.
func (d *discreet) numbers() {
	d.Helper()
	number := regexp.MustCompile(`(?s)MISSED.*?pressroom resume (\d{4}-\d{4}) `).FindStringSubmatch(d.told())
	if number == nil {
		d.Fatalf("no number is told:\n%s", d.told())
	}
	if out := must(d, d.dir, "status", number[1]); !strings.Contains(out, "marlinspike-vow/release-1") {
		d.Errorf("status %s says\n%s", number[1], out)
	}
	if out := must(d, d.dir, "cancel", number[1], "--yes"); !strings.Contains(out, "cancelled marlinspike-vow/release-1") {
		d.Errorf("cancel %s says\n%s", number[1], out)
	}
	var call struct {
		Event, Number string
		Release       *string
		ReleaseAt     string `json:"release_at"`
	}
	for line := range strings.Lines(d.said("webhook")) {
		if !strings.HasPrefix(line, "{") {
			continue
		}
		if err := json.Unmarshal([]byte(line), &call); err != nil || call.Number == "" || call.Release != nil || call.ReleaseAt == "" {
			d.Errorf("a call says %s", line)
		}
	}
}
