package peers

import (
	"fmt"
	"net"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"pressroom/internal/mail"
)

// arrived waits until a Maildir has n messages.
func arrived(t *testing.T, box string, n int) []string {
	t.Helper()
	var names []string
	until(t, fmt.Sprintf("%d messages in the Maildir", n), func() bool {
		names, _ = filepath.Glob(filepath.Join(box, "*", "*"))
		messages := names[:0]
		for _, name := range names {
			if d := filepath.Base(filepath.Dir(name)); d == "new" || d == "cur" {
				messages = append(messages, name)
			}
		}
		names = messages
		return len(names) >= n
	})
	return names
}

// TestSignaturesHoldBehindPostfix has OpenDKIM, which shares no code with ours,
// verify what Postfix has delivered.
func TestSignaturesHoldBehindPostfix(t *testing.T) {
	need(t, "opendkim")
	port, boxes := startPostfix(t)
	key := privateKey(t)
	dir := workspace(t, "pressroom.toml", settings(port, 2, "[mail.dkim]\ndomain = \"harbor.example\"\nselector = \"press\"\nkey_file = \"dkim.pem\"\n"), "dkim.pem", key,
		"contacts/all.csv", "email,name,format\nana@paper.example,Ana Ruíz,html\nbo@paper.example,,text\n", "releases/x.md", newsRelease(today(), 3000))
	must(t, dir, "send", "x", "--yes", "--wait")
	signer, err := mail.NewSigner("harbor.example", "press", key)
	if err != nil {
		t.Fatal(err)
	}
	name, record := signer.Record()
	base := t.TempDir()
	write := func(file, text string) string {
		file = filepath.Join(base, file)
		if err := os.WriteFile(file, []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
		return file
	}
	dns := write("dns", name+" "+record+"\n")
	conf := write("opendkim.conf", "Mode v\nSyslog no\nTestDNSData file:"+dns+"\n")
	for _, message := range arrived(t, filepath.Join(boxes, "all"), 2) {
		raw, err := os.ReadFile(message)
		if err != nil {
			t.Fatal(err)
		}
		if out := verifyDKIM(t, conf, write("good", string(raw))); !strings.Contains(out, "succeeded") {
			t.Errorf("OpenDKIM says: %s", out)
		}
		broken := strings.Replace(string(raw), "\nSubject: Eleven", "\nSubject: Twelve", 1)
		if broken == string(raw) {
			t.Fatal("nothing was changed")
		}
		if out := verifyDKIM(t, conf, write("broken", broken)); strings.Contains(out, "succeeded") {
			t.Errorf("OpenDKIM takes a changed subject: %s", out)
		}
	}
}

func verifyDKIM(t *testing.T, conf, message string) string {
	t.Helper()
	out, _ := exec.Command("opendkim", "-x", conf, "-t", message).CombinedOutput() // it exits with 1 for a bad signature
	return string(out)
}

// startDovecot serves a Maildir by IMAP and returns the address to read it at.
func startDovecot(t *testing.T, box string) string {
	t.Helper()
	need(t, "dovecot", "doveadm")
	port, base := freePort(t), t.TempDir()
	conf := filepath.Join(base, "dovecot.conf")
	text := fmt.Sprintf(`base_dir = %[1]s/run
log_path = %[1]s/log
protocols = imap
listen = 127.0.0.1
ssl = no
disable_plaintext_auth = no
mail_location = maildir:%[2]s
first_valid_uid = 1
first_valid_gid = 1
service imap-login {
  inet_listener imap {
    port = %[3]d
  }
  inet_listener imaps {
    port = 0
  }
}
passdb {
  driver = static
  args = password=geheim
}
userdb {
  driver = static
  args = uid=postfix gid=postfix home=%[2]s
}
`, base, box, port)
	if err := os.WriteFile(conf, []byte(text), 0o644); err != nil {
		t.Fatal(err)
	}
	for d := base; d != "/" && d != "/tmp"; d = filepath.Dir(d) {
		if err := os.Chmod(d, 0o755); err != nil {
			t.Fatal(err)
		}
	}
	// Its processes keep what it writes to open: a pipe would never end.
	if err := exec.Command("dovecot", "-c", conf).Run(); err != nil {
		t.Fatalf("starting Dovecot: %v", err)
	}
	t.Cleanup(func() {
		exec.Command("doveadm", "-c", conf, "stop").Run()
		if t.Failed() {
			log, _ := os.ReadFile(filepath.Join(base, "log"))
			t.Logf("Dovecot says:\n%s", log)
		}
	})
	address := fmt.Sprintf("127.0.0.1:%d", port)
	until(t, "Dovecot", func() bool {
		c, err := net.Dial("tcp", address)
		if err == nil {
			c.Close()
		}
		return err == nil
	})
	return "imap://press@" + address + "/INBOX"
}

// TestPostfixsBounceOfAMemberLeavesTheDesk mails an alias of which one member is
// gone: the other has got the release, and the alias stays.
func TestPostfixsBounceOfAMemberLeavesTheDesk(t *testing.T) {
	port, boxes := startPostfix(t)
	box := filepath.Join(boxes, "all")
	dir := workspace(t, "pressroom.toml", settings(port, 2, "return_path = \"bounces@paper.example\"\n[inbox]\nmaildir = \""+box+"\"\n"),
		"contacts/all.csv", "email\ndesk@newsroom.example\n", "releases/x.md", newsRelease(today(), 500))
	must(t, dir, "send", "x", "--yes", "--wait")
	arrived(t, box, 2) // Ana's copy and the bounce
	out := must(t, dir, "replies", "fetch")
	for _, want := range []string{
		"member  desk@newsroom.example  x/release-1  waits for you",
		"somebody behind desk@newsroom.example is gone, no-such-user@newsroom.example; the address itself stays",
	} {
		if !strings.Contains(out, want) {
			t.Errorf("%q is missing in\n%s", want, out)
		}
	}
	if out := must(t, dir, "suppressions", "list"); strings.Contains(out, "desk@") {
		t.Errorf("suppressed:\n%s", out)
	}
}

// TestPostfixsOwnBounceEndsInASuppression mails an address that Postfix accepts
// and then finds unknown. Its notification arrives at the return path, is read by
// IMAP from Dovecot, and takes the address off the list.
func TestPostfixsOwnBounceEndsInASuppression(t *testing.T) {
	port, boxes := startPostfix(t)
	box := filepath.Join(boxes, "all")
	more := "return_path = \"bounces@paper.example\"\n"
	dir := workspace(t, "pressroom.toml", settings(port, 2, more), "contacts/all.csv", "email\nana@paper.example\nno-such-user@newsroom.example\n", "releases/x.md", newsRelease(today(), 500))
	must(t, dir, "send", "x", "--yes", "--wait")
	if m := status(t, dir); m.Sent != 2 {
		t.Fatalf("Postfix is to accept both: %+v", m)
	}
	arrived(t, box, 2) // Ana's copy and the bounce
	imap := startDovecot(t, box)
	if err := replaceSettings(dir, settings(port, 2, more+"[inbox]\nimap = \""+imap+"\"\n")); err != nil {
		t.Fatal(err)
	}
	t.Setenv("PRESSROOM_IMAP_PASSWORD", "geheim")
	out := must(t, dir, "replies", "fetch")
	if !strings.Contains(out, "hard  no-such-user@newsroom.example  x/release-1  not mailed any more: bounced") {
		t.Errorf("fetch says:\n%s", out)
	}
	if out := must(t, dir, "replies", "fetch"); strings.Contains(out, "hard") {
		t.Errorf("the bounce was read twice:\n%s", out)
	}
	if out := must(t, dir, "suppressions", "list"); !strings.Contains(out, "no-such-user@newsroom.example  bounced") || strings.Contains(out, "ana@") {
		t.Errorf("suppressed:\n%s", out)
	}
	if out := must(t, dir, "status", "x/release-1"); !strings.Contains(out, "Came back by mail") || !strings.Contains(out, "5.1.1") {
		t.Errorf("status:\n%s", out)
	}
	// The same message from the Maildir itself is known, and a second mailing
	// leaves the address out.
	if err := replaceSettings(dir, settings(port, 2, more+"[inbox]\nmaildir = \""+box+"\"\n")); err != nil {
		t.Fatal(err)
	}
	if out := must(t, dir, "replies", "fetch"); strings.Contains(out, "hard") {
		t.Errorf("the bounce was read twice:\n%s", out)
	}
	writeFile(t, filepath.Join(dir, "releases", "y.md"), newsRelease(today(), 200))
	must(t, dir, "send", "y", "--yes", "--wait")
	if m := statusOf(t, dir, "y/release-1"); m.Sent != 1 || m.Suppressed != 1 {
		t.Errorf("the second mailing: %+v", m)
	}
}
