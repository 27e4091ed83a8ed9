package peers

import (
	"fmt"
	"net"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/chromedp/chromedp"
)

// nginx stands in front of an address, with one location, until the test ends or stop
// is called. more is what it is told beside that.
func nginx(t *testing.T, port int, location string, more ...string) (stop func()) {
	t.Helper()
	dir := t.TempDir()
	name := filepath.Join(dir, "nginx.conf")
	user := "" // who runs the tests is who nginx works as: its cache lies in a folder of theirs
	if os.Geteuid() == 0 {
		user = "user root; "
	}
	writeFile(t, name, user+fmt.Sprintf("daemon off; worker_processes 1; pid %[1]s/pid; error_log %[1]s/error.log;\nevents {}\nhttp { access_log off;\n"+
		"client_body_temp_path %[1]s/a; proxy_temp_path %[1]s/b; fastcgi_temp_path %[1]s/c; uwsgi_temp_path %[1]s/d; scgi_temp_path %[1]s/e;\n"+
		"%[4]s\nserver { listen 127.0.0.1:%[2]d; %[3]s } }\n", dir, port, location, strings.Join(more, "\n")))
	cmd := exec.Command("nginx", "-c", name)
	cmd.Stderr = os.Stderr
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	stopped := false
	stop = func() {
		if stopped {
			return
		}
		stopped = true
		cmd.Process.Signal(os.Interrupt)
		cmd.Wait()
	}
	t.Cleanup(stop)
	until(t, "nginx", func() bool {
		c, err := net.Dial("tcp", fmt.Sprintf("127.0.0.1:%d", port))
		if err == nil {
			c.Close()
		}
		return err == nil
	})
	return stop
}

// TestBehindNginx: a partner's page works under a path of the public address, whether
// the proxy hands Host, the path and what browsers say of a form on or not.
func TestBehindNginx(t *testing.T) {
	need(t, "nginx")
	public, listen := freePort(t), freePort(t)
	settings := fmt.Sprintf("[organization]\nid = \"harbor\"\nname = \"Harbor\"\n[mail]\nfrom = \"Press <press@harbor.example>\"\nsmtp = \"sandbox:\"\n"+
		"[server]\nlisten = \"127.0.0.1:%d\"\npublic_url = \"http://127.0.0.1:%d/news\"\nproxies = [\"127.0.0.1\"]\n"+
		"[[org]]\nid = \"river\"\nname = \"River Alliance\"\ncontact = \"ana@river.example\"\n", listen, public)
	source := "+++\nheadline = \"Two groups ask\"\nrelease_at = " + time.Now().Add(6*time.Hour).UTC().Format(time.RFC3339) +
		"\ndateline = \"MARLOW\"\nto = [\"all\"]\n[[contact]]\nname = \"Dana\"\nemail = \"dana@harbor.example\"\n+++\nBody.\n"
	dir := workspace(t, "pressroom.toml", settings, "releases/two.md", source, "contacts/all.csv", "email\nnora@paper.example\n")
	cmd, _ := startDesk(t, dir)
	t.Cleanup(func() {
		cmd.Process.Signal(os.Interrupt)
		cmd.Wait()
	})
	b := &coalitionBench{t: t, dir: dir}
	b.ctx, _ = browser(t)
	must(t, dir, "quotes", "request", "two", "--org", "river", "--soft", "1h", "--hard", "2h")
	var link string
	until(t, "the mail", func() bool {
		for _, l := range b.letters("ana@river.example") {
			for _, w := range strings.Fields(l) {
				if strings.HasPrefix(w, fmt.Sprintf("http://127.0.0.1:%d/news/quote/", public)) {
					link = w
				}
			}
		}
		return link != ""
	})
	for i, location := range []string{
		"location /news/ { proxy_pass http://127.0.0.1:%d/; }",
		"location /news/ { proxy_pass http://127.0.0.1:%d; }",
		"location /news/ { proxy_pass http://127.0.0.1:%d/; proxy_set_header Host $host:$server_port; proxy_set_header X-Forwarded-For $remote_addr; }",
		"location /news/ { proxy_pass http://127.0.0.1:%d; proxy_set_header Sec-Fetch-Site \"\"; }",
	} {
		stop := nginx(t, public, fmt.Sprintf(location, listen))
		b.open(link, "textarea[name=text]")
		words := fmt.Sprintf("These are words number %d of the four. And more of them.", i)
		b.set("input[name=speaker]", "Ada Vance", "input[name=title]", "chair", "textarea[name=text]", words)
		b.press("button[value=save]", "Saved.")
		if got := ask(t, b.ctx, chromedp.Text("#live")); !strings.Contains(got, fmt.Sprintf("“These are words number %d of the four,” said Ada Vance", i)) {
			t.Errorf("%s: the page says %s", location, got)
		}
		if style := ask(t, b.ctx, chromedp.Evaluate[string](`getComputedStyle(document.querySelector("h2")).fontSize`)); style == "24px" {
			t.Errorf("%s: the page has no style", location)
		}
		if at := ask(t, b.ctx, chromedp.Evaluate[string](`location.pathname`)); !strings.HasPrefix(at, "/news/quote/") {
			t.Errorf("%s: it leads to %s", location, at)
		}
		stop()
	}
}
