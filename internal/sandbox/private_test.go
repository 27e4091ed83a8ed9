package sandbox

import (
	"fmt"
	"net/smtp"
	"os"
	"path/filepath"
	"testing"
)

func TestTheMailboxIsItsOwnersAlone(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "sandbox")
	if err := os.Mkdir(dir, 0o777); err != nil {
		t.Fatal(err)
	}
	old := filepath.Join(dir, "20260726T090000.000000000Z-00000000.eml")
	if err := os.WriteFile(old, []byte("To: a@b.example\r\n\r\nx"), 0o666); err != nil {
		t.Fatal(err)
	}
	for name, mode := range map[string]os.FileMode{dir: 0o777, old: 0o666} {
		if err := os.Chmod(name, mode); err != nil { // whatever the umask
			t.Fatal(err)
		}
	}
	s, err := Listen(dir)
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	if err := smtp.SendMail(s.Address, nil, "p@x.example", []string{"c@d.example"}, []byte("Subject: S\r\n\r\nbody\r\n")); err != nil {
		t.Fatal(err)
	}
	entries, err := os.ReadDir(dir)
	if err != nil || len(entries) != 2 {
		t.Fatalf("%d messages, %v", len(entries), err)
	}
	got := ""
	for _, name := range []string{dir, filepath.Join(dir, entries[0].Name()), filepath.Join(dir, entries[1].Name())} {
		info, err := os.Stat(name)
		if err != nil {
			t.Fatal(err)
		}
		got += fmt.Sprintf("%o ", info.Mode().Perm())
	}
	if got != "700 600 600 " {
		t.Errorf("the folder and its messages have %s", got)
	}
}
