package peers

import (
	"bytes"
	"fmt"
	"io"
	"net"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	gomessage "github.com/emersion/go-message/mail"
)

// startPostfix runs a Postfix of its own, that delivers to Maildirs, and returns
// its port and the folder of the Maildirs, by address.
func startPostfix(t *testing.T) (port int, boxes string) {
	t.Helper()
	need(t, "postfix", "postmap")
	if os.Getuid() != 0 {
		if os.Getenv("PRESSROOM_PEERS") == "1" {
			t.Fatal("Postfix needs root to start, and PRESSROOM_PEERS=1")
		}
		t.Skip("SKIPPED, NOT TESTED: Postfix needs root to start")
	}
	port = freePort(t)
	base := t.TempDir()
	boxes = filepath.Join(base, "boxes")
	for _, d := range []string{"conf", "queue", "data", "boxes"} {
		if err := os.Mkdir(filepath.Join(base, d), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := openTo(filepath.Join(base, d), "postfix"); err != nil {
			t.Fatal(err)
		}
	}
	if err := os.Chown(filepath.Join(base, "queue"), 0, -1); err != nil {
		t.Fatal(err)
	}
	if err := os.Chown(filepath.Join(base, "conf"), 0, -1); err != nil {
		t.Fatal(err)
	}
	uid, err := exec.Command("id", "-u", "postfix").Output()
	if err != nil {
		t.Fatal(err)
	}
	gid, err := exec.Command("id", "-g", "postfix").Output()
	if err != nil {
		t.Fatal(err)
	}
	u, g := strings.TrimSpace(string(uid)), strings.TrimSpace(string(gid))
	conf := filepath.Join(base, "conf")
	write := func(name, text string) {
		if err := os.WriteFile(filepath.Join(conf, name), []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	write("main.cf", fmt.Sprintf(`compatibility_level = 3.6
queue_directory = %[1]s/queue
data_directory = %[1]s/data
myhostname = mx.paper.example
mydestination = newsroom.example
local_recipient_maps =
alias_maps =
inet_interfaces = 127.0.0.1
inet_protocols = ipv4
mynetworks = 127.0.0.0/8
maillog_file = %[1]s/log
maillog_file_prefixes = %[1]s
virtual_mailbox_domains = paper.example
virtual_mailbox_base = %[1]s/boxes
virtual_mailbox_maps = static:all/
virtual_uid_maps = static:%[2]s
virtual_gid_maps = static:%[3]s
virtual_minimum_uid = 1
virtual_alias_maps = inline:{{desk@newsroom.example = ana@paper.example, no-such-user@newsroom.example}}
smtpd_tls_security_level = none
`, base, u, g))
	master := ""
	for _, s := range []string{
		fmt.Sprintf("127.0.0.1:%d inet n - n - - smtpd", port), "pickup unix n - n 60 1 pickup", "cleanup unix n - n - 0 cleanup",
		"qmgr unix n - n 300 1 qmgr", "rewrite unix - - n - - trivial-rewrite", "bounce unix - - n - 0 bounce", "defer unix - - n - 0 bounce",
		"trace unix - - n - 0 bounce", "flush unix n - n 1000? 0 flush", "proxymap unix - - n - - proxymap", "virtual unix - n n - - virtual", "local unix - n n - - local",
		"error unix - - n - - error", "retry unix - - n - - error", "anvil unix - - n - 1 anvil", "postlog unix-dgram n - n - 1 postlogd", "showq unix n - n - - showq",
	} {
		master += s + "\n"
	}
	write("master.cf", master)
	start := exec.Command("postfix", "-c", conf, "start")
	if out, err := start.CombinedOutput(); err != nil {
		t.Fatalf("starting Postfix: %v\n%s", err, out)
	}
	t.Cleanup(func() {
		if t.Failed() {
			log, _ := os.ReadFile(filepath.Join(base, "log"))
			t.Logf("Postfix says:\n%s", log)
		}
		exec.Command("postfix", "-c", conf, "stop").Run()
	})
	until(t, "Postfix", func() bool {
		c, err := net.Dial("tcp", fmt.Sprintf("127.0.0.1:%d", port))
		if err == nil {
			c.Close()
		}
		return err == nil
	})
	return port, boxes
}

func TestThroughPostfixIntoAMailbox(t *testing.T) {
	var messages []string
	soon(t, func(ahead time.Duration) (inTime bool) {
		port, boxes := startPostfix(t)
		dir := workspace(t, "pressroom.toml", strings.Replace(settings(port, 2, ""), `attach = "never"`, `attach = "auto"`, 1),
			"contacts/all.csv", "email,name,format,embargo\nana@paper.example,Ana Ruíz,html,yes\nbo@paper.example,,text,no\n")
		at, scheduled := sendIn(t, dir, ahead, "advance = [\"all\"]\nembargo = %s", 2000)
		if !scheduled {
			return false
		}
		w := worker(t, dir)
		done := func(id string) bool { return statusOf(t, dir, id).State == "done" }
		until(t, "the advance copy", func() bool { return done("x/advance-1") || !time.Now().Before(at) })
		if !time.Now().Before(at) {
			w.Process.Kill()
			w.Wait()
			return false
		}
		until(t, "the release", func() bool { return done("x/release-1") })
		w.Process.Kill()
		w.Wait()
		until(t, "three messages in the Maildir", func() bool {
			messages, _ = filepath.Glob(filepath.Join(boxes, "all", "new", "*"))
			return len(messages) == 3
		})
		return true
	})
	for _, name := range messages {
		raw, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		r, err := gomessage.CreateReader(bytes.NewReader(raw))
		if err != nil {
			t.Fatal(err)
		}
		to := r.Header.Get("To")
		subject, err := r.Header.Subject()
		if err != nil {
			t.Fatal(err)
		}
		forms := forms(t, r)
		t.Logf("%s: %q, %v", to, subject, keys(forms))
		embargoed := strings.HasPrefix(subject, "EMBARGO ")
		for kind, body := range forms {
			if kind != "application/pdf" && strings.Contains(body, "EMBARGOED UNTIL") != embargoed {
				t.Errorf("%s of %q: embargo line %t", kind, subject, !embargoed)
			}
		}
		switch {
		case strings.Contains(to, "bo@"):
			if _, html := forms["text/html"]; html || embargoed || forms["text/plain"] == "" {
				t.Errorf("bo wants text and has agreed to no embargo: %q, %v", subject, keys(forms))
			}
		case forms["text/html"] == "" || forms["text/plain"] == "":
			t.Errorf("ana got %v", keys(forms))
		}
		if !strings.HasPrefix(forms["application/pdf"], "%PDF-1.7") {
			t.Errorf("no PDF is attached: %v", keys(forms))
		}
		if python := pythonParses(t, name); !strings.Contains(python, "text/plain") {
			t.Errorf("another parser sees: %s", python)
		}
	}
}

func forms(t *testing.T, r *gomessage.Reader) map[string]string {
	t.Helper()
	out := make(map[string]string)
	for {
		p, err := r.NextPart()
		if err == io.EOF {
			return out
		}
		if err != nil {
			t.Fatal(err)
		}
		kind := strings.Split(p.Header.Get("Content-Type"), ";")[0]
		body, err := io.ReadAll(p.Body)
		if err != nil {
			t.Fatal(err)
		}
		out[kind] = string(body)
	}
}

func keys(m map[string]string) []string {
	var out []string
	for k := range m {
		out = append(out, k)
	}
	return out
}

// pythonParses reads a message with Python's parser, which shares no code with
// ours, and returns the types of its parts and the defects it found.
func pythonParses(t *testing.T, name string) string {
	t.Helper()
	need(t, "python3")
	out, err := exec.Command("python3", "-c", `
import email, email.policy, sys
m = email.message_from_binary_file(open(sys.argv[1], "rb"), policy=email.policy.default)
for p in m.walk():
    assert not p.defects, (p.get_content_type(), p.defects)
    print(p.get_content_type())
    if p.get_content_maintype() == "text": p.get_content()
print(m["To"].addresses[0].addr_spec, m["Subject"], m["Date"].datetime)
`, name).CombinedOutput()
	if err != nil {
		t.Errorf("Python's parser: %v\n%s", err, out)
	}
	return string(out)
}
