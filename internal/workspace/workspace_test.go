package workspace

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

func newWorkspace(t *testing.T, files map[string]string) *Workspace {
	t.Helper()
	dir := t.TempDir()
	for n, s := range files {
		if err := WriteFile(filepath.Join(dir, n), []byte(s)); err != nil {
			t.Fatal(err)
		}
	}
	w, err := Open(dir)
	if err != nil {
		t.Fatal(err)
	}
	return w
}

func TestAnEmptyFolderIsAWorkspaceWithDefaults(t *testing.T) {
	w := newWorkspace(t, nil)
	m := w.Settings.Mail
	if m.SMTP != Sandbox || m.Grace != 15*time.Minute || m.Attach != "auto" || m.TLS != "verify" || !strings.Contains(m.From, "@pressroom.invalid") {
		t.Errorf("%+v", m)
	}
	if list, err := w.Releases(); err != nil || len(list) != 0 {
		t.Error(list, err)
	}
	if book, diags, err := w.Contacts(); err != nil || len(diags) != 0 || len(book.Journalists) != 0 {
		t.Error(diags, err)
	}
}

func TestHowMuchMayBeAttached(t *testing.T) {
	for written, want := range map[string]int{"2MiB": 2 << 20, "500 kB": 500 << 10, "0KiB": 0, "100MB": 100 << 20} {
		s, diags := ParseSettings("pressroom.toml", []byte("[mail]\nattach_limit = \""+written+"\"\n"))
		if len(diags) > 0 || s.Mail.AttachLimit != want || s.Mail.AttachLimitAdvance != 10<<20 {
			t.Errorf("%s is %d, %d, %v", written, s.Mail.AttachLimit, s.Mail.AttachLimitAdvance, diags)
		}
	}
	for _, wrong := range []string{"2", "101MiB", "2GiB", "-1KiB", "much", "99999999999MiB"} {
		_, diags := ParseSettings("pressroom.toml", []byte("[mail]\nattach_limit_advance = \""+wrong+"\"\n"))
		if len(diags) != 1 || !strings.Contains(diags.Error(), `pressroom.toml:2:24: error: attach_limit_advance is how much`) {
			t.Errorf("%s: %v", wrong, diags)
		}
	}
}

func TestFilesOfAReleaseStayInTheWorkspace(t *testing.T) {
	w := newWorkspace(t, map[string]string{"releases/a.png": "inside", "pressroom.toml": ""})
	outside := filepath.Join(t.TempDir(), "secret")
	if err := os.WriteFile(outside, []byte("secret"), 0o600); err != nil {
		t.Fatal(err)
	}
	if err := os.Symlink(outside, filepath.Join(w.Dir, "releases", "link.png")); err != nil {
		t.Fatal(err)
	}
	if data, err := w.ReadAsset("a.png"); err != nil || string(data) != "inside" {
		t.Error(string(data), err)
	}
	for _, name := range []string{"../../etc/passwd", "link.png", outside, "../.pressroom/pressroom.db", "", "a.png\x00"} {
		if data, err := w.ReadAsset(name); err == nil {
			t.Errorf("%q was read: %s", name, data)
		}
	}
}

func TestWhatAUserTypesIsARelease(t *testing.T) {
	w := newWorkspace(t, map[string]string{"releases/river.md": "x", "releases/river.es.md": "x"})
	for arg, want := range map[string]string{
		"river": "river", "river.md": "river", "releases/river.md": "river", filepath.Join(w.Dir, "releases/river.es.md"): "river",
	} {
		if got, err := w.SlugOf(arg); err != nil || got != want {
			t.Errorf("%s: %q, %v", arg, got, err)
		}
	}
	for arg, want := range map[string]string{"rivr": "did you mean river?", "ocean": "pressroom new ocean", "elsewhere/river.md": "no release at", "releases/river": "its file ends in .md"} {
		if got, err := w.SlugOf(arg); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%s: %q, %v", arg, got, err)
		}
	}
	if list, err := w.Releases(); err != nil || strings.Join(list, " ") != "river" {
		t.Error(list, err)
	}
}

func TestAFileIsWrittenWholeOrNotAtAll(t *testing.T) {
	dir := t.TempDir()
	name := filepath.Join(dir, "deep", "file")
	for _, text := range []string{"one", "two"} {
		if err := WriteFile(name, []byte(text)); err != nil {
			t.Fatal(err)
		}
		if data, err := os.ReadFile(name); err != nil || string(data) != text {
			t.Error(string(data), err)
		}
	}
	if err := os.Mkdir(filepath.Join(dir, "taken"), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := WriteFile(filepath.Join(dir, "taken"), []byte("x")); err == nil {
		t.Error("a folder was written over")
	}
	entries, err := os.ReadDir(dir)
	if err != nil || len(entries) != 2 {
		t.Errorf("something was left behind: %v, %v", entries, err)
	}
}

func TestSecretsComeFromOutside(t *testing.T) {
	w := newWorkspace(t, map[string]string{"pressroom.toml": "[mail]\nsmtp = \"smtp://press@mail.example\"\npassword_file = \"secret.txt\"\n", "secret.txt": "geheim\n"})
	if p, err := w.SMTPPassword(); err != nil || p != "geheim" {
		t.Error(p, err)
	}
	t.Setenv("PRESSROOM_SMTP_PASSWORD", "anders")
	if p, err := w.SMTPPassword(); err != nil || p != "anders" {
		t.Error(p, err)
	}
}

func FuzzSettings(f *testing.F) {
	f.Add("[mail]\nsmtp = \"smtp://a@b:25\"\ngrace = \"2h\"\n[organization]\nlayout = \"uk\"\n[[org]]\nid = \"a\"\nname = \"A\"\n")
	f.Fuzz(func(t *testing.T, src string) {
		s, diags := ParseSettings("pressroom.toml", []byte(src))
		if !diags.HasErrors() && (s.Mail.Connections < 1 || s.Mail.Grace < time.Minute || s.Mail.From == "" || strings.ContainsAny(s.Mail.From, "\r\n")) {
			t.Fatalf("%+v", s.Mail)
		}
	})
}

func TestTheStateFolderIsItsOwnersAlone(t *testing.T) {
	w, err := Open(t.TempDir())
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range []string{"", "locks", "sandbox"} {
		if err := os.MkdirAll(filepath.Join(w.StateDir(), name), 0o777); err != nil {
			t.Fatal(err)
		}
	}
	file := filepath.Join(w.StateDir(), "pressroom.db")
	if err := os.WriteFile(file, nil, 0o666); err != nil {
		t.Fatal(err)
	}
	want := map[string]os.FileMode{w.StateDir(): 0o700, filepath.Join(w.StateDir(), "locks"): 0o700, filepath.Join(w.StateDir(), "sandbox"): 0o700, file: 0o600}
	for name := range want {
		if err := os.Chmod(name, 0o777); err != nil { // whatever the umask
			t.Fatal(err)
		}
	}
	if err := w.MakeStateDir(); err != nil {
		t.Fatal(err)
	}
	for name, mode := range want {
		if info, err := os.Stat(name); err != nil || info.Mode().Perm() != mode {
			t.Errorf("%s has %v, want %o; %v", name, info.Mode(), mode, err)
		}
	}
}

// TestWhatIsNoPressListIsTold: a list that somebody put into contacts/ and that is
// not read would be a list that gets nothing.
func TestWhatIsNoPressListIsTold(t *testing.T) {
	w := newWorkspace(t, map[string]string{
		"contacts/a.csv": "email\na@b.example\n", "contacts/README.md": "x", "contacts/.hidden": "x", "contacts/import/a.toml": "",
		"contacts/b.xlsx": "x", "contacts/c.CSV": "email\nc@b.example\n", "contacts/old/d.csv": "email\nd@b.example\n",
		"contacts/e.ods": "x", "contacts/f.doc": "x",
	})
	book, diags, err := w.Contacts()
	if err != nil || len(book.Journalists) != 1 {
		t.Fatalf("%d journalists, %v", len(book.Journalists), err)
	}
	want := `contacts/b.xlsx: warning: is not read: pressroom contacts import makes a press list of it [file]
contacts/c.CSV: warning: is not read: rename it so that it ends in .csv [file]
contacts/e.ods: warning: is not read: save it as .xlsx or .csv, then: pressroom contacts import [file]
contacts/f.doc: warning: is not read: a press list is a .csv, .tsv or .toml file [file]
contacts/old: warning: is not read: press lists are files in contacts/ itself [file]`
	if got := diags.Error(); got != want {
		t.Errorf("%s", got)
	}
}
