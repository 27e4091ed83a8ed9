package inbox

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

// TestAMaildirIsReadOnce: what is new is handed over, nothing is moved, and an
// error keeps the place. The mailbox on a server is tested with Dovecot in
// internal/peers.
func TestAMaildirIsReadOnce(t *testing.T) {
	dir := t.TempDir()
	now := time.Now()
	put := func(name, text string, age time.Duration) {
		t.Helper()
		file := filepath.Join(dir, name)
		if err := os.MkdirAll(filepath.Dir(file), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(file, []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
		if err := os.Chtimes(file, now.Add(-age), now.Add(-age)); err != nil {
			t.Fatal(err)
		}
	}
	put("new/1", "one", time.Minute)
	put("cur/2:2,S", "two", 20*24*time.Hour)
	put("cur/3:2,S", "ancient", 60*24*time.Hour)
	put("tmp/4", "unfinished", time.Minute)
	put("new/5", strings.Repeat("x", maxMessage+10), time.Minute)
	m := Maildir{Dir: dir, Now: func() time.Time { return now }}
	read := func(state string, fail error) (seen map[string]int, next string, err error) {
		seen = map[string]int{}
		next, err = m.Read(context.Background(), state, func(raw []byte) error {
			if fail != nil {
				return fail
			}
			seen[fmt.Sprintf("%.3s/%d", raw, len(raw))]++
			return nil
		})
		return seen, next, err
	}
	broken := errors.New("the database is away")
	if _, state, err := read("", broken); !errors.Is(err, broken) || state != "" {
		t.Errorf("%q, %v", state, err)
	}
	seen, state, err := read("", nil)
	if err != nil || fmt.Sprint(seen) != fmt.Sprintf("map[one/3:1 two/3:1 xxx/%d:1]", maxMessage) {
		t.Errorf("%v, %v", seen, err)
	}
	now = now.Add(3 * time.Hour)
	put("new/6", "six", time.Minute)
	// Within an hour of the last look a message may come a second time.
	if seen, _, err = read(state, nil); err != nil || seen["six/3"] != 1 || seen["two/3"] != 0 {
		t.Errorf("%v, %v", seen, err)
	}
	for _, name := range []string{"new/1", "cur/2:2,S", "new/5", "new/6"} {
		if _, err := os.Stat(filepath.Join(dir, name)); err != nil {
			t.Errorf("%s was moved: %v", name, err)
		}
	}
	if _, err := (Maildir{Dir: filepath.Join(dir, "new"), Now: m.Now}).Read(context.Background(), "", nil); err == nil || (Maildir{Dir: filepath.Join(dir, "new")}).Check(context.Background()) == nil {
		t.Error("a folder that is no Maildir was read")
	}
}

func TestStatesOfAMailbox(t *testing.T) {
	for s, want := range map[string][2]uint32{"": {}, "12:7": {12, 7}, "x:7": {}, "12": {}, "1:99999999999": {}} {
		if v, l := parseState(s); v != want[0] || l != want[1] {
			t.Errorf("%q: %d %d", s, v, l)
		}
	}
	for _, url := range []string{"imaps://press@127.0.0.1:1/INBOX", "imap://press@127.0.0.1:1/INBOX"} {
		m := IMAP{URL: url, Password: func() (string, error) { return "geheim", nil }, Now: time.Now}
		if state, err := m.Read(context.Background(), "12:7", nil); err == nil || state != "12:7" || strings.Contains(err.Error(), "geheim") {
			t.Errorf("%q, %v", state, err)
		}
	}
}
